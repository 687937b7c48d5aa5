"""Checks that what a meeting says of itself, and of the visit that it was part of, agrees."""

from __future__ import annotations

from collections.abc import Iterator

from sco._inputs.dates import first_day, last_day, parse_stored
from sco.compiler._read import Reading, Record

_WITHOUT_A_TALK = {"co_attendance", "trilateral", "ceremony"}


def check(reading: Reading) -> None:
    """Add a fault for every meeting that contradicts itself or its visit."""
    visits = {visit.id: visit for visit in reading.of("visits")}
    sides: dict[str, set[str]] = {}
    for side in reading.of("participants"):
        sides.setdefault(side.row["meeting"], set()).add(side.row["person"])
    for meeting in reading.of("meetings"):
        for field, problem in _problems(meeting):
            reading.faults.add(meeting.file, meeting.id, field, problem)
        visit = visits.get(meeting.row["visit"])
        for problem in _apart(meeting, visit, sides.get(meeting.id, set())) if visit else ():
            reading.faults.add(meeting.file, meeting.id, "visit", problem)


def _problems(meeting: Record) -> Iterator[tuple[str, str]]:
    row = meeting.row
    if (row["formal"] == "true") == (row["kind"] in _WITHOUT_A_TALK):
        yield "formal", f"cannot be {row['formal']} for kind {row['kind']}"
    if (row["kind"] == "regular") != bool(row["number"]):
        yield "number", "goes with kind regular, and only with that"
    if (row["mode"] == "in_person") != bool(row["country"]):
        yield "country", "is that of the place: for meetings in person, and only for those"


def _apart(meeting: Record, visit: Record, people: set[str]) -> Iterator[str]:
    ours, theirs = meeting.row, visit.row
    start = max(first_day(parse_stored(row["start"])) for row in (ours, theirs))
    end = min(last_day(parse_stored(row["end"])) for row in (ours, theirs))
    if start > end:
        yield f"{visit.id} was from {theirs['start']} to {theirs['end']}, not on {ours['start']}"
    if ours["country"] and ours["country"] != theirs["host"]:
        yield f"{visit.id} led to {theirs['host']}, not to {ours['country']}"
    if theirs["leader"] not in people:
        yield f"{visit.id} was made by {theirs['leader']}, who is no participant"

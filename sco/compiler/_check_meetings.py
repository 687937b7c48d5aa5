"""Checks that what a meeting says of itself, its visit and its summit agrees."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from sco.compiler._cells import span
from sco.compiler._reading import Reading, Record

_WITHOUT_A_TALK = {"co_attendance", "trilateral", "ceremony"}
# Leaders come the day before a session, and talk.
_EVE = timedelta(days=1)


def check(reading: Reading) -> None:
    """Add a fault for every meeting that contradicts itself, its visit or its summit."""
    visits, summits = reading.by_id("visits"), reading.by_id("summits")
    sides: dict[str, list[Record]] = {}
    for side in reading.of("participants"):
        sides.setdefault(side.row["meeting"], []).append(side)
    numbers: dict[tuple[str, ...], str] = {}
    for meeting in reading.of("meetings"):
        around = sides.get(meeting.id, [])
        people = {side.row["person"] for side in around}
        for field, problem in _problems(meeting, len(around)):
            reading.fault(meeting, field, problem)
        if visit := visits.get(meeting.row["visit"]):
            for problem in _apart(meeting, visit, people):
                reading.fault(meeting, "visit", problem)
        if summit := summits.get(meeting.row["summit"]):
            for problem in away(meeting, meeting.row["country"], summit):
                reading.fault(meeting, "summit", problem)
        if number := meeting.row["number"]:
            series = (*sorted(side.row["country"] for side in around), number)
            other = numbers.setdefault(series, meeting.id)
            if other != meeting.id:
                reading.fault(meeting, "number", f"{number} is that of {other}")


def away(event: Record, country: str, summit: Record) -> Iterator[str]:
    """What keeps an event from having been at a summit.

    Args:
        event: A meeting or a visit.
        country: Where it was; empty if nowhere.
        summit: The summit that it names.
    """
    begun, ended = span(event.row)
    first, last = span(summit.row)
    if ended < first - _EVE or begun > last + _EVE:
        when = f"from {summit.row['start']} to {summit.row['end']}"
        yield f"{summit.id} was {when}, not on {event.row['start']}"
    if country and country != summit.row["host"]:
        yield f"{summit.id} was in {summit.row['host']}, not in {country}"


def _problems(meeting: Record, sides: int) -> Iterator[tuple[str, str]]:
    row = meeting.row
    if (row["formal"] == "true") == (row["kind"] in _WITHOUT_A_TALK):
        yield "formal", f"cannot be {row['formal']} for kind {row['kind']}"
    if (row["kind"] == "regular") != bool(row["number"]):
        yield "number", "goes with kind regular, and only with that"
    for field in ("country", "city"):
        if (row["mode"] == "in_person") != bool(row[field]):
            yield field, "is that of the place: for meetings in person, and only for those"
    if (row["kind"] == "trilateral") != (sides > 2):
        yield "participants", f"are {sides}: three or four in a trilateral, and only there"


def _apart(meeting: Record, visit: Record, people: set[str]) -> Iterator[str]:
    ours, theirs = meeting.row, visit.row
    (begun, ended), (first, last) = span(ours), span(theirs)
    if ended < first or begun > last:
        yield f"{visit.id} was from {theirs['start']} to {theirs['end']}, not on {ours['start']}"
    if ours["country"] and ours["country"] != theirs["host"]:
        yield f"{visit.id} led to {theirs['host']}, not to {ours['country']}"
    if theirs["leader"] not in people:
        yield f"{visit.id} was made by {theirs['leader']}, who is no participant"

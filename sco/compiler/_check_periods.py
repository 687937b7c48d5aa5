"""Checks that periods are in order, and that nothing is told before it happened."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from sco.compiler._cells import days
from sco.compiler._reading import Reading, Record

_HALF_OPEN = ("episodes", "tenures", "officers")
_ONE_DAY = timedelta(days=1)
# By table, the fields that tell of what has happened.
_PAST = {
    "tenures": ("start", "end"),
    "officers": ("start", "end"),
    "episodes": ("start", "end", "decided", "end_decided"),
    "steps": ("date",),
    "summits": ("start", "end", "session_day"),
    "visits": ("start", "end"),
    "meetings": ("start", "end"),
    "announcements": ("published",),
    "tallies": ("on", "since"),
    "coverage": ("since", "checked_through"),
}


def check(reading: Reading, today: date) -> None:
    """Add a fault for every period out of order, and all that is later than the edition.

    Args:
        reading: What the files say.
        today: The day on which the edition is made.
    """
    for record in reading.records:
        _check_order(reading, record)
        if record.row.get("scheduled") != "true":
            _check_past(reading, record, today)
    for coverage in reading.of("coverage"):
        since, until = (date.fromisoformat(coverage.row[name]) for name in ("since", "until"))
        if until <= since:
            _not_after(reading, coverage, "until", "since")
        if until > today + _ONE_DAY:
            message = f"must be {today + _ONE_DAY} at most: nobody can search further"
            reading.fault(coverage, "until", message)
    for tally in reading.of("tallies"):
        # Days in ISO form are in order as texts are.
        for field in ("until", "on"):
            if "" < tally.row[field] < tally.row["since"]:
                _before(reading, tally, field, "since")
    by_country: dict[str, list[Record]] = {}
    for episode in reading.of("episodes"):
        by_country.setdefault(episode.row["country"], []).append(episode)
    for episodes in by_country.values():
        for basis in ("in_force", "decision"):
            _check_overlaps(reading, episodes, basis)


def _check_order(reading: Reading, record: Record) -> None:
    start, end = days(record.row.get("start", "")), days(record.row.get("end", ""))
    if start is None or end is None:
        return
    if record.table.name in _HALF_OPEN:
        if end[1] <= start[0]:
            _not_after(reading, record, "end", "start")
    elif end[1] < start[0]:
        _before(reading, record, "end", "start")


def _not_after(reading: Reading, record: Record, field: str, other: str) -> None:
    message = f"{record.row[field]} is not after {record.row[other]}, the {other}"
    reading.fault(record, field, message)


def _before(reading: Reading, record: Record, field: str, other: str) -> None:
    reading.fault(record, field, f"{record.row[field]} is before {record.row[other]}, the {other}")


def _check_past(reading: Reading, record: Record, today: date) -> None:
    for field in _PAST.get(record.table.name, ()):
        day = days(record.row[field])
        if day and day[0] > today:
            message = f"{record.row[field]} is after {today}, the day of the edition"
            reading.fault(record, field, message)


def _check_overlaps(reading: Reading, records: Iterable[Record], basis: str) -> None:
    spans = []
    for record in records:
        start, end = days(record.row["start"]), days(record.row["end"])
        if basis == "decision":
            start = days(record.row["decided"]) or start
            end = days(record.row["end_decided"]) or end
        if start is not None:
            spans.append((*start, end[0] if end else date.max, record))
    spans.sort(key=lambda span: (*span[:3], span[3].id))
    for (_, _, end_of_one, one), (_, start_of_two, _, two) in pairwise(spans):
        # On any reading of days that are partly known.
        if start_of_two < end_of_one:
            message = f"overlaps {one.id} (basis {basis}), which ends {end_of_one}"
            reading.fault(two, "start", message)

"""Checks that what a visit says of itself and of its summit agrees."""

from __future__ import annotations

from collections.abc import Iterator

from sco.compiler._cells import days
from sco.compiler._check_meetings import away
from sco.compiler._reading import Reading, Record
from sco.compiler._terms import Terms


def check(reading: Reading) -> None:
    """Add a fault for every visit that contradicts itself or its summit."""
    terms, summits = Terms(reading), reading.by_id("summits")
    for visit in reading.of("visits"):
        for field, problem in _problems(visit, terms):
            reading.fault(visit, field, problem)
        if summit := summits.get(visit.row["summit"]):
            for problem in away(visit, visit.row["host"], summit):
                reading.fault(visit, "summit", problem)


def _problems(visit: Record, terms: Terms) -> Iterator[tuple[str, str]]:
    row = visit.row
    if row["visitor"] == row["host"]:
        yield "host", f"cannot be {row['host']}, the visitor's own state"
    if row["precision"] == "talks" and row["confidence"] == "high":
        yield "confidence", "is medium at most where the days are only those of the talks"
    start = days(row["start"])
    held = terms.roles(row["visitor"], row["leader"], start[0]) if start else None
    if held and (held == {"head_of_government"}) != ("-pm" in visit.id):
        yield "id", "ends in -pm for heads of government, and only for them"

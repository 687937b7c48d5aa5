"""Checks that what a visit says of itself and of its summit agrees."""

from __future__ import annotations

from collections.abc import Iterator

from sco.compiler._cells import span
from sco.compiler._check_meetings import away
from sco.compiler._judge import sides
from sco.compiler._reading import Reading, Record
from sco.compiler._terms import Terms


def check(reading: Reading) -> None:
    """Add a fault for every visit that contradicts itself or its summit."""
    terms, summits = Terms(reading), reading.by_id("summits")
    for visit in reading.of("visits"):
        for field, problem in _problems(visit, terms):
            reading.fault(visit, field, problem)
        for problem in _whose_word(reading, visit):
            reading.fault(visit, "kind_by", problem)
        if summit := summits.get(visit.row["summit"]):
            for problem in away(visit, visit.row["host"], summit):
                reading.fault(visit, "summit", problem)


def _problems(visit: Record, terms: Terms) -> Iterator[tuple[str, str]]:
    row = visit.row
    if row["visitor"] == row["host"]:
        yield "host", f"cannot be {row['host']}, the visitor's own state"
    if row["precision"] == "talks" and row["confidence"] == "high":
        yield "confidence", "is medium at most where the days are only those of the talks"
    held = terms.roles(row["visitor"], row["leader"], span(row)[0])
    if held and (held == {"head_of_government"}) != ("-pm" in visit.id):
        yield "id", "ends in -pm for heads of government, and only for them"


def _whose_word(reading: Reading, visit: Record) -> Iterator[str]:
    """A class that is the host's word needs a page of the host's side, and so for the guest's."""
    row = visit.row
    if bool(row["kind"]) != bool(row["kind_by"]):
        yield "goes with kind, and only with that: host, guest or press"
        return
    state = {"host": row["host"], "guest": row["visitor"]}.get(row["kind_by"])
    if state and reading.of("publishers") and state not in sides(reading, visit):
        yield f"is {row['kind_by']}, and no page of the side of {state} is cited"
    if row["kind_by"] == "guest" and row["kind_guest"]:
        yield "is guest, so that kind_guest says nothing"

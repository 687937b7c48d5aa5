"""Checks that published counts, plans and statements of coverage speak of what can be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sco.compiler._cells import span
from sco.compiler._reading import Reading, Record
from sco.compiler._terms import Terms

_MOST = 1_000  # of meetings or visits: no two leaders have had a tenth of it
_ON_LEVELS = {"meetings", "visits"}
_OF_BOTH = {"meetings", "phone_calls", "exchanges"}


def check(reading: Reading) -> None:
    """Add a fault for every count, plan and statement of coverage that cannot be."""
    terms = Terms(reading)
    states = {person.id: person.row["country"] for person in reading.of("people")}
    searched = {
        (coverage.row["table"], coverage.row["countries"])
        for coverage in reading.of("coverage")
        if coverage.row["extent"] != "not_searched"
    }
    for tally in reading.of("tallies"):
        for field, problem in _of_tally(tally, terms, states):
            reading.fault(tally, field, problem)
        counted = "visits" if tally.row["counts"] == "visits" else "meetings"
        if (counted, tally.row["countries"]) not in searched:
            pair = tally.row["countries"].replace("|", " and ")
            message = f"of {pair} were never searched: say under data/coverage how far they were"
            reading.fault(tally, "counts", f"{counted} {message}")
    events = {name: reading.by_id(name) for name in ("visits", "summits", "meetings")}
    sides: dict[str, set[str]] = {}
    for side in reading.of("participants"):
        sides.setdefault(side.row["meeting"], set()).add(side.row["country"])
    for plan in reading.of("announcements"):
        event = events[f"{plan.row['subject']}s"].get(plan.row["event"])
        for field, problem in _of_plan(plan, event, sides):
            reading.fault(plan, field, problem)
    for coverage in reading.of("coverage"):
        for field, problem in _of_coverage(coverage, events["summits"]):
            reading.fault(coverage, field, problem)


def _of_tally(tally: Record, terms: Terms, states: dict[str, str]) -> Iterator[tuple[str, str]]:
    row = tally.row
    pair, leaders, on = (
        row["countries"].split("|"),
        row["leaders"].split("|"),
        date.fromisoformat(row["on"]),
    )
    if not 1 <= int(row["value"]) <= _MOST:
        yield "value", f"must be from 1 to {_MOST}, not {row['value']}"
    if len(pair) != 2:
        yield "countries", f"must be two states, not {', '.join(pair)}"
    for leader in leaders:
        if not any(terms.has_led(state, leader, on) for state in pair):
            yield "leaders", f"{leader} had led neither {' nor '.join(pair)} by {row['on']}"
    led = {states.get(leader) for leader in leaders}
    if row["counts"] in _OF_BOTH and not led >= set(pair):
        yield "leaders", f"must be of both {' and '.join(pair)} where {row['counts']} are counted"
    direction = {row["visitor"], row["host"]}
    if row["counts"] == "visits" and direction != set(pair):
        yield "visitor", f"must be one of {' and '.join(pair)}, and host the other"
    if row["counts"] != "visits" and direction != {""}:
        yield "visitor", "goes with counts of visits, and only with those; host likewise"
    if row["counts"] == "visits" and row["visitor"] not in led:
        yield "leaders", f"must be of {row['visitor']}, the visitor"


def _of_plan(
    plan: Record, event: Record | None, sides: dict[str, set[str]]
) -> Iterator[tuple[str, str]]:
    row = plan.row
    if row["outcome"] in ("pending", "cancelled") and row["event"]:
        yield "outcome", f"cannot be {row['outcome']} for a plan that turned into {row['event']}"
    if event is None:
        return
    if span(event.row)[1] < date.fromisoformat(row["published"]):
        yield "published", f"is after {event.id}, which it announces"
    states = sides.get(event.id, set())
    if event.table.name == "visits":
        states = {event.row["visitor"], event.row["host"]}
    elif event.table.name == "summits":
        states = {event.row["host"]}
    for state in sorted(states - set(row["countries"].split("|"))):
        yield "countries", f"lack {state}, which {event.id} was with"


_COVERS = {"days": "events", "attendees": "events"}  # all others are of meetings


def _of_coverage(coverage: Record, summits: dict[str, Record]) -> Iterator[tuple[str, str]]:
    row = coverage.row
    if row["covers"] and _COVERS.get(row["covers"], "meetings") != row["table"]:
        wanted = _COVERS.get(row["covers"], "meetings")
        yield "covers", f"goes with the table {wanted}, not with {row['table']}"
    if bool(row["series"]) != (row["table"] == "events"):
        yield "series", "goes with the table events, and only with that"
    if row["level"] and row["table"] not in _ON_LEVELS:
        yield "level", f"goes with meetings and visits, not with {row['table']}"
    if row["table"] != "delegates" or not coverage.id.startswith("delegates-"):
        return
    name = coverage.id.removeprefix("delegates-")
    summit = summits.get(name)
    if summit is None:
        yield "id", f"no summits record {name!r}"
        return
    first, last = span(summit.row)
    if last < date.fromisoformat(row["since"]) or date.fromisoformat(row["until"]) <= first:
        yield "since", f"is to until not about {name}, which was on {summit.row['start']}"

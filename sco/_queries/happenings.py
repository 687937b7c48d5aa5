"""Queries on what happened, of every kind, in one order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from sco._inputs.choices import Window
from sco._inputs.dates import DateLike, PartialDate, first_day, last_day, period
from sco._queries.asof import Outside
from sco._queries.base import Queried, check

if TYPE_CHECKING:
    from sco.records.happenings import Happening
    from sco.records.people import Officer, Tenure

_Day = date | PartialDate


def events(
    data: Queried,
    since: DateLike | None = None,
    until: DateLike | None = None,
    *,
    outside: Outside = "warn",
) -> tuple[Happening, ...]:
    """What happened in a period, of every kind, by day.

    Legal steps, summits and other events, visits, recorded meetings, leaders and officers
    who took or left office, published plans, and what is still expected by them.

    What is known to a month or an interval alone is given where the period holds all of it.

    Args:
        since: The first day, or a month or year from whose first day on; None for all before.
        until: The last day, or a month or year to whose last day; None for all after.
        outside: What to do past the last day searched for summits: ``"warn"`` or ``"raise"``.
            How far each pair's visits and meetings were searched, `coverage` says.

    Raises:
        InvalidDateError, QueryError: If an argument means nothing.
        CoverageError: Past the last day searched, with ``outside="raise"``.

    >>> import sco
    >>> for one in sco.events("2017-06-08", "2017-06-09"):
    ...     if one.kind in ("summit", "step"):
    ...         print(one)
    <Happening 2017-06-08..2017-06-09 summit: <Summit CHS-17 2017-06-08..2017-06-09 Astana KZ>>
    <Happening 2017-06-09 step: <Step 2017-06-09 IN status_granted (member)>>
    <Happening 2017-06-09 step: <Step 2017-06-09 PK status_granted (member)>>
    """
    window = Window(since, until)
    asked = window.last if until is not None else window.first
    check(data, asked, "summits", "events", outside)
    found = [
        one
        for one in _all(data)
        if last_day(one.start) <= window.last and first_day(one.end) >= window.first
    ]
    return tuple(sorted(found, key=lambda h: (first_day(h.start), last_day(h.end), h.kind)))


def on(data: Queried, day: DateLike, *, outside: Outside = "warn") -> tuple[Happening, ...]:
    """What happened on a day, or in a month or year, of every kind: see `events`.

    Args:
        day: The day, month or year.
        outside: See `events`.

    Raises:
        InvalidDateError, QueryError: If an argument means nothing.
        CoverageError: Past the last day searched, with ``outside="raise"``.

    >>> import sco
    >>> [one.record.id for one in sco.on("2024-07-03") if one.kind == "summit"]
    ['CHS-24']
    """
    first, last = period(day)
    return events(data, first, last, outside=outside)


def _all(data: Queried) -> Iterator[Happening]:
    from sco.records.happenings import Happening, HappeningKind
    from sco.records.published import Outcome

    def made(start: _Day, end: _Day, kind: HappeningKind, record: object) -> Happening:
        return Happening(start=start, end=end, kind=kind, record=record)  # type: ignore[arg-type]

    records = data.records
    for step in records.steps:
        yield made(step.date, step.date, HappeningKind.STEP, step)
    for summit in records.summits.values():
        yield made(summit.start, summit.end, HappeningKind.SUMMIT, summit)
    for event in records.events:
        yield made(event.start, event.end, HappeningKind.EVENT, event)
    for visit in records.visits():
        yield made(visit.start, visit.end, HappeningKind.VISIT, visit)
    for meeting in records.all_meetings():
        yield made(meeting.start, meeting.end, HappeningKind.MEETING, meeting)
    terms: tuple[Tenure | Officer, ...] = (*records.tenures, *records.officers)
    for term in terms:
        yield made(term.start, term.start, HappeningKind.TOOK_OFFICE, term)
        if term.end is not None:
            yield made(term.end, term.end, HappeningKind.LEFT_OFFICE, term)
    for plan in records.announcements:
        yield made(plan.published, plan.published, HappeningKind.ANNOUNCEMENT, plan)
        if plan.outcome is Outcome.PENDING and plan.expected is not None:
            yield made(plan.expected, plan.expected, HappeningKind.EXPECTED, plan)

"""What is known of a state's status over a period, for the panels."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

import attrs

from sco._dataset import Dataset
from sco._queries.membership import checked
from sco._queries.segments import segments
from sco.panels._columns import RANKS
from sco.records.common import Country
from sco.records.membership import Status

Partial = Literal["any", "first", "last", "exact"]
Held = Status | None


@attrs.frozen
class Span:
    """Days in a row of which the same is known.

    Attributes:
        start: The first day.
        end: The first day after them.
        possible: The statuses that the state can have had; one where it is known.
    """

    start: date
    end: date
    possible: frozenset[Held]

    @property
    def days(self) -> int:
        """How many days."""
        return (self.end - self.start).days


def spans(data: Dataset, country: Country, basis: str) -> tuple[Span, ...]:
    """All that is known of a state: from the first day of the calendar to its last.

    Past the last day searched, every status is possible.
    """
    parts = segments(data, basis).get(country, ())
    limit = checked(data) + timedelta(days=1)
    if not parts:
        found = [Span(date.min, limit, frozenset({None}))]
    else:
        found = []
        for index, part in enumerate(parts):
            around = {parts[i].status for i in (index - 1, index + 1) if 0 <= i < len(parts)}
            possible = frozenset(around if part.uncertain else {part.status})
            start, end = part.start or date.min, min(part.end or limit, limit)
            if start < end:
                found.append(Span(start, end, possible))
    return (*found, Span(limit, date.max, frozenset(RANKS)))


def within(known: tuple[Span, ...], start: date, end: date) -> list[Span]:
    """The spans cut to a half-open period."""
    return [
        Span(max(s.start, start), min(s.end, end), s.possible)
        for s in known
        if s.start < end and s.end > start
    ]


def coded(cut: list[Span], partial: Partial) -> frozenset[Held]:
    """The statuses that a period can be coded with: one where it is known which.

    Args:
        cut: What is known of its days, in order.
        partial: See `sco.panels.country_year`.
    """
    if partial == "first":
        return cut[0].possible
    if partial == "last":
        return cut[-1].possible
    every = frozenset[Held]().union(*(span.possible for span in cut))
    if partial == "exact":
        return every
    sure = [status for span in cut if len(span.possible) == 1 for status in span.possible]
    floor = min((RANKS.index(status) for status in sure), default=len(RANKS))
    # A day that is not known decides only if it can rank before all that are known.
    return frozenset(s for s in every if RANKS.index(s) <= floor)

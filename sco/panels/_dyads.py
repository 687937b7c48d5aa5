"""Counts of visits and meetings for one pair of states and one year."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import TypeVar

from sco._dataset import Dataset
from sco._errors import CoverageWarning
from sco._inputs.dates import first_day, last_day
from sco.panels._columns import MEETING_CELLS
from sco.panels._spans import spans, within
from sco.records.common import Country
from sco.records.meetings import Level, Meeting, Mode, Visit
from sco.records.membership import Status
from sco.records.published import Coverage, Covers, Extent

E = TypeVar("E", Meeting, Visit)


class Dyad:
    """The records of two states, counted by year.

    Args:
        data: The edition.
        a: The first state; of the visitor, if directed.
        b: The second.
        directed: Whether only visits from the first to the second count.
        zeros: Whether 0 is written also where coverage is not complete.
        basis: The basis on which membership is counted.
    """

    def __init__(
        self, data: Dataset, a: Country, b: Country, *, directed: bool, zeros: bool, basis: str
    ) -> None:
        self._data, self._zeros = data, zeros
        pair = (a.alpha_2, b.alpha_2)
        ways = [pair] if directed else [pair, pair[::-1]]
        with warnings.catch_warnings():
            # What was not searched shows as missing values.
            warnings.simplefilter("ignore", CoverageWarning)
            self._meetings = (
                *data.meetings_between(a, b, formal=None),
                *data.meetings_between(a, b, formal=None, mode=Mode.PHONE),
            )
            self._visits = [v for one, two in ways for v in data.visits(visitor=one, host=two)]
        self._coverage = data.coverage(a, b)
        self._a, self._b = spans(data, a, basis), spans(data, b, basis)

    def cells(self, year: int) -> dict[str, int | bool | None]:
        """The values of a year, by column."""
        meetings, loose = _of_year(self._meetings, year)
        visits, loose_visits = _of_year(self._visits, year)
        covered = {
            (what, level): not loose and self._complete("meetings", level, year, what)
            for what in Covers
            for level in Level
        }
        every = {what: all(covered[what, level] for level in Level) for what in Covers}
        visits_covered = not loose_visits and all(
            self._complete("visits", level, year) for level in Level
        )
        talks = [m for m in meetings if m.formal and m.mode is not Mode.PHONE]
        values: dict[str, int | bool | None] = {
            **self._members(year),
            "visits": self._count(visits, visits_covered),
            "meetings": self._count(talks, every[Covers.TALKS]),
        }
        for (mode, level), name in MEETING_CELLS.items():
            what = Covers.PHONE_CALLS if mode is Mode.PHONE else Covers.TALKS
            of_kind = meetings if mode is Mode.PHONE else talks
            found = [m for m in of_kind if m.mode is mode and m.level is level]
            values[name] = self._count(found, covered[what, level])
        both_there = [m for m in meetings if not m.formal and m.mode is not Mode.PHONE]
        values["co_attendance"] = self._count(both_there, every[Covers.CO_ATTENDANCE])
        return {
            **values,
            "visits_covered": visits_covered,
            "meetings_covered": every[Covers.TALKS],
        }

    def _members(self, year: int) -> dict[str, int | bool | None]:
        start, end = date(year, 1, 1), date(year + 1, 1, 1)
        sure = maybe = 0
        for one in within(self._a, start, end):
            for two in within(self._b, one.start, one.end):
                if Status.MEMBER in one.possible and Status.MEMBER in two.possible:
                    known = len(one.possible) == len(two.possible) == 1
                    sure, maybe = (sure + two.days, maybe) if known else (sure, maybe + two.days)
        any_day = True if sure else None if maybe else False
        return {"days_both_members": sure if sure or not maybe else None, "both_members": any_day}

    def _count(self, found: Sequence[object], covered: bool) -> int | None:
        return len(found) if found or covered or self._zeros else None

    def _complete(self, table: str, level: Level, year: int, what: Covers | None = None) -> bool:
        """Whether every search of the year was complete, and they leave no day out."""
        rows = [r for r in self._rows if r.table == table and r.level in (None, level)]
        start, end = date(year, 1, 1), date(year + 1, 1, 1)
        rows = [r for r in rows if what is None or r.covers in (None, what)]
        rows = [r for r in rows if r.since < end and r.until > start]
        for row in rows:
            if row.extent is not Extent.COMPLETE or row.since > start:
                return False
            start = max(start, min(row.until, row.checked_through + timedelta(days=1)))
        return start >= end

    @cached_property
    def _rows(self) -> list[Coverage]:
        return sorted(self._coverage, key=lambda row: row.since)


def _of_year(events: Iterable[E], year: int) -> tuple[list[E], bool]:
    """The events that began in a year, and whether there are more that may have."""
    sure, loose = [], False
    for event in events:
        first, last = first_day(event.start).year, last_day(event.start).year
        if first == last == year:
            sure.append(event)
        loose = loose or (first != last and first <= year <= last)
    return sure, loose

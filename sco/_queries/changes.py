"""The query on changes of status."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from sco._inputs.choices import Window, choice
from sco._inputs.dates import DateLike, PartialDate, first_day
from sco._queries.asof import Outside
from sco._queries.base import Queried, check

if TYPE_CHECKING:
    from sco.records.membership import Basis, Change, Episode


def changes(
    data: Queried,
    since: DateLike,
    until: DateLike,
    *,
    basis: str = "in_force",
    outside: Outside = "warn",
) -> tuple[Change, ...]:
    """The changes of status in a period, by day and country.

    Args:
        since: The first day, or a month or year from whose first day on.
        until: The last day, or a month or year to whose last day.
        basis: See `members_as_of`.
        outside: See `members_as_of`.

    Raises:
        InvalidDateError, QueryError: If an argument means nothing.

    A change of which the day is not known is listed if it can lie in the period.

    >>> import sco
    >>> sco.changes("2017", "2017")  # doctest: +NORMALIZE_WHITESPACE
    (<Change 2017-06-09 IN: observer -> member>,
     <Change 2017-06-09 PK: observer -> member>)
    """
    from sco.records.membership import Basis

    window = Window(since, until)
    wanted = choice(basis, Basis, "basis")
    check(data, window.last, "episodes", "statuses", outside)
    found = [c for c in _all_changes(data, wanted) if window.touches(c.date, c.date)]
    return tuple(sorted(found, key=lambda c: (first_day(c.date), c.country.alpha_2)))


def _all_changes(data: Queried, basis: Basis) -> Iterator[Change]:
    from sco.records.membership import Change

    before: dict[tuple[str, date | PartialDate], Episode] = {}
    after: dict[tuple[str, date | PartialDate], Episode] = {}
    for episode in data.records.episodes:
        start, end = episode.bounds(basis)
        if start is None:
            continue
        after[episode.country.alpha_2, start] = episode
        if end is not None:
            before[episode.country.alpha_2, end] = episode
    for key in before.keys() | after.keys():
        old, new = before.get(key), after.get(key)
        cited = [s for e in (old, new) if e for s in e.sources]
        yield Change(
            date=key[1],
            country=data.records.tables.countries[key[0]],
            before=old.status if old else None,
            after=new.status if new else None,
            sources=tuple(dict.fromkeys(cited)),
        )

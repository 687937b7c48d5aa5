"""From statuses by day to one status a state and year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from sco._inputs.dates import PartialDate, first_day, last_day
from sco.records.membership import Status

Span = tuple[str, Status, date | PartialDate | None, date | PartialDate | None]
"""A state, its status, and the half-open period; a start of None means never."""

_HIGHEST_FIRST = (
    Status.MEMBER,
    Status.SHANGHAI_FIVE,
    Status.OBSERVER,
    Status.PARTNER,
    Status.DIALOGUE_PARTNER,
)


def highest_by_year(spans: Iterable[Span], years: range) -> dict[tuple[str, int], Status]:
    """The highest status that each state held on any day of each year.

    Args:
        spans: Who was what and when.
        years: The years wanted, without gaps.

    Returns:
        A status for each state (as the spans name it) and year in which it held one. A
        partly known day counts only for years in which the status held on any reading of it.
    """
    found: dict[tuple[str, int], Status] = {}
    for state, status, start, end in spans:
        if start is None:
            continue
        last = (first_day(end) - timedelta(days=1)).year if end is not None else years[-1]
        for year in range(max(last_day(start).year, years[0]), min(last, years[-1]) + 1):
            held = found.get((state, year), status)
            found[state, year] = min(held, status, key=_HIGHEST_FIRST.index)
    return found

"""Coverage in a few words: one line for what was searched of a table, a pair and a level."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sco.records.published import Coverage

_WORDS = {"complete": "complete", "partial": "in part", "not_searched": "not searched"}
_WEAKEST_FIRST = ("not_searched", "partial", "complete")
_ONE_DAY = timedelta(days=1)


class Short(NamedTuple):
    """What was searched of one thing.

    Attributes:
        who: The states, such as ``CN-RU``; empty for all.
        what: The table, and the level or the sort of meeting.
        extent: How far, such as ``complete 2013-2018, 2020-2026-10; in part 2001-2012``.
    """

    who: str
    what: str
    extent: str


def in_short(rows: Iterable[Coverage]) -> list[Short]:
    """The statements of coverage, put together; where two speak of one day, the weaker counts."""
    return [
        Short(who, what, _extent(list(of_one)))
        for (who, what), of_one in groupby(sorted(rows, key=_about), key=_about)
    ]


def _about(row: Coverage) -> tuple[str, str]:
    who = "-".join(state.alpha_2 for state in row.countries)
    plain = row.covers if row.covers and row.covers != "talks" else row.table
    of = row.series or row.level or ""
    return who, " ".join(filter(None, (plain, f"({of})" if of else ""))).replace("_", " ")


def _extent(rows: list[Coverage]) -> str:
    edges = sorted({edge for row in rows for edge in (row.since, row.until)})
    spans: list[tuple[str, date, date]] = []
    for start, end in pairwise(edges):
        said = [row.extent for row in rows if row.since <= start and end <= row.until]
        weakest = next((str(one) for one in _WEAKEST_FIRST if one in said), "not_searched")
        if spans and spans[-1][0] == weakest:
            start = spans.pop()[1]
        spans.append((weakest, start, end))
    parts = []
    for extent in reversed(_WEAKEST_FIRST):
        periods = [_period(start, end) for said, start, end in spans if said == extent]
        if periods:
            parts.append(f"{_WORDS[extent]} {', '.join(periods)}")
    return "; ".join(parts)


def _period(start: date, end: date) -> str:
    """A half-open period by its years, or its months where it does not fill the years."""
    last = end - _ONE_DAY
    first_text = f"{start:%Y}" if (start.month, start.day) == (1, 1) else f"{start:%Y-%m}"
    last_text = f"{last:%Y}" if (last.month, last.day) == (12, 31) else f"{last:%Y-%m}"
    return first_text if first_text == last_text else f"{first_text} to {last_text}"

"""What each state was, from one change of its status to the next."""

from __future__ import annotations

from datetime import date
from functools import cache

import attrs

from sco._errors import AmbiguousDateError
from sco._inputs.choices import choice
from sco._inputs.dates import first_day, last_day
from sco._queries.asof import holding
from sco._queries.base import Queried
from sco.records.common import Country
from sco.records.membership import Basis, Status


@attrs.frozen
class Segment:
    """Days in a row on which the answer to "which status?" is the same.

    Attributes:
        start: The first of them; None for all days before the first change.
        end: The first day after them; None for all days after the last change.
        status: The status; None for none, and where it is not known.
        uncertain: True where it is not known, because the day of a change is not.
    """

    start: date | None
    end: date | None
    status: Status | None
    uncertain: bool


@cache
def segments(data: Queried, basis: str) -> dict[Country, tuple[Segment, ...]]:
    """The segments of every state that ever had a status; they cover all days.

    Args:
        data: The edition.
        basis: ``"in_force"`` or ``"decision"``.

    Raises:
        QueryError: If the basis is neither.
    """
    counted = choice(basis, Basis, "basis")
    states = dict.fromkeys(episode.country for episode in data.records.episodes)
    found = {state: _segments(data, state, counted) for state in states}
    return {state: parts for state, parts in found.items() if parts}


def _segments(data: Queried, state: Country, basis: Basis) -> tuple[Segment, ...]:
    own = tuple(e for e in data.records.episodes if e.country == state)
    bounds = [e.bounds(basis) for e in own if e.bounds(basis)[0] is not None]
    edges = sorted(
        {day(edge) for pair in bounds for edge in pair if edge for day in (first_day, last_day)}
    )
    if not edges:
        return ()
    parts = [Segment(None, edges[0], None, False)]
    for start, end in zip(edges, [*edges[1:], None], strict=True):
        try:
            held = holding(own, lambda e: e.bounds(basis), start, start, lambda e: e.id)
        except AmbiguousDateError:
            parts.append(Segment(start, end, None, True))
        else:
            parts.append(Segment(start, end, held[0].status if held else None, False))
    return tuple(parts)

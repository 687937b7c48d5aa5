"""How thoroughly a pair was searched over some days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sco._dataset import Dataset
    from sco.records.meetings import Level

Grade = Literal["complete", "partial", "none"]
Demand = tuple["Level", date, date]
"""Meetings or visits of a level, from a first to a last day."""


def grade(
    data: Dataset,
    table: str,
    pair: tuple[str, str],
    demands: Iterable[Demand],
    covers: tuple[str, ...] = (),
) -> Grade:
    """Whether everything demanded was searched completely, partly, or not at all.

    Args:
        data: The edition.
        table: ``"meetings"`` or ``"visits"``.
        pair: The alpha-2 codes of the two states.
        demands: What has to have been searched.
        covers: Of meetings, which of them: other rows speak of something else.
    """
    rows = [r for r in data.coverage(*pair, table=table) if r.covers in (None, *covers)]
    whole, some = True, False
    for level, first, last in demands:
        own = [r for r in rows if r.level in (None, level) and r.since <= last and r.until > first]
        some = some or any(r.extent != "not_searched" for r in own)
        unseen = first
        for row in sorted(own, key=lambda r: r.since):
            if row.extent == "complete" and row.since <= unseen:
                unseen = max(unseen, min(row.until, row.checked_through + timedelta(days=1)))
        # A row that is not complete speaks of a part of the subject that nobody saw whole.
        whole = whole and unseen > last and all(r.extent == "complete" for r in own)
    if whole:
        return "complete"
    return "partial" if some else "none"

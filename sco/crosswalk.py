"""Our statuses beside those of other data sets: one cell a state and year.

Two data sets are compared: Correlates of War IGO v3 (``cow_igo_v3``), which has a row a
year to 2014, and the last CIA World Factbook (``cia_factbook_2026``), an undated list
whose last state is of January 2026.

>>> from sco.crosswalk import crosswalk
>>> [cell for cell in crosswalk() if cell.country.alpha_2 == "UZ"][0]
<Cell cow_igo_v3 UZ 2001: member == member>
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco._dataset import Dataset, edition, editions
from sco._queries.yearly import highest_by_year
from sco.records.external import Cell, ExternalDataset

if TYPE_CHECKING:
    from sco.records.external import External
    from sco.records.membership import Status

__all__ = ["Cell", "ExternalDataset", "crosswalk"]


def crosswalk(*, data: Dataset | None = None) -> tuple[Cell, ...]:
    """Compare our statuses with those of other data sets, cell by cell.

    Ours is the highest status (of member, Shanghai Five, observer, partner, dialogue
    partner) that the state held on any day of the year, counted from its entry into force:
    a state that became a member in December was a member that year. A state and year in
    which neither side has a status makes no cell, nor does a year that the data set does
    not reach: there are none of Correlates of War after 2014, and of the Factbook only
    those of 2026.

    Args:
        data: The edition; None for the newest one.

    Returns:
        The cells by data set, state and year.

    Raises:
        DataError: If the edition is older than this table.

    >>> from sco.crosswalk import crosswalk
    >>> cells = {(c.dataset, c.country.alpha_2, c.year): c for c in crosswalk()}
    >>> cells["cow_igo_v3", "CN", 1996]
    <Cell cow_igo_v3 CN 1996: shanghai_five != member>
    >>> cells["cia_factbook_2026", "IN", 2026].reason
    'The entry still has the status of 2005 to 2017; India has been a member since 9 June 2017.'
    """
    chosen = data if data is not None else edition(editions()[-1])
    records = chosen.records.external
    return tuple(
        cell
        for dataset in ExternalDataset
        for cell in _cells(chosen, [r for r in records if r.dataset is dataset])
    )


def _cells(data: Dataset, records: list[External]) -> list[Cell]:
    theirs = {
        (record.country.alpha_2, year): record
        for record in records
        for year in range(record.first_year, record.last_year + 1)
    }
    if not theirs:
        return []
    reached = {year for _, year in theirs}
    spans = [(e.country.alpha_2, e.status, e.start, e.end) for e in data.episodes()]
    ours = highest_by_year(spans, range(min(reached), max(reached) + 1))
    named = {key for key, record in theirs.items() if record.reads_as is not None}
    # The compiler sees to it that each status of ours in these years has a record.
    return [_cell(theirs[key], key[1], ours.get(key)) for key in sorted(ours.keys() | named)]


def _cell(record: External, year: int, ours: Status | None) -> Cell:
    agrees = ours is record.reads_as
    return Cell(
        dataset=record.dataset,
        country=record.country,
        year=year,
        ours=ours,
        theirs=record.reads_as,
        code=record.code,
        agrees=agrees,
        reason=None if agrees else record.reason,
        sources=record.sources,
    )

"""How other data sets code the organisation, and our statuses beside theirs."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

import attrs

from sco.records.common import Country, Source, optional
from sco.records.membership import Status

if TYPE_CHECKING:
    from sco._store import Row, Store


class ExternalDataset(enum.StrEnum):
    """A data set that says who belongs to the organisation."""

    COW_IGO_V3 = "cow_igo_v3"
    CIA_FACTBOOK_2026 = "cia_factbook_2026"


@attrs.frozen(kw_only=True, repr=False)
class External:
    """How a data set codes one state over a run of years.

    Attributes:
        id: Stable identifier, such as ``cow-RU-1996``.
        dataset: The data set.
        country: The state.
        code: The code, verbatim; None if its entry on the state does not name the
            organisation.
        reads_as: The status that the code stands for; None if it stands for none.
        first_year: The first year with this code.
        last_year: The last one.
        reason: Why it differs from our statuses where it does; None if it differs in no year.
        sources: The data set, and where it was read.
    """

    id: str
    dataset: ExternalDataset
    country: Country
    code: str | None
    reads_as: Status | None
    first_year: int
    last_year: int
    reason: str | None
    sources: tuple[Source, ...]

    def __repr__(self) -> str:
        years = f"{self.first_year}..{self.last_year}"
        return f"<External {self.dataset} {self.country.alpha_2} {years}: {self.code}>"


@attrs.frozen(kw_only=True, repr=False)
class Cell:
    """One state in one year, as we have it and as a data set has it.

    Attributes:
        dataset: The data set.
        country: The state.
        year: The year.
        ours: The highest status that it held on any day of the year; None if it held none.
        theirs: The status that the data set's code stands for; None if it stands for none.
        code: The data set's code, verbatim; None if it does not name the organisation.
        agrees: Whether the two statuses are the same.
        reason: Why they differ; None if they agree.
        sources: The data set, and where it was read.
    """

    dataset: ExternalDataset
    country: Country
    year: int
    ours: Status | None
    theirs: Status | None
    code: str | None
    agrees: bool
    reason: str | None
    sources: tuple[Source, ...]

    def __repr__(self) -> str:
        sign = "==" if self.agrees else "!="
        sides = f"{self.ours or 'none'} {sign} {self.theirs or 'none'}"
        return f"<Cell {self.dataset} {self.country.alpha_2} {self.year}: {sides}>"


def external(row: Row, store: Store) -> External:
    """Make a coding of a row of ``external.csv``."""
    return External(
        id=row["id"],
        dataset=ExternalDataset(row["dataset"]),
        country=store.country(row["country"]),
        code=optional(row["code"]),
        reads_as=Status(row["reads_as"]) if row["reads_as"] else None,
        first_year=int(row["first_year"]),
        last_year=int(row["last_year"]),
        reason=optional(row["reason"]),
        sources=store.sources(row["sources"]),
    )

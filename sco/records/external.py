"""How other data sets code the organisation, and our statuses beside theirs."""

from __future__ import annotations

import enum

import attrs

from sco.records._about import about, documented
from sco.records.common import Country, Source
from sco.records.membership import Status


class ExternalDataset(enum.StrEnum):
    """A data set that says who belongs to the organisation."""

    COW_IGO_V3 = "cow_igo_v3"
    CIA_FACTBOOK_2026 = "cia_factbook_2026"


@documented
@attrs.frozen(kw_only=True, repr=False)
class External:
    """How a data set codes one state over a run of years."""

    id: str = attrs.field(metadata=about("Stable identifier, such as ``cow-RU-1996``."))
    dataset: ExternalDataset = attrs.field(metadata=about("The data set."))
    country: Country = attrs.field(metadata=about("The state."))
    code: str | None = attrs.field(
        metadata=about(
            "The code, verbatim; None if its entry on the state does not name the organisation."
        )
    )
    reads_as: Status | None = attrs.field(
        metadata=about("The status that the code stands for; None if it stands for none.")
    )
    first_year: int = attrs.field(metadata=about("The first year with this code."))
    last_year: int = attrs.field(metadata=about("The last one."))
    reason: str | None = attrs.field(
        metadata=about(
            "Why it differs from our statuses where it does; None if it differs in no year."
        )
    )
    sources: tuple[Source, ...] = attrs.field(
        metadata=about("The data set, and where it was read.")
    )

    def __repr__(self) -> str:
        years = f"{self.first_year}..{self.last_year}"
        return f"<External {self.dataset} {self.country.alpha_2} {years}: {self.code}>"


@documented
@attrs.frozen(kw_only=True, repr=False)
class Cell:
    """One state in one year, as we have it and as a data set has it."""

    dataset: ExternalDataset = attrs.field(metadata=about("The data set."))
    country: Country = attrs.field(metadata=about("The state."))
    year: int = attrs.field(metadata=about("The year."))
    ours: Status | None = attrs.field(
        metadata=about(
            "The highest status that it held on any day of the year; None if it held none."
        )
    )
    theirs: Status | None = attrs.field(
        metadata=about(
            "The status that the data set's code stands for; None if it stands for none."
        )
    )
    code: str | None = attrs.field(
        metadata=about("The data set's code, verbatim; None if it does not name the organisation.")
    )
    agrees: bool = attrs.field(metadata=about("Whether the two statuses are the same."))
    reason: str | None = attrs.field(metadata=about("Why they differ; None if they agree."))
    sources: tuple[Source, ...] = attrs.field(
        metadata=about("The data set, and where it was read.")
    )

    def __repr__(self) -> str:
        sign = "==" if self.agrees else "!="
        sides = f"{self.ours or 'none'} {sign} {self.theirs or 'none'}"
        return f"<Cell {self.dataset} {self.country.alpha_2} {self.year}: {sides}>"

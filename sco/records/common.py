"""What every record is made of: countries, sources, and values that sources dispute."""

from __future__ import annotations

import enum
from datetime import date

import attrs

from sco._inputs.dates import PartialDate
from sco.records._about import about, documented


class SourceKind(enum.StrEnum):
    """What sort of page a source is."""

    OFFICIAL = "official"
    AGENCY = "agency"
    PRESS = "press"
    ARCHIVE = "archive"
    COPY = "copy"


@documented
@attrs.frozen(kw_only=True, repr=False)
class Source:
    """A page that states what the record says."""

    url: str = attrs.field(metadata=about("Its address."))
    publisher: str = attrs.field(metadata=about("Whose page it is."))
    original: str | None = attrs.field(
        default=None,
        metadata=about(
            "Whose text it is, where another published it first: of a copy or an agency's report."
        ),
    )
    kind: SourceKind | None = attrs.field(
        default=None,
        metadata=about(
            "``official``, ``agency``, ``press``, ``archive`` (a corpus, a database), or "
            "``copy``: a"
            "page elsewhere than with whoever published the text. None in editions before "
            "2026.11.2."
        ),
    )
    title: str = attrs.field(metadata=about("Its headline."))
    published: date | PartialDate | None = attrs.field(
        metadata=about("The day (or only the month) on which it says that it was published.")
    )
    language: str = attrs.field(
        metadata=about("ISO 639-1 code of the language that it is written in.")
    )

    def __repr__(self) -> str:
        return f"<Source {self.publisher}, {self.published or 'undated'}: {self.url}>"


@documented
@attrs.frozen(kw_only=True, repr=False)
class Publisher:
    """Who publishes pages that records rest on."""

    name: str = attrs.field(metadata=about("Its name, as sources write it."))
    kind: SourceKind = attrs.field(
        metadata=about("``official``, ``agency``, ``press`` or ``archive``.")
    )
    country: Country | None = attrs.field(
        metadata=about("The state for which it speaks, or in which it is published, if known.")
    )

    def __repr__(self) -> str:
        return f"<Publisher {self.name} ({self.kind})>"


@documented
@attrs.frozen(kw_only=True, repr=False)
class Alternative:
    """A value that some sources give and the record does not use."""

    field: str = attrs.field(
        metadata=about("The name of the record's field that it would be the value of.")
    )
    value: str = attrs.field(metadata=about("The other value, as text."))
    reason: str = attrs.field(metadata=about("Why it was not chosen."))
    sources: tuple[Source, ...] = attrs.field(metadata=about("The pages that give it."))

    def __repr__(self) -> str:
        return f"<Alternative {self.field}={self.value}>"


@documented
@attrs.frozen(kw_only=True, repr=False)
class Country:
    """A state."""

    alpha_2: str = attrs.field(metadata=about("ISO 3166-1 code of two letters."))
    alpha_3: str = attrs.field(metadata=about("ISO 3166-1 code of three letters."))
    numeric: str = attrs.field(metadata=about("ISO 3166-1 code of three digits, as text."))
    name: str = attrs.field(metadata=about("English short name, the library's own."))
    name_ru: str | None = attrs.field(default=None, metadata=about("Russian short name."))
    name_zh: str | None = attrs.field(default=None, metadata=about("Chinese short name."))
    cow: int | None = attrs.field(
        default=None, metadata=about("Correlates of War country code, where the data has it.")
    )
    gw: int | None = attrs.field(
        default=None, metadata=about("Gleditsch-Ward number, where the data has it.")
    )
    sources: tuple[Source, ...] = attrs.field(
        default=(),
        eq=False,
        metadata=about(
            "Where the codes and names come from. Two editions' records of one state "
            "compare equal whatever their sources are."
        ),
    )

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"<Country {self.alpha_2} {self.name}>"


def span(start: date | PartialDate | None, end: date | PartialDate | None) -> str:
    """A period for a repr: ``2017-06-09`` or ``2017-06-09..2017-06-10``."""
    return f"{start}" if end in (None, start) else f"{start}..{end}"

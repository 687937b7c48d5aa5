"""What every record is made of: countries, sources, and values that sources dispute."""

from __future__ import annotations

from datetime import date

import attrs

from sco._dates import PartialDate, parse_stored


@attrs.frozen(kw_only=True, repr=False)
class Source:
    """A page that states what the record says.

    Attributes:
        url: Its address.
        publisher: Who published it.
        title: Its headline.
        published: The day (or only the month) on which it says that it was published.
        language: ISO 639-1 code of the language that it is written in.
    """

    url: str
    publisher: str
    title: str
    published: date | PartialDate | None
    language: str

    def __repr__(self) -> str:
        return f"<Source {self.publisher}, {self.published or 'undated'}: {self.url}>"


@attrs.frozen(kw_only=True, repr=False)
class Alternative:
    """A value that some sources give and the record does not use.

    Attributes:
        field: The name of the record's field that it would be the value of.
        value: The other value, as text.
        reason: Why it was not chosen.
        sources: The pages that give it.
    """

    field: str
    value: str
    reason: str
    sources: tuple[Source, ...]

    def __repr__(self) -> str:
        return f"<Alternative {self.field}={self.value}>"


@attrs.frozen(kw_only=True, repr=False)
class Country:
    """A state.

    Attributes:
        alpha_2: ISO 3166-1 code of two letters.
        alpha_3: ISO 3166-1 code of three letters.
        numeric: ISO 3166-1 code of three digits, as text.
        name: English short name, the library's own.
        name_ru: Russian short name.
        name_zh: Chinese short name.
        cow: Correlates of War country code, where the data has it.
        gw: Gleditsch-Ward number, where the data has it.
        sources: Where the codes and names come from. Two editions' records of
            one state compare equal whatever their sources are.
    """

    alpha_2: str
    alpha_3: str
    numeric: str
    name: str
    name_ru: str | None = None
    name_zh: str | None = None
    cow: int | None = None
    gw: int | None = None
    sources: tuple[Source, ...] = attrs.field(default=(), eq=False)

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"<Country {self.alpha_2} {self.name}>"


def source(cells: list[str]) -> Source:
    """Make a source of the cells of a row of ``sources.csv``."""
    _, url, publisher, title, published, language = cells
    return Source(
        url=url,
        publisher=publisher,
        title=title,
        published=optional_date(published),
        language=language,
    )


def optional(text: str) -> str | None:
    """An empty cell is None."""
    return text or None


def optional_date(text: str) -> date | PartialDate | None:
    """An empty cell is None; anything else is a day or a partial date."""
    return parse_stored(text) if text else None


def optional_int(text: str) -> int | None:
    """An empty cell is None; anything else is a whole number."""
    return int(text) if text else None


def items(text: str) -> tuple[str, ...]:
    """A cell that lists values, separated by ``|``."""
    return tuple(text.split("|")) if text else ()


def span(start: date | PartialDate | None, end: date | PartialDate | None) -> str:
    """A period for a repr: ``2017-06-09`` or ``2017-06-09..2017-06-10``."""
    return f"{start}" if end in (None, start) else f"{start}..{end}"

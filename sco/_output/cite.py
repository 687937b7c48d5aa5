"""Citations of records and of editions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from sco._errors import QueryError
from sco._inputs.dates import PartialDate, first_day

if TYPE_CHECKING:
    from sco._dataset import Dataset
    from sco.records.common import Source

_TITLE = "sco: the reference library on the Shanghai Cooperation Organisation"
_AUTHOR = "The sco maintainers"


def cite(record: Dataset | Any, style: str = "bibtex") -> str:
    """How to cite a record's sources, or an edition of the data.

    Args:
        record: A record that has ``sources``, the id of one in the newest edition (see
            `record`), a `Source`, or a `Dataset`.
        style: ``"bibtex"`` or ``"apa"``.

    Returns:
        One entry a source, or one for the edition, separated by empty lines.

    Raises:
        QueryError: If the style is another, or the value cannot be cited.
        UnknownRecordError: If there is no record with the id.

    >>> import sco
    >>> print(sco.cite(sco.edition("2026.11"), style="apa"))  # doctest: +ELLIPSIS
    The sco maintainers. (2026). sco: the reference library ... (Edition 2026.11) [Data set].
    """
    if style not in ("bibtex", "apa"):
        raise QueryError(f"style must be 'bibtex' or 'apa', not {style!r}")
    from sco.records.common import Source

    if isinstance(record, str):
        from sco._dataset import chosen

        record = chosen(None).record(record)
    make = _bibtex if style == "bibtex" else _apa
    if isinstance(record, Source):
        return make(record)
    sources: Iterable[Source] | None = getattr(record, "sources", None)
    if sources:
        return "\n\n".join(make(source) for source in sources)
    version = getattr(record, "version", None)
    if isinstance(version, str):
        return _edition(version, style)
    raise QueryError(f"{record!r} has no sources to cite: pass a record or an edition")


def _edition(version: str, style: str) -> str:
    year = version[:4]
    if style == "apa":
        return f"{_AUTHOR}. ({year}). {_TITLE} (Edition {version}) [Data set]."
    return (
        f"@misc{{sco-{version},\n  author = {{{{{_AUTHOR}}}}},\n  title = {{{_TITLE}}},\n"
        f"  year = {{{year}}},\n  edition = {{{version}}},\n  note = {{Data set}}\n}}"
    )


def _apa(source: Source) -> str:
    return f"{source.publisher}. ({_apa_date(source.published)}). {source.title}. {source.url}"


def _apa_date(published: date | PartialDate | None) -> str:
    if published is None:
        return "n.d."
    if isinstance(published, PartialDate):
        return f"{published.earliest.year}"
    return f"{published.year}, {published:%B} {published.day}"


def _bibtex(source: Source) -> str:
    fields = {
        "author": f"{{{_escaped(source.publisher)}}}",
        "title": f"{{{_escaped(source.title)}}}",
        "year": str(first_day(source.published).year) if source.published else "",
        "date": str(source.published or ""),
        "url": source.url,
        "language": source.language,
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@online{{{_key(source)},\n" + ",\n".join(lines) + "\n}"


def _key(source: Source) -> str:
    """A key that stays the same from edition to edition."""
    import hashlib

    word = "".join(c for c in source.publisher.split()[0].lower() if c.isascii() and c.isalnum())
    address = hashlib.sha256(source.url.encode()).hexdigest()[:6]
    return f"{word or 'page'}-{source.published or 'undated'}-{address}".replace("/", "-")


def _escaped(text: str) -> str:
    for mark in "&%$#_{}":
        text = text.replace(mark, f"\\{mark}")
    return text

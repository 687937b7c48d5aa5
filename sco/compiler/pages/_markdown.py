"""Markdown that the pages share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sco.records.common import Source

GENERATED = (
    "<!-- Made of the data by: python -m sco.compiler pages. Change the data, not this page. -->"
)


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table; whatever the cells hold stays in its column."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(map(_escaped, line))} |" for line in lines)


def link(text: str, url: str) -> str:
    """A link; brackets in its text stay text."""
    plain = text.replace("[", "\\[").replace("]", "\\]")
    return f"[{plain}]({url})"


def links(sources: Iterable[Source]) -> str:
    """Sources by publisher and day of publication, each a link to its page."""
    return "; ".join(link(_named(source), source.url) for source in sources)


def _named(source: Source) -> str:
    return f"{source.publisher}, {source.published}" if source.published else source.publisher


def _escaped(cell: object) -> str:
    return str(cell).replace("|", "\\|").replace("\n", " ")

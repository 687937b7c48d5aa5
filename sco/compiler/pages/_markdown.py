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
    """Sources by publisher and day of publication, each a link to its page; of a copy, none."""
    return "; ".join(page(_named(source), source) for source in sources)


def page(text: str, source: Source) -> str:
    """A link to a source; of a copy, which may lie anywhere, only a look-up in a web archive."""
    if source.kind != "copy":
        return link(text, source.url)
    archive = link("look it up", f"https://web.archive.org/web/*/{source.url}")
    return f"{text}, copy of {source.original}: {archive}"


def _named(source: Source) -> str:
    return f"{source.publisher}, {source.published}" if source.published else source.publisher


def _escaped(cell: object) -> str:
    return str(cell).replace("|", "\\|").replace("\n", " ")

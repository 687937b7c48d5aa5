"""Markdown that the pages share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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


def _escaped(cell: object) -> str:
    return str(cell).replace("|", "\\|").replace("\n", " ")

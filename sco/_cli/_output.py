"""Answers as an aligned table, CSV or JSON."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Sequence
from typing import Literal

import attrs

from sco._output.csv import csv_text
from sco._output.flat import Cell, cells, columns, joined

Format = Literal["table", "csv", "json"]

WIDTH = 100
_NARROWEST = 12
_GAP = "  "


@attrs.frozen
class Answer:
    """What a command found.

    Attributes:
        rows: The rows, each a dict from column to cell.
        columns: All columns, for CSV and JSON.
        shown: Those that a table shows.
        records: The records that the rows were made of, if an export can hold them.
    """

    rows: tuple[dict[str, Cell], ...]
    columns: tuple[str, ...]
    shown: tuple[str, ...]
    records: tuple[object, ...] | None = None

    @classmethod
    def of(cls, records: Iterable[object], kind: type, shown: str) -> Answer:
        """The answer that consists of records of one kind."""
        found = tuple(records)
        return cls(tuple(map(cells, found)), tuple(columns(kind)), tuple(shown.split()), found)


def rendered(answer: Answer, format: Format, *, sources: bool) -> str:
    """The answer as text that ends with a line break.

    Args:
        answer: What was found.
        format: ``table``, ``csv`` or ``json``.
        sources: Whether a table lists the addresses of the sources below each row.
    """
    if format == "csv":
        return csv_text(answer.columns, ([row[n] for n in answer.columns] for row in answer.rows))
    if format == "json":
        rows = [{name: row[name] for name in answer.columns} for row in answer.rows]
        return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
    return _table(answer, sources)


def _table(answer: Answer, sources: bool) -> str:
    if not answer.rows:
        return "(none)\n"
    names = [name for name in answer.shown if name != "sources" or not sources]
    lines = [[_shown(row[name], name) for name in names] for row in answer.rows]
    right = [isinstance(answer.rows[0][name], int) or name == "sources" for name in names]
    headers = [name.replace("_", " ") for name in names]
    widths = _widths(headers, lines)
    text = [*_wrapped(headers, widths, right), _GAP.join("-" * width for width in widths)]
    for row, line in zip(answer.rows, lines, strict=True):
        text += _wrapped(line, widths, right)
        if sources and isinstance(addresses := row.get("sources"), tuple):
            text += [f"    {address}" for address in addresses]
    return "\n".join(text) + "\n"


def _shown(cell: Cell, name: str) -> str:
    if name == "sources" and isinstance(cell, tuple):
        return str(len(cell))
    value = joined(cell, ", ")
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _widths(headers: Sequence[str], lines: Sequence[Sequence[str]]) -> list[int]:
    """Column widths that fit into a line, as far as the columns can be made narrower."""
    widths = [max(map(len, column)) for column in zip(headers, *lines, strict=True)]
    longest = [
        max(len(word) for text in column for word in text.split())
        for column in zip(headers, *lines, strict=True)
    ]
    room = WIDTH - len(_GAP) * (len(widths) - 1)
    while sum(widths) > room:
        free = [i for i, width in enumerate(widths) if width > max(_NARROWEST, longest[i])]
        if not free:
            break
        widths[max(free, key=lambda i: widths[i])] -= 1
    return widths


def _wrapped(line: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> list[str]:
    parts = [
        textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]
        for text, width in zip(line, widths, strict=True)
    ]
    return [
        _GAP.join(
            (part[n] if n < len(part) else "").rjust(width)
            if number
            else (part[n] if n < len(part) else "").ljust(width)
            for part, width, number in zip(parts, widths, right, strict=True)
        ).rstrip()
        for n in range(max(map(len, parts)))
    ]

"""CSV text as the editions have it: UTF-8, one line feed a line, quotes where needed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from sco._output.flat import Cell, joined


def csv_text(header: Sequence[str], rows: Iterable[Iterable[Cell]]) -> str:
    """A table as CSV; None is an empty cell, a list is joined, a truth is ``true``."""
    lines = [_line(header)]
    lines += [_line([_text(cell) for cell in row]) for row in rows]
    return "".join(lines)


def _text(cell: Cell) -> str:
    value = joined(cell)
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _line(cells: Sequence[str]) -> str:
    # The writer quotes a cell for the characters of its own line end only, and a lone
    # carriage return that is not quoted cannot be read back: hence both, and then one.
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue().removesuffix("\r\n") + "\n"

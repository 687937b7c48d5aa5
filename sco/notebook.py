"""Records as tables in a notebook.

``%load_ext sco.notebook`` (or `enable`) shows the results of queries as tables; `table`
makes one of any result:

>>> import sco
>>> from sco.notebook import table
>>> table(sco.changes("2017", "2017"))
<table of 2 changes>
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING, Any, cast

from sco._errors import QueryError
from sco._output.flat import (
    Cell,
    alike,
    cells,
    columns,
    is_record,
    joined,
    plural,
    record_classes,
)

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

    from sco.records.common import Source

__all__ = ["Table", "enable", "load_ipython_extension", "table", "unload_ipython_extension"]

ROWS = 20


class Table:
    """A query's result that a notebook shows as a table.

    Made by `table`.
    """

    def __init__(self, records: tuple[object, ...], kind: type, rows: int) -> None:
        self._records = records
        self._kind = kind
        self._rows = rows

    def __repr__(self) -> str:
        return f"<table of {len(self._records)} {plural(self._kind)}>"

    def _repr_html_(self) -> str:
        names = list(columns(self._kind))
        shown = self._records[: self._rows]
        rows = [{**cells(record), "sources": _pages(record)} for record in shown]
        # A column that is empty in every row that is shown only takes room.
        used = [name for name in names if any(row[name] not in (None, ()) for row in rows)]
        head = "".join(f"<th>{escape(_title(name))}</th>" for name in used)
        body = "".join(
            "<tr>" + "".join(f"<td>{_html(row[name])}</td>" for name in used) + "</tr>"
            for row in rows
        )
        more = len(self._records) - len(rows)
        rest = f"<p>… and {more} more</p>" if more else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{rest}"


def table(records: Iterable[object], *, rows: int = ROWS) -> Table:
    """A query's result as a table, for the last line of a notebook's cell.

    Args:
        records: Records of one kind, such as a query returns.
        rows: How many to show; the table says how many more there are.

    Raises:
        QueryError: If there are no records, if they are not of one kind, or if rows is
            not a whole number above zero.
    """
    if isinstance(rows, bool) or not isinstance(rows, int) or rows < 1:
        raise QueryError(f"rows must be a whole number above zero, not {rows!r}")
    found, kind = alike(records)
    return Table(found, kind, rows)


def enable() -> None:
    """Show records, and tuples of them, as tables in this IPython session.

    Raises:
        QueryError: If this is not an IPython session.
    """
    try:
        from IPython.core.getipython import get_ipython
    except ImportError:
        shell = None
    else:
        shell = get_ipython()
    if shell is None:
        raise QueryError("this is not an IPython session: use sco.notebook.table(...)._repr_html_")
    load_ipython_extension(shell)


def load_ipython_extension(ipython: InteractiveShell) -> None:
    """Show records, and tuples of them, as tables (``%load_ext sco.notebook``)."""
    html = _formatter(ipython)
    html.for_type(tuple, _tuple_html)
    for kind in record_classes():
        html.for_type(kind, _record_html)


def unload_ipython_extension(ipython: InteractiveShell) -> None:
    """Show them again as they are (``%unload_ext sco.notebook``)."""
    html = _formatter(ipython)
    for kind in (tuple, *record_classes()):
        html.pop(kind, None)


def _formatter(ipython: InteractiveShell) -> Any:
    formatter = ipython.display_formatter
    assert formatter is not None
    return formatter.formatters["text/html"]


def _tuple_html(value: tuple[object, ...]) -> str | None:
    """None leaves any other tuple to IPython."""
    if not value or not is_record(value[0]) or len({type(one) for one in value}) > 1:
        return None
    return table(value)._repr_html_()


def _record_html(record: object) -> str:
    rows = "".join(
        f"<tr><th>{escape(_title(name))}</th><td>{_html(cell)}</td></tr>"
        for name, cell in {**cells(record), "sources": _pages(record)}.items()
        if cell not in (None, ())
    )
    return f"<table><tbody>{rows}</tbody></table>"


def _title(name: str) -> str:
    return name.replace("_", " ")


def _pages(record: object) -> tuple[Source, ...]:
    found: tuple[Source, ...] = getattr(record, "sources", ())
    return found


def _html(cell: Cell | tuple[Source, ...]) -> str:
    if isinstance(cell, tuple) and cell and not isinstance(cell[0], str):
        return " ".join(_page(number, page) for number, page in enumerate(cell, start=1))
    value = joined(cast("Cell", cell), ", ")
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else escape(str(value))


def _page(number: int, source: Source) -> str:
    """A numbered link; a copy, or an address that is not one of the web, is only shown."""
    url = source.url
    if not url.startswith(("https://", "http://")):
        return escape(url)
    if source.kind == "copy":
        return f'<span title="{escape(url)}">{number} (copy)</span>'
    return f'<a href="{escape(url)}" rel="noopener" title="{escape(url)}">{number}</a>'

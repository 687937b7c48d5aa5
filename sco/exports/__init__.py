"""Write an edition, or a query's result, to a file in a common format.

Needs the extra ``sco-reference[exports]`` for Parquet, Excel and iCalendar; the other
formats need nothing more than Python.

>>> import sco, tempfile, pathlib
>>> from sco.exports import export
>>> with tempfile.TemporaryDirectory() as folder:
...     made = export(sco.summits(host="CN"), pathlib.Path(folder) / "china.csv")
...     made.read_text(encoding="utf-8")[:15]
'id,body,ordinal'
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from sco._dataset import Dataset
from sco._edition.package import released
from sco._errors import MissingExtraError, QueryError
from sco.exports import _writers
from sco.exports._bundle import Bundle, edition_bundle, query_bundle
from sco.exports._files import check_shape, write_whole

__all__ = ["FORMATS", "MissingExtraError", "export"]

FORMATS: dict[str, tuple[str, ...]] = {
    "datapackage": ("",),
    "csv": (".csv",),
    "jsonl": (".jsonl", ".ndjson"),
    "parquet": (".parquet",),
    "sqlite": (".sqlite", ".sqlite3", ".db"),
    "xlsx": (".xlsx",),
    "ics": (".ics",),
}
"""The formats, and the suffixes by which each is known; no suffix means a folder."""

_WRITERS: dict[str, Callable[[Bundle, Path], None]] = {
    "datapackage": _writers.datapackage,
    "csv": _writers.csv_file,
    "jsonl": _writers.jsonl,
    "parquet": _writers.parquet,
    "sqlite": _writers.sqlite,
    "xlsx": _writers.xlsx,
}


def export(
    what: Dataset | Iterable[object],
    path: str | os.PathLike[str],
    *,
    format: str | None = None,
    overwrite: bool = False,
    edition: Dataset | None = None,
) -> Path:
    """Write an edition, or the records of a query's result, to a file or folder.

    The target is written whole or not at all: what is made goes to a temporary name beside
    it, and is renamed when it is complete.

    Args:
        what: A `Dataset`, or records of one kind, such as a query returns.
        path: Where to. Its folder must exist.
        format: One of `FORMATS`; None to tell it by the path's suffix:

            - ``datapackage``: a folder of CSV files with a ``datapackage.json`` (a path
              without a suffix; of an edition, an exact copy);
            - ``csv``: one CSV file (a query's result only);
            - ``jsonl``: JSON Lines: a record a line, or of an edition ``table`` and ``row``;
            - ``parquet``: one file, or of an edition a folder with one a table;
            - ``sqlite``: a database; ``xlsx``: a workbook with a sheet a table;
            - ``ics``: summits as all-day events of a calendar.
        overwrite: Whether an existing file may be replaced, or a folder that holds nothing
            but an earlier export.
        edition: The edition that records come from, as the file will say; None for the
            newest. Of no use with a `Dataset`.

    Returns:
        The path that was written.

    Raises:
        QueryError: If the suffix or format is not known, if the records are none or not of
            one kind, if the format cannot hold them, if there is something at the path that
            may not be replaced, or no folder to write to.
        MissingExtraError: If the format needs a library that is not installed.

    Flat rows hold countries as alpha-2 codes, people as names, dates as ISO 8601 or EDTF,
    sources as addresses; lists are joined by ``|`` (arrays in JSON Lines). In a folder, a
    database or a workbook the delegates, alternatives and sources that a query's records
    refer to have tables of their own. Text in a workbook is always text, also if it begins
    with ``=``, ``+``, ``-`` or ``@``. CSV files are for programs and hold every value
    unchanged: to open data in a spreadsheet, write a workbook.

    A month-long event of a calendar is a summit of which the day is not known.
    """
    target = Path(path)
    chosen = _format(target, format)
    whole = isinstance(what, Dataset)
    check_shape(target, folder=chosen == "datapackage" or (chosen == "parquet" and whole))
    if chosen == "ics":
        content = _as_calendar(what, edition)
        write_whole(target, lambda fresh: _write(fresh, content), overwrite=overwrite)
        return target
    if isinstance(what, Dataset):
        bundle = edition_bundle(what)
    else:
        bundle = query_bundle(_records(what), edition or Dataset())
    writer = _WRITERS[chosen]
    write_whole(target, lambda fresh: writer(bundle, fresh), overwrite=overwrite)
    return target


def _format(target: Path, format: str | None) -> str:
    if format is not None:
        if format not in FORMATS:
            raise QueryError(f"format must be one of {', '.join(FORMATS)}, not {format!r}")
        return format
    suffix = target.suffix.lower()
    if suffix[1:].isdigit():  # the folder "sco-2026.11" has no suffix
        suffix = ""
    for name, suffixes in FORMATS.items():
        if suffix in suffixes:
            return name
    known = ", ".join(s for suffixes in FORMATS.values() for s in suffixes if s)
    raise QueryError(
        f"the suffix {suffix!r} is not known: use {known}, none for a folder, or give the format"
    )


def _records(what: Iterable[object]) -> Iterable[object]:
    if isinstance(what, str) or not isinstance(what, Iterable):
        raise QueryError(f"only an edition or a query's result can be exported, not {what!r}")
    return what


def _as_calendar(what: Dataset | Iterable[object], edition: Dataset | None) -> bytes:
    from sco.exports._calendar import calendar

    data = what if isinstance(what, Dataset) else edition or Dataset()
    summits = what.summits() if isinstance(what, Dataset) else _records(what)
    return calendar(summits, data.version, released(data.records.tables.files))


def _write(fresh: Path, content: bytes) -> None:
    fresh.write_bytes(content)

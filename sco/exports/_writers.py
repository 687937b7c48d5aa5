"""One writer a format: each makes the file or folder at the path that it is given."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sco._errors import QueryError
from sco._output.csv import csv_text
from sco._output.flat import Cell, Scalar, joined
from sco.exports._bundle import Bundle, Column, Row, Table
from sco.exports._extras import extra
from sco.exports._files import DESCRIPTION

if TYPE_CHECKING:
    import pyarrow

_BATCH = 500
# A program that opens the workbook may take a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LICENSE = {
    "name": "CC0-1.0",
    "title": "Creative Commons Zero v1.0 Universal",
    "path": "https://creativecommons.org/publicdomain/zero/1.0/",
}


def datapackage(bundle: Bundle, path: Path) -> None:
    """A folder of CSV files and their description."""
    path.mkdir()
    if bundle.edition is not None:
        # Byte for byte, so that the hashes of the edition hold for the copy.
        for name, content in bundle.edition.all():
            (path / name).parent.mkdir(exist_ok=True)
            (path / name).write_bytes(content)
        return
    for table in _tables(bundle):
        (path / f"{table.name}.csv").write_bytes(_csv(table))
    _describe(bundle, path, "csv", "text/csv")


def csv_file(bundle: Bundle, path: Path) -> None:
    """One CSV file, of a query's result."""
    if bundle.edition is not None:
        raise QueryError(
            f"an edition has {len(bundle.tables)} tables, and a .csv file holds one: write to a "
            "folder, or to .sqlite or .xlsx"
        )
    path.write_bytes(_csv(bundle.tables[0]))


def jsonl(bundle: Bundle, path: Path) -> None:
    """One JSON object a line: a record, or of an edition the table's name and the row."""
    whole = bundle.edition is not None
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for table in _tables(bundle) if whole else bundle.tables[:1]:
            for row in table.read():
                line: dict[str, object] = dict(zip(table.names, row, strict=True))
                if whole:
                    line = {"table": table.name, "row": line}
                file.write(json.dumps(line, ensure_ascii=False) + "\n")


def sqlite(bundle: Bundle, path: Path) -> None:
    """A database with a table each, and one named ``edition`` that says which it is."""
    # The connection's own context manager commits, but does not close.
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE edition (version TEXT, released TEXT, title TEXT)")
        about = (bundle.version, bundle.released.isoformat(), bundle.title)
        connection.execute("INSERT INTO edition VALUES (?, ?, ?)", about)
        for table in _tables(bundle):
            parts = [f"{_quoted(c.name)} {_SQL_TYPES.get(c.kind, 'TEXT')}" for c in table.columns]
            if table.key:
                parts.append(f"PRIMARY KEY ({', '.join(map(_quoted, table.key))})")
            connection.execute(f"CREATE TABLE {_quoted(table.name)} ({', '.join(parts)})")
            marks = ", ".join("?" * len(table.columns))
            statement = f"INSERT INTO {_quoted(table.name)} VALUES ({marks})"
            connection.executemany(statement, (list(map(joined, row)) for row in table.read()))


def xlsx(bundle: Bundle, path: Path) -> None:
    """A workbook with a sheet a table, all text as text: nothing in it is a formula."""
    xlsxwriter = extra("xlsxwriter")
    with xlsxwriter.Workbook(str(path)) as book:
        # The day of release, not of writing: the same edition gives the same bytes.
        made = datetime.combine(bundle.released, datetime.min.time())
        about = f"Edition {bundle.version}, released {bundle.released}; {_LICENSE['name']}"
        book.set_properties({"title": bundle.title, "comments": about, "created": made})
        bold = book.add_format({"bold": True})
        # Without the prefix, editing such a cell would make a formula of it after all.
        plain = book.add_format({"quote_prefix": True})
        for table in _tables(bundle):
            sheet = book.add_worksheet(table.name)
            sheet.freeze_panes(1, 0)
            sheet.write_row(0, 0, table.names, bold)
            number = 0
            for number, row in enumerate(table.read(), start=1):
                for position, cell in enumerate(map(joined, row)):
                    _write_cell(sheet, number, position, cell, plain)
            sheet.autofilter(0, 0, number, len(table.columns) - 1)


def parquet(bundle: Bundle, path: Path) -> None:
    """One Parquet file; of an edition a folder with one each, and their description."""
    if bundle.edition is None:
        _parquet(bundle, bundle.tables[0], path)
        return
    path.mkdir()
    for table in _tables(bundle):
        _parquet(bundle, table, path / f"{table.name}.parquet")
    _describe(bundle, path, "parquet", "application/vnd.apache.parquet")


def _tables(bundle: Bundle) -> Iterator[Table]:
    """The tables, with a progress bar where somebody waits in front of a terminal."""
    if bundle.edition is None:
        yield from bundle.tables
        return
    try:
        from tqdm import tqdm
    except ImportError:  # a bar is a courtesy: no export fails for want of it
        yield from bundle.tables
        return
    # disable=None: silent where stderr is no terminal.
    yield from tqdm(bundle.tables, unit="table", delay=1, leave=False, disable=None)


def _csv(table: Table) -> bytes:
    return csv_text(table.names, table.read()).encode()


def _describe(bundle: Bundle, folder: Path, suffix: str, mediatype: str) -> None:
    resources = [_resource(table, folder, suffix, mediatype) for table in bundle.tables]
    package = {
        "profile": "tabular-data-package",
        "name": "sco" if bundle.edition is not None else f"sco-{bundle.tables[0].name}",
        "title": bundle.title,
        "version": bundle.version,
        "created": f"{bundle.released}T00:00:00Z",
        "licenses": [_LICENSE],
        "resources": resources,
    }
    text = json.dumps(package, indent=2, ensure_ascii=False) + "\n"
    (folder / DESCRIPTION).write_text(text, encoding="utf-8", newline="\n")


def _resource(table: Table, folder: Path, suffix: str, mediatype: str) -> dict[str, Any]:
    name = f"{table.name}.{suffix}"
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    described: dict[str, Any] = {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": name,
        "title": table.title,
        "format": suffix,
        "mediatype": mediatype,
        "schema": {**schema, "missingValues": [""]},
    }
    if suffix == "csv":  # frictionless cannot check the size of a Parquet file
        content = (folder / name).read_bytes()
        described["hash"] = f"sha256:{hashlib.sha256(content).hexdigest()}"
        described["bytes"] = len(content)
    return described


def _field(column: Column) -> dict[str, str]:
    if column.kind == "list":
        meaning = f"{column.description} Separated by |.".lstrip()
        return {"name": column.name, "type": "string", "description": meaning}
    return {"name": column.name, "type": column.kind, "description": column.description}


_SQL_TYPES = {"integer": "INTEGER", "boolean": "BOOLEAN", "date": "DATE"}


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _write_cell(sheet: Any, row: int, column: int, cell: Scalar, plain: object) -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, int):
        sheet.write_number(row, column, cell)
    elif cell is not None:
        style = plain if cell.startswith(_FORMULA) else None
        if sheet.write_string(row, column, cell, style):
            raise QueryError(f"a cell of {len(cell)} characters is too long for a workbook")


def _parquet(bundle: Bundle, table: Table, path: Path) -> None:
    extra("pyarrow")
    import pyarrow.parquet

    about = {"sco_edition": bundle.version, "sco_table": table.name}
    schema = pyarrow.schema(
        [(column.name, _arrow_type(column)) for column in table.columns], metadata=about
    )
    with pyarrow.parquet.ParquetWriter(path, schema) as writer:
        for rows in _batches(table.read()):
            columns = zip(*rows, strict=True)
            arrays = [
                pyarrow.array([_arrow(cell, column) for cell in values], _arrow_type(column))
                for column, values in zip(table.columns, columns, strict=True)
            ]
            writer.write_batch(pyarrow.record_batch(arrays, schema=schema))


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    remaining = iter(rows)
    while batch := list(islice(remaining, _BATCH)):
        yield batch


def _arrow_type(column: Column) -> pyarrow.DataType:
    import pyarrow

    types = {"integer": pyarrow.int64(), "boolean": pyarrow.bool_(), "date": pyarrow.date32()}
    return types.get(column.kind, pyarrow.string())


def _arrow(cell: Cell, column: Column) -> Scalar | date:
    value = joined(cell)
    if column.kind == "date" and isinstance(value, str):
        return date.fromisoformat(value)
    return value

"""What an export writes: an edition's tables, or those made of a query's result."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import attrs

from sco._edition.files import Files
from sco._edition.package import described, released, resources
from sco._output.flat import Cell, Kind, alike, cells, columns, key, plural
from sco.records.common import Alternative, Source

if TYPE_CHECKING:
    from sco._dataset import Dataset

Row = tuple[Cell, ...]


@attrs.frozen
class Column:
    """A column: its name, what it holds, and what that means."""

    name: str
    kind: Kind
    description: str


@attrs.frozen
class Table:
    """A table of which the rows are read when they are asked for."""

    name: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    read: Callable[[], Iterable[Row]]

    @property
    def names(self) -> list[str]:
        """The columns' names."""
        return [column.name for column in self.columns]


@attrs.frozen
class Bundle:
    """The tables of one export and where they come from.

    Attributes:
        version: The edition's version.
        released: The day on which the edition was released.
        title: What the export holds.
        tables: The tables, that of the query's records first.
        edition: The edition's own files if the export is the whole of it.
    """

    version: str
    released: date
    title: str
    tables: tuple[Table, ...]
    edition: Files | None = None


def edition_bundle(data: Dataset) -> Bundle:
    """All tables of an edition, cell for cell as the edition has them."""
    files = data.records.tables.files
    return Bundle(
        version=data.version,
        released=released(files),
        title=described(files)["title"],
        tables=tuple(_edition_table(data, resource) for resource in resources(files)),
        edition=files,
    )


def query_bundle(records: Iterable[object], data: Dataset) -> Bundle:
    """The records of a query's result, and what they refer to in tables of its own.

    Raises:
        QueryError: If there are none, or if they are not records of one kind.
    """
    found, kind = alike(records)
    name = plural(kind)
    parts = [part for one in found for part in _parts(one)]
    disputed = [(one, a) for one in (*found, *parts) for a in getattr(one, "alternatives", ())]
    cited = [s for one in (*found, *parts) for s in getattr(one, "sources", ())]
    cited += [s for _, alternative in disputed for s in alternative.sources]
    tables = [_record_table(name, kind, found)]
    if parts:
        tables.append(_record_table(plural(type(parts[0])), type(parts[0]), parts))
    if disputed:
        tables.append(_alternatives(disputed))
    if cited:
        tables.append(_record_table("sources", Source, tuple(dict.fromkeys(cited))))
    return Bundle(
        version=data.version,
        released=released(data.records.tables.files),
        title=f"sco: {len(found)} {name} of edition {data.version}",
        tables=tuple(tables),
    )


def _parts(record: object) -> tuple[object, ...]:
    """The records within a record that have sources of their own."""
    part = getattr(record, "tally", None)
    return (part,) if part is not None else getattr(record, "delegates", ())


def _edition_table(data: Dataset, resource: dict[str, Any]) -> Table:
    fields = resource["schema"]["fields"]
    described = tuple(Column(f["name"], f["type"], f["description"]) for f in fields)

    def read() -> Iterator[Row]:
        for row in data.records.tables.all_rows(resource["name"]):
            yield tuple(_typed(row[column.name], column.kind) for column in described)

    keys = tuple(resource["schema"]["primaryKey"])
    return Table(resource["name"], resource["title"], described, keys, read)


def _typed(text: str, kind: Kind) -> Cell:
    if not text:
        return None
    if kind == "integer":
        return int(text)
    return text == "true" if kind == "boolean" else text


def _record_table(name: str, kind: type, records: Iterable[object]) -> Table:
    meanings = _meanings(kind)
    described = tuple(
        Column(column, of, meanings.get(column, "")) for column, of in columns(kind).items()
    )
    title = (kind.__doc__ or name).partition("\n")[0].rstrip(".")
    keys = ("id",) if "id" in columns(kind) else ()
    return Table(name, title, described, keys, lambda: (tuple(cells(r).values()) for r in records))


def _alternatives(disputed: list[tuple[object, Alternative]]) -> Table:
    own = (
        Column("table", "string", "The record's table."),
        Column("record", "string", "What identifies the record in it."),
    )
    inner = _record_table("alternatives", Alternative, ())

    def read() -> Iterator[Row]:
        for record, alternative in disputed:
            yield plural(type(record)), key(record), *cells(alternative).values()

    return Table("alternatives", inner.title, (*own, *inner.columns), (), read)


def _meanings(kind: type) -> dict[str, str]:
    """What a record class says of each of its fields."""
    return {field.name: field.metadata["about"] for field in attrs.fields(kind)}

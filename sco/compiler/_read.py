"""Reads the TOML files under ``data/`` into rows of text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sco._edition.rows import Row
from sco.compiler._cells import cell
from sco.compiler._faults import shown
from sco.compiler._fields import Table
from sco.compiler._files import LONGEST_KEY, documents, label
from sco.compiler._judge import judge
from sco.compiler._read_parts import (
    read_aliases,
    read_alternatives,
    read_attendees,
    read_distinct,
    read_participants,
    read_sources,
)
from sco.compiler._reading import Reading, Record
from sco.compiler._schema import BY_SINGULAR

__all__ = ["ONE_DAY", "WITH_DISTINCT", "Reading", "Record", "documents", "read"]

ONE_DAY = (
    "summits",
    "visits",
    "meetings",
    "events",
)  # tables whose records may leave out the last day
WITH_DISTINCT = ("visits", "meetings")  # tables whose records may say which others they are not


def read(data: Path) -> Reading:
    """Read every TOML file below a folder.

    Nothing is used before its shape is known: whatever is not a table, a list or a text where
    one is meant is a fault.
    """
    reading = Reading()
    for path, document in documents(data, reading.faults):
        _read_document(reading, path.relative_to(data).as_posix(), document)
    judge(reading)
    reading.records.extend(reading.sources.values())
    return reading


def _read_document(reading: Reading, file: str, document: dict[str, Any]) -> None:
    shared: dict[str, Any] = {}
    folder = file.partition("/")[0]
    cited = read_sources(reading, file, "", document.pop("sources", []))
    if folder == "delegations" and isinstance(document.get("summit"), str):
        shared["summit"] = document.pop("summit")
    if not any(document.values()):
        reading.faults.add(file, "", "", "holds no record")
    for singular, items in document.items():
        table = BY_SINGULAR.get(singular)
        if table is None or not isinstance(items, list):
            known = ", ".join(f"[[{name}]]" for name in BY_SINGULAR)
            reading.faults.add(file, "", singular, f"is no table; there are {known}")
            continue
        if folder != table.folder:
            reading.faults.add(file, "", singular, f"belongs in data/{table.folder}")
        for number, item in enumerate(items, start=1):
            if not isinstance(item, dict):
                message = f"must be a table [[{singular}]], not {shown(item)}"
                reading.faults.add(file, str(number), "", message)
                continue
            for name in shared.keys() & item.keys():
                reading.faults.add(
                    file, str(number), name, "is that of the file: leave it out here"
                )
            _read_record(reading, file, table, number, {**shared, **item}, cited)


def _read_record(
    reading: Reading,
    file: str,
    table: Table,
    number: int,
    item: dict[str, Any],
    shared: tuple[str, ...],
) -> None:
    key = label(item, number, table.key)
    if table.name in ONE_DAY:
        item.setdefault("end", item.get("start"))
    row: Row = {}
    for field in table.fields:
        value = item.pop(field.name, field.default)
        row[field.name] = cell(reading.faults, file, key, field, value)
    for name in table.key:
        if len(row[name]) > LONGEST_KEY:
            reading.faults.add(file, key, name, f"has more than {LONGEST_KEY} characters")
    # A record's own sources stand before those of its file.
    cited = (*read_sources(reading, file, key, item.pop("sources", [])), *shared)
    if table.sources is not None:
        row["sources"] = " ".join(dict.fromkeys(cited))
    elif cited:
        reading.faults.add(file, key, "sources", f"{table.name} have no sources")
    record = Record(table, file, key, row, cited)
    if table.alternatives:
        read_alternatives(reading, record, item.pop("alternatives", []))
    if table.name == "meetings":
        read_participants(reading, record, item.pop("participants", []))
    if table.name == "events":
        read_attendees(reading, record, item.pop("attendees", []))
    if table.name == "countries":
        read_aliases(reading, record, item.pop("aliases", []))
    if table.name in WITH_DISTINCT:
        record.distinct_from = read_distinct(reading, record, item.pop("distinct_from", []))
    for unknown in item:
        known = ", ".join(field.name for field in table.fields)
        reading.faults.add(file, key, unknown, f"is no field of {table.name}; there are {known}")
    reading.records.append(record)

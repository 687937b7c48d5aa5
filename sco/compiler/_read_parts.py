"""Reads what stands inside a record: its sources, alternatives, participants and names."""

from __future__ import annotations

import hashlib
from typing import Any
from urllib.parse import urlsplit

from sco._edition.rows import Row
from sco.compiler._cells import cell, problem, written
from sco.compiler._faults import shown
from sco.compiler._reading import Reading, Record
from sco.compiler._schema import BY_NAME

_SOURCE_FIELDS = {"url", "publisher", "original", "kind", "title", "published", "language"}
_ALTERNATIVE_FIELDS = {"field", "value", "reason", "sources"}
_UNDISPUTED = {"id", "note", "confidence"}  # our own words: no source gives another
_MOST_SOURCES = 100
_MOST_SIDES = 4
_ATTENDEE = {"country", "person", "mode"}


def read_sources(reading: Reading, file: str, key: str, sources: Any) -> tuple[str, ...]:
    """The ids of the pages that a record or a file cites."""
    if not isinstance(sources, list) or not all(isinstance(one, dict) for one in sources):
        message = f"must be tables [[....sources]] with url and so on, not {shown(sources)}"
        reading.faults.add(file, key, "sources", message)
        return ()
    if len(sources) > _MOST_SOURCES:
        reading.faults.add(file, key, "sources", f"are more than {_MOST_SOURCES}")
        return ()
    return tuple(_read_source(reading, file, key, source) for source in sources)


def read_alternatives(reading: Reading, record: Record, others: Any) -> None:
    """The values that sources give and a record does not use."""
    if not isinstance(others, list) or not all(isinstance(one, dict) for one in others):
        message = f"must be tables [[....alternatives]] with field and so on, not {shown(others)}"
        reading.fault(record, "alternatives", message)
        return
    for other in others:
        _read_alternative(reading, record, other)


def read_participants(reading: Reading, record: Record, sides: Any) -> None:
    """Who took part in a meeting."""
    if not isinstance(sides, list) or not 2 <= len(sides) <= _MOST_SIDES:
        message = f"must be a list of two, or of three or four in a trilateral, not {shown(sides)}"
        reading.fault(record, "participants", message)
        return
    for side in sides:
        if not isinstance(side, dict) or side.keys() != {"country", "person"}:
            message = f"each is {{ country = ..., person = ... }}, not {shown(side)}"
            reading.fault(record, "participants", message)
            continue
        _derive(reading, "participants", record, {"meeting": record.id, **side})


def read_attendees(reading: Reading, record: Record, sides: Any) -> None:
    """Who was at an event."""
    if not isinstance(sides, list):
        reading.fault(record, "attendees", f"must be a list, not {shown(sides)}")
        return
    for side in sides:
        if not isinstance(side, dict) or not {"country", "person"} <= side.keys() <= _ATTENDEE:
            message = f"each is {{ country = ..., person = ... }}, not {shown(side)}"
            reading.fault(record, "attendees", message)
            continue
        _derive(reading, "attendees", record, {"event": record.id, "mode": None, **side})


def read_aliases(reading: Reading, record: Record, aliases: Any) -> None:
    """Other names of a state."""
    if not isinstance(aliases, list):
        reading.fault(record, "aliases", f"must be a list of texts, not {shown(aliases)}")
        return
    for alias in aliases:
        _derive(reading, "aliases", record, {"alias": alias, "country": record.row["alpha_2"]})


def read_distinct(reading: Reading, record: Record, others: Any) -> tuple[str, ...]:
    """The ids of records that look like the same and are not."""
    if not isinstance(others, list) or not all(isinstance(one, str) for one in others):
        reading.fault(record, "distinct_from", f"must be a list of ids, not {shown(others)}")
        return ()
    return tuple(others)


def _derive(reading: Reading, table: str, record: Record, values: dict[str, Any]) -> None:
    row: Row = {
        field.name: cell(reading.faults, record.file, record.id, field, values[field.name])
        for field in BY_NAME[table].fields
    }
    reading.records.append(Record(BY_NAME[table], record.file, record.id, row, ()))


def _read_alternative(reading: Reading, record: Record, other: dict[str, Any]) -> None:
    for unknown in sorted(other.keys() - _ALTERNATIVE_FIELDS):
        reading.fault(record, "alternatives", f"an alternative has no field {unknown}")
    table = BY_NAME["alternatives"]
    cited = read_sources(reading, record.file, record.id, other.get("sources", []))
    values = {**other, "table": record.table.name, "record": record.id}
    values["value"] = written(other.get("value"))
    row: Row = {
        field.name: cell(
            reading.faults,
            record.file,
            record.id,
            field,
            values.get(field.name),
            f"alternatives.{field.name}",
        )
        for field in table.fields
    }
    row["sources"] = " ".join(dict.fromkeys(cited))
    reading.records.append(Record(table, record.file, record.id, row, cited))
    if not row["field"]:
        return
    disputed = {field.name: field for field in record.table.fields}.get(row["field"])
    if disputed is None or row["field"] in _UNDISPUTED:
        known = ", ".join(f.name for f in record.table.fields if f.name not in _UNDISPUTED)
        message = f"{record.table.name} have no field {row['field']} to dispute; there are {known}"
        reading.fault(record, "alternatives", message)
    elif wrong := problem(disputed, row["value"]):
        reading.fault(record, "alternatives", f"{row['field']} {wrong}")


def _read_source(reading: Reading, file: str, key: str, source: dict[str, Any]) -> str:
    for unknown in sorted(source.keys() - _SOURCE_FIELDS):
        reading.faults.add(file, key, "sources", f"a source has no field {unknown}")
    url = source.get("url")
    if url and not _is_address(url):
        reading.faults.add(file, key, "sources", f"{shown(url)} is not a web address")
    table = BY_NAME["sources"]
    row: Row = {
        field.name: cell(
            reading.faults, file, key, field, source.get(field.name), f"sources.{field.name}"
        )
        for field in table.fields
        if field.name not in ("subject", "id")
    }
    name = "s" + hashlib.sha256(row["url"].encode()).hexdigest()[:10]
    if not row["url"]:
        return name
    row = {"id": name, **row}
    known = reading.sources.setdefault(name, Record(table, file, name, row, ()))
    for field_name, value in row.items():
        if known.row[field_name] != value:
            reading.faults.add(
                file,
                key,
                "sources",
                f"{row['url']} has {field_name} {value!r} here and {known.row[field_name]!r} in "
                f"{known.file}",
            )
    return name


def _is_address(url: object) -> bool:
    if not isinstance(url, str) or any(c.isspace() for c in url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)

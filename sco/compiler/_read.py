"""Reads the TOML files under ``data/`` into rows of text."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import attrs

from sco._edition.rows import Row
from sco._errors import InvalidDateError
from sco._inputs.dates import PartialDate
from sco.compiler._faults import Faults
from sco.compiler._fields import Field, Table, Type
from sco.compiler._schema import BY_NAME, BY_SINGULAR

ONE_DAY = ("summits", "visits", "meetings")  # tables whose records may leave out the last day
_SOURCE_FIELDS = {"url", "publisher", "original", "kind", "title", "published", "language"}
_ALTERNATIVE_FIELDS = {"field", "value", "reason", "sources"}


@attrs.define
class Record:
    """One row, and where it comes from."""

    table: Table
    file: str
    id: str
    row: Row
    sources: tuple[str, ...]


@attrs.define
class Reading:
    """Everything that the TOML files say.

    Attributes:
        records: All records, those of derived tables included.
        faults: What could not be read.
    """

    records: list[Record] = attrs.Factory(list)
    faults: Faults = attrs.Factory(Faults)
    sources: dict[str, Record] = attrs.Factory(dict)

    def of(self, table: str) -> list[Record]:
        """The records of one table."""
        return [r for r in self.records if r.table.name == table]


def read(data: Path) -> Reading:
    """Read every TOML file below a folder."""
    reading = Reading()
    for path, document in documents(data, reading.faults):
        name = path.relative_to(data).as_posix()
        _read_document(reading, name, document)
    reading.records.extend(reading.sources.values())
    return reading


def documents(data: Path, faults: Faults) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every TOML file that holds records, parsed."""
    for path in sorted(data.rglob("*.toml")):
        relative = path.relative_to(data)
        if relative.parts[0] == "editions" or relative.name == "edition.toml":
            continue
        try:
            yield path, tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            faults.add(relative.as_posix(), "", "", f"is not TOML: {error}")


def _read_document(reading: Reading, file: str, document: dict[str, Any]) -> None:
    shared: dict[str, Any] = {}
    sources: list[Any] = document.pop("sources", [])
    if "summit" in document and isinstance(document["summit"], str):
        shared["summit"] = document.pop("summit")
    for singular, items in document.items():
        table = BY_SINGULAR.get(singular)
        if table is None or not isinstance(items, list):
            known = ", ".join(f"[[{name}]]" for name in BY_SINGULAR)
            reading.faults.add(file, "", singular, f"is no table; there are {known}")
            continue
        folder = file.partition("/")[0]
        if folder != table.folder:
            reading.faults.add(file, "", singular, f"belongs in data/{table.folder}")
        for number, item in enumerate(items, start=1):
            # A record's own sources stand before those of its file.
            item = {**shared, **item, "sources": [*item.get("sources", []), *sources]}
            _read_record(reading, file, table, number, item)


def _read_record(
    reading: Reading, file: str, table: Table, number: int, item: dict[str, Any]
) -> None:
    key = str(item.get("id") or "/".join(str(item.get(k, "")) for k in table.key) or number)
    if table.name in ONE_DAY:
        item.setdefault("end", item.get("start"))
    row: Row = {}
    for field in table.fields:
        value = item.pop(field.name, field.default)
        row[field.name] = _text(reading.faults, file, key, field, value)
    cited = tuple(_source(reading, file, key, source) for source in item.pop("sources"))
    if table.sources is not None:
        row["sources"] = " ".join(dict.fromkeys(cited))
    elif cited:
        reading.faults.add(file, key, "sources", f"{table.name} have no sources")
    if table.alternatives:
        for other in item.pop("alternatives", []):
            _read_alternative(reading, file, table, key, other)
    if table.name == "meetings":
        _read_participants(reading, file, key, item.pop("participants", []))
    if table.name == "countries":
        for alias in item.pop("aliases", []):
            _derived(reading, "aliases", file, key, {"alias": alias, "country": row["alpha_2"]})
    for unknown in item:
        known = ", ".join(field.name for field in table.fields)
        reading.faults.add(file, key, unknown, f"is no field of {table.name}; there are {known}")
    reading.records.append(Record(table, file, key, row, cited))


def _read_alternative(
    reading: Reading, file: str, table: Table, key: str, other: dict[str, Any]
) -> None:
    for missing in _ALTERNATIVE_FIELDS - other.keys():
        reading.faults.add(file, key, "alternatives", f"an alternative lacks {missing}")
    for unknown in other.keys() - _ALTERNATIVE_FIELDS:
        reading.faults.add(file, key, "alternatives", f"an alternative has no field {unknown}")
    cited = tuple(_source(reading, file, key, source) for source in other.get("sources", []))
    row = {name: str(other.get(name, "")) for name in ("field", "value", "reason")}
    row = {"table": table.name, "record": key, **row, "sources": " ".join(cited)}
    reading.records.append(Record(BY_NAME["alternatives"], file, key, row, cited))
    if row["field"] not in {field.name for field in table.fields}:
        reading.faults.add(file, key, "alternatives", f"{table.name} have no field {row['field']}")


def _read_participants(reading: Reading, file: str, key: str, sides: list[Any]) -> None:
    if len(sides) < 2:
        reading.faults.add(file, key, "participants", "a meeting has two or more")
    for side in sides:
        if not isinstance(side, dict) or side.keys() != {"country", "person"}:
            reading.faults.add(file, key, "participants", "each is { country = ..., person = ... }")
            continue
        _derived(reading, "participants", file, key, {"meeting": key, **side})


def _derived(reading: Reading, table: str, file: str, key: str, row: Row) -> None:
    reading.records.append(Record(BY_NAME[table], file, key, row, ()))


def _source(reading: Reading, file: str, key: str, source: dict[str, Any]) -> str:
    for missing in _SOURCE_FIELDS - source.keys() - {"published", "original", "kind"}:
        reading.faults.add(file, key, "sources", f"a source lacks {missing}")
    for unknown in source.keys() - _SOURCE_FIELDS:
        reading.faults.add(file, key, "sources", f"a source has no field {unknown}")
    url = str(source.get("url", ""))
    if not url.startswith(("http://", "https://")):
        reading.faults.add(file, key, "sources", f"{url!r} is not a web address")
    table = BY_NAME["sources"]
    row = {
        field.name: _text(reading.faults, file, key, field, source.get(field.name))
        for field in table.fields
        if field.name not in ("subject", "id")
    }
    name = "s" + hashlib.sha256(url.encode()).hexdigest()[:10]
    row = {"id": name, **row}
    known = reading.sources.setdefault(name, Record(table, file, name, row, ()))
    for field_name, value in row.items():
        if known.row[field_name] != value:
            reading.faults.add(
                file,
                key,
                "sources",
                f"{url} has {field_name} {value!r} here and {known.row[field_name]!r} in "
                f"{known.file}",
            )
    return name


def _text(faults: Faults, file: str, key: str, field: Field, value: Any) -> str:
    """A TOML value as a cell; a fault if it is not what the field holds."""
    if value is None or value == "" or value == []:
        if field.required:
            faults.add(file, key, field.name, "is required")
        return ""
    problem = _problem(field, value)
    if problem:
        faults.add(file, key, field.name, problem)
        return ""
    if field.type is Type.TEXTS:
        texts = sorted(value) if field.name == "countries" else value
        return "|".join(texts)
    return str(value).lower() if field.type is Type.BOOLEAN else str(value)


def _problem(field: Field, value: Any) -> str | None:
    if field.type is Type.TEXTS:
        if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
            return f"must be a list of texts, not {value!r}"
        return "must not contain '|'" if any("|" in v for v in value) else None
    if field.type in (Type.DAY, Type.DATE):
        return _date_problem(field, value)
    expected = {Type.TEXT: str, Type.INTEGER: int, Type.BOOLEAN: bool}[field.type]
    if type(value) is not expected:
        return f"must be {field.type}, not {value!r}"
    if field.values is not None and value not in set(field.values):
        return f"must be one of {', '.join(field.values)}, not {value!r}"
    if isinstance(value, str) and (value != value.strip() or len(value.splitlines()) > 1):
        return f"has spaces around it or more than one line: {value!r}"
    return None


def _date_problem(field: Field, value: Any) -> str | None:
    if isinstance(value, date) and not isinstance(value, datetime):
        return None
    if field.type is Type.DAY or not isinstance(value, str):
        return f"must be a TOML date such as 2017-06-09 without quotes, not {value!r}"
    try:
        PartialDate.parse(value)
    except InvalidDateError as error:
        return f'must be a TOML date, or a partial date such as "2017-06": {error}'
    return None

"""Checks that records are told apart by their keys, and that every name means something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sco._edition.rows import Row
from sco._queries.rules import MEETING_RULES, VISIT_RULES
from sco.compiler._fields import Field, Type
from sco.compiler._reading import Reading, Record
from sco.compiler._schema import BY_NAME, TABLES

_EVENTS = {"visit": "visits", "summit": "summits", "meeting": "meetings"}
_RULES = {**MEETING_RULES, **VISIT_RULES}

_Keys = dict[str, set[str]]
_Used = dict[tuple[str, str], Row]


def check(reading: Reading) -> None:
    """Add a fault for every key that is there twice, and every name of something that is not."""
    _check_keys(reading)
    keys = {
        table.name: {r.row[table.key[0]] for r in reading.of(table.name)}
        for table in TABLES
        if len(table.key) == 1
    }
    for record in reading.records:
        for field in record.table.fields:
            _check_field(reading, record, field, record.row.get(field.name, ""), keys)
    used = {(record.table.name, record.id): record.row for record in reading.records}
    for other in reading.of("alternatives"):
        _check_alternative(reading, other, used, keys)
    for record in reading.of("announcements"):
        event, wanted = record.row["event"], _EVENTS[record.row["subject"]]
        if event and event not in keys[wanted]:
            reading.fault(record, "event", f"no {wanted} record {event!r}")
    for record in reading.of("coverage"):
        if record.row["table"] not in BY_NAME:
            known = ", ".join(BY_NAME)
            reading.fault(record, "table", f"no table {record.row['table']!r}; there are {known}")
    counted = keys["meetings"] | keys["visits"]
    for record in reading.of("inclusions"):
        if record.row["record"] not in counted:
            message = f"no meetings or visits record {record.row['record']!r}"
            reading.fault(record, "record", message)
        if record.row["rule"] not in _RULES:
            known = ", ".join(_RULES)
            message = f"no counting rule {record.row['rule']!r}; there are {known}"
            reading.fault(record, "rule", message)
    for record in reading.of("tallies"):
        rule = record.row["rule"]
        # In several words it is what the source says of how it counts.
        if rule and " " not in rule and rule not in _RULES:
            known = ", ".join(_RULES)
            reading.fault(record, "rule", f"no counting rule {rule!r}; there are {known}")


def _check_keys(reading: Reading) -> None:
    for table in TABLES:
        records = reading.of(table.name)
        keys = [tuple(r.row.get(k, "") for k in table.key) for r in records]
        counts = Counter(keys)
        for record, key in zip(records, keys, strict=True):
            if counts[key] > 1:
                reading.fault(record, "", f"{'/'.join(key)} is there {counts[key]} times")


def _check_field(
    reading: Reading, record: Record, field: Field, value: str, keys: _Keys, name: str = ""
) -> None:
    for one in _named(field, value):
        if one not in keys[str(field.refers)]:
            reading.fault(record, name or field.name, f"no {field.refers} record {one!r}")


def _named(field: Field, value: str) -> Iterator[str]:
    if field.refers and value:
        yield from value.split("|") if field.type is Type.TEXTS else [value]


def _check_alternative(reading: Reading, other: Record, used: _Used, keys: _Keys) -> None:
    """What a record keeps as disputed is another value than the one it uses."""
    row = other.row
    field = next(field for field in BY_NAME[row["table"]].fields if field.name == row["field"])
    _check_field(reading, other, field, row["value"], keys, "alternatives")
    if used[row["table"], row["record"]][field.name] == row["value"]:
        reading.fault(other, "alternatives", f"{row['field']} is {row['value']} already")

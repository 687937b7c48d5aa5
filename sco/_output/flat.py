"""Records as flat cells: the one way that the command line, exports and notebooks share."""

from __future__ import annotations

import enum
import importlib
import pkgutil
from collections.abc import Iterable
from datetime import date
from typing import Any, Literal, cast

import attrs

from sco._errors import QueryError
from sco._inputs.dates import PartialDate
from sco.records.common import Alternative, Country, Source

Scalar = str | int | bool | None
Cell = str | int | bool | tuple[str, ...] | None
"""One value of a row; a tuple where the field lists values."""

Kind = Literal["string", "integer", "boolean", "date", "list"]
"""What a column holds; ``date`` only where it is always a whole day."""

SEPARATOR = "|"
"""Between the values of a list, as in the editions' own tables."""

_IRREGULAR = {"country": "countries", "person": "people", "tally": "tallies"}
_UNCHANGED = {"coverage", "external"}


def cells(record: object) -> dict[str, Cell]:
    """A record's fields, in order, as text, numbers and lists of texts.

    Countries become alpha-2 codes, people (also as participants and delegates) their names,
    dates ISO 8601 or EDTF strings, sources their addresses, any other record its id.

    >>> import sco
    >>> row = cells(sco.summit("CHS-24"))
    >>> row["session_day"], row["host"], row["chair"]
    ('2024-07-04', 'KZ', 'Kassym-Jomart Tokayev')
    """
    return {name: _cell(getattr(record, name)) for name in columns(type(record))}


def joined(cell: Cell, separator: str = SEPARATOR) -> Scalar:
    """A cell of one value: the values of a list joined; an empty list is None."""
    if isinstance(cell, tuple):
        return separator.join(cell) or None
    return cell


def columns(kind: type) -> dict[str, Kind]:
    """The columns of a record class, in the order of its fields."""
    return {field.name: _kind(str(field.type)) for field in attrs.fields(kind)}


def plural(kind: type) -> str:
    """The name of the table of a record class, such as ``summits``."""
    name = kind.__name__.lower()
    return _IRREGULAR.get(name, name if name in _UNCHANGED else f"{name}s")


def key(record: object) -> str:
    """What identifies a record within its table, as the table of alternatives writes it."""
    own = getattr(record, "id", None)
    if own is not None:
        return str(own)
    row = cast("Any", record)
    return "/".join((row.summit, row.country.alpha_2, row.person.id))


def is_record(value: object) -> bool:
    """Whether a value is one of the library's records."""
    return attrs.has(type(value)) and type(value).__module__.startswith("sco.records.")


def record_classes() -> tuple[type, ...]:
    """Every record class that queries return."""
    import sco.records

    found = []
    for module in pkgutil.iter_modules(sco.records.__path__):
        name = f"sco.records.{module.name}"
        members = vars(importlib.import_module(name)).values()
        found += [m for m in members if attrs.has(m) and m.__module__ == name]
    return tuple(found)


def alike(records: Iterable[object]) -> tuple[tuple[object, ...], type]:
    """A query's result, and the class of its records.

    Raises:
        QueryError: If there are none, if one is not a record, or if they are of
            different kinds.
    """
    found = tuple(records)
    if not found:
        raise QueryError("there are no records: the result is empty")
    for one in found:
        if not is_record(one):
            raise QueryError(f"{one!r} is not a record of the library")
    kinds = {type(one) for one in found}
    if len(kinds) > 1:
        names = " and ".join(sorted(plural(kind) for kind in kinds))
        raise QueryError(f"the records must be of one kind, not {names}")
    return found, type(found[0])


def _cell(value: object) -> Cell:
    match value:
        case None | bool():
            return value
        case enum.Enum():
            return str(value)
        case str() | int():
            return value
        case tuple():
            return tuple(str(_cell(item)) for item in value)
        case _:
            return _named(value)


def _named(value: object) -> str:
    match value:
        case date():
            return value.isoformat()
        case PartialDate():
            return value.edtf
        case Country():
            return value.alpha_2
        case Source():
            return value.url
        case Alternative():
            return f"{value.field}={value.value} ({value.reason})"
    from sco.records.published import RuleCount

    if isinstance(value, RuleCount):
        return f"{value.rule}={value.count}"
    part = cast("Any", value)
    # A participant or a delegate is a person with a state; other records have an id.
    person = getattr(part, "person", part)
    return str(person.name if hasattr(person, "name") else part.id)


def _kind(annotation: str) -> Kind:
    plain = annotation.removesuffix(" | None")
    if plain.startswith("tuple["):
        return "list"
    known: dict[str, Kind] = {"int": "integer", "bool": "boolean", "date": "date"}
    return known.get(plain, "string")

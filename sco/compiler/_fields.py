"""What a table's description is made of, and how a record class becomes one."""

from __future__ import annotations

import enum
import sys
from collections.abc import Collection, Iterator
from typing import Any

import attrs


class Type(enum.StrEnum):
    """What a field holds."""

    TEXT = "text"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    DAY = "day"  # a day of the calendar
    DATE = "date"  # a day, or a partial date in EDTF
    TEXTS = "texts"  # a list of texts


EnumClass = type[enum.StrEnum]


@attrs.frozen
class Field:
    """One column.

    Attributes:
        name: Its name, in TOML and in CSV.
        type: What it holds.
        description: What it means.
        required: Whether every record has it.
        values: The enumeration that its values come from, if any.
        refers: The table whose key it holds, if any.
        default: What a TOML record that leaves it out means.
    """

    name: str
    type: Type
    description: str
    required: bool = False
    values: EnumClass | None = None
    refers: str | None = None
    default: object = None


@attrs.frozen
class Table:
    """One table.

    Attributes:
        name: Its name: the CSV file's, in the plural.
        singular: What a TOML file calls one record.
        folder: Where its TOML files are, below ``data/``: a file or a folder.
        title: What it holds.
        fields: Its columns.
        sources: How many sources a record needs; None if records have none.
        key: The columns that identify a row.
        order: The columns that rows are sorted by.
        alternatives: Whether records may carry disputed values.
        by_subject: Whether an edition has a file of it for each pair of states.
    """

    name: str
    singular: str
    folder: str | None
    title: str
    fields: tuple[Field, ...]
    sources: int | None = 1
    key: tuple[str, ...] = ("id",)
    order: tuple[str, ...] = ("start", "id")
    alternatives: bool = False
    by_subject: bool = False


_TYPES = {
    "str": Type.TEXT,
    "int": Type.INTEGER,
    "bool": Type.BOOLEAN,
    "date": Type.DAY,
    "date | PartialDate": Type.DATE,
    "tuple[str, ...]": Type.TEXTS,
}
_REFERS = {"Country": "countries", "Person": "people"}


def fields_of(cls: type, *, required: Collection[str] = ()) -> tuple[Field, ...]:
    """The columns that the fields of a record class are: a new field is one line there.

    Args:
        cls: The record class.
        required: Columns that every TOML record has, though the class can do without.
    """
    return tuple(_fields(cls, frozenset(required)))


def _fields(cls: type, required: frozenset[str]) -> Iterator[Field]:
    for field in attrs.fields(cls):
        annotation = str(field.type)
        plain = annotation.removesuffix(" | None")
        listed = plain.removeprefix("tuple[").removesuffix(", ...]")
        values = _enumeration(cls, plain)
        refers = field.metadata["refers"] or _REFERS.get(listed)
        if listed in _REFERS:
            kind: Type | None = Type.TEXTS if listed != plain else Type.TEXT
        else:
            kind = Type.TEXT if values else _TYPES.get(plain)
        if kind is None:
            continue  # sources, alternatives and parts: tables of their own
        default: Any = field.metadata["absent"]
        yield Field(
            name=field.name,
            type=kind,
            description=field.metadata["about"],
            required=field.name in required
            or (plain == annotation and default is None and kind is not Type.TEXTS),
            values=values,
            refers=refers,
            default=default,
        )


def _enumeration(cls: type, name: str) -> EnumClass | None:
    found = getattr(sys.modules[cls.__module__], name, None)
    return found if isinstance(found, type) and issubclass(found, enum.StrEnum) else None

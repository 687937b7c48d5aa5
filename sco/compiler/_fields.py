"""What a table's description is made of."""

from __future__ import annotations

import enum

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


ID = Field("id", Type.TEXT, "Stable identifier.", required=True)
NOTE = Field("note", Type.TEXT, "What a reader has to know.")
COUNTRY = Field("country", Type.TEXT, "The state, ISO 3166-1 alpha-2.", True, refers="countries")


def state(name: str, description: str, required: bool = False) -> Field:
    """A column of country codes."""
    return Field(name, Type.TEXT, description, required, refers="countries")


def person(name: str, description: str, required: bool = False) -> Field:
    """A column of ids of people."""
    return Field(name, Type.TEXT, description, required, refers="people")


def date(name: str, description: str, required: bool = False) -> Field:
    """A column of days or partial dates."""
    return Field(name, Type.DATE, description, required)

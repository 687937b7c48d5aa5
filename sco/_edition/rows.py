"""From a row of text to a record: one mechanism, which reads the record class's own fields."""

from __future__ import annotations

import enum
import sys
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs

from sco._errors import DataError
from sco._inputs.dates import optional_stored, parse_stored

if TYPE_CHECKING:
    from sco._edition.tables import Tables

R = TypeVar("R")
Row = dict[str, str]
Convert = Callable[[str, "Tables"], Any]

_PLAIN: dict[str, Convert] = {
    "str | None": lambda text, _: text or None,
    "int": lambda text, _: int(text),
    "int | None": lambda text, _: int(text) if text else None,
    "bool": lambda text, _: _truth(text),
    "date": lambda text, _: date.fromisoformat(text),
    "date | None": lambda text, _: date.fromisoformat(text) if text else None,
    "date | PartialDate": lambda text, _: parse_stored(text),
    "date | PartialDate | None": lambda text, _: optional_stored(text),
    "tuple[str, ...]": lambda text, _: items(text),
    "Country": lambda text, tables: tables.countries[text],
    "Country | None": lambda text, tables: tables.countries[text] if text else None,
    "tuple[Country, ...]": lambda text, t: tuple(t.countries[code] for code in items(text)),
    "Person": lambda text, tables: tables.people[text],
    "Person | None": lambda text, tables: tables.people[text] if text else None,
    "tuple[Person, ...]": lambda text, t: tuple(t.people[key] for key in items(text)),
}


def items(text: str) -> tuple[str, ...]:
    """A cell that lists values, separated by ``|``."""
    return tuple(text.split("|")) if text else ()


def record(cls: type[R], row: Row, tables: Tables, **given: Any) -> R:
    """Make a record of a row.

    Args:
        cls: Its class: each field is converted by its annotation.
        row: Its cells by column. A column that the edition is too old to have gives the
            field's default.
        tables: The edition: countries and people are those of it.
        given: Fields that are not columns: its sources, alternatives and parts.

    Raises:
        DataError: If a cell holds what the field cannot.
    """
    name = ""
    try:
        for name, convert in _columns(cast("Any", cls)):
            if name in row and name not in given:
                given[name] = convert(row[name], tables) if convert else row[name]
    except DataError:
        raise
    except (ValueError, KeyError) as error:
        raise DataError(
            f"the edition at {tables.files.where} has {name} {row[name]!r} in a record of "
            f"{cls.__name__}, which this version of sco cannot read"
        ) from error
    return cls(**given)


@cache
def _columns(cls: type) -> tuple[tuple[str, Convert | None], ...]:
    """The fields that are columns of the table, each with its conversion; text needs none."""
    found = []
    for field in attrs.fields(cls):
        annotation = str(field.type)
        convert = _PLAIN.get(annotation) or _of_enumeration(cls, annotation)
        if convert is not None or annotation == "str":
            found.append((field.name, convert))
    return tuple(found)


def _of_enumeration(cls: type, annotation: str) -> Convert | None:
    kind = getattr(sys.modules[cls.__module__], annotation.removesuffix(" | None"), None)
    if not (isinstance(kind, type) and issubclass(kind, enum.StrEnum)):
        return None
    if annotation.endswith(" | None"):
        return lambda text, _: kind(text) if text else None
    return lambda text, _: kind(text)


def _truth(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError(text)
    return text == "true"

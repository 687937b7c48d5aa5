"""From a row of text to a record: one mechanism, which reads the record class's own fields."""

from __future__ import annotations

import enum
import sys
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

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


class Maker(Generic[R]):
    """Makes the records of one class from the rows of one file.

    Args:
        cls: The class: each field is converted by its annotation.
        header: The file's columns. One that the edition is too old to have gives the field's
            default, one that this version does not know is passed over.
    """

    def __init__(self, cls: type[R], header: Sequence[str]) -> None:
        self._cls = cls
        self._plan = [
            (name, header.index(name), convert)
            for name, convert in _columns(cast("Any", cls))
            if name in header
        ]

    def __call__(self, cells: list[str], tables: Tables, given: dict[str, Any]) -> R:
        """One record.

        Args:
            cells: The row.
            tables: The edition: countries and people are those of it.
            given: Fields that are not columns: sources, alternatives and parts; it is added to.

        Raises:
            DataError: If a cell holds what the field cannot.
        """
        name, place = "", 0
        try:
            for name, place, convert in self._plan:
                given[name] = convert(cells[place], tables) if convert else cells[place]
        except DataError:
            raise
        except (ValueError, KeyError) as error:
            raise DataError(
                f"the edition at {tables.files.where} has {name} {cells[place]!r} in a record of "
                f"{self._cls.__name__}, which this version of sco cannot read"
            ) from error
        return self._cls(**given)


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

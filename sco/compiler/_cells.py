"""From a TOML value to a cell of a table."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from sco._edition.rows import Row
from sco._errors import InvalidDateError
from sco._inputs.dates import PartialDate, first_day, last_day, parse_stored
from sco.compiler._faults import Faults, shown
from sco.compiler._fields import Field, Type

# A cell that a reader of CSV files takes is shorter than 131,072 characters.
_LONGEST = 10_000
_MOST_ITEMS = 100
# No number in any table is larger: they are years, codes, counts and places in a series.
_LARGEST = 9_999
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PARTIAL = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}(/[0-9]{4}(-[0-9]{2}){0,2})?")
_TYPES = {Type.TEXT: str, Type.INTEGER: int, Type.BOOLEAN: bool}


def cell(
    faults: Faults, file: str, key: str, field: Field, value: Any, name: str | None = None
) -> str:
    """A TOML value as a cell; a fault if it is not what the field holds.

    Args:
        faults: Where it is noted.
        file: The TOML file.
        key: What faults call the record.
        field: The field.
        value: Its value.
        name: What faults call the field, if not by its name.
    """
    if value is None or value == "" or value == []:
        if field.required:
            faults.add(file, key, name or field.name, "is required")
        return ""
    if wrong := _problem(field, value):
        faults.add(file, key, name or field.name, wrong)
        return ""
    if field.type is Type.TEXTS:
        texts = sorted(value) if field.name == "countries" else value
        return "|".join(texts)
    return str(value).lower() if field.type is Type.BOOLEAN else str(value)


def written(value: object) -> str | None:
    """A value of any field as an alternative gives it; None if it is not one value."""
    if isinstance(value, bool):
        return str(value).lower()
    plain = isinstance(value, str | int | date) and not isinstance(value, datetime)
    return str(value) if plain else None


def _unwritten(field: Field, text: str) -> Any:
    """The TOML value that stands for a field's value in an alternative."""
    match field.type:
        case Type.INTEGER if text.isascii() and text.isdigit() and len(text) < 10:
            return int(text)
        case Type.BOOLEAN if text in ("true", "false"):
            return text == "true"
        case Type.DAY | Type.DATE if _DAY.fullmatch(text):
            try:
                return date.fromisoformat(text)
            except ValueError:
                return text
        case Type.TEXTS:
            return text.split("|")
    return text


def problem(field: Field, text: str) -> str | None:
    """What is wrong with a value as an alternative gives it, if anything is."""
    return _problem(field, _unwritten(field, text)) if text else "is required"


def _problem(field: Field, value: Any) -> str | None:
    if field.type is Type.TEXTS:
        return _texts_problem(value)
    if field.type in (Type.DAY, Type.DATE):
        return _date_problem(field, value)
    if type(value) is not _TYPES[field.type]:
        return f"must be {field.type}, not {shown(value)}"
    if field.values is not None and value not in set(field.values):
        return f"must be one of {', '.join(field.values)}, not {shown(value)}"
    if type(value) is int and not 0 <= value <= _LARGEST:
        return f"must be from 0 to {_LARGEST}, not {shown(value)}"
    return _text_problem(value) if isinstance(value, str) else None


def _text_problem(value: str) -> str | None:
    if len(value) > _LONGEST:
        return f"has more than {_LONGEST} characters"
    if value != value.strip() or len(value.splitlines()) > 1:
        return f"has spaces around it or more than one line: {shown(value)}"
    if any(ord(c) < 32 or 127 <= ord(c) < 160 for c in value):
        return f"holds a control character: {shown(value)}"
    return None


def _texts_problem(value: Any) -> str | None:
    if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
        return f"must be a list of texts, not {shown(value)}"
    if any("|" in v for v in value):
        return "must not contain '|'"
    if len(value) > _MOST_ITEMS or sum(map(len, value)) > _LONGEST:
        return f"has more than {_MOST_ITEMS} texts, or {_LONGEST} characters"
    if len(set(value)) < len(value):
        return f"names one twice: {shown(value)}"
    return next((wrong for v in value if (wrong := _text_problem(v))), None)


def _date_problem(field: Field, value: Any) -> str | None:
    day: date | PartialDate
    if isinstance(value, date) and not isinstance(value, datetime):
        day = value
    elif field.type is Type.DAY or not isinstance(value, str):
        return f"must be a TOML date such as 2017-06-09 without quotes, not {shown(value)}"
    else:
        wanted = 'must be a TOML date, or a partial date such as "2017-06"'
        if not _PARTIAL.fullmatch(value):
            return f"{wanted}, not {shown(value)}"
        try:
            day = PartialDate.parse(value)
        except InvalidDateError as error:
            return f"{wanted}: {error}"
    if first_day(day).year < _FIRST_YEAR or last_day(day).year > _LAST_YEAR:
        return f"must be from {_FIRST_YEAR} to {_LAST_YEAR}, not {day}"
    return None


def days(text: str) -> tuple[date, date] | None:
    """The first and the last day of a cell that holds a date; None if it is empty."""
    return known(text) if text else None


def known(text: str) -> tuple[date, date]:
    """The same for a cell that is never empty."""
    day = parse_stored(text)
    return first_day(day), last_day(day)


def span(row: Row) -> tuple[date, date]:
    """The first day on which an event can have begun, and the last on which it can have ended."""
    return known(row["start"])[0], known(row["end"])[1]

"""Parses the TOML files below ``data/``, and refuses what the steps after it could not handle."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sco.compiler._faults import Faults, shown

# No file comes near these. They keep what follows short: the parser's work grows with the
# square of the parts of a dotted key, and with the depth of the nesting.
_MOST_BYTES = 2**20
_MOST_DOTS = 50
_DEEPEST = 6
_WIDEST = 64
LONGEST_KEY = 200  # characters of what identifies a record


def documents(data: Path, faults: Faults) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every TOML file that holds records, parsed.

    Args:
        data: The folder.
        faults: Where files that cannot be used are noted; they are left out.
    """
    for path in sorted(data.rglob("*.toml")):
        relative = path.relative_to(data)
        if relative.parts[0] == "editions" or relative.as_posix() == "edition.toml":
            continue
        document = parsed(path, relative.as_posix(), faults)
        if document is not None:
            yield path, document


def parsed(path: Path, name: str, faults: Faults) -> dict[str, Any] | None:
    """One TOML file; None, and a fault, if it is none or beyond all measure.

    Args:
        path: The file.
        name: What faults call it.
        faults: Where they are noted.
    """
    try:
        if not path.is_file():
            faults.add(name, "", "", "is no file")
            return None
        if path.stat().st_size > _MOST_BYTES:
            faults.add(name, "", "", f"is larger than {_MOST_BYTES} bytes: split it")
            return None
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        faults.add(name, "", "", f"cannot be read: {error.strerror}")
        return None
    except UnicodeDecodeError as error:
        faults.add(name, "", "", f"is not TOML: {error}")
        return None
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") > _MOST_DOTS:
            faults.add(name, "", "", f"line {number} has more than {_MOST_DOTS} dots")
            return None
    try:
        document = tomllib.loads(text)
    except RecursionError:
        faults.add(name, "", "", f"is nested more than {_DEEPEST} deep")
        return None
    except tomllib.TOMLDecodeError as error:
        faults.add(name, "", "", f"is not TOML: {error}")
        return None
    except ValueError:  # an integer that Python refuses to read
        faults.add(name, "", "", "holds a number of more digits than any that is meant")
        return None
    return document if _fits(document, name, faults) else None


def label(item: object, number: int, key: tuple[str, ...] = ("id",)) -> str:
    """What faults call a record: its key, or its number in the file."""
    if not isinstance(item, dict):
        return str(number)
    parts = [item.get("id")] if item.get("id") else [item.get(name, "") for name in key]
    if not all(isinstance(part, str) or type(part) is date for part in parts):
        return str(number)
    words = [str(part) for part in parts]
    if any(len(word) > LONGEST_KEY for word in words):
        return str(number)
    return "/".join(words).strip("/") or str(number)


def _fits(document: dict[str, Any], name: str, faults: Faults) -> bool:
    before = len(faults)
    for table, items in document.items():
        for number, item in enumerate(items if isinstance(items, list) else [items], start=1):
            fields = item if isinstance(item, dict) else {"": item}
            for field, value in fields.items():
                problem = _unfit(value)
                if problem:
                    faults.add(name, label(item, number), field or table, problem)
    return len(faults) == before


def _unfit(value: object) -> str | None:
    left = [(value, 1)]
    while left:
        one, depth = left.pop()
        if depth > _DEEPEST:
            return f"is nested more than {_DEEPEST} deep"
        if isinstance(one, dict):
            left.extend((inner, depth + 1) for inner in one.values())
        elif isinstance(one, list):
            left.extend((inner, depth + 1) for inner in one)
        elif isinstance(one, int) and one.bit_length() > _WIDEST:
            return f"cannot be {shown(one)}"
        elif isinstance(one, datetime) and one.tzinfo is not None:
            return "has a time zone: days are local dates of the place"
    return None

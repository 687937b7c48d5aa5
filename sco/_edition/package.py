"""The tables of an edition as its own ``datapackage.json`` describes them."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any, cast

from sco._edition.files import PACKAGE, Files
from sco._errors import QueryError

Field = dict[str, Any]


def described(files: Files) -> dict[str, Any]:
    """The description of an edition."""
    return cast("dict[str, Any]", json.loads(files.read(PACKAGE)))


def resources(files: Files) -> list[dict[str, Any]]:
    """The description of every table, in order."""
    found: list[dict[str, Any]] = described(files)["resources"]
    return found


def released(files: Files) -> date:
    """The day on which an edition was released."""
    return date.fromisoformat(described(files)["created"][:10])


def fields_of(files: Files, table: str) -> list[Field]:
    """The description of every field of a table.

    Raises:
        QueryError: If the edition has no such table.
    """
    known: dict[str, list[Field]] = {r["name"]: r["schema"]["fields"] for r in resources(files)}
    if table not in known:
        raise QueryError(f"table must be one of {', '.join(known)}, not {table!r}")
    return known[table]


def may_be_partial(field: Field) -> bool:
    """Whether a field of text is a date that may be partial: admits days and periods."""
    pattern = field.get("constraints", {}).get("pattern")
    examples = ("2001", "2001-06", "2001-06-14", "2001-06-14/2001-06-15")
    return pattern is not None and all(re.fullmatch(pattern, text) for text in examples)

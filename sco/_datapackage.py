"""The tables of an edition as its own ``datapackage.json`` describes them."""

from __future__ import annotations

import json
import os
import re
from typing import Any

from sco._errors import QueryError

Field = dict[str, Any]


def resources(folder: str) -> list[dict[str, Any]]:
    """The description of every table, in order."""
    with open(os.path.join(folder, "datapackage.json"), encoding="utf-8") as file:
        found: list[dict[str, Any]] = json.load(file)["resources"]
    return found


def fields_of(folder: str, table: str) -> list[Field]:
    """The description of every field of a table.

    Raises:
        QueryError: If the edition has no such table.
    """
    known: dict[str, list[Field]] = {r["name"]: r["schema"]["fields"] for r in resources(folder)}
    if table not in known:
        raise QueryError(f"table must be one of {', '.join(known)}, not {table!r}")
    return known[table]


def may_be_partial(field: Field) -> bool:
    """Whether a field of text is a date that may be partial: admits days and periods."""
    pattern = field.get("constraints", {}).get("pattern")
    examples = ("2001", "2001-06", "2001-06-14", "2001-06-14/2001-06-15")
    return pattern is not None and all(re.fullmatch(pattern, text) for text in examples)

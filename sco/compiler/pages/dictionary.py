"""The data dictionary: every column of the panels and of the tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sco._dataset import Dataset
from sco._edition.files import Files
from sco._edition.package import may_be_partial, resources
from sco.compiler.pages._markdown import GENERATED, table
from sco.panels._columns import PANELS

_HEADS = ("name", "type", "what it holds")

_INTRODUCTION = f"""{GENERATED}

# Data dictionary

Every column of the panels (`sco.panels`) and every field of the tables of an edition
(`sco.frames.table`, or the CSV files themselves). The panels are described in
`sco/panels/_columns.py`, the tables in the edition's `datapackage.json`.
"""

_DATES = """\
A field of type *date, may be partial* is text in the CSV files: a day, or a period in EDTF
(`2001`, `2001-06`, `2001-06-14/2001-06-15`). As a frame it becomes four columns: `start`
(missing where only a period is known), `start_earliest`, `start_latest` and `start_edtf`,
with the field's name for `start`.
"""


def render(data: Dataset) -> str:
    """The page, as Markdown."""
    return "\n".join([_INTRODUCTION, *_panels(), *_tables(data.records.tables.files)])


def _panels() -> Iterator[str]:
    yield "## Panels\n"
    for name, columns in PANELS.items():
        yield f"### `{name}`\n"
        yield table(_HEADS, ((f"`{c.name}`", c.type, c.description) for c in columns)) + "\n"


def _tables(files: Files) -> Iterator[str]:
    yield "## Tables\n"
    yield _DATES
    for resource in resources(files):
        schema = resource["schema"]
        yield f"### `{resource['name']}`\n"
        keys = ", ".join(f"`{name}`" for name in schema["primaryKey"])
        yield f"{resource['title']}. Key: {keys}.\n"
        rows = ((f"`{f['name']}`", _type(f), _description(f)) for f in schema["fields"])
        yield table(_HEADS, rows) + "\n"


def _type(field: dict[str, Any]) -> str:
    kind = "date, may be partial" if may_be_partial(field) else field["type"]
    return f"{kind}, required" if field.get("constraints", {}).get("required") else kind


def _description(field: dict[str, Any]) -> str:
    values = field.get("constraints", {}).get("enum", ())
    text = str(field["description"])
    return f"{text} One of {', '.join(f'`{value}`' for value in values)}." if values else text

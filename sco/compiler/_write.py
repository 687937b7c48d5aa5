"""What an edition holds: one CSV file a table, and a Data Package that describes them."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from typing import Any

from sco.compiler._fields import Field, Table, Type
from sco.compiler._read import Reading
from sco.compiler._schema import TABLES

_DATE_PATTERN = r"\d{4}(-\d{2}){0,2}(/\d{4}(-\d{2}){0,2})?"
_TYPES = {
    Type.TEXT: "string",
    Type.INTEGER: "integer",
    Type.BOOLEAN: "boolean",
    Type.DAY: "date",
    Type.DATE: "string",
    Type.TEXTS: "string",
}


def contents(reading: Reading, meta: dict[str, Any]) -> dict[str, bytes]:
    """The files of an edition, by name.

    Args:
        reading: What the files say, checked.
        meta: ``version``, ``released`` and ``title`` of the edition.
    """
    files = {f"{table.name}.csv": _csv(table, reading) for table in TABLES}
    package = {
        "profile": "tabular-data-package",
        "name": "sco",
        "title": meta["title"],
        "version": meta["version"],
        "created": f"{meta['released']}T00:00:00Z",
        "licenses": [
            {
                "name": "CC0-1.0",
                "title": "Creative Commons Zero v1.0 Universal",
                "path": "https://creativecommons.org/publicdomain/zero/1.0/",
            }
        ],
        "resources": [_resource(table, files[f"{table.name}.csv"]) for table in TABLES],
    }
    text = json.dumps(package, indent=2, ensure_ascii=False) + "\n"
    return {**files, "datapackage.json": text.encode()}


def digest(files: dict[str, bytes]) -> str:
    """The SHA-256 of an edition: that of its description, which holds those of its tables."""
    return hashlib.sha256(files["datapackage.json"]).hexdigest()


def _csv(table: Table, reading: Reading) -> bytes:
    names = [field.name for field in table.fields]
    if table.sources is not None:
        names.append("sources")
    rows = [record.row for record in reading.of(table.name)]
    rows.sort(key=lambda row: [row[name] for name in table.order])
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _resource(table: Table, content: bytes) -> dict[str, Any]:
    fields = [_field(field) for field in table.fields]
    if table.sources is not None:
        ids = "Ids of rows of sources.csv, separated by spaces."
        constraint = {"pattern": "s[0-9a-f]{10}( s[0-9a-f]{10})*", "required": table.sources > 0}
        fields.append(
            {"name": "sources", "type": "string", "description": ids, "constraints": constraint}
        )
    keys = [
        {"fields": field.name, "reference": _reference(field, table)}
        for field in table.fields
        if field.refers and field.type is Type.TEXT
    ]
    schema: dict[str, Any] = {"fields": fields, "primaryKey": list(table.key)}
    if keys:
        schema["foreignKeys"] = keys
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "bytes": len(content),
        "schema": {**schema, "missingValues": [""]},
    }


def _reference(field: Field, table: Table) -> dict[str, str]:
    key = next(t.key[0] for t in TABLES if t.name == field.refers)
    return {"resource": "" if field.refers == table.name else str(field.refers), "fields": key}


def _field(field: Field) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": field.name,
        "type": _TYPES[field.type],
        "description": field.description,
    }
    constraints: dict[str, Any] = {}
    if field.required:
        constraints["required"] = True
    if field.values is not None:
        constraints["enum"] = [str(value) for value in field.values]
    if field.type is Type.DATE:
        described["description"] += " A day, or a partial date in EDTF."
        constraints["pattern"] = _DATE_PATTERN
    if field.type is Type.TEXTS:
        described["description"] += " Separated by |."
    if constraints:
        described["constraints"] = constraints
    return described

"""The Data Package that describes an edition's tables."""

from __future__ import annotations

from typing import Any

from sco._edition.files import SCHEMA
from sco.compiler._fields import Field, Table, Type
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


def package(meta: dict[str, Any], paths: dict[str, list[str]]) -> dict[str, Any]:
    """The content of ``datapackage.json``.

    Args:
        meta: ``version``, ``released`` and ``title`` of the edition.
        paths: The files of each table that has any.
    """
    return {
        "profile": "tabular-data-package",
        "name": "sco",
        "title": meta["title"],
        "version": meta["version"],
        "schema": SCHEMA,
        "created": f"{meta['released']}T00:00:00Z",
        "licenses": [
            {
                "name": "CC0-1.0",
                "title": "Creative Commons Zero v1.0 Universal",
                "path": "https://creativecommons.org/publicdomain/zero/1.0/",
            }
        ],
        "resources": [
            _resource(table, paths[table.name]) for table in TABLES if table.name in paths
        ],
    }


def _resource(table: Table, paths: list[str]) -> dict[str, Any]:
    fields = [_field(field) for field in table.fields]
    if table.sources is not None:
        ids = "Ids of rows of the table sources, separated by spaces."
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
        "path": paths if table.by_subject else paths[0],
        "title": table.title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
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

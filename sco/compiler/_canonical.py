"""The one form in which a TOML file is written, so that changes are easy to read."""

from __future__ import annotations

import tomllib
from typing import Any

import tomli_w

from sco.compiler._fields import Table
from sco.compiler._read import ONE_DAY
from sco.compiler._schema import BY_SINGULAR

_SOURCE = ("url", "publisher", "title", "published", "language")
_ALTERNATIVE = ("field", "value", "reason", "sources")


def canonical(text: str) -> str:
    """A TOML file in canonical form: records sorted, fields in the schema's order.

    Comments at the head of the file are kept; inside it, a record's ``note`` takes
    their place.
    """
    head = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        head.append(line)
    document = tomllib.loads(text)
    ordered: dict[str, Any] = {}
    if isinstance(document.get("summit"), str):
        ordered["summit"] = document["summit"]
    if "sources" in document:
        ordered["sources"] = [_ordered(s, _SOURCE) for s in document["sources"]]
    for singular, table in BY_SINGULAR.items():
        records = document.get(singular)
        if isinstance(records, list):
            ordered[singular] = [_record(r, table) for r in sorted(records, key=_rank(table))]
    ordered.update({k: v for k, v in document.items() if k not in ordered})
    body = tomli_w.dumps(ordered)
    return "\n".join([*head, "", body]) if head else body


def _rank(table: Table) -> Any:
    def rank(record: dict[str, Any]) -> list[str]:
        return [str(record.get(name, "")) for name in table.order]

    return rank


def _record(record: dict[str, Any], table: Table) -> dict[str, Any]:
    names = [field.name for field in table.fields]
    kept = {k: v for k, v in record.items() if v not in ("", [])}
    if table.name in ONE_DAY and kept.get("end") == kept.get("start"):
        kept.pop("end", None)  # one day is written once
    for field in table.fields:
        if field.default is not None and kept.get(field.name) == field.default:
            del kept[field.name]
    ordered = _ordered(kept, (*names, "participants", "aliases", "sources", "alternatives"))
    if "sources" in ordered:
        ordered["sources"] = [_ordered(s, _SOURCE) for s in ordered["sources"]]
    if "participants" in ordered:
        sides = [_ordered(s, ("country", "person")) for s in ordered["participants"]]
        ordered["participants"] = sorted(sides, key=lambda s: str(s["country"]))
    if "alternatives" in ordered:
        ordered["alternatives"] = [_alternative(a) for a in ordered["alternatives"]]
    return ordered


def _alternative(other: dict[str, Any]) -> dict[str, Any]:
    ordered = _ordered(other, _ALTERNATIVE)
    ordered["sources"] = [_ordered(s, _SOURCE) for s in ordered.get("sources", [])]
    return ordered


def _ordered(item: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    known = {name: item[name] for name in names if name in item}
    return known | {name: value for name, value in item.items() if name not in known}

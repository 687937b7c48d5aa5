"""The one form in which a TOML file is written, so that changes are easy to read."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from typing import Any, TypeGuard

import tomli_w

from sco.compiler._fields import Table
from sco.compiler._read import ONE_DAY
from sco.compiler._schema import BY_SINGULAR

_SOURCE = ("url", "publisher", "original", "kind", "title", "published", "language")
_ALTERNATIVE = ("field", "value", "reason", "sources")
_PARTICIPANT = ("country", "person")
_AFTER_THE_FIELDS = ("distinct_from", "participants", "aliases", "sources", "alternatives")

_Item = dict[str, Any]


def canonical(text: str) -> str:
    """A TOML file in canonical form: records sorted, fields in the schema's order.

    Comments at the head of the file are kept; inside it, a record's ``note`` takes
    their place. What has another shape than a record's is kept as it is: naming it is
    for the check.
    """
    head = []
    for line in text.split("\n"):
        if not line.startswith("#"):
            break
        head.append(line)
    document = tomllib.loads(text)
    ordered: dict[str, Any] = {}
    if isinstance(document.get("summit"), str):
        ordered["summit"] = document["summit"]
    if "sources" in document:
        ordered["sources"] = _each(document["sources"], _source)
    for singular, table in BY_SINGULAR.items():
        records = document.get(singular)
        if _are_tables(records):
            ordered[singular] = [_record(r, table) for r in sorted(records, key=_rank(table))]
    ordered.update({k: v for k, v in document.items() if k not in ordered})
    body = tomli_w.dumps(ordered)
    return "\n".join([*head, "", body]) if head else body


def _rank(table: Table) -> Callable[[_Item], list[str]]:
    def rank(record: _Item) -> list[str]:
        return [str(record.get(name, "")) for name in table.order]

    return rank


def _record(record: _Item, table: Table) -> _Item:
    kept = {k: v for k, v in record.items() if v not in ("", [])}
    if table.name in ONE_DAY and kept.get("end") == kept.get("start"):
        kept.pop("end", None)  # one day is written once
    for field in table.fields:
        value = kept.get(field.name)
        if value is not None and type(value) is type(field.default) and value == field.default:
            del kept[field.name]
    names = [field.name for field in table.fields]
    ordered = _ordered(kept, (*names, *_AFTER_THE_FIELDS))
    for name, form in (("sources", _source), ("alternatives", _alternative)):
        if name in ordered:
            ordered[name] = _each(ordered[name], form)
    if _are_tables(ordered.get("participants")):
        sides = [_ordered(side, _PARTICIPANT) for side in ordered["participants"]]
        ordered["participants"] = sorted(sides, key=lambda side: str(side.get("country", "")))
    return ordered


def _source(source: _Item) -> _Item:
    return _ordered(source, _SOURCE)


def _alternative(other: _Item) -> _Item:
    ordered = _ordered(other, _ALTERNATIVE)
    if "sources" in ordered:
        ordered["sources"] = _each(ordered["sources"], _source)
    return ordered


def _each(items: Any, form: Callable[[_Item], _Item]) -> Any:
    return [form(item) for item in items] if _are_tables(items) else items


def _are_tables(items: Any) -> TypeGuard[list[_Item]]:
    return isinstance(items, list) and all(isinstance(item, dict) for item in items)


def _ordered(item: _Item, names: tuple[str, ...]) -> _Item:
    known = {name: item[name] for name in names if name in item}
    return known | {name: value for name, value in item.items() if name not in known}

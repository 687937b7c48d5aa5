"""The page that lists every value on which sources disagree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sco._dataset import Dataset
from sco.compiler.pages._markdown import GENERATED, links
from sco.records.common import Alternative

_HEAD = """{generated}

# Disputes between sources

Where sources give different dates, statuses or numbers, a record keeps the other values with
their sources and one sentence on the choice. In code they are each record's `alternatives`.
Edition {version}; it lists {count} values in {records}
records.
"""


def disputed(data: Dataset) -> Iterator[tuple[str, Any]]:
    """Every record that has alternatives, with the table's title."""
    for title, records in _tables(data):
        for record in records:
            if record.alternatives:
                yield title, record


def render(data: Dataset) -> str:
    """The page, as Markdown."""
    found = list(disputed(data))
    count = sum(len(record.alternatives) for _, record in found)
    parts = [
        _HEAD.format(generated=GENERATED, version=data.version, count=count, records=len(found))
    ]
    for title in dict.fromkeys(title for title, _ in found):
        parts.append(f"## {title}\n")
        parts.extend(_entries([record for name, record in found if name == title]))
    return "\n".join(parts)


def _tables(data: Dataset) -> Iterator[tuple[str, Iterable[Any]]]:
    yield "Statuses", data.episodes()
    yield "Legal steps", data.steps()
    yield "Summits", data.summits()
    yield "Delegations", (d for s in data.summits() for d in s.delegates)
    yield "Terms of office", data.records.tenures
    yield "Visits", data.visits()
    yield "Meetings", data.records.all_meetings()


def _entries(records: list[Any]) -> Iterator[str]:
    """One entry a dispute; records that share one to the letter share the entry."""
    groups: dict[tuple[str, str, str, str], list[tuple[Any, Alternative]]] = {}
    for record in records:
        for other in record.alternatives:
            ours = getattr(record, other.field, None)
            shown = "none" if ours is None else str(ours)
            key = (other.field, shown, other.value, other.reason)
            groups.setdefault(key, []).append((record, other))
    for (field, ours, value, reason), members in groups.items():
        record, other = members[0]
        names = ", ".join(_name(each) for each, _ in members)
        yield (
            f"**{names}**, `{field}`\n\n"
            f"- here {ours}: {links(record.sources)}\n"
            f"- elsewhere {value}: {links(other.sources)}\n"
            f"- {reason[:1].upper()}{reason[1:].rstrip('.')}.\n"
        )


def _name(record: Any) -> str:
    return getattr(record, "id", None) or f"{record.summit} {record.country.name}"

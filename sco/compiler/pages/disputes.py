"""The page that lists every value on which sources disagree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from sco._dataset import Dataset
from sco.compiler.pages._markdown import links
from sco.records.common import Alternative

_HEAD = """# Disputes between sources

Where sources give different dates, statuses or numbers, a record keeps the other values with
their sources and one sentence on the choice. In code they are each record's `alternatives`.
This page is made from edition {version} by `python -m sco.compiler pages`; it lists {count} values in {records}
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
    parts = [_HEAD.format(version=data.version, count=count, records=len(found))]
    for title in dict.fromkeys(title for title, _ in found):
        parts.append(f"## {title}\n")
        parts.extend(_entry(record) for name, record in found if name == title)
    return "\n".join(parts)


def _tables(data: Dataset) -> Iterator[tuple[str, Iterable[Any]]]:
    yield "Statuses", data.episodes()
    yield "Legal steps", data.steps()
    yield "Summits", data.summits()
    yield "Delegations", (d for s in data.summits() for d in s.delegates)
    yield "Terms of office", data._tenures
    yield "Visits", data.visits()
    yield "Meetings", data._meetings.values()


def _entry(record: Any) -> str:
    name = getattr(record, "id", None) or f"{record.summit}, {record.country.name}"
    lines = [f"**{name}** {_described(record)}\n"]
    lines.extend(_line(record, other) for other in record.alternatives)
    return "\n".join([*lines, ""])


def _described(record: Any) -> str:
    return f"`{record!r}`"


def _line(record: Any, other: Alternative) -> str:
    chosen: Callable[[Any], str] = lambda value: str(value) if value is not None else "none"  # noqa: E731
    ours = chosen(getattr(record, other.field, None))
    return (
        f"- `{other.field}`: here {ours} ({links(record.sources)}); elsewhere {other.value} "
        f"({links(other.sources)}). {other.reason[:1].upper()}{other.reason[1:].rstrip('.')}."
    )

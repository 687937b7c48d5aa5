"""The page that says what sort of pages the records rest on, and which rest on copies alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from sco._dataset import Dataset
from sco.compiler.pages._markdown import GENERATED, table
from sco.records.common import SourceKind

_HEAD = """{generated}

# Sources: what the records rest on

Every page is of one kind: `official` (the organisation's, a government's), `agency`, `press`,
`archive` (a corpus, a database) or `copy`: a page elsewhere than with whoever published the text.
A copy's address is nowhere made a link, since it may lie anywhere; a record of which all pages are copies is
of medium confidence at most. Edition {version}.

## By table

Pages cited, each counted once a table, and records that rest on copies alone.
"""


def render(data: Dataset) -> str:
    """The page, as Markdown."""
    tables = [(title, tuple(records)) for title, records in _tables(data)]
    rows = [_row(title, records) for title, records in tables]
    parts = [_HEAD.format(generated=GENERATED, version=data.version)]
    parts.append(table(["table", "records", *SourceKind, "on copies alone"], rows))
    parts.append("\n## Records that rest on copies alone\n")
    for title, records in tables:
        alone = sorted(_name(record) for record in records if _on_copies(record))
        if alone:
            parts.append(f"{title}: {', '.join(f'`{name}`' for name in alone)}.\n")
    return "\n".join(parts)


def _tables(data: Dataset) -> Iterator[tuple[str, Iterable[Any]]]:
    records = data.records
    yield "Statuses", data.episodes()
    yield "Legal steps", data.steps()
    yield "Summits", data.summits()
    yield "Delegates", (d for s in data.summits() for d in s.delegates)
    yield "Terms of office", records.tenures
    yield "Officers", data.officers()
    yield "Visits", data.visits()
    yield "Meetings", records.all_meetings()
    yield "Events", records.events
    yield "Published counts", records.all_tallies()
    yield "Announcements", data.announcements()


def _row(title: str, records: tuple[Any, ...]) -> list[object]:
    pages = {source.url: source.kind for record in records for source in record.sources}
    kinds = Counter(pages.values())
    alone = sum(_on_copies(record) for record in records)
    return [title, len(records), *(kinds[kind] for kind in SourceKind), alone]


def _on_copies(record: Any) -> bool:
    return {source.kind for source in record.sources} == {SourceKind.COPY}


def _name(record: Any) -> str:
    return getattr(record, "id", None) or f"{record.summit}/{record.country.alpha_2}"

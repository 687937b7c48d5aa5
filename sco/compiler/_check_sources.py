"""Checks that every record rests on enough pages, and each page on a day that can be."""

from __future__ import annotations

from datetime import date, timedelta

from sco.compiler._cells import days, span
from sco.compiler._reading import Reading, Record

_EVENTS = ("summits", "visits", "meetings")
_EARLIEST = date(1990, 1, 1)  # no page that anyone cites is older


def check(reading: Reading, today: date) -> None:
    """Add a fault for every record that lacks a page, and every page that cannot be.

    Args:
        reading: What the files say.
        today: The day on which the edition is made: nothing is published later.
    """
    for record in reading.records:
        wanted, cited = record.table.sources, len(set(record.sources))
        if wanted is not None and cited < wanted:
            reading.fault(record, "sources", f"needs {wanted} and has {cited}")
        if record.row.get("confidence") == "high" and cited:
            kinds = {reading.sources[key].row["kind"] for key in record.sources}
            if kinds == {"copy"}:
                reading.fault(record, "confidence", "is medium at most where all pages are copies")
    for source in reading.sources.values():
        _check_page(reading, source, today)
    for table in _EVENTS:
        for event in reading.of(table):
            _check_previews(reading, event)


def _check_page(reading: Reading, source: Record, today: date) -> None:
    # Imported here: it takes longer than the rest of a small check.
    import pycountry

    row = source.row
    published = days(row["published"])
    if published and not (published[1] >= _EARLIEST and published[0] <= today):
        message = f"cannot be {row['published']}: pages are from {_EARLIEST} to {today}"
        reading.faults.add(source.file, row["url"], "published", message)
    code = row["language"]
    known = pycountry.languages.get(**{"alpha_2" if len(code) == 2 else "alpha_3": code})
    if known is None:
        message = f"{code!r} is no language code of ISO 639-1 (or, where it has none, 639-3)"
        reading.faults.add(source.file, row["url"], "language", message)


def _check_previews(reading: Reading, event: Record) -> None:
    """An event rests on a page from during or after it, not on a preview alone."""
    if event.row.get("scheduled") == "true":
        return
    published = [days(reading.sources[s].row["published"]) for s in event.sources]
    # A page may carry the date of a place further west.
    earliest = span(event.row)[0] - timedelta(days=1)
    if published and all(day is not None and day[1] < earliest for day in published):
        reading.fault(event, "sources", "all were published before the event")

"""Checks that the records agree with each other and with the world."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from sco._inputs.dates import PartialDate, first_day, last_day, parse_stored
from sco.compiler import _check_external, _check_leaders, _check_meetings
from sco.compiler._fields import Type
from sco.compiler._read import Reading, Record
from sco.compiler._schema import TABLES

_EVENTS = ("summits", "visits", "meetings")


def check(reading: Reading, today: date) -> None:
    """Add a fault for everything that cannot be true.

    Args:
        reading: What the files say.
        today: The day on which the edition is made: nothing is published later.
    """
    _keys(reading)
    _references(reading)
    _sources(reading, today)
    _periods(reading)
    _episodes(reading)
    _summits(reading)
    _events(reading)
    _alternatives(reading)
    _codes(reading)
    _check_leaders.check(reading)
    _check_meetings.check(reading)
    _check_external.check(reading)


def _keys(reading: Reading) -> None:
    for table in TABLES:
        records = reading.of(table.name)
        keys = [tuple(r.row.get(k, "") for k in table.key) for r in records]
        counts = Counter(keys)
        for record, key in zip(records, keys, strict=True):
            if counts[key] > 1 and table.name != "sources":
                reading.faults.add(
                    record.file, record.id, "", f"{'/'.join(key)} is there {counts[key]} times"
                )


def _references(reading: Reading) -> None:
    keys = {
        table.name: {r.row[table.key[0]] for r in reading.of(table.name)}
        for table in TABLES
        if len(table.key) == 1
    }
    for record in reading.records:
        for field in record.table.fields:
            value = record.row.get(field.name, "")
            if not field.refers or not value:
                continue
            for one in value.split("|") if field.type is Type.TEXTS else [value]:
                if one not in keys[field.refers]:
                    reading.faults.add(
                        record.file, record.id, field.name, f"no {field.refers} record {one!r}"
                    )


def _sources(reading: Reading, today: date) -> None:
    for record in reading.records:
        wanted = record.table.sources
        if wanted is not None and len(set(record.sources)) < wanted:
            reading.faults.add(
                record.file,
                record.id,
                "sources",
                f"needs {wanted} and has {len(set(record.sources))}",
            )
    for source in reading.sources.values():
        published = source.row["published"]
        if published and not "1990-01-01" <= published <= today.isoformat():
            reading.faults.add(
                source.file, source.row["url"], "published", f"cannot be {published}"
            )


def _periods(reading: Reading) -> None:
    for record in reading.records:
        start, end = _date(record, "start"), _date(record, "end")
        if start is None or end is None:
            continue
        half_open = record.table.name in ("episodes", "tenures", "officers")
        latest = last_day(end) - timedelta(days=1) if half_open else last_day(end)
        if first_day(start) > latest:
            reading.faults.add(record.file, record.id, "end", f"{end} is not after {start}")


def _episodes(reading: Reading) -> None:
    by_country: dict[str, list[Record]] = {}
    for record in reading.of("episodes"):
        by_country.setdefault(record.row["country"], []).append(record)
    for records in by_country.values():
        for basis in ("in_force", "decision"):
            _overlaps(reading, records, basis)


def _overlaps(reading: Reading, records: Iterable[Record], basis: str) -> None:
    spans = []
    for record in records:
        start, end = _date(record, "start"), _date(record, "end")
        if basis == "decision":
            start = _date(record, "decided") or start
            end = _date(record, "end_decided") or end
        if start is not None:
            spans.append((first_day(start), first_day(end) if end else date.max, record))
    spans.sort(key=lambda s: s[:2])
    for (_, end, one), (start, _, two) in pairwise(spans):
        if start < end:
            reading.faults.add(
                two.file, two.id, "start", f"overlaps {one.id} (basis {basis}), which ends {end}"
            )


def _summits(reading: Reading) -> None:
    for record in reading.of("summits"):
        row = record.row
        start, end, day = _date(record, "start"), _date(record, "end"), _date(record, "session_day")
        if row["id"] != f"{row['body']}-{row['ordinal']}":
            reading.faults.add(record.file, record.id, "id", "must be the body and the ordinal")
        if start and end and day and not first_day(start) <= first_day(day) <= last_day(end):
            reading.faults.add(
                record.file, record.id, "session_day", f"{day} is outside the summit"
            )


def _events(reading: Reading) -> None:
    """An event rests on a page from during or after it, not on a preview alone."""
    events = {r.id for name in _EVENTS for r in reading.of(name)}
    for name in _EVENTS:
        for record in reading.of(name):
            start = _date(record, "start")
            if start is None or record.row.get("scheduled") == "true":
                continue
            # A page may carry the date of a place further west.
            earliest = (first_day(start) - timedelta(days=1)).isoformat()
            days = [reading.sources[s].row["published"] for s in record.sources]
            if days and all(day and day < earliest for day in days):
                reading.faults.add(
                    record.file, record.id, "sources", "all were published before the event"
                )
    for record in reading.of("announcements"):
        event = record.row["event"]
        if event and event not in events:
            reading.faults.add(record.file, record.id, "event", f"no event {event!r}")


def _alternatives(reading: Reading) -> None:
    """What a record keeps as disputed is another value than the one it uses."""
    used = {
        (record.table.name, record.id, field): value
        for record in reading.records
        for field, value in record.row.items()
    }
    for other in reading.of("alternatives"):
        row = other.row
        if used.get((row["table"], row["record"], row["field"])) == row["value"]:
            reading.faults.add(
                other.file, other.id, "alternatives", f"{row['field']} is {row['value']} already"
            )


def _codes(reading: Reading) -> None:
    import pycountry

    for record in reading.of("countries"):
        known = pycountry.countries.get(alpha_2=record.row["alpha_2"])
        for field in ("alpha_3", "numeric"):
            wanted = getattr(known, field, None)
            if record.row[field] != wanted:
                reading.faults.add(
                    record.file,
                    record.id,
                    field,
                    f"ISO 3166-1 has {wanted}, not {record.row[field]}",
                )


def _date(record: Record, field: str) -> date | PartialDate | None:
    text = record.row.get(field, "")
    return parse_stored(text) if text else None

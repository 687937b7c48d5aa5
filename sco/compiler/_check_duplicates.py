"""Checks that no meeting and no visit is there twice under two ids."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sco.compiler._cells import span
from sco.compiler._reading import Reading, Record

_ONE_DAY = timedelta(days=1)
_Span = tuple[date, date, Record]


def check(reading: Reading) -> None:
    """Add a fault for records of the same people on the same or an adjoining day.

    Most such pairs are one event that two contributors found. Where they are not, one of the
    two names the other under ``distinct_from`` and says why in its ``note``.
    """
    who: dict[str, list[str]] = {}
    for side in reading.of("participants"):
        who.setdefault(side.row["meeting"], []).append(side.row["person"])
    meetings, visits = reading.of("meetings"), reading.of("visits")
    _check_table(reading, meetings, [tuple(sorted(who.get(m.id, []))) for m in meetings])
    _check_table(reading, visits, [(v.row["leader"], v.row["host"]) for v in visits])


def _check_table(reading: Reading, records: list[Record], same: list[tuple[str, ...]]) -> None:
    groups: dict[tuple[str, ...], list[_Span]] = {}
    for record, key in zip(records, same, strict=True):
        groups.setdefault(key, []).append((*span(record.row), record))
    near: set[tuple[str, str]] = set()
    for spans in groups.values():
        for one, two in _adjoining(spans):
            near |= {(one.id, two.id), (two.id, one.id)}
            if two.id not in one.distinct_from and one.id not in two.distinct_from:
                message = (
                    f"may be {one.id}: same people, same or adjoining day; if it is not, name "
                    f"{one.id} in distinct_from and say why in the note"
                )
                reading.fault(two, "", message)
    ids = {record.id for record in records}
    for record in records:
        _check_stated(reading, record, ids, near)


def _adjoining(spans: list[_Span]) -> Iterator[tuple[Record, Record]]:
    spans.sort(key=lambda span: (*span[:2], span[2].id))
    for number, (_, end, one) in enumerate(spans):
        for start, _, two in spans[number + 1 :]:
            if start - _ONE_DAY > end:
                break
            yield one, two


def _check_stated(
    reading: Reading, record: Record, ids: set[str], near: set[tuple[str, str]]
) -> None:
    for other in record.distinct_from:
        if other not in ids:
            reading.fault(record, "distinct_from", f"no {record.table.name} record {other!r}")
        elif (record.id, other) not in near:
            message = f"{other} is not near: other people, or not the same or an adjoining day"
            reading.fault(record, "distinct_from", message)
    if record.distinct_from and not record.row["note"]:
        reading.fault(record, "note", f"is required: why it is not {record.distinct_from[0]}")

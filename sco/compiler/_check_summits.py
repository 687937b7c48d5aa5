"""Checks that summits follow each other, and that each was where and under whom it could be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from sco.compiler._cells import days, known, span
from sco.compiler._reading import Reading, Record

_FULL = {"member", "shanghai_five"}
_PARTNERS = {"partner", "observer", "dialogue_partner"}
# Planned for a month that is past, and nobody knows yet whether it was held.
_NOT_KNOWN = {"CHG-25"}


def check(reading: Reading, today: date) -> None:
    """Add a fault for every summit or delegation that cannot have been.

    Args:
        reading: What the files say.
        today: The day on which the edition is made.
    """
    statuses = _Statuses(reading)
    summits = reading.by_id("summits")
    delegates: dict[str, list[Record]] = {}
    for delegate in reading.of("delegates"):
        delegates.setdefault(delegate.row["summit"], []).append(delegate)
    bodies: dict[str, list[Record]] = {}
    for summit in summits.values():
        bodies.setdefault(summit.row["body"], []).append(summit)
        for field, problem in _problems(summit, statuses, today):
            reading.fault(summit, field, problem)
    for body in bodies.values():
        _check_series(reading, body)
    partial = {c.id for c in reading.of("coverage") if c.row["extent"] != "complete"}
    for name, who in delegates.items():
        if name in summits:
            whole = f"delegates-{name}" not in partial
            _check_delegation(reading, summits[name], who, statuses, whole=whole)


class _Statuses:
    """Who had which status, on either basis."""

    def __init__(self, reading: Reading) -> None:
        self._spans: list[tuple[str, str, date, date]] = []
        for episode in reading.of("episodes"):
            row = episode.row
            for first, last in (("start", "end"), ("decided", "end_decided")):
                start = days(row[first] or row["start"])
                end = days(row[last] or row["end"])
                if start:
                    span = row["country"], row["status"], start[0], end[1] if end else date.max
                    self._spans.append(span)

    def on(self, country: str, day: date) -> set[str]:
        """The statuses that a state had on a day or, changing on it, the day before."""
        return {
            status
            for name, status, start, end in self._spans
            if name == country and start <= day <= end
        }


def _problems(summit: Record, statuses: _Statuses, today: date) -> Iterator[tuple[str, str]]:
    row = summit.row
    first, last = span(row)
    if row["session_day"] and not first <= date.fromisoformat(row["session_day"]) <= last:
        yield "session_day", f"{row['session_day']} is outside the summit"
    if row["scheduled"] == "true" and last < today and summit.id not in _NOT_KNOWN:
        yield "scheduled", f"cannot be true after {row['end']}: say whether it was held"
    for field in ("host", "chair_country", "next_chair"):
        state = row[field]
        if state and not statuses.on(state, last) & _FULL:
            yield field, f"{state} was no member on {last}"


def _check_series(reading: Reading, summits: list[Record]) -> None:
    summits.sort(key=lambda summit: int(summit.row["ordinal"]))
    for one, two in pairwise(summits):
        number, following = int(one.row["ordinal"]), int(two.row["ordinal"])
        if following > number + 1:
            message = f"leaves out {one.row['body']}-{number + 1}: there is {one.id} before it"
            reading.fault(two, "ordinal", message)
            continue
        if known(two.row["start"])[1] <= known(one.row["end"])[0]:
            reading.fault(two, "start", f"{two.row['start']} is not after {one.id}")
        passed = one.row["next_chair"]
        chair = two.row["chair_country"] or two.row["host"]
        if passed and following > number and passed not in (chair, two.row["host"]):
            message = f"{passed} is not that of {two.id}, which was in {two.row['host']}"
            reading.fault(one, "next_chair", message)


def _check_delegation(
    reading: Reading, summit: Record, who: list[Record], statuses: _Statuses, *, whole: bool
) -> None:
    row, day = summit.row, known(summit.row["session_day"] or summit.row["end"])[1]
    states = {delegate.row["country"] for delegate in who}
    people = {delegate.row["person"] for delegate in who}
    if whole and row["host"] not in states:
        reading.fault(
            summit, "host", f"{row['host']} is not in the delegations, which are complete"
        )
    if whole and row["chair"] and row["chair"] not in people:
        message = f"{row['chair']} is not in the delegations, which are complete"
        reading.fault(summit, "chair", message)
    heads: dict[str, str] = {}
    for delegate in who:
        country, capacity, mode = (delegate.row[f] for f in ("country", "capacity", "mode"))
        if delegate.row["head"] == "true":
            other = heads.setdefault(country, delegate.id)
            if other != delegate.id:
                reading.fault(delegate, "head", f"{other} is head of the delegation already")
        if row["format"] in ("in_person", "video") and mode not in ("", row["format"]):
            reading.fault(delegate, "mode", f"cannot be {mode}: {summit.id} was {row['format']}")
        if capacity == "guest":
            continue  # whoever has a status may come as a guest of the host
        held = statuses.on(country, day) | statuses.on(country, day - timedelta(days=1))
        meant = {"member": _FULL, "partner": _PARTNERS}.get(capacity, {capacity})
        if not held & meant:
            reading.fault(delegate, "capacity", f"{country} was no {capacity} on {day}")

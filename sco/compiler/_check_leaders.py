"""Checks that whoever met, travelled or came was in office on the day."""

from __future__ import annotations

import re
from datetime import date

from sco._inputs.dates import first_day, last_day, parse_stored
from sco.compiler._read import Reading, Record

# India and Pakistan are represented in the Council of Heads of State by their prime
# ministers: the supreme organ that a state sends counts.
_LED_BY_GOVERNMENT = {"IN", "PK"}
_LEADER = re.compile(r"(Acting )?(President|Prime Minister|Premier|Chairman of the Cabinet)\b")
_ROLES = {"head_of_state", "head_of_government"}


def check(reading: Reading) -> None:
    """Add a fault for everyone who was not in office."""
    terms = _Terms(reading)
    sides: dict[str, list[Record]] = {}
    for side in reading.of("participants"):
        sides.setdefault(side.row["meeting"], []).append(side)
    for meeting in reading.of("meetings"):
        _check_meeting(reading, terms, meeting, sides.get(meeting.id, []))
    for visit in reading.of("visits"):
        day = _day(visit.row["start"])
        held = terms.roles(visit.row["visitor"], visit.row["leader"], day) if day else None
        if held is not None and not held:
            reading.faults.add(visit.file, visit.id, "leader", f"was not in office on {day}")
    _check_delegates(reading, terms)


class _Terms:
    """Who was in office when."""

    def __init__(self, reading: Reading) -> None:
        self._terms: dict[str, list[tuple[str, str, date, date, date]]] = {}
        for record in reading.of("tenures"):
            row = record.row
            if not row["start"]:
                continue
            start = first_day(parse_stored(row["start"]))
            # A handover day belongs to both: the one who leaves may still act on it.
            end = last_day(parse_stored(row["end"])) if row["end"] else date.max
            certain = last_day(parse_stored(row["start"]))
            self._terms.setdefault(row["country"], []).append(
                (row["person"], row["role"], start, end, certain)
            )

    def roles(self, country: str, person: str, day: date) -> set[str] | None:
        """The roles that a person held; None if the country's leaders are not recorded."""
        on_day = [t for t in self._terms.get(country, []) if t[2] <= day <= t[3]]
        if not on_day:
            return None
        return {role for name, role, *_ in on_day if name == person}

    def known(self, country: str, role: str, day: date) -> bool:
        """Whether it is recorded for certain who held a role on a day."""
        terms = self._terms.get(country, [])
        return any(t[1] == role and t[4] <= day < t[3] for t in terms)


def _check_meeting(reading: Reading, terms: _Terms, meeting: Record, sides: list[Record]) -> None:
    day = _day(meeting.row["start"])
    if day is None:
        return
    in_office = 0
    for side in sides:
        country, person = side.row["country"], side.row["person"]
        held = terms.roles(country, person, day)
        if held is None:
            in_office += 1
            continue
        in_office += bool(held)
        wanted = {meeting.row["level"]} & _ROLES
        if wanted == {"head_of_state"} and country in _LED_BY_GOVERNMENT:
            wanted = _ROLES
        if wanted and not held & wanted:
            reading.faults.add(
                meeting.file,
                meeting.id,
                "participants",
                f"{person} was not {meeting.row['level']} of {country} on {day}",
            )
    if sides and not in_office:
        reading.faults.add(meeting.file, meeting.id, "participants", f"nobody in office on {day}")


def _check_delegates(reading: Reading, terms: _Terms) -> None:
    days = {s.id: _day(s.row["session_day"] or s.row["end"]) for s in reading.of("summits")}
    for delegate in reading.of("delegates"):
        row = delegate.row
        day = days.get(row["summit"])
        match = _LEADER.match(row["office"])
        if day is None or match is None:
            continue
        role = "head_of_state" if match[2] == "President" else "head_of_government"
        if terms.known(row["country"], role, day) and not terms.roles(
            row["country"], row["person"], day
        ):
            reading.faults.add(
                delegate.file, delegate.id, "person", f"was not {row['office']} on {day}"
            )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if len(text) == 10 else None

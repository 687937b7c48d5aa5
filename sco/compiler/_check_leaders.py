"""Checks that whoever met, travelled or came was in office on the day."""

from __future__ import annotations

import re
from datetime import date

from sco.compiler._reading import Reading, Record
from sco.compiler._terms import Terms

# India and Pakistan are represented in the Council of Heads of State by their prime
# ministers: the supreme organ that a state sends counts.
_LED_BY_GOVERNMENT = {"IN", "PK"}
_LEADER = re.compile(r"(Acting )?(President|Prime Minister|Premier|Chairman of the Cabinet)\b")
_ROLES = {"head_of_state", "head_of_government"}
# By table, who is named there and as whose.
_OF_A_STATE = {
    "participants": ("person", "country"),
    "delegates": ("person", "country"),
    "tenures": ("person", "country"),
    "visits": ("leader", "visitor"),
    "summits": ("chair", "chair_country"),
}


def check(reading: Reading) -> None:
    """Add a fault for everyone who was not in office, or is of another state."""
    terms = Terms(reading)
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
    _check_states(reading)


def _check_meeting(reading: Reading, terms: Terms, meeting: Record, sides: list[Record]) -> None:
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


def _check_delegates(reading: Reading, terms: Terms) -> None:
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


def _check_states(reading: Reading) -> None:
    """Nobody acts for a state that is not theirs."""
    states = {person.id: person.row["country"] for person in reading.of("people")}
    for record in reading.records:
        if record.table.name not in _OF_A_STATE:
            continue
        named, as_whose = _OF_A_STATE[record.table.name]
        person, state = record.row[named], record.row[as_whose]
        if person in states and states[person] != state:
            field = "participants" if record.table.name == "participants" else named
            message = f"{person} is of {states[person]}, not of {state or 'no state'}"
            reading.fault(record, field, message)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if len(text) == 10 else None

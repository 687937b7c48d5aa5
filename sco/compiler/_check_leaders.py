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
_STATE, _GOVERNMENT = "head_of_state", "head_of_government"
_ROLES = (_STATE, _GOVERNMENT)
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
    day, level = _day(meeting.row["start"]), meeting.row["level"]
    if day is None:
        return
    held = {}
    for side in sides:
        country, person = side.row["country"], side.row["person"]
        roles = terms.roles(country, person, day)
        if roles and country in _LED_BY_GOVERNMENT:
            roles = roles | {_STATE}
        held[person, country] = roles
    for (person, country), roles in held.items():
        if level in _ROLES and roles is not None and level not in roles:
            message = f"{person} was not {level} of {country} on {day}"
            reading.fault(meeting, "participants", message)
    known = [roles for roles in held.values() if roles is not None]
    if not known or len(known) < len(sides):
        return
    if not any(known):
        reading.fault(meeting, "participants", f"nobody in office on {day}")
    for role in _ROLES:
        if level == "mixed" and all(_as(roles) == role for roles in known):
            reading.fault(meeting, "level", f"cannot be mixed: each was {role} on {day}")


def _as(roles: set[str]) -> str | None:
    """The role in which someone meets: whoever holds both offices meets as head of state."""
    return next((role for role in _ROLES if role in roles), None)


def _check_delegates(reading: Reading, terms: Terms) -> None:
    days = {s.id: _day(s.row["session_day"] or s.row["end"]) for s in reading.of("summits")}
    for delegate in reading.of("delegates"):
        row = delegate.row
        day = days.get(row["summit"])
        match = _LEADER.match(row["office"])
        if day is None or match is None:
            continue
        role = _STATE if match[2] == "President" else _GOVERNMENT
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

"""Leaders' visits to each other's states, and their meetings."""

from __future__ import annotations

import enum
from datetime import date
from typing import TYPE_CHECKING

import attrs

from sco._dates import PartialDate, parse_stored
from sco.records.common import (
    Alternative,
    Country,
    Source,
    items,
    optional,
    optional_int,
    span,
)
from sco.records.people import Person

if TYPE_CHECKING:
    from sco._store import Row, Store


class Confidence(enum.StrEnum):
    """How well a record is supported (see the codebook)."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Level(enum.StrEnum):
    """The offices of those who met."""

    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    MIXED = "mixed"


class Mode(enum.StrEnum):
    """How they met."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    PHONE = "phone"


class MeetingKind(enum.StrEnum):
    """What sort of occasion a meeting was."""

    TALKS = "talks"
    SIDELINES = "sidelines"
    REGULAR = "regular"
    INFORMAL = "informal"
    TRILATERAL = "trilateral"
    CEREMONY = "ceremony"
    CO_ATTENDANCE = "co_attendance"


class VisitKind(enum.StrEnum):
    """The protocol class of a visit."""

    STATE = "state"
    OFFICIAL = "official"
    WORKING = "working"
    INFORMAL = "informal"
    PRIVATE = "private"
    MULTILATERAL = "multilateral"


class Precision(enum.StrEnum):
    """What the first and last day of a visit are the days of."""

    STAY = "stay"
    TALKS = "talks"


@attrs.frozen(kw_only=True, repr=False)
class Participant:
    """One side's leader in a meeting.

    Attributes:
        country: The state.
        person: Its leader.
    """

    country: Country
    person: Person

    def __str__(self) -> str:
        return self.person.name

    def __repr__(self) -> str:
        return f"<Participant {self.country.alpha_2} {self.person.name}>"


@attrs.frozen(kw_only=True, repr=False)
class Meeting:
    """Leaders of two states (or more) meet on one occasion at one place.

    Attributes:
        id: Stable identifier.
        start: The first day of their talks, the local date of the place.
        end: The last day of their talks.
        city: Where they met; None for video and phone.
        country: The state in which that is; None for video and phone.
        participants: Who met, sorted by country.
        level: ``head_of_state``, ``head_of_government`` or ``mixed``.
        mode: ``in_person``, ``video`` or ``phone``.
        kind: What sort of occasion it was.
        formal: True if a bilateral talk of the two is documented, False if both are only
            documented at the same event.
        number: Its number in a numbered series, such as the regular meetings.
        occasion: The visit or event, in a few words.
        summit: The id of the summit at which it took place, if any.
        visit: The id of the visit that it was part of, if any.
        confidence: How well the record is supported.
        note: What a reader has to know.
        alternatives: Other values that sources give.
        sources: The pages that it rests on.
    """

    id: str
    start: date | PartialDate
    end: date | PartialDate
    city: str | None
    country: Country | None
    participants: tuple[Participant, ...]
    level: Level
    mode: Mode
    kind: MeetingKind
    formal: bool
    number: int | None
    occasion: str | None
    summit: str | None
    visit: str | None
    confidence: Confidence
    note: str | None
    alternatives: tuple[Alternative, ...]
    sources: tuple[Source, ...]

    def __repr__(self) -> str:
        where = f"{self.city} {self.country.alpha_2}" if self.city and self.country else self.mode
        who = ", ".join(p.person.name for p in self.participants)
        return f"<Meeting {span(self.start, self.end)} {where}: {who} ({self.kind})>"


@attrs.frozen(kw_only=True, repr=False)
class Visit:
    """One leader's trip to another state.

    Attributes:
        id: Stable identifier.
        start: The day of arrival (or of the first talks: see ``precision``).
        end: The day of departure (or of the last talks).
        precision: ``stay`` if the days are those of the stay, ``talks`` if only the days
            of the talks are known.
        visitor: The state whose leader travelled.
        leader: Who travelled.
        host: The state that was visited.
        cities: Where the visit went, in order.
        kind: Its class as the host names it; None where no source says.
        kind_guest: Its class as the guest's side names it, where that differs.
        occasion: What it was for, in a few words.
        summit: The id of the SCO summit that it was for, if any.
        confidence: How well the record is supported.
        note: What a reader has to know.
        alternatives: Other values that sources give.
        sources: The pages that it rests on.
    """

    id: str
    start: date | PartialDate
    end: date | PartialDate
    precision: Precision
    visitor: Country
    leader: Person
    host: Country
    cities: tuple[str, ...]
    kind: VisitKind | None
    kind_guest: VisitKind | None
    occasion: str | None
    summit: str | None
    confidence: Confidence
    note: str | None
    alternatives: tuple[Alternative, ...]
    sources: tuple[Source, ...]

    def __repr__(self) -> str:
        where = f"{self.visitor.alpha_2} to {self.host.alpha_2}"
        return (
            f"<Visit {span(self.start, self.end)} {where}: {self.leader.name} ({self.kind or '?'})>"
        )


def meeting(row: Row, store: Store, participants: tuple[Participant, ...]) -> Meeting:
    """Make a meeting of a row of ``meetings.csv`` and its participants."""
    return Meeting(
        id=row["id"],
        start=parse_stored(row["start"]),
        end=parse_stored(row["end"]),
        city=optional(row["city"]),
        country=store.country(row["country"]) if row["country"] else None,
        participants=participants,
        level=Level(row["level"]),
        mode=Mode(row["mode"]),
        kind=MeetingKind(row["kind"]),
        formal=row["formal"] == "true",
        number=optional_int(row["number"]),
        occasion=optional(row["occasion"]),
        summit=optional(row["summit"]),
        visit=optional(row["visit"]),
        confidence=Confidence(row["confidence"]),
        note=optional(row["note"]),
        alternatives=store.alternatives("meetings", row["id"]),
        sources=store.sources(row["sources"]),
    )


def visit(row: Row, store: Store) -> Visit:
    """Make a visit of a row of ``visits.csv``."""
    return Visit(
        id=row["id"],
        start=parse_stored(row["start"]),
        end=parse_stored(row["end"]),
        precision=Precision(row["precision"]),
        visitor=store.country(row["visitor"]),
        leader=store.person(row["leader"]),
        host=store.country(row["host"]),
        cities=items(row["cities"]),
        kind=VisitKind(row["kind"]) if row["kind"] else None,
        kind_guest=VisitKind(row["kind_guest"]) if row["kind_guest"] else None,
        occasion=optional(row["occasion"]),
        summit=optional(row["summit"]),
        confidence=Confidence(row["confidence"]),
        note=optional(row["note"]),
        alternatives=store.alternatives("visits", row["id"]),
        sources=store.sources(row["sources"]),
    )

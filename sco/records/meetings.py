"""Leaders' visits to each other's states, and their meetings."""

from __future__ import annotations

import enum
from datetime import date

import attrs

from sco._inputs.dates import PartialDate
from sco.records._about import about, documented
from sco.records.common import Alternative, Country, Source, span
from sco.records.people import Person


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


class Side(enum.StrEnum):
    """Whose word something is."""

    HOST = "host"
    GUEST = "guest"
    PRESS = "press"


@documented
@attrs.frozen(kw_only=True, repr=False)
class Participant:
    """One side's leader in a meeting."""

    country: Country = attrs.field(metadata=about("The state."))
    person: Person = attrs.field(metadata=about("Its leader."))

    def __str__(self) -> str:
        return self.person.name

    def __repr__(self) -> str:
        return f"<Participant {self.country.alpha_2} {self.person.name}>"


@documented
@attrs.frozen(kw_only=True, repr=False)
class Meeting:
    """Leaders of two states (or more) meet on one occasion at one place."""

    id: str = attrs.field(metadata=about("Stable identifier."))
    start: date | PartialDate = attrs.field(
        metadata=about("The first day of their talks, the local date of the place.")
    )
    end: date | PartialDate = attrs.field(metadata=about("The last day of their talks."))
    city: str | None = attrs.field(metadata=about("Where they met; None for video and phone."))
    country: Country | None = attrs.field(
        metadata=about("The state in which that is; None for video and phone.")
    )
    participants: tuple[Participant, ...] = attrs.field(
        metadata=about("Who met, sorted by country.")
    )
    level: Level = attrs.field(
        metadata=about("``head_of_state``, ``head_of_government`` or ``mixed``.")
    )
    mode: Mode = attrs.field(metadata=about("``in_person``, ``video`` or ``phone``."))
    kind: MeetingKind = attrs.field(metadata=about("What sort of occasion it was."))
    formal: bool = attrs.field(
        metadata=about(
            "True if a bilateral talk of the two is documented, False if both are only "
            "documented at the same event."
        )
    )
    number: int | None = attrs.field(
        metadata=about("Its number in a numbered series, such as the regular meetings.")
    )
    occasion: str | None = attrs.field(metadata=about("The visit or event, in a few words."))
    summit: str | None = attrs.field(
        metadata=about("The id of the summit at which it took place, if any.", refers="summits")
    )
    visit: str | None = attrs.field(
        metadata=about("The id of the visit that it was part of, if any.", refers="visits")
    )
    confidence: Confidence = attrs.field(metadata=about("How well the record is supported."))
    note: str | None = attrs.field(metadata=about("What a reader has to know."))
    alternatives: tuple[Alternative, ...] = attrs.field(
        metadata=about("Other values that sources give.")
    )
    sources: tuple[Source, ...] = attrs.field(metadata=about("The pages that it rests on."))

    def __repr__(self) -> str:
        where = f"{self.city} {self.country.alpha_2}" if self.city and self.country else self.mode
        who = ", ".join(p.person.name for p in self.participants)
        return f"<Meeting {span(self.start, self.end)} {where}: {who} ({self.kind})>"


@documented
@attrs.frozen(kw_only=True, repr=False)
class Visit:
    """One leader's trip to another state."""

    id: str = attrs.field(metadata=about("Stable identifier."))
    start: date | PartialDate = attrs.field(
        metadata=about("The day of arrival (or of the first talks: see ``precision``).")
    )
    end: date | PartialDate = attrs.field(
        metadata=about("The day of departure (or of the last talks).")
    )
    precision: Precision = attrs.field(
        metadata=about(
            "``stay`` if the days are those of the stay, ``talks`` if only the days of the "
            "talks are known.",
            absent="stay",
        )
    )
    visitor: Country = attrs.field(metadata=about("The state whose leader travelled."))
    leader: Person = attrs.field(metadata=about("Who travelled."))
    host: Country = attrs.field(metadata=about("The state that was visited."))
    cities: tuple[str, ...] = attrs.field(metadata=about("Where the visit went, in order."))
    kind: VisitKind | None = attrs.field(
        metadata=about(
            "Its class, as the host names it where a page of the host's says so (see ``kind_by``); "
            "None where no source says."
        )
    )
    kind_by: Side | None = attrs.field(
        default=None,
        metadata=about(
            "Whose word ``kind`` is: the ``host``'s, the ``guest``'s or the ``press``'s. None in "
            "editions before 2026.11.2."
        ),
    )
    kind_guest: VisitKind | None = attrs.field(
        metadata=about("Its class as the guest's side names it, where that differs.")
    )
    occasion: str | None = attrs.field(metadata=about("What it was for, in a few words."))
    summit: str | None = attrs.field(
        metadata=about("The id of the SCO summit that it was for, if any.", refers="summits")
    )
    confidence: Confidence = attrs.field(metadata=about("How well the record is supported."))
    note: str | None = attrs.field(metadata=about("What a reader has to know."))
    alternatives: tuple[Alternative, ...] = attrs.field(
        metadata=about("Other values that sources give.")
    )
    sources: tuple[Source, ...] = attrs.field(metadata=about("The pages that it rests on."))

    def __repr__(self) -> str:
        where = f"{self.visitor.alpha_2} to {self.host.alpha_2}"
        return (
            f"<Visit {span(self.start, self.end)} {where}: {self.leader.name} ({self.kind or '?'})>"
        )

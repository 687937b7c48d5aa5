"""Summits and who came to them."""

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


class Body(enum.StrEnum):
    """The body that meets."""

    CHS = "CHS"
    CHG = "CHG"
    S5 = "S5"


class Format(enum.StrEnum):
    """How those who took part were present."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    HYBRID = "hybrid"


class Capacity(enum.StrEnum):
    """As what a state was represented."""

    MEMBER = "member"
    OBSERVER = "observer"
    DIALOGUE_PARTNER = "dialogue_partner"
    PARTNER = "partner"
    GUEST = "guest"


class Presence(enum.StrEnum):
    """How one delegate was present."""

    IN_PERSON = "in_person"
    VIDEO = "video"


@attrs.frozen(kw_only=True, repr=False)
class Delegate:
    """Who represented a state at a summit.

    Attributes:
        summit: The summit's id.
        country: The state.
        person: Who came.
        office: The office as the source names it.
        capacity: As what the state was represented.
        mode: In person or by video; None where no source says.
        head: Whether the delegate headed the delegation.
        note: What a reader has to know.
        alternatives: Other values that sources give.
        sources: The pages that it rests on.
    """

    summit: str
    country: Country
    person: Person
    office: str
    capacity: Capacity
    mode: Presence | None
    head: bool
    note: str | None
    alternatives: tuple[Alternative, ...]
    sources: tuple[Source, ...]

    def __repr__(self) -> str:
        who = f"{self.country.alpha_2} {self.person.name}"
        return f"<Delegate {self.summit} {who} ({self.capacity}, {self.mode or 'mode unknown'})>"


@attrs.frozen(kw_only=True, repr=False)
class Summit:
    """A numbered meeting of a body.

    Attributes:
        id: Body and number, such as ``CHS-24``.
        body: ``CHS`` (Council of Heads of State), ``CHG`` (Council of Heads of
            Government) or ``S5`` (Shanghai Five).
        ordinal: Its number in the body's own series.
        start: The first day, as the communique gives it.
        end: The last day.
        session_day: The day of the session itself; None if not known.
        host: The state that was host.
        city: Where it took place (or was hosted from, by video).
        venue: The building, if known.
        format: In person, by video, or hybrid; None where no source says.
        chair_country: The state in the chair.
        chair: Who chaired; None if not known.
        declaration: The title of the main document.
        documents: Titles of other documents adopted, as far as a source lists them.
        next_chair: The state to which the chair passed, where a source says.
        delegates: Who came.
        scheduled: True if it had not been reported as held when the edition was made.
        note: What a reader has to know.
        alternatives: Other values that sources give.
        sources: The pages that it rests on, two or more.
    """

    id: str
    body: Body
    ordinal: int
    start: date | PartialDate
    end: date | PartialDate
    session_day: date | None
    host: Country
    city: str | None
    venue: str | None
    format: Format | None
    chair_country: Country | None
    chair: Person | None
    declaration: str | None
    documents: tuple[str, ...]
    next_chair: Country | None
    delegates: tuple[Delegate, ...]
    scheduled: bool
    note: str | None
    alternatives: tuple[Alternative, ...]
    sources: tuple[Source, ...]

    def __repr__(self) -> str:
        where = f"{self.city or '?'} {self.host.alpha_2}"
        scheduled = " (scheduled)" if self.scheduled else ""
        return f"<Summit {self.id} {span(self.start, self.end)} {where}{scheduled}>"


def delegate(row: Row, store: Store) -> Delegate:
    """Make a delegate of a row of ``delegates.csv``."""
    key = "/".join((row["summit"], row["country"], row["person"]))
    return Delegate(
        summit=row["summit"],
        country=store.country(row["country"]),
        person=store.person(row["person"]),
        office=row["office"],
        capacity=Capacity(row["capacity"]),
        mode=Presence(row["mode"]) if row["mode"] else None,
        head=row["head"] == "true",
        note=optional(row["note"]),
        alternatives=store.alternatives("delegates", key),
        sources=store.sources(row["sources"]),
    )


def summit(row: Row, store: Store, delegates: tuple[Delegate, ...]) -> Summit:
    """Make a summit of a row of ``summits.csv`` and its delegates."""
    return Summit(
        id=row["id"],
        body=Body(row["body"]),
        ordinal=optional_int(row["ordinal"]) or 0,
        start=parse_stored(row["start"]),
        end=parse_stored(row["end"]),
        session_day=date.fromisoformat(row["session_day"]) if row["session_day"] else None,
        host=store.country(row["host"]),
        city=optional(row["city"]),
        venue=optional(row["venue"]),
        format=Format(row["format"]) if row["format"] else None,
        chair_country=store.country(row["chair_country"]) if row["chair_country"] else None,
        chair=store.person(row["chair"]) if row["chair"] else None,
        declaration=optional(row["declaration"]),
        documents=items(row["documents"]),
        next_chair=store.country(row["next_chair"]) if row["next_chair"] else None,
        delegates=delegates,
        scheduled=row["scheduled"] == "true",
        note=optional(row["note"]),
        alternatives=store.alternatives("summits", row["id"]),
        sources=store.sources(row["sources"]),
    )

"""Summits and who came to them."""

from __future__ import annotations

import enum
from datetime import date

import attrs

from sco._inputs.dates import PartialDate
from sco.records._about import about, documented
from sco.records.common import Alternative, Country, Source, span
from sco.records.people import Person


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


@documented
@attrs.frozen(kw_only=True, repr=False)
class Delegate:
    """Who represented a state at a summit."""

    summit: str = attrs.field(metadata=about("The summit's id.", refers="summits"))
    country: Country = attrs.field(metadata=about("The state."))
    person: Person = attrs.field(metadata=about("Who came."))
    office: str = attrs.field(metadata=about("The office as the source names it."))
    capacity: Capacity = attrs.field(metadata=about("As what the state was represented."))
    mode: Presence | None = attrs.field(
        metadata=about("In person or by video; None where no source says.")
    )
    head: bool = attrs.field(
        metadata=about("Whether the delegate headed the delegation.", absent=True)
    )
    note: str | None = attrs.field(metadata=about("What a reader has to know."))
    alternatives: tuple[Alternative, ...] = attrs.field(
        metadata=about("Other values that sources give.")
    )
    sources: tuple[Source, ...] = attrs.field(metadata=about("The pages that it rests on."))

    def __repr__(self) -> str:
        who = f"{self.country.alpha_2} {self.person.name}"
        return f"<Delegate {self.summit} {who} ({self.capacity}, {self.mode or 'mode unknown'})>"


@documented
@attrs.frozen(kw_only=True, repr=False)
class Summit:
    """A numbered meeting of a body."""

    id: str = attrs.field(metadata=about("Body and number, such as ``CHS-24``."))
    body: Body = attrs.field(
        metadata=about(
            "``CHS`` (Council of Heads of State), ``CHG`` (Council of Heads of Government) "
            "or ``S5`` (Shanghai Five)."
        )
    )
    ordinal: int = attrs.field(metadata=about("Its number in the body's own series."))
    start: date | PartialDate = attrs.field(
        metadata=about("The first day, as the communique gives it.")
    )
    end: date | PartialDate = attrs.field(metadata=about("The last day."))
    session_day: date | None = attrs.field(
        metadata=about("The day of the session itself; None if not known.")
    )
    host: Country = attrs.field(metadata=about("The state that was host."))
    city: str | None = attrs.field(
        metadata=about("Where it took place (or was hosted from, by video).")
    )
    venue: str | None = attrs.field(metadata=about("The building, if known."))
    format: Format | None = attrs.field(
        metadata=about("In person, by video, or hybrid; None where no source says.")
    )
    chair_country: Country | None = attrs.field(metadata=about("The state in the chair."))
    chair: Person | None = attrs.field(metadata=about("Who chaired; None if not known."))
    declaration: str | None = attrs.field(metadata=about("The title of the main document."))
    documents: tuple[str, ...] = attrs.field(
        metadata=about("Titles of other documents adopted, as far as a source lists them.")
    )
    next_chair: Country | None = attrs.field(
        metadata=about("The state to which the chair passed, where a source says.")
    )
    delegates: tuple[Delegate, ...] = attrs.field(metadata=about("Who came."))
    scheduled: bool = attrs.field(
        metadata=about(
            "True if it had not been reported as held when the edition was made.", absent=False
        )
    )
    note: str | None = attrs.field(metadata=about("What a reader has to know."))
    alternatives: tuple[Alternative, ...] = attrs.field(
        metadata=about("Other values that sources give.")
    )
    sources: tuple[Source, ...] = attrs.field(
        metadata=about("The pages that it rests on, two or more.")
    )

    def __repr__(self) -> str:
        where = f"{self.city or '?'} {self.host.alpha_2}"
        scheduled = " (scheduled)" if self.scheduled else ""
        return f"<Summit {self.id} {span(self.start, self.end)} {where}{scheduled}>"

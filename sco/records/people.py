"""Who was in office: people, their terms, and the organisation's own officers."""

from __future__ import annotations

import enum
from datetime import date
from typing import TYPE_CHECKING

import attrs

from sco._dates import PartialDate, parse_stored
from sco.records.common import Alternative, Country, Source, optional, optional_date

if TYPE_CHECKING:
    from sco._store import Row, Store


class Role(enum.StrEnum):
    """What a term of office is a term as."""

    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"


class OfficerRole(enum.StrEnum):
    """The offices of the organisation itself."""

    EXECUTIVE_SECRETARY = "executive_secretary"
    SECRETARY_GENERAL = "secretary_general"
    RATS_DIRECTOR = "rats_director"


@attrs.frozen(kw_only=True, repr=False)
class Person:
    """A leader, a delegate or an officer.

    Attributes:
        id: The English name in lower-case ASCII with hyphens, such as ``xi-jinping``.
        country: The state whose office the person held.
        name: English name, as shown.
        name_ru: Russian name, where the data has it.
        name_zh: Chinese name, where the data has it.
    """

    id: str
    country: Country
    name: str
    name_ru: str | None = None
    name_zh: str | None = None

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"<Person {self.name} ({self.country.alpha_2})>"


@attrs.frozen(kw_only=True, repr=False)
class Tenure:
    """A term of office of a head of state or government.

    Attributes:
        id: Stable identifier.
        country: The state.
        person: Who held the office.
        role: Head of state or head of government.
        office: Its name in English.
        start: The first day in office.
        end: The first day of the successor; None while in office.
        acting: Whether the office was held in an acting capacity.
        note: What a reader has to know.
        alternatives: Other values that sources give.
        sources: The pages that it rests on.
    """

    id: str
    country: Country
    person: Person
    role: Role
    office: str
    start: date | PartialDate
    end: date | PartialDate | None
    acting: bool
    note: str | None
    alternatives: tuple[Alternative, ...]
    sources: tuple[Source, ...]

    def __repr__(self) -> str:
        acting = "acting " if self.acting else ""
        who = f"{self.person.name}, {acting}{self.office}"
        return f"<Tenure {self.country.alpha_2} {who} {self.start}..{self.end or ''}>"


@attrs.frozen(kw_only=True, repr=False)
class Officer:
    """A term of one of the organisation's own officers.

    Attributes:
        id: Stable identifier.
        office: Executive secretary (2004-2006), Secretary-General, or director of the
            executive committee of the Regional Anti-Terrorist Structure (RATS).
        person: Who held it.
        start: The first day in office.
        end: The first day of the successor; None while in office.
        note: What a reader has to know.
        sources: The pages that it rests on.
    """

    id: str
    office: OfficerRole
    person: Person
    start: date | PartialDate
    end: date | PartialDate | None
    note: str | None
    sources: tuple[Source, ...]

    def __repr__(self) -> str:
        return f"<Officer {self.office} {self.person.name} {self.start}..{self.end or ''}>"


def person(row: Row, store: Store) -> Person:
    """Make a person of a row of ``people.csv``."""
    return Person(
        id=row["id"],
        country=store.country(row["country"]),
        name=row["name"],
        name_ru=optional(row["name_ru"]),
        name_zh=optional(row["name_zh"]),
    )


def tenure(row: Row, store: Store) -> Tenure:
    """Make a term of office of a row of ``tenures.csv``."""
    return Tenure(
        id=row["id"],
        country=store.country(row["country"]),
        person=store.person(row["person"]),
        role=Role(row["role"]),
        office=row["office"],
        start=parse_stored(row["start"]),
        end=optional_date(row["end"]),
        acting=row["acting"] == "true",
        note=optional(row["note"]),
        alternatives=store.alternatives("tenures", row["id"]),
        sources=store.sources(row["sources"]),
    )


def officer(row: Row, store: Store) -> Officer:
    """Make an officer of a row of ``officers.csv``."""
    return Officer(
        id=row["id"],
        office=OfficerRole(row["office"]),
        person=store.person(row["person"]),
        start=parse_stored(row["start"]),
        end=optional_date(row["end"]),
        note=optional(row["note"]),
        sources=store.sources(row["sources"]),
    )

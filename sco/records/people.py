"""Who was in office: people, their terms, and the organisation's own officers."""

from __future__ import annotations

import enum
from datetime import date

import attrs

from sco._inputs.dates import PartialDate
from sco.records._about import about, documented
from sco.records.common import Alternative, Country, Source


class Role(enum.StrEnum):
    """What a term of office is a term as."""

    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"


class OfficerRole(enum.StrEnum):
    """The offices of the organisation itself."""

    EXECUTIVE_SECRETARY = "executive_secretary"
    SECRETARY_GENERAL = "secretary_general"
    RATS_DIRECTOR = "rats_director"


@documented
@attrs.frozen(kw_only=True, repr=False)
class Person:
    """A leader, a delegate or an officer."""

    id: str = attrs.field(
        metadata=about("The English name in lower-case ASCII with hyphens, such as ``xi-jinping``.")
    )
    country: Country = attrs.field(metadata=about("The state whose office the person held."))
    name: str = attrs.field(metadata=about("English name, as shown."))
    name_ru: str | None = attrs.field(
        default=None, metadata=about("Russian name, where the data has it.")
    )
    name_zh: str | None = attrs.field(
        default=None, metadata=about("Chinese name, where the data has it.")
    )

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"<Person {self.name} ({self.country.alpha_2})>"


@documented
@attrs.frozen(kw_only=True, repr=False)
class Tenure:
    """A term of office of a head of state or government."""

    id: str = attrs.field(metadata=about("Stable identifier."))
    country: Country = attrs.field(metadata=about("The state."))
    person: Person = attrs.field(metadata=about("Who held the office."))
    role: Role = attrs.field(metadata=about("Head of state or head of government."))
    office: str = attrs.field(metadata=about("Its name in English."))
    start: date | PartialDate = attrs.field(metadata=about("The first day in office."))
    end: date | PartialDate | None = attrs.field(
        metadata=about("The first day of the successor; None while in office.")
    )
    acting: bool = attrs.field(
        metadata=about("Whether the office was held in an acting capacity.", absent=False)
    )
    note: str | None = attrs.field(metadata=about("What a reader has to know."))
    alternatives: tuple[Alternative, ...] = attrs.field(
        metadata=about("Other values that sources give.")
    )
    sources: tuple[Source, ...] = attrs.field(metadata=about("The pages that it rests on."))

    def __repr__(self) -> str:
        acting = "acting " if self.acting else ""
        who = f"{self.person.name}, {acting}{self.office}"
        return f"<Tenure {self.country.alpha_2} {who} {self.start}..{self.end or ''}>"


@documented
@attrs.frozen(kw_only=True, repr=False)
class Officer:
    """A term of one of the organisation's own officers."""

    id: str = attrs.field(metadata=about("Stable identifier."))
    office: OfficerRole = attrs.field(
        metadata=about(
            "Executive secretary (2004-2006), Secretary-General, or director of the "
            "executive committee of the Regional Anti-Terrorist Structure (RATS)."
        )
    )
    person: Person = attrs.field(metadata=about("Who held it."))
    start: date | PartialDate = attrs.field(metadata=about("The first day in office."))
    end: date | PartialDate | None = attrs.field(
        metadata=about("The first day of the successor; None while in office.")
    )
    note: str | None = attrs.field(metadata=about("What a reader has to know."))
    sources: tuple[Source, ...] = attrs.field(metadata=about("The pages that it rests on."))

    def __repr__(self) -> str:
        return f"<Officer {self.office} {self.person.name} {self.start}..{self.end or ''}>"

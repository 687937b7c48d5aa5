"""What others published: announcements of plans, counts of meetings, and our coverage."""

from __future__ import annotations

import enum
from datetime import date
from typing import TYPE_CHECKING

import attrs

from sco._dates import PartialDate
from sco.records.common import Country, Source, items, optional, optional_date
from sco.records.meetings import Level
from sco.records.people import Person

if TYPE_CHECKING:
    from sco._store import Row, Store


class Subject(enum.StrEnum):
    """What an announcement is about."""

    VISIT = "visit"
    SUMMIT = "summit"
    MEETING = "meeting"


class Outcome(enum.StrEnum):
    """What became of an announced plan."""

    HELD = "held"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    PENDING = "pending"


class Qualifier(enum.StrEnum):
    """How a published number is put."""

    EXACT = "exact"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    NEARLY = "nearly"
    ABOUT = "about"


class Counted(enum.StrEnum):
    """What a published number counts."""

    MEETINGS = "meetings"
    VISITS = "visits"
    PHONE_CALLS = "phone_calls"
    REGULAR_MEETINGS = "regular_meetings"
    EXCHANGES = "exchanges"


class Point(enum.StrEnum):
    """Where in the series a published number stands on its day."""

    INCLUDING = "including"
    EXCLUDING = "excluding"
    NEXT = "next"


class Covers(enum.StrEnum):
    """Which meetings a statement of coverage speaks of."""

    TALKS = "talks"
    CO_ATTENDANCE = "co_attendance"
    PHONE_CALLS = "phone_calls"


class Extent(enum.StrEnum):
    """How much of a table's subject was found."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    NOT_SEARCHED = "not_searched"


@attrs.frozen(kw_only=True, repr=False)
class Announcement:
    """A published plan.

    Attributes:
        id: Stable identifier.
        published: The day on which it was published.
        subject: A visit, a summit or a meeting.
        countries: The states concerned.
        claim: What was announced, in the contributor's words.
        expected: When it was to take place.
        outcome: What became of it.
        event: The id of the visit, summit or meeting that it turned into.
        note: What a reader has to know.
        sources: The pages that it rests on.
    """

    id: str
    published: date
    subject: Subject
    countries: tuple[Country, ...]
    claim: str
    expected: date | PartialDate | None
    outcome: Outcome
    event: str | None
    note: str | None
    sources: tuple[Source, ...]

    def __repr__(self) -> str:
        what = f"{self.subject} expected {self.expected or '?'}"
        return f"<Announcement {self.published}: {what}, {self.outcome} ({self.event})>"


@attrs.frozen(kw_only=True, repr=False)
class Tally:
    """A published count.

    Attributes:
        id: Stable identifier.
        on: The day for which the count was said.
        countries: The pair of states.
        leaders: The leaders counted.
        speaker: Who said it, if known.
        value: The number.
        qualifier: Whether it is exact, "more than", "at least", "nearly" or "about".
        counts: What it counts.
        visitor: For visits, the state whose leader travelled.
        host: For visits, the state visited.
        scope: The period or condition as stated, such as ``since 2013`` or ``in 2015``.
        since: The first day of that period, where one is stated or meant.
        until: Its last day, where it is not the day on which it was said.
        point: Whether the meeting of that day is in the number (``including``) or not
            (``excluding``), or whether it is the number of one to come (``next``).
        rule: The counting rule, where the source states one.
        note: What a reader has to know.
        sources: The pages that it rests on.
    """

    id: str
    on: date
    countries: tuple[Country, ...]
    leaders: tuple[Person, ...]
    speaker: str | None
    value: int
    qualifier: Qualifier
    counts: Counted
    visitor: Country | None
    host: Country | None
    scope: str | None
    since: date | None
    until: date | None
    point: Point
    rule: str | None
    note: str | None
    sources: tuple[Source, ...]

    def __repr__(self) -> str:
        number = f"{self.qualifier} {self.value} {self.counts}"
        return f"<Tally {self.on} {number} {self.scope or ''}".rstrip() + ">"


@attrs.frozen(kw_only=True, repr=False)
class RuleCount:
    """Our count under one rule.

    Attributes:
        rule: The rule's name.
        count: How many we count.
        difference: Our count less the published number.
    """

    rule: str
    count: int
    difference: int

    def __repr__(self) -> str:
        return f"<RuleCount {self.rule} {self.count} ({self.difference:+d})>"


@attrs.frozen(kw_only=True, repr=False)
class Reconciliation:
    """A published count against our counts.

    Attributes:
        tally: The published count.
        counts: Our count under each rule that can apply.
        closed_by: The rules under which the statement is true as it was put.
        reason: Why no rule closes it; None if one does.
    """

    tally: Tally
    counts: tuple[RuleCount, ...]
    closed_by: tuple[str, ...]
    reason: str | None

    @property
    def value(self) -> int:
        """The published number."""
        return self.tally.value

    @property
    def sources(self) -> tuple[Source, ...]:
        """The pages that the published number rests on."""
        return self.tally.sources

    def __repr__(self) -> str:
        closed = ", ".join(self.closed_by) or "no rule"
        return f"<Reconciliation {self.tally.on} {self.tally.qualifier} {self.value}: {closed}>"


@attrs.frozen(kw_only=True, repr=False)
class Coverage:
    """What was searched for a table, a pair and a period.

    Attributes:
        id: Stable identifier.
        table: The table, such as ``meetings``.
        countries: The pair, or the state; empty for all.
        level: The level of meetings or visits that it speaks of, if one.
        covers: Of meetings, whether it speaks of documented talks (in person and by
            video), of both being present, or of phone calls.
        since: The first day of the period.
        until: The first day after it.
        extent: ``complete``, ``partial`` or ``not_searched``.
        method: How it was searched.
        checked_through: The last day that the search could see.
        missing: What is known to be missing.
        note: What a reader has to know.
    """

    id: str
    table: str
    countries: tuple[Country, ...]
    level: Level | None
    covers: Covers | None
    since: date
    until: date
    extent: Extent
    method: str
    checked_through: date
    missing: str | None
    note: str | None

    def __repr__(self) -> str:
        who = "-".join(c.alpha_2 for c in self.countries) or "all"
        return f"<Coverage {self.table} {who} {self.since}..{self.until}: {self.extent}>"


def announcement(row: Row, store: Store) -> Announcement:
    """Make an announcement of a row of ``announcements.csv``."""
    return Announcement(
        id=row["id"],
        published=date.fromisoformat(row["published"]),
        subject=Subject(row["subject"]),
        countries=tuple(map(store.country, items(row["countries"]))),
        claim=row["claim"],
        expected=optional_date(row["expected"]),
        outcome=Outcome(row["outcome"]),
        event=optional(row["event"]),
        note=optional(row["note"]),
        sources=store.sources(row["sources"]),
    )


def tally(row: Row, store: Store) -> Tally:
    """Make a published count of a row of ``tallies.csv``."""
    return Tally(
        id=row["id"],
        on=date.fromisoformat(row["on"]),
        countries=tuple(map(store.country, items(row["countries"]))),
        leaders=tuple(map(store.person, items(row["leaders"]))),
        speaker=optional(row["speaker"]),
        value=int(row["value"]),
        qualifier=Qualifier(row["qualifier"]),
        counts=Counted(row["counts"]),
        visitor=store.country(row["visitor"]) if row["visitor"] else None,
        host=store.country(row["host"]) if row["host"] else None,
        scope=optional(row["scope"]),
        since=date.fromisoformat(row["since"]) if row["since"] else None,
        until=date.fromisoformat(row["until"]) if row["until"] else None,
        point=Point(row["point"]),
        rule=optional(row["rule"]),
        note=optional(row["note"]),
        sources=store.sources(row["sources"]),
    )


def coverage(row: Row, store: Store) -> Coverage:
    """Make a coverage row of a row of ``coverage.csv``."""
    return Coverage(
        id=row["id"],
        table=row["table"],
        countries=tuple(map(store.country, items(row["countries"]))),
        level=Level(row["level"]) if row["level"] else None,
        covers=Covers(row["covers"]) if row["covers"] else None,
        since=date.fromisoformat(row["since"]),
        until=date.fromisoformat(row["until"]),
        extent=Extent(row["extent"]),
        method=row["method"],
        checked_through=date.fromisoformat(row["checked_through"]),
        missing=optional(row["missing"]),
        note=optional(row["note"]),
    )

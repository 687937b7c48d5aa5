"""What others published: announcements of plans, counts of meetings, and our coverage."""

from __future__ import annotations

import enum
from datetime import date

import attrs

from sco._inputs.dates import PartialDate
from sco.records._about import about, documented
from sco.records.common import Country, Source
from sco.records.meetings import Level
from sco.records.people import Person


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
    DAYS = "days"
    ATTENDEES = "attendees"


class Extent(enum.StrEnum):
    """How much of a table's subject was found."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    NOT_SEARCHED = "not_searched"


@documented
@attrs.frozen(kw_only=True, repr=False)
class Announcement:
    """A published plan."""

    id: str = attrs.field(metadata=about("Stable identifier."))
    published: date = attrs.field(metadata=about("The day on which it was published."))
    subject: Subject = attrs.field(metadata=about("A visit, a summit or a meeting."))
    countries: tuple[Country, ...] = attrs.field(metadata=about("The states concerned."))
    claim: str = attrs.field(metadata=about("What was announced, in the contributor's words."))
    expected: date | PartialDate | None = attrs.field(metadata=about("When it was to take place."))
    outcome: Outcome = attrs.field(metadata=about("What became of it."))
    event: str | None = attrs.field(
        metadata=about("The id of the visit, summit or meeting that it turned into.")
    )
    note: str | None = attrs.field(metadata=about("What a reader has to know."))
    sources: tuple[Source, ...] = attrs.field(metadata=about("The pages that it rests on."))

    def __repr__(self) -> str:
        what = f"{self.subject} expected {self.expected or '?'}"
        return f"<Announcement {self.published}: {what}, {self.outcome} ({self.event})>"


@documented
@attrs.frozen(kw_only=True, repr=False)
class Tally:
    """A published count."""

    id: str = attrs.field(metadata=about("Stable identifier."))
    on: date = attrs.field(metadata=about("The day for which the count was said."))
    countries: tuple[Country, ...] = attrs.field(metadata=about("The pair of states."))
    leaders: tuple[Person, ...] = attrs.field(metadata=about("The leaders counted."))
    speaker: str | None = attrs.field(metadata=about("Who said it, if known."))
    value: int = attrs.field(metadata=about("The number."))
    qualifier: Qualifier = attrs.field(
        metadata=about('Whether it is exact, "more than", "at least", "nearly" or "about".')
    )
    counts: Counted = attrs.field(metadata=about("What it counts."))
    visitor: Country | None = attrs.field(
        metadata=about("For visits, the state whose leader travelled.")
    )
    host: Country | None = attrs.field(metadata=about("For visits, the state visited."))
    scope: str | None = attrs.field(
        metadata=about("The period or condition as stated, such as ``since 2013`` or ``in 2015``.")
    )
    since: date | None = attrs.field(
        metadata=about("The first day of that period, where one is stated or meant.")
    )
    until: date | None = attrs.field(
        metadata=about("Its last day, where it is not the day on which it was said.")
    )
    point: Point = attrs.field(
        metadata=about(
            "Whether the meeting of that day is in the number (``including``) or not "
            "(``excluding``), or whether it is the number of one to come (``next``).",
            absent="including",
        )
    )
    rule: str | None = attrs.field(
        metadata=about("The counting rule, where the source states one.")
    )
    note: str | None = attrs.field(metadata=about("What a reader has to know."))
    sources: tuple[Source, ...] = attrs.field(metadata=about("The pages that it rests on."))

    def __repr__(self) -> str:
        number = f"{self.qualifier} {self.value} {self.counts}"
        return f"<Tally {self.on} {number} {self.scope or ''}".rstrip() + ">"


@documented
@attrs.frozen(kw_only=True, repr=False)
class Inclusion:
    """What a counting rule takes in, or leaves out, beside what it says in general."""

    id: str = attrs.field(metadata=about("Stable identifier."))
    rule: str = attrs.field(metadata=about("The counting rule."))
    record: str = attrs.field(metadata=about("The id of the meeting or visit."))
    counted: bool = attrs.field(
        default=True,
        metadata=about("True if the rule takes it in, False if it leaves it out.", absent=True),
    )
    inferred: bool = attrs.field(
        metadata=about("True if no page names it: it follows from the counts.", absent=False)
    )
    reason: str = attrs.field(metadata=about("Why, in the contributor's words."))
    sources: tuple[Source, ...] = attrs.field(
        metadata=about("The pages that name it, or from whose counts it follows.")
    )

    def __repr__(self) -> str:
        sign = "+" if self.counted else "-"
        return f"<Inclusion {self.rule} {sign} {self.record}>"


@documented
@attrs.frozen(kw_only=True, repr=False)
class RuleCount:
    """Our count under one rule."""

    rule: str = attrs.field(metadata=about("The rule's name."))
    count: int = attrs.field(metadata=about("How many we count."))
    difference: int = attrs.field(metadata=about("Our count less the published number."))
    since: str | None = attrs.field(
        default=None,
        metadata=about(
            "The edition with which the rule came; None for a rule as old as the first."
        ),
    )

    def __repr__(self) -> str:
        return f"<RuleCount {self.rule} {self.count} ({self.difference:+d})>"


@documented
@attrs.frozen(kw_only=True, repr=False)
class Reconciliation:
    """A published count against our counts."""

    tally: Tally = attrs.field(metadata=about("The published count."))
    counts: tuple[RuleCount, ...] = attrs.field(
        metadata=about("Our count under each rule that can apply.")
    )
    closed_by: tuple[str, ...] = attrs.field(
        metadata=about("The rules under which the statement is true as it was put.")
    )
    reason: str | None = attrs.field(metadata=about("Why no rule closes it; None if one does."))

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


@documented
@attrs.frozen(kw_only=True, repr=False)
class Coverage:
    """What was searched for a table, a pair and a period."""

    id: str = attrs.field(metadata=about("Stable identifier."))
    table: str = attrs.field(metadata=about("The table, such as ``meetings``."))
    countries: tuple[Country, ...] = attrs.field(
        metadata=about("The pair, or the state; empty for all.")
    )
    level: Level | None = attrs.field(
        metadata=about("The level of meetings or visits that it speaks of, if one.")
    )
    covers: Covers | None = attrs.field(
        metadata=about(
            "Of meetings, whether it speaks of documented talks (in person and by video), "
            "of both being present, or of phone calls."
        )
    )
    series: str | None = attrs.field(
        default=None, metadata=about("Of events, the series, such as ``BRICS``.")
    )
    since: date = attrs.field(metadata=about("The first day of the period."))
    until: date = attrs.field(metadata=about("The first day after it."))
    extent: Extent = attrs.field(metadata=about("``complete``, ``partial`` or ``not_searched``."))
    method: str = attrs.field(metadata=about("How it was searched."))
    checked_through: date = attrs.field(metadata=about("The last day that the search could see."))
    missing: str | None = attrs.field(metadata=about("What is known to be missing."))
    note: str | None = attrs.field(metadata=about("What a reader has to know."))

    def __repr__(self) -> str:
        who = "-".join(c.alpha_2 for c in self.countries) or "all"
        return f"<Coverage {self.table} {who} {self.since}..{self.until}: {self.extent}>"

"""Who had which status: episodes, the legal steps between them, and changes."""

from __future__ import annotations

import enum
from datetime import date
from typing import TYPE_CHECKING

import attrs

from sco._dates import PartialDate, parse_stored
from sco.records.common import Alternative, Country, Source, optional, optional_date

if TYPE_CHECKING:
    from sco._store import Row, Store


class Status(enum.StrEnum):
    """What a state is to the organisation."""

    SHANGHAI_FIVE = "shanghai_five"
    MEMBER = "member"
    OBSERVER = "observer"
    DIALOGUE_PARTNER = "dialogue_partner"
    PARTNER = "partner"


class Basis(enum.StrEnum):
    """Which of its dates a transition is counted from."""

    IN_FORCE = "in_force"
    DECISION = "decision"


class StepKind(enum.StrEnum):
    """What a legal step did."""

    APPLIED = "applied"
    PROCEDURE_OPENED = "procedure_opened"
    MEMORANDUM_SIGNED = "memorandum_signed"
    STATUS_GRANTED = "status_granted"
    RATIFIED = "ratified"
    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    MERGED = "merged"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    ADOPTED = "adopted"


@attrs.frozen(kw_only=True, repr=False)
class Episode:
    """One state in one status over a half-open period.

    Attributes:
        id: Stable identifier, such as ``IN-member``.
        country: The state.
        status: What it was.
        start: The first day on which the status was in force; None if it was decided
            and is not in force.
        end: The first day on which it no longer was; None while it lasts.
        decided: The day of the Council's decision, if known.
        end_decided: The day on which its end was decided, where that differs.
        note: What a reader has to know.
        alternatives: Other values that sources give.
        sources: The pages that it rests on, two or more.
    """

    id: str
    country: Country
    status: Status
    start: date | PartialDate | None
    end: date | PartialDate | None
    decided: date | PartialDate | None
    end_decided: date | PartialDate | None
    note: str | None
    alternatives: tuple[Alternative, ...]
    sources: tuple[Source, ...]

    def bounds(self, basis: str) -> tuple[date | PartialDate | None, date | PartialDate | None]:
        """The half-open period under a basis.

        Under ``decision`` a date that is not recorded is replaced by that of the
        entry into force. A start of None means that the status never began.
        """
        if basis == Basis.DECISION:
            return self.decided or self.start, self.end_decided or self.end
        return self.start, self.end

    def __repr__(self) -> str:
        period = f"{self.start}..{self.end or ''}"
        if self.start is None:
            period = f"decided {self.decided}, not in force"
        return f"<Episode {self.country.alpha_2} {self.status} {period}>"


@attrs.frozen(kw_only=True, repr=False)
class Step:
    """A dated legal act on the way to, or out of, a status.

    Attributes:
        id: Stable identifier.
        country: The state; None for a text that governs all.
        kind: What the act did.
        status: The status that it concerns.
        date: Its day, or a partial date.
        place: The city where it was done, if known.
        document: The title of the document.
        note: What a reader has to know.
        alternatives: Other values that sources give.
        sources: The pages that it rests on.
    """

    id: str
    country: Country | None
    kind: StepKind
    status: Status | None
    date: date | PartialDate
    place: str | None
    document: str | None
    note: str | None
    alternatives: tuple[Alternative, ...]
    sources: tuple[Source, ...]

    def __repr__(self) -> str:
        who = self.country.alpha_2 if self.country else "-"
        return f"<Step {self.date} {who} {self.kind} ({self.status or self.document})>"


@attrs.frozen(kw_only=True, repr=False)
class Change:
    """The day on which a state's status changed.

    Attributes:
        date: The first day of the new status, or of none.
        country: The state.
        before: Its status on the day before; None if it had none.
        after: Its status from that day on; None if it has none.
        sources: The pages that the change rests on.
    """

    date: date | PartialDate
    country: Country
    before: Status | None
    after: Status | None
    sources: tuple[Source, ...]

    def __repr__(self) -> str:
        before, after = self.before or "none", self.after or "none"
        return f"<Change {self.date} {self.country.alpha_2}: {before} -> {after}>"


def episode(row: Row, store: Store) -> Episode:
    """Make an episode of a row of ``episodes.csv``."""
    return Episode(
        id=row["id"],
        country=store.country(row["country"]),
        status=Status(row["status"]),
        start=optional_date(row["start"]),
        end=optional_date(row["end"]),
        decided=optional_date(row["decided"]),
        end_decided=optional_date(row["end_decided"]),
        note=optional(row["note"]),
        alternatives=store.alternatives("episodes", row["id"]),
        sources=store.sources(row["sources"]),
    )


def step(row: Row, store: Store) -> Step:
    """Make a step of a row of ``steps.csv``."""
    return Step(
        id=row["id"],
        country=store.country(row["country"]) if row["country"] else None,
        kind=StepKind(row["kind"]),
        status=Status(row["status"]) if row["status"] else None,
        date=parse_stored(row["date"]),
        place=optional(row["place"]),
        document=optional(row["document"]),
        note=optional(row["note"]),
        alternatives=store.alternatives("steps", row["id"]),
        sources=store.sources(row["sources"]),
    )

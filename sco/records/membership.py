"""Who had which status: episodes, the legal steps between them, and changes."""

from __future__ import annotations

import enum
from datetime import date

import attrs

from sco._inputs.dates import PartialDate
from sco.records._about import about, documented
from sco.records.common import Alternative, Country, Source


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


@documented
@attrs.frozen(kw_only=True, repr=False)
class Episode:
    """One state in one status over a half-open period."""

    id: str = attrs.field(metadata=about("Stable identifier, such as ``IN-member``."))
    country: Country = attrs.field(metadata=about("The state."))
    status: Status = attrs.field(metadata=about("What it was."))
    start: date | PartialDate | None = attrs.field(
        metadata=about(
            "The first day on which the status was in force; None if it was decided and is "
            "not in force."
        )
    )
    end: date | PartialDate | None = attrs.field(
        metadata=about("The first day on which it no longer was; None while it lasts.")
    )
    decided: date | PartialDate | None = attrs.field(
        metadata=about("The day of the Council's decision, if known.")
    )
    end_decided: date | PartialDate | None = attrs.field(
        metadata=about("The day on which its end was decided, where that differs.")
    )
    note: str | None = attrs.field(metadata=about("What a reader has to know."))
    alternatives: tuple[Alternative, ...] = attrs.field(
        metadata=about("Other values that sources give.")
    )
    sources: tuple[Source, ...] = attrs.field(
        metadata=about("The pages that it rests on, two or more.")
    )

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


@documented
@attrs.frozen(kw_only=True, repr=False)
class Step:
    """A dated legal act on the way to, or out of, a status."""

    id: str = attrs.field(metadata=about("Stable identifier."))
    country: Country | None = attrs.field(
        metadata=about("The state; None for a text that governs all.")
    )
    kind: StepKind = attrs.field(metadata=about("What the act did."))
    status: Status | None = attrs.field(metadata=about("The status that it concerns."))
    date: date | PartialDate = attrs.field(metadata=about("Its day, or a partial date."))
    place: str | None = attrs.field(metadata=about("The city where it was done, if known."))
    document: str | None = attrs.field(metadata=about("The title of the document."))
    note: str | None = attrs.field(metadata=about("What a reader has to know."))
    alternatives: tuple[Alternative, ...] = attrs.field(
        metadata=about("Other values that sources give.")
    )
    sources: tuple[Source, ...] = attrs.field(metadata=about("The pages that it rests on."))

    def __repr__(self) -> str:
        who = self.country.alpha_2 if self.country else "-"
        return f"<Step {self.date} {who} {self.kind} ({self.status or self.document})>"


@documented
@attrs.frozen(kw_only=True, repr=False)
class Change:
    """The day on which a state's status changed."""

    date: date | PartialDate = attrs.field(
        metadata=about("The first day of the new status, or of none.")
    )
    country: Country = attrs.field(metadata=about("The state."))
    before: Status | None = attrs.field(
        metadata=about("Its status on the day before; None if it had none.")
    )
    after: Status | None = attrs.field(
        metadata=about("Its status from that day on; None if it has none.")
    )
    sources: tuple[Source, ...] = attrs.field(metadata=about("The pages that the change rests on."))

    def __repr__(self) -> str:
        before, after = self.before or "none", self.after or "none"
        return f"<Change {self.date} {self.country.alpha_2}: {before} -> {after}>"

"""What happened, of every kind, in one order."""

from __future__ import annotations

import enum
from datetime import date

import attrs

from sco._inputs.dates import PartialDate
from sco.records._about import about, documented
from sco.records.common import span
from sco.records.events import Event
from sco.records.meetings import Meeting, Visit
from sco.records.membership import Step
from sco.records.people import Officer, Tenure
from sco.records.published import Announcement
from sco.records.summits import Summit


class HappeningKind(enum.StrEnum):
    """What sort of thing happened."""

    STEP = "step"
    SUMMIT = "summit"
    EVENT = "event"
    VISIT = "visit"
    MEETING = "meeting"
    TOOK_OFFICE = "took_office"
    LEFT_OFFICE = "left_office"
    ANNOUNCEMENT = "announcement"
    EXPECTED = "expected"


@documented
@attrs.frozen(kw_only=True, repr=False)
class Happening:
    """Something that happened on a day or over some days, with the record of it."""

    start: date | PartialDate = attrs.field(metadata=about("The first day."))
    end: date | PartialDate = attrs.field(metadata=about("The last day."))
    kind: HappeningKind = attrs.field(
        metadata=about("What it was; ``expected`` is a plan of which nothing is known yet.")
    )
    record: Step | Summit | Event | Visit | Meeting | Tenure | Officer | Announcement = attrs.field(
        metadata=about("The record of it.")
    )

    def __repr__(self) -> str:
        return f"<Happening {span(self.start, self.end)} {self.kind}: {self.record!r}>"

"""The reference library on the Shanghai Cooperation Organisation (SCO).

Who had which status on a day, which summits took place, and when the leaders of two
states met: typed, dated, and each record with its sources.

>>> import sco
>>> len(sco.members_as_of("2024-07-04"))
10

The functions are the methods of the newest edition's `Dataset`; `edition` gives any
other. Importing the package reads no data: each table is read when it is first needed.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from sco._dataset import Dataset, edition, editions
from sco._errors import (
    AmbiguousDateError,
    CoverageError,
    CoverageWarning,
    DataError,
    InvalidDateError,
    MissingExtraError,
    QueryError,
    ScoError,
    UnknownCountryError,
    UnknownEditionError,
    UnknownPersonError,
    UnknownRecordError,
)
from sco._inputs.dates import PartialDate
from sco._version import __version__

if TYPE_CHECKING:
    from sco._output.cite import cite
    from sco.records.common import Alternative, Country, Source, SourceKind
    from sco.records.events import Attendee, Event
    from sco.records.external import Cell, External, ExternalDataset
    from sco.records.happenings import Happening, HappeningKind
    from sco.records.meetings import (
        Confidence,
        Level,
        Meeting,
        MeetingKind,
        Mode,
        Participant,
        Precision,
        Side,
        Visit,
        VisitKind,
    )
    from sco.records.membership import Basis, Change, Episode, Status, Step, StepKind
    from sco.records.people import Officer, OfficerRole, Person, Role, Tenure
    from sco.records.published import (
        Announcement,
        Counted,
        Coverage,
        Covers,
        Extent,
        Inclusion,
        Outcome,
        Point,
        Qualifier,
        Reconciliation,
        RuleCount,
        Subject,
        Tally,
    )
    from sco.records.summits import Body, Capacity, Delegate, Format, Presence, Summit

    DATA_VERSION: str

__all__ = [
    "DATA_VERSION",
    "Alternative",
    "AmbiguousDateError",
    "Announcement",
    "Attendee",
    "Basis",
    "Body",
    "Capacity",
    "Cell",
    "Change",
    "Confidence",
    "Counted",
    "Country",
    "Coverage",
    "CoverageError",
    "CoverageWarning",
    "Covers",
    "DataError",
    "Dataset",
    "Delegate",
    "Episode",
    "Event",
    "Extent",
    "External",
    "ExternalDataset",
    "Format",
    "Happening",
    "HappeningKind",
    "Inclusion",
    "InvalidDateError",
    "Level",
    "Meeting",
    "MeetingKind",
    "MissingExtraError",
    "Mode",
    "Officer",
    "OfficerRole",
    "Outcome",
    "PartialDate",
    "Participant",
    "Person",
    "Point",
    "Precision",
    "Presence",
    "Qualifier",
    "QueryError",
    "Reconciliation",
    "Role",
    "RuleCount",
    "ScoError",
    "Side",
    "Source",
    "SourceKind",
    "Status",
    "Step",
    "StepKind",
    "Subject",
    "Summit",
    "Tally",
    "Tenure",
    "UnknownCountryError",
    "UnknownEditionError",
    "UnknownPersonError",
    "UnknownRecordError",
    "Visit",
    "VisitKind",
    "__version__",
    "announcements",
    "chair_as_of",
    "changes",
    "cite",
    "country",
    "coverage",
    "edition",
    "editions",
    "episodes",
    "events",
    "leaders",
    "meetings",
    "meetings_between",
    "members_as_of",
    "members_in",
    "officers",
    "on",
    "people",
    "person",
    "reconcile",
    "record",
    "status_of",
    "steps",
    "summit",
    "summits",
    "tallies",
    "tally",
    "visits",
]

_newest = Dataset()

announcements = _newest.announcements
chair_as_of = _newest.chair_as_of
changes = _newest.changes
country = _newest.country
coverage = _newest.coverage
episodes = _newest.episodes
events = _newest.events
leaders = _newest.leaders
meetings = _newest.meetings
meetings_between = _newest.meetings_between
members_as_of = _newest.members_as_of
members_in = _newest.members_in
officers = _newest.officers
on = _newest.on
people = _newest.people
person = _newest.person
reconcile = _newest.reconcile
record = _newest.record
status_of = _newest.status_of
steps = _newest.steps
summit = _newest.summit
summits = _newest.summits
tallies = _newest.tallies
tally = _newest.tally
visits = _newest.visits

# Record classes are made when they are first named: a process that asks one question
# does not pay for the records of all the others.
_LATER = (
    "sco.records.membership",
    "sco.records.common",
    "sco.records.summits",
    "sco.records.people",
    "sco.records.meetings",
    "sco.records.published",
    "sco.records.events",
    "sco.records.happenings",
    "sco.records.external",
    "sco._output.cite",
)


def __getattr__(name: str) -> object:
    if name == "DATA_VERSION":
        return _newest.version
    if name in __all__:
        for module in _LATER:
            found = getattr(importlib.import_module(module), name, None)
            if found is not None:
                return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__

"""One edition's records, each table made of its rows when a question first needs it.

Record classes are imported by what first needs them: making one takes longer than answering
a question.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from sco._edition.rows import Maker
from sco._edition.subjects import SEVERAL, subject_of
from sco._edition.tables import Tables
from sco._inputs.countries import Countries
from sco._inputs.dates import first_day

if TYPE_CHECKING:
    from sco._inputs.people import People
    from sco.records.events import Event
    from sco.records.external import External
    from sco.records.meetings import Meeting, Visit
    from sco.records.membership import Episode, Step
    from sco.records.people import Officer, Tenure
    from sco.records.published import Announcement, Coverage, Inclusion, Tally
    from sco.records.summits import Delegate, Summit

P = TypeVar("P")
Pair = tuple[str, str]
"""Two states by alpha-2 code, in alphabetical order."""


class Records:
    """The records of one edition.

    Args:
        tables: Its tables.
    """

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self._meetings: dict[str, tuple[Meeting, ...]] = {}
        self._visits: dict[str, tuple[Visit, ...]] = {}
        self._tallies: dict[str, tuple[Tally, ...]] = {}
        self._coverage: dict[str, tuple[Coverage, ...]] = {}

    @cached_property
    def countries(self) -> Countries:
        """Its states, found by code or name."""
        return Countries(self.tables.countries, lambda: self.tables.rows("aliases"))

    @cached_property
    def people(self) -> People:
        """Its people, found by name."""
        from sco._inputs.people import People

        return People(self.tables.people, {tenure.person.id for tenure in self.tenures})

    @cached_property
    def episodes(self) -> tuple[Episode, ...]:
        """Every status of every state, by start and state."""
        from sco.records.membership import Episode

        found = self.tables.records(Episode, "episodes")
        return tuple(sorted(found, key=_began))

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Every legal step, by day."""
        from sco.records.membership import Step

        return tuple(self.tables.records(Step, "steps"))

    @cached_property
    def summits(self) -> dict[str, Summit]:
        """Every summit by id, by day."""
        from sco.records.summits import Delegate, Summit

        came: dict[str, tuple[Delegate, ...]] = {}
        for one in self.tables.records(Delegate, "delegates"):
            came[one.summit] = (*came.get(one.summit, ()), one)
        return {s.id: s for s in self.tables.records(Summit, "summits", delegates=came)}

    @cached_property
    def tenures(self) -> tuple[Tenure, ...]:
        """Every term of a head of state or government."""
        from sco.records.people import Tenure

        return tuple(self.tables.records(Tenure, "tenures"))

    @cached_property
    def terms(self) -> dict[str, tuple[Tenure, ...]]:
        """The terms by the id of who held them."""
        found: dict[str, tuple[Tenure, ...]] = {}
        for tenure in self.tenures:
            found[tenure.person.id] = (*found.get(tenure.person.id, ()), tenure)
        return found

    @cached_property
    def officers(self) -> tuple[Officer, ...]:
        """Every term of one of the organisation's own officers."""
        from sco.records.people import Officer

        return tuple(self.tables.records(Officer, "officers"))

    @cached_property
    def announcements(self) -> tuple[Announcement, ...]:
        """Every published plan, by day."""
        from sco.records.published import Announcement

        return tuple(self.tables.records(Announcement, "announcements"))

    @cached_property
    def external(self) -> tuple[External, ...]:
        """Every coding of another data set."""
        from sco.records.external import External

        return tuple(self.tables.records(External, "external"))

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Every recurring event of many states, by day; none in the first editions."""
        if not self.tables.has("events"):
            return ()
        from sco.records.events import Attendee, Event

        came = self._parts(Attendee, "attendees", None, "event")
        return tuple(self.tables.records(Event, "events", attendees=came))

    def meetings(self, pair: Pair) -> tuple[Meeting, ...]:
        """The recorded meetings of a pair, those of more states among them, by day."""
        own = self._meetings_of("-".join(pair))
        shared = (m for m in self._meetings_of(SEVERAL) if _has(m, pair))
        return tuple(sorted((*own, *shared), key=lambda m: (first_day(m.start), m.id)))

    def all_meetings(self) -> tuple[Meeting, ...]:
        """The recorded meetings of all pairs, by day."""
        subjects = self.tables.subjects("meetings")
        found = (meeting for subject in subjects for meeting in self._meetings_of(subject))
        return tuple(sorted(found, key=lambda m: (first_day(m.start), m.id)))

    def all_tallies(self) -> tuple[Tally, ...]:
        """The published counts of all pairs, by pair and day."""
        subjects = self.tables.subjects("tallies")
        return tuple(tally for subject in subjects for tally in self._tallies_of(subject))

    def visits(self, visitor: str | None = None, host: str | None = None) -> tuple[Visit, ...]:
        """The visits between two states, or of one, or all, by day."""
        pairs = self.tables.subjects("visits")
        if visitor and host:
            pairs = (subject_of((visitor, host)),)
        elif visitor or host:
            pairs = tuple(pair for pair in pairs if (visitor or host) in pair.split("-"))
        found = (visit for pair in pairs for visit in self._visits_of(pair))
        return tuple(sorted(found, key=lambda v: (first_day(v.start), v.id)))

    def tallies(self, pair: Pair) -> tuple[Tally, ...]:
        """The published counts of a pair, by day."""
        return self._tallies_of("-".join(pair))

    def inclusions(self, pair: Pair) -> tuple[Inclusion, ...]:
        """What a running count of a pair takes in beyond the documented talks."""
        from sco.records.published import Inclusion

        return tuple(self.tables.records(Inclusion, "inclusions", "-".join(pair)))

    def coverage(self, subject: str) -> tuple[Coverage, ...]:
        """What was searched for a subject."""
        if subject not in self._coverage:
            from sco.records.published import Coverage

            self._coverage[subject] = tuple(self.tables.records(Coverage, "coverage", subject))
        return self._coverage[subject]

    def _meetings_of(self, subject: str) -> tuple[Meeting, ...]:
        if subject not in self._meetings:
            from sco.records.meetings import Meeting, Participant

            sides = self._parts(Participant, "participants", subject, "meeting")
            found = self.tables.records(Meeting, "meetings", subject, participants=sides)
            self._meetings[subject] = tuple(found)
        return self._meetings[subject]

    def _parts(
        self, cls: type[P], table: str, subject: str | None, whole: str
    ) -> dict[str, tuple[P, ...]]:
        """The rows of a table that are parts of another's records, by those records' ids."""
        header, lines = self.tables.cells(table, subject)
        make = Maker(cls, header)
        parts: dict[str, tuple[P, ...]] = {}
        for cells in lines:
            key = cells[header.index(whole)]
            parts[key] = (*parts.get(key, ()), make(cells, self.tables, {}))
        return parts

    def _tallies_of(self, subject: str) -> tuple[Tally, ...]:
        if subject not in self._tallies:
            from sco.records.published import Tally

            self._tallies[subject] = tuple(self.tables.records(Tally, "tallies", subject))
        return self._tallies[subject]

    def _visits_of(self, pair: str) -> tuple[Visit, ...]:
        if pair not in self._visits:
            from sco.records.meetings import Visit

            self._visits[pair] = tuple(self.tables.records(Visit, "visits", pair))
        return self._visits[pair]


def _has(meeting: Meeting, pair: Pair) -> bool:
    return set(pair) <= {p.country.alpha_2 for p in meeting.participants}


def _began(episode: Episode) -> tuple[date, str]:
    """What episodes are sorted by: one that is not in force, by its decision."""
    return first_day(episode.start or episode.decided or date.max), episode.country.alpha_2

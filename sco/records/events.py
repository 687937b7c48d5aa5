"""Recurring meetings of many states' leaders, other than the organisation's own summits."""

from __future__ import annotations

from datetime import date

import attrs

from sco._inputs.dates import PartialDate
from sco.records._about import about, documented
from sco.records.common import Country, Source, span
from sco.records.people import Person
from sco.records.summits import Format, Presence


@documented
@attrs.frozen(kw_only=True, repr=False)
class Attendee:
    """A leader who was at an event."""

    country: Country = attrs.field(metadata=about("The state."))
    person: Person = attrs.field(metadata=about("Its leader."))
    mode: Presence | None = attrs.field(
        metadata=about("In person or by video, where it is not as the event was held.")
    )

    def __str__(self) -> str:
        return self.person.name

    def __repr__(self) -> str:
        return f"<Attendee {self.country.alpha_2} {self.person.name}>"


@documented
@attrs.frozen(kw_only=True, repr=False)
class Event:
    """One meeting of a series, such as a BRICS summit."""

    id: str = attrs.field(metadata=about("Stable identifier: series and number, or first day."))
    series: str = attrs.field(metadata=about("The series, such as ``BRICS`` or ``CIS-HOS``."))
    number: int | None = attrs.field(metadata=about("Its number in the series, where it has one."))
    name: str = attrs.field(metadata=about("Its name in English."))
    start: date | PartialDate = attrs.field(metadata=about("The first day, local date."))
    end: date | PartialDate = attrs.field(metadata=about("The last day."))
    host: Country | None = attrs.field(
        metadata=about("The state where it was held; None by video.")
    )
    city: str | None = attrs.field(metadata=about("Where it was held, where a source says."))
    format: Format = attrs.field(metadata=about("In person, by video, or hybrid."))
    attendees: tuple[Attendee, ...] = attrs.field(
        metadata=about("The leaders of members of the SCO who are documented as present.")
    )
    attendees_complete: bool = attrs.field(
        metadata=about("Whether whoever is not among them was not there.", absent=False)
    )
    note: str | None = attrs.field(metadata=about("What a reader has to know."))
    sources: tuple[Source, ...] = attrs.field(metadata=about("The pages that it rests on."))

    def __repr__(self) -> str:
        return f"<Event {self.id} {span(self.start, self.end)} {self.city or self.format}>"

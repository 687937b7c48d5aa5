"""Co-attendance: two states' leaders at one summit or event without a recorded talk of theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sco._inputs.dates import first_day, last_day

if TYPE_CHECKING:
    from sco.records.events import Attendee, Event
    from sco.records.meetings import Level, Meeting
    from sco.records.people import Person, Tenure
    from sco.records.summits import Delegate, Summit

    Terms = Mapping[str, tuple[Tenure, ...]]

# The supreme organ that a state sends counts: in the Council of Heads of State, India
# and Pakistan are represented by their prime ministers.
_LED_BY_GOVERNMENT = ("IN", "PK")


def present_at(
    summits: Iterable[Summit],
    terms: Terms,
    pair: tuple[str, str],
    recorded: tuple[Meeting, ...],
) -> Iterator[Meeting]:
    """The summits that leaders of both states attended, as meetings without a talk.

    Args:
        summits: The summits to look through.
        terms: Terms of office by person: a delegate counts if in office on the day.
        pair: The two states.
        recorded: The pair's records: a summit at which they met is not listed again.
    """
    named = {meeting.summit for meeting in recorded}
    days = _days_by_city(m for m in recorded if m.summit is None and m.city is not None)
    for summit in summits:
        if summit.scheduled or summit.id in named or _met_around(summit, days):
            continue
        day = summit.session_day or last_day(summit.end)
        sides = [_leader(summit, code, terms, day) for code in pair]
        if sides[0] and sides[1]:
            yield _both_present(summit, pair, sides[0], sides[1])


def _days_by_city(recorded: Iterable[Meeting]) -> dict[str | None, list[date]]:
    """The first days of meetings; under None, those that were at no place."""
    found: dict[str | None, list[date]] = {}
    for meeting in recorded:
        if meeting.mode != "phone":
            found.setdefault(meeting.city, []).append(first_day(meeting.start))
    return found


def _met_around(event: Summit | Event, days: Mapping[str | None, list[date]]) -> bool:
    """Whether a meeting was at the same place on the days of an event, the eve included."""
    eve, last = first_day(event.start) - timedelta(days=1), last_day(event.end)
    return any(eve <= day <= last for day in days.get(event.city, ()))


def _leader(summit: Summit, code: str, terms: Terms, day: date) -> tuple[Delegate, str] | None:
    """The head of a state's delegation and the role held, if in office on the day."""
    for delegate in summit.delegates:
        role = _role(terms, delegate.person, day)
        if delegate.country.alpha_2 == code and delegate.head and role is not None:
            return delegate, role
    return None


def _both_present(
    summit: Summit, pair: tuple[str, str], one: tuple[Delegate, str], two: tuple[Delegate, str]
) -> Meeting:
    from sco.records.meetings import Confidence, Meeting, MeetingKind, Mode, Participant

    delegates = (one[0], two[0])
    by_video = any(delegate.mode == "video" for delegate in delegates)
    day = summit.session_day or summit.start
    return Meeting(
        id=f"{pair[0]}-{pair[1]}-{summit.id}",
        start=day,
        end=day,
        city=None if by_video else summit.city,
        country=None if by_video else summit.host,
        participants=tuple(Participant(country=d.country, person=d.person) for d in delegates),
        level=_level(summit, one, two),
        mode=Mode.VIDEO if by_video else Mode.IN_PERSON,
        kind=MeetingKind.CO_ATTENDANCE,
        formal=False,
        number=None,
        occasion=f"both at {summit.id}",
        summit=summit.id,
        visit=None,
        confidence=Confidence.MEDIUM,
        note="Derived from the delegations: both were there, and no talk of the two is recorded.",
        alternatives=(),
        sources=tuple(dict.fromkeys(s for d in delegates for s in d.sources)),
    )


def _level(summit: Summit, one: tuple[Delegate, str], two: tuple[Delegate, str]) -> Level:
    from sco.records.meetings import Level

    roles = {
        "head_of_state"
        if summit.body == "CHS" and delegate.country.alpha_2 in _LED_BY_GOVERNMENT
        else role
        for delegate, role in (one, two)
    }
    return Level(roles.pop()) if len(roles) == 1 else Level.MIXED


def present_at_events(
    events: Iterable[Event],
    terms: Terms,
    pair: tuple[str, str],
    recorded: tuple[Meeting, ...],
) -> Iterator[Meeting]:
    """The recurring events that leaders of both states attended, as meetings without a talk.

    Args:
        events: The events to look through.
        terms: Terms of office by person: an attendee counts if in office on the day.
        pair: The two states.
        recorded: The pair's records: an event at which they met is not listed again.
    """
    days = _days_by_city(recorded)
    for event in events:
        if _met_around(event, days):
            continue
        sides = [a for code in pair for a in event.attendees if a.country.alpha_2 == code]
        roles = {
            side.country.alpha_2: role
            for side in sides
            if (role := _role(terms, side.person, last_day(event.end)))
        }
        if set(roles) == set(pair) and len(sides) == len(pair):
            yield _both_at(event, pair, sides, set(roles.values()))


def _role(terms: Terms, person: Person, day: date) -> str | None:
    """The role that somebody held on a day, the last one in office included."""
    for term in terms.get(person.id, ()):
        if last_day(term.start) <= day and (term.end is None or day <= first_day(term.end)):
            return term.role
    return None


def _both_at(
    event: Event, pair: tuple[str, str], sides: list[Attendee], roles: set[str]
) -> Meeting:
    from sco.records.meetings import Confidence, Level, Meeting, MeetingKind, Mode, Participant

    by_video = event.format == "video" or any(side.mode == "video" for side in sides)
    # The supreme organ that a state sends counts, as in the Council of Heads of State.
    led_by_government = any(code in _LED_BY_GOVERNMENT for code in pair)
    level = Level.MIXED if len(roles) > 1 else Level(next(iter(roles)))
    if level is Level.MIXED and led_by_government:
        level = Level.HEAD_OF_STATE
    return Meeting(
        id=f"{pair[0]}-{pair[1]}-{event.id}",
        start=event.start,
        end=event.end,
        city=None if by_video else event.city,
        country=None if by_video else event.host,
        participants=tuple(Participant(country=s.country, person=s.person) for s in sides),
        level=level,
        mode=Mode.VIDEO if by_video else Mode.IN_PERSON,
        kind=MeetingKind.CO_ATTENDANCE,
        formal=False,
        number=None,
        occasion=event.name,
        summit=None,
        visit=None,
        confidence=Confidence.MEDIUM,
        note="Derived from the list of those present: no talk of the two is recorded.",
        alternatives=(),
        sources=event.sources,
    )

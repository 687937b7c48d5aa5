"""Queries on leaders' meetings."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import TYPE_CHECKING

from sco._errors import QueryError
from sco._inputs.choices import Window, choice, text_of
from sco._inputs.cities import same_city
from sco._inputs.countries import CountryLike, folded
from sco._inputs.dates import DateLike, first_day
from sco._queries.asof import Outside
from sco._queries.base import Queried
from sco._queries.reach import LEVELS, check_pair, check_trips

if TYPE_CHECKING:
    from sco._edition.records import Pair
    from sco._inputs.people import PersonLike
    from sco.records.meetings import Meeting, Mode


def meetings_between(
    data: Queried,
    a: CountryLike,
    b: CountryLike,
    *,
    since: DateLike | None = None,
    until: DateLike | None = None,
    level: str | None = None,
    mode: str | None = None,
    formal: bool | None = True,
    leaders: Iterable[PersonLike] | None = None,
    outside: Outside = "warn",
) -> tuple[Meeting, ...]:
    """The meetings of two states' leaders, by date; the order of the two is indifferent.

    Args:
        a: One state.
        b: The other.
        since: The first day, or a month or year from whose first day on.
        until: The last day, or a month or year to whose last day.
        level: ``"head_of_state"``, ``"head_of_government"`` or ``"mixed"``; None for all.
        mode: ``"in_person"``, ``"video"`` or ``"phone"``; None for the first two. Phone
            calls are only ever given when asked for.
        formal: True for documented bilateral talks, False for occasions at which both
            were present and no talk is documented, None for both. Where both came to
            an SCO summit, this is derived from the delegations.
        leaders: Only meetings in which all of these took part: full names, family names
            of leaders, or ids. Whoever was not yet in office is marked by a level of
            ``"mixed"``, such as Xi in 2010, who was vice-president then.
        outside: What to do where the pair was not searched for what is asked, on every day and
            at every level: ``"warn"`` or ``"raise"``. A period that is open at an end ends
            there with what was searched.

    Raises:
        UnknownCountryError, UnknownPersonError, InvalidDateError, QueryError: If an
            argument means nothing.
        CoverageError: Where nothing was searched, with ``outside="raise"``.

    >>> import sco
    >>> sco.meetings_between("CN", "RU", since="2023-03", until="2023-03", leaders=["Putin"])
    (<Meeting 2023-03-20..2023-03-21 Moscow RU: Xi Jinping, Vladimir Putin (talks)>,)
    >>> len(sco.meetings_between("RU", "CN", leaders=("Putin", "Xi"), level="head_of_state",
    ...     since="2022", until="2022"))
    3
    """
    from sco.records.meetings import Level, Mode

    pair = pair_of(data, a, b)
    ranked = choice(level, Level, "level") if level is not None else None
    modes = {Mode.IN_PERSON, Mode.VIDEO} if mode is None else {choice(mode, Mode, "mode")}
    wanted = people_of(data, leaders)
    window = Window(since, until)
    what = _asked_for(formal, modes)
    levels = LEVELS if ranked is None else (ranked,)
    for one in what:
        loose = one != "talks" or bool(wanted)
        check_pair(data, window, pair, one, outside, levels=levels, any_level=loose)
    return tuple(
        m
        for m in (data.records.meetings(pair) if formal else occasions(data, pair))
        if m.mode in modes
        and formal in (None, m.formal)
        and ranked in (None, m.level)
        and window.touches(m.start, m.end)
        and wanted <= {p.person.id for p in m.participants}
    )


def meetings(
    data: Queried,
    *,
    country: CountryLike | None = None,
    leader: PersonLike | None = None,
    city: str | None = None,
    place: CountryLike | None = None,
    occasion: str | None = None,
    since: DateLike | None = None,
    until: DateLike | None = None,
    level: str | None = None,
    mode: str | None = None,
    formal: bool | None = True,
    outside: Outside = "warn",
) -> tuple[Meeting, ...]:
    """The meetings of any members' leaders that match every argument given, by date.

    Args:
        country: Only those in which this state took part.
        leader: Only those in which this person took part.
        city: Only those in this city, under whichever name it went: Astana and Nur-Sultan.
        place: Only those in this state.
        occasion: Only those on this occasion: the id of a summit or of another event, such as
            ``"CHS-24"``, or words that the occasion has.
        since: The first day, or a month or year from whose first day on.
        until: The last day, or a month or year to whose last day.
        level: See `meetings_between`.
        mode: See `meetings_between`.
        formal: See `meetings_between`.
        outside: What to do since not every pair was searched: ``"warn"`` or ``"raise"``. The
            warning names the states with which those of the country, or of the leader's, were
            searched; without either, the pairs.

    Raises:
        UnknownCountryError, UnknownPersonError, InvalidDateError, QueryError: If an
            argument means nothing.
        CoverageError: Where not every pair was searched, with ``outside="raise"``.

    >>> import sco, warnings
    >>> with warnings.catch_warnings():
    ...     warnings.simplefilter("ignore", sco.CoverageWarning)
    ...     sco.meetings(country="RU", leader="Xi", city="Nur-Sultan", since="2024", until="2024")
    (<Meeting 2024-07-03 Astana KZ: Xi Jinping, Vladimir Putin (sidelines)>,)
    """
    from sco.records.meetings import Level, Mode

    state = data.country(country).alpha_2 if country is not None else None
    person = data.records.people.resolve(leader) if leader is not None else None
    where = data.country(place).alpha_2 if place is not None else None
    town = same_city(text_of(city, "city")) if city is not None else None
    words = folded(text_of(occasion, "occasion")) if occasion is not None else None
    ranked = choice(level, Level, "level") if level is not None else None
    modes = {Mode.IN_PERSON, Mode.VIDEO} if mode is None else {choice(mode, Mode, "mode")}
    window = Window(since, until)
    of = state or (person.country.alpha_2 if person else None)
    check_trips(data, of, "meetings", outside)
    return tuple(
        m
        for m in _recorded(data, of, formal)
        if m.mode in modes
        and formal in (None, m.formal)
        and ranked in (None, m.level)
        and window.touches(m.start, m.end)
        and (state is None or any(p.country.alpha_2 == state for p in m.participants))
        and (person is None or any(p.person == person for p in m.participants))
        and (town is None or (m.city is not None and same_city(m.city) == town))
        and (where is None or (m.country is not None and m.country.alpha_2 == where))
        and (words is None or _is_on(m, words))
    )


def _recorded(data: Queried, state: str | None, formal: bool | None) -> tuple[Meeting, ...]:
    """The meetings of all pairs, or of those of one state; joint presences where wanted."""
    if formal:
        return data.records.all_meetings()
    members = sorted({e.country.alpha_2 for e in data.records.episodes if e.status == "member"})
    pairs = [pair for pair in combinations(members, 2) if state is None or state in pair]
    found = {m.id: m for pair in pairs for m in occasions(data, pair)}
    return tuple(sorted(found.values(), key=lambda m: (first_day(m.start), m.id)))


def _is_on(meeting: Meeting, words: str) -> bool:
    """Whether a meeting was on an occasion: a summit or event by id, or words of it."""
    return words in (folded(meeting.summit or ""), folded(meeting.id[len("CN-RU-") :])) or (
        meeting.occasion is not None and words in folded(meeting.occasion)
    )


def pair_of(data: Queried, a: CountryLike, b: CountryLike) -> Pair:
    """Two different states, in alphabetical order of their codes.

    Raises:
        QueryError: If they are one.
    """
    one, two = data.country(a).alpha_2, data.country(b).alpha_2
    if one == two:
        raise QueryError(f"two different states are wanted, and both are {data.country(a).name}")
    return (one, two) if one < two else (two, one)


def people_of(data: Queried, names: Iterable[PersonLike] | None) -> frozenset[str]:
    """The ids of the leaders that a caller named; none for None."""
    return frozenset(data.records.people.resolve(name).id for name in names or ())


def occasions(data: Queried, pair: Pair) -> tuple[Meeting, ...]:
    """The records of a pair and its co-attendance at summits and other events, by day."""
    if pair not in data.occasions:
        from sco._queries.attendance import present_at, present_at_events

        records = data.records
        recorded = records.meetings(pair)
        derived = (
            *present_at(records.summits.values(), records.terms, pair, recorded),
            *present_at_events(records.events, records.terms, pair, recorded),
        )
        everything = sorted((*recorded, *derived), key=lambda m: (first_day(m.start), m.id))
        data.occasions[pair] = tuple(everything)
    return data.occasions[pair]


def _asked_for(formal: bool | None, modes: set[Mode]) -> list[str]:
    """What has to have been searched for a question about meetings."""
    what = []
    if "phone" in modes:
        what.append("phone_calls")
    if modes != {"phone"}:
        what += ["talks"] if formal is not False else []
        what += ["co_attendance"] if formal is not True else []
    return what

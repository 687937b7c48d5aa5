"""Queries on leaders' meetings and visits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sco._errors import QueryError
from sco._inputs.choices import Window, choice
from sco._inputs.countries import CountryLike
from sco._inputs.dates import DateLike, first_day
from sco._queries.asof import Outside
from sco._queries.base import Queried, check

if TYPE_CHECKING:
    from sco._edition.records import Pair
    from sco._inputs.people import PersonLike
    from sco.records.meetings import Meeting, Visit


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
        outside: What to do where the pair, or the period, was not searched: ``"warn"``
            or ``"raise"``.

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
    check_pair(data, window, until, "meetings", pair, outside)
    return tuple(
        m
        for m in (data.records.meetings(pair) if formal else occasions(data, pair))
        if m.mode in modes
        and formal in (None, m.formal)
        and ranked in (None, m.level)
        and window.touches(m.start, m.end)
        and wanted <= {p.person.id for p in m.participants}
    )


def visits(
    data: Queried,
    *,
    visitor: CountryLike | None = None,
    host: CountryLike | None = None,
    leader: PersonLike | None = None,
    since: DateLike | None = None,
    until: DateLike | None = None,
    kind: str | None = None,
    outside: Outside = "warn",
) -> tuple[Visit, ...]:
    """The visits that match every argument given, by date.

    Args:
        visitor: The state whose leader travelled.
        host: The state that was visited.
        leader: Who travelled: a full name, a leader's family name, or an id.
        since: The first day, or a month or year from whose first day on.
        until: The last day, or a month or year to whose last day.
        kind: ``"state"``, ``"official"``, ``"working"``, ``"informal"``, ``"private"`` or
            ``"multilateral"``, as either side names it.
        outside: What to do where visitor and host are given and were not searched:
            ``"warn"`` or ``"raise"``.

    Raises:
        UnknownCountryError, UnknownPersonError, InvalidDateError, QueryError: If an
            argument means nothing.

    >>> import sco
    >>> sco.visits(visitor="CN", host="RU", since="2023", until="2023")
    (<Visit 2023-03-20..2023-03-22 CN to RU: Xi Jinping (state)>,)
    """
    from sco.records.meetings import VisitKind

    origin = data.country(visitor).alpha_2 if visitor is not None else None
    target = data.country(host).alpha_2 if host is not None else None
    if origin is not None and origin == target:
        raise QueryError(f"a visit leads to another state, and both are {origin}")
    traveller = data.records.people.resolve(leader).id if leader is not None else None
    sort = choice(kind, VisitKind, "kind") if kind is not None else None
    window = Window(since, until)
    if origin and target:
        check_pair(data, window, until, "visits", pair_of(data, origin, target), outside)
    return tuple(
        v
        for v in data.records.visits(origin, target)
        if origin in (None, v.visitor.alpha_2)
        and target in (None, v.host.alpha_2)
        and traveller in (None, v.leader.id)
        and sort in (None, v.kind, v.kind_guest)
        and window.touches(v.start, v.end)
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


def check_pair(
    data: Queried, window: Window, until: DateLike | None, table: str, pair: Pair, outside: Outside
) -> None:
    """Warn or raise if the pair was not searched, or the window reaches past that."""
    asked = window.last if until is not None else window.first
    what = f"{table} of {pair[0]} and {pair[1]}"
    check(data, asked, table, what, outside, "-".join(pair))

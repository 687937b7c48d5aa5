"""Queries on who was in office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco._errors import QueryError
from sco._inputs.choices import Window, choice
from sco._inputs.countries import CountryLike
from sco._inputs.dates import DateLike, first_day, last_day, period
from sco._queries.asof import Bounds, Outside, holding
from sco._queries.base import Queried, check
from sco._queries.reach import check_terms

if TYPE_CHECKING:
    from sco._inputs.people import PersonLike
    from sco.records.people import Officer, Person, Tenure


def leaders(
    data: Queried,
    country: CountryLike,
    on: DateLike | None = None,
    *,
    role: str | None = None,
    since: DateLike | None = None,
    until: DateLike | None = None,
    outside: Outside = "warn",
) -> tuple[Tenure, ...]:
    """The heads of state and government in office on a day, or over time.

    Args:
        country: The state: see `country`.
        on: A day, or a period during which nobody took or left office. On the day of a
            handover the successor is in office. None for all terms.
        since: Only terms that reach into this day, month or year, or later ones.
        until: Only terms that had begun by this day, or in this month or year.
        role: ``"head_of_state"`` or ``"head_of_government"``; None for both.
        outside: What to do where the state's leaders were not searched: ``"warn"`` or
            ``"raise"``.

    Raises:
        UnknownCountryError, InvalidDateError, QueryError: If an argument means nothing.
        AmbiguousDateError: If somebody took or left office within the period ``on``.
        CoverageError: Where they were not searched, with ``outside="raise"``.

    >>> import sco
    >>> [t.person.name for t in sco.leaders("Russia", "2010-01-01")]
    ['Dmitry Medvedev', 'Vladimir Putin']
    >>> terms = sco.leaders("CN", role="head_of_state", since="2001", until="2025")
    >>> [(str(t.start), t.person.name) for t in terms]
    [('1993-03-27', 'Jiang Zemin'), ('2003-03-15', 'Hu Jintao'), ('2013-03-14', 'Xi Jinping')]
    >>> sco.leaders("CN", "2013-03-14", role="head_of_state")[0].person.name
    'Xi Jinping'
    """
    from sco.records.people import Role

    wanted = data.country(country).alpha_2
    kind = choice(role, Role, "role") if role is not None else None
    if on is not None and (since is not None or until is not None):
        raise QueryError("on is a day, since and until are a period: give one of the two")
    own = [
        t for t in data.records.tenures if t.country.alpha_2 == wanted and kind in (None, t.role)
    ]
    if on is None:
        window = Window(since, until)
        check_terms(
            data,
            wanted,
            window.first if since is not None else None,
            window.last if until is not None else None,
            outside,
        )
        found = [t for t in own if _reaches(t, window)]
        return tuple(sorted(found, key=lambda t: (first_day(t.start), t.role)))
    first, last = period(on)
    check_terms(data, wanted, first, last, outside)
    held = holding(own, _bounds, first, last, _named)
    return tuple(sorted(held, key=lambda t: (t.role != Role.HEAD_OF_STATE, first_day(t.start))))


def _reaches(term: Tenure, window: Window) -> bool:
    """Whether a half-open term may hold on one of the days."""
    begun = first_day(term.start) <= window.last
    return begun and (term.end is None or last_day(term.end) > window.first)


def person(data: Queried, name: PersonLike) -> Person:
    """The leader, delegate or officer who is called so.

    Args:
        name: A full name (English, Russian or Chinese), a leader's family name, a first
            initial with it, or an id; in any case, with accents or without, with a title
            before it. Matched exactly apart from that, never by likeness.

    Raises:
        UnknownPersonError: If nobody, or more than one, is called so; it names those who are
            called so, or spelled alike.

    >>> import sco
    >>> sco.person("President Xi"), sco.person("В. Путин"), sco.person("普京")
    (<Person Xi Jinping (CN)>, <Person Vladimir Putin (RU)>, <Person Vladimir Putin (RU)>)
    """
    return data.records.people.resolve(name)


def people(
    data: Queried,
    *,
    country: CountryLike | None = None,
    role: str | None = None,
    on: DateLike | None = None,
    outside: Outside = "warn",
) -> tuple[Person, ...]:
    """The people of the records, by name.

    Args:
        country: Only those of this state.
        role: Only those who held this office, ``"head_of_state"`` or ``"head_of_government"``.
        on: Only those who led a state on this day, or throughout this period.
        outside: With ``on``, what to do past the last day searched: ``"warn"`` or ``"raise"``.

    Raises:
        UnknownCountryError, InvalidDateError, QueryError: If an argument means nothing.
        AmbiguousDateError: If one of them took or left office within the period ``on``.

    >>> import sco
    >>> [p.name for p in sco.people(country="KZ", role="head_of_state")]
    ['Kassym-Jomart Tokayev', 'Nursultan Nazarbayev']
    """
    from sco.records.people import Role

    wanted = data.country(country).alpha_2 if country is not None else None
    kind = choice(role, Role, "role") if role is not None else None
    if kind is None and on is None:
        found = set(data.records.tables.people.values())
    else:
        terms = [
            t
            for t in data.records.tenures
            if kind in (None, t.role) and wanted in (None, t.country.alpha_2)
        ]
        if on is not None:
            first, last = period(on)
            check(data, last, "tenures", "leaders", outside)
            terms = list(holding(terms, _bounds, first, last, _named))
        found = {t.person for t in terms}
    own = (p for p in found if wanted in (None, p.country.alpha_2))
    return tuple(sorted(own, key=lambda p: (p.name, p.id)))


def _bounds(term: Tenure) -> Bounds:
    return term.start, term.end


def _named(term: Tenure) -> str:
    return f"{term.person.name}, {term.office},"


def officers(
    data: Queried,
    *,
    office: str | None = None,
    on: DateLike | None = None,
    outside: Outside = "warn",
) -> tuple[Officer, ...]:
    """The organisation's own officers, by office and term.

    Args:
        office: ``"executive_secretary"`` (until 2006), ``"secretary_general"`` or
            ``"rats_director"``; None for all.
        on: Only those in office on this day or throughout this period.
        outside: What to do past the last day searched: ``"warn"`` or ``"raise"``.

    Raises:
        InvalidDateError, QueryError: If an argument means nothing.
        AmbiguousDateError: If somebody took or left office within the period.

    >>> import sco
    >>> [o.person.name for o in sco.officers(office="secretary_general", on="2024-06")]
    ['Zhang Ming']
    """
    from sco.records.people import OfficerRole

    kind = choice(office, OfficerRole, "office") if office is not None else None
    found = tuple(o for o in data.records.officers if kind in (None, o.office))
    if on is None:
        return found
    first, last = period(on)
    check(data, last, "officers", "officers", outside)
    return holding(
        found,
        lambda o: (o.start, o.end),
        first,
        last,
        lambda o: f"{o.person.name}, {o.office},",
    )

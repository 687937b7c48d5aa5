"""Queries on who was in office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco._inputs.choices import choice
from sco._inputs.countries import CountryLike
from sco._inputs.dates import DateLike, first_day, period
from sco._queries.asof import Outside, holding
from sco._queries.base import Queried, check
from sco._queries.reach import check_terms

if TYPE_CHECKING:
    from sco.records.people import Officer, Tenure


def leaders(
    data: Queried,
    country: CountryLike,
    on: DateLike,
    *,
    role: str | None = None,
    outside: Outside = "warn",
) -> tuple[Tenure, ...]:
    """The heads of state and government in office on a day.

    Args:
        country: The state: see `country`.
        on: A day, or a period during which nobody took or left office. On the day of a
            handover the successor is in office.
        role: ``"head_of_state"`` or ``"head_of_government"``; None for both.
        outside: What to do where the state's leaders were not searched: ``"warn"`` or
            ``"raise"``.

    Raises:
        UnknownCountryError, InvalidDateError, QueryError: If an argument means nothing.
        AmbiguousDateError: If somebody took or left office within the period.

    >>> import sco
    >>> [t.person.name for t in sco.leaders("Russia", "2010-01-01")]
    ['Dmitry Medvedev', 'Vladimir Putin']
    >>> sco.leaders("CN", "2013-03-14", role="head_of_state")[0].person.name
    'Xi Jinping'
    """
    from sco.records.people import Role

    wanted = data.country(country).alpha_2
    kind = choice(role, Role, "role") if role is not None else None
    first, last = period(on)
    check_terms(data, wanted, first, last, outside)
    own = [
        t for t in data.records.tenures if t.country.alpha_2 == wanted and kind in (None, t.role)
    ]
    held = holding(
        own, lambda t: (t.start, t.end), first, last, lambda t: f"{t.person.name}, {t.office},"
    )
    return tuple(sorted(held, key=lambda t: (t.role != Role.HEAD_OF_STATE, first_day(t.start))))


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

"""Queries on who had which status."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from sco._errors import QueryError
from sco._inputs.choices import choice, whole_year
from sco._inputs.countries import CountryLike
from sco._inputs.dates import DateLike, optional_stored, period
from sco._queries.asof import During, Outside, Timeline, holding
from sco._queries.base import Queried, check

if TYPE_CHECKING:
    from sco._edition.rows import Row
    from sco._queries.asof import Bounds
    from sco.records.common import Country
    from sco.records.membership import Episode, Status, Step

Rule = Literal["any", "start", "end", "throughout"]


def members_as_of(
    data: Queried,
    date: DateLike,
    *,
    status: str = "member",
    basis: str = "in_force",
    outside: Outside = "warn",
) -> tuple[Country, ...]:
    """The states that had a status on a day, sorted by alpha-2 code.

    Args:
        date: A day (``datetime.date``, naive ``datetime``, ISO string), or a month or
            year (``"2016-06"``, ``"2016"``) on every day of which the answer is the same.
        status: ``"member"``, ``"observer"``, ``"dialogue_partner"``, ``"partner"`` or
            ``"shanghai_five"``.
        basis: ``"in_force"`` counts a status from the day on which it took effect,
            ``"decision"`` from the day on which the Council decided.
        outside: What to do past the last day searched: ``"warn"`` or ``"raise"``.

    Raises:
        InvalidDateError: If the date is none.
        AmbiguousDateError: If the answer changes within the month or year; it names
            the day of the change.
        QueryError: If status, basis or outside is not one of those named.
        CoverageError: Past the last day searched, with ``outside="raise"``.

    Before 1996 the answer is empty, and that is true.

    >>> import sco
    >>> [c.alpha_2 for c in sco.members_as_of("2017-06-09")]
    ['CN', 'IN', 'KG', 'KZ', 'PK', 'RU', 'TJ', 'UZ']
    >>> len(sco.members_as_of("2016"))
    6
    >>> sco.members_as_of("2017")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    sco.AmbiguousDateError: ... India, member, began on 9 June 2017 (2017-06-09); ...
    """
    first, last = period(date)
    line = data.timelines.get((status, basis)) or _timeline(data, status, basis)
    if last > checked(data) or outside != "warn":
        check(data, last, "episodes", "statuses", outside)
    answer = line.at(first, last)
    if answer is None:
        wanted = [e for e in data.records.episodes if e.status == status]
        answer = tuple(e.country for e in _on(wanted, basis, first, last))
    return answer


def members_in(
    data: Queried,
    year: int,
    *,
    rule: Rule = "any",
    status: str = "member",
    basis: str = "in_force",
    outside: Outside = "warn",
) -> tuple[Country, ...]:
    """The states that had a status in a calendar year, sorted by alpha-2 code.

    Args:
        year: The year.
        rule: ``"any"`` day of the year, at its ``"start"`` (1 January), at its
            ``"end"`` (31 December), or ``"throughout"``.
        status: See `members_as_of`.
        basis: See `members_as_of`.
        outside: See `members_as_of`.

    Raises:
        InvalidDateError: If the year is not a whole number from 1 to 9999.
        AmbiguousDateError: If a day that decides the answer is not known.
        QueryError: If rule, status, basis or outside is not one of those named.

    >>> import sco
    >>> [c.alpha_2 for c in sco.members_in(2017, rule="throughout")]
    ['CN', 'KG', 'KZ', 'RU', 'TJ', 'UZ']
    >>> len(sco.members_in(2017)), len(sco.members_in(2017, rule="start"))
    (8, 6)
    """
    first, last = _year(year)
    if rule in ("start", "end"):
        day = first if rule == "start" else last
        return members_as_of(data, day, status=status, basis=basis, outside=outside)
    if rule not in ("any", "throughout"):
        raise QueryError(f"rule must be 'any', 'start', 'end' or 'throughout', not {rule!r}")
    from sco.records.membership import Basis, Status

    wanted_status = choice(status, Status, "status")
    wanted_basis = choice(basis, Basis, "basis")
    check(data, last, "episodes", "statuses", outside)
    wanted = [e for e in data.records.episodes if e.status is wanted_status]
    # A state that held it twice in the year is one state.
    return tuple(dict.fromkeys(e.country for e in _on(wanted, wanted_basis, first, last, rule)))


def status_of(
    data: Queried,
    country: CountryLike,
    date: DateLike,
    *,
    basis: str = "in_force",
    outside: Outside = "warn",
) -> Status | None:
    """The status that a state had on a day; None if it had none.

    Args:
        country: The state: see `country`.
        date: A day, or a period on every day of which the status is the same.
        basis: See `members_as_of`.
        outside: See `members_as_of`.

    Raises:
        UnknownCountryError, InvalidDateError, QueryError: If an argument means nothing.
        AmbiguousDateError: If the status changes within the period.

    >>> import sco
    >>> str(sco.status_of("India", "2010-01-01")), sco.status_of("India", "2004")
    ('observer', None)
    >>> sco.status_of("IN", "2017-06-09") == "member"
    True
    """
    from sco.records.membership import Basis

    first, last = period(date)
    wanted = data.country(country).alpha_2
    own = [e for e in data.records.episodes if e.country.alpha_2 == wanted]
    check(data, last, "episodes", "statuses", outside)
    held = _on(own, choice(basis, Basis, "basis"), first, last)
    return held[0].status if held else None


def episodes(
    data: Queried, country: CountryLike | None = None, *, status: str | None = None
) -> tuple[Episode, ...]:
    """Every period during which a state had a status, by start and country.

    Args:
        country: Only this state's.
        status: Only those of this status.

    Raises:
        UnknownCountryError, QueryError: If an argument means nothing.

    >>> import sco
    >>> sco.episodes("Iran")
    (<Episode IR observer 2005-07-05..2023-07-04>, <Episode IR member 2023-07-04..>)
    """
    from sco.records.membership import Status

    wanted = data.country(country).alpha_2 if country is not None else None
    kind = choice(status, Status, "status") if status is not None else None
    return tuple(
        e
        for e in data.records.episodes
        if wanted in (None, e.country.alpha_2) and kind in (None, e.status)
    )


def steps(data: Queried, country: CountryLike | None = None) -> tuple[Step, ...]:
    """The legal acts by which statuses were sought, granted or refused, by date.

    Args:
        country: Only this state's; None for all, the governing texts among them.

    Raises:
        UnknownCountryError: If the country means nothing.

    >>> import sco
    >>> any(step.kind == "memorandum_signed" for step in sco.steps("Pakistan"))
    True
    """
    if country is None:
        return data.records.steps
    wanted = data.country(country).alpha_2
    return tuple(s for s in data.records.steps if s.country and s.country.alpha_2 == wanted)


def checked(data: Queried) -> date:
    """The last day through which statuses were searched."""
    return data.records.tables.checked_through("episodes") or date.min


def _timeline(data: Queried, status: str, basis: str) -> Timeline[Country]:
    """Make the line of one status under one basis, and keep it.

    It is made of the table's rows, not of `Episode` records: the first question of a
    process then pays for neither their class nor their sources.
    """
    rows = [row for row in data.records.tables.rows("episodes") if row["status"] == status]
    if not rows or basis not in ("in_force", "decision"):
        from sco.records.membership import Basis, Status

        choice(status, Status, "status")
        choice(basis, Basis, "basis")
    rows.sort(key=lambda row: row["country"])
    line = data.timelines[status, basis] = Timeline.of(
        rows,
        lambda row: _row_bounds(row, basis),
        lambda row: data.records.tables.countries[row["country"]],
    )
    return line


def _row_bounds(row: Row, basis: str) -> Bounds:
    """What `Episode.bounds` is to a record, to a row."""
    start, end = row["start"], row["end"]
    if basis == "decision":
        start, end = row["decided"] or start, row["end_decided"] or end
    return optional_stored(start), optional_stored(end)


def _on(
    episodes: list[Episode], basis: str, first: date, last: date, during: During = "same"
) -> tuple[Episode, ...]:
    ordered = sorted(episodes, key=lambda e: e.country.alpha_2)
    return holding(
        ordered,
        lambda e: e.bounds(basis),
        first,
        last,
        lambda e: f"{e.country.name}, {e.status.replace('_', ' ')},",
        during,
    )


def _year(year: int) -> tuple[date, date]:
    whole_year(year)
    return date(year, 1, 1), date(year, 12, 31)

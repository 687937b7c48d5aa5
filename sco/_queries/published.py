"""Queries on announcements, published counts and coverage."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sco._errors import QueryError
from sco._inputs.choices import Window, choice, whole_year
from sco._inputs.countries import CountryLike
from sco._inputs.dates import DateLike
from sco._queries.asof import Outside
from sco._queries.base import Queried, check_window
from sco._queries.meetings import pair_of

if TYPE_CHECKING:
    from sco.records.published import Announcement, Coverage, Tally

_COVERED = (
    "episodes",
    "steps",
    "summits",
    "delegates",
    "tenures",
    "officers",
    "announcements",
    "meetings",
    "visits",
    "tallies",
    "events",
)


def announcements(
    data: Queried,
    *,
    country: CountryLike | None = None,
    subject: str | None = None,
    outcome: str | None = None,
    since: DateLike | None = None,
    until: DateLike | None = None,
    outside: Outside = "warn",
) -> tuple[Announcement, ...]:
    """Published plans, by the day of publication.

    Args:
        country: Only those that concern this state.
        subject: ``"visit"``, ``"summit"`` or ``"meeting"``.
        outcome: ``"held"``, ``"changed"``, ``"cancelled"`` or ``"pending"``.
        since: Published on this day or later (or in or after this month or year).
        until: Published on this day or earlier.
        outside: What to do past the last day searched: ``"warn"`` or ``"raise"``.

    Raises:
        UnknownCountryError, InvalidDateError, QueryError: If an argument means nothing.

    >>> import sco
    >>> plans = sco.announcements(country="RU", subject="visit", until="2024-04-26")
    >>> plans[-1].outcome, plans[-1].event
    (<Outcome.HELD: 'held'>, 'RU-to-CN-2024-05-16')
    """
    from sco.records.published import Outcome, Subject

    wanted = data.country(country).alpha_2 if country is not None else None
    about = choice(subject, Subject, "subject") if subject is not None else None
    became = choice(outcome, Outcome, "outcome") if outcome is not None else None
    window = Window(since, until)
    check_window(data, window, "announcements", outside)
    return tuple(
        a
        for a in data.records.announcements
        if (wanted is None or wanted in {c.alpha_2 for c in a.countries})
        and about in (None, a.subject)
        and became in (None, a.outcome)
        and window.touches(a.published, a.published)
    )


def tallies(data: Queried, a: CountryLike, b: CountryLike) -> tuple[Tally, ...]:
    """Published counts of a pair's meetings and visits, by day.

    Args:
        a: One state.
        b: The other.

    Raises:
        UnknownCountryError: If an argument means nothing.

    >>> import sco
    >>> [t.value for t in sco.tallies("RU", "CN") if t.id == "CN-RU-2021-12-15-a"]
    [37]
    """
    return data.records.tallies(pair_of(data, a, b))


def coverage(
    data: Queried,
    a: CountryLike | None = None,
    b: CountryLike | None = None,
    *,
    table: str | None = None,
    year: int | None = None,
) -> tuple[Coverage, ...]:
    """What was searched, how, and how far.

    Args:
        a: Only rows on this state or for all states.
        b: Only rows on this pair or for all.
        table: ``"episodes"``, ``"summits"``, ``"meetings"``, ``"visits"`` and so on.
        year: Only rows whose period touches this year.

    Raises:
        UnknownCountryError, InvalidDateError, QueryError: If an argument means nothing.

    No row means that nothing was searched.

    >>> import sco
    >>> [str(row.extent) for row in sco.coverage("RU", "CN", table="meetings", year=2024)
    ...     if row.level == "head_of_state" and row.covers == "talks"]
    ['complete']
    """
    if table is not None and table not in _COVERED:
        raise QueryError(f"table must be one of {', '.join(_COVERED)}, not {table!r}")
    if year is not None:
        whole_year(year)
    wanted = {data.country(c).alpha_2 for c in (a, b) if c is not None}
    subjects = data.records.tables.subjects("coverage")
    found = (row for subject in subjects for row in data.records.coverage(subject))
    return tuple(
        row
        for row in sorted(found, key=_place)
        if table in (None, row.table)
        and (not row.countries or wanted <= {c.alpha_2 for c in row.countries})
        and (year is None or (row.since.year <= year and row.until > date(year, 1, 1)))
    )


def _place(row: Coverage) -> tuple[object, ...]:
    """What statements of coverage are sorted by."""
    return row.table, [c.alpha_2 for c in row.countries], row.level or "", row.since, row.id

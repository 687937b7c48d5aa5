"""Queries on summits, on who came to them, and on the chair."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from sco._errors import QueryError, UnknownRecordError
from sco._inputs.choices import Window, choice, whole_year
from sco._inputs.countries import CountryLike
from sco._inputs.dates import DateLike, PartialDate, first_day, last_day, period
from sco._queries.asof import Outside, holding
from sco._queries.base import Queried, check, check_window
from sco._queries.lookup import summit_id

if TYPE_CHECKING:
    from sco.records.common import Country
    from sco.records.summits import Summit

# Record classes are imported by the method that first needs them (here and in the other
# query modules): making one takes longer than answering a question.


def summits(
    data: Queried,
    *,
    body: str | None = None,
    host: CountryLike | None = None,
    year: int | None = None,
    since: DateLike | None = None,
    until: DateLike | None = None,
    outside: Outside = "warn",
) -> tuple[Summit, ...]:
    """The summits that match every argument given, by date.

    Args:
        body: ``"CHS"`` (Council of Heads of State), ``"CHG"`` (Council of Heads of
            Government) or ``"S5"`` (Shanghai Five).
        host: The state that was host.
        year: The year in which it began.
        since: The first day, or a month or year from whose first day on.
        until: The last day, or a month or year to whose last day.
        outside: What to do where the year, or the period, begins past the last day searched:
            ``"warn"`` or ``"raise"``.

    Raises:
        UnknownCountryError, InvalidDateError, QueryError: If an argument means nothing.

    >>> import sco
    >>> sco.summits(body="CHS", host="CN")[-1]
    <Summit CHS-25 2025-08-31..2025-09-01 Tianjin CN>
    >>> [s.id for s in sco.summits(year=2001)]
    ['CHS-1', 'CHG-1']
    """
    from sco.records.summits import Body

    kind = choice(body, Body, "body") if body is not None else None
    wanted = data.country(host).alpha_2 if host is not None else None
    window = Window(since, until)
    begun = Window(f"{whole_year(year):04}", None) if year is not None else window
    check_window(data, begun, "summits", outside)
    return tuple(
        s
        for s in data.records.summits.values()
        if kind in (None, s.body)
        and wanted in (None, s.host.alpha_2)
        and year in (None, first_day(s.start).year)
        and window.touches(s.start, s.end)
    )


def summit(data: Queried, id: str) -> Summit:
    """The summit with this id.

    Args:
        id: Body and number: ``"CHS-24"``, ``"CHG-1"``, ``"S5-5"``; in any case, with the
            hyphen or without.

    Raises:
        UnknownRecordError: If there is none.
        QueryError: If it is no text.

    >>> import sco
    >>> sco.summit("CHS-24").city
    'Astana'
    >>> sco.summit("CHS-99")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    sco.UnknownRecordError: no summit 'CHS-99'...
    """
    if not isinstance(id, str):
        raise QueryError(f"a summit is named by an id such as 'CHS-24', not by {id!r}")
    found = data.records.summits.get(summit_id(id))
    if found is None:
        import difflib

        close = difflib.get_close_matches(str(id), data.records.summits, n=3)
        hint = f"; there are {', '.join(close)}" if close else "; ids are like 'CHS-24'"
        raise UnknownRecordError(f"no summit {id!r}{hint}")
    return found


def chair_as_of(data: Queried, date: DateLike, *, outside: Outside = "warn") -> Country | None:
    """The state that chaired the organisation on a day; None before it was founded.

    The chair passes with the yearly session of the Council of Heads of State: the
    outgoing chair presides over it, and the state that it names, the host of the next
    one, chairs from the day after.

    Args:
        date: A day, or a period on every day of which the chair is the same.
        outside: What to do past the last day searched: ``"warn"`` or ``"raise"``.

    Raises:
        InvalidDateError: If the date is none.
        AmbiguousDateError: If the chair changes within the period.

    >>> import sco
    >>> sco.chair_as_of("2024-07-04").name, sco.chair_as_of("2024-07-05").name
    ('Kazakhstan', 'China')
    """
    first, last = period(date)
    check(data, last, "summits", "summits", outside)
    terms = holding(
        _chairs(data), lambda t: (t[0], t[1]), first, last, lambda t: f"the chair of {t[2].name}"
    )
    return terms[0][2] if terms else None


def _chairs(data: Queried) -> tuple[tuple[date | PartialDate, date | None, Country], ...]:
    """Half-open terms in the chair."""
    councils = [s for s in data.records.summits.values() if s.body == "CHS"]
    handovers = [last_day(s.session_day or s.end) for s in councils if not s.scheduled]
    terms: list[tuple[date | PartialDate, date | None, Country]] = []
    for number, held in enumerate(councils[: len(handovers)]):
        start = handovers[number - 1] + timedelta(days=1) if number else first_day(held.start)
        terms.append(
            (start, handovers[number] + timedelta(days=1), held.chair_country or held.host)
        )
    upcoming = councils[len(handovers) - 1].next_chair
    if upcoming is not None:
        terms.append((handovers[-1] + timedelta(days=1), None, upcoming))
    return tuple(terms)

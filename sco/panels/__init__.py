"""Panels for statistical work: needs ``sco[frames]``.

One row a state and year, month or day, or a pair of states and year, with the codes that
other datasets use, so that they can be merged. The columns are described in the data
dictionary of the documentation. A value is missing where it is not known; it is 0 only
where it is known to be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations, permutations
from typing import Any, Literal, get_args

from dateutil.relativedelta import relativedelta
from dateutil.rrule import MONTHLY, YEARLY, rrule

from sco._dataset import Dataset, chosen
from sco._errors import QueryError
from sco._inputs.choices import Window
from sco._inputs.countries import CountryLike
from sco._inputs.dates import DateLike
from sco._queries.membership import _year, checked
from sco.frames._engines import TYPES, eager
from sco.panels._columns import (
    COUNTRY_DAY,
    COUNTRY_MONTH,
    COUNTRY_YEAR,
    DYAD_YEAR,
    NONE,
    RANKS,
    Column,
)
from sco.panels._dyads import Dyad
from sco.panels._spans import Held, Partial, Span, coded, spans, within
from sco.records.common import Country
from sco.records.membership import Status

__all__ = ["country_day", "country_month", "country_year", "dyad_year"]

Uncovered = Literal["missing", "zero"]
_FIRST = 1996


def country_year(
    *,
    engine: str,
    since: int = _FIRST,
    until: int | None = None,
    countries: Iterable[CountryLike] | None = None,
    basis: str = "in_force",
    partial: Partial = "any",
    uncovered: Uncovered = "missing",
    edition: str | None = None,
) -> Any:
    """One row a state and year: its status, and the days spent in each.

    Args:
        engine: ``"pandas"``, ``"polars"``, ``"pyarrow"``, ``"modin"`` or ``"cudf"``.
        since: The first year.
        until: The last year; None for the last that was searched to its end.
        countries: The states; None for all that ever had a status.
        basis: ``"in_force"`` or ``"decision"``: see `sco.members_as_of`.
        partial: How a period in which the status changed is coded: ``"any"`` takes the
            highest status held on any day (member, observer, partner, dialogue partner,
            Shanghai Five), ``"first"`` and ``"last"`` that of the first or last day,
            ``"exact"`` leaves it missing.
        uncovered: What a count is where none is known and there may be some:
            ``"missing"``, or ``"zero"`` to have it written as 0 all the same.
        edition: The edition's version; None for the newest one.

    Raises:
        QueryError, InvalidDateError, UnknownCountryError: If an argument means nothing.
        UnknownEditionError: If there is no such edition.

    >>> from sco.panels import country_year
    >>> panel = country_year(engine="pandas", countries=["IN"], since=2016, until=2018)
    >>> panel[["year", "status", "days_member"]].values.tolist()
    [[2016, 'observer', 0], [2017, 'member', 206], [2018, 'member', 365]]
    """
    data = chosen(edition)
    first, last = _years(since, until, data)
    years = [day.date() for day in rrule(YEARLY, dtstart=first, until=last)]
    periods = [((y.year,), y, y + relativedelta(years=1)) for y in years]
    rows = _period_rows(data, periods, countries, basis, partial, uncovered)
    return _frame(rows, COUNTRY_YEAR, engine)


def country_month(
    *,
    engine: str,
    since: DateLike = "1996-01",
    until: DateLike | None = None,
    countries: Iterable[CountryLike] | None = None,
    basis: str = "in_force",
    partial: Partial = "any",
    uncovered: Uncovered = "missing",
    edition: str | None = None,
) -> Any:
    """One row a state and month: see `country_year`.

    Args:
        engine: See `country_year`.
        since: A day, month or year: the panel begins with its first month.
        until: Its last month is the panel's; None for the last searched to its end.
        countries: See `country_year`.
        basis: See `country_year`.
        partial: See `country_year`.
        uncovered: See `country_year`.
        edition: See `country_year`.

    Raises:
        QueryError, InvalidDateError, UnknownCountryError: If an argument means nothing.
        UnknownEditionError: If there is no such edition.
    """
    data = chosen(edition)
    window = Window(since, until if until is not None else _last_month(data))
    months = rrule(MONTHLY, dtstart=window.first.replace(day=1), until=window.last)
    starts = [day.date() for day in months]
    periods = [((m.year, m.month), m, m + relativedelta(months=1)) for m in starts]
    rows = _period_rows(data, periods, countries, basis, partial, uncovered)
    return _frame(rows, COUNTRY_MONTH, engine)


def country_day(
    *,
    engine: str,
    since: DateLike = "1996",
    until: DateLike | None = None,
    countries: Iterable[CountryLike] | None = None,
    basis: str = "in_force",
    edition: str | None = None,
) -> Any:
    """One row a state and day, with its status.

    Args:
        engine: See `country_year`.
        since: The first day, or a month or year from whose first day on.
        until: The last day, or a month or year to whose last day; None for the last
            day searched.
        countries: See `country_year`.
        basis: See `country_year`.
        edition: See `country_year`.

    Raises:
        QueryError, InvalidDateError, UnknownCountryError: If an argument means nothing.
        UnknownEditionError: If there is no such edition.
    """
    data = chosen(edition)
    window = Window(since, until if until is not None else checked(data))
    rows: list[tuple[object, ...]] = []
    for state in _states(data, countries):
        codes = _codes(state)
        for span in within(spans(data, state, basis), window.first, window.last + timedelta(1)):
            status = _word(span.possible)
            rows += [(*codes, span.start + timedelta(n), status) for n in range(span.days)]
    return _frame(rows, COUNTRY_DAY, engine)


def dyad_year(
    *,
    engine: str,
    directed: bool = False,
    since: int = _FIRST,
    until: int | None = None,
    countries: Iterable[CountryLike] | None = None,
    basis: str = "in_force",
    uncovered: Uncovered = "missing",
    edition: str | None = None,
) -> Any:
    """One row a pair of states and year: membership, visits and meetings of their leaders.

    Args:
        engine: See `country_year`.
        directed: False for one row a pair, True for two: each with the visits of the
            first state's leaders to the second. Meetings are the same in both.
        since: The first year.
        until: The last year; None for the last whose statuses were searched to its end.
        countries: The states of which all pairs are made; None for all that ever were
            members.
        basis: See `country_year`.
        uncovered: What a count is where nothing was found and coverage is not complete:
            ``"missing"``, or ``"zero"`` to have it written as 0 all the same. Coverage is
            complete if all searches of the year for the pair are (see `sco.coverage`),
            for the kind and level in question, and leave no day out.
        edition: See `country_year`.

    A count that is not missing is the number found: where coverage is not complete there
    may be more. An event counts in the year in which it began.

    Raises:
        QueryError, InvalidDateError, UnknownCountryError: If an argument means nothing.
        UnknownEditionError: If there is no such edition.

    >>> from sco.panels import dyad_year
    >>> panel = dyad_year(engine="pandas", countries=["CN", "RU"], since=2023, until=2023)
    >>> panel["in_person_head_of_state"].tolist()
    [2]
    """
    data = chosen(edition)
    first, last = _years(since, until, data)
    if countries is None:
        countries = dict.fromkeys(e.country for e in data.episodes(status=Status.MEMBER))
    pairs = list(combinations(_states(data, countries), 2))
    if not pairs:
        raise QueryError("countries must name two states at least")
    if directed:
        pairs = list(permutations(_states(data, countries), 2))
    zeros = _zeros(uncovered)
    rows: list[tuple[object, ...]] = []
    for a, b in pairs:
        dyad = Dyad(data, a, b, directed=directed, zeros=zeros, basis=basis)
        for year in range(first.year, last.year + 1):
            rows.append((*_codes(a), *_codes(b), year, *dyad.cells(year).values()))
    return _frame(rows, DYAD_YEAR, engine)


def _period_rows(
    data: Dataset,
    periods: Sequence[tuple[tuple[int, ...], date, date]],
    countries: Iterable[CountryLike] | None,
    basis: str,
    partial: Partial,
    uncovered: Uncovered,
) -> Iterator[tuple[object, ...]]:
    if partial not in get_args(Partial):
        known = ", ".join(map(repr, get_args(Partial)))
        raise QueryError(f"partial must be one of {known}, not {partial!r}")
    zeros = _zeros(uncovered)
    for state in _states(data, countries):
        known_of = spans(data, state, basis)
        for label, start, end in periods:
            cut = within(known_of, start, end)
            status = _word(coded(cut, partial))
            changed = _changed(cut)
            counts = [_days(cut, status, zeros) for status in RANKS]
            unknown = sum(span.days for span in cut if len(span.possible) > 1)
            days = (end - start).days
            yield (*_codes(state), *label, status, changed, days, *counts, unknown)


def _word(possible: frozenset[Held]) -> str | None:
    """What a panel writes for a status: nothing where it is not known which."""
    if len(possible) > 1:
        return None
    (status,) = possible
    return str(status) if status else NONE


def _changed(cut: list[Span]) -> bool | None:
    known = {span.possible for span in cut if len(span.possible) == 1}
    if len(known) > 1:
        return True
    return None if any(len(span.possible) > 1 for span in cut) else False


def _days(cut: list[Span], status: Held, zeros: bool) -> int | None:
    sure = sum(span.days for span in cut if span.possible == {status})
    if sure or zeros or not any(status in span.possible for span in cut):
        return sure
    return None


def _states(data: Dataset, countries: Iterable[CountryLike] | None) -> list[Country]:
    if isinstance(countries, str):
        raise QueryError(f"countries must be a list, such as [{countries!r}]")
    if countries is None:
        countries = [episode.country for episode in data.episodes()]
    found = {state.alpha_2: state for state in map(data.country, countries)}
    return [found[code] for code in sorted(found)]


def _codes(state: Country) -> tuple[object, ...]:
    return (state.alpha_2, state.alpha_3, state.numeric, state.name, state.cow, state.gw)


def _years(since: int, until: int | None, data: Dataset) -> tuple[date, date]:
    if until is None:
        until = (checked(data) + timedelta(days=1)).year - 1
    first, last = _year(since)[0], _year(until)[1]
    if first > last:
        raise QueryError(f"since={since} is later than until={until}")
    return first, last


def _last_month(data: Dataset) -> date:
    following = (checked(data) + timedelta(days=1)).replace(day=1)
    return following - timedelta(days=1)


def _zeros(uncovered: str) -> bool:
    if uncovered not in get_args(Uncovered):
        raise QueryError(f"uncovered must be 'missing' or 'zero', not {uncovered!r}")
    return uncovered == "zero"


def _frame(rows: Iterable[tuple[object, ...]], columns: tuple[Column, ...], engine: str) -> Any:
    cells = list(zip(*rows, strict=True)) or [()] * len(columns)
    named = {column.name: cells[i] for i, column in enumerate(columns)}
    return eager(named, {c.name: TYPES[c.type] for c in columns}, engine).to_native()

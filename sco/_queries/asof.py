"""What holds on a day: half-open periods, partly known days, and periods asked about."""

from __future__ import annotations

import os
import sys
import warnings
from bisect import bisect_right
from collections.abc import Callable, Iterable
from datetime import date
from typing import Generic, Literal, TypeVar

from sco._errors import AmbiguousDateError, CoverageError, CoverageWarning, QueryError
from sco._inputs.dates import PartialDate, first_day, last_day, spoken

T = TypeVar("T")
V = TypeVar("V")
Edge = date | PartialDate
Bounds = tuple[Edge | None, Edge | None]
Outside = Literal["warn", "raise"]
During = Literal["same", "any", "throughout"]
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__))) + os.sep


def holding(
    records: Iterable[T],
    bounds: Callable[[T], Bounds],
    first: date,
    last: date,
    name: Callable[[T], str],
    during: During = "same",
) -> tuple[T, ...]:
    """The records that hold during a period.

    Args:
        records: What may hold.
        bounds: Gives a record's half-open period; a start of None means never.
        first: The first day asked about.
        last: The last day asked about.
        name: Names a record in an error.
        during: ``"any"`` for those that hold on any day of it, ``"throughout"`` for those that
            hold on every day, ``"same"`` if the two have to be the same.

    Raises:
        AmbiguousDateError: If it is not known whether one does, or, with ``"same"``, if one
            holds on some days of the period and not on others.
    """
    possibly = (first, last) if during == "throughout" else (last, first)
    surely = (last, first) if during == "any" else (first, last)
    found = []
    doubts: list[tuple[date, date, str]] = []
    for record in records:
        start, end = bounds(record)
        if start is None or not _can_hold(start, end, *possibly):
            continue
        unknown = _unknown(start, end, *surely)
        if not unknown:
            found.append(record)
        for edge, became in unknown:
            what = f"{name(record)} {became} {_when(edge)}"
            doubts.append((first_day(edge), last_day(edge), what))
    if doubts:
        doubts.sort()
        asked = f"{first} to {last}" if first != last else str(first)
        raise AmbiguousDateError(
            f"the answer is not the same, or not known, on every day of {asked}: "
            + "; ".join(what for *_, what in doubts),
            tuple(dict.fromkeys(day for *days, _ in doubts for day in days)),
        )
    return tuple(found)


def _can_hold(start: Edge, end: Edge | None, begun: date, lasting: date) -> bool:
    """Whether a period can have begun by one day and can last past another."""
    return first_day(start) <= begun and (end is None or last_day(end) > lasting)


def _unknown(start: Edge, end: Edge | None, begun: date, lasting: date) -> list[tuple[Edge, str]]:
    """What keeps such a period from doing so for certain: its start, its end or both."""
    found: list[tuple[Edge, str]] = []
    if last_day(start) > begun:
        found.append((start, "began"))
    if end is not None and first_day(end) <= lasting:
        found.append((end, "ended"))
    return found


def _when(value: Edge) -> str:
    if isinstance(value, PartialDate):
        return f"on an unknown day between {spoken(value.earliest)} and {spoken(value.latest)}"
    return f"on {spoken(value)}"


class Timeline(Generic[V]):
    """Answers that change on certain days, found by bisection.

    Args:
        days: The days on which the answer changes, or becomes uncertain, in order.
        answers: One more than days; None where a day's answer is uncertain.
    """

    __slots__ = ("_answers", "_days")

    def __init__(self, days: list[date], answers: list[tuple[V, ...] | None]) -> None:
        self._days = days
        self._answers = answers

    @classmethod
    def of(
        cls, records: Iterable[T], bounds: Callable[[T], Bounds], value: Callable[[T], V]
    ) -> Timeline[V]:
        """The line of those values whose records hold, in the records' order."""
        periods = [(bounds(r), value(r)) for r in records]
        edges = [edge for bound, _ in periods for edge in bound if edge is not None]
        days = sorted({day(edge) for edge in edges for day in (first_day, last_day)})
        answers: list[tuple[V, ...] | None] = [(), *(_values_on(day, periods) for day in days)]
        return cls(days, answers)

    def at(self, first: date, last: date) -> tuple[V, ...] | None:
        """The answer on every day of a period; None if it changes or is uncertain."""
        index = bisect_right(self._days, first)
        if first is not last and bisect_right(self._days, last) != index:
            return None
        return self._answers[index]


def _values_on(day: date, periods: list[tuple[Bounds, V]]) -> tuple[V, ...] | None:
    values = []
    for (start, end), value in periods:
        if start is None or not _can_hold(start, end, day, day):
            continue
        if _unknown(start, end, day, day):
            return None
        values.append(value)
    return tuple(values)


def check_reach(last: date, checked: date | None, what: str, outside: Outside) -> None:
    """Warn, or raise, if a question reaches past what was searched.

    Args:
        last: The last day that the question is about.
        checked: The last day searched; None if nothing was.
        what: What was asked for, for the message.
        outside: ``"warn"`` or ``"raise"``.

    Raises:
        CoverageError: If it does and ``outside="raise"``.
        QueryError: If ``outside`` is neither.
    """
    if checked is not None and last <= checked and outside in ("warn", "raise"):
        return
    if checked is None:
        message = f"{what} were not searched: an empty answer does not mean that there are none"
    else:
        message = f"{what} were checked through {spoken(checked)} only, and {last} is later"
    tell(message, outside)


def tell(message: str, outside: Outside) -> None:
    """Warn, or raise, since a question is about what was not searched.

    Args:
        message: What was not.
        outside: ``"warn"`` or ``"raise"``.

    Raises:
        CoverageError: With ``outside="raise"``.
        QueryError: If ``outside`` is neither.
    """
    if outside not in ("warn", "raise"):
        raise QueryError(f"outside must be 'warn' or 'raise', not {outside!r}")
    if outside == "raise":
        raise CoverageError(message)
    warnings.warn(message, CoverageWarning, stacklevel=_caller())


def _caller() -> int:
    """How many calls up the first line outside the package is, for a warning that names it."""
    level, frame = 1, sys._getframe(1)
    while frame.f_back is not None and frame.f_code.co_filename.startswith(_PACKAGE):
        level, frame = level + 1, frame.f_back
    return level

"""Values that have to be one of a few, and spans of days."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from sco._errors import InvalidDateError, QueryError
from sco._inputs.dates import DateLike, PartialDate, first_day, last_day, period

E = TypeVar("E")


def choice(value: str, allowed: type[E], argument: str) -> E:
    """The member of an enumeration that a caller named.

    Raises:
        QueryError: If there is none; it lists those that there are.
    """
    try:
        return allowed(value)  # type: ignore[call-arg]
    except ValueError:
        known = ", ".join(repr(str(member)) for member in allowed)  # type: ignore[attr-defined]
        raise QueryError(f"{argument} must be one of {known}, not {value!r}") from None


def whole_year(value: object) -> int:
    """A caller's year.

    Raises:
        InvalidDateError: If it is no whole number from 1 to 9999.
    """
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 9999:
        raise InvalidDateError(f"year must be a whole number from 1 to 9999, not {value!r}")
    return value


def text_of(value: object, argument: str) -> str:
    """A caller's text.

    Raises:
        QueryError: If it is none, or empty.
    """
    if not isinstance(value, str) or not value.strip():
        raise QueryError(f"{argument} must be text, not {value!r}")
    return value


class Window:
    """The days from the first of ``since`` to the last of ``until``, both included."""

    __slots__ = ("first", "last")

    def __init__(self, since: DateLike | None, until: DateLike | None) -> None:
        self.first = period(since)[0] if since is not None else date.min
        self.last = period(until)[1] if until is not None else date.max
        if self.first > self.last:
            raise QueryError(f"since={since!r} is later than until={until!r}")

    def touches(self, start: date | PartialDate, end: date | PartialDate) -> bool:
        """Whether an event can have taken place on one of the days."""
        return first_day(start) <= self.last and last_day(end) >= self.first

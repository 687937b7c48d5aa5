"""Dates in and dates out: strict parsing, periods, and partially known days."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import attrs

from sco._errors import InvalidDateError

_DATETIME = r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?"
_PERIOD = r"(\d{4})(?:-(\d{2}))?"


@attrs.frozen(repr=False)
class PartialDate:
    """A day that is only known to lie within a period.

    Attributes:
        earliest: The first day that it can be.
        latest: The last day that it can be.
        edtf: The same as an Extended Date/Time Format string (ISO 8601-2): ``2001``,
            ``2001-06`` or ``2001-06-14/2001-06-15``.

    >>> from sco import PartialDate
    >>> PartialDate.parse("2001-06")
    <PartialDate 2001-06>
    >>> PartialDate.parse("2001-06").latest
    datetime.date(2001, 6, 30)
    """

    earliest: date
    latest: date
    edtf: str

    @classmethod
    def parse(cls, edtf: str) -> PartialDate:
        """Read an EDTF year, month or interval of days.

        Args:
            edtf: ``"2001"``, ``"2001-06"`` or ``"2001-06-14/2001-06-15"``.

        Raises:
            InvalidDateError: If it is none of these, or not in order.
        """
        first, slash, second = edtf.partition("/")
        earliest = _string_period(first)[0]
        latest = _string_period(second if slash else first)[1]
        if earliest >= latest:
            raise InvalidDateError(f"{edtf!r} is not a period of more than one day")
        return cls(earliest, latest, edtf)

    def __str__(self) -> str:
        return self.edtf

    def __repr__(self) -> str:
        return f"<PartialDate {self.edtf}>"


DateLike = date | str | PartialDate
"""What every query takes for a date: see `day` and `period`."""


def first_day(value: date | PartialDate) -> date:
    """The day itself, or the earliest day of a partial date."""
    return value.earliest if isinstance(value, PartialDate) else value


def last_day(value: date | PartialDate) -> date:
    """The day itself, or the latest day of a partial date."""
    return value.latest if isinstance(value, PartialDate) else value


def period(value: DateLike) -> tuple[date, date]:
    """The first and last day of what a caller passed as a date.

    Raises:
        InvalidDateError: For anything that is not a day, a month or a year, for a
            time with a time zone, and for ``NaT``.
    """
    if type(value) is date:
        return value, value
    if isinstance(value, str):
        return _string_period(value)
    if isinstance(value, PartialDate):
        return value.earliest, value.latest
    if isinstance(value, datetime):
        return (_datetime_day(value),) * 2
    if isinstance(value, date):
        plain = date(value.year, value.month, value.day)
        return plain, plain
    raise InvalidDateError(
        f"expected a date or an ISO 8601 string such as '2017-06-09', '2017-06' or '2017', "
        f"not {value!r} of type {type(value).__name__}"
    )


def _datetime_day(value: datetime) -> date:
    if value != value:  # pandas.NaT is an instance of datetime and unequal to itself
        raise InvalidDateError("NaT is not a date")
    if value.tzinfo is not None:
        raise InvalidDateError(
            f"{value.isoformat()} has a time zone: pass the local date of the place instead"
        )
    return date(value.year, value.month, value.day)


def _string_period(text: str) -> tuple[date, date]:
    if len(text) == 10 and text[4] == text[7] == "-":
        day = _calendar_day(text, text)
        return day, day
    if match := re.fullmatch(_DATETIME, text):
        day = _calendar_day(match[1], text)
        return day, day
    if match := re.fullmatch(_PERIOD, text):
        return _calendar_period(text, int(match[1]), match[2])
    raise InvalidDateError(
        f"{text!r} is not an ISO 8601 date: write '2017-06-09', '2017-06' or '2017'"
    )


def _calendar_day(text: str, whole: str) -> date:
    try:
        datetime.fromisoformat(whole)
        return date.fromisoformat(text)
    except ValueError as error:
        raise InvalidDateError(f"{whole!r} is not a day of the calendar: {error}") from None


def _calendar_period(text: str, year: int, month: str | None) -> tuple[date, date]:
    try:
        start = date(year, int(month or 1), 1)
    except ValueError as error:
        raise InvalidDateError(f"{text!r} is not a period of the calendar: {error}") from None
    if month is None or start.month == 12:
        return start, date(year, 12, 31)
    return start, date(year, start.month + 1, 1) - timedelta(days=1)


def parse_stored(text: str) -> date | PartialDate:
    """Read a date as an edition stores it: a day, or the EDTF form of a partial one."""
    return date.fromisoformat(text) if len(text) == 10 else PartialDate.parse(text)


def optional_stored(text: str) -> date | PartialDate | None:
    """The same for a cell that may be empty, which is None."""
    return parse_stored(text) if text else None


def spoken(day: date) -> str:
    """A day in words and in ISO form, for messages: ``9 June 2017 (2017-06-09)``."""
    return f"{day.day} {day:%B %Y} ({day.isoformat()})"

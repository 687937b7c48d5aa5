"""What is accepted as a date, and what is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

import sco
from sco._inputs.dates import period


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2017-06-09", date(2017, 6, 9), date(2017, 6, 9)),
        ("2017-06", date(2017, 6, 1), date(2017, 6, 30)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2017", date(2017, 1, 1), date(2017, 12, 31)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
        ("2017-06-09T12:30", date(2017, 6, 9), date(2017, 6, 9)),
        ("2017-06-09 12:30:59.5", date(2017, 6, 9), date(2017, 6, 9)),
        (date(2017, 6, 9), date(2017, 6, 9), date(2017, 6, 9)),
        (datetime(2017, 6, 9, 23, 59), date(2017, 6, 9), date(2017, 6, 9)),
        (sco.PartialDate.parse("2001-06-14/2001-06-15"), date(2001, 6, 14), date(2001, 6, 15)),
    ],
)
def test_accepted(value: date | str | sco.PartialDate, first: date, last: date) -> None:
    assert period(value) == (first, last)
    assert all(type(day) is date for day in period(value))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("06.07.2001", "not an ISO 8601 date"),
        ("June", "not an ISO 8601 date"),
        ("", "not an ISO 8601 date"),
        ("20170609", "not an ISO 8601 date"),
        ("2017-6-9", "not an ISO 8601 date"),
        (" 2017-06-09", "not an ISO 8601 date"),
        ("2017-06-09T12:30+03:00", "not an ISO 8601 date"),
        ("2017-W23", "not an ISO 8601 date"),
        ("2017-02-30", "not a day of the calendar"),
        ("2017-13", "not a period of the calendar"),
        ("0000", "not a period of the calendar"),
        ("2017-06-09T25:00", "not a day of the calendar"),
        (2017, "of type int"),
        (20170609, "of type int"),
        (None, "of type NoneType"),
        (datetime(2017, 6, 9, tzinfo=UTC), "time zone"),
    ],
)
def test_refused(value: object, words: str) -> None:
    with pytest.raises(sco.InvalidDateError, match=words):
        sco.members_as_of(value)  # type: ignore[arg-type]


def test_not_a_time_is_refused() -> None:
    class NotATime(datetime):
        """Behaves as ``pandas.NaT`` does: an instance of datetime, unequal to itself."""

        def __eq__(self, other: object) -> bool:
            return False

        def __ne__(self, other: object) -> bool:
            return True

        __hash__ = None  # type: ignore[assignment]

    with pytest.raises(sco.InvalidDateError, match="NaT"):
        sco.members_as_of(NotATime(2017, 6, 9))


@pytest.mark.parametrize("edtf", ["2001-06-15", "2001-06-15/2001-06-14", "2001~", "unknown"])
def test_partial_dates_are_periods_of_more_than_one_day(edtf: str) -> None:
    with pytest.raises(sco.InvalidDateError):
        sco.PartialDate.parse(edtf)


def test_since_may_not_be_later_than_until() -> None:
    with pytest.raises(sco.QueryError, match="later than"):
        sco.summits(since="2020", until="2019")

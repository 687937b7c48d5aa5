"""Dates in and out, and windows of days, against the calendar looked at day by day."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import sco
from sco._inputs.choices import Window
from sco._inputs.dates import (
    DateLike,
    PartialDate,
    first_day,
    last_day,
    optional_stored,
    parse_stored,
    period,
    spoken,
)
from tests.made_up import Day, between, partly_known

DAYS = st.dates(date(1, 1, 2), date(9999, 12, 30))
NEAR = st.dates(date(2000, 1, 25), date(2000, 3, 5))
ALL_DAYS = between(date(1999, 12, 1), date(2001, 1, 31))


def forms(day: date) -> list[DateLike]:
    """Every way to pass a day."""
    text = day.isoformat()
    time = datetime(day.year, day.month, day.day, 23, 59)
    return [day, text, time, f"{text}T23:59", f"{text} 00:00:30", f"{text}T12:30:59.5"]


@given(DAYS)
def test_a_day_is_itself_in_every_form(day: date) -> None:
    for form in forms(day):
        assert period(form) == (day, day), form
        assert [type(d) for d in period(form)] == [date, date], form
    assert (first_day(day), last_day(day), parse_stored(str(day))) == (day, day, day)
    assert spoken(day) == day.strftime(f"{day.day} %B %Y ({day.isoformat()})")
    with pytest.raises(sco.InvalidDateError, match="time zone"):
        period(datetime(day.year, day.month, day.day, tzinfo=UTC))


@given(DAYS)
def test_a_month_and_a_year_have_all_their_days_and_no_other(day: date) -> None:
    for text, same in (
        (day.isoformat()[:7], lambda d: (d.year, d.month) == (day.year, day.month)),
        (day.isoformat()[:4], lambda d: d.year == day.year),
    ):
        first, last = period(text)
        assert PartialDate.parse(text).edtf == text
        assert (PartialDate.parse(text).earliest, PartialDate.parse(text).latest) == (first, last)
        assert_whole(same, day, first, last)


def assert_whole(same: Callable[[date], bool], day: date, first: date, last: date) -> None:
    """What is the same from the first to the last day is not the same outside."""
    assert first <= day <= last
    assert same(first)
    assert same(last)
    assert first == date.min or not same(first - timedelta(days=1))
    assert last == date.max or not same(last + timedelta(days=1))


@given(NEAR, st.integers(0, 70))
def test_a_partial_date_is_a_period_of_more_than_one_day(first: date, more: int) -> None:
    last = first + timedelta(days=more)
    for one, two in ((f"{first}", f"{last}"), (f"{first}"[:7], f"{last}"[:7])):
        edtf = f"{one}/{two}"
        if one == two and len(one) == 10:
            for text in (edtf, one):
                with pytest.raises(sco.InvalidDateError, match="more than one day"):
                    PartialDate.parse(text)
            continue
        partial = PartialDate.parse(edtf)
        assert (partial.earliest, partial.latest) == (period(one)[0], period(two)[1])
        assert (first_day(partial), last_day(partial)) == period(partial) == period(partial)
        assert parse_stored(edtf) == optional_stored(edtf) == partial
        assert (str(partial), repr(partial)) == (edtf, f"<PartialDate {edtf}>")
        if one > two[: len(one)] or more:
            with pytest.raises(sco.InvalidDateError):
                PartialDate.parse(f"{last + timedelta(days=1)}/{first}")
    assert optional_stored("") is None


NEARLY = st.text("0123456789-/T:W ", max_size=12) | st.builds(
    lambda text, at, new: text[:at] + new + text[at + 1 :],
    st.sampled_from(["2017-06-09", "2017-12", "2017", "2016-02-29T12:30", "2017-W23-5"]),
    st.integers(0, 12),
    st.sampled_from(["", *"0123-/T:W "]),
)
FORM = r"\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?)?)?"


@given(NEARLY)
@example("2017-W23-5")
@example("2017-160")
@example("20170-6-09")
@example("2017-060-9")
def test_whatever_else_is_written_is_no_date(text: str) -> None:
    if not re.fullmatch(FORM, text):
        with pytest.raises(sco.InvalidDateError, match="is not a"):
            period(text)
        return
    try:
        wanted = datetime.fromisoformat((text + "-01-01")[:10] if len(text) < 10 else text).date()
    except ValueError:
        with pytest.raises(sco.InvalidDateError, match="of the calendar"):
            period(text)
    else:
        assert period(text)[0] == wanted


LIKE = NEAR.flatmap(lambda day: st.sampled_from([*forms(day), str(day)[:7], str(day)[:4]]))


@given(st.none() | LIKE, st.none() | LIKE, partly_known(NEAR), st.none() | partly_known(NEAR))
def test_a_window_touches_what_can_have_been_on_one_of_its_days(
    since: DateLike | None, until: DateLike | None, start: Day, later: Day | None
) -> None:
    wanted = [
        day
        for day in ALL_DAYS
        if (since is None or day >= period(since)[0]) and (until is None or day <= period(until)[1])
    ]
    if not wanted:
        with pytest.raises(sco.QueryError, match="is later than until"):
            Window(since, until)
        return
    window = Window(since, until)
    assert (window.first, window.last) == (
        wanted[0] if since is not None else date.min,
        wanted[-1] if until is not None else date.max,
    )
    end = start if later is None or last_day(later) < first_day(start) else later
    possible = set(between(first_day(start), last_day(end)))
    assert window.touches(start, end) is bool(possible & set(wanted))

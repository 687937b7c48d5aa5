"""What holds on a day and during a period, against every day under every reading of the edges."""

from __future__ import annotations

import warnings
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sco
from sco._inputs.dates import first_day, last_day
from sco._queries.asof import During, Outside, Timeline, check_reach, holding
from tests.made_up import Day, Known, between, holds, partly_known, readings

FIRST = date(2000, 2, 20)
DAYS = st.dates(FIRST, FIRST + timedelta(days=20))
EDGES = partly_known(DAYS)
PERIODS = st.tuples(EDGES, st.none() | EDGES).filter(
    lambda p: p[1] is None or last_day(p[0]) < first_day(p[1])
)
Bounds = tuple[Day | None, Day | None]
BOUNDS = st.lists(PERIODS | st.tuples(st.none(), st.none() | EDGES), max_size=4)
ASKED = st.tuples(DAYS, st.sampled_from([0, 0, 1, 4])).map(
    lambda asked: (asked[0], asked[0] + timedelta(days=asked[1]))
)


def to_blame(bounds: Bounds, days: list[date], during: str) -> list[tuple[date, date, str]]:
    """The edges that leave open whether a period holds: when they can be, and which they are."""
    start, end = bounds
    # To hold on any day, a period must not begin after all of them, nor end before all of them.
    whole = all if during == "any" else any
    found = []
    if start is not None and any(whole(day < s for day in days) for s in readings(start)):
        found.append((first_day(start), last_day(start), "began"))
    if end is not None and any(whole(day >= e for day in days) for e in readings(end)):
        found.append((first_day(end), last_day(end), "ended"))
    return found


@given(BOUNDS, ASKED, st.sampled_from(["same", "any", "throughout"]))
def test_a_record_holds_if_it_does_on_every_reading_and_errors_name_what_leaves_it_open(
    bounds: list[Bounds], asked: tuple[date, date], during: During
) -> None:
    days = between(*asked)
    known = [holds(start, end, days, during) for start, end in bounds]
    wanted = tuple(n for n, answer in enumerate(known) if answer is Known.TRUE)
    records = range(len(bounds))
    if Known.UNSURE not in known:
        assert holding(records, bounds.__getitem__, *asked, str, during) == wanted
        return
    blamed = sorted(
        (first, last, f"{number} {became} ")
        for number, answer in enumerate(known)
        if answer is Known.UNSURE
        for first, last, became in to_blame(bounds[number], days, during)
    )
    with pytest.raises(sco.AmbiguousDateError) as caught:
        holding(records, bounds.__getitem__, *asked, str, during)
    assert caught.value.days == tuple(dict.fromkeys(d for one in blamed for d in one[:2]))
    period, _, reasons = str(caught.value).partition(": ")
    assert [reason[:8] for reason in reasons.split("; ")] == [what for *_, what in blamed]
    for (first, last, _), reason in zip(blamed, reasons.split("; "), strict=True):
        assert (first != last) is ("unknown day between" in reason)
        assert f"({first})" in reason
        assert f"({last})" in reason
    assert period.endswith(f"{asked[0]} to {asked[1]}" if len(days) > 1 else f"of {asked[0]}")


@given(BOUNDS, ASKED)
def test_the_line_of_answers_is_what_holds_on_each_day(
    bounds: list[Bounds], asked: tuple[date, date]
) -> None:
    line = Timeline.of(range(len(bounds)), bounds.__getitem__, lambda number: number)
    days = between(*asked)
    by_day: list[tuple[int, ...] | None] = []
    for day in days:
        known = [holds(start, end, [day], "same") for start, end in bounds]
        held = tuple(n for n, answer in enumerate(known) if answer is Known.TRUE)
        by_day.append(None if Known.UNSURE in known else held)
        assert line.at(day, day) == by_day[-1]
    edges = {r for pair in bounds for edge in pair if edge for r in readings(edge)}
    if not edges & set(days[1:]):
        assert line.at(*asked) == by_day[0]
    elif line.at(*asked) is not None:
        assert set(by_day) == {line.at(*asked)}


@given(DAYS, st.none() | DAYS, st.sampled_from(["warn", "raise"]))
def test_only_what_was_searched_is_answered_without_a_word(
    last: date, checked: date | None, outside: Outside
) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        if checked is not None and last in between(FIRST, checked):
            check_reach(last, checked, "things", outside)
            assert caught == []
            return
        said = "were not searched" if checked is None else f"({checked}) only, and {last} is later"
        if outside == "raise":
            with pytest.raises(sco.CoverageError) as error:
                check_reach(last, checked, "things", outside)
            assert said in str(error.value)
            assert caught == []
            return
        check_reach(last, checked, "things", outside)
    assert [(warning.category, said in str(warning.message)) for warning in caught] == [
        (sco.CoverageWarning, True)
    ]

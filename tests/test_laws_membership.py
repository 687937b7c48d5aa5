"""Laws of the membership queries, on the real data and on made-up episodes."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sco
from sco._inputs.dates import PartialDate, first_day, last_day
from sco._queries.asof import Timeline, holding

DAYS = st.dates(date(1990, 1, 1), date(2026, 8, 31))
STATUSES = st.sampled_from(list(sco.Status))
BASES = st.sampled_from(list(sco.Basis))
CODES = st.sampled_from(sorted({e.country.alpha_2 for e in sco.episodes()}))


def members(day: date, status: str, basis: str) -> tuple[sco.Country, ...] | None:
    """The answer, or None where the data does not know it."""
    try:
        return sco.members_as_of(day, status=status, basis=basis)
    except sco.AmbiguousDateError:
        return None


@pytest.mark.parametrize("basis", sco.Basis)
def test_episodes_of_a_state_never_overlap(basis: sco.Basis) -> None:
    for code in {e.country.alpha_2 for e in sco.episodes()}:
        spans = [e.bounds(basis) for e in sco.episodes(code)]
        known = sorted(
            (first_day(start), first_day(end) if end else date.max)
            for start, end in spans
            if start is not None
        )
        assert all(one[1] <= two[0] for one, two in pairwise(known)), code


@given(DAYS, STATUSES, BASES)
def test_an_answer_changes_only_on_the_day_of_a_change(
    day: date, status: sco.Status, basis: sco.Basis
) -> None:
    before = members(day - timedelta(days=1), status, basis)
    after = members(day, status, basis)
    if before != after and before is not None and after is not None:
        changed = {c.country for c in sco.changes(day, day, basis=basis)}
        assert changed >= set(before) ^ set(after)


@given(DAYS, CODES, BASES)
def test_status_of_agrees_with_members_as_of(day: date, code: str, basis: sco.Basis) -> None:
    try:
        status = sco.status_of(code, day, basis=basis)
    except sco.AmbiguousDateError:
        return
    country = sco.country(code)
    for each in sco.Status:
        listed = members(day, each, basis)
        if listed is not None:
            assert (country in listed) is (each is status)


@given(st.integers(1996, 2025), BASES)
def test_rules_of_a_year_nest(year: int, basis: sco.Basis) -> None:
    sets = {
        rule: set(sco.members_in(year, rule=rule, basis=basis))
        for rule in ("throughout", "start", "end", "any")
    }
    assert sets["throughout"] <= sets["start"] & sets["end"]
    assert sets["start"] | sets["end"] <= sets["any"]


@given(DAYS, STATUSES, BASES)
def test_answers_are_sorted_tuples_and_equal_every_time(
    day: date, status: sco.Status, basis: sco.Basis
) -> None:
    answer = members(day, status, basis)
    assert answer == members(day, status, basis)
    if answer is not None:
        assert isinstance(answer, tuple)
        assert [c.alpha_2 for c in answer] == sorted({c.alpha_2 for c in answer})


EDGES = st.dates(date(2000, 1, 1), date(2000, 3, 31)) | st.sampled_from(
    [PartialDate.parse("2000-01"), PartialDate.parse("2000-02"), PartialDate.parse("2000")]
)
PERIODS = st.tuples(EDGES, st.none() | EDGES).filter(
    lambda p: p[1] is None or last_day(p[0]) < first_day(p[1])
)


@given(st.lists(PERIODS, max_size=4), st.dates(date(1999, 12, 1), date(2000, 12, 31)), DAYS)
def test_the_timeline_answers_as_the_definition_does(
    periods: list[tuple[date | PartialDate, date | PartialDate | None]], first: date, other: date
) -> None:
    """The fast path against the rule written out."""
    first, last = min(first, other), max(first, other)
    records = list(enumerate(periods))
    line = Timeline.of(records, lambda r: r[1], lambda r: r[0])
    for one, two in ((first, first), (first, last)):
        fast = line.at(one, two)
        try:
            slow = tuple(r[0] for r in holding(records, lambda r: r[1], one, two, str))
        except sco.AmbiguousDateError:
            assert fast is None
        else:
            assert fast in (None, slow)
            if one is two:
                assert fast == slow

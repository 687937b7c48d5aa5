"""Laws of the meeting queries."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sco
from sco._inputs.dates import first_day, last_day

CODES = st.sampled_from(["CN", "RU", "KZ", "KG", "TJ", "UZ", "IN", "PK", "IR", "BY", "MN"])
DAYS = st.dates(date(1996, 1, 1), date(2026, 8, 22))
FORMAL = st.sampled_from([True, False, None])


@pytest.fixture(autouse=True)
def _no_coverage_warnings() -> Iterator[None]:
    """Pairs that were not searched are welcome here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", sco.CoverageWarning)
        yield


@given(CODES, CODES, FORMAL)
def test_meetings_between_is_symmetric(a: str, b: str, formal: bool | None) -> None:
    if a != b:
        assert sco.meetings_between(a, b, formal=formal) == sco.meetings_between(
            b, a, formal=formal
        )


@given(FORMAL, DAYS)
def test_a_period_cut_in_two_loses_and_doubles_nothing(formal: bool | None, day: date) -> None:
    whole = sco.meetings_between("RU", "CN", formal=formal)
    before = sco.meetings_between("RU", "CN", formal=formal, until=day)
    after = sco.meetings_between("RU", "CN", formal=formal, since=day)
    assert set(before) | set(after) == set(whole)
    for both in set(before) & set(after):
        assert first_day(both.start) <= day <= last_day(both.end)


@given(FORMAL)
def test_levels_and_modes_partition(formal: bool | None) -> None:
    whole = sco.meetings_between("RU", "CN", formal=formal)
    by_level = [sco.meetings_between("RU", "CN", formal=formal, level=v) for v in sco.Level]
    assert sorted(m.id for part in by_level for m in part) == sorted(m.id for m in whole)
    modes = ("in_person", "video")
    by_mode = [sco.meetings_between("RU", "CN", formal=formal, mode=v) for v in modes]
    assert sorted(m.id for part in by_mode for m in part) == sorted(m.id for m in whole)


@given(CODES, CODES)
def test_meetings_are_in_order_and_of_the_pair(a: str, b: str) -> None:
    if a == b:
        return
    found = sco.meetings_between(a, b, formal=None)
    assert all(first_day(x.start) <= first_day(y.start) for x, y in pairwise(found))
    for meeting in found:
        assert {a, b} <= {p.country.alpha_2 for p in meeting.participants}


@given(DAYS, DAYS)
def test_visits_by_visitor_and_host_are_the_intersection(one: date, two: date) -> None:
    since, until = min(one, two), max(one, two)
    by_visitor = set(sco.visits(visitor="RU", since=since, until=until))
    by_host = set(sco.visits(host="CN", since=since, until=until))
    both = set(sco.visits(visitor="RU", host="CN", since=since, until=until))
    assert both == by_visitor & by_host

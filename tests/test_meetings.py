"""Meetings and visits of Russia and China."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

import sco
from sco._inputs.dates import first_day, last_day


def test_the_first_and_the_best_known_meetings_of_xi_and_putin() -> None:
    found = sco.meetings_between(
        "RU", "CN", since="2013-03-14", until="2026-08-22", leaders=("Xi", "Putin")
    )
    days = {m.start: m for m in found}
    for day, city in [
        ("2013-03-22", "Moscow"),
        ("2014-02-06", "Sochi"),
        ("2016-06-25", "Beijing"),
        ("2017-11-10", "Da Nang"),
        ("2022-02-04", "Beijing"),
        ("2022-09-15", "Samarkand"),
        ("2023-03-20", "Moscow"),
        ("2024-05-16", "Beijing"),
        ("2024-07-03", "Astana"),
        ("2024-10-22", "Kazan"),
        ("2025-05-08", "Moscow"),
    ]:
        assert days[date.fromisoformat(day)].city == city
    assert found[0].start == date(2013, 3, 22)
    assert days[date(2022, 12, 30)].mode == "video"


def test_formal_talks_by_default_presence_on_request() -> None:
    formal = sco.meetings_between("RU", "CN", since="2013", until="2013")
    present = sco.meetings_between("RU", "CN", since="2013", until="2013", formal=False)
    both = sco.meetings_between("RU", "CN", since="2013", until="2013", formal=None)
    assert all(m.formal for m in formal)
    assert "Durban" in {m.city for m in present}
    assert not any(m.formal for m in present)
    assert set(formal) | set(present) == set(both)


def test_phone_calls_come_only_when_asked_for() -> None:
    assert not any(
        m.mode == "phone" for m in sco.meetings_between("RU", "CN", until="2026-08-22", formal=None)
    )
    calls = sco.meetings_between("RU", "CN", mode="phone", until="2026-08-22")
    assert calls
    assert {m.mode for m in calls} == {sco.Mode.PHONE}
    assert all(m.city is None and m.country is None for m in calls)


def test_the_regular_meetings_of_the_heads_of_government_are_numbered_one_to_thirty() -> None:
    regular = [
        m
        for m in sco.meetings_between("RU", "CN", level="head_of_government", until="2026-08-22")
        if m.kind == "regular"
    ]
    assert [m.number for m in regular] == list(range(1, 31))


def test_a_pair_that_was_not_searched_says_so() -> None:
    with pytest.warns(sco.CoverageWarning, match="not searched"):
        assert sco.meetings_between("RU", "DE") == ()
    with pytest.raises(sco.CoverageError):
        sco.visits(visitor="DE", host="FR", outside="raise")


def test_a_meeting_needs_two_states() -> None:
    with pytest.raises(sco.QueryError, match="both are Russia"):
        sco.meetings_between("RU", "Russia")
    with pytest.raises(sco.QueryError, match="another state"):
        sco.visits(visitor="RU", host="RUS")


@pytest.mark.parametrize("argument", ["level", "mode"])
def test_unknown_values_are_refused(argument: str) -> None:
    with pytest.raises(sco.QueryError, match=argument):
        sco.meetings_between("RU", "CN", **{argument: "informal"})  # type: ignore[arg-type]


def test_visits_by_direction_and_class() -> None:
    there = sco.visits(visitor="CN", host="RU", until="2026-08-22")
    back = sco.visits(visitor="RU", host="CN", until="2026-08-22")
    assert {v.host.alpha_2 for v in there} == {"RU"}
    assert not set(there) & set(back)
    state = sco.visits(visitor="RU", host="CN", kind="state", until="2026-08-22")
    assert date(2024, 5, 16) in {v.start for v in state}
    assert date(2018, 6, 8) in {v.start for v in state}


def test_a_meeting_on_a_visit_lies_within_it() -> None:
    visits = {v.id: v for v in sco.visits()}
    linked = [
        m
        for m in sco.meetings_between("RU", "CN", until="2026-08-22", formal=None)
        if m.visit is not None
    ]
    assert len(linked) > 50
    for meeting in linked:
        visit = visits[meeting.visit or ""]
        assert meeting.country == visit.host, meeting
        assert visit.leader in {p.person for p in meeting.participants}, meeting
        assert first_day(visit.start) <= last_day(meeting.start), meeting
        assert first_day(meeting.end) <= last_day(visit.end), meeting


@pytest.mark.parametrize(
    "question",
    [
        lambda: sco.meetings_between("IN", "PK", since="2024"),
        lambda: sco.visits(visitor="IN", host="PK"),
        lambda: sco.tally("IN", "PK", on="2024", rule="formal"),
        lambda: sco.members_as_of("2040"),
        lambda: sco.chair_as_of("2040"),
        lambda: sco.status_of("IN", "2040"),
    ],
)
def test_a_warning_points_to_the_line_that_asked(question: Callable[[], object]) -> None:
    with pytest.warns(sco.CoverageWarning) as caught:
        question()
    assert [warning.filename for warning in caught] == [__file__]

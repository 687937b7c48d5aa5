"""Announcements, tallies and coverage."""

from __future__ import annotations

import pytest

import sco


def test_every_announcement_that_was_kept_leads_to_its_event() -> None:
    events = {s.id for s in sco.summits()} | {v.id for v in sco.visits()}
    events |= {m.id for m in sco.meetings_between("RU", "CN", until="2026-08-22", formal=None)}
    for plan in sco.announcements():
        assert (plan.outcome in ("held", "changed")) == (plan.event is not None), plan
        if plan.event:
            assert plan.event in events


def test_filters_of_announcements() -> None:
    everything = set(sco.announcements())
    assert everything
    for outcome in sco.Outcome:
        assert {a.outcome for a in sco.announcements(outcome=outcome)} <= {outcome}
    assert set(sco.announcements(since="2024", until="2024")) <= everything
    with pytest.raises(sco.QueryError):
        sco.announcements(outcome="happened")


def test_published_counts_of_xi_and_putin() -> None:
    tallies = sco.tallies("RU", "CN")
    assert len(tallies) >= 50
    assert tallies == sco.tallies("CN", "RU")
    assert any(t.value == 37 and t.counts == "meetings" for t in tallies)


def test_coverage_is_a_statement_for_every_year_of_the_pair() -> None:
    for year in range(2013, 2027):
        rows = sco.coverage("RU", "CN", table="meetings", year=year)
        assert any(row.level == "head_of_state" for row in rows), year
        assert all(row.method for row in rows)


def test_a_table_that_does_not_exist_is_refused() -> None:
    with pytest.raises(sco.QueryError, match="table must be one of"):
        sco.coverage(table="metings")


def test_nothing_that_was_not_searched_is_called_complete() -> None:
    assert sco.coverage("RU", "DE", table="meetings") == ()

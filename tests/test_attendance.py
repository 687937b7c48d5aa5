"""Co-attendance: both there, and no talk invented."""

from __future__ import annotations

from itertools import combinations

import pytest

import sco

pytestmark = pytest.mark.filterwarnings("ignore::sco.CoverageWarning")


def test_both_present_at_a_summit_is_listed_and_is_no_talk() -> None:
    assert sco.meetings_between("KZ", "UZ") == ()
    found = {m.summit: m for m in sco.meetings_between("KZ", "UZ", formal=False)}
    astana = found["CHS-24"]
    assert [p.person.name for p in astana.participants] == [
        "Kassym-Jomart Tokayev",
        "Shavkat Mirziyoyev",
    ]
    assert (astana.formal, astana.kind, astana.level) == (False, "co_attendance", "head_of_state")
    assert astana.sources


def test_the_supreme_organ_that_a_state_sends_counts() -> None:
    found = {m.summit: m for m in sco.meetings_between("IN", "PK", formal=False)}
    assert found["CHS-18"].level == "head_of_state"
    assert found["CHS-23"].mode == "video"


def test_ministers_are_no_leaders() -> None:
    """Modi did not come to Astana in 2024."""
    assert "CHS-24" not in {m.summit for m in sco.meetings_between("IN", "PK", formal=False)}


def test_a_summit_at_which_they_talked_is_not_listed_again() -> None:
    talks = {m.summit for m in sco.meetings_between("RU", "CN") if m.summit}
    rows = sco.meetings_between("RU", "CN", formal=False)
    present = {m.summit for m in rows if m.summit and m.id.endswith(m.summit)}
    assert "CHS-24" in talks
    assert not talks & present


def test_ids_are_unique_over_all_pairs() -> None:
    members = [c.alpha_2 for c in sco.members_as_of("2026-08-01")]
    ids = [
        m.id
        for a, b in combinations(members, 2)
        for m in sco.meetings_between(a, b, formal=False)
        if m.note and m.note.startswith("Derived")
    ]
    assert len(ids) == len(set(ids)) > 500

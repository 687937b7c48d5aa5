"""Who had which status: the facts, and the two bases."""

from __future__ import annotations

import warnings
from datetime import date, datetime

import pytest

import sco

SIX = ["CN", "KG", "KZ", "RU", "TJ", "UZ"]


def codes(countries: tuple[sco.Country, ...]) -> list[str]:
    return [country.alpha_2 for country in countries]


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        ("1995-12-31", []),
        ("2001-06-14", []),
        ("2001-06-15", SIX),
        ("2017-06-08", SIX),
        ("2017-06-09", sorted([*SIX, "IN", "PK"])),
        ("2023-07-04", sorted([*SIX, "IN", "PK", "IR"])),
        ("2024-07-03", sorted([*SIX, "IN", "PK", "IR"])),
        ("2024-07-04", sorted([*SIX, "IN", "PK", "IR", "BY"])),
    ],
)
def test_members_on_the_days_that_matter(day: str, wanted: list[str]) -> None:
    assert codes(sco.members_as_of(day)) == wanted
    assert codes(sco.members_as_of(date.fromisoformat(day))) == wanted
    assert codes(sco.members_as_of(datetime.fromisoformat(day))) == wanted


def test_the_shanghai_five_is_not_the_organisation() -> None:
    assert codes(sco.members_as_of("2000")) == []
    assert codes(sco.members_as_of("2000", status="shanghai_five")) == [
        "CN",
        "KG",
        "KZ",
        "RU",
        "TJ",
    ]


def test_a_period_without_a_change_is_answered() -> None:
    assert codes(sco.members_as_of("2016")) == SIX
    assert codes(sco.members_as_of("2017-05")) == SIX


def test_a_period_with_a_change_names_the_day() -> None:
    with pytest.raises(sco.AmbiguousDateError, match="9 June 2017") as caught:
        sco.members_as_of("2017")
    assert caught.value.days == (date(2017, 6, 9),)
    with pytest.raises(sco.AmbiguousDateError, match=r"India.*observer.*ended.*2017-06-09"):
        sco.status_of("India", "2017-06")


def test_an_unknown_day_of_a_change_is_not_guessed() -> None:
    assert sco.status_of("LK", "2010-04-30") is None
    assert sco.status_of("LK", "2010-06-01") is sco.Status.DIALOGUE_PARTNER
    with pytest.raises(sco.AmbiguousDateError, match="unknown day between 1 May 2010"):
        sco.status_of("LK", "2010-05-10")
    with pytest.raises(sco.AmbiguousDateError, match="Sri Lanka"):
        sco.members_as_of("2010-05-10", status="dialogue_partner")


def test_the_two_bases_differ_between_decision_and_signature() -> None:
    assert sco.status_of("TR", "2012-12-31", basis="decision") is sco.Status.DIALOGUE_PARTNER
    assert sco.status_of("TR", "2012-12-31") is None
    assert sco.status_of("TR", "2013-04-26") is sco.Status.DIALOGUE_PARTNER


def test_the_partner_status_was_decided_and_is_not_known_to_be_in_force() -> None:
    day = "2026-01-01"
    assert sco.members_as_of(day, status="partner") == ()
    assert codes(sco.members_as_of(day, status="observer")) == ["AF", "MN"]
    decided = codes(sco.members_as_of(day, status="partner", basis="decision"))
    assert len(decided) == 17
    assert {"AF", "MN", "LA", "TR"} <= set(decided)
    assert sco.members_as_of(day, status="observer", basis="decision") == ()
    afghan = sco.episodes("AF", status="partner")[0]
    assert (afghan.start, afghan.decided) == (None, date(2025, 9, 1))
    assert {a.field for a in afghan.alternatives} >= {"start"}


def test_members_in_a_year_by_each_rule() -> None:
    assert len(sco.members_in(2017)) == 8
    assert len(sco.members_in(2017, rule="start")) == 6
    assert len(sco.members_in(2017, rule="end")) == 8
    assert len(sco.members_in(2017, rule="throughout")) == 6
    assert codes(sco.members_in(2001, rule="start")) == []
    assert codes(sco.members_in(2010, status="observer")) == ["IN", "IR", "MN", "PK"]
    assert "LK" in codes(sco.members_in(2010, status="dialogue_partner"))
    assert "LK" not in codes(sco.members_in(2010, rule="throughout", status="dialogue_partner"))


def test_changes_of_a_year() -> None:
    assert [(c.country.alpha_2, c.before, c.after) for c in sco.changes("2024", "2024")] == [
        ("BY", "observer", "member")
    ]
    founding = sco.changes("2001-06-15", "2001-06-15")
    assert [(c.country.alpha_2, c.before) for c in founding] == [
        ("CN", "shanghai_five"),
        ("KG", "shanghai_five"),
        ("KZ", "shanghai_five"),
        ("RU", "shanghai_five"),
        ("TJ", "shanghai_five"),
        ("UZ", None),
    ]


def test_every_episode_has_both_dates_or_says_why_not() -> None:
    for episode in sco.episodes():
        assert len(set(episode.sources)) >= 2, episode
        if episode.decided is None or episode.start is None:
            assert episode.note, episode


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"status": "membr"}, "status must be one of 'shanghai_five', 'member'"),
        ({"basis": "ratified"}, "basis must be one of 'in_force', 'decision'"),
        ({"outside": "ignore"}, "outside must be"),
    ],
)
def test_a_question_not_understood_is_refused(arguments: dict[str, str], words: str) -> None:
    with pytest.raises(sco.QueryError, match=words):
        sco.members_as_of("2020-01-01", **arguments)  # type: ignore[arg-type]


@pytest.mark.parametrize("year", ["2017", 0, 10_000, True, 2017.0])
def test_a_year_is_a_whole_number(year: int) -> None:
    with pytest.raises(sco.InvalidDateError):
        sco.members_in(year)


def test_a_rule_not_known_is_refused() -> None:
    with pytest.raises(sco.QueryError, match="rule must be"):
        sco.members_in(2017, rule="most")  # type: ignore[arg-type]


def test_past_the_last_day_checked_one_warning_names_it() -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert len(sco.members_as_of("2100-01-01")) == 10
    assert [w.category for w in caught] == [sco.CoverageWarning]
    assert "2026" in str(caught[0].message)
    assert caught[0].filename == __file__
    with pytest.raises(sco.CoverageError):
        sco.members_as_of("2100-01-01", outside="raise")


def test_within_what_was_checked_there_is_no_warning() -> None:
    assert len(sco.members_as_of("2026-08-01", outside="raise")) == 10

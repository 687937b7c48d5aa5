"""Who was in office."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import sco


@pytest.mark.parametrize(
    ("country", "day", "role", "name"),
    [
        ("RU", "1996-07-01", "head_of_state", "Boris Yeltsin"),
        ("RU", "1999-12-31", "head_of_state", "Vladimir Putin"),
        ("RU", "2008-05-06", "head_of_state", "Vladimir Putin"),
        ("RU", "2008-05-07", "head_of_state", "Dmitry Medvedev"),
        ("RU", "2010", "head_of_government", "Vladimir Putin"),
        ("RU", "2021", "head_of_government", "Mikhail Mishustin"),
        ("CN", "2000", "head_of_state", "Jiang Zemin"),
        ("CN", "2010", "head_of_state", "Hu Jintao"),
        ("CN", "2026-08-01", "head_of_state", "Xi Jinping"),
        ("CN", "2000", "head_of_government", "Zhu Rongji"),
        ("CN", "2024", "head_of_government", "Li Qiang"),
    ],
)
def test_in_office(country: str, day: str, role: str, name: str) -> None:
    assert [t.person.name for t in sco.leaders(country, day, role=role)] == [name]


@pytest.mark.parametrize("country", ["RU", "CN"])
@pytest.mark.parametrize("role", sco.Role)
def test_no_day_since_1996_is_without_a_leader(country: str, role: sco.Role) -> None:
    day = date(1996, 1, 1)
    while day < date(2026, 8, 22):
        assert sco.leaders(country, day, role=role), (country, role, day)
        day += timedelta(days=1)


def test_a_year_of_a_handover_is_ambiguous() -> None:
    with pytest.raises(sco.AmbiguousDateError, match="Vladimir Putin, President, ended"):
        sco.leaders("RU", "2008", role="head_of_state")


@pytest.mark.filterwarnings("ignore::sco.CoverageWarning")
def test_whoever_chaired_was_in_office() -> None:
    """India's vice-president chaired the heads of government in 2020: their chairs may differ."""
    for summit in sco.summits(body="CHS"):
        if summit.chair and summit.chair_country and summit.session_day:
            held = sco.leaders(summit.chair_country, summit.session_day)
            assert summit.chair in {t.person for t in held}, summit


@pytest.mark.parametrize("name", ["Xi Jinping", "xi jinping", "Xi", "xi-jinping", "习近平"])
def test_a_leader_is_known_by_each_name(name: str) -> None:
    found = sco.visits(leader=name, host="RU", since="2023", until="2023")
    assert [v.leader.id for v in found] == ["xi-jinping"]


@pytest.mark.parametrize("name", ["Xi Jinpin", "", "Nobody"])
def test_an_unknown_leader_is_an_error(name: str) -> None:
    with pytest.raises(sco.UnknownPersonError):
        sco.visits(leader=name)


def test_a_family_name_of_more_than_one_is_an_error() -> None:
    with pytest.raises(sco.UnknownPersonError, match="more than one"):
        sco.visits(leader="Sharif")

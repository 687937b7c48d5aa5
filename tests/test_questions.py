"""Questions of any user, each in one call: records by id, meetings of anybody, days, people."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sco
from sco.records.happenings import HappeningKind


@pytest.fixture(autouse=True)
def _partly_searched() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", sco.CoverageWarning)
        yield


@pytest.mark.parametrize(
    ("id", "kind"),
    [
        ("CHS-24", sco.Summit),
        ("chs24", sco.Summit),
        ("CN-RU-2024-05-16", sco.Meeting),
        ("cn-ru-2024-05-16", sco.Meeting),
        ("RU-to-CN-2024-05-16", sco.Visit),
        ("CN-RU-2021-12-15-a", sco.Tally),
        ("CN-RU-CHS-11", sco.Meeting),
        ("BRICS-15", sco.Event),
        ("IN-member", sco.Episode),
        ("xi-jinping", sco.Person),
        ("summits-CHS", sco.Coverage),
    ],
)
def test_a_record_of_any_kind_is_found_by_its_id(id: str, kind: type) -> None:
    found: Any = sco.record(id)
    name = found.id
    assert type(found) is kind
    assert name.casefold().replace("-", "") == id.casefold().replace("-", "")


def test_every_id_of_the_tables_leads_to_its_record() -> None:
    everything: tuple[Any, ...] = (
        *sco.summits(),
        *sco.episodes(),
        *sco.steps(),
        *sco.officers(),
        *sco.announcements(),
        *sco.visits(),
        *sco.meetings()[::9],
    )
    assert [sco.record(one.id) for one in everything] == list(everything)


def test_an_id_of_two_tables_is_asked_back() -> None:
    with pytest.raises(sco.QueryError, match="meetings and tallies: say which by table="):
        sco.record("CN-RU-2022-09-15-b")
    assert isinstance(sco.record("CN-RU-2022-09-15-b", table="tallies"), sco.Tally)
    assert isinstance(sco.record("CN-RU-2022-09-15-b", table="meetings"), sco.Meeting)


@pytest.mark.parametrize("id", ["CHS-99", "CN-CN-2024", "", "nothing", "CN-RU-2024-05-17"])
def test_an_id_of_nothing_is_an_error(id: str) -> None:
    with pytest.raises(sco.UnknownRecordError):
        sco.record(id)


def test_an_unknown_id_names_what_is_spelled_alike() -> None:
    with pytest.raises(sco.UnknownRecordError, match="CN-RU-2024-05-16"):
        sco.record("CN-RU-2024-05-15")


def test_a_city_is_found_under_every_name_it_had() -> None:
    found = sco.meetings(city="Astana")
    assert found == sco.meetings(city="Nur-Sultan") == sco.meetings(city="nur-sultan")
    assert {meeting.city for meeting in found} == {"Astana", "Nur-Sultan"}


def test_an_occasion_is_found_by_the_summits_id_or_by_words() -> None:
    at_summit = sco.meetings(occasion="CHS-24", formal=None)
    assert {m.summit for m in at_summit} == {"CHS-24"}
    assert len(at_summit) > 10
    forums = sco.meetings(occasion="belt and road forum")
    assert forums
    assert all("belt and road forum" in (m.occasion or "").casefold() for m in forums)


PAIRS = st.sampled_from([("RU", "CN"), ("KZ", "CN"), ("IN", "RU")])


@given(PAIRS, st.sampled_from([True, False, None]), st.integers(2001, 2025))
def test_meetings_between_is_a_special_case(
    pair: tuple[str, str], formal: bool | None, year: int
) -> None:
    one, two = pair
    of_pair = sco.meetings_between(*pair, since=str(year), until=str(year), formal=formal)
    of_one = sco.meetings(country=one, since=str(year), until=str(year), formal=formal)
    assert set(of_pair) == {
        m for m in of_one if {one, two} <= {p.country.alpha_2 for p in m.participants}
    }


@given(st.dates(date(2001, 1, 1), date(2026, 8, 31)))
def test_a_day_is_a_part_of_its_month(day: date) -> None:
    of_day, of_month = sco.on(day), sco.on(f"{day:%Y-%m}")
    assert set(of_day) <= set(of_month)
    starts = [h.start if isinstance(h.start, date) else h.start.earliest for h in of_month]
    assert starts == sorted(starts)


def test_what_happened_is_of_every_kind() -> None:
    assert {one.kind for one in sco.events()} == set(HappeningKind)


def test_what_is_still_expected_stands_on_its_day() -> None:
    plans = [one for one in sco.events() if one.kind is HappeningKind.EXPECTED]
    assert {one.record for one in plans} == {
        plan for plan in sco.announcements(outcome="pending") if plan.expected
    }


def test_terms_over_time_reach_into_the_period_and_no_others() -> None:
    terms = sco.leaders("KZ", role="head_of_state", since="2019-03-20", until="2026")
    assert [t.person.id for t in terms] == ["kassym-jomart-tokayev"]
    terms = sco.leaders("KZ", role="head_of_state", since="2019-03-19", until="2026")
    assert [t.person.id for t in terms] == ["nursultan-nazarbayev", "kassym-jomart-tokayev"]
    with pytest.raises(sco.QueryError, match="one of the two"):
        sco.leaders("KZ", "2019", since="2018")


@pytest.mark.parametrize(
    "name",
    ["Putin", "V. Putin", "v putin", "President Putin", "Президент Путин", "В. Путин", "Путин"],
)
def test_a_leader_is_found_under_what_the_press_writes(name: str) -> None:
    assert sco.person(name).id == "vladimir-putin"


def test_nobody_is_found_by_likeness_but_named_in_the_error() -> None:
    with pytest.raises(sco.UnknownPersonError, match="did you mean 'Vladimir Putin'"):
        sco.person("Vladimir Puttin")
    with pytest.raises(sco.UnknownPersonError, match="named by text"):
        sco.person(7)  # type: ignore[arg-type]


def test_people_of_a_day() -> None:
    assert [p.name for p in sco.people(country="RU", on="2010-01-01")] == [
        "Dmitry Medvedev",
        "Vladimir Putin",
    ]
    assert set(sco.people(role="head_of_state")) < set(sco.people())

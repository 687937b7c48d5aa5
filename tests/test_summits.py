"""Which summits took place, and who chaired."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import sco
from sco._inputs.dates import first_day

# The edition's statuses are known to this day: the members of a later session are those of it.
STATUSES_CHECKED = date(2026, 8, 31)


def test_the_series_are_numbered_without_a_gap() -> None:
    for body, count in (("S5", 5), ("CHS", 26), ("CHG", 25)):
        assert [s.ordinal for s in sco.summits(body=body)] == list(range(1, count + 1))


def test_the_council_of_heads_of_state_meets_once_a_year() -> None:
    years = [first_day(sco.summit(f"CHS-{n}").start).year for n in range(1, 27)]
    assert years == list(range(2001, 2027))


def test_what_no_page_reports_as_held_is_scheduled() -> None:
    assert {s.id for s in sco.summits() if s.scheduled} == {"CHG-25"}
    assert all(s.session_day is None for s in sco.summits() if s.scheduled)


@pytest.mark.parametrize(
    ("id", "session", "host", "city", "format"),
    [
        ("CHS-1", "2001-06-15", "CN", "Shanghai", "in_person"),
        ("CHS-17", "2017-06-09", "KZ", "Astana", "in_person"),
        ("CHS-18", "2018-06-10", "CN", "Qingdao", "in_person"),
        ("CHS-20", "2020-11-10", "RU", None, "video"),
        ("CHS-21", "2021-09-17", "TJ", "Dushanbe", "hybrid"),
        ("CHS-22", "2022-09-16", "UZ", "Samarkand", "in_person"),
        ("CHS-23", "2023-07-04", "IN", None, "video"),
        ("CHS-24", "2024-07-04", "KZ", "Astana", "in_person"),
        ("CHS-25", "2025-09-01", "CN", "Tianjin", "in_person"),
        ("CHS-26", "2026-09-01", "KG", "Bishkek", "in_person"),
    ],
)
def test_known_summits(id: str, session: str, host: str, city: str | None, format: str) -> None:
    summit = sco.summit(id)
    assert summit.session_day == date.fromisoformat(session)
    assert (summit.host.alpha_2, summit.city) == (host, city)
    assert summit.format == format
    assert len(set(summit.sources)) >= 2


def test_filters_agree_with_each_other() -> None:
    assert sco.summits(year=2017) == sco.summits(since="2017", until="2017")
    assert {s.host.alpha_2 for s in sco.summits(host="Kazakhstan")} == {"KZ"}
    assert set(sco.summits(body="CHS")) | set(sco.summits(body="CHG")) | set(
        sco.summits(body="S5")
    ) == set(sco.summits())


def test_the_chair_changes_on_the_day_after_the_session() -> None:
    for number in range(1, 25):
        held, following = sco.summit(f"CHS-{number}"), sco.summit(f"CHS-{number + 1}")
        assert held.session_day is not None
        assert sco.chair_as_of(held.session_day) == (held.chair_country or held.host)
        day_after = held.session_day + timedelta(days=1)
        assert sco.chair_as_of(day_after) == (following.chair_country or following.host)


def test_no_day_since_the_foundation_is_without_a_chair() -> None:
    assert sco.chair_as_of("2001-06-13") is None
    day = date(2001, 6, 15)
    while day < date(2026, 8, 1):
        assert sco.chair_as_of(day) is not None
        day += timedelta(days=29)


def test_a_year_with_a_handover_is_ambiguous() -> None:
    with pytest.raises(sco.AmbiguousDateError, match="the chair of Kazakhstan ended"):
        sco.chair_as_of("2024")


def test_delegates_of_a_summit() -> None:
    came = {d.country.alpha_2: d for d in sco.summit("CHS-24").delegates if d.head}
    assert came["RU"].person.name == "Vladimir Putin"
    assert came["IN"].person.name != "Narendra Modi"
    assert {"CN", "KZ", "KG", "TJ", "UZ", "PK", "IR", "BY"} <= came.keys()


def test_members_delegations_are_complete_or_coverage_names_who_is_missing() -> None:
    rows = {row.id: row for row in sco.coverage(table="delegates")}
    for summit in sco.summits():
        if summit.scheduled:
            continue
        row = rows[f"delegates-{summit.id}"]
        status = "shanghai_five" if summit.body == "S5" else "member"
        day = summit.session_day or summit.end
        wanted = (
            {c.alpha_2 for c in sco.members_as_of(min(day, STATUSES_CHECKED), status=status)}
            if isinstance(day, date)
            else set()
        )
        named = {d.country.alpha_2 for d in summit.delegates}
        for code in wanted - named:
            assert row.extent == "partial", summit
            assert code in (row.missing or ""), (summit, code)
        assert (row.extent == "complete") <= (wanted <= named), summit


@pytest.mark.parametrize("id", ["CHS-99", "", "Astana"])
def test_an_unknown_summit_is_an_error(id: str) -> None:
    with pytest.raises(sco.UnknownRecordError):
        sco.summit(id)


def test_an_unknown_body_is_an_error() -> None:
    with pytest.raises(sco.QueryError, match="'CHS', 'CHG', 'S5'"):
        sco.summits(body="CFM")

"""Five news reports, claim by claim (the story is in docs/news-claims.md)."""

from __future__ import annotations

from datetime import date

import pytest

import sco

BOTH = ("Vladimir Putin", "Xi Jinping")


def codes(countries: tuple[sco.Country, ...]) -> set[str]:
    return {country.alpha_2 for country in countries}


class TestReportOfMarch2018:
    def test_the_eight_members(self) -> None:
        named = {"CN", "RU", "KZ", "KG", "TJ", "UZ", "IN", "PK"}
        assert codes(sco.members_as_of("2018-03")) == named

    def test_a_summit_is_set_for_qingdao_in_june(self) -> None:
        (summit,) = sco.summits(body="CHS", year=2018)
        assert (summit.city, summit.session_day) == ("Qingdao", date(2018, 6, 10))
        plans = sco.announcements(subject="summit", since="2018-02", until="2018-05")
        assert {plan.event for plan in plans} == {summit.id}

    def test_putin_will_pay_a_state_visit_around_it(self) -> None:
        (plan,) = sco.announcements(country="RU", subject="visit", since="2018-03", until="2018-03")
        (visit,) = sco.visits(visitor="RU", host="CN", since="2018-06", until="2018-06")
        assert (visit.id, visit.kind, visit.leader.name) == (plan.event, "state", "Vladimir Putin")

    def test_xi_visited_russia_in_2017(self) -> None:
        (visit,) = sco.visits(visitor="CN", host="RU", leader="Xi", since="2017", until="2017")
        assert visit.start == date(2017, 7, 3)

    def test_both_met_at_apec_in_november_2017(self) -> None:
        (meeting,) = sco.meetings_between(
            "RU", "CN", since="2017-11", until="2017-11", leaders=BOTH
        )
        assert (meeting.city, meeting.formal) == ("Da Nang", True)

    def test_putin_was_in_beijing_on_25_june_2016(self) -> None:
        (visit,) = sco.visits(visitor="RU", host="CN", since="2016-06-25", until="2016-06-25")
        assert "Beijing" in visit.cities


class TestReportOfSeptember2022:
    def test_a_summit_in_samarkand_on_15_and_16_september(self) -> None:
        summit = sco.summit("CHS-22")
        assert (summit.city, summit.start, summit.end) == (
            "Samarkand",
            date(2022, 9, 15),
            date(2022, 9, 16),
        )

    def test_the_first_meeting_in_person_since_the_war_began(self) -> None:
        after = sco.meetings_between("RU", "CN", since="2022-02-24", mode="in_person", leaders=BOTH)
        before = sco.meetings_between(
            "RU", "CN", until="2022-02-23", mode="in_person", leaders=BOTH
        )
        assert (after[0].start, after[0].city) == (date(2022, 9, 15), "Samarkand")
        assert (before[-1].start, before[-1].city) == (date(2022, 2, 4), "Beijing")

    def test_the_first_fully_in_person_summit_since_the_pandemic(self) -> None:
        held = sco.summits(body="CHS", since="2020", until="2022")
        assert [s.format for s in held] == ["video", "hybrid", "in_person"]

    def test_the_first_trip_abroad_of_xi_since_the_pandemic_began(self) -> None:
        with pytest.warns(sco.CoverageWarning, match="KZ, PK, RU, TJ, UZ alone"):
            trips = sco.visits(leader="Xi Jinping", since="2020", until="2022-09")
        assert [t.host.alpha_2 for t in trips] == ["KZ", "UZ"]

    def test_the_preview_turned_into_the_meeting(self) -> None:
        plans = sco.announcements(subject="meeting", since="2022-09-07", until="2022-09-08")
        assert {plan.event for plan in plans} == {"CN-RU-2022-09-15"}


class TestReportOfApril2024:
    def test_putin_will_visit_china_in_may(self) -> None:
        plans = sco.announcements(country="RU", since="2024-04-25", until="2024-04-26")
        assert {(plan.outcome, plan.event) for plan in plans} == {("held", "RU-to-CN-2024-05-16")}

    def test_his_last_visit_was_in_october_2023(self) -> None:
        last = sco.visits(visitor="RU", host="CN", leader="Putin", until="2024-04-26")[-1]
        assert isinstance(last.start, date)
        assert (last.start.year, last.start.month) == (2023, 10)

    def test_moscow_in_march_2023_was_not_the_first_trip_since_the_pandemic(self) -> None:
        with pytest.warns(sco.CoverageWarning, match="KZ, PK, RU, TJ, UZ alone"):
            trips = sco.visits(leader="Xi Jinping", since="2020", until="2023-03")
        assert trips[-1].id == "CN-to-RU-2023-03-20"
        assert len(trips) > 1

    @pytest.mark.parametrize(
        ("rule", "count"),
        [("formal_in_person", 35), ("formal", 38), ("cumulative", 42), ("present", 79)],
    )
    def test_more_than_40_meetings_is_true_under_one_rule_for_talks(
        self, rule: str, count: int
    ) -> None:
        given = sco.tally("RU", "CN", on="2024-04-26", rule=rule, leaders=BOTH, since="2013-03-14")
        assert given == count


class TestReportOfMay2024:
    def test_the_next_meeting_is_expected_in_july_in_astana(self) -> None:
        (plan,) = sco.announcements(subject="meeting", since="2024-05-21", until="2024-05-21")
        assert (str(plan.expected), plan.event) == ("2024-07", "CN-RU-2024-07-03")

    def test_the_second_in_about_two_months(self) -> None:
        found = sco.meetings_between(
            "RU", "CN", since="2024-05-16", until="2024-07-04", leaders=BOTH
        )
        assert [m.city for m in found] == ["Beijing", "Astana"]

    def test_india_and_pakistan_in_2017_and_iran_in_2023(self) -> None:
        joined = {
            c.country.alpha_2: c.date for c in sco.changes("2017", "2023") if c.after == "member"
        }
        assert joined == {
            "IN": date(2017, 6, 9),
            "PK": date(2017, 6, 9),
            "IR": date(2023, 7, 4),
        }

    def test_the_second_visit_to_beijing_in_just_over_six_months(self) -> None:
        one, two = sco.visits(
            visitor="RU", host="CN", leader="Putin", since="2023-10", until="2024-05"
        )
        assert "Beijing" in one.cities
        assert "Beijing" in two.cities
        assert isinstance(one.start, date)
        assert isinstance(two.start, date)
        assert 183 < (two.start - one.start).days < 215

    def test_china_and_russia_are_two_of_six_founding_members(self) -> None:
        founders = codes(sco.members_as_of("2001-06-15"))
        assert founders > {"CN", "RU"}
        assert len(founders) == 6


class TestReportOfJuly2024:
    def test_the_24th_meeting_in_astana_on_3_and_4_july(self) -> None:
        summit = sco.summit("CHS-24")
        assert (summit.ordinal, summit.city) == (24, "Astana")
        assert (summit.start, summit.end) == (date(2024, 7, 3), date(2024, 7, 4))

    def test_nine_members_that_day_and_ten_on_the_fourth(self) -> None:
        assert len(sco.members_as_of("2024-07-01")) == 9
        assert codes(sco.members_as_of("2024-07-04")) - codes(sco.members_as_of("2024-07-03")) == {
            "BY"
        }

    def test_putin_and_xi_both_came_having_last_met_in_may(self) -> None:
        came = {d.person.name for d in sco.summit("CHS-24").delegates if d.mode == "in_person"}
        assert came >= set(BOTH)
        last = sco.meetings_between("RU", "CN", until="2024-07-01", leaders=BOTH)[-1]
        assert last.start == date(2024, 5, 16)

    def test_xi_visited_kazakhstan_and_went_on_to_tajikistan(self) -> None:
        with pytest.warns(sco.CoverageWarning, match="KZ, PK, RU, TJ, UZ alone"):
            trips = sco.visits(leader="Xi", since="2024-07", until="2024-07")
        assert [t.host.alpha_2 for t in trips] == ["KZ", "TJ"]

    def test_the_council_meets_once_a_year(self) -> None:
        held = sco.summits(body="CHS", until="2025")
        assert [s.start.year for s in held if isinstance(s.start, date)] == list(range(2001, 2026))


def test_every_preview_of_the_reports_is_an_announcement_with_its_event() -> None:
    events = {plan.event for plan in sco.announcements(outcome="held")}
    assert events >= {
        "CHS-18",
        "RU-to-CN-2018-06-08",
        "CN-RU-2022-09-15",
        "RU-to-CN-2024-05-16",
        "CN-RU-2024-07-03",
        "CHS-24",
        "CN-to-KZ-2024-07-02",
        "CN-to-TJ-2024-07-04",
    }

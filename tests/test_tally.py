"""Counts by rule, and their reconciliation with published counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sco
from sco._queries.rules import MEETING_RULES, VISIT_RULES

BOTH = ("Xi Jinping", "Vladimir Putin")
INCLUDED = sco.edition(sco.DATA_VERSION).records.inclusions(("CN", "RU"))
FOUND = {r.tally.id: r for r in sco.reconcile("RU", "CN")}


@pytest.mark.parametrize(
    ("on", "rule", "count"),
    [
        ("2017-07-04", "formal_in_person", 21),
        ("2018-06-08", "formal_in_person", 24),
        ("2019-06-05", "formal_in_person", 29),
        ("2014-05-20", "cumulative", 7),
        ("2015-05-07", "cumulative", 10),
        ("2017-07-02", "cumulative", 22),
        ("2019-06-04", "cumulative", 30),
        ("2021-12-15", "cumulative", 37),
        ("2022-02-04", "cumulative", 38),
        ("2023-03-19", "cumulative", 40),
        ("2023-10-18", "cumulative", 42),
        ("2024-10-21", "cumulative", 44),
    ],
)
def test_numbers_that_officials_and_agencies_gave(on: str, rule: str, count: int) -> None:
    assert sco.tally("RU", "CN", on=on, rule=rule, leaders=BOTH) == count


def test_visits_by_one_side() -> None:
    """Xi's 11th visit to Russia (May 2025); Putin's 25th to China (May 2026), as Xi counted."""
    assert sco.tally("CN", "RU", on="2025-05-10", rule="visits", leaders=["Xi"]) == 11
    assert sco.tally("RU", "CN", on="2026-05-20", rule="visits", leaders=["Putin"]) == 25
    as_president = sco.tally(
        "RU", "CN", on="2026-05-20", rule="visits_as_head_of_state", leaders=["Putin"]
    )
    assert as_president == 22


@pytest.mark.parametrize(("on", "count"), [("2002-12-03", 2), ("2004-10-16", 3), ("2008-05-07", 4)])
def test_visits_for_the_other_state_itself(on: str, count: int) -> None:
    """Yonhap's two (2002), the Pacific Forum's third (2004), AFP's four as president."""
    given = sco.tally("RU", "CN", on=on, rule="bilateral_visits", leaders=["Putin"])
    assert given == count


def test_exchanges_are_talks_and_calls() -> None:
    """On 28 February 2025 Xi counted two exchanges of the year: by video and by telephone."""
    both = [("formal", 1), ("phone_calls", 1), ("exchanges", 2)]
    for rule, count in both:
        given = sco.tally("RU", "CN", since="2025", on="2025-02-28", rule=rule, leaders=BOTH)
        assert given == count, rule


def test_the_number_of_one_to_come_can_be_said_on_the_day_of_another() -> None:
    """Medvedev spoke of the 21st regular meeting on the day of the 20th."""
    found = FOUND["CN-RU-2015-12-17-b"]
    assert (found.tally.point, found.value, found.closed_by) == ("next", 21, ("regular_meetings",))


def test_talks_on_one_visit_count_once() -> None:
    """Moscow on 5 June 2019 and St Petersburg on the 6th are two records of one visit."""
    records = sco.meetings_between("RU", "CN", since="2019-06-05", until="2019-06-06", leaders=BOTH)
    assert [m.city for m in records] == ["Moscow", "St Petersburg"]
    counted = sco.tally(
        "RU", "CN", since="2019-06-05", on="2019-06-06", rule="formal", leaders=BOTH
    )
    assert counted == 1


def test_a_vice_president_does_not_count() -> None:
    """Xi and Putin met in March 2010, when Xi was vice-president."""
    assert sco.meetings_between("RU", "CN", until="2013-03-13", leaders=BOTH)
    assert sco.tally("RU", "CN", on="2013-03-13", rule="present", leaders=BOTH) == 0


@given(st.dates(sco.PartialDate.parse("1996").earliest, sco.PartialDate.parse("2025").latest))
def test_rules_nest_and_counts_are_symmetric(on: object) -> None:
    counts = [
        sco.tally("RU", "CN", on=str(on), rule=rule, leaders=BOTH)
        for rule in ("formal_in_person", "formal", "cumulative", "present")
    ]
    assert counts == sorted(counts)
    assert counts[2] == sco.tally("CN", "RU", on=str(on), rule="cumulative", leaders=BOTH)
    assert counts[2] - counts[1] <= len(INCLUDED)


def test_the_occasions_of_the_cumulative_rule_are_records_without_a_talk() -> None:
    present = {m.id: m for m in sco.meetings_between("RU", "CN", until="2025", formal=False)}
    assert {one.record for one in INCLUDED} <= present.keys()


def test_every_count_of_xi_and_putin_is_reproduced_or_says_why_not() -> None:
    since_2013 = [
        r
        for r in FOUND.values()
        if r.tally.counts == "meetings" and {p.name for p in r.tally.leaders} == set(BOTH)
    ]
    assert len(since_2013) >= 60
    for found in since_2013:
        assert bool(found.closed_by) != bool(found.reason), found
    open_ = {r.tally.id for r in since_2013 if not r.closed_by}
    assert open_ == {
        "CN-RU-2016-09-09-b",
        "CN-RU-2017-08-28-a",
        "CN-RU-2022-09-15-a",
        "CN-RU-2022-09-15-c",
        "CN-RU-2023-09-01-a",
    }


@pytest.mark.parametrize("id", [id for id, r in FOUND.items() if r.tally.qualifier == "exact"])
def test_an_exact_count_is_closed_by_exactly_the_rules_that_give_it(id: str) -> None:
    found = FOUND[id]
    equal = tuple(c.rule for c in found.counts if c.difference == 0)
    assert found.closed_by == (() if "the data begins" in str(found.reason) else equal)
    for count in found.counts:
        assert count.count - found.value == count.difference


def test_at_least_fifty_published_counts_are_kept() -> None:
    assert len(FOUND) >= 50
    assert all(r.sources for r in FOUND.values())


def test_all_but_a_few_close() -> None:
    """The ones that do not are listed on the documentation page with the reason."""
    open_ = [r for r in FOUND.values() if not r.closed_by]
    assert len(open_) == 32
    assert sum("the data begins" in str(r.reason) for r in open_) == 17


def test_a_count_that_begins_before_the_data_is_never_closed_by_chance() -> None:
    early = [r for r in FOUND.values() if r.tally.since and r.tally.since.year < 1996]
    assert early
    assert all(r.closed_by == () and "the data begins" in str(r.reason) for r in early)


def test_every_rule_is_documented() -> None:
    assert all(rule.__doc__ for rule in (*MEETING_RULES.values(), *VISIT_RULES.values()))


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(sco.QueryError, match="rule must be one of formal_in_person"):
        sco.tally("RU", "CN", on="2024", rule="all")

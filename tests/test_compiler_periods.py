"""The compiler cannot be fooled: periods and days of publication that cannot be."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.small_edition import (
    COVERAGE,
    PLANS,
    TENURES,
    VISITS,
    Change,
    Documents,
    check,
    gets,
    has,
    records,
)
from tests.small_records import delegations, page

PERIODS: list[tuple[str, Change, str]] = [
    (
        "coverage",
        has(COVERAGE, until=date(2024, 1, 1)),
        "until: 2024-01-01 is not after 2024-01-01",
    ),
    ("search", has(COVERAGE, until=date(2026, 11, 24)), "until: must be 2026-11-23 at most"),
    (
        "checked",
        has(COVERAGE, checked_through=date(2026, 11, 23)),
        "checked_through: 2026-11-23 is a",
    ),
    ("covers", has(COVERAGE, table="visits"), "covers: goes with the table meetings, not with vis"),
    ("level", has(COVERAGE, table="steps"), "level: goes with meetings and visits, not with steps"),
    (
        "delegations of no summit",
        lambda d: gets("coverage/other", delegations("CHS-9"))(d),
        "delegates-CHS-9: id: no summits record 'CHS-9'",
    ),
    (
        "delegations of another day",
        lambda d: gets("coverage/other", delegations("CHS-25"))(d),
        "delegates-CHS-25: since: is to until not about CHS-25",
    ),
    ("years", has("external/cow", last_year=2027), "last_year: is after 2026, the year of the ed"),
    ("year 3000000", has("external/cow", last_year=3_000_000), "last_year: must be from 0 to 9999"),
    ("year 9999", has("external/cow", last_year=9999), "last_year: is after 2026, the year of the"),
    ("year 1", has("external/cow", first_year=1, id="cow-CN-1"), "first_year: is before 1990"),
    ("year 3", has(TENURES, start=date(3, 1, 1)), "start: must be from 1900 to 2100, not 0003-01"),
    ("year 9998", has(TENURES, end=date(9998, 1, 1)), "end: must be from 1900 to 2100, not 9998"),
    (
        "other digits",
        has(TENURES, start="２０１９"),
        'must be a TOML date, or a partial date such as "',
    ),
    ("with hours", has(TENURES, start="2019-01-01 10:00/2019-01-03"), "start: must be a TOML date"),
    (
        "one day",
        has(TENURES, start="2019-03-20/2019-03-20"),
        "is not a period of more than one day",
    ),
]


CASES = [
    pytest.param(change, words, id=f"{kind}: {name}")
    for kind, cases in (("period", PERIODS),)
    for name, change, words in cases
]


@pytest.mark.parametrize(("change", "words"), CASES)
def test_what_cannot_be_true_is_a_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: Change, words: str
) -> None:
    assert check(tmp_path, change) == 1
    assert words in capsys.readouterr().err


HALF_OPEN: list[tuple[str, int, date | str, date | str, bool]] = [
    ("episodes", 1, date(2001, 6, 15), date(2001, 6, 15), False),
    ("episodes", 1, date(2001, 6, 15), date(2001, 6, 16), True),
    (TENURES, 0, date(2019, 3, 20), date(2019, 3, 20), False),
    (TENURES, 0, date(2019, 3, 20), date(2026, 11, 22), True),
    (TENURES, 0, date(2019, 3, 20), "2019-03", True),
    (TENURES, 0, "2019-03", "2019-03", True),
    (TENURES, 0, "2019-03", date(2019, 3, 1), False),
    (TENURES, 0, "2019-03", date(2019, 3, 2), True),
    ("officers", 0, date(2022, 1, 1), date(2022, 1, 1), False),
    ("officers", 0, date(2022, 1, 1), date(2022, 1, 2), True),
    (VISITS, 0, date(2024, 7, 8), date(2024, 7, 7), False),
    (VISITS, 0, date(2024, 7, 8), date(2024, 7, 8), True),  # an event's last day is included
    (VISITS, 0, date(2024, 7, 8), "2024-07", True),
    (VISITS, 0, date(2024, 7, 8), "2024-06", False),
    (VISITS, 0, "2024-07", date(2024, 7, 1), True),
    (VISITS, 0, "2024-07", date(2024, 6, 30), False),
]


@pytest.mark.parametrize(("file", "number", "start", "end", "right"), HALF_OPEN)
def test_a_half_open_period_has_a_day_and_an_event_may_have_one(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    file: str,
    number: int,
    start: date | str,
    end: date | str,
    right: bool,
) -> None:
    check(tmp_path, has(file, number, start=start, end=end))
    found = [line for line in capsys.readouterr().err.splitlines() if f": end: {end} is " in line]
    assert (found == []) is right


PAST: list[tuple[str, str, date | str, bool]] = [
    ("steps/KZ", "date", date(2026, 11, 22), True),
    ("steps/KZ", "date", date(2026, 11, 23), False),
    ("steps/KZ", "date", "2026-11", True),
    ("steps/KZ", "date", "2026-12", False),
    (TENURES, "end", "2026-11-22/2026-11-30", True),
    (PLANS, "published", date(2026, 11, 23), False),
]


@pytest.mark.parametrize(("file", "field", "day", "right"), PAST)
def test_nothing_is_told_before_it_happened(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    file: str,
    field: str,
    day: date | str,
    right: bool,
) -> None:
    check(tmp_path, lambda data: records(data, file)[0].update({field: day}))
    assert (f"{field}: {day} is after 2026-11-22" in capsys.readouterr().err) is not right


BOTH = ["in_force", "decision"]
OVERLAPS: list[tuple[dict[str, Any], dict[str, Any], list[str]]] = [
    ({"end": date(2005, 6, 10)}, {"start": date(2005, 6, 10)}, []),
    ({"end": date(2005, 6, 10)}, {"start": date(2005, 6, 9)}, BOTH),
    ({}, {"start": date(2005, 6, 9)}, BOTH),
    ({"end": "2005-06"}, {"start": "2005-06"}, []),
    ({"end": date(2005, 6, 10)}, {"start": "2005-06"}, []),
    ({"end": "2005-06"}, {"start": date(2005, 6, 1)}, []),
    ({"end": date(2005, 7, 1)}, {"start": "2005-06"}, BOTH),
    (
        {"end": date(2005, 6, 10)},
        {"start": date(2005, 6, 10), "decided": date(2005, 6, 9)},
        ["decision"],
    ),
    (
        {"end": date(2005, 6, 10), "end_decided": date(2005, 6, 9)},
        {"start": date(2005, 6, 10), "decided": date(2005, 6, 9)},
        [],
    ),
    (
        {"end": date(2005, 6, 10), "end_decided": date(2005, 6, 9)},
        {"start": date(2005, 6, 9)},
        ["in_force"],
    ),
]


@pytest.mark.parametrize(("one", "two", "bases"), OVERLAPS)
def test_a_state_has_one_status_at_a_time_on_each_basis(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    one: dict[str, Any],
    two: dict[str, Any],
    bases: list[str],
) -> None:
    def change(data: Documents) -> None:
        episodes = records(data, "episodes")
        first = {**episodes[1], "status": "observer", "id": "KZ-observer", **one}
        episodes[1] = {**episodes[1], **two}
        episodes.append(first)

    check(tmp_path, change)
    said = capsys.readouterr().err
    for basis in BOTH:
        words = f"KZ-member: start: overlaps KZ-observer (basis {basis})"
        assert (words in said) is (basis in bases)


PUBLISHED = [
    (
        date(1989, 12, 31),
        "published: cannot be 1989-12-31: pages are from 1990-01-01 to 2026-11-22",
    ),
    (date(1990, 1, 1), None),
    ("1989", "published: cannot be 1989"),
    ("1989-12/1990-01", None),
    (date(2026, 11, 22), None),
    (date(2026, 11, 23), "published: cannot be 2026-11-23"),
    ("2026-11", None),
    ("2026-12", "published: cannot be 2026-12"),
]


@pytest.mark.parametrize(("day", "words"), PUBLISHED)
def test_a_page_is_from_between_1990_and_the_day_of_the_edition(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], day: date | str, words: str | None
) -> None:
    def change(data: Documents) -> None:
        records(data, "officers")[0]["sources"] = [page("day", day)]

    assert check(tmp_path, change) == (0 if words is None else 1)
    assert (words or "") in capsys.readouterr().err


PREVIEWS: list[tuple[date | str, date | str, bool]] = [
    (date(2024, 7, 8), date(2024, 7, 6), False),
    (date(2024, 7, 8), date(2024, 7, 7), True),  # the day before, in a place further west
    (date(2024, 7, 8), "2024-06", False),
    (date(2024, 7, 8), "2024-07", True),
    (date(2024, 7, 8), "2024-07-01/2024-07-06", False),
    (date(2024, 7, 8), "2024-07-01/2024-07-07", True),
    ("2024-07", date(2024, 6, 29), False),
    ("2024-07", date(2024, 6, 30), True),
]


@pytest.mark.parametrize(("start", "day", "right"), PREVIEWS)
def test_an_event_rests_on_a_page_from_the_day_before_it_at_the_earliest(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    start: date | str,
    day: date | str,
    right: bool,
) -> None:
    def change(data: Documents) -> None:
        records(data, VISITS)[0].update(start=start, sources=[page("day", day)])

    assert check(tmp_path, change) == (0 if right else 1)
    assert ("all were published before the event" in capsys.readouterr().err) is not right

"""What looks like a fault and is none: the compiler takes it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.small_edition import (
    COVERAGE,
    DELEGATES,
    MEETINGS,
    SUMMITS,
    TALLIES,
    VISITS,
    Change,
    check,
    gets,
    has,
    records,
)
from tests.small_records import alternative, delegations, meeting, other_meeting, tally

ACCEPTED: list[tuple[str, Change]] = [
    ("nothing changed", lambda data: None),
    ("a corrected day", has(MEETINGS, 1, id="KZ-RU-2024-06-10")),
    (
        "a day corrected by more, and why",
        has(
            MEETINGS,
            1,
            id="KZ-RU-2024-02-09",
            alternatives=[alternative(value="2024-02-09")],
        ),
    ),
    (
        "two records a day apart, and why",
        gets(
            MEETINGS,
            other_meeting(distinct_from=["KZ-RU-2024-07-09"], note="At the airport."),
        ),
    ),
    ("two records two days apart", gets(MEETINGS, meeting(date(2024, 7, 11)))),
    ("a rule in the words of the source", has(TALLIES, rule="in person only")),
    ("a count of all that can be", has(TALLIES, value=1000)),
    ("a count of one day", has(TALLIES, since=date(2024, 7, 9), until=date(2024, 7, 9))),
    ("a count said on the day of the edition", gets(TALLIES, tally(date(2026, 11, 22)))),
    ("a search through the day of the edition", has(COVERAGE, until=date(2026, 11, 23))),
    (
        "visits of one leader",
        has(TALLIES, counts="visits", visitor="KZ", host="RU", leaders=["aigul-bekova"]),
    ),
    ("medium for the days of talks", has(VISITS, precision="talks", confidence="medium")),
    ("a guest with a status", has(DELEGATES, capacity="guest")),
    (
        "a plan for a month that is not past",
        lambda d: (
            has(SUMMITS, 1, start="2026-11", end="2026-11", scheduled=True)(d),
            records(d, SUMMITS)[1].pop("session_day"),
        ),
    ),
    ("delegations found", lambda d: gets("coverage/other", delegations("CHS-24"))(d)),
    (
        "a summit without its host's delegation, and why",
        lambda d: (
            records(d, DELEGATES).pop(1),
            gets("coverage/other", delegations("CHS-24") | {"extent": "partial"})(d),
        ),
    ),
]


@pytest.mark.parametrize("change", [c for _, c in ACCEPTED], ids=[name for name, _ in ACCEPTED])
def test_what_can_be_true_is_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: Change
) -> None:
    assert check(tmp_path, change) == 0, capsys.readouterr().err

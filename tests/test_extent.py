"""Coverage in a few words."""

from __future__ import annotations

from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import sco
from sco._cli._main import main
from sco._output.extent import in_short

(ROW,) = (
    r for r in sco.coverage("RU", "CN", table="visits", year=2014) if r.level == "head_of_state"
)
EXTENTS = ("not_searched", "partial", "complete")
PERIODS = st.tuples(
    st.dates(date(2001, 1, 1), date(2003, 12, 31)), st.integers(1, 700), st.sampled_from(EXTENTS)
)


def rows(*periods: tuple[date, int, str]) -> list[sco.Coverage]:
    return [
        attrs.evolve(ROW, since=a, until=a + timedelta(days=n), extent=sco.Extent(extent))
        for a, n, extent in periods
    ]


def test_periods_that_adjoin_are_one_and_years_are_years() -> None:
    found = rows(
        (date(2001, 1, 1), 365, "complete"),
        (date(2002, 1, 1), 365, "complete"),
        (date(2003, 1, 1), 59, "partial"),
        (date(2003, 3, 1), 306, "not_searched"),
    )
    (short,) = in_short(found)
    assert (short.who, short.what) == ("CN-RU", "visits (head of state)")
    assert short.extent == (
        "complete 2001 to 2002; in part 2003 to 2003-02; not searched 2003-03 to 2003"
    )


@given(st.lists(PERIODS, min_size=1, max_size=4))
def test_complete_is_said_only_of_days_that_no_statement_weakens(
    periods: list[tuple[date, int, str]],
) -> None:
    (short,) = in_short(rows(*periods))
    first = min(a for a, _, _ in periods)
    last = max(a + timedelta(days=n) for a, n, _ in periods)
    weakest = set()
    for day in (first + timedelta(days=n) for n in range((last - first).days)):
        said = [e for a, n, e in periods if a <= day < a + timedelta(days=n)]
        weakest.add(min(said, key=EXTENTS.index) if said else "not_searched")
    words = {"complete": "complete", "partial": "in part", "not_searched": "not searched"}
    said_of = {part[: part.index(" 20")] for part in short.extent.split("; ")}
    assert said_of == {words[one] for one in weakest}


def test_the_command_shows_it_before_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["coverage", "RU", "CN"]) == 0
    out = capsys.readouterr().out
    short, _, listed = out.partition("\n\n")
    assert "meetings (head of state): complete 1996 to 1998" in short
    assert max(map(len, short.splitlines())) <= 100
    assert listed.startswith("table")

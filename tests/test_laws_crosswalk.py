"""A law of the yearly statuses: they are the highest of the days."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sco._queries.yearly import highest_by_year
from sco.records.membership import Status

RANKS = ["member", "shanghai_five", "observer", "partner", "dialogue_partner"]
YEARS = range(2000, 2004)
DAYS = st.dates(date(1999, 6, 1), date(2004, 6, 30))
SPANS = st.tuples(st.sampled_from("AB"), st.sampled_from(Status), DAYS, DAYS | st.none())


@given(st.lists(SPANS.filter(lambda s: s[3] is None or s[2] < s[3]), max_size=5))
def test_a_year_has_the_highest_status_of_its_days(
    spans: list[tuple[str, Status, date, date | None]],
) -> None:
    found = highest_by_year(spans, YEARS)
    for state in "AB":
        for year in YEARS:
            held = {
                status
                for name, status, start, end in spans
                for day in (date(year, 1, 1) + timedelta(n) for n in range(365 + (year == 2000)))
                if name == state and start <= day and (end is None or day < end)
            }
            assert found.get((state, year)) == min(held, key=RANKS.index, default=None)
    assert {year for _, year in found} <= set(YEARS)

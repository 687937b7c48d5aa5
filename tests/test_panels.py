"""Panels by year, month, day and pair of states, and their description."""

from __future__ import annotations

import calendar
import warnings
from datetime import date, timedelta
from typing import Any

import pytest

import sco

pytest.importorskip("narwhals", reason="needs the extra sco[frames]")
pl = pytest.importorskip("polars")

from sco import frames, panels  # noqa: E402
from sco.panels._columns import PANELS  # noqa: E402
from sco.panels._spans import Partial  # noqa: E402

STATES = ["AE", "BY", "CN", "IN", "IR", "LK", "MN", "TR", "US", "UZ"]
WORDS = ["member", "observer", "partner", "dialogue_partner", "shanghai_five", "none"]
CODES = ["country", "alpha_3", "numeric", "name", "cow", "gw"]


def rows(frame: Any, *columns: str) -> list[tuple[Any, ...]]:
    return list(frame.select(columns).rows())


def status_on(code: str, day: date, basis: str) -> str | None:
    """By the library's own query: the status, "none", or None where it is not known."""
    try:
        found = sco.status_of(code, day, basis=basis)
    except sco.AmbiguousDateError:
        return None
    return str(found) if found else "none"


def test_codes_of_every_kind_on_every_row() -> None:
    panel = panels.country_year(engine="polars", countries=["Russia"], since=2020, until=2021)
    assert rows(panel, *CODES) == [("RU", "RUS", "643", "Russia", 365, 365)] * 2


@pytest.mark.parametrize("basis", ["in_force", "decision"])
def test_days_are_status_of_day_by_day(basis: str) -> None:
    for start in (date(1996, 4, 1), date(2001, 6, 1), date(2010, 4, 1), date(2025, 8, 20)):
        window: dict[str, Any] = {"since": start, "until": start + timedelta(days=45)}
        panel = panels.country_day(engine="polars", countries=STATES, basis=basis, **window)
        wanted = [
            (code, day, status_on(code, day, basis))
            for code in STATES
            for day in (start + timedelta(days=n) for n in range(46))
        ]
        assert rows(panel, "country", "date", "status") == wanted


@pytest.mark.parametrize("basis", ["in_force", "decision"])
def test_months_and_years_add_up_the_days(basis: str) -> None:
    days = panels.country_day(engine="polars", countries=STATES, basis=basis, until="2025")
    counted = days.group_by(
        "country", pl.col("date").dt.year().alias("year"), pl.col("date").dt.month().alias("month")
    ).agg(
        *((pl.col("status") == word).sum().cast(pl.Int64).alias(f"days_{word}") for word in WORDS),
        pl.col("status").is_null().sum().cast(pl.Int64).alias("days_unknown"),
        pl.len().cast(pl.Int64).alias("days"),
    )
    names = [*(f"days_{word}" for word in WORDS), "days_unknown", "days"]
    months = panels.country_month(
        engine="polars", countries=STATES, basis=basis, until="2025", uncovered="zero"
    )
    assert rows(months, "country", "year", "month", *names) == rows(
        counted.sort("country", "year", "month"), "country", "year", "month", *names
    )
    years = panels.country_year(
        engine="polars", countries=STATES, basis=basis, until=2025, uncovered="zero"
    )
    summed = counted.group_by("country", "year").agg(pl.col(names).sum()).sort("country", "year")
    assert rows(years, "country", "year", *names) == rows(summed, "country", "year", *names)
    assert (months["days"] == months.select(names[:-1]).sum_horizontal()).all()


def test_a_period_has_as_many_days_as_the_calendar_says() -> None:
    panel = panels.country_month(engine="polars", countries=["CN"], since="2023", until="2024")
    for year, month, days in rows(panel, "year", "month", "days"):
        assert days == calendar.monthrange(year, month)[1]


@pytest.mark.parametrize(
    ("partial", "wanted"),
    [
        ("any", ["observer", "member", "member"]),
        ("first", ["observer", "observer", "member"]),
        ("last", ["observer", "member", "member"]),
        ("exact", ["observer", None, "member"]),
    ],
)
def test_a_year_in_which_the_status_changed(partial: Partial, wanted: list[str | None]) -> None:
    panel = panels.country_year(
        engine="polars", countries=["IN"], since=2016, until=2018, partial=partial
    )
    assert panel["status"].to_list() == wanted
    assert panel["changed"].to_list() == [False, True, False]
    assert rows(panel, "days_observer", "days_member") == [(366, 0), (159, 206), (0, 365)]


@pytest.mark.parametrize("rule", ["any", "throughout", "start", "end"])
def test_members_agree_with_members_in(rule: Any) -> None:
    partial: dict[str, Partial] = {
        "any": "any",
        "throughout": "exact",
        "start": "first",
        "end": "last",
    }
    panel = panels.country_year(engine="polars", partial=partial[rule])
    for year in range(1996, 2026):
        there = panel.filter(pl.col("year") == year, pl.col("status") == "member")
        wanted = [country.alpha_2 for country in sco.members_in(year, rule=rule)]
        assert there["country"].to_list() == wanted


def test_a_day_that_is_not_known_makes_only_doubtful_cells_missing() -> None:
    # The United Arab Emirates became a dialogue partner on 5 or 6 May 2023.
    window: dict[str, Any] = {"countries": ["AE"], "since": "2023-05-05", "until": "2023-05-07"}
    panel = panels.country_day(engine="polars", **window)
    assert panel["status"].to_list() == [None, "dialogue_partner", "dialogue_partner"]
    month = panels.country_month(engine="polars", **window).row(0, named=True)
    assert (month["status"], month["changed"]) == ("dialogue_partner", True)
    assert (month["days_none"], month["days_dialogue_partner"], month["days_unknown"]) == (4, 26, 1)
    assert month["days_member"] == 0
    # Belarus: some day of April 2010, and so nothing but the end of the month is known.
    window = {"countries": ["BY"], "since": "2010-04", "until": "2010-04"}
    codings: list[tuple[Partial, str | None]]
    codings = [("first", None), ("last", "dialogue_partner"), ("exact", None)]
    for partial, wanted in codings:
        month = panels.country_month(engine="polars", partial=partial, **window).row(0, named=True)
        assert month["status"] == wanted
        assert month["days_none"] is None
        assert month["days_member"] == 0
    zero = panels.country_month(engine="polars", uncovered="zero", **window)
    assert rows(zero, "days_none", "days_dialogue_partner", "days_unknown") == [(0, 1, 29)]


def test_past_the_last_day_searched_nothing_is_known() -> None:
    assert panels.country_year(engine="polars", countries=["CN"])["year"].max() == 2025
    months = panels.country_month(engine="polars", countries=["CN"])
    assert rows(months, "year", "month")[-1] == (2026, 8)
    days = panels.country_day(engine="polars", countries=["CN"])
    assert days["date"].max() == date(2026, 8, 31)
    year = panels.country_year(engine="polars", countries=["TR"], since=2026, until=2026)
    assert rows(year, "status", "changed", "days_dialogue_partner", "days_member") == [
        (None, None, 243, None)
    ]
    day = panels.country_day(engine="polars", countries=["CN"], since="2026-09", until="2026-09-01")
    assert day["status"].to_list() == [None]


def test_before_1996_nobody_had_a_status() -> None:
    panel = panels.country_year(engine="polars", countries=["CN"], since=1990, until=1995)
    assert panel["status"].unique().to_list() == ["none"]


def began(event: sco.Meeting | sco.Visit) -> int:
    """The year of an event, of which perhaps only the month is known."""
    return event.start.year if isinstance(event.start, date) else event.start.earliest.year


def dyad(**arguments: Any) -> dict[int, dict[str, Any]]:
    panel = panels.dyad_year(engine="polars", countries=["CN", "RU"], **arguments)
    return {row["year"]: row for row in panel.to_dicts()}


def test_a_dyads_counts_are_those_of_the_queries() -> None:
    found = dyad(uncovered="zero")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", sco.CoverageWarning)
        for year, row in found.items():
            inside: dict[str, Any] = {"since": str(year), "until": str(year)}
            begun = [m for m in sco.meetings_between("CN", "RU", **inside) if began(m) == year]
            assert row["meetings"] == len(begun)
            for mode in sco.Mode:
                for level in sco.Level:
                    formal = None if mode is sco.Mode.PHONE else True
                    held = sco.meetings_between(
                        "CN", "RU", mode=mode, level=level, formal=formal, **inside
                    )
                    some = [m for m in held if began(m) == year]
                    assert row[f"{mode}_{level}"] == len(some), (year, mode, level)
            there = sco.meetings_between("CN", "RU", formal=False, **inside)
            assert row["co_attendance"] == len([m for m in there if began(m) == year])
            both_ways = [
                visit
                for a, b in (("CN", "RU"), ("RU", "CN"))
                for visit in sco.visits(visitor=a, host=b, **inside)
                if began(visit) == year
            ]
            assert row["visits"] == len(both_ways)
    assert sum(row["visits"] for row in found.values()) > 50


def test_nothing_found_is_zero_only_where_coverage_is_complete() -> None:
    strict, lax = dyad(), dyad(uncovered="zero")
    # All searches of heads of state's meetings in 1996 were complete, those of 1999 not.
    assert strict[1996]["video_head_of_state"] == 0
    assert strict[1999]["video_head_of_state"] is None
    assert lax[1999]["video_head_of_state"] == 0
    # Calls were searched on their own: in 2020 completely, in 2023 but for six days.
    assert strict[2020]["phone_head_of_state"] == 5
    assert strict[2023]["phone_head_of_state"] is None
    assert strict[1996]["phone_head_of_state"] is None
    assert strict[1998]["co_attendance"] is None or strict[1998]["co_attendance"] > 0
    for year, row in strict.items():
        for column, value in row.items():
            assert value == lax[year][column] or (value is None and lax[year][column] == 0)
    never = panels.dyad_year(engine="polars", countries=["BY", "UZ"], since=2020, until=2020)
    assert never.row(0, named=True)["meetings"] is None
    assert rows(never, "meetings_covered", "visits_covered") == [(False, False)]


@pytest.mark.filterwarnings("ignore::sco.CoverageWarning")
def test_visits_of_a_directed_dyad_are_one_ways() -> None:
    both = panels.dyad_year(
        engine="polars", countries=["CN", "RU"], directed=True, uncovered="zero"
    )
    assert rows(both.unique(["country_a", "country_b"]).sort("country_a"), "country_a") == [
        ("CN",),
        ("RU",),
    ]
    for year, row in dyad(uncovered="zero").items():
        ways = both.filter(pl.col("year") == year)
        assert ways["visits"].sum() == row["visits"]
        assert ways["meetings"].to_list() == [row["meetings"]] * 2
        out = sco.visits(visitor="CN", host="RU", since=str(year), until=str(year))
        assert ways["visits"][0] == len([v for v in out if began(v) == year])


def test_both_members_by_days() -> None:
    panel = panels.dyad_year(engine="polars", countries=["IN", "IR"], since=2016, until=2026)
    found = {row[0]: row[1:] for row in rows(panel, "year", "days_both_members", "both_members")}
    assert found[2022] == (0, False)
    assert found[2023] == ((date(2024, 1, 1) - date(2023, 7, 4)).days, True)
    assert found[2026] == ((date(2026, 9, 1) - date(2026, 1, 1)).days, True)


def test_all_members_by_default() -> None:
    panel = panels.dyad_year(engine="polars", since=2020, until=2020)
    assert panel.height == 45
    assert panels.dyad_year(engine="polars", since=2020, until=2020, directed=True).height == 90


@pytest.mark.parametrize("engine", ["pandas", "polars", "pyarrow"])
@pytest.mark.parametrize("name", PANELS)
def test_columns_are_the_described_ones(name: str, engine: str) -> None:
    pytest.importorskip(engine)
    import narwhals.stable.v2 as nw

    span: dict[str, Any] = {"since": 2020, "until": 2020}
    if name in ("country_day", "country_month"):
        span = {"since": "2020-02", "until": "2020-02"}
    panel = getattr(panels, name)(engine=engine, countries=["CN", "RU"], **span)
    schema = nw.from_native(panel).collect_schema()
    types = {"string": nw.String, "integer": nw.Int64, "boolean": nw.Boolean}
    days = nw.Datetime if engine == "pandas" else nw.Date
    assert list(schema) == [column.name for column in PANELS[name]]
    for column in PANELS[name]:
        assert schema[column.name] == types.get(column.type, days), column.name


def test_panels_are_equal_in_every_engine() -> None:
    window: dict[str, Any] = {"since": 2016, "until": 2018, "countries": ["IN", "AE"]}
    wanted = panels.country_year(engine="polars", **window)
    assert pl.from_arrow(panels.country_year(engine="pyarrow", **window)).equals(wanted)
    assert pl.from_pandas(panels.country_year(engine="pandas", **window)).equals(wanted)


def test_a_panel_fits_the_frame_that_annotate_gives() -> None:
    panel = panels.country_day(engine="polars", countries=STATES, since="2009")
    annotated = frames.annotate(panel, country="country", date="date", into="again")
    known = annotated.filter(pl.col("status").is_not_null())
    assert (known["again"].fill_null("none") == known["status"]).all()
    assert annotated.filter(pl.col("status").is_null())["again"].null_count() == (
        annotated["status"].null_count()
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"engine": "excel"}, "engine must be one of 'pandas'"),
        ({"engine": "polars", "partial": "most"}, "partial must be one of 'any', 'first'"),
        ({"engine": "polars", "uncovered": "no"}, "uncovered must be 'missing' or 'zero'"),
        ({"engine": "polars", "basis": "signed"}, "basis must be one of"),
        ({"engine": "polars", "countries": "CN"}, "countries must be a list"),
        ({"engine": "polars", "since": 2020, "until": 2019}, "since=2020 is later"),
    ],
)
def test_refused_arguments(arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(sco.QueryError, match=message):
        panels.country_year(**arguments)


def test_refused_states_and_dates() -> None:
    with pytest.raises(sco.UnknownCountryError):
        panels.country_year(engine="polars", countries=["Atlantis"])
    with pytest.raises(sco.InvalidDateError):
        panels.country_year(engine="polars", since="2020")  # type: ignore[arg-type]
    with pytest.raises(sco.InvalidDateError):
        panels.country_day(engine="polars", since="June")
    with pytest.raises(sco.QueryError, match="two states at least"):
        panels.dyad_year(engine="polars", countries=["CN"])
    with pytest.raises(sco.UnknownEditionError):
        panels.country_day(engine="polars", edition="1999.01")

"""The data as frames, and statuses added to a frame, in every engine."""

from __future__ import annotations

import random
import shutil
import warnings
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

import pytest

import sco

nw = pytest.importorskip("narwhals.stable.v2", reason="needs the extra sco[frames]")

from sco import frames  # noqa: E402

Row = tuple[int, str | None, date | None]
Make = Callable[[list[Row]], Any]

ENGINES = ["pandas", "pandas-pyarrow", "polars", "polars-lazy", "pyarrow"]
ENGINES += ["duckdb", "dask", "pyspark"]
EAGER = ["pandas", "pandas-pyarrow", "polars", "pyarrow"]

pytestmark = [
    # Narwhals announces its plugin for Dask, which is not yet to be had everywhere.
    pytest.mark.filterwarnings("ignore:Dask support is moving out:FutureWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


def _columns(rows: list[Row]) -> dict[str, list[Any]]:
    return {
        "row": [r[0] for r in rows],
        "iso": [r[1] for r in rows],
        "day": [r[2] for r in rows],
    }


def _arrow(rows: list[Row]) -> Any:
    pa = pytest.importorskip("pyarrow")
    types = {"row": pa.int64(), "iso": pa.string(), "day": pa.date32()}
    return pa.table(_columns(rows), schema=pa.schema(types))


def _pandas(rows: list[Row]) -> Any:
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame(_columns(rows))
    return frame.astype({"row": "int64", "iso": "str", "day": "datetime64[ns]"})


def _duckdb(rows: list[Row]) -> Any:
    duckdb = pytest.importorskip("duckdb")
    # Not the default connection: a relation of another could not be joined to it.
    connection = duckdb.connect()
    connection.execute("CREATE TABLE events (row BIGINT, iso VARCHAR, day DATE)")
    if rows:
        connection.executemany("INSERT INTO events VALUES (?, ?, ?)", rows)
    return connection.table("events")


def _dask(rows: list[Row]) -> Any:
    dd = pytest.importorskip("dask.dataframe")
    return dd.from_pandas(_pandas(rows), npartitions=2)


@cache
def _session() -> Any:
    if shutil.which("java") is None:
        pytest.skip("PySpark needs Java, and there is none")
    sql = pytest.importorskip("pyspark.sql")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        builder = sql.SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
        builder = builder.config("spark.sql.shuffle.partitions", "1")
        return builder.config("spark.driver.bindAddress", "127.0.0.1").getOrCreate()


@pytest.fixture(scope="session", autouse=True)
def _close_session() -> Iterator[None]:
    yield
    if _session.cache_info().currsize:
        _session().stop()


def _pyspark(rows: list[Row]) -> Any:
    return _session().createDataFrame(rows, "row bigint, iso string, day date")


def _polars(rows: list[Row]) -> Any:
    pl = pytest.importorskip("polars")
    return pl.DataFrame(_columns(rows), schema={"row": pl.Int64, "iso": pl.String, "day": pl.Date})


MAKERS: dict[str, Make] = {
    "pandas": _pandas,
    "pandas-pyarrow": lambda rows: _arrow(rows).to_pandas(
        types_mapper=pytest.importorskip("pandas").ArrowDtype
    ),
    "polars": _polars,
    "polars-lazy": lambda rows: _polars(rows).lazy(),
    "pyarrow": _arrow,
    "duckdb": _duckdb,
    "dask": _dask,
    "pyspark": _pyspark,
}


@pytest.fixture(params=ENGINES)
def make(request: pytest.FixtureRequest) -> Make:
    return MAKERS[request.param]


@pytest.fixture(params=EAGER)
def make_eager(request: pytest.FixtureRequest) -> Make:
    return MAKERS[request.param]


def statuses(frame: Any, column: str = "status") -> list[tuple[int, str | None]]:
    """Row number and status, in the frame's own order."""
    own = nw.from_native(frame)
    if isinstance(own, nw.LazyFrame):
        own = own.collect()
    pairs = own.select("row", column).rows()
    return [(int(row), value if isinstance(value, str) else None) for row, value in pairs]


def oracle(code: str | None, day: date | None, basis: str = "in_force") -> str | None:
    """The status by the library's own query, one row at a time."""
    if code is None or day is None or code != code.upper():
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", sco.CoverageWarning)
        try:
            found = sco.status_of(code, day, basis=basis)
        except (sco.UnknownCountryError, sco.AmbiguousDateError):
            return None
    return str(found) if found else None


def generated(seed: int, size: int) -> list[Row]:
    """Rows of all kinds; the days on which anything changes come up often."""
    dice = random.Random(seed)
    edges = [
        day + timedelta(days=shift)
        for episode in sco.episodes()
        for edge in (episode.start, episode.end, episode.decided, episode.end_decided)
        if edge is not None
        for day in ((edge,) if isinstance(edge, date) else (edge.earliest, edge.latest))
        for shift in (-1, 0, 1)
    ]
    edges += [date(1815, 6, 9), date(1995, 12, 31), date(2026, 8, 31), date(2026, 9, 1)]
    edges.append(date(2199, 12, 31))
    states = sorted({e.country.alpha_2 for e in sco.episodes()})
    codes = [*states * 3, "US", "NA", "NO", "XX", "cn", "", None]
    spread = [date(1990, 1, 1) + timedelta(days=dice.randrange(15000)) for _ in range(300)]
    days = [*edges, *spread, *[None] * 10]
    return [(number, dice.choice(codes), dice.choice(days)) for number in range(size)]


ROWS = generated(20261122, 4000)


@pytest.mark.parametrize("basis", ["in_force", "decision"])
def test_annotate_is_status_of_row_by_row(make: Make, basis: str) -> None:
    wanted = [(row, oracle(code, day, basis)) for row, code, day in ROWS]
    assert len({status for _, status in wanted}) >= 5
    annotated = frames.annotate(make(ROWS), country="iso", date="day", basis=basis)
    assert sorted(statuses(annotated), key=lambda pair: pair[0]) == wanted


def test_eager_frames_keep_their_order(make_eager: Make) -> None:
    shuffled = random.Random(1).sample(ROWS, len(ROWS))
    annotated = frames.annotate(make_eager(shuffled), country="iso", date="day")
    assert [row for row, _ in statuses(annotated)] == [row for row, _, _ in shuffled]


def test_the_frame_comes_back_in_its_kind_with_one_column_more(make: Make) -> None:
    own = make(ROWS[:10])
    annotated = frames.annotate(own, country="iso", date="day", into="sco")
    assert type(annotated) is type(own)
    before, after = (nw.from_native(f).collect_schema() for f in (own, annotated))
    assert list(after) == [*before, "sco"]
    assert after["sco"] == nw.String
    assert {name: after[name] for name in before} == dict(before)


def test_duplicate_rows_stay_duplicates(make: Make) -> None:
    rows: list[Row] = [(number, "IN", date(2017, 6, 9)) for number in range(7)]
    annotated = frames.annotate(make(rows), country="iso", date="day")
    assert sorted(statuses(annotated)) == [(number, "member") for number in range(7)]


def test_an_empty_frame_stays_empty(make: Make) -> None:
    annotated = frames.annotate(make([]), country="iso", date="day")
    assert statuses(annotated) == []
    assert "status" in nw.from_native(annotated).collect_schema()


def test_strict_passes_what_can_be_answered(make: Make) -> None:
    day = date(2017, 6, 8)
    rows: list[Row] = [(0, "IN", day), (1, "US", day), (2, "NO", day)]
    annotated = frames.annotate(make(rows), country="iso", date="day", strict=True)
    assert sorted(statuses(annotated)) == [(0, "observer"), (1, None), (2, None)]


def test_strict_names_all_that_cannot(make: Make) -> None:
    rows: list[Row] = [
        (0, "IN", date(2017, 6, 8)),
        (1, "XX", date(2020, 1, 1)),
        (2, "UK", date(2020, 1, 1)),
        (3, "IN", None),
        (4, None, date(2020, 1, 1)),
        (5, "AE", date(2023, 5, 5)),
    ]
    with pytest.raises(sco.DataError) as caught:
        frames.annotate(make(rows), country="iso", date="day", strict=True)
    assert str(caught.value) == (
        "unknown alpha_2 codes: UK, XX; rows without a country: 1; rows without a date: 1; "
        "the day of a change is not known, and so not the status of AE on 2023-05-05"
    )


def test_strict_warns_past_the_last_day_searched(make: Make) -> None:
    rows: list[Row] = [(0, "IN", date(2027, 1, 1))]
    with pytest.warns(sco.CoverageWarning, match="31 August 2026.*goes to 2027-01-01"):
        frames.annotate(make(rows), country="iso", date="day", strict=True)


def test_refused_columns(make: Make) -> None:
    own = make(ROWS[:3])
    with pytest.raises(sco.QueryError, match="has a column 'row' already"):
        frames.annotate(own, country="iso", date="day", into="row")
    with pytest.raises(sco.QueryError, match="country='land': the frame has only row, iso, day"):
        frames.annotate(own, country="land", date="day")
    with pytest.raises(sco.QueryError, match="date='when'"):
        frames.annotate(own, country="iso", date="when")
    with pytest.raises(sco.InvalidDateError, match="column 'iso' is of type String"):
        frames.annotate(own, country="iso", date="iso")
    with pytest.raises(sco.QueryError, match="column 'row' is of type Int64, and alpha_2 codes"):
        frames.annotate(own, country="row", date="day")


def test_refused_arguments() -> None:
    own = _polars(ROWS[:3])
    with pytest.raises(sco.QueryError, match="basis must be one of 'in_force', 'decision'"):
        frames.annotate(own, country="iso", date="day", basis="signed")
    with pytest.raises(sco.QueryError, match="codes must be one of 'alpha_2'"):
        frames.annotate(own, country="iso", date="day", codes="name")
    with pytest.raises(sco.UnknownEditionError):
        frames.annotate(own, country="iso", date="day", edition="1999.01")
    with pytest.raises(sco.QueryError, match="not a dataframe"):
        frames.annotate([1, 2], country="iso", date="day")


@pytest.mark.parametrize("unit", ["ms", "us", "ns"])
def test_datetimes_of_any_unit_count_as_their_day(unit: str) -> None:
    pl = pytest.importorskip("polars")
    times = [datetime(2017, 6, 8, 23, 59, 59), datetime(2017, 6, 9), datetime(2017, 6, 9, 23)]
    own = pl.DataFrame({"iso": ["IN"] * 3, "day": times}).cast({"day": pl.Datetime(unit)})
    for frame in (own, own.to_pandas(), own.to_arrow()):
        annotated = nw.from_native(frames.annotate(frame, country="iso", date="day"))
        assert annotated["status"].to_list() == ["observer", "member", "member"]


def test_datetimes_in_the_lazy_engines() -> None:
    duckdb = pytest.importorskip("duckdb")
    query = "SELECT 1 AS row, 'IN' AS iso, TIMESTAMP '2017-06-09 10:00' AS day"
    annotated = frames.annotate(duckdb.connect().sql(query), country="iso", date="day")
    assert statuses(annotated) == [(1, "member")]
    own = _session().sql("SELECT 1 AS row, 'IN' AS iso, TIMESTAMP_NTZ '2017-06-09 10:00' AS day")
    assert statuses(frames.annotate(own, country="iso", date="day")) == [(1, "member")]


def test_times_with_a_zone_are_refused() -> None:
    pl = pytest.importorskip("polars")
    own = pl.DataFrame({"iso": ["IN"], "day": [datetime(2017, 6, 9)]})
    own = own.with_columns(pl.col("day").dt.replace_time_zone("Asia/Tashkent"))
    for frame in (own, own.lazy(), own.to_pandas(), own.to_arrow()):
        with pytest.raises(sco.InvalidDateError, match="time zone"):
            frames.annotate(frame, country="iso", date="day")


@pytest.mark.parametrize(
    ("codes", "values"),
    [
        ("alpha_3", ["IND", "AFG", "USA", "XXX"]),
        ("numeric", ["356", "004", "840", "999"]),
        ("numeric", [356, 4, 840, 999]),
        ("numeric", [356.0, 4.0, None, 999.0]),
        ("cow", [750, 700, 2, 999]),
        ("cow", ["750", "700", "2", "999"]),
        ("gw", [750, 700, 2, 999]),
    ],
)
def test_other_codes(codes: str, values: list[Any]) -> None:
    pl = pytest.importorskip("polars")
    duckdb = pytest.importorskip("duckdb")
    own = pl.DataFrame({"row": range(4), "code": values, "day": [date(2020, 1, 1)] * 4})
    wanted = [(0, "member"), (1, "observer"), (2, None), (3, None)]
    arrow = own.to_arrow()
    relation = duckdb.connect().from_arrow(arrow)
    for frame in (own, own.lazy(), own.to_pandas(), arrow, relation):
        annotated = frames.annotate(frame, country="code", date="day", codes=codes)
        assert sorted(statuses(annotated)) == wanted


def test_narrow_numbers_and_categories() -> None:
    pl = pytest.importorskip("polars")
    own = pl.DataFrame({"row": [0, 1], "code": ["4", "51"], "day": [date(2020, 1, 1)] * 2})
    for kind in (pl.Int8, pl.UInt8, pl.Int16):
        for frame in (own.cast({"code": kind}), own.lazy().cast({"code": kind})):
            annotated = frames.annotate(frame, country="code", date="day", codes="numeric")
            assert sorted(statuses(annotated)) == [(0, "observer"), (1, "dialogue_partner")]
    own = pl.DataFrame({"row": [0, 1], "code": ["AF", "AM"], "day": [date(2020, 1, 1)] * 2})
    for kind in (pl.Categorical, pl.Enum(["AF", "AM"])):
        categories = own.cast({"code": kind})
        for frame in (categories, categories.lazy(), categories.to_pandas(), categories.to_arrow()):
            annotated = frames.annotate(frame, country="code", date="day")
            assert sorted(statuses(annotated)) == [(0, "observer"), (1, "dialogue_partner")]


def test_pandas_keeps_its_index_and_its_other_columns() -> None:
    pd = pytest.importorskip("pandas")
    own = _pandas(ROWS[:4]).assign(lists=[[1], [2], [3], [4]])
    own.index = pd.Index(["a", "a", "c", "b"], name="key")
    annotated = frames.annotate(own, country="iso", date="day")
    pd.testing.assert_frame_equal(annotated.drop(columns="status"), own)


def test_nothing_lazy_is_computed() -> None:
    pl = pytest.importorskip("polars")
    dd = pytest.importorskip("dask.dataframe")

    def fail(frame: Any) -> Any:
        raise AssertionError("the frame was computed")

    lazy = _polars(ROWS[:5]).lazy().map_batches(fail)
    annotated = frames.annotate(lazy, country="iso", date="day")
    with pytest.raises((AssertionError, pl.exceptions.ComputeError), match="was computed"):
        annotated.collect()
    duckdb = pytest.importorskip("duckdb")
    connection = duckdb.connect()
    query = "SELECT error('was computed')::VARCHAR AS iso, DATE '2020-01-01' AS day FROM range(3)"
    annotated = frames.annotate(connection.sql(query), country="iso", date="day")
    with pytest.raises(duckdb.Error, match="was computed"):
        annotated.fetchall()
    lazy = dd.from_pandas(_pandas(ROWS[:5]), npartitions=1)
    lazy = lazy.map_partitions(fail, meta=lazy._meta)
    annotated = frames.annotate(lazy, country="iso", date="day")
    with pytest.raises(AssertionError, match="was computed"):
        annotated.compute()


TABLES = "episodes steps summits delegates tenures visits meetings participants announcements "
TABLES += "tallies coverage countries aliases people officers sources alternatives"


def kept(engine: str, name: str) -> Any:
    pytest.importorskip(engine)
    return nw.from_native(frames.table(name, engine=engine))


def text(value: Any) -> str:
    """A cell of a frame as the edition writes it."""
    if value is None or value != value:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return value.date().isoformat() if isinstance(value, datetime) else str(value)


@pytest.mark.parametrize("engine", ["pandas", "polars", "pyarrow"])
@pytest.mark.parametrize("name", TABLES.split())
def test_a_table_loses_nothing(name: str, engine: str) -> None:
    frame = kept(engine, name)
    columns = {column: frame[column].to_list() for column in frame.columns}
    if engine == "pandas":
        # Pandas has missing values of its own, which are not even equal to themselves.
        columns = {
            column: [None if gone else value for value, gone in zip(values, nulls, strict=True)]
            for column, values in columns.items()
            for nulls in [frame[column].is_null().to_list()]
        }
    stored = list(sco.edition(sco.DATA_VERSION).records.tables.all_rows(name))
    assert len(frame) == len(stored)
    for number, row in enumerate(stored):
        for field, wanted in row.items():
            found = columns[f"{field}_edtf" if f"{field}_edtf" in columns else field][number]
            assert text(found) == wanted, (name, number, field)


@pytest.mark.parametrize("engine", ["pandas", "polars", "pyarrow"])
def test_types_do_not_hang_on_the_rows(engine: str) -> None:
    days = nw.Datetime if engine == "pandas" else nw.Date
    officers = kept(engine, "officers").schema
    assert all(officers[column] == days for column in ("start", "end", "end_latest"))
    assert officers["end_edtf"] == nw.String
    assert kept(engine, "coverage").schema["checked_through"] == days
    meetings = kept(engine, "meetings")
    assert (meetings.schema["number"], meetings.schema["formal"]) == (nw.Int64, nw.Boolean)
    assert meetings["number"].is_null().any()
    assert not meetings["number"].is_null().all()


@pytest.mark.parametrize("engine", ["pandas", "polars", "pyarrow"])
def test_a_partial_date_is_four_columns(engine: str) -> None:
    episodes = kept(engine, "episodes")
    row = episodes.filter(nw.col("id") == "BY-dialogue_partner").select(
        nw.col("start").is_null(), "start_earliest", "start_latest", "start_edtf", "end_earliest"
    )
    unknown, earliest, latest, edtf, end = row.row(0)
    assert unknown
    assert edtf == "2010-04"
    assert [text(day)[:10] for day in (earliest, latest, end)] == [
        "2010-04-01",
        "2010-04-30",
        "2015-07-10",
    ]


def test_na_is_text(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    pd = pytest.importorskip("pandas")
    monkeypatch.setattr(
        "sco._edition.tables.Tables.all_rows",
        lambda self, name: iter([{"alias": "NA", "country": "NA"}]),
    )
    aliases = frames.table("aliases", engine="pandas")
    assert aliases.values.tolist() == [["NA", "NA"]]
    assert not pd.isna(aliases).any().any()


def test_refused_tables() -> None:
    with pytest.raises(sco.QueryError, match="table must be one of countries, "):
        frames.table("states", engine="polars")
    with pytest.raises(sco.QueryError, match="engine must be one of 'pandas'"):
        frames.table("episodes", engine="spark")
    with pytest.raises(sco.UnknownEditionError):
        frames.table("episodes", engine="polars", edition="1999.01")

"""Times `sco.frames.annotate` against joins written by hand, on ten million rows.

    python tests/benchmark_frames.py [rows]      (with sco installed)

Each engine's own joins are the ones that its manual offers for ranges; the ratio is to
the fastest of them that gives every row once. Each way runs several times, in turn, and
the fastest run counts; all results are compared before the times are printed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date
from typing import Any

import duckdb
import numpy as np
import polars as pl

import sco
from sco.frames import annotate

RUNS = 5


def events(rows: int) -> pl.DataFrame:
    """Events of all states that the edition names, over 32 years."""
    dice = np.random.default_rng(20261122)
    codes = pl.Series(sorted({c.alpha_2 for c in (e.country for e in sco.episodes())} | OTHERS))
    days = dice.integers(date(1995, 1, 1).toordinal(), date(2026, 9, 1).toordinal(), rows)
    epoch = date(1970, 1, 1).toordinal()
    return pl.DataFrame(
        {
            "country": codes.gather(dice.integers(0, len(codes), rows)),
            "day": pl.Series(days - epoch, dtype=pl.Int32).cast(pl.Date),
            "value": dice.random(rows),
        }
    )


OTHERS = {"US", "GB", "FR", "DE", "JP", "BR", "ZA", "UA", "KR", "ID", "VN", "CA", "AU", "MX"}


def episodes() -> pl.DataFrame:
    """The episodes in force; where a day is not known, the days on which it holds for sure."""
    rows = []
    for e in sco.episodes():
        if e.start is not None:
            start = e.start if isinstance(e.start, date) else e.start.latest
            end = e.end if e.end is None or isinstance(e.end, date) else e.end.earliest
            rows.append((e.country.alpha_2, start, end, str(e.status)))
    schema = {"country": pl.String, "start": pl.Date, "end": pl.Date, "status": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row").sort("start")


def polars_ways(frame: pl.DataFrame) -> dict[str, Callable[[], pl.DataFrame]]:
    known = episodes().lazy()
    lasts = pl.col("end").is_null() | (pl.col("day") < pl.col("end"))

    def asof() -> pl.DataFrame:
        sorted_ = frame.lazy().sort("day")
        found = sorted_.join_asof(
            known, left_on="day", right_on="start", by="country", check_sortedness=False
        )
        status = pl.when(lasts).then("status").alias("status")
        return found.with_columns(status).drop("start", "end").collect()

    def indexed() -> pl.DataFrame:
        numbered = frame.lazy().with_row_index("row")
        held = numbered.select("row", "country", "day").join(known, on="country")
        held = held.filter(pl.col("day") >= pl.col("start"), lasts).select("row", "status")
        return numbered.join(held, on="row", how="left").drop("row").collect()

    return {
        "by hand, join_asof": asof,
        "by hand, join, filter, join back": indexed,
        "annotate, LazyFrame": lambda: annotate(
            frame.lazy(), country="country", date="day"
        ).collect(),
        "annotate, DataFrame": lambda: annotate(frame, country="country", date="day"),
    }


def duckdb_ways(frame: pl.DataFrame) -> dict[str, Callable[[], Any]]:
    connection = duckdb.connect()
    arrow, known = frame.to_arrow(), episodes().to_arrow()
    connection.register("arrow", arrow)
    connection.register("known", known)
    connection.execute("CREATE TABLE events AS SELECT * FROM arrow")
    connection.execute("CREATE TABLE episodes AS SELECT * FROM known")
    range_join = """
        SELECT e.*, s.status FROM events e LEFT JOIN episodes s
        ON e.country = s.country AND e.day >= s.start AND (s."end" IS NULL OR e.day < s."end")
    """
    asof_join = """
        SELECT e.*, CASE WHEN s."end" IS NULL OR e.day < s."end" THEN s.status END AS status
        FROM events e ASOF LEFT JOIN episodes s ON e.country = s.country AND e.day >= s.start
    """

    def written(relation: Any) -> Any:
        connection.execute("DROP TABLE IF EXISTS answer")
        relation.create("answer")
        return connection.table("answer")

    return {
        "by hand, range join": lambda: written(connection.sql(range_join)),
        "by hand, ASOF join": lambda: written(connection.sql(asof_join)),
        "annotate": lambda: written(
            annotate(connection.table("events"), country="country", date="day")
        ),
    }


def counts(answer: Any) -> list[Any]:
    """How often each status comes out: the same by every way, or the times mean nothing."""
    if isinstance(answer, pl.DataFrame):
        return sorted(answer["status"].value_counts().rows(), key=str)
    return sorted(answer.aggregate("status, count(*)").fetchall(), key=str)


def run(engine: str, ways: dict[str, Callable[[], Any]]) -> None:
    best = dict.fromkeys(ways, float("inf"))
    results = []
    for turn in range(RUNS):
        for name, way in ways.items():
            began = time.perf_counter()
            answer = way()
            best[name] = min(best[name], time.perf_counter() - began)
            if turn == 0:
                results.append(counts(answer))
            del answer
    if any(result != results[0] for result in results):
        raise SystemExit(f"{engine}: the ways disagree: {results}")
    fastest = min(seconds for name, seconds in best.items() if name.startswith("by hand"))
    for name, seconds in best.items():
        print(f"{engine:8} {name:35} {seconds:7.3f} s   {seconds / fastest:5.2f}")


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000
    frame = events(rows)
    print(f"{rows:,} rows; polars {pl.__version__}, duckdb {duckdb.__version__}")
    run("polars", polars_ways(frame))
    run("duckdb", duckdb_ways(frame))


if __name__ == "__main__":
    main()

"""The join behind `sco.frames.annotate`, and what it cannot answer."""

from __future__ import annotations

import warnings
from datetime import date, datetime
from functools import cache
from typing import Any

import attrs
import narwhals.stable.v2 as nw

from sco._dataset import Dataset
from sco._errors import CoverageWarning, InvalidDateError, QueryError
from sco._inputs.dates import spoken
from sco._queries import membership
from sco._queries.segments import Segment, segments
from sco.frames._engines import beside
from sco.records.common import Country

Frame = nw.DataFrame[Any] | nw.LazyFrame[Any]

_CODES = ("alpha_2", "alpha_3", "numeric", "cow", "gw")
_SHOWN = 10


@attrs.frozen
class Request:
    """What `annotate` was asked for, checked against the frame's columns.

    Attributes:
        country: The column with the codes.
        date: The column with the days.
        codes: What the codes are.
        basis: Which of its dates a transition is counted from.
        into: The name of the new column.
        data: The edition.
        key_type: The type in which codes are compared.
        cast: Whether the frame's codes have to be cast to it.
        date_type: The type of the days.
    """

    country: str
    date: str
    codes: str
    basis: str
    into: str
    data: Dataset
    key_type: Any
    cast: bool
    date_type: Any

    @classmethod
    def of(
        cls,
        frame: Frame,
        country: str,
        date: str,
        codes: str,
        basis: str,
        into: str,
        data: Dataset,
    ) -> Request:
        """Check the arguments of `sco.frames.annotate`; see there for the errors."""
        schema = frame.collect_schema()
        for argument, column in (("country", country), ("date", date)):
            if column not in schema:
                columns = ", ".join(schema)
                raise QueryError(f"{argument}={column!r}: the frame has only {columns}")
        if into in schema:
            raise QueryError(f"the frame has a column {into!r} already: pass another name as into")
        if codes not in _CODES:
            known = ", ".join(map(repr, _CODES))
            raise QueryError(f"codes must be one of {known}, not {codes!r}")
        segments(data, basis)
        key_type, cast = _key_type(schema[country], country, codes)
        if frame.implementation.is_pyarrow():
            # Text has two types there, and a join wants the same one on both sides.
            cast = True
        _check_date_type(schema[date], date)
        return cls(country, date, codes, basis, into, data, key_type, cast, schema[date])

    def key(self, value: object) -> object:
        """A code as the frame would hold it."""
        text = str(value)
        if self.key_type == nw.String:
            return text
        return float(text) if self.key_type.is_float() else int(text)


def _key_type(dtype: Any, column: str, codes: str) -> tuple[Any, bool]:
    if dtype in (nw.String, nw.Categorical, nw.Enum):
        return nw.String(), dtype != nw.String
    numbers = codes in ("numeric", "cow", "gw")
    if not numbers or not dtype.is_numeric():
        wanted = "text or numbers" if numbers else "text"
        raise QueryError(f"column {column!r} is of type {dtype}, and {codes} codes are {wanted}")
    if dtype.is_float():
        return nw.Float64(), dtype != nw.Float64
    return nw.Int64(), dtype != nw.Int64


def _check_date_type(dtype: Any, column: str) -> None:
    if dtype == nw.Date or (dtype == nw.Datetime and dtype.time_zone is None):
        return
    if dtype == nw.Datetime:
        raise InvalidDateError(
            f"column {column!r} has a time zone ({dtype.time_zone}): pass the local date of "
            "the place instead"
        )
    raise InvalidDateError(
        f"column {column!r} is of type {dtype}: convert it to dates first, for example with "
        "pandas.to_datetime, polars.Expr.str.to_date or CAST(... AS DATE)"
    )


def joined(
    frame: nw.LazyFrame[Any], request: Request, *, flag: str | None = None
) -> nw.LazyFrame[Any]:
    """The frame with the status of each row.

    Args:
        frame: The frame; it may come out in another order.
        request: What was asked for.
        flag: The name of one more column: 1 where the status is not known.
    """
    name = nw.generate_temporary_column_name(8, [*frame.collect_schema(), request.into])
    key, year, start, end = (f"{name}_{part}" for part in ("key", "year", "start", "end"))
    last, rows = _pieces(request.data, request.basis)
    day = nw.col(request.date)
    own_year = day.dt.year()
    # Nothing changes after the last change: all later years are one. A comparison instead of
    # a minimum, because DuckDB's minimum of nothing and a number is the number.
    capped = nw.when(own_year > last).then(nw.lit(last)).otherwise(own_year).alias(year)
    code = nw.col(request.country).cast(request.key_type) if request.cast else None
    frame = frame.with_columns(capped, *([code.alias(key)] if code is not None else []))
    rows = [row for row in rows if getattr(row.state, request.codes) is not None]
    columns: dict[str, list[object]] = {
        key: [request.key(getattr(row.state, request.codes)) for row in rows],
        year: [row.year for row in rows],
        start: [_moment(row.start, request) for row in rows],
        end: [_moment(row.end, request) for row in rows],
        request.into: [row.segment.status and str(row.segment.status) for row in rows],
    }
    schema: dict[str, Any] = {
        key: request.key_type,
        year: frame.collect_schema()[year],
        start: request.date_type,
        end: request.date_type,
        request.into: nw.String(),
    }
    if flag:
        columns[flag], schema[flag] = [int(row.segment.uncertain) for row in rows], nw.Int64()
    other = beside(frame, columns, schema)
    left = key if request.cast else request.country
    found = frame.join(other, left_on=[left, year], right_on=[key, year], how="left")
    within = (day >= nw.col(start)) & (day < nw.col(end))
    found = found.filter(nw.col(start).is_null() | within)
    return found.drop([year, start, end, *([key] if request.cast else [])])


@attrs.frozen
class _Piece:
    """The part of a state's segment that lies in one year.

    ``start`` and ``end`` are None where the segment is the only one of the year: so the
    filter compares no days where there is nothing to choose.
    """

    state: Country
    year: int
    segment: Segment
    start: date | None
    end: date | None


@cache
def _pieces(data: Dataset, basis: str) -> tuple[int, list[_Piece]]:
    """The segments cut at the new years, and the year that stands for all from it on.

    Years in which a state had no status on any day are left out.
    """
    known = segments(data, basis)
    last = 1 + max(part.start.year for parts in known.values() for part in parts if part.start)
    pieces = []
    for state, parts in known.items():
        first = min(part.start.year for part in parts if part.start)
        for year in range(first, last + 1):
            opens, closes = date(year, 1, 1), date(year + 1, 1, 1)
            cut = [p for p in parts if (p.start or opens) < closes and (p.end or closes) > opens]
            if len(cut) > 1:
                pieces += [
                    _Piece(
                        state, year, p, max(p.start or opens, opens), min(p.end or closes, closes)
                    )
                    for p in cut
                ]
            elif cut[0].status or cut[0].uncertain:
                pieces.append(_Piece(state, year, cut[0], None, None))
    return last, pieces


def _moment(day: date | None, request: Request) -> date | None:
    # An engine refuses to compare a date with a datetime, or does so by way of a cast.
    if day is None or request.date_type == nw.Date:
        return day
    return datetime(day.year, day.month, day.day)


def doubts(frame: Frame, request: Request) -> list[str]:
    """What cannot be answered, in words; computes several small queries."""
    code, day = nw.col(request.country), nw.col(request.date)
    keys = frame.lazy() if isinstance(frame, nw.DataFrame) else frame
    keys = keys.select(request.country, request.date)
    counts = _collected(
        keys.select(
            code.is_null().cast(nw.Int64).sum().alias("code"),
            day.is_null().cast(nw.Int64).sum().alias("day"),
            day.max().alias("last"),
        )
    )[0]
    faults = []
    cast = code.cast(request.key_type)
    strange = keys.select(cast.alias("code")).filter(
        ~nw.col("code").is_null(), ~nw.col("code").is_in(_known(request))
    )
    if found := _collected(strange.unique().head(_SHOWN + 1)):
        faults.append(f"unknown {request.codes} codes: {_listed(sorted(r['code'] for r in found))}")
    for name in ("code", "day"):
        if counts[name]:
            what = {"code": "country", "day": "date"}[name]
            faults.append(f"rows without a {what}: {counts[name]}")
    flagged = joined(keys, request, flag="uncertain").filter(nw.col("uncertain") == 1)
    rows = _collected(flagged.select(request.country, request.date).unique().head(_SHOWN + 1))
    if rows:
        pairs = sorted(f"{r[request.country]} on {str(r[request.date])[:10]}" for r in rows)
        faults.append(
            f"the day of a change is not known, and so not the status of {_listed(pairs)}"
        )
    _warn_if_later(counts["last"], request)
    return faults


def _collected(frame: nw.LazyFrame[Any]) -> list[dict[str, Any]]:
    return frame.collect().rows(named=True)


def _listed(values: list[Any]) -> str:
    text = ", ".join(str(value) for value in values[:_SHOWN])
    return f"{text} and others" if len(values) > _SHOWN else text


def _known(request: Request) -> list[object]:
    """Every code that is one: of the edition's states, and for ISO of all others."""
    codes = {getattr(c, request.codes) for c in request.data.records.tables.countries.values()} - {
        None
    }
    if request.codes in ("alpha_2", "alpha_3", "numeric"):
        import pycountry

        codes |= {getattr(country, request.codes) for country in pycountry.countries}
    return sorted({request.key(code) for code in codes}, key=str)


def _warn_if_later(last: Any, request: Request) -> None:
    checked = membership.checked(request.data)
    if last is not None and str(last)[:10] > checked.isoformat():
        warnings.warn(
            f"statuses were checked through {spoken(checked)} only, and the frame goes to "
            f"{str(last)[:10]}",
            CoverageWarning,
            stacklevel=4,
        )

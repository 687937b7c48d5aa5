"""Puts small tables into the dataframe engine that the user's frame lives in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import narwhals.stable.v2 as nw

from sco._errors import QueryError

EAGER = ("pandas", "polars", "pyarrow", "modin", "cudf")
"""The engines that hold their rows in memory."""

TYPES: dict[str, Any] = {
    "string": nw.String(),
    "integer": nw.Int64(),
    "boolean": nw.Boolean(),
    "date": nw.Date(),
}
"""The types of a Data Package's fields."""

Columns = Mapping[str, Sequence[object]]


def eager(columns: Columns, schema: Mapping[str, Any], engine: str) -> nw.DataFrame[Any]:
    """A frame of an eager engine, with the given types whatever the values are.

    Args:
        columns: The values, column by column.
        schema: The narwhals type of each column, in order.
        engine: One of `EAGER`.

    Raises:
        QueryError: If the engine is none of them, or is not installed.

    pandas gets its nullable types. It has no type for a day of its own, so that days
    become ``datetime64`` at midnight.
    """
    if engine not in EAGER:
        known = ", ".join(map(repr, EAGER))
        raise QueryError(f"engine must be one of {known}, not {engine!r}")
    try:
        if engine in ("polars", "pyarrow"):
            backend: Any = engine
            return nw.from_dict(dict(columns), schema=dict(schema), backend=backend)
        types = {n: nw.Datetime("us") if t == nw.Date else t for n, t in schema.items()}
        return _pandas_like(columns, types, engine)
    except ModuleNotFoundError as error:
        raise QueryError(f"engine {engine!r} is not installed: {error}") from None


def _pandas_like(columns: Columns, types: dict[str, Any], engine: str) -> nw.DataFrame[Any]:
    # Made as objects and cast after: a column of ints and None would pass through float.
    import importlib

    native = importlib.import_module({"modin": "modin.pandas"}.get(engine, engine))
    dtypes = nw.Schema(types).to_pandas("numpy_nullable")
    series = {n: native.Series(list(columns[n]), dtype=dtypes[n]) for n in types}
    return nw.from_native(native.DataFrame(series), eager_only=True)


def beside(
    frame: nw.LazyFrame[Any], columns: Columns, schema: Mapping[str, Any]
) -> nw.LazyFrame[Any]:
    """A small table that can be joined to a frame, in the same engine and session.

    Args:
        frame: The frame to join to; nothing of it is computed.
        columns: The values, column by column: text, numbers, days or None.
        schema: The narwhals type of each column, in order.

    Raises:
        QueryError: If the engine is not supported.
    """
    engine = frame.implementation
    if engine.is_pandas_like() or engine.is_polars() or engine.is_pyarrow():
        return nw.from_dict(dict(columns), schema=dict(schema), backend=engine).lazy()
    if engine.is_dask():
        return nw.from_dict(dict(columns), schema=dict(schema), backend="pandas").lazy("dask")
    if engine.is_duckdb():
        small: nw.LazyFrame[Any] = nw.from_native(_duckdb(frame.to_native(), columns, schema))
    elif engine.is_pyspark() or engine.is_pyspark_connect():
        small = nw.from_native(_spark(frame.to_native(), columns, schema))
    else:
        raise QueryError(f"frames of {engine} are not supported")
    return small


def _duckdb(relation: Any, columns: Columns, schema: Mapping[str, Any]) -> Any:
    # A relation can only be joined to one of the same connection, and does not tell which
    # that is. So the table is made out of the user's own relation: of its first zero rows.
    # One text a column, split again, because hundreds of literals take longer to parse.
    kinds = {nw.Int64: "BIGINT", nw.Float64: "DOUBLE", nw.Date: "DATE", nw.Datetime: "TIMESTAMP"}
    cells = []
    for name, dtype in schema.items():
        text = "|".join("" if value is None else str(value) for value in columns[name])
        cell = f"nullif(unnest(string_split({_quoted(text, chr(39))}, '|')), '')"
        kind = kinds.get(type(dtype), "VARCHAR")
        cells.append(f"CAST({cell} AS {kind}) AS {_quoted(name, chr(34))}")
    small = relation.limit(0).aggregate("count(*) AS n").select(", ".join(cells))
    # From version 2 on the small table can be held in memory: the optimizer then knows how
    # small it is, and the join takes a tenth less. The user's rows stay untouched.
    return small.materialize() if hasattr(small, "materialize") else small


def _quoted(text: str, mark: str) -> str:
    return mark + text.replace(mark, 2 * mark) + mark


def _spark(frame: Any, columns: Columns, schema: Mapping[str, Any]) -> Any:
    from pyspark.sql import functions, types

    fields = []
    for name, dtype in schema.items():
        if dtype == nw.String:
            kind: Any = types.StringType()
        elif dtype == nw.Date:
            kind = types.DateType()
        elif dtype == nw.Datetime:
            kind = types.TimestampNTZType()
        else:
            kind = types.DoubleType() if dtype.is_float() else types.LongType()
        fields.append(types.StructField(name, kind))
    rows = list(zip(*columns.values(), strict=True))
    small = frame.sparkSession.createDataFrame(rows, types.StructType(fields))
    # Without the hint Spark may shuffle and sort the large side.
    return functions.broadcast(small)

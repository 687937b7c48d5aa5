"""The data as dataframes, and statuses added to your own: needs ``sco[frames]``.

`annotate` joins the frame on the country and the year to a small table of a few hundred
rows: one for each state, year and status in that year. Only where a status changed
within a year are there two or three rows to choose from, by a filter on the day. So the
engine does an equi-join on two keys, which all of them do well, and hardly a row is made
that is dropped again. Measured on ten million rows this takes about as long as the
range join that one writes by hand in DuckDB, and less than ``join_asof`` in Polars. A join
on the country alone and a filter made two to three times the rows; one wide row a state
and a ``when`` over its changes moved more columns, and both were slower.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import narwhals.stable.v2 as nw

from sco._dataset import chosen
from sco._edition.package import fields_of, may_be_partial
from sco._errors import DataError, QueryError
from sco._inputs.dates import first_day, last_day, parse_stored
from sco.frames._annotation import Request, doubts, joined
from sco.frames._engines import TYPES, eager

__all__ = ["annotate", "table"]


def annotate(
    frame: Any,
    *,
    country: str,
    date: str,
    codes: str = "alpha_2",
    basis: str = "in_force",
    into: str = "status",
    strict: bool = False,
    edition: str | None = None,
) -> Any:
    """Add to each row the status that its state had on its date.

    The engine does the work: a lazy frame stays lazy, and nothing of it is computed
    unless ``strict`` is set. Rows keep their number, and in eager frames their order.

    Args:
        frame: A frame of pandas, Polars (eager or lazy), PyArrow, DuckDB, Dask or PySpark.
        country: The column with the states' codes, exactly as the standard writes them.
        date: The column with the days: dates, or datetimes without a time zone.
        codes: What the codes are: ``"alpha_2"``, ``"alpha_3"`` or ``"numeric"`` (ISO 3166-1;
            numeric ones as text of three digits or as numbers), ``"cow"`` (Correlates of
            War) or ``"gw"`` (Gleditsch-Ward).
        basis: ``"in_force"`` or ``"decision"``: see `sco.members_as_of`.
        into: The name of the new column.
        strict: Compute what cannot be answered, and raise an error that names it. This
            runs a few small queries on the frame before the answer.
        edition: The edition's version; None for the newest one.

    Returns:
        A frame of the same kind with one column more, of text: ``member``, ``observer``
        and so on. It is missing where the state had no status, where the code is unknown
        or the date missing, and where the date lies among the possible days of a change
        whose day is not known. A date past the last day searched gets the last status
        known.

    Raises:
        QueryError: If there is no such column, or one named ``into`` already; if the
            column's type does not fit; if codes or basis is not one of those named.
        InvalidDateError: If the date column holds no dates or has a time zone.
        DataError: With ``strict``, if codes are unknown, codes or dates are missing, or
            statuses are not known.

    >>> import pandas as pd
    >>> from sco.frames import annotate
    >>> events = pd.DataFrame({"iso": ["IN", "IN"], "day": ["2017-06-08", "2017-06-09"]})
    >>> events["day"] = pd.to_datetime(events["day"])
    >>> annotate(events, country="iso", date="day")["status"].tolist()
    ['observer', 'member']
    """
    try:
        own: nw.DataFrame[Any] | nw.LazyFrame[Any] = nw.from_native(frame)
    except TypeError as error:
        raise QueryError(f"not a dataframe that is supported: {error}") from None
    request = Request.of(own, country, date, codes, basis, into, chosen(edition))
    if strict and (faults := doubts(own, request)):
        raise DataError("; ".join(faults))
    if isinstance(own, nw.LazyFrame):
        return joined(own, request).to_native()
    # Only two columns go through the join: the others keep their index, order and types.
    row = nw.generate_temporary_column_name(8, own.columns)
    keys = own.select(country, date).with_row_index(row).lazy()
    found = joined(keys, request).select(row, into).collect()
    if not found[row].is_sorted():
        found = found.sort(row)
    return own.with_columns(found[into]).to_native()


def table(name: str, *, engine: str, edition: str | None = None) -> Any:
    """A table of an edition as a frame, with the same types whatever its rows are.

    Args:
        name: The table: ``"episodes"``, ``"steps"``, ``"summits"``, ``"delegates"``,
            ``"tenures"``, ``"visits"``, ``"meetings"``, ``"participants"``,
            ``"announcements"``, ``"tallies"``, ``"coverage"``, ``"countries"``,
            ``"aliases"``, ``"people"``, ``"officers"``, ``"sources"`` or ``"alternatives"``.
        engine: ``"pandas"``, ``"polars"``, ``"pyarrow"``, ``"modin"`` or ``"cudf"``.
        edition: The edition's version; None for the newest one.

    Returns:
        A frame of that engine. Days are dates (in pandas ``datetime64`` at midnight);
        numbers and booleans are nullable. A date that may be known only in part has four
        columns: ``start`` (missing where it is partial), ``start_earliest`` and
        ``start_latest`` (the same day where it is known), and ``start_edtf`` (the text as
        recorded). Lists are text separated by ``|``, source ids by spaces.

    Raises:
        QueryError: If there is no such table or engine.
        UnknownEditionError: If there is no such edition.

    >>> from sco.frames import table
    >>> frame = table("episodes", engine="pandas")
    >>> str(frame.loc[frame["id"] == "IN-member", "start"].item())
    '2017-06-09 00:00:00'
    """
    tables = chosen(edition).records.tables
    fields = fields_of(tables.files, name)
    schema: dict[str, Any] = {}
    for field in fields:
        if may_be_partial(field):
            schema[field["name"]] = nw.Date()
            schema |= {f"{field['name']}_{end}": nw.Date() for end in ("earliest", "latest")}
            schema[f"{field['name']}_edtf"] = nw.String()
        else:
            schema[field["name"]] = TYPES[field["type"]]
    columns: dict[str, list[object]] = {column: [] for column in schema}
    for row in tables.all_rows(name):
        for field in fields:
            text = row[field["name"]]
            if may_be_partial(field):
                _add_date(columns, field["name"], text)
            else:
                columns[field["name"]].append(_PARSERS[field["type"]](text) if text else None)
    return eager(columns, schema, engine).to_native()


_PARSERS: dict[str, Any] = {
    "string": str,
    "integer": int,
    "boolean": lambda text: text == "true",
    "date": dt.date.fromisoformat,
}


def _add_date(columns: dict[str, list[object]], name: str, text: str) -> None:
    value = parse_stored(text) if text else None
    columns[name].append(value if isinstance(value, dt.date) else None)
    columns[f"{name}_earliest"].append(first_day(value) if value else None)
    columns[f"{name}_latest"].append(last_day(value) if value else None)
    columns[f"{name}_edtf"].append(text or None)

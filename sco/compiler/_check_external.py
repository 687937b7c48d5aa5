"""Checks that every difference from another data set has its reason, and nothing else has."""

from __future__ import annotations

from collections import Counter
from datetime import date

from sco._inputs.dates import optional_stored
from sco._queries.yearly import highest_by_year
from sco.compiler._reading import Reading, Record
from sco.records.external import ExternalDataset
from sco.records.membership import Status

_FIRST_YEAR = 1990  # years before those of the Shanghai Five say nothing of it
_Statuses = dict[tuple[str, int], Status]


def check(reading: Reading, today: date) -> None:
    """Add a fault for each record that needs a reason, or has one that it does not need.

    A state that a data set leaves out, in a year that it reaches and in which we have a
    status for it, is a difference like any other: it needs a record.

    Args:
        reading: What the files say.
        today: The day on which the edition is made: no data set reaches further.
    """
    wrong = [r for r in reading.of("external") if not _are_years(reading, r, today)]
    if wrong:
        return
    spans = [
        (
            r.row["country"],
            Status(r.row["status"]),
            optional_stored(r.row["start"]),
            optional_stored(r.row["end"]),
        )
        for r in reading.of("episodes")
    ]
    for dataset in ExternalDataset:
        records = [r for r in reading.of("external") if r.row["dataset"] == dataset]
        if records:
            reached = sorted(year for record in records for year in _years(record))
            ours = highest_by_year(spans, range(reached[0], reached[-1] + 1))
            _check_reasons(reading, records, ours)
            _check_cells(reading, records, ours)


def _are_years(reading: Reading, record: Record, today: date) -> bool:
    first, last = int(record.row["first_year"]), int(record.row["last_year"])
    if first < _FIRST_YEAR:
        _fault(reading, record, "first_year", f"is before {_FIRST_YEAR}")
    elif last < first:
        _fault(reading, record, "last_year", "is before first_year")
    elif last > today.year:
        _fault(reading, record, "last_year", f"is after {today.year}, the year of the edition")
    else:
        return True
    return False


def _check_reasons(reading: Reading, records: list[Record], ours: _Statuses) -> None:
    for record in records:
        country, theirs = record.row["country"], record.row["reads_as"]
        differing = [y for y in _years(record) if ours.get((country, y), "") != theirs]
        if differing and not record.row["reason"]:
            year = differing[0]
            held = ours.get((country, year), "no status")
            message = f"is required: in {year} our records have {held} for {country}"
            _fault(reading, record, "reason", message)
        if not differing and record.row["reason"]:
            _fault(reading, record, "reason", "must be empty: it agrees with ours in each year")


def _check_cells(reading: Reading, records: list[Record], ours: _Statuses) -> None:
    counts = Counter((r.row["country"], year) for r in records for year in _years(r))
    for record in records:
        for year in _years(record):
            if counts[record.row["country"], year] > 1:
                _fault(reading, record, "country", f"{record.row['country']} has two in {year}")
    for (country, year), status in ours.items():
        if not counts[country, year]:
            message = f"has no record for {country} in {year}, when it was {status} in ours"
            reading.faults.add(records[0].file, records[0].row["dataset"], "", message)


def _years(record: Record) -> range:
    return range(int(record.row["first_year"]), int(record.row["last_year"]) + 1)


def _fault(reading: Reading, record: Record, field: str, message: str) -> None:
    reading.fault(record, field, message)

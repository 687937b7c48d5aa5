"""Checks that a city is in one state, whoever names it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sco.compiler._reading import Reading, Record


def check(reading: Reading) -> None:
    """Add a fault where a city is given to another state than most records give it to."""
    seen: dict[str, Counter[str]] = {}
    for _, _, city, state in _places(reading):
        seen.setdefault(city, Counter())[state] += 1
    for record, field, city, state in _places(reading):
        counts = seen[city]
        if counts[state] < counts.total():
            others = ", ".join(sorted(s for s in counts if s != state))
            if counts[state] <= max(n for s, n in counts.items() if s != state):
                message = (
                    f"{city} is in {others} in other records, not in {state}; if there are two "
                    "of that name, add what tells them apart"
                )
                reading.fault(record, field, message)


def _places(reading: Reading) -> Iterator[tuple[Record, str, str, str]]:
    for record in reading.of("summits"):
        if record.row["city"]:
            yield record, "host", record.row["city"], record.row["host"]
    for record in reading.of("meetings"):
        if record.row["city"]:
            yield record, "country", record.row["city"], record.row["country"]
    for record in reading.of("visits"):
        for city in filter(None, record.row["cities"].split("|")):
            yield record, "cities", city, record.row["host"]

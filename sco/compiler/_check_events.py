"""Checks that a recurring event agrees with its file, its format and who was in office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco.compiler._cells import span
from sco.compiler._reading import Reading, Record
from sco.compiler._terms import Terms


def check(reading: Reading) -> None:
    """Add a fault for every event, and every attendee, that cannot be."""
    terms, events = Terms(reading), reading.by_id("events")
    for event in events.values():
        for field, problem in _problems(event):
            reading.fault(event, field, problem)
    for side in reading.of("attendees"):
        event, row = events[side.row["event"]], side.row
        if terms.roles(row["country"], row["person"], span(event.row)[0]) == set():
            reading.fault(
                event, "attendees", f"{row['person']} did not lead {row['country']} on the day"
            )


def _problems(event: Record) -> Iterator[tuple[str, str]]:
    row = event.row
    wanted = f"events/{row['series'].lower()}.toml"
    if event.file != wanted:
        yield "series", f"{row['series']} belongs in data/{wanted}"
    named = row["number"] or row["start"]
    if not re.fullmatch(rf"{re.escape(row['series'])}-{re.escape(named)}(-[a-z])?", event.id):
        yield "id", f"must be {row['series']}-{named}"
    if (row["format"] == "video") == bool(row["host"]):
        yield "host", "is that of the place: of all but events by video"

"""Checks that the records agree with each other and with the world."""

from __future__ import annotations

from datetime import date

from sco.compiler import (
    _check_countries,
    _check_duplicates,
    _check_events,
    _check_external,
    _check_ids,
    _check_leaders,
    _check_meetings,
    _check_names,
    _check_periods,
    _check_places,
    _check_published,
    _check_sources,
    _check_summits,
    _check_visits,
)
from sco.compiler._read import Reading


def check(reading: Reading, today: date) -> None:
    """Add a fault for everything that cannot be true.

    Args:
        reading: What the files say, read without a fault: every cell holds what its
            field may hold.
        today: The day on which the edition is made: nothing happened later.
    """
    _check_names.check(reading)
    _check_ids.check(reading)
    _check_sources.check(reading, today)
    _check_periods.check(reading, today)
    _check_countries.check(reading)
    _check_places.check(reading)
    _check_summits.check(reading, today)
    _check_leaders.check(reading)
    _check_meetings.check(reading)
    _check_visits.check(reading)
    _check_duplicates.check(reading)
    _check_events.check(reading)
    _check_published.check(reading)
    _check_external.check(reading, today)

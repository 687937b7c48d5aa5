"""Summits as an iCalendar file (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from sco._errors import QueryError
from sco._inputs.dates import PartialDate, first_day, last_day
from sco.exports._extras import extra
from sco.records.summits import Body, Summit

if TYPE_CHECKING:
    import icalendar

_BODIES = {
    Body.CHS: "SCO Council of Heads of State",
    Body.CHG: "SCO Council of Heads of Government",
    Body.S5: "Shanghai Five",
}


def calendar(records: Iterable[object], version: str, released: date) -> bytes:
    """The summits as all-day events.

    Args:
        records: Summits, and nothing else.
        version: The edition's version.
        released: The day on which the edition was released: the stamp of every event, so
            that the same edition gives the same bytes.

    Raises:
        QueryError: If a record is not a summit, or if there are none.
        MissingExtraError: If icalendar is not installed.
    """
    library = extra("icalendar")
    found = tuple(records)
    summits = [one for one in found if isinstance(one, Summit)]
    if not summits or len(summits) != len(found):
        raise QueryError("a calendar holds summits: export an edition or a query on summits")
    result: icalendar.Calendar = library.Calendar()
    result.add("prodid", f"-//sco-reference//{version}//EN")
    result.add("version", "2.0")
    result.add("x-wr-calname", "SCO summits")
    stamp = datetime(released.year, released.month, released.day, tzinfo=UTC)
    for summit in summits:
        result.add_component(_event(summit, stamp))
    return bytes(result.to_ical())


def _event(summit: Summit, stamp: datetime) -> icalendar.Event:
    import icalendar

    event = icalendar.Event()
    event.add("uid", f"{summit.id}@sco-reference")
    event.add("dtstamp", stamp)
    event.add("dtstart", first_day(summit.start))
    # In iCalendar the end of an all-day event is the day after its last.
    event.add("dtend", last_day(summit.end) + timedelta(days=1))
    event.add("summary", _title(summit))
    event.add("location", ", ".join(filter(None, (summit.venue, summit.city, summit.host.name))))
    event.add("description", _description(summit))
    event.add("url", summit.sources[0].url)
    event.add("categories", [str(summit.body)])
    event.add("status", "TENTATIVE" if summit.scheduled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event


def _title(summit: Summit) -> str:
    place = summit.city or summit.host.name
    unknown = any(isinstance(day, PartialDate) for day in (summit.start, summit.end))
    return f"{_BODIES[summit.body]}, no. {summit.ordinal}: {place}" + (
        " (day not known)" if unknown else ""
    )


def _description(summit: Summit) -> str:
    chair = summit.chair or summit.chair_country
    lines = [
        f"Session: {summit.session_day}" if summit.session_day else "",
        f"Chair: {chair}" if chair else "",
        f"Format: {summit.format.replace('_', ' ')}" if summit.format else "",
        summit.declaration or "",
        *(source.url for source in summit.sources),
    ]
    return "\n".join(filter(None, lines))

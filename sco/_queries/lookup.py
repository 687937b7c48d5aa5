"""The query that finds any record by its id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from sco._errors import QueryError, UnknownRecordError
from sco._queries.base import Queried

if TYPE_CHECKING:
    from sco._edition.records import Pair

_SUMMIT = re.compile("(CHS|CHG|S5)-?([0-9]+)", re.IGNORECASE)
_OF_PAIR = re.compile("([A-Z]{2})-(?:to-)?([A-Z]{2})-", re.IGNORECASE)


def record(data: Queried, id: str, *, table: str | None = None) -> Any:
    """The record with this id, of whichever kind.

    Args:
        id: The id as the records and tables give it, in any case: ``"CHS-24"`` (or
            ``"CHS24"``), ``"CN-RU-2024-05-16"``, ``"RU-to-CN-2024-05-16"``, ``"IN-member"``,
            ``"xi-jinping"``; also of a joint presence that is derived, such as ``"CN-RU-CHS-11"``.
        table: The table that it is in, such as ``"tallies"``: needed where a meeting and a
            published count have one id.

    Raises:
        UnknownRecordError: If there is none; it names ids that are spelled alike.
        QueryError: If it is no text, or if two tables have it.

    >>> import sco
    >>> sco.record("CN-RU-2024-05-16")
    <Meeting 2024-05-16 Beijing CN: Xi Jinping, Vladimir Putin (talks)>
    >>> sco.record("chs24").city
    'Astana'
    """
    if not isinstance(id, str):
        raise QueryError(f"an id is text such as 'CHS-24', not {id!r}")
    name = summit_id(id)
    wanted = name.casefold()
    known: list[str] = []
    found: dict[str, Any] = {}
    for where, candidates in _candidates(data, name):
        for one in candidates if table in (None, where) else ():
            known.append(one.id)
            if one.id.casefold() == wanted:
                found[where] = one
    if len(found) > 1:
        tables = " and ".join(found)
        raise QueryError(f"{id!r} is in {tables}: say which by table=")
    if not found:
        raise UnknownRecordError(f"no record {id!r}{_alike(name, known)}")
    return next(iter(found.values()))


def summit_id(text: str) -> str:
    """A summit's id as the records write it; any other text as it is, without its margins."""
    match = _SUMMIT.fullmatch(text.strip())
    return f"{match[1].upper()}-{int(match[2])}" if match else text.strip()


def _alike(name: str, known: list[str]) -> str:
    import difflib

    close = difflib.get_close_matches(name, known, n=3)
    return f"; there are {', '.join(close)}" if close else "; ids are like 'CHS-24' or 'IN-member'"


def _candidates(data: Queried, name: str) -> Iterator[tuple[str, Iterable[Any]]]:
    """The tables and the records among which an id of this form can be."""
    records = data.records
    match = _OF_PAIR.match(name)
    if match:
        one, two = sorted((match[1].upper(), match[2].upper()))
        if one != two:
            yield from _of_pair(data, (one, two))
    yield "summits", records.summits.values()
    yield "events", records.events
    yield "episodes", records.episodes
    yield "steps", records.steps
    yield "tenures", records.tenures
    yield "officers", records.officers
    yield "announcements", records.announcements
    yield "external", records.external
    yield "people", records.tables.people.values()
    subjects = records.tables.subjects("coverage")
    yield "coverage", (row for subject in subjects for row in records.coverage(subject))


def _of_pair(data: Queried, pair: Pair) -> Iterator[tuple[str, Iterable[Any]]]:
    from sco._queries.meetings import occasions

    yield "meetings", occasions(data, pair)
    yield "visits", data.records.visits(*pair)
    yield "tallies", data.records.tallies(pair)
    yield "inclusions", data.records.inclusions(pair)

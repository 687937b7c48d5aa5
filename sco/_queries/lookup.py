"""The query that finds any record by its id."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sco._errors import QueryError, UnknownRecordError
from sco._queries.base import Queried

if TYPE_CHECKING:
    from sco._edition.records import Pair

_SUMMIT = re.compile("(CHS|CHG|S5)-?([0-9]+)", re.IGNORECASE)
_OF_PAIR = re.compile("([A-Z]{2})-(?:to-)?([A-Z]{2})-", re.IGNORECASE)


def record(data: Queried, id: str) -> Any:
    """The record with this id, of whichever kind.

    Args:
        id: The id as the records and tables give it, in any case: ``"CHS-24"`` (or
            ``"CHS24"``), ``"CN-RU-2024-05-16"``, ``"RU-to-CN-2024-05-16"``, ``"IN-member"``,
            ``"xi-jinping"``; also of a joint presence that is derived, such as ``"CN-RU-CHS-19"``.

    Raises:
        UnknownRecordError: If there is none; it names ids that are spelled alike.
        QueryError: If it is no text.

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
    for candidate in _candidates(data, name):
        if candidate.id.casefold() == wanted:
            return candidate
        known.append(candidate.id)
    raise UnknownRecordError(f"no record {id!r}{_alike(name, known)}")


def summit_id(text: str) -> str:
    """A summit's id as the records write it; any other text as it is, without its margins."""
    match = _SUMMIT.fullmatch(text.strip())
    return f"{match[1].upper()}-{int(match[2])}" if match else text.strip()


def _alike(name: str, known: list[str]) -> str:
    import difflib

    close = difflib.get_close_matches(name, known, n=3)
    return f"; there are {', '.join(close)}" if close else "; ids are like 'CHS-24' or 'IN-member'"


def _candidates(data: Queried, name: str) -> Iterator[Any]:
    """The records among which an id of this form can be; of a pair, that pair's first."""
    records = data.records
    match = _OF_PAIR.match(name)
    if match:
        one, two = sorted((match[1].upper(), match[2].upper()))
        if one != two:
            yield from _of_pair(data, (one, two))
    yield from records.summits.values()
    yield from records.events
    yield from records.episodes
    yield from records.steps
    yield from records.tenures
    yield from records.officers
    yield from records.announcements
    yield from records.external
    yield from records.tables.people.values()
    for subject in records.tables.subjects("coverage"):
        yield from records.coverage(subject)


def _of_pair(data: Queried, pair: Pair) -> Iterator[Any]:
    from sco._queries.meetings import occasions

    yield from occasions(data, pair)
    yield from data.records.visits(*pair)
    yield from data.records.tallies(pair)
    yield from data.records.inclusions(pair)

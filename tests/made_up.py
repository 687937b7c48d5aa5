"""Records made up row by row, an edition of them in memory, and what they say day by day.

The models here are as plain as they can be: every day is looked at, under every reading of what
is partly known. The law tests hold the queries and the compiler's checks against them.
"""

from __future__ import annotations

import enum
import itertools
from collections.abc import Callable, Collection, Iterable
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from sco._dataset import Dataset
from sco._edition.files import Files
from sco._edition.rows import Row
from sco._errors import AmbiguousDateError
from sco._inputs.dates import PartialDate, first_day, last_day
from sco.compiler._fields import Field, Type
from sco.compiler._reading import Reading, Record
from sco.compiler._schema import BY_NAME
from sco.compiler._write import contents
from sco.records.common import Country

Day = date | PartialDate
META = {"version": "2000.01", "released": date(2026, 11, 22), "title": "Made up"}
STATES = ("CN", "IN", "KZ", "PK", "RU", "UZ")
_PLAIN = {Type.TEXT: "x", Type.INTEGER: "1", Type.BOOLEAN: "false", Type.TEXTS: "x"}


def record(
    of: str,
    /,
    *,
    cited: Collection[str] = ("s1",),
    distinct_from: Iterable[str] = (),
    **cells: Any,
) -> Record:
    """One record; what is required and not given holds some value.

    Args:
        of: Its table.
        cited: The ids of its sources.
        distinct_from: The records that it is said not to be.
        cells: Its fields, as records or as text hold them.
    """
    kind = BY_NAME[of]
    fields = {field.name for field in kind.fields}
    assert cells.keys() <= fields, cells.keys() - fields
    row: Row = {f.name: _cell(f, cells.get(f.name, f.default)) for f in kind.fields}
    sources = tuple(cited) if kind.sources is not None else ()
    if kind.sources is not None:
        row["sources"] = " ".join(sources)
    key = "/".join(row[name] for name in kind.key)
    return Record(kind, f"{of}.toml", key, row, sources, tuple(distinct_from))


def _cell(field: Field, value: Any) -> str:
    if value is None and field.required:
        return str(next(iter(field.values))) if field.values else _PLAIN.get(field.type, "")
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return "|".join(map(str, value))
    return "" if value is None else str(value)


def reading(records: Iterable[Record], **pages: Row) -> Reading:
    """What the compiler would have read.

    Args:
        records: The records.
        pages: Cells of sources, by id; any that is cited and not given is some page.
    """
    found = Reading(records=list(records))
    for key in dict.fromkeys(key for one in found.records for key in one.sources):
        cells = {"id": key, "url": f"https://example.org/{key}", "language": "en"}
        page = record("sources", **{**cells, **pages.get(key, {})})
        page.id, page.sources = key, ()
        found.sources[key] = page
    return found


def dataset(records: Iterable[Record]) -> Dataset:
    """An edition of some records, with the states and whom the records name."""
    made = list(records)
    named = {
        person: _state_of(one, person)
        for one in made
        for field in ("person", "leader", "leaders", "chair")
        for person in one.row.get(field, "").split("|")
        if person
    }
    states = [record("countries", alpha_2=s, alpha_3=f"{s}X", name=f"Land {s}") for s in STATES]
    people = [
        record("people", id=person, country=state, name=f"{person.title()} {person.title()}man")
        for person, state in named.items()
    ]
    return _InMemory(contents(reading([*states, *people, *made]), META))


def _state_of(one: Record, person: str) -> str:
    """A person of a made-up record is called after the state: ``ru-1``."""
    return person.partition("-")[0].upper()


class _Memory(Files):
    def __init__(self, files: dict[str, bytes]) -> None:
        super().__init__("memory")
        self._held = files

    def _raw(self, name: str, digest: str | None) -> bytes | None:
        return self._held.get(name)


class _InMemory(Dataset):
    def __init__(self, files: dict[str, bytes]) -> None:
        super().__init__()
        self._own = _Memory(files)

    def _files(self) -> Files:
        return self._own


def named(states: Iterable[Country]) -> list[str]:
    """The codes of states."""
    return [state.alpha_2 for state in states]


def answer(question: Callable[..., Any], *asked: Any, **how: Any) -> Any:
    """What a query answers, states by their codes; `Known.UNSURE` if it does not know."""
    try:
        found = question(*asked, **how)
    except AmbiguousDateError:
        return Known.UNSURE
    return named(found) if isinstance(found, tuple) else found


def between(first: date, last: date) -> list[date]:
    """Every day from one to another, both included."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def readings(day: Day | None, never: date = date.max) -> list[date]:
    """Every day that a date can mean."""
    return [never] if day is None else between(first_day(day), last_day(day))


class Known(enum.Enum):
    """What is known of a statement."""

    TRUE = "on every reading"
    FALSE = "on no reading"
    UNSURE = "on some"


def holds(start: Day | None, end: Day | None, days: Collection[date], during: str) -> Known:
    """Whether a half-open period holds on some days, whichever way its edges are read.

    Args:
        start: Its first day; None if it never began.
        end: The first day after it; None if it lasts.
        days: The days.
        during: ``"any"`` of them, ``"throughout"``, or ``"same"`` if that must make no difference.
    """
    if start is None:
        return Known.FALSE
    truths = [
        [s <= day < e for day in days] for s, e in itertools.product(readings(start), readings(end))
    ]
    at_all = all if during == "throughout" else any
    for_sure = any if during == "any" else all
    if not any(at_all(on) for on in truths):
        return Known.FALSE
    return Known.TRUE if all(for_sure(on) for on in truths) else Known.UNSURE


def partly_known(days: st.SearchStrategy[date], most: int = 4) -> st.SearchStrategy[Day]:
    """Days, and periods of a few days one of which is meant."""

    def from_day(day: date, more: int) -> Day:
        if not more:
            return day
        return PartialDate.parse(f"{day}/{day + timedelta(days=more)}")

    return st.builds(from_day, days, st.sampled_from([0, 0, *range(1, most + 1)]))

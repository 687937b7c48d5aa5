"""The page ``crosswalk.md``: our statuses beside those of other data sets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from sco._dataset import Dataset
from sco.compiler.pages._markdown import GENERATED, page, table
from sco.crosswalk import crosswalk
from sco.records.common import Source
from sco.records.external import Cell, ExternalDataset
from sco.records.membership import Status

_TITLES = {
    ExternalDataset.COW_IGO_V3: "Correlates of War IGO, version 3",
    ExternalDataset.CIA_FACTBOOK_2026: "CIA World Factbook, last state (January 2026)",
}
_ABOUT = {
    ExternalDataset.COW_IGO_V3: (
        "A row a year, with codes for full members (1), associates (2) and observers (3). It ends "
        "in 2014, so later years are not compared."
    ),
    ExternalDataset.CIA_FACTBOOK_2026: (
        'An undated list: the line "International organization participation" of each '
        "state's entry. The Factbook was withdrawn in February 2026; its last state is compared "
        "with our year 2026."
    ),
}
_INTRODUCTION = """\
Two other data sets say who belongs to the organisation. Here they are held against ours,
cell by cell: one cell is one state in one year in which either side has a status for it.
Ours is the highest status that the state held on any day of the year, counted from its entry
into force (of member, Shanghai Five, observer, partner, dialogue partner). The same cells in
Python: `sco.crosswalk.crosswalk()`; the other side's codes: the table `external`."""

_Row = tuple[int, int, Status | None, str, str]


def render(data: Dataset) -> str:
    """The page for one edition."""
    cells = crosswalk(data=data)
    parts = {d: [c for c in cells if c.dataset is d] for d in ExternalDataset}
    heads = ("Data set", "Years", "Cells", "Agree", "Differ")
    counts = table(heads, [_counts(d, part) for d, part in parts.items()])
    sections = [_section(d, part) for d, part in parts.items()]
    head = ["# Crosswalk", GENERATED, f"Edition {data.version}.", _INTRODUCTION, counts]
    return "\n\n".join([*head, *sections]) + "\n"


def _counts(dataset: ExternalDataset, cells: list[Cell]) -> tuple[object, ...]:
    agree = sum(cell.agrees for cell in cells)
    years = [cell.year for cell in cells]
    span = _span(min(years), max(years))
    return _TITLES[dataset], span, len(cells), agree, len(cells) - agree


def _section(dataset: ExternalDataset, cells: list[Cell]) -> str:
    rows = [
        (states, _span(first, last), _words(ours), code, why)
        for (first, last, ours, code, why), states in _merged(cells)
    ]
    heads = ("States", "Years", "Ours", "Its code", "Why it differs")
    sources = "\n".join(f"- {_cited(source)}" for source in _shared(cells))
    title = f"## {_TITLES[dataset]}"
    return "\n\n".join([title, _ABOUT[dataset], table(heads, rows), f"Sources:\n\n{sources}"])


def _merged(cells: Iterable[Cell]) -> Iterator[tuple[_Row, str]]:
    """Years in a row with the same content as one, and states with the same such run as one."""
    states: dict[_Row, list[str]] = {}
    for name, own in groupby(cells, key=lambda cell: cell.country.name):
        # Within a run, the year and its place in the list grow together.
        numbered = enumerate(own)
        for _, pairs in groupby(
            numbered, key=lambda pair: (pair[1].year - pair[0], _said(pair[1]))
        ):
            run = [cell for _, cell in pairs]
            row = (run[0].year, run[-1].year, *_said(run[0]))
            states.setdefault(row, []).append(name)
    order = list(Status)
    for row in sorted(states, key=lambda r: (r[0], r[1], order.index(r[2]) if r[2] else -1, r[3:])):
        yield row, ", ".join(sorted(states[row]))


def _said(cell: Cell) -> tuple[Status | None, str, str]:
    return cell.ours, cell.code or "(not named)", cell.reason or "agrees"


def _shared(cells: list[Cell]) -> list[Source]:
    """The sources that all cells rest on: those of the data set, not of one state's entry."""
    return [s for s in cells[0].sources if all(s in cell.sources for cell in cells)]


def _cited(source: Source) -> str:
    dated = f", {source.published}" if source.published else ""
    return f"{source.publisher}, {page(source.title, source)}{dated}"


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"


def _words(status: Status | None) -> str:
    if status is Status.SHANGHAI_FIVE:
        return "Shanghai Five"
    return status.replace("_", " ") if status else "none"

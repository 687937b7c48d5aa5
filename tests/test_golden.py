"""Golden tables: whole answers, so that no correction goes unseen."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

import sco

GOLDEN = Path(__file__).parent / "golden"


def members_by_year() -> list[list[str]]:
    """Every status on 31 December of each year (2026: on 31 August), as codes."""
    rows = [["year", *sco.Status]]
    for year in range(1996, 2027):
        day = f"{year}-12-31" if year < 2026 else "2026-08-31"
        rows.append([str(year), *(_codes(day, status) for status in sco.Status)])
    return rows


def _codes(day: str, status: str) -> str:
    try:
        return " ".join(c.alpha_2 for c in sco.members_as_of(day, status=status))
    except sco.AmbiguousDateError:
        return "ambiguous"


def summit_table() -> list[list[str]]:
    return [["id", "start", "end", "session_day", "host", "city", "format", "chair"]] + [
        [
            s.id,
            str(s.start),
            str(s.end),
            str(s.session_day or ""),
            s.host.alpha_2,
            s.city or "",
            s.format or "",
            s.chair.name if s.chair else "",
        ]
        for s in sco.summits()
    ]


def regular_meetings() -> list[list[str]]:
    found = sco.meetings_between("RU", "CN", level="head_of_government", until="2026-10-10")
    return [["number", "start", "end", "city", "mode"]] + [
        [str(m.number), str(m.start), str(m.end), m.city or "", m.mode]
        for m in found
        if m.kind == "regular"
    ]


def xi_and_putin() -> list[list[str]]:
    found = sco.meetings_between(
        "RU", "CN", since="2013-03-14", until="2026-10-10", leaders=("Xi", "Putin")
    )
    return [["start", "end", "city", "country", "mode", "kind"]] + [
        [
            str(m.start),
            str(m.end),
            m.city or "",
            m.country.alpha_2 if m.country else "",
            m.mode,
            m.kind,
        ]
        for m in found
    ]


TABLES = {
    "members_by_year": members_by_year,
    "summits": summit_table,
    "regular_meetings": regular_meetings,
    "xi_and_putin": xi_and_putin,
}


def _text(name: str) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(TABLES[name]())
    return out.getvalue()


@pytest.mark.parametrize("name", TABLES)
def test_golden_table(name: str) -> None:
    """To accept a change: ``python -m tests.test_golden``, and read the diff."""
    assert _text(name) == (GOLDEN / f"{name}.csv").read_text(encoding="utf-8")


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for each in TABLES:
        (GOLDEN / f"{each}.csv").write_text(_text(each), encoding="utf-8")

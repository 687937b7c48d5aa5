"""Editions of schema 1 (2026.11 and 2026.11.1) as today's code reads them.

They have one file a table, whichever pair a row is of, and one of all sources. What later
editions say in their data and these did not stands here, as the code of their time had it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sco._edition.subjects import subject_of

if TYPE_CHECKING:
    from sco._edition.rows import Row

INCLUSIONS: tuple[Row, ...] = tuple(
    {
        "id": f"cumulative-{meeting}",
        "rule": "cumulative",
        "record": meeting,
        "inferred": inferred,
        "reason": reason,
        "sources": "",
    }
    for meeting, inferred, reason in (
        ("CN-RU-2013-03-27", "false", "BRICS summit in Durban, named in the list of 9 May 2015"),
        ("CN-RU-2013-09-13", "false", "SCO summit in Bishkek, named in the list of 9 May 2015"),
        ("CN-RU-2019-12-02", "true", "video ceremony for the Power of Siberia pipeline, inferred"),
        ("CN-RU-2021-05-19", "true", "video ceremony for four nuclear reactors, inferred"),
    )
)


def by_subject(
    table: str, rows: Iterable[Row], participants: Iterable[Row]
) -> dict[str, list[Row]]:
    """The rows of a table by the subject that they would have in a later edition.

    Args:
        table: Its name.
        rows: Its rows.
        participants: The rows of ``participants``, for the pair of a meeting.
    """
    sides: dict[str, set[str]] = {}
    for row in participants if table in ("meetings", "participants") else ():
        sides.setdefault(row["meeting"], set()).add(row["country"])
    found: dict[str, list[Row]] = {}
    for row in rows:
        if table in ("meetings", "participants"):
            states = sides[row["meeting" if table == "participants" else "id"]]
        elif table == "visits":
            states = {row["visitor"], row["host"]}
        else:
            states = set(row["countries"].split("|"))
        found.setdefault(subject_of(states), []).append(row)
    return found

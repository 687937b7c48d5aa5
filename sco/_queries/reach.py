"""What a question needs to have been searched, and what is said where it was not."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from sco._edition.subjects import ORGANISATION
from sco._inputs.dates import spoken
from sco._queries.asof import Outside, tell

if TYPE_CHECKING:
    from sco._edition.records import Pair
    from sco._inputs.choices import Window
    from sco._queries.base import Queried

LEVELS = ("head_of_state", "head_of_government", "mixed")
"""The levels that are searched apart."""
_NOTHING = "an empty answer does not mean that there are none"
_ONE_DAY = timedelta(days=1)


class Span(NamedTuple):
    """Days for which a statement of coverage speaks.

    Attributes:
        first: The first of them.
        last: The last of them that the search could see.
        searched: Whether anybody searched them.
    """

    first: date
    last: date
    searched: bool


def check_pair(
    data: Queried,
    window: Window,
    pair: Pair,
    what: str,
    outside: Outside,
    *,
    levels: Iterable[str] = LEVELS,
    any_level: bool = False,
) -> None:
    """Warn or raise if what is asked of a pair was not searched on every day.

    A window that is open at an end ends there with what was searched; days that are said
    not to have been searched are told within it.

    Args:
        data: The edition.
        window: The days asked about.
        pair: The two states.
        what: What is asked for: ``"talks"``, ``"phone_calls"``, ``"co_attendance"`` or
            ``"visits"``.
        outside: ``"warn"`` or ``"raise"``.
        levels: The levels asked about.
        any_level: Whether a day counts as searched if one level was.
    """
    wanted = [tuple(levels)] if any_level else [(level,) for level in levels]
    missing: dict[str, list[str]] = {}
    for some in wanted:
        spans = [span for level in some for span in _spans_of_pair(data, pair, what, level)]
        for gap in _unsearched(spans, window):
            missing.setdefault(gap, []).append(some[0])
    if missing:
        name = f"{_SPOKEN[what]} of {pair[0]} and {pair[1]}"
        tell(_said(name, missing, everything=len(wanted)), outside)


def check_terms(
    data: Queried, country: str, first: date | None, last: date | None, outside: Outside
) -> None:
    """Warn or raise if the leaders of a state were not searched on every day of a period.

    Args:
        data: The edition.
        country: The state.
        first: The first day; None for the first that was searched.
        last: The last day; None for the last that was searched.
        outside: ``"warn"`` or ``"raise"``.
    """
    spans = _spans(data, ORGANISATION, "tenures", country)
    gaps = _gaps(spans, first, last)
    if gaps:
        tell(_said(f"leaders of {country}", {gaps[0]: [""]}, everything=1), outside)


def check_trips(data: Queried, state: str | None, what: str, outside: Outside) -> None:
    """Warn or raise since visits or meetings are collected for some pairs of states alone.

    Args:
        data: The edition.
        state: The state asked about; None for all.
        what: ``"visits"`` or ``"meetings"``.
        outside: ``"warn"`` or ``"raise"``.
    """
    subjects = data.records.tables.subjects("coverage")
    pairs = [subject for subject in subjects if len(subject) == len("CN-RU")]
    if state is None:
        tell(f"{what} were searched for {', '.join(pairs)} alone", outside)
        return
    others = sorted(pair.replace(state, "").strip("-") for pair in pairs if state in pair)
    if others:
        tell(f"{what} of {state} were searched with {', '.join(others)} alone", outside)
    else:
        tell(f"{what} of {state} were not searched: {_NOTHING}", outside)


_SPOKEN = {
    "talks": "meetings",
    "phone_calls": "phone calls",
    "co_attendance": "joint presences",
    "visits": "visits",
}


def _said(name: str, missing: dict[str, list[str]], everything: int) -> str:
    parts = []
    for gap, levels in missing.items():
        of = "" if len(levels) == everything else f" ({', '.join(map(_plain, levels))})"
        parts.append(f"{name}{of} {gap}")
    return "; ".join(parts)


def _plain(level: str) -> str:
    return level.replace("_", " ")


def _spans_of_pair(data: Queried, pair: Pair, what: str, level: str) -> list[Span]:
    table = "visits" if what == "visits" else "meetings"
    covers = "" if what == "visits" else what
    return _spans(data, "-".join(pair), table, None, level, covers)


def _spans(
    data: Queried,
    subject: str,
    table: str,
    country: str | None,
    level: str = "",
    covers: str = "",
) -> list[Span]:
    """What is said of a table: of one state, if given; of a level, or of all levels."""
    return [
        Span(
            date.fromisoformat(row["since"]),
            min(
                date.fromisoformat(row["until"]) - _ONE_DAY,
                date.fromisoformat(row["checked_through"])
                if row["extent"] != "not_searched"
                else date.max,
            ),
            row["extent"] != "not_searched",
        )
        for row in data.records.tables.coverage_rows(subject)
        if row["table"] == table
        and (country is None or row["countries"] == country)
        and row["level"] in ("", level)
        and row.get("covers", "") in ("", covers)
    ]


def _unsearched(spans: list[Span], window: Window) -> list[str]:
    first = window.first if window.first > date.min else None
    last = window.last if window.last < date.max else None
    return _gaps(spans, first, last)


def _gaps(spans: list[Span], first: date | None, last: date | None) -> list[str]:
    """The days of a period that nobody searched, in words; the first gap is told."""
    searched = sorted(span for span in spans if span.searched)
    if not searched:
        return [f"were not searched: {_NOTHING}"]
    earliest = min(span.first for span in spans)
    if first is None and last is not None and last < earliest:
        return [f"were not searched before {spoken(earliest)}: {_NOTHING}"]
    begun = first if first is not None else earliest
    reached = max(span.last for span in searched)
    ended = last if last is not None else max(reached, begun)
    for span in searched:
        if span.first > begun:
            break
        begun = max(begun, span.last + _ONE_DAY)
    if begun > ended:
        return []
    if begun > reached:
        return [f"were checked through {spoken(reached)} only, and {ended} is later"]
    until = min(span.first for span in searched if span.first > begun) - _ONE_DAY
    return [f"were not searched from {spoken(begun)} to {spoken(min(until, ended))}: {_NOTHING}"]

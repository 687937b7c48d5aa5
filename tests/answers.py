"""What an edition answers, as plain values: the golden files of `test_editions` hold it."""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Callable
from typing import Any

import sco

PAIR = ("RU", "CN")
BOTH = ("xi-jinping", "vladimir-putin")
MEETING_RULES = (
    "formal_in_person",
    "formal",
    "cumulative",
    "present",
    "phone_calls",
    "exchanges",
    "regular_meetings",
)
VISIT_RULES = ("visits", "visits_as_head_of_state", "bilateral_visits")
YEARS = range(1995, 2028)


def answers(data: sco.Dataset) -> dict[str, Any]:
    """The members of each year, all counts of the pair, summits, leaders, every record."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", sco.CoverageWarning)
        return {
            "members": _members(data),
            "chair": {str(y): _said(_chair, data, y) for y in YEARS},
            "leaders": _leaders(data),
            "counts": _counts(data),
            "reconciled": {
                r.tally.id: [{c.rule: c.count for c in r.counts}, list(r.closed_by), r.reason]
                for r in data.reconcile(*PAIR)
            },
            "summits": [repr(s) for s in data.summits()],
            "meetings": [f"{m.id} {m!r}" for m in data.meetings_between(*PAIR, formal=None)],
            "phone_calls": [m.id for m in data.meetings_between(*PAIR, mode="phone")],
            "visits": [f"{v.id} {v!r}" for v in data.visits()],
            "sources": {
                "meetings": _cited(data.meetings_between(*PAIR, formal=None)),
                "visits": _cited(data.visits()),
                "summits": _cited(data.summits()),
                "episodes": _cited(data.episodes()),
                "steps": _cited(data.steps()),
                "tallies": _cited(data.tallies(*PAIR)),
            },
            "changes": [repr(c) for c in data.changes("1995", "2030")],
        }


def _cited(records: tuple[Any, ...]) -> str:
    """A digest of every record's pages, as they are described."""
    lines = [
        f"{r.id} {s.url} {s.publisher} {s.title} {s.published}" for r in records for s in r.sources
    ]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _said(question: Callable[..., Any], *asked: Any) -> Any:
    try:
        return question(*asked)
    except sco.AmbiguousDateError as error:
        return str(error)


def _chair(data: sco.Dataset, year: int) -> str | None:
    country = data.chair_as_of(f"{year}-12-31")
    return country.alpha_2 if country else None


def _members(data: sco.Dataset) -> dict[str, Any]:
    def codes(year: int, status: str, basis: str, rule: Any) -> str:
        held = data.members_in(year, rule=rule, status=status, basis=basis)
        return " ".join(c.alpha_2 for c in held)

    return {
        f"{year} {status} {basis} {rule}": _said(codes, year, status, basis, rule)
        for year in YEARS
        for status in sco.Status
        for basis in sco.Basis
        for rule in ("any", "start", "end", "throughout")
    }


def _leaders(data: sco.Dataset) -> dict[str, Any]:
    def terms(state: str, year: int) -> list[str]:
        return [repr(t) for t in data.leaders(state, f"{year}-07-01")]

    states = sorted({e.country.alpha_2 for e in data.episodes()})
    return {
        f"{state} {year}": _said(terms, state, year)
        for state in states
        for year in range(1996, 2027)
    }


def _counts(data: sco.Dataset) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for leaders in (None, BOTH):
        who = "all" if leaders is None else "xi and putin"
        for rule in MEETING_RULES:
            found[f"{rule} {who}"] = [
                data.tally(*PAIR, on=str(year), rule=rule, leaders=leaders) for year in YEARS
            ]
        for rule in VISIT_RULES:
            for a, b in (PAIR, PAIR[::-1]):
                found[f"{rule} {who} {a} to {b}"] = [
                    data.tally(a, b, on=str(year), rule=rule, leaders=leaders) for year in YEARS
                ]
    return found

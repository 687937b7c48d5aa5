"""Who had which status, on made-up episodes, against every day under every reading."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sco
from sco._dataset import Dataset
from sco._inputs.dates import first_day, period
from sco.compiler._reading import Record
from tests.made_up import (
    Day,
    Known,
    answer,
    between,
    dataset,
    holds,
    named,
    partly_known,
    readings,
    record,
)

CODES = ("CN", "KZ", "RU")
BASES = st.sampled_from(["in_force", "decision"])
STATUSES = ("member", "observer", "partner")
RULES = ("any", "start", "end", "throughout")
# Edges lie within six days from each of these, so that they are in order on either basis.
SLOTS = [date(2000, 12, 20), date(2000, 12, 28), date(2001, 1, 4), date(2001, 12, 28)]
SPAN = st.dates(date(2000, 12, 18), date(2001, 1, 12)) | st.dates(
    date(2001, 12, 26), date(2002, 1, 4)
)
ASKED = SPAN.map(str) | st.sampled_from(["2000", "2001", "2000-12", "2001-01", "2001-06", "2002"])


@attrs.frozen
class Span:
    """One state in one status, from one edge to another; an edge is in force or decided."""

    state: str
    status: str
    start: tuple[Day | None, Day | None]
    end: tuple[Day | None, Day | None]

    @property
    def id(self) -> str:
        return f"{self.state}-{self.status}-{first_day(self.start[0] or self.start[1] or date.max)}"

    def bounds(self, basis: str) -> tuple[Day | None, Day | None]:
        if basis == "in_force":
            return self.start[0], self.end[0]
        return self.start[1] or self.start[0], self.end[1] or self.end[0]

    def record(self) -> Record:
        (start, decided), (end, end_decided) = self.start, self.end
        cells: dict[str, Any] = {"start": start, "decided": decided}
        cells |= {"end": end, "end_decided": end_decided}
        return record(
            "episodes",
            id=self.id,
            country=self.state,
            status=self.status,
            cited=self.pages,
            **cells,
        )

    @property
    def pages(self) -> list[str]:
        return [f"s{self.state}", f"s{self.id}"]


@st.composite
def spans(draw: Callable[[st.SearchStrategy[Any]], Any]) -> list[Span]:
    """Up to three states, each in one status after another, with gaps or without."""
    found = []
    for state in CODES:
        edges = []
        for first in SLOTS:
            near = partly_known(st.dates(first, first + timedelta(days=2)), most=3)
            if draw(st.booleans()):
                edges.append((draw(near), draw(st.none() | near)))
        held = [None, *(draw(st.sampled_from([None, *STATUSES])) for _ in edges)]
        for number, status in enumerate(held):
            if status is None or status == held[number - 1]:
                continue
            start = edges[number - 1]
            if number == len(edges) and start[1] and draw(st.booleans()):
                start = (None, start[1])  # decided, and not in force
            end = edges[number] if number < len(edges) else (None, None)
            found.append(Span(state, status, start, end))
    return found


def edition(made: list[Span], checked: date | None = date(2030, 1, 1)) -> Dataset:
    extent = "complete" if checked else "not_searched"
    days: dict[str, Any] = {"since": date(2000, 1, 1), "until": date(2030, 1, 2)}
    days["checked_through"] = checked or date(2030, 1, 1)
    searched = record("coverage", id="c", table="episodes", extent=extent, **days)
    return dataset([*(span.record() for span in made), searched])


def who(made: list[Span], basis: str, days: list[date], during: str) -> Any:
    """The states for which some span holds, in order; `Known.UNSURE` if that is not known."""
    known = {span: holds(*span.bounds(basis), days, during) for span in made}
    if Known.UNSURE in known.values():
        return Known.UNSURE
    return sorted({span.state for span, on in known.items() if on is Known.TRUE})


@settings(max_examples=60)
@given(spans(), ASKED, BASES)
def test_who_had_a_status_on_a_day_or_during_a_period(
    made: list[Span], asked: str, basis: str
) -> None:
    data, days = edition(made), between(*period(asked))
    for status in STATUSES:
        own = [span for span in made if span.status == status]
        found = answer(data.members_as_of, asked, status=status, basis=basis)
        assert found == who(own, basis, days, "same")
    for state in CODES:
        own = [span for span in made if span.state == state]
        wanted = who(own, basis, days, "same")
        if wanted is not Known.UNSURE:
            held = {s.status for s in own if holds(*s.bounds(basis), days, "same") is Known.TRUE}
            wanted = next(iter(held), None)
        assert answer(data.status_of, state, asked, basis=basis) == wanted


@settings(max_examples=60)
@given(spans(), st.sampled_from([2000, 2001, 2002]), BASES)
def test_who_had_a_status_in_a_year_under_each_rule(
    made: list[Span], year: int, basis: str
) -> None:
    data, days = edition(made), between(date(year, 1, 1), date(year, 12, 31))
    for status in STATUSES:
        own = [span for span in made if span.status == status]
        for rule in RULES:
            asked = {"rule": rule, "status": status, "basis": basis, "outside": "raise"}
            found = answer(data.members_in, year, **asked)
            on = {"start": days[:1], "end": days[-1:]}.get(rule, days)
            assert found == who(own, basis, on, rule if on is days else "same"), (status, rule)


@settings(max_examples=60)
@given(spans(), SPAN, SPAN, BASES)
def test_changes_are_the_edges_with_what_was_before_and_after(
    made: list[Span], one: date, two: date, basis: str
) -> None:
    first, last = min(one, two), max(one, two)
    wanted = []
    for state in CODES:
        own = [s for s in made if s.state == state and s.bounds(basis)[0] is not None]
        for edge in {edge for span in own for edge in span.bounds(basis) if edge is not None}:
            before = [s for s in own if s.bounds(basis)[1] == edge]
            after = [s for s in own if s.bounds(basis)[0] == edge]
            if set(readings(edge)) & set(between(first, last)):
                pages = dict.fromkeys(page for s in before + after for page in s.pages)
                statuses = [next((s.status for s in of), None) for of in (before, after)]
                wanted.append((first_day(edge), state, str(edge), *statuses, list(pages)))
    found = edition(made).changes(first, last, basis=basis)
    assert [
        (
            *(first_day(c.date), c.country.alpha_2, str(c.date), c.before, c.after),
            [s.url.rpartition("/")[2] for s in c.sources],
        )
        for c in found
    ] == sorted(wanted, key=lambda change: change[:2])


@settings(max_examples=60)
@given(spans(), st.sampled_from(["", *CODES]), st.sampled_from(["", *STATUSES]))
def test_episodes_are_those_of_the_state_and_status_asked_for(
    made: list[Span], state: str, status: str
) -> None:
    wanted = [
        (first_day(s.start[0] or s.start[1] or date.max), s.state, s.id)
        for s in made
        if state in ("", s.state) and status in ("", s.status)
    ]
    found = edition(made).episodes(state or None, status=status or None)
    assert [e.id for e in found] == [id for *_, id in sorted(wanted)]


@given(st.lists(st.sampled_from(["", *CODES])), st.sampled_from(["", *CODES]))
def test_steps_are_those_of_the_state_asked_for(states: list[str], state: str) -> None:
    made = [
        record("steps", id=f"{number}", country=code, date="2001-06")
        for number, code in enumerate(states)
    ]
    found = dataset(made).steps(state or None)
    assert {s.id for s in found} == {r.id for r in made if state in ("", r.row["country"])}


QUESTIONS: dict[str, Callable[..., object]] = {
    "members_as_of": lambda data, day, outside: data.members_as_of(day, outside=outside),
    "status_of": lambda data, day, outside: data.status_of("KZ", day, outside=outside),
    "changes": lambda data, day, outside: data.changes("1990", day, outside=outside),
    **{
        f"members_in {rule}": lambda data, day, outside, rule=rule: data.members_in(
            int(day[:4]), rule=rule, outside=outside
        )
        for rule in RULES
    },
}


@settings(max_examples=20)
@given(st.sampled_from(["2001", "2000-12", "2000-12-31", "2001-01-01"]), st.none() | SPAN)
def test_what_reaches_past_the_last_day_searched_says_so(asked: str, checked: date | None) -> None:
    data = edition([], checked)
    for name, question in QUESTIONS.items():
        last = period(asked)[1]
        if name.startswith("members_in"):
            last = date(last.year, *((1, 1) if name.endswith("start") else (12, 31)))
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            question(data, asked, "warn")
        past = checked is None or last > checked
        assert [w.category for w in caught] == [sco.CoverageWarning] * past, name
        if past:
            with pytest.raises(sco.CoverageError):
                question(data, asked, "raise")
        else:
            question(data, asked, "raise")


def test_every_year_of_the_calendar_can_be_asked_about() -> None:
    always = Span("KZ", "member", (date(1, 1, 1), None), (None, None))
    data = edition([always], date.max)
    assert named(data.members_in(1)) == named(data.members_in(9999)) == ["KZ"]

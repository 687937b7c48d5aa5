"""Laws of the pictures."""

from __future__ import annotations

import warnings
from collections import Counter
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sco

pytest.importorskip("matplotlib", reason="needs the extra sco[plots]")

from matplotlib.figure import Figure

from sco import plots

CODES = ["CN", "RU", "KZ", "KG", "TJ", "UZ", "IN", "PK", "IR", "BY"]
DAYS = st.dates(date(1996, 1, 1), date(2026, 8, 22))
RULES = ["formal_in_person", "formal", "cumulative", "present"]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(CODES), min_size=2, max_size=2, unique=True), st.booleans())
def test_meetings_are_the_same_picture_either_way_round(pair: list[str], formal: bool) -> None:
    drawn = []
    for a, b in (pair, pair[::-1]):
        ax = Figure().add_subplot()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", sco.CoverageWarning)
            plots.meetings(a, b, ax, formal=formal)
        drawn.append(
            Counter((b.get_x(), b.get_y(), b.get_height()) for c in ax.containers for b in c)
        )
    assert drawn[0] == drawn[1]


@settings(max_examples=10, deadline=None)
@given(st.lists(st.sampled_from(RULES), min_size=1, unique=True))
def test_curves_never_fall_and_each_rule_has_one(rules: list[str]) -> None:
    ax = Figure().add_subplot()
    plots.tallies(ax=ax, rules=rules)
    lines: list[Any] = list(ax.lines)
    curves = {str(line.get_gid()): list(line.get_ydata()) for line in lines}
    for rule in RULES:
        assert (rule in curves) == (rule in rules)
        if rule in rules:
            assert curves[rule] == sorted(curves[rule])


@settings(max_examples=10, deadline=None)
@given(DAYS, DAYS)
def test_the_cells_of_a_matrix_add_up_to_the_visits_between_members(one: date, two: date) -> None:
    since, until = sorted((one, two))
    ax = Figure().add_subplot()
    plots.visit_matrix(ax, since=since, until=until)
    cells = [text.get_text() for text in ax.texts if text.get_gid() is None]
    between = [
        v
        for v in sco.visits(since=since, until=until)
        if {v.visitor.alpha_2, v.host.alpha_2} <= set(CODES)
    ]
    assert sum(int(text) for text in cells if text != "–") == len(between)

"""The pictures: what is on them is what the queries say."""

from __future__ import annotations

import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import sco

matplotlib = pytest.importorskip("matplotlib", reason="needs the extra sco[plots]")
matplotlib.use("Agg")

import matplotlib.pyplot as plt  # noqa: E402
from matplotlib.axes import Axes  # noqa: E402
from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: E402
from matplotlib.dates import num2date  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402
from matplotlib.text import Text  # noqa: E402

from sco import plots  # noqa: E402
from sco.plots import _terms  # noqa: E402
from sco.plots.__main__ import main  # noqa: E402
from sco.plots._searched import grade  # noqa: E402

Draw = Callable[..., Axes]

XI_PUTIN = ("Xi Jinping", "Vladimir Putin")
DRAW: dict[str, Draw] = {
    "membership": plots.membership,
    "membership by decision": lambda ax=None, **k: plots.membership(ax, basis="decision", **k),
    "summits": plots.summits,
    "meetings": lambda ax=None, **k: plots.meetings("RU", "CN", ax, **k),
    "all meetings": lambda ax=None, **k: plots.meetings("RU", "CN", ax, formal=None, **k),
    "visit_matrix": plots.visit_matrix,
    "tallies": lambda ax=None, **k: plots.tallies(ax=ax, **k),
}


@pytest.fixture
def ax() -> Axes:
    return Figure(figsize=(8, 6), layout="constrained").add_subplot()


@pytest.fixture(autouse=True)
def _no_figure_is_left() -> Iterator[None]:
    yield
    plt.close("all")


def texts(ax: Axes) -> list[str]:
    return [found.get_text() for found in ax.findobj(Text) if isinstance(found, Text)]


def by_gid(ax: Axes, gid: str) -> Any:
    (found,) = [artist for artist in ax.get_children() if artist.get_gid() == gid]
    return found


def gids(ax: Axes, start: str) -> set[str]:
    names = [str(artist.get_gid()) for artist in ax.get_children()]
    return {name.removeprefix(start) for name in names if name.startswith(start)}


def day_of(number: float) -> date:
    found: date = num2date(number).date()  # type: ignore[no-untyped-call]
    return found


def labels(ax: Axes) -> list[str]:
    legend = ax.get_legend()
    assert legend is not None
    return [text.get_text() for text in legend.get_texts()]


# What holds for every picture


@pytest.mark.parametrize("draw", DRAW.values(), ids=DRAW)
def test_draws_on_the_axes_given_and_makes_no_figure(draw: Draw, ax: Axes) -> None:
    settings = dict(matplotlib.rcParams)
    assert draw(ax) is ax
    assert ax.has_data()
    assert plt.get_fignums() == []
    assert dict(matplotlib.rcParams) == settings


@pytest.mark.parametrize("draw", DRAW.values(), ids=DRAW)
def test_makes_one_figure_of_pyplot_without_axes(draw: Draw) -> None:
    made = draw()
    assert len(plt.get_fignums()) == 1
    assert made.figure is plt.gcf()


@pytest.mark.parametrize("draw", DRAW.values(), ids=DRAW)
def test_says_its_edition(draw: Draw, ax: Axes) -> None:
    imprint = by_gid(draw(ax), "imprint")
    assert imprint.get_text().endswith(f"sco {sco.DATA_VERSION}")
    older = sco.edition(sco.editions()[0])
    other = by_gid(draw(Figure().add_subplot(), data=older), "imprint")
    assert other.get_text().endswith(f"sco {older.version}")


@pytest.mark.parametrize("scale", [0.7, 1, 2])
@pytest.mark.parametrize("draw", DRAW.values(), ids=DRAW)
def test_renders_with_nothing_off_the_figure(draw: Draw, scale: float) -> None:
    """Warnings are errors here: glyphs that are missing and layouts that fail are found."""
    figure = Figure(figsize=(8 * scale, 6 * scale), layout="constrained")
    ax = draw(figure.add_subplot())
    FigureCanvasAgg(figure).draw()  # type: ignore[no-untyped-call]
    whole = figure.get_tightbbox()
    assert whole.x0 >= -0.1
    assert whole.x1 <= 8 * scale + 0.1
    assert whole.y0 >= -0.1
    assert whole.y1 <= 6 * scale + 0.1
    imprint = by_gid(ax, "imprint").get_window_extent()
    assert not any(imprint.overlaps(label.get_window_extent()) for label in ax.get_xticklabels())


@pytest.mark.parametrize("draw", DRAW.values(), ids=DRAW)
def test_tells_things_apart_without_colour(draw: Draw, ax: Axes) -> None:
    """No two entries of a legend differ in colour alone."""
    legend = draw(ax).get_legend()
    assert legend is not None
    looks = []
    for handle in legend.legend_handles:
        assert handle is not None
        look: list[object] = [type(handle).__name__]
        for name in ("hatch", "linestyle", "marker", "fillstyle"):
            get = getattr(handle, f"get_{name}", None)
            look.append(get() if get else None)
        # Light, middle and dark are told apart in print as well.
        for name in ("markerfacecolor", "facecolor"):
            get = getattr(handle, f"get_{name}", None)
            look.append(round(sum(matplotlib.colors.to_rgb(get())) * 2) if get else None)
        looks.append(tuple(look))
    signs = [text for text in labels(ax) if "(arrow" in text]
    assert len(set(looks)) >= len(looks) - max(0, len(signs) - 1)


@pytest.mark.parametrize("draw", DRAW.values(), ids=DRAW)
def test_axes_that_are_none_are_refused_and_leave_no_figure(draw: Draw) -> None:
    for wrong in (Figure(), [Figure().add_subplot()], "ax"):
        with pytest.raises(sco.QueryError, match="ax must be one matplotlib Axes"):
            draw(wrong)
    with pytest.raises(sco.QueryError, match="data must be a Dataset"):
        draw(data="2026.11")
    assert plt.get_fignums() == []


def test_pyplot_is_imported_only_for_a_new_figure() -> None:
    code = (
        "import sys; from matplotlib.figure import Figure; from sco import plots;"
        "plots.tallies(ax=Figure().add_subplot()); print('matplotlib.pyplot' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_without_matplotlib_the_error_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['matplotlib'] = None\n"
        "try: import sco.plots\n"
        "except ImportError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "pip install 'sco-reference[plots]'" in done.stdout


# membership


@pytest.mark.parametrize("basis", ["in_force", "decision"])
def test_a_bar_for_each_episode_that_began(basis: str, ax: Axes) -> None:
    plots.membership(ax, basis=basis)
    rows = [label.get_text() for label in ax.get_yticklabels()]
    bars = {
        (rows[round(bar.get_y() + bar.get_height() / 2)], str(container.get_label())): bar
        for container in ax.containers
        for bar in container
    }
    began = [e for e in sco.episodes() if e.bounds(basis)[0] is not None]
    assert len(bars) == sum(len(c) for c in ax.containers) == len(began)
    iran = bars["Iran", "observer"]
    assert day_of(iran.get_x()) == date(2005, 7, 5)
    assert day_of(iran.get_x() + iran.get_width()) == date(2023, 7, 4)


def test_open_bars_end_where_the_search_did(ax: Axes) -> None:
    plots.membership(ax)
    last = max(row.checked_through for row in sco.coverage(table="episodes"))
    ends = {day_of(b.get_x() + b.get_width()) for c in ax.containers for b in c}
    assert max(ends) == last
    assert f"checked through {last}" in by_gid(ax, "imprint").get_text()


def test_rows_are_in_the_order_of_status_and_first_day(ax: Axes) -> None:
    plots.membership(ax)
    rows = [label.get_text() for label in ax.get_yticklabels()]
    members = sorted(sco.episodes(status="member"), key=lambda e: (e.start, e.country.name))
    assert rows[:10] == [e.country.name for e in members]
    assert rows[10:12] == ["Mongolia", "Afghanistan"]


def test_partly_known_starts_and_statuses_not_in_force_are_marked(ax: Axes) -> None:
    plots.membership(ax)
    lines: dict[str, Any] = {str(line.get_label()): line for line in ax.lines}
    unsure = [e for e in sco.episodes() if isinstance(e.start, sco.PartialDate)]
    pending = [e for e in sco.episodes() if e.start is None]
    assert unsure
    assert pending
    assert len(lines["day known only roughly"].get_ydata()) == len(unsure)
    assert len(ax.collections) == len(unsure)
    assert len(lines["SCO partner: decided, not in force"].get_ydata()) == len(pending)


def test_by_decision_no_status_is_pending(ax: Axes) -> None:
    plots.membership(ax, basis="decision")
    assert "SCO partner" in labels(ax)
    assert not any("not in force" in label for label in labels(ax))


def test_a_basis_that_is_none_is_refused() -> None:
    with pytest.raises(sco.QueryError, match="basis must be one of"):
        plots.membership(basis="signed")
    assert plt.get_fignums() == []


# summits


@pytest.mark.parametrize("body", [None, "CHS", "CHG", "S5"])
def test_a_marker_for_each_summit_in_the_row_of_its_host(body: str | None, ax: Axes) -> None:
    plots.summits(ax, body=body)
    rows = [label.get_text() for label in ax.get_yticklabels()]
    found = sco.summits(body=body)
    assert {str(line.get_gid()) for line in ax.lines} == {s.id for s in found}
    for summit in found:
        line = by_gid(ax, summit.id)
        assert rows[line.get_ydata()[0]] == summit.host.name
        if isinstance(summit.start, date):
            assert day_of(line.get_xdata()[0]) == summit.start


def test_body_and_format_are_told_by_marker_and_filling(ax: Axes) -> None:
    plots.summits(ax)
    marks = {summit.id: by_gid(ax, summit.id) for summit in sco.summits()}
    assert len({marks[id].get_marker() for id in ("CHS-1", "CHG-1", "S5-1")}) == 3
    assert marks["CHS-21"].get_fillstyle() == "left"
    assert marks["CHS-20"].get_markerfacecolor() == (1, 1, 1)
    assert marks["CHS-24"].get_markerfacecolor() != (1, 1, 1)


def test_a_summit_to_come_is_called_planned(ax: Axes) -> None:
    plots.summits(ax)
    planned = [s for s in sco.summits() if s.scheduled]
    assert sorted(t for t in texts(ax) if "planned" in t) == sorted(
        f"{s.ordinal} (planned)" for s in planned
    )


def test_a_body_that_is_none_is_refused() -> None:
    with pytest.raises(sco.QueryError, match="body must be one of"):
        plots.summits(body="RATS")


# meetings


@pytest.mark.parametrize("formal", [True, False, None])
@pytest.mark.parametrize("level", [None, "head_of_state", "head_of_government", "mixed"])
def test_bars_add_up_to_the_meetings(level: str | None, formal: bool | None, ax: Axes) -> None:
    plots.meetings("CN", "RU", ax, level=level, formal=formal)
    found = sco.meetings_between("CN", "RU", level=level, formal=formal)
    assert sum(bar.get_height() for c in ax.containers for bar in c) == len(found)
    combinations = {(m.kind, m.mode) for m in found}
    assert len(ax.containers) == len(combinations) == len(labels(ax)) - 1


def test_a_year_of_the_bars_is_a_year_of_the_meetings(ax: Axes) -> None:
    plots.meetings("CN", "RU", ax, level="head_of_state")
    bars = [bar for c in ax.containers for bar in c]
    in_2014 = [b.get_height() for b in bars if round(b.get_x() + b.get_width() / 2) == 2014]
    year = sco.meetings_between("CN", "RU", level="head_of_state", since="2014", until="2014")
    assert sum(in_2014) == len(year) > 0


def test_leaders_stand_behind_by_name(ax: Axes) -> None:
    plots.meetings("RU", "CN", ax, level="head_of_state")
    assert {"Hu Jintao", "Xi Jinping", "Vladimir Putin"} <= set(texts(ax))
    named = Figure().add_subplot()
    plots.meetings("RU", "CN", named, leaders=XI_PUTIN)
    assert "Xi Jinping" in texts(named)
    assert "Hu Jintao" not in texts(named)


def test_years_that_were_not_searched_completely_are_marked(ax: Axes) -> None:
    plots.meetings("RU", "CN", ax, level="head_of_state")
    marked = gids(ax, "doubtful-")
    extents = {
        str(year): {
            row.extent
            for row in sco.coverage("RU", "CN", table="meetings", year=year)
            if row.level == "head_of_state" and not {"phone", "coattendance"} & {*row.id.split("-")}
        }
        for year in range(1996, 2026)
    }
    assert marked - {"2026"} == {y for y, found in extents.items() if found != {"complete"}}
    assert "2014" not in marked


def test_a_pair_that_nobody_searched_is_said_to_be_so(ax: Axes) -> None:
    with pytest.warns(sco.CoverageWarning):
        plots.meetings("IN", "PK", ax)
    assert "no such meeting is recorded" in texts(ax)
    assert by_gid(ax, "imprint").get_text().startswith("not searched")
    assert {str(year) for year in range(1996, 2026)} <= gids(ax, "doubtful-")


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        ({"a": "RU", "b": "RU"}, sco.QueryError, "two different states"),
        ({"a": "RU", "b": "Atlantis"}, sco.UnknownCountryError, "Atlantis"),
        ({"a": "RU", "b": "CN", "level": "king"}, sco.QueryError, "level must be one of"),
        ({"a": "RU", "b": "CN", "leaders": ["Nobody"]}, sco.UnknownPersonError, "Nobody"),
    ],
)
def test_meetings_of_nobody_are_refused(
    arguments: dict[str, Any], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        plots.meetings(**arguments)
    assert plt.get_fignums() == []


def test_terms_of_one_person_are_joined_and_deputies_for_a_day_left_out() -> None:
    data = sco.edition(sco.DATA_VERSION)
    russia = [
        (t.person.name, t.start.year)
        for t in _terms.terms(data, data.country("RU"))
        if t.role == "head_of_state"
    ]
    assert russia == [
        ("Boris Yeltsin", 1991),
        ("Vladimir Putin", 1999),
        ("Dmitry Medvedev", 2008),
        ("Vladimir Putin", 2012),
    ]


def test_a_search_is_complete_only_where_every_row_is() -> None:
    data = sco.edition(sco.DATA_VERSION)
    pair, level, talks = ("CN", "RU"), sco.Level.HEAD_OF_STATE, ("talks",)
    whole = [(level, date(2014, 1, 1), date(2018, 12, 31))]
    assert grade(data, "meetings", pair, whole, talks) == "complete"
    longer = [(level, date(2014, 1, 1), date(2019, 12, 31))]
    assert grade(data, "meetings", pair, longer, talks) == "partial"
    earlier = [(level, date(1990, 1, 1), date(1990, 12, 31))]
    assert grade(data, "meetings", pair, earlier, talks) == "none"
    # The row on talks is complete for 2021, the one on phone calls is not.
    both = [(level, date(2021, 1, 1), date(2021, 12, 31))]
    assert grade(data, "meetings", pair, both, talks) == "complete"
    assert grade(data, "meetings", pair, both, ("phone_calls",)) == "partial"
    assert grade(data, "meetings", pair, both, ("phone_calls", "talks")) == "partial"


# visit_matrix


def cells(ax: Axes) -> dict[tuple[str, str], tuple[str, str]]:
    """The text and the hatch of each cell, by visitor and host."""
    members = [c.alpha_2 for c in sco.members_as_of("2026-08-31")]
    hatch = {(p.get_x(), p.get_y()): p.get_hatch() for p in ax.patches}  # type: ignore[attr-defined]
    return {
        (members[int(y)], members[int(x)]): (text.get_text(), hatch[x - 0.5, y - 0.5] or "")
        for text in ax.texts
        if text.get_gid() is None
        for x, y in [text.get_position()]
    }


@pytest.mark.parametrize("period", [{}, {"since": "2014", "until": "2018"}, {"until": "1999"}])
def test_cells_hold_the_number_of_visits(period: dict[str, Any], ax: Axes) -> None:
    plots.visit_matrix(ax, **period)
    found = cells(ax)
    assert len(found) == 90
    for (visitor, host), (text, _) in found.items():
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", sco.CoverageWarning)
            number = len(sco.visits(visitor=visitor, host=host, **period))
        assert text == f"{number}" or (text, number) == ("–", 0)


def test_cells_not_searched_completely_are_hatched_and_the_legend_says_so(ax: Axes) -> None:
    plots.visit_matrix(ax)
    found = cells(ax)
    assert found["BY", "IN"] == ("–", "...")
    assert found["RU", "CN"][1] == found["CN", "RU"][1] == "////"
    assert any("nobody looked" in label for label in labels(ax))
    assert any("at least" in label for label in labels(ax))


def test_a_period_that_is_none_is_refused() -> None:
    with pytest.raises(sco.QueryError, match="later than"):
        plots.visit_matrix(since="2020", until="2019")
    with pytest.raises(sco.InvalidDateError):
        plots.visit_matrix(since="June")
    assert plt.get_fignums() == []


# tallies


@pytest.mark.parametrize("rule", ["formal_in_person", "formal", "cumulative", "present"])
def test_the_last_step_is_the_tally(rule: str, ax: Axes) -> None:
    plots.tallies(ax=ax, rules=[rule])
    curve = by_gid(ax, rule)
    until = day_of(curve.get_xdata()[-1])
    total = sco.tally("RU", "CN", on=until, rule=rule, leaders=XI_PUTIN)
    assert curve.get_ydata()[-1] == total
    assert any(text.startswith(f"{total} ") for text in texts(ax))
    assert curve.get_drawstyle() == "steps-post"


def test_points_are_the_published_totals(ax: Axes) -> None:
    plots.tallies(ax=ax)
    points: dict[str, Any] = {
        str(line.get_gid()): line for line in ax.lines if line.get_marker() in ("o", "s")
    }
    said = {r.tally.id: r for r in sco.reconcile("RU", "CN")}
    assert {"CN-RU-2021-12-15-a", "CN-RU-2019-06-05-d", "CN-RU-2016-06-24-a"} <= points.keys()
    # Counts of a shorter period, and of others, are no totals.
    assert not {"CN-RU-2021-12-15-b", "CN-RU-2017-02-09-a", "CN-RU-2009-04-01-a"} & points.keys()
    for id, line in points.items():
        assert line.get_ydata()[0] == said[id].value
        assert day_of(line.get_xdata()[0]) == said[id].tally.on
    exact, nearly = points["CN-RU-2021-12-15-a"], points["CN-RU-2019-06-05-d"]
    assert exact.get_markerfacecolor() == exact.get_color()
    assert nearly.get_markerfacecolor() != nearly.get_color()
    assert gids(ax, "unclosed-") == {id for id in points if not said[id].closed_by} != set()


def test_arrows_point_to_where_the_truth_lies(ax: Axes) -> None:
    plots.tallies(ax=ax)
    arrows = [a for a in ax.texts if getattr(a, "arrow_patch", None) is not None]
    shown = {str(line.get_gid()) for line in ax.lines}
    directed = [
        r.tally
        for r in sco.reconcile("RU", "CN")
        if r.tally.id in shown and r.tally.qualifier in ("more_than", "at_least", "nearly")
    ]
    assert len(arrows) == len(directed) > 0
    down = [a for a in arrows if a.get_position()[1] < 0]
    assert len(down) == sum(t.qualifier == "nearly" for t in directed)


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        ({"rules": ["guess"]}, sco.QueryError, "rules must be one or more of formal_in_person"),
        ({"rules": []}, sco.QueryError, "rules must be one or more"),
        ({"rules": ["visits"]}, sco.QueryError, "rules must be one or more"),
        ({"leaders": ["Xi Jinping", "Boris Yeltsin"]}, sco.QueryError, "no meeting of"),
        ({"leaders": ["Nobody"]}, sco.UnknownPersonError, "Nobody"),
        ({"a": "Atlantis"}, sco.UnknownCountryError, "Atlantis"),
    ],
)
def test_tallies_of_nothing_are_refused(
    arguments: dict[str, Any], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        plots.tallies(**arguments)
    assert plt.get_fignums() == []


# The documentation's pictures


def test_the_pictures_of_the_documentation_are_small(tmp_path: Path) -> None:
    main([str(tmp_path / "images")])
    written = {path.name: path.stat().st_size for path in (tmp_path / "images").iterdir()}
    assert set(written) == {f"{name}.png" for name in plots.__all__}
    assert max(written.values()) < 60_000

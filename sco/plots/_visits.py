"""Who visited whom."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from matplotlib.patches import Patch, Rectangle

from sco._inputs.choices import Window
from sco.plots._canvas import canvas, dataset, height, imprint, ink, paper, reach, row_font, tone
from sco.plots._searched import Grade, grade
from sco.records.meetings import Level

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from sco._dataset import Dataset
    from sco._inputs.dates import DateLike

# Label and hatch of each grade of search, and how much ink the hatch gets.
_GRADES: dict[Grade, tuple[str, str, float]] = {
    "complete": ("searched completely", "", 0.8),
    "partial": ("searched in part: at least so many", "////", 0.8),
    "none": ("not searched: – means that nobody looked", "...", 0.3),
}


def visit_matrix(
    ax: Axes | None = None,
    *,
    since: DateLike | None = None,
    until: DateLike | None = None,
    data: Dataset | None = None,
) -> Axes:
    """How often leaders of each member visited each other member.

    A row is a visitor, a column a host, the number that of the recorded visits of heads of
    state and government. A cell is hatched unless the visits of both were searched
    completely on all days of the period: its number is then a lower bound, and a dash
    where nothing was searched and nothing is recorded.

    Args:
        ax: The Axes to draw on; None for a new figure.
        since: The first day, or a month or year from whose first day on; None for 1996.
        until: The last day, or a month or year to whose last day; None for the last day
            that the search for visits saw.
        data: The edition; None for the newest one.

    Returns:
        The Axes. The cell of row i and column j is centred on x=j, y=i.

    Raises:
        InvalidDateError: If a date is none.
        QueryError: If since is later than until, or ax or data is something else.

    >>> from matplotlib.figure import Figure
    >>> from sco import plots
    >>> ax = plots.visit_matrix(Figure().subplots(), since="2013")
    >>> len(ax.get_yticklabels())
    10
    """
    data = dataset(data)
    last = reach(data, "visits") if until is None else Window(None, until).last
    window = Window(since if since is not None else date(1996, 1, 1), last)
    members = data.members_as_of(reach(data, "episodes"))
    found = data.visits(since=window.first, until=window.last)
    ax = canvas(ax, "visit_matrix")
    counts = Counter((v.visitor.alpha_2, v.host.alpha_2) for v in found)
    top = max((counts[a.alpha_2, b.alpha_2] for a in members for b in members), default=0)
    font = row_font(ax, len(members) + 3, 10)
    used: set[Grade] = set()
    for row, visitor in enumerate(members):
        for column, host in enumerate(members):
            pair = (visitor.alpha_2, host.alpha_2)
            if visitor == host:
                grey = [0.8 * p + 0.2 * i for i, p in zip(ink(ax), paper(ax), strict=True)]
                ax.add_patch(Rectangle((column - 0.5, row - 0.5), 1, 1, color=grey, linewidth=0))
                continue
            demands = [
                (level, window.first, window.last)
                for level in (Level.HEAD_OF_STATE, Level.HEAD_OF_GOVERNMENT)
            ]
            searched = grade(data, "visits", pair, demands)
            used.add(searched)
            _cell(ax, row, column, 0.5 * counts[pair] / max(top, 1), searched)
            nobody_looked = searched == "none" and not counts[pair]
            ax.text(
                column,
                row,
                "–" if nobody_looked else f"{counts[pair]}",
                ha="center",
                va="center",
                fontsize=font,
                bbox={"facecolor": paper(ax), "edgecolor": "none", "pad": 1.2},
            )
    _frame(ax, [m.name for m in members], font, min(0.5, 16 * len(used) / height(ax)))
    ax.set_title(f"Visits between members, {window.first} to {window.last}", loc="left")
    handles = [
        Patch(label=_GRADES[searched][0], **_style(ax, 0, searched))
        for searched in _GRADES
        if searched in used
    ]
    ax.legend(handles=handles, loc="lower left", fontsize="small", frameon=False, borderaxespad=0)
    imprint(ax, data, below=4)
    return ax


def _cell(ax: Axes, row: int, column: int, share: float, searched: Grade) -> None:
    corner = (column - 0.5, row - 0.5)
    ax.add_patch(Rectangle(corner, 1, 1, **_style(ax, share, searched)))


def _style(ax: Axes, share: float, searched: Grade) -> dict[str, Any]:
    _, hatch, strength = _GRADES[searched]
    # The hatch takes the edge's colour, and must not drown the number.
    edge = [p + strength * (i - p) for i, p in zip(ink(ax), paper(ax), strict=True)]
    return {"facecolor": tone(ax, share), "edgecolor": edge, "hatch": hatch, "linewidth": 0.6}


def _frame(ax: Axes, names: list[str], font: float, legend: float) -> None:
    """Label rows and columns, and leave a share of the height below them free."""
    size = len(names)
    ax.set_xlim(-0.52, size - 0.48)
    ax.set_ylim(-0.48 + size / (1 - legend), -0.52)
    ax.set_xticks(range(size), names, fontsize=font, rotation=45, ha="left", rotation_mode="anchor")
    ax.set_yticks(range(size), names, fontsize=font)
    ax.xaxis.tick_top()
    ax.xaxis.set_label_position("top")
    ax.set_xlabel("host")
    ax.set_ylabel("visitor")
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)

"""What every picture shares: its Axes, its tones, and the edition in small print."""

from __future__ import annotations

from datetime import date

from matplotlib.axes import Axes
from matplotlib.colors import to_rgb, to_rgba
from matplotlib.dates import date2num

from sco import _newest
from sco._dataset import Dataset
from sco._errors import QueryError
from sco._inputs.dates import PartialDate, first_day, last_day

Rgb = tuple[float, float, float]

SIZES = {
    "membership": (8.0, 6.6),
    "summits": (8.0, 3.8),
    "meetings": (8.0, 4.6),
    "visit_matrix": (6.4, 6.2),
    "tallies": (8.0, 5.2),
}
"""Width and height in inches of the figure that each function makes."""


def dataset(data: Dataset | None) -> Dataset:
    """The edition to draw.

    Raises:
        QueryError: If it is something else, such as the version of one.
    """
    if data is None:
        return _newest
    if not isinstance(data, Dataset):
        raise QueryError(
            f"data must be a Dataset, such as sco.edition('2026.11') gives, not {data!r}"
        )
    return data


def canvas(ax: Axes | None, name: str) -> Axes:
    """The caller's Axes, or one in a new figure of pyplot.

    Raises:
        QueryError: If it is something else, such as a figure or an array of Axes.
    """
    if ax is None:
        import matplotlib.pyplot as plt

        return plt.figure(figsize=SIZES[name], layout="constrained").add_subplot()
    if not isinstance(ax, Axes):
        raise QueryError(f"ax must be one matplotlib Axes, not a {type(ax).__name__}")
    return ax


def ink(ax: Axes) -> Rgb:
    """The colour in which the caller's style writes on these Axes."""
    return to_rgb(ax.xaxis.label.get_color())


def paper(ax: Axes) -> Rgb:
    """The colour of the ground; of a transparent one, what its ink is made for."""
    red, green, blue, alpha = to_rgba(ax.get_facecolor())
    if alpha == 0:
        red, green, blue = (1 - part for part in ink(ax))
    return red, green, blue


def tone(ax: Axes, share: float) -> Rgb:
    """A blue between that of the ground (0) and one that stands out from it (1)."""
    ground = paper(ax)
    blue = to_rgb("#1b4f8a" if sum(ground) > 1.5 else "#9cc4f0")
    red, green, last = (g + share * (b - g) for g, b in zip(ground, blue, strict=True))
    return red, green, last


def imprint(ax: Axes, data: Dataset, *remarks: str, below: float = 20) -> None:
    """Say the edition, and what else a reader has to know, at the lower right.

    Args:
        ax: The Axes.
        data: The edition.
        remarks: What else to say.
        below: How many points below the Axes: as many as its tick labels take.
    """
    ax.annotate(
        " · ".join((*remarks, f"sco {data.version}")),
        xy=(1, 0),
        xycoords="axes fraction",
        xytext=(0, -below),
        textcoords="offset points",
        ha="right",
        va="top",
        fontsize="x-small",
        annotation_clip=False,
        gid="imprint",
    )


def row_font(ax: Axes, rows: int, largest: float = 9.0) -> float:
    """The size in points of the letters with which so many rows can be labelled."""
    return max(3.0, min(largest, 0.8 * height(ax) / max(rows, 1)))


def height(ax: Axes) -> float:
    """The height of the Axes in points."""
    return ax.get_window_extent().height / ax.figure.dpi * 72


def width(ax: Axes) -> float:
    """The width of the Axes in points."""
    return ax.get_window_extent().width / ax.figure.dpi * 72


def at(day: date) -> float:
    """Where a day lies on an axis of dates."""
    return float(date2num(day))  # type: ignore[no-untyped-call]


def middle(value: date | PartialDate) -> date:
    """The day itself, or the one in the middle of a partial date."""
    first = first_day(value)
    return first + (last_day(value) - first) / 2


def reach(data: Dataset, table: str, *pair: str) -> date:
    """The last day that the search for a table, or a pair's part of it, saw."""
    rows = data.coverage(*pair, table=table)
    return max((row.checked_through for row in rows), default=date(1996, 1, 1))

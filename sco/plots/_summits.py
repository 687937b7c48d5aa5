"""Which summits took place where, and in which format."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from matplotlib.lines import Line2D

from sco._errors import QueryError
from sco.plots._canvas import at, canvas, dataset, imprint, ink, middle, paper, row_font, tone
from sco.records.summits import Body, Format

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from sco._dataset import Dataset
    from sco.records.summits import Summit

_BODIES = {
    Body.CHS: ("heads of state", "o"),
    Body.CHG: ("heads of government", "s"),
    Body.S5: ("Shanghai Five", "^"),
}
_FORMATS = {
    Format.IN_PERSON: "in person",
    Format.HYBRID: "hybrid",
    Format.VIDEO: "by video",
    None: "format not stated",
}


def summits(
    ax: Axes | None = None, *, body: str | None = None, data: Dataset | None = None
) -> Axes:
    """Where summits took place: one row a host, one marker a summit, with its number.

    The marker's shape is the body, its filling the format: full in person, half hybrid,
    empty by video, and pale where no source states it. A summit that had not been
    reported as held when the edition was made is labelled as planned.

    Args:
        ax: The Axes to draw on; None for a new figure.
        body: ``"CHS"``, ``"CHG"`` or ``"S5"`` alone; None for all.
        data: The edition; None for the newest one.

    Returns:
        The Axes. Its x-axis holds dates.

    Raises:
        QueryError: If body is not one of those named, if the edition has no summit of
            it, or if ax or data is something else.

    >>> from matplotlib.figure import Figure
    >>> from sco import plots
    >>> ax = plots.summits(Figure().subplots(), body="S5")
    >>> [label.get_text() for label in ax.get_yticklabels()]
    ['China', 'Russia', 'Kazakhstan', 'Kyrgyzstan', 'Tajikistan']
    """
    data = dataset(data)
    found = data.summits(body=body)
    if not found:
        raise QueryError(f"edition {data.version} has no summit of body {body!r}")
    ax = canvas(ax, "summits")
    hosts: dict[str, int] = {}
    for summit in found:
        row = hosts.setdefault(summit.host.name, len(hosts))
        _mark(ax, summit, row)
    days = [middle(s.start) for s in found]
    ax.xaxis_date()
    # Free years at either side keep the outermost numbers and labels within the frame.
    ax.set_xlim(at(date(days[0].year, 1, 1)) - 150, at(date(days[-1].year, 12, 31)) + 600)
    # Two free rows below hold the legend, whatever the size of the Axes.
    ax.set_ylim(len(hosts) + 1.5, -0.8)
    ax.set_yticks(range(len(hosts)), list(hosts), fontsize=row_font(ax, len(hosts) + 2, 10))
    ax.tick_params(axis="y", length=0)
    ax.grid(color=ink(ax), alpha=0.2, linewidth=0.6)
    ax.set_axisbelow(True)
    ax.set_title("SCO summits by host", loc="left")
    _legend(ax, found)
    imprint(ax, data)
    return ax


def _mark(ax: Axes, summit: Summit, row: int) -> None:
    day = at(middle(summit.start))
    style = _style(ax, summit.format)
    ax.plot([day], [row], _BODIES[summit.body][1], gid=summit.id, **style)
    ax.annotate(
        f"{summit.ordinal} (planned)" if summit.scheduled else f"{summit.ordinal}",
        (day, row),
        xytext=(0, 5),
        textcoords="offset points",
        ha="center",
        fontsize="xx-small",
    )


def _style(ax: Axes, format: Format | None) -> dict[str, Any]:
    faces = {None: tone(ax, 0.25), Format.VIDEO: paper(ax)}
    return {
        "color": ink(ax),
        "markerfacecolor": faces.get(format, tone(ax, 1)),
        "markerfacecoloralt": paper(ax),
        "fillstyle": "left" if format is Format.HYBRID else "full",
        "markersize": 6.5,
        "markeredgewidth": 0.9,
    }


def _legend(ax: Axes, found: tuple[Summit, ...]) -> None:
    handles = [
        Line2D([], [], linestyle="", marker=marker, label=label, **_style(ax, Format.IN_PERSON))
        for body, (label, marker) in _BODIES.items()
        if any(s.body == body for s in found)
    ]
    handles += [
        Line2D([], [], linestyle="", marker="D", label=label, **_style(ax, format))
        for format, label in _FORMATS.items()
        if any(s.format == format for s in found)
    ]
    ax.legend(
        handles=handles, loc="lower center", ncols=4, fontsize="small", framealpha=1, frameon=False
    )

"""Who had which status, and when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from matplotlib.transforms import ScaledTranslation

from sco._inputs.choices import choice
from sco._inputs.dates import first_day, last_day
from sco.plots._canvas import (
    at,
    canvas,
    dataset,
    imprint,
    ink,
    middle,
    paper,
    reach,
    row_font,
    tone,
)
from sco.records.membership import Basis, Status

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from sco._dataset import Dataset
    from sco.records.membership import Episode

# Label, tone and hatch of each status, in the order of the rows.
_STYLES = {
    Status.MEMBER: ("member", 1.0, ""),
    Status.OBSERVER: ("observer", 0.55, "///"),
    Status.DIALOGUE_PARTNER: ("dialogue partner", 0.2, "\\\\\\"),
    Status.PARTNER: ("SCO partner", 0.35, "xxx"),
    Status.SHANGHAI_FIVE: ("Shanghai Five", 0.08, "...."),
}


def membership(
    ax: Axes | None = None, *, basis: str = "in_force", data: Dataset | None = None
) -> Axes:
    """Who had which status when: one row a state, one bar an episode.

    States are ordered by their latest status (members first) and by the day on which it
    began. A question mark stands before a bar of whose first day only the month or a few
    days are known; the days in question are outlined. A diamond marks the day on which a
    status was decided that is not in force (with ``basis="in_force"``).

    Args:
        ax: The Axes to draw on; None for a new figure.
        basis: ``"in_force"`` or ``"decision"``: see `sco.members_as_of`.
        data: The edition; None for the newest one.

    Returns:
        The Axes. Its x-axis holds dates.

    Raises:
        QueryError: If basis is not one of those named, or ax or data is something else.

    >>> from matplotlib.figure import Figure
    >>> from sco import plots
    >>> ax = plots.membership(Figure().subplots())
    >>> [label.get_text() for label in ax.get_yticklabels()][6:10]
    ['India', 'Pakistan', 'Iran', 'Belarus']
    """
    data = dataset(data)
    wanted = choice(basis, Basis, "basis")
    ax = canvas(ax, "membership")
    last = reach(data, "episodes")
    begun = [e for e in data.episodes() if e.bounds(wanted)[0] is not None]
    pending = [e for e in data.episodes() if e.bounds(wanted)[0] is None and e.decided]
    names = _rows(begun, pending, wanted)
    for status, (label, share, hatch) in _STYLES.items():
        spans = [
            (names[e.country.name], *_known(e, wanted, last)) for e in begun if e.status == status
        ]
        if spans:
            ax.barh(
                [row for row, _, _ in spans],
                [end - start for _, start, end in spans],
                left=[start for _, start, _ in spans],
                height=0.72,
                color=tone(ax, share),
                edgecolor=ink(ax),
                linewidth=0.6,
                hatch=hatch,
                label=label,
            )
    _unsure(ax, begun, wanted, names)
    if pending:
        ax.plot(
            [at(middle(e.decided)) for e in pending if e.decided],
            [names[e.country.name] for e in pending],
            "D",
            color=ink(ax),
            markerfacecolor=paper(ax),
            markersize=3.5,
            markeredgewidth=0.8,
            label=f"{_STYLES[pending[0].status][0]}: decided, not in force",
        )
    ax.xaxis_date()
    ax.set_xlim(at(date(1996, 1, 1)), at(last))
    ax.set_ylim(len(names) - 0.4, -0.6)
    ax.set_yticks(range(len(names)), list(names), fontsize=row_font(ax, len(names)))
    ax.tick_params(axis="y", length=0)
    ax.grid(axis="x", color=ink(ax), alpha=0.2, linewidth=0.6)
    ax.set_axisbelow(True)
    when = "in force" if wanted is Basis.IN_FORCE else "by day of decision"
    ax.set_title(f"Status in the SCO, {when}", loc="left")
    marks, bars = ax.lines, ax.containers
    ax.legend(handles=[*bars, *marks], loc="lower left", fontsize="small", framealpha=1)
    imprint(ax, data, f"checked through {last}")
    return ax


def _rows(begun: list[Episode], pending: list[Episode], basis: Basis) -> dict[str, int]:
    """The row of each state, by its latest status and the day on which it began."""
    latest: dict[str, tuple[int, date, str]] = {}
    order = list(_STYLES)
    for episode in (*pending, *sorted(begun, key=lambda e: _start(e, basis))):
        name = episode.country.name
        latest[name] = (order.index(episode.status), _start(episode, basis), name)
    return {name: row for row, name in enumerate(sorted(latest, key=latest.__getitem__))}


def _start(episode: Episode, basis: Basis) -> date:
    start = episode.bounds(basis)[0] or episode.decided
    assert start is not None
    return first_day(start)


def _known(episode: Episode, basis: Basis, last: date) -> tuple[float, float]:
    """The first and last day on which the status certainly held."""
    start, end = episode.bounds(basis)
    assert start is not None
    until = first_day(end) if end is not None else last
    return at(last_day(start)), at(until)


def _unsure(ax: Axes, episodes: list[Episode], basis: Basis, names: dict[str, int]) -> None:
    """Outline the days on which a status may have begun or ended."""
    marks = []
    for episode in episodes:
        for edge in episode.bounds(basis):
            if edge is None or first_day(edge) == last_day(edge):
                continue
            first, last = at(first_day(edge)), at(last_day(edge))
            row = names[episode.country.name]
            marks.append((first, row))
            ax.broken_barh(
                [(first, last - first)],
                (row - 0.36, 0.72),
                facecolor="none",
                edgecolor=ink(ax),
                linestyle=":",
                linewidth=0.8,
            )
    if marks:
        ax.plot(
            [first for first, _ in marks],
            [row for _, row in marks],
            color=ink(ax),
            linestyle="",
            marker="$?$",
            markersize=5,
            markeredgewidth=0.3,
            transform=ax.transData + ScaledTranslation(-5 / 72, 0, ax.figure.dpi_scale_trans),
            label="day known only roughly",
        )

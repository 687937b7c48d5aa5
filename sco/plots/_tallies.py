"""Our counts by rule, and the counts that others published."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from matplotlib.lines import Line2D
from matplotlib.patheffects import AbstractPathEffect, withStroke

from sco._errors import QueryError
from sco._inputs.dates import first_day
from sco.plots._canvas import at, canvas, dataset, imprint, ink, paper, width
from sco.records.published import Counted, Qualifier

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from sco._dataset import Dataset
    from sco._inputs.countries import CountryLike
    from sco.records.people import Person
    from sco.records.published import Reconciliation

# Label, line style and colour of each rule that can give a published count of meetings.
_RULES = {
    "formal_in_person": ("talks in person", "-", "C0"),
    "formal": ("talks, video too", "--", "C1"),
    "cumulative": ("Chinese running count", "-.", "C2"),
    "present": ("all with both present", ":", "C3"),
}
# Sign before the number, and the way in which the truth lies from it.
_SIGNS = {
    Qualifier.EXACT: ("", 0),
    Qualifier.MORE_THAN: (">", 1),
    Qualifier.AT_LEAST: ("≥", 1),
    Qualifier.NEARLY: ("<", -1),
    Qualifier.ABOUT: ("~", 0),
}
_SAID = {
    Qualifier.EXACT: "exact number",
    Qualifier.MORE_THAN: "> more than (arrow up)",
    Qualifier.AT_LEAST: "≥ at least (arrow up)",
    Qualifier.NEARLY: "< nearly (arrow down)",
    Qualifier.ABOUT: "~ about",
}


def tallies(
    a: CountryLike = "RU",
    b: CountryLike = "CN",
    ax: Axes | None = None,
    *,
    leaders: Iterable[Person | str] = ("Xi Jinping", "Vladimir Putin"),
    rules: Sequence[str] = ("formal_in_person", "formal", "cumulative"),
    data: Dataset | None = None,
) -> Axes:
    """How often two leaders had met by each day, by rule, and what was published.

    A curve is our count under a rule (see `sco.tally`). A point is a published count of
    all their meetings so far, on the day for which it was said: filled if exact; open,
    with an arrow to where the truth lies, if "more than" or "nearly"; an open square if
    "about". A cross marks a number that no rule gives (see `sco.reconcile`). Published
    counts of a shorter period ("twice in 2024") are left out.

    Args:
        a: One state.
        b: The other.
        ax: The Axes to draw on; None for a new figure.
        leaders: Whose meetings: one of each state.
        rules: ``"formal_in_person"``, ``"formal"``, ``"cumulative"`` or ``"present"``, one
            or more.
        data: The edition; None for the newest one.

    Returns:
        The Axes. Its x-axis holds dates.

    Raises:
        UnknownCountryError, UnknownPersonError: If an argument means nothing.
        QueryError: If there is no such rule, no rule at all, or no meeting of the leaders
            in the data.

    >>> from matplotlib.figure import Figure
    >>> from sco import plots
    >>> ax = plots.tallies(ax=Figure().subplots(), rules=["formal"])
    >>> ax.get_title(loc="left")
    'Meetings of Xi Jinping and Vladimir Putin'
    """
    data = dataset(data)
    wanted = (rules,) if isinstance(rules, str) else tuple(dict.fromkeys(rules))
    if not wanted or not set(wanted) <= _RULES.keys():
        raise QueryError(f"rules must be one or more of {', '.join(_RULES)}, not {rules!r}")
    people = [data.records.people.resolve(name) for name in leaders]
    found = data.meetings_between(a, b, formal=None, leaders=people)
    days = sorted({first_day(meeting.start) for meeting in found})
    curves = {
        rule: [data.tally(a, b, on=day, rule=rule, leaders=people) for day in days]
        for rule in wanted
    }
    # Occasions before the first that any of the rules counts are not drawn.
    idle = min(counts.count(0) for counts in curves.values())
    if idle == len(days):
        names = " and ".join(person.name for person in people)
        raise QueryError(f"edition {data.version} has no meeting of {names} that counts")
    days = days[idle:]
    ids = {person.id for person in people}
    said = [
        one
        for one in data.reconcile(a, b)
        if one.tally.counts == Counted.MEETINGS
        and {person.id for person in one.tally.leaders} == ids
        # A total is a count of a period in which the first occasion lies.
        and (one.tally.since is None or one.tally.since <= days[0])
    ]
    ax = canvas(ax, "tallies")
    end = max([days[-1], *(one.tally.on for one in said)])
    for rule, counts in curves.items():
        ax.step(
            [at(day) for day in (*days, end)],
            [*counts[idle:], counts[-1]],
            where="post",
            gid=rule,
            **_line(rule),
        )
    _label_curves(ax, {rule: counts[-1] for rule, counts in curves.items()}, end)
    for one in said:
        _point(ax, one)
    _label_points(ax, said)
    ax.xaxis_date()
    start, span = at(days[0]), (end - days[0]).days
    # The room at the right is for the curves' labels, some 130 points long.
    room = min(0.5, 135 / width(ax))
    ax.set_xlim(start - 0.03 * span, start + span / (1 - room))
    years = range(days[0].year, end.year + 1, max(1, (end.year - days[0].year) // 6))
    ax.set_xticks([at(date(year, 1, 1)) for year in years], [f"{year}" for year in years])
    highest = max(*(counts[-1] for counts in curves.values()), *(one.value for one in said), 1)
    ax.set_ylim(0, 1.1 * highest)
    ax.grid(axis="y", color=ink(ax), alpha=0.2, linewidth=0.6)
    ax.set_axisbelow(True)
    ax.set_title(f"Meetings of {' and '.join(map(str, people))}", loc="left")
    _legend(ax, said, wanted)
    imprint(ax, data)
    return ax


def _label_curves(ax: Axes, highest: dict[str, int], end: date) -> None:
    """Name each curve at its end; those that end on one number share a label."""
    for count in sorted(set(highest.values())):
        names = [_RULES[rule][0] for rule, reached in highest.items() if reached == count]
        ax.annotate(
            f"{count}  " + ",\n     ".join(names),
            (at(end), count),
            xytext=(5, 0),
            textcoords="offset points",
            va="center",
            fontsize="small",
            path_effects=_halo(ax),
        )


def _point(ax: Axes, one: Reconciliation) -> None:
    said = one.tally
    _, direction = _SIGNS[said.qualifier]
    x = at(said.on)
    if direction:
        ax.annotate(
            "",
            (x, said.value),
            xytext=(0, 13 * direction),
            textcoords="offset points",
            arrowprops={
                "arrowstyle": "<-",
                "color": ink(ax),
                "shrinkA": 0,
                "shrinkB": 2,
                "linewidth": 0.8,
            },
        )
    ax.plot([x], [said.value], gid=said.id, zorder=4, **_style(ax, said.qualifier))
    if not one.closed_by:
        ax.plot([x], [said.value], gid=f"unclosed-{said.id}", zorder=5, **_cross(ax))


def _line(rule: str) -> dict[str, Any]:
    _, style, colour = _RULES[rule]
    return {"linestyle": style, "color": colour, "linewidth": 1.6}


def _style(ax: Axes, qualifier: Qualifier) -> dict[str, Any]:
    exact = qualifier is Qualifier.EXACT
    return {
        "color": ink(ax),
        "linestyle": "",
        "marker": "s" if qualifier is Qualifier.ABOUT else "o",
        "markerfacecolor": ink(ax) if exact else paper(ax),
        "markersize": 4.5,
    }


def _cross(ax: Axes) -> dict[str, Any]:
    return {"color": ink(ax), "linestyle": "", "marker": "x", "markersize": 10}


def _label_points(ax: Axes, said: list[Reconciliation]) -> None:
    """Write the numbers; one that was said again within a year is not written again."""
    groups: list[tuple[Reconciliation, bool, list[str]]] = []
    for one in said:
        text = f"{_SIGNS[one.tally.qualifier][0]}{one.value}"
        # What lies on a curve is labelled away from it, to the left and above.
        left = one.tally.qualifier == Qualifier.EXACT and bool(one.closed_by)
        for first, side, texts in groups:
            near = (one.tally.on - first.tally.on).days < 366
            if near and one.value == first.value and (side == left or text in texts):
                if text not in texts:
                    texts.append(text)
                break
        else:
            groups.append((one, left, [text]))
    for first, left, texts in groups:
        ax.annotate(
            ", ".join(texts),
            (at(first.tally.on), first.value),
            xytext=(-4, 4) if left else (5, -10),
            textcoords="offset points",
            ha="right" if left else "left",
            fontsize="x-small",
            path_effects=_halo(ax),
            zorder=6,
        )


def _halo(ax: Axes) -> list[AbstractPathEffect]:
    """A rim that keeps letters legible across curves."""
    return [withStroke(linewidth=2, foreground=paper(ax))]


def _legend(ax: Axes, said: list[Reconciliation], rules: tuple[str, ...]) -> None:
    handles = [Line2D([], [], label=_RULES[rule][0], **_line(rule)) for rule in rules]
    qualifiers = {one.tally.qualifier for one in said}
    handles += [
        Line2D([], [], label=f"published: {label}", **_style(ax, qualifier))
        for qualifier, label in _SAID.items()
        if qualifier in qualifiers
    ]
    if not all(one.closed_by for one in said):
        handles.append(Line2D([], [], label="published, and no rule gives it", **_cross(ax)))
    ax.legend(handles=handles, loc="lower right", fontsize="small", framealpha=1)

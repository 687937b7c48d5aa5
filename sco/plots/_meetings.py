"""When the leaders of two states met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise, product
from typing import TYPE_CHECKING

from matplotlib.patches import Patch, Rectangle
from matplotlib.ticker import MaxNLocator

from sco._inputs.dates import first_day
from sco.plots._canvas import canvas, dataset, height, imprint, ink, paper, reach, tone, width
from sco.plots._searched import Demand, grade
from sco.plots._terms import Term, family_name, terms, usual_role
from sco.records.meetings import Level, MeetingKind, Mode

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from sco._dataset import Dataset
    from sco._inputs.countries import CountryLike
    from sco.records.common import Country
    from sco.records.meetings import Meeting
    from sco.records.people import Person

# Label, tone, hatch and hatch by video of each kind, from the bottom of a bar to its top.
_KINDS = {
    MeetingKind.TALKS: ("talks on a visit", 1.0, "", "oo"),
    MeetingKind.SIDELINES: ("talks on the sidelines", 0.5, "///", "//oo"),
    MeetingKind.REGULAR: ("regular meeting of PMs", 0.25, "xxx", "xxoo"),
    MeetingKind.INFORMAL: ("informal", 0.15, "|||", "||oo"),
    MeetingKind.TRILATERAL: ("trilateral", 0.35, "\\\\\\", "\\\\oo"),
    MeetingKind.CEREMONY: ("ceremony", 0.15, "+++", "++oo"),
    MeetingKind.CO_ATTENDANCE: ("both present", 0.08, "...", "O."),
}
_UNSEARCHED = "xxxxxx"
_COLUMNS = 3
# The share of the height that a row of names takes.
_LANE = 0.06


def meetings(
    a: CountryLike,
    b: CountryLike,
    ax: Axes | None = None,
    *,
    level: str | None = None,
    leaders: Iterable[Person | str] | None = None,
    formal: bool | None = True,
    data: Dataset | None = None,
) -> Axes:
    """The meetings of two states' leaders: one bar a year, stacked by kind.

    Meetings by video have circles on white. Behind the bars, the ground changes its tone
    where either state's leader changed; the names stand above. They are those of the
    leaders named, or of the office in which each side mostly took part. A strip beneath
    the axis marks the years in which the search was not complete for what is drawn.

    Args:
        a: One state.
        b: The other.
        ax: The Axes to draw on; None for a new figure.
        level: ``"head_of_state"``, ``"head_of_government"`` or ``"mixed"``; None for all.
        leaders: Only meetings in which all of these took part.
        formal: True for documented bilateral talks, False for occasions at which both were
            present and no talk is documented, None for both.
        data: The edition; None for the newest one.

    Returns:
        The Axes. Its x-axis holds years as numbers.

    Raises:
        UnknownCountryError, UnknownPersonError, QueryError: If an argument means nothing.

    Where nothing was searched, `sco.meetings_between` warns, and the picture says so.

    >>> from matplotlib.figure import Figure
    >>> from sco import plots
    >>> ax = plots.meetings("RU", "CN", Figure().subplots(), leaders=["Xi", "Putin"])
    >>> ax.get_title(loc="left")
    'Meetings of Xi Jinping and Vladimir Putin'
    """
    data = dataset(data)
    named = [data.records.people.resolve(name) for name in leaders] if leaders is not None else []
    found = data.meetings_between(a, b, level=level, formal=formal, leaders=named)
    ax = canvas(ax, "meetings")
    pair = (data.country(a), data.country(b))
    held = [_own(terms(data, country), named, country) for country in pair]
    codes = (pair[0].alpha_2, pair[1].alpha_2)
    searched = bool(data.coverage(*codes, table="meetings"))
    # Where nobody looked, the picture spans what the edition as a whole looked at.
    last = reach(data, "meetings", *codes) if searched else reach(data, "meetings")
    demands = {y: list(_demands(y, level, named, held)) for y in range(1996, last.year + 1)}
    years = [y for y in demands if demands[y]] + [first_day(m.start).year for m in found]
    first_year, last_year = min(years, default=1996), max(years, default=last.year)
    top = _bars(ax, found)
    ax.set_xlim(first_year - 0.5, last_year + 0.5)
    ax.set_ylim(-0.045 * top, top / (1 - _headroom(ax)))
    drawn = [
        own if named else [t for t in own if t.role == usual_role(found, country, own)]
        for country, own in zip(pair, held, strict=True)
    ]
    _ground(ax, [_joined(own) for own in drawn])
    for lane, (country, own) in enumerate(zip(pair, drawn, strict=True)):
        _lane(ax, lane, country, _joined(own))
    covers = ("talks",) if formal else ("talks", "co_attendance")
    doubtful = [
        year
        for year in range(first_year, last_year + 1)
        if not demands.get(year)
        or grade(data, "meetings", codes, demands[year], covers) != "complete"
    ]
    _strip(ax, doubtful, top)
    _finish(ax, top, bool(found))
    who = named if len(named) > 1 else pair
    ax.set_title(f"Meetings of {' and '.join(map(str, who))}{_scope(level)}", loc="left")
    imprint(ax, data, f"checked through {last}" if searched else "not searched")
    return ax


def _own(held: list[Term], named: list[Person], country: Country) -> list[Term]:
    """The terms of those named of a state; of all its leaders if none of them is."""
    wanted = {person for person in named if person.country == country}
    return [term for term in held if not wanted or term.person in wanted]


def _demands(
    year: int, level: str | None, named: list[Person], held: list[list[Term]]
) -> Iterator[Demand]:
    """What has to have been searched in a year for its bar to be the whole truth."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    if not named:
        yield from ((one, first, last) for one in Level if level in (None, one))
        return
    for one, two in product(*held):
        ranked = Level(one.role.value) if one.role == two.role else Level.MIXED
        start, end = max(one.start, two.start, first), min(one.end, two.end)
        if start < end and start <= last and level in (None, ranked):
            yield ranked, start, min(end - timedelta(days=1), last)


def _bars(ax: Axes, found: tuple[Meeting, ...]) -> int:
    """Stack the bars; the height of the highest."""
    counts = Counter((first_day(m.start).year, m.kind, m.mode) for m in found)
    heights: Counter[int] = Counter()
    for kind, mode in product(_KINDS, Mode):
        years = sorted(y for y, k, m in counts if (k, m) == (kind, mode))
        if not years:
            continue
        label, share, hatch, video_hatch = _KINDS[kind]
        video = mode is not Mode.IN_PERSON
        values = [counts[year, kind, mode] for year in years]
        ax.bar(
            years,
            values,
            bottom=[heights[year] for year in years],
            width=0.72,
            color=paper(ax) if video else tone(ax, share),
            edgecolor=ink(ax),
            linewidth=0.6,
            hatch=video_hatch if video else hatch,
            label=f"{label}, by video" if video else label,
        )
        heights.update(dict(zip(years, values, strict=True)))
    for year, total in heights.items():
        ax.annotate(
            f"{total}",
            (year, total),
            xytext=(0, 2),
            textcoords="offset points",
            ha="center",
            fontsize="small",
        )
    return max(heights.values(), default=1)


def _headroom(ax: Axes) -> float:
    """The share of the height for what stands above the bars: number, legend, two rows."""
    rows = -(-(len(ax.containers) + 1) // _COLUMNS)
    return min(0.6, 2 * _LANE + (24 + 11.5 * rows) / height(ax))


def _at(day: date) -> float:
    """Where a day lies on the axis, on which a year's bar stands in its middle."""
    return day.year + (day - date(day.year, 1, 1)).days / 366 - 0.5


def _joined(own: list[Term]) -> list[Term]:
    """The terms by start, those that a person held one after the other as one."""
    found: list[Term] = []
    for term in sorted(own, key=lambda t: t.start):
        if found and found[-1].person == term.person and term.start <= found[-1].end:
            found[-1] = found[-1]._replace(end=max(term.end, found[-1].end))
        else:
            found.append(term)
    return found


def _ground(ax: Axes, lanes: list[list[Term]]) -> None:
    """Tint every second stretch of time in which the same leaders were in office."""
    left, right = ax.get_xlim()
    changes = {_at(day) for own in lanes for term in own for day in (term.start, term.end)}
    edges = sorted({left, right} | {x for x in changes if left < x < right})
    for number, (start, end) in enumerate(pairwise(edges)):
        if number % 2:
            ax.axvspan(start, end, facecolor=tone(ax, 0.09), edgecolor="none", zorder=0)


def _lane(ax: Axes, lane: int, country: Country, own: list[Term]) -> None:
    """A row of names at the top."""
    left, right = ax.get_xlim()
    bottom = 1 - _LANE * (lane + 1)
    letters = width(ax) / (right - left) / 4.2
    for number, term in enumerate(own):
        start, end = max(_at(term.start), left), min(_at(term.end), right)
        if start >= end:
            continue
        band = Rectangle(
            (start, bottom),
            end - start,
            _LANE,
            transform=ax.get_xaxis_transform(),
            facecolor=tone(ax, 0.3 if number % 2 else 0.15),
            edgecolor=ink(ax),
            linewidth=0.4,
        )
        ax.add_patch(band)
        room = (end - start) * letters
        fitting = [n for n in (term.person.name, family_name(term.person)) if len(n) < room]
        if fitting:
            name = ax.text(
                (start + end) / 2,
                bottom + _LANE / 2,
                fitting[0],
                transform=ax.get_xaxis_transform(),
                ha="center",
                va="center_baseline",
                fontsize="x-small",
            )
            name.set_clip_path(band)
    ax.text(
        -0.008,
        bottom + _LANE / 2,
        country.alpha_2,
        transform=ax.transAxes,
        ha="right",
        va="center_baseline",
        fontsize="x-small",
    )


def _strip(ax: Axes, doubtful: list[int], top: int) -> None:
    for year in doubtful:
        ax.add_patch(
            Rectangle(
                (year - 0.5, -0.045 * top),
                1,
                0.045 * top,
                facecolor=paper(ax),
                edgecolor=ink(ax),
                hatch=_UNSEARCHED,
                linewidth=0,
                gid=f"doubtful-{year}",
            )
        )


def _finish(ax: Axes, top: int, any_found: bool) -> None:
    ax.axhline(0, color=ink(ax), linewidth=0.8)
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=12, steps=[1, 2, 5, 10]))
    step = max(1, round(top / 5))
    ax.set_yticks(range(0, top + 1, step))
    handles, labels = ax.get_legend_handles_labels()
    handles.append(Patch(facecolor=paper(ax), edgecolor=ink(ax), hatch=_UNSEARCHED, linewidth=0))
    labels.append("search not complete")
    ax.legend(
        handles,
        labels,
        loc="upper left",
        bbox_to_anchor=(0, 1.005 - 2 * _LANE),
        ncols=_COLUMNS,
        fontsize="x-small",
        framealpha=1,
    )
    if not any_found:
        ax.text(0.5, 0.4, "no such meeting is recorded", transform=ax.transAxes, ha="center")


def _scope(level: str | None) -> str:
    scopes = {
        None: "",
        Level.HEAD_OF_STATE: ", heads of state",
        Level.HEAD_OF_GOVERNMENT: ", heads of government",
        Level.MIXED: ", one head of state and one of government",
    }
    return scopes[Level(level) if level is not None else None]

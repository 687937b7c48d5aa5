"""One function a command: from an edition and options to the text to print."""

from __future__ import annotations

import textwrap
from argparse import Namespace
from collections.abc import Iterable
from datetime import date

import sco
from sco._cli._output import WIDTH, Answer, rendered
from sco._errors import QueryError
from sco._inputs.dates import first_day, last_day, period
from sco._output.extent import in_short
from sco._output.flat import Cell, cells
from sco._queries.asof import Bounds
from sco._queries.membership import Rule
from sco.records.common import Country
from sco.records.membership import Basis, Change, Episode

_STATE = ("alpha_2", "alpha_3", "numeric", "name", "cow", "gw")
_TALLY = (
    *("id", "on", "speaker", "qualifier", "value", "of", "scope"),
    *("ours", "closed_by", "reason", "sources"),
)
_STATUS = ("status", "start", "end", "decided", "sources")


def members(data: sco.Dataset, options: Namespace) -> str:
    """The states that had a status on a day or in a year."""
    status, basis = options.status, options.basis
    if options.year is None:
        if options.rule is not None:
            raise QueryError("--rule goes with --in, not with --on")
        states = data.members_as_of(options.on, status=status, basis=basis)
        first, last = period(options.on)
    else:
        rule: Rule = options.rule or "any"
        states = data.members_in(options.year, rule=rule, status=status, basis=basis)
        first, last = period(f"{options.year:04}")
        first, last = (last if rule == "end" else first), (first if rule == "start" else last)
    counted = Basis(basis)
    rows = [
        _with_status(state, episode)
        for state in states
        for episode in data.episodes(state, status=status)
        if _touches(episode.bounds(counted), first, last)
    ]
    since = "decided" if counted is Basis.DECISION else "start"
    return show(_states(rows, f"alpha_2 alpha_3 name status {since} end sources"), options)


def status(data: sco.Dataset, options: Namespace) -> str:
    """The status that a state had on a day."""
    state = data.country(options.country)
    held = data.status_of(state, options.on, basis=options.basis)
    first, last = period(options.on)
    found = [
        episode
        for episode in data.episodes(state)
        if episode.status is held and _touches(episode.bounds(Basis(options.basis)), first, last)
    ]
    row = _with_status(state, found[0] if found else None)
    return show(_states([row], "alpha_2 name status start end decided sources"), options)


def episodes(data: sco.Dataset, options: Namespace) -> str:
    """The periods of a state's statuses, or of all."""
    found = data.episodes(options.country, status=options.status)
    return show(Answer.of(found, Episode, "id status start end decided sources"), options)


def changes(data: sco.Dataset, options: Namespace) -> str:
    """The changes of status in a period."""
    found = data.changes(options.since, options.until, basis=options.basis)
    return show(Answer.of(found, Change, "date country before after sources"), options)


def summits(data: sco.Dataset, options: Namespace) -> str:
    """The summits that match every option."""
    found = data.summits(
        body=options.body,
        host=options.host,
        year=options.year,
        since=options.since,
        until=options.until,
    )
    return show(
        Answer.of(found, sco.Summit, "id start end city host format chair_country sources"),
        options,
    )


def chair(data: sco.Dataset, options: Namespace) -> str:
    """The state that chaired on a day."""
    state = data.chair_as_of(options.on)
    rows = [{name: cells(state)[name] for name in _STATE}] if state is not None else []
    return show(Answer(tuple(rows), _STATE, ("alpha_2", "alpha_3", "name")), options)


def meetings(data: sco.Dataset, options: Namespace) -> str:
    """The meetings of two states' leaders."""
    found = data.meetings_between(
        options.country,
        options.other,
        since=options.since,
        until=options.until,
        level=options.level,
        mode=options.mode,
        formal=None if options.all else not options.informal,
        leaders=options.leader,
    )
    return show(Answer.of(found, sco.Meeting, "id end city kind participants sources"), options)


def visits(data: sco.Dataset, options: Namespace) -> str:
    """The visits that match every option."""
    found = data.visits(
        visitor=options.visitor,
        host=options.host,
        leader=options.leader,
        since=options.since,
        until=options.until,
        kind=options.kind,
    )
    return show(Answer.of(found, sco.Visit, "id end leader cities kind sources"), options)


def leaders(data: sco.Dataset, options: Namespace) -> str:
    """Who was in office on a day."""
    found = data.leaders(options.country, options.on, role=options.role)
    return show(
        Answer.of(found, sco.Tenure, "country person role office start end sources"), options
    )


def coverage(data: sco.Dataset, options: Namespace) -> str:
    """What was searched, and how far."""
    found = data.coverage(options.country, options.other, table=options.table, year=options.year)
    shown = "table countries level since until extent checked_through"
    text = show(Answer.of(found, sco.Coverage, shown), options)
    if options.format != "table" or options.output or not options.other:
        return text
    of_pair = [row for row in found if len(row.countries) > 1]
    short = [f"{one.what}: {one.extent}" for one in in_short(of_pair)]
    lines = [textwrap.fill(line, WIDTH, subsequent_indent="    ") for line in short]
    return "\n".join([*lines, "", text])


def tally(data: sco.Dataset, options: Namespace) -> str:
    """Published counts beside our own, rule by rule."""
    found = data.reconcile(options.country, options.other)
    rows = []
    for one in found:
        said, ours = cells(one.tally), cells(one)
        row = {name: said[name] for name in ("id", "on", "speaker", "qualifier", "value", "scope")}
        # For the table alone, where columns of their own would take too much room.
        row["said"] = f"{one.tally.qualifier} {one.value} {one.tally.counts}".replace("_", " ")
        row |= {"of": said["counts"], "ours": ours["counts"], "closed_by": ours["closed_by"]}
        rows.append({**row, "reason": ours["reason"], "sources": said["sources"]})
    shown = ("id", "said", "ours", "closed_by", "sources")
    return show(Answer(tuple(rows), _TALLY, shown, found), options)


def count(data: sco.Dataset, options: Namespace) -> str:
    """How often leaders of two states had met or visited by a day, under each rule."""
    from sco._queries import rules

    rows: list[dict[str, Cell]] = [
        {
            "rule": rule,
            "count": data.tally(
                options.country,
                options.other,
                on=options.on,
                rule=rule,
                leaders=options.leader,
                since=options.since,
            ),
            "counts": rules.meaning(rule),
        }
        for rule in (*rules.MEETING_RULES, *rules.VISIT_RULES)
    ]
    columns = ("rule", "count", "counts")
    return rendered(Answer(tuple(rows), columns, columns), options.format, sources=False)


def cite(data: sco.Dataset, options: Namespace) -> str:
    """How to cite a record's sources, or the edition."""
    record = data if options.id is None else data.record(options.id)
    return sco.cite(record, style=options.style) + "\n"


def export(data: sco.Dataset, options: Namespace) -> str:
    """Write the whole edition."""
    from sco.exports import export as write

    write(data, options.path, format=options.format, overwrite=options.overwrite)
    return ""


def editions(data: sco.Dataset, options: Namespace) -> str:
    """The editions that are installed."""
    rows = tuple[dict[str, Cell], ...]({"edition": version} for version in sco.editions())
    return rendered(Answer(rows, ("edition",), ("edition",)), options.format, sources=False)


def show(answer: Answer, options: Namespace) -> str:
    """An answer as the options want it: printed, or written to a file."""
    if options.output is None:
        return rendered(answer, options.format, sources=options.sources)
    from sco.exports import export as write

    if answer.records is None:
        raise QueryError(f"--output is not for {options.command}: use --format csv > FILE")
    edition = sco.edition(options.edition or sco.DATA_VERSION)
    write(answer.records, options.output, overwrite=options.overwrite, edition=edition)
    return ""


def _states(rows: Iterable[dict[str, Cell]], shown: str) -> Answer:
    return Answer(tuple(rows), (*_STATE, *_STATUS), tuple(shown.split()))


def _with_status(state: Country, episode: Episode | None) -> dict[str, Cell]:
    """A state's codes and names, and the period and sources of its status."""
    held = cells(episode) if episode is not None else dict.fromkeys(_STATUS)
    return {
        **{name: cells(state)[name] for name in _STATE},
        **{name: held[name] for name in _STATUS},
    }


def _touches(bounds: Bounds, first: date, last: date) -> bool:
    start, end = bounds
    return start is not None and first_day(start) <= last and (end is None or last_day(end) > first)

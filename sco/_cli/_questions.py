"""Commands on single records, days, people and plans."""

from __future__ import annotations

import textwrap
from argparse import Namespace
from typing import TYPE_CHECKING, Any

import sco
from sco._cli._commands import show
from sco._cli._options import command, format_option, query, text, window
from sco._cli._output import WIDTH, Answer, rendered
from sco._output.flat import Cell, cells, columns

if TYPE_CHECKING:
    from sco._cli._options import Subparsers

_HAPPENED = ("start", "end", "kind", "id", "what")


def add(names: Subparsers) -> None:
    """Add the commands."""
    one = command(
        names,
        "show",
        _show_record,
        "one record, of any kind, by its id",
        "sco show CHS-24",
        "sco show CN-RU-2024-05-16 --format json",
    )
    one.add_argument("id")
    text(one, "--table", "the table that it is in, where two have the id")
    format_option(one)

    one = command(
        names, "on", _on, "what happened on a day, or in a month or year", "sco on 2024-07-04"
    )
    one.add_argument("day", metavar="DATE")
    format_option(one)

    one = command(
        names,
        "events",
        _events,
        "what happened in a period, of every kind",
        "sco events 2017-06-08 2017-06-09",
    )
    one.add_argument("since", metavar="SINCE")
    one.add_argument("until", metavar="UNTIL")
    format_option(one)

    one = command(
        names,
        "person",
        _person,
        "a leader, and what offices they held",
        "sco person 'President Xi'",
    )
    one.add_argument("name")
    format_option(one)

    one = query(names, "steps", _steps, "the legal steps, by day", "sco steps IN --sources")
    one.add_argument("country", nargs="?")

    one = query(
        names,
        "announcements",
        _announcements,
        "published plans, and what became of them",
        "sco announcements --country RU --since 2024",
    )
    text(one, "--country", "only those that concern this state")
    text(one, "--subject", "visit, summit or meeting")
    text(one, "--outcome", "held, changed, cancelled or pending")
    window(one)

    one = query(names, "officers", _officers, "the organisation's own officers", "sco officers")
    text(one, "--office", "executive_secretary, secretary_general or rats_director")
    text(one, "--on", "in office on this day", metavar="DATE")


def _show_record(data: sco.Dataset, options: Namespace) -> str:
    record = data.record(options.id, table=options.table)
    row = cells(record)
    if options.format != "table":
        names = tuple(columns(type(record)))
        return rendered(Answer((row,), names, names), options.format, sources=False)
    width = max(map(len, row)) + 2
    lines = []
    for name, cell in row.items():
        values = cell if isinstance(cell, tuple) else (cell,)
        for place, value in enumerate(v for v in values if v is not None):
            label = "" if place else name.replace("_", " ")
            start, more = f"{label:{width}}", " " * width
            lines += textwrap.wrap(
                str(value),
                WIDTH,
                initial_indent=start,
                subsequent_indent=more,
                break_long_words=False,
                break_on_hyphens=False,
            )
    return "\n".join(lines) + "\n"


def _on(data: sco.Dataset, options: Namespace) -> str:
    return _happenings(data.on(options.day), options)


def _events(data: sco.Dataset, options: Namespace) -> str:
    return _happenings(data.events(options.since, options.until), options)


def _happenings(found: tuple[sco.Happening, ...], options: Namespace) -> str:
    rows: tuple[dict[str, Cell], ...] = tuple(
        {
            "start": str(one.start),
            "end": str(one.end),
            "kind": str(one.kind),
            "id": one.record.id,
            "what": repr(one.record)[1:-1],
        }
        for one in found
    )
    answer = Answer(rows, _HAPPENED, ("start", "kind", "what"))
    return rendered(answer, options.format, sources=False)


def _person(data: sco.Dataset, options: Namespace) -> str:
    person = data.person(options.name)
    terms = data.records.terms.get(person.id, ())
    shown = "person country role office start end"
    return rendered(Answer.of(terms, sco.Tenure, shown), options.format, sources=False)


def _steps(data: sco.Dataset, options: Namespace) -> str:
    return _answer(data.steps(options.country), sco.Step, "date country kind status", options)


def _announcements(data: sco.Dataset, options: Namespace) -> str:
    found = data.announcements(
        country=options.country,
        subject=options.subject,
        outcome=options.outcome,
        since=options.since,
        until=options.until,
    )
    return _answer(found, sco.Announcement, "published subject expected outcome event", options)


def _officers(data: sco.Dataset, options: Namespace) -> str:
    found = data.officers(office=options.office, on=options.on)
    return _answer(found, sco.Officer, "office person start end", options)


def _answer(found: tuple[Any, ...], kind: type, shown: str, options: Namespace) -> str:
    return show(Answer.of(found, kind, f"{shown} sources"), options)

"""What the command line accepts."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from sco._cli import _commands as commands
from sco._cli import _questions as questions
from sco._cli._options import (
    Parser,
    basis,
    command,
    edition_option,
    examples_text,
    format_option,
    leader,
    pair,
    query,
    text,
    window,
)

if TYPE_CHECKING:
    from sco._cli._options import Subparsers


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    top = Parser(
        prog="sco",
        description="Who had which status in the Shanghai Cooperation Organisation (SCO) on a "
        "day,\nwhich summits took place, and when the leaders of two states met.",
        epilog=examples_text(
            "sco members --on 2017-06-09",
            "sco summits --host CN --format csv",
            "sco meetings RU CN --since 2022 --level head_of_state --sources",
            "sco export sco.sqlite",
        )
        + "\n\nExit codes: 0 done, 1 not done (a file, say, could not be written), 2 bad input.\n"
        "Countries are codes or names in English, Russian or Chinese; dates are written as\n"
        "2017-06-09, 2017-06 or 2017.",
    )
    top.add_argument("--version", action="store_true", help="show the code's and the data's")
    edition_option(top, None)
    names = top.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    _status_commands(names)
    _summit_commands(names)
    _meeting_commands(names)
    questions.add(names)
    _coverage_commands(names)
    _edition_commands(names)
    return top


def _status_commands(names: Subparsers) -> None:
    one = query(
        names,
        "members",
        commands.members,
        "the states that had a status on a day or in a year",
        "sco members --on 2017-06-09",
        "sco members --on 2026-01-01 --status observer --basis decision",
        "sco members --in 2017 --rule throughout --format csv",
    )
    when = one.add_mutually_exclusive_group(required=True)
    when.add_argument("--on", metavar="DATE", help="on this day, or throughout this period")
    when.add_argument("--in", dest="year", type=int, metavar="YEAR", help="in this year")
    one.add_argument(
        "--rule",
        choices=("any", "start", "end", "throughout"),
        help="with --in: on any day (default), at its start, at its end, or throughout",
    )
    text(
        one,
        "--status",
        "member (default), observer, dialogue_partner, partner, shanghai_five",
        default="member",
    )
    basis(one)

    one = query(
        names,
        "status",
        commands.status,
        "the status that a state had on a day",
        "sco status IN --on 2010-01-01",
    )
    one.add_argument("country")
    one.add_argument("--on", metavar="DATE", required=True, help="the day")
    basis(one)

    one = query(
        names,
        "episodes",
        commands.episodes,
        "the periods of a state's statuses",
        "sco episodes IN --sources",
        "sco episodes --status member",
    )
    one.add_argument("country", nargs="?")
    text(one, "--status", "only this status")

    one = query(
        names,
        "changes",
        commands.changes,
        "the changes of status in a period",
        "sco changes 2017 2017",
        "sco changes 2023-07 2024-07",
    )
    one.add_argument("since")
    one.add_argument("until")
    basis(one)


def _summit_commands(names: Subparsers) -> None:
    one = query(
        names,
        "summits",
        commands.summits,
        "the summits, by date",
        "sco summits --host CN",
        "sco summits --body CHS --since 2020",
        "sco summits --output summits.ics",
    )
    text(one, "--host", "the host state", metavar="COUNTRY")
    text(one, "--body", "CHS (heads of state), CHG (heads of government), S5 (Shanghai Five)")
    one.add_argument("--year", type=int, help="the year in which it began")
    window(one)

    one = query(
        names,
        "chair",
        commands.chair,
        "the state that chaired on a day",
        "sco chair --on 2024-07-04",
    )
    one.add_argument("--on", metavar="DATE", required=True, help="the day")


def _meeting_commands(names: Subparsers) -> None:
    one = query(
        names,
        "meetings",
        commands.meetings,
        "the meetings of two states' leaders",
        "sco meetings RU CN --since 2022",
        "sco meetings RU CN --leader Putin --leader Xi",
        "sco meetings RU CN --mode phone --format json",
    )
    pair(one)
    window(one)
    text(one, "--level", "head_of_state, head_of_government or mixed")
    text(one, "--mode", "in_person, video or phone (phone calls only if asked for)")
    leader(one)
    which = one.add_mutually_exclusive_group()
    which.add_argument(
        "--informal", action="store_true", help="both present, no bilateral talk documented"
    )
    which.add_argument("--all", action="store_true", help="documented talks and the others")

    one = query(
        names,
        "visits",
        commands.visits,
        "leaders' trips to other states",
        "sco visits --visitor RU --host CN",
        "sco visits --leader 'Xi Jinping' --kind state",
    )
    text(one, "--visitor", "the state whose leader travelled", metavar="COUNTRY")
    text(one, "--host", "the state visited", metavar="COUNTRY")
    text(one, "--leader", "who travelled", metavar="NAME")
    text(one, "--kind", "state, official, working, informal, private or multilateral")
    window(one)

    one = query(
        names,
        "leaders",
        commands.leaders,
        "who was in office on a day",
        "sco leaders RU --on 2010-01-01",
    )
    one.add_argument("country")
    one.add_argument("--on", metavar="DATE", required=True, help="the day")
    text(one, "--role", "head_of_state or head_of_government")


def _coverage_commands(names: Subparsers) -> None:
    one = query(
        names,
        "coverage",
        commands.coverage,
        "what was searched, and how far",
        "sco coverage RU CN",
        "sco coverage --table summits",
    )
    one.add_argument("country", nargs="?")
    one.add_argument("other", nargs="?")
    text(one, "--table", "only this table")
    one.add_argument("--year", type=int, help="only what concerns this year")

    one = query(
        names,
        "tally",
        commands.tally,
        "published counts beside our own, rule by rule",
        "sco tally RU CN",
        "sco tally RU CN --format csv",
    )
    pair(one)

    one = command(
        names,
        "count",
        commands.count,
        "how often two states' leaders had met by a day, under each counting rule",
        "sco count RU CN --on 2024-04-26 --leader Putin --leader Xi",
        "sco count RU CN --since 2024 --on 2024 --format csv",
    )
    pair(one)
    one.add_argument("--on", metavar="DATE", required=True, help="the last day that counts")
    text(one, "--since", "the first day that counts", metavar="DATE")
    leader(one)
    format_option(one)


def _edition_commands(names: Subparsers) -> None:
    one = command(
        names,
        "cite",
        commands.cite,
        "how to cite a record's sources, or an edition",
        "sco cite CHS-24",
        "sco cite --edition 2026.11 --style apa",
    )
    one.add_argument("id", nargs="?", help="a record's id; without it, the edition is cited")
    text(one, "--style", "bibtex (default) or apa", default="bibtex")

    one = command(
        names,
        "export",
        commands.export,
        "write a whole edition to a file",
        "sco export sco.xlsx",
        "sco export sco.parquet",
        "sco export folder-for-csv",
    )
    one.add_argument(
        "path",
        help="the format is told by the suffix: none for a folder of CSV "
        "files, .jsonl, .parquet (a folder), .sqlite, .xlsx, .ics (summits)",
    )
    text(one, "--format", "the format, whatever the suffix")
    one.add_argument("--overwrite", action="store_true", help="replace what is there")

    one = command(
        names,
        "editions",
        commands.editions,
        "the editions that are installed",
        "sco editions --format json",
    )
    format_option(one)

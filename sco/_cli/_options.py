"""The parser class, and the options that several commands share."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn


class UsageError(Exception):
    """The command line cannot be understood."""


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are one line, without the usage before it."""

    def __init__(self, **options: object) -> None:
        super().__init__(
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
            **options,  # type: ignore[arg-type]
        )
        # Python 3.14 colours its help unless told otherwise; older ones ignore this.
        self.color = False

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see '{self.prog} --help')")


if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[Parser]


def query(
    names: Subparsers, name: str, run: Callable[..., str], about: str, *examples: str
) -> Parser:
    """A command that answers with rows."""
    one = command(names, name, run, about, *examples)
    format_option(one)
    one.add_argument(
        "--sources", action="store_true", help="list the sources below each row of a table"
    )
    one.add_argument(
        "--output",
        metavar="FILE",
        help="write the records to a file instead: "
        ".csv, .jsonl, .parquet, .sqlite, .xlsx, .ics, or a folder",
    )
    one.add_argument("--overwrite", action="store_true", help="with --output: replace the file")
    return one


def command(
    names: Subparsers, name: str, run: Callable[..., str], about: str, *examples: str
) -> Parser:
    one = names.add_parser(
        name,
        help=about,
        description=f"{about[0].upper()}{about[1:]}.",
        epilog=examples_text(*examples),
    )
    # After the command it is optional: left out, it must not undo one given before.
    edition_option(one, argparse.SUPPRESS)
    one.set_defaults(run=run)
    return one


def examples_text(*lines: str) -> str:
    return "examples:\n" + textwrap.indent("\n".join(lines), "  ")


def edition_option(one: argparse.ArgumentParser, default: str | None) -> None:
    one.add_argument(
        "--edition", metavar="VERSION", default=default, help="of the data (default: the newest)"
    )


def format_option(one: Parser) -> None:
    one.add_argument(
        "--format", choices=("table", "csv", "json"), default="table", help="default: table"
    )


def text(one: Parser, name: str, about: str, **options: object) -> None:
    metavar = name.strip("-").upper()
    one.add_argument(name, help=about, **{"metavar": metavar, **options})  # type: ignore[arg-type]


def basis(one: Parser) -> None:
    text(one, "--basis", "in_force (default) or decision: the date that counts", default="in_force")


def pair(one: Parser) -> None:
    one.add_argument("country")
    one.add_argument("other", metavar="other-country")


def leader(one: Parser) -> None:
    text(
        one,
        "--leader",
        "only with this leader; give it twice for both sides",
        action="append",
        metavar="NAME",
    )


def window(one: Parser) -> None:
    text(one, "--since", "from this day, month or year on", metavar="DATE")
    text(one, "--until", "to this day, month or year, included", metavar="DATE")

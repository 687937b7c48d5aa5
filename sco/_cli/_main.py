"""From arguments to output and exit code."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Sequence
from typing import TextIO

import sco
from sco._cli._options import UsageError
from sco._cli._parser import parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: What follows the program's name; None for the process's own.

    Returns:
        0 if it was done; 1 if it could not be, for a reason outside, such as a full disk;
        2 if the input was bad, said in one line on stderr.
    """
    _speak_utf8(sys.stdout, "strict")
    _speak_utf8(sys.stderr, "backslashreplace")
    try:
        code = _run(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _forget_output()
        return 0
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        return _complain(str(error), 1)
    return code


def _run(arguments: Sequence[str] | None) -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("always", sco.CoverageWarning)
        shown = warnings.showwarning
        said: set[str] = set()

        def show(
            message: Warning | str,
            category: type[Warning],
            filename: str,
            lineno: int,
            file: TextIO | None = None,
            line: str | None = None,
        ) -> None:
            if issubclass(category, sco.CoverageWarning):
                # A command may put one question to the library many times.
                if str(message) not in said:
                    _complain(f"warning: {message}", 0)
                said.add(str(message))
            else:
                shown(message, category, filename, lineno, file, line)

        warnings.showwarning = show
        try:
            print(_answer(arguments), end="")
        except (sco.ScoError, UsageError) as error:
            return _complain(str(error), 2)
    return 0


def _answer(arguments: Sequence[str] | None) -> str:
    top = parser()
    try:
        options = top.parse_args(arguments)
    except SystemExit as ended:  # only by --help, which has printed its text
        if ended.code:
            raise
        return ""
    data = sco.edition(options.edition or sco.DATA_VERSION)
    if options.version:
        return f"sco {sco.__version__}, data edition {data.version}\n"
    if options.command is None:
        raise UsageError("no command given (see 'sco --help')")
    return str(options.run(data, options))


def _complain(message: str, code: int) -> int:
    print(f"sco: {' '.join(message.split())}", file=sys.stderr)
    return code


def _speak_utf8(stream: TextIO | None, errors: str) -> None:
    """Write UTF-8 whatever the locale: names and titles are in many scripts."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors=errors)


def _forget_output() -> None:
    """Send what is left to nowhere, so that the interpreter can close the stream in peace."""
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, sys.stdout.fileno())
    os.close(sink)

"""Changes the code on purpose and asks the tests whether they notice: ``python -m tests.mutants``.

Each mutant is one module with one small change: a comparison, a bound, a truth, an ``and``. It
is killed if a test of the module fails. What survives is printed, with its line. On demand only: a
hundred mutants take some ten minutes, and ``--module _queries/asof.py`` tries those of one module.

Every module drawn first has to pass its tests as it is: what fails without a mutant kills none.
"""

from __future__ import annotations

import argparse
import ast
import concurrent.futures
import copy
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import attrs

ROOT = Path(__file__).parent.parent
# Law tests come first: they fail for most mutants, and soon.
COMPILER = [
    *("tests/test_compiler.py", "tests/test_compiler_faults.py", "tests/test_compiler_events.py"),
    *("tests/test_compiler_periods.py", "tests/test_compiler_accepts.py"),
    *("tests/test_compiler_shapes.py", "tests/test_crosswalk.py", "tests/test_laws_compiler.py"),
    *("tests/test_laws_compiler_faults.py", "tests/test_gate.py"),
]
DATES = ["tests/test_laws_dates.py", "tests/test_dates.py"]
MEMBERSHIP = [
    *("tests/test_laws_asof.py", "tests/test_laws_statuses.py", "tests/test_laws_membership.py"),
    *("tests/test_membership.py", "tests/test_golden.py"),
]
MEETINGS = [
    *("tests/test_laws_meetings.py", "tests/test_meetings.py", "tests/test_attendance.py"),
    *("tests/test_tally.py", "tests/test_editions.py"),
]
TESTS: dict[str, list[str]] = {
    "_inputs/dates.py": [*DATES, *MEMBERSHIP],
    "_inputs/choices.py": [*DATES, *MEMBERSHIP, *MEETINGS],
    "_queries/asof.py": [*MEMBERSHIP, "tests/test_people.py"],
    "_queries/membership.py": [*MEMBERSHIP, "tests/test_editions.py"],
    "_queries/changes.py": [*MEMBERSHIP, "tests/test_editions.py"],
    "_queries/summits.py": ["tests/test_summits.py", "tests/test_editions.py"],
    "_queries/people.py": ["tests/test_people.py", "tests/test_editions.py"],
    "_queries/meetings.py": MEETINGS,
    "_queries/attendance.py": MEETINGS,
    "_queries/counting.py": MEETINGS,
    "_queries/rules.py": MEETINGS,
    "_queries/tallies.py": MEETINGS,
    "_queries/published.py": ["tests/test_published.py", *MEETINGS],
    "compiler/_check_periods.py": COMPILER,
    "compiler/_check_visits.py": COMPILER,
    "compiler/_check_meetings.py": COMPILER,
    "compiler/_check_events.py": COMPILER,
    "compiler/_check_sources.py": COMPILER,
    "compiler/_check_published.py": COMPILER,
    "compiler/_check_duplicates.py": COMPILER,
    "compiler/_check_summits.py": COMPILER,
    "compiler/_judge.py": COMPILER,
}
# By module, function and change, why no test can tell the mutant from the code.
EQUIVALENT: dict[tuple[str, str, str], str] = {
    (
        "_queries/membership.py",
        "members_as_of",
        "comparison: last > checked(data)",
    ): "asked about the last day searched itself, the check that it calls finds nothing",
}
_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_CALLED = {"min": "max", "max": "min", "any": "all", "all": "any"}
_CALLED |= {"first_day": "last_day", "last_day": "first_day"}
# Of processor time, which neither a busy machine nor its clock changes: no list of tests takes a
# tenth of it.
_LIMIT = 600


@attrs.frozen
class Mutant:
    """One change of a module.

    Attributes:
        module: The module, below ``sco/``.
        line: Where it is changed.
        function: The outermost function or class around that; empty for the module itself.
        what: The change.
        text: The module with it.
    """

    module: str
    line: int
    function: str
    what: str
    text: str

    def __str__(self) -> str:
        return f"sco/{self.module}:{self.line} {self.what}"

    @property
    def key(self) -> tuple[str, str, str]:
        """What `EQUIVALENT` calls it."""
        return self.module, self.function, self.what


class NoVerdictError(Exception):
    """The tests neither passed nor failed: what they said of the mutant is not known."""


def mutants(module: str) -> Iterator[Mutant]:
    """Every mutant of a module."""
    tree = ast.parse((ROOT / "sco" / module).read_text(encoding="utf-8"))
    around = {
        id(node): getattr(outer, "name", "") for outer in tree.body for node in ast.walk(outer)
    }
    for number, node in enumerate(ast.walk(tree)):
        for name in _changes(node):
            fresh = copy.deepcopy(tree)
            target = next(n for i, n in enumerate(ast.walk(fresh)) if i == number)
            _apply(target, name)
            yield Mutant(
                module=module,
                line=getattr(node, "lineno", 0),
                function=around[id(node)],
                what=f"{name}: {ast.unparse(node)[:70]}",
                text=ast.unparse(fresh),
            )


def _changes(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _COMPARED:
        yield "comparison"
    if isinstance(node, ast.BoolOp):
        yield "and/or"
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "not"
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield "truth"
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield "number"
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        yield "sign"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _CALLED:
        yield "call"


def _apply(node: ast.AST, name: str) -> None:
    match node:
        case ast.Compare():
            node.ops[0] = _COMPARED[type(node.ops[0])]()
        case ast.BoolOp():
            node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        case ast.UnaryOp():
            node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), node.operand)
        case ast.Constant(value=bool() as value):
            node.value = not value
        case ast.Constant(value=int() as value):
            node.value = value + 1
        case ast.BinOp():
            node.op = ast.Sub() if isinstance(node.op, ast.Add) else ast.Add()
        case ast.Call(func=ast.Name() as function):
            function.id = _CALLED[function.id]
        case _:
            raise ValueError(name)


def killed(module: str, text: str) -> bool:
    """Whether a test of the module fails with a text in its place.

    Raises:
        NoVerdictError: If the tests did not run to a failure or to the end.
    """
    with tempfile.TemporaryDirectory() as folder:
        for name in ("sco", "tests"):
            shutil.copytree(
                ROOT / name, Path(folder, name), ignore=shutil.ignore_patterns("__pycache__")
            )
        for name in ("data", "docs", "pyproject.toml", "README.md"):
            os.symlink(ROOT / name, Path(folder, name))
        Path(folder, "sco", module).write_text(text, encoding="utf-8")
        # Doctests come last: pytest imports a module given by its path once more if no test has
        # imported it yet, and then nothing is an instance of its classes.
        doctests = [f"sco/{module}"] if ">>>" in text else []
        within = ["sh", "-c", f'ulimit -S -t {_LIMIT}; exec "$@"', "sh"]
        pytest = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
        done = subprocess.run(
            [*within, *pytest, *TESTS[module], *doctests],
            cwd=folder,
            capture_output=True,
            env={**os.environ, "PYTHONPATH": folder, "SCO_HYPOTHESIS_PROFILE": "failing"},
            text=True,
        )
    # Interrupted (2) is what pytest calls a mutant with which a test cannot even be imported.
    failed = done.returncode == 1 or (done.returncode == 2 and "ERROR collecting" in done.stdout)
    if done.returncode and not failed and done.returncode != -signal.SIGXCPU:
        end = (done.stdout + done.stderr)[-2_000:]
        raise NoVerdictError(f"pytest ended with {done.returncode} on sco/{module}:\n{end}")
    return done.returncode != 0


def tried(mutant: Mutant) -> bool:
    """Whether a mutant is killed; one that `EQUIVALENT` names must not be."""
    dead = killed(mutant.module, mutant.text)
    if dead and mutant.key in EQUIVALENT:
        raise NoVerdictError(f"{mutant} is called equivalent, and a test fails")
    return dead


def check(modules: list[str]) -> None:
    """Stop if a test file is missing, or if a name in `EQUIVALENT` is not that of one mutant."""
    if missing := {t for tests in TESTS.values() for t in tests if not (ROOT / t).exists()}:
        sys.exit(f"no such test file: {', '.join(sorted(missing))}")
    found = [mutant.key for module in modules for mutant in mutants(module)]
    for key in EQUIVALENT:
        if key[0] in modules and found.count(key) != 1:
            sys.exit(f"{key} names {found.count(key)} mutants")


def main() -> None:
    """Draw mutants, try them, print the survivors and the share that was killed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--module", action="append", choices=TESTS, help="of this one; repeatable")
    options = parser.parse_args()
    modules = options.module or list(TESTS)
    check(modules)
    found = [mutant for module in modules for mutant in mutants(module)]
    drawn = random.Random(options.seed).sample(found, min(options.count, len(found)))
    number = 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        as_they_are = sorted({mutant.module for mutant in drawn})
        texts = [ast.unparse(ast.parse((ROOT / "sco" / m).read_text())) for m in as_they_are]
        for module, wrong in zip(as_they_are, pool.map(killed, as_they_are, texts), strict=True):
            if wrong:
                pool.shutdown(cancel_futures=True)
                sys.exit(f"the tests of sco/{module} fail without a mutant")
        for mutant, dead in zip(drawn, pool.map(tried, drawn), strict=True):
            number += dead
            if mutant.key in EQUIVALENT:
                print(f"equivalent: {mutant}: {EQUIVALENT[mutant.key]}", flush=True)
            elif not dead:
                print(f"survived: {mutant}", flush=True)
    same = sum(mutant.key in EQUIVALENT for mutant in drawn)
    print(f"{number} of {len(drawn)} killed, {same} equivalent (of {len(found)} mutants)")


if __name__ == "__main__":
    main()

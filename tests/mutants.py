"""Changes the code on purpose and asks the tests whether they notice: ``python -m tests.mutants``.

Each mutant is one module with one small change: a comparison, a bound, a truth, an ``and``. It
is killed if a test of the module fails. What survives is printed, with its line. On demand only: a
hundred mutants take some twenty minutes.
"""

from __future__ import annotations

import argparse
import ast
import concurrent.futures
import copy
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
COMPILER = [
    *("tests/test_compiler.py", "tests/test_compiler_faults.py", "tests/test_compiler_events.py"),
    *("tests/test_compiler_periods.py", "tests/test_compiler_accepts.py", "tests/test_gate.py"),
    *("tests/test_compiler_shapes.py", "tests/test_crosswalk.py"),
]
MEMBERSHIP = ["tests/test_membership.py", "tests/test_laws_membership.py", "tests/test_golden.py"]
MEETINGS = [
    *("tests/test_meetings.py", "tests/test_laws_meetings.py", "tests/test_attendance.py"),
    *("tests/test_tally.py", "tests/test_laws_counting.py", "tests/test_editions.py"),
]
TESTS: dict[str, list[str]] = {
    "_inputs/dates.py": ["tests/test_dates.py", *MEMBERSHIP, "tests/test_laws_dates.py"],
    "_inputs/choices.py": ["tests/test_dates.py", *MEMBERSHIP, *MEETINGS],
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


def mutants(source: str) -> Iterator[tuple[int, str, str]]:
    """Every mutant of a module: the line, what was changed, and the new text."""
    tree = ast.parse(source)
    for number, node in enumerate(ast.walk(tree)):
        for name in _changes(node):
            fresh = copy.deepcopy(tree)
            target = next(n for i, n in enumerate(ast.walk(fresh)) if i == number)
            _apply(target, name)
            yield (
                getattr(node, "lineno", 0),
                f"{name}: {ast.unparse(node)[:70]}",
                ast.unparse(fresh),
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
    """Whether a test of the module fails with the mutant in its place."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("sco", "tests"):
            shutil.copytree(
                ROOT / name, Path(folder, name), ignore=shutil.ignore_patterns("__pycache__")
            )
        for name in ("data", "docs", "pyproject.toml", "README.md"):
            os.symlink(ROOT / name, Path(folder, name))
        Path(folder, "sco", module).write_text(text, encoding="utf-8")
        tests = [test for test in TESTS[module] if (ROOT / test).exists()]
        doctests = [f"sco/{module}"] if not module.startswith("compiler") else []
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
        try:
            done = subprocess.run(
                [*command, *doctests, *tests], cwd=folder, capture_output=True, timeout=300
            )
        except subprocess.TimeoutExpired:
            return True
        return done.returncode == 1 or done.returncode == 2


def main() -> None:
    """Draw mutants, try them, print the survivors and the share that was killed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    found = [
        (module, *mutant)
        for module in TESTS
        for mutant in mutants((ROOT / "sco" / module).read_text(encoding="utf-8"))
    ]
    drawn = random.Random(options.seed).sample(found, min(options.count, len(found)))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda mutant: killed(mutant[0], mutant[3]), drawn))
    for (module, line, what, _), dead in zip(drawn, results, strict=True):
        if not dead:
            print(f"survived: sco/{module}:{line} {what}")
    print(f"{sum(results)} of {len(drawn)} killed (of {len(found)} mutants)")


if __name__ == "__main__":
    main()

"""The documentation's scripts run (its examples with answers run as doctests)."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).parent.parent / "docs"
SCRIPTS = {
    f"{page.name}-{number}": script
    for page in sorted(DOCS.glob("*.md"))
    for number, script in enumerate(
        re.findall(r"```python\n(.*?)\n```", page.read_text(encoding="utf-8"), re.DOTALL), start=1
    )
    if ">>>" not in script
}
COMMANDS = [
    line
    for page in sorted(DOCS.glob("*.md"))
    for block in re.findall(r"```bash\n(.*?)\n```", page.read_text(encoding="utf-8"), re.DOTALL)
    for line in block.splitlines()
    if line.startswith("sco ")
]


@pytest.mark.parametrize("name", SCRIPTS)
def test_script(name: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", SCRIPTS[name]],
        cwd=tmp_path,
        env={**os.environ, "MPLBACKEND": "Agg"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("line", COMMANDS)
def test_command(line: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", *shlex.split(line)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout or any(tmp_path.iterdir())


def test_the_tally_chart_is_five_lines(tmp_path: Path) -> None:
    lines = [line for line in SCRIPTS["plots.md-1"].splitlines() if line]
    assert len(lines) <= 5
    assert "plots.tallies(" in SCRIPTS["plots.md-1"]


def test_there_are_scripts_and_commands() -> None:
    assert len(SCRIPTS) >= 5
    assert len(COMMANDS) >= 5

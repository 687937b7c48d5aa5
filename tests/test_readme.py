"""Everything in the README runs (its Python examples run as doctests)."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"```bash\n(.*?)\n```", README, re.DOTALL)


def test_the_first_command_installs_and_answers(tmp_path: Path) -> None:
    checkout = tmp_path / "sco"
    wanted = ("sco", "data", "README.md", "pyproject.toml", "LICENSE", "LICENSE-DATA")
    for name in wanted:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        checkout.mkdir(exist_ok=True)
        copy(source, checkout / name)
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", COMMANDS[0]],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    shown = re.search(r"```text\n(.*?)\n```", README, re.DOTALL)
    assert shown is not None
    assert done.stdout.strip() == shown[1].strip(), done.stdout


def test_the_second_command_is_what_the_gate_runs() -> None:
    gate = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert COMMANDS[1].endswith(".venv/bin/python -m pytest")
    assert "sed -n '/^Run the tests:/" in gate
    assert 'eval "$test_command"' in gate


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]
)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
        if not target.startswith("http"):
            assert (page.parent / target).exists(), f"{page.name}: {target}"

"""What is built installs elsewhere, carries its data, and answers."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
QUESTION = (
    "import sco; print([c.alpha_2 for c in sco.members_as_of('2001-06-15')]);"
    "print(sco.meetings_between('RU', 'CN', until='2026-08-22')[-1].sources[0].url[:4]);"
    "print(sco.country('Россия').name, sco.DATA_VERSION == sco.editions()[-1]); print(sco.__file__)"
)
ANSWER = ["['CN', 'KG', 'KZ', 'RU', 'TJ', 'UZ']", "http", "Russia True"]


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command; what it prints."""
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--outdir", folder, ROOT, cwd=folder)
    return folder


def environment(folder: Path) -> Path:
    """A new virtual environment's Python."""
    venv.create(folder / "venv", with_pip=True)
    return folder / "venv" / "bin" / "python"


def test_the_wheel_holds_the_package_and_every_edition_and_nothing_else(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        size = sum(info.file_size for info in archive.infolist())
    code = {p.relative_to(ROOT).as_posix() for p in (ROOT / "sco").rglob("*.py")}
    data = {name for name in names if re.fullmatch(r"sco/editions/[\w-]+\.pack", name)}
    data.add("sco/editions/index.csv")
    inside = {name for name in names if not name.partition("/")[0].endswith(".dist-info")}
    assert inside == code | data | {"sco/py.typed"}
    assert any(name.endswith("/licenses/LICENSE-DATA") for name in names)
    assert size < 2 * 2**20


def test_the_sdist_holds_the_sources_of_the_data_and_the_tests(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"data/episodes.toml", "tests/test_packaging.py", "README.md", "LICENSE"} <= names


def test_the_wheel_answers_in_a_new_environment_in_another_folder(
    built: Path, tmp_path: Path
) -> None:
    python = environment(tmp_path)
    (wheel,) = built.glob("*.whl")
    run(python, "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)
    lines = run(python, "-W", "error", "-c", QUESTION, cwd=tmp_path).splitlines()
    assert lines[:-1] == ANSWER
    assert Path(lines[-1]).is_relative_to(tmp_path)
    assert run(python, "-m", "sco", "chair", "--on", "2024-07-04", cwd=tmp_path)
    script = tmp_path / "venv" / "bin" / "sco"
    assert "Belarus" in run(script, "members", "--on", "2024-07-04", cwd=tmp_path)


def test_an_editable_install_answers_from_the_checkout(tmp_path: Path) -> None:
    python = environment(tmp_path)
    run(python, "-m", "pip", "install", "--quiet", "--editable", ROOT, cwd=tmp_path)
    lines = run(python, "-W", "error", "-c", QUESTION, cwd=tmp_path).splitlines()
    assert lines[:-1] == ANSWER
    assert Path(lines[-1]).is_relative_to(ROOT)

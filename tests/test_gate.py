"""The data gate: canonical form, no faults, and editions that are what they say."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from frictionless import Package, system

import sco
from sco._edition import index
from sco._edition.files import PACKAGE, SUMS, Folder
from sco.compiler.__main__ import checked
from sco.compiler._canonical import canonical
from sco.compiler._faults import Faults
from sco.compiler._read import documents
from sco.compiler._write import contents, digest

DATA = Path(__file__).parent.parent / "data"
EDITIONS = DATA / "editions"
INDEX = index.parse((EDITIONS / index.INDEX).read_text(encoding="utf-8"))
META = tomllib.loads((DATA / "edition.toml").read_text())
FILES = [path for path, _ in documents(DATA, Faults())]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(DATA).as_posix())
def test_every_file_is_in_canonical_form(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert canonical(text) == text, "run: python -m sco.compiler format"


def test_the_data_has_no_faults_and_is_what_the_edition_holds() -> None:
    reading = checked(DATA, META["released"])
    assert sorted(map(str, reading.faults)) == []
    files = contents(reading, META)
    if INDEX[META["version"]].published and digest(files) != INDEX[META["version"]].sha256:
        pytest.fail("the edition is published: give the changed data a new version")
    for name, content in files.items():
        on_disk = (EDITIONS / META["version"] / name).read_bytes()
        assert on_disk == content, f"{name}: run: python -m sco.compiler compile"


@pytest.mark.parametrize("version", sco.editions())
def test_no_edition_differs_from_the_index(version: str) -> None:
    folder = EDITIONS / version
    files = Folder(str(folder), INDEX[version].sha256)
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert names == {name for name, _ in files.all()}
    resources = json.loads(files.read(PACKAGE))["resources"]
    listed = [[r["path"]] if isinstance(r["path"], str) else r["path"] for r in resources]
    paths = [path for of_one in listed for path in of_one]
    assert names == {*paths, PACKAGE} | ({SUMS} if files.schema > 1 else set())


def test_the_index_names_every_edition() -> None:
    assert sorted(INDEX) == sorted(sco.editions())


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_edition_validates_as_a_data_package() -> None:
    package = EDITIONS / META["version"] / "datapackage.json"
    with system.use_context(trusted=True):
        report = Package(str(package)).validate()
    assert report.valid, report.flatten(["title", "message"])


def test_every_license_is_stated() -> None:
    package = json.loads((EDITIONS / META["version"] / "datapackage.json").read_text())
    assert [entry["name"] for entry in package["licenses"]] == ["CC0-1.0"]

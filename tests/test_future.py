"""Editions to come hold what this code does not know, and code to come what today's do not."""

from __future__ import annotations

import enum
import hashlib
import shutil
from pathlib import Path

import attrs
import pytest

import sco
from sco._edition.files import SCHEMA, SUMS, Folder
from sco._edition.rows import Maker
from sco.records.meetings import Visit

EDITIONS = Path(__file__).parent.parent / "data" / "editions"


@pytest.fixture
def future(tmp_path: Path) -> Path:
    """A copy of the newest edition, under a version to come."""
    folder = tmp_path / "edition"
    shutil.copytree(EDITIONS / sco.DATA_VERSION, folder)
    seal(folder)
    return folder


def seal(folder: Path, schema: int = SCHEMA) -> None:
    """Make the file of hashes anew."""
    names = sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.name != SUMS
    )
    lines = [f"# sco edition 2099.01 schema {schema}"]
    lines += [f"{hashlib.sha256((folder / n).read_bytes()).hexdigest()}  {n}" for n in names]
    above = "".join(f"{line}\n" for line in lines).encode()
    (folder / SUMS).write_bytes(above + f"# {hashlib.sha256(above).hexdigest()}\n".encode())


def with_column(path: Path, name: str, value: str) -> None:
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    text = "\n".join([f"{name},{head}", *(f"{value},{line}" for line in lines)]) + "\n"
    path.write_text(text, encoding="utf-8")


def test_a_column_that_this_code_does_not_know_is_passed_over(future: Path) -> None:
    with_column(future / "summits.csv", "weather", "sun")
    with_column(future / "visits" / "CN-RU.csv", "weather", "snow")
    seal(future)
    data = sco.edition(future)
    assert data.version == "2099.01"
    assert data.summits() == sco.summits()
    found = data.visits(visitor="CN", host="RU", until="2025")
    assert found == sco.visits(visitor="CN", host="RU", until="2025")


def test_a_table_that_this_code_does_not_know_is_passed_over(future: Path) -> None:
    (future / "treaties.csv").write_text("id,title\nx,y\n", encoding="utf-8")
    (future / "treaties").mkdir()
    (future / "treaties" / "CN-RU.csv").write_text("id,title\nx,y\n", encoding="utf-8")
    seal(future)
    assert sco.edition(future).members_as_of("2024-07-04") == sco.members_as_of("2024-07-04")


def test_a_value_that_this_code_does_not_know_is_named_and_stops_no_other_table(
    future: Path,
) -> None:
    path = future / "steps.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(",applied,", ",dreamt_of,", 1), encoding="utf-8")
    seal(future)
    data = sco.edition(future)
    with pytest.raises(sco.DataError, match="kind 'dreamt_of' in a record of Step"):
        data.steps()
    assert data.episodes() == sco.episodes()


def test_a_schema_to_come_is_refused_by_name(future: Path) -> None:
    seal(future, SCHEMA + 1)
    with pytest.raises(sco.DataError, match=rf"schema '{SCHEMA + 1}'.*install a newer one"):
        sco.edition(future)


class Mood(enum.StrEnum):
    """An enumeration that no edition of today has."""

    GOOD = "good"


@attrs.frozen(kw_only=True)
class _Step:
    """A step with a field that no edition of today has, and a table with a value more."""

    id: str
    mood: Mood | None = None


@pytest.mark.parametrize("version", sco.editions())
def test_code_to_come_reads_the_editions_of_today(version: str) -> None:
    tables = sco.edition(version).records.tables
    header, lines = tables.cells("steps")
    make = Maker(_Step, header)
    found = [make(cells, tables, {}) for cells in lines]
    assert found
    assert {step.mood for step in found} == {None}


def test_what_the_first_editions_did_not_have_is_none_in_them() -> None:
    first, last = sco.edition("2026.11"), sco.edition(sco.DATA_VERSION)
    assert {visit.kind_by for visit in first.visits()} == {None}
    assert {source.kind for summit in first.summits() for source in summit.sources} == {None}
    assert all(v.kind_by for v in last.visits() if v.kind)
    assert all(s.kind for visit in last.visits() for s in visit.sources)
    assert attrs.fields_dict(Visit)["kind_by"].default is None
    assert Folder(str(EDITIONS / "2026.11")).schema == 1

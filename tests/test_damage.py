"""Damage to an edition is named, never read around: every byte of it is covered."""

from __future__ import annotations

import random
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import sco
from sco._edition.files import SUMS
from sco._edition.index import entries
from sco.compiler._pack import pack

EDITIONS = Path(__file__).parent.parent / "data" / "editions"
VERSIONS = (sco.editions()[0], sco.DATA_VERSION)
PLACES = 500


def everything(data: sco.Dataset) -> Iterator[Any]:
    """Questions that together read every file of an edition."""
    records = data.records
    tables = records.tables
    yield data.version
    for table in ("countries", "aliases", "people", "participants"):
        yield list(tables.all_rows(table))
    yield data.episodes()
    yield data.steps()
    yield data.summits()
    yield records.tenures
    yield data.officers()
    yield data.announcements()
    yield records.external
    yield records.all_meetings()
    yield data.visits()
    yield records.all_tallies()
    yield records.inclusions(("CN", "RU"))
    yield data.coverage()
    for name, _ in tables.files.all():
        yield name


def asked(path: Path) -> None:
    """Put every question to the edition at a path."""
    for _ in everything(sco.edition(path)):
        pass


def copy(version: str, target: Path) -> list[Path]:
    shutil.copytree(EDITIONS / version, target)
    return sorted(path for path in target.rglob("*") if path.is_file())


@pytest.mark.parametrize("version", VERSIONS)
def test_a_whole_edition_elsewhere_answers(version: str, tmp_path: Path) -> None:
    copy(version, tmp_path / "edition")
    asked(tmp_path / "edition")
    assert sco.edition(tmp_path / "edition").version == version


@pytest.mark.parametrize("version", VERSIONS)
def test_a_flipped_byte_is_named(version: str, tmp_path: Path) -> None:
    paths = copy(version, tmp_path / "edition")
    sizes = [path.stat().st_size for path in paths]
    chance = random.Random(version)
    for path in chance.choices(paths, weights=sizes, k=PLACES // len(VERSIONS)):
        whole = path.read_bytes()
        place = chance.randrange(len(whole))
        broken = bytearray(whole)
        broken[place] ^= 1 << chance.randrange(8)
        path.write_bytes(broken)
        named(path, tmp_path / "edition")
        path.write_bytes(whole)


HARMS: dict[str, Callable[[bytes], bytes]] = {
    "cut": lambda whole: whole[: len(whole) // 2],
    "emptied": lambda whole: b"",
    "longer": lambda whole: whole + b"\n",
}


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("harm", [*HARMS, "deleted"])
def test_a_cut_or_missing_file_is_named(version: str, harm: str, tmp_path: Path) -> None:
    for path in copy(version, tmp_path / "edition"):
        whole = path.read_bytes()
        path.unlink()
        if harm in HARMS:
            path.write_bytes(HARMS[harm](whole))
        named(path, tmp_path / "edition")
        path.write_bytes(whole)


def named(path: Path, edition: Path) -> None:
    """The error names the file, or, where the file of hashes is gone, that."""
    with pytest.raises(sco.DataError) as caught:
        asked(edition)
    assert path.relative_to(edition).as_posix() in str(caught.value)


def test_a_published_edition_whose_hashes_were_made_anew_is_refused(tmp_path: Path) -> None:
    """An edition of this installation is held against the index, which stands elsewhere."""
    from sco._edition.files import Folder

    version = sco.DATA_VERSION
    copy(version, tmp_path / "edition")
    Folder(str(tmp_path / "edition"), entries()[version].sha256).read("people.csv")
    with pytest.raises(sco.DataError, match=SUMS):
        Folder(str(tmp_path / "edition"), "0" * 64).read("people.csv")


@pytest.mark.parametrize("top", ["", "sco-edition/"])
def test_an_archive_answers_as_the_folder_does(top: str, tmp_path: Path) -> None:
    made = tmp_path / "edition.zip"
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in copy(sco.DATA_VERSION, tmp_path / "edition"):
            archive.write(path, top + path.relative_to(tmp_path / "edition").as_posix())
    assert sco.edition(made).summits() == sco.summits()
    assert repr(sco.edition(str(made))) == f"<Dataset {sco.DATA_VERSION}>"


def test_packed_editions_answer_as_the_folders_do(tmp_path: Path) -> None:
    from sco._edition.packed import Packed

    pack(EDITIONS, tmp_path)
    for entry in entries().values():
        files = Packed(str(tmp_path), entry.version, entry.sha256)
        unpacked = dict(files.all())
        folder = EDITIONS / entry.version
        wanted = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }
        assert unpacked == wanted


def test_a_damaged_pack_is_named(tmp_path: Path) -> None:
    from sco._edition.packed import Packed

    pack(EDITIONS, tmp_path)
    entry = entries()[sco.DATA_VERSION]
    chance = random.Random(1)
    for path in sorted(tmp_path.glob("*.pack")):
        whole = path.read_bytes()
        for harmed in (
            whole[: len(whole) // 2],
            b"",
            whole.replace(b"\n\n", b"\n", 1),
            *(_flipped(whole, chance) for _ in range(5)),
        ):
            path.write_bytes(harmed)
            files = Packed(str(tmp_path), entry.version, entry.sha256)
            try:
                found = dict(files.all())
            except sco.DataError as error:
                assert path.stem in str(error)  # noqa: PT017
            else:
                assert found == dict(sco.edition(entry.version).records.tables.files.all())
        path.write_bytes(whole)


def _flipped(whole: bytes, chance: random.Random) -> bytes:
    broken = bytearray(whole)
    broken[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
    return bytes(broken)


@pytest.mark.parametrize(
    "path", ["nowhere", "2026.11.99", "", "a\0b", "x" * 300, 3, None, b"2026.11", {}, 2026.11]
)
def test_what_is_no_edition_is_refused(path: Any) -> None:
    with pytest.raises((sco.UnknownEditionError, sco.QueryError)):
        sco.edition(path)


def test_a_file_that_is_no_edition_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_text("no archive")
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "x.zip", tmp_path / "folder"):
        with pytest.raises(sco.DataError):
            sco.edition(path)

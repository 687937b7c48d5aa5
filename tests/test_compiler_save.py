"""Writing leaves the old or the new: each step fails in turn, and each in turn is the last."""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sco._edition.index import INDEX, Entry, parse
from sco.compiler import _save
from sco.compiler.__main__ import main
from sco.compiler._save import recover, save_edition, save_text
from tests.small_edition import documents, put

Tree = dict[str, bytes]
VERSION = "2000.01"
STEPS = (
    (os, "rename"),
    (os, "replace"),
    (os, "fsync"),
    (os, "close"),
    (shutil, "rmtree"),
    (tempfile, "mkdtemp"),
    (tempfile, "mkstemp"),
    (Path, "mkdir"),
    (Path, "open"),
    (Path, "chmod"),
    (Path, "unlink"),
)


class Killed(BaseException):
    """The process ends here."""


def files(word: str) -> dict[str, bytes]:
    """An edition of two files."""
    return {"SHA256SUMS": f'"{word}"'.encode(), "tables/a.csv": f"id\n{word}\n".encode()}


def entry(word: str, version: str = VERSION, *, published: bool = False) -> Entry:
    """What the index says of it."""
    digest = hashlib.sha256(files(word)["SHA256SUMS"]).hexdigest()
    return Entry(version, published, digest)


def save(editions: Path, word: str) -> None:
    """Write that edition."""
    save_edition(editions, files(word), entry(word))


def seen(editions: Path) -> Tree:
    """What a reader finds: every file that is not hidden."""
    return {
        path.relative_to(editions).as_posix(): path.read_bytes()
        for path in sorted(editions.rglob("*"))
        if path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(editions).parts)
    }


def failing(patch: pytest.MonkeyPatch, at: int, *, forever: bool) -> Callable[[], int]:
    """Let the step of a number fail, and those after it if the process ends with it.

    Returns:
        How many steps there were.
    """
    count = itertools.count()
    done = [0]

    def wrap(step: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*args: Any, **kwargs: Any) -> Any:
            number = next(count)
            done[0] = number + 1
            if number == at or (forever and number > at):
                if kwargs.get("ignore_errors") and not forever:
                    return None
                raise Killed if forever else OSError(28, "No space left on device")
            return step(*args, **kwargs)

        return wrapped

    for owner, name in STEPS:
        patch.setattr(owner, name, wrap(getattr(owner, name)))
    return lambda: done[0]


def states(folder: Path) -> tuple[Tree, Tree]:
    """What a reader finds before and after."""
    save(folder, "old")
    old = seen(folder)
    save(folder, "new")
    return old, seen(folder)


def every_step(run: Callable[[int], int]) -> int:
    """Run once for each step, until there is none of that number; how many there are."""
    for at in itertools.count():
        if run(at) <= at:
            return at
    raise AssertionError


def test_each_step_that_fails_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    old, new = states(tmp_path / "wanted")
    found = []

    def run(at: int) -> int:
        editions = tmp_path / str(at)
        save(editions, "old")
        with pytest.MonkeyPatch.context() as patch:
            steps = failing(patch, at, forever=False)
            try:
                save(editions, "new")
                wanted = [new]
            except OSError:
                wanted = [old]
        assert seen(editions) in wanted, f"step {at}"
        found.append(wanted[0] is old)
        save(editions, "new")
        assert seen(editions) == new
        assert {p.name for p in editions.iterdir()} == {VERSION, INDEX}, "nothing is left"
        return steps()

    assert every_step(run) >= 12
    assert found.count(True) >= 10


def test_each_step_that_is_the_last_leaves_the_old_or_the_new_to_the_next_run(
    tmp_path: Path,
) -> None:
    old, new = states(tmp_path / "wanted")
    found = []

    def run(at: int) -> int:
        editions = tmp_path / str(at)
        save(editions, "old")
        with pytest.MonkeyPatch.context() as patch:
            steps = failing(patch, at, forever=True)
            with contextlib.suppress(Killed):
                save(editions, "new")
        recover(editions, VERSION)
        assert seen(editions) in (old, new), f"step {at}"
        found.append(seen(editions) == new)
        assert {p.name for p in editions.iterdir()} == {VERSION, INDEX}, "nothing is left"
        save(editions, "new")
        assert seen(editions) == new
        return steps()

    assert every_step(run) >= 12
    assert found == sorted(found), "there is one step from which on it is the new"
    assert {True, False} <= set(found)


def test_a_first_edition_that_fails_leaves_none(tmp_path: Path) -> None:
    def run(at: int) -> int:
        editions = tmp_path / str(at)
        editions.mkdir()
        with pytest.MonkeyPatch.context() as patch:
            steps = failing(patch, at, forever=False)
            try:
                save(editions, "new")
            except OSError:
                assert seen(editions) == {}, f"step {at}"
        save(editions, "new")
        assert set(seen(editions)) == {f"{VERSION}/{name}" for name in files("")} | {INDEX}
        return steps()

    assert every_step(run) >= 8


def test_a_recovery_that_ends_halfway_is_taken_up_again(tmp_path: Path) -> None:
    old, new = states(tmp_path / "wanted")

    def run(at: int) -> int:
        editions = tmp_path / str(at)
        save(editions, "old")
        kept = editions / f".{VERSION}.old"
        (editions / VERSION).rename(kept)
        (editions / VERSION).mkdir()
        for name, content in files("new").items():
            (editions / VERSION / name).parent.mkdir(exist_ok=True)
            (editions / VERSION / name).write_bytes(content)
        with pytest.MonkeyPatch.context() as patch:
            steps = failing(patch, at, forever=True)
            with contextlib.suppress(Killed):
                recover(editions, VERSION)
        recover(editions, VERSION)
        assert seen(editions) == old, f"step {at}"
        return steps()

    assert every_step(run) >= 4
    assert old != new


def test_other_entries_of_the_index_stay(tmp_path: Path) -> None:
    save_edition(tmp_path, files("old"), entry("old", "1999.12", published=True))
    save(tmp_path, "new")
    index = parse((tmp_path / INDEX).read_text(encoding="utf-8"))
    assert list(index) == ["1999.12", VERSION]
    assert index["1999.12"].published
    assert not index[VERSION].published
    assert index["1999.12"].sha256 == entry("old").sha256
    assert index[VERSION].sha256 == entry("new").sha256


def test_a_text_is_whole_whichever_step_fails(tmp_path: Path) -> None:
    def run(at: int) -> int:
        path = tmp_path / f"{at}.toml"
        path.write_text("old", encoding="utf-8")
        with pytest.MonkeyPatch.context() as patch:
            steps = failing(patch, at, forever=at % 2 == 0)
            with contextlib.suppress(OSError, Killed):
                save_text(path, "new")
        assert path.read_text(encoding="utf-8") in ("old", "new")
        save_text(path, "new")
        assert path.read_text(encoding="utf-8") == "new"
        return steps()

    assert every_step(run) >= 4


@pytest.mark.parametrize(
    ("command", "step", "words"),
    [
        ("compile", "save_edition", "edition 2000.01 is as it was: [Errno 28] No space"),
        ("format", "save_text", "is as it was: [Errno 28] No space"),
    ],
)
def test_what_cannot_be_written_is_said(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    step: str,
    words: str,
) -> None:
    def fail(*args: object) -> None:
        raise OSError(28, "No space left on device")

    assert hasattr(_save, step)
    monkeypatch.setattr(f"sco.compiler.__main__.{step}", fail)
    assert main([command, "--data", str(put(tmp_path, documents()))]) == 1
    assert words in capsys.readouterr().err

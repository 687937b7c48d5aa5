"""Puts files in place: afterwards there is what was before or what is new, never a part of it."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import tempfile
from pathlib import Path

from sco._edition.files import SUMS
from sco._edition.index import INDEX, Entry, parse, unparsed


def save_edition(editions: Path, files: dict[str, bytes], entry: Entry) -> None:
    """Write an edition's folder and its entry in the index, both or neither.

    Everything is written beside its place first; what remains are three renamings, each of
    which is undone if a later one fails.

    Args:
        editions: The folder of all editions.
        files: The edition's files by name.
        entry: What the index says of it; its version is its folder's name.

    Raises:
        OSError: If something cannot be written. The edition and the index are as they were.
    """
    version = entry.version
    editions.mkdir(parents=True, exist_ok=True)
    recover(editions, version)
    folder, kept = editions / version, _kept(editions, version)
    index = editions / INDEX
    fresh = Path(tempfile.mkdtemp(prefix=_begun(version), dir=editions))
    try:
        content = fresh / "content"
        content.mkdir()
        for name, data in files.items():
            (content / name).parent.mkdir(exist_ok=True)
            _write(content / name, data)
        entries = parse(index.read_text(encoding="utf-8")) if index.is_file() else {}
        _write(fresh / INDEX, unparsed({**entries, version: entry}).encode())
        try:
            if folder.exists():
                os.rename(folder, kept)
            os.rename(content, folder)
            os.replace(fresh / INDEX, index)
        except BaseException:
            _undo(folder, kept, fresh)
            raise
        # From here on it is the new one. What is left over goes now or with the next run; what
        # is kept of the old one is whole until then.
        with contextlib.suppress(OSError):
            if kept.exists():
                os.rename(kept, fresh / "old")
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def recover(editions: Path, version: str) -> None:
    """Finish or undo what a run that was killed had begun.

    Args:
        editions: The folder of all editions.
        version: The edition's version.
    """
    folder, kept = editions / version, _kept(editions, version)
    for begun in editions.glob(f"{_begun(version)}*"):
        shutil.rmtree(begun)
    if not kept.exists():
        return
    fresh = Path(tempfile.mkdtemp(prefix=_begun(version), dir=editions))
    if folder.exists():
        os.rename(kept if _is_indexed(editions, version) else folder, fresh / "old")
    if not folder.exists():
        os.rename(kept, folder)
    shutil.rmtree(fresh)


def save_text(path: Path, text: str) -> None:
    """Write one file whole, or leave it as it is.

    Args:
        path: The file.
        text: Its new content.

    Raises:
        OSError: If it cannot be written.
    """
    handle, name = tempfile.mkstemp(prefix=".", dir=path.parent)
    fresh = Path(name)
    try:
        os.close(handle)
        _write(fresh, text.encode())
        fresh.chmod(path.stat().st_mode if path.exists() else 0o644)
        os.replace(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)


def _kept(editions: Path, version: str) -> Path:
    return editions / f".{version}.old"


def _begun(version: str) -> str:
    return f".{version}.new-"


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())  # a renaming may outlive what was not yet on the disk


def _undo(folder: Path, kept: Path, fresh: Path) -> None:
    if (fresh / "content").exists():  # the new folder was not put in place
        if kept.exists():
            os.rename(kept, folder)
    elif folder.exists() and (fresh / INDEX).exists():
        os.rename(folder, fresh / "content")
        if kept.exists():
            os.rename(kept, folder)


def _is_indexed(editions: Path, version: str) -> bool:
    """Whether the index tells of the edition that is in place."""
    try:
        index = parse((editions / INDEX).read_text(encoding="utf-8"))
        sums = (editions / version / SUMS).read_bytes()
        return index[version].sha256 == hashlib.sha256(sums).hexdigest()
    except (OSError, ValueError, KeyError):
        return False

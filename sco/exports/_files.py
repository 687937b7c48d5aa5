"""Files and folders that are written whole or not at all."""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Callable
from itertools import chain
from pathlib import Path

from sco._edition.files import PACKAGE, SUMS
from sco._errors import QueryError

DESCRIPTION = PACKAGE


def write_whole(target: Path, write: Callable[[Path], None], *, overwrite: bool) -> None:
    """Write a file or a folder beside its target, then rename it.

    Args:
        target: Where it is to be.
        write: Makes the file or folder at the path that it is given.
        overwrite: Whether what is there may be replaced.

    Raises:
        QueryError: If the target's folder does not exist, or if the target exists and may
            not be replaced.
    """
    _check(target, overwrite)
    # Not from tempfile: its files can be read by their owner alone, whatever the umask.
    fresh = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        write(fresh)
        if not (fresh.is_dir() and target.exists()):
            os.replace(fresh, target)
            return
        old = fresh.with_name(f"{fresh.name}.old")
        os.replace(target, old)
        try:
            os.replace(fresh, target)
        except OSError:
            os.replace(old, target)
            raise
        shutil.rmtree(old)
    finally:
        if fresh.is_dir():
            shutil.rmtree(fresh)
        else:
            fresh.unlink(missing_ok=True)


def check_shape(target: Path, *, folder: bool) -> None:
    """Refuse to replace a file by a folder or a folder by a file.

    Raises:
        QueryError: If the target exists and is the other of the two; or if it is a folder
            that holds other files than those of an export.
    """
    if not target.exists():
        return
    if target.is_dir() != folder:
        is_, wanted = ("a file", "a folder") if folder else ("a folder", "a file")
        raise QueryError(f"{target} is {is_}, and this format is written to {wanted}")
    if folder:
        strange = sorted(set(os.listdir(target)) - _exported(target))
        if strange:
            raise QueryError(f"{target} holds {strange[0]!r}, which is not part of an export")


def _check(target: Path, overwrite: bool) -> None:
    if target.name in ("", ".."):
        raise QueryError(f"{target} names no file or folder of its own: write the name out")
    if not target.parent.is_dir():
        raise QueryError(f"there is no folder {target.parent}")
    if target.exists() and not overwrite:
        raise QueryError(f"{target} exists already: choose another path, or allow to overwrite it")


def _exported(folder: Path) -> set[str]:
    """The files that a folder's description names, and itself."""
    try:
        package = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
        paths = (resource["path"] for resource in package["resources"])
        listed = chain.from_iterable([p] if isinstance(p, str) else p for p in paths)
        return {DESCRIPTION, SUMS, *(path.partition("/")[0] for path in listed)}
    except (OSError, ValueError, KeyError, TypeError):
        return set()

"""Puts a folder of files where it belongs, whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path


def save(folder: Path, files: dict[str, bytes]) -> None:
    """Write an edition's folder whole, or not at all."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=".", dir=folder.parent))
    try:
        for name, content in files.items():
            (fresh / name).parent.mkdir(exist_ok=True)
            (fresh / name).write_bytes(content)
        fresh.chmod(0o755)
        if folder.exists():
            old = fresh / "old"
            os.replace(folder, old)
            os.replace(fresh, folder)
            shutil.rmtree(folder / "old")
        else:
            os.replace(fresh, folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)

"""Packs all editions for an installed package: see `sco._edition.packed`.

    python -m sco.compiler pack TARGET

The build of a wheel and of a source archive does the same.
"""

from __future__ import annotations

from pathlib import Path

from sco._edition.files import PACKAGE, SUMS, Folder
from sco._edition.index import INDEX, parse
from sco._edition.packed import packed, subject


def pack(editions: Path, target: Path) -> None:
    """Write the packed form of all editions.

    Args:
        editions: The folder with the index and a folder for each edition.
        target: An empty folder.

    Raises:
        DataError: If an edition is damaged, or is not what the index says.
    """
    text = (editions / INDEX).read_text(encoding="utf-8")
    groups: dict[str, dict[str, bytes]] = {}
    for entry in reversed(parse(text).values()):
        files = Folder(str(editions / entry.version), entry.sha256)
        for name, content in files.all():
            own = entry.sha256 if name == (SUMS if files.schema > 1 else PACKAGE) else None
            group = groups.setdefault(subject(name), {})
            group.setdefault(own or files.digests[name], content)
    for name, contents in groups.items():
        (target / f"{name}.pack").write_bytes(packed(contents))
    (target / INDEX).write_text(text, encoding="utf-8")

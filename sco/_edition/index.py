"""Which editions of the data there are, and where."""

from __future__ import annotations

import os
from functools import cache

from sco._errors import DataError, UnknownEditionError

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_CHECKOUT = os.path.join(_PACKAGE, os.pardir, "data")
# An installed wheel carries the editions packed, inside the package; a source archive has the
# same beside it; a checkout, and so an editable install, has a folder for each.
_HOMES = (
    os.path.join(_PACKAGE, "editions"),
    os.path.join(_CHECKOUT, "packed"),
    os.path.join(_CHECKOUT, "editions"),
)
INDEX = "index.csv"
_HEAD = "version,published,sha256"


class Entry:
    """One line of the index.

    Args:
        version: The edition's version.
        published: Whether it can never change again.
        sha256: The hash of the file that holds the hashes of all its others.
    """

    __slots__ = ("published", "sha256", "version")

    def __init__(self, version: str, published: bool, sha256: str) -> None:
        self.version = version
        self.published = published
        self.sha256 = sha256


@cache
def home() -> str:
    """The folder that holds the editions.

    Raises:
        DataError: If the installation has none.
    """
    for path in _HOMES:
        if os.path.isfile(os.path.join(path, INDEX)):
            return path
    raise DataError(f"this installation of sco has no data: none of {', '.join(_HOMES)} has any")


@cache
def entries() -> dict[str, Entry]:
    """The editions by version, oldest first.

    Raises:
        DataError: If the index is damaged.
    """
    path = os.path.join(home(), INDEX)
    with open(path, encoding="utf-8") as file:
        found = parse(file.read())
    if not found:
        raise DataError(f"{path} is damaged: it names no edition")
    return found


def parse(text: str) -> dict[str, Entry]:
    """Read the text of an index.

    Raises:
        DataError: If a line is not version, published, SHA-256.
    """
    found = []
    lines = text.splitlines()
    if not lines or lines[0] != _HEAD:
        raise DataError(f"{INDEX} of the editions is damaged: it does not begin with {_HEAD}")
    for line in lines[1:]:
        version, _, rest = line.partition(",")
        published, _, digest = rest.partition(",")
        if not is_version(version) or published not in ("true", "false") or len(digest) != 64:
            raise DataError(f"{INDEX} of the editions is damaged: {line!r} is no line of it")
        found.append(Entry(version, published == "true", digest))
    return {entry.version: entry for entry in sorted(found, key=lambda e: _rank(e.version))}


def unparsed(entries: dict[str, Entry]) -> str:
    """The text of an index."""
    lines = [f"{_HEAD}\n"]
    for entry in sorted(entries.values(), key=lambda e: _rank(e.version)):
        lines.append(f"{entry.version},{str(entry.published).lower()},{entry.sha256}\n")
    return "".join(lines)


def is_version(text: str) -> bool:
    """Whether a text is written as versions are: ``2026.11``, ``2026.11.1``."""
    parts = text.split(".")
    return len(parts) in (2, 3) and all(p.isascii() and p.isdigit() for p in parts)


def entry_of(version: str) -> Entry:
    """The entry of one edition.

    Raises:
        UnknownEditionError: If there is none of that version.
    """
    known = entries()
    if version not in known:
        raise UnknownEditionError(
            f"no edition {version!r}; this installation has {', '.join(known)}"
        )
    return known[version]


def _rank(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]

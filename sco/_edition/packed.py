"""Editions packed together: what did not change from one to the next is stored once.

Files of one subject (``meetings/CN-RU.csv`` and ``sources/CN-RU.csv``, in every edition) lie in one
file, ``CN-RU.pack``: lines that say which content begins where, an empty line, and the contents
one after another, those of the newest edition first, as one xz stream. Reading the newest therefore
unpacks no other. Contents go by their hash, so that the editions share them.
"""

from __future__ import annotations

import lzma
import os
from functools import cached_property

from sco._edition.files import Files
from sco._errors import DataError

_DIGITS = 16  # of a hash: enough to tell a thousand contents apart; all are checked on reading


def subject(name: str) -> str:
    """The subject of a file: its name without folder and ending."""
    return name.rpartition("/")[2].partition(".")[0]


def packed(contents: dict[str, bytes]) -> bytes:
    """The file of one subject.

    Args:
        contents: Its contents by SHA-256, those of the newest edition first.
    """
    head, offset = [], 0
    for digest, content in contents.items():
        head.append(f"{digest[:_DIGITS]} {offset} {len(content)}\n")
        offset += len(content)
    body = lzma.compress(b"".join(contents.values()), preset=9 | lzma.PRESET_EXTREME)
    return "".join(head).encode() + b"\n" + body


class Packed(Files):
    """An edition among others that are packed together.

    Args:
        home: The folder of the packed files.
        version: The edition's version.
        expected: The hash of its file of hashes.
    """

    def __init__(self, home: str, version: str, expected: str) -> None:
        super().__init__(os.path.join(home, version), expected)
        self._home = home

    def _raw(self, name: str, digest: str | None) -> bytes | None:
        group = self._groups.get(subject(name))
        if group is None:
            group = self._groups[subject(name)] = _Group(self._home, subject(name))
        return group.content((digest or "")[:_DIGITS])

    @cached_property
    def _groups(self) -> dict[str, _Group]:
        return {}


class _Group:
    """The contents of one subject."""

    def __init__(self, home: str, name: str) -> None:
        self._path = os.path.join(home, f"{name}.pack")
        self._unpacked = b""
        try:
            with open(self._path, "rb") as file:
                head, _, self._body = file.read().partition(b"\n\n")
        except FileNotFoundError:
            head = self._body = b""
        try:
            self._places = {
                key: (int(offset), int(size))
                for key, offset, size in (line.split() for line in head.decode().splitlines())
            }
        except ValueError as error:
            raise DataError(f"{self._path} is damaged: {error}") from error

    def content(self, key: str) -> bytes | None:
        """The content with this hash; None if there is none."""
        if key not in self._places:
            return None
        offset, size = self._places[key]
        if len(self._unpacked) < offset + size:
            try:
                unpacker = lzma.LZMADecompressor()
                self._unpacked = unpacker.decompress(self._body, max_length=offset + size)
            except lzma.LZMAError as error:
                raise DataError(f"{self._path} is damaged: {error}") from error
        return self._unpacked[offset : offset + size]

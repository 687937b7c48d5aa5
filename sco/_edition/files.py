"""The files of one edition, each checked against its hash before it is used.

An edition lies in a folder (in a checkout, or where somebody unpacked one), in a zip archive,
or packed with the others in an installed package. ``SHA256SUMS`` holds the hash of every other
file, in the form of the command ``sha256sum``; its own hash stands in its last line and, for the
editions of this installation, in the index.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cached_property
from importlib import import_module

from sco._edition.index import entries
from sco._errors import DataError, UnknownEditionError

# hashlib loads OpenSSL, which takes longer than all else that a first question does; Python has
# the same function without it, as its own module random knows.
try:
    sha256 = import_module("_sha2" if sys.version_info >= (3, 12) else "_sha256").sha256
except ImportError:
    from hashlib import sha256

SUMS = "SHA256SUMS"
PACKAGE = "datapackage.json"
SCHEMA = 2
"""The newest schema that this version of the library can read."""


class Files:
    """The files of one edition.

    Args:
        where: What errors call the place that they are in.
        expected: The SHA-256 of the file of hashes; None for an edition that no index names.
    """

    def __init__(self, where: str, expected: str | None = None) -> None:
        self.where = where
        self._expected = expected

    def read(self, name: str) -> bytes:
        """One file, whole and unchanged.

        Raises:
            DataError: If it is missing, cut or changed; the message names it.
        """
        digest = self.digests.get(name)
        if digest is None:
            raise DataError(f"the edition at {self.where} has no file {name}")
        return self._checked(name, digest)

    def all(self) -> Iterator[tuple[str, bytes]]:
        """Every file by name, byte for byte."""
        for name in self.digests:
            yield name, self.read(name)
        if self._sums:
            yield SUMS, self._sums

    @cached_property
    def digests(self) -> dict[str, str]:
        """The SHA-256 of every file, by name."""
        if self.schema == 1:
            return self._package_digests()
        lines = self._sums.decode("utf-8", "replace").splitlines()[1:-1]
        return {line[66:]: line[:64] for line in lines}

    @cached_property
    def schema(self) -> int:
        """The schema of the edition's tables.

        Raises:
            DataError: If it is one that this version of the library does not know.
        """
        head = self._sums.split(b"\n", 1)[0].decode("utf-8", "replace") if self._sums else ""
        number = head.rpartition(" ")[2] if head else "1"
        if not number.isdigit() or not 1 <= int(number) <= SCHEMA:
            raise DataError(
                f"the edition at {self.where} has schema {number!r}, and this version of sco reads "
                f"schemas 1 to {SCHEMA}: install a newer one"
            )
        return int(number)

    @cached_property
    def version(self) -> str:
        """The edition's version, as it says itself."""
        if self.schema > 1:
            return self._sums.split(b"\n", 1)[0].decode("ascii", "replace").split()[3]
        import json

        return str(json.loads(self.read(PACKAGE))["version"])

    def _raw(self, name: str, digest: str | None) -> bytes | None:
        """The bytes of a file as they are; None if there is none.

        Where files lie by content, the digest says which is meant.
        """
        raise NotImplementedError

    def _checked(self, name: str, digest: str) -> bytes:
        raw = self._raw(name, digest)
        if raw is None:
            raise DataError(f"{name} of the edition at {self.where} is missing")
        if sha256(raw).hexdigest() != digest:
            raise DataError(
                f"{name} of the edition at {self.where} is damaged: it is not what was published"
            )
        return raw

    @cached_property
    def _sums(self) -> bytes:
        """The file of hashes, checked; empty for an edition of schema 1, which has none."""
        raw = self._raw(SUMS, self._expected)
        if raw is None:
            if self._raw(PACKAGE, self._expected) is None:
                raise DataError(f"{SUMS} (or {PACKAGE}) of the edition at {self.where} is missing")
            return b""
        above, _, last = raw.removesuffix(b"\n").rpartition(b"\n")
        own = f"# {sha256(above + bytes([10])).hexdigest()}".encode()
        foreign = self._expected is not None and sha256(raw).hexdigest() != self._expected
        if last != own or foreign or not raw.endswith(b"\n"):
            raise DataError(
                f"{SUMS} of the edition at {self.where} is damaged: it is not what was published"
            )
        return raw

    def _package_digests(self) -> dict[str, str]:
        """An edition of schema 1 has its hashes in the description of the tables."""
        import json

        known = {entry.sha256 for entry in entries().values() if entry.published}
        own = sha256(self._raw(PACKAGE, self._expected) or b"").hexdigest()
        if self._expected is None and own not in known:
            # All editions of schema 1 are known to the index of every installation.
            raise DataError(
                f"{SUMS} of the edition at {self.where} is missing, or its {PACKAGE} is damaged"
            )
        raw = self._checked(PACKAGE, self._expected or own)
        resources = json.loads(raw)["resources"]
        return {PACKAGE: own} | {r["path"]: r["hash"].removeprefix("sha256:") for r in resources}


class Folder(Files):
    """An edition in a folder of its own."""

    def _raw(self, name: str, digest: str | None) -> bytes | None:
        try:
            with open(os.path.join(self.where, *name.split("/")), "rb") as file:
                return file.read()
        except FileNotFoundError:
            return None


class Archive(Files):
    """An edition in a zip archive: at its top, or in the one folder there."""

    def _raw(self, name: str, digest: str | None) -> bytes | None:
        import zipfile
        import zlib

        try:
            with zipfile.ZipFile(self.where) as archive:
                return archive.read(self._top(archive.namelist()) + name)
        except KeyError:
            return None
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise DataError(
                f"{name} cannot be read from the archive {self.where}: {error}"
            ) from error

    @staticmethod
    def _top(names: list[str]) -> str:
        tops = {name.partition("/")[0] for name in names}
        known = {SUMS, PACKAGE}
        return "" if tops & known or len(tops) != 1 else f"{tops.pop()}/"


def found(path: str) -> Files:
    """The edition in a folder or an archive that somebody has.

    Raises:
        UnknownEditionError: If there is no folder and no archive.
    """
    kind = Folder if os.path.isdir(path) else Archive if os.path.isfile(path) else None
    if kind is not None:
        version = kind(path).version
        known = entries().get(version)
        return kind(path, known.sha256 if known and known.published else None)
    raise UnknownEditionError(
        f"no edition at {path!r}: write a version such as '2026.11', or the path of a folder or a "
        "zip archive"
    )

"""The files of an edition: CSV tables, a Data Package that describes them, and their hashes."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable
from typing import Any

from sco._edition.files import PACKAGE, SCHEMA, SUMS
from sco._edition.rows import Row
from sco._edition.subjects import subject_of
from sco.compiler._describe import package
from sco.compiler._fields import Table
from sco.compiler._read import Reading, Record
from sco.compiler._schema import TABLES


def contents(reading: Reading, meta: dict[str, Any]) -> dict[str, bytes]:
    """The files of an edition, by name.

    Args:
        reading: What the files say, checked.
        meta: ``version``, ``released`` and ``title`` of the edition.
    """
    subjects = _Subjects(reading)
    files: dict[str, bytes] = {}
    paths: dict[str, list[str]] = {}
    for table in TABLES:
        if table.name == "sources":
            rows = {s: list(_cited(ids, reading, s)) for s, ids in subjects.sources.items()}
        else:
            rows = subjects.split(table, reading.of(table.name))
        for subject, own in sorted(rows.items()):
            name = f"{table.name}/{subject}.csv" if table.by_subject else f"{table.name}.csv"
            files[name] = _csv(table, own)
            paths.setdefault(table.name, []).append(name)
    text = json.dumps(package(meta, paths), indent=2, ensure_ascii=False) + "\n"
    files[PACKAGE] = text.encode()
    files[SUMS] = sums(meta["version"], files)
    return files


def digest(files: dict[str, bytes]) -> str:
    """The SHA-256 of an edition: that of the file that holds those of all others."""
    return hashlib.sha256(files[SUMS]).hexdigest()


class _Subjects:
    """Which subject each record is kept under, and which sources each subject needs."""

    def __init__(self, reading: Reading) -> None:
        sides: dict[str, set[str]] = {}
        for side in reading.of("participants"):
            sides.setdefault(side.row["meeting"], set()).add(side.row["country"])
        self._sides = sides
        self._kept = {
            (table.name, record.id): self._of(table, record.row)
            for table in TABLES
            if table.name not in ("sources", "alternatives")
            for record in reading.of(table.name)
        }
        self.sources: dict[str, set[str]] = {}
        for record in reading.records:
            if record.sources:
                subject = self.of(record) or record.table.name
                self.sources.setdefault(subject, set()).update(record.sources)

    def of(self, record: Record) -> str | None:
        """The subject of a record; None where its table is one file."""
        if record.table.name == "alternatives":
            table, key = record.row["table"], record.row["record"]
            return self._kept.get((table, key)) or table
        return self._of(record.table, record.row) if record.table.by_subject else None

    def split(self, table: Table, records: Iterable[Record]) -> dict[str, list[Row]]:
        """The rows of a table by subject; under an empty one, all of a table of one file."""
        found: dict[str, list[Row]] = {} if table.by_subject else {"": []}
        for record in records:
            found.setdefault(self.of(record) or "", []).append(record.row)
        return found

    def _of(self, table: Table, row: Row) -> str | None:
        if not table.by_subject:
            return None
        if table.name == "participants":
            states: Iterable[str] = self._sides[row["meeting"]]
        elif table.name == "meetings":
            states = self._sides[row["id"]]
        elif table.name == "visits":
            states = {row["visitor"], row["host"]}
        elif table.name == "inclusions":
            return row["id"][:5]
        else:
            states = set(row["countries"].split("|"))
        return subject_of(set(states))


def _cited(ids: Iterable[str], reading: Reading, subject: str) -> Iterable[Row]:
    for key in ids:
        yield {"subject": subject, **reading.sources[key].row}


def _csv(table: Table, rows: list[Row]) -> bytes:
    names = [field.name for field in table.fields]
    if table.sources is not None:
        names.append("sources")
    ordered = sorted(rows, key=lambda row: [row[name] for name in table.order])
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(ordered)
    return text.getvalue().encode()


def sums(version: str, files: dict[str, bytes]) -> bytes:
    """The hashes of all files, as ``sha256sum --check`` reads them, and their own hash."""
    lines = [f"# sco edition {version} schema {SCHEMA}"]
    lines += [f"{hashlib.sha256(files[name]).hexdigest()}  {name}" for name in sorted(files)]
    above = "".join(f"{line}\n" for line in lines).encode()
    return above + f"# {hashlib.sha256(above).hexdigest()}\n".encode()

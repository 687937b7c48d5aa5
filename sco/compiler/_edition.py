"""Reads what an edition is called, and which editions there are."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from sco._edition.index import INDEX, Entry, parse
from sco.compiler._cells import cell
from sco.compiler._faults import Faults
from sco.compiler._fields import Field, Type
from sco.compiler._files import parsed

Index = dict[str, Entry]
"""The entry of each version."""

_NAME = "edition.toml"
_INDEX = f"editions/{INDEX}"
_VERSION = re.compile(r"[0-9]{4}\.(0[1-9]|1[0-2])(\.[1-9][0-9]?)?")
_FIELDS = (
    Field("version", Type.TEXT, "Year and month, and a number from the second one on.", True),
    Field("released", Type.DAY, "The day on which the edition is made.", True),
    Field("title", Type.TEXT, "What a reader sees.", True),
)


def read_meta(data: Path, faults: Faults) -> dict[str, Any]:
    """What ``edition.toml`` says: ``version``, ``released`` and ``title``.

    Args:
        data: The folder of TOML files.
        faults: Where what is wrong with it is noted.
    """
    meta = parsed(data / _NAME, _NAME, faults)
    if meta is None:
        return {}
    for field in _FIELDS:
        cell(faults, _NAME, "", field, meta.get(field.name))
    for unknown in sorted(meta.keys() - {field.name for field in _FIELDS}):
        known = ", ".join(field.name for field in _FIELDS)
        faults.add(_NAME, "", unknown, f"is no field of an edition; there are {known}")
    version = meta.get("version")
    if isinstance(version, str) and version and not _VERSION.fullmatch(version):
        message = f"must be like 2026.11, or 2026.11.1 for another of that month, not {version!r}"
        faults.add(_NAME, "", "version", message)
    return meta


def read_index(data: Path, faults: Faults) -> Index:
    """Which editions there are; empty before the first.

    Args:
        data: The folder of TOML files.
        faults: Where what is wrong with it is noted.
    """
    path = data / _INDEX
    if not path.exists():
        return {}
    try:
        return parse(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        faults.add(_INDEX, "", "", f"cannot be read: {error}")
        return {}

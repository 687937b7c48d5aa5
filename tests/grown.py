"""Data grown to forty-five pairs, to see what a question costs then: ``grown(data, target)``.

The records of Russia and China are written again for every other pair of members, with whoever
was in office there on the day, other addresses and other ids. They are inventions: they go to a
temporary folder and to no edition.
"""

from __future__ import annotations

import shutil
import tomllib
import zlib
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import tomli_w

from sco.compiler._canonical import canonical

MEMBERS = ("BY", "CN", "IN", "IR", "KG", "KZ", "PK", "RU", "TJ", "UZ")
MODEL = ("CN", "RU")
SHARE = 55
"""Of a hundred records of the model, how many each other pair gets: twenty times in all."""

Doc = dict[str, Any]


def grown(data: Path, target: Path) -> None:
    """Copy the data to a new folder and add the other pairs.

    Args:
        data: The folder with the real data.
        target: The folder to make.
    """
    shutil.copytree(data, target, ignore=shutil.ignore_patterns("editions"))
    offices = _offices(data)
    models = {
        name: list(_documents(data, name)) for name in ("visits", "meetings", "tallies", "coverage")
    }
    for pair in combinations(MEMBERS, 2):
        if pair == MODEL:
            continue
        for name, documents in models.items():
            for file, document in documents:
                made = _for_pair(document, pair, offices)
                path = target / name / Path(file.replace("CN-RU", "-".join(pair)))
                if made and not path.exists():  # what the pair has already, stays
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_text(canonical(tomli_w.dumps(made)), encoding="utf-8")


def _documents(data: Path, name: str) -> Iterator[tuple[str, Doc]]:
    for path in sorted((data / name).rglob("*CN-RU*")):
        for file in sorted(path.rglob("*.toml")) if path.is_dir() else [path]:
            yield file.relative_to(data / name).as_posix(), tomllib.loads(file.read_text("utf-8"))


def _offices(data: Path) -> dict[tuple[str, str], list[tuple[date, date, str]]]:
    """Who held each office when: days known to the day alone."""
    found: dict[tuple[str, str], list[tuple[date, date, str]]] = {}
    for path in (data / "leaders").glob("*.toml"):
        for term in tomllib.loads(path.read_text("utf-8"))["tenure"]:
            start, end = term["start"], term.get("end", date.max)
            if isinstance(start, date) and isinstance(end, date):
                key = term["country"], term["role"]
                found.setdefault(key, []).append((start, end, term["person"]))
    return found


def _for_pair(document: Doc, pair: tuple[str, str], offices: Any) -> Doc:
    """A file of the model's records as another pair's."""
    return {
        kind: kept
        for kind, records in document.items()
        if (kept := [r for r in (_record(kind, r, pair, offices) for r in records) if r])
    }


def _record(kind: str, record: Doc, pair: tuple[str, str], offices: Any) -> Doc | None:
    code = dict(zip(MODEL, pair, strict=True))
    new: Doc = _moved(record, code, pair)
    if kind == "coverage":
        return new
    if zlib.crc32(f"{pair}{record['id']}".encode()) % 100 >= SHARE:
        return None
    role = "head_of_government" if record["id"].endswith("-pm") else "head_of_state"
    start = record.get("start") or record.get("on")
    day = start if isinstance(start, date) else None
    leaders = {state: _holder(offices, state, role, day) for state in pair}
    if None in leaders.values():
        return None
    if kind == "tally":
        new["leaders"] = sorted(str(leader) for leader in leaders.values())
    elif kind == "visit":
        new["leader"] = leaders[new["visitor"]]
    else:
        if len(record["participants"]) > 2 or record.get("summit"):
            return None
        new["participants"] = [{"country": s, "person": leaders[s]} for s in pair]
        new["level"] = role
        new.pop("visit", None)
        new.pop("distinct_from", None)
    return new


def _holder(offices: Any, state: str, role: str, day: date | None) -> str | None:
    if day is None:
        return None
    for start, end, person in offices.get((state, role), ()):
        if start <= day < end:
            return str(person)
    return None


def _moved(value: Any, code: dict[str, str], pair: tuple[str, str]) -> Any:
    """A value with the model's states and addresses replaced."""
    if isinstance(value, dict):
        return {key: _moved(part, code, pair) for key, part in value.items()}
    if isinstance(value, list):
        return [_moved(part, code, pair) for part in value]
    if not isinstance(value, str):
        return value
    if value.startswith("http"):
        return f"{value}#{'-'.join(pair)}"
    if value in code:
        return code[value]
    for old, new in (("CN-RU", "-".join(pair)), ("CN-to-RU", "-to-".join(pair))):
        value = value.replace(old, new)
    return value.replace("RU-to-CN", "-to-".join(reversed(pair)))

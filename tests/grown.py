"""Data grown to forty-five pairs, to see what a question costs then: ``grown(data, target)``.

The records of Russia and China are written again for every other pair of members, with whoever
was in office there on the day, other addresses and other ids. They are inventions: they go to a
temporary folder and to no edition.
"""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import tomli_w

from sco.compiler._canonical import canonical

MEMBERS = ("BY", "CN", "IN", "IR", "KG", "KZ", "PK", "RU", "TJ", "UZ")
MODEL = ("CN", "RU")
TABLES = ("visits", "meetings", "tallies", "coverage")
ROLES = {"head_of_state", "head_of_government"}
ONE_DAY = timedelta(days=1)

Doc = dict[str, Any]
Spans = dict[tuple[str, ...], list[tuple[date, date]]]


def grown(data: Path, target: Path) -> None:
    """Copy the data to a new folder and add the pairs of which it has nothing yet.

    Args:
        data: The folder with the real data.
        target: The folder to make.
    """
    shutil.copytree(data, target, ignore=shutil.ignore_patterns("editions"))
    offices = _offices(data)
    models = {name: list(_documents(data, name)) for name in TABLES}
    for pair in combinations(MEMBERS, 2):
        if any(any((data / name).glob(f"{'-'.join(pair)}*")) for name in TABLES):
            continue
        taken: Spans = {}
        for name, documents in models.items():
            for file, document in documents:
                made = _for_pair(document, pair, offices, taken)
                path = target / name / Path(file.replace("CN-RU", "-".join(pair)))
                if made:
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


def _for_pair(document: Doc, pair: tuple[str, str], offices: Any, taken: Spans) -> Doc:
    """A file of the model's records as another pair's."""
    return {
        kind: kept
        for kind, records in document.items()
        if (kept := [r for r in (_record(kind, r, pair, offices, taken) for r in records) if r])
    }


def _record(
    kind: str, record: Doc, pair: tuple[str, str], offices: Any, taken: Spans
) -> Doc | None:
    new: Doc = _moved(record, dict(zip(MODEL, pair, strict=True)), pair)
    if kind == "coverage":
        return new
    role = "head_of_government" if "-pm" in record["id"] else "head_of_state"
    start = record.get("start") or record.get("on")
    leaders = _leaders(offices, pair, role, start)
    if leaders is None:
        return None
    if kind == "tally":
        asked = [new["visitor"]] if "visitor" in new else pair
        new["leaders"] = sorted(leaders[state] for state in asked)
        return new
    who = (leaders[new["visitor"]], new["host"]) if kind == "visit" else tuple(leaders.values())
    if not _free(taken.setdefault((kind, *who), []), start, record.get("end", start)):
        return None
    for field in ("summit", "visit", "distinct_from", "kind_guest", "alternatives"):
        new.pop(field, None)
    if kind == "visit":
        new["leader"] = who[0]
        new["cities"] = [f"{city} in {new['host']}" for city in new["cities"]]
        if "kind" in new:
            new["kind_by"] = "press"
        return new
    if record["level"] == "mixed" or len(record["participants"]) > 2:
        return None
    new["participants"] = [{"country": s, "person": leaders[s]} for s in pair]
    new["level"] = role
    if "city" in new:
        new["city"] = f"{new['city']} in {new['country']}"
    return new


def _free(spans: list[tuple[date, date]], start: Any, end: Any) -> bool:
    """Whether nothing is there of these days or the next ones; if so, they are taken."""
    if not isinstance(end, date) or any(
        start - ONE_DAY <= last and first <= end + ONE_DAY for first, last in spans
    ):
        return False
    spans.append((start, end))
    return True


def _leaders(offices: Any, pair: tuple[str, str], role: str, day: Any) -> dict[str, str] | None:
    """Who led the two states in a role, and in no other, on a day; None where one is not known."""
    if not isinstance(day, date):
        return None
    found = {state: _holder(offices, state, role, day) for state in pair}
    others = {_holder(offices, state, other, day) for state in pair for other in ROLES - {role}}
    if any(person is None or person in others for person in found.values()):
        return None
    return {state: str(person) for state, person in found.items()}


def _holder(offices: Any, state: str, role: str, day: date) -> str | None:
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

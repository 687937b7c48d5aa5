"""A small edition's sources with a record of every table, to be broken by the compiler's tests."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import tomli_w

from sco.compiler.__main__ import main
from sco.compiler._schema import BY_SINGULAR
from tests.small_records import (
    country,
    delegate,
    meeting,
    member,
    page,
    person,
    searched,
    summit,
    tally,
    term,
)

Documents = dict[str, dict[str, Any]]
"""TOML documents by file name, without the ending."""

Change = Callable[[Documents], object]
"""Something done to them."""

MEETINGS, VISITS, SUMMITS = "meetings/KZ-RU/2024", "visits/KZ-RU/2024", "summits/chs"
TALLIES, COVERAGE, PLANS = "tallies/KZ-RU", "coverage/KZ-RU", "announcements/news"
TENURES, DELEGATES = "leaders/KZ", "delegations/CHS-24"
_SINGULAR = {str(t.folder).removesuffix(".toml"): name for name, t in BY_SINGULAR.items()}


_DOCUMENTS: Documents = {
    "countries": {
        "country": [
            country("CN", "CHN", "156", "China", "Китай", "中国", "PRC", "КНР"),
            country("KZ", "KAZ", "398", "Kazakhstan", "Казахстан", "哈萨克斯坦", "Kazakstan"),
            country("RU", "RUS", "643", "Russia", "Россия", "俄罗斯", "РФ"),
        ]
    },
    "people/CN": {"person": [person("CN", "Li Wei")]},
    "people/KZ": {"person": [person("KZ", "Aigul Bekova"), person("KZ", "Daniyar Omarov")]},
    "people/RU": {"person": [person("RU", "Ivan Petrov")]},
    "leaders/CN": {"tenure": [term("CN", "li-wei", "head_of_state", date(2013, 3, 14))]},
    "leaders/KZ": {
        "tenure": [
            {
                **term("KZ", "aigul-bekova", "head_of_state", date(2019, 3, 20)),
                "alternatives": [
                    {
                        "field": "start",
                        "value": "2019-03-19",
                        "reason": "the day of the announcement",
                        "sources": [page("announced")],
                    }
                ],
            }
        ]
    },
    "leaders/RU": {"tenure": [term("RU", "ivan-petrov", "head_of_state", date(2012, 5, 7))]},
    "officers": {
        "officer": [
            {
                "id": "secretary_general-li-wei-2022",
                "office": "secretary_general",
                "person": "li-wei",
                "start": date(2022, 1, 1),
                "end": date(2025, 1, 1),
                "sources": [page("officer")],
            }
        ]
    },
    "episodes": {"episode": [member("CN"), member("KZ"), member("RU")]},
    "steps/KZ": {
        "step": [
            {
                "id": "KZ-2001-06-15-status_granted",
                "country": "KZ",
                "kind": "status_granted",
                "status": "member",
                "date": date(2001, 6, 15),
                "place": "Shanghai",
                "sources": [page("founding-1")],
            }
        ]
    },
    "summits/chs": {
        "summit": [
            summit(24, date(2024, 7, 4), "KZ", "Astana", "aigul-bekova", "CN"),
            summit(25, date(2025, 9, 1), "CN", "Tianjin", "li-wei", "RU"),
        ]
    },
    "delegations/CHS-24": {
        "summit": "CHS-24",
        "sources": [page("summit-24-1", date(2024, 7, 4))],
        "delegate": [
            delegate("CN", "li-wei"),
            delegate("KZ", "aigul-bekova"),
            delegate("RU", "ivan-petrov"),
        ],
    },
    "visits/KZ-RU/2024": {
        "visit": [
            {
                "id": "KZ-to-RU-2024-07-08",
                "visitor": "KZ",
                "leader": "aigul-bekova",
                "host": "RU",
                "start": date(2024, 7, 8),
                "end": date(2024, 7, 9),
                "cities": ["Moscow"],
                "confidence": "high",
                "sources": [page("visit")],
            }
        ]
    },
    "meetings/KZ-RU/2024": {
        "meeting": [
            meeting(
                date(2024, 7, 4), city="Astana", country="KZ", kind="sidelines", summit="CHS-24"
            ),
            meeting(date(2024, 7, 9), visit="KZ-to-RU-2024-07-08"),
        ]
    },
    "tallies/KZ-RU": {"tally": [tally(date(2024, 7, 9))]},
    "coverage/KZ-RU": {
        "coverage": [
            {**searched("meetings"), "level": "head_of_state", "covers": "talks"},
            searched("visits"),
        ]
    },
    "announcements/news": {
        "announcement": [
            {
                "id": "announced-2024-06-01-bekova-moscow",
                "published": date(2024, 6, 1),
                "subject": "visit",
                "countries": ["KZ", "RU"],
                "claim": "The president of Kazakhstan will visit Russia in July.",
                "expected": "2024-07",
                "outcome": "held",
                "event": "KZ-to-RU-2024-07-08",
                "sources": [page("plan", date(2024, 6, 1))],
            }
        ]
    },
    "external/cow": {
        "sources": [page("cow")],
        "external": [
            {
                "id": f"cow-{state}-2001",
                "dataset": "cow_igo_v3",
                "country": state,
                "code": "1 full membership",
                "reads_as": "member",
                "first_year": 2001,
                "last_year": 2014,
            }
            for state in ("CN", "KZ", "RU")
        ],
    },
}


def documents() -> Documents:
    """The documents, to be changed at will."""
    return copy.deepcopy(_DOCUMENTS)


def put(folder: Path, files: Documents) -> Path:
    """Write documents as the TOML files of a data folder, in place of what was there.

    Args:
        folder: Where it goes.
        files: The documents.

    Returns:
        The data folder.
    """
    data = folder / "data"
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(Path(__file__).parent / "template", data)
    for name, document in files.items():
        path = data / f"{name}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(tomli_w.dumps(document), encoding="utf-8")
    return data


def records(data: Documents, file: str) -> list[Any]:
    """The records of a file."""
    found: list[Any] = data[file][_SINGULAR[file.partition("/")[0]]]
    return found


def has(file: str, number: int = 0, **fields: Any) -> Change:
    """A record gets other values."""
    return lambda data: records(data, file)[number].update(fields)


def lacks(file: str, *fields: str) -> Change:
    """The first record of a file loses fields."""
    return lambda data: [records(data, file)[0].pop(field) for field in fields]


def gets(file: str, *more: Any) -> Change:
    """A file gets further records."""
    return lambda data: records(data, file).extend(more)


def check(folder: Path, change: Change) -> int:
    """What the compiler returns for the small edition after a change.

    Args:
        folder: Where it goes.
        change: What is done to it.
    """
    data = documents() | {"coverage/other": {"coverage": []}}
    change(data)
    data = {name: document for name, document in data.items() if any(document.values())}
    return main(["check", "--data", str(put(folder, data))])

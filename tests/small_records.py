"""Records for the tests of the compiler, as TOML documents hold them."""

from __future__ import annotations

from datetime import date
from typing import Any


def page(name: str, published: date | str = date(2024, 7, 9)) -> dict[str, Any]:
    """A source."""
    return {
        "url": f"https://example.org/{name}",
        "publisher": "Example",
        "title": "A headline",
        "published": published,
        "language": "en",
    }


def country(alpha_2: str, alpha_3: str, numeric: str, *names: str) -> dict[str, Any]:
    """A state with its names in English, Russian and Chinese, and its aliases."""
    return {
        "alpha_2": alpha_2,
        "alpha_3": alpha_3,
        "numeric": numeric,
        "name": names[0],
        "name_ru": names[1],
        "name_zh": names[2],
        "aliases": list(names[3:]),
        "sources": [page("codes")],
    }


def person(state: str, name: str) -> dict[str, Any]:
    """A person called by two words."""
    return {"id": name.lower().replace(" ", "-"), "country": state, "name": name}


def term(state: str, who: str, role: str, start: date) -> dict[str, Any]:
    """A term of office that lasts."""
    short = {"head_of_state": "hos", "head_of_government": "hog"}[role]
    return {
        "id": f"{state}-{short}-{who}-{start.year}",
        "country": state,
        "person": who,
        "role": role,
        "office": "President" if short == "hos" else "Prime Minister",
        "start": start,
        "sources": [page("terms")],
    }


def member(state: str) -> dict[str, Any]:
    """A founding member."""
    return {
        "id": f"{state}-member",
        "country": state,
        "status": "member",
        "start": date(2001, 6, 15),
        "sources": [page("founding-1"), page("founding-2")],
    }


def summit(ordinal: int, day: date, host: str, city: str, chair: str, after: str) -> dict[str, Any]:
    """A session of the Council of Heads of State on one day."""
    return {
        "id": f"CHS-{ordinal}",
        "body": "CHS",
        "ordinal": ordinal,
        "start": day,
        "session_day": day,
        "host": host,
        "city": city,
        "format": "in_person",
        "chair_country": host,
        "chair": chair,
        "next_chair": after,
        "sources": [page(f"summit-{ordinal}-1", day), page(f"summit-{ordinal}-2", day)],
    }


def delegate(state: str, who: str) -> dict[str, Any]:
    """The head of a member's delegation."""
    return {
        "country": state,
        "person": who,
        "office": "President",
        "capacity": "member",
        "mode": "in_person",
    }


def meeting(day: date, **fields: Any) -> dict[str, Any]:
    """Talks of the presidents of Kazakhstan and Russia in Moscow."""
    return {
        "id": f"KZ-RU-{day}",
        "start": day,
        "city": "Moscow",
        "country": "RU",
        "level": "head_of_state",
        "mode": "in_person",
        "kind": "talks",
        "formal": True,
        "confidence": "high",
        "participants": [
            {"country": "KZ", "person": "aigul-bekova"},
            {"country": "RU", "person": "ivan-petrov"},
        ],
        "sources": [page(f"meeting-{day}", day)],
        **fields,
    }


def tally(day: date, **fields: Any) -> dict[str, Any]:
    """A count of the meetings of the same two."""
    return {
        "id": f"KZ-RU-{day}-a",
        "on": day,
        "countries": ["KZ", "RU"],
        "leaders": ["aigul-bekova", "ivan-petrov"],
        "value": 2,
        "qualifier": "exact",
        "counts": "meetings",
        "since": date(2019, 1, 1),
        "until": day,
        "rule": "formal",
        "sources": [page("tally")],
        **fields,
    }


def other_meeting(**fields: Any) -> dict[str, Any]:
    """The talks of 9 July once more, as another contributor found them."""
    return meeting(date(2024, 7, 10), **fields)


def alternative(**fields: Any) -> dict[str, Any]:
    """The other day of a meeting."""
    return {
        "field": "start",
        "value": "2024-07-05",
        "reason": "the day of the report",
        "sources": [page("other", date(2024, 7, 5))],
        **fields,
    }


def searched(table: str) -> dict[str, Any]:
    """A statement of how far what the two states had in 2024 was searched."""
    return {
        "id": f"KZ-RU-{table}-2024",
        "table": table,
        "countries": ["KZ", "RU"],
        "since": date(2024, 1, 1),
        "until": date(2025, 1, 1),
        "extent": "partial",
        "method": "Web search.",
        "checked_through": date(2024, 12, 31),
    }


def delegations(name: str) -> dict[str, Any]:
    """A statement that the delegations of a summit of 4 July 2024 were all found."""
    return {
        "id": f"delegates-{name}",
        "table": "delegates",
        "since": date(2024, 7, 4),
        "until": date(2024, 7, 5),
        "extent": "complete",
        "method": "The communique.",
        "checked_through": date(2026, 1, 1),
    }

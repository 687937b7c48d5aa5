"""Compile, then load: what is loaded is what was written."""

from __future__ import annotations

import tempfile
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from sco._store import Store
from sco.compiler._canonical import canonical
from sco.compiler._read import read
from sco.compiler._save import save_edition
from sco.compiler._write import contents
from sco.records import meetings, membership
from sco.records.membership import Status

TEXT = (
    st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="|"), min_size=1)
    .map(lambda t: t.strip())
    .filter(bool)
)
DAYS = st.dates(date(1996, 1, 1), date(2026, 1, 1))
SOURCE = st.fixed_dictionaries(
    {
        "url": st.uuids().map(lambda u: f"https://example.org/{u}"),
        "publisher": TEXT,
        "title": TEXT,
        "language": st.sampled_from(["en", "ru", "zh"]),
    },
    optional={"published": DAYS},
)
SOURCES = st.lists(SOURCE, min_size=2, max_size=3, unique_by=lambda s: str(s["url"]))
EPISODE = st.fixed_dictionaries(
    {"status": st.sampled_from(list(map(str, Status))), "start": DAYS, "sources": SOURCES},
    optional={"decided": DAYS | st.just("2001-06"), "note": TEXT},
)
COUNTRY = {
    "alpha_2": "KZ",
    "alpha_3": "KAZ",
    "numeric": "398",
    "name": "Kazakhstan",
    "name_ru": "Казахстан",
    "name_zh": "哈萨克斯坦",
    "sources": [
        {"url": "https://example.org", "publisher": "E", "title": "T", "language": "en"},
    ],
}


def compiled(folder: Path, documents: dict[str, dict[str, Any]]) -> Store:
    """Write TOML, compile it, load it."""
    for name, document in {"countries": {"country": [COUNTRY]}, **documents}.items():
        path = folder / "data" / f"{name}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(canonical(tomli_w.dumps(document)), encoding="utf-8")
    reading = read(folder / "data")
    assert list(map(str, reading.faults)) == []
    meta = {"version": "2000.01", "released": date(2026, 1, 1), "title": "T"}
    save_edition(folder, "edition", contents(reading, meta), {})
    return Store(str(folder / "edition"))


@settings(max_examples=50)
@given(st.lists(EPISODE, max_size=3))
def test_episodes(items: list[dict[str, Any]]) -> None:
    written = [{**item, "id": f"e{n}", "country": "KZ"} for n, item in enumerate(items)]
    with tempfile.TemporaryDirectory() as folder:
        store = compiled(Path(folder), {"episodes": {"episode": written}} if written else {})
        loaded = {row["id"]: membership.episode(row, store) for row in store.rows("episodes")}
    assert len(loaded) == len(written)
    for item in written:
        episode = loaded[item["id"]]
        assert (episode.status, episode.start) == (item["status"], item["start"])
        assert str(episode.decided or "") == str(item.get("decided", ""))
        assert episode.note == item.get("note")
        assert [s.url for s in episode.sources] == [s["url"] for s in item["sources"]]
        for source, wanted in zip(episode.sources, item["sources"], strict=True):
            assert (source.publisher, source.title) == (wanted["publisher"], wanted["title"])
            assert source.published == wanted.get("published")


@settings(max_examples=50)
@given(DAYS, st.integers(0, 5), TEXT, st.booleans(), st.none() | st.integers(1, 40), SOURCES)
def test_meetings(
    start: date, days: int, occasion: str, formal: bool, number: int | None, cited: list[Any]
) -> None:
    item = {
        "id": "m",
        "start": start,
        "end": start + timedelta(days=days),
        "city": occasion,
        "country": "KZ",
        "participants": [{"country": "KZ", "person": "a"}, {"country": "KZ", "person": "b"}],
        "level": "mixed",
        "mode": "in_person",
        "kind": "talks",
        "formal": formal,
        "occasion": occasion,
        "confidence": "low",
        "sources": cited,
    }
    if number is not None:
        item["number"] = number
    with tempfile.TemporaryDirectory() as folder:
        store = compiled(Path(folder), {"meetings/KZ/2000": {"meeting": [item]}})
        loaded = meetings.meeting(next(store.rows("meetings")), store, ())
    assert (loaded.start, loaded.end) == (item["start"], item["end"])
    assert (loaded.occasion, loaded.city) == (occasion, occasion)
    assert (loaded.formal, loaded.number) == (formal, number)
    assert [s.url for s in loaded.sources] == [s["url"] for s in cited]


@settings(max_examples=50)
@given(st.lists(EPISODE, max_size=3))
def test_the_canonical_form_is_a_fixed_point_and_keeps_every_record(items: list[Any]) -> None:
    written = [{**item, "id": f"e{n}", "country": "KZ"} for n, item in enumerate(items)]
    once = canonical(tomli_w.dumps({"episode": written}))
    assert canonical(once) == once
    kept = tomllib.loads(once).get("episode", [])
    assert sorted(kept, key=lambda e: str(e["id"])) == written

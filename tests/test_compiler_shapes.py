"""Nothing breaks the compiler: a wrong shape is a fault that says where."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from sco.compiler.__main__ import main
from tests.small_edition import (
    MEETINGS,
    SUMMITS,
    TALLIES,
    VISITS,
    Change,
    check,
    documents,
    has,
    put,
    records,
)
from tests.small_records import alternative

DEEP: Any = [[[[[[[]]]]]]]


def first_source(**fields: Any) -> Change:
    """The visit's page gets other values."""
    return lambda data: records(data, VISITS)[0]["sources"][0].update(fields)


SHAPES: list[tuple[Change, str]] = [
    (has(VISITS, sources=5), "KZ-to-RU-2024-07-08: sources: must be tables"),
    (has(VISITS, sources=[5]), "KZ-to-RU-2024-07-08: sources: must be tables"),
    (has(VISITS, sources={"url": "x"}), "KZ-to-RU-2024-07-08: sources: must be tables"),
    (lambda d: d["external/cow"].update(sources="x"), "external/cow.toml: sources: must be tables"),
    (first_source(url=5), "KZ-to-RU-2024-07-08: sources: 5 is not a web address"),
    (first_source(url="https://"), "'https://' is not a web address"),
    (first_source(url="https://[x"), "'https://[x' is not a web address"),
    (first_source(url="https://a.org/b c"), "'https://a.org/b c' is not a web address"),
    (first_source(url=""), "KZ-to-RU-2024-07-08: sources.url: is required"),
    (first_source(title=["x"]), "sources.title: must be text, not ['x']"),
    (first_source(titel="x"), "sources: a source has no field titel"),
    (has(VISITS, alternatives=5), "alternatives: must be tables"),
    (has(VISITS, alternatives=["x"]), "alternatives: must be tables"),
    (has(VISITS, alternatives=[alternative(sources=5)]), "sources: must be tables"),
    (has(VISITS, alternatives=[alternative(value=[1])]), "alternatives.value: is required"),
    (has(VISITS, alternatives=[alternative(value={})]), "alternatives.value: is required"),
    (has(VISITS, alternatives=[alternative(field=5)]), "alternatives.field: must be text, not 5"),
    (has(VISITS, alternatives=[alternative(sources=[])]), "sources: needs 1 and has 0"),
    (has(VISITS, alternatives=[alternative(why="x")]), "an alternative has no field why"),
    (has(MEETINGS, participants=5), "participants: must be a list of two, or of three"),
    (has(MEETINGS, participants="AB"), "participants: must be a list of two, or of three"),
    (has(MEETINGS, participants=["A", "B"]), "participants: each is { country = ..., person"),
    (has(MEETINGS, participants=[{"country": "KZ"}]), "participants: must be a list of two"),
    (
        lambda d: records(d, MEETINGS)[0]["participants"][0].update(country=["KZ"]),
        "KZ-RU-2024-07-04: country: must be text, not ['KZ']",
    ),
    (
        lambda d: records(d, MEETINGS)[0]["participants"][0].update(person={"id": "x"}),
        "KZ-RU-2024-07-04: person: must be text, not {'id': 'x'}",
    ),
    (lambda d: d[VISITS].update(visit=[5]), "visits/KZ-RU/2024.toml: 1: must be a table [[visit]]"),
    (lambda d: d[VISITS].update(visit={"id": "x"}), "visits/KZ-RU/2024.toml: visit: is no table"),
    (lambda d: d[VISITS].update(visit="x"), "visits/KZ-RU/2024.toml: visit: is no table"),
    (lambda d: d[VISITS].update(summit="CHS-24"), "visits/KZ-RU/2024.toml: summit: is no table"),
    (lambda d: d.update({"people/TJ": {"person": []}, "x": {"a": 1}}), "x.toml: a: is no table"),
    (has("countries", 1, aliases="x"), "KZ: aliases: must be a list of texts, not 'x'"),
    (has("countries", 1, aliases=[5]), "KZ: alias: must be text, not 5"),
    (has(VISITS, id=["x"]), "visits/KZ-RU/2024.toml: 1: id: must be text, not ['x']"),
    (has(VISITS, id={"a": DEEP}), "visits/KZ-RU/2024.toml: 1: id: is nested more than 6 deep"),
    (has(VISITS, id="x" * 300), "visits/KZ-RU/2024.toml: 1: id: has more than 200 characters"),
    (has(VISITS, id="a\nb"), "a\\nb: id: has spaces around it or more than one line"),
    (has(VISITS, note="x" * 20_000), "note: has more than 10000 characters"),
    (has(VISITS, note="a\x00b"), "note: holds a control character: 'a\\x00b'"),
    (has(VISITS, cities=["a\nb"]), "cities: has spaces around it or more than one line"),
    (has(VISITS, cities=["a|b"]), "cities: must not contain '|'"),
    (has(VISITS, cities=["x"] * 101), "cities: has more than 100 texts"),
    (has(VISITS, cities=["x", "x"]), "cities: names one twice: ['x', 'x']"),
    (has(VISITS, note=DEEP), "KZ-to-RU-2024-07-08: note: is nested more than 6 deep"),
    (has(VISITS, what=1 << 70), "KZ-to-RU-2024-07-08: what: cannot be an integer of 71 bits"),
    (has(VISITS, start=float("nan")), "start: must be a TOML date such as 2017-06-09"),
    (has(SUMMITS, scheduled=0), "scheduled: must be boolean, not 0"),
    (has(TALLIES, value=True), "value: must be integer, not True"),
    (has(TALLIES, value=2.0), "value: must be integer, not 2.0"),
    (has(VISITS, sources=[{}] * 101), "sources: are more than 100"),
]


@pytest.mark.parametrize(("change", "words"), SHAPES, ids=[words for _, words in SHAPES])
def test_a_wrong_shape_is_a_fault_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: Change, words: str
) -> None:
    assert check(tmp_path, change) == 1
    assert words in capsys.readouterr().err


TEXTS = [
    ("x = " + "9" * 5000, "episodes.toml: holds a number of more digits than any that is meant"),
    ("x = 0x" + "f" * 5000, "episodes.toml: 1: x: cannot be an integer of 20000 bits"),
    ("x = " + "[" * 100_000, "episodes.toml: is nested more than 6 deep"),
    ("x = " + "[" * 100 + "]" * 100, "episodes.toml: 1: x: is nested more than 6 deep"),
    ("x = " + "{a=" * 900 + "1" + "}" * 900, "episodes.toml: is nested more than 6 deep"),
    ("a." * 50_000 + "a = 1", "episodes.toml: line 1 has more than 50 dots"),
    ("[" + "a." * 50_000 + "a]", "episodes.toml: line 1 has more than 50 dots"),
    ("a." * 40 + "a = 1", "episodes.toml: 1: a: is nested more than 6 deep"),
    ("#" * 2**20 + "\n", "episodes.toml: is larger than 1048576 bytes: split it"),
    ("x = 2001-06-15T00:00:00Z", "episodes.toml: 1: x: has a time zone"),
    ("x = 2001-02-30", "episodes.toml: is not TOML"),
    ("[[episode]]\n[episode]", "episodes.toml: is not TOML"),
    ("\ufeffx = 1", "episodes.toml: is not TOML"),
    ("", "episodes.toml: holds no record"),
    ("episode = []", "episodes.toml: holds no record"),
]


@pytest.mark.parametrize(("text", "words"), TEXTS, ids=[words for _, words in TEXTS])
def test_a_text_that_is_not_meant_to_be_read_is_a_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, words: str
) -> None:
    data = put(tmp_path, documents())
    (data / "episodes.toml").write_text(text, encoding="utf-8")
    assert main(["check", "--data", str(data)]) == 1
    assert words in capsys.readouterr().err
    assert main(["format", "--data", str(data)]) in (0, 1)


def test_what_is_no_file_is_a_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = put(tmp_path, documents())
    (data / "people" / "folder.toml").mkdir()
    (data / "people" / "lost.toml").symlink_to(data / "nowhere")
    (data / "people" / "latin.toml").write_bytes(b'x = "\xe9"')
    os.mkfifo(data / "people" / "pipe.toml")
    assert main(["check", "--data", str(data)]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "people/folder.toml: is no file"
    assert lines[1].startswith("people/latin.toml: is not TOML")
    assert lines[2:4] == ["people/lost.toml: is no file", "people/pipe.toml: is no file"]


EDITIONS = [
    ("not toml", "edition.toml: is not TOML"),
    ('version = "2000.01"\ntitle = "T"', "edition.toml: released: is required"),
    ('version = "2000.01"\nreleased = "x"\ntitle = "T"', "edition.toml: released: must be a TOML"),
    ('version = "../x"\nreleased = 2026-11-22\ntitle = "T"', "version: must be like 2026.11"),
    ('version = "2000.13"\nreleased = 2026-11-22\ntitle = "T"', "version: must be like 2026.11"),
    ('version = ["x"]\nreleased = 2026-11-22\ntitle = "T"', "version: must be text, not ['x']"),
    ('version = "2000.01"\nreleased = 2026-11-22\ntitle = 5', "title: must be text, not 5"),
    ("x = 1", "edition.toml: x: is no field of an edition; there are version, released, title"),
]


@pytest.mark.parametrize(("text", "words"), EDITIONS, ids=[words for _, words in EDITIONS])
def test_an_edition_of_no_name_or_day_is_a_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, words: str
) -> None:
    data = put(tmp_path, documents())
    (data / "edition.toml").write_text(text, encoding="utf-8")
    assert main(["compile", "--data", str(data)]) == 1
    assert words in capsys.readouterr().err
    assert not (data / "editions").exists()


INDEXES = [
    ("", "editions/index.csv: cannot be read"),
    ("no index", "editions/index.csv: cannot be read"),
    ("version,published\n", "it does not begin with version,published,sha256"),
    ("version,published,sha256\n2000.01,5", "'2000.01,5' is no line of it"),
    ("version,published,sha256\n2000.01,false,x\n", "'2000.01,false,x' is no line of it"),
    ("version,published,sha256\nx,true," + "0" * 64, "is no line of it"),
]


@pytest.mark.parametrize(("text", "words"), INDEXES, ids=[words for _, words in INDEXES])
def test_an_index_of_another_shape_is_a_fault_and_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, words: str
) -> None:
    data = put(tmp_path, documents())
    (data / "editions").mkdir()
    (data / "editions" / "index.csv").write_text(text, encoding="utf-8")
    assert main(["compile", "--data", str(data)]) == 1
    assert words in capsys.readouterr().err
    assert (data / "editions" / "index.csv").read_text(encoding="utf-8") == text
    assert not (data / "editions" / "2000.01").exists()


def test_formatting_keeps_what_has_another_shape(tmp_path: Path) -> None:
    strange = {
        "visit": [{"sources": 5, "id": "b"}, {"id": "a", "alternatives": ["x"], "acting": 0}],
        "meeting": {"participants": 5},
        "tenure": [{"acting": 0, "id": "c"}],
    }
    data = put(tmp_path, {**documents(), "people/odd": strange})
    assert main(["format", "--data", str(data)]) == 0
    text = (data / "people" / "odd.toml").read_text(encoding="utf-8")
    for kept in ('alternatives = [\n    "x",\n]', "sources = 5", "acting = 0", "participants = 5"):
        assert kept in text
    assert text.index('id = "a"') < text.index('id = "b"')
    assert tomli_w.dumps(strange) != text

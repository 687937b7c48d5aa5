"""The compiler: same input, same bytes; every fault named; nothing half-written."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sco.compiler.__main__ import main

HERE = Path(__file__).parent
SOURCE = """
[[{table}.sources]]
url = "https://example.org/{n}"
publisher = "Example"
title = "A headline"
published = 2024-07-05
language = "en"
"""
Make = Callable[..., Path]


def sources(table: str, count: int) -> str:
    return "".join(SOURCE.format(table=table, n=n) for n in range(count))


COUNTRIES = (
    '[[country]]\nalpha_2 = "KZ"\nalpha_3 = "KAZ"\nnumeric = "398"\nname = "Kazakhstan"\n'
    'name_ru = "Казахстан"\nname_zh = "哈萨克斯坦"\naliases = ["Kazakstan"]\n'
) + sources("country", 1)
RUSSIA = (
    '[[country]]\nalpha_2 = "RU"\nalpha_3 = "RUS"\nnumeric = "643"\nname = "Russia"\n'
    'name_ru = "Россия"\nname_zh = "俄罗斯"\n'
) + sources("country", 1)
EPISODE = (
    '[[episode]]\nid = "KZ-member"\ncountry = "KZ"\nstatus = "member"\nstart = 2001-06-15\n'
) + sources("episode", 2)
SUMMIT = (
    '[[summit]]\nid = "CHS-24"\nbody = "CHS"\nordinal = 24\nstart = 2024-07-03\nend = 2024-07-04\n'
    'session_day = 2024-07-04\nhost = "KZ"\ncity = "Astana"\n'
) + sources("summit", 2)

ALTERNATIVE = '[[summit.alternatives]]\nfield = "city"\nvalue = "Astana"\nreason = "none"\n'


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Make a small data folder; keyword arguments add or replace files."""

    def _make(**files: str) -> Path:
        data = tmp_path / "data"
        shutil.rmtree(data, ignore_errors=True)
        shutil.copytree(HERE / "template", data)
        texts = {"countries": COUNTRIES, "episodes": EPISODE, "summits/chs": SUMMIT, **files}
        for name, text in texts.items():
            path = data / f"{name}.toml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return data

    return _make


def run(command: str, data: Path) -> int:
    return main([command, "--data", str(data)])


def contents(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_same_input_same_bytes(make: Make) -> None:
    data = make()
    assert run("compile", data) == 0
    made = data / "editions" / "2000.01"
    first = contents(made)
    assert run("compile", data) == 0
    assert first == contents(made)
    assert b"KZ-member,KZ,member,2001-06-15" in first["episodes.csv"]


FAULTS = [
    ({"episodes": EPISODE.replace("KZ-member", "")}, "episodes.toml: 1: id: is required"),
    ({"episodes": EPISODE.replace('"member"', '"membr"')}, "KZ-member: status: must be one of"),
    ({"episodes": EPISODE.replace('"KZ"', '"XX"')}, "country: no countries record 'XX'"),
    ({"episodes": EPISODE.replace("2001-06-15", '"15.06.2001"')}, "start: must be a TOML date"),
    ({"episodes": EPISODE.replace("2001-06-15", "2001")}, "start: must be a TOML date"),
    ({"episodes": EPISODE + EPISODE}, "KZ-member is there 2 times"),
    ({"episodes": EPISODE.replace("example.org/1", "example.org/0")}, "sources: needs 2 and has 1"),
    ({"episodes": EPISODE.replace("https://", "ftp://")}, "is not a web address"),
    ({"episodes": EPISODE.replace("start =", "begin =")}, "begin: is no field of episodes"),
    ({"episodes": EPISODE.replace("[[episode]]", "[[episod]]")}, "episod: is no table"),
    ({"episodes": "not toml"}, "episodes.toml: is not TOML"),
    ({"other": EPISODE}, "other.toml: episode: belongs in data/episodes.toml"),
    (
        {"episodes": EPISODE + EPISODE.replace("KZ-member", "KZ-2").replace("2001", "2005")},
        "KZ-2: start: overlaps KZ-member (basis in_force)",
    ),
    (
        {"episodes": EPISODE.replace("2001-06-15\n", "2001-06-15\nend = 2001-06-15\n")},
        "end: 2001-06-15 is not after 2001-06-15",
    ),
    (
        {"summits/chs": SUMMIT.replace("example.org", "e.org").replace("2024-07-05", "2099-01-01")},
        "published: cannot be 2099",
    ),
    ({"summits/chs": SUMMIT.replace("= 2024-07-05", "= 2024-06-01")}, "has published '2024-06-01'"),
    (
        {"summits/chs": SUMMIT.replace("example.org", "e.org").replace("07-05", "06-01")},
        "CHS-24: sources: all were published before the event",
    ),
    ({"summits/chs": SUMMIT.replace("day = 2024-07-04", "day = 2024-07-05")}, "outside the summit"),
    ({"summits/chs": SUMMIT.replace("ordinal = 24", "ordinal = 23")}, "must be the body and the"),
    (
        {"summits/chs": SUMMIT + ALTERNATIVE + sources("summit.alternatives", 1)},
        "CHS-24: alternatives: city is Astana already",
    ),
    ({"countries": COUNTRIES.replace("398", "399")}, "numeric: ISO 3166-1 has 398, not 399"),
]


@pytest.mark.parametrize(("files", "words"), FAULTS, ids=[words for _, words in FAULTS])
def test_a_fault_is_named_and_nothing_is_written(
    make: Make, capsys: pytest.CaptureFixture[str], files: dict[str, str], words: str
) -> None:
    data = make(**files)
    assert run("compile", data) == 1
    assert words in capsys.readouterr().err
    assert not (data / "editions").exists()


def test_all_faults_of_a_run_are_reported_at_once(
    make: Make, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        "episodes": EPISODE.replace('"member"', '"membr"').replace("start", "begin"),
        "summits/chs": SUMMIT.replace("ordinal = 24", 'ordinal = "24"'),
    }
    assert run("check", make(**files)) == 1
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(": ")[0] for line in lines[:-1]] == [
        "episodes.toml",
        "episodes.toml",
        "summits/chs.toml",
    ]
    assert lines[-1] == "3 faults; nothing was written"


def test_a_fault_leaves_the_edition_that_was_there(make: Make) -> None:
    data = make()
    assert run("compile", data) == 0
    before = (data / "editions" / "2000.01" / "episodes.csv").read_bytes()
    (data / "episodes.toml").write_text("not toml")
    assert run("compile", data) == 1
    assert (data / "editions" / "2000.01" / "episodes.csv").read_bytes() == before


def test_a_published_edition_never_changes(make: Make, capsys: pytest.CaptureFixture[str]) -> None:
    data = make()
    assert run("publish", data) == 0
    assert run("compile", data) == 0, "the same bytes again are no change"
    index = (data / "editions" / "index.csv").read_text()
    assert "\n2000.01,true," in index
    (data / "episodes.toml").write_text(EPISODE.replace("2001-06-15", "2001-06-16"))
    assert run("compile", data) == 1
    assert "is published and never changes" in capsys.readouterr().err
    assert (data / "editions" / "index.csv").read_text() == index


LEADER = (
    '[[tenure]]\nid = "KZ-hos-a-b-2019"\ncountry = "KZ"\nperson = "a-b"\nrole = "head_of_state"\n'
    'office = "President"\nstart = 2019-03-20\n'
) + sources("tenure", 1)
PEOPLE = (
    '[[person]]\nid = "a-b"\ncountry = "KZ"\nname = "A B"\n'
    '[[person]]\nid = "c-d"\ncountry = "KZ"\nname = "C D"\n'
)
DELEGATION = (
    'summit = "CHS-24"\n[[sources]]\nurl = "https://example.org/0"\npublisher = "Example"\n'
    'title = "A headline"\npublished = 2024-07-05\nlanguage = "en"\n'
    '[[delegate]]\ncountry = "KZ"\nperson = "c-d"\noffice = "President"\ncapacity = "member"\n'
)


def test_a_delegate_who_was_not_in_office_is_a_fault(
    make: Make, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {"leaders/KZ": LEADER, "people/KZ": PEOPLE, "delegations/CHS-24": DELEGATION}
    assert run("check", make(**files)) == 1
    assert "CHS-24/KZ/c-d: person: was not President on 2024-07-04" in capsys.readouterr().err
    files["delegations/CHS-24"] = DELEGATION.replace("c-d", "a-b")
    assert run("check", make(**files)) == 0


VISIT = (
    '[[visit]]\nid = "KZ-to-RU-2024-07-08"\nvisitor = "KZ"\nleader = "a-b"\nhost = "RU"\n'
    'start = 2024-07-08\nend = 2024-07-09\nconfidence = "high"\n'
) + sources("visit", 1).replace("2024-07-05", "2024-07-09").replace("org/0", "org/visit")
MEETING = (
    '[[meeting]]\nid = "KZ-RU-2024-07-09"\nstart = 2024-07-09\ncity = "Moscow"\n'
    'country = "RU"\nlevel = "head_of_state"\nmode = "in_person"\nkind = "talks"\nformal = true\n'
    'visit = "KZ-to-RU-2024-07-08"\nconfidence = "high"\nparticipants = [\n'
    '{ country = "KZ", person = "a-b" },\n{ country = "RU", person = "e-f" },\n]\n'
) + sources("meeting", 1).replace("2024-07-05", "2024-07-09").replace("org/0", "org/visit")
MEETING_FAULTS = [
    ("start = 2024-07-09", "start = 2024-07-10", "was from 2024-07-08 to 2024-07-09, not on"),
    ('country = "RU"\nlevel', 'country = "KZ"\nlevel', "led to RU, not to KZ"),
    ('"a-b" },', '"c-d" },', "was made by a-b, who is no participant"),
    ("formal = true", "formal = false", "formal: cannot be false for kind talks"),
    ('"talks"', '"trilateral"', "formal: cannot be true for kind trilateral"),
    ('"talks"', '"regular"', "number: goes with kind regular"),
    ('"in_person"', '"video"', "country: is that of the place"),
]


@pytest.mark.parametrize(("old", "new", "words"), MEETING_FAULTS)
def test_a_meeting_agrees_with_itself_and_with_its_visit(
    make: Make, capsys: pytest.CaptureFixture[str], old: str, new: str, words: str
) -> None:
    files = {
        "countries": COUNTRIES + RUSSIA,
        "people/KZ": PEOPLE,
        "people/RU": '[[person]]\nid = "e-f"\ncountry = "RU"\nname = "E F"\n',
        "visits/KZ-RU/2024": VISIT,
        "meetings/KZ-RU/2024": MEETING,
    }
    assert run("check", make(**files)) == 0, capsys.readouterr().err
    assert old in MEETING
    assert run("check", make(**files | {"meetings/KZ-RU/2024": MEETING.replace(old, new)})) == 1
    assert words in capsys.readouterr().err


def test_formatting_is_canonical_and_changes_nothing_that_is_said(make: Make) -> None:
    data = make(episodes="# Kept.\n" + EPISODE.replace('id = "KZ-member"\n', "") + "\n")
    text = (data / "episodes.toml").read_text()
    (data / "episodes.toml").write_text(
        text.replace('country = "KZ"', 'country = "KZ"\nid = "KZ-member"\nnote = ""')
    )
    assert run("format", data) == 0
    formatted = (data / "episodes.toml").read_text()
    assert formatted.startswith('# Kept.\n\n[[episode]]\nid = "KZ-member"\ncountry = "KZ"\n')
    assert "note" not in formatted
    assert run("compile", data) == 0


def test_the_compiler_wants_a_data_folder(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["check", "--data", str(tmp_path)])
    assert stopped.value.code == 2

"""The command line: what it prints, where, and with which exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import sco
from sco._cli import main
from sco._cli._output import WIDTH, Answer, rendered

MEMBERS_2017 = """\
alpha 2  alpha 3  name        status  start       end  sources
-------  -------  ----------  ------  ----------  ---  -------
CN       CHN      China       member  2001-06-15  -          3
IN       IND      India       member  2017-06-09  -          3
"""

EPISODES_IRAN = """\
id           status    start       end         decided     sources
-----------  --------  ----------  ----------  ----------  -------
IR-observer  observer  2005-07-05  2023-07-04  2005-07-05        {}
IR-member    member    2023-07-04  -           {}        {}
"""


def ran(
    capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0
) -> tuple[str, list[str]]:
    """What a command printed on stdout, and its lines on stderr."""
    assert main(arguments) == code
    out, err = capsys.readouterr()
    return out, err.splitlines()


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "sco", *arguments],
        capture_output=True,
        env={**os.environ, **environment},
        check=False,
        timeout=60,
    )


def test_members_as_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = ran(capsys, "members", "--on", "2017-06-09")
    assert out.startswith(MEMBERS_2017)
    assert len(out.splitlines()) == 2 + 8
    assert err == []


def test_episodes_as_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = ran(capsys, "episodes", "Iran")
    observer, member = sco.episodes("IR")
    assert out == EPISODES_IRAN.format(len(observer.sources), member.decided, len(member.sources))


def test_sources_are_listed_below_each_row(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = ran(capsys, "episodes", "Iran", "--sources")
    addresses = [line.strip() for line in out.splitlines() if line.startswith("    ")]
    assert addresses == [s.url for e in sco.episodes("IR") for s in e.sources]
    assert "sources" not in out.splitlines()[0]


def test_members_of_a_year_by_rule(capsys: pytest.CaptureFixture[str]) -> None:
    for rule in ("any", "start", "end", "throughout"):
        out, _ = ran(capsys, "members", "--in", "2017", "--rule", rule, "--format", "csv")
        found = [row["alpha_2"] for row in csv.DictReader(io.StringIO(out))]
        assert found == [c.alpha_2 for c in sco.members_in(2017, rule=rule)]


def test_the_basis_and_the_status_count(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("members", "--on", "2026-01-01", "--status", "partner", "--format", "json")
    assert ran(capsys, *asked) == ("[]\n", [])
    out, _ = ran(capsys, *asked, "--basis", "decision")
    wanted = sco.members_as_of("2026-01-01", status="partner", basis="decision")
    assert [row["alpha_2"] for row in json.loads(out)] == [c.alpha_2 for c in wanted] != []


@pytest.mark.parametrize(("day", "status"), [("2010-01-01", "observer"), ("2004", None)])
def test_status(capsys: pytest.CaptureFixture[str], day: str, status: str | None) -> None:
    out, _ = ran(capsys, "status", "Индия", "--on", day, "--format", "json")
    (row,) = json.loads(out)
    assert (row["alpha_2"], row["status"]) == ("IN", status)
    assert bool(row["sources"]) is (status is not None)


def test_csv_and_json_hold_the_same_rows(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("meetings", "RU", "CN", "--since", "2022", "--until", "2024", "--format")
    rows = json.loads(ran(capsys, *asked, "json")[0])
    lines = list(csv.DictReader(io.StringIO(ran(capsys, *asked, "csv")[0])))
    wanted = sco.meetings_between("RU", "CN", since="2022", until="2024")
    assert [row["id"] for row in rows] == [line["id"] for line in lines] == [m.id for m in wanted]
    for row, line, meeting in zip(rows, lines, wanted, strict=True):
        assert row["participants"] == [p.person.name for p in meeting.participants]
        assert line["participants"] == "|".join(row["participants"])
        assert line["sources"].split("|") == row["sources"] == [s.url for s in meeting.sources]
        assert (row["formal"], line["formal"]) == (True, "true")


@pytest.mark.parametrize(
    ("options", "arguments"),
    [
        ((), {}),
        (("--all",), {"formal": None}),
        (("--informal",), {"formal": False}),
        (("--mode", "phone"), {"mode": "phone"}),
        (("--level", "mixed"), {"level": "mixed"}),
        (("--leader", "Putin", "--leader", "Hu"), {"leaders": ("Putin", "Hu")}),
    ],
)
def test_options_of_meetings(
    capsys: pytest.CaptureFixture[str], options: tuple[str, ...], arguments: dict[str, object]
) -> None:
    out, _ = ran(capsys, "meetings", "RU", "CN", "--until", "2025", "--format", "json", *options)
    wanted = sco.meetings_between("RU", "CN", until="2025", **arguments)  # type: ignore[arg-type]
    assert [row["id"] for row in json.loads(out)] == [m.id for m in wanted]
    assert len(wanted) > 0


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (("summits", "--host", "CN"), lambda: sco.summits(host="CN")),
        (("summits", "--body", "CHG", "--year", "2010"),
         lambda: sco.summits(body="CHG", year=2010)),
        (("summits", "--since", "2020", "--until", "2022"),
         lambda: sco.summits(since="2020", until="2022")),
        (("visits", "--visitor", "RU", "--host", "CN", "--until", "2024", "--kind", "state"),
         lambda: sco.visits(visitor="RU", host="CN", until="2024", kind="state")),
        (("visits", "--host", "CN", "--visitor", "RU", "--leader", "Putin"),
         lambda: sco.visits(host="CN", visitor="RU", leader="Putin")),
        (("leaders", "RU", "--on", "2010-01-01"), lambda: sco.leaders("RU", "2010-01-01")),
        (("episodes", "--status", "member"), lambda: sco.episodes(status="member")),
        (("coverage", "RU", "CN", "--table", "meetings", "--year", "2015"),
         lambda: sco.coverage("RU", "CN", table="meetings", year=2015)),
    ],
)  # fmt: skip
def test_queries_answer_as_the_library_does(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], ids: object
) -> None:
    out, err = ran(capsys, *arguments, "--format", "json")
    wanted = [record.id for record in ids()]  # type: ignore[operator]
    assert [row["id"] for row in json.loads(out)] == wanted != []
    assert err == []


def test_changes_and_chair(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = ran(capsys, "changes", "2017", "2017")
    assert [line.split()[:4] for line in out.splitlines()[2:]] == [
        ["2017-06-09", "IN", "observer", "member"],
        ["2017-06-09", "PK", "observer", "member"],
    ]
    assert ran(capsys, "chair", "--on", "2024-07-04")[0].splitlines()[-1].split()[0] == "KZ"
    assert ran(capsys, "chair", "--on", "1999-01-01")[0] == "(none)\n"
    assert json.loads(ran(capsys, "chair", "--on", "1999-01-01", "--format", "json")[0]) == []


def test_an_empty_csv_still_has_its_header(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = ran(capsys, "summits", "--host", "AM", "--format", "csv")
    assert out.startswith("id,body,ordinal,")
    assert out.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("summits",),
        ("meetings", "RU", "CN", "--all"),
        ("visits", "--visitor", "RU", "--host", "CN"),
        ("episodes",),
        ("coverage", "RU", "CN"),
        ("leaders", "IN", "--on", "2010-01-01"),
        ("tally", "RU", "CN"),
        ("count", "RU", "CN", "--on", "2024-04-26"),
    ],
)
def test_tables_fit_into_a_hundred_columns(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    out, _ = ran(capsys, *arguments)
    lines = out.splitlines()
    assert max(map(len, lines)) <= WIDTH
    assert all(line == line.rstrip() for line in lines)
    assert "\x1b" not in out


def test_wrapping_loses_no_word() -> None:
    text = " ".join(f"word{n}" for n in range(60))
    answer = Answer(({"id": "a", "note": text},), ("id", "note"), ("id", "note"))
    lines = rendered(answer, "table", sources=False).splitlines()[2:]
    assert lines[0].startswith("a   word0 word1 ")
    assert " ".join(lines).split() == ["a", *text.split()]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("status", "Rusia", "--on", "2010-01-01"),
         "no country is called 'Rusia'; did you mean 'Russia'?"),
        (("members", "--on", "2017"), "the answer is not the same"),
        (("members", "--on", "9.6.2017"), "'9.6.2017' is not an ISO 8601 date"),
        (("members", "--on", "2017-06-09", "--rule", "any"), "--rule goes with --in"),
        (("members", "--on", "2017-06-09", "--status", "boss"), "status must be one of"),
        (("members",), "one of the arguments --on --in is required"),
        (("members", "--in", "MMXVII"), "argument --in: invalid int value: 'MMXVII'"),
        (("summits", "--format", "xml"), "argument --format: invalid choice: 'xml'"),
        (("summits", "--hos", "CN"), "unrecognized arguments: --hos"),
        (("changes", "2018", "2017"), "since='2018' is later than until='2017'"),
        (("meetings", "RU", "RU"), "two different states are wanted"),
        (("meetings", "RU", "CN", "--leader", "Nobody"), "no leader is called 'Nobody'"),
        (("meetings", "RU", "CN", "--all", "--informal"), "not allowed with argument"),
        (("cite", "CHS-2444"), "no record 'CHS-2444'; there are CHS-24"),
        (("cite", "--style", "chicago"), "style must be 'bibtex' or 'apa'"),
        (("--edition", "1999.01", "editions"), "no edition '1999.01'"),
        (("editions", "--edition", "1999.01"), "no edition '1999.01'"),
        (("nonsense",), "invalid choice: 'nonsense'"),
        ((), "no command given"),
        (("export", "x.docx"), "the suffix '.docx' is not known"),
        (("members", "--on", "2010-01-01", "--output", "x.csv"), "--output is not for members"),
        (("summits", "--host", "AM", "--output", "x.csv"), "the result is empty"),
    ],
)  # fmt: skip
def test_bad_input_is_one_line_and_code_2(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], message: str
) -> None:
    out, err = ran(capsys, *arguments, code=2)
    assert out == ""
    assert len(err) == 1
    assert err[0].startswith("sco: ")
    assert message in err[0]


def test_a_line_break_in_bad_input_makes_no_second_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, err = ran(capsys, "nonsense\nand more", code=2)
    assert len(err) == 1


def test_past_what_was_searched_a_warning_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = ran(capsys, "members", "--on", "2030-01-01")
    assert "BY" in out
    assert len(err) == 1
    assert err[0].startswith("sco: warning: statuses were checked through ")


def test_cite(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, "cite", "CHS-24")[0] == sco.cite(sco.summit("CHS-24")) + "\n"
    out, _ = ran(capsys, "cite", "--edition", "2026.11", "--style", "apa")
    assert out == sco.cite(sco.edition("2026.11"), style="apa") + "\n"


@pytest.mark.parametrize(
    "record",
    [
        sco.episodes("IN")[0],
        sco.steps("IN")[0],
        sco.meetings_between("RU", "CN", until="2020")[0],
        sco.visits(visitor="RU", host="CN", until="2020")[0],
        sco.leaders("RU", "2010-01-01")[0],
        sco.tallies("RU", "CN")[0],
    ],
    ids=lambda record: type(record).__name__,
)
def test_every_kind_of_record_can_be_cited(
    capsys: pytest.CaptureFixture[str], record: sco.Summit
) -> None:
    assert ran(capsys, "cite", record.id)[0] == sco.cite(record) + "\n"


def test_versions_and_editions(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = ran(capsys, "--version")
    assert out == f"sco {sco.__version__}, data edition {sco.DATA_VERSION}\n"
    out, _ = ran(capsys, "editions", "--format", "json")
    assert tuple(row["edition"] for row in json.loads(out)) == sco.editions()


def test_the_edition_may_come_before_or_after_the_command(
    capsys: pytest.CaptureFixture[str],
) -> None:
    version = sco.editions()[0]
    asked = ("cite", "--style", "apa")
    before, _ = ran(capsys, "--edition", version, *asked)
    after, _ = ran(capsys, *asked, "--edition", version)
    assert before == after
    assert version in before


def test_tally_puts_published_counts_beside_ours(capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(ran(capsys, "tally", "RU", "CN", "--format", "json")[0])
    found = sco.reconcile("RU", "CN")
    assert [row["id"] for row in rows] == [r.tally.id for r in found]
    for row, one in zip(rows, found, strict=True):
        assert (row["value"], row["closed_by"]) == (one.value, list(one.closed_by))
        assert row["ours"] == [f"{c.rule}={c.count}" for c in one.counts]
        assert (row["of"], row["reason"]) == (one.tally.counts, one.reason)


def test_count_gives_the_tally_under_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    """Whether "they met more than 40 times" (April 2024) is true, and under which rule."""
    asked = ("count", "RU", "CN", "--on", "2024-04-26", "--leader", "Putin", "--leader", "Xi")
    rows = json.loads(ran(capsys, *asked, "--format", "json")[0])
    both = ("Vladimir Putin", "Xi Jinping")
    for row in rows:
        given = sco.tally("RU", "CN", on="2024-04-26", rule=row["rule"], leaders=both)
        assert row["count"] == given
        assert row["counts"]
    over = [row["rule"] for row in rows if row["count"] > 40]
    assert over == ["cumulative", "present", "exchanges"]
    assert "cumulative" in ran(capsys, *asked)[0]
    _, err = ran(capsys, *asked[:-1], "Xu", code=2)
    assert "Xu" in err[0]


def test_one_warning_is_shown_once(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def reconcile(self: sco.Dataset, a: str, b: str) -> tuple[sco.Reconciliation, ...]:
        for day in ("2030-01-01", "2030-01-01", "2031-01-01"):
            self.members_as_of(day)
        return ()

    monkeypatch.setattr(sco.Dataset, "reconcile", reconcile)
    out, err = ran(capsys, "tally", "RU", "CN")
    assert out == "(none)\n"
    assert len(err) == 2


def test_help_shows_examples_that_work(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    names = "members status episodes changes summits chair meetings visits leaders coverage cite"
    for name in [*names.split(), "count", "editions", "tally"]:
        out, err = ran(capsys, name, "--help")
        assert err == []
        assert max(map(len, out.splitlines())) <= WIDTH
        examples = out.partition("examples:\n")[2].splitlines()
        assert examples
        for example in examples:
            words = example.replace("'Xi Jinping'", "xi-jinping").split()
            assert words[0] == "sco"
            if "--output" not in words:
                assert ran(capsys, *words[1:])[0]


def test_output_writes_a_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    target = tmp_path / "china.jsonl"
    asked = ("summits", "--host", "CN", "--output", str(target))
    assert ran(capsys, *asked) == ("", [])
    lines = target.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == [s.id for s in sco.summits(host="CN")]
    _, err = ran(capsys, *asked, code=2)
    assert "exists already" in err[0]
    assert ran(capsys, *asked, "--overwrite") == ("", [])


def test_export_writes_an_edition(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    target = tmp_path / "sco.data"
    assert ran(capsys, "export", str(target), "--format", "sqlite") == ("", [])
    assert target.read_bytes().startswith(b"SQLite format 3")


def test_a_fault_of_the_system_is_code_1(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    _, err = ran(capsys, "export", str(tmp_path / "x.jsonl"), code=1)
    assert err == ["sco: [Errno 28] No space left on device"]
    assert list(tmp_path.iterdir()) == []


def test_exit_codes_of_the_process() -> None:
    good = process("members", "--on", "2017-06-09")
    assert (good.returncode, good.stderr) == (0, b"")
    assert good.stdout.decode().startswith(MEMBERS_2017)
    bad = process("status", "Rusia", "--on", "2010-01-01")
    assert (bad.returncode, bad.stdout) == (2, b"")
    wanted = "sco: no country is called 'Rusia'; did you mean 'Russia'?"
    assert bad.stderr.decode().splitlines() == [wanted]


def test_output_is_utf_8_in_any_locale() -> None:
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ended = process("cite", "CHS-24", **ascii_only)
    assert (ended.returncode, ended.stderr) == (0, b"")
    text = ended.stdout.decode("utf-8")
    assert text.rstrip() == sco.cite(sco.summit("CHS-24"))
    assert not text.isascii()
    ended = process("status", "Русь", "--on", "2010-01-01", LC_ALL="C")
    assert "'Русь'" in ended.stderr.decode("utf-8")


@pytest.mark.skipif(os.name != "posix", reason="pipes end otherwise elsewhere")
@pytest.mark.parametrize("arguments", [("summits",), ("coverage", "--format", "json")])
def test_a_closed_pipe_ends_silently(arguments: tuple[str, ...]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with open(writer, "wb") as closed:
        ended = subprocess.run(
            [sys.executable, "-m", "sco", *arguments],
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_no_third_party_library_of_an_extra_is_loaded() -> None:
    code = (
        "import sys; from sco._cli import main; main(['summits', '--format', 'csv']); "
        "heavy = {'pandas', 'pyarrow', 'xlsxwriter', 'icalendar', 'tqdm', 'narwhals'}; "
        "sys.exit(bool(heavy & set(sys.modules)))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, timeout=60
    )
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show", "CHS-24"), "host           KZ"),
        (("show", "cn-ru-2024-05-16"), "city          Beijing"),
        (("on", "2024-07-04"), "Summit CHS-24"),
        (("events", "2017-06-08", "2017-06-09"), "Summit CHS-17"),
        (("person", "President Putin"), "Vladimir Putin  RU       head_of_government"),
        (("steps", "IN"), "2017-06-09  IN       status_granted"),
        (("announcements", "--country", "RU", "--since", "2024-04-26"), "RU-to-CN-2024-05-16"),
        (("officers", "--on", "2024-06-01"), "Zhang Ming"),
    ],
)
def test_questions_on_one_thing(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    out, _ = ran(capsys, *arguments)
    assert said in out
    words = [line for line in out.splitlines() if "http" not in line]
    assert max(map(len, words)) <= 100
    assert json.loads(ran(capsys, *arguments, "--format", "json")[0])

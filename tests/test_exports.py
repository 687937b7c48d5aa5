"""Exports: what is read back is what was written, and nothing half-written stays."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import UTC, date, datetime, time
from itertools import count
from pathlib import Path
from typing import Any

import attrs
import pytest

import sco
from sco._output.flat import Scalar, cells, columns, joined
from sco.exports import FORMATS, MissingExtraError, export

EDITION = sco.edition(sco.DATA_VERSION)
FOLDER = Path(EDITION.records.tables.files.where)
PACKAGE = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
RELEASED = date.fromisoformat(PACKAGE["created"][:10])
RESULTS: dict[str, tuple[Any, ...]] = {
    "countries": sco.members_as_of("2024-07-04"),
    "episodes": sco.episodes(),
    "steps": sco.steps(),
    "changes": sco.changes("1996", "2025"),
    "summits": sco.summits(),
    "delegates": sco.summit("CHS-24").delegates,
    "visits": sco.visits(visitor="RU", host="CN", until="2024"),
    "meetings": sco.meetings_between("RU", "CN", until="2024", formal=None),
    "leaders": sco.leaders("RU", "2010-01-01"),
    "tallies": sco.tallies("RU", "CN"),
    "reconciliations": sco.reconcile("RU", "CN"),
    "coverage": sco.coverage("RU", "CN"),
    "sources": sco.summit("CHS-24").sources,
}
Lines = list[dict[str, Scalar]]
each_result = pytest.mark.parametrize("name", RESULTS)


def flat(name: str) -> Lines:
    return [{k: joined(v) for k, v in cells(record).items()} for record in RESULTS[name]]


def as_text(rows: Lines) -> list[dict[str, str]]:
    words = {None: "", True: "true", False: "false"}
    return [
        {k: words[v] if v is None or isinstance(v, bool) else str(v) for k, v in row.items()}
        for row in rows
    ]


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_sqlite(path: Path, table: str, booleans: set[str]) -> Lines:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        rows = [dict(row) for row in connection.execute(f'SELECT * FROM "{table}"')]
    for row in rows:
        row.update({name: bool(row[name]) for name in booleans if row[name] is not None})
    return rows


def read_xlsx(path: Path, table: str) -> Lines:
    openpyxl = pytest.importorskip("openpyxl")
    with closing(openpyxl.load_workbook(path, read_only=True)) as book:
        head, *rows = book[table].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def files(folder: Path) -> dict[Path, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder): path.read_bytes() for path in found}


def booleans(name: str) -> set[str]:
    kinds = columns(type(RESULTS[name][0]))
    return {column for column, kind in kinds.items() if kind == "boolean"}


@pytest.fixture(scope="module")
def whole() -> dict[str, list[dict[str, Scalar]]]:
    """The edition's tables, read from its own files, empty cells as None."""
    tables: dict[str, Lines] = {}
    for resource in PACKAGE["resources"]:
        kinds = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
        path = resource["path"]
        paths = [path] if isinstance(path, str) else path
        tables[resource["name"]] = [
            {name: typed(text, kinds[name]) for name, text in row.items()}
            for path in paths
            for row in read_csv(FOLDER / path)
        ]
    return tables


def typed(text: str, kind: str) -> Scalar:
    if not text:
        return None
    return int(text) if kind == "integer" else text == "true" if kind == "boolean" else text


@each_result
def test_csv(name: str, tmp_path: Path) -> None:
    made = export(RESULTS[name], tmp_path / "x.csv")
    assert read_csv(made) == as_text(flat(name))


@each_result
def test_json_lines_keep_lists(name: str, tmp_path: Path) -> None:
    made = export(RESULTS[name], tmp_path / "x.jsonl")
    rows = [json.loads(line) for line in made.read_text(encoding="utf-8").splitlines()]
    assert rows == json.loads(json.dumps([cells(record) for record in RESULTS[name]]))


@each_result
def test_sqlite(name: str, tmp_path: Path) -> None:
    table = "tenures" if name == "leaders" else name
    made = export(RESULTS[name], tmp_path / "x.sqlite")
    assert read_sqlite(made, table, booleans(name)) == flat(name)


@each_result
def test_workbook(name: str, tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    table = "tenures" if name == "leaders" else name
    made = export(RESULTS[name], tmp_path / "x.xlsx")
    assert read_xlsx(made, table) == flat(name)


@each_result
def test_parquet(name: str, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    made = export(RESULTS[name], tmp_path / "x.parquet")
    table = parquet.read_table(made)
    kinds = columns(type(RESULTS[name][0]))
    wanted = flat(name)
    for row in wanted:
        for column, kind in kinds.items():
            if kind == "date" and row[column] is not None:
                row[column] = date.fromisoformat(str(row[column]))  # type: ignore[assignment]
    assert table.to_pylist() == wanted
    assert table.schema.metadata[b"sco_edition"] == EDITION.version.encode()


def test_an_empty_column_keeps_its_type_in_parquet(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = [attrs.evolve(m, number=None, city=None) for m in RESULTS["meetings"]]
    schema = parquet.read_schema(export(rows, tmp_path / "x.parquet"))
    assert str(schema.field("number").type) == "int64"
    assert str(schema.field("city").type) == "string"
    assert str(schema.field("formal").type) == "bool"


def test_a_folder_is_a_valid_data_package(tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    made = export(RESULTS["summits"], tmp_path / "summits", edition=EDITION)
    assert read_csv(made / "summits.csv") == as_text(flat("summits"))
    package = json.loads((made / "datapackage.json").read_text(encoding="utf-8"))
    assert package["version"] == EDITION.version
    names = [resource["name"] for resource in package["resources"]]
    assert names == ["summits", "delegates", "alternatives", "sources"]
    fields = package["resources"][0]["schema"]["fields"]
    assert all(field["description"] for field in fields)
    assert frictionless.Package(str(made / "datapackage.json")).validate().valid


def test_what_records_refer_to_comes_along(tmp_path: Path) -> None:
    summits = RESULTS["summits"]
    made = export(summits, tmp_path / "x.sqlite")
    delegates = [d for summit in summits for d in summit.delegates]
    rows = read_sqlite(made, "delegates", {"head"})
    assert rows == [{k: joined(v) for k, v in cells(d).items()} for d in delegates] != []
    cited = {s.url for record in (*summits, *delegates) for s in record.sources}
    assert cited <= {row["url"] for row in read_sqlite(made, "sources", set())}
    disputed = [(s.id, a.value) for s in summits for a in s.alternatives]
    found = read_sqlite(made, "alternatives", set())
    assert [(r["record"], r["value"]) for r in found if r["table"] == "summits"] == disputed != []


def test_a_reconciliation_comes_with_the_published_counts(tmp_path: Path) -> None:
    made = export(RESULTS["reconciliations"], tmp_path / "x.sqlite")
    ids = [row["id"] for row in read_sqlite(made, "tallies", set())]
    assert ids == [r.tally.id for r in RESULTS["reconciliations"]]


def test_a_copy_of_an_edition_is_exact(tmp_path: Path) -> None:
    made = export(EDITION, tmp_path / f"sco-{EDITION.version}")
    assert files(made) == files(FOLDER)
    assert sco.edition(made).summits() == EDITION.summits()


def test_an_edition_in_a_database(whole: dict[str, Lines], tmp_path: Path) -> None:
    made = export(EDITION, tmp_path / "x.db")
    for name, rows in whole.items():
        flags = {"delegates": {"head"}, "meetings": {"formal"}, "summits": {"scheduled"}}
        assert read_sqlite(made, name, flags.get(name, set())) == rows, name
    with closing(sqlite3.connect(made)) as connection:
        about = connection.execute("SELECT version, released FROM edition").fetchall()
        best = connection.execute(
            "SELECT c.name FROM meetings m JOIN countries c ON m.country = c.alpha_2 "
            "WHERE m.id = 'CN-RU-2023-03-20'"
        ).fetchall()
    assert about == [(EDITION.version, RELEASED.isoformat())]
    assert best == [("Russia",)]


def test_an_edition_in_json_lines(whole: dict[str, Lines], tmp_path: Path) -> None:
    made = export(EDITION, tmp_path / "x.ndjson")
    found: dict[str, Lines] = {}
    for line in made.read_text(encoding="utf-8").split("\n")[:-1]:
        row = json.loads(line)
        found.setdefault(row["table"], []).append(row["row"])
    assert found == {name: rows for name, rows in whole.items() if rows}


def test_an_edition_in_a_workbook(whole: dict[str, Lines], tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    made = export(EDITION, tmp_path / "x.xlsx")
    for name, rows in whole.items():
        assert read_xlsx(made, name) == rows, name


def test_an_edition_in_parquet(whole: dict[str, Lines], tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    frictionless = pytest.importorskip("frictionless")
    made = export(EDITION, tmp_path / "x.parquet")
    for name, rows in whole.items():
        found = parquet.read_table(made / f"{name}.parquet").to_pylist()
        plain = [{k: str(v) if isinstance(v, date) else v for k, v in row.items()} for row in found]
        assert plain == rows, name
    # frictionless reads Parquet through an extra of its own: here its description alone.
    package = frictionless.Package(str(made / "datapackage.json"))
    assert [resource.name for resource in package.resources] == list(whole)


FORMULAS = ["=1+1", '=HYPERLINK("http://example.org")', "+1", "-1", "@SUM(A1)", "\t=1", "1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula_or_a_number(text: str, tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    openpyxl = pytest.importorskip("openpyxl")
    summit = attrs.evolve(sco.summit("CHS-24"), venue=text)
    made = export([summit], tmp_path / "x.xlsx")
    with closing(openpyxl.load_workbook(made)) as book:
        (cell,) = [c for row in book["summits"] for c in row if c.value == text]
        formulas = [c for sheet in book for row in sheet for c in row if c.data_type == "f"]
    assert (cell.data_type, formulas) == ("s", [])
    assert bool(cell.quotePrefix) is (text != "1")


def test_csv_keeps_such_text_unchanged(tmp_path: Path) -> None:
    rows = [attrs.evolve(sco.summit("CHS-24"), venue=text) for text in FORMULAS]
    assert [row["venue"] for row in read_csv(export(rows, tmp_path / "x.csv"))] == FORMULAS


def test_a_cell_too_long_for_a_workbook_is_an_error(tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    summit = attrs.evolve(sco.summit("CHS-24"), note="x" * 40_000)
    with pytest.raises(sco.QueryError, match="40000 characters is too long"):
        export([summit], tmp_path / "x.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_a_calendar(tmp_path: Path) -> None:
    icalendar = pytest.importorskip("icalendar")
    made = export(EDITION, tmp_path / "x.ics")
    assert made.read_bytes() == export(sco.summits(), tmp_path / "y.ics").read_bytes()
    calendar = icalendar.Calendar.from_ical(made.read_bytes())
    events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    assert list(events) == [f"{summit.id}@sco-reference" for summit in sco.summits()]
    event = events["CHS-25@sco-reference"]
    assert event["DTSTART"].dt == date(2025, 8, 31)
    assert event["DTEND"].dt == date(2025, 9, 2)
    assert event["DTSTAMP"].dt == datetime.combine(RELEASED, time(), UTC)
    assert str(event["SUMMARY"]) == "SCO Council of Heads of State, no. 25: Tianjin"
    assert "Xi Jinping" in event["DESCRIPTION"]
    assert not calendar.errors
    assert all(not event.errors for event in events.values())


def test_a_summit_without_a_day_spans_its_month(tmp_path: Path) -> None:
    icalendar = pytest.importorskip("icalendar")
    month = sco.PartialDate.parse("2026-10")
    summit = attrs.evolve(sco.summit("CHS-24"), start=month, end=month, scheduled=True)
    made = export([summit], tmp_path / "x.ics")
    (event,) = icalendar.Calendar.from_ical(made.read_bytes()).walk("VEVENT")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 10, 1), date(2026, 11, 1))
    assert str(event["STATUS"]) == "TENTATIVE"
    assert "day not known" in event["SUMMARY"]


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "parquet", "sqlite", "xlsx", "ics"])
def test_the_same_input_gives_the_same_bytes(suffix: str, tmp_path: Path) -> None:
    needed = {"parquet": "pyarrow", "xlsx": "xlsxwriter", "ics": "icalendar"}
    pytest.importorskip(needed.get(suffix, "json"))
    digests = {
        hashlib.sha256(export(sco.summits(), tmp_path / f"{n}.{suffix}").read_bytes()).digest()
        for n in range(2)
    }
    assert len(digests) == 1


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_nothing_half_written_stays(
    format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needed = {"parquet": "pyarrow", "xlsx": "xlsxwriter", "ics": "icalendar"}
    pytest.importorskip(needed.get(format, "json"))
    target = tmp_path / "kept"
    export(RESULTS["summits"], target, format=format)
    before = content(target)

    def failing(*_: object) -> None:
        raise RuntimeError("the disk went away")

    calls = count()
    monkeypatch.setattr("sco.exports._writers._BATCH", 1)
    monkeypatch.setattr(
        "sco.exports._bundle.cells", lambda r: failing() if next(calls) % 2 else cells(r)
    )
    monkeypatch.setattr("sco.exports._calendar._description", failing)
    with pytest.raises(RuntimeError, match="the disk went away"):
        export(RESULTS["summits"], target, format=format, overwrite=True)
    with pytest.raises(RuntimeError, match="the disk went away"):
        export(RESULTS["summits"], tmp_path / "new", format=format)
    assert content(target) == before
    assert os.listdir(tmp_path) == ["kept"]


def content(path: Path) -> dict[str, bytes]:
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return {file.name: file.read_bytes() for file in files}


@pytest.mark.parametrize("format", ["datapackage", "sqlite"])
def test_what_was_there_stays_if_the_renaming_fails(
    format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = export(sco.summits(host="CN"), tmp_path / "kept", format=format)
    before = content(target)
    really = os.replace

    def failing(old: Path, new: Path) -> None:
        if new == target and not str(old).endswith(".old"):
            raise OSError("no")
        really(old, new)

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(OSError, match="no"):
        export(sco.summits(), target, format=format, overwrite=True)
    assert content(target) == before
    assert os.listdir(tmp_path) == ["kept"]


@pytest.mark.parametrize("name", ["x.csv", "x.sqlite", "folder"])
def test_nothing_is_overwritten_unless_allowed(name: str, tmp_path: Path) -> None:
    made = export(sco.summits(host="CN"), tmp_path / name)
    before = content(made)
    with pytest.raises(sco.QueryError, match="exists already"):
        export(sco.summits(), made)
    assert content(made) == before
    export(sco.summits(), made, overwrite=True)
    assert content(made) != before
    assert os.listdir(tmp_path) == [name]


def test_a_folder_with_other_files_is_never_replaced(tmp_path: Path) -> None:
    made = export(sco.summits(host="CN"), tmp_path / "folder")
    (made / "thesis.txt").write_text("mine")
    with pytest.raises(sco.QueryError, match=r"holds 'thesis.txt', which is not part"):
        export(sco.summits(), made, overwrite=True)
    with pytest.raises(sco.QueryError, match="is a folder, and this format is written to a file"):
        export(sco.summits(), made, format="jsonl", overwrite=True)
    assert (made / "thesis.txt").read_text() == "mine"


@pytest.mark.skipif(os.name != "posix", reason="permissions are otherwise elsewhere")
def test_others_may_read_what_the_umask_lets_them(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    made = export(sco.summits(), tmp_path / "x.csv")
    assert stat.S_IMODE(made.stat().st_mode) == stat.S_IMODE((tmp_path / "plain").stat().st_mode)


@pytest.mark.parametrize(
    ("what", "name", "options", "message"),
    [
        (EDITION, "x.docx", {}, r"the suffix '\.docx' is not known: use \.csv, \.jsonl"),
        (EDITION, "x", {"format": "docx"}, "format must be one of datapackage, csv"),
        (EDITION, "x.csv", {}, r"an edition has \d+ tables, and a \.csv file holds one"),
        (EDITION, "missing/x.csv", {}, "there is no folder"),
        ((), "x.csv", {}, "the result is empty"),
        ((1, 2), "x.csv", {}, "1 is not a record"),
        ("abc", "x.csv", {}, "only an edition or a query's result"),
        (sco.summit("CHS-24"), "x.csv", {}, "only an edition or a query's result"),
        ((sco.summit("CHS-24"), sco.country("RU")), "x.csv", {}, "not countries and summits"),
        (sco.episodes(), "x.ics", {}, "a calendar holds summits"),
    ],
)
def test_bad_input(
    what: Any, name: str, options: dict[str, str], message: str, tmp_path: Path
) -> None:
    if name.endswith(".ics"):
        pytest.importorskip("icalendar")
    with pytest.raises(sco.QueryError, match=message):
        export(what, tmp_path / name, **options)  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_the_folder_one_stands_in_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(sco.QueryError, match="names no file or folder of its own"):
        export(sco.summits(), ".", overwrite=True)


@pytest.mark.parametrize(
    ("suffix", "module"), [("xlsx", "xlsxwriter"), ("parquet", "pyarrow"), ("ics", "icalendar")]
)
def test_a_missing_library_names_the_extra(
    suffix: str, module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=r"sco-reference\[exports\]") as caught:
        export(sco.summits(), tmp_path / f"x.{suffix}")
    assert isinstance(caught.value, ImportError)
    assert caught.value.name == module
    assert list(tmp_path.iterdir()) == []


def test_the_other_formats_need_no_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("xlsxwriter", "pyarrow", "icalendar", "tqdm"):
        monkeypatch.setitem(sys.modules, module, None)
    for name in ("folder", "x.jsonl", "x.sqlite"):
        assert export(EDITION, tmp_path / name).exists()


def test_no_progress_bar_where_stderr_is_no_terminal(tmp_path: Path) -> None:
    pytest.importorskip("tqdm")
    code = (
        "import sys, tqdm, sco; from functools import partial; from sco.exports import export; "
        "tqdm.tqdm = partial(tqdm.tqdm, delay=0); "
        "export(sco.edition(sco.DATA_VERSION), sys.argv[1])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "x.sqlite")],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, b"", b"")

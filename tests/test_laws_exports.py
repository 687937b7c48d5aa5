"""The law of exports: any text comes back from any format as it went in."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import sco
from sco._output.flat import cells, joined
from sco.exports import export

# Lone surrogates are no text; a workbook cannot hold control characters.
TEXT = st.text(st.characters(codec="utf-8"), min_size=1)
PRINTABLE = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1)
SOURCE = sco.summit("CHS-24").sources[0]
law = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def sources(texts: list[str]) -> list[sco.Source]:
    return [attrs.evolve(SOURCE, title=text, publisher=text) for text in texts]


def made(texts: list[str], path: Path) -> Path:
    return export(sources(texts), path, overwrite=True)


@law
@given(st.lists(TEXT, min_size=1))
@example(["\r", "a\r\nb", '"', "a,b", "=1", "\x00 "])
def test_csv(tmp_path: Path, texts: list[str]) -> None:
    with made(texts, tmp_path / "x.csv").open(encoding="utf-8", newline="") as file:
        assert [row["title"] for row in csv.DictReader(file)] == texts


@law
@given(st.lists(TEXT, min_size=1))
@example(["\u2028", "\r", "\\", "\x00"])
def test_json_lines(tmp_path: Path, texts: list[str]) -> None:
    lines = made(texts, tmp_path / "x.jsonl").read_bytes().splitlines()
    assert [json.loads(line)["title"] for line in lines] == texts


@law
@given(st.lists(TEXT, min_size=1))
def test_sqlite(tmp_path: Path, texts: list[str]) -> None:
    with closing(sqlite3.connect(made(texts, tmp_path / "x.sqlite"))) as connection:
        found = connection.execute("SELECT title FROM sources").fetchall()
    assert [title for (title,) in found] == texts


@law
@given(st.lists(TEXT, min_size=1))
def test_parquet(tmp_path: Path, texts: list[str]) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(made(texts, tmp_path / "x.parquet"))
    assert table.column("title").to_pylist() == texts


@law
@given(st.lists(PRINTABLE, min_size=1))
@example(["=1+1", "_x0041_", " a ", "https://example.org", "1", "TRUE", "a\nb", "2024-01-01"])
def test_workbook(tmp_path: Path, texts: list[str]) -> None:
    pytest.importorskip("xlsxwriter")
    openpyxl = pytest.importorskip("openpyxl")
    with closing(openpyxl.load_workbook(made(texts, tmp_path / "x.xlsx"))) as book:
        found = [cell for (cell,) in book["sources"].iter_rows(min_row=2, min_col=5, max_col=5)]
    assert [cell.value for cell in found] == texts
    assert {cell.data_type for cell in found} == {"s"}


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="|"), min_size=1)))
def test_a_joined_list_can_be_split_again(texts: list[str]) -> None:
    row = cells(attrs.evolve(sco.summit("CHS-24"), documents=tuple(texts)))
    text = joined(row["documents"])
    assert (str(text).split("|") if text is not None else []) == texts

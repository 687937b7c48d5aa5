"""Records as tables in a notebook: escaped, cut off with a word, and switched off again."""

from __future__ import annotations

import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import attrs
import pytest

import sco
from sco._output.flat import cells, record_classes
from sco.notebook import enable, load_ipython_extension, table, unload_ipython_extension

SUMMIT = sco.summit("CHS-24")


class Read(HTMLParser):
    """The text of each cell, by row, and the addresses of links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
        elif tag == "a":
            self.links.append(dict(attributes)["href"] or "")

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1] and self.tags[-1] != "p":
            self.rows[-1][-1] += data


def html(what: Any, **options: int) -> str:
    return table(what, **options)._repr_html_()


def test_a_result_is_a_table_with_headers() -> None:
    found = Read(html(sco.changes("2017", "2017")))
    assert found.rows[0] == ["date", "country", "before", "after", "sources"]
    assert [row[:4] for row in found.rows[1:]] == [
        ["2017-06-09", "IN", "observer", "member"],
        ["2017-06-09", "PK", "observer", "member"],
    ]
    assert found.links == [s.url for c in sco.changes("2017", "2017") for s in c.sources]


def test_only_so_many_rows_and_how_many_more() -> None:
    result = sco.summits()
    text = html(result, rows=5)
    assert len(Read(text).rows) == 1 + 5
    assert f"… and {len(result) - 5} more" in text
    assert "more" not in html(result[:5], rows=5)[-20:]
    assert len(Read(html(result)).rows) == 1 + 20


def test_a_column_without_a_value_is_left_out() -> None:
    rows = [attrs.evolve(SUMMIT, venue=None, documents=()), attrs.evolve(SUMMIT, venue=None)]
    assert "venue" not in Read(html(rows)).rows[0]
    assert "venue" in Read(html([*rows, attrs.evolve(SUMMIT, venue="Hall")])).rows[0]


HOSTILE = "<script>alert('x')</script> & \"quoted\""


def test_everything_is_escaped() -> None:
    source = sco.Source(
        url='https://x.example/"><script>', publisher="p", title="t", published=None, language="en"
    )
    summit = attrs.evolve(SUMMIT, venue=HOSTILE, documents=(HOSTILE,), sources=(source,))
    text = html([summit])
    found = Read(text)
    assert set(found.tags) == {"table", "thead", "tbody", "tr", "th", "td", "a"}
    assert found.rows[1][found.rows[0].index("venue")] == HOSTILE
    assert found.links == [source.url]


def test_the_address_of_a_copy_is_shown_and_is_no_link() -> None:
    source = attrs.evolve(SUMMIT.sources[0], kind=sco.SourceKind.COPY, original="Xinhua")
    text = html([attrs.evolve(SUMMIT, sources=(source,))])
    assert Read(text).links == []
    assert "1 (copy)" in text
    assert source.url in text


def test_only_addresses_of_the_web_become_links() -> None:
    source = attrs.evolve(SUMMIT.sources[0], url="javascript:alert(1)")
    found = Read(html([attrs.evolve(SUMMIT, sources=(source,))]))
    assert found.links == []
    assert found.rows[1][-1] == "javascript:alert(1)"


@pytest.mark.parametrize(
    ("what", "rows", "message"),
    [
        ((), 5, "the result is empty"),
        ((1,), 5, "1 is not a record"),
        ((SUMMIT, sco.country("RU")), 5, "not countries and summits"),
        ((SUMMIT,), 0, "rows must be"),
        ((SUMMIT,), True, "rows must be"),
    ],
)
def test_bad_input(what: Any, rows: int, message: str) -> None:
    with pytest.raises(sco.QueryError, match=message):
        table(what, rows=rows)


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    interactive = pytest.importorskip("IPython.core.interactiveshell")
    shell = interactive.InteractiveShell()
    yield shell
    shell.history_manager.end_session()
    interactive.InteractiveShell.clear_instance()


def shown(shell: Any, value: object) -> str | None:
    text: str | None = shell.display_formatter.format(value)[0].get("text/html")
    return text


def test_the_extension_shows_results_and_single_records(shell: Any) -> None:
    assert shown(shell, sco.summits()) is None
    load_ipython_extension(shell)
    assert shown(shell, sco.summits()) == html(sco.summits())
    text = shown(shell, SUMMIT)
    assert text is not None
    rows = {row[0]: row[1] for row in Read(text).rows}
    assert rows["city"] == "Astana"
    assert len(rows) == len([cell for cell in cells(SUMMIT).values() if cell not in (None, ())])
    for other in ((), (1, 2), ("a", SUMMIT), (SUMMIT, sco.country("RU")), [1], "text"):
        assert shown(shell, other) is None
    unload_ipython_extension(shell)
    assert shown(shell, sco.summits()) is None
    assert shown(shell, SUMMIT) is None


def test_every_record_class_is_shown(shell: Any) -> None:
    load_ipython_extension(shell)
    classes = record_classes()
    names = {name for name in sco.__all__ if isinstance(getattr(sco, name), type)}
    public = {getattr(sco, name) for name in names}
    assert set(classes) >= {
        c for c in public if c.__module__.startswith("sco.records") and attrs.has(c)
    }
    for record in (sco.country("RU"), SUMMIT.delegates[0], SUMMIT.sources[0], sco.episodes()[0]):
        assert str(shown(shell, record)).startswith("<table>")


def test_enable_outside_a_session_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(sco.QueryError, match="not an IPython session"):
        enable()
    monkeypatch.setitem(sys.modules, "IPython.core.getipython", None)
    with pytest.raises(sco.QueryError, match="not an IPython session"):
        enable()


def test_enable_in_a_session(shell: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("IPython.core.getipython.get_ipython", lambda: shell)
    enable()
    assert shown(shell, sco.summits()) == html(sco.summits())

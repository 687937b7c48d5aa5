"""Each generated page is what the data makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

import sco
from sco.compiler.__main__ import main
from sco.compiler._pages import PAGES
from sco.compiler.pages._markdown import GENERATED, link, links, table

DOCS = Path(__file__).parent.parent / "docs"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_what_the_newest_edition_makes(name: str) -> None:
    made = PAGES[name](sco.edition(sco.DATA_VERSION))
    assert GENERATED in made
    text = (DOCS / name).read_text(encoding="utf-8")
    assert text == made, "run: python -m sco.compiler pages"


def test_every_page_that_says_so_is_made_of_the_data() -> None:
    marked = {p.name for p in DOCS.glob("*.md") if GENERATED in p.read_text(encoding="utf-8")}
    assert marked == set(PAGES)


def test_the_command_writes_what_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["pages", "--docs", str(tmp_path)]
    assert main(command) == 0
    assert {p.name for p in tmp_path.iterdir()} == set(PAGES)
    assert capsys.readouterr().out.count("wrote") == len(PAGES)
    (tmp_path / "crosswalk.md").write_text("changed by hand")
    assert main(command) == 0
    assert capsys.readouterr().out == f"wrote {tmp_path / 'crosswalk.md'}\n"
    assert (tmp_path / "crosswalk.md").read_bytes() == (DOCS / "crosswalk.md").read_bytes()


def test_the_command_wants_a_folder(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["pages", "--docs", str(tmp_path / "none")])
    assert stopped.value.code == 2


def test_tables_and_links_keep_their_form() -> None:
    lines = table(("a", "b"), [(1, "x|y\nz")]).splitlines()
    assert lines == ["| a | b |", "| --- | --- |", "| 1 | x\\|y z |"]
    assert links(sco.summit("CHS-24").sources).count("](http") == len(sco.summit("CHS-24").sources)
    assert link("a [b]", "https://x.example") == "[a \\[b\\]](https://x.example)"

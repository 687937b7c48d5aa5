"""The analysts' notebook runs from top to bottom, and no number in its text can go stale."""

from __future__ import annotations

import ast
import base64
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest

import sco

nbclient = pytest.importorskip("nbclient")
nbformat = pytest.importorskip("nbformat")
for needed in ("ipykernel", "matplotlib", "narwhals", "pandas"):
    pytest.importorskip(needed)

NOTEBOOK = Path(__file__).parent.parent / "docs" / "analysts.ipynb"
PICTURES = ("tally-chart", "membership", "meetings-chart")
# IPython puts filters of its own before those of the command line, so a cell sets them. The
# kernel's own warning as it shuts down is none of ours.
STRICT = """
import warnings
warnings.simplefilter("error")
warnings.filterwarnings("ignore", "For consistency across implementations", module="ipykernel")
"""


def cells() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    return found


def sources(kind: str) -> Iterator[str]:
    return ("".join(cell["source"]) for cell in cells() if cell["cell_type"] == kind)


def syntax() -> ast.Module:
    code = "\n".join(sources("code"))
    return ast.parse(re.sub(r"^%.*$", "", code, flags=re.MULTILINE))


def calls(name: str) -> Iterator[ast.Call]:
    for node in ast.walk(syntax()):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            yield node


def execute(notebook: Any, folder: Path) -> Any:
    """Run a notebook in a folder, in a kernel of this interpreter, with warnings as errors."""
    kernel = folder / "kernels" / "python3"
    kernel.mkdir(parents=True)
    launch = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    spec = {"argv": launch, "display_name": "Python 3", "language": "python"}
    (kernel / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
    work = folder / "work"
    work.mkdir()
    notebook.cells.insert(0, nbformat.v4.new_code_cell(STRICT))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JUPYTER_PLATFORM_DIRS", "1")
        patch.setenv("JUPYTER_PATH", str(folder))
        for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"):
            patch.setenv(name, str(folder / name.lower()))
        client = nbclient.NotebookClient(
            notebook,
            kernel_name="python3",
            timeout=300,
            resources={"metadata": {"path": str(work)}},
        )
        client.execute()
    assert not list(work.iterdir())
    return notebook


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    """What each cell put out, by the cell's id."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    done = execute(notebook, tmp_path_factory.mktemp("notebook"))
    return {cell.id: cell.outputs for cell in done.cells if cell.cell_type == "code"}


def said(outputs: list[Any]) -> str:
    return "\n".join(
        o.data["text/markdown"] for o in outputs if "text/markdown" in o.get("data", {})
    )


def rows(outputs: list[Any]) -> list[list[str]]:
    """The cells of all tables, without their headers."""
    html = "\n".join(o.data["text/html"] for o in outputs if "text/html" in o.get("data", {}))
    lines = [
        re.findall(r"<td[^>]*>(.*?)</td>", line, re.DOTALL)
        for line in re.findall(r"<tr[^>]*>(.*?)</tr>", html, re.DOTALL)
    ]
    return [[unescape(cell) for cell in line] for line in lines if line]


def test_it_is_stored_without_outputs_and_valid() -> None:
    nbformat.validate(nbformat.read(NOTEBOOK, as_version=4))
    for cell in cells():
        if cell["cell_type"] == "code":
            assert cell["outputs"] == []
            assert cell["execution_count"] is None
    assert json.loads(NOTEBOOK.read_text(encoding="utf-8"))["metadata"] == {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }


def test_no_number_is_written_into_its_text() -> None:
    pages = list(sources("markdown"))
    assert len(pages) >= 10
    for text in pages:
        assert not re.search(r"\d", text), text


def test_every_sentence_that_code_shows_is_computed() -> None:
    sentences = list(calls("say"))
    assert len(sentences) >= 6
    for call in sentences:
        assert isinstance(call.args[0], ast.JoinedStr | ast.Name), ast.unparse(call)
    # The other way to Markdown is closed: only `say` makes any.
    assert [ast.unparse(call) for call in calls("Markdown")] == ["Markdown(text)"]
    tree = syntax()
    formats = {id(n.format_spec) for n in ast.walk(tree) if isinstance(n, ast.FormattedValue)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and id(node) not in formats:
            written = [part.value for part in node.values if isinstance(part, ast.Constant)]
            assert not re.search(r"\d", "".join(map(str, written))), ast.unparse(node)


def test_nothing_goes_wrong_in_any_cell(outputs: dict[str, list[Any]]) -> None:
    every = [output for cell in outputs.values() for output in cell]
    assert len(every) > 15
    assert [o for o in every if o.output_type == "error" or o.get("name") == "stderr"] == []


def test_pictures_are_made(outputs: dict[str, list[Any]]) -> None:
    drawn = {
        name: [
            base64.b64decode(o.data["image/png"]) for o in cell if "image/png" in o.get("data", {})
        ]
        for name, cell in outputs.items()
    }
    assert {name for name, found in drawn.items() if found} == set(PICTURES)
    for name in PICTURES:
        (picture,) = drawn[name]
        assert picture.startswith(b"\x89PNG")
        assert int.from_bytes(picture[16:20]) > 400
        assert len(picture) > 10_000


def test_the_verdicts(outputs: dict[str, list[Any]]) -> None:
    found = rows(outputs["verdicts"])
    assert len({report for report, *_ in found}) == 5
    verdicts = {claim: verdict for _, claim, _, verdict in found}
    assert len(verdicts) == len(found) == len(list(calls("check")))
    assert {claim: verdict for claim, verdict in verdicts.items() if verdict != "true"} == {
        "Xi came to Russia in March 2023, his first foreign trip since the pandemic": "in part",
        "The two have met more than 40 times": "depends on the rule",
        "Putin's visit in May was his second to Beijing in just over six months": "in part",
        "Xi then stays for a visit to Kazakhstan and goes on to Tajikistan": "in part",
    }
    assert all(answer for _, _, answer, _ in found)
    assert f"{len(found)} claims in 5 reports: {len(found) - 4} true" in said(outputs["verdicts"])


def test_the_merged_panel_keeps_every_row(outputs: dict[str, list[Any]]) -> None:
    assert "35 rows in, 35 rows out. India was a member on 206 days of 2017" in said(
        outputs["sample"]
    )
    assert [(row[1], row[3], row[4]) for row in rows(outputs["sample"])] == [
        ("2016", "–", "none"),
        ("2017", "–", "none"),
        ("2018", "–", "none"),
        ("2016", "India", "observer"),
        ("2017", "India", "member"),
        ("2018", "India", "member"),
    ]


def test_every_pair_finds_its_partner(outputs: dict[str, list[Any]]) -> None:
    found = rows(outputs["dyad-merge"])
    assert len(found) == 9
    assert all(row[4] != "–" and row[6] == "True" for row in found)
    by_year = Counter(
        str(m.start)[:4]
        for m in sco.meetings_between("RU", "CN", level="head_of_state", mode="in_person")
    )
    russia_china = {row[2]: int(row[7]) for row in found if row[:2] == ["365", "710"]}
    assert russia_china == {year: by_year[year] for year in ("2022", "2023", "2024")}


def test_events_get_the_status_of_their_day(outputs: dict[str, list[Any]]) -> None:
    assert [row[-1] for row in rows(outputs["annotate"])] == [
        "observer",
        "member",
        "observer",
        "member",
        "–",
    ]


def test_the_coding_of_a_year_moves_the_result(outputs: dict[str, list[Any]]) -> None:
    found = {row[0]: row[1:] for row in rows(outputs["year-rules"])}
    assert {rule: row[0] for rule, row in found.items()} == {
        "any": "member",
        "first": "observer",
        "last": "member",
        "exact": "–",
    }
    assert found["any"][1:] != found["first"][1:]


def test_the_tally_by_rule(outputs: dict[str, list[Any]]) -> None:
    both = ("Xi Jinping", "Vladimir Putin")
    counts = {
        rule: sco.tally("RU", "CN", on="2024-04-26", rule=rule, leaders=both)
        for rule in ("formal_in_person", "formal", "cumulative", "present")
    }
    found = {row[0]: row[1:] for row in rows(outputs["tally-rules"])}
    assert found == {
        rule: [str(count), "yes" if count > 40 else "no"] for rule, count in counts.items()
    }
    assert "holds under `cumulative` and `present`" in said(outputs["tally-rules"])


def test_published_totals_are_reconciled(outputs: dict[str, list[Any]]) -> None:
    found = rows(outputs["reconciliation"])
    totals, unexplained = found[:12], found[12:]
    (last_of_xi,) = [row for row in totals if row[:2] == ["2023-10-18", "Xi Jinping"]]
    assert (last_of_xi[2], last_of_xi[-1]) == ("exact 42", "cumulative")
    assert {row[1] for row in unexplained} >= {"Andrey Denisov", "Deutsche Welle"}
    assert f"No rule makes these {len(unexplained)} true" in said(outputs["reconciliation"])


def test_it_ends_with_citations(outputs: dict[str, list[Any]]) -> None:
    edition, record = (outputs[name][0].text for name in ("cite-edition", "cite-record"))
    assert sco.cite(sco.edition(sco.DATA_VERSION)) in edition
    assert all(source.url in record for source in sco.summit("CHS-24").sources)


def test_the_kernel_is_this_interpreter_and_takes_warnings_for_errors(tmp_path: Path) -> None:
    lines = ("import sys; print(sys.prefix)", "import warnings; warnings.warn('told')")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(line) for line in lines])
    with pytest.raises(nbclient.exceptions.CellExecutionError) as failed:
        execute(notebook, tmp_path)
    assert (failed.value.ename, failed.value.evalue) == ("UserWarning", "told")
    # Not the executables: those of all virtual environments are links to one file.
    assert Path(notebook.cells[1].outputs[0].text.strip()).resolve() == Path(sys.prefix).resolve()

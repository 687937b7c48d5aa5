"""Whatever is done to the sources, there is a list of faults or a whole edition, and soon."""

from __future__ import annotations

import contextlib
import copy
import csv
import io
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from datetime import date, time, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sco._dataset import Dataset, edition
from sco._edition.files import Folder
from sco._edition.index import INDEX, parse
from sco._edition.package import resources
from sco._errors import ScoError
from sco.compiler.__main__ import main
from sco.compiler._read import read
from sco.compiler._schema import TABLES
from tests.small_edition import Documents, documents, put

VERSION = "2000.01"
# Whoever asks whether a test fails, not how soon, has a clock that may jump (tests/mutants.py).
SOON = None if settings.get_current_profile_name() == "failing" else timedelta(seconds=20)
Draw = Callable[[st.SearchStrategy[Any]], Any]
Place = tuple[Any, Any]
"""A table or a list, and the key or the number of what is in it."""

WORDS = (
    *("KZ", "RU", "CHS-24", "CHS-25", "aigul-bekova", "li-wei", "2024-07", "9999", "0000"),
    *("2024-07-03/2024-07-05", "video", "phone", "trilateral", "visits", "high", "observer"),
    *("guest", "head_of_government", "talks", "a|b", "(", "*", "Омск"),
)
LEAVES = (
    st.none().map(lambda _: "")
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
    | st.sampled_from(["a\nb", "a\x00b", "x" * 20_000])
    | st.integers(-(10**25), 10**25)
    | st.sampled_from([0, -5, 24, 2_000, 3_000_000, 10**30, 1 << 20_000 >> 8_000])
    | st.booleans()
    | st.floats()
    | st.dates()
    | st.sampled_from([date.min, date.max, date(2024, 7, 4), date(2099, 1, 1)])
    | st.datetimes(timezones=st.none() | st.just(timezone(timedelta(hours=3))))
    | st.just(time(12))
    | st.sampled_from(WORDS)
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(st.characters(codec="ascii"), max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
TEXTS = st.sampled_from(
    [
        "x = " + "9" * 5_000,
        "x = 0x" + "f" * 5_000,
        "x = " + "[" * 5_000,
        "a." * 5_000 + "a = 1",
        "[[summit]]\n[summit]",
        "[episode]",
        "[[episode]]",
        "[[sources]]",
        "= 1",
        "\x00",
        'summit = "CHS-25"',
    ]
)


def places(value: Any) -> Iterator[Place]:
    """Everywhere in a document."""
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in list(inside) if isinstance(value, dict | list) else ():
        yield value, key
        if isinstance(inner, dict | list):
            yield from places(inner)


def deep(value: Any, levels: int) -> Any:
    """A value inside lists and tables."""
    for level in range(levels):
        value = {"x": value} if level % 2 else [value]
    return value


def break_once(draw: Draw, data: Documents) -> None:
    """Delete, replace, nest, rename, double or exchange something."""
    file = draw(st.sampled_from(sorted(data)))
    around, key = draw(st.sampled_from(list(places(data[file])) or [(data, file)]))
    what = draw(st.sampled_from(["delete", "replace", "nest", "rename", "double", "swap", "move"]))
    if what == "delete":
        del around[key]
    elif what == "replace":
        around[key] = draw(VALUES)
    elif what == "nest":
        around[key] = deep(around[key], draw(st.sampled_from([1, 2, 5, 40])))
    elif what == "rename" and isinstance(around, dict):
        around[draw(st.sampled_from(["id", "sources", "summit", "start", "x"]))] = around.pop(key)
    elif what == "double" and isinstance(around, list):
        around.append(copy.deepcopy(around[key]))
    elif what == "swap":
        other = draw(st.sampled_from(sorted(data)))
        there, name = draw(st.sampled_from(list(places(data[other])) or [(data, other)]))
        around[key] = copy.deepcopy(there[name])
    elif what == "move":
        folder = draw(st.sampled_from(sorted(data)))
        data[f"{folder.partition('/')[0]}/{draw(st.sampled_from(['KZ', 'x/y', 'chg']))}"] = data[
            file
        ]


@st.composite
def broken(draw: Draw) -> tuple[Documents, dict[str, str]]:
    """The small edition's sources after a few breakages, and texts to put behind files."""
    data = documents()
    for _ in range(draw(st.integers(1, 3))):
        break_once(draw, data)
    behind = draw(st.dictionaries(st.sampled_from(sorted(data)), TEXTS, max_size=1))
    return data, behind


def written(folder: Path, data: Documents, behind: dict[str, str]) -> Path:
    """Write what TOML can hold of it."""
    path = put(folder, {})
    for name, document in data.items():
        try:
            text = tomli_w.dumps(document)
        except (TypeError, ValueError, AttributeError, RecursionError):
            text = f"x = {'9' * 5_000}"  # a table that is none, or an integer without end
        file = path / f"{name}.toml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text + "\n" + behind.get(name, ""), encoding="utf-8")
    return path


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The editions folder with an edition of the sources as they were."""
    data = put(tmp_path_factory.mktemp("old"), documents())
    assert main(["compile", "--data", str(data)]) == 0
    return data / "editions"


@settings(
    max_examples=150,
    deadline=SOON,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(broken())
def test_faults_with_their_place_or_a_whole_edition(
    old: Path, sources: tuple[Documents, dict[str, str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = written(Path(folder), *sources)
        shutil.copytree(old, data / "editions")
        for fault in read(data).faults:
            assert (data / fault.file).exists()
            assert fault.message
            assert fault.record or fault.field or "\n" not in fault.message
        said = io.StringIO()
        with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
            code = main(["compile", "--data", str(data)])
        if code:
            assert_faults(said.getvalue(), data)
            assert tree(data / "editions") == tree(old)
        else:
            assert said.getvalue() == ""
            assert_whole(data / "editions")
        with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
            main(["format", "--data", str(data)])
            assert main(["check", "--data", str(data)]) == code, "formatting changes nothing said"


def assert_faults(text: str, data: Path) -> None:
    """One line for each fault, and each line begins with a file that there is."""
    *lines, last = text.splitlines()
    assert lines
    assert last == f"{len(lines)} faults; nothing was written"
    for line in lines:
        assert (data / line.partition(": ")[0]).exists(), line


def assert_whole(editions: Path) -> None:
    """The index, the description and every table agree, and every record can be asked for."""
    entry = parse((editions / INDEX).read_text(encoding="utf-8"))[VERSION]
    files = Folder(str(editions / VERSION), entry.sha256)
    for name, content in files.all():
        if name.endswith(".csv"):
            rows = list(csv.reader(io.StringIO(content.decode(), newline="")))
            assert {len(row) for row in rows} == {len(rows[0])}
    assert {r["name"] for r in resources(files)} <= {table.name for table in TABLES}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        data = edition(editions / VERSION)
        for query in QUERIES:
            with contextlib.suppress(ScoError):  # what cannot be answered is said
                query(data)


QUERIES: tuple[Callable[[Dataset], object], ...] = (
    lambda data: data.summits(),
    lambda data: data.visits(),
    lambda data: data.meetings_between("KZ", "RU", formal=None),
    lambda data: data.meetings_between("KZ", "RU", mode="phone"),
    lambda data: data.tallies("KZ", "RU"),
    lambda data: data.reconcile("KZ", "RU"),
    lambda data: data.episodes(),
    lambda data: data.steps(),
    lambda data: data.leaders("KZ", "2024-07-04"),
    lambda data: data.members_in(2024),
    lambda data: data.chair_as_of("2024-12-31"),
    lambda data: data.changes("1995", "2030"),
    lambda data: data.country("PRC"),
)


def test_the_queries_answer_the_sources_as_they_were(old: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for query in QUERIES[:-1]:
            assert query(edition(old / VERSION)) is not None
    assert_whole(old)

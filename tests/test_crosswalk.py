"""The crosswalk: what the other data sets say, and that each difference has its reason."""

from __future__ import annotations

import pickle
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

import sco
from sco._inputs.dates import PartialDate
from sco._queries.yearly import highest_by_year
from sco.compiler.__main__ import main
from sco.crosswalk import Cell, crosswalk
from sco.records.external import ExternalDataset
from sco.records.membership import Status

COW, FACTBOOK = ExternalDataset.COW_IGO_V3, ExternalDataset.CIA_FACTBOOK_2026
FIVE = {"CN", "KG", "KZ", "RU", "TJ"}
CELLS = crosswalk()


def of(dataset: ExternalDataset, year: int) -> dict[str, Cell]:
    return {c.country.alpha_2: c for c in CELLS if c.dataset is dataset and c.year == year}


@pytest.mark.parametrize("year", range(1996, 2001))
def test_cow_codes_the_shanghai_five_as_the_sco(year: int) -> None:
    cells = of(COW, year)
    assert set(cells) == FIVE
    for cell in cells.values():
        assert (cell.ours, cell.theirs) == ("shanghai_five", "member")
        assert cell.code == "1 full membership"
        assert not cell.agrees
        assert "Shanghai Five" in (cell.reason or "")


def test_from_2001_on_cow_has_the_same_six_members() -> None:
    for year in range(2001, 2015):
        members = {k: c for k, c in of(COW, year).items() if c.theirs == "member"}
        assert set(members) == FIVE | {"UZ"}
        assert all(c.agrees and c.reason is None for c in members.values())


def test_cow_ends_in_2014_and_has_no_observers() -> None:
    cells = [c for c in CELLS if c.dataset is COW]
    assert (min(c.year for c in cells), max(c.year for c in cells)) == (1996, 2014)
    assert {c.theirs for c in cells} == {"member", None}
    assert {k for k, c in of(COW, 2003).items() if c.theirs is None} == set()
    assert {k for k, c in of(COW, 2004).items() if c.theirs is None} == {"MN"}
    left_out = {"AF", "BY", "IN", "IR", "LK", "MN", "PK", "TR"}
    assert {k for k, c in of(COW, 2014).items() if c.theirs is None} == left_out


def test_the_factbook_is_years_behind() -> None:
    cells = of(FACTBOOK, 2026)
    assert cells["IN"].code == cells["IR"].code == "SCO (observer)"
    assert cells["BY"].code == cells["AF"].code == "SCO (dialogue member)"
    assert [str(cells[k].ours) for k in ("IN", "IR", "BY", "AF")] == ["member"] * 3 + ["observer"]
    assert {k for k, c in cells.items() if c.agrees} == FIVE | {"UZ", "PK", "MN", "LK", "TR"}
    unnamed = {k for k, c in cells.items() if c.code is None}
    assert unnamed == {"AE", "AM", "AZ", "BH", "EG", "KH", "KW", "MM", "MV", "NP", "QA", "SA"}


def test_the_counts() -> None:
    counts = Counter((cell.dataset, cell.agrees) for cell in CELLS)
    assert counts == {
        (COW, True): 84,
        (COW, False): 81,
        (FACTBOOK, True): 10,
        (FACTBOOK, False): 16,
    }


def test_ours_is_what_members_in_says() -> None:
    for dataset, year in {(c.dataset, c.year) for c in CELLS if c.year < 2026}:
        members = {k for k, c in of(dataset, year).items() if c.ours == "member"}
        assert members == {c.alpha_2 for c in sco.members_in(year)}


def test_every_cell_is_once_there_and_has_a_reason_exactly_if_it_differs() -> None:
    keys = [(c.dataset, c.country.alpha_2, c.year) for c in CELLS]
    assert len(keys) == len(set(keys))
    for cell in CELLS:
        assert cell.ours is not None or cell.theirs is not None
        assert cell.agrees == (cell.ours == cell.theirs) == (cell.reason is None)
        assert cell.sources
        assert len(repr(cell)) <= 160
    assert pickle.loads(pickle.dumps(CELLS)) == CELLS


def test_an_edition_can_be_named() -> None:
    assert crosswalk(data=sco.edition(sco.DATA_VERSION)) == CELLS


def test_the_codings_themselves() -> None:
    records = {r.id: r for r in sco.edition(sco.DATA_VERSION).records.external}
    uzbekistan = records["cow-UZ-2001"]
    assert repr(uzbekistan) == "<External cow_igo_v3 UZ 2001..2014: 1 full membership>"
    assert uzbekistan.reads_as == "member"
    assert uzbekistan.reason is None
    assert records["cow-UZ-1996"].reads_as is None


def test_the_highest_status_of_a_year() -> None:
    spans = [
        ("A", Status.OBSERVER, date(2000, 1, 1), date(2002, 12, 31)),
        ("A", Status.MEMBER, date(2002, 12, 31), None),
        ("B", Status.OBSERVER, date(2000, 1, 1), date(2001, 1, 1)),
        ("C", Status.PARTNER, None, None),
        ("D", Status.MEMBER, PartialDate.parse("2000-12-01/2001-01-31"), None),
    ]
    found = highest_by_year(spans, range(1999, 2004))
    assert found == {
        ("A", 2000): "observer",
        ("A", 2001): "observer",
        ("A", 2002): "member",
        ("A", 2003): "member",
        ("B", 2000): "observer",
        **{("D", year): "member" for year in (2001, 2002, 2003)},
    }


SOURCES = "".join(
    f'[[sources]]\nurl = "https://example.org/{n}"\npublisher = "Example"\ntitle = "A headline"\n'
    'language = "en"\n'
    for n in range(2)
)
COUNTRY = (
    '[[country]]\nalpha_2 = "KZ"\nalpha_3 = "KAZ"\nnumeric = "398"\nname = "Kazakhstan"\n'
    'name_ru = "Казахстан"\nname_zh = "哈萨克斯坦"\n'
)
EPISODE = '[[episode]]\nid = "KZ-member"\ncountry = "KZ"\nstatus = "member"\nstart = 2001-06-15\n'
CODING = (
    '[[external]]\nid = "cow-KZ-2001"\ndataset = "cow_igo_v3"\ncountry = "KZ"\n'
    'code = "1 full membership"\nreads_as = "member"\nfirst_year = 2001\nlast_year = 2014\n'
)
FAULTS = [
    (CODING, None),
    (CODING + 'reason = "because"\n', "cow-KZ-2001: reason: must be empty"),
    (CODING.replace("2001", "1996"), "cow-KZ-1996: reason: is required: in 1996 our records"),
    (CODING.replace("2001", "1996") + 'reason = "because"\n', None),
    (CODING.replace('"member"', '"observer"'), "is required: in 2001 our records have member"),
    (CODING.replace("last_year = 2014", "last_year = 2000"), "last_year: is before first_year"),
    (
        CODING + CODING.replace("cow-KZ-2001", "b").replace("2001", "2014"),
        "b: country: KZ has two in 2014",
    ),
    (
        CODING.replace("2014", "2002") + CODING.replace("cow-KZ-2001", "b").replace("2001", "2004"),
        "cow_igo_v3: has no record for KZ in 2003, when it was member in ours",
    ),
    (CODING.replace("cow_igo_v3", "cow"), "dataset: must be one of cow_igo_v3, cia_factbook_2026"),
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    shutil.copytree(Path(__file__).parent / "template", folder)
    (folder / "external").mkdir()
    (folder / "countries.toml").write_text(SOURCES + COUNTRY, encoding="utf-8")
    (folder / "episodes.toml").write_text(SOURCES + EPISODE, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("text", "words"), FAULTS)
def test_the_compiler_wants_a_reason_exactly_where_there_is_a_difference(
    data: Path, capsys: pytest.CaptureFixture[str], text: str, words: str | None
) -> None:
    (data / "external" / "cow.toml").write_text(SOURCES + text, encoding="utf-8")
    assert main(["check", "--data", str(data)]) == (0 if words is None else 1)
    assert (words or "") in capsys.readouterr().err

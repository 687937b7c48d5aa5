"""Records as flat cells, value by value."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

import sco
from sco._output.flat import alike, cells, columns, joined, plural, record_classes

RU, CN = sco.country("RU"), sco.country("CN")
XI = sco.leaders("CN", "2020", role="head_of_state")[0].person
SOURCE = sco.Source(
    url="https://x.example", publisher="p", title="t", published=date(2020, 1, 2), language="en"
)
ALTERNATIVE = sco.Alternative(field="start", value="2020-01-03", reason="why", sources=(SOURCE,))
MEETING = sco.Meeting(
    id="CN-RU-2020-01",
    start=sco.PartialDate.parse("2020-01"),
    end=date(2020, 1, 31),
    city=None,
    country=CN,
    participants=(sco.Participant(country=CN, person=XI),),
    level=sco.Level.MIXED,
    mode=sco.Mode.VIDEO,
    kind=sco.MeetingKind.TALKS,
    formal=False,
    number=0,
    occasion="a | b",
    summit=None,
    visit=None,
    confidence=sco.Confidence.LOW,
    note=None,
    alternatives=(ALTERNATIVE,),
    sources=(SOURCE, SOURCE),
)


def test_every_kind_of_value() -> None:
    row = cells(MEETING)
    assert row == {
        "id": "CN-RU-2020-01",
        "start": "2020-01",
        "end": "2020-01-31",
        "city": None,
        "country": "CN",
        "participants": ("Xi Jinping",),
        "level": "mixed",
        "mode": "video",
        "kind": "talks",
        "formal": False,
        "number": 0,
        "occasion": "a | b",
        "summit": None,
        "visit": None,
        "confidence": "low",
        "note": None,
        "alternatives": ("start=2020-01-03 (why)",),
        "sources": ("https://x.example", "https://x.example"),
    }
    assert list(row) == [field.name for field in attrs.fields(sco.Meeting)]
    assert type(row["mode"]) is str
    assert joined(row["sources"]) == "https://x.example|https://x.example"
    assert joined(()) is None
    assert joined(0) == 0


def test_a_reconciliation() -> None:
    one = sco.reconcile("RU", "CN")[0]
    row = cells(one)
    assert row["tally"] == one.tally.id
    assert row["counts"] == tuple(f"{c.rule}={c.count}" for c in one.counts)


def test_the_kind_of_a_column_comes_from_its_field() -> None:
    kinds = columns(sco.Meeting)
    assert (kinds["number"], kinds["formal"], kinds["sources"]) == ("integer", "boolean", "list")
    assert (kinds["start"], columns(sco.Tally)["on"]) == ("string", "date")
    assert columns(sco.Summit)["session_day"] == "date"


@pytest.mark.parametrize("kind", record_classes(), ids=lambda kind: kind.__name__)
def test_every_record_class_has_columns_and_a_name(kind: type) -> None:
    assert columns(kind)
    assert plural(kind) == plural(kind).lower()
    assert plural(kind) != kind.__name__.lower() or kind in (sco.Coverage, sco.External)


def test_names_of_tables_are_those_of_the_editions() -> None:
    kinds = (sco.Country, sco.Person, sco.Tally, sco.Coverage, sco.Summit, sco.Visit)
    wanted = ["countries", "people", "tallies", "coverage", "summits", "visits"]
    assert [plural(kind) for kind in kinds] == wanted


def test_records_of_a_kind() -> None:
    assert alike([RU, CN]) == ((RU, CN), sco.Country)
    for wrong in ([], [RU, MEETING], ["RU"], [sco.PartialDate.parse("2020")]):
        with pytest.raises(sco.QueryError):
            alike(wrong)

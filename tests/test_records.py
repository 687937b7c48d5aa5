"""Every record: frozen, slotted, hashable, picklable, sourced, short to print."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import attrs
import pytest

import sco


def everything() -> list[Any]:
    return [
        *sco.episodes(),
        *sco.steps(),
        *sco.summits(),
        *(d for s in sco.summits() for d in s.delegates),
        *sco.visits(),
        *sco.meetings_between("RU", "CN", formal=None, until="2026-08-22"),
        *sco.changes("1996", "2025"),
        *(t for c in ("RU", "CN") for y in range(1996, 2027) for t in sco.leaders(c, f"{y}-07-01")),
        *sco.announcements(),
        *sco.tallies("RU", "CN"),
        *sco.coverage(),
        *sco.officers(),
        *sco.members_as_of("2025"),
    ]


KINDS = sorted({type(r) for r in everything()}, key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_records_of_a_kind(kind: type) -> None:
    records = [r for r in everything() if type(r) is kind]
    for record in records:
        assert hash(record) == hash(copy.copy(record))
        text = repr(record)
        assert text.startswith(f"<{kind.__name__} ")
        assert "\n" not in text
        assert len(text) <= 160, text
        if hasattr(record, "sources"):
            assert record.sources, record
            assert all(type(s) is sco.Source for s in record.sources)
    assert pickle.loads(pickle.dumps(records)) == records
    assert not hasattr(records[0], "__dict__")
    name = attrs.fields(kind)[0].name
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(records[0], name, None)
    with pytest.raises(TypeError):
        kind("a positional argument")


def test_enumerations_compare_with_text() -> None:
    word: str = "video"
    assert word == sco.Mode.VIDEO
    assert f"{sco.Status.MEMBER}" == "member"


def test_datasets_survive_pickling() -> None:
    data = sco.edition(sco.DATA_VERSION)
    assert pickle.loads(pickle.dumps(data)) is data
    assert pickle.loads(pickle.dumps(data.members_as_of))("2025") == sco.members_as_of("2025")

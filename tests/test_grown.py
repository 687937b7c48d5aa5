"""The data of the benchmark: inventions that the compiler takes, or nothing would be measured."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sco.compiler.__main__ import checked
from tests.grown import grown

DATA = Path(__file__).parent.parent / "data"


def test_the_grown_data_have_forty_five_pairs_and_no_fault(tmp_path: Path) -> None:
    grown(DATA, tmp_path / "data")
    reading = checked(tmp_path / "data", date(2026, 11, 27))
    assert not reading.faults
    pairs = {record.id[:5] for record in reading.of("meetings")}
    assert len(pairs) == 45
    assert len(reading.of("meetings")) > 6000

"""Published editions answer for ever as they did when they were published."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import sco
from sco._edition import index
from tests.answers import answers

GOLDEN = Path(__file__).parent / "golden"
PUBLISHED = [entry.version for entry in index.entries().values() if entry.published]


def _file(version: str) -> Path:
    return GOLDEN / f"answers-{version}.json"


@pytest.mark.parametrize("version", PUBLISHED)
def test_a_published_edition_answers_as_it_did(version: str) -> None:
    """A new edition's file is made once, by ``python -m tests.test_editions``."""
    expected = json.loads(_file(version).read_text(encoding="utf-8"))
    found = json.loads(json.dumps(answers(sco.edition(version))))
    for question, answer in expected.items():
        assert found[question] == answer, question


if __name__ == "__main__":
    for each in PUBLISHED:
        if not _file(each).exists():
            text = json.dumps(answers(sco.edition(each)), indent=1, ensure_ascii=False)
            _file(each).write_text(text + "\n", encoding="utf-8")

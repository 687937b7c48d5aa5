"""Writes the documentation pages that are made of the data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sco._dataset import Dataset
from sco.compiler.pages import (
    coverage,
    crosswalk,
    dictionary,
    disputes,
    reconciliation,
    sources,
)

PAGES: dict[str, Callable[[Dataset], str]] = {
    "coverage.md": coverage.render,
    "crosswalk.md": crosswalk.render,
    "data-dictionary.md": dictionary.render,
    "disputes.md": disputes.render,
    "reconciliation.md": reconciliation.render,
    "sources.md": sources.render,
}
"""Each page's file name, and what makes its text of an edition."""


def write_pages(folder: Path, data: Dataset) -> list[Path]:
    """Write every page, or, if one of them cannot be made, none.

    Args:
        folder: The folder of the documentation, which is there.
        data: The edition.

    Returns:
        The files whose text changed.
    """
    texts = {folder / name: render(data) for name, render in PAGES.items()}
    changed = []
    for path, text in texts.items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            changed.append(path)
    return changed

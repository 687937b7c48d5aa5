"""The subjects by which an edition keeps what grows with the pairs of states."""

from __future__ import annotations

from collections.abc import Collection

SEVERAL = "several"
"""What concerns three states or more: read with every pair, for there is little of it."""

ORGANISATION = "organisation"
"""What concerns one state or none."""


def subject_of(states: Collection[str]) -> str:
    """The subject of what concerns these states: the pair, such as ``CN-RU``, if they are two."""
    if len(states) == 2:
        return "-".join(sorted(states))
    return SEVERAL if len(states) > 2 else ORGANISATION

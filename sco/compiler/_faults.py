"""What is wrong with the data, and where."""

from __future__ import annotations

import reprlib

import attrs

_WIDEST = 64  # bits; a larger integer is described, not shown


class _Short(reprlib.Repr):
    """Shows any value that TOML can hold in a few words, however large it is."""

    def __init__(self) -> None:
        super().__init__()
        self.maxlevel = 2
        self.maxlist = self.maxdict = 4
        self.maxstring = self.maxother = 80

    def repr_int(self, x: int, level: int) -> str:
        bits = x.bit_length()
        return repr(x) if bits <= _WIDEST else f"an integer of {bits} bits"


shown = _Short().repr
"""A value as a message shows it."""


@attrs.frozen(order=True)
class Fault:
    """One thing that is wrong.

    Attributes:
        file: The TOML file, below ``data/``.
        record: The record's id, or its number in the file.
        field: The field; empty if it is the record as a whole.
        message: What is wrong and what would be right.
    """

    file: str
    record: str
    field: str
    message: str

    def __str__(self) -> str:
        where = ": ".join(part for part in (self.file, self.record, self.field) if part)
        return f"{where}: {self.message}"


class Faults(list[Fault]):
    """All faults of one run."""

    def add(self, file: str, record: str, field: str, message: str) -> None:
        """Note one."""
        self.append(Fault(*map(_one_line, (file, record, field, message))))


def _one_line(text: str) -> str:
    """A fault is one line, whatever the names in the data are made of."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)

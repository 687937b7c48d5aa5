"""What is wrong with the data, and where."""

from __future__ import annotations

import attrs


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
        self.append(Fault(file, record, field, message))

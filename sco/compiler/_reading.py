"""What reading yields: records as rows of text, and the faults found on the way."""

from __future__ import annotations

import attrs

from sco._edition.rows import Row
from sco.compiler._faults import Faults
from sco.compiler._fields import Table


@attrs.define
class Record:
    """One row, and where it comes from.

    Attributes:
        table: Its table.
        file: The TOML file, below ``data/``.
        id: What faults call it.
        row: Its cells.
        sources: The ids of its sources, those of its file included.
        distinct_from: The ids of records that look like the same and are not.
    """

    table: Table
    file: str
    id: str
    row: Row
    sources: tuple[str, ...]
    distinct_from: tuple[str, ...] = ()


@attrs.define
class Reading:
    """Everything that the TOML files say.

    Attributes:
        records: All records, those of derived tables included.
        faults: What could not be read.
        sources: The pages cited, by id.
    """

    records: list[Record] = attrs.Factory(list)
    faults: Faults = attrs.Factory(Faults)
    sources: dict[str, Record] = attrs.Factory(dict)

    def of(self, table: str) -> list[Record]:
        """The records of one table."""
        return [r for r in self.records if r.table.name == table]

    def by_id(self, table: str) -> dict[str, Record]:
        """The records of one table by what identifies them."""
        return {r.id: r for r in self.of(table)}

    def fault(self, record: Record, field: str, message: str) -> None:
        """Note what is wrong with a record."""
        self.faults.add(record.file, record.id, field, message)

"""The tables of an edition, in the order in which it lists them."""

from __future__ import annotations

from sco.compiler import _tables_meetings, _tables_states
from sco.compiler._fields import Table

TABLES: tuple[Table, ...] = (*_tables_states.TABLES, *_tables_meetings.TABLES)

BY_NAME = {table.name: table for table in TABLES}
BY_SINGULAR = {table.singular: table for table in TABLES if table.folder}

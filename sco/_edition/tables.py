"""The tables of one edition, each read when a question first needs it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from sco._edition.files import Files
from sco._edition.rows import Maker, Row
from sco._edition.subjects import ORGANISATION
from sco._errors import DataError
from sco.records.common import Alternative, Country, Source

if TYPE_CHECKING:
    from sco.records.people import Person

R = TypeVar("R")
_KEYS = {"delegates": ("summit", "country", "person"), "countries": ("alpha_2",)}
"""What identifies a row of a table that has no ``id``."""


class Tables:
    """One edition's tables, as rows of text and as records.

    Args:
        files: Where they lie.
    """

    def __init__(self, files: Files) -> None:
        self.files = files
        self._checked: dict[str, dict[str, date]] = {}
        self._coverage: dict[str, tuple[Row, ...]] = {}
        self._groups: dict[str, dict[str, list[Row]]] = {}
        self._sources: dict[str, dict[str, Source]] = {}
        self._alternatives: dict[str, dict[tuple[str, str], tuple[Alternative, ...]]] = {}

    def rows(self, table: str, subject: str | None = None) -> Iterator[Row]:
        """The rows of one table, each a dict from column name to text.

        Args:
            table: Its name.
            subject: See `cells`.

        Raises:
            DataError: If the edition has no such table, or if the file is damaged.
        """
        header, lines = self.cells(table, subject)
        return (dict(zip(header, cells, strict=True)) for cells in lines)

    def cells(
        self, table: str, subject: str | None = None
    ) -> tuple[Sequence[str], Iterable[list[str]]]:
        """The columns of one table, and its rows as lists of text.

        Args:
            table: Its name.
            subject: Of a table with a file for each pair, the pair (``CN-RU``), ``several`` or
                ``organisation``; no columns and no rows, if the edition has nothing on it.

        Raises:
            DataError: If the edition has no such table, or if the file is damaged.
        """
        if subject is None:
            return self._cells_of(f"{table}.csv")
        if self.files.schema == 1:
            rows = self._grouped(table).get(subject, ())
            return tuple(rows[0]) if rows else (), (list(row.values()) for row in rows)
        name = f"{table}/{subject}.csv"
        return self._cells_of(name) if name in self.files.digests else ((), ())

    def all_rows(self, table: str) -> Iterator[Row]:
        """The rows of one table, of every subject."""
        if self.files.schema == 1 or f"{table}.csv" in self.files.digests:
            yield from self._rows_of(f"{table}.csv")
            return
        for subject in self.subjects(table):
            yield from self.rows(table, subject)

    def has(self, table: str) -> bool:
        """Whether the edition has a table of one file."""
        return f"{table}.csv" in self.files.digests

    def subjects(self, table: str) -> tuple[str, ...]:
        """The subjects of which a table has a file, in order."""
        if self.files.schema == 1:
            return tuple(sorted(self._grouped(table)))
        start = f"{table}/"
        names = (name for name in self.files.digests if name.startswith(start))
        return tuple(sorted(name[len(start) : -len(".csv")] for name in names))

    def records(
        self, cls: type[R], table: str, subject: str | None = None, **parts: dict[str, Any]
    ) -> Iterator[R]:
        """The records of one table.

        Args:
            cls: Their class.
            table: The table.
            subject: See `rows`.
            parts: Fields that other tables give, by the record's id.
        """
        fields = {field.name for field in cls.__attrs_attrs__}  # type: ignore[attr-defined]
        kept = subject or table  # under which its sources and disputed values are kept
        header, lines = self.cells(table, subject)
        if not header:
            return  # nothing on this subject
        at = {name: place for place, name in enumerate(header)}
        make = Maker(cls, header)
        keys = [at[name] for name in _KEYS.get(table, ("id",))]
        for cells in lines:
            key = "/".join([cells[place] for place in keys])
            given: dict[str, Any] = {name: by_id.get(key, ()) for name, by_id in parts.items()}
            if "sources" in fields:
                given["sources"] = self.sources(cells[at["sources"]], kept)
            if "alternatives" in fields:
                given["alternatives"] = self.alternatives(table, key, kept)
            yield make(cells, self, given)

    @cached_property
    def countries(self) -> dict[str, Country]:
        """Every state of the edition by alpha-2 code."""
        return {state.alpha_2: state for state in self.records(Country, "countries")}

    @cached_property
    def people(self) -> dict[str, Person]:
        """Every person of the edition by id."""
        from sco.records.people import Person

        return {person.id: person for person in self.records(Person, "people")}

    def sources(self, keys: str, subject: str) -> tuple[Source, ...]:
        """The sources with these ids, separated by spaces.

        Args:
            keys: The ids.
            subject: The subject, or the table, of the record that cites them.

        Raises:
            DataError: If one is missing.
        """
        if not keys:
            return ()
        known = self._sources_of(subject)
        try:
            return tuple(known[key] for key in keys.split())
        except KeyError as error:
            raise DataError(
                f"the edition at {self.files.where} has no source {error} of {subject}"
            ) from None

    def alternatives(self, table: str, key: str, subject: str) -> tuple[Alternative, ...]:
        """The disputed values of one record."""
        kept = "" if self.files.schema == 1 else subject
        if kept not in self._alternatives:
            self._alternatives[kept] = self._read_alternatives(subject)
        return self._alternatives[kept].get((table, key), ())

    def checked_through(self, table: str, subject: str = ORGANISATION) -> date | None:
        """The last day searched for a table and a subject; None if nothing was."""
        if subject not in self._checked:
            days = self._checked[subject] = {}
            for row in self.coverage_rows(subject):
                if row["extent"] != "not_searched":
                    day = date.fromisoformat(row["checked_through"])
                    days[row["table"]] = max(day, days.get(row["table"], day))
        return self._checked[subject].get(table)

    def coverage_rows(self, subject: str) -> tuple[Row, ...]:
        """What is said of a subject's coverage, as text; empty if nothing is."""
        if subject not in self._coverage:
            self._coverage[subject] = tuple(self.rows("coverage", subject))
        return self._coverage[subject]

    def _sources_of(self, subject: str) -> dict[str, Source]:
        kept = "" if self.files.schema == 1 else subject
        if kept not in self._sources:
            name = f"sources/{kept}.csv" if kept else "sources.csv"
            self._sources[kept] = _Sources(*self._cells_of(name), self)
        return self._sources[kept]

    def _read_alternatives(self, subject: str) -> dict[tuple[str, str], tuple[Alternative, ...]]:
        whole = self.files.schema == 1
        header, lines = self.cells("alternatives", None if whole else subject)
        at = {name: place for place, name in enumerate(header)}
        make = Maker(Alternative, header)
        found: dict[tuple[str, str], tuple[Alternative, ...]] = {}
        for cells in lines:
            key = cells[at["table"]], cells[at["record"]]
            cited = self.sources(cells[at["sources"]], subject)
            found[key] = (*found.get(key, ()), make(cells, self, {"sources": cited}))
        return found

    def _cells_of(self, name: str) -> tuple[list[str], Iterable[list[str]]]:
        lines = csv.reader(io.StringIO(self.files.read(name).decode("utf-8"), newline=""))
        return next(lines), lines

    def _rows_of(self, name: str) -> Iterator[Row]:
        header, lines = self._cells_of(name)
        return (dict(zip(header, cells, strict=True)) for cells in lines)

    def _grouped(self, table: str) -> dict[str, list[Row]]:
        """The rows of a table of schema 1 by subject."""
        found = self._groups.get(table)
        if found is None:
            from sco._edition import schema1

            if table == "inclusions":
                found = {"CN-RU": list(schema1.INCLUSIONS)}
            else:
                sides = self._rows_of("participants.csv")
                found = schema1.by_subject(table, self._rows_of(f"{table}.csv"), sides)
            self._groups[table] = found
        return found


class _Sources(dict[str, Source]):
    """The sources of one file by id: few are ever wanted as records."""

    def __init__(self, header: list[str], lines: Iterable[list[str]], tables: Tables) -> None:
        super().__init__()
        key = header.index("id")
        self._cells = {cells[key]: cells for cells in lines}
        self._make = Maker(Source, header)
        self._tables = tables

    def __missing__(self, key: str) -> Source:
        made = self[key] = self._make(self._cells[key], self._tables, {})
        return made

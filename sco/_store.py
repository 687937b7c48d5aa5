"""Reads an edition's tables, each when it is first needed."""

from __future__ import annotations

import csv
import os
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from sco._errors import DataError
from sco.records import common

if TYPE_CHECKING:
    from sco.records.people import Person

Row = dict[str, str]


class Store:
    """The tables of one edition, as rows of text and as shared records.

    Args:
        path: The edition's folder.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._known_sources: dict[str, common.Source] = {}

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of one table, each a dict from column name to text.

        Raises:
            DataError: If the edition has no such table.
        """
        lines = self._cells(table)
        header = next(lines)
        for cells in lines:
            yield dict(zip(header, cells, strict=True))

    def _cells(self, table: str) -> Iterator[list[str]]:
        name = os.path.join(self.path, f"{table}.csv")
        if not os.path.isfile(name):
            raise DataError(f"the edition at {self.path} has no table {table!r}")
        with open(name, encoding="utf-8", newline="") as file:
            yield from csv.reader(file)

    @cached_property
    def countries(self) -> dict[str, common.Country]:
        """Every state of the edition by alpha-2 code."""
        return {
            row["alpha_2"]: common.Country(
                alpha_2=row["alpha_2"],
                alpha_3=row["alpha_3"],
                numeric=row["numeric"],
                name=row["name"],
                name_ru=common.optional(row["name_ru"]),
                name_zh=common.optional(row["name_zh"]),
                cow=common.optional_int(row["cow"]),
                gw=common.optional_int(row["gw"]),
                sources=self.sources(row["sources"]),
            )
            for row in self.rows("countries")
        }

    @cached_property
    def people(self) -> dict[str, Person]:
        """Every person of the edition by id."""
        from sco.records.people import person

        return {row["id"]: person(row, self) for row in self.rows("people")}

    def country(self, alpha_2: str) -> common.Country:
        """The state with this code, which the edition is known to have."""
        return self.countries[alpha_2]

    def person(self, key: str) -> Person:
        """The person with this id, which the edition is known to have."""
        return self.people[key]

    def sources(self, keys: str) -> tuple[common.Source, ...]:
        """The sources with these ids, separated by spaces."""
        return tuple(map(self._source, keys.split()))

    def alternatives(self, table: str, record: str) -> tuple[common.Alternative, ...]:
        """The disputed values of one record."""
        return self._alternatives.get((table, record), ())

    @cached_property
    def checked_through(self) -> dict[tuple[str, str], date]:
        """The last day searched, by table and pair (``"CN|RU"``, or empty for all)."""
        days: dict[tuple[str, str], date] = {}
        for row in self.rows("coverage"):
            if row["extent"] != "not_searched":
                key = row["table"], row["countries"]
                day = date.fromisoformat(row["checked_through"])
                days[key] = max(day, days.get(key, day))
        return days

    @cached_property
    def _source_lines(self) -> list[str]:
        """The lines of ``sources.csv``, sorted by id: few are ever wanted as records."""
        with open(os.path.join(self.path, "sources.csv"), encoding="utf-8") as file:
            return file.read().removesuffix("\n").split("\n")[1:]

    def _source(self, key: str) -> common.Source:
        known = self._known_sources.get(key)
        if known is None:
            line = self._source_lines[bisect_left(self._source_lines, key)]
            known = self._known_sources[key] = common.source(next(csv.reader([line])))
        return known

    @cached_property
    def _alternatives(self) -> dict[tuple[str, str], tuple[common.Alternative, ...]]:
        found: dict[tuple[str, str], tuple[common.Alternative, ...]] = {}
        for row in self.rows("alternatives"):
            one = common.Alternative(
                field=row["field"],
                value=row["value"],
                reason=row["reason"],
                sources=self.sources(row["sources"]),
            )
            key = row["table"], row["record"]
            found[key] = (*found.get(key, ()), one)
        return found

"""What every query takes: an edition whose records are loaded when they are needed."""

from __future__ import annotations

import os
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from sco._edition import index
from sco._edition.files import Files, Folder
from sco._edition.records import Records
from sco._edition.tables import Tables
from sco._inputs.choices import Window
from sco._inputs.countries import CountryLike
from sco._queries.asof import Outside, Timeline, check_reach
from sco.records.common import Country

if TYPE_CHECKING:
    from sco._edition.records import Pair
    from sco._queries.counting import Counted
    from sco.records.meetings import Meeting


class Queried:
    """An edition, read table by table when a query first needs one.

    Args:
        version: The edition's version; None for the newest one.

    Attributes:
        timelines: Who held which status, once asked.
        occasions: All meetings of a pair, those derived from delegations too, once asked.
        counted: What a rule counts of a pair, or of its leaders, once asked.
    """

    def __init__(self, version: str | None = None) -> None:
        self._asked_version = version
        self.timelines: dict[tuple[str, str], Timeline[Country]] = {}
        self.occasions: dict[Pair, tuple[Meeting, ...]] = {}
        self.counted: dict[tuple[str, Pair, frozenset[str]], Counted] = {}
        if version is not None:
            index.entry_of(version)

    @cached_property
    def version(self) -> str:
        """The edition's version, such as ``2026.11``."""
        return self._asked_version or next(reversed(index.entries()))

    @cached_property
    def records(self) -> Records:
        """Its records, table by table."""
        return Records(Tables(self._files()))

    def _files(self) -> Files:
        return files_of(self.version)

    def country(self, value: CountryLike) -> Country:
        """The state of a code or a name.

        Args:
            value: An ISO 3166-1 alpha-2, alpha-3 or numeric code, or an English (short,
                official, common or former), Russian or Chinese name, in any case, with
                accents or without. Matched exactly, never by likeness.

        Raises:
            UnknownCountryError: If no state is called so; it suggests names spelled alike.

        >>> import sco
        >>> sco.country("Россия"), sco.country("俄罗斯"), sco.country("643")
        (<Country RU Russia>, <Country RU Russia>, <Country RU Russia>)
        >>> sco.country("Kirghizia").name
        'Kyrgyzstan'
        >>> sco.country("Rusia")
        Traceback (most recent call last):
        sco.UnknownCountryError: no country is called 'Rusia'; did you mean 'Russia'?
        """
        return self.records.countries.resolve(value)


def files_of(version: str) -> Files:
    """The files of one edition of this installation.

    Raises:
        UnknownEditionError: If there is none of that version.
    """
    entry = index.entry_of(version)
    folder = os.path.join(index.home(), version)
    if os.path.isdir(folder):
        return Folder(folder, entry.sha256)
    from sco._edition.packed import Packed

    return Packed(index.home(), version, entry.sha256)


def check(data: Queried, last: date, table: str, what: str, outside: Outside) -> None:
    """Warn or raise if a question about a table reaches past what was searched."""
    check_reach(last, data.records.tables.checked_through(table), what, outside)


def check_window(data: Queried, window: Window, table: str, outside: Outside) -> None:
    """Warn or raise if the days of a window begin past what was searched of a table."""
    if window.first > date.min:
        check(data, window.first, table, table, outside)

"""What the query classes share: the edition's tables and its countries."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TypeVar

from sco import _editions
from sco._asof import Outside, check_reach
from sco._countries import Countries, CountryLike
from sco._dates import DateLike, first_day, last_day, period
from sco._errors import QueryError
from sco._store import Store
from sco.records.common import Country

E = TypeVar("E")


class Queries:
    """An edition, read table by table when a query first needs one.

    Args:
        version: The edition's version; None for the newest one.
    """

    def __init__(self, version: str | None = None) -> None:
        self._asked_version = version

    @cached_property
    def version(self) -> str:
        """The edition's version, such as ``2026.11``."""
        return self._asked_version or _editions.versions()[-1]

    @cached_property
    def _store(self) -> Store:
        return Store(_editions.path_of(self.version))

    @cached_property
    def _countries(self) -> Countries:
        return Countries(self._store)

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
        return self._countries.resolve(value)

    def _check(
        self, last: date, table: str, what: str, outside: Outside, pair: str | None = None
    ) -> None:
        """Warn or raise if a question about a table reaches past what was searched."""
        checked = self._store.checked_through
        days = [
            day
            for (name, countries), day in checked.items()
            if name == table and (pair is None or countries in (pair, ""))
        ]
        check_reach(last, max(days, default=None), what, outside)


def choice(value: str, allowed: type[E], argument: str) -> E:
    """The member of an enumeration that a caller named.

    Raises:
        QueryError: If there is none; it lists those that there are.
    """
    try:
        return allowed(value)  # type: ignore[call-arg]
    except ValueError:
        known = ", ".join(repr(str(member)) for member in allowed)  # type: ignore[attr-defined]
        raise QueryError(f"{argument} must be one of {known}, not {value!r}") from None


class Window:
    """The days from the first of ``since`` to the last of ``until``, both included."""

    __slots__ = ("first", "last")

    def __init__(self, since: DateLike | None, until: DateLike | None) -> None:
        self.first = period(since)[0] if since is not None else date.min
        self.last = period(until)[1] if until is not None else date.max
        if self.first > self.last:
            raise QueryError(f"since={since!r} is later than until={until!r}")

    def touches(self, start: object, end: object) -> bool:
        """Whether an event can have taken place on one of the days."""
        return first_day(start) <= self.last and last_day(end) >= self.first  # type: ignore[arg-type]

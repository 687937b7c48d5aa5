"""Queries on who was in office."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sco._asof import holding
from sco._base import Queries, choice
from sco._countries import CountryLike, folded
from sco._dates import DateLike, first_day, period
from sco._errors import UnknownPersonError

if TYPE_CHECKING:
    from sco.records.people import Officer, Person, Tenure


class PeopleQueries(Queries):
    """Who was head of state or government, and who held the organisation's offices."""

    def leaders(
        self, country: CountryLike, on: DateLike, *, role: str | None = None
    ) -> tuple[Tenure, ...]:
        """The heads of state and government in office on a day.

        Args:
            country: The state: see `country`.
            on: A day, or a period during which nobody took or left office. On the day of a
                handover the successor is in office.
            role: ``"head_of_state"`` or ``"head_of_government"``; None for both.

        Raises:
            UnknownCountryError, InvalidDateError, QueryError: If an argument means nothing.
            AmbiguousDateError: If somebody took or left office within the period.

        >>> import sco
        >>> [t.person.name for t in sco.leaders("Russia", "2010-01-01")]
        ['Dmitry Medvedev', 'Vladimir Putin']
        >>> sco.leaders("CN", "2013-03-14", role="head_of_state")[0].person.name
        'Xi Jinping'
        """
        from sco.records.people import Role

        wanted = self.country(country).alpha_2
        kind = choice(role, Role, "role") if role is not None else None
        first, last = period(on)
        own = [t for t in self._tenures if t.country.alpha_2 == wanted and kind in (None, t.role)]
        held = holding(
            own, lambda t: (t.start, t.end), first, last, lambda t: f"{t.person.name}, {t.office},"
        )
        return tuple(sorted(held, key=lambda t: (t.role != Role.HEAD_OF_STATE, first_day(t.start))))

    def officers(
        self, *, office: str | None = None, on: DateLike | None = None
    ) -> tuple[Officer, ...]:
        """The organisation's own officers, by office and term.

        Args:
            office: ``"executive_secretary"`` (until 2006), ``"secretary_general"`` or
                ``"rats_director"``; None for all.
            on: Only those in office on this day or throughout this period.

        Raises:
            InvalidDateError, QueryError: If an argument means nothing.
            AmbiguousDateError: If somebody took or left office within the period.

        >>> import sco
        >>> [o.person.name for o in sco.officers(office="secretary_general", on="2024-06")]
        ['Zhang Ming']
        """
        from sco.records.people import OfficerRole

        kind = choice(office, OfficerRole, "office") if office is not None else None
        found = tuple(o for o in self._officers if kind in (None, o.office))
        if on is None:
            return found
        first, last = period(on)
        return holding(
            found,
            lambda o: (o.start, o.end),
            first,
            last,
            lambda o: f"{o.person.name}, {o.office},",
        )

    def _person(self, value: Person | str) -> Person:
        """The person of this id, full name or family name.

        Raises:
            UnknownPersonError: If nobody, or more than one, is called so.
        """
        from sco.records.people import Person

        if isinstance(value, Person):
            return value
        found = {p.id: p for p in self._people_by_name.get(folded(str(value)), ())}
        if len(found) == 1:
            return next(iter(found.values()))
        if found:
            names = ", ".join(sorted(found))
            raise UnknownPersonError(f"{value!r} is the name of more than one: {names}")
        raise UnknownPersonError(
            f"no leader is called {value!r}: write a name such as 'Xi Jinping' or an id such as "
            "'xi-jinping'"
        )

    @cached_property
    def _people_by_name(self) -> dict[str, list[Person]]:
        """People by every name; leaders alone by family name."""
        in_office = {t.person.id for t in self._tenures}
        table: dict[str, list[Person]] = {}
        for person in self._store.people.values():
            names = {person.id, person.name, person.name_ru, person.name_zh}
            if person.id in in_office:
                # A Chinese name begins with the family name, the others end with it.
                words = person.name.split()
                names.add(words[0] if person.country.alpha_2 == "CN" else words[-1])
            for name in names:
                if name:
                    table.setdefault(folded(name), []).append(person)
        return table

    @cached_property
    def _tenures(self) -> tuple[Tenure, ...]:
        from sco.records import people as records

        return tuple(records.tenure(row, self._store) for row in self._store.rows("tenures"))

    @cached_property
    def _officers(self) -> tuple[Officer, ...]:
        from sco.records import people as records

        return tuple(records.officer(row, self._store) for row in self._store.rows("officers"))

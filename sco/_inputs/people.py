"""From whatever a caller calls a leader to the person."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property

from sco._errors import UnknownPersonError
from sco._inputs.countries import folded
from sco.records.people import Person

PersonLike = Person | str
"""What every query takes for a person: a record, a name or an id."""


class People:
    """The people of one edition, by name.

    Args:
        people: They, by id.
        leaders: The ids of those who were head of state or government: they alone are found
            by their family name.
    """

    def __init__(self, people: Mapping[str, Person], leaders: Collection[str]) -> None:
        self._people = people
        self._leaders = leaders

    def resolve(self, value: PersonLike) -> Person:
        """The person of this id, full name or family name.

        Raises:
            UnknownPersonError: If nobody, or more than one, is called so.
        """
        if isinstance(value, Person):
            return value
        found = {p.id: p for p in self._by_name.get(folded(str(value)), ())}
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
    def _by_name(self) -> dict[str, list[Person]]:
        table: dict[str, list[Person]] = {}
        for person in self._people.values():
            names = {person.id, person.name, person.name_ru, person.name_zh}
            if person.id in self._leaders:
                # A Chinese name begins with the family name, the others end with it.
                words = person.name.split()
                names.add(words[0] if person.country.alpha_2 == "CN" else words[-1])
            for name in names:
                if name:
                    table.setdefault(folded(name), []).append(person)
        return table

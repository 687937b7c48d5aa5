"""From whatever a caller calls a leader to the person."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping
from functools import cached_property

from sco._errors import UnknownPersonError
from sco._inputs.countries import folded
from sco.records.people import Person

_TITLES = (
    *("president", "prime minister", "premier", "chairman", "acting president", "mr", "mrs"),
    *("президент", "премьер министр", "премьер", "председатель", "глава правительства"),
)

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
        if not isinstance(value, str):
            raise UnknownPersonError(f"a leader is named by text or a record, not by {value!r}")
        name = untitled(folded(value))
        found = {p.id: p for p in self._by_name.get(name, ())}
        if len(found) == 1:
            return next(iter(found.values()))
        if found:
            names = ", ".join(sorted(found))
            raise UnknownPersonError(f"{value!r} is the name of more than one: {names}")
        close = difflib.get_close_matches(name, self._by_name, n=3, cutoff=0.75)
        likely = sorted({p.name for one in close for p in self._by_name[one]})
        hint = (
            f"did you mean {' or '.join(map(repr, likely))}?"
            if likely
            else "write a name such as 'Xi Jinping' or an id such as 'xi-jinping'"
        )
        raise UnknownPersonError(f"no leader is called {value!r}: {hint}")

    @cached_property
    def _by_name(self) -> dict[str, list[Person]]:
        table: dict[str, list[Person]] = {}
        for person in self._people.values():
            names = {person.id, person.name, person.name_ru, person.name_zh}
            if person.id in self._leaders:
                names |= _short(person.name, person) | _short(person.name_ru, person)
            for name in {folded(name) for name in names if name}:
                table.setdefault(name, []).append(person)
        return table


def untitled(name: str) -> str:
    """A folded name without the title before it."""
    while True:
        title = next((t for t in _TITLES if name.startswith(t + " ")), None)
        if title is None:
            return name
        name = name[len(title) + 1 :]


def _short(name: str | None, person: Person) -> set[str]:
    """The family name by itself, and with the first initial before it."""
    words = name.split() if name else []
    if len(words) < 2:
        return set()
    # A Chinese name begins with the family name, the others end with it.
    if person.country.alpha_2 == "CN":
        return {words[0]}
    return {words[-1], f"{words[0][0]} {words[-1]}"}

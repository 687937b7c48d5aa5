"""From whatever a caller calls a state to the state."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from sco._errors import UnknownCountryError
from sco.records.common import Country

CountryLike = Country | str
"""What every query takes for a country: a record, a code or a name."""


def folded(name: str) -> str:
    """A name as it is compared: no case, no accents, single spaces, plain apostrophes."""
    plain = unicodedata.normalize("NFKD", name.replace("\u2019", "'"))
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(kept.casefold().replace("-", " ").replace(".", "").split())


class Countries:
    """The names and codes of one edition's states, and behind them those of pycountry.

    Args:
        states: The states by alpha-2 code.
        aliases: Gives the rows of their other names.
    """

    def __init__(
        self, states: Mapping[str, Country], aliases: Callable[[], Iterable[Mapping[str, str]]]
    ) -> None:
        self._states = states
        self._read_aliases = aliases
        self._elsewhere: dict[str, Country] = {}

    def resolve(self, value: CountryLike) -> Country:
        """The state of this code or name.

        Raises:
            UnknownCountryError: If there is none. Names are matched exactly, apart from
                case and accents: nothing is guessed.
        """
        if isinstance(value, Country):
            return value
        if not isinstance(value, str):
            raise UnknownCountryError(value)
        known = self._states.get(value)
        if known is not None:
            return known
        code = self._aliases.get(folded(value))
        if code is not None:
            return self._states[code]
        return self._from_pycountry(value)

    @cached_property
    def _aliases(self) -> dict[str, str]:
        table: dict[str, str] = {}
        for state in self._states.values():
            names = (state.alpha_2, state.alpha_3, state.numeric, state.name)
            for name in (*names, state.name_ru, state.name_zh):
                if name:
                    table[folded(name)] = state.alpha_2
        for row in self._read_aliases():
            table[folded(row["alias"])] = row["country"]
        return table

    def _from_pycountry(self, value: str) -> Country:
        # Imported here: it takes longer than everything else that a query does. Its
        # objects stay in this function: they are mutable and cannot be pickled.
        import pycountry

        try:
            found = pycountry.countries.lookup(value)
        except LookupError:
            raise UnknownCountryError(value, self._suggestions(value)) from None
        own = self._states.get(found.alpha_2)
        if own is not None:
            return own
        if found.alpha_2 not in self._elsewhere:
            self._elsewhere[found.alpha_2] = Country(
                alpha_2=found.alpha_2,
                alpha_3=found.alpha_3,
                numeric=found.numeric,
                name=getattr(found, "common_name", found.name),
            )
        return self._elsewhere[found.alpha_2]

    def _suggestions(self, value: str) -> tuple[str, ...]:
        import difflib

        import pycountry

        names = {folded(c.name): c.name for c in pycountry.countries}
        for alias, code in self._aliases.items():
            if len(alias) > 3:
                names[alias] = self._states[code].name
        close = difflib.get_close_matches(folded(value), names, n=5, cutoff=0.75)
        return tuple(dict.fromkeys(names[name] for name in close))[:3]

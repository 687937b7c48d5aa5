"""Who was in office when, as the records have it."""

from __future__ import annotations

from datetime import date

from sco.compiler._cells import days
from sco.compiler._reading import Reading

_Term = tuple[str, str, date, date, date]


class Terms:
    """The terms of office of every state's leaders.

    Args:
        reading: What the files say.
    """

    def __init__(self, reading: Reading) -> None:
        self._terms: dict[str, list[_Term]] = {}
        for record in reading.of("tenures"):
            row = record.row
            start, end = days(row["start"]), days(row["end"])
            if start is None:
                continue
            # A handover day belongs to both: the one who leaves may still act on it.
            last = end[1] if end else date.max
            term = (row["person"], row["role"], start[0], last, start[1])
            self._terms.setdefault(row["country"], []).append(term)

    def roles(self, country: str, person: str, day: date) -> set[str] | None:
        """The roles that a person held; None if the country's leaders are not recorded."""
        on_day = [t for t in self._terms.get(country, []) if t[2] <= day <= t[3]]
        if not on_day:
            return None
        return {role for name, role, *_ in on_day if name == person}

    def known(self, country: str, role: str, day: date) -> bool:
        """Whether it is recorded for certain who held a role on a day."""
        terms = self._terms.get(country, [])
        return any(t[1] == role and t[4] <= day < t[3] for t in terms)

    def has_led(self, country: str, person: str, day: date) -> bool:
        """Whether a person had led a state by a day."""
        return any(t[0] == person and t[2] <= day for t in self._terms.get(country, []))

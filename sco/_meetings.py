"""Queries on leaders' meetings and visits."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

from sco._asof import Outside
from sco._base import Window, choice
from sco._countries import CountryLike
from sco._dates import DateLike, first_day
from sco._errors import QueryError
from sco._people import PeopleQueries
from sco._summits import SummitQueries

if TYPE_CHECKING:
    from sco.records.meetings import Meeting, Participant, Visit
    from sco.records.people import Person


class MeetingQueries(SummitQueries, PeopleQueries):
    """When leaders of two states visited or met each other."""

    def meetings_between(
        self,
        a: CountryLike,
        b: CountryLike,
        *,
        since: DateLike | None = None,
        until: DateLike | None = None,
        level: str | None = None,
        mode: str | None = None,
        formal: bool | None = True,
        leaders: Iterable[Person | str] | None = None,
        outside: Outside = "warn",
    ) -> tuple[Meeting, ...]:
        """The meetings of two states' leaders, by date; the order of the two is indifferent.

        Args:
            a: One state.
            b: The other.
            since: The first day, or a month or year from whose first day on.
            until: The last day, or a month or year to whose last day.
            level: ``"head_of_state"``, ``"head_of_government"`` or ``"mixed"``; None for all.
            mode: ``"in_person"``, ``"video"`` or ``"phone"``; None for the first two. Phone
                calls are only ever given when asked for.
            formal: True for documented bilateral talks, False for occasions at which both
                were present and no talk is documented, None for both. Where both came to
                an SCO summit, this is derived from the delegations.
            leaders: Only meetings in which all of these took part: full names, family names
                of leaders, or ids. Whoever was not yet in office is marked by a level of
                ``"mixed"``, such as Xi in 2010, who was vice-president then.
            outside: What to do where the pair, or the period, was not searched: ``"warn"``
                or ``"raise"``.

        Raises:
            UnknownCountryError, UnknownPersonError, InvalidDateError, QueryError: If an
                argument means nothing.
            CoverageError: Where nothing was searched, with ``outside="raise"``.

        >>> import sco
        >>> sco.meetings_between("CN", "RU", since="2023-03", until="2023-03", leaders=["Putin"])
        (<Meeting 2023-03-20..2023-03-21 Moscow RU: Xi Jinping, Vladimir Putin (talks)>,)
        >>> len(sco.meetings_between("RU", "CN", leaders=("Putin", "Xi"), level="head_of_state",
        ...     since="2022", until="2022"))
        3
        """
        from sco.records.meetings import Level, Mode

        one, two = self.country(a), self.country(b)
        if one == two:
            raise QueryError(f"a meeting is between two states, and both are {one.name}")
        pair = _pair(one.alpha_2, two.alpha_2)
        ranked = choice(level, Level, "level") if level is not None else None
        modes = {Mode.IN_PERSON, Mode.VIDEO} if mode is None else {choice(mode, Mode, "mode")}
        wanted = {self._person(name).id for name in leaders} if leaders is not None else set()
        window = Window(since, until)
        self._check_pair(window, until, "meetings", pair, outside)
        return tuple(
            m
            for m in self._meetings_of(pair, formal)
            if m.mode in modes
            and formal in (None, m.formal)
            and ranked in (None, m.level)
            and window.touches(m.start, m.end)
            and wanted <= {p.person.id for p in m.participants}
        )

    def visits(
        self,
        *,
        visitor: CountryLike | None = None,
        host: CountryLike | None = None,
        leader: Person | str | None = None,
        since: DateLike | None = None,
        until: DateLike | None = None,
        kind: str | None = None,
        outside: Outside = "warn",
    ) -> tuple[Visit, ...]:
        """The visits that match every argument given, by date.

        Args:
            visitor: The state whose leader travelled.
            host: The state that was visited.
            leader: Who travelled: a full name, a leader's family name, or an id.
            since: The first day, or a month or year from whose first day on.
            until: The last day, or a month or year to whose last day.
            kind: ``"state"``, ``"official"``, ``"working"``, ``"informal"``, ``"private"`` or
                ``"multilateral"``, as either side names it.
            outside: What to do where visitor and host are given and were not searched:
                ``"warn"`` or ``"raise"``.

        Raises:
            UnknownCountryError, UnknownPersonError, InvalidDateError, QueryError: If an
                argument means nothing.

        >>> import sco
        >>> sco.visits(visitor="CN", host="RU", since="2023", until="2023")
        (<Visit 2023-03-20..2023-03-22 CN to RU: Xi Jinping (state)>,)
        """
        from sco.records.meetings import VisitKind

        origin = self.country(visitor).alpha_2 if visitor is not None else None
        target = self.country(host).alpha_2 if host is not None else None
        if origin is not None and origin == target:
            raise QueryError(f"a visit leads to another state, and both are {origin}")
        traveller = self._person(leader).id if leader is not None else None
        sort = choice(kind, VisitKind, "kind") if kind is not None else None
        window = Window(since, until)
        if origin and target:
            self._check_pair(window, until, "visits", _pair(origin, target), outside)
        return tuple(
            v
            for v in self._visits
            if origin in (None, v.visitor.alpha_2)
            and target in (None, v.host.alpha_2)
            and traveller in (None, v.leader.id)
            and sort in (None, v.kind, v.kind_guest)
            and window.touches(v.start, v.end)
        )

    def _check_pair(
        self,
        window: Window,
        until: DateLike | None,
        table: str,
        pair: tuple[str, str],
        outside: Outside,
    ) -> None:
        """Warn or raise if the pair was not searched, or the window reaches past that."""
        asked = window.last if until is not None else window.first
        what = f"{table} of {pair[0]} and {pair[1]}"
        self._check(asked, table, what, outside, "|".join(pair))

    def _meetings_of(self, pair: tuple[str, str], formal: bool | None) -> tuple[Meeting, ...]:
        """The records of a pair and, unless only talks are asked for, its co-attendance."""
        recorded = self._meetings_by_pair.get(pair, ())
        if formal:
            return recorded
        if pair not in self._with_attendance:
            from sco._attendance import present_at

            derived = present_at(self._summits.values(), self._tenures, pair, recorded)
            everything = sorted((*recorded, *derived), key=lambda m: (first_day(m.start), m.id))
            self._with_attendance[pair] = tuple(everything)
        return self._with_attendance[pair]

    @cached_property
    def _with_attendance(self) -> dict[tuple[str, str], tuple[Meeting, ...]]:
        return {}

    @cached_property
    def _meetings_by_pair(self) -> dict[tuple[str, str], tuple[Meeting, ...]]:
        found: dict[tuple[str, str], list[Meeting]] = {}
        for meeting in self._meetings.values():
            codes = {p.country.alpha_2 for p in meeting.participants}
            for one, two in combinations(sorted(codes), 2):
                found.setdefault((one, two), []).append(meeting)
        return {pair: tuple(meetings) for pair, meetings in found.items()}

    @cached_property
    def _meetings(self) -> dict[str, Meeting]:
        from sco.records import meetings as records

        sides: dict[str, list[Participant]] = {}
        for row in self._store.rows("participants"):
            side = records.Participant(
                country=self._store.country(row["country"]),
                person=self._store.person(row["person"]),
            )
            sides.setdefault(row["meeting"], []).append(side)
        return {
            row["id"]: records.meeting(row, self._store, tuple(sides[row["id"]]))
            for row in self._store.rows("meetings")
        }

    @cached_property
    def _visits(self) -> tuple[Visit, ...]:
        from sco.records import meetings as records

        return tuple(records.visit(row, self._store) for row in self._store.rows("visits"))


def _pair(one: str, two: str) -> tuple[str, str]:
    return (one, two) if one < two else (two, one)

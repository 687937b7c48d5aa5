"""Counts under a rule, and their reconciliation with the counts that others published."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sco._base import Window
from sco._countries import CountryLike
from sco._dates import DateLike, first_day, last_day, period
from sco._errors import QueryError
from sco._meetings import MeetingQueries
from sco._published import PublishedQueries

if TYPE_CHECKING:
    from sco.records.people import Person
    from sco.records.published import Reconciliation, Tally

# Which rules can give a published number of each kind.
_APPLICABLE = {
    "meetings": ("formal_in_person", "formal", "cumulative", "present"),
    "regular_meetings": ("regular_meetings",),
    "phone_calls": ("phone_calls",),
    "visits": ("visits", "visits_as_head_of_state", "bilateral_visits"),
    "exchanges": ("exchanges",),
}


class TallyQueries(MeetingQueries, PublishedQueries):
    """How often two leaders met, by rule, and which rule gives a published number."""

    def tally(
        self,
        a: CountryLike,
        b: CountryLike,
        *,
        on: DateLike,
        rule: str,
        leaders: Iterable[Person | str] | None = None,
        since: DateLike | None = None,
    ) -> int:
        """How many times leaders of two states had met, or visited, up to a day.

        Args:
            a: One state; for visits, the one whose leader travelled.
            b: The other; for visits, the host.
            on: The last day that counts, itself included (of a month or year, its last).
            rule: ``"formal_in_person"``, ``"formal"``, ``"cumulative"``, ``"present"``,
                ``"phone_calls"``, ``"exchanges"``, ``"regular_meetings"``, ``"visits"``,
                ``"visits_as_head_of_state"`` or ``"bilateral_visits"``. Talks on one visit
                count once.
            leaders: Only meetings of these leaders (for visits: trips of one of them).
                Meetings before a leader took office as head of state or government
                (Xi as vice-president) do not count.
            since: The first day that counts, such as that of a year ("their third meeting
                this year"); None for all days before ``on``.

        Raises:
            UnknownCountryError, UnknownPersonError, InvalidDateError: If an argument
                means nothing.
            QueryError: If there is no such rule.

        >>> import sco
        >>> both = ("Xi Jinping", "Vladimir Putin")
        >>> sco.tally("RU", "CN", on="2024-04-26", rule="formal_in_person", leaders=both)
        35
        >>> sco.tally("RU", "CN", on="2024-04-26", rule="cumulative", leaders=both)
        42
        >>> sco.tally("RU", "CN", since="2024", on="2024", rule="formal_in_person", leaders=both)
        3
        """
        from sco import _rules

        people = {self._person(name).id for name in leaders} if leaders is not None else set()
        last = period(on)[1]
        if rule in _rules.VISIT_RULES:
            return self._count_visits(a, b, rule, people, since, last)
        if rule not in _rules.MEETING_RULES:
            known = ", ".join((*_rules.MEETING_RULES, *_rules.VISIT_RULES))
            raise QueryError(f"rule must be one of {known}, not {rule!r}")
        self.meetings_between(a, b, since=since, until=last)  # checks pair, period and coverage
        pair = sorted((self.country(a).alpha_2, self.country(b).alpha_2))
        window = Window(since, last)
        counts = _rules.MEETING_RULES[rule]
        return _rules.occasions(
            m
            for m in self._meetings_of((pair[0], pair[1]), None)
            if counts(m)
            and window.first <= first_day(m.start) <= window.last
            and people <= {p.person.id for p in m.participants}
            and all(self._in_office(p.person, first_day(m.start)) for p in m.participants)
        )

    def reconcile(self, a: CountryLike, b: CountryLike) -> tuple[Reconciliation, ...]:
        """Each published count of a pair against our count under every rule, by day.

        Args:
            a: One state.
            b: The other.

        Returns:
            One `Reconciliation` a published count: the number, our count under each rule
            that can apply, the difference, and the rules that give the number.

        Raises:
            UnknownCountryError: If an argument means nothing.

        >>> import sco
        >>> said = {r.tally.id: r for r in sco.reconcile("RU", "CN")}
        >>> said["CN-RU-2021-12-15-a"].value, said["CN-RU-2021-12-15-a"].closed_by
        (37, ('cumulative',))
        """
        return tuple(self._reconciled(tally) for tally in self.tallies(a, b))

    def _reconciled(self, tally: Tally) -> Reconciliation:
        from sco.records.published import Reconciliation, RuleCount

        counts = tuple(
            RuleCount(rule=rule, count=count, difference=count - tally.value)
            for rule in _APPLICABLE[tally.counts]
            for count in (self._count(tally, rule),)
        )
        reason: str | None = None
        begins = self._begins(tally)
        if tally.since is not None and tally.since < begins:
            # A number that agreed all the same would agree by chance.
            reason = f"it counts from {tally.since} on, and the data begins on {begins}"
            return Reconciliation(tally=tally, counts=counts, closed_by=(), reason=reason)
        closed = tuple(c.rule for c in counts if _closes(tally, c.count))
        if not closed:
            given = ", ".join(f"{c.rule} gives {c.count}" for c in counts)
            reason = f"no rule gives {tally.value}: {given or 'no rule counts this'}"
        return Reconciliation(tally=tally, counts=counts, closed_by=closed, reason=reason)

    def _begins(self, tally: Tally) -> date:
        """The first day that was searched for what a published count counts."""
        table = "visits" if tally.counts == "visits" else "meetings"
        rows = self.coverage(*tally.countries, table=table)
        return min(row.since for row in rows if row.extent != "not_searched")

    def _count(self, tally: Tally, rule: str) -> int:
        """Our number for what a published count is a count of."""
        last = tally.until or tally.on - timedelta(days=tally.point != "including")
        if tally.counts == "visits" and tally.visitor and tally.host:
            ends = (tally.visitor, tally.host)
        else:
            ends = (tally.countries[0], tally.countries[1])
        people = None if rule == "regular_meetings" else tally.leaders
        found = self.tally(*ends, on=last, rule=rule, leaders=people, since=tally.since)
        return found + (tally.point == "next")

    def _count_visits(
        self,
        a: CountryLike,
        b: CountryLike,
        rule: str,
        people: set[str],
        since: DateLike | None,
        last: date,
    ) -> int:
        from sco import _rules

        found = self.visits(visitor=a, host=b, since=since, until=last)
        window = Window(since, last)
        counts = _rules.VISIT_RULES[rule]
        return sum(
            (not people or v.leader.id in people)
            and window.first <= first_day(v.start)
            and counts(v, self._in_office(v.leader, first_day(v.start), "head_of_state"))
            for v in found
        )

    def _in_office(self, person: Person, day: date, role: str | None = None) -> bool:
        return any(
            t.person == person
            and role in (None, t.role)
            and first_day(t.start) <= day
            and (t.end is None or day <= last_day(t.end))
            for t in self._tenures
        )


def _closes(tally: Tally, count: int) -> bool:
    """Whether our count makes the statement true, as it was put."""
    if tally.qualifier == "more_than":
        return count > tally.value
    if tally.qualifier == "at_least":
        return count >= tally.value
    if tally.qualifier == "nearly":
        return tally.value - 2 <= count < tally.value
    if tally.qualifier == "about":
        return abs(count - tally.value) <= 2
    return count == tally.value

"""Counts under a rule: the dated occasions that it counts, made once and then looked up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from sco._inputs.dates import first_day, last_day
from sco._queries import rules
from sco._queries.base import Queried
from sco._queries.meetings import occasions

if TYPE_CHECKING:
    from sco._edition.records import Pair
    from sco.records.meetings import Meeting
    from sco.records.people import Person


class Counted:
    """What one rule counts of a pair, by day.

    Args:
        dated: The day and the key of each occasion; several with one key count once.
    """

    def __init__(self, dated: list[tuple[date, object]]) -> None:
        dated.sort(key=lambda pair: pair[0])
        self._days = [day for day, _ in dated]
        self._keys = [key for _, key in dated]

    def between(self, first: date, last: date) -> int:
        """How many occasions began in a period, both days included."""
        begin, end = bisect_left(self._days, first), bisect_right(self._days, last)
        return len(set(self._keys[begin:end]))


def counted_meetings(data: Queried, pair: Pair, rule: str, people: frozenset[str]) -> Counted:
    """The occasions of a pair that a rule for meetings counts.

    Talks of the same people on one visit count once; an occasion without a talk of the two,
    such as a trilateral on the same visit, counts by itself. Meetings before somebody took
    office do not count.

    Args:
        data: The edition.
        pair: The pair.
        rule: The name of the rule.
        people: Only meetings in which all of these took part.
    """
    key = rule, pair, people
    if key not in data.counted:
        data.counted[key] = Counted(list(_occasions(data, pair, rule, people)))
    return data.counted[key]


def counted_visits(
    data: Queried, visitor: str, host: str, rule: str, people: frozenset[str]
) -> Counted:
    """The trips of one state's leaders to another that a rule for visits counts.

    Args:
        data: The edition.
        visitor: The state whose leader travelled.
        host: The state visited.
        rule: The name of the rule.
        people: Only trips of one of these; of anybody, if empty.
    """
    key = rule, (visitor, host), people
    if key not in data.counted:
        counts = rules.VISIT_RULES[rule]
        data.counted[key] = Counted(
            [
                (first_day(v.start), v.id)
                for v in data.records.visits(visitor, host)
                if v.visitor.alpha_2 == visitor
                and (not people or v.leader.id in people)
                and counts(v, in_office(data, v.leader, first_day(v.start), "head_of_state"))
            ]
        )
    return data.counted[key]


def in_office(data: Queried, person: Person, day: date, role: str | None = None) -> bool:
    """Whether somebody led a state on a day, the last day in office included."""
    return any(
        role in (None, term.role)
        and first_day(term.start) <= day
        and (term.end is None or day <= last_day(term.end))
        for term in data.records.terms.get(person.id, ())
    )


def _occasions(
    data: Queried, pair: Pair, rule: str, people: frozenset[str]
) -> Iterator[tuple[date, object]]:
    special = {i.record: i.counted for i in data.records.inclusions(pair) if i.rule == rule}
    counts = rules.MEETING_RULES[rule]
    for meeting in occasions(data, pair):
        day = first_day(meeting.start)
        if (
            special.get(meeting.id, counts(meeting))
            and people <= {p.person.id for p in meeting.participants}
            and all(in_office(data, p.person, day) for p in meeting.participants)
        ):
            yield day, _key(meeting)


def _key(meeting: Meeting) -> object:
    if meeting.formal and meeting.visit:
        return meeting.visit, tuple(p.person.id for p in meeting.participants)
    return meeting.id

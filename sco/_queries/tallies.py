"""Counts under a rule, and their reconciliation with the counts that others published."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sco._edition.subjects import subject_of
from sco._errors import QueryError
from sco._inputs.choices import Window
from sco._inputs.countries import CountryLike
from sco._inputs.dates import DateLike
from sco._queries.asof import Outside
from sco._queries.base import Queried
from sco._queries.meetings import pair_of, people_of
from sco._queries.published import tallies
from sco._queries.reach import check_pair

if TYPE_CHECKING:
    from sco._inputs.people import PersonLike
    from sco.records.published import Reconciliation, Tally


def tally(
    data: Queried,
    a: CountryLike,
    b: CountryLike,
    *,
    on: DateLike,
    rule: str,
    leaders: Iterable[PersonLike] | None = None,
    since: DateLike | None = None,
    outside: Outside = "warn",
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
        outside: What to do where what the rule counts was not searched on every day, at any
            level: ``"warn"`` or ``"raise"``.

    Raises:
        UnknownCountryError, UnknownPersonError, InvalidDateError: If an argument
            means nothing.
        QueryError: If there is no such rule, or if the states are one.

    >>> import sco
    >>> both = ("Xi Jinping", "Vladimir Putin")
    >>> sco.tally("RU", "CN", on="2024-04-26", rule="formal_in_person", leaders=both)
    35
    >>> sco.tally("RU", "CN", on="2024-04-26", rule="cumulative", leaders=both)
    42
    >>> sco.tally("RU", "CN", since="2024", on="2024", rule="formal_in_person", leaders=both)
    3
    """
    from sco._queries import rules
    from sco._queries.counting import counted_meetings, counted_visits

    if rule not in rules.MEETING_RULES and rule not in rules.VISIT_RULES:
        known = ", ".join((*rules.MEETING_RULES, *rules.VISIT_RULES))
        raise QueryError(f"rule must be one of {known}, not {rule!r}")
    pair = pair_of(data, a, b)
    people = people_of(data, leaders)
    window = Window(since, on)
    what = "visits" if rule in rules.VISIT_RULES else rules.SEARCHED.get(rule, "talks")
    check_pair(data, window, pair, what, outside, any_level=True)
    if rule in rules.VISIT_RULES:
        ends = data.country(a).alpha_2, data.country(b).alpha_2
        counted = counted_visits(data, *ends, rule, people)
    else:
        counted = counted_meetings(data, pair, rule, people)
    return counted.between(window.first, window.last)


def reconcile(data: Queried, a: CountryLike, b: CountryLike) -> tuple[Reconciliation, ...]:
    """Each published count of a pair against our count under every rule, by day.

    Args:
        a: One state.
        b: The other.

    Returns:
        One `Reconciliation` a published count: the number, our count under each rule
        that can apply, the difference, and the rules that give the number. A rule that came
        with a later edition says so (``RuleCount.since``).

    Raises:
        UnknownCountryError: If an argument means nothing.

    >>> import sco
    >>> said = {r.tally.id: r for r in sco.reconcile("RU", "CN")}
    >>> said["CN-RU-2021-12-15-a"].value, said["CN-RU-2021-12-15-a"].closed_by
    (37, ('cumulative',))
    """
    return tuple(_reconciled(data, tally) for tally in tallies(data, a, b))


def _reconciled(data: Queried, tally: Tally) -> Reconciliation:
    from sco._queries import rules
    from sco.records.published import Reconciliation, RuleCount

    counts = tuple(
        RuleCount(
            rule=rule,
            count=count,
            difference=count - tally.value,
            since=rules.KNOWN_SINCE.get(rule),
        )
        for rule in rules.APPLICABLE[tally.counts]
        for count in (_count(data, tally, rule),)
    )
    reason: str | None = None
    begins = _begins(data, tally)
    if begins is None:
        reason = "nothing of the kind was searched for the pair"
        return Reconciliation(tally=tally, counts=counts, closed_by=(), reason=reason)
    if tally.since is not None and tally.since < begins:
        # A number that agreed all the same would agree by chance.
        reason = f"it counts from {tally.since} on, and the data begins on {begins}"
        return Reconciliation(tally=tally, counts=counts, closed_by=(), reason=reason)
    closed = tuple(c.rule for c in counts if _closes(tally, c.count))
    if not closed:
        given = ", ".join(f"{c.rule} gives {c.count}" for c in counts)
        reason = f"no rule gives {tally.value}: {given or 'no rule counts this'}"
    return Reconciliation(tally=tally, counts=counts, closed_by=closed, reason=reason)


def _begins(data: Queried, tally: Tally) -> date | None:
    """The first day that was searched for what a published count counts."""
    table = "visits" if tally.counts == "visits" else "meetings"
    subject = subject_of([country.alpha_2 for country in tally.countries])
    rows = data.records.coverage(subject)
    searched = (r.since for r in rows if r.table == table and r.extent != "not_searched")
    return min(searched, default=None)


def _count(data: Queried, tally: Tally, rule: str) -> int:
    """Our number for what a published count is a count of."""
    from sco._queries import rules
    from sco._queries.counting import counted_meetings, counted_visits

    first = tally.since or date.min
    last = tally.until or tally.on - timedelta(days=tally.point != "including")
    one, two = (country.alpha_2 for country in tally.countries)
    people = frozenset(() if rule == "regular_meetings" else (p.id for p in tally.leaders))
    if rule in rules.VISIT_RULES:
        if tally.visitor and tally.host:
            one, two = tally.visitor.alpha_2, tally.host.alpha_2
        counted = counted_visits(data, one, two, rule, people)
    else:
        counted = counted_meetings(data, (one, two), rule, people)
    return counted.between(first, last) + (tally.point == "next")


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

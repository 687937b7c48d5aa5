"""The query on visits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco._errors import QueryError
from sco._inputs.choices import Window, choice
from sco._inputs.countries import CountryLike
from sco._inputs.dates import DateLike
from sco._queries.asof import Outside
from sco._queries.base import Queried
from sco._queries.meetings import pair_of
from sco._queries.reach import LEVELS, check_pair, check_trips

if TYPE_CHECKING:
    from sco._inputs.people import PersonLike
    from sco.records.meetings import Visit


def visits(
    data: Queried,
    *,
    visitor: CountryLike | None = None,
    host: CountryLike | None = None,
    leader: PersonLike | None = None,
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
        outside: What to do where what is asked was not searched: ``"warn"`` or ``"raise"``. Where
            visitor and host are not both given, it says with which states the trips of the
            one, or of the leader's state, were searched.

    Raises:
        UnknownCountryError, UnknownPersonError, InvalidDateError, QueryError: If an
            argument means nothing.

    >>> import sco
    >>> sco.visits(visitor="CN", host="RU", since="2023", until="2023")
    (<Visit 2023-03-20..2023-03-22 CN to RU: Xi Jinping (state)>,)
    """
    from sco.records.meetings import VisitKind

    origin = data.country(visitor).alpha_2 if visitor is not None else None
    target = data.country(host).alpha_2 if host is not None else None
    if origin is not None and origin == target:
        raise QueryError(f"a visit leads to another state, and both are {origin}")
    traveller = data.records.people.resolve(leader) if leader is not None else None
    sort = choice(kind, VisitKind, "kind") if kind is not None else None
    window = Window(since, until)
    of = origin or (traveller.country.alpha_2 if traveller else None)
    if of and target:
        check_pair(
            data,
            window,
            pair_of(data, of, target),
            "visits",
            outside,
            levels=LEVELS[:2],
            any_level=traveller is not None,
        )
    elif of or target:
        check_trips(data, of or target, "visits", outside)
    return tuple(
        v
        for v in data.records.visits(origin, target)
        if origin in (None, v.visitor.alpha_2)
        and target in (None, v.host.alpha_2)
        and traveller in (None, v.leader)
        and sort in (None, v.kind, v.kind_guest)
        and window.touches(v.start, v.end)
    )

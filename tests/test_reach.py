"""Every query says what it needs to have been searched, and says so where it was not."""

from __future__ import annotations

import warnings
from collections.abc import Callable

import pytest

import sco

Ask = Callable[[sco.Dataset], object]

SEARCHED: dict[str, list[Ask]] = {
    "members_as_of": [lambda d: d.members_as_of("2024-07-04"), lambda d: d.members_as_of("1990")],
    "members_in": [lambda d: d.members_in(2024), lambda d: d.members_in(1990)],
    "status_of": [lambda d: d.status_of("IN", "2010"), lambda d: d.status_of("IN", "1990")],
    "changes": [lambda d: d.changes("1996", "2025")],
    "summits": [
        lambda d: d.summits(),
        lambda d: d.summits(year=2026),
        lambda d: d.summits(since="1990", until="2100"),
    ],
    "chair_as_of": [lambda d: d.chair_as_of("2026-01-01"), lambda d: d.chair_as_of("1990")],
    "leaders": [lambda d: d.leaders("RU", "2020-02-01"), lambda d: d.leaders("AM", "2015-02")],
    "officers": [lambda d: d.officers(), lambda d: d.officers(on="2024-06")],
    "visits": [
        lambda d: d.visits(),
        lambda d: d.visits(visitor="CN", host="RU", since="2013", until="2026-09"),
        lambda d: d.visits(host="RU", leader="Xi", until="2024"),
    ],
    "meetings_between": [
        lambda d: d.meetings_between("RU", "CN"),
        lambda d: d.meetings_between("RU", "CN", since="1997", until="2026-09"),
        lambda d: d.meetings_between("RU", "CN", until="2012", formal=None),
        lambda d: d.meetings_between("RU", "CN", until="2026-09", mode="phone"),
        lambda d: d.meetings_between("RU", "CN", since="1996", level="head_of_state"),
    ],
    "meetings": [],
    "events": [lambda d: d.events("1990", "2026-09"), lambda d: d.events()],
    "on": [lambda d: d.on("2024-07-04")],
    "people": [lambda d: d.people(), lambda d: d.people(country="RU", on="2010-01-01")],
    "tally": [
        lambda d: d.tally("RU", "CN", on="2026-10-10", rule="formal"),
        lambda d: d.tally("RU", "CN", on="2024", since="2024", rule="visits"),
        lambda d: d.tally("RU", "CN", on="2024", rule="present"),
    ],
    "announcements": [
        lambda d: d.announcements(),
        lambda d: d.announcements(since="2004", until="2100"),
    ],
}
UNSEARCHED: dict[str, list[tuple[Ask, str]]] = {
    "members_as_of": [(lambda d: d.members_as_of("2100"), "statuses were checked through")],
    "members_in": [(lambda d: d.members_in(2100), "statuses were checked through")],
    "status_of": [(lambda d: d.status_of("IN", "2100"), "statuses were checked through")],
    "changes": [(lambda d: d.changes("1996", "2100"), "statuses were checked through")],
    "summits": [
        (lambda d: d.summits(since="2027"), "summits were checked through"),
        (lambda d: d.summits(year=2027), "summits were checked through"),
    ],
    "chair_as_of": [(lambda d: d.chair_as_of("2100"), "summits were checked through")],
    "leaders": [
        (lambda d: d.leaders("US", "2024"), "leaders of US were not searched: an empty"),
        (lambda d: d.leaders("KZ", "1970"), "leaders of KZ were not searched from 1 January 1970"),
        (lambda d: d.leaders("RU", "2040"), "leaders of RU were checked through"),
    ],
    "officers": [(lambda d: d.officers(on="2040"), "officers were checked through")],
    "visits": [
        (lambda d: d.visits(leader="Modi"), "visits of IN were searched with CN, RU alone"),
        (lambda d: d.visits(visitor="IN"), "visits of IN were searched with CN, RU alone"),
        (lambda d: d.visits(host="DE"), "visits of DE were not searched"),
        (lambda d: d.visits(visitor="DE", host="FR"), "visits of DE and FR were not searched"),
        (
            lambda d: d.visits(visitor="CN", host="KZ", since="1996", until="2021"),
            "visits of CN and KZ were not searched from 1 January 1996",
        ),
        (lambda d: d.visits(visitor="CN", host="RU", since="2027"), "is later"),
    ],
    "meetings_between": [
        (lambda d: d.meetings_between("IN", "PK"), "meetings of IN and PK were not searched"),
        (
            lambda d: d.meetings_between("RU", "CN", since="1990", until="1995"),
            "meetings of CN and RU were not searched from 1 January 1990",
        ),
        (lambda d: d.meetings_between("RU", "CN", until="2100"), "is later"),
        (
            lambda d: d.meetings_between("RU", "CN", since="1996", until="2000"),
            r"CN and RU \(head of government, mixed\) were not searched from 1 January 1996",
        ),
        (
            lambda d: d.meetings_between("RU", "TJ", formal=None),
            "joint presences of RU and TJ were not searched",
        ),
    ],
    "meetings": [
        (lambda d: d.meetings(city="Astana"), "meetings were searched for BY-CN, .* alone"),
        (lambda d: d.meetings(leader="Modi"), "meetings of IN were searched with CN, RU alone"),
    ],
    "events": [(lambda d: d.events("2024", "2100"), "events were checked through")],
    "on": [(lambda d: d.on("2100"), "events were checked through")],
    "people": [(lambda d: d.people(on="2040"), "leaders were checked through")],
    "tally": [
        (lambda d: d.tally("RU", "CN", on="1990", rule="formal"), "not searched"),
        (lambda d: d.tally("IN", "PK", on="2024", rule="formal"), "not searched"),
        (lambda d: d.tally("RU", "CN", on="2100", rule="visits"), "is later"),
    ],
    "announcements": [
        (lambda d: d.announcements(since="2040"), "announcements were checked through")
    ],
}
NEED_NOTHING = {
    "country": "names of states are complete, or an error",
    "coverage": "it is the statement itself",
    "episodes": "all of the edition, whatever the day",
    "steps": "all of the edition, whatever the day",
    "summit": "one record, or an error",
    "record": "one record, or an error",
    "person": "one person, or an error",
    "tallies": "all of the edition, whatever the day",
    "reconcile": "each count says what it lacks",
}


def test_no_query_is_left_out() -> None:
    """A new query says what it needs to have been searched, or why it needs nothing."""
    own = (name for name in vars(sco.Dataset) if not name.startswith("_"))
    queries = {name for name in own if callable(getattr(sco.Dataset, name))} | {"country"}
    assert set(SEARCHED) == set(UNSEARCHED)
    assert queries == set(SEARCHED) | set(NEED_NOTHING)


@pytest.mark.parametrize("ask", [ask for asks in SEARCHED.values() for ask in asks])
def test_what_was_searched_is_answered_without_a_word(ask: Ask) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ask(sco.edition(sco.DATA_VERSION))


@pytest.mark.parametrize(("ask", "words"), [one for asks in UNSEARCHED.values() for one in asks])
def test_what_was_not_searched_is_said_once(ask: Ask, words: str) -> None:
    with pytest.warns(sco.CoverageWarning, match=words) as told:
        ask(sco.edition(sco.DATA_VERSION))
    assert len(told) == 1
    assert told[0].filename == __file__


@pytest.mark.parametrize("name", sorted(UNSEARCHED))
def test_outside_has_one_meaning(name: str) -> None:
    asked: dict[str, tuple[tuple[object, ...], dict[str, object]]] = {
        "members_as_of": (("2100",), {}),
        "members_in": ((2100,), {}),
        "status_of": (("IN", "2100"), {}),
        "changes": (("2099", "2100"), {}),
        "summits": ((), {"since": "2100"}),
        "chair_as_of": (("2100",), {}),
        "leaders": (("RU", "2100"), {}),
        "officers": ((), {"on": "2100"}),
        "visits": ((), {"visitor": "DE", "host": "FR"}),
        "meetings": ((), {"city": "Astana"}),
        "events": (("2100",), {}),
        "on": (("2100",), {}),
        "people": ((), {"on": "2100"}),
        "meetings_between": (("DE", "FR"), {}),
        "tally": (("DE", "FR"), {"on": "2020", "rule": "formal"}),
        "announcements": ((), {"since": "2100"}),
    }
    given, named = asked[name]
    query = getattr(sco, name)
    with pytest.raises(sco.CoverageError):
        query(*given, **named, outside="raise")
    with pytest.raises(sco.QueryError, match="outside must be"):
        query(*given, **named, outside="silent")

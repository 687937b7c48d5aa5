"""The names that other code relies on (a contract)."""

from __future__ import annotations

import inspect
import types
from typing import Any

import pytest

import sco

CONTRACT = {
    "members_as_of": ["date", "*", "status", "basis"],
    "members_in": ["year", "*", "rule", "status"],
    "status_of": ["country", "date", "*", "basis"],
    "episodes": ["country", "*", "status"],
    "steps": ["country"],
    "changes": ["since", "until", "*", "basis"],
    "summits": ["*", "body", "host", "year", "since", "until"],
    "summit": ["id"],
    "chair_as_of": ["date"],
    "leaders": ["country", "on", "*", "role"],
    "visits": ["*", "visitor", "host", "leader", "since", "until", "kind"],
    "meetings_between": ["a", "b", "*", "since", "until", "level", "mode", "formal", "leaders"],
    "tally": ["a", "b", "*", "on", "rule", "leaders"],
    "reconcile": ["a", "b"],
    "announcements": [],
    "coverage": [],
    "country": ["value"],
    "cite": ["record", "style"],
    "editions": [],
    "edition": ["version"],
}


@pytest.mark.parametrize("name", CONTRACT)
def test_signature(name: str) -> None:
    parameters = inspect.signature(getattr(sco, name)).parameters
    wanted = CONTRACT[name]
    positional = wanted[: wanted.index("*")] if "*" in wanted else wanted
    keywords = wanted[wanted.index("*") + 1 :] if "*" in wanted else []
    kinds = {n: p.kind for n, p in parameters.items()}
    assert [n for n, k in kinds.items() if k is k.POSITIONAL_OR_KEYWORD][: len(positional)] == (
        positional
    )
    assert all(kinds[n] is inspect.Parameter.KEYWORD_ONLY for n in keywords)


def test_every_query_is_a_method_of_a_dataset() -> None:
    data = sco.edition(sco.editions()[-1])
    for name in CONTRACT.keys() - {"cite", "editions", "edition"}:
        assert callable(getattr(data, name))


def test_all_is_sorted_and_true() -> None:
    assert sorted(sco.__all__) == sorted(set(sco.__all__))
    assert all(hasattr(sco, name) for name in sco.__all__)
    assert set(dir(sco)) == set(sco.__all__)


def test_every_public_name_is_documented_and_every_query_has_an_example() -> None:
    for name in sco.__all__:
        value: Any = getattr(sco, name)
        if isinstance(value, types.MethodType | types.FunctionType | type):
            assert inspect.getdoc(value), name
        if isinstance(value, types.MethodType | types.FunctionType):
            assert ">>>" in (inspect.getdoc(value) or ""), name


def test_errors_subclass_the_nearest_builtin() -> None:
    for error, builtin in [
        (sco.UnknownCountryError, LookupError),
        (sco.InvalidDateError, ValueError),
        (sco.AmbiguousDateError, ValueError),
        (sco.UnknownEditionError, LookupError),
        (sco.DataError, ValueError),
    ]:
        assert issubclass(error, sco.ScoError)
        assert issubclass(error, builtin)


def test_both_versions_are_shown() -> None:
    assert sco.__version__.count(".") == 2
    assert sco.editions()[-1] == sco.DATA_VERSION


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'member_as_of'"):
        sco.member_as_of  # noqa: B018

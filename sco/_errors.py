"""Errors and warnings that the library raises on purpose."""

from __future__ import annotations

from datetime import date


class ScoError(Exception):
    """Base class of every error that this library raises on purpose."""


class UnknownCountryError(ScoError, LookupError):
    """No country has this code or name.

    Attributes:
        value: What was asked for.
        suggestions: Names that are spelled alike, best first. They are never
            used to answer: the caller has to choose.
    """

    def __init__(self, value: object, suggestions: tuple[str, ...] = ()) -> None:
        self.value = value
        self.suggestions = suggestions
        hint = f"; did you mean {' or '.join(map(repr, suggestions))}?" if suggestions else ""
        super().__init__(f"no country is called {value!r}{hint}")

    def __reduce__(self) -> tuple[type[UnknownCountryError], tuple[object, tuple[str, ...]]]:
        return type(self), (self.value, self.suggestions)


class UnknownPersonError(ScoError, LookupError):
    """No leader in the data has this name."""


class UnknownRecordError(ScoError, LookupError):
    """No record of the asked kind has this id."""


class UnknownEditionError(ScoError, LookupError):
    """No edition of the data has this version."""


class InvalidDateError(ScoError, ValueError):
    """The value is not a date or period that the library accepts."""


class AmbiguousDateError(ScoError, ValueError):
    """The answer is not the same on every day of the period that was asked for.

    Attributes:
        days: The days on which the answer changes, or the first and the last
            possible day of a change whose day is not known.
    """

    def __init__(self, message: str, days: tuple[date, ...] = ()) -> None:
        self.days = days
        super().__init__(message)

    def __reduce__(self) -> tuple[type[AmbiguousDateError], tuple[str, tuple[date, ...]]]:
        return type(self), (str(self), self.days)


class QueryError(ScoError, ValueError):
    """An argument other than a date or a country has a value that means nothing."""


class DataError(ScoError, ValueError):
    """The data at hand is not what the library or its compiler expects."""


class MissingExtraError(ScoError, ImportError):
    """What was asked for needs an optional dependency that is not installed."""


class CoverageError(ScoError, LookupError):
    """Raised instead of `CoverageWarning` when ``outside="raise"``."""


class CoverageWarning(UserWarning):
    """The answer reaches past what was searched when the edition was made."""


# A traceback names them as users import them.
for _public in (
    ScoError,
    UnknownCountryError,
    UnknownPersonError,
    UnknownRecordError,
    UnknownEditionError,
    InvalidDateError,
    AmbiguousDateError,
    QueryError,
    DataError,
    CoverageError,
    MissingExtraError,
    CoverageWarning,
):
    _public.__module__ = "sco"

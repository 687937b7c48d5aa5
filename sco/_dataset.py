"""One edition of the data, with every query as a method."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from sco import _editions
from sco._changes import ChangeQueries
from sco._tally import TallyQueries


class Dataset(ChangeQueries, TallyQueries):
    """An edition: immutable, read table by table when a query first needs one.

    The functions of the package are the methods of the newest edition.

    >>> import sco
    >>> data = sco.edition("2026.11")
    >>> data.status_of("KZ", "2026-01-01") == sco.status_of("KZ", "2026-01-01")
    True
    """

    def __repr__(self) -> str:
        return f"<Dataset {self.version}>"

    def __reduce__(self) -> tuple[Callable[[str], Dataset], tuple[str]]:
        return edition, (self.version,)


def editions() -> tuple[str, ...]:
    """The versions of all editions that this installation has, oldest first.

    >>> import sco
    >>> sco.DATA_VERSION == sco.editions()[-1]
    True
    """
    return _editions.versions()


@cache
def edition(version: str) -> Dataset:
    """One edition of the data.

    Args:
        version: Such as ``"2026.11"``.

    Raises:
        UnknownEditionError: If this installation has none of that version.

    >>> import sco
    >>> sco.edition("2026.11")
    <Dataset 2026.11>
    >>> sco.edition("1999.01")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    sco.UnknownEditionError: no edition '1999.01'; this installation has ...
    """
    _editions.path_of(version)
    return Dataset(version)

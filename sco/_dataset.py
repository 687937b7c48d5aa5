"""One edition of the data, with every query as a method."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache

from sco._edition import index
from sco._edition.files import Files
from sco._errors import QueryError
from sco._queries import changes as _changes
from sco._queries import happenings as _happenings
from sco._queries import lookup as _lookup
from sco._queries import meetings as _meetings
from sco._queries import membership as _membership
from sco._queries import people as _people
from sco._queries import published as _published
from sco._queries import summits as _summits
from sco._queries import tallies as _tallies
from sco._queries import visits as _visits
from sco._queries.base import Queried


class Dataset(Queried):
    """An edition: immutable, read table by table when a query first needs one.

    The functions of the package are the methods of the newest edition.

    >>> import sco
    >>> data = sco.edition("2026.11")
    >>> data.status_of("KZ", "2026-01-01") == sco.status_of("KZ", "2026-01-01")
    True
    """

    members_as_of = _membership.members_as_of
    members_in = _membership.members_in
    status_of = _membership.status_of
    episodes = _membership.episodes
    steps = _membership.steps
    changes = _changes.changes

    summits = _summits.summits
    summit = _summits.summit
    chair_as_of = _summits.chair_as_of

    leaders = _people.leaders
    officers = _people.officers
    person = _people.person
    people = _people.people

    visits = _visits.visits
    meetings_between = _meetings.meetings_between
    meetings = _meetings.meetings

    events = _happenings.events
    on = _happenings.on
    record = _lookup.record

    announcements = _published.announcements
    coverage = _published.coverage
    tallies = _published.tallies
    tally = _tallies.tally
    reconcile = _tallies.reconcile

    def __repr__(self) -> str:
        return f"<Dataset {self.version}>"

    def __reduce__(self) -> tuple[Callable[[str], Dataset], tuple[str]]:
        return edition, (self.version,)


class _Elsewhere(Dataset):
    """An edition that is none of this installation's."""

    def __init__(self, files: Files) -> None:
        super().__init__()
        self._own = files
        self._asked_version = files.version

    def _files(self) -> Files:
        return self._own

    def __reduce__(self) -> tuple[Callable[[str], Dataset], tuple[str]]:
        return edition, (self._own.where,)


def editions() -> tuple[str, ...]:
    """The versions of all editions that this installation has, oldest first.

    >>> import sco
    >>> sco.DATA_VERSION == sco.editions()[-1]
    True
    """
    return tuple(index.entries())


def edition(version: str | os.PathLike[str]) -> Dataset:
    """One edition of the data.

    Args:
        version: One that this installation has, such as ``"2026.11"``; or the path of a folder
            or a zip archive that holds an edition.

    Raises:
        UnknownEditionError: If this installation has none of that version, or if there is
            nothing at the path.
        QueryError: If it is neither text nor a path.
        DataError: If what is there is no edition, or not whole.

    >>> import sco
    >>> sco.edition("2026.11")
    <Dataset 2026.11>
    >>> sco.edition("1999.01")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    sco.UnknownEditionError: no edition '1999.01'; this installation has ...
    """
    if not isinstance(version, str | os.PathLike):
        raise QueryError(
            f"an edition is named by a version such as '2026.11' or by a path, not by {version!r}"
        )
    name = os.fspath(version)
    if name in index.entries() or index.is_version(name):
        return _known(name)
    from sco._edition.files import found

    return _Elsewhere(found(name))


def chosen(version: str | None) -> Dataset:
    """The edition of a version, the newest for None.

    Raises:
        UnknownEditionError: If there is none of that version.
    """
    return edition(version if version is not None else editions()[-1])


@cache
def _known(version: str) -> Dataset:
    return Dataset(version)

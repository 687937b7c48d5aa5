"""Where the editions of the data are, and which there are."""

from __future__ import annotations

import os

from sco._errors import DataError, UnknownEditionError

_HERE = os.path.dirname(os.path.abspath(__file__))
# An installed wheel carries the editions inside the package; a checkout, and so an
# editable install, has them beside it.
_HOMES = (os.path.join(_HERE, "editions"), os.path.join(_HERE, os.pardir, "data", "editions"))


def home() -> str:
    """The folder that holds the editions.

    Raises:
        DataError: If the installation has none.
    """
    for path in _HOMES:
        if os.path.isdir(path):
            return path
    raise DataError(f"this installation of sco has no data: none of {', '.join(_HOMES)} exists")


def versions() -> tuple[str, ...]:
    """The versions of all editions, oldest first."""
    found = [name for name in os.listdir(home()) if name.replace(".", "").isdigit()]
    return tuple(sorted(found, key=lambda name: [int(part) for part in name.split(".")]))


def path_of(version: str) -> str:
    """The folder of one edition.

    Raises:
        UnknownEditionError: If there is none of that version.
    """
    known = versions()
    if version not in known:
        raise UnknownEditionError(
            f"no edition {version!r}; this installation has {', '.join(known) or 'none'}"
        )
    return os.path.join(home(), version)

"""From whatever a caller calls a city to the name in the records."""

from __future__ import annotations

from sco._inputs.countries import folded

# Cities that were called otherwise at the time of a meeting, or are in the press.
_RENAMED = {
    "nur sultan": "astana",
    "akmola": "astana",
    "alma ata": "almaty",
    "peking": "beijing",
    "frunze": "bishkek",
    "st petersburg": "saint petersburg",
    "ashkhabad": "ashgabat",
    "new delhi": "delhi",
    "kiev": "kyiv",
}


def same_city(name: str) -> str:
    """A city's name as it is compared, under whichever name it went."""
    plain = folded(name)
    return _RENAMED.get(plain, plain)

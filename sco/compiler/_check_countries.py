"""Checks that codes and names of states are those of one state alone."""

from __future__ import annotations

import gettext
from collections.abc import Iterator

from sco._inputs.countries import folded
from sco.compiler._reading import Reading, Record

_NAMES = ("alpha_2", "alpha_3", "numeric", "name", "name_ru", "name_zh")
_LANGUAGES = ("ru", "zh_CN")  # in which, besides English, states can be asked for


def check(reading: Reading) -> None:
    """Add a fault for every code that is not ISO's, and every name that is another state's."""
    # Imported here: it takes longer than the rest of a small check.
    import pycountry

    elsewhere = {folded(name): code for name, code in _names_elsewhere()}
    own: dict[str, str] = {}
    for record in reading.of("countries"):
        known = pycountry.countries.get(alpha_2=record.row["alpha_2"])
        for field in ("alpha_3", "numeric"):
            wanted = getattr(known, field, None)
            if record.row[field] != wanted:
                message = f"ISO 3166-1 has {wanted}, not {record.row[field]}"
                reading.fault(record, field, message)
        for field in _NAMES:
            _check_name(reading, record, field, record.row[field], own, elsewhere)
    for record in reading.of("aliases"):
        _check_name(reading, record, "aliases", record.row["alias"], own, elsewhere)
    _check_numbers(reading)


def _check_name(
    reading: Reading,
    record: Record,
    field: str,
    name: str,
    own: dict[str, str],
    elsewhere: dict[str, str],
) -> None:
    state = record.row.get("country") or record.row["alpha_2"]
    if not folded(name):
        reading.fault(record, field, f"{name!r} has no letter to ask by")
        return
    for other in (own.setdefault(folded(name), state), elsewhere.get(folded(name), state)):
        if other != state:
            reading.fault(record, field, f"{name} is a name of {other}, not of {state}")
            return


def _check_numbers(reading: Reading) -> None:
    """The codes of Correlates of War, and of Gleditsch and Ward, each name one state."""
    for field in ("cow", "gw"):
        seen: dict[str, str] = {}
        for record in reading.of("countries"):
            number = record.row[field]
            if number and seen.setdefault(number, record.id) != record.id:
                reading.fault(record, field, f"{number} is that of {seen[number]}")


def _names_elsewhere() -> Iterator[tuple[str, str]]:
    """What ISO 3166-1 calls every state, and what it is called in the languages asked in."""
    import pycountry

    translations = [
        gettext.translation("iso3166-1", pycountry.LOCALES_DIR, [language], fallback=True)
        for language in _LANGUAGES
    ]
    for state in pycountry.countries:
        names = {state.alpha_2, state.alpha_3, state.numeric}
        names |= {getattr(state, f, state.name) for f in ("name", "official_name", "common_name")}
        yield from ((name, state.alpha_2) for name in names)
        yield from ((t.gettext(name), state.alpha_2) for name in names for t in translations)

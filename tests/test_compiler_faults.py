"""The compiler cannot be fooled: files, ids, names and counts that cannot be right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.small_edition import (
    COVERAGE,
    DELEGATES,
    MEETINGS,
    PLANS,
    SUMMITS,
    TALLIES,
    TENURES,
    VISITS,
    Change,
    check,
    gets,
    has,
    records,
)
from tests.small_records import alternative, country, tally


def moves(file: str, to: str) -> Change:
    """A file gets another name."""
    return lambda data: data.update({to: data.pop(file)})


FILES_AND_IDS: list[tuple[str, Change, str]] = [
    ("pair", moves(MEETINGS, "meetings/CN-RU/2024"), "belongs in data/meetings/KZ-RU/2024.toml"),
    ("year", moves(MEETINGS, "meetings/KZ-RU/2023"), "belongs in data/meetings/KZ-RU/2024.toml"),
    ("deep", moves(MEETINGS, "meetings/KZ-RU/a/2024"), "belongs in data/meetings/KZ-RU/2024.toml"),
    ("visit", moves(VISITS, "visits/CN-RU/2024"), "belongs in data/visits/KZ-RU/2024.toml"),
    ("tally", moves(TALLIES, "tallies/CN-RU"), "KZ-RU-2024-07-09-a: belongs in data/tallies/KZ-RU"),
    ("term", moves(TENURES, "leaders/TJ"), "belongs in data/leaders/KZ.toml"),
    ("person", moves("people/RU", "people/TJ"), "ivan-petrov: belongs in data/people/RU.toml"),
    ("step", moves("steps/KZ", "steps/texts"), "belongs in data/steps/KZ.toml"),
    ("body", moves(SUMMITS, "summits/chg"), "CHS-24: belongs in data/summits/chs.toml"),
    ("list", moves(DELEGATES, "delegations/CHS-25"), "belongs in data/delegations/CHS-24.toml"),
    ("plan", moves(PLANS, "announcements/a/b"), "belongs in a file in data/announcements"),
    ("coverage", moves(COVERAGE, "coverage/CN-RU-2"), "is not about the pair of its file, CN-RU"),
    ("data set", moves("external/cow", "external/a/b"), "belongs in a file in data/external"),
    ("meeting id", has(MEETINGS, 1, id="x"), "x: id: must begin with the pair"),
    ("other pair", has(MEETINGS, 1, id="CN-RU-2024-07-09"), "alphabetical order: KZ-RU"),
    ("turned pair", has(MEETINGS, 1, id="RU-KZ-2024-07-09"), "alphabetical order: KZ-RU"),
    ("no day", has(MEETINGS, 1, id="KZ-RU-2024-13"), "id: must be KZ-RU-2024-07-09, and after it"),
    ("other day", has(MEETINGS, 1, id="KZ-RU-2024-02-09"), "id: names another start than 2024-07-"),
    ("other level", has(MEETINGS, 1, id="KZ-RU-2024-07-09-pm"), "id: must be KZ-RU-2024-07-09, an"),
    ("no call", has(MEETINGS, 1, id="KZ-RU-2024-07-09-phone"), "id: must be KZ-RU-2024-07-09, and"),
    ("visit id", has(VISITS, id="RU-to-KZ-2024-07-08"), "id: must be KZ-to-RU-2024-07-08"),
    ("no premier", has(VISITS, id="KZ-to-RU-2024-07-08-pm"), "id: ends in -pm for heads of gov"),
    ("tally id", has(TALLIES, id="KZ-RU-2021-07-09-a"), "id: names another on than 2024-07-09"),
    ("no letter", has(TALLIES, id="KZ-RU-2024-07-09"), "id: must be KZ-RU-2024-07-09, and after"),
    ("term id", has(TENURES, id="KZ-hog-aigul-bekova-2019"), "must be KZ-hos-aigul-bekova-2019-03"),
    ("term year", has(TENURES, id="KZ-hos-aigul-bekova-2017"), "id: names another start than 20"),
    ("acting", has(TENURES, id="KZ-hos-aigul-bekova-2019-acting"), "id: must be KZ-hos-aigul-beko"),
    ("episode", has("episodes", 1, id="KZ-observer"), "id: must be the state and the status, KZ-"),
    ("step kind", has("steps/KZ", id="KZ-2001-06-15-merged"), "id: must be KZ-2001-06-15, and aft"),
    (
        "officer",
        has("officers", id="rats_director-li-wei-2022"),
        "must be secretary_general-li-wei",
    ),
    ("name", has("people/RU", name="Ivan Sidorov"), "lower-case ASCII with hyphens, ivan-sidorov"),
    ("plan id", has(PLANS, id="bekova-moscow"), "id: must be announced-2024-06-01"),
    ("coverage pair", has(COVERAGE, id="meetings-2024"), "id: must name the states, KZ-RU"),
    ("coverage id", has(COVERAGE, id="KZ-RU|2024"), "id: must be words of ASCII letters"),
    ("coding", has("external/cow", id="factbook-CN-2001"), "id: must be a word of the data set's"),
    ("summit id", has(SUMMITS, id="CHS-23"), "must be the body and the ordinal, CHS-24"),
]

NAMES: list[tuple[str, Change, str]] = [
    ("table", has(COVERAGE, table="meeting"), "table: no table 'meeting'; there are countries, "),
    ("rule", has(TALLIES, rule="formel"), "rule: no counting rule 'formel'; there are formal_in"),
    ("event", has(PLANS, event="KZ-to-RU-2024-07-09"), "event: no visits record 'KZ-to-RU-2024-07"),
    ("subject", has(PLANS, subject="meeting"), "event: no meetings record 'KZ-to-RU-2024-07-08'"),
    ("visit", has(MEETINGS, 1, visit="RU-to-KZ-2024-07-08"), "visit: no visits record"),
    ("summit", has(MEETINGS, summit="CHS-99"), "summit: no summits record 'CHS-99'"),
    ("session", lambda d: d[DELEGATES].update(summit="CHS-9"), "summit: no summits record 'CHS-9'"),
    ("leader", has(TALLIES, leaders=["aigul-bekova", "nobody"]), "no people record 'nobody'"),
    ("state", has(TALLIES, countries=["KZ", "XX"]), "countries: no countries record 'XX'"),
    ("language", lambda d: records(d, VISITS)[0]["sources"][0].update(language="xx"), "'xx' is no"),
    (
        "disputed state",
        has(VISITS, alternatives=[alternative(field="host", value="XX")]),
        "alternatives: no countries record 'XX'",
    ),
    (
        "disputed field",
        has(VISITS, alternatives=[alternative(field="begin")]),
        "alternatives: visits have no field begin to dispute; there are start,",
    ),
    (
        "own words",
        has(VISITS, alternatives=[alternative(field="note")]),
        "no field note to dispute",
    ),
    (
        "disputed day",
        has(VISITS, alternatives=[alternative(value="5 July")]),
        "alternatives: start must be a TOML date, or a partial date",
    ),
    (
        "disputed class",
        has(VISITS, alternatives=[alternative(field="kind", value="grand")]),
        "alternatives: kind must be one of state, official",
    ),
    (
        "not disputed",
        has(VISITS, alternatives=[alternative(value="2024-07-08")]),
        "alternatives: start is 2024-07-08 already",
    ),
    ("alias", has("countries", 1, aliases=["КНР"]), "aliases: КНР is a name of CN, not of KZ"),
    ("code", has("countries", 1, aliases=["prc"]), "aliases: prc is a name of CN, not of KZ"),
    ("of ISO", has("countries", 1, aliases=["République", "Mongolia"]), "Mongolia is a name of MN"),
    (
        "in Russian",
        has("countries", 1, aliases=["Монголия"]),
        "Монголия is a name of MN, not of KZ",
    ),
    ("in Chinese", has("countries", 1, aliases=["蒙古"]), "蒙古 is a name of MN, not of KZ"),
    ("no letters", has("countries", 1, aliases=["."]), "aliases: '.' has no letter to ask by"),
    ("name of two", has("countries", 1, name="Russia"), "Russia is a name of "),
    (
        "cow",
        lambda d: [r.update(cow=705) for r in records(d, "countries")],
        "cow: 705 is that of CN",
    ),
    (
        "unknown state",
        gets("countries", country("XK", "XKX", "983", "Kosovo", "Косово", "科索沃")),
        "XK: alpha_3: ISO 3166-1 has None, not XKX",
    ),
]

COUNTS: list[tuple[str, Change, str]] = [
    ("negative", has(TALLIES, value=-5), "value: must be from 0 to 9999, not -5"),
    ("none", has(TALLIES, value=0), "value: must be from 1 to 1000, not 0"),
    ("many", has(TALLIES, value=1001), "value: must be from 1 to 1000, not 1001"),
    ("huge", has(TALLIES, value=10**18), "value: must be from 0 to 9999"),
    ("beyond", has(TALLIES, value=10**23), "value: cannot be an integer of 77 bits"),
    ("future", has(TALLIES, on=date(2099, 1, 1)), "on: 2099-01-01 is after 2026-11-22, the day of"),
    ("until", has(TALLIES, until=date(2018, 1, 1)), "until: 2018-01-01 is before 2019-01-01"),
    ("since", has(TALLIES, since=date(2024, 7, 10)), "on: 2024-07-09 is before 2024-07-10"),
    ("one state", has(TALLIES, countries=["KZ"]), "countries: must be two states, not KZ"),
    (
        "same state",
        has(TALLIES, countries=["KZ", "KZ"]),
        "countries: names one twice: ['KZ', 'KZ']",
    ),
    ("three", has(TALLIES, countries=["CN", "KZ", "RU"]), "must be two states, not CN, KZ, RU"),
    (
        "of neither",
        has(TALLIES, leaders=["ivan-petrov", "li-wei"]),
        "leaders: li-wei had led neither KZ nor RU by 2024-07-09",
    ),
    (
        "no leader",
        has(TALLIES, leaders=["daniyar-omarov", "ivan-petrov"]),
        "leaders: daniyar-omarov had led neither KZ nor RU",
    ),
    (
        "not yet",
        gets(TALLIES, tally(date(2019, 3, 19))),
        "aigul-bekova had led neither KZ nor RU by",
    ),
    ("of one", has(TALLIES, leaders=["ivan-petrov"]), "must be of both KZ and RU where meetings"),
    ("no visit", has(TALLIES, visitor="KZ", host="RU"), "visitor: goes with counts of visits"),
    ("no visitor", has(TALLIES, counts="visits"), "visitor: must be one of KZ and RU, and host"),
    (
        "guest of itself",
        has(TALLIES, counts="visits", visitor="KZ", host="KZ"),
        "visitor: must be one of KZ and RU, and host",
    ),
    (
        "never searched",
        has(COVERAGE, extent="not_searched"),
        "counts: meetings of KZ and RU were never searched: say under data/coverage how far",
    ),
    (
        "other traveller",
        has(TALLIES, counts="visits", visitor="KZ", host="RU", leaders=["ivan-petrov"]),
        "leaders: must be of KZ, the visitor",
    ),
]

CASES = [
    pytest.param(change, words, id=f"{kind}: {name}")
    for kind, cases in (
        ("file or id", FILES_AND_IDS),
        ("name", NAMES),
        ("count", COUNTS),
    )
    for name, change, words in cases
]


@pytest.mark.parametrize(("change", "words"), CASES)
def test_what_cannot_be_true_is_a_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: Change, words: str
) -> None:
    assert check(tmp_path, change) == 1
    assert words in capsys.readouterr().err

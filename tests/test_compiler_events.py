"""The compiler cannot be fooled: summits, meetings and visits that cannot have been."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.small_edition import (
    DELEGATES,
    MEETINGS,
    PLANS,
    SUMMITS,
    VISITS,
    Change,
    check,
    gets,
    has,
    records,
)
from tests.small_records import meeting, other_meeting, summit

THIRD_OF_JULY = date(2024, 7, 3)
SUMMIT_FAULTS: list[tuple[str, Change, str]] = [
    ("ordinal", has(SUMMITS, 1, ordinal=10**30), "ordinal: cannot be an integer of 100 bits"),
    ("gap", has(SUMMITS, 1, ordinal=27, id="CHS-27"), "CHS-27: ordinal: leaves out CHS-25"),
    (
        "order",
        has(SUMMITS, 1, start=THIRD_OF_JULY, session_day=THIRD_OF_JULY),
        "CHS-25: start: 2024-07-03 is not after CHS-24",
    ),
    ("host", has(SUMMITS, host="RU"), "CHS-24: host: Astana is in KZ in other records, not in RU"),
    (
        "host of a new city",
        lambda d: (has(SUMMITS, host="RU", city="Aktau")(d), records(d, DELEGATES).pop()),
        "CHS-24: host: RU is not in the delegations, which are complete",
    ),
    ("no member", has(SUMMITS, host="TJ"), "CHS-24: host: TJ was no member on 2024-07-04"),
    (
        "next chair",
        has(SUMMITS, next_chair="RU"),
        "next_chair: RU is not that of CHS-25, which was",
    ),
    ("no next chair", has(SUMMITS, next_chair="TJ"), "next_chair: TJ was no member on 2024-07-04"),
    ("chair", has(SUMMITS, chair="ivan-petrov"), "chair: ivan-petrov is of RU, not of KZ"),
    (
        "absent chair",
        has(SUMMITS, chair="daniyar-omarov"),
        "chair: daniyar-omarov is not in the del",
    ),
    (
        "past plan",
        lambda d: (
            has(SUMMITS, 1, start="2026-10", end="2026-10", scheduled=True)(d),
            records(d, SUMMITS)[1].pop("session_day"),
        ),
        "CHS-25: scheduled: cannot be true after 2026-10: say whether it was held",
    ),
    (
        "future",
        gets(SUMMITS, summit(26, date(2026, 11, 23), "RU", "Moscow", "ivan-petrov", "KZ")),
        "CHS-26: start: 2026-11-23 is after 2026-11-22, the day of the edition",
    ),
    ("capacity", has(DELEGATES, capacity="observer"), "capacity: CN was no observer on 2024-07-04"),
    ("mode", has(DELEGATES, mode="video"), "mode: cannot be video: CHS-24 was in_person"),
    (
        "two heads",
        gets(
            DELEGATES,
            {"country": "KZ", "person": "daniyar-omarov", "office": "Aide", "capacity": "member"},
        ),
        "head: CHS-24/KZ/aigul-bekova is head of the delegation already",
    ),
    (
        "other state's",
        has(DELEGATES, person="ivan-petrov"),
        "person: ivan-petrov is of RU, not of CN",
    ),
    ("own summit", has(DELEGATES, summit="CHS-24"), "summit: is that of the file: leave it out"),
]

EVENTS: list[tuple[str, Change, str]] = [
    (
        "same meeting",
        gets(MEETINGS, other_meeting()),
        "KZ-RU-2024-07-10: may be KZ-RU-2024-07-09: same people, same or adjoining day",
    ),
    (
        "same day",
        gets(MEETINGS, meeting(date(2024, 7, 9), id="KZ-RU-2024-07-09-b")),
        "KZ-RU-2024-07-09-b: may be KZ-RU-2024-07-09",
    ),
    (
        "same month",
        gets(MEETINGS, other_meeting(id="KZ-RU-2024-07", start="2024-07")),
        "may be KZ-RU-2024-07: same people",
    ),
    (
        "sides the other way round",
        gets(MEETINGS, other_meeting(participants=other_meeting()["participants"][::-1])),
        "may be KZ-RU-2024-07-09",
    ),
    (
        "no reason",
        gets(MEETINGS, other_meeting(distinct_from=["KZ-RU-2024-07-09"])),
        "note: is required: why it is not KZ-RU-2024-07-09",
    ),
    (
        "far",
        has(MEETINGS, note="N", distinct_from=["KZ-RU-2024-07-09"]),
        "KZ-RU-2024-07-09 is not near",
    ),
    (
        "no such",
        has(MEETINGS, note="N", distinct_from=["x"]),
        "distinct_from: no meetings record 'x'",
    ),
    ("shape", has(MEETINGS, distinct_from="x"), "distinct_from: must be a list of ids, not 'x'"),
    (
        "same visit",
        lambda d: gets(
            VISITS,
            {
                **records(d, VISITS)[0],
                "id": "KZ-to-RU-2024-07-10",
                "start": date(2024, 7, 10),
                "end": date(2024, 7, 11),
            },
        )(d),
        "KZ-to-RU-2024-07-10: may be KZ-to-RU-2024-07-08",
    ),
    ("level", has(MEETINGS, 1, level="mixed"), "level: cannot be mixed: each was head_of_state"),
    (
        "not in office",
        lambda d: records(d, MEETINGS)[1]["participants"][0].update(person="daniyar-omarov"),
        "participants: daniyar-omarov was not head_of_state of KZ on 2024-07-09",
    ),
    ("talks", has(VISITS, precision="talks"), "confidence: is medium at most where the days are"),
    ("at home", has(VISITS, host="KZ"), "host: cannot be KZ, the visitor's own state"),
    ("traveller", has(VISITS, leader="ivan-petrov"), "leader: ivan-petrov is of RU, not of KZ"),
    ("visit elsewhere", has(VISITS, summit="CHS-24"), "summit: CHS-24 was in KZ, not in RU"),
    (
        "at another time",
        has(MEETINGS, summit="CHS-25"),
        "CHS-25 was from 2025-09-01 to 2025-09-01, no",
    ),
    ("elsewhere", has(MEETINGS, country="RU", city="Omsk"), "summit: CHS-24 was in KZ, not in RU"),
    (
        "city",
        has(MEETINGS, 1, city="Astana"),
        "country: Astana is in KZ in other records, not in RU",
    ),
    ("no city", lambda d: records(d, MEETINGS)[1].pop("city"), "city: is that of the place"),
    (
        "three",
        lambda d: records(d, MEETINGS)[1]["participants"].append(
            {"country": "CN", "person": "li-wei"}
        ),
        "participants: are 3: three or four in a trilateral, and only there",
    ),
    (
        "same number",
        lambda d: [m.update(kind="regular", number=3) for m in records(d, MEETINGS)],
        "number: 3 is that of KZ-RU-2024-07-04",
    ),
    (
        "side of another state",
        lambda d: records(d, MEETINGS)[1]["participants"][0].update(person="li-wei"),
        "participants: li-wei is of CN, not of KZ",
    ),
    ("in the future", has(VISITS, end=date(2026, 11, 23)), "end: 2026-11-23 is after 2026-11-22"),
    (
        "plan after the event",
        has(PLANS, published=date(2024, 7, 10)),
        "is after KZ-to-RU-2024-07-08",
    ),
    (
        "plan of others",
        has(PLANS, countries=["CN", "RU"]),
        "countries: lack KZ, which KZ-to-RU-2024",
    ),
    ("cancelled", has(PLANS, outcome="cancelled"), "outcome: cannot be cancelled for a plan that"),
]

CASES = [
    pytest.param(change, words, id=f"{kind}: {name}")
    for kind, cases in (
        ("summit", SUMMIT_FAULTS),
        ("event", EVENTS),
    )
    for name, change, words in cases
]


@pytest.mark.parametrize(("change", "words"), CASES)
def test_what_cannot_be_true_is_a_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: Change, words: str
) -> None:
    assert check(tmp_path, change) == 1
    assert words in capsys.readouterr().err

"""The columns of the panels: the one description that frames and documents are made from."""

from __future__ import annotations

import attrs

from sco.records.meetings import Level, Mode
from sco.records.membership import Status

NONE = "none"
"""What a panel says of a state that is known to have had no status."""

# The first that a state held in a period is its status under partial="any".
RANKS: tuple[Status | None, ...] = (
    Status.MEMBER,
    Status.OBSERVER,
    Status.PARTNER,
    Status.DIALOGUE_PARTNER,
    Status.SHANGHAI_FIVE,
    None,
)


@attrs.frozen
class Column:
    """One column of a panel.

    Attributes:
        name: Its name.
        type: ``string``, ``integer``, ``boolean`` or ``date``, as in a Data Package.
        description: What it holds.
    """

    name: str
    type: str
    description: str


def _words(name: str) -> str:
    return name.replace("_", " ")


def _spent(status: Status | None) -> str:
    if status is None:
        return "without a status"
    return "in the Shanghai Five" if status is Status.SHANGHAI_FIVE else f"as {_words(status)}"


def _codes(suffix: str = "", of: str = "") -> tuple[Column, ...]:
    return (
        Column(f"country{suffix}", "string", f"ISO 3166-1 alpha-2 code{of}."),
        Column(f"alpha_3{suffix}", "string", f"ISO 3166-1 alpha-3 code{of}."),
        Column(f"numeric{suffix}", "string", f"ISO 3166-1 numeric code{of}, three digits."),
        Column(f"name{suffix}", "string", f"English short name{of}."),
        Column(f"cow{suffix}", "integer", f"Correlates of War country code{of}."),
        Column(f"gw{suffix}", "integer", f"Gleditsch-Ward number{of}."),
    )


_YEAR = Column("year", "integer", "The calendar year.")
_STATUSES = ", ".join(f"`{status}`" for status in RANKS if status)
_PERIOD = (
    Column(
        "status",
        "string",
        f"The status: {_STATUSES}, or `{NONE}`. Which of several is chosen by `partial`; missing "
        "where it is not known, or with `exact` where it changed.",
    ),
    Column("changed", "boolean", "Whether the status changed within the period."),
    Column("days", "integer", "Days of the period."),
    *(
        Column(
            f"days_{status or NONE}",
            "integer",
            f"Days known to have been spent {_spent(status)}; missing instead of 0 where a day "
            "that is not known may have been one.",
        )
        for status in RANKS
    ),
    Column(
        "days_unknown",
        "integer",
        "Days of which the status is not known: between the first and the last possible day of "
        "a change, or past the last day searched.",
    ),
)

COUNTRY_YEAR = (*_codes(), _YEAR, *_PERIOD)
COUNTRY_MONTH = (
    *_codes(),
    _YEAR,
    Column("month", "integer", "The calendar month, 1 to 12."),
    *_PERIOD,
)
COUNTRY_DAY = (
    *_codes(),
    Column("date", "date", "The day."),
    Column(
        "status", "string", f"The status: {_STATUSES}, or `{NONE}`; missing where it is not known."
    ),
)

_ZERO = "Missing instead of 0 where coverage is not complete."


def _meeting(mode: Mode, level: Level) -> str:
    if mode is Mode.PHONE:
        return f"Telephone calls, level {_words(level)}. {_ZERO}"
    return f"Formal meetings, {_words(mode)}, level {_words(level)}. {_ZERO}"


MEETING_CELLS = {(mode, level): f"{mode}_{level}" for mode in Mode for level in Level}
DYAD_YEAR = (
    *_codes("_a", " of the first state (of the visitor, if directed)"),
    *_codes("_b", " of the second state (of the host, if directed)"),
    _YEAR,
    Column("days_both_members", "integer", "Days on which both are known to have been members."),
    Column(
        "both_members",
        "boolean",
        "Whether both were members on any day; missing where that is not known.",
    ),
    Column(
        "visits",
        "integer",
        f"Visits of either's leaders to the other, or of the first's if directed. {_ZERO}",
    ),
    Column("meetings", "integer", f"Formal meetings, in person and by video. {_ZERO}"),
    *(Column(name, "integer", _meeting(*key)) for key, name in MEETING_CELLS.items()),
    Column(
        "co_attendance",
        "integer",
        f"Occasions at which leaders of both were and no talk is documented. {_ZERO}",
    ),
    Column("visits_covered", "boolean", "Whether coverage of visits is complete for the year."),
    Column(
        "meetings_covered",
        "boolean",
        "Whether coverage of formal meetings is complete for the year, at every level.",
    ),
)

PANELS = {
    "country_year": COUNTRY_YEAR,
    "country_month": COUNTRY_MONTH,
    "country_day": COUNTRY_DAY,
    "dyad_year": DYAD_YEAR,
}

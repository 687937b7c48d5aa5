"""Counting rules: what is counted when somebody says that two leaders have met N times.

A rule says what it counts in general; what a pair's running count takes in beyond that stands
in the data, with sources (`Inclusion`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sco.records.meetings import Meeting, Visit

MeetingRule = Callable[["Meeting"], bool]
VisitRule = Callable[["Visit", bool], bool]


def formal_in_person(meeting: Meeting) -> bool:
    """Documented bilateral talks in person: neither video nor both merely present.

    The stricter of the two rules in use. Russian and Chinese agencies' "21st meeting"
    (July 2017), "24th" (June 2018) and "29th" (June 2019) of Xi and Putin follow it.
    """
    return meeting.formal and meeting.mode == "in_person"


def formal(meeting: Meeting) -> bool:
    """Documented bilateral talks, in person and by video; phone calls never."""
    return meeting.formal and meeting.mode != "phone"


def cumulative(meeting: Meeting) -> bool:
    """The running count that one side's officials use, such as China's of Xi and Putin.

    Talks in person and by video, and the occasions without a documented talk that the data
    names for the pair (`Inclusion`). For Xi and Putin it gives 10 (May 2015), 22 (July
    2017), 30 (June 2019), 37 (December 2021), 38 (February 2022), 40 (March 2023), 42 (October
    2023) and 44 (before October 2024), each as said.
    """
    return formal(meeting)


def present(meeting: Meeting) -> bool:
    """Every occasion at which both are documented, talk or not; phone calls never."""
    return meeting.mode != "phone"


def phone_calls(meeting: Meeting) -> bool:
    """Phone calls alone."""
    return meeting.mode == "phone"


def exchanges(meeting: Meeting) -> bool:
    """Documented talks in person, by video and by telephone.

    The "two exchanges this year" that Chinese leaders counted in February and March 2025 are a
    talk by video and a phone call.
    """
    return meeting.formal


def regular_meetings(meeting: Meeting) -> bool:
    """The numbered regular meetings of the heads of government alone."""
    return meeting.kind == "regular"


MEETING_RULES: dict[str, MeetingRule] = {
    rule.__name__: rule
    for rule in (
        formal_in_person,
        formal,
        cumulative,
        present,
        phone_calls,
        exchanges,
        regular_meetings,
    )
}
"""Rules that count meetings, by name."""


def visits(visit: Visit, as_head_of_state: bool) -> bool:
    """The trips of one side's leaders to the other state, in whichever office they made them.

    Putin's 25th to China (May 2026, as Xi counted) takes in those of 2008, 2009 and 2011, when
    he was prime minister.
    """
    return True


def visits_as_head_of_state(visit: Visit, as_head_of_state: bool) -> bool:
    """The trips that one side's leaders made to the other state as head of state."""
    return as_head_of_state


def bilateral_visits(visit: Visit, as_head_of_state: bool) -> bool:
    """The trips made as head of state to the other state itself, not for a summit or event there.

    Agencies called Putin's visit of October 2004 his third (July 2000, December 2002) and had
    four by 2008: the trips to Shanghai for APEC and the SCO are left out.
    """
    return as_head_of_state and visit.kind != "multilateral"


VISIT_RULES: dict[str, VisitRule] = {
    rule.__name__: rule for rule in (visits, visits_as_head_of_state, bilateral_visits)
}
"""Rules that count the trips of one side's leaders to the other state, by name."""


KNOWN_SINCE = {"exchanges": "2026.11.1", "bilateral_visits": "2026.11.1"}
"""The edition with which a rule came, where it did not come with the first."""

SEARCHED = {"phone_calls": "phone_calls", "exchanges": "phone_calls", "present": "co_attendance"}
"""What has to have been searched for a rule, beyond the talks."""

APPLICABLE = {
    "meetings": ("formal_in_person", "formal", "cumulative", "present"),
    "regular_meetings": ("regular_meetings",),
    "phone_calls": ("phone_calls",),
    "visits": ("visits", "visits_as_head_of_state", "bilateral_visits"),
    "exchanges": ("exchanges",),
}
"""Which rules can give a published number of each kind."""


def meaning(rule: str) -> str:
    """What a rule counts, in the first line of its description."""
    rules: dict[str, object] = {**MEETING_RULES, **VISIT_RULES}
    return (rules[rule].__doc__ or "").partition("\n")[0]

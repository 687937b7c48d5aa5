"""Leaders' terms, as bands behind a picture."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sco._inputs.dates import first_day
from sco.records.people import Role

if TYPE_CHECKING:
    from sco._dataset import Dataset
    from sco.records.common import Country
    from sco.records.meetings import Meeting
    from sco.records.people import Person


class Term(NamedTuple):
    """A person's unbroken time in an office; ``end`` is the successor's first day."""

    person: Person
    role: Role
    start: date
    end: date


def terms(data: Dataset, country: Country) -> list[Term]:
    """The terms of a state's leaders, by role and start, those of one person joined."""
    found: list[Term] = []
    for tenure in sorted(
        (t for t in data.records.tenures if t.country == country),
        key=lambda t: (t.role, first_day(t.start)),
    ):
        start = first_day(tenure.start)
        end = first_day(tenure.end) if tenure.end is not None else date.max
        before = found[-1] if found and found[-1].role == tenure.role else None
        if before is not None and before.person == tenure.person and start <= before.end:
            found[-1] = before._replace(end=max(end, before.end))
        elif before is None or end > before.end:
            # Somebody who stood in while another held the office has no band.
            found.append(Term(tenure.person, tenure.role, start, end))
    return found


def usual_role(meetings: tuple[Meeting, ...], country: Country, held: list[Term]) -> Role:
    """The office in which a state's side mostly took part: for India, not the President's."""
    roles = Counter(
        term.role
        for meeting in meetings
        for side in meeting.participants
        for term in held
        if side.country == country
        and side.person == term.person
        and term.start <= first_day(meeting.start) < term.end
    )
    return max((Role.HEAD_OF_STATE, Role.HEAD_OF_GOVERNMENT), key=roles.__getitem__)


def family_name(person: Person) -> str:
    """A Chinese name begins with the family name, the others end with it."""
    words = person.name.split()
    return words[0] if person.country.alpha_2 == "CN" else words[-1]

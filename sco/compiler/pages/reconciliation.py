"""The page that sets published counts of meetings against our own."""

from __future__ import annotations

import inspect
from datetime import date
from itertools import chain, starmap

from sco._dataset import Dataset
from sco._queries import rules
from sco.compiler.pages._markdown import GENERATED, links, table
from sco.records.published import Reconciliation

_XI, _PUTIN = "xi-jinping", "vladimir-putin"

_HEAD = """{generated}

# "More than 40 times": Russia and China, counted

How often have Xi Jinping and Vladimir Putin met? Officials and agencies have published {total} counts of
Russian and Chinese leaders' meetings and visits that we found. {closed} of them are what one of our
counting rules gives; {open} are not, and each of those says why. In code: `sco.reconcile("RU", "CN")`.
Edition {version}.

![Our cumulative counts by rule, and the published counts](images/tallies.png)

## The rules

{rules}

A count of one year, or of any other period, is one of these between two days: `since` and `on` of `sco.tally`.

## The story in numbers

Two counts of the same two men have been running side by side. Russian and Chinese agencies numbered
formal talks in person: the 21st in July 2017, the 24th in June 2018, the 29th in June 2019. Xi himself
counted more: 22 on 4 July 2017, 37 on 15 December 2021, 42 on 18 October 2023. The difference is not
sloppiness. A list in the People's Daily Online of 9 May 2015 names ten meetings, and with them the rule: the
BRICS summit in Durban and the SCO summit in Bishkek, both of 2013, are on it, though no talk of the two alone is
documented at either. Xi counted so himself: on 7 October 2013 he called the meeting in Bali the fifth of the year,
Putin the third. Since 2021 talks by video are in the number too.

Two occasions of that rule are inferred, not stated. When Xi gave 37 on 15 December 2021, we know of 33 talks, and 35 with
Durban and Bishkek. The only other events of the two alone since June 2019 are two video ceremonies, for the Power of
Siberia pipeline on 2 December 2019 and for four nuclear reactors on 19 May 2021. With them the count closes on every
number published since: 38, 40, 42, 43, 44. Three things speak against it. Xi called the meeting of 15 December 2021 the
second by video of the year, and the one of 28 June was the other. China's evening news calls the two events
ceremonies that both witnessed, never meetings. And in August and September 2019 an ambassador and a vice-minister said
30, which is the talks in person to that day, while the running count stood at 32 (it was 30 before the visit of June,
for which two Chinese reports gave that number). A list that names other occasions would overturn the inference; none
was found, nor any count between 30 and 37 in the evening news of those years.

So "more than 40", said in April 2024, is true of the running count (42) and not of talks in person (35).

{years}

## Xi and Putin: every published count of their meetings

{pair}

## The other counts

{others}
"""


def render(data: Dataset) -> str:
    """The page, as Markdown."""
    found = data.reconcile("RU", "CN")
    pair = [r for r in found if _is_pair(r)]
    closed = sum(bool(r.closed_by) for r in found)
    return _HEAD.format(
        generated=GENERATED,
        version=data.version,
        total=len(found),
        closed=closed,
        open=len(found) - closed,
        rules="\n".join(
            starmap(_rule, chain(rules.MEETING_RULES.items(), rules.VISIT_RULES.items()))
        ),
        years=_years(data),
        pair=_table(pair),
        others=_table([r for r in found if not _is_pair(r)]),
    )


def _is_pair(found: Reconciliation) -> bool:
    leaders = {person.id for person in found.tally.leaders}
    return leaders == {_XI, _PUTIN} and found.tally.counts == "meetings"


def _rule(name: str, rule: object) -> str:
    return f"- `{name}`: {' '.join((inspect.getdoc(rule) or '').split())}"


def _years(data: Dataset) -> str:
    """Our own counts at the end of each year, and on the last day that was searched."""
    rules = ("formal_in_person", "formal", "cumulative")
    searched = data.records.tables.checked_through("meetings", "CN-RU")
    assert searched is not None  # the pair of the page
    rows = []
    for year in range(2013, searched.year + 1):
        last = min(date(year, 12, 31), searched)
        counts = [
            data.tally("RU", "CN", on=last, rule=rule, leaders=(_XI, _PUTIN), since="2013-03-14")
            for rule in rules
        ]
        rows.append([str(last), *counts])
    return table(["through", *rules], rows)


def _table(found: list[Reconciliation]) -> str:
    return table(["said for", "by", "number", "ours", "closed by", "source"], map(_row, found))


def _row(found: Reconciliation) -> list[str]:
    tally = found.tally
    number = f"{tally.qualifier.replace('_', ' ')} {tally.value} {tally.counts.replace('_', ' ')}"
    if tally.qualifier == "exact":
        number = f"{tally.value} {tally.counts.replace('_', ' ')}"
    if tally.scope:
        number += f" ({tally.scope})"
    ours = ", ".join(f"{c.rule} {c.count}" for c in found.counts)
    closed = ", ".join(found.closed_by) or f"none: {found.reason}. {tally.note or ''}".strip()
    return [str(tally.on), tally.speaker or "", number, ours, closed, links(tally.sources)]

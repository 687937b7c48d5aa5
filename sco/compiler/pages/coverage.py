"""The page that says what was searched, how, and how far."""

from __future__ import annotations

from itertools import groupby

from sco._dataset import Dataset
from sco._output.extent import in_short
from sco.compiler.pages._markdown import GENERATED, table
from sco.records.published import Coverage

_HEAD = """{generated}

# Coverage: what was searched

"No meeting found" is only worth something if somebody looked. `complete` is said only where a method
was used that would have found the event; `partial` names what is missing, as far as it is known.
Where there is no row, nobody looked. In code: `sco.coverage()`. Edition {version}.
"""


def render(data: Dataset) -> str:
    """The page, as Markdown."""
    parts = [_HEAD.format(generated=GENERATED, version=data.version)]
    rows = data.coverage()
    of_pairs = [row for row in rows if len(row.countries) > 1]
    parts.append("## Meetings and visits in short\n")
    parts.append(table(["pair", "what", "extent"], map(list, in_short(of_pairs))))
    parts.append("")
    for name, of_table in groupby(rows, key=lambda row: row.table):
        parts.append(f"## {name}\n")
        parts.append(
            table(["who", "period", "extent", "checked through", "how"], map(_row, of_table))
        )
        parts.append("")
    return "\n".join(parts)


def _row(row: Coverage) -> list[str]:
    who = "-".join(c.alpha_2 for c in row.countries) or row.id
    if row.level:
        who += f", {row.level.replace('_', ' ')}"
    if row.covers and row.covers != "talks":
        who += f", {row.covers.replace('_', ' ')}"
    how = row.method
    if row.missing:
        how += f" Missing: {row.missing}"
    if row.note:
        how += f" Note: {row.note}"
    return [who, f"{row.since} to {row.until}", row.extent, str(row.checked_through), how]

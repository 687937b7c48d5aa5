"""Checks that every record stands in its file and is called after what it says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import attrs

from sco._errors import InvalidDateError
from sco.compiler._cells import days
from sco.compiler._reading import Reading, Record

_DATE = r"([0-9]{4}(?:-[0-9]{2}){0,2}(?:_[0-9]{4}(?:-[0-9]{2}){0,2})?)"
_ANOTHER = "(-[a-z])?"  # a second one of the same name
# Ids stay when a day is corrected. One that was off by more than this says so under
# alternatives.
_MOST_OFF = timedelta(days=31)
_ROLES = {"head_of_state": "hos", "head_of_government": "hog"}

_Problems = Iterator[tuple[str, str]]


@attrs.frozen
class _Around:
    """What a record's name depends on besides its own cells."""

    sides: dict[str, list[str]]
    disputed: dict[tuple[str, str], list[tuple[str, str]]]


def check(reading: Reading) -> None:
    """Add a fault for every record in another's file, or with another's id."""
    around = _Around({}, {})
    for side in reading.of("participants"):
        around.sides.setdefault(side.row["meeting"], []).append(side.row["country"])
    for other in reading.of("alternatives"):
        key = other.row["table"], other.row["record"]
        around.disputed.setdefault(key, []).append((other.row["field"], other.row["value"]))
    for record in reading.records:
        rule = _RULES.get(record.table.name)
        for field, problem in rule(record, around) if rule else ():
            reading.fault(record, field, problem)


def _person(record: Record, around: _Around) -> _Problems:
    row = record.row
    yield from _in_file(record, f"people/{row['country']}.toml")
    plain = unicodedata.normalize("NFKD", row["name"]).encode("ascii", "ignore").decode().lower()
    slug = re.sub("[^a-z]+", "-", plain).strip("-")
    if not re.fullmatch(slug + _ANOTHER, record.id):
        yield "id", f"must be the name in lower-case ASCII with hyphens, {slug}"


def _tenure(record: Record, around: _Around) -> _Problems:
    row = record.row
    yield from _in_file(record, f"leaders/{row['country']}.toml")
    prefix = f"{row['country']}-{_ROLES[row['role']]}-{row['person']}-"
    acting = "(-acting)?" if row["acting"] == "true" else ""
    yield from _dated(record, around, prefix, "start", acting + _ANOTHER)


def _officer(record: Record, around: _Around) -> _Problems:
    prefix = f"{record.row['office']}-{record.row['person']}-"
    yield from _dated(record, around, prefix, "start", _ANOTHER)


def _episode(record: Record, around: _Around) -> _Problems:
    wanted = f"{record.row['country']}-{record.row['status']}"
    if not re.fullmatch(re.escape(wanted) + _ANOTHER, record.id):
        yield "id", f"must be the state and the status, {wanted}"


def _step(record: Record, around: _Around) -> _Problems:
    row = record.row
    yield from _in_file(record, f"steps/{row['country'] or 'texts'}.toml")
    prefix = f"{row['country']}-" if row["country"] else ""
    yield from _dated(record, around, prefix, "date", f"-{row['kind']}{_ANOTHER}")


def _summit(record: Record, around: _Around) -> _Problems:
    row = record.row
    yield from _in_file(record, f"summits/{row['body'].lower()}.toml")
    if record.id != f"{row['body']}-{row['ordinal']}":
        yield "id", f"must be the body and the ordinal, {row['body']}-{row['ordinal']}"


def _delegate(record: Record, around: _Around) -> _Problems:
    yield from _in_file(record, f"delegations/{record.row['summit']}.toml")


def _visit(record: Record, around: _Around) -> _Problems:
    row = record.row
    pair = "-".join(sorted((row["visitor"], row["host"])))
    yield from _in_file(record, f"visits/{pair}/{row['start'][:4]}.toml")
    prefix = f"{row['visitor']}-to-{row['host']}-"
    yield from _dated(record, around, prefix, "start", f"(-pm)?{_ANOTHER}")


def _meeting(record: Record, around: _Around) -> _Problems:
    row = record.row
    states = sorted(around.sides.get(record.id, []))
    pair = record.id[:5]
    pairs = [f"{a}-{b}" for i, a in enumerate(states) for b in states[i + 1 :]]
    if pair not in pairs:
        yield "id", f"must begin with the pair in alphabetical order: {' or '.join(pairs)}"
        return
    yield from _in_file(record, f"meetings/{pair}/{row['start'][:4]}.toml")
    suffix = {"head_of_government": "-pm", "mixed": "(-mx)?", "head_of_state": ""}[row["level"]]
    if row["mode"] == "phone":
        suffix = "-phone"
    yield from _dated(record, around, f"{pair}-", "start", suffix + _ANOTHER)


def _announcement(record: Record, around: _Around) -> _Problems:
    yield from _in_folder(record)
    yield from _dated(record, around, "announced-", "published", "(-[a-z0-9]+)+")


def _tally(record: Record, around: _Around) -> _Problems:
    pair = record.row["countries"].replace("|", "-")
    yield from _in_file(record, f"tallies/{pair}.toml")
    yield from _dated(record, around, f"{pair}-", "on", "-[a-z]{1,2}")


def _inclusion(record: Record, around: _Around) -> _Problems:
    row = record.row
    wanted = f"{row['record']}-{row['rule']}"
    if record.id != wanted:
        yield "id", f"must be {wanted}"
    states = sorted(re.findall("[A-Z]{2}", row["record"][:9]))
    yield from _in_file(record, f"inclusions/{'-'.join(states)}.toml")


def _coverage(record: Record, around: _Around) -> _Problems:
    yield from _in_folder(record)
    states = record.row["countries"].replace("|", "-")
    if not re.fullmatch("[A-Za-z0-9_]+(-[A-Za-z0-9_]+)*", record.id):
        yield "id", "must be words of ASCII letters and digits with hyphens"
    elif states and f"-{states}-" not in f"-{record.id}-":
        yield "id", f"must name the states, {states}"
    elif not states and record.id.partition("-")[0] != record.row["table"]:
        yield "id", f"must begin with the table, {record.row['table']}"
    of_file = re.match("coverage/([A-Z]{2}-[A-Z]{2})", record.file)
    if of_file and states != of_file[1]:
        yield "", f"is not about the pair of its file, {of_file[1]}"


def _external(record: Record, around: _Around) -> _Problems:
    row = record.row
    yield from _in_folder(record)
    word, _, rest = record.id.partition("-")
    wanted = f"{row['country']}-{row['first_year']}"
    if word not in row["dataset"].split("_") or rest != wanted:
        yield "id", f"must be a word of the data set's name and {wanted}"


def _in_file(record: Record, wanted: str) -> _Problems:
    if record.file != wanted:
        yield "", f"belongs in data/{wanted}"


def _in_folder(record: Record) -> _Problems:
    if record.file.count("/") != 1:
        yield "", f"belongs in a file in data/{record.table.folder}"


def _dated(record: Record, around: _Around, prefix: str, field: str, suffix: str) -> _Problems:
    """A name that is made of a date: of the day that the record first had."""
    text = record.row[field]
    match = re.fullmatch(f"{re.escape(prefix)}{_DATE}{suffix}", record.id)
    named = _days_of(match[1]) if match else None
    if named is None:
        wanted = prefix + text.replace("/", "_")
        yield "id", f"must be {wanted}, and after it what matches {suffix}"
        return
    used = days(text)
    others = [
        days(value)
        for name, value in around.disputed.get((record.table.name, record.id), [])
        if name == field
    ]
    near = used and named[0] <= used[1] + _MOST_OFF and used[0] - _MOST_OFF <= named[1]
    if not near and not any(o and o[0] <= named[1] and named[0] <= o[1] for o in others):
        yield "id", f"names another {field} than {text}, and no alternative explains it"


def _days_of(text: str) -> tuple[date, date] | None:
    try:
        return days(text.replace("_", "/"))
    except (InvalidDateError, ValueError):
        return None


_RULES: dict[str, Callable[[Record, _Around], _Problems]] = {
    "people": _person,
    "tenures": _tenure,
    "officers": _officer,
    "episodes": _episode,
    "steps": _step,
    "summits": _summit,
    "delegates": _delegate,
    "visits": _visit,
    "meetings": _meeting,
    "announcements": _announcement,
    "tallies": _tally,
    "inclusions": _inclusion,
    "coverage": _coverage,
    "external": _external,
}

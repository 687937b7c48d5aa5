"""The tables of an edition: their fields, and what each field may hold."""

from __future__ import annotations

import enum

import attrs

from sco.records import external, meetings, membership, people, published, summits


class Type(enum.StrEnum):
    """What a field holds."""

    TEXT = "text"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    DAY = "day"  # a day of the calendar
    DATE = "date"  # a day, or a partial date in EDTF
    TEXTS = "texts"  # a list of texts


EnumClass = type[enum.StrEnum]


@attrs.frozen
class Field:
    """One column.

    Attributes:
        name: Its name, in TOML and in CSV.
        type: What it holds.
        description: What it means.
        required: Whether every record has it.
        values: The enumeration that its values come from, if any.
        refers: The table whose key it holds, if any.
        default: What a TOML record that leaves it out means.
    """

    name: str
    type: Type
    description: str
    required: bool = False
    values: EnumClass | None = None
    refers: str | None = None
    default: object = None


@attrs.frozen
class Table:
    """One table.

    Attributes:
        name: Its name: the CSV file's, in the plural.
        singular: What a TOML file calls one record.
        folder: Where its TOML files are, below ``data/``: a file or a folder.
        title: What it holds.
        fields: Its columns.
        sources: How many sources a record needs; None if records have none.
        key: The columns that identify a row.
        order: The columns that rows are sorted by.
        alternatives: Whether records may carry disputed values.
    """

    name: str
    singular: str
    folder: str | None
    title: str
    fields: tuple[Field, ...]
    sources: int | None = 1
    key: tuple[str, ...] = ("id",)
    order: tuple[str, ...] = ("start", "id")
    alternatives: bool = False


_ID = Field("id", Type.TEXT, "Stable identifier.", required=True)
_NOTE = Field("note", Type.TEXT, "What a reader has to know.")
_COUNTRY = Field("country", Type.TEXT, "The state, ISO 3166-1 alpha-2.", True, refers="countries")
_CONFIDENCE = Field(
    "confidence", Type.TEXT, "How well the record is supported.", True, meetings.Confidence
)


def _state(name: str, description: str, required: bool = False) -> Field:
    return Field(name, Type.TEXT, description, required, refers="countries")


def _person(name: str, description: str, required: bool = False) -> Field:
    return Field(name, Type.TEXT, description, required, refers="people")


def _date(name: str, description: str, required: bool = False) -> Field:
    return Field(name, Type.DATE, description, required)


TABLES: tuple[Table, ...] = (
    Table(
        "countries",
        "country",
        "countries.toml",
        "States that ever had or sought a status, and neighbours that the records name",
        (
            Field("alpha_2", Type.TEXT, "ISO 3166-1 alpha-2 code.", True),
            Field("alpha_3", Type.TEXT, "ISO 3166-1 alpha-3 code.", True),
            Field("numeric", Type.TEXT, "ISO 3166-1 numeric code, three digits.", True),
            Field("name", Type.TEXT, "English short name, the library's own.", True),
            Field("name_ru", Type.TEXT, "Russian short name.", True),
            Field("name_zh", Type.TEXT, "Chinese short name.", True),
            Field("cow", Type.INTEGER, "Correlates of War country code."),
            Field("gw", Type.INTEGER, "Gleditsch-Ward number."),
        ),
        key=("alpha_2",),
        order=("alpha_2",),
    ),
    Table(
        "aliases",
        "alias",
        None,
        "Other names by which a state can be asked for",
        (Field("alias", Type.TEXT, "The name.", True), _COUNTRY),
        sources=None,
        key=("alias",),
        order=("country", "alias"),
    ),
    Table(
        "people",
        "person",
        "people",
        "Leaders, delegates and officers",
        (
            Field("id", Type.TEXT, "The English name in lower-case ASCII with hyphens.", True),
            _COUNTRY,
            Field("name", Type.TEXT, "English name, as shown.", True),
            Field("name_ru", Type.TEXT, "Russian name."),
            Field("name_zh", Type.TEXT, "Chinese name."),
        ),
        sources=None,
        order=("id",),
    ),
    Table(
        "tenures",
        "tenure",
        "leaders",
        "Terms of office of heads of state and government",
        (
            _ID,
            _COUNTRY,
            _person("person", "Who held the office.", True),
            Field("role", Type.TEXT, "Head of state or of government.", True, people.Role),
            Field("office", Type.TEXT, "The office's name in English.", True),
            _date("start", "The first day in office.", True),
            _date("end", "The first day of the successor; empty while in office."),
            Field("acting", Type.BOOLEAN, "Whether in an acting capacity.", default=False),
            _NOTE,
        ),
        order=("country", "role", "start", "id"),
        alternatives=True,
    ),
    Table(
        "officers",
        "officer",
        "officers.toml",
        "The organisation's own officers",
        (
            _ID,
            Field("office", Type.TEXT, "The office.", True, people.OfficerRole),
            _person("person", "Who held it.", True),
            _date("start", "The first day in office.", True),
            _date("end", "The first day of the successor; empty while in office."),
            _NOTE,
        ),
        order=("office", "start", "id"),
    ),
    Table(
        "episodes",
        "episode",
        "episodes.toml",
        "Which state had which status, over half-open periods",
        (
            _ID,
            _COUNTRY,
            Field("status", Type.TEXT, "The status.", True, membership.Status),
            _date("start", "The first day in force; empty if decided and not in force."),
            _date("end", "The first day on which it no longer was; empty while it lasts."),
            _date("decided", "The day of the Council's decision."),
            _date("end_decided", "The day on which its end was decided, where that differs."),
            _NOTE,
        ),
        sources=2,
        order=("start", "country", "id"),
        alternatives=True,
    ),
    Table(
        "steps",
        "step",
        "steps",
        "Dated legal acts on the way to a status",
        (
            _ID,
            _state("country", "The state; empty for a text that governs all."),
            Field("kind", Type.TEXT, "What the act did.", True, membership.StepKind),
            Field("status", Type.TEXT, "The status it concerns.", False, membership.Status),
            _date("date", "Its day, or a partial date.", True),
            Field("place", Type.TEXT, "The city where it was done."),
            Field("document", Type.TEXT, "The title of the document."),
            _NOTE,
        ),
        order=("date", "country", "id"),
        alternatives=True,
    ),
    Table(
        "summits",
        "summit",
        "summits",
        "Numbered meetings of a body",
        (
            _ID,
            Field("body", Type.TEXT, "The body.", True, summits.Body),
            Field("ordinal", Type.INTEGER, "Its number in the body's series.", True),
            _date("start", "The first day, as the communique gives it.", True),
            _date("end", "The last day, included.", True),
            Field("session_day", Type.DAY, "The day of the session itself."),
            _state("host", "The state that was host.", True),
            Field("city", Type.TEXT, "Where it took place, or was hosted from."),
            Field("venue", Type.TEXT, "The building."),
            Field("format", Type.TEXT, "In person, by video, or hybrid.", False, summits.Format),
            _state("chair_country", "The state in the chair."),
            _person("chair", "Who chaired."),
            Field("declaration", Type.TEXT, "The title of the main document."),
            Field("documents", Type.TEXTS, "Titles of other documents adopted."),
            _state("next_chair", "The state to which the chair passed."),
            Field("scheduled", Type.BOOLEAN, "Whether not yet reported as held.", default=False),
            _NOTE,
        ),
        sources=2,
        order=("start", "id"),
        alternatives=True,
    ),
    Table(
        "delegates",
        "delegate",
        "delegations",
        "Who represented a state at a summit",
        (
            Field("summit", Type.TEXT, "The summit.", True, refers="summits"),
            _COUNTRY,
            _person("person", "Who came.", True),
            Field("office", Type.TEXT, "The office as the source names it.", True),
            Field("capacity", Type.TEXT, "As what it was represented.", True, summits.Capacity),
            Field("mode", Type.TEXT, "In person or by video.", False, summits.Presence),
            Field("head", Type.BOOLEAN, "Whether head of the delegation.", default=True),
            _NOTE,
        ),
        key=("summit", "country", "person"),
        order=("summit", "country", "person"),
        alternatives=True,
    ),
    Table(
        "visits",
        "visit",
        "visits",
        "Leaders' trips to other states",
        (
            _ID,
            _state("visitor", "The state whose leader travelled.", True),
            _person("leader", "Who travelled.", True),
            _state("host", "The state visited.", True),
            _date("start", "The day of arrival, or of the first talks.", True),
            _date("end", "The day of departure, or of the last talks, included.", True),
            Field(
                "precision",
                Type.TEXT,
                "Whether the days are those of the stay or of the talks.",
                False,
                meetings.Precision,
                default="stay",
            ),
            Field("cities", Type.TEXTS, "Where the visit went, in order."),
            Field("kind", Type.TEXT, "Its class as the host names it.", False, meetings.VisitKind),
            Field(
                "kind_guest",
                Type.TEXT,
                "Its class as the guest's side names it, where that differs.",
                False,
                meetings.VisitKind,
            ),
            Field("occasion", Type.TEXT, "What it was for."),
            Field("summit", Type.TEXT, "The SCO summit it was for.", refers="summits"),
            _CONFIDENCE,
            _NOTE,
        ),
        alternatives=True,
    ),
    Table(
        "meetings",
        "meeting",
        "meetings",
        "Leaders of two states (or more) meet on one occasion at one place",
        (
            _ID,
            _date("start", "The first day of their talks.", True),
            _date("end", "The last day of their talks, included.", True),
            Field("city", Type.TEXT, "Where they met; empty for video and phone."),
            _state("country", "The state in which that is."),
            Field("level", Type.TEXT, "The offices of those who met.", True, meetings.Level),
            Field("mode", Type.TEXT, "How they met.", True, meetings.Mode),
            Field("kind", Type.TEXT, "What sort of occasion.", True, meetings.MeetingKind),
            Field("formal", Type.BOOLEAN, "Whether a bilateral talk is documented.", True),
            Field("number", Type.INTEGER, "Its number in a numbered series."),
            Field("occasion", Type.TEXT, "The visit or event."),
            Field("summit", Type.TEXT, "The SCO summit it was held at.", refers="summits"),
            Field("visit", Type.TEXT, "The visit that it was part of.", refers="visits"),
            _CONFIDENCE,
            _NOTE,
        ),
        alternatives=True,
    ),
    Table(
        "participants",
        "participant",
        None,
        "Who took part in a meeting",
        (
            Field("meeting", Type.TEXT, "The meeting.", True, refers="meetings"),
            _COUNTRY,
            _person("person", "Its leader.", True),
        ),
        sources=None,
        key=("meeting", "country"),
        order=("meeting", "country"),
    ),
    Table(
        "announcements",
        "announcement",
        "announcements",
        "Published plans and what became of them",
        (
            _ID,
            Field("published", Type.DAY, "The day of publication.", True),
            Field("subject", Type.TEXT, "What it is about.", True, published.Subject),
            Field("countries", Type.TEXTS, "The states concerned.", True, refers="countries"),
            Field("claim", Type.TEXT, "What was announced.", True),
            _date("expected", "When it was to take place."),
            Field("outcome", Type.TEXT, "What became of it.", True, published.Outcome),
            Field("event", Type.TEXT, "The visit, summit or meeting that it turned into."),
            _NOTE,
        ),
        order=("published", "id"),
    ),
    Table(
        "tallies",
        "tally",
        "tallies",
        "Published counts of meetings and visits",
        (
            _ID,
            Field("on", Type.DAY, "The day for which it was said.", True),
            Field("countries", Type.TEXTS, "The pair.", True, refers="countries"),
            Field("leaders", Type.TEXTS, "The leaders counted.", True, refers="people"),
            Field("speaker", Type.TEXT, "Who said it."),
            Field("value", Type.INTEGER, "The number.", True),
            Field("qualifier", Type.TEXT, "How it is put.", True, published.Qualifier),
            Field("counts", Type.TEXT, "What it counts.", True, published.Counted),
            _state("visitor", "For visits, the state whose leader travelled."),
            _state("host", "For visits, the state visited."),
            Field("scope", Type.TEXT, "The period or condition as stated."),
            Field("since", Type.DAY, "The first day of that period, where stated or meant."),
            Field("until", Type.DAY, "Its last day, where not the day on which it was said."),
            Field(
                "point",
                Type.TEXT,
                "Whether the meeting of the day is in the number, is not, or is the next.",
                True,
                published.Point,
                default="including",
            ),
            Field("rule", Type.TEXT, "The counting rule, where stated."),
            _NOTE,
        ),
        order=("on", "id"),
    ),
    Table(
        "coverage",
        "coverage",
        "coverage",
        "What was searched, how, and how far",
        (
            _ID,
            Field("table", Type.TEXT, "The table.", True),
            Field(
                "countries", Type.TEXTS, "The pair or the state; empty for all.", refers="countries"
            ),
            Field("level", Type.TEXT, "The level of meetings.", False, meetings.Level),
            Field("since", Type.DAY, "The first day of the period.", True),
            Field("until", Type.DAY, "The first day after it.", True),
            Field("extent", Type.TEXT, "How much was found.", True, published.Extent),
            Field("method", Type.TEXT, "How it was searched.", True),
            Field("checked_through", Type.DAY, "The last day that the search could see.", True),
            Field("missing", Type.TEXT, "What is known to be missing."),
            _NOTE,
        ),
        sources=None,
        order=("table", "countries", "level", "since", "id"),
    ),
    Table(
        "external",
        "external",
        "external",
        "How other data sets code the organisation, by state and run of years",
        (
            _ID,
            Field("dataset", Type.TEXT, "The data set.", True, external.ExternalDataset),
            _COUNTRY,
            Field("code", Type.TEXT, "Its code, verbatim; empty if it does not name the SCO."),
            Field(
                "reads_as", Type.TEXT, "The status meant; empty if none.", False, membership.Status
            ),
            Field("first_year", Type.INTEGER, "The first year with this code.", True),
            Field("last_year", Type.INTEGER, "The last year with this code.", True),
            Field("reason", Type.TEXT, "Why it differs from our episodes, where it does."),
        ),
        order=("dataset", "country", "first_year", "id"),
    ),
    Table(
        "alternatives",
        "alternative",
        None,
        "Values that sources give and a record does not use",
        (
            Field("table", Type.TEXT, "The record's table.", True),
            Field("record", Type.TEXT, "The record's id.", True),
            Field("field", Type.TEXT, "The field.", True),
            Field("value", Type.TEXT, "The other value.", True),
            Field("reason", Type.TEXT, "Why it was not chosen.", True),
        ),
        key=("table", "record", "field", "value"),
        order=("table", "record", "field", "value"),
    ),
    Table(
        "sources",
        "source",
        None,
        "The pages that records rest on",
        (
            Field("id", Type.TEXT, "Made from the address.", True),
            Field("url", Type.TEXT, "The address.", True),
            Field("publisher", Type.TEXT, "Who published it.", True),
            Field("title", Type.TEXT, "Its headline.", True),
            _date("published", "The day on which it says it was published."),
            Field("language", Type.TEXT, "ISO 639-1 code.", True),
        ),
        sources=None,
        order=("id",),
    ),
)

BY_NAME = {table.name: table for table in TABLES}
BY_SINGULAR = {table.singular: table for table in TABLES if table.folder}

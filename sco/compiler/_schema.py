"""The tables of an edition, in the order in which it lists them."""

from __future__ import annotations

from sco.compiler._fields import Field, Table, Type, fields_of
from sco.records.common import Alternative, Country, Source
from sco.records.external import External
from sco.records.meetings import Meeting, Participant, Visit
from sco.records.membership import Episode, Step
from sco.records.people import Officer, Person, Tenure
from sco.records.published import Announcement, Coverage, Inclusion, Tally
from sco.records.summits import Delegate, Summit

TABLES: tuple[Table, ...] = (
    Table(
        "countries",
        "country",
        "countries.toml",
        "States that ever had or sought a status, and neighbours that the records name",
        fields_of(Country, required=("name_ru", "name_zh")),
        key=("alpha_2",),
        order=("alpha_2",),
    ),
    Table(
        "aliases",
        "alias",
        None,
        "Other names by which a state can be asked for",
        (
            Field("alias", Type.TEXT, "The name.", True),
            Field("country", Type.TEXT, "The state, by alpha-2 code.", True, refers="countries"),
        ),
        sources=None,
        key=("alias",),
        order=("country", "alias"),
    ),
    Table(
        "people",
        "person",
        "people",
        "Leaders, delegates and officers",
        fields_of(Person),
        sources=None,
        order=("id",),
    ),
    Table(
        "tenures",
        "tenure",
        "leaders",
        "Terms of office of heads of state and government",
        fields_of(Tenure),
        order=("country", "role", "start", "id"),
        alternatives=True,
    ),
    Table(
        "officers",
        "officer",
        "officers.toml",
        "The organisation's own officers",
        fields_of(Officer),
        order=("office", "start", "id"),
    ),
    Table(
        "episodes",
        "episode",
        "episodes.toml",
        "Which state had which status, over half-open periods",
        fields_of(Episode),
        sources=2,
        order=("start", "country", "id"),
        alternatives=True,
    ),
    Table(
        "steps",
        "step",
        "steps",
        "Dated legal acts on the way to a status",
        fields_of(Step),
        order=("date", "country", "id"),
        alternatives=True,
    ),
    Table(
        "summits",
        "summit",
        "summits",
        "Numbered meetings of a body",
        fields_of(Summit),
        sources=2,
        alternatives=True,
    ),
    Table(
        "delegates",
        "delegate",
        "delegations",
        "Who represented a state at a summit",
        fields_of(Delegate),
        key=("summit", "country", "person"),
        order=("summit", "country", "person"),
        alternatives=True,
    ),
    Table(
        "visits",
        "visit",
        "visits",
        "Leaders' trips to other states",
        fields_of(Visit),
        alternatives=True,
        by_subject=True,
    ),
    Table(
        "meetings",
        "meeting",
        "meetings",
        "Leaders of two states (or more) meet on one occasion at one place",
        fields_of(Meeting),
        alternatives=True,
        by_subject=True,
    ),
    Table(
        "participants",
        "participant",
        None,
        "Who took part in a meeting",
        (
            Field("meeting", Type.TEXT, "The meeting.", True, refers="meetings"),
            *fields_of(Participant),
        ),
        sources=None,
        key=("meeting", "country"),
        order=("meeting", "country"),
        by_subject=True,
    ),
    Table(
        "announcements",
        "announcement",
        "announcements",
        "Published plans and what became of them",
        fields_of(Announcement, required=("countries",)),
        order=("published", "id"),
    ),
    Table(
        "tallies",
        "tally",
        "tallies",
        "Published counts of meetings and visits",
        fields_of(Tally, required=("countries", "leaders")),
        order=("on", "id"),
        by_subject=True,
    ),
    Table(
        "inclusions",
        "inclusion",
        "inclusions",
        "What a pair's running count takes in beyond the documented talks, or leaves out",
        fields_of(Inclusion),
        order=("id",),
        by_subject=True,
    ),
    Table(
        "coverage",
        "coverage",
        "coverage",
        "What was searched, how, and how far",
        fields_of(Coverage),
        sources=None,
        order=("table", "countries", "level", "since", "id"),
        by_subject=True,
    ),
    Table(
        "external",
        "external",
        "external",
        "How other data sets code the organisation, by state and run of years",
        fields_of(External),
        order=("dataset", "country", "first_year", "id"),
    ),
    Table(
        "alternatives",
        "alternative",
        None,
        "Values that sources give and a record does not use",
        (
            Field("table", Type.TEXT, "The record's table.", True),
            Field("record", Type.TEXT, "What identifies the record in it.", True),
            *fields_of(Alternative),
        ),
        key=("table", "record", "field", "value"),
        order=("table", "record", "field", "value"),
        by_subject=True,
    ),
    Table(
        "sources",
        "source",
        None,
        "The pages that records rest on",
        (
            Field("subject", Type.TEXT, "The pair, or the table, whose records cite it.", True),
            Field("id", Type.TEXT, "Made from the address.", True),
            *fields_of(Source),
        ),
        sources=None,
        key=("subject", "id"),
        order=("id",),
        by_subject=True,
    ),
)

BY_NAME = {table.name: table for table in TABLES}
BY_SINGULAR = {table.singular: table for table in TABLES if table.folder}

"""The tables. Migrations make them; a test holds the two together. Described column by column in the data model page.

Figures, targets, notes, plans and the changes that brought them are append-only: triggers refuse anything else. What a
later row replaces stays. Only `observation_current` (derived), schedules and the ledger of runs are ever changed.
"""

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

from tracker.store.types import Day, Exact, Instant

APPEND_ONLY = (
    "change", "series", "observation", "finding", "plan", "plan_version", "target", "target_version", "note",
    "follow_up", "forecast",
)  # fmt: skip
"""Tables whose rows never change and never go."""
ENTRIES = ("value", "retraction", "withdrawal")
BOUNDS = ("exactly", "about", "more-than", "at-least", "less-than", "at-most", "nearly")
"""Commonest first: checks compare one by one, which is faster on SQLite than a list."""

metadata = MetaData(
    naming_convention={
        "pk": "%(table_name)s_pk",
        "fk": "%(table_name)s_%(column_0_name)s_fk",
        "uq": "%(table_name)s_%(column_0_N_name)s_uq",
        "ck": "%(table_name)s_%(constraint_name)s_ck",
        "ix": "%(table_name)s_%(column_0_N_name)s_ix",
    }
)


def _key() -> Column[int]:
    return Column("id", Integer, Identity(), primary_key=True)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default=text("''"))


def _needed(name: str, kind: type[TypeEngine[Any]] = Text) -> Column[Any]:
    return Column(name, kind, nullable=False)


def _ref(name: str, target: str, *, optional: bool = False, index: bool = False) -> Column[int]:
    return Column(name, Integer, ForeignKey(f"{target}.id"), nullable=optional, index=index)


def _table(name: str, *parts: SchemaItem, rowid: bool = True) -> Table:
    return Table(name, metadata, *parts, sqlite_strict=True, sqlite_with_rowid=rowid)


change = _table(
    "change", _key(), _needed("at", Instant), _needed("by"), _needed("kind"), _text("reason"), _text("plan")
)  # fmt: skip

series = _table(
    "series",
    _key(),
    _needed("indicator"),
    _needed("area"),
    _needed("publisher"),
    _text("definition"),
    UniqueConstraint("indicator", "area", "publisher", "definition"),
)

observation = _table(
    "observation",
    _key(),
    _ref("series_id", "series"),
    _needed("start", Day),
    _needed("stop", Day),
    _needed("value", Exact),
    _needed("bound"),
    Column("spread", Exact),
    _text("as_published"),
    _text("flag"),
    _needed("published_on", Day),
    _needed("dated", Integer),
    _text("source"),
    _text("note"),
    _text("reason"),
    _needed("kind"),
    _ref("voids_id", "observation", optional=True),
    _ref("change_id", "change", index=True),
    CheckConstraint("stop >= start", name="span"),
    CheckConstraint("dated IN (0, 1)", name="dated"),
    CheckConstraint(" OR ".join(f"kind = '{kind}'" for kind in ENTRIES), name="kind"),
    CheckConstraint("(kind = 'value') = (voids_id IS NULL)", name="voids"),
    CheckConstraint(" OR ".join(f"bound = '{bound}'" for bound in BOUNDS), name="bound"),
)
Index("observation_span_ix", observation.c.series_id, observation.c.start, observation.c.stop)
Index(
    "observation_voids_ix",
    observation.c.voids_id,
    sqlite_where=observation.c.voids_id.is_not(None),
)

observation_current = _table(
    "observation_current",
    Column("series_id", Integer, ForeignKey("series.id"), primary_key=True),
    Column("start", Day, primary_key=True),
    Column("stop", Day, primary_key=True),
    _ref("observation_id", "observation"),
    _needed("published_on", Day),
    rowid=False,
)

finding = _table(
    "finding",
    _key(),
    _ref("observation_id", "observation", index=True),
    _needed("severity"),
    _needed("code"),
    _needed("data"),
    _needed("accepted", Integer),
    _ref("change_id", "change"),
)

plan = _table("plan", _key(), Column("code", Text, nullable=False, unique=True), _ref("change_id", "change"))

plan_version = _table(
    "plan_version", _key(), _ref("plan_id", "plan", index=True), _needed("content"), _ref("change_id", "change")
)

target = _table(
    "target",
    _key(),
    _ref("plan_id", "plan"),
    _needed("code"),
    _ref("change_id", "change"),
    UniqueConstraint("plan_id", "code"),
)

target_version = _table(
    "target_version",
    _key(),
    _ref("target_id", "target", index=True),
    _needed("content"),
    _needed("published_on", Day),
    _needed("withdrawn", Integer),
    _text("reason"),
    _ref("change_id", "change"),
    CheckConstraint("withdrawn IN (0, 1)", name="withdrawn"),
)

note = _table(
    "note",
    _key(),
    _ref("plan_id", "plan", index=True),
    _needed("subject"),
    _needed("status"),
    _needed("noted_on", Day),
    _text("text"),
    _text("evidence"),
    _ref("change_id", "change"),
)

follow_up = _table(
    "follow_up",
    _key(),
    _ref("observation_id", "observation", index=True),
    _ref("answers_id", "follow_up", optional=True),
    _needed("text"),
    _ref("change_id", "change"),
)

schedule = _table(
    "schedule",
    _key(),
    _needed("name"),
    _needed("plan"),
    _needed("cadence"),
    _needed("zone"),
    _needed("what"),
    _needed("formats"),
    _needed("languages"),
    _needed("folder"),
    _text("deliver_to"),
    _text("template"),
    _needed("about"),
    _needed("start_period"),
    _needed("catch_up"),
    _needed("paused", Integer),
    _needed("created", Instant),
    Column("removed", Instant),
    _ref("change_id", "change"),
    CheckConstraint("paused IN (0, 1)", name="paused"),
)
Index(
    "schedule_name_ix",
    schedule.c.name,
    unique=True,
    sqlite_where=schedule.c.removed.is_(None),
)

report_run = _table(
    "report_run",
    _key(),
    _ref("schedule_id", "schedule", optional=True),
    _needed("plan"),
    _needed("kind"),
    _needed("period"),
    _text("edition"),
    Column("due", Instant),
    _needed("as_of", Day),
    Column("known_at", Instant),
    _needed("state"),
    _text("owner"),
    Column("lease_until", Instant),
    _needed("attempts", Integer),
    _needed("started", Instant),
    Column("finished", Instant),
    _text("content_hash"),
    _needed("files"),
    _text("error"),
    CheckConstraint("state IN ('running', 'done', 'failed')", name="state"),
    UniqueConstraint("schedule_id", "plan", "kind", "period", "edition"),
)

forecast = _table(
    "forecast",
    _key(),
    _ref("run_id", "report_run"),
    _needed("target"),
    _needed("as_of", Day),
    _needed("due", Day),
    _needed("value", Exact),
    _needed("low", Exact),
    _needed("high", Exact),
    _needed("probability", Exact),
    UniqueConstraint("run_id", "target"),
)
"""What a report run forecast of each target: kept as it was said."""

report_file = _table(
    "report_file", Column("sha256", Text, primary_key=True), _needed("content", LargeBinary)
)  # fmt: skip

delivery = _table(
    "delivery",
    _key(),
    _ref("run_id", "report_run"),
    _needed("target"),
    _needed("message_id"),
    _needed("subject"),
    _needed("body"),
    _needed("state"),
    _text("owner"),
    Column("not_before", Instant),
    _needed("attempts", Integer),
    _needed("created", Instant),
    Column("finished", Instant),
    _text("error"),
    CheckConstraint("state IN ('waiting', 'sending', 'done', 'failed')", name="state"),
    UniqueConstraint("run_id", "target"),
)

heartbeat = _table("heartbeat", _key(), _needed("at", Instant), _needed("owner"))
"""When a scheduler last looked at the clock: one row."""

"""First schema: append-only vintages with the change that brought each, plans, schedules, the ledger of runs.

Written out rather than taken from the current metadata: a migration must stay what it was.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

revision = "0001"
down_revision: str | None = None

DAY = sa.Text().with_variant(sa.Date(), "postgresql")
INSTANT = sa.Text().with_variant(sa.TIMESTAMP(timezone=True), "postgresql")
EXACT = sa.Text().with_variant(sa.Numeric(), "postgresql")

ENTRIES = ("value", "retraction", "withdrawal")
BOUNDS = ("exactly", "about", "more-than", "at-least", "less-than", "at-most", "nearly")
"""Commonest first: checks compare one by one, which is faster on SQLite than a list."""

KEYS = {
    "change": (),
    "series": ("indicator", "area", "publisher", "definition"),
    "observation": (),
    "finding": (),
    "plan": ("code",),
    "plan_version": (),
    "target": ("plan_id", "code"),
    "target_version": (),
    "note": (),
    "follow_up": (),
    "forecast": ("run_id", "target"),
}
"""The append-only tables with the columns, beside `id`, that make a row unique."""


def upgrade() -> None:
    """Make every table, then the triggers that keep history."""
    _make_changes_and_figures()
    _make_plans()
    _make_schedules()
    if op.get_bind().dialect.name == "sqlite":
        op.execute("PRAGMA application_id = 0x54524B52")
        _guard_sqlite()
    else:
        _guard_postgresql()


def downgrade() -> None:
    """Refused: there is nothing before the first schema, and dropping it would lose every figure."""
    raise NotImplementedError("there is no schema before 0001")


def _table(name: str, *parts: SchemaItem, rowid: bool = True) -> None:
    op.create_table(name, *parts, sqlite_strict=True, sqlite_with_rowid=rowid)


def _key() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, sa.Identity(), primary_key=True)


def _needed(name: str, kind: TypeEngine[str] | None = None) -> sa.Column[str]:
    return sa.Column(name, kind or sa.Text(), nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False, server_default=sa.text("''"))


def _whole(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _ref(name: str, target: str, *, optional: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), sa.ForeignKey(f"{target}.id"), nullable=optional)


def _index(table: str, *columns: str, name: str = "") -> None:
    op.create_index(name or f"{table}_{'_'.join(columns)}_ix", table, list(columns))


def _make_changes_and_figures() -> None:
    _table("change", _key(), _needed("at", INSTANT), _needed("by"), _needed("kind"), _text("reason"), _text("plan"))
    _table(
        "series",
        _key(),
        _needed("indicator"),
        _needed("area"),
        _needed("publisher"),
        _text("definition"),
        sa.UniqueConstraint("indicator", "area", "publisher", "definition"),
    )
    _table(
        "observation",
        _key(),
        _ref("series_id", "series"),
        _needed("start", DAY),
        _needed("stop", DAY),
        _needed("value", EXACT),
        _needed("bound"),
        sa.Column("spread", EXACT),
        _text("as_published"),
        _text("flag"),
        _needed("published_on", DAY),
        _whole("dated"),
        _text("source"),
        _text("note"),
        _text("reason"),
        _needed("kind"),
        _ref("voids_id", "observation", optional=True),
        _ref("change_id", "change"),
        sa.CheckConstraint("stop >= start", name="span"),
        sa.CheckConstraint("dated IN (0, 1)", name="dated"),
        sa.CheckConstraint(" OR ".join(f"kind = '{kind}'" for kind in ENTRIES), name="kind"),
        sa.CheckConstraint("(kind = 'value') = (voids_id IS NULL)", name="voids"),
        sa.CheckConstraint(" OR ".join(f"bound = '{bound}'" for bound in BOUNDS), name="bound"),
    )
    _index("observation", "change_id")
    _index("observation", "series_id", "start", "stop", name="observation_span_ix")
    op.create_index(
        "observation_voids_ix",
        "observation",
        ["voids_id"],
        sqlite_where=sa.text("voids_id IS NOT NULL"),
        postgresql_where=sa.text("voids_id IS NOT NULL"),
    )
    _table(
        "observation_current",
        sa.Column("series_id", sa.Integer(), sa.ForeignKey("series.id"), primary_key=True),
        sa.Column("start", DAY, primary_key=True),
        sa.Column("stop", DAY, primary_key=True),
        _ref("observation_id", "observation"),
        _needed("published_on", DAY),
        rowid=False,
    )
    _table(
        "finding",
        _key(),
        _ref("observation_id", "observation"),
        _needed("severity"),
        _needed("code"),
        _needed("data"),
        _whole("accepted"),
        _ref("change_id", "change"),
    )
    _index("finding", "observation_id")
    _table(
        "follow_up",
        _key(),
        _ref("observation_id", "observation"),
        _ref("answers_id", "follow_up", optional=True),
        _needed("text"),
        _ref("change_id", "change"),
    )
    _index("follow_up", "observation_id")


def _make_plans() -> None:
    _table("plan", _key(), sa.Column("code", sa.Text(), nullable=False, unique=True), _ref("change_id", "change"))
    _table("plan_version", _key(), _ref("plan_id", "plan"), _needed("content"), _ref("change_id", "change"))
    _index("plan_version", "plan_id")
    _table(
        "target",
        _key(),
        _ref("plan_id", "plan"),
        _needed("code"),
        _ref("change_id", "change"),
        sa.UniqueConstraint("plan_id", "code"),
    )
    _table(
        "target_version",
        _key(),
        _ref("target_id", "target"),
        _needed("content"),
        _needed("published_on", DAY),
        _whole("withdrawn"),
        _text("reason"),
        _ref("change_id", "change"),
        sa.CheckConstraint("withdrawn IN (0, 1)", name="withdrawn"),
    )
    _index("target_version", "target_id")
    _table(
        "note",
        _key(),
        _ref("plan_id", "plan"),
        _needed("subject"),
        _needed("status"),
        _needed("noted_on", DAY),
        _text("text"),
        _text("evidence"),
        _ref("change_id", "change"),
    )
    _index("note", "plan_id")


def _make_schedules() -> None:
    _table(
        "schedule",
        _key(),
        *(_needed(name) for name in ("name", "plan", "cadence", "zone", "what", "formats", "languages", "folder")),
        _text("deliver_to"),
        _needed("about"),
        _needed("start_period"),
        _needed("catch_up"),
        _whole("paused"),
        _needed("created", INSTANT),
        sa.Column("removed", INSTANT),
        _ref("change_id", "change"),
        sa.CheckConstraint("paused IN (0, 1)", name="paused"),
    )
    op.create_index(
        "schedule_name_ix",
        "schedule",
        ["name"],
        unique=True,
        sqlite_where=sa.text("removed IS NULL"),
        postgresql_where=sa.text("removed IS NULL"),
    )
    _table(
        "report_run",
        _key(),
        _ref("schedule_id", "schedule", optional=True),
        _needed("plan"),
        _needed("kind"),
        _needed("period"),
        _text("edition"),
        sa.Column("due", INSTANT),
        _needed("as_of", DAY),
        sa.Column("known_at", INSTANT),
        _needed("state"),
        _text("owner"),
        sa.Column("lease_until", INSTANT),
        _whole("attempts"),
        _needed("started", INSTANT),
        sa.Column("finished", INSTANT),
        _text("content_hash"),
        _needed("files"),
        _text("error"),
        sa.CheckConstraint("state IN ('running', 'done', 'failed')", name="state"),
        sa.UniqueConstraint("schedule_id", "plan", "kind", "period", "edition"),
    )
    _table(
        "forecast",
        _key(),
        _ref("run_id", "report_run"),
        _needed("target"),
        _needed("as_of", DAY),
        _needed("due", DAY),
        *(_needed(name, EXACT) for name in ("value", "low", "high", "probability")),
        sa.UniqueConstraint("run_id", "target"),
    )
    _table(
        "report_file",
        sa.Column("sha256", sa.Text(), primary_key=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
    _table(
        "delivery",
        _key(),
        _ref("run_id", "report_run"),
        *(_needed(name) for name in ("target", "message_id", "subject", "body", "state")),
        _text("owner"),
        sa.Column("not_before", INSTANT),
        _whole("attempts"),
        _needed("created", INSTANT),
        sa.Column("finished", INSTANT),
        _text("error"),
        sa.CheckConstraint("state IN ('waiting', 'sending', 'done', 'failed')", name="state"),
        sa.UniqueConstraint("run_id", "target"),
    )
    _table("heartbeat", _key(), _needed("at", INSTANT), _needed("owner"))


def _guard_sqlite() -> None:
    """Triggers for update, delete, and insert over an existing row (INSERT OR REPLACE deletes without a trigger)."""
    for table, unique in KEYS.items():
        for event in ("UPDATE", "DELETE"):
            op.execute(_sqlite_trigger(table, event, ""))
        same = " OR ".join(["id = NEW.id", *(_equal(unique) if unique else ())])
        taken = f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})"  # noqa: S608 - names from above
        op.execute(_sqlite_trigger(table, "INSERT", taken))


def _equal(columns: Sequence[str]) -> list[str]:
    return ["(" + " AND ".join(f"{column} = NEW.{column}" for column in columns) + ")"]


def _sqlite_trigger(table: str, event: str, condition: str) -> str:
    name = f"{table}_no_{event.lower()}"
    refuse = f"SELECT RAISE(ABORT, '{table} is append-only');"
    return f"CREATE TRIGGER {name} BEFORE {event} ON {table} {condition} BEGIN {refuse} END"


def _guard_postgresql() -> None:
    """Triggers for update, delete and truncate; an insert over an existing row fails on its key or is an update."""
    op.execute(
        "CREATE FUNCTION tracker_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
    )
    for table in KEYS:
        for event, each in (("UPDATE", "ROW"), ("DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
            op.execute(
                f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} "
                f"FOR EACH {each} EXECUTE FUNCTION tracker_append_only()"
            )

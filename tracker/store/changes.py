"""The changes: one for every write, in the order of their times."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from tracker.store.codec import codec
from tracker.store.records import Change
from tracker.store.rows import added, run

TICK = timedelta(microseconds=1)
EVER = 2**31 - 1
"""Later than any change's id."""


def add(connection: Connection, made: Change, now: datetime) -> tuple[int, datetime]:
    """Record a change; its id and its instant, which is later than every other's even where the clock went back."""
    ways = codec(connection)
    last = run(connection, "SELECT at FROM change ORDER BY id DESC LIMIT 1").scalar()
    at = now if last is None else max(now, ways.to_instant(last) + TICK)
    values = {
        "at": ways.instant(at),
        "by": made.by,
        "kind": made.kind,
        "reason": made.reason,
        "plan": made.plan,
    }
    return added(connection, "change", values), at


def last_until(connection: Connection, moment: datetime) -> int:
    """The id of the last change recorded by `moment`; 0 for none."""
    query = "SELECT id FROM change WHERE at <= :moment ORDER BY id DESC LIMIT 1"
    return run(connection, query, moment=codec(connection).instant(moment)).scalar() or 0

"""When a scheduler last looked at the clock, in the one row there is for it; who watches the service asks for it."""

from datetime import datetime

from sqlalchemy import insert, select, update

from tracker.store.reader import Reader
from tracker.store.schema import heartbeat
from tracker.store.writer import Writer


def beat(writer: Writer, at: datetime, owner: str) -> None:
    """Say that `owner` is at work at `at`, UTC."""
    done = writer.connection.execute(update(heartbeat).values(at=at, owner=owner))
    if not done.rowcount:
        writer.connection.execute(insert(heartbeat).values(at=at, owner=owner))


def last_beat(reader: Reader) -> datetime | None:
    """When somebody was last at work, UTC; None if never."""
    return reader.connection.execute(select(heartbeat.c.at)).scalar()

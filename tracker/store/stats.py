"""How much a database holds."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from tracker.store.database import open_database
from tracker.store.place import locate
from tracker.store.schema import change, metadata
from tracker.store.version import SCHEMA


@dataclass(frozen=True, slots=True)
class Stats:
    """Rows by table, bytes of the file (None for a server), the revision, and the time of the last change."""

    location: str
    revision: str
    size: int | None
    last_change: datetime | None
    rows: dict[str, int]


def stats(location: str) -> Stats:
    """Count what a database holds. Raises DatabaseTrouble."""
    place = locate(location)
    with open_database(location) as database, database.read() as reader:
        run = reader.connection.execute
        tables = sorted(metadata.tables.items())
        rows = {name: run(select(func.count()).select_from(table)).scalar_one() for name, table in tables}
        last = run(select(change.c.at).order_by(change.c.id.desc()).limit(1)).scalar()
    size = None if place.path is None else place.path.stat().st_size
    return Stats(place.printed, SCHEMA, size, last, rows)


def server_version(location: str) -> tuple[str, str]:
    """Which server a database is on, and in which encoding it keeps texts. Raises DatabaseTrouble."""
    with open_database(location) as database, database.read() as reader:
        run = reader.connection.exec_driver_sql
        return str(run("SHOW server_version").scalar()), str(run("SHOW server_encoding").scalar())

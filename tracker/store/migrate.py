"""Creating a database and bringing its schema up to date, with Alembic; whole or not at all.

Two traps lose data on SQLite. With foreign keys on, rebuilding a table can delete the rows that refer to it: they are
off here, on an engine of its own whose connection nobody gets after, and checked before the commit. And Python's
sqlite3 commits before DDL: transactions begin and end only where `engine` says, so a failed migration leaves nothing.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection as SqliteConnection

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, NullPool

from tracker.errors import DatabaseTrouble, FileTrouble
from tracker.files import bundled, reason
from tracker.store.backup import aside, copy_sqlite
from tracker.store.database import utc_now
from tracker.store.engine import (
    TIMEOUT,
    check_path,
    make_engine,
    sqlite_connection,
    sqlite_engine,
    with_settings,
    writing,
)
from tracker.store.place import Place, locate
from tracker.store.trouble import translated
from tracker.store.version import NONE, SCHEMA, version


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What was done: the revisions before ("" for an empty database) and after, and the backup taken between."""

    location: str
    before: str
    after: str
    backup: Path | None = None

    @property
    def changed(self) -> bool:
        return self.before != self.after


def create_database(location: str, *, now: datetime | None = None, timeout: float = TIMEOUT) -> Upgrade:
    """Create the database, or upgrade an older one; nothing happens to one that is up to date.

    Raises DatabaseTrouble for what is not ours or newer, and FileTrouble where the folder cannot be made.
    """
    place = locate(location)
    if place.path is not None and not place.path.exists():
        _make_folder(place.path.parent)
    return _upgrade(place, now or utc_now(), timeout, may_create=True)


def upgrade(location: str, *, now: datetime | None = None, timeout: float = TIMEOUT) -> Upgrade:
    """Bring an existing database to the schema of this program; an SQLite file is first copied beside itself.

    Raises DatabaseTrouble: as `open_database` does, and `broken-references` where the result would not hold together.
    """
    return _upgrade(locate(location), now or utc_now(), timeout, may_create=False)


def config() -> Config:
    """Alembic's configuration, without a file."""
    made = Config()
    made.set_main_option("script_location", str(bundled("migrations")).replace("%", "%%"))
    made.set_main_option("path_separator", "os")
    return made


def migrate(connection: Connection, place: Place) -> None:
    """Bring the schema up to date within a transaction with foreign keys off. Raises DatabaseTrouble."""
    settings = config()
    settings.attributes["connection"] = connection
    command.upgrade(settings, "head")
    if place.is_sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise DatabaseTrouble(where=place.printed, problem="broken-references")


def _engine(place: Place, timeout: float, *, may_create: bool) -> Engine:
    """An engine for migrating: foreign keys off, no connection kept, a missing file made."""
    if place.path is None:
        return make_engine(place, timeout)
    path = place.path

    def connect() -> SqliteConnection:
        bare = sqlite_connection(path, timeout, "rwc" if may_create else "rw")
        return with_settings(bare, "foreign_keys = OFF", "synchronous = FULL")

    return sqlite_engine(place, connect, NullPool)


def _upgrade(place: Place, now: datetime, timeout: float, *, may_create: bool) -> Upgrade:
    if place.path is not None and not (may_create and not place.path.exists()):
        check_path(place.path, place.printed)
    with translated(place.printed):
        engine = _engine(place, timeout, may_create=may_create)
        try:
            before = _look(engine, place)
            if before == NONE and not may_create:
                raise DatabaseTrouble(where=place.printed, problem="empty")
            if before == SCHEMA:
                return Upgrade(place.printed, before, SCHEMA)
            copy = _copy(place, before, now, timeout)
            with writing(engine) as connection:
                if version(connection, place.printed) == before:  # nobody else has been quicker
                    migrate(connection, place)
        finally:
            engine.dispose()
    return Upgrade(place.printed, before, SCHEMA, copy)


def _look(engine: Engine, place: Place) -> str:
    """The revision; a newer one is refused."""
    with engine.connect() as connection:
        found = version(connection, place.printed)
    if found > SCHEMA:
        raise DatabaseTrouble(where=place.printed, problem="newer", found=found, known=SCHEMA)
    return found


def _copy(place: Place, before: str, now: datetime, timeout: float) -> Path | None:
    """A copy of an SQLite file before its upgrade; a server's backups are its own matter."""
    if place.path is None or before == NONE:
        return None
    target = aside(place.path, f"before-{SCHEMA}", now)
    copy_sqlite(place.path, target, timeout)
    return target


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileTrouble(path=str(folder), problem=reason(error)) from error

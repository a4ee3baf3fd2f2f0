"""Copies of an SQLite database that lose nothing, and putting one back.

Through SQLite's backup interface: a plain copy of the file misses what is still in the write-ahead log. A server's
database is backed up with the server's own tools.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from tracker.errors import DatabaseTrouble, FileTrouble
from tracker.files import appearing, reason
from tracker.store.database import utc_now
from tracker.store.engine import TIMEOUT, keep_log, make_engine, open_sqlite, reading, sqlite_connection
from tracker.store.place import Place, locate
from tracker.store.trouble import translated
from tracker.store.version import NONE, SCHEMA, version


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back: from which file, which revision, and where the database that was there before is kept."""

    location: str
    source: str
    revision: str
    kept: Path | None


def backup(location: str, to: Path | None = None, *, now: datetime | None = None) -> Path:
    """Copy a database to `to`, a new file or a folder (default: beside the database); the copy's path.

    Raises DatabaseTrouble for what cannot be read, and for a server; FileTrouble for where it should go.
    """
    place = locate(location)
    path = _file(place)
    _revision(place)
    target = aside(path, "backup", now or utc_now(), to) if to is None or to.is_dir() else to
    copy_sqlite(path, target)
    return target


def restore(source: Path, location: str, *, now: datetime | None = None) -> Restored:
    """Put a backup in the place of a database, which is kept beside it.

    The backup is looked through first. Processes that have the database open go on with what was put back. Raises
    DatabaseTrouble where the backup is damaged, foreign or newer, or where the place holds something that is not ours.
    """
    backup_place, place = locate(str(source)), locate(location)
    path, moment = _file(place), now or utc_now()
    if path.exists() and source.exists() and path.samefile(source):
        raise DatabaseTrouble(where=place.printed, problem="same-file")
    revision = _verified(backup_place)
    if not path.exists():
        copy_sqlite(source, path)
        return Restored(place.printed, str(source), revision, None)
    kept = aside(path, "before-restore", moment)
    if _is_readable(place):
        copy_sqlite(path, kept)
        _overwrite(source, path, place)
    else:
        _move(path, kept)
        copy_sqlite(source, path)
    return Restored(place.printed, str(source), revision, kept)


def aside(path: Path, what: str, now: datetime, folder: Path | None = None) -> Path:
    """A free name beside a database, or in `folder`: tracker.backup-20230626T010203Z.db."""
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    parent = folder or path.parent
    name, number = f"{path.stem}.{what}-{stamp}", 1
    while (parent / f"{name}{path.suffix}").exists():
        number += 1
        name = f"{path.stem}.{what}-{stamp}-{number}"
    return parent / f"{name}{path.suffix}"


def copy_sqlite(source: Path, target: Path, timeout: float = TIMEOUT) -> None:
    """Copy a database, as it is at one moment, to a new file that appears whole or not at all.

    Raises FileTrouble where `target` exists or cannot be written, DatabaseTrouble where `source` cannot be read.
    """
    if target.exists():
        raise FileTrouble(path=str(target), problem="exists")
    with (
        appearing(target, like=source) as temporary,
        translated(str(source)),
        closing(open_sqlite(source, timeout)) as connection,
    ):
        _fill(connection, temporary, str(target), timeout)


def _fill(source: sqlite3.Connection, target: Path, where: str, timeout: float) -> None:
    """Copy all pages into a new file, `where` to be, that needs no other beside it."""
    with translated(where), closing(sqlite_connection(target, timeout, "rw")) as copy:
        copy.execute("PRAGMA synchronous = FULL")
        _pour(source, copy, where, timeout)
        copy.execute("PRAGMA journal_mode = DELETE")


def _pour(source: sqlite3.Connection, target: sqlite3.Connection, where: str, timeout: float) -> None:
    """Copy all pages in one transaction. Python waits for a lock for ever; we give up after `timeout` seconds."""
    until = monotonic() + timeout

    def give_up(status: int, _remaining: int, _total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and monotonic() > until:
            raise DatabaseTrouble(where=where, problem="locked")

    source.backup(target, progress=give_up)


def _file(place: Place) -> Path:
    if place.path is None:
        raise DatabaseTrouble(where=place.printed, problem="server")
    return place.path


def _revision(place: Place) -> str:
    """The revision of an existing database of ours; any will do."""
    with translated(place.printed):
        engine = make_engine(place)
        try:
            with reading(engine) as connection:
                found = version(connection, place.printed)
        finally:
            engine.dispose()
    if found == NONE:
        raise DatabaseTrouble(where=place.printed, problem="empty")
    return found


def _verified(place: Place) -> str:
    """The revision of a backup that this program can use and that holds together from end to end."""
    found = _revision(place)
    if found > SCHEMA:
        raise DatabaseTrouble(where=place.printed, problem="newer", found=found, known=SCHEMA)
    with translated(place.printed), closing(open_sqlite(_file(place), TIMEOUT)) as connection:
        sound = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        if not sound or connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise DatabaseTrouble(where=place.printed, problem="damaged")
    return found


def _is_readable(place: Place) -> bool:
    """Whether a database of ours is there, or an empty one. False for a damaged one; raises for a foreign one."""
    try:
        _revision(place)
    except DatabaseTrouble as trouble:
        if trouble.data["problem"] == "damaged":
            return False
        if trouble.data["problem"] != "empty":
            raise
    return True


def _overwrite(source: Path, path: Path, place: Place) -> None:
    """Write a backup over a database as one transaction of that database, so that who has it open sees it."""
    with (
        translated(place.printed),
        closing(open_sqlite(source, TIMEOUT)) as backup_copy,
        closing(open_sqlite(path, TIMEOUT)) as connection,
    ):
        _pour(backup_copy, connection, place.printed, TIMEOUT)
        keep_log(connection)


def _move(path: Path, kept: Path) -> None:
    """Move a database that cannot be read, with the files SQLite keeps beside it."""
    try:
        for ending in ("-wal", "-shm", ""):
            part = path.with_name(f"{path.name}{ending}")
            if part.exists():
                part.rename(kept.with_name(f"{kept.name}{ending}"))
    except OSError as error:
        raise FileTrouble(path=str(path), problem=reason(error)) from error

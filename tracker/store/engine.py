"""Connections with the settings that keep figures safe (measured: the architecture page, storage).

SQLite: write-ahead log, every commit forced to the disk, foreign keys checked, writers begin IMMEDIATE so that they
queue instead of failing. PostgreSQL: writers queue on an advisory lock, readers see one snapshot. Opening never
creates.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Pool, QueuePool, create_engine, event

from tracker.errors import DatabaseTrouble, MissingExtra
from tracker.store.place import Place
from tracker.store.trouble import word

TIMEOUT = 10.0
"""Seconds to wait for another writer."""
CACHE = 16_000
"""KiB of pages to keep: with SQLite's 2 MB a long import takes half as long again."""
OLDEST_SQLITE = (3, 37)
"""The first with strict tables."""
WRITERS_LOCK = 0x54524B52
"""Key of the advisory lock writers queue on in PostgreSQL."""


def make_engine(place: Place, timeout: float = TIMEOUT) -> Engine:
    """An engine for an existing database; nothing is opened yet but a path is looked at.

    Raises DatabaseTrouble (`missing`, `is-folder`, `not-a-file`) and MissingExtra for an absent driver.
    """
    if place.path is None:
        return _server_engine(place, timeout)
    check_path(place.path, place.printed)
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise DatabaseTrouble(where=place.printed, problem="old-sqlite", found=sqlite3.sqlite_version)
    path = place.path

    def connect() -> sqlite3.Connection:
        return open_sqlite(path, timeout)

    return sqlite_engine(place, connect)


def sqlite_engine(place: Place, connect: Callable[[], sqlite3.Connection], pool: type[Pool] = QueuePool) -> Engine:
    """An engine over `connect` whose transactions begin as we say, not as Python's sqlite3 guesses."""
    engine = create_engine(place.url, creator=connect, poolclass=pool)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def check_path(path: Path, printed: str) -> None:
    """Refuse what is no file before anything opens it; a pipe would wait for ever."""
    try:
        if path.is_file():
            return
        problem = "is-folder" if path.is_dir() else "not-a-file" if path.exists() else "missing"
    except OSError:
        problem = "unreadable"
    raise DatabaseTrouble(where=printed, problem=problem)


def open_sqlite(path: Path, timeout: float, mode: str = "rw") -> sqlite3.Connection:
    """A connection with our settings. Where nothing can be written beside the file, it is read as it stands."""
    connection = sqlite_connection(path, timeout, mode)
    try:
        connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        if mode == "rw" and word(error) in {"read-only", "unreadable"} and not _has_log(path):
            return open_sqlite(path, timeout, "ro&immutable=1")
        raise
    except BaseException:
        connection.close()
        raise
    return with_settings(connection, "foreign_keys = ON", "synchronous = FULL", f"cache_size = -{CACHE}")


def sqlite_connection(path: Path, timeout: float, mode: str) -> sqlite3.Connection:
    """A bare connection; transactions begin and end only where we say so."""
    address = f"{path.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(address, timeout=timeout, isolation_level=None, uri=True, check_same_thread=False)


def with_settings(connection: sqlite3.Connection, *pragmas: str) -> sqlite3.Connection:
    """The connection with its settings; closed where they cannot be made, as in a file that is no database."""
    try:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A read transaction: everything read inside is of one moment."""
    options: dict[str, Any] = {}
    if engine.dialect.name == "postgresql":
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with engine.connect().execution_options(**options) as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A write transaction: one at a time, whole or not at all."""
    options: dict[str, Any] = {"begin": "BEGIN IMMEDIATE"}
    if engine.dialect.name == "postgresql":
        options = {"isolation_level": "READ COMMITTED"}  # what others wrote while we waited is to be seen
    with engine.connect().execution_options(**options) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS_LOCK})")
        yield connection


def _begin_sqlite(connection: Connection) -> None:
    begin = connection.get_execution_options().get("begin", "BEGIN")
    if begin != "BEGIN":
        keep_log(connection.connection.driver_connection)
    connection.exec_driver_sql(begin)


def keep_log(connection: Any) -> None:
    """See that a file has a write-ahead log: a new one has none yet, and a copy may have lost it.

    Where it cannot be had, because the file is in use or read-only, the transaction after this will say so.
    """
    with suppress(sqlite3.OperationalError):
        connection.execute("PRAGMA journal_mode = WAL")


def _server_engine(place: Place, timeout: float) -> Engine:
    options = f"-c timezone=UTC -c lock_timeout={int(timeout * 1000)}"
    settings = {"options": options, "connect_timeout": max(2, int(timeout))}
    try:
        return create_engine(place.url, connect_args=settings)
    except ImportError as error:  # of psycopg, or of the libpq it needs
        raise MissingExtra(extra="postgres", needs="psycopg") from error


def _has_log(path: Path) -> bool:
    """Whether a write-ahead log with pages in it stands beside the file."""
    try:
        return path.with_name(f"{path.name}-wal").stat().st_size > 0
    except OSError:
        return False

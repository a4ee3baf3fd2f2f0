"""Everything a database holds, copied into another one, also between a file and a server.

Row by row under their own ids, as the source is at one moment, in one transaction of the target, and read back before
it is kept: both are then known to say the same, published zeros included.
"""

import hashlib
import sqlite3
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Dialect, Engine, LargeBinary, NullPool, Table, func, select
from sqlalchemy.dialects import sqlite

from tracker.errors import DatabaseTrouble
from tracker.files import appearing
from tracker.store.database import open_database
from tracker.store.engine import TIMEOUT, make_engine, sqlite_connection, sqlite_engine, with_settings, writing
from tracker.store.migrate import migrate
from tracker.store.place import Place, locate
from tracker.store.schema import metadata
from tracker.store.trouble import translated, trouble
from tracker.store.version import NONE, SCHEMA, version

Row = tuple[Any, ...]
Progress = Callable[[int, int], None]
"""Told how many rows of how many have been copied or read back."""
BATCH, FEW = 2_000, 4
"""Rows at a time, and those with a whole file in them."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What was copied, by table; `digest` is the sha256 of all rows, the same in both. The places may be printed."""

    source: str
    target: str
    revision: str
    rows: dict[str, int]
    digest: str


def copy_database(source: str, target: str, progress: Progress | None = None) -> Copied:
    """Copy all rows of a database into a new file or an empty database, whole or not at all.

    Raises DatabaseTrouble: for the source as `open_database` does, for the target `not-empty`, and `unlike` where it
    says something else than it was given; FileTrouble where the file cannot be made.
    """
    to, tables = locate(target), metadata.sorted_tables
    with open_database(source) as database, database.read() as reader:
        counts = {table.name: _count(reader.connection, table) for table in tables}
        meter = _Meter(2 * sum(counts.values()), progress)
        with _empty(to) as connection:
            given, taken = _Tally(), _Tally()
            for table in tables:
                rows = meter.past(_read(reader.connection, table, database.location))
                _put(connection, table, given.past(table, rows), to.printed)
            for table in tables:
                deque(taken.past(table, meter.past(_read(connection, table, to.printed))), maxlen=0)
            if (given.rows, given.digest) != (taken.rows, taken.digest):
                raise DatabaseTrouble(where=to.printed, problem="unlike")
            _advance_keys(connection, tables)
    return Copied(database.location, to.printed, SCHEMA, given.rows, given.digest)


@contextmanager
def _empty(place: Place) -> Iterator[Connection]:
    """A transaction in a database that has our tables and nothing in them. DatabaseTrouble, FileTrouble."""
    if place.path is None:
        with translated(place.printed), _transaction(place) as connection:
            yield connection
        return
    if place.path.exists():
        _look_into(place)
    with (
        appearing(place.path) as temporary,
        translated(place.printed),
        _transaction(place._replace(path=temporary)) as connection,
    ):
        yield connection


@contextmanager
def _transaction(place: Place) -> Iterator[Connection]:
    engine = make_engine(place) if place.path is None else _engine_of_new_file(place, place.path)
    try:
        with writing(engine) if place.path is None else engine.begin() as connection:
            _require_empty(connection, place)
            migrate(connection, place)
            yield connection
    finally:
        engine.dispose()


def _engine_of_new_file(place: Place, path: Path) -> Engine:
    """For a file nobody else knows of: nothing beside it that an interrupt could leave behind."""

    def connect() -> sqlite3.Connection:
        bare = sqlite_connection(path, TIMEOUT, "rw")
        return with_settings(bare, "journal_mode = MEMORY", "synchronous = FULL", "foreign_keys = OFF")

    return sqlite_engine(place, connect, NullPool)


def _look_into(place: Place) -> None:
    """Refuse a file that holds something."""
    engine = make_engine(place)
    try:
        with _taken_for_full(place), engine.connect() as connection:
            _require_empty(connection, place)
    finally:
        engine.dispose()


def _require_empty(connection: Connection, place: Place) -> None:
    with _taken_for_full(place):
        if version(connection, place.printed) != NONE:
            raise DatabaseTrouble(where=place.printed, problem="not-empty")


@contextmanager
def _taken_for_full(place: Place) -> Iterator[None]:
    """Say `not-empty` of what is somebody else's, or no database at all."""
    try:
        with translated(place.printed):
            yield
    except DatabaseTrouble as found:
        if found.data["problem"] in {"foreign", "damaged"}:
            raise DatabaseTrouble(where=place.printed, problem="not-empty") from found
        raise


def _count(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def _read(connection: Connection, table: Table, where: str) -> Iterator[Row]:
    """All rows in the order of their keys, which is one in which what is referred to comes first."""
    size = FEW if any(isinstance(column.type, LargeBinary) for column in table.columns) else BATCH
    query = select(table).order_by(*table.primary_key).execution_options(yield_per=size)
    with translated(where):
        yield from map(tuple, connection.execute(query))


def _put(connection: Connection, table: Table, rows: Iterator[Row], where: str) -> None:
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    if connection.dialect.name == "postgresql":
        _copy_in(connection, f'COPY "{table.name}" ({names}) FROM STDIN', rows, where)
        return
    marks = ", ".join("?" for _ in table.columns)
    insert = f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})'  # noqa: S608 - our own names
    bound = map(_bound(table, connection.dialect), rows)
    while batch := list(islice(bound, BATCH)):
        connection.exec_driver_sql(insert, batch)


def _copy_in(connection: Connection, command: str, rows: Iterable[Row], where: str) -> None:
    """PostgreSQL's own way, faster than statements; what goes wrong there does not pass through SQLAlchemy."""
    cursor = connection.connection.cursor()
    try:
        with cursor.copy(command) as stream:
            for row in rows:
                stream.write_row(row)
    except connection.dialect.loaded_dbapi.Error as error:
        raise trouble(error, where) from error
    finally:
        cursor.close()


def _advance_keys(connection: Connection, tables: Iterable[Table]) -> None:
    """Let a server number the next row after the last that was copied; SQLite looks for itself."""
    if connection.dialect.name != "postgresql":
        return
    for table in tables:
        if "id" in table.columns:
            last = connection.execute(select(func.max(table.c.id))).scalar()
            if last is not None:
                connection.execute(select(func.setval(func.pg_get_serial_sequence(table.name, "id"), last)))


def _bound(table: Table, dialect: Dialect) -> Callable[[Row], Row]:
    """How a dialect's driver is given a row of a table."""
    ways = [column.type.bind_processor(dialect) or _same for column in table.columns]
    return lambda row: tuple([way(value) for way, value in zip(ways, row, strict=True)])


def _same(value: Any) -> Any:
    return value


class _Tally:
    """How many rows passed, by table, and what they said: as the text SQLite keeps, where 3.10 is not 3.1."""

    def __init__(self) -> None:
        self.rows: dict[str, int] = {}
        self._hash, self._dialect = hashlib.sha256(), sqlite.dialect()

    @property
    def digest(self) -> str:
        return self._hash.hexdigest()

    def past(self, table: Table, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows of a table, counted and taken down as they pass."""
        count, said = 0, _bound(table, self._dialect)
        self._hash.update(table.name.encode())
        for row in rows:
            self._hash.update(repr(said(row)).encode())
            count += 1
            yield row
        self.rows[table.name] = count


class _Meter:
    def __init__(self, total: int, progress: Progress | None) -> None:
        self._total, self._done, self._progress = total, 0, progress

    def past(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows, counted; told every so many."""
        for row in rows:
            yield row
            self._done += 1
            if self._progress is not None and self._done % BATCH == 0:
                self._progress(self._done, self._total)

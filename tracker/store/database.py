"""The way in: open a database, read from it, write to it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from sqlalchemy import Engine

from tracker.store.engine import TIMEOUT, make_engine, reading, writing
from tracker.store.place import locate
from tracker.store.reader import Reader
from tracker.store.records import Change
from tracker.store.trouble import translated
from tracker.store.version import require_current
from tracker.store.writer import Writer

__all__ = ["Change", "Database", "Reader", "Writer", "open_database", "utc_now"]


def utc_now() -> datetime:
    """The clock changes are dated by."""
    return datetime.now(UTC)


def open_database(location: str, *, clock: Callable[[], datetime] = utc_now, timeout: float = TIMEOUT) -> "Database":
    """Open an existing database: a path, or a URL where there is `://`. Writers wait `timeout` seconds for one another.

    Never creates. Raises DatabaseTrouble (problems in `tracker.store.trouble`, `place`, `engine` and `version`).
    """
    place = locate(location)
    with translated(place.printed):
        engine = make_engine(place, timeout)
        try:
            with reading(engine) as connection:
                require_current(connection, place.printed)
        except BaseException:
            engine.dispose()
            raise
    return Database(engine, place.printed, clock)


class Database:
    """An open database. `location` may be printed: it holds no password."""

    def __init__(self, engine: Engine, location: str, clock: Callable[[], datetime]) -> None:
        self.location = location
        self._engine = engine
        self._clock = clock

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """A reader of one moment."""
        with translated(self.location), reading(self._engine) as connection:
            yield Reader(connection)

    @contextmanager
    def write(self, change: Change) -> Iterator[Writer]:
        """A writer: everything written inside is kept at the end, or nothing if anything is raised.

        Writers queue; one that waits longer than the timeout raises DatabaseTrouble (`locked`).
        """
        with translated(self.location), writing(self._engine) as connection:
            yield Writer(connection, change, self._clock)

    def close(self) -> None:
        """Close its connections."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

"""What goes wrong in a database, in our words: the one place where exceptions of SQLAlchemy and the drivers end.

Problems: `locked`, `read-only`, `disk-full`, `damaged`, `foreign`, `unreadable`, `unreachable`, `login`, `absent`,
`input-output`, and `failed` with the driver's own words in `detail` for what is a mistake of ours.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from tracker.errors import DatabaseTrouble

SQLITE = (
    ("SQLITE_BUSY", "locked"),
    ("SQLITE_LOCKED", "locked"),
    ("SQLITE_READONLY", "read-only"),
    ("SQLITE_FULL", "disk-full"),
    ("SQLITE_IOERR_SHMSIZE", "disk-full"),
    ("SQLITE_NOTADB", "foreign"),
    ("SQLITE_CORRUPT", "damaged"),
    ("SQLITE_CANTOPEN", "unreadable"),
    ("SQLITE_PERM", "unreadable"),
    ("SQLITE_AUTH", "unreadable"),
    ("SQLITE_IOERR", "input-output"),
)
"""Beginnings of SQLite's error names, and the problem each is."""
POSTGRESQL = (
    ("08", "unreachable"),
    ("28", "login"),
    ("3D", "absent"),
    ("25006", "read-only"),
    ("42501", "read-only"),
    ("53100", "disk-full"),
    ("55P03", "locked"),
    ("40", "locked"),
    ("57P0", "unreachable"),
    ("XX", "damaged"),
)
"""Beginnings of PostgreSQL's error codes (appendix A of its manual), and the problem each is."""


@contextmanager
def translated(where: str) -> Iterator[None]:
    """Turn whatever a database raises inside into DatabaseTrouble about the database at `where`."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise trouble(error, where) from error


def trouble(error: Exception, where: str) -> DatabaseTrouble:
    """The condition an exception stands for."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    problem = word(cause)
    if problem == "failed":
        return DatabaseTrouble(where=where, problem=problem, detail=" ".join(str(cause).split()))
    return DatabaseTrouble(where=where, problem=problem)


def word(cause: BaseException) -> str:
    """The problem a driver's exception stands for."""
    name = getattr(cause, "sqlite_errorname", None)
    if name is not None:
        return _match(name, SQLITE)
    if type(cause).__module__.startswith("psycopg"):
        state = getattr(cause, "sqlstate", None)
        if state is not None:
            return _match(state, POSTGRESQL)
        names = {kind.__name__ for kind in type(cause).__mro__}
        return _connecting(str(cause)) if "OperationalError" in names else "failed"
    return "failed"


def _connecting(message: str) -> str:
    """A refused connection carries no code, only the server's words."""
    if "does not exist" in message and "role" not in message:
        return "absent"
    return "login" if "authentication" in message or "password" in message or "role" in message else "unreachable"


def _match(code: str, table: tuple[tuple[str, str], ...]) -> str:
    return next((problem for start, problem in table if code.startswith(start)), "failed")

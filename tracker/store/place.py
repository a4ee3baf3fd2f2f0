"""Where a database is: a path, or (only with `://`) a URL."""

import re
from pathlib import Path
from typing import NamedTuple

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from tracker.errors import DatabaseTrouble

DRIVERS = {"sqlite": "sqlite+pysqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}
SECRETS = ("password", "passfile", "sslpassword")


class Place(NamedTuple):
    """A database's address. `path` is None for a server; `printed` never holds a password."""

    url: URL
    path: Path | None
    printed: str

    @property
    def is_sqlite(self) -> bool:
        return self.path is not None


def locate(location: str) -> Place:
    """The place a text names. Raises DatabaseTrouble (`bad-url`, `unsupported`)."""
    if "://" not in location:
        path = Path(location).expanduser()
        return Place(URL.create(DRIVERS["sqlite"], database=str(path)), path, str(path))
    try:
        url = make_url(location)
    except (ArgumentError, ValueError) as error:
        kind = location.partition("://")[0]
        shown = kind if re.fullmatch(r"[\w+]*", kind) else "…"  # anything else may be a secret in a wrong place
        raise DatabaseTrouble(where=f"{shown}://", problem="bad-url") from error
    kind = url.drivername.partition("+")[0]
    if kind not in DRIVERS:
        raise DatabaseTrouble(where=_without_secrets(url), problem="unsupported", dialect=kind)
    if kind != "sqlite":
        return Place(url.set(drivername=DRIVERS[kind]), None, _without_secrets(url))
    if not url.database or url.database == ":memory:":
        raise DatabaseTrouble(where=str(url), problem="in-memory")
    return Place(URL.create(DRIVERS["sqlite"], database=url.database), Path(url.database), url.database)


def _without_secrets(url: URL) -> str:
    """The URL as it may be printed: no password, neither after the user nor among the parameters."""
    return url.difference_update_query(SECRETS).render_as_string(hide_password=True)

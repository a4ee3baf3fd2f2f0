"""Databases for the tests of the store, on SQLite and on a server: migrated once, copied per test."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
import sqlalchemy

from tests.store.clockwork import Clock
from tracker.store.database import Database, open_database
from tracker.store.migrate import create_database

SERVER = os.environ.get("TRACKER_TEST_POSTGRES", "")


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite database."""
    path = tmp_path_factory.mktemp("template") / "tracker.db"
    create_database(str(path))
    return path


@pytest.fixture
def path(template: Path, tmp_path: Path) -> Path:
    """A fresh SQLite database."""
    return Path(shutil.copy(template, tmp_path / "tracker.db"))


@pytest.fixture(scope="session")
def server_template() -> Iterator[str]:
    """The name of a migrated, empty database on the server."""
    if not SERVER:
        pytest.skip(reason="no PostgreSQL server: TRACKER_TEST_POSTGRES names none")
    with server_database("template0") as name:
        create_database(address(name))
        yield name


@pytest.fixture
def server(server_template: str) -> Iterator[str]:
    """A fresh database on the server."""
    with server_database(server_template) as name:
        yield address(name)


@pytest.fixture
def bare_server(server_template: str) -> Iterator[str]:
    """A database on the server without anything in it."""
    with server_database("template0") as name:
        yield address(name)


@pytest.fixture(params=["path", "server"], ids=["sqlite", "postgresql"])
def location(request: pytest.FixtureRequest) -> str:
    """A fresh database, once of each kind."""
    return str(request.getfixturevalue(request.param))


@pytest.fixture
def clock() -> Clock:
    """A clock set by hand."""
    return Clock()


@pytest.fixture
def database(location: str, clock: Clock) -> Iterator[Database]:
    """An open database of each kind."""
    with open_database(location, clock=clock, timeout=1) as opened:
        yield opened


@contextmanager
def server_database(template: str) -> Iterator[str]:
    """A database for a while; its name."""
    name = f"tracker_test_{uuid4().hex}"
    _command(f"CREATE DATABASE {name} TEMPLATE {template}")
    yield name
    _command(f"DROP DATABASE {name} WITH (FORCE)")


def address(name: str) -> str:
    """The URL of a database on the server."""
    return sqlalchemy.make_url(SERVER).set(database=name).render_as_string(hide_password=False)


def _command(sql: str) -> None:
    url = sqlalchemy.make_url(SERVER).set(drivername="postgresql+psycopg")
    engine = sqlalchemy.create_engine(url, isolation_level="AUTOCOMMIT", poolclass=sqlalchemy.NullPool)
    with engine.connect() as connection:
        connection.exec_driver_sql(sql)

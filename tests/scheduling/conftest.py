"""A database for every test, migrated and filled once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scheduling.office import Office, fill
from tracker.store.database import open_database
from tracker.store.migrate import create_database


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the plan and all figures of the year."""
    path = tmp_path_factory.mktemp("office") / "tracker.db"
    create_database(str(path))
    with open_database(str(path)) as database:
        fill(database)
    return path


@pytest.fixture
def location(filled: Path, tmp_path: Path) -> Path:
    """A copy of the filled database."""
    return Path(shutil.copy(filled, tmp_path / "tracker.db"))


@pytest.fixture
def office(location: Path, tmp_path: Path) -> Iterator[Office]:
    with open_database(str(location), clock=lambda: made.clock) as database:
        made = Office(database, tmp_path / "reports")
        yield made

"""A database with a small plan, made once and copied per test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.small_plan import make_database
from tracker.store.database import Database, open_database


@pytest.fixture(scope="session")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("planned") / "tracker.db"
    make_database(path)
    return path


@pytest.fixture
def database(planned: Path, tmp_path: Path) -> Iterator[Database]:
    """The database with the small plan, this test's own."""
    with open_database(str(shutil.copy(planned, tmp_path / "tracker.db"))) as opened:
        yield opened

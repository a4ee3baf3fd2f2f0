"""A database for every test, migrated and filled once."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.scheduling.office import Office, fill
from tracker.cli.root import root
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


@pytest.fixture
def run(location: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run `tracker schedule ...` in a folder of its own, in English."""
    for name in [name for name in os.environ if name.startswith(("TRACKER_", "LC_", "XDG_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TRACKER_DB", str(location))
    monkeypatch.chdir(tmp_path)
    return lambda *args: CliRunner().invoke(root, ["schedule", *args], catch_exceptions=False)

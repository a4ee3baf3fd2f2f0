"""Several processes on one database, killed without warning: every period is reported once, whole, and the same.

`benchmarks/chaos.py` does the same to many more periods.
"""

import hashlib
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scheduling.office import PLAN, Office, fill
from tests.scheduling.turmoil import NOW, Ordeal, endure, verify
from tests.store.conftest import SERVER, address, server_database
from tracker.store.database import open_database
from tracker.store.migrate import create_database

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs POSIX signals")
ORDEAL = Ordeal(("s",), periods=60, kills=20, seconds=60, calm=(0.01, 0.05))
"""Months from 2019-01 to 2023-12."""
ENOUGH = 8
"""Kills that show something; how many there is time for depends on the machine."""


@pytest.fixture
def server() -> Iterator[str]:
    """A filled database on the server."""
    if not SERVER:
        pytest.skip(reason="no PostgreSQL server: TRACKER_TEST_POSTGRES names none")
    with server_database("template0") as name:
        create_database(address(name))
        with open_database(address(name)) as database:
            fill(database)
        yield address(name)


@pytest.mark.parametrize("kind", ["location", "server"], ids=["sqlite", "postgresql"])
def test_every_period_is_reported_once_whatever_is_killed(
    kind: str, filled: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    place = str(request.getfixturevalue(kind))
    with open_database(place) as database:
        office = Office(database, tmp_path / "reports")
        office.schedule("monthly on day 26 at 09:00", start="2019-01")
        kills = endure(office, place, ORDEAL)
        contents = verify(office, ORDEAL)
    assert kills >= ENOUGH, "all was done before the kills were"
    calm = _undisturbed(Path(shutil.copy(filled, tmp_path / "reference.db")), tmp_path / "calm")
    assert sorted(contents) == sorted(calm)
    if kind == "location":  # on the server the figures were recorded at another time, which reports say
        assert contents == calm


def _undisturbed(location: Path, folder: Path) -> dict[Path, str]:
    """What one process makes that nobody disturbs."""
    with open_database(str(location)) as database:
        office = Office(database, folder)
        office.schedule("monthly on day 26 at 09:00", start="2019-01")
        made = list(office.runner().tick(NOW))
    assert all(one.run.plan == PLAN for one in made)
    paths = [Path(one.paths[0]) for one in made]
    return {path.relative_to(folder): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}

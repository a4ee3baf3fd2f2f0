"""Several processes on one database: killed at any moment they leave all or nothing, together they queue."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tracker.domain.observation import as_of_view
from tracker.store.checkup import check
from tracker.store.database import Database, open_database

SETUP = "import sys; from tests.store.clockwork import *; from tracker.store.database import open_database\n"
IMPORT = SETUP + (
    "rows = [figure(f'{1950 + n // 12}-{n % 12 + 1:02}', str(n), '2060-01-01') for n in range(600)]\n"
    "with open_database(sys.argv[1]) as database:\n"
    "    print('ready', flush=True)\n"
    "    for turn in range(10_000):\n"
    "        with database.write(RECORD) as writer: writer.add_observations(rows)\n"
)
COUNT = SETUP + (
    "with open_database(sys.argv[1]) as database:\n"
    "    for turn in range(40):\n"
    "        with database.write(RECORD) as writer:\n"
    "            last = [row.quantity.value for row in writer.current()] or [0]\n"
    "            writer.add_observation(figure('2023-05', str(last[0] + 1), '2023-06-10'))\n"
)


@pytest.mark.parametrize("moment", [0.0, 0.004, 0.011, 0.019, 0.032, 0.05])
def test_a_killed_import_leaves_all_or_nothing(path: Path, moment: float) -> None:
    process = start(IMPORT, str(path))
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(moment)
    process.kill()
    process.wait()
    process.stdout.close()
    with open_database(str(path)) as database, database.read() as reader:
        rows, changes, current = reader.observations(), reader.changes(), reader.current()
    assert len(rows) == 600 * len(changes)
    assert {change.observations for change in changes} <= {600}
    assert len(current) == (600 if changes else 0)
    assert check(str(path)) == []


def test_writers_queue(location: str) -> None:
    """Each reads the last value and adds one to it: no turn is lost and none fails."""
    processes = [start(COUNT, location) for _ in range(2)]
    assert [process.wait(60) for process in processes] == [0, 0]
    for process in processes:
        assert process.stdout is not None
        process.stdout.close()
    with open_database(location) as database:
        assert counted(database) == list(range(1, 81))
    assert check(location) == []


def counted(database: Database) -> list[int]:
    with database.read() as reader:
        rows = reader.observations()
        [last] = as_of_view(rows, rows[-1].published_on)
        assert last == rows[-1] == reader.current()[0]
    assert len({row.recorded_at for row in rows}) == len(rows)
    return [int(row.quantity.value) for row in rows]


def start(script: str, location: str) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, "-c", script, location], stdout=subprocess.PIPE, text=True)

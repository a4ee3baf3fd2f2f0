"""Several processes on one database, killed without warning: every period is reported once, whole, and the same."""

import hashlib
import multiprocessing
import os
import random
import shutil
import signal
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from tests.scheduling.office import PLAN, Office, local
from tracker.domain.schedule import Run, State
from tracker.services import schedules
from tracker.services.runs import Runner
from tracker.store.database import open_database
from tracker.store.records import ChangeFilter

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs POSIX signals")

PERIODS = 60
"""Months from 2019-01 to 2023-12."""
NOW = local("2024-01-26T09:00")
LEASE = timedelta(seconds=1)
"""So long a killed run stays undone, so that all is not done before the last kill."""
KILLS = 20


def work(location: str) -> None:
    """What a worker does until it is killed: tick, tick, tick. The file system and the ledger are the real ones."""
    with open_database(location) as database:
        while True:
            runner = Runner(database, "worker", lease=LEASE)
            runner.tidy()
            for _ in runner.tick(NOW):
                pass
            time.sleep(0.02)


def test_every_period_is_reported_once_whatever_is_killed(location: Path, tmp_path: Path) -> None:
    reference = Path(shutil.copy(location, tmp_path / "reference.db"))
    with open_database(str(location)) as database:
        office = Office(database, tmp_path / "reports")
        office.schedule("monthly on day 26 at 09:00", start="2019-01")
        kills = _disturb(office, str(location))
        runs = _runs(office)
        with database.read() as reader:
            finished = Counter(change.reason for change in reader.changes(ChangeFilter(kinds=("run",))))

    assert kills == KILLS, "all was done before the kills were"
    assert [run.state for run in runs] == [State.DONE] * PERIODS
    assert len({run.period for run in runs}) == PERIODS
    assert finished == {f"s {run.period}": 1 for run in runs}
    assert max(run.attempts for run in runs) > 1, "no kill hit a run: the test shows nothing"

    contents = {Path(run.files[0].path).relative_to(office.folder): run.files[0].sha256 for run in runs}
    assert office.files() == sorted(path.as_posix() for path in contents)
    for path, sha256 in contents.items():
        assert hashlib.sha256((office.folder / path).read_bytes()).hexdigest() == sha256
    assert contents == _undisturbed(reference, tmp_path / "calm")


def _disturb(office: Office, location: str) -> int:
    """Let three processes work, killing one of them again and again, until all is done; how often one was killed."""
    chance, kills, deadline = random.Random(7), 0, time.monotonic() + 60  # noqa: S311 - not for secrets
    workers = [_start(location) for _ in range(3)]
    try:
        while not _is_done(office):
            assert time.monotonic() < deadline, "not done in a minute"
            time.sleep(chance.uniform(0.02, 0.1))
            if kills < KILLS:
                victim = workers.pop(chance.randrange(3))
                os.kill(victim.pid or 0, signal.SIGKILL)
                victim.join()
                kills += 1
                workers.append(_start(location))
    finally:
        for worker in workers:
            worker.kill()
            worker.join()
    office.runner(LEASE).tidy()
    return kills


def _start(location: str) -> multiprocessing.process.BaseProcess:
    worker = multiprocessing.get_context("fork").Process(target=work, args=(location,), daemon=True)
    worker.start()
    return worker


def _runs(office: Office) -> list[Run]:
    with office.database.read() as reader:
        return [run for _, run in schedules.history(reader, "s")]


def _is_done(office: Office) -> bool:
    return sum(run.state is State.DONE for run in _runs(office)) == PERIODS


def _undisturbed(location: Path, folder: Path) -> dict[Path, str]:
    """What one process makes that nobody disturbs."""
    with open_database(str(location)) as database:
        office = Office(database, folder)
        office.schedule("monthly on day 26 at 09:00", start="2019-01")
        made = list(office.runner().tick(NOW))
    assert all(one.run.plan == PLAN for one in made)
    paths = [Path(one.paths[0]) for one in made]
    return {path.relative_to(folder): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}

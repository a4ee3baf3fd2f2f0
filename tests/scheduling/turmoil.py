"""Several processes on one database, killed without warning, for the tests and for `benchmarks/chaos.py`."""

import hashlib
import multiprocessing
import os
import random
import signal
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from tests.scheduling.office import Office, local
from tracker.domain.schedule import Run, State
from tracker.services import schedules
from tracker.services.runs import Runner
from tracker.store.database import open_database
from tracker.store.records import ChangeFilter

NOW = local("2024-01-26T09:00")
LEASE = timedelta(seconds=1)
"""So long a killed run stays undone, so that all is not done before the last kill."""
WORKERS = 3


@dataclass(frozen=True)
class Ordeal:
    """How much there is to make and to endure. `names` are schedules that are there, with `periods` due in all."""

    names: Sequence[str]
    periods: int
    kills: int
    seconds: float
    calm: tuple[float, float] = (0.02, 0.1)


def work(location: str) -> None:
    """What a worker does until it is killed: tick, tick, tick. The file system and the ledger are the real ones."""
    with open_database(location) as database:
        while True:
            runner = Runner(database, "worker", lease=LEASE)
            runner.tidy()
            for _ in runner.tick(NOW):
                pass
            time.sleep(0.02)


def endure(office: Office, location: str, ordeal: Ordeal) -> int:
    """Let three processes work, killing one of them again and again, until all is done; how often one was killed."""
    chance, kills, deadline = random.Random(7), 0, time.monotonic() + ordeal.seconds  # noqa: S311 - not for secrets
    workers = [_start(location) for _ in range(WORKERS)]
    try:
        while not _is_done(office, ordeal):
            assert time.monotonic() < deadline, "not done in time"
            time.sleep(chance.uniform(*ordeal.calm))
            if kills < ordeal.kills:
                victim = workers.pop(chance.randrange(WORKERS))
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


def verify(office: Office, ordeal: Ordeal) -> dict[Path, str]:
    """See that every period has exactly one whole report and nothing else lies about; the reports with their sha256."""
    runs = [(name, run) for name in ordeal.names for run in runs_of(office, name)]
    assert Counter(run.state for _, run in runs) == {State.DONE: ordeal.periods}
    assert len({(name, run.period) for name, run in runs}) == ordeal.periods
    with office.database.read() as reader:
        finished = Counter(change.reason for change in reader.changes(ChangeFilter(kinds=("run",))))
    assert finished == {f"{name} {run.period}": 1 for name, run in runs}
    assert max(run.attempts for _, run in runs) > 1, "no kill hit a run: this shows nothing"
    contents = {Path(file.path).relative_to(office.folder): file.sha256 for _, run in runs for file in run.files}
    assert office.files() == sorted(path.as_posix() for path in contents)
    for path, sha256 in contents.items():
        assert hashlib.sha256((office.folder / path).read_bytes()).hexdigest() == sha256
    return contents


def runs_of(office: Office, name: str) -> list[Run]:
    with office.database.read() as reader:
        return [run for _, run in schedules.history(reader, name)]


def _start(location: str) -> multiprocessing.process.BaseProcess:
    worker = multiprocessing.get_context("fork").Process(target=work, args=(location,), daemon=True)
    worker.start()
    return worker


def _is_done(office: Office, ordeal: Ordeal) -> bool:
    done = sum(run.state is State.DONE for name in ordeal.names for run in runs_of(office, name))
    return done == ordeal.periods

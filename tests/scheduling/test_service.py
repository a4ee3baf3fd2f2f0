"""The running service: as a process of its own with real signals, and the rare cases within this one."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from apscheduler.schedulers.background import BackgroundScheduler

from tests.scheduling.office import PLAN, Office
from tests.scheduling.other_side import Hook, web_server
from tracker.delivery.targets import Target
from tracker.domain.schedule import Run, State
from tracker.errors import DatabaseTrouble
from tracker.scheduling import service
from tracker.scheduling.service import keep_on_time, serve
from tracker.services import products, schedules
from tracker.services.delivering import Delivered
from tracker.services.products import Made, make
from tracker.services.runs import Outcome, Runner

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
LAST_DAY = "2023-12-31"
"""Of the plan: one daily report is due, and no more come."""
PATIENCE = 30.0
"""Seconds until a test gives up on a process; far more than it needs."""


@contextmanager
def served(location: Path, folder: Path) -> Iterator["subprocess.Popen[str]"]:
    """`tracker schedule run` in a process of its own."""
    environment = {**os.environ, "TRACKER_DB": str(location), "LANG": "C.UTF-8", "HOME": str(folder)}
    for name in [name for name in environment if name.startswith("LC_")]:
        del environment[name]
    command = [sys.executable, "-m", "tracker", "schedule", "run", "--interval", "0.2"]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, env=environment, stdout=pipe, stderr=pipe, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def line(process: "subprocess.Popen[str]") -> str:
    """The next line of stdout, waited for."""
    assert process.stdout is not None
    timer = threading.Timer(PATIENCE, process.kill)
    timer.start()
    try:
        return process.stdout.readline().rstrip("\n")
    finally:
        timer.cancel()


def runs_of(office: Office) -> list[Run]:
    with office.database.read() as reader:
        return [run for _, run in schedules.history(reader, "s")]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_makes_what_is_due_picks_up_changes_and_stops(
    location: Path, tmp_path: Path, office: Office, number: signal.Signals
) -> None:
    with served(location, tmp_path) as process:
        office.schedule("hourly", name="first", about=None, start=LAST_DAY)
        assert f"{PLAN}/" in line(process)
        office.schedule("hourly", name="second", start=LAST_DAY, languages=("zh",))
        assert line(process).endswith(".zh.md")
        started = time.monotonic()
        process.send_signal(number)
        rest, errors = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert time.monotonic() - started < service.STOP_SECONDS
    assert rest == ""
    assert errors.splitlines() == [
        "the scheduler is running; stop it with Ctrl-C or SIGTERM",
        "the scheduler has stopped",
    ]


def test_a_stop_in_the_middle_finishes_one_run_and_leaves_the_rest(
    location: Path, tmp_path: Path, office: Office
) -> None:
    office.schedule("monthly", start="1960-01")
    with served(location, tmp_path) as process:
        line(process)
        process.terminate()
        rest, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    found = runs_of(office)
    assert {run.state for run in found} == {State.DONE}
    assert 1 <= len(found) < 200
    assert len(rest.splitlines()) == len(found) - 1
    assert not list(office.folder.rglob(".*"))
    index = (office.folder / "index.html").read_text("utf-8")
    assert found[-1].period in index


class Ears:
    """Hears what the service tells."""

    def __init__(self) -> None:
        self.outcomes: list[Outcome] = []
        self.troubles: list[Exception] = []
        self.deliveries: list[Delivered] = []

    def made(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)

    def delivered(self, done: Delivered) -> None:
        self.deliveries.append(done)

    def trouble(self, error: Exception) -> None:
        self.troubles.append(error)


def when(condition: Callable[[], object]) -> None:
    """End the service in this process, from a thread of its own, once it handles signals and `condition` holds."""
    before = signal.getsignal(signal.SIGTERM)

    def wait() -> None:
        deadline = time.monotonic() + PATIENCE
        while signal.getsignal(signal.SIGTERM) == before or (not condition() and time.monotonic() < deadline):
            time.sleep(0.02)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait, daemon=True).start()


def test_a_run_that_outlasts_the_stop_is_given_back(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.schedule("hourly", start=LAST_DAY)
    entered, leave, left = threading.Event(), threading.Event(), threading.Event()

    def make_slowly(*given: Any) -> Made:
        entered.set()
        leave.wait(PATIENCE)
        left.set()
        return make(*given)

    monkeypatch.setattr(products, "make", make_slowly)
    monkeypatch.setattr(service, "STOP_SECONDS", 0.2)
    when(entered.is_set)
    assert not serve(office.database, "scheduler", Ears(), 0.1)
    [run] = runs_of(office)
    assert run.state is State.RUNNING
    assert run.not_before is not None
    assert run.not_before <= datetime.now(UTC)
    leave.set()
    assert left.wait(PATIENCE)
    deadline = time.monotonic() + PATIENCE  # here the process does not end, so the thread gets to its end
    while runs_of(office)[0].state is State.RUNNING and time.monotonic() < deadline:
        time.sleep(0.02)


def test_a_delivery_that_waits_holds_up_no_report(office: Office) -> None:
    hook, ears = Hook("wait"), Ears()
    with web_server(hook) as port:
        target = Target("office", f"json://127.0.0.1:{port}/?rto=3")
        first = office.schedule("hourly", name="first", start=LAST_DAY)
        schedules.edit(office.database, "first", {"to": ("office",)}, "li")

        def second_is_made() -> bool:
            if len(ears.outcomes) == 1:
                time.sleep(0.5)  # by now the delivery of the first is under way
                assert not ears.deliveries
                office.schedule("hourly", name="second", start=LAST_DAY, languages=("zh",))
                deadline = time.monotonic() + PATIENCE
                while len(ears.outcomes) == 1 and time.monotonic() < deadline:
                    time.sleep(0.02)
                waited.append(bool(ears.deliveries))
            return len(ears.outcomes) == 2 and bool(ears.deliveries)

        waited: list[bool] = []
        when(second_is_made)
        assert serve(office.database, "scheduler", ears, 0.1, {"office": target}.__getitem__)
    assert waited == [False]
    assert [one.schedule.name for one in ears.outcomes] == [first.name, "second"]
    [failed] = ears.deliveries
    assert failed.error is not None


def test_a_tick_that_fails_is_told_and_followed_by_the_next(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.schedule("hourly", start=LAST_DAY)
    ears, tick = Ears(), Runner.tick

    def locked_once(self: Runner, now: datetime) -> Iterator[Outcome]:
        monkeypatch.setattr(Runner, "tick", tick)
        raise DatabaseTrouble(where="x", problem="locked")

    monkeypatch.setattr(Runner, "tick", locked_once)
    when(lambda: ears.outcomes)
    assert serve(office.database, "scheduler", ears, 0.1)
    assert [str(error.data["problem"]) for error in ears.troubles if isinstance(error, DatabaseTrouble)] == ["locked"]
    assert len(ears.outcomes) == 1


def test_signal_handlers_are_put_back(office: Office) -> None:
    before = [signal.getsignal(number) for number in service.SIGNALS]
    when(lambda: True)
    assert serve(office.database, "scheduler", Ears(), 0.1)
    assert [signal.getsignal(number) for number in service.SIGNALS] == before


def test_a_clock_set_back_does_not_stop_the_ticks() -> None:
    scheduler = BackgroundScheduler(timezone=UTC)
    scheduler.start(paused=True)
    try:
        now = datetime.now(UTC)
        soon = scheduler.add_job(print, "interval", seconds=10, next_run_time=now + timedelta(seconds=9))
        late = scheduler.add_job(print, "interval", seconds=10, next_run_time=now + timedelta(hours=1))
        for job in (soon, late):
            keep_on_time(job, timedelta(seconds=10))
        assert soon.next_run_time == now + timedelta(seconds=9)
        assert abs(late.next_run_time - now) < timedelta(seconds=5)
    finally:
        scheduler.shutdown()

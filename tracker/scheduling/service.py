"""The scheduler as a service: APScheduler ticks, our table says what is due, SIGTERM and SIGINT stop it cleanly.

The job store is in memory and holds two jobs: the tick, and the deliveries, which may have to wait for other machines
and never hold up a report. Every tick reads the schedules afresh, so changes are picked up while it runs, and does what
`tracker schedule tick` does, by the same code. A tick that takes longer than the interval is followed by the next one;
those in between are left out.
"""

import logging
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from threading import Event
from time import monotonic
from types import FrameType
from typing import Protocol

from apscheduler.job import Job
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger

from tracker.errors import DatabaseTrouble
from tracker.services.delivering import Delivered, Find, Postman, find_none
from tracker.services.runs import Outcome, Runner
from tracker.store.database import Database

INTERVAL = 10.0
"""Seconds between ticks: how late a run may start, and how long a change of a schedule takes to be seen."""
STOP_SECONDS = 10.0
"""How long a stop waits for the run that is being made. After that it is given back, to be made again."""
SIGNALS = (signal.SIGTERM, signal.SIGINT)


class Listener(Protocol):
    """Who is told what happens."""

    def made(self, outcome: Outcome) -> None: ...

    def delivered(self, done: Delivered) -> None: ...

    def trouble(self, error: Exception) -> None: ...


def serve(database: Database, by: str, listener: Listener, interval: float = INTERVAL, find: Find = find_none) -> bool:
    """Tick until SIGTERM or SIGINT. True if all that was begun is finished; else the caller must end the process.

    Ends within `STOP_SECONDS` and the store's time-out of the signal.
    """
    logging.getLogger("apscheduler").setLevel(logging.ERROR)  # it warns of every tick left out during a long run
    stop, idle, quiet = Event(), Event(), Event()
    runner = Runner(database, by, stopping=stop.is_set)
    postman = Postman(database, by, find, stopping=stop.is_set)
    scheduler = BackgroundScheduler(jobstores={"default": MemoryJobStore()}, timezone=UTC)

    with _stopped_by_signals(stop):
        runner.tidy()
        now = datetime.now(UTC)
        jobs = [
            scheduler.add_job(
                _marked(work, done),
                IntervalTrigger(seconds=interval, timezone=UTC),
                next_run_time=now,
                coalesce=True,
                max_instances=1,
                misfire_grace_time=None,
            )
            for work, done in ((partial(_tick, runner, listener), idle), (partial(_post, postman, listener), quiet))
        ]
        scheduler.start()
        while not stop.wait(interval):
            for job in jobs:
                keep_on_time(job, timedelta(seconds=interval))
        scheduler.pause()
        deadline = monotonic() + STOP_SECONDS
        finished = all(done.wait(max(0.0, deadline - monotonic())) for done in (idle, quiet))
        scheduler.shutdown(wait=finished)
    if not finished:
        _give_back(runner)
    return finished


def keep_on_time(job: Job, interval: timedelta) -> None:
    """Bring the next tick back to now where the clock was set back, and it would come only when the old time comes."""
    now = datetime.now(UTC)
    if job.next_run_time is not None and job.next_run_time - now > 2 * interval:
        job.modify(next_run_time=now)


def _tick(runner: Runner, listener: Listener) -> None:
    try:
        for outcome in runner.tick(datetime.now(UTC)):
            listener.made(outcome)
    except Exception as error:  # a service outlives what goes wrong in one tick
        listener.trouble(error)


def _post(postman: Postman, listener: Listener) -> None:
    try:
        for done in postman.deliver():
            listener.delivered(done)
    except Exception as error:  # as above
        listener.trouble(error)


def _marked(work: Callable[[], None], done: Event) -> Callable[[], None]:
    """`work` as a job, with an event that says when it is not being done."""
    done.set()

    def job() -> None:
        done.clear()
        try:
            work()
        finally:
            done.set()

    return job


def _give_back(runner: Runner) -> None:
    try:
        runner.give_back()
    except DatabaseTrouble:  # the claim then runs out by itself
        return


@contextmanager
def _stopped_by_signals(stop: Event) -> Iterator[None]:
    def handle(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    before: dict[signal.Signals, Callable[..., object] | int | None] = {
        number: signal.signal(number, handle) for number in SIGNALS
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

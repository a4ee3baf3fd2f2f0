"""Schedules: whether somebody looks after them, what has failed, and whether they can write where they should."""

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from tracker.domain.schedule import Schedule
from tracker.services.doctor.results import Result, attention, broken, failed, ok
from tracker.services.health import Health, health
from tracker.store.database import Reader
from tracker.store.schedules import in_use


def examine_schedules(reader: Reader, now: datetime) -> Iterator[Result]:
    """All schedules that are in use."""
    used = in_use(reader)
    if not used:
        yield ok("no-schedules")
        return
    found = health(reader, now)
    yield _watched(found, len(used))
    if found.failed:
        names = sorted({schedule.name for schedule, _ in found.failed})
        yield attention("runs-failed", count=len(found.failed), names=names)
    if found.undelivered:
        yield attention("undelivered", count=len(found.undelivered))
    yield from (failed(trouble) for _, trouble in found.letterheads)
    yield from (result for schedule in used for result in _folder(schedule))


def _watched(found: Health, known: int) -> Result:
    if not found.active:
        return ok("schedules-paused", count=known)
    make = broken if found.is_stale else ok
    return make("unwatched" if found.is_stale else "watched", count=found.active, age=found.age)


def _folder(schedule: Schedule) -> Iterator[Result]:
    if schedule.paused or not schedule.folder:
        return
    path = Path(schedule.folder)
    nearest = next((folder for folder in (path, *path.parents) if folder.exists()), path)
    if not nearest.is_dir() or not os.access(nearest, os.W_OK | os.X_OK):
        yield broken("folder-not-writable", name=schedule.name, folder=schedule.folder)

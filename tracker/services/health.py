"""Whether the schedules are being looked after: when the clock was last looked at, what is late, what has failed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from tracker.domain.schedule import Run, Schedule, State
from tracker.errors import FileTrouble
from tracker.services.letterheads import trouble_with
from tracker.store import deliveries, ledger, schedules
from tracker.store.database import Reader
from tracker.store.deliveries import Delivery
from tracker.store.heartbeat import last_beat

MAX_AGE = timedelta(minutes=15)
"""How long ago the last tick may be: a crontab line of every ten minutes, and some patience."""


@dataclass(frozen=True, slots=True)
class Health:
    """What was found. `last_tick` is UTC, None if there never was one; `age` counts from it. `failed` has the runs of
    schedules in use that failed, given up or to be tried again; `undelivered` what could not be delivered likewise;
    `letterheads` the schedules at work whose letterhead cannot be used now, each with why.
    """

    last_tick: datetime | None
    age: timedelta | None
    max_age: timedelta
    active: int
    failed: tuple[tuple[Schedule, Run], ...]
    undelivered: tuple[Delivery, ...]
    letterheads: tuple[tuple[Schedule, FileTrouble], ...] = ()

    @property
    def is_stale(self) -> bool:
        """Whether nobody has looked at the clock for too long, though there is something to look after."""
        return self.active > 0 and (self.age is None or self.age > self.max_age)

    @property
    def is_well(self) -> bool:
        return not (self.is_stale or self.failed or self.undelivered or self.letterheads)


def health(reader: Reader, now: datetime, max_age: timedelta = MAX_AGE) -> Health:
    """How the schedules are at `now`, the real clock; a clock that was set back makes no negative age."""
    last = last_beat(reader)
    used = schedules.in_use(reader)
    failed = [
        (schedule, run) for schedule in used for run in ledger.runs_of(reader, schedule.id) if run.state is State.FAILED
    ]
    return Health(
        last_tick=last,
        age=None if last is None else max(now - last, timedelta(0)),
        max_age=max_age,
        active=sum(not schedule.paused for schedule in used),
        failed=tuple(failed),
        undelivered=tuple(deliveries.troubled(reader)),
        letterheads=tuple(_without_letterhead(schedule for schedule in used if not schedule.paused)),
    )


def _without_letterhead(active: Iterable[Schedule]) -> Iterator[tuple[Schedule, FileTrouble]]:
    """Those whose next run would fail for want of its letterhead."""
    for schedule in active:
        trouble = trouble_with(Path(schedule.template)) if schedule.template else None
        if trouble is not None:
            yield schedule, trouble

"""What to raise an alarm about: statuses that became worse, or that a revision flipped, since the alarm before.

A run is made whenever any status is not what it was at the run before, also for the better, so that the next comparison
starts from there; it speaks only of what became worse or was revised. Each run is fixed by its as-of and known-at and
those of the run before, so a second attempt says the same, and nothing is said twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tracker.domain.bands import Status
from tracker.domain.movement import Cause
from tracker.domain.schedule import Occasion, Run, Schedule
from tracker.report.document import Move
from tracker.services import reporting
from tracker.services.reporting import ReportReader

BADNESS = {
    Status.ACHIEVED: 0,
    Status.ON_TRACK: 1,
    Status.PENDING: 1,
    Status.NOT_ASSESSABLE: 1,
    Status.UNDETERMINED: 2,
    Status.NO_DATA: 2,
    Status.BEHIND: 3,
    Status.OFF_TRACK: 4,
    Status.MISSED: 5,
}
"""Statuses from good to bad; those that leave it open lie in between."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What a comparison looks at: published by `as_of`, recorded by `known_at`."""

    as_of: date
    known_at: datetime | None


def moment_of(run: Run) -> Moment:
    return Moment(run.as_of, run.known_at)


def since(schedule: Schedule, runs: Sequence[Run]) -> Moment:
    """What the next run is compared with: the last one, else the beginning of the schedule."""
    return moment_of(runs[-1]) if runs else Moment(schedule.first.start, schedule.created)


def is_new(schedule: Schedule, runs: Sequence[Run], found: Occasion, known_at: datetime | None) -> bool:
    """Whether anything could have changed: never where the clock or the scheduler's present was set back."""
    last = since(schedule, runs)
    return found.as_of >= last.as_of and (found.as_of, known_at) != (last.as_of, last.known_at)


def moved(reader: ReportReader, plan: str, before: Moment, after: Moment) -> tuple[Move, ...]:
    """Every target whose status changed in between, or that came or went."""
    return reporting.moves_between(reader, plan, (before.as_of, before.known_at), (after.as_of, after.known_at))


def alarming(moves: Sequence[Move]) -> tuple[Move, ...]:
    """Those to speak of."""
    return tuple(move for move in moves if _worsened(move) or Cause.REVISION in move.causes)


def _worsened(move: Move) -> bool:
    if move.before is None or move.after is None:
        return False
    return BADNESS[Status(move.after)] > BADNESS[Status(move.before)]

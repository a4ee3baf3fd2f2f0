"""Which runs of a schedule there are to make: begun ones that nobody finishes, then those that have come due.

The editions of a review are decided here. The first look at a year gives the preliminary edition, or at once the final
one; then the first look at which every figure is in gives the final one, as of that look's own date.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from tracker.domain.occasions import due
from tracker.domain.period import Period
from tracker.domain.schedule import Edition, Occasion, Run, Schedule, State, What

IsFinal = Callable[[Period, date], bool]
"""Whether a review of the year as of the date would be final."""
HasMoved = Callable[[Occasion], bool]
"""Whether a status is not what it was at the last alert."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A run to claim."""

    period: str
    edition: str
    due: datetime | None
    as_of: date
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """What is to be known about a schedule: its ledger, the last day of its plan, and how reviews are judged."""

    runs: list[Run]
    end: date
    is_final: IsFinal
    has_moved: HasMoved


def wishes(schedule: Schedule, desk: Desk, now: datetime, clock: datetime) -> Iterator[Wish]:
    """What to claim at `now`, the scheduler's clock; waiting times go by `clock`."""
    runs = desk.runs
    if schedule.what.is_about_a_period or schedule.what is What.ALERT:
        yield from (Wish(run.period, run.edition, run.due, run.as_of) for run in runs if _waits(run, clock))
    begun = {(run.period, run.edition): run for run in runs}
    last = Edition.FINAL if schedule.what is What.REVIEW else Edition.ONLY
    zone = ZoneInfo(schedule.zone)
    found = due(schedule, zone, now, lambda period: (str(period), last.value) in begun, desk.end)
    if schedule.what is What.REVIEW:
        yield from _reviews(found, set(begun), desk.is_final)
        return
    if schedule.what is What.ALERT:
        newest = max((run.id for run in runs), default=0)
        yield from (replace(_wish(look, look.slot), after=newest) for look in found if desk.has_moved(look))
        return
    for occasion in found:
        before = begun.get((str(occasion.period), occasion.slot))
        if before is None or _waits(before, clock):
            yield _wish(occasion, occasion.slot)


def _waits(run: Run, clock: datetime) -> bool:
    """Whether a run was begun, is not done, and may be taken up again."""
    return run.state is not State.DONE and run.not_before is not None and run.not_before <= clock


def _reviews(found: Iterable[Occasion], begun: set[tuple[str, str]], is_final: IsFinal) -> Iterator[Wish]:
    for period, occasions in groupby(found, key=lambda occasion: occasion.period):
        looks = list(occasions)
        if (str(period), Edition.PRELIMINARY.value) not in begun:
            first = looks.pop(0)
            if is_final(period, first.as_of):
                yield _wish(first, Edition.FINAL)
                continue
            yield _wish(first, Edition.PRELIMINARY)
        if looks and is_final(period, looks[-1].as_of):
            yield _wish(next(look for look in looks if is_final(period, look.as_of)), Edition.FINAL)


def _wish(occasion: Occasion, edition: str) -> Wish:
    return Wish(str(occasion.period), edition, occasion.at, occasion.as_of)

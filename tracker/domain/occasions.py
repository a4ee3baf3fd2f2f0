"""Which runs of a schedule are due, and which are to come.

A run is about the last period that was complete on the day it was scheduled for: the month before, the quarter before.
A period is reported by the first run that falls to it, and no second one. A review has two editions, so every occasion
of the year after counts: the first gives the preliminary edition, the first with all figures in the final one. A yearly
review is therefore looked at again each month until the year is out. Reminders and backups show the present, so of
several missed ones only the latest is made.

Reports and reviews stop with their plan: a period that begins after the plan's `end` is not reported, whatever the
schedule was told. The review of the last period has no year after it that would take its place, so it is looked at
until its final edition is out.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from tracker.domain.cadence import Cadence, CronDays, Cycle, OnDays, OnNthWeekday
from tracker.domain.period import Period
from tracker.domain.schedule import CatchUp, Occasion, Schedule, What

LATE = timedelta(days=1)
"""With `none`, a run is still made this long after its time unless the next one has come: `tick` may run only daily."""

NEVER = date(9000, 12, 31)
"""The end of what has none."""


def due(
    schedule: Schedule, zone: tzinfo, now: datetime, done: Callable[[Period], bool], end: date = NEVER
) -> list[Occasion]:
    """What should have run by `now`, in order, as far as the schedule's catch-up asks for it.

    `done` says of a period that all its runs have been made: it is passed over. `end` is the last day of the plan.
    """
    if not schedule.what.is_about_a_period:
        return _kept(_moment_due(schedule, zone, now), schedule, now)
    if schedule.catch_up is not CatchUp.ALL:
        newest = _newest(schedule, zone, now, end)
        return _kept([found for found in newest if not done(found.period)], schedule, now)
    periods = _complete(schedule, zone, now, end)
    return [found for period in periods if not done(period) for found in _of_period(schedule, zone, period, now, end)]


def coming(
    schedule: Schedule,
    zone: tzinfo,
    now: datetime,
    done: Callable[[Period], bool] = lambda _: False,
    end: date = NEVER,
) -> Iterator[Occasion]:
    """The runs after `now`, as far as the plan's `end`. Of a review, every look at a year that is not `done`, also
    those that may find nothing new."""
    review = schedule.what is What.REVIEW
    cadence = _followed_up(schedule.cadence) if review else schedule.cadence
    last = schedule.about.period(end) if schedule.what.is_about_a_period else None
    for instant in cadence.after(now, zone):
        found = _occasion(schedule, zone, instant)
        if last is not None and found.period.start > last.start:
            if not review or done(last):
                return
            found = replace(found, period=last)
        if _is_wanted(schedule, zone, found) and not (review and done(found.period)):
            yield found


def _is_wanted(schedule: Schedule, zone: tzinfo, found: Occasion) -> bool:
    """Whether an instant of the cadence gives a run, supposing that no run before it was missed."""
    if not schedule.what.is_about_a_period:
        return found.at > _beginning(schedule, zone)
    if found.period.start < schedule.first.start:
        return False
    first = _first_after(schedule.cadence, zone, found.period)
    return first is not None and (found.at >= first if schedule.what is What.REVIEW else found.at == first)


def first_period(about: Cycle, created: datetime, zone: tzinfo, asked: Period | None) -> Period:
    """The first period to report: the one that `asked` begins in, else the first that ends after `created`.

    For reminders and backups, `about` days, it is the day they start on.
    """
    return about.period(asked.start if asked else created.astimezone(zone).date())


def _complete(schedule: Schedule, zone: tzinfo, now: datetime, end: date) -> Iterator[Period]:
    """The periods, from the first on, that are complete at `now` and do not begin after `end`."""
    newest = schedule.about.complete_on(now.astimezone(zone).date())
    period = schedule.first
    while period.start <= min(newest.start, end):
        yield period
        period = schedule.about.following(period)


def _newest(schedule: Schedule, zone: tzinfo, now: datetime, end: date) -> list[Occasion]:
    """The last occasion that has come; of periods without one (a cadence rarer than its periods) none is made."""
    for period in reversed(list(_complete(schedule, zone, now, end))):
        if found := _of_period(schedule, zone, period, now, end):
            return found[-1:]
    return []


def _of_period(schedule: Schedule, zone: tzinfo, period: Period, now: datetime, end: date) -> list[Occasion]:
    """The occasions of a complete period until `now`: one for a report, each look at the year for a review."""
    is_last = end in period
    if schedule.what is What.REPORT:
        instant = _first_after(schedule.cadence, zone, period)
        found = _occasion(schedule, zone, instant) if instant else None
        return [found] if found and found.at <= now and found.period == period else []
    looks = []
    for instant in _followed_up(schedule.cadence).after(_end_of(period, zone), zone):
        found = _occasion(schedule, zone, instant)
        if (found.period != period and not is_last) or instant > now:
            break
        looks.append(replace(found, period=period))
    return looks


def _moment_due(schedule: Schedule, zone: tzinfo, now: datetime) -> list[Occasion]:
    instant = schedule.cadence.latest(now, zone, since=_beginning(schedule, zone))
    return [_occasion(schedule, zone, instant)] if instant else []


def _kept(found: list[Occasion], schedule: Schedule, now: datetime) -> list[Occasion]:
    """Without catching up, only what is not late."""
    if schedule.catch_up is not CatchUp.NONE:
        return found
    return [occasion for occasion in found if now - occasion.at <= LATE]


def _occasion(schedule: Schedule, zone: tzinfo, instant: datetime) -> Occasion:
    local = instant.astimezone(zone)
    if schedule.what.is_about_a_period:
        return Occasion(schedule.about.complete_on(local.date()), instant, local.date())
    return Occasion(Period.day(local.date()), instant, local.date(), f"{local:%H:%M%z}")


def _first_after(cadence: Cadence, zone: tzinfo, period: Period) -> datetime | None:
    return next(cadence.after(_end_of(period, zone), zone), None)


def _end_of(period: Period, zone: tzinfo) -> datetime:
    """The last moment before the day after the period begins; a cadence at midnight still comes after it."""
    midnight = datetime.combine(period.stop + timedelta(days=1), time(), zone)
    return midnight.astimezone(UTC) - timedelta(microseconds=1)


def _beginning(schedule: Schedule, zone: tzinfo) -> datetime:
    """From when reminders and backups are due: the start of the period asked for, else when the schedule was made."""
    if schedule.created.astimezone(zone).date() in schedule.first:
        return schedule.created
    return datetime.combine(schedule.first.start, time(), zone).astimezone(UTC)


def _followed_up(cadence: Cadence) -> Cadence:
    """A yearly cadence, and the same day and time of each later month of its year."""
    rule = cadence.days
    if cadence.cycle is Cycle.YEAR and isinstance(rule, OnDays | OnNthWeekday | CronDays):
        return replace(cadence, days=replace(rule, months=tuple(range(min(rule.months), 13))))
    return cadence

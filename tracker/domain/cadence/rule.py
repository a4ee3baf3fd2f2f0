"""How often something is done: a cadence, the instants at which it is due, and the period each of them is about.

A cadence is a rule for days, times of day on the wall clock, and the cycle it turns in. Wall-clock times become
instants in a time zone like this:

- a time that the clock skips (spring) is due at the first moment after the gap;
- a time that the clock shows twice (autumn) is due once, the first time;
- a cadence that runs through the hours (`real_hours`, cron with ``*`` for minute or hour) follows real time instead:
  nothing in the gap, both of the repeated hours.

A day of the month beyond the month's end means its last day, as does 29 February in a common year. Cron expressions
keep cron's own meaning, where such a day does not come (`cron`).
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import Protocol

from tracker.domain.period import Period

LAST = -1
"""The last day of the month, or the last such weekday in it."""
ALL_MONTHS = tuple(range(1, 13))
DAY = timedelta(days=1)
HORIZON = 400 * 366
"""Days looked ahead at most: the calendar repeats after 400 years, so what has not come by then never does."""


class Cycle(StrEnum):
    """What length of period a run is about."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"

    @property
    def months(self) -> int:
        """Whole months in the period; 0 for days and weeks."""
        return {"month": 1, "quarter": 3, "half-year": 6, "year": 12}.get(self.value, 0)

    def period(self, day: date) -> Period:
        """The period of this length that `day` lies in; weeks run from Monday to Sunday."""
        if self is Cycle.DAY:
            return Period(day, day)
        if self is Cycle.WEEK:
            monday = day - timedelta(days=day.weekday())
            return Period(monday, monday + 6 * DAY)
        first = (day.month - 1) // self.months * self.months + 1
        last = first + self.months - 1
        return Period(date(day.year, first, 1), date(day.year, last, calendar.monthrange(day.year, last)[1]))

    def complete_on(self, day: date) -> Period:
        """The last period that had ended before `day` began: January on any day of February."""
        return self.period(self.period(day).start - DAY)

    def following(self, period: Period) -> Period:
        """The period after `period`."""
        return self.period(period.stop + DAY)


class DayRule(Protocol):
    """Which days a cadence falls on."""

    def has(self, day: date) -> bool: ...


@dataclass(frozen=True, slots=True)
class EveryDay:
    """Each day."""

    def has(self, day: date) -> bool:  # noqa: ARG002 -- a rule that does not ask
        return True


@dataclass(frozen=True, slots=True)
class OnWeekdays:
    """Given days of the week, Monday being 0."""

    weekdays: tuple[int, ...]

    def has(self, day: date) -> bool:
        return day.weekday() in self.weekdays


@dataclass(frozen=True, slots=True)
class OnDays:
    """Given days of given months; `LAST`, and any day beyond the month's end, is its last day."""

    days: tuple[int, ...]
    months: tuple[int, ...] = ALL_MONTHS

    def has(self, day: date) -> bool:
        if day.month not in self.months:
            return False
        end = calendar.monthrange(day.year, day.month)[1]
        return any(day.day == (end if wanted == LAST else min(wanted, end)) for wanted in self.days)


@dataclass(frozen=True, slots=True)
class OnNthWeekday:
    """The first, second, ... or last Monday, Tuesday, ... of given months."""

    nth: int
    weekday: int
    months: tuple[int, ...] = ALL_MONTHS

    def has(self, day: date) -> bool:
        if day.month not in self.months or day.weekday() != self.weekday:
            return False
        if self.nth == LAST:
            return (day + 7 * DAY).month != day.month
        return (day.day - 1) // 7 + 1 == self.nth


@dataclass(frozen=True, slots=True)
class Cadence:
    """A rule for days with times of day. `text` is canonical: reading it gives this cadence again."""

    text: str
    cycle: Cycle
    days: DayRule
    times: tuple[time, ...]
    real_hours: bool = False

    def __str__(self) -> str:
        return self.text

    def after(self, moment: datetime, zone: tzinfo) -> Iterator[datetime]:
        """The due instants later than `moment`, in UTC and strictly increasing, without end."""
        start = moment.astimezone(UTC)
        first = start.date()
        for offset in range(min(HORIZON, (date.max - first).days - 4)):
            for instant in self._on(first + offset * DAY, zone):
                if instant > start:
                    yield instant

    def latest(self, moment: datetime, zone: tzinfo, since: datetime) -> datetime | None:
        """The last due instant from `since` until `moment`, both included, or None."""
        end = moment.astimezone(UTC)
        day = end.date()
        while day >= since.astimezone(UTC).date():
            for instant in reversed(self._on(day, zone)):
                if since <= instant <= end:
                    return instant
            day -= DAY
        return None

    @property
    def ever(self) -> bool:
        """Whether there is any day it falls on (there is no 30 February)."""
        return any(self.days.has(date(2000, 1, 1) + offset * DAY) for offset in range(HORIZON))

    def _on(self, day: date, zone: tzinfo) -> list[datetime]:
        """The due instants within the day `day` of UTC, in order.

        The local dates beside those that the day touches count too: a zone can skip a whole date.
        """
        opening = datetime.combine(day, time(), UTC)
        first = opening.astimezone(zone).date() - DAY
        found = {
            instant
            for offset in range(4)
            if self.days.has(local := first + offset * DAY)
            for at in self.times
            for instant in instants(datetime.combine(local, at), zone, real_hours=self.real_hours)
            if opening <= instant < opening + DAY
        }
        return sorted(found)


def instants(wall: datetime, zone: tzinfo, *, real_hours: bool = False) -> list[datetime]:
    """The instants at which the naive time `wall` is due in `zone`: one, or as the module says with `real_hours`."""
    first, second = (wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    if second < first:
        return [] if real_hours else [_end_of_gap(second, first, zone)]
    return [first, second] if real_hours and second > first else [first]


def _end_of_gap(before: datetime, after: datetime, zone: tzinfo) -> datetime:
    """The moment the clock jumps, between the two readings of a time it skips; to the second."""
    old = before.astimezone(zone).utcoffset()
    while (width := int((after - before).total_seconds())) > 1:
        middle = before + timedelta(seconds=width // 2)
        if middle.astimezone(zone).utcoffset() == old:
            before = middle
        else:
            after = middle
    return after

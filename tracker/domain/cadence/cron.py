"""Cron expressions with the meaning everybody expects of cron.

Five fields: minute, hour, day of the month, month, day of the week, each ``*``, a number, a range, a list or a step
(``*/15``, ``8-18/2``); months and weekdays also by their English names; Sunday is 0 and 7. When day of the month *and*
day of the week are restricted, either is enough (POSIX, crontab(5)); a field that begins with ``*`` does not restrict.
A day that a month does not have does not come. ``@daily`` and its like are read; fields of seconds, ``L``, ``W``, ``#``
and ``?`` are other programs' and refused. Source: crontab(5) of Vixie cron.
"""

import re
from dataclasses import dataclass
from datetime import date, time
from itertools import product

from tracker.domain.cadence.rule import Cadence, Cycle
from tracker.errors import BadCadence

MACROS = {
    "@yearly": "0 0 1 1 *",
    "@annually": "0 0 1 1 *",
    "@monthly": "0 0 1 * *",
    "@weekly": "0 0 * * 0",
    "@daily": "0 0 * * *",
    "@midnight": "0 0 * * *",
    "@hourly": "0 * * * *",
}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    low: int
    high: int
    names: tuple[str, ...] = ()

    def values(self, text: str) -> frozenset[int]:
        """The numbers the field stands for. Raises ValueError."""
        found: set[int] = set()
        for part in text.split(","):
            span, slash, step = part.partition("/")
            low, high = self._span(span, stepped=bool(slash))
            width = self._number(step, names=False) if slash else 1
            if width < 1:
                raise ValueError(part)
            found.update(range(low, high + 1, width))
        return frozenset(found)

    def _span(self, text: str, *, stepped: bool) -> tuple[int, int]:
        if text == "*":
            return self.low, self.high
        first, dash, last = text.partition("-")
        low = self._number(first)
        high = self._number(last) if dash else low
        if not self.low <= low <= high <= self.high or (stepped and not dash):
            raise ValueError(text)
        return low, high

    def _number(self, text: str, *, names: bool = True) -> int:
        if names and text in self.names:
            return self.low + self.names.index(text)
        if not re.fullmatch(r"[0-9]{1,2}", text):
            raise ValueError(text)
        return int(text)


FIELDS = (
    _Field("minute", 0, 59),
    _Field("hour", 0, 23),
    _Field("day", 1, 31),
    _Field("month", 1, 12, MONTHS),
    _Field("weekday", 0, 7, WEEKDAYS),
)


@dataclass(frozen=True, slots=True)
class CronDays:
    """Cron's rule for days; `weekdays` counts from Sunday, 0. `either`: both day fields are restricted."""

    months: tuple[int, ...]
    days: frozenset[int]
    weekdays: frozenset[int]
    either: bool

    def has(self, day: date) -> bool:
        if day.month not in self.months:
            return False
        by_day, by_weekday = day.day in self.days, day.isoweekday() % 7 in self.weekdays
        return by_day or by_weekday if self.either else by_day and by_weekday


def looks_like_cron(text: str) -> bool:
    """Whether `text` was meant as a cron expression, right or wrong."""
    return bool(re.match(r"[@*]|[0-9][-0-9,/*]*\s", text))


def parse_cron(text: str) -> Cadence:
    """The cadence of a cron expression in lower case. Raises BadCadence(text=, problem=, ...)."""
    parts = MACROS.get(text, text).split()
    if text.startswith("@") and text not in MACROS:
        raise BadCadence(text=text, problem="macro", known=list(MACROS))
    if len(parts) != len(FIELDS):
        raise BadCadence(text=text, problem="fields", count=len(parts))
    minutes, hours, days, months, weekdays = (
        _values(field, part, text) for field, part in zip(FIELDS, parts, strict=True)
    )
    cadence = Cadence(
        text=" ".join(parts),
        cycle=_cycle(months, *(part.startswith("*") for part in parts[2:])),
        days=CronDays(
            tuple(sorted(months)),
            days,
            frozenset(number % 7 for number in weekdays),
            either=not parts[2].startswith("*") and not parts[4].startswith("*"),
        ),
        times=tuple(time(hour, minute) for hour, minute in product(sorted(hours), sorted(minutes))),
        real_hours=parts[0].startswith("*") or parts[1].startswith("*"),
    )
    if not cadence.ever:
        raise BadCadence(text=text, problem="never")
    return cadence


def _values(field: _Field, part: str, text: str) -> frozenset[int]:
    try:
        return field.values(part)
    except ValueError:
        limits = f"{field.low}-{field.high}"
        raise BadCadence(text=text, problem="cron-field", field=field.name, part=part, limits=limits) from None


def _cycle(months: frozenset[int], any_day: bool, any_month: bool, any_weekday: bool) -> Cycle:  # noqa: FBT001 -- private, one caller
    """The span in which the expression repeats: what its runs are about unless the user says otherwise."""
    if not any_month:
        return {1: Cycle.YEAR, 2: Cycle.HALF_YEAR, 3: Cycle.QUARTER, 4: Cycle.QUARTER}.get(len(months), Cycle.MONTH)
    if not any_day:
        return Cycle.MONTH
    return Cycle.DAY if any_weekday else Cycle.WEEK

"""Time and the expected path: how far a target's span has run, and the value expected by then (rules 4 and 5).

Fractions keep everything exact until it is printed. 序时进度, the elapsed-time schedule of inspection reports, counts
completed months for flows (January to September is 75 %) and days for stocks.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from tracker.domain.indicator import Kind
from tracker.domain.period import month_number
from tracker.domain.target import ElapsedUnit, PathKind, PathSpec, Target


@dataclass(frozen=True, slots=True)
class Clock:
    """Counts the time of a span from `origin`, the day before it begins, to `due`: in whole months, or in days."""

    origin: date
    due: date
    in_months: bool

    def at(self, day: date) -> int:
        """Months completed, or days passed, by the end of `day`; never outside the span."""
        day = max(self.origin, min(day, self.due))
        if not self.in_months:
            return (day - self.origin).days
        return month_number(day + timedelta(days=1)) - month_number(self.origin + timedelta(days=1))

    @property
    def total(self) -> int:
        return self.at(self.due)

    def elapsed(self, day: date) -> Fraction:
        return Fraction(self.at(day), self.total) if self.total else Fraction(1)

    def months_left(self, day: date) -> int:
        """Calendar months that are still to come, begun ones included, whatever the span is counted in."""
        if day >= self.due:
            return 0
        return month_number(self.due) - month_number(max(day, self.origin) + timedelta(days=1)) + 1


def clock_of(target: Target, baseline_day: date | None) -> Clock:
    """A stock runs by days from its baseline's date; flows, growth and shares by months from the span's start."""
    before = target.start - timedelta(days=1)
    if target.indicator.kind is Kind.STOCK:
        return Clock(baseline_day or before, target.due, in_months=False)
    months = target.rules.elapsed is ElapsedUnit.NATURAL and target.span.is_whole_months
    return Clock(before, target.due, in_months=months)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The straight piece of a path a day lies on: from one day and value to another, `done` of `length` months or days
    of it gone."""

    from_day: date
    from_value: Fraction
    to_day: date
    to_value: Fraction
    done: int
    length: int

    @property
    def value(self) -> Fraction:
        """v0 + (v1 - v0) (d - d0) / (d1 - d0)."""
        share = Fraction(self.done, self.length) if self.length else Fraction(1)
        return self.from_value + (self.to_value - self.from_value) * share


def expected_value(spec: PathSpec, clock: Clock, start: Decimal, end: Decimal, day: date) -> Fraction:
    """The value of the path on `day`, in the unit: from `start` at the clock's origin to `end` at its due date.

    linear: v0 + (v1 - v0) (d - d0) / (d1 - d0). batch: the last step taken. interim: linear from one interim target
    to the next.
    """
    if day >= clock.due:
        return Fraction(end)
    if spec.kind is PathKind.BATCH:
        step = last_step(spec, day)
        return Fraction(start if step is None else step[1])
    return stretch_on(spec, clock, start, end, day).value


def last_step(spec: PathSpec, day: date) -> tuple[date, Decimal] | None:
    """The last step of a batch path that is due by `day`."""
    return next((point for point in reversed(spec.points) if point[0] <= day), None)


def stretch_on(spec: PathSpec, clock: Clock, start: Decimal, end: Decimal, day: date) -> Stretch:
    """The piece of a linear or interim path that `day`, which is before the due date, lies on."""
    corners = [(clock.origin, Fraction(start)), (clock.due, Fraction(end))]
    if spec.kind is PathKind.INTERIM:
        corners[1:1] = [(when, Fraction(value)) for when, value in spec.points if clock.origin < when < clock.due]
    place = bisect_right([when for when, _ in corners], max(day, clock.origin)) - 1
    (from_day, from_value), (to_day, to_value) = corners[place], corners[place + 1]
    gone = clock.at(from_day)
    return Stretch(from_day, from_value, to_day, to_value, clock.at(day) - gone, clock.at(to_day) - gone)

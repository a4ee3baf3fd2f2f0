"""The path by last year's shape: the share of last year's total that the same month had reached."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from tracker.domain.actual import Actual, cumulative
from tracker.domain.indicator import Kind
from tracker.domain.observation import Observation
from tracker.domain.period import add_months
from tracker.domain.quantity import EXACT
from tracker.domain.target import PathKind, PathSpec, Target


def last_year_path(view: Sequence[Observation], target: Target, goal: Decimal, day: date | None) -> PathSpec | None:
    """The interim points of a flow's path to `goal`, one for each month last year's year-to-date figure is known.

    The shape is that of one publisher, the first in precedence whose figures suffice: parts of one series are never
    held against the total of another. None, and the caller falls back to the linear path, where the indicator is no
    flow, or no publisher has a total above zero and the figure of the month that had ended on `day` a year before.
    """
    readings = last_year_readings(view, target, day)
    if not readings:
        return None
    total = readings[-1].quantity.value
    points = ((a_year_later(one), EXACT.divide(EXACT.multiply(goal, one.quantity.value), total)) for one in readings)
    return PathSpec(PathKind.INTERIM, tuple(points))


def last_year_readings(view: Sequence[Observation], target: Target, day: date | None) -> list[Actual]:
    """Last year's figures to date that give the shape, the total last; none where they do not suffice."""
    span = target.span.shifted(years=-1)
    for publisher in target.indicator.publishers if target.indicator.kind is Kind.FLOW else ():
        rows = [row for row in view if row.publisher == publisher]
        readings = cumulative(rows, target.indicator, target.area, span)
        complete = readings and readings[-1].period == span and readings[-1].quantity.value > 0
        if complete and (day is None or day >= target.due or _covers(readings, target, day)):
            return readings
    return []


def _covers(readings: Sequence[Actual], target: Target, day: date) -> bool:
    """Whether there is a figure for the last month's end up to `day`; none is needed before the first of the span."""
    ended = date.fromordinal(day.toordinal() + 1).replace(day=1).toordinal() - 1
    return ended < target.start.toordinal() or any(a_year_later(one).toordinal() == ended for one in readings)


def a_year_later(reading: Actual) -> date:
    """The same month's end a year later: 2024-02-29 for 2023-02-28."""
    later = add_months(reading.period.stop.replace(day=1), 13)
    return date.fromordinal(later.toordinal() - 1)

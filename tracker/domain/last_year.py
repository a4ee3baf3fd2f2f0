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
    if target.indicator.kind is not Kind.FLOW:
        return None
    for publisher in target.indicator.publishers:
        points = _points([row for row in view if row.publisher == publisher], target, goal)
        if points and (day is None or day >= target.due or _covers(points, target, day)):
            return PathSpec(PathKind.INTERIM, points)
    return None


def _points(view: Sequence[Observation], target: Target, goal: Decimal) -> tuple[tuple[date, Decimal], ...]:
    """Month ends of the target's span with the part of `goal` that last year's share makes; none without a total."""
    span = target.span.shifted(years=-1)
    readings = cumulative(view, target.indicator, target.area, span)
    if not readings or readings[-1].period != span or readings[-1].quantity.value <= 0:
        return ()
    total = readings[-1].quantity.value
    return tuple((_a_year_later(reading), EXACT.divide(EXACT.multiply(goal, reading.quantity.value), total))
                 for reading in readings)  # fmt: skip


def _covers(points: tuple[tuple[date, Decimal], ...], target: Target, day: date) -> bool:
    """Whether there is a point at the last month's end up to `day`; none is needed before the first of the span."""
    ended = date.fromordinal(day.toordinal() + 1).replace(day=1).toordinal() - 1
    return ended < target.start.toordinal() or any(when.toordinal() == ended for when, _ in points)


def _a_year_later(reading: Actual) -> date:
    """The same month's end a year later: 2024-02-29 for 2023-02-28."""
    later = add_months(reading.period.stop.replace(day=1), 13)
    return date.fromordinal(later.toordinal() - 1)

"""The path by last year's shape: the share of last year's total that the same month had reached."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from tracker.domain.actual import cumulative
from tracker.domain.indicator import Kind
from tracker.domain.observation import Observation
from tracker.domain.period import add_months
from tracker.domain.quantity import EXACT
from tracker.domain.target import PathKind, PathSpec, Target


def last_year_path(view: Sequence[Observation], target: Target, goal: Decimal, day: date | None) -> PathSpec | None:
    """The interim points of a flow's path to `goal`, one for each month last year's year-to-date figure is known.

    None, and the caller falls back to the linear path, where the indicator is no flow, last year's total is not known
    or not above zero, or the figure of the same month as `day` is missing.
    """
    span = target.span.shifted(years=-1)
    readings = cumulative(view, target.indicator, target.area, span)
    if target.indicator.kind is not Kind.FLOW or not readings or readings[-1].period != span:
        return None
    total = readings[-1].quantity.value
    if total <= 0:
        return None
    points = tuple(
        (
            add_months_end(reading.period.stop),
            EXACT.divide(EXACT.multiply(goal, reading.quantity.value), total),
        )
        for reading in readings
    )
    known = {when for when, _ in points}
    if day is not None and day < target.due and day not in known:
        return None
    return PathSpec(PathKind.INTERIM, points)


def add_months_end(day: date) -> date:
    """The same month's end a year later: 2024-02-29 for 2023-02-28."""
    later = add_months(day.replace(day=1), 13)
    return date.fromordinal(later.toordinal() - 1)

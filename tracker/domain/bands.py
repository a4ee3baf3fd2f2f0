"""The bands: on track, behind or off track, at one point of the actual's interval (rules 6 of the method page).

Every function says which rule decided and with which numbers, so that the status can be explained to the last digit.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

from tracker.domain.indicator import Direction
from tracker.domain.observation import Observation
from tracker.domain.period import Period, add_months
from tracker.domain.quantity import EXACT, Point
from tracker.domain.target import Rules


class Status(StrEnum):
    """What may be said of a target, in the order it is decided."""

    NOT_ASSESSABLE = "not-assessable"
    ACHIEVED = "achieved"
    MISSED = "missed"
    UNDETERMINED = "undetermined"
    PENDING = "pending"
    NO_DATA = "no-data"
    ON_TRACK = "on-track"
    BEHIND = "behind"
    OFF_TRACK = "off-track"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: a stable code, with the data its text needs."""

    code: str
    data: dict[str, Any] = field(default_factory=dict)


Covered = tuple[int, int]
"""How many months of a span its figure is for, and how many the span has."""
Verdict = tuple[Status, Reason]
Band = Callable[[Point], Verdict]


def decimal(value: Fraction) -> Decimal:
    """A fraction to 80 digits: enough for anything that is printed."""
    return EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))


@dataclass(frozen=True, slots=True)
class Course:
    """A path from `start` to `end` (not equal) on a day: what is `expected`, and which side of it is `good`."""

    start: Decimal
    end: Decimal
    expected: Fraction
    good: Direction

    @property
    def sign(self) -> int:
        return 1 if self.good is Direction.UP else -1

    @property
    def is_cap(self) -> bool:
        """Whether the path runs to the bad side: it says how much of a cap may be used up by now."""
        return (self.end > self.start) != (self.good is Direction.UP)

    def shortfall(self, value: Decimal) -> Fraction:
        """How far `value` is on the bad side of the path, in percentage points of its length; positive is bad."""
        length = abs(Fraction(self.end) - Fraction(self.start))
        return self.sign * (self.expected - Fraction(value)) / length * 100


def schedule_band(rules: Rules, course: Course, elapsed: Fraction) -> Band:
    """Stock and flow: the shortfall against the path, in percentage points of progress; positive is bad."""
    sign, cap = course.sign, course.is_cap

    def band(point: Point) -> Verdict:
        if point.value.is_infinite():
            if (point.value > 0) == (sign > 0):
                return Status.ON_TRACK, Reason("within-path" if cap else "on-schedule")
            return Status.OFF_TRACK, Reason("far-off")
        shortfall = course.shortfall(point.value)
        place = (shortfall, -point.tilt * sign)
        data = {"points": decimal(shortfall), "elapsed": decimal(elapsed * 100)}
        if place > (Fraction(rules.behind_up_to), 0):
            code = "over-large" if cap else "shortfall-large"
            return Status.OFF_TRACK, Reason(code, data | {"limit": rules.behind_up_to})
        if place >= (Fraction(rules.on_track_below), 0):
            return Status.BEHIND, Reason("over" if cap else "shortfall", data)
        if place > (Fraction(0), 0) and elapsed > Fraction(rules.last_quarter):
            return Status.BEHIND, Reason("over-last-quarter" if cap else "last-quarter", data)
        if shortfall > 0:
            code = "over-small" if cap else "shortfall-small"
            return Status.ON_TRACK, Reason(code, data | {"limit": rules.on_track_below})
        return Status.ON_TRACK, Reason("within-path" if cap else "on-schedule")

    return band


def beyond_band(rules: Rules, course: Course, far: Decimal) -> Band:
    """A level beyond the `far` end of its range has to come back: behind at least, off track from `behind_up_to`
    percentage points of the path's length on."""
    way = abs(Fraction(course.end) - Fraction(course.start))

    def band(point: Point) -> Verdict:
        if point.value.is_infinite():
            return Status.OFF_TRACK, Reason("far-off")
        points = course.sign * (Fraction(point.value) - Fraction(far)) / way * 100
        too_far = (points, course.sign * point.tilt) > (Fraction(rules.behind_up_to), 0)
        data = {"points": decimal(points), "end": far}
        return (Status.OFF_TRACK if too_far else Status.BEHIND), Reason("beyond-range", data)

    return band


def growth_needed(target: Decimal, actual: Fraction, covered: Covered) -> Fraction | None:
    """Growth over the rest of the span, months of equal weight: (N T - n g) / (N - n); None when it is complete."""
    done, total = covered
    return (total * Fraction(target) - done * actual) / (total - done) if done < total else None


def best_month(rows: Iterable[Observation], day: date, direction: Direction, months: int) -> Observation | None:
    """The best single month, or January and February together, that ended in the last whole `months` up to `day`."""
    ended = (day + timedelta(days=1)).replace(day=1)
    since = add_months(ended, -months)
    single = [row for row in rows if since <= row.period.stop < ended and _is_single(row.period)]
    best = max if direction is Direction.UP else min
    return best(single, key=lambda row: row.quantity.value, default=None)


def _is_single(period: Period) -> bool:
    if not period.is_whole_months:
        return False
    return period.month_count == 1 or (period.month_count == 2 and period.start.month == 1)


def growth_band(target: Decimal, direction: Direction, covered: Covered, best: Observation | None) -> Band:
    """Growth: at or above the target on track; below it, behind while the rest can still be made up, else off track."""
    sign = 1 if direction is Direction.UP else -1

    def band(point: Point) -> Verdict:
        if point.value.is_infinite():
            good = (point.value > 0) == (sign > 0)
            return (Status.ON_TRACK, Reason("at-target")) if good else (Status.OFF_TRACK, Reason("far-off"))
        if (sign * point.value, sign * point.tilt) >= (sign * target, 0):
            return Status.ON_TRACK, Reason("at-target", {"value": point.value, "target": target})
        needed = growth_needed(target, Fraction(point.value), covered)
        if best is None or needed is None:
            still_good = sign * point.value >= 0 or sign * target < 0 <= point.value
            code = "no-history-positive" if still_good else "no-history-negative"
            return (Status.BEHIND if still_good else Status.OFF_TRACK), Reason(code, {"target": target})
        data = {"needed": decimal(needed), "best": best.quantity.value, "best_period": best.period}
        if (sign * needed, -sign * point.tilt) <= (sign * Fraction(best.quantity.value), 0):
            return Status.BEHIND, Reason("needed-within-best", data)
        return Status.OFF_TRACK, Reason("needed-above-best", data)

    return band


def tolerance_band(reference: Decimal, tolerance: Decimal, direction: Direction) -> Band:
    """Within a tolerance t: a change strictly under t is on track, up to 2t behind, beyond off track; a change for the
    better never counts against."""
    sign = 1 if direction is Direction.UP else -1

    def band(point: Point) -> Verdict:
        fall = (sign * EXACT.subtract(reference, point.value), -sign * point.tilt)
        data = {"change": EXACT.subtract(point.value, reference), "tolerance": tolerance}
        if fall < (tolerance, 0):
            code = "change-within" if fall[0] > -tolerance else "above-band"
            return Status.ON_TRACK, Reason(code, data)
        if fall <= (2 * tolerance, 0):
            return Status.BEHIND, Reason("change-beyond", data)
        return Status.OFF_TRACK, Reason("change-beyond", data)

    return band


def condition_band(accepts: Callable[[Point], bool]) -> Band:
    """Without a path (no baseline, or one that equals the target) the condition alone speaks."""

    def band(point: Point) -> Verdict:
        if accepts(point):
            return Status.ON_TRACK, Reason("condition-holds")
        return Status.BEHIND, Reason("condition-open")

    return band

"""The lowest next value that keeps a status from getting worse (the highest, where lower is better).

A status changes only at a few values: the ends of the condition, the path less a band's width, the growth from which
the rest of the span can no longer make up. Each is worked out exactly and judged as the next published figure would
be; the first that is no worse than today's status is the answer.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext
from fractions import Fraction

from tracker.domain.bands import Status, best_month, decimal
from tracker.domain.condition import good_side
from tracker.domain.facts import Facts, gather, reference_value, release_periods
from tracker.domain.indicator import Direction, Kind
from tracker.domain.observation import Observation
from tracker.domain.period import Period
from tracker.domain.quantity import EXACT, INFINITY, Bound, Point, Quantity
from tracker.domain.rounding import PLACES
from tracker.domain.verdict import status_at

_RANK = {
    Status.MISSED: 0,
    Status.OFF_TRACK: 1,
    Status.BEHIND: 2,
    Status.PENDING: 3,
    Status.ON_TRACK: 3,
    Status.ACHIEVED: 4,
}
"""How good a status is; one that is pending is to become on track."""


@dataclass(frozen=True, slots=True)
class NextValue:
    """What the figure of `period` has to be for a status no worse than `keeps`: `quantity` is at least, more than, at
    most or less than a value, computed ones to four decimals and never too easy.

    `alone` is what the months after the last figure have to bring for it: of a flow their sum, of growth their rate.
    """

    period: Period
    quantity: Quantity
    keeps: Status
    alone: Decimal | None = None


def next_value(facts: Facts, status: Status) -> NextValue | None:
    """The threshold of the next figure; None where any figure will do, none is to come, or the status has no rank."""
    period = next_period(facts)
    if period is None or facts.accepts is None or status not in _RANK:
        return None
    with localcontext(EXACT):
        coming = _with_figure(facts, period)
        keeps = Status.ON_TRACK if status is Status.PENDING else status
        sign = 1 if _good(facts) is Direction.UP else -1
        if _is_kept(coming, Point(-sign * INFINITY), status):
            return None
        whole = facts.target.indicator.unit.whole
        places = (place for corner in sorted(_corners(coming), reverse=sign < 0) for place in _places(corner, sign))
        least = next((place for place in places if _is_kept(coming, place, status)), None)
        if least is None:
            return None
        quantity = _bound(least, sign, whole=whole)
        return NextValue(period, quantity, keeps, _alone(facts, period, quantity.value))


def next_period(facts: Facts) -> Period | None:
    """The period of the next figure: by the calendar, or the end of the running month for irregular stocks."""
    read = None if facts.actual is None else facts.actual.last_read
    if facts.regular:
        return next((one for one in release_periods(facts.target) if read is None or one.stop > read), None)
    if facts.kind is not Kind.STOCK:
        return facts.target.span if facts.kind is Kind.SHARE and facts.actual is None else None
    start = max(facts.as_of, facts.as_of if read is None else read + timedelta(days=1))
    day = min(Period.month(start.year, start.month).stop, facts.target.due)
    return Period.day(day) if day >= start else None


def _with_figure(facts: Facts, period: Period) -> Facts:
    """The facts on the day the next figure is in, whatever its value."""
    indicator = facts.target.indicator
    published = max(facts.as_of, indicator.calendar.release(period).usual)
    figure = Observation(
        indicator.code,
        period,
        Quantity(Decimal(0)),
        indicator.publishers[0],
        published,
        facts.target.area,
        recorded_at=datetime.max.replace(tzinfo=UTC),  # after an outlook for the same period
    )
    known = [row for row in facts.history if row.published_on <= facts.as_of]
    coming = gather(facts.target, (*known, figure), published)
    # its own value must not speak for what the rest of the span can still reach
    return replace(coming, rows=tuple(row for row in coming.rows if row is not figure))


def _good(facts: Facts) -> Direction:
    """The side a figure is better on: below, for what must not exceed something."""
    return good_side(facts.target.condition, facts.target.indicator.direction)


def _is_kept(facts: Facts, point: Point, status: Status) -> bool:
    return _RANK[_judged(facts, point)] >= _RANK[status]


def _judged(facts: Facts, point: Point) -> Status:
    """The status with `point` as the actual: the verdict, where the figure is the one that decides."""
    assert facts.actual is not None and facts.accepts is not None  # noqa: S101 - the figure has just been added
    if facts.actual.last_read == facts.target.due:
        return Status.ACHIEVED if point in facts.accepts else Status.MISSED
    return status_at(facts, point)[0]


def _corners(facts: Facts) -> Iterator[Fraction]:
    """The values at which the status can change."""
    assert facts.accepts is not None  # noqa: S101 - asked for by `next_value`
    yield from (Fraction(end.value) for end in (facts.accepts.low, facts.accepts.high) if end.value.is_finite())
    target, start, goal, expected = facts.target, facts.start, facts.goal, facts.expected
    reference, tolerance = reference_value(facts.reference), target.condition.tolerance
    if reference is not None and tolerance is not None:
        yield from (Fraction(reference) + step * Fraction(tolerance) for step in (-2, -1, 1, 2))
    if facts.kind is Kind.GROWTH and goal is not None and facts.day is not None:
        yield from (Fraction(goal), Fraction(0))
        yield from _last_chance(facts, goal)
    elif expected is not None and start is not None and goal is not None:
        bad = -abs(Fraction(goal) - Fraction(start)) * (1 if _good(facts) is Direction.UP else -1)
        for points in (Decimal(0), target.rules.on_track_below, target.rules.behind_up_to):
            yield expected + Fraction(points) / 100 * bad


def _last_chance(facts: Facts, goal: Decimal) -> Iterator[Fraction]:
    """The growth to date from which the rest has to be as good as the best month of late: (N T - (N - n) best) / n."""
    assert facts.day is not None  # noqa: S101 - asked for by `_corners`
    best = best_month(facts.rows, facts.day, _good(facts), facts.target.rules.history_months)
    done, total = facts.covered
    if best is not None and done:
        yield (total * Fraction(goal) - (total - done) * Fraction(best.quantity.value)) / done


def _places(corner: Fraction, sign: int) -> Iterator[Point]:
    """The corner and the place just beyond it; where it has no end of digits, the next value that has four."""
    value = decimal(corner)
    if Fraction(value) != corner:
        value = value.quantize(PLACES, ROUND_CEILING if sign > 0 else ROUND_FLOOR, EXACT)
    yield Point(value)
    yield Point(value, sign)


def _bound(place: Point, sign: int, *, whole: bool) -> Quantity:
    """The place as a bound; of whole things the first number that is enough."""
    value, strict = place.value, place.tilt != 0
    if whole:
        value = value.quantize(Decimal(1), ROUND_CEILING if sign > 0 else ROUND_FLOOR, EXACT)
        if strict and value == place.value:
            value += sign
        strict = False
    if sign > 0:
        return Quantity(value, Bound.MORE_THAN if strict else Bound.AT_LEAST)
    return Quantity(value, Bound.LESS_THAN if strict else Bound.AT_MOST)


def _alone(facts: Facts, period: Period, value: Decimal) -> Decimal | None:
    """What the months since the last figure bring if the next one is `value`."""
    if facts.actual is None or facts.kind not in (Kind.FLOW, Kind.GROWTH):
        return None
    before = facts.actual.quantity.value
    if facts.kind is Kind.FLOW:
        return value - before
    done, then = facts.actual.period.month_count, period.month_count
    return decimal((then * Fraction(value) - done * Fraction(before)) / (then - done))

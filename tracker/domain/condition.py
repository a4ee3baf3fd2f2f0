"""Which numbers satisfy a target's condition, and the line its path runs to (rules 3 and 6 of the method page)."""

from decimal import Decimal

from tracker.domain.indicator import Direction, Kind
from tracker.domain.quantity import EXACT, INFINITY, Bound, Interval, Point, last_unit, ray
from tracker.domain.target import Condition, Op, Target

_REACH_UP = {Op.MORE_THAN, Op.AT_LEAST, Op.ABOUT, Op.NEARLY}
_REACH_DOWN = {Op.LESS_THAN, Op.AT_MOST, Op.ABOUT, Op.NEARLY}


def accepted(condition: Condition, direction: Direction, reference: Decimal | None) -> Interval | None:
    """The numbers that satisfy `condition`; None for `within` while there is no reference value.

    `about` and `nearly` are reached at their value less the allowance (none by default for `about`, one unit of the
    last digit for `nearly`) and anywhere beyond it in the good direction; so is `within`, whose good side is open: a
    share that rises more than "basically stable" has not failed.
    """
    value, tolerance = condition.value, condition.tolerance
    match condition.op:
        case Op.BETWEEN:
            assert value is not None and condition.upper is not None  # noqa: S101 - a between has both by construction
            return Interval(Point(value), Point(condition.upper))
        case Op.WITHIN:
            if reference is None or tolerance is None:
                return None
            if direction is Direction.UP:
                return Interval(Point(EXACT.subtract(reference, tolerance), 1), Point(INFINITY))
            return Interval(Point(-INFINITY), Point(EXACT.add(reference, tolerance), -1))
        case Op.ABOUT | Op.NEARLY:
            assert value is not None  # noqa: S101 - only a within has no value
            allowance = tolerance or Decimal(0)
            if condition.op is Op.NEARLY and tolerance is None:
                allowance = last_unit(value)
            if direction is Direction.UP:
                return ray(Bound.AT_LEAST, EXACT.subtract(value, allowance))
            return ray(Bound.AT_MOST, EXACT.add(value, allowance))
        case op:
            assert value is not None  # noqa: S101 - only a within has no value
            return ray(Bound(op.value), value)


def line(condition: Condition, direction: Direction, reference: Decimal | None) -> Decimal | None:
    """Where the expected path ends: the condition's value, the near end of a `between`, the reference of a `within`."""
    if condition.op is Op.WITHIN:
        return reference
    if condition.op is Op.BETWEEN and direction is Direction.DOWN:
        return condition.upper
    return condition.value


def good_side(condition: Condition, direction: Direction) -> Direction:
    """Which way a figure moves towards satisfying the condition: that of its comparator, else the indicator's.

    A cap is kept from below, whatever way is good for the indicator otherwise, and whatever way its path runs.
    """
    if condition.op in (Op.LESS_THAN, Op.AT_MOST):
        return Direction.DOWN
    return Direction.UP if condition.op in (Op.MORE_THAN, Op.AT_LEAST) else direction


def is_reach(target: Target) -> bool:
    """Whether the target is reached once and for all when its condition holds: more enterprises, more vehicles.

    A cap (a flow of at most, a stock that must not rise above) holds from the first day and is judged at the end;
    so are ranges, tolerances, growth rates and shares.
    """
    op, direction = target.condition.op, target.indicator.direction
    match target.indicator.kind:
        case Kind.STOCK:
            return op in (_REACH_UP if direction is Direction.UP else _REACH_DOWN)
        case Kind.FLOW:
            return direction is Direction.UP and op in _REACH_UP
        case _:
            return False

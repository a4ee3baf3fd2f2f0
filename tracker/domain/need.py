"""What is still needed of the rest of the span (rules 5 of the method page)."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tracker.domain.bands import growth_needed
from tracker.domain.facts import Facts
from tracker.domain.indicator import Direction, Kind
from tracker.domain.quantity import Answer, Point
from tracker.domain.target import Op
from tracker.domain.verdict import far_end


@dataclass(frozen=True, slots=True)
class Need:
    """What each of the `months` left has to bring, in the unit, for the figure to come to `goal`; of growth, the rate
    of the rest of the span."""

    value: Fraction
    goal: Decimal
    months: int


def need_of(facts: Facts) -> Need | None:
    """What the rest of the span has to bring; None where it has nothing to, or nothing is left of it.

    Of a cap it is what each remaining month may still bring, past a range the way back to it. Nothing for a share, a
    tolerance, a target reached or a range kept.
    """
    if facts.actual is None or facts.goal is None or facts.day is None or facts.kind is Kind.SHARE:
        return None
    if facts.target.condition.op is Op.WITHIN:
        return None
    value = facts.actual.quantity.value
    past = far_end(facts, Point(value))
    goal = facts.goal if past is None else past
    if facts.kind is Kind.GROWTH:
        done, total = facts.covered
        rest = growth_needed(goal, Fraction(value), facts.covered)
        return None if rest is None else Need(rest, goal, total - done)
    left = facts.clock.months_left(facts.day)
    if not left or _is_there(facts):
        return None
    goal += _next_whole(facts)
    return Need(Fraction(goal - value) / left, goal, left)


def _is_there(facts: Facts) -> bool:
    """Whether nothing more has to come: a reached target, or a figure inside its range that more is good for."""
    condition, direction = facts.target.condition, facts.target.indicator.direction
    rising_range = condition.op is Op.BETWEEN and (facts.kind is Kind.STOCK or direction is Direction.UP)
    if facts.accepts is None or facts.actual is None or not (facts.reach or rising_range):
        return False
    return facts.actual.quantity.inside(facts.accepts) is Answer.YES


def _next_whole(facts: Facts) -> int:
    """To have more than 10,000 enterprises takes 10,001 of them."""
    if facts.kind is not Kind.STOCK or not facts.target.indicator.unit.whole:
        return 0
    return {Op.MORE_THAN: 1, Op.LESS_THAN: -1}.get(facts.target.condition.op, 0)

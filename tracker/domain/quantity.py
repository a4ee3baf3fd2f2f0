"""A published number and what it leaves open: a Decimal with a bound is an interval.

The words behind the bounds (超过, 以上, 近, 左右 and their English) are read and written in `wording`; here is only
what they mean. Ends are compared exactly: an open end is a point infinitesimally beside its value, never a value plus
a small number.
"""

from dataclasses import dataclass
from decimal import Context, Decimal
from enum import StrEnum
from functools import reduce

INFINITY = Decimal("Infinity")
EXACT = Context(prec=80)
"""Sums and products of published values (30 digits at most) are exact in this context."""


class Bound(StrEnum):
    """How a published number stands to the true one."""

    EXACTLY = "exactly"
    ABOUT = "about"
    MORE_THAN = "more-than"
    AT_LEAST = "at-least"
    LESS_THAN = "less-than"
    AT_MOST = "at-most"
    NEARLY = "nearly"


class Answer(StrEnum):
    """The answer to a comparison of something known only as an interval."""

    YES = "yes"
    NO = "no"
    UNDETERMINED = "undetermined"


@dataclass(frozen=True, order=True, slots=True)
class Point:
    """A value, or the place infinitesimally below (`tilt` -1) or above (`tilt` 1) it; ordered as on the line."""

    value: Decimal
    tilt: int = 0


@dataclass(frozen=True, slots=True)
class Interval:
    """All points from `low` to `high`, both included; an excluded end is a tilted point."""

    low: Point
    high: Point

    def __contains__(self, point: Point) -> bool:
        return self.low <= point <= self.high

    def covers(self, other: "Interval") -> bool:
        """Whether every point of `other` is in here too."""
        return self.low <= other.low and other.high <= self.high

    def meets(self, other: "Interval") -> bool:
        """Whether the two have a point in common."""
        return self.low <= other.high and other.low <= self.high

    def inside(self, accepted: "Interval") -> Answer:
        """Whether a number known to lie in here lies in `accepted`."""
        if accepted.covers(self):
            return Answer.YES
        return Answer.UNDETERMINED if accepted.meets(self) else Answer.NO


def last_unit(value: Decimal) -> Decimal:
    """One unit of the last written digit that is not zero: 1000 for 9000, 0.1 for 3.1, 1 for 16 and for 3.0.

    A zero has no such digit; the unit of its last written digit counts (0.1 for 0.0).
    """
    digits = value if value == 0 else value.normalize(EXACT)
    exponent = digits.as_tuple().exponent
    return Decimal(1).scaleb(int(exponent))


def ray(bound: Bound, value: Decimal) -> Interval:
    """Everything more than, at least, less than, at most or exactly `value`.

    >>> ray(Bound.MORE_THAN, Decimal(8)).low
    Point(value=Decimal('8'), tilt=1)
    """
    bottom, top = Point(-INFINITY), Point(INFINITY)
    match bound:
        case Bound.MORE_THAN:
            return Interval(Point(value, 1), top)
        case Bound.AT_LEAST:
            return Interval(Point(value), top)
        case Bound.LESS_THAN:
            return Interval(bottom, Point(value, -1))
        case Bound.AT_MOST:
            return Interval(bottom, Point(value))
        case Bound.EXACTLY:
            return Interval(Point(value), Point(value))
        case _:
            raise ValueError(f"{bound} needs a spread")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A published value in the indicator's base unit, with its bound.

    `spread` is the half width of an `about` and the width of a `nearly`; None stands for the rule of the house, one
    unit of the last written non-zero digit (`last_unit`). Sums carry the sum of their parts' spreads.
    """

    value: Decimal
    bound: Bound = Bound.EXACTLY
    spread: Decimal | None = None

    @property
    def is_exact(self) -> bool:
        return self.bound is Bound.EXACTLY

    @property
    def width(self) -> Decimal:
        """The half width of an `about`, the width of a `nearly`."""
        return last_unit(self.value) if self.spread is None else self.spread

    @property
    def interval(self) -> Interval:
        """Where the true number lies. `nearly` is on the side of zero, so nearly -10 is above -10."""
        match self.bound:
            case Bound.ABOUT:
                low, high = (
                    EXACT.subtract(self.value, self.width),
                    EXACT.add(self.value, self.width),
                )
                return Interval(Point(low), Point(high))
            case Bound.NEARLY if self.value < 0:
                return Interval(Point(self.value, 1), Point(EXACT.add(self.value, self.width)))
            case Bound.NEARLY:
                return Interval(Point(EXACT.subtract(self.value, self.width)), Point(self.value, -1))
            case _:
                return ray(self.bound, self.value)

    def inside(self, accepted: Interval) -> Answer:
        """Whether the true number lies in `accepted`."""
        if self.bound is not Bound.EXACTLY:
            return self.interval.inside(accepted)
        low, high, place = accepted.low, accepted.high, (self.value, 0)
        return Answer.YES if (low.value, low.tilt) <= place <= (high.value, high.tilt) else Answer.NO

    def compare(self, bound: Bound, value: Decimal) -> Answer:
        """Whether the true number is more than, at least, ... `value`: yes, no or undetermined."""
        return self.inside(ray(bound, value))

    def plus(self, other: "Quantity") -> "Quantity | None":
        """The sum, with the bound it has; None where the bounds pull apart and nothing would be known."""
        value = EXACT.add(self.value, other.value)
        if self.is_exact and other.is_exact:
            return Quantity(value)
        bounds = {self.bound, other.bound} - {Bound.EXACTLY}
        for strict, weak in ((Bound.MORE_THAN, Bound.AT_LEAST), (Bound.LESS_THAN, Bound.AT_MOST)):
            if bounds <= {strict, weak}:
                return Quantity(value, strict if strict in bounds else weak)
        loose = [part for part in (self, other) if not part.is_exact]
        if bounds == {Bound.ABOUT} or (bounds == {Bound.NEARLY} and _on_one_side(value, loose)):
            return Quantity(value, bounds.pop(), reduce(EXACT.add, (part.width for part in loose)))
        return None


def _on_one_side(value: Decimal, parts: "list[Quantity]") -> bool:
    """Whether `nearly value` leaves open the side of its number that `nearly` its parts leave open."""
    return all((part.value < 0) == (value < 0) for part in parts)

"""Student's t distribution, and weighted mixtures of shifted and scaled ones, in plain Python.

The distribution function uses the continued fraction of the incomplete beta function (NIST Digital Library of
Mathematical Functions, 8.17.22), evaluated by Lentz's method; it agrees with printed tables to all their digits.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

_TINY = 1e-300
_ENOUGH = 1e-6
"""How closely a quantile is found, in units of the widest part's scale."""
_EXACT = 1e-9
"""The probability that is as good as none."""
_STEPS, _QUICK = 90, 20
"""Steps to a quantile at most; about eight do. Where a part is next to certain, halving goes on after the quick
ones."""


@dataclass(frozen=True, slots=True)
class Student:
    """A Student t distribution with `df` degrees of freedom around `mean`, `scale` (not negative) wide; a scale of 0
    is certainty."""

    mean: float
    scale: float
    df: float

    def cdf(self, x: float) -> float:
        """P(X <= x)."""
        if self.scale == 0:
            return 1.0 if x >= self.mean else 0.0
        t = (x - self.mean) / self.scale
        tail = 0.5 * _beta_ratio(self.df / 2, 0.5, self.df / (self.df + t * t))
        return 1 - tail if t > 0 else tail

    def moved(self, by: float, *, wider: float = 0.0) -> "Student":
        """The distribution of X + `by`, its variance grown by that of an independent error of scale `wider`."""
        return Student(self.mean + by, math.hypot(self.scale, wider), self.df)


@dataclass(frozen=True, slots=True)
class Mixture:
    """One of `parts`, each as likely as its weight; the weights sum up to 1."""

    parts: Sequence[Student]
    weights: Sequence[float]

    @property
    def mean(self) -> float:
        return sum(part.mean * weight for part, weight in zip(self.parts, self.weights, strict=True))

    def cdf(self, x: float) -> float:
        """P(X <= x)."""
        return sum(part.cdf(x) * weight for part, weight in zip(self.parts, self.weights, strict=True))

    def quantile(self, p: float) -> float:
        """The value X stays below with probability `p` (0 < p < 1): false position, kept from sticking to one end by
        the Illinois rule."""
        spread = max(part.scale for part in self.parts)
        low, under = self._end(p, -spread)
        high, over = self._end(p, spread)
        side = 0
        for step in range(_STEPS):
            if high - low <= _ENOUGH * spread:
                break
            middle = (low + high) / 2
            if step < _QUICK:
                middle = min(max((low * over - high * under) / (over - under), low), high)
            found = self.cdf(middle) - p
            if abs(found) < _EXACT:
                return middle
            if found < 0:
                over = over / 2 if side < 0 else over
                low, under, side = middle, found, -1
            else:
                under = under / 2 if side > 0 else under
                high, over, side = middle, found, 1
        return (low + high) / 2

    def _end(self, p: float, step: float) -> tuple[float, float]:
        """A place beyond the quantile on the side of `step`, and by how much the distribution function is off
        there."""
        sign = 1 if step > 0 else -1
        place = max(sign * part.mean for part in self.parts) * sign
        while step and sign * (self.cdf(place) - p) <= 0:
            place, step = place + step, step * 2
        return place, self.cdf(place) - p


def _beta_ratio(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function I_x(a, b)."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta_ratio(b, a, 1 - x)
    log = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    return math.exp(log) * _fraction(a, b, x) / a


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction of the incomplete beta function."""
    c, d = 1.0, 1 / _away(1 - (a + b) * x / (a + 1))
    result = d
    for m in range(1, 300):
        for numerator in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _away(1 + numerator * d)
            c = _away(1 + numerator / c)
            result *= c * d
        if abs(c * d - 1) < 1e-12:
            break
    return result


def _away(value: float) -> float:
    """`value`, kept off zero."""
    return value if abs(value) > _TINY else _TINY

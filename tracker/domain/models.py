"""The simple models a forecast mixes: each turns past values into a distribution of a weighted sum of values to come.

The sum is `sum(w_k * y_{n+k})`: the weights are months for what a flow still brings, parts of the year for growth,
ones for the changes of a stock. A value is the average of one step (a month, or January with February); steps are
equally long but for their weights. Every model also tells how it would have erred one step ahead in the past, which
is what it is weighed by (`mixed`).

Models: exponential smoothing and autoregression as in Box, Jenkins, Reinsel and Ljung, *Time Series Analysis* (5th
ed., chapters 4 and 5); long-run variance after Newey and West (1987).
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tracker.domain.indicator import Kind
from tracker.domain.student import Mixture, Student

SMOOTHING = 0.4
"""How much of an error the level takes over at each step."""
MEMORY = 0.95
"""The most a deviation from the mean carries over to the next step."""
MOMENTUM = 0.5
"""The most a change carries over to the next one, or is taken back by it."""
CLIP = 2.0
"""Errors count up to this many robust standard deviations: one lockdown is no reason to expect one every year."""
RECENT = 12
"""Errors a model is weighed by."""
FEW = 4
"""Errors it takes to weigh models; with fewer all weigh the same."""
_NORMAL = 1.4826
"""Standard deviation of a normal distribution over its median absolute deviation."""

Values = Sequence[float]


@dataclass(frozen=True, slots=True)
class Projection:
    """What a model expects of the sum, and its past errors one step ahead, oldest first, in the unit of the values."""

    model: str
    distribution: Student
    errors: Values


Model = Callable[[Values, Values, int], Projection | None]
"""From values, weights and the number of steps in a year (0: no seasons); None where the values do not suffice."""


def smoothed_level(values: Values, weights: Values, _season: int) -> Projection:
    """The values go on at their level of late (simple exponential smoothing)."""
    return _smoothed("smoothed-level", values, weights)


def last_change(values: Values, weights: Values, _season: int) -> Projection:
    """From the last value on, a part of the last change goes on, or is taken back where changes tend to alternate."""
    changes = _steps(values)
    sums = [sum(weights[k:]) for k in range(len(weights))]
    around = _Around(changes, 0.0, -MOMENTUM, MOMENTUM)
    moved = values[-1] * sum(weights) + around.expected(sums)
    spread = math.sqrt(around.noise(sums))
    return Projection("last-change", Student(moved, spread, around.freedom), around.errors)


def mean_with_memory(values: Values, weights: Values, _season: int) -> Projection:
    """The values return to their average, the sooner the less they remember."""
    around = _Around(values, _mean(values), 0.0, MEMORY)
    spread = math.sqrt(around.noise(weights) + around.doubt(weights))
    return Projection("mean-with-memory", Student(around.expected(weights), spread, around.freedom), around.errors)


def last_year_plus(values: Values, weights: Values, season: int) -> Projection | None:
    """The same months a year before, changed by as much as the values of late changed on the year before them."""
    if not season or len(values) < season + FEW:
        return None
    changes = [now - then for then, now in zip(values, values[season:], strict=False)]
    change = _smoothed("last-year-plus", changes, weights)
    base = sum(w * then for w, then in zip(weights, _year_before(values, len(weights), season), strict=True))
    return Projection(change.model, change.distribution.moved(base), change.errors)


def last_year_times(values: Values, weights: Values, season: int) -> Projection | None:
    """The same months a year before, times the last year's ratio to the year before; for values above zero."""
    count = min(season, len(values) - season)
    if not season or count < 1 or min(values) <= 0:
        return None
    now, then = values[-count:], values[-count - season : len(values) - season]
    ratio = sum(now) / sum(then)
    base = [w * v for w, v in zip(weights, _year_before(values, len(weights), season), strict=True)]
    off = [a / b - ratio for a, b in zip(now, then, strict=True)]
    variance, freedom = _ratio_variance(off, values)
    spread = math.sqrt(variance * (sum(b * b for b in base) + sum(base) ** 2 / count))
    errors = [o * b for o, b in zip(off, then, strict=True)]
    return Projection("last-year-times", Student(ratio * sum(base), spread, freedom), errors)


MODELS: dict[Kind, tuple[Model, ...]] = {
    Kind.FLOW: (last_year_times, last_year_plus, smoothed_level),
    Kind.GROWTH: (last_change, mean_with_memory),
    Kind.STOCK: (mean_with_memory, smoothed_level, last_year_plus),
}
"""Which models speak for what; a stock's for its changes."""
FIRST_YEAR: tuple[Model, ...] = (smoothed_level, last_change)
"""A flow's models while the months to come have no value a year before."""


def projections(kind: Kind, values: Values, weights: Values, season: int) -> list[Projection]:
    """What each model of the kind expects, of those the values suffice for."""
    models = MODELS[kind]
    if kind is Kind.FLOW and not (season and len(values) > season):
        models = FIRST_YEAR
    found = (model(values, weights, season) for model in models)
    return [projection for projection in found if projection is not None]


def mixed(found: Sequence[Projection]) -> Mixture:
    """The projections, each weighed by the inverse of its mean squared error of late (one without any error outweighs
    all)."""
    count = min(RECENT, *(len(one.errors) for one in found))
    sizes = [_mean_square(clipped(one.errors[-count:])) for one in found] if count >= FEW else [1.0] * len(found)
    inverse = [1 / size for size in sizes] if all(sizes) else [0.0 if size else 1.0 for size in sizes]
    return Mixture([one.distribution for one in found], [size / sum(inverse) for size in inverse])


def clipped(errors: Values) -> list[float]:
    """The errors, none larger than `CLIP` robust standard deviations."""
    if len(errors) < FEW:
        return list(errors)
    most = CLIP * _NORMAL * sorted(abs(error) for error in errors)[len(errors) // 2]
    return [max(-most, min(most, error)) for error in errors] if most else list(errors)


class _Around:
    """Values that return to `centre`: y' - centre = memory * (y - centre) + error, the memory kept within limits."""

    def __init__(self, values: Values, centre: float, least: float, most: float) -> None:
        off = [value - centre for value in values]
        power = sum(a * a for a in off[:-1])
        memory = sum(a * b for a, b in pairwise(off)) / power if power else 0.0
        self.memory = min(max(memory, least), most)
        self.centre, self.last, self.count = centre, off[-1], len(values)
        self.errors = [b - self.memory * a for a, b in pairwise(off)]
        self.freedom = max(self.count - 2, 1)
        self.variance = sum(error * error for error in clipped(self.errors)) / self.freedom

    def expected(self, weights: Values) -> float:
        return sum(w * (self.centre + self.memory ** (k + 1) * self.last) for k, w in enumerate(weights))

    def noise(self, weights: Values) -> float:
        """The variance of the sum that errors to come will make: each goes on as far as the memory reaches."""
        total, carried = 0.0, 0.0
        for weight in reversed(weights):
            carried = weight + self.memory * carried
            total += carried * carried
        return total * self.variance

    def doubt(self, weights: Values) -> float:
        """The variance of the sum because the centre is an average of few values."""
        reliance = sum(w * (1 - self.memory ** (k + 1)) for k, w in enumerate(weights))
        return self.variance / (1 - self.memory) ** 2 / self.count * reliance**2


def _smoothed(model: str, values: Values, weights: Values) -> Projection:
    level, errors = values[0], []
    for value in values[1:]:
        errors.append(value - level)
        level += SMOOTHING * errors[-1]
    reach, total = 0.0, 0.0
    for weight in reversed(weights):
        total += (weight + SMOOTHING * reach) ** 2
        reach += weight
    spread = math.sqrt(_long_run_variance(clipped(errors)) * total)
    return Projection(model, Student(level * reach, spread, max(len(errors) - 1, 1)), errors)


def _long_run_variance(errors: Values) -> float:
    """The variance that errors in a row add up to, where they push the same way or cancel out (Bartlett weights)."""
    count = len(errors)
    lags = max(1, round(count ** (1 / 3)))
    variance = sum(error * error for error in errors)
    total = variance
    for lag in range(1, lags + 1):
        together = sum(a * b for a, b in zip(errors, errors[lag:], strict=False))
        total += 2 * (1 - lag / (lags + 1)) * together
    return max(total, variance / 4) / max(count - 1, 1)


def _ratio_variance(off: Values, values: Values) -> tuple[float, int]:
    """The variance of a month's ratio to the year before; with few ratios half that of the changes from month to
    month, which season and chance make together. With the degrees of freedom."""
    if len(off) >= FEW:
        return sum(error * error for error in clipped(off)) / (len(off) - 1), len(off) - 1
    changes = [b / a - 1 for a, b in pairwise(values)]
    return _mean_square(clipped(changes)) / 2, len(off) + 2


def _year_before(values: Values, count: int, season: int) -> list[float]:
    """What stood a year before each of the next `count` steps; further ahead than a year, the same again."""
    return [values[len(values) - season + k % season] for k in range(count)]


def _steps(values: Values) -> list[float]:
    return [after - before for before, after in pairwise(values)]


def _mean(values: Values) -> float:
    return sum(values) / len(values)


def _mean_square(values: Values) -> float:
    return sum(value * value for value in values) / len(values)

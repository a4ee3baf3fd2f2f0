"""The simple models a forecast mixes: each turns past values into a distribution of a weighted sum of values to come.

The sum is `sum(w_k * y_{n+k})`: the weights are months for what a flow still brings, parts of the year for growth,
ones for the changes of a stock. A value is the average of one step (a month, or January with February); steps are
equally long but for their weights. Every model also tells how it would have erred one step ahead in the past, which
is what it is weighed by (`mixed`).

Models: exponential smoothing, autoregression and the seasonal model of the first and the twelfth difference as in Box,
Jenkins, Reinsel and Ljung, *Time Series Analysis* (5th ed., chapters 4, 5 and 9); long-run variance after Newey and
West (1987).
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tracker.domain.indicator import Kind
from tracker.domain.student import Mixture, Student

SMOOTHING = 0.3
"""How much of an error the level takes over at each step."""
ONE_OFF = 0.3
"""The part of what was unexpected in a month that is not expected again a year later."""
MEMORY = 0.95
"""The most a deviation from the mean carries over to the next step."""
MOMENTUM = 0.5
"""The most a change carries over to the next one, or is taken back by it."""
CLIP = 2.0
"""Errors count up to this many robust standard deviations: one lockdown is no reason to expect one every year."""
RECENT = 12
"""The last errors, by which a model is weighed and which say how far off the next may be: calm years follow storms."""
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
    level, errors = values[0], []
    for value in values[1:]:
        errors.append(value - level)
        level += SMOOTHING * errors[-1]
    return Projection("smoothed-level", _moving(level * sum(weights), weights, errors), errors)


def last_change(values: Values, weights: Values, _season: int) -> Projection:
    """From the last value on, a part of the last change goes on, or is taken back where changes tend to alternate."""
    changes = _steps(values)
    sums = [sum(weights[k:]) for k in range(len(weights))]
    around = _Around(changes, 0.0, -MOMENTUM, MOMENTUM)
    moved = values[-1] * sum(weights) + around.expected(sums)
    spread = math.sqrt(around.noise(sums))
    return Projection("last-change", Student(moved, spread, around.freedom), around.errors)


def last_level(values: Values, weights: Values, _season: int) -> Projection:
    """A stock stays where it is: no change is expected, and the past ones are the errors (a random walk)."""
    late = of_late(values)
    spread = math.sqrt(_long_run_variance(late) * sum(weight * weight for weight in weights))
    return Projection("last-level", Student(0.0, spread, max(len(late) - 1, 1)), values)


def mean_with_memory(values: Values, weights: Values, _season: int) -> Projection:
    """The values return to their average, the sooner the less they remember."""
    around = _Around(values, _mean(values), 0.0, MEMORY)
    spread = math.sqrt(around.noise(weights) + around.doubt(weights))
    return Projection("mean-with-memory", Student(around.expected(weights), spread, around.freedom), around.errors)


def last_year_plus(values: Values, weights: Values, season: int) -> Projection | None:
    """The same months a year before, changed by as much as the values of late changed on the year before them."""
    if not season or len(values) < season + FEW:
        return None
    change, errors, year = _on_last_year(values, season)
    expected = sum(w * (then + change) for w, then in zip(weights, _again(year, weights), strict=True))
    return Projection("last-year-plus", _moving(expected, weights, errors), errors)


def last_year_times(values: Values, weights: Values, season: int) -> Projection | None:
    """The same months a year before, times as much as the values of late were of the year before them; for values
    above zero."""
    if not season or len(values) <= season or min(values) <= 0:
        return None
    if len(values) < season + FEW:
        return _first_ratio(values, weights, season)
    change, errors, year = _on_last_year([math.log(value) for value in values], season)
    parts = [w * math.exp(then + change) for w, then in zip(weights, _again(year, weights), strict=True)]
    off = [value - value / math.exp(error) for value, error in zip(values[season:], errors, strict=True)]
    return Projection("last-year-times", _moving(sum(parts), parts, errors), off)


MODELS: dict[Kind, tuple[Model, ...]] = {
    Kind.FLOW: (last_year_times, last_year_plus, smoothed_level),
    Kind.GROWTH: (last_change, mean_with_memory),
    Kind.STOCK: (mean_with_memory, smoothed_level, last_year_plus, last_level),
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
    sizes = [_mean_square(one.errors[-count:]) for one in found] if count >= FEW else [1.0] * len(found)
    inverse = [1 / size for size in sizes] if all(sizes) else [0.0 if size else 1.0 for size in sizes]
    return Mixture([one.distribution for one in found], [size / sum(inverse) for size in inverse])


def of_late(errors: Values) -> list[float]:
    """The errors that say how far off the next may be."""
    return clipped(errors[-RECENT:])


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
        late = of_late(self.errors)
        self.freedom = max(len(late) - 1, 1)
        self.variance = _long_run_variance(late)

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


def _on_last_year(values: Values, season: int) -> tuple[float, list[float], list[float]]:
    """The change on the year before at its level of late, how it would have erred, and the last year's values, each
    without the part of its error that does not come again."""
    cleaned, errors = list(values), []
    change = _mean([now - then for then, now in zip(values, values[season : season + FEW], strict=False)])
    for place in range(season, len(values)):
        errors.append(values[place] - cleaned[place - season] - change)
        change += SMOOTHING * errors[-1]
        cleaned[place] -= ONE_OFF * errors[-1]
    return change, errors, cleaned[-season:]


def _first_ratio(values: Values, weights: Values, season: int) -> Projection:
    """The same months a year before, times the ratio of the few that came again. How far a month's ratio is off is then
    taken from the changes from month to month: half their variance, which season and chance make together."""
    now, then = values[season:], values[: len(values) - season]
    ratio, count = sum(now) / sum(then), len(now)
    parts = [w * ratio * value for w, value in zip(weights, _again(values[-season:], weights), strict=True)]
    changes = [after / before - 1 for before, after in pairwise(values)]
    variance = _mean_square(clipped(changes)) / 2
    spread = math.sqrt(variance * (sum(part * part for part in parts) + sum(parts) ** 2 / count))
    errors = [after - ratio * before for before, after in zip(then, now, strict=True)]
    return Projection("last-year-times", Student(sum(parts), spread, count + 2), errors)


def _moving(expected: float, weights: Values, errors: Values) -> Student:
    """The distribution of a sum where each error to come also moves the level of all that follow."""
    reach = total = 0.0
    for weight in reversed(weights):
        total += (weight + SMOOTHING * reach) ** 2
        reach += weight
    late = of_late(errors)
    return Student(expected, math.sqrt(_long_run_variance(late) * total), max(len(late) - 1, 1))


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


def _again(year: Values, weights: Values) -> list[float]:
    """What stood a year before each of the steps to come; further ahead than a year, the same again."""
    return [year[k % len(year)] for k in range(len(weights))]


def _steps(values: Values) -> list[float]:
    return [after - before for before, after in pairwise(values)]


def _mean(values: Values) -> float:
    return sum(values) / len(values)


def _mean_square(values: Values) -> float:
    return sum(value * value for value in values) / len(values)

"""Where a figure is heading: the value at the due date, an interval that holds it four times in five, the chance to
succeed.

Only what is really uncertain is forecast: the months that are still to come. A flow is its year-to-date sum and what
the rest will bring; a year's growth is (n g + the sum of the months to come) / N, months of equal weight; a stock is
its last level and the changes to come. The months to come are forecast by a mixture of simple models (`models`) on at
most three years of monthly figures (`steps`), in floating point: these are estimates. The method and how it did on
real series are described on the forecast page.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from itertools import pairwise

from tracker.domain.facts import Facts
from tracker.domain.forecast_basis import FEWEST, Basis, NoForecast, basis_of, has_ends
from tracker.domain.indicator import Kind
from tracker.domain.models import Projection, mixed, projections
from tracker.domain.quantity import EXACT, Interval, Quantity
from tracker.domain.rounding import PLACES
from tracker.domain.steps import slippage
from tracker.domain.student import Mixture, Student

__all__ = ["Forecast", "NoForecast", "Share", "forecast", "on_grid", "resolution"]

FARTHEST = 24
"""Months ahead a forecast goes."""
LOW, HIGH = 0.1, 0.9
"""The interval lies between these quantiles."""


@dataclass(frozen=True, slots=True)
class Share:
    """A model with its weight in the mixture and its own central value, in the unit."""

    model: str
    weight: Decimal
    value: Decimal


@dataclass(frozen=True, slots=True)
class Forecast:
    """The figure expected at the due date, in the indicator's unit, to a hundredth of what is published (whole things
    whole).

    `low` to `high` holds it with a probability of 80 %. `probability` is that of the condition being met then,
    compared as published figures are: `meets_from` and `meets_to` are the ends between which a value rounds to one
    that meets it (None: no end). `points` published figures speak for the next `months`. `known` is the part already
    certain: the year-to-date sum, the elapsed months' part of the year's growth, the last level. `remarks` are codes
    of what to know beside it.
    """

    value: Decimal
    low: Decimal
    high: Decimal
    probability: Decimal
    points: int
    months: int
    known: Decimal
    meets_from: Decimal | None
    meets_to: Decimal | None
    models: tuple[Share, ...]
    remarks: tuple[str, ...] = ()


def forecast(facts: Facts, *, final: bool) -> Forecast | NoForecast:
    """The forecast of a target's figure, from the as-of view alone."""
    if final:
        return NoForecast("final")
    if facts.accepts is None:
        return NoForecast("not-assessable")
    if facts.kind is Kind.SHARE:
        return NoForecast("share")
    basis = basis_of(facts)
    if isinstance(basis, NoForecast):
        return basis
    series = basis.series
    if series.points < FEWEST:
        return NoForecast("too-few-points", series.points, series.months_ahead)
    if not series.ahead or series.months_ahead > FARTHEST:
        return NoForecast("too-far" if series.ahead else "complete", series.points, series.months_ahead)
    return _forecast(facts, facts.accepts, basis)


def _forecast(facts: Facts, accepts: Interval, basis: Basis) -> Forecast:
    seen = _seen(facts, basis)
    mixture, figure, places = seen.mixture, seen.figure, seen.places
    ends = on_grid(accepts, seen.unit)
    low, value, high = _interval(seen)
    return Forecast(
        value=value,
        low=low,
        high=high,
        probability=_chance(figure, *ends),
        points=basis.series.points,
        months=basis.series.months_ahead,
        known=_rounded(basis.known, places),
        meets_from=ends[0],
        meets_to=ends[1],
        models=tuple(
            Share(one.model, _rounded(weight, PLACES), _rounded(basis.known + one.distribution.mean, places))
            for one, weight in zip(seen.projections, mixture.weights, strict=True)
        ),
        remarks=() if basis.last is None or has_ends(basis.last) else ("open-bound",),
    )


def interval_at(facts: Facts, basis: Basis) -> tuple[Decimal, Decimal, Decimal]:
    """The lower end, the central value and the upper end of the figure a basis is of."""
    return _interval(_seen(facts, basis))


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the models see: each alone, mixed, and the figure; `unit` and `places` are what it is published and told
    to."""

    projections: Sequence[Projection]
    mixture: Mixture
    figure: Mixture
    unit: Decimal
    places: Decimal


def _seen(facts: Facts, basis: Basis) -> _Seen:
    series = basis.series
    stock = facts.kind is Kind.STOCK
    values = [after - before for before, after in pairwise(series.values)] if stock else series.values
    found = projections(facts.kind, values, basis.weights, series.season)
    mixture = mixed(found)
    unit = resolution((row.quantity.value for row in basis.rows), whole=facts.target.indicator.unit.whole)
    figure = _figure(mixture, basis, _loose(basis, facts.kind, float(unit)))
    return _Seen(found, mixture, figure, unit, unit if facts.target.indicator.unit.whole else unit / 100)


def _interval(seen: _Seen) -> tuple[Decimal, Decimal, Decimal]:
    ends = (seen.figure.quantile(LOW), seen.figure.mean, seen.figure.quantile(HIGH))
    low, value, high = (_rounded(end, seen.places) for end in ends)
    return low, value, high


def resolution(values: Iterable[Decimal], *, whole: bool) -> Decimal:
    """One unit of the last digit figures are published with: 0.1 for 4.5; never coarser than 1, and 1 for whole
    things."""
    places = [0] if whole else [int(value.as_tuple().exponent) for value in values]
    return Decimal(1).scaleb(min(0, *places))


def on_grid(accepts: Interval, unit: Decimal) -> tuple[Decimal | None, Decimal | None]:
    """The ends between which a value, rounded to `unit`, meets a condition: at least 4.5 from 4.45, more than 4.5 from
    4.55."""
    low, high = accepts.low, accepts.high
    start = end = None
    if low.value.is_finite():
        count = (low.value / unit).to_integral_value(ROUND_CEILING)
        first = count + (1 if low.tilt > 0 and count * unit == low.value else 0)
        start = first * unit - unit / 2
    if high.value.is_finite():
        count = (high.value / unit).to_integral_value(ROUND_FLOOR)
        last = count - (1 if high.tilt < 0 and count * unit == high.value else 0)
        end = last * unit + unit / 2
    return start, end


def _figure(mixture: Mixture, basis: Basis, loose: float) -> Mixture:
    """The distribution of the figure: what is known and what the models expect of the rest, with what they cannot see.

    Months without a reading of their own, filled in evenly, hide a part of the variance. A last figure known as an
    interval is as likely in each third of it.
    """
    hidden = math.sqrt(max(1.0, len(basis.series.values) / basis.series.points))
    places = _thirds(basis.last) if basis.last else [0.0]
    parts = [
        Student(one.mean, one.scale * hidden, one.df).moved(basis.known + place * basis.part, wider=loose)
        for place in places
        for one in mixture.parts
    ]
    return Mixture(parts, [weight / len(places) for _ in places for weight in mixture.weights])


def _thirds(quantity: Quantity) -> list[float]:
    """The middle of each third of an interval, as distances from the printed value."""
    if quantity.is_exact or not has_ends(quantity):
        return [0.0]
    low, high = float(quantity.interval.low.value), float(quantity.interval.high.value)
    return [low + (high - low) * sixth / 6 - float(quantity.value) for sixth in (1, 3, 5)]


def _loose(basis: Basis, kind: Kind, unit: float) -> float:
    """The error no model sees: rounding at both ends, and what published totals and their parts differ by."""
    variance = unit * unit / 12 * (1 + basis.part**2)
    if kind is not Kind.STOCK:
        variance += slippage(basis.rows, kind) * sum(weight * weight for weight in basis.weights)
    return math.sqrt(variance)


def _chance(figure: Mixture, start: Decimal | None, end: Decimal | None) -> Decimal:
    above = 0.0 if start is None else figure.cdf(float(start))
    below = 1.0 if end is None else figure.cdf(float(end))
    return min(max(_rounded(below - above, PLACES), PLACES), 1 - PLACES)


def _rounded(value: float, places: Decimal) -> Decimal:
    """A number of the machine as a decimal with no more digits than it is good for."""
    return Decimal(value).quantize(places, ROUND_HALF_EVEN, EXACT)

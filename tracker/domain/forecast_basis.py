"""What a forecast rests on: one publisher's figures as a series, and what of the figure to come is known already."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.domain.actual import usable
from tracker.domain.facts import Facts
from tracker.domain.indicator import Kind
from tracker.domain.observation import Observation
from tracker.domain.period import month_number
from tracker.domain.quantity import Quantity
from tracker.domain.steps import Series, flow_series, stock_series

FEWEST = 8
"""Published figures a forecast takes."""


@dataclass(frozen=True, slots=True)
class NoForecast:
    """Why there is none: `final`, `not-assessable`, `share`, `too-few-points`, `irregular`, `complete` or `too-far`,
    with how many published figures and months ahead there are."""

    reason: str
    points: int = 0
    months: int = 0


@dataclass(frozen=True, slots=True)
class Basis:
    """What a forecast rests on: the series, how much a unit of each step to come counts in the figure, and what of the
    figure is known already (`known`, from the published `last`, whose own uncertainty counts `part`)."""

    series: Series
    rows: Sequence[Observation]
    weights: Sequence[float]
    known: float = 0.0
    last: Quantity | None = None
    part: float = 1.0


def basis_of(facts: Facts) -> Basis | NoForecast:
    """What the forecast rests on; of several publishers the one the actual is from, else the first with figures."""
    indicator = facts.target.indicator
    publishers = indicator.publishers if facts.actual is None else (facts.actual.publisher,)
    until = [row for row in facts.view if row.period.stop <= facts.target.due and _is_number(row, facts)]
    for publisher in publishers:
        rows = usable([row for row in until if row.publisher == publisher], indicator, facts.target.area)
        if rows:
            return _stock_basis(facts, rows) if facts.kind is Kind.STOCK else _flow_basis(facts, rows)
    return NoForecast("too-few-points")


def _is_number(row: Observation, facts: Facts) -> bool:
    """Whether a figure can stand in a series: one with an open end only as the last."""
    return has_ends(row.quantity) or (facts.actual is not None and row in facts.actual.parts)


def _stock_basis(facts: Facts, rows: Sequence[Observation]) -> Basis | NoForecast:
    readings = [row for row in rows if row.period.is_day]
    series = stock_series(readings, facts.target.due)
    if series is None:
        return NoForecast("irregular" if len(readings) >= FEWEST else "too-few-points", len(readings))
    return Basis(series, readings, [1.0] * len(series.ahead), series.values[-1], readings[-1].quantity)


def _flow_basis(facts: Facts, rows: Sequence[Observation]) -> Basis | NoForecast:
    """The year to date as published, then months known since, then the months ahead; what lies before the span counts
    nothing."""
    span, actual = facts.target.span, facts.actual
    if not span.is_whole_months:
        return NoForecast("irregular", len(rows))
    series = flow_series(rows, facts.kind, facts.target.indicator.calendar, facts.target.due)
    if series is None:
        return NoForecast("too-few-points")
    weight = 1.0 if facts.kind is Kind.FLOW else 1 / span.month_count
    start, done = month_number(span.start), 0 if actual is None else actual.period.month_count
    since = range(start + done, series.last + 1)
    reached = actual is None or series.last >= start + done - 1
    if not reached or not all(month in series.by_month for month in since):
        return NoForecast("irregular", series.points)
    part = 1.0 if facts.kind is Kind.FLOW else done * weight
    known = sum(series.by_month[month] for month in since) * weight
    if actual is not None:
        known += float(actual.quantity.value) * part
    weights = [weight * sum(month >= start for month in months) for months in series.ahead]
    return Basis(series, rows, weights, known, actual.quantity if actual else None, part)


def has_ends(quantity: Quantity) -> bool:
    """Whether a number is known to lie within finite bounds."""
    return quantity.interval.low.value.is_finite() and quantity.interval.high.value.is_finite()

"""Growth still needed, months weighed by the levels of the base year (method page, 5).

A year's growth is the average of its months' weighed by last year's levels. Where the plan says what an indicator is
the growth of, and last year's figures of that flow are known, the part of last year's total that fell into the
elapsed months gives the weight.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tracker.domain.actual import cumulative
from tracker.domain.bilingual import Bilingual
from tracker.domain.facts import Facts
from tracker.domain.indicator import Indicator, Kind
from tracker.domain.observation import Observation, as_of_view
from tracker.domain.period import Period


@dataclass(frozen=True, slots=True)
class BaseLevels:
    """Last year's level over the months of the actual (`part`) and over the whole span, of one publisher."""

    indicator: str
    publisher: str
    elapsed: Period
    part: Decimal
    span: Period
    whole: Decimal


def elapsed_weight(facts: Facts, observations: Iterable[Observation]) -> Fraction | None:
    """The share of the base year's total in the months of the actual, from the levels among `observations`.

    They are those of one publisher, the first in the level's precedence whose figures suffice. None where the
    indicator is the growth of nothing, no publisher has the levels of both spans, or the total is not above zero.
    """
    found = base_levels(facts, observations)
    return None if found is None else Fraction(found.part) / Fraction(found.whole)


def base_levels(facts: Facts, observations: Iterable[Observation]) -> BaseLevels | None:
    """What the weight is worked out from; None as in `elapsed_weight`."""
    levels, area = facts.target.indicator.growth_of, facts.target.area
    if not levels or facts.actual is None:
        return None
    rows = [row for row in observations if row.indicator == levels and row.area == area]
    view = as_of_view(rows, facts.as_of)
    span, elapsed = (period.shifted(years=-1) for period in (facts.target.span, facts.actual.period))
    for publisher in facts.target.indicator.growth_from:
        flow = Indicator(levels, Bilingual(), Kind.FLOW, facts.target.indicator.unit, (publisher,))
        part, whole = (_sum(view, flow, area, period) for period in (elapsed, span))
        if part is not None and whole is not None and whole > 0:
            return BaseLevels(levels, publisher, elapsed, part, span, whole)
    return None


def _sum(view: Iterable[Observation], flow: Indicator, area: str, span: Period) -> Decimal | None:
    """What a flow came to over a span: its own figure, else its months."""
    within = [row for row in view if row.period.stop <= span.stop]
    readings = cumulative(within, flow, area, span)
    return readings[-1].quantity.value if readings and readings[-1].period == span else None


def weighted_need(goal: Decimal, actual: Decimal, weight: Fraction) -> Fraction | None:
    """Growth over the rest of the span: (T - w g) / (1 - w); None where nothing is left."""
    return (Fraction(goal) - weight * Fraction(actual)) / (1 - weight) if weight < 1 else None

"""Growth still needed, months weighed by the levels of the base year (method page, 6).

A year's growth is the average of its months' weighed by last year's levels. Where the plan says what an indicator is
the growth of, and last year's figures of that flow are known, the part of last year's total that fell into the
elapsed months gives the weight.
"""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from tracker.domain.actual import cumulative
from tracker.domain.bilingual import Bilingual
from tracker.domain.facts import Facts
from tracker.domain.indicator import Indicator, Kind
from tracker.domain.observation import Observation, as_of_view


def elapsed_weight(facts: Facts, observations: Iterable[Observation]) -> Fraction | None:
    """The share of the base year's total in the months of the actual, from the levels among `observations`.

    None where the indicator is the growth of nothing, the levels of either span are not known from one publisher, or
    the total is not above zero.
    """
    levels, area = facts.target.indicator.growth_of, facts.target.area
    if not levels or facts.actual is None:
        return None
    rows = [row for row in observations if row.indicator == levels and row.area == area]
    view = as_of_view(rows, facts.as_of)
    span, elapsed = (period.shifted(years=-1) for period in (facts.target.span, facts.actual.period))
    for publisher in sorted({row.publisher for row in view}):
        flow = Indicator(levels, Bilingual(), Kind.FLOW, facts.target.indicator.unit, (publisher,))
        sums = {reading.period: reading.quantity.value for reading in cumulative(view, flow, area, span)}
        if span in sums and elapsed in sums and sums[span] > 0:
            return Fraction(sums[elapsed]) / Fraction(sums[span])
    return None


def weighted_need(goal: Decimal, actual: Decimal, weight: Fraction) -> Fraction | None:
    """Growth over the rest of the span: (T - w g) / (1 - w); None where nothing is left."""
    return (Fraction(goal) - weight * Fraction(actual)) / (1 - weight) if weight < 1 else None

"""The way a forecast takes to its due date, for charts: the interval at steps to come, the last being the forecast.

Where the figure will stand at the end of a month on the way is worked out as the forecast is (`forecast`), as if the
target were due then: a flow's year to date, a stock's level, a growth rate's growth to date.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, localcontext

from tracker.domain.facts import Facts
from tracker.domain.forecast import FARTHEST, interval_at
from tracker.domain.forecast_basis import Basis, NoForecast, basis_of
from tracker.domain.indicator import Kind
from tracker.domain.period import Period, month_number
from tracker.domain.quantity import EXACT

MOST = 6
"""Places a fan is worked out at: each takes as long as a forecast, and between them it is drawn straight."""


@dataclass(frozen=True, slots=True)
class FanStep:
    """The figure expected for a day, and the ends of the interval that holds it four times in five."""

    day: date
    low: Decimal
    value: Decimal
    high: Decimal


def fan(facts: Facts) -> tuple[FanStep, ...]:
    """The steps of a target's forecast; none where nothing can be said of what is to come."""
    with localcontext(EXACT):
        basis = basis_of(facts)
        if isinstance(basis, NoForecast) or not basis.series.ahead or basis.series.months_ahead > FARTHEST:
            return ()
        return tuple(_steps(facts, basis))


def _steps(facts: Facts, basis: Basis) -> Iterator[FanStep]:
    start = month_number(facts.target.start)
    ahead = [count for count, months in enumerate(basis.series.ahead, 1) if months[-1] >= start]
    for count in _thinned(ahead):
        month = basis.series.ahead[count - 1][-1]
        low, value, high = interval_at(facts, _until(basis, facts, count, month - start + 1))
        yield FanStep(min(Period.month(month // 12, month % 12 + 1).stop, facts.target.due), low, value, high)


def _thinned(counts: list[int]) -> list[int]:
    """At most about so many as are worked out, evenly spread and with the last one."""
    apart = -(-len(counts) // MOST)
    return counts[::-1][::apart][::-1] if counts else []


def _until(basis: Basis, facts: Facts, count: int, months: int) -> Basis:
    """The basis of the figure after `count` steps, `months` into the span: of growth each month counts more then."""
    scale = facts.target.span.month_count / months if facts.kind is Kind.GROWTH else 1.0
    return replace(
        basis,
        series=replace(basis.series, ahead=basis.series.ahead[:count]),
        weights=[weight * scale for weight in basis.weights[:count]],
        known=basis.known * scale,
        part=basis.part * scale,
    )

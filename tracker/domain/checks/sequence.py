"""Warnings about a figure that its neighbours in time rule out: a stock that falls, a year to date that shrinks.

Both speak only where the bounds and the rounding of the two figures leave no doubt; 1.2万 after 12,668 does not fall.
"""

from collections.abc import Iterable
from decimal import Decimal
from itertools import islice, pairwise

from tracker.domain.checks.rule import Case, Data, rule
from tracker.domain.checks.words import rounding
from tracker.domain.indicator import Direction, Kind
from tracker.domain.observation import Observation
from tracker.domain.problems import Severity
from tracker.domain.quantity import EXACT

WARNING = Severity.WARNING
LOOK_BACK, LEAST_FALLS, OF_THE_CHANGES = 13, 2, 4
"""Readings that tell whether a stock goes up and down; so many falls, and one in so many changes, say that it does."""


@rule("stock-falls", WARNING, where="value", explains=("unlikely",))
def stock_falls(case: Case) -> Data | None:
    """A stock below its last reading, or above the next one: most only grow (5G base stations, enterprises on a list).

    Not for a stock that is meant to go down, nor for one that goes up and down (reserves, vehicles unsold).
    """
    figure, line = case.figure, case.line
    if case.kind is not Kind.STOCK or case.indicator.direction is Direction.DOWN or _comes_and_goes(case):
        return None
    return _fall(case, line.before(figure.period), line.after(figure.period))


@rule("ytd-below", WARNING, where="value", explains=("unlikely",))
def ytd_below(case: Case) -> Data | None:
    """A flow from the start of the year that is below the one to an earlier month, or above the one to a later.

    Not for flows that can be negative.
    """
    if case.kind is not Kind.FLOW:
        return None
    figure, line = case.figure, case.line
    if figure.quantity.value < 0:
        return None
    return _fall(case, line.shorter(figure.period), line.longer(figure.period))


def _comes_and_goes(case: Case) -> bool:
    """Whether a quarter of the last changes of a stock were falls, and two at least."""
    rows = [row for row in islice(case.line.before(case.figure.period), LOOK_BACK) if not row.is_outlook]
    falls = sum(_below(later, sooner) for later, sooner in pairwise(rows))
    return falls >= LEAST_FALLS and falls * OF_THE_CHANGES >= len(rows) - 1


def _fall(case: Case, earlier: Iterable[Observation], later: Iterable[Observation]) -> Data | None:
    """What falls: from the nearest actual before the figure to it, or from it to the nearest after."""
    figure = case.figure
    before, after = _first_actual(earlier), _first_actual(later)
    pairs = [(before, figure)] if figure.is_outlook else [(before, figure), (figure, after)]
    for high, low in pairs:
        if high is not None and low is not None and _below(low, high):
            return {
                "high": case.words(high.quantity),
                "high_period": high.period,
                "low": case.words(low.quantity),
                "low_period": low.period,
            }
    return None


def _first_actual(rows: Iterable[Observation]) -> Observation | None:
    return next((row for row in rows if not row.is_outlook), None)


def _below(low: Observation, high: Observation) -> bool:
    """Whether the true figure behind `low` must be below the one behind `high`.

    Figures rounded alike keep their order; otherwise the coarser may stand for anything within one of its units.
    """
    top, bottom = low.quantity.interval.high.value, high.quantity.interval.low.value
    units = rounding(low), rounding(high)
    slack = Decimal(0) if units[0] == units[1] else max(units)
    return top < bottom and EXACT.add(top, slack) <= bottom


RULES = (stock_falls, ytd_below)

"""A warning about growth and levels that tell different stories."""

from collections.abc import Mapping
from decimal import Decimal

from tracker.domain.checks.history import History
from tracker.domain.checks.pace import YEAR, months_of, place_of
from tracker.domain.checks.rule import Case, Data, rule
from tracker.domain.indicator import Indicator, Kind
from tracker.domain.observation import Observation
from tracker.domain.problems import Severity
from tracker.domain.quantity import EXACT

GROWTH_SUFFIX = "-growth"
ROOM = Decimal(10)
"""Percentage points that published growth may differ by from the ratio of the levels: bases are revised."""
PART = Decimal("0.25")
"""And this part of the growth, which a revised base moves the more the larger it is."""


def relations(indicators: Mapping[str, Indicator]) -> dict[str, str]:
    """The level of each growth and the growth of each level, by code, as far as the plan tells."""
    found: dict[str, str] = {}
    for one in indicators.values():
        if one.kind is not Kind.GROWTH:
            continue
        level = indicators.get(one.growth_of or one.code.removesuffix(GROWTH_SUFFIX))
        if level is not None and level.is_level:
            found[one.code] = level.code
            found.setdefault(level.code, one.code)
    return found


@rule("growth-differs", Severity.WARNING, where="value", explains=("unlikely",))
def growth_differs(case: Case) -> Data | None:
    """Growth far from the ratio of the levels where both are known: the base may be revised, but hardly by so much.

    Looked at where the plan says which level an indicator is the growth of (`growth-of`), or their codes do
    (vehicle-sales-growth of vehicle-sales).
    """
    figure, other = case.figure, case.related
    if other is None or not figure.quantity.is_exact:
        return None
    told: Observation | None = figure
    if case.kind is Kind.GROWTH:
        ratio = implied_growth(case)
    else:
        told, ratio = _reading(other, figure), _growth(figure, _reading(case.history, figure, years=1))
    if told is None or ratio is None or abs(ratio - told.quantity.value) <= room(ratio):
        return None
    return {"growth": f"{told.quantity.value}%", "ratio": f"{ratio:.1f}%", "period": figure.period}


def implied_growth(case: Case) -> Decimal | None:
    """The growth of the levels, in per cent, for a figure that is their growth; None where one of them is missing."""
    if case.kind is not Kind.GROWTH or case.related is None:
        return None
    return _growth(_reading(case.related, case.figure), _reading(case.related, case.figure, years=1))


def room(growth: Decimal) -> Decimal:
    """How far published growth may be from that of the levels, in percentage points."""
    return ROOM + PART * abs(growth)


def _growth(now: Observation | None, base: Observation | None) -> Decimal | None:
    if now is None or base is None or base.quantity.value <= 0:
        return None
    return EXACT.multiply(EXACT.divide(now.quantity.value, base.quantity.value) - 1, Decimal(100))


def _reading(history: History, figure: Observation, years: int = 0) -> Observation | None:
    """The exact reading of the figure's period, or of the same one so many years earlier, of whoever published it."""
    first, last = months_of(figure.period)
    at = place_of((first - years * YEAR, last - years * YEAR))
    rows = (line.in_force(at) for line in history.like(figure.publisher, differs=figure.differs))
    return next((row for row in rows if row is not None and not row.is_outlook and row.quantity.is_exact), None)


RULES = (growth_differs,)

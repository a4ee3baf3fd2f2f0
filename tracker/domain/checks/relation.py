"""A warning about growth and levels that tell different stories."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import islice

from tracker.domain.checks.history import History
from tracker.domain.checks.pace import place_of, to_date
from tracker.domain.checks.peers import median, own_first
from tracker.domain.checks.rule import Case, Data, rule
from tracker.domain.indicator import Indicator, Kind
from tracker.domain.observation import Observation
from tracker.domain.problems import Severity
from tracker.domain.quantity import EXACT
from tracker.domain.rhythm import YEAR, Months, months_of

GROWTH_SUFFIX = "-growth"
ROOM = Decimal(10)
"""Percentage points that published growth may differ by from the ratio of the levels: bases are revised."""
PART = Decimal("0.25")
"""And this part of the growth, which a revised base moves the more the larger it is."""
LEAST_SLIP = Decimal(2)
"""Growth this near to the ratio of the levels is never taken for a slip, in percentage points."""
FAR_BETTER, WIDER = 8, 3.0
"""A slip undone must bring growth so many times nearer to the levels, and be so many times what they usually differ."""
UNDONE = (Decimal(-1), Decimal("0.1"), Decimal(10), Decimal("0.01"), Decimal(100))
"""What undoes a slip of the sign, of one decimal place or of two."""


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


@rule("growth-differs", Severity.WARNING, where="value", explains=("unlikely", "growth-steps"))
def growth_differs(case: Case) -> Data | None:
    """Growth far from the ratio of the levels where both are known: the base may be revised, but hardly by so much.

    Also growth less far from it, where with the other sign, with its decimal point moved or for the other span (the
    month for the year to date and the reverse) it would fit far better, and growth has not differed so much before.

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
    if told is None or ratio is None:
        return None
    if abs(ratio - told.quantity.value) <= room(ratio) and not (told is figure and _slipped(case, other, ratio)):
        return None
    return {"growth": f"{told.quantity.value}%", "ratio": f"{ratio:.1f}%", "period": figure.period}


def implied_growth(case: Case) -> Decimal | None:
    """The growth of the levels, in per cent, for a figure that is their growth; None where one of them is missing."""
    if case.kind is not Kind.GROWTH or case.related is None:
        return None
    return _ratio(case.related, case.figure)


def room(growth: Decimal) -> Decimal:
    """How far published growth may be from that of the levels, in percentage points."""
    return ROOM + PART * abs(growth)


def _slipped(case: Case, levels: History, ratio: Decimal) -> bool:
    """Whether growth that could be true fits the levels far better with a usual slip undone."""
    value = case.figure.quantity.value
    off = abs(value - ratio)
    if off < LEAST_SLIP:
        return False
    other = _ratio(levels, case.figure, _other_span(case.figure))
    nearest = min(abs(value * factor - ratio) for factor in UNDONE)
    nearest = nearest if other is None else min(nearest, abs(value - other))
    return nearest * FAR_BETTER <= off and WIDER * _usual_difference(case, levels) <= off


def _other_span(figure: Observation) -> Months:
    """The last month of a year to date, or the year to date of a month; anything else stays what it is."""
    first, last = months_of(figure.period)
    return to_date(last) if first == last else (last, last) if first % YEAR == 0 else (first, last)


def _usual_difference(case: Case, levels: History) -> float:
    """How much growth and the ratio of the levels differed in the year before; 0 where nobody knows."""
    rows = islice(case.line.before(case.figure.period, own_first(case.figure.period)[0]), YEAR)
    pairs = ((row, _ratio(levels, row)) for row in rows)
    differences = [abs(float(row.quantity.value - ratio)) for row, ratio in pairs if ratio is not None]
    return median(differences) if differences else 0.0


def _ratio(levels: History, figure: Observation, months: Months | None = None) -> Decimal | None:
    """The growth of the levels over the figure's months, or over others."""
    return _growth(_reading(levels, figure, months), _reading(levels, figure, months, years=1))


def _growth(now: Observation | None, base: Observation | None) -> Decimal | None:
    if now is None or base is None or base.quantity.value <= 0:
        return None
    return EXACT.multiply(EXACT.divide(now.quantity.value, base.quantity.value) - 1, Decimal(100))


def _reading(history: History, figure: Observation, months: Months | None = None, years: int = 0) -> Observation | None:
    """The exact reading of the figure's months, or of the same ones so many years earlier, of whoever published it."""
    first, last = months or months_of(figure.period)
    at = place_of((first - years * YEAR, last - years * YEAR))
    rows = (line.in_force(at) for line in history.like(figure.publisher, differs=figure.differs))
    return next((row for row in rows if row is not None and not row.is_outlook and row.quantity.is_exact), None)


RULES = (growth_differs,)

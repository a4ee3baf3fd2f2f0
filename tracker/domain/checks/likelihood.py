"""What a figure is likely to be, from what is known around it, and a warning about one that lies outside.

Each kind is judged by what stays alike in it: a stock by its changes, a flow by the months beside it and the same month
of last year, growth and shares by their level. The ranges are wide on purpose. They were set on real series
(`tests/domain`), so that hardly any true figure falls outside and a figure five times too large or too small does.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from itertools import islice, pairwise

from tracker.domain.bilingual import Bilingual
from tracker.domain.checks.growth import likely_growth, steps
from tracker.domain.checks.history import Line
from tracker.domain.checks.pace import Paces
from tracker.domain.checks.peers import deviation, median, nearest
from tracker.domain.checks.relation import implied_growth, room
from tracker.domain.checks.rule import Case, Data, rule
from tracker.domain.indicator import Kind
from tracker.domain.observation import Observation
from tracker.domain.problems import Severity
from tracker.domain.quantity import EXACT
from tracker.domain.rhythm import YEAR, months_of

FACTORS = (4.0, 3.0, 2.3)
"""How far beyond the known paces a month may be, where one, two, or more of them are known."""
MANY, LEAST_FACTOR, FLOW_SPREADS = 8, 1.8, 3.0
"""Changes from month to month that say how steady a flow is; then a month may be beyond the nearest paces by so many of
their robust standard deviations, on a scale of powers, and never by less than the factor."""
YEAR_FACTORS, YEAR_SPREADS = (1.4, 1.25), 1.5
"""The same below and above the paces of two years, where a year of them is known; bad months are deeper than good ones
are high (April 2022)."""
STOCK_FACTOR = 2.2
"""How far a stock may move in a year, while little is known of its changes."""
CHANGES, SPREADS, LEAST_CHANGE = 4, 5.0, 0.1
"""Changes needed to judge a stock by them; robust standard deviations they may differ by; part of the stock that any
change may be."""
LEAST_LEVELS = 3
LEAST_ROOM = 3.0
"""Percentage points beyond the known levels of a share that are never unusual."""
SHARE_SPREAD = 4.0
"""Room by the spread of the known levels: as much again, and more where few are known."""
SHARE_FACTOR = 2.5
"""A share is never so many times smaller than all that is known of it; nor larger, while little is known."""
SHOWN_DIGITS = 3
MONTH_DAYS, YEAR_DAYS = 30.44, 365.25


@dataclass(frozen=True, slots=True)
class Likely:
    """What is likely: from `low` to `high`, in the indicator's unit.

    `vague`: so little is known that the range only tells what hardly can be; nobody wants to read it.
    """

    low: float
    high: float
    vague: bool = False

    def words(self, case: Case) -> tuple[Bilingual, Bilingual]:
        """Both ends to three digits, rounded inwards: what lies outside never reads as if it did not."""
        whole = case.indicator.unit.whole
        low, high = sorted(
            (_rounded(self.low, ROUND_CEILING, whole=whole), _rounded(self.high, ROUND_FLOOR, whole=whole))
        )
        return case.words(low), case.words(high)


SHARE_ALONE = Likely(0.0, 400.0, vague=True)
"""Of a share of which nothing is known: some are of something smaller (debt of the gross domestic product)."""


@rule("unlikely", Severity.WARNING, where="value")
def unlikely(case: Case) -> Data | None:
    """A figure far from what the figures around it make likely.

    A stock: by its changes so far. A flow: by the months beside it and the same month of last year, a year to date by
    what it adds to the one before. Growth: by the ratio of the levels where they are known. Else growth and shares: by
    their levels of a year.
    """
    expected = likely(case)
    value = float(case.figure.quantity.value)
    if expected is None or expected.low <= value <= expected.high:
        return None
    low, high = expected.words(case)
    return {"value": case.words(case.figure.quantity), "low": low, "high": high}


def likely(case: Case) -> Likely | None:
    """What `case` would not be warned about; None where too little is known."""
    told = implied_growth(case)
    if told is not None:
        return Likely(float(told - room(told)), float(told + room(told)))
    match case.kind:
        case Kind.FLOW:
            return _flow(case)
        case Kind.STOCK:
            return _stock(case)
        case _:
            return _level(case)


def _flow(case: Case) -> Likely | None:
    """The year to date before, if there is one, and as many months as are to be added at a likely pace."""
    months = months_of(case.figure.period)
    for line in case.history.lines(case.figure.series):
        paces = Paces(line, months)
        start, base = paces.known_part(months)
        known = paces.around((start, months[1]))
        older = _older_vintage(line, case.figure)
        if older is not None and float(older) > base:
            known.append((float(older) - base) / (months[1] - start + 1))
        if known:
            low, high = _paces(known, paces.months((start, months[1])))
            count = months[1] - start + 1
            return Likely(base + low * count, base + high * count)
    return None


def _paces(known: list[float], around: Mapping[int, float]) -> tuple[float, float]:
    """The likely paces by the nearest ones (`known`), narrowed by the months `around` where these are many."""
    widest = FACTORS[min(len(known), len(FACTORS)) - 1]
    changes = [math.log(around[month + 1] / pace) for month, pace in around.items() if month + 1 in around]
    if len(known) < len(FACTORS) or len(changes) < MANY:
        return min(known) / widest, max(known) * widest
    spread = deviation(changes)
    factor = min(widest, max(LEAST_FACTOR, math.exp(FLOW_SPREADS * spread)))
    low, high = min(known) / factor, max(known) * factor
    if len(around) < YEAR:
        return low, high
    below, above = (max(least, math.exp(YEAR_SPREADS * spread)) for least in YEAR_FACTORS)
    every = [*known, *around.values()]
    return max(low, min(every) / below), min(high, max(every) * above)


def _older_vintage(line: Line, figure: Observation) -> Decimal | None:
    """What an earlier publication said of the same period."""
    for row in reversed(line.vintages(figure.period)):
        if row.published_on < figure.published_on and not row.is_outlook:
            return row.quantity.value
    return None


def _stock(case: Case) -> Likely | None:
    """The nearest reading, and the room its series' changes leave until the day of the figure."""
    figure = case.figure
    known = [row for row in islice(case.line.before(figure.period), YEAR) if not row.is_outlook]
    if not known:
        known = [row for row in islice(nearest(case), 1) if not row.is_outlook]
    if not known or known[0].quantity.value <= 0:
        return None
    last = float(known[0].quantity.value)
    days = abs((figure.period.stop - known[0].period.stop).days)
    changes = _monthly_changes(known)
    if sum(change != 0 for change in changes) < CHANGES:
        factor = STOCK_FACTOR ** max(1.0, days / YEAR_DAYS)
        return Likely(last / factor, last * factor)
    middle = median(changes)
    spread = max(deviation(changes, middle), abs(middle) / 2)
    months, least = max(1.0, days / MONTH_DAYS), LEAST_CHANGE * last
    low, high = (middle - SPREADS * spread) * months, (middle + SPREADS * spread) * months
    return Likely(last + min(low, -least), last + max(high, least))


def _monthly_changes(rows: Sequence[Observation]) -> list[float]:
    """The changes between readings, the latest first, a month."""
    return [
        float(later.quantity.value - sooner.quantity.value) / (later.period.stop - sooner.period.stop).days * MONTH_DAYS
        for later, sooner in pairwise(rows)
        if later.period.stop > sooner.period.stop
    ]


def _level(case: Case) -> Likely | None:
    """The levels of a year, with as much room again on both sides."""
    if case.kind is Kind.GROWTH:
        return Likely(*likely_growth(case), vague=len(steps(case)) < LEAST_LEVELS)
    known = [float(row.quantity.value) for row in islice(nearest(case), YEAR)]
    if not known:
        return SHARE_ALONE
    low, high = min(known), max(known)
    few = (SHARE_FACTOR - 1) * abs(high) if len(known) < LEAST_LEVELS else 0.0
    room = max(LEAST_ROOM, (high - low) * (1 + SHARE_SPREAD / len(known)), few)
    least = max(low - room, low / SHARE_FACTOR) if low > 0 else low - room
    return Likely(least, high + room, vague=len(known) < LEAST_LEVELS)


def _rounded(value: float, rounding: str, *, whole: bool) -> Decimal:
    number = Context(SHOWN_DIGITS, rounding).create_decimal_from_float(value)
    if whole and number != number.to_integral_value():
        number = number.to_integral_value(rounding)
    large = abs(number) >= Decimal(10) ** (SHOWN_DIGITS - 1)
    return number.quantize(Decimal(1), context=EXACT) if large else number.normalize(EXACT)


RULES = (unlikely,)

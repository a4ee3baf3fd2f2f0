"""Warnings about the size and the sign of a figure against its series.

Both compare two explanations: the figure as entered, and the figure with the slip undone. They warn only when the
second fits the known readings far better, so that a true figure out of the ordinary passes.
"""

import math
from decimal import Decimal
from itertools import islice

from tracker.domain.bilingual import Bilingual
from tracker.domain.checks.growth import likely_growth, step, steps
from tracker.domain.checks.peers import deviation, median, nearest, published_before
from tracker.domain.checks.relation import implied_growth
from tracker.domain.checks.rule import Case, Data, rule
from tracker.domain.checks.words import decimals
from tracker.domain.indicator import Kind
from tracker.domain.observation import Observation
from tracker.domain.problems import Severity
from tracker.domain.quantity import EXACT
from tracker.domain.rhythm import YEAR

WARNING = Severity.WARNING
SHIFTS = (2, -2, 4, -4, 8, -8)
"""Powers of ten of the slips that are made: per cent for fraction, 万 and 亿 left out or read twice."""
GROWTH_SHIFTS = (1, *SHIFTS)
"""Of growth, the decimal point too: 0.56 for 5.6."""
FAR_BETTER = 4
"""The slip undone must bring a figure this many times nearer to its neighbours, on a scale of powers of ten."""
NEAREST = 3
GROWTH_PLACES = 1
"""Decimal places growth is published with; more of them are the mark of a fraction."""
LARGE_GROWTH = 50
"""No growth below this many per cent is taken for one a hundred times too large."""
FAR, NEAR = 3.0, 1.5
FAR_AMONG_FEW, NEAR_AMONG_FEW = 8.0, 1.0
"""Distances in robust standard deviations: out of the series and well within it, and the same when it is short."""
FEW = 4
TOO_SMALL, TOO_LARGE = Bilingual("偏小", "small"), Bilingual("偏大", "large")
UNUSUAL = ("unlikely", "months-differ", "month-as-to-date", "to-date-as-month", "growth-differs", "growth-steps")
"""Findings that a wrong size or sign brings with it."""
LEAST_SPREAD = 0.1
"""A series is never taken to vary by less than this part of its typical size."""


@rule("slip", WARNING, where="value", explains=("stock-falls", "ytd-below", "sign", "fraction", *UNUSUAL))
def slip(case: Case) -> Data | None:
    """A figure 100, 10,000 or 100,000,000 times too large or too small: the commonest entry error.

    Growth also ten times too small: 0.56 for 5.6. Flows are compared per month. Growth may truly be small or large, so
    a fraction must also show in its decimal places, and a multiple must be beyond anything known.
    """
    size = _size(case.figure, case.kind)
    peers = list(islice(nearest(case), NEAREST))
    sizes = [known for peer in peers if (known := _size(peer, case.kind)) is not None]
    if size is None or not sizes:
        return None
    off = size - median(sizes)
    shifts = GROWTH_SHIFTS if case.kind is Kind.GROWTH else SHIFTS
    shift = min(shifts, key=lambda power: abs(off + power))
    if abs(off + shift) * FAR_BETTER > abs(off):
        return None
    if case.kind is Kind.GROWTH and not _impossible_growth(case, shift):
        return None
    meant = case.figure.quantity.value.scaleb(shift).normalize(EXACT)
    return {
        "value": case.words(case.figure.quantity),
        "meant": case.words(meant),
        "other": case.words(peers[0].quantity),
        "period": peers[0].period,
        "factor": str(10 ** abs(shift)),
        "size": TOO_SMALL if shift > 0 else TOO_LARGE,
    }


def _impossible_growth(case: Case, shift: int) -> bool:
    """Whether growth is written as no growth of the last year was, or is far beyond all of them."""
    value = case.figure.quantity.value
    known = [peer.quantity.value for peer in islice(nearest(case), YEAR)]
    if shift > 0:
        return decimals(value) > max(GROWTH_PLACES, max(map(decimals, known)))
    return abs(value) > max(Decimal(LARGE_GROWTH), 10 * max(map(abs, known)))


def _size(row: Observation, kind: Kind) -> float | None:
    """The power of ten of a figure, of a flow per month; None for zero."""
    value = abs(row.quantity.value)
    if value == 0:
        return None
    months = row.period.month_count if kind is Kind.FLOW else 1
    return math.log10(value) - math.log10(months)


@rule("sign", WARNING, where="value", explains=UNUSUAL)
def sign(case: Case) -> Data | None:
    """A figure of the other sign than its series, that would fit it with its sign changed.

    Growth crosses zero in earnest: the nearest readings must all have the other sign, the figure must lie far outside
    the spread of a year and its opposite well within. For other kinds a sign unseen in a year of readings is enough.
    """
    value = case.figure.quantity.value
    peers = list(islice(published_before(case) if case.kind is Kind.GROWTH else nearest(case), YEAR))
    if not peers or any(row.quantity.value * value >= 0 for row in peers[:NEAREST]):
        return None
    if case.kind is Kind.GROWTH:
        wrong = implied_growth(case) is None and _growth_turned(case)
    else:
        wrong = all(row.quantity.value * value < 0 for row in peers)
    if not wrong:
        return None
    return {
        "value": case.words(case.figure.quantity),
        "meant": case.words(-value),
        "other": case.words(peers[0].quantity),
        "period": peers[0].period,
    }


def _growth_turned(case: Case) -> bool:
    """Whether growth does not fit that of the months before, and would with the other sign."""
    known, value = steps(case), float(case.figure.quantity.value)
    added = step(case.line, case.figure)
    if any(one * added >= 0 for one in known[:NEAREST]) or not _is_far(added, known):
        return False
    if added == value or len(known) < NEAREST:
        return _is_near(step(case.line, case.figure, -value), known)
    low, high = likely_growth(case)
    return low <= -value <= high


def _is_far(value: float, known: list[float]) -> bool:
    middle, spread = _middle_and_spread(known)
    return abs(value - middle) >= (FAR if len(known) >= FEW else FAR_AMONG_FEW) * spread


def _is_near(value: float, known: list[float]) -> bool:
    middle, spread = _middle_and_spread(known)
    return abs(value - middle) <= (NEAR if len(known) >= FEW else NEAR_AMONG_FEW) * spread


def _middle_and_spread(known: list[float]) -> tuple[float, float]:
    middle = median(known)
    return middle, max(deviation(known, middle), LEAST_SPREAD * abs(middle))


RULES = (slip, sign)

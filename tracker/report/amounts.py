"""Numbers the tool worked out, as a report prints them: exact in the data, in words no finer than a reader needs."""

from decimal import ROUND_HALF_EVEN, ROUND_UP, Decimal

from tracker.domain.bilingual import Bilingual
from tracker.domain.indicator import POINTS, Unit
from tracker.domain.quantity import EXACT, Bound
from tracker.domain.rounding import rounded
from tracker.domain.wording.units import is_rate, split_scale
from tracker.report.document import Amount
from tracker.report.phrases import amount, both

MIRROR = {
    Bound.MORE_THAN: Bound.LESS_THAN,
    Bound.AT_LEAST: Bound.AT_MOST,
    Bound.LESS_THAN: Bound.MORE_THAN,
    Bound.AT_MOST: Bound.AT_LEAST,
}
"""The bound of a number's opposite."""
_STEPS = ((12, 10), (8, 6), (6, 3), (4, 2))
"""From 10^a on a number is printed in steps of 10^b: 73.31万 and 862.5万, never 733,137."""
_TENTH, _HUNDREDTH = Decimal("0.1"), Decimal("0.01")


def points_unit(unit: Unit) -> Unit:
    """What a difference of two such values is counted in."""
    return POINTS if unit.is_percent else unit


def worked_out(
    value: Decimal, unit: Unit, *, signed: bool = False, enough: bool = False, rough: bool = False
) -> Amount:
    """A computed number: four decimals in the data; in words whole things whole, large ones in 万 or millions.

    `enough`: it is what something takes, and so is never rounded down. `rough`: rates to one decimal, as forecasts are.
    """
    exact = Decimal(rounded(value))
    step = _TENTH if rough and is_rate(unit) else _step(value, unit)
    shown = EXACT.divide(value, step).quantize(Decimal(1), ROUND_UP if enough else ROUND_HALF_EVEN, EXACT) * step
    shown = _trimmed(shown, places=1 if unit == POINTS or step == _TENTH else 0)
    words = amount(abs(shown) if shown == 0 else shown, unit).text
    sign = "+" if signed and shown > 0 else ""
    return Amount(exact, Bilingual(f"{sign}{words.zh}", f"{sign}{words.en}"))


def bounded(found: Amount, bound: Bound) -> Amount:
    """An amount that is only a bound, in words that say so and in place of a plus: 至少4,329家."""
    if bound is Bound.EXACTLY:
        return found
    size = Bilingual(found.text.zh.removeprefix("+"), found.text.en.removeprefix("+"))
    return Amount(found.value, both(f"report.bound-{bound}", value=size))


def _step(value: Decimal, unit: Unit) -> Decimal:
    """What a number is printed in multiples of; units with a scale of their own keep a decimal: 766.7万辆."""
    if not is_rate(unit):
        for power, step in ((2, -1),) if split_scale(unit.zh)[0] else _STEPS:
            if abs(value) >= Decimal(10) ** power:
                return Decimal(10) ** step
    if not unit.whole and 0 < abs(value) < _HUNDREDTH:
        return Decimal(1).scaleb(value.adjusted() - 1)
    return Decimal(1) if unit.whole else _HUNDREDTH


def _trimmed(number: Decimal, places: int) -> Decimal:
    """Without trailing zeros behind the point, but with at least so many places."""
    short = number.normalize(EXACT)
    exponent = short.as_tuple().exponent
    kept = max(places, -exponent if isinstance(exponent, int) else 0)
    return short.quantize(Decimal(1).scaleb(-kept), context=EXACT)

"""Numbers as a workbook keeps them: the value itself, in a number format that shows it with its unit."""

import re
from decimal import ROUND_HALF_UP, Decimal

from tracker.domain.quantity import EXACT
from tracker.report.blocks import Cell

_SHOWN = re.compile(r"([+-]?)([\d,]+(?:\.\d+)?)(.*)", re.DOTALL)
_SCALED = re.compile(r"(万亿|亿|万| ?(?:thousand|million|billion|trillion)(?= ))")
_POWERS = {"万": 4, "亿": 8, "万亿": 12, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_CHINESE = {power: word for word, power in _POWERS.items() if not word.isascii()}
_MOST_POWER = 12

MOST_UNIT = 60
"""Letters of a unit in a number format, which holds 255 in all."""


def as_number(value: Decimal) -> float | None:
    """The value as a spreadsheet keeps it; None for one with more digits than that holds."""
    number = float(value)
    return number if Decimal(repr(number)) == value else None


def shown_as(cell: Cell) -> tuple[float, str] | None:
    """The cell's number with the number format that shows it as the cell's text does, if it can be shown so.

    A text in words (下降6.9%), or one whose number is not the value, stays text.
    """
    found = _SHOWN.fullmatch(cell.text)
    number = None if cell.value is None else as_number(cell.value)
    if cell.value is None or number is None or found is None:
        return None
    sign, digits, unit = found.groups()
    printed, places = Decimal(sign + digits.replace(",", "")), len(digits.partition(".")[2])
    if unit.startswith("%") and _near(printed, share := cell.value * 100, places) and printed != cell.value:
        return number, _format(_places(printed, share, places), "", sign) + "%"
    if _near(printed, cell.value, places):
        return number, _format(_places(printed, cell.value, places), unit, sign)
    return _unscaled(cell.value, printed, places, unit, sign)


def _unscaled(value: Decimal, printed: Decimal, places: int, unit: str, sign: str) -> tuple[float, str] | None:
    """A number that the text writes with another scale than its unit has: 2.94 million vehicles for 2,940,000 vehicles,
    7.034 million vehicles for 703.4 of 10,000 vehicles.

    Chinese keeps the unit's own scale (万辆), where it has a word; English has the number without any. Decimals finer
    than what is printed are kept and not shown: 755,667 for 75.57万, whatever was worked out behind it.
    """
    scale = _SCALED.match(unit)
    power, core = (_POWERS[scale[1].strip()], unit[scale.end() :]) if scale else (0, unit)
    own = next((n for n in range(_MOST_POWER + 1) if _same(printed, value.scaleb(n - power, EXACT), places)), None)
    if own is None:
        return None
    word = _CHINESE.get(own)
    if own and scale and not scale[1].isascii():
        number = None if word is None else as_number(value)
        return (
            None
            if number is None
            else (number, _format(min(_exact(value), max(0, places - power + own)), f"{word}{core}", sign))
        )
    whole = value.scaleb(own, EXACT)
    number = as_number(whole)
    return None if number is None else (number, _format(min(_exact(whole), max(0, places - power)), core, sign))


def plain_format(value: Decimal) -> str:
    """A number format that keeps the value's decimals."""
    return _format(_exact(value, keep_zeros=True), "")


def _near(printed: Decimal, value: Decimal, places: int) -> bool:
    return abs(printed - value) < Decimal(1).scaleb(-places)


def _same(printed: Decimal, value: Decimal, places: int) -> bool:
    """Near, and of the same power of ten: 1 (million) is not the rounded 0.01."""
    return _near(printed, value, places) and 2 * abs(printed - value) < abs(printed)


def _places(printed: Decimal, value: Decimal, places: int) -> int:
    """As many decimals as are printed, unless a spreadsheet would round to something else: then all there are."""
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, EXACT)
    return places if rounded == printed else _exact(value)


def _exact(value: Decimal, *, keep_zeros: bool = False) -> int:
    """How many decimals the value has."""
    exponent = (value if keep_zeros else value.normalize(EXACT)).as_tuple().exponent
    return max(0, -int(exponent))


def _format(places: int, unit: str, sign: str = "") -> str:
    digits = "#,##0" + ("." + "0" * places if places else "")
    quoted = '"' + unit.replace('"', "")[:MOST_UNIT] + '"' if unit else ""
    return f"+{digits}{quoted};-{digits}{quoted}" if sign == "+" else f"{digits}{quoted}"

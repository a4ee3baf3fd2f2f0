"""Writing quantities so that a person likes to read them and `parse_quantity` reads them back.

No digit is ever rounded away: Chinese takes 万 or 亿, English million, billion or trillion, only where
the rest stays short (9.8万家, 6.5 million vehicles), otherwise thousands are grouped (8,997家); in front of 万 and 亿
they are not (2700万辆). The minus sign is the one on the keyboard, so that what is printed can be searched for and
typed again.
"""

from decimal import Decimal

from tracker.domain.bilingual import Lang
from tracker.domain.indicator import Unit
from tracker.domain.quantity import EXACT, Bound, Quantity
from tracker.domain.wording.units import is_rate, singular, split_scale

_CHINESE_SCALES = ((12, "万亿", 4), (8, "亿", 4), (4, "万", 2))
_ENGLISH_SCALES = ((12, " trillion", 4), (9, " billion", 4), (6, " million", 3))
"""Powers of ten with their words and the most decimals a number may have in front of them."""

_CHINESE = {
    Bound.EXACTLY: "{}",
    Bound.MORE_THAN: "超过{}",
    Bound.AT_LEAST: "{}以上",
    Bound.LESS_THAN: "不足{}",
    Bound.AT_MOST: "不超过{}",
    Bound.NEARLY: "近{}",
    Bound.ABOUT: "{}左右",
}
_CHINESE_RATES = _CHINESE | {Bound.LESS_THAN: "低于{}"}
_CHINESE_NEGATIVE = _CHINESE_RATES | {Bound.MORE_THAN: "高于{}", Bound.AT_LEAST: "不低于{}"}
_CHINESE_FALLS = {
    Bound.LESS_THAN: "下降超过{}",
    Bound.AT_MOST: "下降{}以上",
    Bound.NEARLY: "下降近{}",
    Bound.ABOUT: "下降{}左右",
}
_ENGLISH = {
    Bound.EXACTLY: "{}",
    Bound.MORE_THAN: "more than {}",
    Bound.AT_LEAST: "at least {}",
    Bound.LESS_THAN: "less than {}",
    Bound.AT_MOST: "at most {}",
    Bound.NEARLY: "nearly {}",
    Bound.ABOUT: "about {}",
}
_ENGLISH_FALLS = {
    Bound.LESS_THAN: "down more than {}",
    Bound.AT_MOST: "down at least {}",
    Bound.NEARLY: "down nearly {}",
    Bound.ABOUT: "down about {}",
}


def quantity_text(q: Quantity, unit: Unit, lang: Lang) -> str:
    """The quantity in words: 超过9.8万家 or more than 98,000 enterprises, 下降超过10% or down more than 10%."""
    falls = _CHINESE_FALLS if lang == "zh" else _ENGLISH_FALLS
    if q.value < 0 and q.bound in falls and is_rate(unit):
        return falls[q.bound].format(number_text(q.value.copy_abs(), unit, lang))
    return _bound_words(q, unit, lang).format(number_text(q.value, unit, lang))


def _bound_words(q: Quantity, unit: Unit, lang: Lang) -> str:
    if lang == "en":
        return _ENGLISH[q.bound]
    if q.value < 0:
        return _CHINESE_NEGATIVE[q.bound]
    return (_CHINESE_RATES if is_rate(unit) else _CHINESE)[q.bound]


def number_text(value: Decimal, unit: Unit, lang: Lang) -> str:
    """The number with its unit, if it has a name, and every digit: 9.8万家 or 98,000 enterprises."""
    return _chinese(value, unit) if lang == "zh" else _english(value, unit)


def _chinese(value: Decimal, unit: Unit) -> str:
    own, core = split_scale(unit.zh)
    short = None if is_rate(unit) or _decimals(value) else _shortened(value, own, _CHINESE_SCALES)
    if short is None:
        return f"{plain_number(value) if own else grouped(value)}{unit.zh}"
    number, scale = short
    return f"{plain_number(number)}{scale}{core}"


def _english(value: Decimal, unit: Unit) -> str:
    """English has no 万 or 亿: a unit that contains one is spelled out (1.0056 trillion yuan)."""
    if is_rate(unit):
        return f"{grouped(value)}{'' if unit.is_percent else ' '}{unit.en}"
    own, _ = split_scale(unit.zh)
    _, core = split_scale(unit.en)
    total = value.scaleb(own, EXACT)
    number, scale = _shortened(value, own, _ENGLISH_SCALES) or (total, "")
    return f"{grouped(number)}{scale} {singular(core) if total == 1 else core}".rstrip()


def _shortened(value: Decimal, own: int, scales: tuple[tuple[int, str, int], ...]) -> tuple[Decimal, str] | None:
    """The number in front of a scale word, and the word, where that is exact and short."""
    for power, word, most in scales:
        number = value.scaleb(own - power, EXACT).normalize(EXACT)
        if abs(number) >= 1 and _decimals(number) <= most:
            return number, word
    return None


def _decimals(number: Decimal) -> int:
    return max(0, -int(number.as_tuple().exponent))  # of a finite number it is never a letter


def plain_number(value: Decimal) -> str:
    """The digits alone, never with an exponent: 98000, 3.0, -6.9."""
    return format(value, "f")


def grouped(value: Decimal) -> str:
    """The digits with commas between thousands: 98,000, 3.0."""
    return format(value, ",f")

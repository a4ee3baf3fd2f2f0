"""Reading a published number as people write it: 超过9.8万家, 降低超过10%, more than 8.5 million.

Decided, because each could be read another way:

- Full-width characters count as narrow ones; commas or spaces may group thousands, in threes only.
- Refused: texts without digits (NaN and infinities too), Chinese numerals, exponents (8e4 hides how
  many digits were published), underscores, two numbers (8-9万, 1万5千), more than 30 digits.
- A number without a unit is in the base unit. A scale without a unit (9.5万) counts the unit without
  the scale in its name: 650万 is 650 in 万辆. A scale below the unit's own (5千 in 万辆) is refused.
- Two different bounds contradict each other (近8万多家); the same one twice does not (约8万左右).
- Words for a fall turn the sign and the bound round: 降低超过10% is less than -10. They and words for
  a rise go with per cent and points only: 减少5家 is a change, not a level.
- 近0 means nothing and is refused; 0左右 is within one unit of its last digit.
- What counts whole things (家, 辆) takes no fraction after scaling, and keeps no decimals.
- Other zeros stay as published: 3.0 is 3.0; but 9.80万 is 98000.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from tracker.domain.indicator import Unit
from tracker.domain.quantity import EXACT, Bound, Quantity
from tracker.domain.wording.units import is_rate
from tracker.domain.wording.words import Kind, Side, Vocabulary, Word, narrow, vocabulary

MOST_DIGITS = 30
"""Digits a value may have in the base unit, before and after the point together."""
LONGEST = 120
"""Characters of a text, more than any number with its words takes."""

_NUMBER = re.compile(r"[+-]?(?:\d+(?:[ ,]\d+)*(?:\.\d+)?|\.\d+)", re.ASCII)
_GROUPED = re.compile(r"[+-]?\d{1,3}([ ,])\d{3}(?:\1\d{3})*(?:\.\d+)?", re.ASCII)
_EXPONENT = re.compile(r"e[+-]?\d", re.ASCII)
_CHINESE_NUMERAL = re.compile("[零〇一二三四五六七八九两几]")
_TURNED_ROUND = {
    Bound.MORE_THAN: Bound.LESS_THAN,
    Bound.AT_LEAST: Bound.AT_MOST,
    Bound.LESS_THAN: Bound.MORE_THAN,
    Bound.AT_MOST: Bound.AT_LEAST,
}


class RefusedError(ValueError):
    """Why a text is no quantity: a key of the value texts, and the part of the text it is about."""

    def __init__(self, problem: str, part: str = "") -> None:
        super().__init__(problem)
        self.problem, self.part = problem, part


class ForeignUnitError(ValueError):
    """A unit that does not belong; the argument is its name as written."""


def read_quantity(text: str, unit: Unit, beside: str = "") -> Quantity:
    """The quantity a text means, its value in `unit`, where `beside` may name the unit apart from it.

    Raises RefusedError or ForeignUnitError.
    """
    known = vocabulary(unit)
    before, number, after = _parts(text, known)
    if beside:
        after += _apart(before + after, narrow(beside), known)
    value = _in_unit(_number(number), _power(before, after, known.power, unit), unit)
    bound = _bound(before + after)
    if _falls(before, unit):
        value, bound = _fallen(value), _TURNED_ROUND.get(bound, bound)
    if bound is Bound.NEARLY and not value:
        raise RefusedError("near-zero")
    return Quantity(value, bound)


def names_unit(text: str, unit: Unit) -> bool:
    """Whether a text that can be read has its unit in it. Raises as `read_quantity` does."""
    before, _, after = _parts(text, vocabulary(unit))
    return any(word.kind is Kind.UNIT for word in before + after)


def _parts(text: str, known: Vocabulary) -> tuple[list[Word], str, list[Word]]:
    """The words before the number in a text, the number as written, and the words after it."""
    text = narrow(text)
    if len(text) > LONGEST:
        raise RefusedError("too-long")
    found = _NUMBER.search(text)
    if found is None:
        raise RefusedError(_why_no_number(text))
    before = list(_words(text[: found.start()], known.before))
    return before, found[0], list(_words(text[found.end() :], known.after, follows_number=True))


def _apart(words: list[Word], beside: str, known: Vocabulary) -> list[Word]:
    """The words of a unit given apart, as far as they count: the unit named in the text itself wins.

    A scale in the text (9.5万) takes a unit without one (家, not 万家).
    """
    apart = list(_words(beside, known.after, follows_number=True))
    if not apart or any(word.kind not in (Kind.SCALE, Kind.UNIT) for word in apart):
        raise RefusedError("unit", beside)
    kinds = {word.kind for word in words}
    if Kind.UNIT in kinds:
        return []
    if Kind.SCALE in kinds and sum(word.power for word in apart) != -known.power:
        raise RefusedError("two-units")
    return apart


def _why_no_number(text: str) -> str:
    if not text:
        return "empty"
    return "chinese-numeral" if _CHINESE_NUMERAL.search(text) else "no-number"


def _words(text: str, side: Side, *, follows_number: bool = False) -> Iterator[Word]:
    """The known words `text` consists of, in order."""
    position = 0
    while position < len(text):
        found = side.pattern.match(text, position)
        if found is None:
            beyond = side.pattern.search(text, position)
            part = text[position : beyond.start() if beyond else None].strip()
            if any(sign.isdecimal() for sign in text[position:]):
                raise RefusedError(_why_digits(text), part)
            if follows_number and part[0].isalpha():
                raise ForeignUnitError(part)
            raise RefusedError("word", part)
        if side.words[found[1]].kind is Kind.FOREIGN:
            raise ForeignUnitError(found[1])
        yield side.words[found[1]]
        position = found.end()


def _why_digits(text: str) -> str:
    """Why there are digits left behind the number that `text` follows."""
    if _EXPONENT.match(text):
        return "exponent"
    if text[0] == "_":
        return "underscore"
    return "separators" if text[0] in ",'" else "two-numbers"


def _number(written: str) -> Decimal:
    digits = written
    if " " in written or "," in written:
        if not _GROUPED.fullmatch(written):
            raise RefusedError("separators" if "," in written else "two-numbers", written)
        digits = written.replace(",", "").replace(" ", "")
    number = Decimal(digits)
    if len(number.as_tuple().digits) > MOST_DIGITS:
        raise RefusedError("too-long")
    return number if number else number.copy_abs()


def _power(before: list[Word], after: list[Word], own: int, unit: Unit) -> int:
    """The power of ten that turns the number as written into base units; `own` is the unit's."""
    scales = [word.power for word in after if word.kind is Kind.SCALE]
    names = [word.power for word in before + after if word.kind is Kind.UNIT]
    kinds = [word.kind for word in after if word.kind in (Kind.SCALE, Kind.UNIT)]
    misplaced = Kind.UNIT in kinds and Kind.SCALE in kinds[kinds.index(Kind.UNIT) :]
    if misplaced or scales != sorted(set(scales)) or (scales and is_rate(unit)):
        raise RefusedError("scale")
    if any(power != -own for power in names[1:]):
        raise RefusedError("two-units")
    if names:
        return sum(scales) + names[0]
    if scales and sum(scales) < own:
        raise RefusedError("small-scale")
    return sum(scales) - own if scales else 0


def _in_unit(number: Decimal, power: int, unit: Unit) -> Decimal:
    """The number scaled, with the decimals it was published with; whole things have none."""
    value = number.scaleb(power, EXACT)
    if unit.whole and value != value.to_integral_value():
        raise RefusedError("fraction")
    if unit.whole or power < 0:
        value = value.normalize(EXACT)
    decimals = max(0, -int(value.as_tuple().exponent))  # of a finite number it is never a letter
    if max(value.adjusted(), 0) + 1 + decimals > MOST_DIGITS:
        raise RefusedError("too-long")
    return value if decimals else value.quantize(Decimal(1), context=EXACT)


def _bound(words: list[Word]) -> Bound:
    bounds = {word.bound for word in words if word.kind is Kind.BOUND} - {Bound.EXACTLY}
    if len(bounds) > 1:
        raise RefusedError("contradiction")
    return bounds.pop() if bounds else Bound.EXACTLY


def _falls(words: list[Word], unit: Unit) -> bool:
    """Whether the words speak of a fall; they must not speak of a rise too, nor of a level."""
    signs = {word.power for word in words if word.kind is Kind.SIGN}
    if signs and not is_rate(unit):
        raise RefusedError("change")
    if len(signs) > 1:
        raise RefusedError("contradiction")
    return -1 in signs


def _fallen(value: Decimal) -> Decimal:
    """The change that a fall by `value` is."""
    if value < 0:
        raise RefusedError("double-negative")
    return value.copy_negate() if value else value

"""Reading published numbers: plain digits at once, everything else through `freeform`."""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from tracker.domain.bilingual import Bilingual
from tracker.domain.indicator import Unit
from tracker.domain.quantity import Quantity
from tracker.errors import BadUnit, BadValue

_NUMBER = r"-?[1-9]\d{0,15}|0", r"-?[1-9]\d{0,15}(?:\.\d{1,9})?|0(?:\.\d{1,9})?"
"""Plain digits of what counts whole things, and of anything else."""
_NOTHING = r"(?!)()"
Plain = Callable[[str], re.Match[str] | None]


@lru_cache
def plain_digits(unit: Unit, beside: str = "") -> Plain:
    """Finds out whether a text is a value in nothing but digits; group 1 is then exactly the value in the base unit.

    That is so wherever the unit that stands `beside` is the base unit itself.
    """
    number = rf"({_NUMBER[not unit.whole]}){'%?' if unit.is_percent else ''}"
    return re.compile(number if beside in ("", unit.zh, unit.en) else _NOTHING, re.ASCII).fullmatch


def names_unit(text: str, unit: Unit) -> bool:
    """Whether a text that `parse_quantity` can read has its unit in it."""
    from tracker.domain.wording import freeform  # as in parse_quantity

    return freeform.names_unit(text, unit)


def parse_quantity(text: str, unit: Unit, beside: str = "") -> Quantity:
    """The quantity a text means, its value in `unit`; what is accepted is decided in `freeform`.

    `beside` is a unit given apart from the text, in a column or an option of its own.

    Raises BadValue(text=, problem=, part=), `part` being what the problem is about, if anything; or
    BadUnit(text=, unit=, expected=) for a unit that is not this one.
    """
    digits = plain_digits(unit, beside)(text)
    if digits is not None:
        return Quantity(Decimal(digits[1]))
    from tracker.domain.wording import freeform  # its vocabulary takes longer than reading digits

    try:
        return freeform.read_quantity(text, unit, beside)
    except freeform.RefusedError as refused:
        raise BadValue(text=text, problem=refused.problem, part=refused.part) from None
    except freeform.ForeignUnitError as foreign:
        expected = Bilingual(unit.zh, unit.en)
        raise BadUnit(text=text, unit=str(foreign), expected=expected) from None

"""Reading published numbers: plain digits at once, everything else through `freeform`."""

import re
from decimal import Decimal

from tracker.domain.bilingual import Bilingual
from tracker.domain.indicator import Unit
from tracker.domain.quantity import Quantity
from tracker.errors import BadUnit, BadValue

_WHOLE = re.compile(r"-?[1-9]\d{0,15}|0", re.ASCII)
_DECIMAL = re.compile(r"-?[1-9]\d{0,15}(?:\.\d{1,9})?|0(?:\.\d{1,9})?", re.ASCII)


def parse_quantity(text: str, unit: Unit, beside: str = "") -> Quantity:
    """The quantity a text means, its value in `unit`; what is accepted is decided in `freeform`.

    `beside` is a unit given apart from the text, in a column or an option of its own.

    Raises BadValue(text=, problem=, part=), `part` being what the problem is about, if anything; or
    BadUnit(text=, unit=, expected=) for a unit that is not this one.
    """
    digits = text.removesuffix("%") if unit.is_percent else text
    if beside in ("", unit.zh) and (_WHOLE if unit.whole else _DECIMAL).fullmatch(digits):
        return Quantity(Decimal(digits))
    from tracker.domain.wording import freeform  # its vocabulary takes longer than reading digits

    try:
        return freeform.read_quantity(text, unit, beside)
    except freeform.RefusedError as refused:
        raise BadValue(text=text, problem=refused.problem, part=refused.part) from None
    except freeform.ForeignUnitError as foreign:
        expected = Bilingual(unit.zh, unit.en)
        raise BadUnit(text=text, unit=str(foreign), expected=expected) from None

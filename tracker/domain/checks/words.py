"""How numbers are spelled in findings, and how finely a figure was written."""

import re
from decimal import Decimal

from tracker.domain.bilingual import Bilingual
from tracker.domain.indicator import Unit
from tracker.domain.observation import Observation
from tracker.domain.quantity import EXACT, Quantity
from tracker.domain.wording import quantity_text

WRITTEN = re.compile(r"\d[\d,]*(?:\.(\d+))?")


def spelled(quantity: Quantity | Decimal, unit: Unit) -> Bilingual:
    """A quantity in the words of both languages, as the data of a finding: 近9000家, nearly 9,000 enterprises."""
    known = Quantity(quantity) if isinstance(quantity, Decimal) else quantity
    return Bilingual(quantity_text(known, unit, "zh"), quantity_text(known, unit, "en"))


def decimals(value: Decimal) -> int:
    """How many decimal places the value needs: 3 for 0.036, 0 for 360."""
    exponent = value.normalize(EXACT).as_tuple().exponent
    return max(0, -int(exponent))


def rounding(figure: Observation) -> Decimal:
    """One unit of the last place the publisher wrote, in the base unit: 1000 for 9.8万, 0.1 for 3.6 %, 0 for 8,997.

    A number written out in full was not rounded, as far as anyone can tell.
    """
    value = figure.quantity.value
    written = WRITTEN.search(figure.as_published)
    if written is None or value == 0:
        return Decimal(0)
    shown = Decimal(written[0].replace(",", ""))
    places = len(written[1] or "")
    scale = abs(value) / shown if shown else Decimal(0)
    is_scaled = scale >= 10 and scale == Decimal(1).scaleb(scale.adjusted())
    return scale.scaleb(-places) if is_scaled or (places and scale == 1) else Decimal(0)

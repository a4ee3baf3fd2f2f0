"""Whether the areas add up to the nation: a check where all of them are there, never an assumption.

Only stocks and flows add up; growth rates and shares do not. The areas of CN are its 31 provincial-level divisions with
their own statistics (ISO 3166-2:CN).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from tracker.domain.indicator import Indicator, Kind
from tracker.domain.observation import Observation
from tracker.domain.period import Period
from tracker.domain.quantity import Quantity

_CHINA = "AH BJ CQ FJ GD GS GX GZ HA HB HE HI HL HN JL JS JX LN NM NX QH SC SD SH SN SX TJ XJ XZ YN ZJ"
PARTS: dict[str, tuple[str, ...]] = {"CN": tuple(f"CN-{part}" for part in _CHINA.split())}
"""The parts of an area that add up to it."""
AREA_FORM = rf"((?!CN-)[A-Z]{{2}}(-[A-Z0-9]{{1,3}})?|CN-({'|'.join([*_CHINA.split(), 'HK', 'MO', 'TW'])}))"
"""What a code of ISO 3166 looks like; those of China are all known, so that a slip does not make a new area."""


@dataclass(frozen=True, slots=True)
class AreaSum:
    """The figures of all areas for one period beside the whole's. `total` is None where their bounds pull apart."""

    area: str
    period: Period
    publisher: str
    whole: Quantity
    total: Quantity | None
    count: int

    @property
    def difference(self) -> Decimal | None:
        """Sum of the areas less the whole, in the unit."""
        return None if self.total is None else self.total.value - self.whole.value

    @property
    def agrees(self) -> bool:
        """Whether the two can be the same number, bounds considered."""
        return self.total is not None and self.total.interval.meets(self.whole.interval)


def area_sums(view: Iterable[Observation], indicator: Indicator) -> list[AreaSum]:
    """A sum for every period for which one publisher gives the whole and every part, in order of period.

    `view` is an as-of view of the indicator in all areas. Nothing for growth and shares.
    """
    if indicator.kind not in (Kind.STOCK, Kind.FLOW):
        return []
    figures: dict[tuple[Period, str], dict[str, Observation]] = {}
    for row in view:
        if row.indicator == indicator.code and not row.is_outlook and not row.differs:
            figures.setdefault((row.period, row.publisher), {})[row.area] = row
    found = []
    for (period, publisher), by_area in sorted(figures.items()):
        for area, parts in PARTS.items():
            if area in by_area and all(part in by_area for part in parts):
                total = _sum(by_area[part].quantity for part in parts)
                found.append(AreaSum(area, period, publisher, by_area[area].quantity, total, len(parts)))
    return found


def _sum(quantities: Iterable[Quantity]) -> Quantity | None:
    total: Quantity | None = Quantity(Decimal(0))
    for quantity in quantities:
        total = None if total is None else total.plus(quantity)
    return total

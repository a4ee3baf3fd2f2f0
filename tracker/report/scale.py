"""The two axes of a chart: round values with a unit that fits them, and months that do not crowd each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from tracker.domain.bilingual import Lang
from tracker.domain.period import Period
from tracker.domain.period.naming import MONTHS
from tracker.domain.wording.units import split_scale

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_SCALES: dict[Lang, tuple[tuple[int, str], ...]] = {
    "zh": ((12, "万亿"), (8, "亿"), (4, "万")),
    "en": ((9, "billion "), (6, "million "), (3, "thousand ")),
}


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """Values from `low` to `high` with `ticks` at round numbers; labels are in 10**`power` units, called `unit`."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]
    power: int
    unit: str

    def place(self, value: Decimal) -> float:
        """0 at the bottom, 1 at the top; outside for values outside."""
        return float((value - self.low) / (self.high - self.low))

    def label(self, tick: Decimal) -> str:
        scaled = tick.scaleb(-self.power).normalize()
        return f"{abs(scaled) if scaled == 0 else scaled:f}"


def value_axis(values: Sequence[Decimal], unit: str, lang: Lang, ticks: int = 5) -> ValueAxis:
    """An axis that holds all `values` with a little room, and about `ticks` round marks."""
    low, high = min(values, default=Decimal(0)), max(values, default=Decimal(1))
    if low == high:
        room = abs(low) / 10 or Decimal(1)
        low, high = low - room, high + room
    step = _round_step((high - low) / (ticks - 1))
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = (high / step).to_integral_value(ROUND_CEILING)
    marks = tuple(step * n for n in range(int(first), int(last) + 1))
    power, word = _scale(max(abs(marks[0]), abs(marks[-1])), unit, lang)
    return ValueAxis(marks[0], marks[-1], marks, power, word)


def _round_step(rough: Decimal) -> Decimal:
    """The next 1, 2, 2.5 or 5 times a power of ten.

    >>> _round_step(Decimal(3400))
    Decimal('5E+3')
    """
    unit = Decimal(1).scaleb(rough.adjusted())
    return next(step * unit for step in _STEPS if step * unit >= rough)


def _scale(largest: Decimal, unit: str, lang: Lang) -> tuple[int, str]:
    """The power of ten labels are written in, and the unit's name with it.

    A scale in the unit's name counts, as it does in sentences: 1,500 of 10,000 vehicles are 15 million vehicles.
    """
    own, core = split_scale(unit)
    for power, word in _SCALES[lang] if unit != "%" else ():
        if largest.scaleb(own) >= Decimal(10) ** power:
            return power - own, f"{word}{core}".strip()
    return -own, core


@dataclass(frozen=True, slots=True)
class TimeTick:
    """A mark on the time axis; `year` stands under the first one and where a year ends."""

    day: date
    label: str
    year: str


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Days from `first` to `last`; marks stand at month ends, where figures do."""

    first: date
    last: date
    ticks: tuple[TimeTick, ...]

    def place(self, day: date) -> float:
        """0 at the left, 1 at the right."""
        return (day - self.first).days / (self.last - self.first).days


def time_axis(first: date, last: date, lang: Lang, ticks: int = 7) -> TimeAxis:
    """An axis from `first` to `last` (at least a month long) with at most about `ticks` marks."""
    if (last - first).days < 28:
        first, last = first - timedelta(days=14), last + timedelta(days=14)
    ends = [month.stop for month in Period(first, last).each_month() if first <= month.stop <= last]
    step = next((n for n in (1, 2, 3, 6, 12) if len(ends) / n <= ticks), 12)
    if step == 12:
        step *= -(-len(ends) // (12 * ticks))
    kept = [end for end in ends if (end.year * 12 + end.month) % step == 0]
    return TimeAxis(first, last, tuple(_tick(end, place, step, lang) for place, end in enumerate(kept)))


def _tick(end: date, place: int, step: int, lang: Lang) -> TimeTick:
    year = f"{end.year}年" if lang == "zh" else str(end.year)
    if step >= 12:
        return TimeTick(end, year, "")
    month = f"{end.month}月" if lang == "zh" else MONTHS[end.month - 1]
    return TimeTick(end, month, year if place == 0 or end.month == 12 else "")

"""How much of a flow falls into a month: from the figures of single months, or from the steps between years to date.

The levels a monthly flow is likely to have follow from that, whatever mixture of months and years to date is known.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import islice

from tracker.domain.checks.history import Line, Place
from tracker.domain.observation import Observation
from tracker.domain.rhythm import YEAR, Months

WITHIN = 24
"""Months further away say nothing about the size of a month."""
RECENT = 3


@lru_cache(maxsize=4096)
def place_of(months: Months) -> Place:
    """Where a span of months stands in a line."""
    (first_year, first), (last_year, last) = divmod(months[0], YEAR), divmod(months[1], YEAR)
    stop = date(last_year, last + 1, monthrange(last_year, last + 1)[1])
    return (stop, date(first_year, first + 1, 1))


def to_date(month: int) -> Months:
    """The span from January to `month`."""
    return (month - month % YEAR, month)


class Paces:
    """The paces of one line, in the unit a month; those of the period being looked at are left out."""

    def __init__(self, line: Line, without: Months) -> None:
        self._line, self._without = line, without

    def reading(self, months: Months) -> Observation | None:
        """The actual in force for exactly these months."""
        row = None if months == self._without else self._line.in_force(place_of(months))
        return None if row is None or row.is_outlook else row

    def value(self, months: Months) -> float | None:
        """The flow of a span: as published, else between two years to date."""
        row = self.reading(months)
        if row is not None:
            return float(row.quantity.value)
        first, last = months
        whole = self.reading(to_date(last)) if first % YEAR and first // YEAR == last // YEAR else None
        part = self.reading(to_date(first - 1)) if whole is not None else None
        if whole is None or part is None:
            return None
        return float(whole.quantity.value) - float(part.quantity.value)

    def pace(self, months: Months) -> float | None:
        """The flow of a span a month; of January or February that of both, where they come together."""
        found = self.value(months)
        if found is None and months[0] == months[1] and months[0] % YEAR < 2:
            january = months[0] - months[0] % YEAR
            months = (january, january + 1)
            found = self.value(months) if months != self._without else None
        return None if found is None or found <= 0 else found / (months[1] - months[0] + 1)

    def known_part(self, months: Months) -> tuple[int, float]:
        """The first month that a year to date adds to the longest one known before, and that one's value; else 0."""
        first, last = months
        if first % YEAR == 0:
            for stop in range(last - 1, first - 1, -1):
                row = self.reading(to_date(stop))
                if row is not None:
                    return stop + 1, float(row.quantity.value)
        return first, 0.0

    def around(self, months: Months) -> list[float]:
        """The paces of the nearest months before and after, and of last year's months brought to this year's level."""
        before = list(islice(self._known(months, -1), RECENT))
        after = list(islice(self._known(months, 1), RECENT))
        found = [*before, *after, *self.seasonal(months)]
        return found or self._averages(months)

    def months(self, months: Months) -> dict[int, float]:
        """The paces of the single months around a span, by month."""
        near = range(months[0] - WITHIN, months[1] + WITHIN + 1)
        return {month: pace for month in near if (pace := self.pace((month, month))) is not None}

    def _known(self, months: Months, step: int) -> Iterator[float]:
        """The paces before (`step` -1) or after a span, the nearest first: spans as long, else months."""
        length = months[1] - months[0] + 1
        for size in (1, length) if length > 1 else (1,):
            found = list(self._spans(months, step, size))
            if found:
                yield from found
                return

    def _spans(self, months: Months, step: int, size: int) -> Iterator[float]:
        nearest = months[0] - size if step < 0 else months[1] + 1
        for offset in range(0, WITHIN, size):
            first = nearest + step * offset
            pace = self.pace((first, first + size - 1))
            if pace is not None:
                yield pace

    def _averages(self, months: Months) -> list[float]:
        """The average month of the last year to date that ended before a span, where no month is known."""
        for last in range(months[0] - 1, months[0] - WITHIN, -1):
            pace = self.pace(to_date(last))
            if pace is not None:
                return [pace]
        return []

    def seasonal(self, months: Months) -> Iterator[float]:
        """The same months of the year before and after, each times the change of the month beside them."""
        first, last = months
        for away in (-YEAR, YEAR):
            base = self.pace((first + away, last + away))
            if base is None:
                continue
            for beside in (first - 1, last + 1):
                now, then = self.pace((beside, beside)), self.pace((beside + away, beside + away))
                if now is not None and then is not None:
                    yield base * now / then
                    break
            else:
                yield base

"""Warnings about months and years to date that do not belong together.

Published years to date are hardly ever the sum of the published months (new-energy vehicles of 2023: 949.5 against
944.8, in 10,000), so differences of that size pass.
"""

import math
from collections.abc import Iterator
from decimal import Decimal

from tracker.domain.checks.pace import Paces, to_date
from tracker.domain.checks.peers import median
from tracker.domain.checks.rule import Case, Data, rule
from tracker.domain.checks.words import rounding
from tracker.domain.indicator import Kind
from tracker.domain.observation import Observation
from tracker.domain.problems import Severity
from tracker.domain.rhythm import YEAR, Months, months_of

WARNING = Severity.WARNING
OF_THE_SUM = Decimal("0.03")
"""Part of a year to date that it may differ by from the sum of its months."""
OF_THE_MONTH = Decimal("0.15")
"""Part of a month that the step between two years to date may differ by from it."""
FAR_BETTER = 3
"""The other reading must fit the months around so many times better, on a scale of powers."""
CLOSE = math.log(2)
"""A reading that fits lies within this of the months around."""
ORDINARY = math.log(1.65)
"""A February within this of the months around needs no other reading."""


@rule("to-date-as-month", WARNING, where="period", explains=("unlikely", "months-differ"))
def to_date_as_month(case: Case) -> Data | None:
    """The flow of a single month that would be one from January on: the months before it and a likely one together."""
    months = months_of(case.figure.period)
    if case.kind is not Kind.FLOW or months[0] != months[1] or months[0] % YEAR == 0:
        return None
    paces, value = Paces(case.line, months), float(case.figure.quantity.value)
    whole = paces.reading(to_date(months[1]))
    if whole is not None:
        return _same(case, whole)
    base = _to_date_value(paces, months[0] - 1)
    if base is None or not _misread(value, value - base, _typical(paces, months), months):
        return None
    return {"value": case.words(case.figure.quantity)}


@rule("month-as-to-date", WARNING, where="period", explains=("unlikely", "months-differ", "ytd-below"))
def month_as_to_date(case: Case) -> Data | None:
    """A flow from January on that would be a likely one of its last month alone."""
    months = months_of(case.figure.period)
    if case.kind is not Kind.FLOW or months[0] == months[1] or months[0] % YEAR:
        return None
    paces, value = Paces(case.line, months), float(case.figure.quantity.value)
    single = paces.reading((months[1], months[1]))
    if single is not None and (found := _same(case, single)):
        return found
    base = _to_date_value(paces, months[1] - 1)
    if base is None or (single is not None and _makes_up(value, base, float(single.quantity.value))):
        return None
    last = (months[1], months[1])
    if not _misread(value - base, value, _typical(paces, last)[:1], last):
        return None
    return {"value": case.words(case.figure.quantity)}


def _misread(pace: float, other: float, typical: list[float], months: Months) -> bool:
    """Whether the month fits a typical pace far better as the `other` reading of a figure has it.

    February is left alone where it is ordinary as it was read: New Year moves a month's work into it or out of it.
    """
    if months[1] % YEAR == 1 and any(_distance(pace, one) <= ORDINARY for one in typical):
        return False
    return any(_fits_better(other, pace, one) for one in typical)


def _makes_up(whole: float, base: float, single: float) -> bool:
    """Whether a year to date is what the month before and its own month add up to."""
    return abs(whole - base - single) <= float(OF_THE_MONTH) * abs(single)


def _same(case: Case, other: Observation) -> Data | None:
    """The finding, where the figure says of its span what another says of the longer or shorter one."""
    if other.quantity.value != case.figure.quantity.value or not case.figure.quantity.value:
        return None
    return {"value": case.words(case.figure.quantity)}


def _to_date_value(paces: Paces, month: int) -> float | None:
    """The flow from January to `month`, as published or summed up."""
    whole = (month - month % YEAR, month)
    start, base = paces.known_part((whole[0], month + 1))
    parts = [paces.value((one, one)) for one in range(start, month + 1)]
    return None if None in parts else base + math.fsum(part for part in parts if part is not None)


def _typical(paces: Paces, months: Months) -> list[float]:
    """The paces to be expected of a month: the middle of those around, and last year's at this year's level."""
    known = paces.around(months)
    return [median(known), *paces.seasonal(months)] if known else []


def _fits_better(pace: float, other: float, typical: float) -> bool:
    """Whether one reading of a figure is close to a typical pace and the other one far from it."""
    distance = _distance(pace, typical)
    return distance <= CLOSE and distance * FAR_BETTER <= _distance(other, typical)


def _distance(value: float, typical: float) -> float:
    return abs(math.log(value / typical)) if value > 0 else math.inf


@rule("months-differ", WARNING, where="value")
def months_differ(case: Case) -> Data | None:
    """A year to date far from the sum of its months, or a month far from the step between two years to date.

    Three per cent of the sum and fifteen of the month are let pass, and the rounding of the figures.
    """
    months = months_of(case.figure.period)
    if case.kind is not Kind.FLOW or not case.figure.quantity.is_exact:
        return None
    last = months[1]
    wholes = months[0] % YEAR == 0 and months[0] != last
    if not wholes and (months[0] != last or last % YEAR == 0):
        return None
    held = _Held(case, months)
    return next(_differences(case, held, last), None)


class _Held:
    """The exact readings around the figure, itself among them."""

    def __init__(self, case: Case, months: Months) -> None:
        self._figure, self._months, self._paces = case.figure, months, Paces(case.line, months)

    def row(self, months: Months) -> Observation | None:
        row = self._figure if months == self._months else self._paces.reading(months)
        return row if row is not None and row.quantity.is_exact else None

    def months_to(self, last: int) -> list[Observation] | None:
        """The single months from January to `last`, January and February perhaps as one; None where one is missing."""
        first = last - last % YEAR
        both = None if self.row((first, first)) else self.row((first, first + 1))
        rows = [both] if both is not None and last > first + 1 else []
        singles = [self.row((one, one)) for one in range(first + 2 * len(rows), last + 1)]
        found = [*rows, *(row for row in singles if row is not None)]
        return found if len(found) == len(rows) + len(singles) else None


def _differences(case: Case, held: _Held, last: int) -> Iterator[Data]:
    """The findings about the year to date that ends with month `last`."""
    whole, single, part = held.row(to_date(last)), held.row((last, last)), held.row(to_date(last - 1))
    if whole is None:
        return
    if single is not None and part is not None:
        step = whole.quantity.value - part.quantity.value
        room = OF_THE_MONTH * max(abs(single.quantity.value), abs(step)) + _rounding([whole, single, part])
        if abs(step - single.quantity.value) > room:
            yield _finding(case, whole, part.quantity.value + single.quantity.value)
    months = held.months_to(last)
    if months is not None:
        total = sum((row.quantity.value for row in months), Decimal(0))
        room = OF_THE_SUM * max(abs(total), abs(whole.quantity.value)) + _rounding([whole, *months])
        if abs(total - whole.quantity.value) > room:
            yield _finding(case, whole, total)


def _rounding(rows: list[Observation]) -> Decimal:
    return sum((rounding(row) for row in rows), Decimal(0)) / 2


def _finding(case: Case, whole: Observation, total: Decimal) -> Data:
    return {"value": case.words(whole.quantity), "period": whole.period, "total": case.words(total)}


RULES = (to_date_as_month, month_as_to_date, months_differ)

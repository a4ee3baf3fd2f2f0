"""Which observation is a target's actual (rules 1 and 2 of the method page).

All functions take the as-of view: one vintage per series and period. Outlooks (flag `f`), figures of another
definition (flag `d`) and publishers the indicator does not list never count.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.domain.indicator import Indicator
from tracker.domain.observation import Baseline, Observation
from tracker.domain.period import Period
from tracker.domain.quantity import Point, Quantity


@dataclass(frozen=True, slots=True)
class Actual:
    """The figure a target is judged on. `parts` are the observations behind it: several where months were added up.

    `confirmed_by` is a later inexact reading that says no more than the exact one already did.
    """

    quantity: Quantity
    period: Period
    published_on: date
    publisher: str
    flag: str
    parts: tuple[Observation, ...]
    confirmed_by: Observation | None = None

    @property
    def is_derived(self) -> bool:
        return len(self.parts) > 1

    @property
    def is_provisional(self) -> bool:
        return "e" in self.flag or "p" in self.flag

    @property
    def last_read(self) -> date:
        """The latest day something was read, confirmations included."""
        return self.confirmed_by.period.stop if self.confirmed_by else self.period.stop


def of_observation(row: Observation) -> Actual:
    return Actual(row.quantity, row.period, row.published_on, row.publisher, row.flag, (row,))


def usable(view: Iterable[Observation], indicator: Indicator, area: str) -> list[Observation]:
    """The rows an assessment may use, the publisher first in precedence for each period."""
    precedence = {publisher: place for place, publisher in enumerate(indicator.publishers)}
    chosen: dict[Period, Observation] = {}
    for row in view:
        place = precedence.get(row.publisher)
        if row.indicator != indicator.code or row.area != area or place is None or row.is_outlook or row.differs:
            continue
        held = chosen.get(row.period)
        if held is None or place < precedence[held.publisher]:
            chosen[row.period] = row
    return sorted(chosen.values(), key=lambda row: row.period)


def with_stated(
    rows: Sequence[Observation], baseline: Baseline | None, indicator: Indicator, area: str
) -> Sequence[Observation]:
    """A stock's usable rows and what the plan itself states of the level it starts from: a reading whoever it is from,
    which any listed publisher's for its day outranks. One of another definition is none."""
    if baseline is None or baseline.publisher in indicator.publishers:
        return rows  # a listed publisher's is among them, or a later vintage of it
    stated = baseline.reading(indicator.code, area)
    if stated.differs or stated.is_outlook or any(row.period == stated.period for row in rows):
        return rows
    return sorted([*rows, stated], key=lambda row: row.period)


def own_period(rows: Iterable[Observation], span: Period) -> Actual | None:
    """The figure of exactly the target's period: what a share is judged on, and the final word on growth and flow."""
    return next((of_observation(row) for row in rows if row.period == span), None)


def year_to_date(rows: Iterable[Observation], span: Period) -> list[Actual]:
    """The published figures from the span's start, by their end."""
    return [of_observation(row) for row in rows if row.period.start == span.start and row.period.stop <= span.stop]


def cumulative(view: Sequence[Observation], indicator: Indicator, area: str, span: Period) -> list[Actual]:
    """A flow's readings from the span's start, by their end: published ones, then months added to the last of them.

    Months are only ever added within one publisher; where several publishers reach equally far, precedence decides.
    """
    readings = {reading.period.stop: reading for reading in year_to_date(usable(view, indicator, area), span)}
    for publisher in indicator.publishers:
        rows = usable([row for row in view if row.publisher == publisher], indicator, area)
        for reading in _extended(rows, span):
            if reading.period.stop > max(readings, default=date.min):
                readings[reading.period.stop] = reading
    return [readings[stop] for stop in sorted(readings)]


def _extended(rows: Sequence[Observation], span: Period) -> list[Actual]:
    """What follows the last published reading of one publisher, month by month without a gap."""
    published = year_to_date(rows, span)
    if not published:
        return []
    by_start: dict[date, Observation] = {}
    for row in rows:  # in order of period, so the longest that starts on a day stands last
        if row.period.stop <= span.stop:
            by_start[row.period.start] = row
    reached, readings = published[-1], []
    while (following := by_start.get(reached.period.next_day)) is not None:
        total = reached.quantity.plus(following.quantity)
        if total is None:
            break
        reached = Actual(
            total,
            Period(span.start, following.period.stop),
            max(reached.published_on, following.published_on),
            following.publisher,
            "".join(sorted({*reached.flag, *following.flag})),
            (*reached.parts, following),
        )
        readings.append(reached)
    return [published[-1], *readings]


def stock_readings(rows: Iterable[Observation], due: date) -> list[Observation]:
    """The readings of a stock up to its due date, by reference date."""
    return [row for row in rows if row.period.is_day and row.period.stop <= due]


def stock_actual(readings: Iterable[Observation]) -> Actual | None:
    """The latest reading, unless it only confirms what an earlier one said more exactly."""
    actual: Actual | None = None
    for row in readings:
        if actual is not None and _confirms(row.quantity, actual.quantity):
            actual = Actual(
                actual.quantity,
                actual.period,
                actual.published_on,
                actual.publisher,
                actual.flag,
                actual.parts,
                row,
            )
        else:
            actual = of_observation(row)
    return actual


def _confirms(later: Quantity, held: Quantity) -> bool:
    """ "近9000" after 8,997, or "more than 70,000" after "more than 80,000": nothing new."""
    if later.is_exact:
        return False
    if held.is_exact:
        return Point(held.value) in later.interval
    return later.interval != held.interval and later.interval.covers(held.interval)

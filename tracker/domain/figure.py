"""A figure of a table, light enough to keep a hundred thousand of: what many rows share is kept once.

Most rows of a table repeat their indicator, area and publisher, and many their period and publication. A `Figure`
refers to these and has little of its own; the `Observation` it means is made of it where a rule wants to look at it.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from tracker.domain.indicator import Indicator
from tracker.domain.observation import Observation
from tracker.domain.period import Period
from tracker.domain.quantity import Bound, Quantity
from tracker.domain.rhythm import months_of, rhythms

DAYS = 10_000_000
"""More than any day counted from the year 1: dates one after the other in one number."""


class Series:
    """What a figure is one of. Those of a table are the same object if and only if they are equal.

    `is_plain`: of a publisher that is listed, by the definition. `turn`: of one publication levels come first, so that
    growth can be held against them. Compared by identity.
    """

    __slots__ = ("area", "flag", "indicator", "is_plain", "key", "publisher", "turn")

    def __init__(self, indicator: Indicator, area: str, publisher: str, flag: str) -> None:
        self.indicator, self.area, self.publisher, self.flag = indicator, area, publisher, flag
        self.key = (indicator.code, area, publisher, "d" in flag)
        self.is_plain = publisher in indicator.publishers and "d" not in flag
        self.turn = 0 if indicator.is_level else DAYS * DAYS


class Release:
    """A period and when its figures came out; made once for all rows that say the same.

    `place` orders periods in time, by their end and then their start; `order` by publication first, leaving room for a
    series' turn. `is_timely`: neither before the period's end nor in the future. `months` mean something for whole
    months only. Compared by identity.
    """

    __slots__ = (
        "dated", "is_timely", "month_count", "months", "order", "period", "place", "published", "published_on",
        "rhythms",
    )  # fmt: skip

    def __init__(self, period: Period, published_on: date, today: date, *, dated: bool) -> None:
        self.period, self.published_on, self.dated = period, published_on, dated
        self.published = published_on.toordinal()
        self.place = place_number(period)
        self.months, self.rhythms = months_of(period), rhythms(period)
        self.month_count = self.months[1] - self.months[0] + 1
        self.order = self.published * 2 * DAYS * DAYS + self.place
        self.is_timely = period.stop <= published_on <= today


class Figure(NamedTuple):
    """One row of a table. `order`: its release's and its series' turn; `digits`: its value, plain, in the base unit."""

    order: int
    line: int
    series: Series
    release: Release
    digits: str
    bound: Bound
    as_published: str
    source: str
    note: str
    reason: str

    @property
    def speaks(self) -> bool:
        """Whether there is something to notice about it by itself."""
        return not (self.release.dated and self.series.is_plain)

    def observation(self, recorded_at: datetime, recorded_by: str) -> Observation:
        """The observation it means."""
        _, _, series, release, digits, bound, as_published, source, note, reason = self
        return Observation(
            series.indicator.code, release.period, Quantity(Decimal(digits), bound), series.publisher,
            release.published_on, series.area, series.flag, source, note, as_published, release.dated,
            recorded_at=recorded_at, recorded_by=recorded_by, reason=reason,
        )  # fmt: skip


def place_number(period: Period) -> int:
    """A number for a period that orders as its end and then its start do."""
    return period.stop.toordinal() * DAYS + period.start.toordinal()

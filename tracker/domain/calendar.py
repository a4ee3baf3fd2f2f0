"""When figures are due: the release calendar of an indicator.

A release is *due* until the latest day it may come out and *overdue* after it; before the usual day nobody expects
it. Periods that are never published on their own (January, where it comes with February) are not missing: they are
not published. An irregular calendar makes nothing due, ever.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from tracker.domain.period import Period


class Frequency(StrEnum):
    """How often an indicator is published."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half-year"
    YEAR = "year"
    IRREGULAR = "irregular"

    @property
    def months(self) -> int:
        """Months from one release to the next; 0 for irregular."""
        return {"month": 1, "quarter": 3, "half-year": 6, "year": 12}.get(self.value, 0)


class Span(StrEnum):
    """Which spans a growth or flow indicator is published for; a stock or a share has no choice."""

    MONTH = "month"
    """The single month (quarter, ...)."""
    YEAR_TO_DATE = "year-to-date"
    """From January to the month's end."""


@dataclass(frozen=True, slots=True)
class Release:
    """A figure to come: its period, the day it usually comes out and the last day it may."""

    period: Period
    usual: date
    latest: date

    def overdue_on(self, day: date) -> bool:
        return day > self.latest


@dataclass(frozen=True, slots=True)
class ReleaseCalendar:
    """Frequency, lags in days after the period's end, and the exceptions.

    `with_next` names months that are published only together with the next one (1 for January). `overrides` gives
    the latest date for single periods: for every figure, of the month or to date, that ends when the period does.
    """

    frequency: Frequency = Frequency.IRREGULAR
    usual_lag: int = 0
    latest_lag: int = 0
    with_next: tuple[int, ...] = ()
    spans: tuple[Span, ...] = (Span.MONTH, Span.YEAR_TO_DATE)
    overrides: Mapping[Period, date] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def is_regular(self) -> bool:
        return self.frequency is not Frequency.IRREGULAR

    def ends(self, span: Period) -> Iterator[date]:
        """The reference dates within `span` that have a release, in order. Nothing for an irregular calendar."""
        if not self.is_regular:
            return
        for month in span.each_month():
            published = month.stop.month % self.frequency.months == 0
            if published and month.stop.month not in self.with_next and month.stop <= span.stop:
                yield month.stop

    def release(self, period: Period) -> Release:
        """The release of `period`: a date set for the figures of its end, else the lags after it."""
        latest = next((day for held, day in self.overrides.items() if held.stop == period.stop), None)
        if latest is not None:
            return Release(period, latest, latest)
        return Release(
            period,
            period.stop + timedelta(days=self.usual_lag),
            period.stop + timedelta(days=self.latest_lag),
        )

    def not_published(self, period: Period) -> bool:
        """Whether `period` never comes out on its own: January where January and February come together."""
        return period.is_whole_months and period.stop.month in self.with_next

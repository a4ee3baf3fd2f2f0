"""Which figures an indicator should have had by a day, and which of them are not there.

A month that is not in the data stays missing: nothing is interpolated, and whoever reads the figures is told.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from tracker.domain.actual import usable
from tracker.domain.calendar import Release, Span
from tracker.domain.indicator import Indicator, Kind
from tracker.domain.observation import Observation
from tracker.domain.period import Period, add_months


def release_periods(indicator: Indicator, span: Period) -> Iterator[Period]:
    """The periods ending in `span` that are published on their own, in order; nothing for an irregular calendar.

    January and February that come together are one period, for the month as for the year to date.
    """
    calendar = indicator.calendar
    for end in calendar.ends(span):
        if indicator.kind is Kind.STOCK:
            yield Period.day(end)
            continue
        single = Period(_first_day(end, calendar.frequency.months, calendar.with_next), end)
        to_date = Period(date(end.year, 1, 1), end)
        if indicator.kind is Kind.SHARE or Span.MONTH in calendar.spans:
            yield single
        listed = indicator.kind is not Kind.SHARE and Span.YEAR_TO_DATE in calendar.spans
        if listed and (to_date != single or Span.MONTH not in calendar.spans):
            yield to_date


def _first_day(end: date, months: int, with_next: tuple[int, ...]) -> date:
    """The first day of a release of `months` months, with the months before that are published only with it."""
    start = add_months(end.replace(day=1), 1 - months)
    while start.month > 1 and start.month - 1 in with_next:
        start = add_months(start, -1)
    return start


def missing_releases(
    indicator: Indicator, view: Iterable[Observation], area: str, span: Period, as_of: date
) -> list[Release]:
    """The releases of `span` that are overdue on `as_of` and not in the as-of view."""
    entered = {row.period for row in usable(view, indicator, area)}
    expected = (indicator.calendar.release(period) for period in release_periods(indicator, span))
    return [release for release in expected if release.period not in entered and release.overdue_on(as_of)]

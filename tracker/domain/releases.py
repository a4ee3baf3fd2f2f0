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


def withheld_periods(indicator: Indicator, span: Period) -> Iterator[tuple[Period, Period]]:
    """The months ending in `span` that are never published on their own, each with the release it comes with.

    For a stock both are days: no figure for the end of January, the next one for the end of February.
    """
    calendar = indicator.calendar
    for month in span.each_month():
        is_an_end = calendar.is_regular and month.stop.month % calendar.frequency.months == 0
        if not is_an_end or month.stop > span.stop or not calendar.not_published(month):
            continue
        following = month
        while calendar.not_published(following):
            following = _month_after(following, calendar.frequency.months)
        comes_with = next(release_periods(indicator, following))
        yield (month.instant() if indicator.kind is Kind.STOCK else month), comes_with


def _month_after(month: Period, count: int) -> Period:
    first = add_months(month.start, count)
    return Period.month(first.year, first.month)


def last_before(indicator: Indicator, rows: Iterable[Observation], period: Period) -> Observation | None:
    """The latest figure that ends before `period` and is of its sort: a month's before a month's, a year to date's
    before a year to date's. `rows` are one a period (`usable`). Readings of a stock are all of one sort, as are the
    figures of an irregular calendar, of which the longest counts.
    """
    has_sorts = indicator.kind in (Kind.FLOW, Kind.GROWTH) and indicator.calendar.is_regular
    is_like = _is_single if _is_single(indicator, period) else _is_to_date
    earlier = [
        row for row in rows if row.period.stop < period.stop and (not has_sorts or is_like(indicator, row.period))
    ]
    return max(earlier, key=lambda row: (row.period.stop, -row.period.start.toordinal()), default=None)


def _is_single(indicator: Indicator, period: Period) -> bool:
    """Whether it is one release of its own: a month, a quarter, or the months that come together."""
    calendar = indicator.calendar
    return period.start == _first_day(period.stop, calendar.frequency.months, calendar.with_next)


def _is_to_date(_indicator: Indicator, period: Period) -> bool:
    return period.start == date(period.stop.year, 1, 1)


def missing_releases(
    indicator: Indicator, view: Iterable[Observation], area: str, span: Period, as_of: date
) -> list[Release]:
    """The releases of `span` that are overdue on `as_of` and not in the as-of view."""
    entered = {row.period for row in usable(view, indicator, area)}
    expected = (indicator.calendar.release(period) for period in release_periods(indicator, span))
    return [release for release in expected if release.period not in entered and release.overdue_on(as_of)]

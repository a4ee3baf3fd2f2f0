"""Which figures should be there, and which are not."""

from datetime import date

import pytest

from tests.domain.cases import MONTHLY, YEARLY, fig, indicator
from tracker.domain.calendar import Frequency, ReleaseCalendar, Span
from tracker.domain.indicator import Indicator, Kind
from tracker.domain.observation import as_of_view
from tracker.domain.period import Period, parse_period
from tracker.domain.releases import missing_releases, release_periods

TO_DATE = ReleaseCalendar(Frequency.MONTH, 19, 25, with_next=(1,), spans=(Span.YEAR_TO_DATE,))
PLAIN = ReleaseCalendar(Frequency.MONTH, 10, 15)
QUARTERLY = ReleaseCalendar(Frequency.QUARTER, 15, 18)


@pytest.mark.parametrize(
    ("measured", "span", "periods"),
    [
        (indicator(Kind.GROWTH, MONTHLY), "2023-Q1", ["2023-01..2023-02", "2023-03", "2023-Q1"]),
        (indicator(Kind.GROWTH, TO_DATE), "2023-Q1", ["2023-01..2023-02", "2023-Q1"]),
        (indicator(Kind.FLOW, PLAIN), "2023-01..02", ["2023-01", "2023-02", "2023-01..2023-02"]),
        (indicator(Kind.FLOW, QUARTERLY), "2023-H1", ["2023-Q1", "2023-Q2", "2023-H1"]),
        (indicator(Kind.STOCK, MONTHLY), "2023-Q1", ["2023-02-28", "2023-03-31"]),
        (indicator(Kind.SHARE, YEARLY), "2022-01..2023-12", ["2022", "2023"]),
        (indicator(Kind.STOCK), "2023", []),
    ],
)
def test_periods_that_are_published_on_their_own(measured: Indicator, span: str, periods: list[str]) -> None:
    assert [str(period) for period in release_periods(measured, parse_period(span))] == periods


def test_what_is_overdue_and_not_entered_is_missing() -> None:
    measured = indicator(Kind.GROWTH, MONTHLY)
    rows = [
        fig("2023-01..02", "2.4", "2023-03-15"),
        fig("2023-03", "3.9", "2023-04-18", flag="f"),
        fig("2023-Q1", "3.0", "2023-04-18", publisher="somebody"),
    ]
    view = as_of_view(rows, date(2023, 4, 20))
    missing = missing_releases(measured, view, "CN", Period.year(2023), date(2023, 4, 20))
    assert [str(release.period) for release in missing] == ["2023-03", "2023-Q1"], "neither an outlook nor a stranger"
    assert missing[0].latest == date(2023, 4, 18)
    assert missing_releases(measured, view, "CN", Period.year(2023), date(2023, 4, 18)) == []

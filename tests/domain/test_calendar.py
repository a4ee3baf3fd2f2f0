"""When figures are due, and which never come out on their own."""

from datetime import date

from tests.domain.cases import MONTHLY, YEARLY, indicator, target
from tracker.domain.calendar import Frequency, ReleaseCalendar
from tracker.domain.facts import release_periods
from tracker.domain.indicator import Kind
from tracker.domain.period import parse_period

YEAR = parse_period("2023")


def test_january_comes_with_february() -> None:
    assert next(MONTHLY.ends(YEAR)) == date(2023, 2, 28)
    assert len(list(MONTHLY.ends(YEAR))) == 11
    assert MONTHLY.not_published(parse_period("2023-01"))
    assert not MONTHLY.not_published(parse_period("2023-01..2023-02"))
    assert not MONTHLY.not_published(parse_period("2023-02"))


def test_overdue_counts_from_the_latest_lag() -> None:
    release = MONTHLY.release(parse_period("2023-05"))
    assert (release.usual, release.latest) == (date(2023, 6, 15), date(2023, 6, 18))
    assert not release.overdue_on(date(2023, 6, 18))
    assert release.overdue_on(date(2023, 6, 19))


def test_a_single_date_may_be_set() -> None:
    september = parse_period("2022-01..2022-09")
    late = ReleaseCalendar(Frequency.MONTH, 15, 18, overrides={september: date(2022, 10, 24)})
    assert late.release(september).latest == date(2022, 10, 24)
    assert late.release(parse_period("2022-09")).latest == date(2022, 10, 24)
    assert late.release(parse_period("2022-10")).latest == date(2022, 11, 18)


def test_quarters_and_years_come_out_at_their_ends() -> None:
    quarterly = ReleaseCalendar(Frequency.QUARTER, 17, 20)
    assert [day.month for day in quarterly.ends(YEAR)] == [3, 6, 9, 12]
    assert list(YEARLY.ends(YEAR)) == [date(2023, 12, 31)]
    assert list(ReleaseCalendar().ends(YEAR)) == []


def test_each_kind_waits_for_its_own_periods() -> None:
    growth, stock, share = (
        target(indicator(kind, calendar), "at-least", "1")
        for kind, calendar in ((Kind.GROWTH, MONTHLY), (Kind.STOCK, MONTHLY), (Kind.SHARE, YEARLY))
    )
    assert [str(period) for period in release_periods(growth)[:2]] == ["2023-01..2023-02", "2023-Q1"]
    assert [str(period) for period in release_periods(stock)[:2]] == ["2023-02-28", "2023-03-31"]
    assert [str(period) for period in release_periods(share)] == ["2023"]

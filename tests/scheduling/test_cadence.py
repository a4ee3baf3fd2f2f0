"""Due instants: worked examples, the clock's gaps and repeats, and what holds for every cadence."""

from datetime import UTC, date, datetime, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tracker.domain.cadence import Cycle, parse_cadence
from tracker.domain.period import parse_period

SHANGHAI = ZoneInfo("Asia/Shanghai")
NEW_YORK = ZoneInfo("America/New_York")
ZONES = [
    SHANGHAI,
    NEW_YORK,
    ZoneInfo("Europe/Berlin"),
    ZoneInfo("Australia/Lord_Howe"),  # shifts by half an hour
    ZoneInfo("America/Sao_Paulo"),  # shifted at midnight until 2019
    ZoneInfo("Pacific/Apia"),  # had no 30 December 2011
    ZoneInfo("Asia/Kathmandu"),
]


def runs(text: str, start: str, count: int, zone: ZoneInfo = SHANGHAI) -> list[str]:
    """The first due times after the local time `start`, as local times with their offset."""
    moment = datetime.fromisoformat(start).replace(tzinfo=zone)
    found = islice(parse_cadence(text).after(moment, zone), count)
    return [instant.astimezone(zone).isoformat(timespec="minutes") for instant in found]


def days(text: str, start: str, count: int) -> list[str]:
    return [due[:10] for due in runs(text, start, count)]


def test_monthly() -> None:
    assert runs("monthly on day 26 at 09:00", "2023-01-26T09:00", 3) == [
        "2023-02-26T09:00+08:00",
        "2023-03-26T09:00+08:00",
        "2023-04-26T09:00+08:00",
    ]


def test_a_start_before_the_time_of_day_is_due_that_day() -> None:
    assert days("monthly on day 26 at 09:00", "2023-01-26T08:59", 1) == ["2023-01-26"]


@pytest.mark.parametrize("text", ["monthly on day 31", "monthly on the last day", "每月最后一天", "每月底"])
def test_a_day_beyond_the_months_end_is_its_last(text: str) -> None:
    expected = ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31"]
    assert days(text, "2024-01-01", 5) == expected


def test_days_that_fall_together_at_the_months_end_are_due_once() -> None:
    assert days("monthly on days 30, 31", "2023-02-01", 3) == ["2023-02-28", "2023-03-30", "2023-03-31"]


def test_the_leap_day_of_a_common_year_is_28_february() -> None:
    assert days("yearly on Feb 29", "2023-01-01", 3) == ["2023-02-28", "2024-02-29", "2025-02-28"]


def test_quarters_and_half_years_begin_in_their_first_month() -> None:
    assert days("quarterly", "2023-01-01", 4) == ["2023-01-26", "2023-04-26", "2023-07-26", "2023-10-26"]
    assert days("quarterly on day 31 of month 2", "2023-01-01", 2) == ["2023-02-28", "2023-05-31"]
    assert days("half-yearly on day 5", "2023-01-06", 2) == ["2023-07-05", "2024-01-05"]


def test_weekdays() -> None:
    assert days("weekly on mon, thu", "2023-06-26T10:00", 3) == ["2023-06-29", "2023-07-03", "2023-07-06"]
    assert days("每周一至周五", "2023-06-30T10:00", 2) == ["2023-07-03", "2023-07-04"]


def test_nth_weekday_of_the_month() -> None:
    assert days("monthly on the first mon", "2023-04-30", 3) == ["2023-05-01", "2023-06-05", "2023-07-03"]
    assert days("monthly on the last fri", "2023-01-01", 3) == ["2023-01-27", "2023-02-24", "2023-03-31"]
    assert days("monthly on the fourth wed", "2023-02-01", 2) == ["2023-02-22", "2023-03-22"]


def test_several_times_a_day() -> None:
    assert runs("daily at 15:00, 9", "2023-01-01T09:00", 2) == ["2023-01-01T15:00+08:00", "2023-01-02T09:00+08:00"]


def test_a_time_the_clock_skips_is_due_right_after_the_gap() -> None:
    assert runs("daily at 02:30", "2023-03-11T00:00", 3, NEW_YORK) == [
        "2023-03-11T02:30-05:00",
        "2023-03-12T03:00-04:00",
        "2023-03-13T02:30-04:00",
    ]


def test_a_skipped_time_and_the_time_after_the_gap_are_one_run() -> None:
    assert runs("daily at 02:30, 03:00", "2023-03-12T00:00", 2, NEW_YORK) == [
        "2023-03-12T03:00-04:00",
        "2023-03-13T02:30-04:00",
    ]


def test_a_time_the_clock_repeats_is_due_once_the_first_time() -> None:
    assert runs("daily at 01:30", "2023-11-04T12:00", 2, NEW_YORK) == [
        "2023-11-05T01:30-04:00",
        "2023-11-06T01:30-05:00",
    ]


def test_a_cadence_through_the_hours_follows_real_time() -> None:
    spring = runs("hourly", "2023-03-12T00:30", 3, NEW_YORK)
    assert spring == ["2023-03-12T01:00-05:00", "2023-03-12T03:00-04:00", "2023-03-12T04:00-04:00"]
    autumn = runs("every 30 minutes", "2023-11-05T00:45", 5, NEW_YORK)
    assert autumn == [
        "2023-11-05T01:00-04:00",
        "2023-11-05T01:30-04:00",
        "2023-11-05T01:00-05:00",
        "2023-11-05T01:30-05:00",
        "2023-11-05T02:00-05:00",
    ]


def test_a_date_that_the_zone_left_out_is_due_when_the_next_begins() -> None:
    assert runs("daily at 09:00", "2011-12-29T00:00", 3, ZoneInfo("Pacific/Apia")) == [
        "2011-12-29T09:00-10:00",
        "2011-12-31T00:00+14:00",
        "2011-12-31T09:00+14:00",
    ]


@pytest.mark.parametrize(
    ("cycle", "day", "period"),
    [
        (Cycle.MONTH, "2023-02-26", "2023-01"),
        (Cycle.MONTH, "2023-01-31", "2022-12"),
        (Cycle.MONTH, "2024-03-01", "2024-02"),
        (Cycle.QUARTER, "2023-04-01", "2023-Q1"),
        (Cycle.QUARTER, "2023-03-31", "2022-Q4"),
        (Cycle.HALF_YEAR, "2023-07-01", "2023-H1"),
        (Cycle.YEAR, "2024-01-20", "2023"),
        (Cycle.WEEK, "2023-06-26", "2023-06-19..2023-06-25"),
        (Cycle.WEEK, "2023-06-25", "2023-06-12..2023-06-18"),
        (Cycle.DAY, "2023-03-01", "2023-02-28"),
    ],
)
def test_a_run_concerns_the_last_complete_period(cycle: Cycle, day: str, period: str) -> None:
    assert cycle.complete_on(date.fromisoformat(day)) == parse_period(period)


def test_periods_follow_each_other() -> None:
    assert Cycle.QUARTER.following(parse_period("2023-Q4")) == parse_period("2024-Q1")
    assert Cycle.MONTH.following(parse_period("2024-01")) == parse_period("2024-02")


TEXTS = [
    "monthly on day 26",
    "monthly on days 1, 31 at 00:30",
    "monthly on the last sun at 02:30",
    "quarterly on day 30 of month 2",
    "yearly on Feb 29",
    "weekly on sun at 01:30, 02:30",
    "daily at 00:00, 02:15, 23:59",
    "hourly",
    "*/20 1-3 * * *",
    "30 2 * * sun",
    "0 0 13 * fri",
]
moments = st.datetimes(datetime(2005, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 -- the strategy adds the zone


@settings(deadline=None)
@given(st.sampled_from(TEXTS), st.sampled_from(ZONES), moments)
@example("hourly", ZoneInfo("America/Sao_Paulo"), datetime(2018, 2, 17, 22, tzinfo=UTC))
@example("daily at 00:00, 02:15, 23:59", ZoneInfo("Pacific/Apia"), datetime(2011, 12, 28, tzinfo=UTC))
@example("weekly on sun at 01:30, 02:30", NEW_YORK, datetime(2023, 10, 30, tzinfo=UTC))
def test_instants_increase_and_do_not_depend_on_where_one_starts(text: str, zone: ZoneInfo, moment: datetime) -> None:
    cadence = parse_cadence(text)
    found = list(islice(cadence.after(moment, zone), 6))
    assert moment < found[0]
    assert all(one < two for one, two in pairwise(found))
    assert list(islice(cadence.after(found[2], zone), 3)) == found[3:]
    between = found[2] + (found[3] - found[2]) / 2
    assert next(cadence.after(between, zone)) == found[3]


@settings(deadline=None)
@given(st.sampled_from(TEXTS), st.sampled_from(ZONES), moments)
def test_the_latest_instant_is_the_last_of_those_before(text: str, zone: ZoneInfo, moment: datetime) -> None:
    cadence = parse_cadence(text)
    first, second, third = islice(cadence.after(moment, zone), 3)
    assert cadence.latest(second, zone, since=moment) == second
    assert cadence.latest(third - timedelta(microseconds=1), zone, since=moment) == second
    assert cadence.latest(third, zone, since=third + timedelta(seconds=1)) is None
    assert cadence.latest(first - timedelta(microseconds=1), zone, since=moment) in (None, moment)


@settings(deadline=None)
@given(st.sampled_from(TEXTS), st.sampled_from(ZONES), moments)
def test_every_instant_is_at_its_time_of_day_or_right_after_a_gap(text: str, zone: ZoneInfo, moment: datetime) -> None:
    cadence = parse_cadence(text)
    for instant in islice(cadence.after(moment, zone), 4):
        local = instant.astimezone(zone)
        before = (instant - timedelta(seconds=1)).astimezone(zone).utcoffset()
        assert local.time() in cadence.times or before != local.utcoffset()


@given(st.sampled_from(list(Cycle)), st.dates(date(1990, 1, 1), date(2050, 1, 1)))
def test_periods_tile_the_calendar(cycle: Cycle, day: date) -> None:
    period = cycle.period(day)
    assert day in period
    assert cycle.complete_on(cycle.following(period).start) == period
    assert cycle.complete_on(day).stop < period.start

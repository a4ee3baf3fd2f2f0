"""Cron expressions mean what crontab(5) says, not what APScheduler makes of them."""

from datetime import date, datetime
from itertools import islice
from zoneinfo import ZoneInfo

import pytest

from tracker.domain.cadence import parse_cadence

ZONE = ZoneInfo("Asia/Shanghai")


def due(text: str, start: str, count: int) -> list[str]:
    moment = datetime.fromisoformat(start).replace(tzinfo=ZONE)
    return [
        f"{day.astimezone(ZONE):%a %Y-%m-%d %H:%M}" for day in islice(parse_cadence(text).after(moment, ZONE), count)
    ]


@pytest.mark.parametrize(
    ("field", "weekday"), [("0", "Sun"), ("7", "Sun"), ("sun", "Sun"), ("1", "Mon"), ("mon", "Mon"), ("6", "Sat")]
)
def test_sunday_is_0_and_7_and_monday_is_1(field: str, weekday: str) -> None:
    assert [day[:3] for day in due(f"0 8 * * {field}", "2023-06-01", 2)] == [weekday, weekday]


def test_day_and_weekday_both_restricted_mean_either() -> None:
    assert due("0 8 13 * fri", "2023-10-01", 5) == [
        "Fri 2023-10-06 08:00",
        "Fri 2023-10-13 08:00",
        "Fri 2023-10-20 08:00",
        "Fri 2023-10-27 08:00",
        "Fri 2023-11-03 08:00",
    ]
    assert "Mon 2023-11-13 08:00" in due("0 8 13 * fri", "2023-11-04", 3)


def test_a_day_field_that_begins_with_a_star_does_not_restrict() -> None:
    """crontab(5): ``*/2`` counts as unrestricted, so both must hold."""
    assert due("0 8 */2 * mon", "2023-06-01", 3) == [
        "Mon 2023-06-05 08:00",
        "Mon 2023-06-19 08:00",
        "Mon 2023-07-03 08:00",
    ]


def test_a_month_without_the_day_is_left_out() -> None:
    assert [day[4:14] for day in due("0 8 31 * *", "2023-01-01", 4)] == [
        "2023-01-31",
        "2023-03-31",
        "2023-05-31",
        "2023-07-31",
    ]


def test_the_leap_day_comes_in_leap_years() -> None:
    assert [day[4:14] for day in due("0 8 29 2 *", "2023-01-01", 2)] == ["2024-02-29", "2028-02-29"]


def test_ranges_lists_and_steps() -> None:
    assert [day[15:] for day in due("*/20 8-10/2,15 * * *", "2023-06-01", 9)] == [
        "08:00", "08:20", "08:40", "10:00", "10:20", "10:40", "15:00", "15:20", "15:40"]  # fmt: skip
    assert [day[4:14] for day in due("0 0 1 jan-mar,dec *", "2023-01-02", 4)] == [
        "2023-02-01", "2023-03-01", "2023-12-01", "2024-01-01"]  # fmt: skip
    assert [day[:3] for day in due("0 0 * * 5-7", "2023-06-01", 4)] == ["Fri", "Sat", "Sun", "Fri"]


def test_every_day_of_a_leap_year_agrees_with_the_definition() -> None:
    """The rule of either day, counted by hand over a year: 13ths and Fridays."""
    cadence = parse_cadence("0 8 13 * 5")
    days = [date.fromordinal(date(2024, 1, 1).toordinal() + offset) for offset in range(366)]
    assert sum(cadence.days.has(day) for day in days) == 52 + 12 - 2  # Friday 13 September and December 2024

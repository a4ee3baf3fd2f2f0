"""Types of options: dates, periods, times, and the codes a mistyped one may have meant."""

from datetime import UTC, date, datetime
from typing import Any

import click
import pytest

from tracker.cli.options import DATE, KNOWN_AT, PERIOD, PUBLISHED, Parsed
from tracker.domain.nearest import nearest
from tracker.domain.period import Period
from tracker.errors import BadDate, BadPeriod


def read(kind: Parsed, text: str) -> Any:
    return kind.convert(text, click.Option(["--on"]), None)


@pytest.mark.parametrize("text", ["2023-06-26", "2023年6月26日"])
def test_a_date_as_people_write_it(text: str) -> None:
    assert read(DATE, text) == date(2023, 6, 26)


@pytest.mark.parametrize(
    ("text", "day"),
    [("2023-06-26", date(2023, 6, 26)), ("2023-02", date(2023, 2, 28)), ("2023年上半年", date(2023, 6, 30))],
)
def test_a_month_may_stand_for_its_last_day(text: str, day: date) -> None:
    assert read(PUBLISHED, text) == day


@pytest.mark.parametrize("text", ["0001-01-01", "9999-12-31", "9999-12-31T10:00"])
def test_a_moment_is_in_the_years_that_dates_are_in(text: str) -> None:
    with pytest.raises(BadDate) as caught:
        read(KNOWN_AT, text)
    assert caught.value.data["problem"] == "year"


@pytest.mark.parametrize("text", ["2023-02-30", "yesterday", "", "２０２３-13-01"])
def test_what_is_no_date_names_the_option(text: str) -> None:
    for kind in (DATE, PUBLISHED, KNOWN_AT):
        with pytest.raises(BadDate) as caught:
            read(kind, text)
        assert caught.value.data["text"] == text
        assert caught.value.data["option"] == "--on"


def test_a_period() -> None:
    assert read(PERIOD, "2023年1—5月") == Period(date(2023, 1, 1), date(2023, 5, 31))
    with pytest.raises(BadPeriod):
        read(PERIOD, "2023-13")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2023-06-26", datetime(2023, 6, 26, 15, 59, 59, 999999, UTC)),
        ("2023-06-26T09:30", datetime(2023, 6, 26, 1, 30, tzinfo=UTC)),
        ("2023-06-26 09:30:01", datetime(2023, 6, 26, 1, 30, 1, tzinfo=UTC)),
        ("2023-06-26T09:30+00:00", datetime(2023, 6, 26, 9, 30, tzinfo=UTC)),
        ("2023-06-26T09:30Z", datetime(2023, 6, 26, 9, 30, tzinfo=UTC)),
    ],
)
def test_known_at_is_in_the_plans_zone_unless_it_has_an_offset(text: str, moment: datetime) -> None:
    assert read(KNOWN_AT, text).at("Asia/Shanghai") == moment


def test_the_end_of_a_day_follows_its_clock_changes() -> None:
    assert read(KNOWN_AT, "2023-03-26").at("Europe/Berlin") == datetime(2023, 3, 26, 21, 59, 59, 999999, UTC)
    assert read(KNOWN_AT, "2023-03-25").at("Europe/Berlin") == datetime(2023, 3, 25, 22, 59, 59, 999999, UTC)


CODES = ["industrial-value-added", "srdi-smes", "little-giants", "telecom-volume", "nev-sales", "nev-production"]


@pytest.mark.parametrize(
    ("given", "first"),
    [
        ("srdi_smes", "srdi-smes"),
        ("SRDI-SMES", "srdi-smes"),
        ("litle-giant", "little-giants"),
        ("industrial", "industrial-value-added"),
        ("nev-slaes", "nev-sales"),
    ],
)
def test_the_nearest_code_comes_first(given: str, first: str) -> None:
    assert nearest(given, CODES)[0] == first


def test_what_resembles_nothing_has_no_neighbours() -> None:
    assert nearest("zzzz", CODES) == []
    assert nearest("", CODES) == []

"""Periods: arithmetic, canonical text and labels."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.bilingual import LANGS, Lang
from tracker.domain.period import Period, add_months, label, parse_date, parse_period

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
day_spans = st.tuples(days, days).map(lambda pair: Period(min(pair), max(pair)))
months = st.tuples(st.integers(1900, 2100), st.integers(1, 12)).map(lambda pair: Period.month(*pair))
month_spans = st.tuples(months, months).map(lambda pair: Period(min(pair).start, max(pair).stop))
"""Mostly across years; `year_spans` stay within one, as published figures do."""
year_spans = st.tuples(st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 12)).map(
    lambda found: Period.months(found[0], min(found[1:]), max(found[1:]))
)
periods = st.one_of(year_spans, month_spans, day_spans, days.map(Period.day))


@pytest.mark.parametrize(
    ("start", "stop", "canonical", "chinese", "english"),
    [
        ("2023-01-01", "2023-12-31", "2023", "2023年", "2023"),
        ("2023-01-01", "2023-06-30", "2023-H1", "2023年上半年", "H1 2023"),
        ("2023-07-01", "2023-12-31", "2023-H2", "2023年下半年", "H2 2023"),
        ("2023-01-01", "2023-03-31", "2023-Q1", "2023年一季度", "Q1 2023"),
        ("2023-10-01", "2023-12-31", "2023-Q4", "2023年四季度", "Q4 2023"),
        ("2023-02-01", "2023-04-30", "2023-02..2023-04", "2023年2—4月", "Feb–Apr 2023"),
        ("2023-02-01", "2023-07-31", "2023-02..2023-07", "2023年2—7月", "Feb–Jul 2023"),
        ("2023-01-01", "2023-09-30", "2023-01..2023-09", "2023年前三季度", "Jan–Sep 2023"),
        ("2023-05-01", "2023-05-31", "2023-05", "2023年5月", "May 2023"),
        ("2023-01-01", "2023-02-28", "2023-01..2023-02", "2023年1—2月", "Jan–Feb 2023"),
        ("2024-01-01", "2024-02-28", "2024-01-01..2024-02-28", "2024年1月1日—2月28日", "1 Jan – 28 Feb 2024"),
        ("2022-11-01", "2023-02-28", "2022-11..2023-02", "2022年11月—2023年2月", "Nov 2022 – Feb 2023"),
        ("2021-01-01", "2023-12-31", "2021-01..2023-12", "2021—2023年", "2021–2023"),
        ("2023-06-26", "2023-06-26", "2023-06-26", "2023年6月26日", "26 Jun 2023"),
        ("2023-05-03", "2023-05-09", "2023-05-03..2023-05-09", "2023年5月3—9日", "3–9 May 2023"),
        (
            "2022-12-28",
            "2023-01-03",
            "2022-12-28..2023-01-03",
            "2022年12月28日—2023年1月3日",
            "28 Dec 2022 – 3 Jan 2023",
        ),
    ],
)
def test_a_period_has_one_short_name_and_a_label_in_each_language(
    start: str, stop: str, canonical: str, chinese: str, english: str
) -> None:
    period = Period(date.fromisoformat(start), date.fromisoformat(stop))
    assert (str(period), label(period, "zh"), label(period, "en")) == (canonical, chinese, english)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023-H1", "2023-01..2023-06"), ("2023-Q3", "2023-07..2023-09"), ("2023-01..2023-05", "2023-01..2023-05"),
        ("2023-02", "2023-02"), ("2023", "2023"), ("2023-06-26", "2023-06-26"), ("2022..2023", "2022-01..2023-12"),
        ("2023-06-26..2023-07-02", "2023-06-26..2023-07-02"),
    ],
)  # fmt: skip
def test_data_name_a_span_by_its_ends(text: str, expected: str) -> None:
    """A reader of January to May and of January to June gets the two alike."""
    assert parse_period(text).by_ends == expected
    assert parse_period(expected) == parse_period(text)


@given(periods)
def test_the_canonical_text_reads_back(period: Period) -> None:
    assert parse_period(str(period)) == period


@given(periods, st.sampled_from(LANGS))
def test_labels_read_back(period: Period, lang: Lang) -> None:
    assert parse_period(label(period, lang)) == period


@given(periods, periods)
def test_different_periods_have_different_names(one: Period, other: Period) -> None:
    assert (one == other) == (str(one) == str(other)) == (label(one, "zh") == label(other, "zh"))


@given(days, st.sampled_from(LANGS))
def test_a_day_reads_back_as_a_date(day: date, lang: Lang) -> None:
    assert parse_date(day.isoformat()) == parse_date(label(Period.day(day), lang)) == day


def test_a_period_does_not_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        Period(date(2023, 2, 1), date(2023, 1, 31))


def test_periods_are_ordered_by_start_and_then_by_end() -> None:
    names = ["2023-02", "2023", "2023-01..2023-02", "2023-01", "2022"]
    ordered = sorted(map(parse_period, names))
    assert [str(period) for period in ordered] == ["2022", "2023-01", "2023-01..2023-02", "2023", "2023-02"]


@given(periods, periods)
def test_a_period_covers_another_when_it_has_its_ends(one: Period, other: Period) -> None:
    assert one.covers(other) == (other.start in one and other.stop in one)


@pytest.mark.parametrize(
    ("day", "n", "expected"),
    [
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2023-12-15", 1, "2024-01-15"),
        ("2023-03-31", -1, "2023-02-28"),
        ("2023-01-01", -13, "2021-12-01"),
        ("2023-05-05", 0, "2023-05-05"),
    ],
)
def test_months_are_added_up_to_the_end_of_the_month(day: str, n: int, expected: str) -> None:
    assert add_months(date.fromisoformat(day), n) == date.fromisoformat(expected)


@given(days, st.integers(-1200, 1200))
def test_adding_months_moves_that_many_calendar_months(day: date, n: int) -> None:
    moved = add_months(day, n)
    assert (moved.year - day.year) * 12 + moved.month - day.month == n
    assert moved.day == day.day or (moved.day < day.day and (moved + timedelta(days=1)).day == 1)


@given(st.one_of(year_spans, month_spans))
def test_the_months_of_whole_months_follow_each_other_without_a_gap(period: Period) -> None:
    found = list(period.each_month())
    assert (found[0].start, found[-1].stop) == (period.start, period.stop)
    assert all(one.next_day == other.start for one, other in pairwise(found))
    assert len(found) == period.month_count
    assert all(month.month_count == 1 for month in found)


def test_the_months_of_a_few_days_are_the_whole_months_they_touch() -> None:
    touched = parse_period("2023-01-31..2023-03-01").each_month()
    assert [str(month) for month in touched] == ["2023-01", "2023-02", "2023-03"]


def test_days_are_not_counted_in_months() -> None:
    with pytest.raises(ValueError, match="whole months"):
        _ = parse_period("2023-05-03..2023-05-09").month_count


@pytest.mark.parametrize(
    ("text", "expected"), [("2023", "2023-12-31"), ("2024-02", "2024-02-29"), ("2023-06-26", "2023-06-26")]
)
def test_for_a_stock_a_period_is_its_last_day(text: str, expected: str) -> None:
    instant = parse_period(text).instant()
    assert instant.is_day
    assert str(instant) == expected


@pytest.mark.parametrize(
    ("text", "years", "expected"),
    [
        ("2023-01..2023-05", -1, "2022-01..2022-05"),
        ("2024-02", -1, "2023-02"),
        ("2023-02", 1, "2024-02"),
        ("2024-02-29", -1, "2023-02-28"),
        ("2023-02-28", 1, "2024-02-28"),
        ("2022-11..2023-02", 1, "2023-11..2024-02"),
    ],
)
def test_the_same_span_of_another_year(text: str, years: int, expected: str) -> None:
    assert str(parse_period(text).shifted(years=years)) == expected

"""Published figures as a series in equal steps."""

from datetime import date

import pytest

from tests.domain.cases import MONTHLY, fig
from tracker.domain.calendar import ReleaseCalendar
from tracker.domain.indicator import Kind
from tracker.domain.observation import Observation
from tracker.domain.period import month_number
from tracker.domain.steps import Series, flow_series, slippage, stock_series

DUE = date(2023, 12, 31)
PLAIN = ReleaseCalendar()


def flow(rows: list[Observation], calendar: ReleaseCalendar = PLAIN, kind: Kind = Kind.FLOW) -> Series:
    found = flow_series(rows, kind, calendar, DUE)
    assert found is not None
    return found


def rows(**values: str) -> list[Observation]:
    """Figures by period, written with underscores: y2023_01__2023_05 is 2023-01..2023-05."""
    return [
        fig(period[1:].replace("__", "..").replace("_", "-"), value, "2024-01-01") for period, value in values.items()
    ]


def test_months_are_taken_as_published_and_else_from_years_to_date() -> None:
    found = flow(rows(y2023_01="10", y2023_01__2023_02="19", y2023_01__2023_03="31", y2023_03="13"))
    assert list(found.values) == [10, 9, 13]
    assert found.points == 3
    assert found.last == month_number(date(2023, 3, 31))
    assert found.months_ahead == 9


def test_january_with_february_is_one_step_of_two_months() -> None:
    found = flow(rows(y2023_01__2023_02="30", y2023_03="13", y2023_04="14"))
    assert list(found.values) == [15, 13, 14]
    assert found.season == 11
    assert sum(map(len, found.ahead)) == 8


def test_a_calendar_that_joins_january_joins_it_in_the_months_ahead() -> None:
    found = flow(rows(y2022_11="13", y2022_12="14"), MONTHLY)
    assert [len(months) for months in found.ahead] == [2] + [1] * 10


def test_two_months_published_as_one_sum_elsewhere_are_shared_evenly() -> None:
    found = flow(rows(y2023_01="10", y2023_01__2023_02="20", y2023_01__2023_04="44", y2023_05="11"))
    assert list(found.values) == [10, 10, 12, 12, 11]
    assert found.points == 4


def test_growth_of_single_months_follows_from_growth_to_date() -> None:
    found = flow(rows(y2023_01__2023_02="3.0", y2023_01__2023_03="4.0", y2023_01__2023_04="3.5"), MONTHLY, Kind.GROWTH)
    assert list(found.values) == pytest.approx([3.0, 6.0, 2.0])


def test_a_gap_starts_the_series_anew() -> None:
    found = flow(rows(y2023_01="10", y2023_02="11", y2023_06="12", y2023_07="13"))
    assert list(found.values) == [12, 13]


def test_quarters_are_steps_of_their_own() -> None:
    found = flow(rows(y2022="120", y2023_Q1="30", y2023_H1="63", y2023_01__2023_09="96"))
    assert list(found.values) == [10, 11, 11]
    assert found.season == 4
    assert [len(months) for months in found.ahead] == [3]


def test_a_lone_total_is_no_series() -> None:
    assert flow_series(rows(y2022="120"), Kind.FLOW, PLAIN, DUE) is None


@pytest.mark.parametrize(("kind", "months"), [(Kind.FLOW, 36), (Kind.GROWTH, 24)])
def test_what_is_too_old_does_not_count(kind: Kind, months: int) -> None:
    many = [fig(f"{year}-{month:02}", "5", "2024-01-01") for year in range(2019, 2023) for month in range(1, 13)]
    assert len(flow(many, kind=kind).values) == months


def test_a_stock_s_last_reading_of_a_month_is_its_level_and_a_month_between_gets_its_share() -> None:
    readings = rows(y2023_01_10="100", y2023_01_31="104", y2023_02_28="108", y2023_04_30="120", y2023_05_26="123")
    found = stock_series(readings, DUE)
    assert found is not None
    assert list(found.values) == [104, 108, 114, 120, 123]
    assert (found.points, found.months_ahead) == (4, 7)


def test_a_stock_read_each_quarter_has_steps_of_a_quarter() -> None:
    found = stock_series(rows(y2022_09_30="90", y2022_12_31="100", y2023_03_31="110"), DUE)
    assert found is not None
    assert (found.season, len(found.ahead), found.months_ahead) == (4, 3, 9)


def test_a_stock_read_now_and_then_has_no_series() -> None:
    assert stock_series(rows(y2022_09_08="1", y2022_12_31="2", y2023_07_31="3"), DUE) is None


def test_a_last_reading_in_the_month_of_the_due_date_still_has_a_step_ahead() -> None:
    found = stock_series(rows(y2023_10_31="1", y2023_11_30="2", y2023_12_21="3"), DUE)
    assert found is not None
    assert len(found.ahead) == 1


def test_slippage_is_what_totals_move_by_beyond_their_months() -> None:
    quiet = rows(y2023_01="10", y2023_02="9", y2023_01__2023_02="19", y2023_03="12", y2023_01__2023_03="31")
    assert slippage(quiet, Kind.FLOW) == 0
    revised = rows(y2023_01="10", y2023_02="9", y2023_01__2023_02="20", y2023_03="12", y2023_01__2023_03="34")
    assert slippage(revised, Kind.FLOW) == pytest.approx(3 * 3 / 2)
    assert slippage(rows(y2023_01="10", y2023_02="9"), Kind.FLOW) == 0

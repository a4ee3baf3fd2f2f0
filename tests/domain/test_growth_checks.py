"""Growth held against the months before it, against the month it takes in and against its levels; and what one says."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.domain import vehicle_series as vehicle
from tests.domain.cases import VEHICLES, fig, indicator
from tests.domain.true_series import GROWTHS_BOTH_WAYS, growth
from tracker.domain.checks import RULES, Case, History, check
from tracker.domain.checks.growth import likely_growth, step
from tracker.domain.indicator import Direction, Kind
from tracker.domain.observation import Observation
from tracker.domain.problems import warnings
from tracker.domain.quantity import Quantity

TODAY = date(2026, 1, 1)
BY_CODE = {rule.code: rule for rule in RULES}
Pairs = list[tuple[Observation, Observation]]


def case(figure: Observation, *known: Observation, kind: Kind = Kind.GROWTH, levels: History | None = None) -> Case:
    measured = indicator(kind, publishers=("caam", "nbs"), unit=VEHICLES)
    return Case(figure, measured, History(known), TODAY, levels)


def finds(code: str, figure: Observation, *known: Observation, kind: Kind = Kind.GROWTH) -> bool:
    return BY_CODE[code].look(case(figure, *known, kind=kind)) is not None


def codes(figure: Observation, history: History, levels: History | None = None) -> list[str]:
    return [found.code for found in warnings(check(replace(case(figure, levels=levels), history=history)))]


def both_ways() -> list[list[Observation]]:
    """Growth of each month and from January on, in the order in which they came out."""
    pairs: list[Pairs] = [
        list(zip(growth(months, to_date=False), growth(to_date, to_date=True), strict=True))
        for months, to_date in GROWTHS_BOTH_WAYS
    ]
    months, to_date = vehicle.SALES_GROWTH, vehicle.SALES_GROWTH_TO_DATE
    vehicles = zip(vehicle.growth(months, to_date=False), vehicle.growth(to_date, to_date=True), strict=True)
    return [list({row.period: row for pair in one for row in pair}.values()) for one in [*pairs, list(vehicles)]]


# Growth from January on and of its last month -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lowest", "value", "found"), [("-47.6", "-99.0", False), ("-47.6", "-126.0", True), ("-101", "-126.0", False)]
)
def test_nothing_falls_by_more_than_all_there_is_but_what_was_negative(lowest: str, value: str, found: bool) -> None:
    months = ("0.9", "18.7", "-11.7", lowest)
    known = [fig(f"2022-0{month}", one, "2022-06-01") for month, one in enumerate(months, start=1)]
    assert finds("unlikely", fig("2022-05", value, "2022-06-11"), *known) is found


@pytest.mark.parametrize("rows", both_ways())
def test_published_growth_goes_with_the_month_it_takes_in(rows: list[Observation]) -> None:
    history = History()
    for row in rows:
        assert codes(row, history) == [], str(row.period)
        history.add(row)


KNOWN = [fig("2024-01..2024-09", "2.4", "2024-10-11"), fig("2024-10", "7.0", "2024-11-11")]


@pytest.mark.parametrize(("value", "found"), [("2.7", False), ("4.4", False), ("7.0", True), ("1.4", True)])
def test_a_month_moves_growth_to_date_by_its_weight(value: str, found: bool) -> None:
    assert finds("growth-steps", fig("2024-01..2024-10", value, "2024-11-11"), *KNOWN) is found


def test_the_month_is_held_against_growth_to_date_too() -> None:
    known = [KNOWN[0], fig("2024-01..2024-10", "5.7", "2024-11-11")]
    assert finds("growth-steps", fig("2024-10", "7.0", "2024-11-11"), *known)
    assert not finds("growth-steps", fig("2024-10", "35", "2024-11-11"), *known)
    assert not finds("growth-steps", fig("2024-10", ">7", "2024-11-11"), *known)


def test_growth_to_date_entered_late_is_held_against_the_next() -> None:
    later = [fig("2024-01..2024-10", "2.7", "2024-11-11"), KNOWN[1]]
    assert finds("growth-steps", fig("2024-01..2024-09", "24", "2024-11-11"), *later)
    assert not finds("growth-steps", fig("2024-01..2024-09", "2.4", "2024-11-11"), *later)


def test_the_growth_of_a_month_follows_from_growth_to_date() -> None:
    known, row = fig("2024-01..2024-03", "4", "2024-04-11"), fig("2024-01..2024-04", "5", "2024-05-11")
    line = History([known, row]).line(row.series)
    assert step(line, row) == 8
    assert step(line, known) == 4
    assert step(line, fig("2024-04", "9", "2024-05-11")) == 9


# What is likely -------------------------------------------------------------------------------------------------------


def test_growth_of_which_nothing_is_known_may_be_much() -> None:
    low, high = likely_growth(case(fig("2021-01..2021-02", "319", "2021-03-11")))
    assert low < -80
    assert 319 < high < 560


@pytest.mark.parametrize(
    ("value", "found"), [("7.2", False), ("6.6", False), ("7.6", True), ("15", True), ("-6.9", True), ("69", True)]
)
def test_growth_to_date_moves_little_late_in_the_year(value: str, found: bool) -> None:
    steady = [fig(f"2023-01..2023-{month:02}", "6.9", f"2023-{month + 1:02}-20") for month in range(2, 10)]
    assert finds("unlikely", fig("2023-01..2023-10", value, "2023-11-20"), *steady) is found


@pytest.mark.parametrize(("value", "found"), [("-20", False), ("30", False), ("56", True)])
def test_two_readings_tell_the_size_of_growth(value: str, found: bool) -> None:
    known = [fig("2023-03", "5.4", "2023-04-18"), fig("2023-04", "4.6", "2023-05-16")]
    assert finds("unlikely", fig("2023-05", value, "2023-06-15"), *known) is found


# Growth and its levels ------------------------------------------------------------------------------------------------

SALES = vehicle.vehicles(vehicle.SALES, vehicle.SALES_TO_DATE)


@pytest.mark.parametrize(
    ("period", "value", "found"),
    [
        ("2023-07", "-1.4", False),
        ("2023-07", "1.4", True),
        ("2023-07", "7.9", True),
        ("2023-07", "2.4", False),
        ("2023-01..2023-07", "7.9", False),
        ("2023-01..2023-07", "-1.4", True),
        ("2023-01..2023-07", "0.79", True),
        ("2023-01..2023-07", "12.1", False),
    ],
)
def test_a_usual_slip_is_seen_where_undoing_it_meets_the_levels(period: str, value: str, found: bool) -> None:
    figure = fig(period, value, "2023-08-11", "caam")
    assert ("growth-differs" in codes(figure, History(), History(SALES))) is found


def test_levels_that_never_met_growth_show_no_slip() -> None:
    """Investment in property, published on the comparable base: -9.6 % for 2023 where the levels fell by 16.5 %."""
    level = {"2022-01..2022-11": "1238.6", "2022": "1329.0", "2023-01..2023-11": "1040.5", "2023": "1109.1"}
    levels = History(fig(period, value, "2024-01-17") for period, value in level.items())
    known = History([fig("2023-01..2023-11", "-9.4", "2023-12-15")])
    assert codes(fig("2023", "-9.6", "2024-01-17"), known, levels) == []
    assert codes(fig("2023", "9.6", "2024-01-17"), known, levels) == ["growth-differs"]


# What a figure says by itself -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "known", "found"),
    [("0.277", "", True), ("0.27", "", False), ("1.277", "", False), ("0.056", "5.1", True), ("0.056", "5.125", False)],
)
def test_a_percentage_written_as_a_fraction(value: str, known: str, found: bool) -> None:
    before = [fig("2022", known, "2023-01-18")] if known else []
    assert finds("fraction", fig("2023", value, "2024-01-18"), *before, kind=Kind.SHARE) is found


@pytest.mark.parametrize("kind", [Kind.FLOW, Kind.STOCK, Kind.SHARE])
def test_a_first_figure_below_zero(kind: Kind) -> None:
    assert finds("below-zero", fig("2023", "-12", "2024-01-18"), kind=kind)
    assert not finds("below-zero", fig("2023", "12", "2024-01-18"), kind=kind)
    assert not finds("below-zero", fig("2023", "-12", "2024-01-18"), fig("2022", "-9", "2023-01-18"), kind=kind)
    assert not finds("below-zero", fig("2023", "-12", "2024-01-18"), kind=Kind.GROWTH)


@pytest.mark.parametrize(("share", "found"), [("33", False), ("3.3", True), ("-33", True), ("3300", True)])
def test_one_reading_tells_the_size_of_a_share(share: str, found: bool) -> None:
    figure, known = fig("2023-02", share, "2024-01-18"), fig("2023-01", "24.7", "2024-01-18")
    assert bool(warnings(check(case(figure, known, kind=Kind.SHARE)))) is found


# Stocks that come and go ----------------------------------------------------------------------------------------------

RESERVES = "32216 32138 31880 31197 31278 30713 31041 30549 30290 30524 31175 31277"
"""Of China's central bank at the ends of the months of 2022, in 100 million dollars."""


def test_a_stock_that_goes_up_and_down_may_fall() -> None:
    history, asked = History(), []
    for month, value in enumerate(RESERVES.split(), start=1):
        row = fig(f"2022-{month:02}-28", value, "2023-01-11")
        if BY_CODE["stock-falls"].look(replace(case(row, kind=Kind.STOCK), history=history)):
            asked.append(month)
        history.add(row)
    assert asked == [2, 3]
    down = replace(indicator(Kind.STOCK), direction=Direction.DOWN)
    assert BY_CODE["stock-falls"].look(Case(fig("2023-01-31", "1", "2023-02-11"), down, history, TODAY)) is None


def test_one_fall_among_many_rises_excuses_no_other() -> None:
    grew = [fig(f"2022-{month:02}-28", str(100 + 5 * month), "2023-01-11") for month in range(1, 13)]
    fallen = [*grew[:5], replace(grew[5], quantity=Quantity(Decimal(120))), *grew[6:]]
    assert finds("stock-falls", fig("2023-01-28", "150", "2023-02-11"), *fallen, kind=Kind.STOCK)


# A history ------------------------------------------------------------------------------------------------------------


def test_what_was_taken_in_can_be_taken_out() -> None:
    known = [fig("2023-01", "5", "2023-03-11"), fig("2023-02", "6", "2023-03-11"), fig("2023-02", "7", "2023-04-11")]
    history, before = History(known), History(known)
    for row in (fig("2023-02", "8", "2023-05-11"), fig("2023-01..2023-02", "6", "2023-03-11")):
        history.add(row)
        history.drop(row)
    series, later = known[0].series, fig("2023-03", "9", "2023-06-11").period
    assert list(history.line(series).before(later)) == list(before.line(series).before(later))
    assert history.line(series).vintages(known[1].period) == known[1:]
    assert list(history.line(series).longer(known[0].period)) == []


# February -------------------------------------------------------------------------------------------------------------


def test_new_year_in_january_makes_no_year_to_date_of_february() -> None:
    """Commercial vehicles: 34.4, 25.0 in 2022; 18.0, 32.4 in 2023, when New Year fell into January."""
    before = [
        fig(f"2022-{month:02}", value, "2023-01-11")
        for month, value in ((1, "344000"), (2, "250000"), (10, "273000"), (11, "253000"), (12, "291000"))
    ]
    january = fig("2023-01", "180000", "2023-02-11")
    assert not finds("to-date-as-month", fig("2023-02", "324000", "2023-03-11"), *before, january, kind=Kind.FLOW)

"""Growth needed with the months weighed by the base year's levels."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.cases import MONTHLY, fig, indicator, retracted, target
from tracker.domain.assessment import assess
from tracker.domain.base_weight import elapsed_weight, weighted_need
from tracker.domain.explanation import explain
from tracker.domain.facts import gather
from tracker.domain.indicator import Kind
from tracker.domain.observation import Observation

MEASURED = indicator(Kind.GROWTH, MONTHLY, growth_of="sales", growth_from=("nbs", "customs"))
SALES = target(MEASURED, "at-least", "5")
GROWTH = fig("2023-01..2023-09", "4.0", "2023-10-18")


def levels(months: str = "90 30 30 30 30 30 30 30 30 30 40", publisher: str = "nbs") -> list[Observation]:
    """Sales of 2022, January with February; 300 of 400 fell into the first nine months."""
    spans = ["2022-01..2022-02", *(f"2022-{month:02}" for month in range(3, 13))]
    return [
        replace(fig(span, value, "2023-01-18", publisher), indicator="sales")
        for span, value in zip(spans, months.split(), strict=True)
    ]


def test_the_weight_is_the_elapsed_months_part_of_the_base_year() -> None:
    rows = [GROWTH, *levels()]
    assert elapsed_weight(gather(SALES, rows, date(2023, 10, 20)), rows) == Fraction(300, 400)


def test_growth_needed_with_weights_stands_beside_the_one_with_equal_months() -> None:
    found = assess(SALES, [GROWTH, *levels()], date(2023, 10, 20))
    assert found.needed == 8  # (12 x 5 - 9 x 4) / 3
    assert found.needed_weighted == 8  # (5 - 0.75 x 4) / 0.25
    late = assess(SALES, [GROWTH, *levels("90 30 30 30 30 30 30 30 10 10 80")], date(2023, 10, 20))
    assert late.needed_weighted == 8
    early = assess(SALES, [GROWTH, *levels("90 30 30 30 30 30 30 30 10 5 5")], date(2023, 10, 20))
    assert early.needed_weighted == 20  # (5 - 15/16 x 4) / (1/16)


def test_beyond_a_range_both_ways_to_count_say_what_brings_it_back() -> None:
    kept = target(MEASURED, "between", "5", upper="6")
    rows = [fig("2023-01..2023-09", "7.0", "2023-10-18"), *levels()]
    found = assess(kept, rows, date(2023, 10, 20))
    assert found.needed == found.needed_weighted == Decimal(3)  # (6 - 0.75 x 7) / 0.25
    [step] = [step for step in explain(kept, rows, date(2023, 10, 20)) if step.code == "growth-needed-weighted"]
    assert (step.data["goal"], step.data["needed"]) == (6, 3)


def test_published_sums_win_over_their_months() -> None:
    total = replace(fig("2022", "500", "2023-01-18", "nbs"), indicator="sales")
    rows = [GROWTH, *levels(), total]
    assert elapsed_weight(gather(SALES, rows, date(2023, 10, 20)), rows) == Fraction(300, 500)


def test_without_the_levels_there_is_no_weight() -> None:
    day = date(2023, 10, 20)
    for rows in ([GROWTH], [GROWTH, *levels()[:-1]], [GROWTH, *levels()[1:]]):
        assert elapsed_weight(gather(SALES, rows, day), rows) is None
        assert assess(SALES, rows, day).needed_weighted is None
    other = target(indicator(Kind.GROWTH, MONTHLY), "at-least", "5")
    rows = [GROWTH, *levels()]
    assert elapsed_weight(gather(other, rows, day), rows) is None


def test_levels_of_two_publishers_are_never_mixed() -> None:
    rows = [GROWTH, *levels()[:6], *levels(publisher="customs")[6:]]
    assert elapsed_weight(gather(SALES, rows, date(2023, 10, 20)), rows) is None


def test_the_levels_are_those_of_the_first_publisher_that_has_them_and_never_of_one_not_listed() -> None:
    day, one_third = date(2023, 10, 20), "10 10 10 10 10 10 10 10 10 70 110"
    blog, customs = levels(one_third, "blog"), levels(one_third, "customs")
    for rows, weight in (
        ([GROWTH, *blog], None),
        ([GROWTH, *blog, *customs], Fraction(80, 270)),
        ([GROWTH, *customs, *levels()], Fraction(300, 400)),
    ):
        assert elapsed_weight(gather(SALES, rows, day), rows) == weight


def test_levels_published_later_or_taken_back_do_not_count() -> None:
    rows = [GROWTH, *levels()]
    assert elapsed_weight(gather(SALES, rows, date(2023, 1, 10)), rows) is None
    taken = replace(retracted(rows[-1]), indicator="sales", publisher="nbs")
    gone = [*rows, taken]
    assert elapsed_weight(gather(SALES, gone, date(2023, 10, 20)), gone) is None


@given(st.integers(-50, 150), st.integers(-50, 150), st.integers(1, 99))
def test_the_rest_at_what_is_needed_makes_the_year_what_was_wanted(goal: int, done: int, percent: int) -> None:
    weight = Fraction(percent, 100)
    needed = weighted_need(Decimal(goal) / 10, Decimal(done) / 10, weight)
    assert needed is not None
    assert weight * Fraction(done, 10) + (1 - weight) * needed == Fraction(goal, 10)


def test_nothing_is_needed_of_months_that_weigh_nothing() -> None:
    assert weighted_need(Decimal(5), Decimal(4), Fraction(1)) is None

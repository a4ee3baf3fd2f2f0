"""The forecast of a figure: what is known, what is uncertain, and when there is none."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.cases import MONTHLY, VEHICLES, base, fig, indicator, q, target
from tests.domain.vehicle_series import MADE, MADE_TO_DATE, SALES, SALES_TO_DATE, vehicles
from tracker.domain.assessment import assess
from tracker.domain.calendar import Frequency, ReleaseCalendar
from tracker.domain.condition import accepted
from tracker.domain.facts import gather
from tracker.domain.forecast import Forecast, NoForecast, forecast, on_grid, resolution
from tracker.domain.indicator import Direction, Kind
from tracker.domain.observation import Observation
from tracker.domain.period import parse_period
from tracker.domain.target import Condition, Op, Target

FLOW = indicator(Kind.FLOW, ReleaseCalendar(Frequency.MONTH, 10, 15), unit=VEHICLES, publishers=("caam",))
CARS = replace(
    target(FLOW, "at-least", "26000000", due="2022-12-31", start="2022-01-01"), published_on=date(2022, 1, 1)
)
GROWTH = target(indicator(Kind.GROWTH, MONTHLY), "at-least", "4.5")
MONTHS = "7.5 5.0 -2.9 0.7 3.9 3.8 4.2 6.3 5.0 2.2 1.3"
"""Growth of China's industrial value added in 2022, January with February."""
STOCK = target(indicator(Kind.STOCK, MONTHLY), "more-than", "11000")


def made(subject: Target, rows: list[Observation], day: str) -> Forecast:
    found = forecast(gather(subject, rows, date.fromisoformat(day)), final=False)
    assert isinstance(found, Forecast), found
    return found


def none(subject: Target, rows: list[Observation], day: str, *, final: bool = False) -> NoForecast:
    found = forecast(gather(subject, rows, date.fromisoformat(day)), final=final)
    assert isinstance(found, NoForecast), found
    return found


def growth_rows(*, to_date: str = "2.4 3.0 3.6 3.6 3.8") -> list[Observation]:
    """The months of 2022 and the figures to date of 2023, as published."""
    spans = ["2022-01..2022-02", *(f"2022-{month:02}" for month in range(3, 13))]
    rows = [fig(span, value, "2023-01-18") for span, value in zip(spans, MONTHS.split(), strict=True)]
    for month, value in enumerate(to_date.split(), start=2):
        rows.append(fig(f"2023-01..2023-{month:02}", value, f"2023-{month + 1:02}-16"))
    return rows


def levels(count: int, step: int = 100, first: int = 9000) -> list[Observation]:
    """A stock that grows from month to month, the last reading at the end of October 2023."""
    ends = ["2022-11-30", "2022-12-31", *(f"2023-{m:02}-{d}" for m, d in enumerate((31, 28, 31, 30, 31, 30), 1))]
    ends += ["2023-07-31", "2023-08-31", "2023-09-30", "2023-10-31"]
    return [fig(end, str(first + step * n + (n % 3) * 7), end) for n, end in enumerate(ends[-count:])]


# --- what is known, and what is uncertain ---


def test_a_flow_is_its_sum_to_date_and_what_the_rest_may_bring() -> None:
    """Vehicles sold: 24.30 million by November 2022, 26.86 million in the year."""
    found = made(CARS, vehicles(SALES, SALES_TO_DATE), "2022-12-12")
    assert found.known == 24302000
    assert (found.points, found.months) == (23, 1)
    assert found.known < found.low < 26864000 < found.high
    assert found.high - found.low < 2200000  # of 2.5 million a month


def test_the_fewer_months_are_left_the_less_is_uncertain() -> None:
    rows = vehicles(SALES, SALES_TO_DATE)
    widths = [
        found.high - found.low
        for day in ("2022-03-12", "2022-06-12", "2022-09-12", "2022-12-12")
        for found in [made(CARS, rows, day)]
    ]
    assert widths == sorted(widths, reverse=True)


def test_only_what_was_published_by_the_day_counts() -> None:
    rows = vehicles(SALES, SALES_TO_DATE)
    known = [row for row in rows if row.published_on <= date(2022, 6, 12)]
    assert made(CARS, rows, "2022-06-12") == made(CARS, known, "2022-06-12")


def test_a_year_s_growth_is_the_months_so_far_and_those_to_come_in_equal_weights() -> None:
    found = made(GROWTH, growth_rows(), "2023-07-20")
    assert found.known == Decimal("1.9")  # 6 of 12 months at 3.8
    assert (found.points, found.months) == (16, 6)
    assert found.low < Decimal("4.6") < found.high
    assert Decimal("3.0") < found.value < Decimal("4.6")


def test_a_month_published_after_the_last_figure_to_date_is_known_too() -> None:
    july = fig("2023-07", "3.7", "2023-08-15")
    found = made(GROWTH, [*growth_rows(), july], "2023-08-20")
    assert found.known == Decimal("2.208")  # (6 x 3.8 + 3.7) / 12
    assert found.months == 5


def test_months_alone_are_enough_for_a_forecast_of_growth() -> None:
    spans = ["2023-01..2023-02", "2023-03", "2023-04"]
    months = [fig(span, value, "2023-05-16") for span, value in zip(spans, ("2.4", "3.9", "5.6"), strict=True)]
    found = made(GROWTH, [*growth_rows(to_date=""), *months], "2023-05-20")
    assert found.known == Decimal("1.192")  # (2 x 2.4 + 3.9 + 5.6) / 12


def test_before_the_first_figure_of_the_year_all_of_it_is_uncertain() -> None:
    found = made(GROWTH, growth_rows(to_date=""), "2023-02-10")
    assert found.known == 0
    assert found.months == 12


def test_a_stock_goes_on_from_its_last_level() -> None:
    found = made(STOCK, levels(12), "2023-11-05")
    assert found.known == 10114
    assert abs(found.value - 10314) < 40
    assert (found.points, found.months) == (12, 2)


def test_of_several_publishers_one_is_followed_and_never_mixed() -> None:
    subject = target(indicator(Kind.STOCK, MONTHLY, publishers=("miit", "nbs")), "more-than", "11000")
    other = [replace(row, publisher="nbs", quantity=q("77777")) for row in levels(12)]
    assert made(subject, [*levels(12), *other], "2023-11-05") == made(subject, levels(12), "2023-11-05")


def test_another_definition_never_joins() -> None:
    rows = growth_rows()
    strange = [replace(row, flag="d", quantity=q("50")) for row in rows]
    assert made(GROWTH, [*rows, *strange], "2023-07-20") == made(GROWTH, rows, "2023-07-20")


def test_an_outlook_is_no_figure() -> None:
    outlook = fig("2023", ">4.3", "2023-07-10", flag="f")
    assert made(GROWTH, [*growth_rows(), outlook], "2023-07-20") == made(GROWTH, growth_rows(), "2023-07-20")


# --- the last figure as a bound ---


def test_a_last_figure_that_is_about_a_value_widens_the_interval() -> None:
    exact = levels(12)
    vague = [*exact[:-1], replace(exact[-1], quantity=q("~10000"))]
    sharp = [*exact[:-1], replace(exact[-1], quantity=q("10000"))]
    about, sure = made(STOCK, vague, "2023-11-05"), made(STOCK, sharp, "2023-11-05")
    assert about.high - about.low > sure.high - sure.low
    assert about.remarks == ()


def test_a_last_figure_open_to_one_side_starts_at_its_printed_value_and_says_so() -> None:
    exact = levels(12)
    open_end = [*exact[:-1], replace(exact[-1], quantity=q(">10200"))]
    sharp = [*exact[:-1], replace(exact[-1], quantity=q("10200"))]
    found = made(STOCK, open_end, "2023-11-05")
    assert found.remarks == ("open-bound",)
    assert found.value == made(STOCK, sharp, "2023-11-05").value


def test_a_bound_that_only_confirms_leaves_the_last_exact_level() -> None:
    rows = levels(12)
    vague = [*rows, replace(rows[-1], period=parse_period("2023-11-15"), quantity=q(">10000"))]
    assert made(STOCK, vague, "2023-11-20") == made(STOCK, rows, "2023-11-20")


def test_an_earlier_figure_open_to_one_side_stays_out() -> None:
    rows = levels(12)
    with_open = [*rows[:5], replace(rows[5], quantity=q(">99999")), *rows[6:]]
    without = [*rows[:5], *rows[6:]]
    assert made(STOCK, with_open, "2023-11-05") == made(STOCK, without, "2023-11-05")


# --- the chance, on the grid figures are published on ---


@pytest.mark.parametrize(
    ("op", "value", "unit", "expected"),
    [
        ("at-least", "4.5", "0.1", ("4.45", None)),
        ("more-than", "4.5", "0.1", ("4.55", None)),
        ("more-than", "10000", "1", ("10000.5", None)),
        ("at-least", "10000", "1", ("9999.5", None)),
        ("at-least", "4.52", "0.1", ("4.55", None)),
        ("less-than", "-10", "0.1", (None, "-10.05")),
        ("at-most", "-10", "0.1", (None, "-9.95")),
        ("exactly", "3", "1", ("2.5", "3.5")),
    ],
)
def test_a_condition_is_met_from_where_a_value_rounds_to_it(
    op: str, value: str, unit: str, expected: tuple[str | None, str | None]
) -> None:
    accepts = accepted(Condition(Op(op), Decimal(value)), Direction.UP, None)
    assert accepts is not None
    ends = on_grid(accepts, Decimal(unit))
    assert ends == tuple(end if end is None else Decimal(end) for end in expected)


def test_the_resolution_is_the_finest_figure_s() -> None:
    assert resolution([Decimal("4"), Decimal("4.5"), Decimal("-2.9")], whole=False) == Decimal("0.1")
    assert resolution([Decimal("8.5E+6")], whole=False) == 1
    assert resolution([Decimal("4.50")], whole=True) == 1


def test_strictly_more_is_less_likely_than_at_least() -> None:
    stricter = replace(GROWTH, condition=Condition(Op.MORE_THAN, Decimal("4.5")))
    least, more = made(GROWTH, growth_rows(), "2023-07-20"), made(stricter, growth_rows(), "2023-07-20")
    assert (least.meets_from, more.meets_from) == (Decimal("4.45"), Decimal("4.55"))
    assert more.probability < least.probability


def test_nothing_is_certain() -> None:
    easy = replace(GROWTH, condition=Condition(Op.AT_LEAST, Decimal(-500)))
    hard = replace(GROWTH, condition=Condition(Op.AT_LEAST, Decimal(500)))
    assert made(easy, growth_rows(), "2023-07-20").probability == Decimal("0.9999")
    assert made(hard, growth_rows(), "2023-07-20").probability == Decimal("0.0001")


def test_the_models_weights_sum_up_and_their_values_lie_around_the_forecast() -> None:
    found = made(CARS, vehicles(SALES, SALES_TO_DATE), "2022-09-12")
    assert abs(sum((share.weight for share in found.models), Decimal(-1))) < Decimal("0.001")
    values = sorted(share.value for share in found.models)
    assert values[0] <= found.value <= values[-1]


# --- when there is none ---


def test_fewer_than_eight_figures_are_too_few() -> None:
    assert none(STOCK, levels(7), "2023-11-05") == NoForecast("too-few-points", 7, 2)
    assert isinstance(forecast(gather(STOCK, levels(8), date(2023, 11, 5)), final=False), Forecast)


def test_why_there_is_no_forecast() -> None:
    rows = vehicles(SALES, SALES_TO_DATE)
    share = target(indicator(Kind.SHARE), "at-least", "30", base("2022", "27.7"))
    assert none(share, [], "2023-07-01").reason == "share"
    assert none(CARS, rows, "2022-12-12", final=True).reason == "final"
    assert none(CARS, [], "2022-12-12").reason == "too-few-points"
    assert none(replace(CARS, due=date(2026, 12, 31)), rows, "2022-12-12").reason == "too-far"
    within = target(indicator(Kind.GROWTH, MONTHLY), "within", None, tolerance="0.5")
    assert none(within, growth_rows(), "2023-07-20").reason == "not-assessable"


def test_readings_now_and_then_are_irregular() -> None:
    days = [f"{year}-{month:02}-15" for year in range(2015, 2023) for month in (1, 2, 6)]
    rows = [fig(day, str(8000 + n), day) for n, day in enumerate(days)]
    assert none(STOCK, rows[-10:], "2023-02-01").reason == "irregular"


def test_a_span_of_broken_months_is_not_forecast() -> None:
    odd = replace(CARS, start=date(2022, 1, 15))
    assert none(odd, vehicles(SALES, SALES_TO_DATE), "2022-12-12").reason == "irregular"


def test_a_target_reached_for_good_gets_no_forecast() -> None:
    easy = replace(CARS, condition=Condition(Op.AT_LEAST, Decimal(1000000)))
    found = assess(easy, vehicles(SALES, SALES_TO_DATE), date(2022, 9, 12), with_forecast=True)
    assert found.final
    assert found.forecast is None
    assert not any(reason.code.startswith("forecast-") for reason in found.reasons)


def test_the_assessment_says_why_there_is_none() -> None:
    found = assess(STOCK, levels(5), date(2023, 11, 5), with_forecast=True)
    assert found.forecast is None
    assert found.has("forecast-too-few-points")
    share = target(indicator(Kind.SHARE), "at-least", "30", base("2022", "27.7"))
    silent = assess(share, [], date(2023, 11, 5), with_forecast=True)
    assert not any(reason.code.startswith("forecast-") for reason in silent.reasons)
    assert assess(STOCK, levels(12), date(2023, 11, 5)).forecast is None
    assert assess(STOCK, levels(12), date(2023, 11, 5), with_forecast=True).forecast == made(
        STOCK, levels(12), "2023-11-05"
    )


# --- what holds for every series ---

tenths = st.integers(-50, 150)


@given(st.lists(tenths, min_size=10, max_size=10), st.integers(1, 60), st.integers(0, 100))
@settings(max_examples=60)
def test_the_higher_the_level_the_better_the_chance(steps: list[int], more: int, bar: int) -> None:
    """With the same movement behind it. (A last figure that jumps raises the value too, and may widen the interval.)"""
    subject = replace(STOCK, condition=Condition(Op.AT_LEAST, Decimal(9000 + sum(steps) + bar)))
    lower, higher = (
        made(subject, moving(9000, steps), "2023-11-05"),
        made(subject, moving(9000 + more, steps), "2023-11-05"),
    )
    assert higher.value == lower.value + more
    assert higher.probability >= lower.probability


@given(st.lists(tenths, min_size=10, max_size=10), st.integers(1, 60))
@settings(max_examples=60)
def test_a_higher_last_level_raises_the_forecast(steps: list[int], more: int) -> None:
    lower, higher = moving(9000, steps), moving(9000, [*steps[:-1], steps[-1] + more])
    assert made(STOCK, higher, "2023-11-05").value > made(STOCK, lower, "2023-11-05").value


def moving(level: int, steps: list[int]) -> list[Observation]:
    """A stock's levels, month by month up to October 2023."""
    rows = []
    for row, step in zip(levels(len(steps)), steps, strict=True):
        level += step
        rows.append(replace(row, quantity=q(str(level))))
    return rows


@given(st.integers(0, 400), st.integers(1, 200))
@settings(max_examples=40)
def test_a_higher_bar_is_never_more_likely_to_be_met(bar: int, more: int) -> None:
    rows = vehicles(MADE, MADE_TO_DATE)
    lower = replace(CARS, condition=Condition(Op.AT_LEAST, Decimal(24000000 + bar * 10000)))
    higher = replace(CARS, condition=Condition(Op.AT_LEAST, Decimal(24000000 + (bar + more) * 10000)))
    assert made(higher, rows, "2022-08-12").probability <= made(lower, rows, "2022-08-12").probability


@given(st.lists(tenths, min_size=11, max_size=11), st.lists(tenths, min_size=1, max_size=9))
@settings(max_examples=60)
def test_the_value_lies_within_the_interval_and_the_chance_between_nothing_and_all(
    before: list[int], now: list[int]
) -> None:
    spans = ["2022-01..2022-02", *(f"2022-{month:02}" for month in range(3, 13))]
    spans += ["2023-01..2023-02", *(f"2023-{month:02}" for month in range(3, 12))][: len(now)]
    rows = [
        fig(span, str(Decimal(tenth) / 10), "2023-12-16") for span, tenth in zip(spans, [*before, *now], strict=True)
    ]
    found = made(GROWTH, rows, "2023-12-20")
    assert found.low <= found.value <= found.high
    assert 0 < found.probability < 1


@given(st.lists(st.integers(0, 300), min_size=9, max_size=9), st.integers(1, 9))
@settings(max_examples=40)
def test_the_unit_does_not_matter(values: list[int], scale: int) -> None:
    """Ten times the figures, ten times the forecast."""
    rows = [replace(row, quantity=q(str(1000 + v))) for row, v in zip(levels(9), values, strict=True)]
    large = [replace(row, quantity=q(str((1000 + v) * 10**scale))) for row, v in zip(levels(9), values, strict=True)]
    one, other = made(STOCK, rows, "2023-11-05"), made(STOCK, large, "2023-11-05")
    assert abs(other.value - one.value * 10**scale) <= 10**scale

"""The lowest next value that keeps a status: worked examples by kind, and the property that makes it what it says."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.arbitrary import CAPS, ONE_WAY, exactly, figures, targets
from tests.domain.cases import MONTHLY, VEHICLES, YEARLY, base, fig, indicator, q, target
from tracker.domain.assessment import Status, assess
from tracker.domain.calendar import Frequency, ReleaseCalendar
from tracker.domain.condition import good_side
from tracker.domain.facts import gather
from tracker.domain.indicator import Direction, Kind
from tracker.domain.next_value import NextValue, next_value
from tracker.domain.observation import Observation
from tracker.domain.period import parse_period
from tracker.domain.quantity import Bound, Quantity
from tracker.domain.target import Op, Target

RANK = {
    Status.MISSED: 0,
    Status.OFF_TRACK: 1,
    Status.BEHIND: 2,
    Status.PENDING: 3,
    Status.ON_TRACK: 3,
    Status.ACHIEVED: 4,
}
CARS = target(indicator(Kind.FLOW, ReleaseCalendar(Frequency.MONTH, 10, 15), unit=VEHICLES), "at-least", "9000000")
GROWTH = target(indicator(Kind.GROWTH, MONTHLY), "at-least", "4.5")
GIANTS = target(indicator(Kind.STOCK), "more-than", "10000", base("2022-12-31", "8997"))
SHARE = target(indicator(Kind.SHARE, YEARLY), "within", None, base("2022", "27.7"), tolerance="0.5")
BEST = fig("2022-12", "5.6", "2023-01-17")


def found(subject: Target, rows: list[Observation], day: str) -> NextValue | None:
    on = date.fromisoformat(day)
    return next_value(gather(subject, rows, on), assess(subject, rows, on).status)


def test_a_flow_stays_on_track_while_its_shortfall_is_below_ten_points() -> None:
    """The path is at 6.75 million in September; ten points of 9 million less is 5.85 million, itself behind."""
    answer = found(CARS, [fig("2023-01..2023-08", "6000000", "2023-09-11")], "2023-09-12")
    assert answer is not None
    assert answer.period == parse_period("2023-01..2023-09")
    assert (answer.quantity, answer.keeps) == (q("+5850001"), Status.ON_TRACK)
    assert answer.alone is not None
    assert answer.alone < 0  # even a month without a single car leaves it on track


def test_in_the_last_quarter_any_shortfall_counts() -> None:
    answer = found(CARS, [fig("2023-01..2023-09", "6800000", "2023-10-11")], "2023-10-12")
    assert answer is not None
    assert answer.quantity == q("+7500000")
    assert answer.alone == 700000


def test_the_last_figure_has_to_meet_the_condition() -> None:
    answer = found(CARS, [fig("2023-01..2023-11", "8000000", "2023-12-11")], "2023-12-12")
    assert answer is not None
    assert (answer.quantity, answer.keeps) == (q("+9000000"), Status.BEHIND)
    assert answer.alone == 1000000


def test_growth_on_target_has_to_stay_there_and_the_month_may_be_lower() -> None:
    answer = found(GROWTH, [fig("2023-01..2023-09", "4.6", "2023-10-18")], "2023-10-19")
    assert answer is not None
    assert (answer.quantity, answer.alone) == (q("+4.5"), Decimal("3.6"))  # 10 x 4.5 - 9 x 4.6


def test_growth_behind_stays_so_while_the_rest_can_still_make_it_up() -> None:
    """(12 x 4.5 - 2 x 5.6) / 10 = 4.28: below that November and December would need more than the best month."""
    answer = found(GROWTH, [BEST, fig("2023-01..2023-09", "4.4", "2023-10-18")], "2023-10-19")
    assert answer is not None
    assert (answer.quantity, answer.keeps) == (q("+4.28"), Status.BEHIND)


def test_what_has_no_end_of_digits_is_never_rounded_down() -> None:
    """(12 x 4.5 - 5 x 5.6) / 7 = 3.714285...: 3.7142 would not be enough."""
    answer = found(GROWTH, [BEST, fig("2023-01..2023-06", "4.4", "2023-07-18")], "2023-07-19")
    assert answer is not None
    assert answer.quantity == q("+3.7143")


def test_where_less_is_better_it_is_the_highest_value() -> None:
    tariff = target(indicator(Kind.GROWTH, MONTHLY, direction=Direction.DOWN), "less-than", "-10")
    rows = [fig("2022-12", "-15.6", "2023-01-15"), fig("2023-01..2023-09", "-9.6", "2023-10-18")]
    answer = found(tariff, rows, "2023-10-19")
    assert answer is not None
    assert answer.quantity.bound.value == "at-most"
    assert answer.quantity.value == Decimal("-8.88")  # (-120 + 2 x 15.6) / 10


def test_a_stock_counts_in_whole_units() -> None:
    answer = found(GIANTS, [fig("2023-06-26", "9500", "2023-06-26")], "2023-07-10")
    assert answer is not None
    assert answer.period == parse_period("2023-07-31")
    assert answer.quantity == q("+9480")  # 8,997 + 1,003 x (212/365 - 10 %) = 9,479.3
    closing = found(GIANTS, [fig("2023-06-26", "9500", "2023-06-26")], "2023-12-10")
    assert closing is not None
    assert closing.quantity == q("+10001")


def test_a_share_that_is_to_come_has_to_stay_within_its_tolerance() -> None:
    answer = found(SHARE, [], "2023-07-10")
    assert answer is not None
    assert (answer.quantity, answer.period) == (q(">27.2"), parse_period("2023"))


@pytest.mark.parametrize(
    ("rows", "day"),
    [
        ([fig("2023-01..2023-09", "1.0", "2023-10-18")], "2023-10-19"),  # off track whatever comes, but for the last
        ([fig("2023", "4.6", "2024-01-17")], "2024-02-01"),  # nothing is to come
    ],
)
def test_there_is_none_where_any_figure_will_do_or_none_is_to_come(rows: list[Observation], day: str) -> None:
    assert found(GROWTH, [BEST, *rows], day) is None


def test_what_is_published_later_or_only_expected_does_not_speak_for_the_next_figure() -> None:
    later = fig("2023-01..2023-10", "1.0", "2023-11-15")
    outlook = fig("2023-01..2023-10", ">4.3", "2023-10-10", flag="f")
    rows = [fig("2023-01..2023-09", "4.6", "2023-10-18")]
    assert found(GROWTH, [*rows, later, outlook], "2023-10-19") == found(GROWTH, rows, "2023-10-19")


@given(st.integers(-20, 80), st.integers(2, 10))
@settings(max_examples=80)
def test_the_value_keeps_the_status_and_a_tenth_less_does_not(tenths: int, months: int) -> None:
    to_date = fig(f"2023-01..2023-{months:02}", str(Decimal(tenths) / 10), f"2023-{months + 1:02}-16")
    rows, day = [BEST, to_date], date(2023, months + 1, 20)
    status = assess(GROWTH, rows, day).status
    answer = next_value(gather(GROWTH, rows, day), status)
    if answer is None:
        return
    enough, short = answer.quantity.value, answer.quantity.value - Decimal("0.0001")
    assert _after(answer, rows, enough) in (status, Status.ON_TRACK, Status.ACHIEVED)
    assert _after(answer, rows, short) not in (status, Status.ON_TRACK, Status.ACHIEVED)


def _after(answer: NextValue, rows: list[Observation], value: Decimal) -> Status:
    """The status once the next figure is out with that value."""
    coming = replace(fig(str(answer.period), "0", "2024-01-17"), quantity=q(str(value)))
    day = answer.period.stop.replace(day=20)
    published = replace(coming, published_on=day)
    return assess(GROWTH, [*rows, published], max(day, date(2023, 3, 20))).status


def test_of_a_cap_it_is_the_highest_next_value_whatever_way_is_good() -> None:
    """Path 700 of 1,200 in July; ten points of 1,200 more, 820, is itself behind."""
    for direction in Direction:
        use = target(
            indicator(Kind.FLOW, ReleaseCalendar(Frequency.MONTH, 10, 15), direction=direction), "at-most", "1200"
        )
        answer = found(use, [fig("2023-01..2023-06", "610", "2023-07-11")], "2023-07-12")
        assert answer is not None
        assert (answer.quantity.value, answer.quantity.bound.value, answer.keeps) == (
            Decimal(819),
            "at-most",
            Status.ON_TRACK,
        )


def test_of_a_capped_rate_it_is_the_highest_next_rate() -> None:
    prices = target(indicator(Kind.GROWTH, MONTHLY), "at-most", "3")
    answer = found(prices, [fig("2023-01..2023-09", "2.5", "2023-10-18")], "2023-10-19")
    assert answer is not None
    assert (answer.quantity.value, answer.quantity.bound.value) == (Decimal(3), "at-most")


@given(st.data(), targets(ops=(*ONE_WAY, *CAPS, Op.WITHIN)), st.dates(date(2023, 1, 12), date(2023, 12, 30)))
def test_of_every_kind_the_value_keeps_the_status_and_the_next_worse_one_does_not(
    data: st.DataObject, subject: Target, day: date
) -> None:
    rows = [row for row in data.draw(figures(subject, exactly, ends=False)) if row.published_on <= day]
    now = assess(subject, rows, day)
    answer = None if now.final else next_value(gather(subject, rows, day), now.status)
    if answer is None:
        return
    published = max(day, subject.indicator.calendar.release(answer.period).usual)

    def after(value: Decimal) -> Status:
        """The status once the next figure is out with that value."""
        coming = fig("2023", "0", str(published), subject.indicator.publishers[0])
        coming = replace(coming, period=answer.period, quantity=Quantity(value))
        return assess(subject, [*rows, coming], published).status

    up = good_side(subject.condition, subject.indicator.direction) is Direction.UP
    better = (Decimal(1) if subject.indicator.unit.whole else Decimal("0.0001")) * (1 if up else -1)
    strict = answer.quantity.bound in (Bound.MORE_THAN, Bound.LESS_THAN)
    enough = answer.quantity.value + (better if strict else 0)
    worse = after(enough - better)
    assert RANK[after(enough)] >= RANK[now.status]
    assert worse not in RANK or RANK[worse] < RANK[now.status]

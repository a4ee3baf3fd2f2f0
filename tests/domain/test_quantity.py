"""Quantities as intervals: what they contain, how they compare, what their sums are."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tracker.domain.quantity import Answer, Bound, Interval, Point, Quantity, last_unit

RAYS = (Bound.EXACTLY, Bound.MORE_THAN, Bound.AT_LEAST, Bound.LESS_THAN, Bound.AT_MOST)
STEP = Decimal("0.0001")
"""Less than any distance between the numbers drawn here."""

values = st.builds(Decimal.scaleb, st.integers(-9999, 9999).map(Decimal), st.integers(-2, 3))
quantities = st.builds(Quantity, values, st.sampled_from(list(Bound)))
bounds = st.sampled_from(RAYS)
points = st.builds(Point, st.integers(-3, 3).map(Decimal), st.integers(-1, 1))
intervals = st.tuples(points, points).map(lambda pair: Interval(min(pair), max(pair)))


def holds(bound: Bound, value: Decimal, number: Decimal) -> bool:
    """Whether `number` is more than, at least, ... `value`, said without intervals."""
    return {
        Bound.EXACTLY: number == value,
        Bound.MORE_THAN: number > value,
        Bound.AT_LEAST: number >= value,
        Bound.LESS_THAN: number < value,
        Bound.AT_MOST: number <= value,
    }[bound]


def may_be(quantity: Quantity, number: Decimal) -> bool:
    """Whether the true number behind a published one may be `number`, by the words of the rules."""
    if quantity.bound is Bound.ABOUT:
        return abs(number - quantity.value) <= quantity.width
    if quantity.bound is Bound.NEARLY:
        short = quantity.value - number if quantity.value >= 0 else number - quantity.value
        return 0 < short <= quantity.width
    return holds(quantity.bound, quantity.value, number)


def around(*numbers: Decimal) -> set[Decimal]:
    """The numbers and their neighbours on both sides: enough to find where anything changes."""
    return {number + step for number in numbers for step in (-STEP, Decimal(0), STEP)}


def members(quantity: Quantity, *further: Decimal) -> list[Decimal]:
    ends = (quantity.value, quantity.value - quantity.width, quantity.value + quantity.width)
    return [number for number in around(*ends, *further) if may_be(quantity, number)]


@pytest.mark.parametrize(
    ("bound", "value", "inside", "outside"),
    [
        (Bound.EXACTLY, "8997", ["8997"], ["8996.999", "8997.001"]),
        (Bound.MORE_THAN, "80000", ["80000.001", "1E+12"], ["80000", "79999"]),
        (Bound.AT_LEAST, "80000", ["80000", "80001"], ["79999.999"]),
        (Bound.LESS_THAN, "-10", ["-10.001"], ["-10", "-9"]),
        (Bound.AT_MOST, "-10", ["-10", "-11"], ["-9.999"]),
        (Bound.NEARLY, "9000", ["8000", "8997"], ["7999", "9000"]),
        (Bound.NEARLY, "-7", ["-6", "-6.9"], ["-7", "-5.9"]),
        (Bound.ABOUT, "3.1", ["3.0", "3.2"], ["2.99", "3.21"]),
        (Bound.ABOUT, "16", ["15", "16.8", "17"], ["17.1"]),
        (Bound.ABOUT, "0.0", ["-0.1", "0.1"], ["0.2"]),
    ],
)
def test_what_a_bound_leaves_open(bound: Bound, value: str, inside: list[str], outside: list[str]) -> None:
    interval = Quantity(Decimal(value), bound).interval
    assert all(Point(Decimal(number)) in interval for number in inside)
    assert not any(Point(Decimal(number)) in interval for number in outside)


@pytest.mark.parametrize(
    ("published", "bound", "asked", "value", "answer"),
    [
        ("98000", Bound.MORE_THAN, Bound.MORE_THAN, "80000", Answer.YES),
        ("70000", Bound.MORE_THAN, Bound.MORE_THAN, "80000", Answer.UNDETERMINED),
        ("80000", Bound.MORE_THAN, Bound.MORE_THAN, "80000", Answer.YES),
        ("80000", Bound.AT_LEAST, Bound.MORE_THAN, "80000", Answer.UNDETERMINED),
        ("80000", Bound.EXACTLY, Bound.MORE_THAN, "80000", Answer.NO),
        ("80000", Bound.EXACTLY, Bound.AT_LEAST, "80000", Answer.YES),
        ("9000", Bound.NEARLY, Bound.AT_LEAST, "9000", Answer.NO),
        ("10000", Bound.NEARLY, Bound.MORE_THAN, "10000", Answer.NO),
        ("10000", Bound.ABOUT, Bound.MORE_THAN, "10000", Answer.UNDETERMINED),
        ("-10", Bound.LESS_THAN, Bound.LESS_THAN, "-10", Answer.YES),
        ("-10", Bound.LESS_THAN, Bound.AT_LEAST, "-10", Answer.NO),
    ],
)
def test_comparisons_answer_yes_no_or_undetermined(
    published: str, bound: Bound, asked: Bound, value: str, answer: Answer
) -> None:
    assert Quantity(Decimal(published), bound).compare(asked, Decimal(value)) is answer


@given(quantities, values)
def test_an_interval_holds_exactly_what_the_words_allow(quantity: Quantity, other: Decimal) -> None:
    for number in around(quantity.value, quantity.value - quantity.width, quantity.value + quantity.width, other):
        assert (Point(number) in quantity.interval) == may_be(quantity, number)


@given(quantities, bounds, values)
def test_an_answer_is_what_all_or_none_or_some_of_the_possible_numbers_say(
    quantity: Quantity, bound: Bound, value: Decimal
) -> None:
    said = {holds(bound, value, number) for number in members(quantity, value)}
    expected = {frozenset({True}): Answer.YES, frozenset({False}): Answer.NO}
    assert quantity.compare(bound, value) is expected.get(frozenset(said), Answer.UNDETERMINED)


@given(quantities, values, values)
def test_reaching_more_is_never_easier(quantity: Quantity, one: Decimal, other: Decimal) -> None:
    ease = (Answer.NO, Answer.UNDETERMINED, Answer.YES)
    lower, higher = sorted((one, other))
    for bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        assert ease.index(quantity.compare(bound, higher)) <= ease.index(quantity.compare(bound, lower))


@given(st.lists(points))
def test_points_lie_in_order_and_an_open_end_lies_beside_its_value(row: list[Point]) -> None:
    ordered = sorted(row)
    placed = [point.value + point.tilt * STEP for point in ordered]
    assert placed == sorted(placed)


@given(intervals, intervals, points)
def test_a_point_in_two_intervals_makes_them_meet(one: Interval, other: Interval, point: Point) -> None:
    assert one.meets(other) == other.meets(one)
    if point in one and point in other:
        assert one.meets(other)
    if point in one and one.covers(other) and other.covers(one):
        assert point in other


@given(intervals, intervals, intervals)
def test_covering_is_an_order(one: Interval, other: Interval, third: Interval) -> None:
    assert one.covers(one)
    assert not (one.covers(other) and other.covers(one)) or one == other
    assert not (one.covers(other) and other.covers(third)) or one.covers(third)


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        ("9000", "1000"),
        ("8997", "1"),
        ("98000", "1000"),
        ("3.1", "0.1"),
        ("3.0", "1"),
        ("16", "1"),
        ("0.0", "0.1"),
        ("-0.05", "0.01"),
    ],
)
def test_the_last_written_digit_that_is_not_zero_counts(value: str, unit: str) -> None:
    assert last_unit(Decimal(value)) == Decimal(unit)


@given(values, st.integers(-6, 12))
def test_counting_in_other_units_changes_the_last_digit_alike(value: Decimal, power: int) -> None:
    assume(value != 0)
    assert last_unit(value.scaleb(power)) == last_unit(value).scaleb(power)


@given(quantities, quantities)
def test_a_sum_allows_whatever_its_parts_allow(one: Quantity, other: Quantity) -> None:
    total = one.plus(other)
    assume(total is not None)
    assert total is not None
    for left, right in product(members(one), members(other)):
        assert Point(left + right) in total.interval


@given(quantities, quantities)
def test_a_sum_does_not_depend_on_the_order(one: Quantity, other: Quantity) -> None:
    assert one.plus(other) == other.plus(one)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((Bound.EXACTLY, "1.10"), (Bound.EXACTLY, "2.90"), Quantity(Decimal("4.00"))),
        ((Bound.MORE_THAN, "5"), (Bound.EXACTLY, "1"), Quantity(Decimal(6), Bound.MORE_THAN)),
        ((Bound.MORE_THAN, "5"), (Bound.AT_LEAST, "1"), Quantity(Decimal(6), Bound.MORE_THAN)),
        ((Bound.AT_MOST, "5"), (Bound.AT_MOST, "1"), Quantity(Decimal(6), Bound.AT_MOST)),
        ((Bound.ABOUT, "650"), (Bound.EXACTLY, "1"), Quantity(Decimal(651), Bound.ABOUT, Decimal(10))),
        ((Bound.ABOUT, "650"), (Bound.ABOUT, "7"), Quantity(Decimal(657), Bound.ABOUT, Decimal(11))),
        ((Bound.NEARLY, "90"), (Bound.NEARLY, "9"), Quantity(Decimal(99), Bound.NEARLY, Decimal(11))),
        ((Bound.MORE_THAN, "5"), (Bound.LESS_THAN, "1"), None),
        ((Bound.ABOUT, "5"), (Bound.MORE_THAN, "1"), None),
        ((Bound.NEARLY, "5"), (Bound.EXACTLY, "-8"), None),
    ],
)
def test_sums_of_published_numbers(one: tuple[Bound, str], other: tuple[Bound, str], expected: Quantity | None) -> None:
    left, right = (Quantity(Decimal(value), bound) for bound, value in (one, other))
    assert left.plus(right) == expected


def test_sums_of_thirty_digits_lose_none() -> None:
    longest, least = Decimal("9" * 30), Decimal("0." + "0" * 28 + "1")
    total = Quantity(longest).plus(Quantity(least))
    assert total is not None
    assert str(total.value) == f"{'9' * 30}.{'0' * 28}1"

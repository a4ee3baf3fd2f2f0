"""What each model of the mixture expects, on series whose future nobody would argue about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.indicator import Kind
from tracker.domain.models import (
    Projection,
    clipped,
    last_change,
    last_level,
    last_year_plus,
    last_year_times,
    mean_with_memory,
    mixed,
    projections,
    smoothed_level,
)
from tracker.domain.student import Student

YEAR = [10.0, 8, 12, 13, 13, 14, 12, 12, 15, 16, 18, 20]
NOISE = [0.3, -0.2, 0.1, -0.4, 0.2, 0.0, -0.1, 0.4, -0.3, 0.1, 0.2, -0.2]


def test_a_constant_goes_on_and_is_certain() -> None:
    for model in (smoothed_level, last_change, mean_with_memory):
        found = model([4.0] * 10, [1.0] * 3, 12)
        assert found is not None
        assert (found.distribution.mean, found.distribution.scale) == (12, 0)


def test_weights_say_what_a_month_counts() -> None:
    found = smoothed_level([6.0] * 12, [2 / 12] + [1 / 12] * 5, 12)
    assert found.distribution.mean == pytest.approx(6 * 7 / 12)


def test_smoothing_follows_a_new_level_without_believing_it_at_once() -> None:
    found = smoothed_level([10.0] * 12 + [20.0], [1.0], 12)
    assert found.distribution.mean == pytest.approx(13)
    assert found.errors[-1] == 10


def test_a_memory_returns_to_the_average() -> None:
    values = [10, 9, 8, 9, 10, 11, 12, 11, 10, 9, 8, 9, 10, 14.0]
    near = mean_with_memory(values, [1.0], 12).distribution.mean
    far = mean_with_memory(values, [0.0] * 11 + [1.0], 12).distribution.mean
    average = sum(values) / len(values)
    assert average < far < near < 14


def test_changes_that_alternate_are_taken_back_in_part() -> None:
    values = [10.0, 12, 10, 12, 10, 12, 10, 12]
    assert 10 < last_change(values, [1.0], 12).distribution.mean < 12


def test_last_year_s_shape_is_carried_on() -> None:
    values = YEAR + [2 * value for value in YEAR[:6]]
    found = last_year_times(values, [1.0] * 6, 12)
    assert found is not None
    assert found.distribution.mean == pytest.approx(2 * sum(YEAR[6:]))
    grown = YEAR + [value + 3 for value in YEAR[:6]]
    plus = last_year_plus(grown, [1.0] * 6, 12)
    assert plus is not None
    assert plus.distribution.mean == pytest.approx(sum(YEAR[6:]) + 18)


def test_what_was_unexpected_a_year_ago_is_expected_again_only_in_part() -> None:
    """A January twice as high as the one before, in a series that repeats itself otherwise."""
    values = [*YEAR, 2 * YEAR[0], *YEAR[1:]]
    times, plus = last_year_times(values, [1.0], 12), last_year_plus(values, [1.0], 12)
    assert times is not None
    assert plus is not None
    for found in (times, plus):
        assert YEAR[0] < found.distribution.mean < 2 * YEAR[0]


def test_the_ratio_of_late_counts_more_than_that_of_a_year() -> None:
    """Twelve months at the level of the year before, then six a half higher."""
    values = YEAR * 2 + [1.5 * value for value in YEAR[:6]]
    found = last_year_times(values, [1.0] * 6, 12)
    assert found is not None
    assert 1.25 * sum(YEAR[6:]) < found.distribution.mean < 1.5 * sum(YEAR[6:])


def test_few_months_that_came_again_give_the_ratio_of_their_sums() -> None:
    found = last_year_times([*YEAR, 15.0, 12.0], [1.0, 1.0], 12)
    assert found is not None
    assert found.distribution.mean == pytest.approx((12 + 13) * 27 / 18)
    assert found.errors == pytest.approx([15 - 10 * 1.5, 12 - 8 * 1.5])


def test_a_level_that_stays_is_a_random_walk() -> None:
    """Twelve changes that take turns: of their squares, 12, two lags take away 2 x 2/3 x 11 and give 2 x 1/3 x 10."""
    found = last_level([1.0, -1.0] * 6, [1.0] * 4, 12)
    assert found.distribution.mean == 0
    assert found.distribution.scale == pytest.approx((4 * 4 / 11) ** 0.5)


def test_further_ahead_than_a_year_the_shape_comes_again() -> None:
    found = last_year_times(YEAR * 2, [1.0] * 24, 12)
    assert found is not None
    assert found.distribution.mean == pytest.approx(2 * sum(YEAR))


def test_seasons_need_a_year_before() -> None:
    assert last_year_times(YEAR, [1.0], 12) is None
    assert last_year_plus(YEAR + YEAR[:3], [1.0], 12) is None
    assert last_year_times([*YEAR[:-1], -20.0, 11.0], [1.0], 12) is None


def test_each_kind_has_its_models_and_a_flow_s_first_year_others() -> None:
    def names(kind: Kind, values: list[float]) -> list[str]:
        return [one.model for one in projections(kind, values, [1.0] * 3, 12)]

    assert names(Kind.FLOW, YEAR[:9]) == ["smoothed-level", "last-change"]
    assert names(Kind.FLOW, YEAR + YEAR[:1]) == ["last-year-times", "smoothed-level"]
    assert names(Kind.FLOW, YEAR * 2) == ["last-year-times", "last-year-plus", "smoothed-level"]
    assert names(Kind.GROWTH, YEAR * 2) == ["last-change", "mean-with-memory"]
    assert names(Kind.STOCK, YEAR[:7]) == ["mean-with-memory", "smoothed-level", "last-level"]


def test_the_model_that_erred_less_weighs_more() -> None:
    small, large = [0.5, -0.5, 0.5, -0.5], [1.0, -1.0, 1.0, -1.0]
    found = mixed([Projection("a", Student(1, 1, 5), small), Projection("b", Student(2, 1, 5), large)])
    assert found.weights == pytest.approx([0.8, 0.2])
    assert found.mean == pytest.approx(1.2)


def test_with_few_errors_all_weigh_the_same_and_with_none_at_all_one_outweighs() -> None:
    few = [Projection("a", Student(1, 1, 5), [1.0]), Projection("b", Student(2, 1, 5), [9.0])]
    assert mixed(few).weights == [0.5, 0.5]
    sure = [Projection("a", Student(1, 0, 5), [0.0] * 8), Projection("b", Student(2, 1, 5), [9.0] * 8)]
    assert mixed(sure).weights == [1.0, 0.0]


def test_one_shock_does_not_set_the_width() -> None:
    calm = mean_with_memory([5 + noise for noise in NOISE * 2], [1.0] * 3, 0).distribution.scale
    shocked = [5 + noise for noise in NOISE * 2]
    shocked[3] = -35.0
    assert max(abs(error) for error in clipped([*NOISE, -40.0])) < 1
    assert smoothed_level(shocked, [1.0] * 3, 0).distribution.scale < 12 * calm


@given(
    st.lists(st.integers(-10_000, 10_000).map(lambda n: n / 100), min_size=8, max_size=36),
    st.integers(1, 12),
    st.integers(-1000, 1000),
)
def test_the_unit_s_zero_does_not_matter_to_what_no_ratio_uses(values: list[float], ahead: int, by: int) -> None:
    weights = [1.0] * ahead
    for model in (smoothed_level, last_change, mean_with_memory):
        one, other = model(values, weights, 12), model([value + by for value in values], weights, 12)
        assert one is not None
        assert other is not None
        assert other.distribution.mean == pytest.approx(one.distribution.mean + by * ahead, abs=1e-4)
        assert other.distribution.scale == pytest.approx(one.distribution.scale, abs=1e-4, rel=1e-4)

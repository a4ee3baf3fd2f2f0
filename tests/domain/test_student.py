"""Student's t against printed tables, and mixtures of it."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.student import Mixture, Student

TABLE = [  # degrees of freedom, one-sided probability, critical value: as in any statistics textbook
    (1, 0.95, 6.314),
    (1, 0.975, 12.706),
    (2, 0.90, 1.886),
    (3, 0.975, 3.182),
    (5, 0.90, 1.476),
    (5, 0.995, 4.032),
    (7, 0.95, 1.895),
    (10, 0.90, 1.372),
    (10, 0.975, 2.228),
    (15, 0.99, 2.602),
    (20, 0.95, 1.725),
    (30, 0.90, 1.310),
    (30, 0.995, 2.750),
    (60, 0.975, 2.000),
    (120, 0.95, 1.658),
]
means = st.floats(-1e4, 1e4)
scales = st.floats(1e-3, 1e3)
parts = st.builds(Student, means, scales, st.integers(1, 40).map(float))


@st.composite
def mixtures(draw: st.DrawFn) -> Mixture:
    found = draw(st.lists(parts, min_size=1, max_size=4))
    weights = draw(st.lists(st.floats(0.05, 1), min_size=len(found), max_size=len(found)))
    return Mixture(found, [weight / sum(weights) for weight in weights])


@pytest.mark.parametrize(("df", "probability", "critical"), TABLE)
def test_the_distribution_function_agrees_with_printed_tables(df: int, probability: float, critical: float) -> None:
    assert Student(0, 1, df).cdf(critical) == pytest.approx(probability, abs=2e-4)
    assert round(Mixture([Student(0, 1, df)], [1.0]).quantile(probability), 3) == critical


def test_one_degree_of_freedom_is_cauchy_s_distribution() -> None:
    for x in (-30.0, -1.0, 0.3, 2.0, 1000.0):
        assert Student(0, 1, 1).cdf(x) == pytest.approx(0.5 + math.atan(x) / math.pi, rel=1e-12)


def test_many_degrees_of_freedom_are_nearly_normal() -> None:
    for x in (-2.0, -0.5, 1.2816):
        assert Student(0, 1, 1e6).cdf(x) == pytest.approx(0.5 * math.erfc(-x / math.sqrt(2)), abs=1e-6)


def test_certainty_is_a_step() -> None:
    certain = Mixture([Student(5, 0, 3)], [1.0])
    assert (certain.cdf(4.999), certain.cdf(5)) == (0.0, 1.0)
    assert certain.quantile(0.1) == certain.quantile(0.9) == 5


@pytest.mark.parametrize("p", [0.05, 0.5, 0.95])
def test_a_part_that_is_next_to_certain_does_not_lead_astray(p: float) -> None:
    mixture = Mixture([Student(5, 1e-12, 10), Student(7, 1, 3)], [0.5, 0.5])
    found = mixture.quantile(p)
    assert mixture.cdf(found - 1e-5) <= p <= mixture.cdf(found + 1e-5)


@given(mixtures(), st.floats(0.001, 0.999))
def test_the_quantile_undoes_the_distribution_function(mixture: Mixture, p: float) -> None:
    found, near = mixture.quantile(p), 1e-5 * max(part.scale for part in mixture.parts)
    assert mixture.cdf(found - near) - 1e-5 <= p <= mixture.cdf(found + near) + 1e-5


@given(mixtures(), st.floats(0.01, 0.5), st.floats(0.5, 0.99))
def test_quantiles_are_in_order(mixture: Mixture, low: float, high: float) -> None:
    near = 1e-5 * max(part.scale for part in mixture.parts)
    assert mixture.quantile(low) <= mixture.quantile(high) + near


@given(parts, st.floats(-100, 100), st.floats(0, 100))
def test_moving_shifts_and_widens(part: Student, by: float, wider: float) -> None:
    moved = part.moved(by, wider=wider)
    assert moved.mean == part.mean + by
    assert moved.scale == pytest.approx(math.hypot(part.scale, wider))
    assert moved.cdf(moved.mean) == pytest.approx(0.5)

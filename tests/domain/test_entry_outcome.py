"""What entering a figure does to its series, and how the history finds neighbours."""

from datetime import date
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.cases import base, fig, retracted
from tracker.domain.checks import Effect, History, Outcome, effect
from tracker.domain.observation import Observation, as_of_view
from tracker.domain.period import Period, parse_period
from tracker.domain.rhythm import Rhythm, rhythms


def outcome(figure: Observation, *known: Observation) -> Effect:
    return effect(figure, History(known).line(figure.series))


FIRST = fig("2022", "28", "2023-01-11")
REVISED = fig("2022", "27.7", "2023-01-18")


@pytest.mark.parametrize(
    ("figure", "expected", "other"),
    [
        (fig("2022", "28", "2023-01-11"), Outcome.IDENTICAL, FIRST),
        (fig("2022", "28.0", "2023-01-11"), Outcome.IDENTICAL, FIRST),
        (fig("2022", "27.7", "2023-01-18"), Outcome.IDENTICAL, REVISED),
        (fig("2022", "27.9", "2023-01-11"), Outcome.CORRECTION, FIRST),
        (fig("2022", "~28", "2023-01-11"), Outcome.CORRECTION, FIRST),
        (fig("2022", "28", "2023-01-11", flag="e"), Outcome.CORRECTION, FIRST),
        (fig("2022", "27.7", "2023-02-28"), Outcome.REVISION, REVISED),
        (fig("2022", "27.9", "2023-01-15"), Outcome.REVISION, FIRST),
        (fig("2022", "27.9", "2023-01-10"), Outcome.STORED, None),
        (fig("2022", "28", "2023-01-11", "nbs"), Outcome.STORED, None),
        (fig("2022", "28", "2023-01-11", flag="d"), Outcome.STORED, None),
        (fig("2022", "28", "2023-01-11", area="CN-GD"), Outcome.STORED, None),
        (fig("2021", "28", "2023-01-11"), Outcome.STORED, None),
    ],
)
def test_the_four_outcomes(figure: Observation, expected: Outcome, other: Observation | None) -> None:
    for known in permutations((FIRST, REVISED)):
        found = outcome(figure, *known)
        assert (found.outcome, found.other) == (expected, other)


def test_a_figure_published_before_the_one_in_force_does_not_replace_it() -> None:
    assert outcome(fig("2022", "27.9", "2023-01-15"), FIRST, REVISED).superseded is REVISED
    assert outcome(fig("2022", "27.9", "2023-01-10"), FIRST, REVISED).superseded is REVISED
    assert outcome(fig("2022", "27.9", "2023-02-28"), FIRST, REVISED).superseded is None


def test_going_back_to_what_was_corrected_is_another_correction() -> None:
    corrected = fig("2022", "28", "2023-01-11")
    again = fig("2022", "27.5", "2023-01-11")
    assert outcome(fig("2022", "28", "2023-01-11"), corrected, again).outcome is Outcome.CORRECTION


def test_without_a_date_the_figure_in_force_is_identical() -> None:
    assert outcome(fig("2022", "27.7", "2024-05-05", dated=False), FIRST, REVISED).outcome is Outcome.IDENTICAL
    assert outcome(fig("2022", "28", "2024-05-05", dated=False), FIRST, REVISED).outcome is Outcome.REVISION


def test_a_retracted_figure_can_be_entered_again_but_a_withdrawn_one_is_not_revived() -> None:
    again = fig("2022", "28", "2023-01-11")
    taken_back = retracted(FIRST)
    assert outcome(again, FIRST, taken_back).outcome is Outcome.STORED
    assert outcome(again, FIRST, retracted(FIRST, "2023-03-01")).outcome is Outcome.IDENTICAL
    assert outcome(again, FIRST, taken_back, retracted(taken_back)).outcome is Outcome.IDENTICAL


def test_the_baseline_is_no_vintage() -> None:
    history = History((), base("2022-12-31", "8997").reading("x", "CN"))
    figure = fig("2022-12-31", "8997", "2023-01-11")
    assert effect(figure, history.line(figure.series)).outcome is Outcome.STORED


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2023-01", (Rhythm.TO_DATE, Rhythm.SINGLE)),
        ("2023-01..2023-02", (Rhythm.TO_DATE, Rhythm.SINGLE)),
        ("2023-Q1", (Rhythm.TO_DATE,)),
        ("2023", (Rhythm.TO_DATE,)),
        ("2023-05", (Rhythm.SINGLE,)),
        ("2023-Q2", (Rhythm.SINGLE,)),
        ("2022-01..2023-01", (Rhythm.SINGLE,)),
        ("2023-01-01", (Rhythm.SINGLE,)),
    ],
)
def test_rhythms(period: str, expected: tuple[Rhythm, ...]) -> None:
    assert rhythms(parse_period(period)) == expected


MONTHS = st.builds(
    lambda first, length: Period.months(2023, first, min(12, first + length)), st.integers(1, 12), st.integers(0, 11)
)
FIGURES = st.builds(
    lambda period, day, value: fig(str(period), str(value), f"2024-01-{day:02}"),
    MONTHS,
    st.integers(1, 3),
    st.integers(1, 9),
)


@given(st.lists(FIGURES, max_size=25), MONTHS)
def test_neighbours_are_those_of_the_view_in_force(rows: list[Observation], period: Period) -> None:
    line = History(rows).line(("x", "CN", "miit", False))
    view = as_of_view(rows, date(2025, 1, 1))
    here = (period.stop, period.start)
    for rhythm in Rhythm:
        alike = [row for row in view if rhythm in rhythms(row.period)]
        before = [row for row in alike if (row.period.stop, row.period.start) < here]
        after = [row for row in alike if (row.period.stop, row.period.start) > here]
        assert list(line.before(period, rhythm)) == before[::-1]
        assert list(line.after(period, rhythm)) == after
    same_start = [row for row in view if row.period.start == period.start]
    assert list(line.shorter(period)) == [row for row in same_start if row.period.stop < period.stop][::-1]
    assert list(line.longer(period)) == [row for row in same_start if row.period.stop > period.stop]


@given(st.lists(FIGURES, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_entry_does_not_matter(rows: list[Observation], random: Random) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)
    first, second = History(rows), History(shuffled)
    for row in rows:
        assert first.line(row.series).vintages(row.period) == second.line(row.series).vintages(row.period)

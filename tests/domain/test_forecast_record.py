"""How forecasts would have fared on real series: what the method promises, and that no rule of thumb does better."""

from decimal import Decimal
from functools import cache

import pytest

from tests.domain.cases import MONTHLY, indicator
from tests.domain.official_series import SERIES, published
from tracker.domain.indicator import Kind
from tracker.domain.replay import Naive, replays
from tracker.domain.score import Score, overall, score


@cache
def scores(kind: Kind) -> list[Score]:
    """The score of each series of a kind, worked out once."""
    found = []
    for years in SERIES[kind].values():
        eleven = len(next(iter(years.values())).split()) == 11
        measured = indicator(kind, MONTHLY if eleven else None, publishers=("p",))
        found.append(score(list(replays(measured, "CN", published(kind, years), []))))
    return found


@pytest.mark.parametrize("kind", SERIES)
def test_the_interval_holds_the_outcome_about_four_times_in_five(kind: Kind) -> None:
    together = overall(scores(kind))
    assert together.origins >= 50
    assert together.coverage is not None
    assert Decimal("0.70") <= together.coverage <= Decimal("0.92")


@pytest.mark.parametrize("kind", SERIES)
def test_no_series_is_left_out_of_its_interval_more_than_three_times_in_ten(kind: Kind) -> None:
    assert min(one.coverage or 0 for one in scores(kind)) >= Decimal("0.70")


@pytest.mark.parametrize(
    ("kind", "naive", "most"),
    [
        (Kind.FLOW, Naive.RUN_RATE, "0.4"),
        (Kind.FLOW, Naive.LAST_VALUE, "0.4"),
        (Kind.FLOW, Naive.LAST_YEAR, "0.5"),
        (Kind.STOCK, Naive.RUN_RATE, "0.6"),
        (Kind.STOCK, Naive.LAST_VALUE, "0.75"),
        (Kind.GROWTH, Naive.LAST_VALUE, "0.65"),
    ],
)
def test_the_value_is_nearer_than_what_a_rule_of_thumb_says(kind: Kind, naive: Naive, most: str) -> None:
    """The whole error is at most this part of the rule's."""
    assert overall(scores(kind)).ratios[naive] < Decimal(most)

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


@pytest.mark.parametrize(
    ("kind", "naive"),
    [
        (Kind.FLOW, Naive.RUN_RATE),
        (Kind.FLOW, Naive.LAST_VALUE),
        (Kind.FLOW, Naive.LAST_YEAR),
        (Kind.STOCK, Naive.RUN_RATE),
        (Kind.STOCK, Naive.LAST_VALUE),
        (Kind.GROWTH, Naive.LAST_VALUE),
    ],
)
def test_the_value_is_nearer_than_what_a_rule_of_thumb_says(kind: Kind, naive: Naive) -> None:
    assert overall(scores(kind)).ratios[naive] < 1

"""Conditions with two ends: what is beyond the far one is no success, and has to come back."""

import pytest

from tests.domain.cases import MONTHLY, base, fig, indicator, on, target
from tracker.domain.assessment import Status
from tracker.domain.indicator import Direction, Kind
from tracker.domain.rounding import rounded

CLUSTERS = target(indicator(Kind.STOCK), "between", "95", base("2022-12-31", "80"), upper="100")  # 15 to go
WASTE = target(
    indicator(Kind.STOCK, direction=Direction.DOWN), "between", "60", base("2022-12-31", "100"), upper="80"
)  # 20 to go
PRICES = target(indicator(Kind.GROWTH, MONTHLY), "between", "2", upper="3")


@pytest.mark.parametrize(
    ("value", "status", "reason", "needed"),
    [
        ("85.9", Status.BEHIND, "shortfall", "1.5167"),  # of the path's 87.44 by 10.26 of 15
        ("95", Status.ON_TRACK, "on-schedule", None),
        ("100", Status.ON_TRACK, "on-schedule", None),
        ("101", Status.BEHIND, "beyond-range", "-0.1667"),  # back to 100 in six months
        ("104.5", Status.BEHIND, "beyond-range", "-0.75"),  # 4.5 of 15: exactly 30 points
        ("104.6", Status.OFF_TRACK, "beyond-range", "-0.7667"),
        (">99", Status.UNDETERMINED, "bounds-open-band", "-0.6667"),
    ],
)
def test_a_level_beyond_its_range_is_behind(value: str, status: Status, reason: str, needed: str | None) -> None:
    found = on("2023-06-30", CLUSTERS, [fig("2023-06-30", value, "2023-06-30")])
    assert (found.status, found.reasons[0].code) == (status, reason)
    assert (found.needed if found.needed is None else rounded(found.needed)) == needed


@pytest.mark.parametrize(
    ("value", "status", "needed"),
    [
        ("80", Status.ON_TRACK, None),
        ("60", Status.ON_TRACK, None),
        ("59", Status.BEHIND, "0.1667"),
        ("53", Status.OFF_TRACK, "1.1667"),
    ],
)
def test_where_less_is_better_the_far_end_is_the_lower_one(value: str, status: Status, needed: str | None) -> None:
    found = on("2023-06-30", WASTE, [fig("2023-06-30", value, "2023-06-30")])
    assert found.status is status
    assert (found.needed if found.needed is None else rounded(found.needed)) == needed


@pytest.mark.parametrize(
    ("value", "status"),
    [("2.0", Status.ON_TRACK), ("3.0", Status.ON_TRACK), ("3.1", Status.BEHIND), ("4", Status.OFF_TRACK)],
)
def test_a_rate_above_its_range_is_behind_while_the_rest_can_bring_it_down(value: str, status: Status) -> None:
    """After nine months at 3.1 the rest may grow by (36 - 27.9) / 3 = 2.7 %, at 4 by none; the lowest month had 0.5."""
    rows = [fig("2022-12", "0.5", "2023-01-15"), fig("2023-01..2023-09", value, "2023-10-15")]
    found = on("2023-10-15", PRICES, rows)
    assert found.status is status
    if status is Status.BEHIND:
        assert found.needed is not None
        assert rounded(found.needed) == "2.7"


def test_an_exact_condition_can_be_overshot() -> None:
    exact = target(indicator(Kind.STOCK), "exactly", "100", base("2022-12-31", "80"))
    statuses = [
        on("2023-06-30", exact, [fig("2023-06-30", value, "2023-06-30")]).status for value in ("100", "101", "~101")
    ]
    assert statuses == [Status.ON_TRACK, Status.BEHIND, Status.UNDETERMINED]


def test_a_level_beyond_a_range_it_started_in_is_behind() -> None:
    kept = target(indicator(Kind.STOCK), "between", "95", base("2022-12-31", "95"), upper="100")
    assert on("2023-06-30", kept, [fig("2023-06-30", "101", "2023-06-30")]).status is Status.BEHIND


def test_of_a_flow_where_less_is_better_what_each_month_may_still_bring_is_said_within_the_range_too() -> None:
    spills = target(indicator(Kind.FLOW, MONTHLY, direction=Direction.DOWN), "between", "60", upper="80")
    found = on("2023-07-17", spills, [fig("2023-01..2023-06", "65", "2023-07-17")])
    assert found.needed is not None
    assert rounded(found.needed) == "2.5"

"""What a new version of a plan changes."""

from typing import Any

import pytest

from tests.domain.plan_cases import SMALL, small, without
from tracker.domain.plan_changes import Fate, PartChange, differences
from tracker.domain.plan_data import read_plan

OLD = read_plan(SMALL)


def changes(data: dict[str, Any]) -> list[PartChange]:
    return differences(OLD, read_plan(data))


def test_the_same_plan_differs_in_nothing() -> None:
    assert differences(OLD, read_plan(SMALL)) == []


@pytest.mark.parametrize(
    ("data", "change"),
    [
        (small("cutoff-day", value="20"), PartChange(Fate.CHANGED, "plan", "harbour-2024", ("cutoff-day",))),
        (small("rules", value={"stale-months": "3"}), PartChange(Fate.CHANGED, "plan", "harbour-2024", ("rules",))),
        (
            small("publishers", 1, "aliases", value=["NBS"]),
            PartChange(Fate.CHANGED, "publisher", "nbs", ("aliases",)),
        ),
        (
            small("indicators", 0, "baseline", "value", value="41个"),
            PartChange(Fate.CHANGED, "indicator", "berths", ("baseline",)),
        ),
        (without("indicators", 2), PartChange(Fate.REMOVED, "indicator", "growth")),
        (
            small("targets", 0, "due", value="2024-06-30"),
            PartChange(Fate.CHANGED, "target", "berths-2024", ("due",)),
        ),
        (small("tasks", 0, "title", value="泊"), PartChange(Fate.CHANGED, "task", "1", ("title",))),
        (
            small("tasks", 0, "commitments", 0, "kind", value="ongoing"),
            PartChange(Fate.CHANGED, "commitment", "1.1", ("kind",)),
        ),
        (without("tasks", 0, "commitments"), PartChange(Fate.REMOVED, "commitment", "1.1")),
    ],
)
def test_one_change_is_told_as_one(data: dict[str, Any], change: PartChange) -> None:
    assert changes(data) == [change]


def test_a_new_task_comes_with_its_commitments() -> None:
    data = small(
        "tasks",
        value=[*SMALL["tasks"], {"number": "2", "title": "二", "commitments": [{"number": "3", "title": "三"}]}],
    )
    assert changes(data) == [PartChange(Fate.ADDED, "task", "2"), PartChange(Fate.ADDED, "commitment", "2.3")]


def test_the_order_of_a_list_is_no_change() -> None:
    assert changes({**SMALL, "indicators": SMALL["indicators"][::-1]}) == []

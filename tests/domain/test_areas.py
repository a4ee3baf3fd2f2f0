"""The areas add up to the nation, or they do not; nothing is said while one is missing."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.domain.cases import fig, indicator
from tracker.domain.areas import PARTS, area_sums
from tracker.domain.indicator import Kind
from tracker.domain.observation import Observation
from tracker.domain.quantity import Quantity

FLOW = indicator(Kind.FLOW)


def figures(whole: str, part: str = "10") -> list[Observation]:
    return [
        fig("2023-05", whole, "2023-06-15"),
        *(fig("2023-05", part, "2023-06-15", area=area) for area in PARTS["CN"]),
    ]


def test_there_are_31_of_them() -> None:
    assert len(set(PARTS["CN"])) == 31


@pytest.mark.parametrize(("whole", "agrees"), [("310", True), ("311", False), (">300", True), (">310", False)])
def test_all_areas_are_added_up_and_held_against_the_whole(whole: str, agrees: bool) -> None:
    (found,) = area_sums(figures(whole), FLOW)
    assert found.total == Quantity(Decimal(310))
    assert found.agrees is agrees


def test_bounds_of_areas_are_bounds_of_the_sum() -> None:
    (found,) = area_sums(figures("400", ">10"), FLOW)
    assert found.agrees
    assert found.difference == -90


def test_nothing_is_assumed_of_a_missing_area() -> None:
    assert area_sums(figures("310")[:-1], FLOW) == []


def test_publishers_are_never_mixed() -> None:
    rows = figures("310")
    assert area_sums([*rows[:-1], replace(rows[-1], publisher="nbs")], FLOW) == []


@pytest.mark.parametrize("kind", [Kind.GROWTH, Kind.SHARE])
def test_rates_do_not_add_up(kind: Kind) -> None:
    assert area_sums(figures("310"), indicator(kind)) == []

"""The path by last year's shape."""

from decimal import Decimal

import pytest

from tests.domain.cases import VEHICLES, fig, indicator, on, target
from tracker.domain.calendar import Frequency, ReleaseCalendar
from tracker.domain.indicator import Kind
from tracker.domain.observation import Observation
from tracker.domain.target import PathKind, PathSpec, Target

MONTHS = ReleaseCalendar(Frequency.MONTH, 10, 15)
SHAPE = PathSpec(PathKind.LAST_YEAR)
THIS = fig("2023-01..2023-09", "6000000", "2023-10-11")


def sales(calendar: ReleaseCalendar | None = None) -> Target:
    measured = indicator(Kind.FLOW, calendar, unit=VEHICLES, publishers=("caam", "nbs"))
    return target(measured, "at-least", "9000000", path=SHAPE)


def last(period: str, value: str, publisher: str = "caam") -> Observation:
    return fig(period, value, "2023-01-12", publisher)


@pytest.mark.parametrize(
    ("rows", "expected", "fell_back"),
    [
        ([last("2022-01..2022-09", "4000"), last("2022", "5000")], 7200000, False),
        ([last("2022-01..2022-09", "4000"), last("2022", "5000", "nbs")], 6750000, True),  # of two publishers
        ([last("2022-01..2022-09", "4000"), last("2022-01..2022-09", "3000", "nbs"), last("2022", "5000", "nbs")],
         5400000, False),  # the first has no total, the second has both
        ([last("2022-01..2022-08", "4000"), last("2022", "5000")], 6750000, True),  # not the same month
        ([last("2022-01..2022-09", "0"), last("2022", "0")], 6750000, True),
    ],
)  # fmt: skip
def test_the_shape_is_that_of_one_publisher(rows: list[Observation], expected: int, fell_back: bool) -> None:
    found = on("2023-10-12", sales(MONTHS), [fig("2023-01..2023-09", "6000000", "2023-10-11", "caam"), *rows])
    assert (found.expected, found.has("path-fell-back")) == (Decimal(expected), fell_back)


def test_in_the_middle_of_a_month_the_shape_is_that_of_the_months_that_have_ended() -> None:
    rows = [last("2022-01..2022-07", "2500"), last("2022", "5000")]
    for day in ("2023-07-31", "2023-08-15", "2023-08-30"):
        found = on(day, sales(), [fig("2023-01..2023-06", "1", "2023-07-10", "caam"), *rows])
        assert (found.expected, found.has("path-fell-back")) == (Decimal(4500000), False)
    assert on("2023-08-31", sales(), rows).has("path-fell-back")
    assert on("2023-01-15", sales(), [*rows, fig("2023-01-01..2023-01-10", "1", "2023-01-11", "caam")]).expected == 0

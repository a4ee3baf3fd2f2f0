"""What a chart draws."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from tracker.domain.bilingual import Bilingual
from tracker.report.document.figures import Figure


class Role(StrEnum):
    """What a point of a chart is."""

    ACTUAL = "actual"
    BASELINE = "baseline"
    CONFIRMATION = "confirmation"
    """An inexact figure that says no more than an exact one before it."""
    SUPERSEDED = "superseded"
    OUTLOOK = "outlook"


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """A figure at its place in time. `low` and `high` are the ends of what a bound leaves open, None where it is open.

    `vintage` of `vintages`: which publication of its period this is. `after_gap`: a release due between the point
    before and this one is missing from the data.
    """

    day: date
    role: Role
    figure: Figure
    publisher: Bilingual
    low: Decimal | None
    high: Decimal | None
    vintage: int = 1
    vintages: int = 1
    after_gap: bool = False


@dataclass(frozen=True, slots=True)
class PathPoint:
    """A corner of the expected path."""

    day: date
    value: Decimal


@dataclass(frozen=True, slots=True)
class FanPoint:
    """The forecast for a day: the middle and the interval around it."""

    day: date
    low: Decimal
    middle: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Goal:
    """The target in a chart: a line (`low` equals `high`), a band, or a half plane (one end None)."""

    low: Decimal | None
    high: Decimal | None
    text: Bilingual


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart draws. `stepped`: the expected path jumps at its corners instead of running through them."""

    title: Bilingual
    alternative: Bilingual
    unit: Bilingual
    first: date
    last: date
    points: tuple[ChartPoint, ...]
    expected: tuple[PathPoint, ...] = ()
    stepped: bool = False
    goal: Goal | None = None
    fan: tuple[FanPoint, ...] = ()

"""Short ways to say an indicator, a target and a figure in tests of the domain."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count
from typing import Any

from tracker.domain.assessment import Assessment, assess
from tracker.domain.bilingual import Bilingual
from tracker.domain.calendar import Frequency, ReleaseCalendar
from tracker.domain.indicator import PERCENT, Direction, Indicator, Kind, Unit
from tracker.domain.observation import Baseline, Entry, Observation
from tracker.domain.period import parse_period
from tracker.domain.quantity import Bound, Quantity
from tracker.domain.target import Condition, Op, PathSpec, Target

ENTERPRISES = Unit("家", "enterprises", whole=True)
VEHICLES = Unit("辆", "vehicles", whole=True)
MONTHLY = ReleaseCalendar(Frequency.MONTH, 15, 18, with_next=(1,))
YEARLY = ReleaseCalendar(Frequency.YEAR, 18, 20)
_SIGNS = {">": Bound.MORE_THAN, "<": Bound.LESS_THAN, "~": Bound.ABOUT, "^": Bound.NEARLY, "+": Bound.AT_LEAST}
_ids = count(1)


def q(text: str) -> Quantity:
    """A quantity: 8997, >80000, <10, ~3.1 (about), ^9000 (nearly), +8 (at least)."""
    sign = _SIGNS.get(text[0])
    return Quantity(Decimal(text[1:]), sign) if sign else Quantity(Decimal(text))


def fig(period: str, value: str, published: str, publisher: str = "miit", **more: Any) -> Observation:
    """A figure of the indicator `x`, recorded in the order of the calls."""
    number = next(_ids)
    defaults: dict[str, Any] = {"id": number, "recorded_at": datetime.fromtimestamp(number, UTC)}
    return Observation(
        "x", parse_period(period), q(value), publisher, date.fromisoformat(published), **(defaults | more)
    )


def retracted(row: Observation, published: str | None = None) -> Observation:
    """The end of `row`: an entry error, or the publisher's withdrawal when a date is given."""
    entry = Entry.WITHDRAWAL if published else Entry.RETRACTION
    day = published or row.published_on.isoformat()
    return fig(str(row.period), "0", day, row.publisher, entry=entry, voids=row.id)


def base(period: str, value: str, published: str = "2023-01-11", flag: str = "") -> Baseline:
    return Baseline(parse_period(period), q(value), "miit", date.fromisoformat(published), flag)


def indicator(kind: Kind, calendar: ReleaseCalendar | None = None, **more: Any) -> Indicator:
    named = more.pop("unit", ENTERPRISES)
    unit = PERCENT if kind in (Kind.GROWTH, Kind.SHARE) else named
    publishers = more.pop("publishers", ("miit",))
    direction = more.pop("direction", Direction.UP)
    return Indicator(
        "x", Bilingual("甲", "X"), kind, unit, publishers, direction, calendar=calendar or ReleaseCalendar(), **more
    )


def target(
    measured: Indicator,
    op: str,
    value: str | None,
    baseline: Baseline | None = None,
    *,
    tolerance: str | None = None,
    upper: str | None = None,
    due: str = "2023-12-31",
    start: str = "2023-01-01",
    path: PathSpec | None = None,
) -> Target:
    numbers = [None if text is None else Decimal(text) for text in (value, upper, tolerance)]
    return Target(
        "x-2023",
        measured,
        Condition(Op(op), *numbers),
        date.fromisoformat(start),
        date.fromisoformat(due),
        date(2023, 1, 11),
        baseline=baseline,
        path=path or PathSpec(),
    )


def on(day: str, subject: Target, rows: Iterable[Observation]) -> Assessment:
    return assess(subject, list(rows), date.fromisoformat(day))

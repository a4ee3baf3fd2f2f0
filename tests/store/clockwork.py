"""A clock set by hand, and short ways to say a figure and a change."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from tracker.domain.observation import Entry, Observation
from tracker.domain.period import parse_period
from tracker.domain.quantity import Bound, Quantity
from tracker.store.database import Change

RECORD = Change("li", "record", "because", "small-2023")
START = datetime(2023, 7, 1, 1, 2, 3, 4, tzinfo=UTC)


class Clock:
    """Each reading is a minute after the one before, unless it is set."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def figure(period: str, value: str, published: str, **more: Any) -> Observation:
    """A figure of the indicator `ev`, published by caam; a value may begin with > for more than."""
    number, bound = (value[1:], Bound.MORE_THAN) if value[0] == ">" else (value, Bound.EXACTLY)
    made = Observation(
        "ev", parse_period(period), Quantity(Decimal(number), bound), "caam", date.fromisoformat(published)
    )
    return replace(made, **more)


def taken_back(row: Observation, entry: Entry = Entry.RETRACTION, published: str = "") -> Observation:
    """The retraction or the withdrawal of a row as it was read."""
    day = date.fromisoformat(published) if published else row.published_on
    return replace(row, id=0, entry=entry, voids=row.id, published_on=day, note="")


def stored(row: Observation, **known: Any) -> Observation:
    """The row as it is read back when it was recorded with the change RECORD."""
    return replace(row, recorded_by=RECORD.by, reason=row.reason or RECORD.reason, **known)

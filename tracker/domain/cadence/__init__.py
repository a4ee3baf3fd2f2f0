"""Cadences: the record and its due instants (`rule`), reading words (`reading`, `chinese`) and `cron`."""

from tracker.domain.cadence.cron import CronDays
from tracker.domain.cadence.reading import parse_cadence
from tracker.domain.cadence.rule import (
    LAST,
    Cadence,
    Cycle,
    EveryDay,
    OnDays,
    OnNthWeekday,
    OnWeekdays,
)

__all__ = [
    "LAST",
    "Cadence",
    "CronDays",
    "Cycle",
    "EveryDay",
    "OnDays",
    "OnNthWeekday",
    "OnWeekdays",
    "parse_cadence",
]

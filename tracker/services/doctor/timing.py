"""The clock and the time zones: what day it is decides what is due."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from zoneinfo import TZPATH, ZoneInfo, ZoneInfoNotFoundError

from tracker.services.doctor.results import Result, broken, ok


def examine_time(now: datetime, zones: Sequence[str]) -> Iterator[Result]:
    """The clock of this computer at `now`, and the time zones of plans and schedules."""
    local = now.astimezone()
    yield ok("clock", local=local, zone=local.tzname() or "")
    try:
        yield ok("tzdata", version=version("tzdata"), folders=list(TZPATH))
    except PackageNotFoundError:  # the system's own may do
        yield ok("tzdata-absent", folders=list(TZPATH))
    for zone in zones:
        try:
            there = now.astimezone(ZoneInfo(zone))
        except (ZoneInfoNotFoundError, ValueError):
            yield broken("zone-unknown", zone=zone)
        else:
            yield ok("zone", zone=zone, today=there.date())

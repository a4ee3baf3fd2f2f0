"""Spans by their months, and which of them may be held against each other."""

from enum import IntEnum

from tracker.domain.period import Period

YEAR = 12
Months = tuple[int, int]
"""First and last month of a span, counted from the year 0."""


class Rhythm(IntEnum):
    """Spans that may be held against each other: January to May and January to April, May and April."""

    TO_DATE = 0
    SINGLE = 1


def rhythms(period: Period) -> tuple[Rhythm, ...]:
    """The rhythms of a period; January, and January with February, are a month's release and the year to date."""
    start, stop = period.start, period.stop
    if (start.month, start.day) != (1, 1) or start.year != stop.year or not period.is_whole_months:
        return (Rhythm.SINGLE,)
    return (Rhythm.TO_DATE, Rhythm.SINGLE) if stop.month <= 2 else (Rhythm.TO_DATE,)


def months_of(period: Period) -> Months:
    """The months of a period of whole months."""
    return (period.start.year * YEAR + period.start.month - 1, period.stop.year * YEAR + period.stop.month - 1)

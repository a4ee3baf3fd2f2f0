"""The record of a period: a closed span of days, and its arithmetic.

Growth and flow over January to May is `2023-01..2023-05`, over May `2023-05`: the span says whether
a figure is for the year to date or for the month. A stock is at an instant, the last day of
whatever period is given.
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

ONE_DAY = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1900, 2100
"""The years a period may be in, as typed."""


def add_months(day: date, n: int) -> date:
    """The same day `n` months later (earlier when negative), at most that month's last day.

    >>> add_months(date(2023, 1, 31), 1)
    datetime.date(2023, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + n, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@cache
def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def month_number(day: date) -> int:
    """The month a day is in, months counted one by one through all years."""
    return day.year * 12 + day.month - 1


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """The days from `start` to `stop`, both included; ordered by start, then by end.

    >>> str(Period(date(2023, 1, 1), date(2023, 5, 31)))
    '2023-01..2023-05'
    """

    start: date
    stop: date

    def __post_init__(self) -> None:
        if self.stop < self.start:
            raise ValueError(f"a period cannot end ({self.stop}) before it starts ({self.start})")

    @classmethod
    def day(cls, day: date) -> "Period":
        return cls(day, day)

    @staticmethod
    def month(year: int, month: int) -> "Period":
        return _month(year, month)

    @classmethod
    def months(cls, year: int, first: int, last: int) -> "Period":
        """Whole months of one year: (2023, 1, 5) is January to May 2023."""
        return cls(date(year, first, 1), month_end(year, last))

    @classmethod
    def year(cls, year: int) -> "Period":
        return cls(date(year, 1, 1), date(year, 12, 31))

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.stop

    def covers(self, other: "Period") -> bool:
        """Whether every day of `other` is in here too."""
        return self.start <= other.start and other.stop <= self.stop

    @property
    def is_day(self) -> bool:
        return self.start == self.stop

    @property
    def is_whole_months(self) -> bool:
        return self.start.day == 1 and self.next_day.day == 1

    @property
    def month_count(self) -> int:
        """How many months; ValueError for a period that is not of whole months."""
        if not self.is_whole_months:
            raise ValueError(f"{self} is not a number of whole months")
        return self._months_touched

    @property
    def next_day(self) -> date:
        """The first day after the period."""
        return self.stop + ONE_DAY

    def each_month(self) -> Iterator["Period"]:
        """The calendar months the period touches, each whole, in order."""
        first = month_number(self.start)
        for number in range(first, first + self._months_touched):
            yield _month(number // 12, number % 12 + 1)

    def instant(self) -> "Period":
        """The last day: what the period means for a stock."""
        return Period.day(self.stop)

    def shifted(self, *, years: int) -> "Period":
        """The same span `years` later; whole months stay whole (February gains or loses a day)."""
        start = add_months(self.start, 12 * years)
        if self.is_whole_months:
            return Period(start, add_months(self.next_day, 12 * years) - ONE_DAY)
        return Period(start, add_months(self.stop, 12 * years))

    def __str__(self) -> str:
        """The canonical text, the shortest standard name; `parse_period` reads it back."""
        if self.is_day:
            return self.start.isoformat()
        if not self.is_whole_months:
            return f"{self.start}..{self.stop}"
        if self.start.year == self.stop.year:
            name = self._name_within_year()
            if name is not None:
                return name
        return self._month_by_month

    @property
    def by_ends(self) -> str:
        """The text in data: a day, a month and a year by name, any other span by its ends (2023-01..2023-06)."""
        is_plain = not self.is_whole_months or self.month_count == 1 or self == Period.year(self.start.year)
        return str(self) if is_plain else self._month_by_month

    @property
    def _month_by_month(self) -> str:
        return f"{self.start.isoformat()[:7]}..{self.stop.isoformat()[:7]}"

    @property
    def _months_touched(self) -> int:
        return month_number(self.stop) - month_number(self.start) + 1

    def _name_within_year(self) -> str | None:
        """The name of a year, half year, quarter or month; None for any other run of months."""
        year, first, length = self.start.year, self.start.month - 1, self._months_touched
        if length not in (1, 3, 6, 12) or first % length:
            return None
        number = first // length + 1
        return {
            1: f"{year}-{number:02}",
            3: f"{year}-Q{number}",
            6: f"{year}-H{number}",
            12: f"{year}",
        }[length]


@cache
def _month(year: int, month: int) -> Period:
    """The month: there are few, and they are asked for again and again."""
    return Period(date(year, month, 1), month_end(year, month))

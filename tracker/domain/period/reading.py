"""Reading periods and dates: the standard names at once, everything else through `freeform`."""

import re
from datetime import date
from functools import lru_cache

from tracker.domain.period.span import FIRST_YEAR, LAST_YEAR, Period
from tracker.errors import BadDate, BadPeriod

_STANDARD = re.compile(r"(\d{4})(?:-(?:H([12])|Q([1-4])|(\d\d)(?:-(\d\d))?))?", re.ASCII)


@lru_cache(maxsize=4096)
def parse_period(text: str) -> Period:
    """The period a text means, in any form people write. Raises BadPeriod(text=, problem=)."""
    period = _standard(text)
    if period is not None:
        return period
    from tracker.domain.period import freeform  # its patterns take longer than reading 2023-05

    try:
        return freeform.read_period(text)
    except freeform.UnreadableError as trouble:
        raise BadPeriod(text=text, problem=str(trouble)) from None


def parse_publication(text: str) -> date:
    """The day something was published; a month, quarter or year stands for its last day. Raises BadDate."""
    try:
        return parse_date(text)
    except BadDate as trouble:
        try:
            return parse_period(text).stop
        except BadPeriod:
            raise trouble from None


@lru_cache(maxsize=4096)
def parse_date(text: str) -> date:
    """The day a text means, however a single day is written. Raises BadDate(text=, problem=)."""
    period = _standard(text)
    if period is not None and period.is_day and ".." not in text:
        return period.stop
    from tracker.domain.period import freeform

    try:
        return freeform.read_day(text)
    except freeform.UnreadableError as trouble:
        raise BadDate(text=text, problem=str(trouble)) from None


def _standard(text: str) -> Period | None:
    """The period a canonical text names; None for any other text, also for one that is wrong."""
    first, mark, last = text.partition("..")
    left = _named(first)
    if not mark:
        return left
    right = _named(last)
    return Period(left.start, right.stop) if left and right and left.start <= right.stop else None


def _named(text: str) -> Period | None:
    found = _STANDARD.fullmatch(text)
    if found is None or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        return None
    year, half, quarter, month, day = (int(part or 0) for part in found.groups())
    if half:
        return Period.months(year, 6 * half - 5, 6 * half)
    if quarter:
        return Period.months(year, 3 * quarter - 2, 3 * quarter)
    if found[4] is None:
        return Period.year(year)
    try:
        return Period.month(year, month) if found[5] is None else Period.day(date(year, month, day))
    except ValueError:
        return None

"""Reading cadences as people write them, in English and Chinese: monthly on day 26 at 09:00, 每月26日上午9点.

The text of the result is canonical, with day and time spelt out, so that nothing depends on a default that may change.
Left out, the day is the 26th (of the first month after the period: by then even the latest monthly release is out), of
a week Monday, and the time is 09:00. What begins like a cron expression is read as one.
"""

import re
import unicodedata
from datetime import time
from functools import lru_cache

from tracker.domain.cadence.chinese import WEEKDAYS, to_english
from tracker.domain.cadence.cron import MONTHS, looks_like_cron, parse_cron
from tracker.domain.cadence.rule import (
    ALL_MONTHS,
    LAST,
    Cadence,
    Cycle,
    DayRule,
    EveryDay,
    OnDays,
    OnNthWeekday,
    OnWeekdays,
)
from tracker.errors import BadCadence

DEFAULT_DAY = 26
DEFAULT_TIME = "9"
LONGEST = 120
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": LAST}
ADVERBS = {
    "daily": Cycle.DAY,
    "weekly": Cycle.WEEK,
    "monthly": Cycle.MONTH,
    "quarterly": Cycle.QUARTER,
    "half-yearly": Cycle.HALF_YEAR,
    "yearly": Cycle.YEAR,
}
_LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@lru_cache(maxsize=256)
def parse_cadence(text: str) -> Cadence:
    """The cadence that `text` means. Raises BadCadence(text=, problem=)."""
    normal = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    if not normal or len(normal) > LONGEST:
        raise BadCadence(text=text, problem="form" if normal else "empty")
    if looks_like_cron(normal):
        return parse_cron(normal)
    try:
        return _read(normal if re.match("[a-z]", normal) else to_english(normal))
    except ValueError as trouble:
        raise BadCadence(text=text, problem=str(trouble)) from None


# One form: ADVERB [on DAYS] [at TIMES] ----------------------------------------------------------------------------

_REWRITES = (
    (r"^(?:every|each) minute$", "every 1 minutes"),
    (r"^(?:every|each) (?:hour)\b", "hourly"),
    (r"^(?:every|each) day\b", "daily"),
    (r"^(?:every|each) week\b", "weekly"),
    (r"^(?:every|each) month\b", "monthly"),
    (r"^(?:every|each) quarter\b", "quarterly"),
    (r"^(?:(?:every|each) (?:half[- ]year|(?:6|six) months)|half[- ]yearly|semi-?annually)\b", "half-yearly"),
    (r"^(?:(?:every|each) year|annually)\b", "yearly"),
    (r"^(?:on )?((?:the )?(?:\w+ ){1,2}?)of (?:every|each|the) month\b", r"monthly on \1"),
    (r"^(?:(?:every|each) |on )(?=(?:mon|tue|wed|thu|fri|sat|sun|weekday))", "weekly on "),
    (r"^weekdays?\b", "weekly on mon-fri"),
    (r"(?<=^weekly on )weekdays?\b", "mon-fri"),
)


def _read(text: str) -> Cadence:
    for pattern, replacement in _REWRITES:
        text = re.sub(pattern, replacement, text)
    if frequent := _frequent(text):
        return parse_cron(frequent)
    form = re.fullmatch(
        r"(?P<adverb>[a-z-]+)(?:,? on (?P<on>.+?))?(?:,? at (?P<at>.+)| (?P<time>[0-9]{1,2}:[0-9]{2}))?", text
    )  # fmt: skip
    if form is None or form["adverb"] not in ADVERBS:
        raise ValueError("form")
    cycle = ADVERBS[form["adverb"]]
    on, days = _days(form["on"], cycle)
    times = sorted({_time(part) for part in _parts(form["at"] or form["time"] or DEFAULT_TIME)})
    shown = ", ".join(f"{at:%H:%M}" for at in times)
    return Cadence(f"{form['adverb']}{on} at {shown}", cycle, days, tuple(times))


def _frequent(text: str) -> str | None:
    """The cron expression for hourly, every N hours and every N minutes, N being a part of the day or the hour."""
    if text == "hourly":
        return "0 * * * *"
    match = re.fullmatch(r"every ([0-9]{1,2}) (hour|minute)s?", text)
    if match is None:
        return None
    number, whole = int(match[1]), 24 if match[2] == "hour" else 60
    if not number or whole % number or number == whole:
        raise ValueError("uneven")
    return f"0 */{number} * * *" if match[2] == "hour" else f"*/{number} * * * *"


def _parts(text: str) -> list[str]:
    return [part for part in re.split(r"\s*(?:,|\band\b)\s*", text) if part]


def _time(text: str) -> time:
    text = {"noon": "12", "midnight": "0"}.get(text, text)
    match = re.fullmatch(r"([0-9]{1,2})(?::([0-9]{2}))?(?: ?([ap])\.?m\.?)?", text)
    if match is None:
        raise ValueError("time")
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3]:
        if not 1 <= hour <= 12:
            raise ValueError("time")
        hour = hour % 12 + (12 if match[3] == "p" else 0)
    if hour > 23 or minute > 59:
        raise ValueError("time")
    return time(hour, minute)


def _days(text: str | None, cycle: Cycle) -> tuple[str, DayRule]:
    """The canonical words after the adverb, and the rule."""
    if cycle is Cycle.DAY:
        if text:
            raise ValueError("form")
        return "", EveryDay()
    if cycle is Cycle.WEEK:
        weekdays = _weekdays(text or "mon")
        return f" on {', '.join(WEEKDAYS[number] for number in weekdays)}", OnWeekdays(weekdays)
    if cycle is Cycle.YEAR:
        return _in_year(text or f"jan {DEFAULT_DAY}")
    words, months = _in_cycle(text or f"day {DEFAULT_DAY}", cycle)
    shown, rule = _in_month(words, months)
    nth = "" if cycle is Cycle.MONTH else f" of month {months[0]}"
    return f" on {shown}{nth}", rule


def _weekdays(text: str) -> tuple[int, ...]:
    found: set[int] = set()
    for part in _parts(text):
        for word in part.split():
            first, dash, last = word.partition("-")
            low = _weekday(first)
            high = _weekday(last) if dash else low
            found.update((low + step) % 7 for step in range((high - low) % 7 + 1))
    if not found:
        raise ValueError("weekday")
    return tuple(sorted(found))


def _weekday(text: str) -> int:
    full = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    for number, name in enumerate(full):
        if text in (name, f"{name}s") or (len(text) >= 3 and name.startswith(text)):
            return number
    raise ValueError("weekday")


def _in_cycle(text: str, cycle: Cycle) -> tuple[str, tuple[int, ...]]:
    """What is left of `text` without its month of the quarter or half year, and the months of the year it means."""
    if cycle is Cycle.MONTH:
        return text, ALL_MONTHS
    nth = 1
    if match := re.search(r" of (?:month ([1-9])|the (first|second|third) month)$", text):
        text, nth = text[: match.start()], int(match[1] or ORDINALS[match[2]])
    if nth > cycle.months:
        raise ValueError("month")
    return text, tuple(range(nth, 13, cycle.months))


def _in_year(text: str) -> tuple[str, DayRule]:
    """jan 20, 20 january, 01-20, the last day of feb, the first mon of may."""
    name = rf"(?P<month>{'|'.join(MONTHS)})[a-z]*\.?"
    day = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
    if match := re.fullmatch(r"([01][0-9])-([0-3][0-9])", text):
        return _date(int(match[1]), int(match[2]))
    for pattern in (rf"{name} {day}", rf"{day}(?: of)? {name}", rf"day {day} of {name}"):
        if match := re.fullmatch(pattern, text):
            return _date(MONTHS.index(match["month"]) + 1, int(match["day"]))
    if match := re.fullmatch(rf"(?P<pick>.+) of {name}", text):
        shown, rule = _in_month(match["pick"], (MONTHS.index(match["month"]) + 1,))
        return f" on {shown} of {match['month'].title()}", rule
    raise ValueError("date")


def _date(month: int, day: int) -> tuple[str, DayRule]:
    if not 1 <= month <= 12 or not 1 <= day <= _LONGEST_MONTH[month - 1]:
        raise ValueError("date")
    return f" on {MONTHS[month - 1].title()} {day}", OnDays((day,), (month,))


def _in_month(text: str, months: tuple[int, ...]) -> tuple[str, DayRule]:
    """day 26, days 10 and 20, the 26th, the last day, the first mon."""
    text = re.sub(r"^(?:the )", "", text.strip())
    if re.fullmatch(r"last(?: day)?|day last|month end", text):
        return "the last day", OnDays((LAST,), months)
    if match := re.fullmatch(rf"({'|'.join(ORDINALS)}) ([a-z]+)", text):
        weekday = _weekday(match[2])
        return f"the {match[1]} {WEEKDAYS[weekday]}", OnNthWeekday(ORDINALS[match[1]], weekday, months)
    days = sorted({_day(part) for part in _parts(re.sub(r"^days? ", "", text))})
    if not days:
        raise ValueError("day")
    return f"day{'s' * (len(days) > 1)} {', '.join(map(str, days))}", OnDays(tuple(days), months)


def _day(text: str) -> int:
    match = re.fullmatch(r"(?:the )?([0-9]{1,2})(?:st|nd|rd|th)?", text)
    if match is None or not 1 <= int(match[1]) <= 31:
        raise ValueError("day")
    return int(match[1])

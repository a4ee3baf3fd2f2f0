"""Periods in the words of a report: 2023年1—5月 and Jan–May 2023.

`parse_period` reads every label back.
"""

from datetime import date

from tracker.domain.bilingual import Lang
from tracker.domain.period.span import Period

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""English month names as printed; fixed, because `strftime` follows the locale."""

CHINESE = {
    "H1": "上半年",
    "H2": "下半年",
    "Q1": "一季度",
    "Q2": "二季度",
    "Q3": "三季度",
    "Q4": "四季度",
}


def label(period: Period, lang: Lang) -> str:
    """The period as a person writes it: 2023年一季度 or Q1 2023, 2023年6月26日 or 26 Jun 2023."""
    return _chinese(period) if lang == "zh" else _english(period)


def _chinese(period: Period) -> str:
    start, stop = period.start, period.stop
    if period.is_day:
        return f"{start.year}年{start.month}月{start.day}日"
    if not period.is_whole_months:
        return f"{start.year}年{start.month}月{_chinese_days(start, stop)}"
    if _is_years(period):
        return f"{start.year}年" if start.year == stop.year else f"{start.year}—{stop.year}年"
    if start.year != stop.year:
        return f"{start.year}年{start.month}月—{stop.year}年{stop.month}月"
    if start.month == stop.month:
        return f"{start.year}年{start.month}月"
    if (start.month, stop.month) == (1, 9):
        return f"{start.year}年前三季度"
    name = CHINESE.get(str(period)[5:])
    return f"{start.year}年{name}" if name else f"{start.year}年{start.month}—{stop.month}月"


def _chinese_days(start: date, stop: date) -> str:
    if start.year != stop.year:
        return f"{start.day}日—{stop.year}年{stop.month}月{stop.day}日"
    if start.month != stop.month:
        return f"{start.day}日—{stop.month}月{stop.day}日"
    return f"{start.day}—{stop.day}日"


def _english(period: Period) -> str:
    start, stop = period.start, period.stop
    first, last = MONTHS[start.month - 1], MONTHS[stop.month - 1]
    if period.is_day:
        return f"{start.day} {first} {start.year}"
    if not period.is_whole_months:
        return f"{_english_start(start, stop)}{stop.day} {last} {stop.year}"
    if _is_years(period):
        return f"{start.year}" if start.year == stop.year else f"{start.year}–{stop.year}"
    if start.year != stop.year:
        return f"{first} {start.year} – {last} {stop.year}"
    if start.month == stop.month:
        return f"{first} {start.year}"
    name = str(period)[5:]
    return f"{name if name in CHINESE else f'{first}–{last}'} {start.year}"


def _english_start(start: date, stop: date) -> str:
    first = MONTHS[start.month - 1]
    if start.year != stop.year:
        return f"{start.day} {first} {start.year} – "
    return f"{start.day}–" if start.month == stop.month else f"{start.day} {first} – "


def _is_years(period: Period) -> bool:
    """Whether the period is one or more whole calendar years."""
    start, stop = period.start, period.stop
    return (start.month, start.day, stop.month, stop.day) == (1, 1, 12, 31)

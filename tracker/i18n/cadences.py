"""A cadence in words. English is its canonical text; Chinese is put together here and reads back as the same."""

from collections.abc import Iterable

from tracker.domain.bilingual import Lang
from tracker.domain.cadence import LAST, Cadence, CronDays, Cycle, EveryDay, OnDays, OnNthWeekday, OnWeekdays

WORKING_WEEK = (0, 1, 2, 3, 4)
_DIGITS = ("", "一", "二", "三", "四", "五", "六")
_WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
_EACH = {
    Cycle.DAY: "每天",
    Cycle.WEEK: "每",
    Cycle.MONTH: "每月",
    Cycle.QUARTER: "每季度",
    Cycle.HALF_YEAR: "每半年",
    Cycle.YEAR: "每年",
}


def cadence_text(cadence: Cadence, lang: Lang) -> str:
    """monthly on day 26 at 09:00, 每月26日09:00; a cron expression as it is."""
    if isinstance(cadence.days, CronDays):
        return f"cron {cadence.text}"
    if lang != "zh":
        return cadence.text
    return f"{_EACH[cadence.cycle]}{_days(cadence)}{_listed(f'{at:%H:%M}' for at in cadence.times)}"


def _days(cadence: Cadence) -> str:
    match cadence.days:
        case EveryDay():
            return ""
        case OnWeekdays(weekdays):
            return "周一至周五" if weekdays == WORKING_WEEK else _listed(_WEEKDAYS[number] for number in weekdays)
        case OnDays(days, months):
            last = "最后一天" if days == (LAST,) else _listed(f"{day}日" for day in days)
            return _month(cadence.cycle, months) + last
        case OnNthWeekday(nth, weekday, months):
            which = "最后一个" if nth == LAST else f"第{_DIGITS[nth]}个"
            return _month(cadence.cycle, months) + which + _WEEKDAYS[weekday]
    raise TypeError(cadence.days)


def _month(cycle: Cycle, months: tuple[int, ...]) -> str:
    """The month within the year, the half year or the quarter."""
    if cycle is Cycle.MONTH:
        return ""
    if cycle is Cycle.YEAR:
        return f"{months[0]}月"
    return "首月" if months[0] == 1 else f"第{_DIGITS[months[0]]}个月"


def _listed(words: Iterable[str]) -> str:
    return "、".join(words)

"""Chinese cadences in the English form that `reading` reads: 每月26日上午9点 is monthly on day 26 at 9:00."""

import re

from tracker.domain.cadence.cron import MONTHS

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SIGNS = {sign: n for n, signs in enumerate(("一1", "二2", "三3", "四4", "五5", "六6", "日天7")) for sign in signs}
_DIGITS = "一二三四五六七八九"
_NUMBER = f"(?:[0-9]{{1,2}}|[{_DIGITS}十]{{1,3}})"
_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth"}
_HEADS = (
    ("每个?(?:小时|钟头)", "hourly"),
    ("每(?:天|日)", "daily"),
    ("每个?(?:星期|周|礼拜)", "weekly"),
    ("每个?月", "monthly"),
    ("每个?季度?", "quarterly"),
    ("每个?半年", "half-yearly"),
    ("每年", "yearly"),
)
_TIME = re.compile(
    rf"(?P<part>凌晨|早上|早晨|上午|中午|下午|晚上)?(?P<hour>{_NUMBER})"
    rf"(?::(?P<clock>[0-9]{{2}})|[点时](?:(?P<minute>{_NUMBER})分?|(?P<half>半)|整|钟)?)$"
)
_LATER = ("中午", "下午", "晚上")
_MONTH = re.compile(rf"(?:第(?P<nth>{_NUMBER})个月|(?P<first>首月)|(?P<named>{_NUMBER})月份?)的?")
_WEEKDAY = re.compile(rf"(?:第(?P<nth>[一二三四1-4])个|最后一?个)(?:星期|周|礼拜)(?P<day>[{''.join(_SIGNS)}])")


def to_english(text: str) -> str:
    """The English form of `text`, which has been normalised (NFKC). Raises ValueError when it is not understood."""
    text = re.sub("[、和及]", ",", text.replace(" ", ""))
    if text == "每分钟":
        return "every 1 minutes"
    if frequent := re.fullmatch(rf"每隔?({_NUMBER})个?(小时|分钟)", text):
        unit = "hours" if frequent[2] == "小时" else "minutes"
        return f"every {_number(frequent[1])} {unit}"
    text, at = _without_times(text)
    for pattern, adverb in _HEADS:
        if head := re.match(pattern, text):
            rest = text[head.end() :].strip(",的")
            return adverb + (f" on {_days(rest, adverb)}" if rest else "") + at
    raise ValueError("form")


def _without_times(text: str) -> tuple[str, str]:
    """What stands before the times of day at the end of `text`, and these in English."""
    times: list[str] = []
    while clock := _TIME.search(text):
        times.append(_time(clock))
        text = text[: clock.start()]
        if not text.endswith(","):
            break
        text = text.removesuffix(",")
    return text, f" at {', '.join(times)}" if times else ""


def _time(match: re.Match[str]) -> str:
    hour = _number(match["hour"])
    if match["part"] in _LATER and hour < 12 and not (match["part"] == "中午" and hour > 9):
        hour += 12
    minute = 30 if match["half"] else int(match["clock"] or _number(match["minute"] or "0"))
    return f"{hour}:{minute:02}"


def _days(text: str, adverb: str) -> str:
    if adverb == "weekly":
        return _weekdays(text)
    of = ""
    if month := _MONTH.match(text):
        text, of = text[month.end() :], f" of {_month(month)}"
    if weekday := _WEEKDAY.fullmatch(text):
        nth = _ORDINALS[_number(weekday["nth"])] if weekday["nth"] else "last"
        return f"the {nth} {WEEKDAYS[_SIGNS[weekday['day']]]}{of}"
    if re.fullmatch("月?[底末]|最后一[天日]", text):
        return f"the last day{of}"
    days = [str(_number(day)) for day in re.sub("[日号]", "", text).split(",")]
    return f"day {', '.join(days)}{of}"


def _weekdays(text: str) -> str:
    text = re.sub("[至到]", "-", re.sub("周|星期|礼拜", "", text))
    names = re.sub(f"[{''.join(_SIGNS)}]", lambda sign: f" {WEEKDAYS[_SIGNS[sign[0]]]} ", text)
    return re.sub(" *- *", "-", names).strip()


def _month(match: re.Match[str]) -> str:
    if not match["named"]:
        return f"month {_number(match['nth'] or '1')}"
    number = _number(match["named"])
    if not 1 <= number <= len(MONTHS):
        raise ValueError("day")
    return MONTHS[number - 1]


def _number(text: str) -> int:
    """26 for 26 and for 二十六."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.partition("十")
    if not ten:
        tens, ones = "", text
    if len(tens) > 1 or len(ones) > 1 or not set(tens + ones) <= set(_DIGITS) or not text:
        raise ValueError("form")
    high = (_DIGITS.index(tens) + 1 if tens else 1) if ten else 0
    return high * 10 + (_DIGITS.index(ones) + 1 if ones else 0)

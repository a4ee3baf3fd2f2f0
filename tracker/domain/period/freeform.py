"""Reading periods and dates as people type them, in Chinese and English.

A text is brought into one form (full-width characters by NFKC, Chinese numerals, words for quarters
and half years, range marks), split at its range mark, and each side read by one of a few patterns.
In a range, either side may leave out what the other says: 2023年1-5月, Jan–May 2023.

Decided: years run from 1900 to 2100 and have four digits; a year is never guessed. 底, 末 and "end
of" mean the last day. A hyphen between months is a range (2023.1-5), one between spaces always; in
2023-1-5 it separates a day. 05/06/2023 is refused, because nobody can tell day and month apart.
Midnight, as spreadsheets write it after a date, is dropped.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from tracker.domain.period.naming import MONTHS
from tracker.domain.period.span import FIRST_YEAR, LAST_YEAR, Period

LONGEST = 80
"""More characters than any way of writing a period takes."""

_CHINESE_DIGITS = {sign: n for n, sign in enumerate("零一二三四五六七八九")}
_CHINESE_DIGITS |= {"〇": 0, "○": 0, "两": 2}
_ORDINALS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
}
_MONTH_NUMBERS = {name.casefold(): n for n, name in enumerate(MONTHS, 1)}
_MONTH_NUMBERS |= {"january": 1, "february": 2, "march": 3, "april": 4, "june": 6, "july": 7}
_MONTH_NUMBERS |= {
    "august": 8,
    "sept": 9,
    "september": 9,
    "october": 10,
    "november": 11,
    "december": 12,
}


class UnreadableError(ValueError):
    """Why a text is no period; the argument is a key of the period texts."""


class _Side(NamedTuple):
    """One side of a range, or the whole text.

    `kind` is year, half, quarter, month, day, or bare: a lone number that takes the kind of the
    other side. `number` is that of the month, quarter or half year, or the day of `month`.
    """

    kind: str
    year: int | None
    number: int = 0
    month: int | None = None
    is_end: bool = False


def read_day(text: str) -> date:
    """The day a text means. Raises UnreadableError."""
    side = _side(_normal(text))
    if side.kind != "day":
        raise UnreadableError("form")
    return _span(side).stop


def read_period(text: str) -> Period:
    """The period a text means. Raises UnreadableError."""
    normal = _normal(text)
    first, mark, last = normal.partition("..")
    if not mark:
        return _span(_side(normal))
    left, right = _completed(_side(first), _side(last))
    start, stop = _span(left).start, _span(right).stop
    if stop < start:
        raise UnreadableError("backwards")
    return Period(start, stop)


def _normal(text: str) -> str:
    if len(text) > LONGEST:
        raise UnreadableError("form")
    normal = unicodedata.normalize("NFKC", text).casefold().strip()
    if not normal:
        raise UnreadableError("empty")
    for pattern, replacement in _REWRITES:
        normal = pattern.sub(replacement, normal)
    return _range_marked(normal)


def _range_marked(text: str) -> str:
    """Hyphens that stand for "to" become the range mark `..`; those within a date stay."""
    if ".." in text:
        return text
    if "月" in text:  # 2023-5月 and 2023-1-5月: the first hyphen only separates the year
        text = re.sub(r"^(\d{4})-(?=\d)", r"\1年", text)
    if re.search(r"[年月日a-z/.]", text):
        return text.replace("-", "..", 1)
    return re.sub(r"(?<=\d)-(?=\d{4}(?!\d)|\d{6}$|\d{8}$)|(?<=^\d{6})-", "..", text, count=1)


def _chinese_number(match: re.Match[str]) -> str:
    """Digits for 二十六, 十二 or, digit by digit, 二〇二三."""
    word = match[0]
    if "十" not in word:
        return "".join(str(_CHINESE_DIGITS[sign]) for sign in word)
    tens, _, ones = word.partition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        raise UnreadableError("form")
    return str(10 * _CHINESE_DIGITS.get(tens, 1) + _CHINESE_DIGITS.get(ones, 0))


def _ordinal(match: re.Match[str]) -> str:
    """q2 for "second quarter of"."""
    return f"{match[2][0]}{_ORDINALS[match[1]]}"


_Replacement = str | Callable[[re.Match[str]], str]


def _rewrite(pattern: str, replacement: _Replacement) -> tuple[re.Pattern[str], _Replacement]:
    return re.compile(pattern, re.ASCII), replacement


_REWRITES = (
    _rewrite(r"[ t]00?:00(?::00(?:\.0+)?)?$", ""),
    _rewrite(r"\s*(?:[—–―~〜至到…]|\.{2,}|\bto\b)+\s*|\s+-\s+", ".."),
    _rewrite(r"[‐−]", "-"),
    _rewrite(r"(?<!\d)\s+|\s+(?!\d)", ""),
    _rewrite(r"[〇零○一二三四五六七八九十两]+", _chinese_number),
    _rewrite(r"^(\d{4}) (?=\d)", r"\1年"),
    _rewrite(r"年?全年|年度", "年"),
    _rewrite(r"上半年", "h1"),
    _rewrite(r"下半年", "h2"),
    _rewrite(r"前(\d)个?季度", r"q1..q\1"),
    _rewrite(r"前(\d{1,2})个?月", r"1..\1月"),
    _rewrite(r"(?:第|(?<!\d))(\d)(?:季度?)?(?:-|\.\.)第?(\d)季度?", r"q\1..q\2"),
    _rewrite(r"(?:第|(?<!\d))(\d)季度?", r"q\1"),
    _rewrite(r"(first|second|third|fourth|1st|2nd|3rd|4th)-?(half|quarter)(?:of)?", _ordinal),
    _rewrite(r"([hq]\d)[ -]?(\d{4})$", r"\2\1"),
    _rewrite(r"(?<!\d)(\d{1,2})-([a-z]{3,9})[-.]?(\d{4})", r"\1\2\3"),
    _rewrite(r"(?<=[a-z])-(?=\d{4})", ""),
    _rewrite(r"(?<![\da-z])(\d{4})年?-(?=[a-z])", r"\1"),
)


def _pattern(kind: str, pattern: str) -> tuple[str, re.Pattern[str]]:
    return kind, re.compile(pattern, re.ASCII)


_SIDES = (
    _pattern("month", r"(?P<y>\d{4})(?:年|[-/.])(?P<n>\d{1,2})(?:月份?)?"),
    _pattern("day", r"(?P<y>\d{4})(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<n>\d{1,2})"),
    _pattern("year", r"(?P<y>\d{4})年?"),
    _pattern("half", r"(?:(?P<y>\d{4})年?)?h(?P<n>\d)"),
    _pattern("quarter", r"(?:(?P<y>\d{4})年?)?q(?P<n>\d)"),
    _pattern("month", r"(?P<y>\d{4})(?P<n>\d{2})"),
    _pattern("month", r"(?P<n>\d{1,2})月份?"),
    _pattern("month", r"(?P<n>\d{1,2})[/.](?P<y>\d{4})"),
    _pattern("month", r"(?P<name>[a-z]{3,9})\.?,?(?P<y>\d{4})?"),
    _pattern("month", r"(?P<y>\d{4})(?P<name>[a-z]{3,9})"),
    _pattern("day", r"(?P<y>\d{4})(?P<m>\d{2})(?P<n>\d{2})"),
    _pattern("day", r"(?:(?P<y>\d{4})年)?(?P<m>\d{1,2})月(?P<n>\d{1,2})[日号]?"),
    _pattern("day", r"(?P<m>\d{1,2})(?P<sep>[-/.])(?P<n>\d{1,2})"),
    _pattern("day", r"(?P<n>\d{1,2})[日号]"),
    _pattern("day", r"(?P<n>\d{1,2})(?:st|nd|rd|th)?(?P<name>[a-z]{3,9})\.?,?(?P<y>\d{4})?"),
    _pattern("day", r"(?P<name>[a-z]{3,9})\.?(?P<n>\d{1,2})(?:st|nd|rd|th)?(?:[, ]+(?P<y>\d{4}))?"),
    _pattern("bare", r"(?P<n>\d{1,2})"),
)
_END = re.compile(r"^(?:the)?end(?:of|-)?(?=[a-z\d])|(?:(?<=\d{4})年|(?<=年)年)?[底末终]$", re.ASCII)
_SHORT_YEAR = re.compile(r"'?\d{2}年", re.ASCII)


def _side(text: str) -> _Side:
    body, ends = _END.subn("", text, count=1)
    for kind, pattern in _SIDES:
        found = pattern.fullmatch(body)
        if found is not None:
            return _understood(kind, found.groupdict())._replace(is_end=bool(ends))
    raise UnreadableError("short-year" if _SHORT_YEAR.match(body) else "form")


def _understood(kind: str, found: dict[str, str | None]) -> _Side:
    year, number, month = (int(found.get(part) or 0) for part in "ynm")
    name = found.get("name")
    if name is not None:
        month = _MONTH_NUMBERS.get(name, 0)
        if not month:
            raise UnreadableError("form")
        if kind == "month":
            return _Side(kind, year or None, month)
    return _Side(kind, year or None, number, month or None)


def _completed(left: _Side, right: _Side) -> tuple[_Side, _Side]:
    """Both sides of a range, each with what only the other one says: year, month of a day, kind."""
    left, right = _kind_from(left, right), _kind_from(right, left)
    if left.kind != right.kind and None in (left.year, right.year):
        raise UnreadableError("form")
    return _filled(left, right), _filled(right, left)


def _kind_from(side: _Side, other: _Side) -> _Side:
    if side.kind != "bare":
        return side
    if other.kind in ("year", "bare"):
        raise UnreadableError("form" if other.kind == "year" else "no-year")
    return side._replace(kind=other.kind)


def _filled(side: _Side, other: _Side) -> _Side:
    return side._replace(year=side.year or other.year, month=side.month or other.month)


def _span(side: _Side) -> Period:
    """The period of a side that is complete."""
    if side.year is None:
        raise UnreadableError("no-year")
    if not FIRST_YEAR <= side.year <= LAST_YEAR:
        raise UnreadableError("year")
    whole = _whole(side.kind, side.year, side.month, side.number)
    return whole.instant() if side.is_end else whole


def _whole(kind: str, year: int, month: int | None, number: int) -> Period:
    if kind == "year":
        return Period.year(year)
    if kind == "day":
        return Period.day(_day(year, month, number))
    length, most = {"half": (6, 2), "quarter": (3, 4), "month": (1, 12)}[kind]
    if not 1 <= number <= most:
        raise UnreadableError(kind)
    return Period.months(year, length * (number - 1) + 1, length * number)


def _day(year: int, month: int | None, number: int) -> date:
    if month is None:
        raise UnreadableError("form")
    if not 1 <= month <= 12:
        raise UnreadableError("month")
    try:
        return date(year, month, number)
    except ValueError:
        raise UnreadableError("day") from None

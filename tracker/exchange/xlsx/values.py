"""A cell as the text a person would read in it."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from tracker.exchange.xlsx.styles import Look

FIRST_1904 = 1462
"""Days between the two ways of counting them."""
LEAP_BUG = 60
"""The 29th of February 1900, which Excel has and the calendar has not."""
LAST_DAY = 2_958_465
"""The 31st of December 9999."""
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


class Values:
    """The shared texts and styles of one workbook, and what they make of a cell."""

    def __init__(self, strings: Sequence[str], styles: Sequence[Look], *, from_1904: bool) -> None:
        self._strings, self._styles, self._from_1904 = strings, styles, from_1904

    def text(self, kind: str | None, raw: str, style: str | None) -> str:
        """The text of a cell of type `kind`. Raises ValueError or IndexError for what no workbook has.

        A formula counts with the value kept beside it; text that begins with = is text.
        """
        match kind:
            case None | "n":
                return self._number(raw, self._styles[int(style)] if style and self._styles else Look.PLAIN)
            case "s":
                return self._strings[int(raw)]
            case "b":
                return "TRUE" if raw.strip() == "1" else "FALSE"
            case "d":
                return raw.strip()[:10]
            case _:
                return unescaped(raw)

    def _number(self, raw: str, look: Look) -> str:
        number = float(raw)
        match look:
            case Look.PLAIN:
                return digits(number)
            case Look.PERCENT:
                return f"{digits(number, 2)}%"
            case _:
                day = self._day(number)
                return digits(number) if day is None else _shown(day, look)

    def _day(self, number: float) -> date | None:
        """The day a number stands for; None outside of what can be a day. The time of day is left out."""
        if self._from_1904:
            number += FIRST_1904
        if not 1 <= number < LAST_DAY + 1 or LEAP_BUG <= number < LEAP_BUG + 1:
            return None
        days = int(number) + (1 if number < LEAP_BUG else 0)
        return date(1899, 12, 30) + timedelta(days=days)


def digits(number: float, shift: int = 0) -> str:
    """The number in digits, as Excel shows it in full: 15 of them, no exponent. `shift` moves the point.

    >>> digits(0.1 + 0.2), digits(0.036, 2)
    ('0.3', '3.6')
    """
    text = format(number, ".15g")
    if not shift and "e" not in text:
        return text
    shifted = Decimal(text).scaleb(shift)
    return format(shifted.to_integral_value() if shifted == shifted.to_integral_value() else shifted.normalize(), "f")


def unescaped(text: str) -> str:
    """The text without the way a workbook writes control characters: _x000D_."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _shown(day: date, look: Look) -> str:
    """The day, unless the cell shows a month or a year and the day is the first of it."""
    if look is Look.YEAR and (day.month, day.day) == (1, 1):
        return f"{day.year}"
    if look is Look.MONTH and day.day == 1:
        return f"{day:%Y-%m}"
    return day.isoformat()

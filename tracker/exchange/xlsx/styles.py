"""What the number formats of a workbook make of a number: per cent, a day, a month, a year, or nothing special."""

import re
from enum import Enum, auto
from typing import IO

from tracker.exchange.xlsx import markup


class Look(Enum):
    """How a number is meant to be seen."""

    PLAIN = auto()
    PERCENT = auto()
    DAY = auto()
    MONTH = auto()
    """A date shown without its day: what a spreadsheet makes of 2023-05 or 2023年5月 typed by hand."""
    YEAR = auto()


BUILT_IN = {
    **dict.fromkeys((9, 10), Look.PERCENT),
    **dict.fromkeys((14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58), Look.DAY),
    **dict.fromkeys((17, 27, 36, 50, 52, 57), Look.MONTH),
}
"""Formats that have a number and no code in the file: ECMA-376 part 1, 18.8.30, with those of a Chinese Excel."""
_LITERAL = re.compile(r'"[^"]*"|\\.|[_*].|\[(?![hms]+\])[^\]]*\]')
"""Text within a format: in quotes, after a backslash, padding, and colours, conditions and locales in brackets. What
stays is [h], hours that go on beyond 24."""


def looks(stream: IO[bytes]) -> list[Look]:
    """The look of each cell style, in the order cells refer to them."""
    codes: dict[int, str] = {}
    found: list[Look] = []
    within = False

    def start(name: str, given: markup.Attributes) -> None:
        nonlocal within
        kind = markup.local(name)
        if kind == "numFmt":
            codes[int(given["numFmtId"])] = given.get("formatCode", "")
        elif kind == "cellXfs":
            within = True
        elif kind == "xf" and within:
            number = int(given.get("numFmtId", "0"))
            found.append(look(codes[number]) if number in codes else BUILT_IN.get(number, Look.PLAIN))

    def end(name: str) -> None:
        nonlocal within
        within = within and markup.local(name) != "cellXfs"

    markup.parse(stream, start, end)
    return found


def look(code: str) -> Look:
    """What a format code shows. Only its first section counts: the others are for negative numbers, zero and text."""
    shown = _LITERAL.sub("", code.lower()).partition(";")[0]
    if "%" in shown:
        return Look.PERCENT
    if "general" in shown:
        return Look.PLAIN
    year, month, day = ("y" in shown), ("m" in shown), ("d" in shown)
    if day:
        return Look.DAY
    if year:
        return Look.MONTH if month else Look.YEAR
    return Look.DAY if month and not re.search("[hs]", shown) else Look.PLAIN

"""Breaking text into lines by what a terminal shows: a Chinese character takes two columns and may end a line."""

import unicodedata
from collections.abc import Iterator
from itertools import pairwise

NO_LINE_START = "，。、；：？！）》」』”’〕］】％…—,.;:?!)]%"
"""Marks that stay with what comes before them."""
NO_LINE_END = "（《「『“‘〔［【(["
"""Marks that stay with what comes after them."""

COUNTED = "年月日号时分万亿家个辆项期段版倍"
"""Units that stay with the number before them."""


def width_of(text: str) -> int:
    """Columns of a terminal that `text` takes."""
    if text.isascii():
        return len(text)
    return sum(2 if is_wide(mark) else 1 for mark in text)


def is_wide(mark: str) -> bool:
    """Whether a character takes two columns."""
    return unicodedata.east_asian_width(mark) in "WF"


def pad(text: str, width: int) -> str:
    """`text` with spaces up to `width` columns."""
    return text + " " * max(0, width - width_of(text))


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` columns, broken at spaces and between Chinese characters.

    A word wider than `width` stands on a line of its own, unbroken: it may be a path or a command.
    """
    places = [0, *breaks(text, width), len(text)]
    lines = [text[start:stop].rstrip() for start, stop in pairwise(places)]
    return lines if lines[-1] else lines[:-1]


def breaks(text: str, width: int) -> list[int]:
    """Where the lines of `text` begin, but for the first."""
    places, place, line = [], 0, 0
    for piece in _pieces(text):
        if line and line + width_of(piece.rstrip()) > width:
            places.append(place)
            line = 0
        line += width_of(piece)
        place += len(piece)
    return places


def _pieces(text: str) -> Iterator[str]:
    """What no line break may fall into: a word with the spaces after it, a number with its unit (31日, 6项), or a
    Chinese character with its marks."""
    piece = ""
    for mark in text:
        stays = mark in NO_LINE_START or mark == " " or (piece != "" and piece[-1] in NO_LINE_END)
        stays = stays or (mark in COUNTED and piece[-1:].isdigit())
        if piece and not stays and (piece[-1] == " " or is_wide(mark) or is_wide(piece[-1])):
            yield piece
            piece = ""
        piece += mark
    yield piece

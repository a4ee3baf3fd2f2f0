"""Breaking text into lines by what a terminal shows: a Chinese character takes two columns and may end a line."""

import re
import unicodedata

NO_LINE_START = "，。、；：？！）》」』”’％…—,.;:?!)%"
"""Marks that stay with what comes before them."""
_PIECES = re.compile(r"\s+|[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]|[^\s\u2e80-\u9fff\uf900-\uffef]+")


def width_of(text: str) -> int:
    """Columns of a terminal that `text` takes."""
    return sum(2 if unicodedata.east_asian_width(mark) in "WF" else 1 for mark in text)


def pad(text: str, width: int) -> str:
    """`text` with spaces up to `width` columns."""
    return text + " " * max(0, width - width_of(text))


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` columns, broken at spaces and between Chinese characters.

    A word wider than `width` stands on a line of its own, unbroken: it may be a path or a command.
    """
    lines: list[str] = []
    line = ""
    for piece in _glued(_PIECES.findall(text)):
        if line and width_of(line) + width_of(piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
    return [*lines, line.rstrip()] if line.strip() else lines


def _glued(pieces: list[str]) -> list[str]:
    """Pieces with closing marks joined to what they close."""
    joined: list[str] = []
    for piece in pieces:
        if joined and piece[0] in NO_LINE_START and not joined[-1].isspace():
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined

"""How wide the columns of a table are on a page: as their words need, within what there is."""

import re
from collections.abc import Sequence

from tracker.i18n.wrap import is_wide, width_of
from tracker.report.blocks import Cell, Table

MANY = 6
"""With more columns than these, those that stand elsewhere too are left out on an upright page."""
NARROW, WIDE = 6, 46
"""Letters: no column is narrower than the one, and none wants more than the other."""
MARK = 4
"""Letters a status takes beside its words, which no line break should fall into."""
SHORT = 14
"""Letters of a text that stays on one line."""
DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日|\d{1,2} [A-Z][a-z]{2} \d{4}|\d{4}年1—\d{1,2}月|\d{4}年前三季度")
"""Days and spans of months, which stay on one line."""
GAPS = 1.5
"""Letters that the gaps between digits and Chinese characters in a date take."""
BOLD = 1.25
"""How wide bold letters, which headings have, may be beside the usual ones."""
EVEN = 0.88
"""How much of that room Chinese characters need, which are hardly wider when bold."""
HEADING = 2.5
"""Letters of room that a heading, the widest letters of a table, needs beside its longest word."""
NOTE = 0.85
"""How wide a letter of a note is beside one of the text."""


def kept(table: Table) -> list[int]:
    """The places of the columns an upright page has room for."""
    places = range(len(table.columns))
    if len(table.columns) <= MANY:
        return list(places)
    return [place for place in places if not table.columns[place].spare]


def shares(table: Table, places: Sequence[int]) -> list[float]:
    """The part of the page's width each of the columns gets; together 1."""
    least, wanted = [], []
    for place in places:
        cells = [Cell(table.columns[place].title), *(row[place] for row in table.rows)]
        unbroken = max(max(_longest(cell.text), NOTE * _longest(cell.note)) for cell in cells)
        whole = max(max(width_of(cell.text) + 2 * len(cell.refs), NOTE * width_of(cell.note)) for cell in cells)
        if any(cell.status for cell in cells):
            unbroken = max(unbroken, MARK + max(width_of(cell.text) for cell in cells if cell.status))
        heading = (_longest(cells[0].text) + HEADING) * BOLD
        least.append(min(WIDE / 2, max(heading, max(NARROW, unbroken) * BOLD + 1)))
        wanted.append(max(least[-1], min(WIDE, whole + 1)))
    room = max(100.0, sum(least))
    spare = sum(wanted) - sum(least)
    grown = min(1.0, (room - sum(least)) / spare) if spare else 0
    widths = [low + (high - low) * grown for low, high in zip(least, wanted, strict=True)]
    return [width / sum(widths) for width in widths]


def _longest(words: str) -> float:
    """The longest piece that no line break should fall into: a date, short words together, a word, four Chinese
    characters."""
    if DATE.fullmatch(words):
        return width_of(words) + GAPS
    if width_of(words) <= SHORT:
        return width_of(words) * (EVEN if words and all(map(is_wide, words)) else 1)
    return max((min(width_of(word), 8 if any(map(is_wide, word)) else WIDE) for word in words.split()), default=0)

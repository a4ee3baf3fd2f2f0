"""The terminal: tables that fit the width, Chinese aligned, a colour never alone.

Columns marked as spare are left out on narrow terminals (`WIDE`): what they hold stands in the targets' own parts.
Nothing is cut off: cells wrap.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rich import box
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.containers import Lines
from rich.table import Table as Grid
from rich.text import Text

from tracker.domain.bilingual import Lang
from tracker.i18n import text
from tracker.i18n.wrap import breaks, wrap
from tracker.report.blocks import (
    NUMBER,
    Block,
    Bullets,
    Cell,
    Column,
    Fold,
    Gallery,
    Paragraph,
    Picture,
    Section,
    Table,
    Terms,
)
from tracker.report.compose import compose
from tracker.report.document import Chart, ReportDocument, Role
from tracker.report.phrases import SEMICOLON, aside, legible

WIDE: dict[Lang, int] = {"zh": 110, "en": 130}
"""Letters from which on a line has room for the spare columns; English words take more."""
MARKS = {
    "achieved": ("✓", "green"),
    "on-track": ("●", "green"),
    "behind": ("▲", "yellow"),
    "off-track": ("▼", "red"),
    "missed": ("✗", "red"),
    "undetermined": ("?", "magenta"),
    "pending": ("…", "cyan"),
    "no-data": ("○", "yellow"),
    "not-assessable": ("–", "cyan"),
}
LEAST_OF_WORDS, MOST_OF_A_WORD = 9, 14
"""Letters a column of words needs at least, and those a long word in it may ask for."""
_BARS = "▁▂▃▄▅▆▇█"


def print_report(document: ReportDocument, lang: Lang, console: Console) -> None:
    """Print the report on a console of any width."""
    layout = compose(document, lang)
    console.print(Text(layout.heading, style="bold"))
    console.print(Text(layout.subtitle, style="dim"))
    console.print(Text(layout.basis, style="dim"))
    if layout.tally:
        console.print(Text("  ").join(_cell(cell, lang) for cell in layout.tally))
    for section in layout.sections:
        console.print()
        console.print(_heading(section, lang))
        for block in section.blocks:
            for part in _block(block, section.title, lang, console.width):
                console.print(part)
    console.print()
    console.print(Text(text("report.footer", lang), style="bold underline"))
    console.print(_terms(layout.footer, lang))


def _heading(section: Section, lang: Lang) -> Text:
    title = Text(section.title, style="bold underline" if section.depth == 1 else "bold")
    if section.status:
        title.append("  ").append_text(_status(section.status, text(f"status.{section.status}", lang)))
    return title


def _block(block: Block, title: str, lang: Lang, width: int) -> Iterator[RenderableType]:
    match block:
        case Paragraph():
            yield Text("\n".join(wrap(_line(block.text, lang), width)), style="dim" if block.aside else "")
        case Bullets():
            yield from (_bullet(item, lang, width) for item in block.items)
        case Terms():
            yield _terms(block, lang)
        case Table():
            yield _table(block, title, lang, width)
        case Picture():
            yield from _picture(block)
        case Gallery():
            pictures = [picture for picture in block.pictures if _spark(picture.chart)]
            if pictures:
                yield _sparks(pictures)
        case Fold():
            yield Text(block.summary, style="bold")
            if block.lines:
                yield from (_bullet(item, lang, width) for item in block.items)
                return
            yield Text(_indented(SEMICOLON[lang].join(_line(item, lang) for item in block.items), "  ", "  ", width))


def _bullet(item: Cell, lang: Lang, width: int) -> Text:
    return Text(_indented(_line(item, lang), "• ", "  ", width))


def _indented(words: str, first: str, rest: str, width: int) -> str:
    """Words in lines, the first behind `first`, the others behind `rest`."""
    return first + f"\n{rest}".join(wrap(words, width - len(rest)))


def _line(cell: Cell, lang: Lang) -> str:
    """A cell as running text."""
    return _cell(cell, lang, inline=True).plain


def _terms(block: Terms, lang: Lang) -> Grid:
    grid = Grid.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for name, cell in block.pairs:
        grid.add_row(Text(name, style="dim"), _cell(cell, lang, inline=True))
    return grid


def _table(table: Table, title: str, lang: Lang, width: int) -> Group:
    kept = [place for place, column in enumerate(table.columns) if width >= WIDE[lang] or not column.spare]
    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    cells = [[_cell(row[place], lang) for place in kept] for row in table.rows]
    columns = [table.columns[place] for place in kept]
    whole = _unbroken(columns, cells, width)
    for column in columns:
        is_number = column.align == NUMBER
        grid.add_column(
            Text(column.title),
            justify="right" if is_number else "left",
            overflow="fold",
            no_wrap=whole and is_number,
        )
    for row in cells:
        grid.add_row(*row)
    caption = [] if table.caption == title else [Text(table.caption, style="italic")]
    return Group(Text(""), *caption, grid)


def _unbroken(columns: Sequence[Column], cells: Sequence[Sequence[Text]], width: int) -> bool:
    """Whether there is room to keep numbers and their periods on one line each, and no word of the others is cut."""
    least = 0
    for place, column in enumerate(columns):
        pieces = re.split("\n" if column.align == NUMBER else r"\s", "\n".join(row[place].plain for row in cells))
        longest = max(map(cell_len, [column.title, *pieces]))
        least += longest if column.align == NUMBER else min(MOST_OF_A_WORD, max(LEAST_OF_WORDS, longest))
    return least + 3 * len(columns) <= width


class _Words(Text):
    """Text that breaks where Chinese may: rich would cut a date in the middle of its year."""

    def wrap(self, console: Console, width: int, **more: Any) -> Lines:
        lines = self.split(allow_blank=True)
        if not more.get("no_wrap"):
            lines = Lines(part for line in lines for part in line.divide(breaks(line.plain, width)))
        for line in lines:
            line.rstrip()
        return Text("\n").join(lines).wrap(console, width, **more)


def _cell(cell: Cell, lang: Lang, *, inline: bool = False) -> Text:
    """A cell: its text, the numbers of its sources, and its note beneath or behind."""
    words = _Words().append_text(_status(cell.status, cell.text) if cell.status else Text(cell.text))
    if cell.refs:
        words.append("".join(f"[{number}]" for number in cell.refs), style="dim")
    if cell.note:
        words.append(aside(cell.note, lang) if inline else f"\n{cell.note}", style="dim")
    return words


def _status(status: str, words: str) -> Text:
    mark, colour = MARKS.get(status, ("·", ""))
    return Text(f"{mark} {words}", style=colour)


def _picture(picture: Picture) -> Iterator[Text]:
    """A chart as a line of bars between its first and last figure."""
    bars = _spark(picture.chart)
    if bars:
        yield Text(f"{bars}  {legible(picture.caption)}", style="dim")


def _sparks(pictures: Iterable[Picture]) -> Grid:
    grid = Grid.grid(padding=(0, 2))
    for picture in pictures:
        grid.add_row(Text(legible(picture.caption)), Text(_spark(picture.chart)))
    return grid


def _spark(chart: Chart) -> str:
    """The figures in force as bars, lowest to highest; nothing for fewer than two."""
    values = [point.figure.value for point in chart.points if point.role in (Role.ACTUAL, Role.BASELINE)]
    if len(values) < 2:
        return ""
    low, span = min(values), (max(values) - min(values)) or 1
    return "".join(_BARS[int((value - low) / span * (len(_BARS) - 1))] for value in values)

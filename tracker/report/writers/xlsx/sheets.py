"""A sheet being filled from the top: paragraphs across its width, tables, terms, and room for charts."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from tracker.i18n.wrap import width_of, wrap
from tracker.report.blocks import Cell, Column, Table, Terms
from tracker.report.writers.xlsx.numbers import shown_as
from tracker.report.writers.xlsx.styles import ACCENT, QUIET, Styles, fitting, for_print

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

NARROWEST, WIDEST = 9, 28
"""Columns, in letters of the usual size."""
LEAST_COLUMNS, LEAST_WIDTH = 8, 110
"""A sheet is at least so wide, so that paragraphs have room."""
LINE_HEIGHT, TALLEST = 15, 400
"""Of a row, in points."""
ROW_PIXELS = 20
MOST_BREAKS = 1000
"""A spreadsheet takes 1,023."""
_SMALL: dict[str, object] = {"font_size": 9, "font_color": QUIET, "align": "left", "indent": 1}
Put = Callable[["Worksheet", int, int], None]


class Sheet:
    """The rows of a sheet, written when all are known, as its columns' widths are then."""

    def __init__(self, sheet: "Worksheet", styles: Styles, title: str) -> None:
        self.sheet, self._styles, self._title = sheet, styles, title
        self._breaks: list[int] = []
        self._widths: list[int] = []
        self._later: list[tuple[int, Callable[[int], None]]] = []
        self._row = 0

    def line(self, words: str, **look: object) -> None:
        """A paragraph across the sheet."""
        self._later.append((self._row, lambda row: self._across(row, words, look)))
        self._row += 1

    def skip(self, rows: int = 1) -> None:
        self._row += rows

    def page(self) -> None:
        """Let what follows begin a page when it is printed."""
        self._breaks.append(self._row)

    def keep(self, height: int, put: Put) -> None:
        """Room of so many pixels for a chart; `put` is called with the sheet and the place."""
        row = self._row
        self._later.append((row, lambda row: put(self.sheet, row, 0)))
        self._row = row + height // ROW_PIXELS + 2

    def terms(self, block: Terms) -> None:
        for name, cell in block.pairs:
            self._cells([(Cell(name), False), (cell, bool(_note(cell)))], quiet_first=True)

    def table(self, table: Table) -> None:
        """A table; a column whose cells have second lines takes two columns, as a number stands alone in its cell."""
        noted = [any(_note(row[place]) for row in table.rows) for place in range(len(table.columns))]
        self._heads(table.columns, noted)
        for row in table.rows:
            rights = [column.align == "right" for column in table.columns]
            self._cells(list(zip(row, noted, strict=True)), rights=rights)

    def close(self) -> None:
        """Write it all."""
        self._widths += [NARROWEST] * (LEAST_COLUMNS - len(self._widths))
        short = LEAST_WIDTH - sum(self._widths)
        if short > 0:
            self._widths = [width + short // len(self._widths) for width in self._widths]
        for place, width in enumerate(self._widths):
            self.sheet.set_column(place, place, width)
        for row, write in self._later:
            write(row)
        self.sheet.set_h_pagebreaks(self._breaks[:MOST_BREAKS])
        for_print(self.sheet, self._title)

    def _across(self, row: int, words: str, look: dict[str, object]) -> None:
        words, size = fitting(words), look.get("font_size", 10)
        assert isinstance(size, int)  # noqa: S101 - ours
        self.sheet.merge_range(row, 0, row, len(self._widths) - 1, "", self._styles.get(**look))
        self.sheet.write_string(row, 0, words, self._styles.get(**look))
        self._set_height(row, [(words, sum(self._widths) * 10 // size)], size)

    def _heads(self, columns: Sequence[Column], noted: Sequence[bool]) -> None:
        row, place = self._row, 0
        for column, double in zip(columns, noted, strict=True):
            self._widen(place, column.title, half=double)
            self._later.append((row, self._head(place, column, double=double)))
            place += 1 + double
        self._row += 1

    def _head(self, place: int, column: Column, *, double: bool) -> Callable[[int], None]:
        def write(row: int) -> None:
            look = self._styles.head("center" if double else column.align)
            if double:
                self.sheet.merge_range(row, place, row, place + 1, "", look)
            self.sheet.write_string(row, place, column.title, look)

        return write

    def _cells(
        self, cells: Sequence[tuple[Cell, bool]], *, rights: Sequence[bool] = (), quiet_first: bool = False
    ) -> None:
        row, place = self._row, 0
        written: list[tuple[int, str]] = []
        for number, (cell, double) in enumerate(cells):
            right = number < len(rights) and rights[number]
            look: dict[str, object] = {"align": "right"} if right else {"align": "left", "indent": int(number > 0)}
            if quiet_first and number == 0:
                look["font_color"] = QUIET
            self._later.append((row, self._cell(place, cell, look)))
            written.append((place, cell.text))
            self._widen(place, cell.text)
            if double:
                note = _note(cell)
                self._later.append((row, self._cell(place + 1, Cell(note), _SMALL)))
                written.append((place + 1, note))
                self._widen(place + 1, note)
            place += 1 + double
        self._later.append((row, lambda row: self._set_height(row, ((t, self._widths[p]) for p, t in written))))
        self._row += 1

    def _cell(self, place: int, cell: Cell, look: dict[str, object]) -> Callable[[int], None]:
        def write(row: int) -> None:
            number = shown_as(cell)
            if cell.status:
                self.sheet.write_string(row, place, fitting(cell.text), self._styles.status(cell.status, **look))
            elif number is not None:
                self.sheet.write_number(row, place, number[0], self._styles.row(num_format=number[1], **look))
            else:
                self.sheet.write_string(row, place, fitting(cell.text), self._styles.row(**look))

        return write

    def _widen(self, place: int, words: str, *, half: bool = False) -> None:
        self._widths += [NARROWEST] * (place + 1 - len(self._widths))
        wanted = width_of(words[: 2 * WIDEST]) // (2 if half else 1) + 2
        self._widths[place] = max(self._widths[place], min(WIDEST, wanted))

    def _set_height(self, row: int, parts: Iterable[tuple[str, int]], size: int = 10) -> None:
        """As high as the part with the most lines; a spreadsheet does not work that out for merged cells."""
        lines = max((_lines(words, width) for words, width in parts), default=1)
        self.sheet.set_row(row, min(TALLEST, max(1, lines) * LINE_HEIGHT * max(10, size + 2) // 11 + 3))


def heading(sheet: Sheet, words: str, depth: int) -> None:
    """The heading of a chapter or of a part of one."""
    sheet.line(words, bold=True, font_color=ACCENT, font_size=14 if depth == 1 else 12)


def _lines(words: str, width: int) -> int:
    room = max(4, width - 2)
    if width_of(words) <= room:
        return 1
    return sum(max(1, -(-width_of(line) // room)) for line in wrap(fitting(words), room)) if words else 1


def _note(cell: Cell) -> str:
    """What stands beside a cell: its second line and the numbers of its sources."""
    return " ".join(filter(None, [cell.note, *(f"[{number}]" for number in cell.refs)]))

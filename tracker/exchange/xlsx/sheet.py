"""The rows of a sheet, one at a time: only cells that are there cost anything, wherever they claim to be."""

import re
from collections.abc import Iterator
from typing import IO

from tracker.errors import FileTrouble
from tracker.exchange.xlsx import markup
from tracker.exchange.xlsx.values import Values, unescaped

MOST_CELLS = 256
"""Columns, as in a CSV."""
LONGEST = 32_767
"""Characters of a cell: Excel has no more."""
LAST_ROW = 1_048_576
_MERGED = re.compile(
    rb"""<(?:\w{1,20}:)?mergeCell\s[^<>]{0,200}?ref=["']([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})["']"""
)
OVERLAP = 256
"""Bytes of a block looked at again with the next: more than a merged range takes."""
Filled = dict[tuple[int, int], int]
"""The last row of a merged range that has several, by its first row and column."""


def shared_strings(stream: IO[bytes]) -> list[str]:
    """The texts cells refer to by number, without the readings printed above Chinese or Japanese text."""
    found: list[str] = []
    parts: list[str] = []
    within, aside = False, False

    def start(tag: str, _given: markup.Attributes) -> None:
        nonlocal within, aside
        kind = markup.local(tag)
        within = kind == "t"
        aside = aside or kind == "rPh"

    def end(tag: str) -> None:
        nonlocal within, aside
        kind = markup.local(tag)
        within = False
        if kind == "rPh":
            aside = False
        elif kind == "si":
            found.append(unescaped("".join(parts)).strip())
            parts.clear()

    def text(data: str) -> None:
        if within and not aside:
            parts.append(data)

    markup.parse(stream, start, end, text)
    return found


def merged(stream: IO[bytes]) -> Filled:
    """The merged ranges that go down over several rows. They stand after the cells, so the sheet is read twice."""
    found: Filled = {}
    rest = b""
    while block := stream.read(markup.BLOCK):
        window = rest + block
        if b"mergeCell " in window:
            for column, first, last in _MERGED.findall(window):
                if int(last) > int(first):
                    found[int(first), column_number(column.decode())] = int(last)
        rest = window[-OVERLAP:]
    return found


def column_number(letters: str) -> int:
    """The column from 0: A is 0, XFD 16383."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def rows(stream: IO[bytes], values: Values, filled: Filled, name: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that have anything in them, with their numbers; a merged cell counts for each of its rows.

    Raises `FileTrouble` (many-cells, long-cell), and what `Values.text` raises.
    """
    cells = _Cells(values, filled, name)
    for _ in markup.feed(markup.parser(cells.start, cells.end, cells.text), stream):
        yield from cells.ready
        cells.ready.clear()


class _Cells:
    """Receives the elements of a sheet, so it is called for every cell; complete rows gather in `ready`."""

    __slots__ = (
        "_cell", "_cells", "_column", "_columns", "_filled", "_formula", "_given", "_into", "_lasting", "_name", "_row",
        "_texts", "_value", "_values", "ready",
    )  # fmt: skip

    def __init__(self, values: Values, filled: Filled, name: str) -> None:
        self.ready: list[tuple[int, list[str]]] = []
        self._values, self._filled, self._name = values, filled, name
        self._cell, self._texts = "c", ("v", "t")
        self._row, self._column = 0, -1
        self._cells: dict[int, str] = {}
        self._given: markup.Attributes = {}
        self._value: list[str] = []
        self._formula: list[str] | None = None
        self._into: list[str] | None = None
        self._columns: dict[str, int] = {}
        self._lasting: dict[int, tuple[int, str]] = {}

    def start(self, tag: str, given: markup.Attributes) -> None:
        """A row or a cell begins, or what stands in one."""
        if tag == self._cell:
            self._given = given
            self._column = self._place(given.get("r"))
        elif tag in self._texts:
            self._into = self._value
        else:
            self._start_other(markup.local(tag), tag, given)

    def _start_other(self, kind: str, tag: str, given: markup.Attributes) -> None:
        if kind == "row":
            self._row = int(given.get("r") or self._row + 1)
            self._column = -1
            if not 1 <= self._row <= LAST_ROW:
                raise ValueError(self._row)
        elif kind == "f":
            self._into = self._formula = []
        elif kind == "worksheet":
            prefix = tag.removesuffix(kind)
            self._cell, self._texts = f"{prefix}c", (f"{prefix}v", f"{prefix}t")

    def text(self, data: str) -> None:
        """What stands in a value or a formula."""
        if self._into is not None:
            self._into.append(data)

    def end(self, tag: str) -> None:
        """A cell or a row is complete."""
        self._into = None
        if tag == self._cell:
            if self._value or self._formula is not None:
                self._keep("".join(self._value))
        elif tag not in self._texts and markup.local(tag) == "row" and self._cells:
            self._finish()

    def _place(self, reference: str | None) -> int:
        """The column of a cell, by its reference or after the cell before it."""
        if not reference:
            return self._column + 1
        letters = reference.rstrip("0123456789")
        column = self._columns.get(letters)
        if column is None:
            column = self._columns[letters] = column_number(letters)
        return column

    def _keep(self, raw: str) -> None:
        """Take the text of a cell; of a formula nobody has worked out, the formula."""
        if raw:
            self._value.clear()
            shown = self._values.text(self._given.get("t"), raw, self._given.get("s")).strip()
        else:
            shown = "=" + "".join(self._formula or ())
        self._formula = None
        if not shown:
            return
        if self._column >= MOST_CELLS:
            raise FileTrouble(path=self._name, problem="many-cells", line=self._row, most=MOST_CELLS)
        if len(shown) > LONGEST:
            raise FileTrouble(path=self._name, problem="long-cell", line=self._row, most=LONGEST)
        self._cells[self._column] = shown

    def _finish(self) -> None:
        """Pass the row on, with the merged cells that reach into it."""
        cells, row = self._cells, self._row
        self._cells = {}
        if self._filled:
            self._fill(cells, row)
        self.ready.append((row, [cells.get(column, "") for column in range(max(cells) + 1)]))

    def _fill(self, cells: dict[int, str], row: int) -> None:
        for column, (last, shown) in self._lasting.items():
            if row <= last:
                cells.setdefault(column, shown)
        for column, shown in cells.items():
            last = self._filled.get((row, column), 0)
            if last:
                self._lasting[column] = (last, shown)

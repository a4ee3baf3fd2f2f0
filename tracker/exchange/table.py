"""Reading a table of text cells from CSV: whatever a spreadsheet in China or elsewhere writes.

The encoding is that of the byte-order mark, else UTF-8, else GB 18030 (which contains GBK); the separator is
the one the header uses. The bytes are looked through once before, so that what is no table is refused before a row of
it is used; then rows are read one at a time.
"""

import codecs
import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from itertools import starmap
from typing import IO, NamedTuple

from tracker.errors import FileTrouble

ENCODINGS = ("utf-8", "gb18030")
MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
SEPARATORS = (",", ";", "\t")
MOST_CELLS = 256
BLOCK = 1 << 20
"""Bytes looked at together; also the length of line that is certainly refused."""


class Row(NamedTuple):
    """One row of a table: the line of the file it begins on, and its cells as text."""

    line: int
    cells: list[str]


class Dialect(NamedTuple):
    """How a CSV is written."""

    encoding: str
    separator: str


def rows(source: IO[bytes], name: str) -> Iterator[Row]:
    """The rows of the CSV in `source` (seekable), without the spaces around cells; empty rows are left out.

    Raises `FileTrouble` with the `line` where there is one: empty, encoding, nul, long-line, many-cells,
    unclosed-quote, bad-quote, long-cell.
    """
    strip, make = str.strip, partial(tuple.__new__, Row)
    written = dialect(source, name)
    with _decoded(source, written.encoding) as text:
        for line, cells in _rows(text, written.separator, name):
            stripped = [*map(strip, cells)]
            if any(stripped):
                yield make((line, stripped))


def dialect(source: IO[bytes], name: str) -> Dialect:
    """How the CSV in `source` (seekable) is written. Raises `FileTrouble` for what is none."""
    source.seek(0)
    encoding = _encoding(source, name)
    with _decoded(source, encoding) as text:
        return Dialect(encoding, _separator(text))


def raw_rows(source: IO[bytes], name: str, written: Dialect) -> Iterator[Row]:
    """Every row as it stands there. Raises `FileTrouble`."""
    with _decoded(source, written.encoding) as text:
        yield from starmap(Row, _rows(text, written.separator, name))


@contextmanager
def _decoded(source: IO[bytes], encoding: str) -> Iterator[io.TextIOWrapper]:
    """The text from its beginning."""
    source.seek(0)
    text = io.TextIOWrapper(source, encoding, newline="")
    try:
        yield text
    finally:
        with suppress(ValueError):  # closed by the caller before these rows were dropped
            text.detach()  # the stream is the caller's to close


def _rows(text: io.TextIOWrapper, separator: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Rows with their lines."""
    reader = csv.reader(text, delimiter=separator, strict=True)
    line = 1
    try:
        for cells in reader:
            if len(cells) > MOST_CELLS:
                raise FileTrouble(path=name, problem="many-cells", line=line, most=MOST_CELLS)
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        problem = _quote_problem(str(error))
        raise FileTrouble(path=name, problem=problem, line=line, most=csv.field_size_limit()) from error


def _quote_problem(message: str) -> str:
    """The csv module has one error for all; its messages have not changed since Python 2."""
    if "field limit" in message:
        return "long-cell"
    return "unclosed-quote" if "unexpected end" in message else "bad-quote"


def _separator(text: io.TextIOWrapper) -> str:
    """The separator that splits the header into most names; a comma where there is one name only."""
    header = next((line for line in text if line.strip()), "")
    return max(SEPARATORS, key=header.count)


def _encoding(source: IO[bytes], name: str) -> str:
    """The encoding in which all of `source` can be read."""
    head = source.read(4)
    if not head:
        raise FileTrouble(path=name, problem="empty")
    marked = next((encoding for mark, encoding in MARKS.items() if head.startswith(mark)), None)
    failures = []
    for encoding in (marked,) if marked else ENCODINGS:
        try:
            _look_through(source, encoding, name)
        except _Undecodable as error:
            failures.append(error.line)
        else:
            return encoding
    raise FileTrouble(path=name, problem="encoding", line=failures[0])


class _Undecodable(Exception):
    """Line `line` has bytes that mean nothing in the encoding tried."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def _look_through(source: IO[bytes], encoding: str, name: str) -> None:
    """Decode everything once, a block at a time; refuse NULs and lines without end."""
    source.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    line = 1
    is_last = False
    while not is_last:
        block = source.read(BLOCK)
        is_last = len(block) < BLOCK
        try:
            text = decoder.decode(block, final=is_last)
        except UnicodeDecodeError as error:
            raise _Undecodable(line + block.count(b"\n", 0, error.start)) from error
        if "\0" in text:
            at = line + text.count("\n", 0, text.index("\0"))
            raise FileTrouble(path=name, problem="nul", line=at)
        if not is_last and "\n" not in text and "\r" not in text:
            raise FileTrouble(path=name, problem="long-line", line=line)
        line += text.count("\n")

"""A column added to the sheet of a workbook; everything else in it stays byte for byte as it was.

The sheet is not written anew, which would lose its drop-downs, colours and locks. Where the parser finds that a cell of
the column goes, the cell is put in as text.
"""

import codecs
import io
import re
import zipfile
from collections.abc import Mapping
from shutil import copyfileobj
from typing import IO, NamedTuple
from xml.sax.saxutils import escape

from tracker.errors import FileTrouble
from tracker.exchange.xlsx import markup, package
from tracker.exchange.xlsx.sheet import column_number

WIDTH = 80
"""Characters of the column."""
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPANS = re.compile(rb"""\sspans=(?:"[^"]*"|'[^']*')""")


class Edit(NamedTuple):
    """Bytes from `start` to `stop` that make room for others."""

    start: int
    stop: int
    content: bytes = b""


def annotated_workbook(source: IO[bytes], name: str, texts: Mapping[int, str], place: int) -> bytes:
    """The workbook with the texts in column `place` (from 0) of their rows, and nothing else there.

    It has been read before, so its parts are known to be sound and of a size to be handled. Raises `FileTrouble`
    (other-workbook) for a sheet in UTF-16, which no program known to us writes.
    """
    made = io.BytesIO()
    with package.opened(source, name) as parts, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as copy:
        plan = package.plan(parts, name)
        changed: dict[str, bytes] = {}
        style = None
        if plan.styles in parts.NameToInfo:
            changed[plan.styles], style = _with_style(parts.read(plan.styles))
        sheet = parts.read(plan.sheet)
        if sheet.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise FileTrouble(path=name, problem="other-workbook")
        changed[plan.sheet] = edited(sheet, _Column(sheet, texts, place, style).edits)
        for part in parts.infolist():
            if part.filename in changed:
                copy.writestr(part, changed[part.filename], zipfile.ZIP_DEFLATED)
            else:
                with parts.open(part) as old, copy.open(part, "w") as new:
                    copyfileobj(old, new)
    return made.getvalue()


def edited(content: bytes, edits: list[Edit]) -> bytes:
    """The content with the edits made; they are in order and do not overlap."""
    pieces, done = [], 0
    for edit in edits:
        pieces += [content[done : edit.start], edit.content]
        done = edit.stop
    return b"".join([*pieces, content[done:]])


def column_letters(place: int) -> str:
    """The name of a column: A for 0, XFD for 16383."""
    letters = ""
    while place >= 0:
        place, letter = divmod(place, 26)
        letters, place = chr(65 + letter) + letters, place - 1
    return letters


class _Column:
    """Finds where in a sheet the cells of one column go: `edits` puts them there, and takes away those that are there.

    Cells stand in a row in order of their columns, so a cell goes before the first that is further on.
    """

    def __init__(self, content: bytes, texts: Mapping[int, str], place: int, style: int | None) -> None:
        self.edits: list[Edit] = []
        self._content, self._texts, self._place, self._style = content, texts, place, style
        self._prefix = ""
        self._row = 0
        self._at = -1
        self._column: int = -1
        self._open = False
        self._replaced: int | None = None
        self._given: markup.Attributes = {}
        self._has_widths = self._width_done = False
        self._parser = markup.parser(self._start, self._end)
        self._parser.Parse(content, True)  # noqa: FBT003  # expat's signature

    @property
    def _index(self) -> int:
        """Where in the content the parser is."""
        return self._parser.CurrentByteIndex

    def _start(self, tag: str, given: markup.Attributes) -> None:
        kind = markup.local(tag)
        match kind:
            case "worksheet":
                self._prefix = tag.removesuffix(kind)
            case "dimension":
                self._at = self._index
            case "cols":
                self._has_widths = True
            case "col":
                self._make_room(int(given["min"]), int(given["max"]))
            case "sheetData" if not self._has_widths:
                self._insert(self._wide(wrapped=True))
            case "row":
                self._begin_row(given)
            case "c":
                self._pass(given)

    def _end(self, tag: str) -> None:
        match markup.local(tag):
            case "dimension":
                self.edits.append(Edit(self._at, self._after(tag)))
            case "cols" if not self._width_done:
                self._insert(self._wide())
            case "c" if self._replaced is not None:
                self.edits.append(Edit(self._replaced, self._after(tag), self._cell()))
                self._replaced = None
            case "row":
                self._put()

    def _make_room(self, first: int, last: int) -> None:
        """Make the column wide before the first column further on, unless something is said about its width."""
        if not self._width_done and last > self._place:
            self._width_done = True
            if first > self._place + 1:
                self._insert(self._wide())

    def _wide(self, *, wrapped: bool = False) -> bytes:
        number = self._place + 1
        column = f'<{self._prefix}col min="{number}" max="{number}" width="{WIDTH}" customWidth="1"/>'
        return (f"<{self._prefix}cols>{column}</{self._prefix}cols>" if wrapped else column).encode()

    def _begin_row(self, given: markup.Attributes) -> None:
        self._row, self._column = int(given.get("r") or self._row + 1), -1
        self._open = self._row in self._texts
        if self._open and "spans" in given:  # says how far the cells go: no longer true
            found = _SPANS.search(self._content, self._index)
            if found:
                self.edits.append(Edit(*found.span()))

    def _pass(self, given: markup.Attributes) -> None:
        """A cell: before the column, in it, or further on."""
        letters = given.get("r", "").rstrip("0123456789")
        self._column = column_number(letters) if letters else self._column + 1
        if self._column == self._place:
            self._replaced, self._given = self._index, given
        elif self._column > self._place:
            self._put()

    def _put(self) -> None:
        """Put in the row's cell here, unless it stands already or there is none."""
        if self._open:
            self._given = {}
            self._insert(self._cell())

    def _cell(self) -> bytes:
        """The cell of this row, which then needs no other; nothing where nothing is said."""
        if not self._open:
            return b""
        self._open = False
        shown = escape(_NO_XML.sub("", self._texts[self._row]))
        kept = self._given.get("s")
        style = kept if kept not in (None, "0") else self._style
        x, look = self._prefix, "" if style is None else f' s="{style}"'
        reference = f"{column_letters(self._place)}{self._row}"
        text = f'<{x}is><{x}t xml:space="preserve">{shown}</{x}t></{x}is>'
        return f'<{x}c r="{reference}"{look} t="inlineStr">{text}</{x}c>'.encode("ascii", "xmlcharrefreplace")

    def _insert(self, content: bytes) -> None:
        self.edits.append(Edit(self._index, self._index, content))

    def _after(self, tag: str) -> int:
        """The place after the element that ends here: its end tag begins here, or it was empty and ended before."""
        here = self._index
        found = re.compile(rb"</%s\s*>" % re.escape(tag.encode())).match(self._content, here)
        return found.end() if found else here


def _with_style(content: bytes) -> tuple[bytes, int | None]:
    """The styles with one more, red and wrapped, and its number."""
    font = b'<font><sz val="10"/><color rgb="FFB3261E"/></font>'
    fonts = _added(content, b"fonts", b"font", font)
    if fonts is None:
        return content, None
    content, number = fonts
    alignment = b'<alignment vertical="top" wrapText="1"/>'
    style = b'<xf numFmtId="0" fontId="%d" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">%s</xf>'
    styles = _added(content, b"cellXfs", b"xf", style % (number, alignment))
    return (content, None) if styles is None else styles


def _added(content: bytes, group: bytes, item: bytes, new: bytes) -> tuple[bytes, int] | None:
    """The content with one more item in a group, and its number; None for names with a prefix, which are rare."""
    found = re.search(rb"<%s\b[^>]*>(.*?)</%s>" % (group, group), content, re.DOTALL)
    if found is None:
        return None
    count = len(re.findall(rb"<%s[\s/>]" % item, found[1]))
    opening = re.sub(rb'\scount="\d+"', b' count="%d"' % (count + 1), content[found.start() : found.start(1)])
    return content[: found.start()] + opening + found[1] + new + content[found.end(1) :], count

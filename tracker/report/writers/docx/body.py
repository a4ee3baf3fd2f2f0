"""What a Word document says: the blocks of the layout, one after the other."""

import io
from typing import TYPE_CHECKING, Any

from docx.oxml.shape import CT_Inline
from docx.shared import Cm

from tracker.i18n import text
from tracker.report.blocks import (
    Block,
    Bullets,
    Cell,
    Fold,
    Gallery,
    Layout,
    Paragraph,
    Picture,
    Section,
    Table,
    Terms,
)
from tracker.report.charts import LARGE, SMALL
from tracker.report.phrases import SEMICOLON, aside, legible
from tracker.report.writers.columns import kept, shares
from tracker.report.writers.docx.pieces import SOFT, grid, paragraph, run, runs_of, table
from tracker.report.writers.docx.styles import ASIDE, BULLET, CAPTION, CELL, SUBTITLE, TERM, TITLE
from tracker.report.writers.pictures import figure_png

if TYPE_CHECKING:
    from docx.document import Document

EMU = 360_000
"""English metric units in a centimetre."""
PAIR = 2
"""Small pictures side by side."""
NAMES = 0.27
"""The part of the width that the names of terms take."""


class Body:
    """Fills a document."""

    def __init__(self, word: "Document", layout: Layout) -> None:
        self._word, self._layout, self._lang = word, layout, layout.lang
        section = word.sections[-1]
        page, left, right = section.page_width, section.left_margin, section.right_margin
        self._count = 0
        self._width = ((page or Cm(21)) - (left or 0) - (right or 0)) / EMU
        self._ids: dict[str, str] = {style.name.lower(): style.style_id for style in word.styles if style.name}
        self._end = word.element.body.sectPr

    def write(self) -> None:
        """Write it all."""
        layout = self._layout
        self._add(self._said(TITLE, run(layout.heading)))
        for words in (layout.subtitle, layout.basis):
            self._add(self._said(SUBTITLE, run(words), align="center"))
        if layout.tally:
            marks = [piece for cell in layout.tally for piece in (*runs_of(cell), run("   "))]
            self._add(self._said("Normal", *marks, align="center"))
        for section in layout.sections:
            self._section(section)
        self._add(self._said("Heading 1", run(text("report.footer", self._lang))))
        self._terms(layout.footer)

    def _section(self, section: Section) -> None:
        heading = [run(section.title)]
        if section.status:
            words = text(f"status.{section.status}", self._lang)
            heading += [run("  "), *runs_of(Cell(words, status=section.status))]
        self._add(self._said(f"Heading {min(section.depth, 2)}", *heading, fresh=section.fresh))
        for block in section.blocks:
            self._block(block, section.title)

    def _block(self, block: Block, title: str) -> None:
        match block:
            case Paragraph():
                self._add(self._said(ASIDE if block.aside else "Normal", *self._runs(block.text), keep=block.aside))
            case Bullets():
                for item in block.items:
                    self._add(self._said(BULLET, *self._runs(item)))
            case Terms():
                self._terms(block)
            case Table():
                self._table(block, title)
            case Picture():
                self._add(self._picture(block, self._width, keep=True))
                self._add(self._said(ASIDE, run(block.caption)))
            case Gallery():
                self._gallery(block)
            case Fold():
                self._add(self._said(TERM, run(block.summary, bold=True), keep=True))
                said = [item.text + aside(item.note, self._lang) for item in block.items]
                for line in said if block.lines else [SEMICOLON[self._lang].join(said)]:
                    self._add(self._said(TERM, run(line)))

    def _table(self, block: Table, title: str) -> None:
        if block.caption != title:
            self._add(self._said(CAPTION, run(block.caption), keep=True))
        places = kept(block)
        self._add(table(block, places, shares(block, places), self._width, self._id(CELL)))
        self._add(self._said(CELL))

    def _terms(self, block: Terms) -> None:
        rows = [
            (
                (self._said(CELL, run(name, colour=SOFT)),),
                (self._said(CELL, *runs_of(cell, f"  {cell.note}" if cell.note else "")),),
            )
            for name, cell in block.pairs
        ]
        self._add(grid(rows, [NAMES * self._width, (1 - NAMES) * self._width]))
        self._add(self._said(CELL))

    def _gallery(self, block: Gallery) -> None:
        each = self._width / PAIR
        rows = []
        for start in range(0, len(block.pictures), PAIR):
            row = [self._small(picture, each) for picture in block.pictures[start : start + PAIR]]
            rows.append(row + [(self._said(CELL),)] * (PAIR - len(row)))
        self._add(grid(rows, [each] * PAIR))
        self._add(self._said(CELL))

    def _small(self, picture: Picture, width: float) -> tuple[Any, ...]:
        drawn = self._picture(picture, width - 0.4)
        return self._said(CELL, run(picture.caption, bold=True), keep=True), drawn

    def _picture(self, picture: Picture, width: float, *, keep: bool = False) -> Any:
        """A paragraph with the chart, and its text alternative."""
        size = SMALL if picture.small else LARGE
        png, height = figure_png(picture.chart, self._lang, size, legend=not picture.small)
        self._count += 1
        relation, _ = self._word.part.get_or_add_image(io.BytesIO(png))
        tall, name = Cm(width * height / size.width), f"chart-{self._count}.png"
        inline = CT_Inline.new_pic_inline(self._count, relation, name, Cm(width), tall)
        inline.docPr.set("descr", legible(picture.chart.alternative.get(self._lang)))
        drawing = run("")
        drawing.remove(drawing[-1])
        drawing.add_drawing(inline)
        return self._said("Normal", drawing, keep=keep)

    def _runs(self, cell: Cell) -> list[Any]:
        return runs_of(cell, aside(cell.note, self._lang))

    def _said(self, style: str, *runs: Any, align: str = "", keep: bool = False, fresh: bool = False) -> Any:
        return paragraph(self._id(style), *runs, align=align, keep=keep, fresh=fresh)

    def _id(self, style: str) -> str:
        return self._ids[style.lower()]

    def _add(self, *pieces: Any) -> None:
        for piece in pieces:
            self._end.addprevious(piece)

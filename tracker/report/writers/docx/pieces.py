"""Paragraphs and tables of a Word document, built as XML: the library's own tables take time square to their size."""

from collections.abc import Iterable, Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tracker.report.blocks import NUMBER, Cell, Table

SOFT, LINE, TINT = "515B66", "C9CFD6", "F4F6F8"
STATUS = {
    "achieved": ("14532D", "E3F1E6"),
    "on-track": ("0B3A6E", "E4EEFB"),
    "behind": ("6B4100", "FDF0D5"),
    "off-track": ("8A1C0D", "FBE3DE"),
    "missed": ("7F1010", "F6DCDC"),
    "undetermined": ("4A2A7A", "EEE8F6"),
}
"""Letters and ground of a status; its word is always there too."""
TWIPS = 567
"""Twentieths of a point in a centimetre, which Word counts widths in."""


def element(name: str, *children: Any, **attributes: object) -> Any:
    """An XML element such as `w:p`; its attributes are Word's too."""
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    made.extend(children)
    return made


def run(words: str, *, bold: bool = False, colour: str = "", size: float = 0, raised: bool = False) -> Any:
    """A piece of text."""
    look = element("w:rPr")
    if bold:
        look.append(element("w:b"))
    if colour:
        look.append(element("w:color", val=colour))
    if size:
        look.append(element("w:sz", val=round(size * 2)))
    if raised:
        look.append(element("w:vertAlign", val="superscript"))
    text = element("w:t")
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element("w:r", look, text)


def paragraph(style_id: str, *runs: Any, align: str = "", keep: bool = False, fresh: bool = False) -> Any:
    """A paragraph; `keep` holds it together with the next, `fresh` begins a page with it."""
    look = element("w:pPr", element("w:pStyle", val=style_id))
    if keep:
        look.append(element("w:keepNext"))
    if fresh:
        look.append(element("w:pageBreakBefore"))
    if align:
        look.append(element("w:jc", val=align))
    return element("w:p", look, *runs)


def runs_of(cell: Cell, note: str = "", *, bold: bool = False) -> list[Any]:
    """A cell's text with the numbers of its sources raised, and `note` behind it."""
    colour = STATUS[cell.status][0] if cell.status in STATUS else ""
    runs = [run(cell.text, bold=bold or bool(cell.status), colour=colour)]
    if cell.refs:
        runs.append(run("".join(f"[{number}]" for number in cell.refs), raised=True, colour=SOFT))
    return runs + ([run(note, colour=SOFT)] if note else [])


def table(block: Table, places: Sequence[int], shares: Sequence[float], width: float, style_id: str) -> Any:
    """A table as wide as `width` centimetres; its headings repeat on every page, no row is broken across pages."""
    widths = [round(share * width * TWIPS) for share in shares]
    made = _frame(widths)
    heads = (Cell(block.columns[place].title) for place in places)
    rights = [block.columns[place].align == NUMBER for place in places]
    made.append(_row(heads, widths, rights, style_id, head=True))
    for row in block.rows:
        made.append(_row((row[place] for place in places), widths, rights, style_id))
    return made


def grid(rows: Iterable[Sequence[tuple[Any, ...]]], widths: Sequence[float]) -> Any:
    """A table without lines that only puts paragraphs side by side; `widths` in centimetres."""
    twips = [round(width * TWIPS) for width in widths]
    made = _frame(twips, lines=False)
    for row in rows:
        cells = [
            element("w:tc", element("w:tcPr", element("w:tcW", w=size, type="dxa")), *content)
            for content, size in zip(row, twips, strict=True)
        ]
        made.append(element("w:tr", element("w:trPr", element("w:cantSplit")), *cells))
    return made


def _frame(widths: Sequence[int], *, lines: bool = True) -> Any:
    look = element("w:tblPr", element("w:tblW", w=sum(widths), type="dxa"))
    if lines:
        sides = (("top", 8), ("bottom", 8), ("insideH", 4))
        look.append(
            element("w:tblBorders", *(element(f"w:{side}", val="single", sz=size, color=LINE) for side, size in sides))
        )
    look.append(element("w:tblLayout", type="fixed"))
    margins = (("left", 90), ("right", 90))
    look.append(element("w:tblCellMar", *(element(f"w:{side}", w=size, type="dxa") for side, size in margins)))
    return element("w:tbl", look, element("w:tblGrid", *(element("w:gridCol", w=width) for width in widths)))


def _row(
    cells: Iterable[Cell], widths: Sequence[int], rights: Sequence[bool], style_id: str, *, head: bool = False
) -> Any:
    look = element("w:trPr", element("w:cantSplit"))
    if head:
        look.append(element("w:tblHeader"))
    made = element("w:tr", look)
    for place, (cell, width, right) in enumerate(zip(cells, widths, rights, strict=True)):
        ground = TINT if head else STATUS[cell.status][1] if cell.status in STATUS else ""
        box = element("w:tcPr", element("w:tcW", w=width, type="dxa"))
        if ground:
            box.append(element("w:shd", val="clear", color="auto", fill=ground))
        align = "right" if right else ""
        parts = [paragraph(style_id, *runs_of(cell, bold=head or place == 0), align=align)]
        if cell.note:
            parts.append(paragraph(style_id, run(cell.note, colour=SOFT, size=7.5), align=align))
        made.append(element("w:tc", box, *parts))
    return made

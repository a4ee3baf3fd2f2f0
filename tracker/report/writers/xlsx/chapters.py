"""The chapters of a report as sheets."""

from typing import TYPE_CHECKING

from tracker.i18n import text
from tracker.report.blocks import Block, Bullets, Cell, Fold, Gallery, Layout, Paragraph, Picture, Section, Table, Terms
from tracker.report.charts import LARGE, SMALL
from tracker.report.phrases import aside
from tracker.report.writers.xlsx.plots import Plots
from tracker.report.writers.xlsx.sheets import Sheet, heading
from tracker.report.writers.xlsx.styles import ACCENT, QUIET, Styles

if TYPE_CHECKING:
    from xlsxwriter import Workbook

FIRST = ("headlines", "targets", "ledger", "moves")
"""The chapters that share the first sheet: who opens the file sees what matters."""
MOST_NAME = 31
"""Letters of a sheet's name that a spreadsheet takes."""


def write_chapters(book: "Workbook", layout: Layout, styles: Styles, plots: Plots) -> None:
    """All chapters, each on its sheet; the parts of a chapter stand below it. Sources have the sheet of data."""
    sheet = _added(book, text("report.overview", layout.lang), layout, styles)
    sheet.line(layout.heading, bold=True, font_size=18, font_color=ACCENT)
    sheet.line(" · ".join((layout.subtitle, layout.basis)), font_color=QUIET)
    if layout.tally:
        sheet.line("   ".join(cell.text for cell in layout.tally), bold=True)
    sheet.sheet.freeze_panes(1, 0)
    first, open_sheets, parts = sheet, [sheet], 0
    for section in layout.sections:
        if section.anchor == "sources":
            continue
        if section.depth == 1 and section.anchor not in FIRST:
            sheet = _added(book, section.title, layout, styles)
            sheet.sheet.freeze_panes(1, 0)
            open_sheets.append(sheet)
        elif section.depth > 1 or section.anchor in FIRST:
            sheet.skip()
            if section.depth > 1 and parts:
                sheet.page()
            parts += section.depth > 1
        _section(sheet, section, layout, plots)
    first.skip()
    heading(first, text("report.footer", layout.lang), 1)
    first.terms(layout.footer)
    for one in open_sheets:
        one.close()


def _added(book: "Workbook", name: str, layout: Layout, styles: Styles) -> Sheet:
    return Sheet(book.add_worksheet(name[:MOST_NAME]), styles, layout.title)


def _section(sheet: Sheet, section: Section, layout: Layout, plots: Plots) -> None:
    status = f"  {text(f'status.{section.status}', layout.lang)}" if section.status else ""
    heading(sheet, section.title + status, section.depth)
    for block in section.blocks:
        _block(sheet, block, section.title, layout, plots)


def _block(sheet: Sheet, block: Block, title: str, layout: Layout, plots: Plots) -> None:
    match block:
        case Paragraph():
            sheet.line(_said(block.text, layout), **({"font_color": QUIET} if block.aside else {}))
        case Bullets():
            for item in block.items:
                sheet.line(f"• {_said(item, layout)}")
        case Terms():
            sheet.terms(block)
        case Table():
            if block.caption != title:
                sheet.line(block.caption, bold=True)
            sheet.table(block)
            sheet.skip()
        case Picture():
            sheet.keep(LARGE.height + 40, plots.drawn([(block.chart, block.caption)], LARGE))
        case Gallery():
            for start in range(0, len(block.pictures), 2):
                pair = [(picture.chart, picture.caption) for picture in block.pictures[start : start + 2]]
                sheet.keep(SMALL.height + 40, plots.drawn(pair, SMALL))
        case Fold():
            sheet.line(block.summary, bold=True)
            for item in block.items:
                sheet.line(f"    {_said(item, layout)}")


def _said(cell: Cell, layout: Layout) -> str:
    return f"{cell.text}{aside(cell.note, layout.lang)}" if cell.note else cell.text

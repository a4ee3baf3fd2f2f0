"""How a workbook looks: one set of cell formats, each made once, and the page it prints on."""

from typing import TYPE_CHECKING

from tracker.domain.bilingual import Lang

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

INK, QUIET, LINE, ACCENT, TINT = "#1B1F24", "#515B66", "#D5D9DE", "#0B3A6E", "#F4F6F8"
FONTS: dict[Lang, str] = {"zh": "Microsoft YaHei", "en": "Calibri"}
STATUS = {
    "achieved": ("#14532D", "#E3F1E6"),
    "on-track": ("#0B3A6E", "#E4EEFB"),
    "behind": ("#6B4100", "#FDF0D5"),
    "off-track": ("#8A1C0D", "#FBE3DE"),
    "missed": ("#7F1010", "#F6DCDC"),
    "undetermined": ("#4A2A7A", "#EEE8F6"),
}
"""Letters and ground of a status; its word is always there too."""
A4 = 9
"""The number spreadsheets have for the paper."""
MOST_LETTERS = 32_000
"""What fits in a cell, a little less than the 32,767 that a spreadsheet takes."""


class Styles:
    """The formats of one workbook."""

    def __init__(self, book: "Workbook", lang: Lang) -> None:
        self._book, self.font = book, FONTS[lang]
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def get(self, **more: object) -> "Format":
        """Plain text with what is given changed."""
        key = tuple(sorted(more.items()))
        if key not in self._made:
            plain = {"font_name": self.font, "font_size": 10, "font_color": INK, "valign": "top", "text_wrap": True}
            self._made[key] = self._book.add_format({**plain, **more})
        return self._made[key]

    def row(self, **more: object) -> "Format":
        """A cell of a table."""
        return self.get(bottom=1, bottom_color=LINE, **more)

    def head(self, align: str) -> "Format":
        """A column's heading."""
        indent = int(align == "left")
        return self.get(
            bold=True, font_color=QUIET, bg_color=TINT, bottom=2, bottom_color=INK, align=align, indent=indent
        )

    def status(self, status: str, **more: object) -> "Format":
        """A cell that says a status."""
        ink, ground = STATUS.get(status, (INK, TINT))
        return self.row(bold=True, font_color=ink, bg_color=ground, **more)


def fitting(words: str) -> str:
    """Text that a cell can hold; what is longer ends with a mark that it goes on."""
    return words if len(words) <= MOST_LETTERS else f"{words[:MOST_LETTERS]}…"


def for_print(sheet: "Worksheet", title: str) -> None:
    """A4 landscape, as wide as one page, with the sheet's name and page numbers."""
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    shown = title.replace("&", "&&")[:120]
    sheet.set_footer(f"&L&9 {shown}&C&9 &A&R&9 &P / &N")

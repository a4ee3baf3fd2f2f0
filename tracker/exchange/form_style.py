"""How a form looks: a few quiet colours, and fonts that come with the office programs of either language."""

from typing import TYPE_CHECKING

from tracker.domain.bilingual import Lang

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

INK, QUIET, LINE, HEAD, GIVEN, WANTED = "#1F2A36", "#5B6875", "#C9CFD6", "#22405C", "#EEF1F4", "#FFFBE6"
LETTERS: dict[Lang, dict[str, object]] = {
    "zh": {"font_name": "Microsoft YaHei", "font_size": 10},
    "en": {"font_name": "Calibri", "font_size": 11},
}


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, book: "Workbook", lang: Lang) -> None:
        self._book, self._letters = book, LETTERS[lang]
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def get(self, **more: object) -> "Format":
        """The format of plain text with what is given changed."""
        key = tuple(sorted(more.items()))
        if key not in self._made:
            plain = {"valign": "vcenter", "font_color": INK, **self._letters}
            self._made[key] = self._book.add_format({**plain, **more})
        return self._made[key]

    def cell(self, **more: object) -> "Format":
        """The format of a cell with lines around it."""
        return self.get(border=1, border_color=LINE, **more)

    def heading(self, **more: object) -> "Format":
        """The format of a column's heading."""
        return self.get(bold=True, bg_color=HEAD, font_color="#FFFFFF", **more)

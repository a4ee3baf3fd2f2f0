"""The sheet of a form that says how to fill it in, in both languages, beside the lists its drop-downs offer."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tracker.domain.bilingual import LANGS
from tracker.domain.observation import FLAGS
from tracker.exchange.form import Form
from tracker.exchange.form_style import HEAD, Styles
from tracker.i18n import text
from tracker.i18n.wrap import width_of

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

STEPS = ("open", "value", "published", "publisher", "flag", "empty", "occasional", "spare", "reason", "import")
"""The instructions, in order."""
COMMON = "pefd"
"""The flags most figures need come first."""
WIDTHS, HEIGHT = (44, 60), 17
"""Of the columns, in characters, over both of which the instructions go; of a line, in points."""


class Guide:
    """Writes the sheet; afterwards `flags` and `publishers` say where the lists are, as formulas do."""

    def __init__(self, sheet: "Worksheet", styles: Styles, form: Form) -> None:
        self._sheet, self._styles, self._form = sheet, styles, form
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width)
        sheet.hide_gridlines(2)
        sheet.set_default_row(HEIGHT)
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        flags = (*COMMON, *(flag for flag in FLAGS if flag not in COMMON))
        row = self._instruct()
        self.flags = self._list(row, "flag", [(flag, self._both(f"report.flag-{flag}")) for flag in flags])
        self.publishers = self._list(row + len(flags) + 2, "publisher", form.publishers)

    def _instruct(self) -> int:
        """First in the form's language, then in the other; the row after them."""
        row, lang = 0, self._form.lang
        for each in (lang, *(other for other in LANGS if other != lang)):
            title = text("form.title", each, title=self._form.title)
            self._line(row, title, HEIGHT + 10, self._styles.get(bold=True, font_size=14, font_color=HEAD))
            for number, step in enumerate(STEPS, 1):
                line = f"{number}. {text(f'form.step-{step}', each)}"
                lines = 1 + width_of(line) // (sum(WIDTHS) - 8)
                self._line(row + number, line, HEIGHT * lines, self._styles.get(text_wrap=True))
            row += len(STEPS) + 2
        return row

    def _line(self, row: int, line: str, height: int, style: "Format") -> None:
        self._sheet.set_row(row, height)
        self._sheet.merge_range(row, 0, row, 1, line, style)

    def _list(self, row: int, column: str, items: Sequence[tuple[str, str]]) -> str:
        """A list with its meanings; the place of the items."""
        sheet, styles = self._sheet, self._styles
        sheet.write_string(row, 0, self._form.heading(column), styles.heading(indent=1))
        sheet.write_string(row, 1, "", styles.heading())
        for number, (item, meaning) in enumerate(items, row + 1):
            sheet.write_string(number, 0, item, styles.cell(indent=1))
            sheet.write_string(number, 1, meaning, styles.cell(indent=1))
        return f"='{sheet.get_name()}'!$A${row + 2}:$A${row + 1 + len(items)}"

    def _both(self, key: str) -> str:
        return " / ".join(text(key, lang) for lang in LANGS)

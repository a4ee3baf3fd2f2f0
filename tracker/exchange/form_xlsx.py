"""A form as a workbook: a sheet to fill in, its given cells locked, and a sheet that says how, in both languages."""

import io
from datetime import datetime, time
from typing import TYPE_CHECKING

from tracker.exchange.form import LAST, Form, FormRow
from tracker.exchange.form_guide import Guide
from tracker.exchange.form_style import GIVEN, QUIET, WANTED, Styles
from tracker.exchange.xlsx import FORM_SHEETS
from tracker.i18n import text
from tracker.i18n.wrap import width_of

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

SPARE = 10
"""Empty rows below the others, for any other figure."""
WIDTHS = {"value": 16, "flag": 7, "published_on": 13, "source": 30, "note": 20, "reason": 16}
"""Columns that are filled in, in characters; the given ones are as wide as what stands in them."""
WIDEST = 44
HEIGHT = 20
"""Of a row, in points."""
OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


def xlsx_form(form: Form) -> bytes:
    """The form; the same form gives the same bytes with the same version of the writer."""
    from xlsxwriter import Workbook  # takes 80 ms, and a CSV needs none of it

    stream = io.BytesIO()
    book = Workbook(stream, OPTIONS)
    book.set_properties({"title": form.title.get(form.lang), "created": datetime.combine(form.day, time())})
    sheet, styles = book.add_worksheet(FORM_SHEETS[form.lang]), Styles(book, form.lang)
    guide = Guide(book.add_worksheet(text("form.guide", form.lang)), styles, form)
    rows = (*form.rows, *(FormRow({}, frozenset(form.columns)),) * SPARE)
    _write(sheet, styles, form, rows)
    _offer(sheet, form, len(rows), guide)
    _arrange(sheet, form, len(rows))
    book.close()
    return stream.getvalue()


def _write(sheet: "Worksheet", styles: Styles, form: Form, rows: tuple[FormRow, ...]) -> None:
    """The headings and the cells; everything is text, so what is typed stays as it was typed."""
    for place, column in enumerate(form.columns):
        side = "right" if column == "value" else "left"
        sheet.write_string(0, place, form.heading(column), styles.heading(align=side, indent=1))
        sheet.set_column(place, place, _width(form, column))
        for number, row in enumerate(rows, 1):
            given, look = row.given.get(column, ""), _look(styles, column, row)
            if given:
                sheet.write_string(number, place, given, look)
            else:
                sheet.write_blank(number, place, None, look)


def _look(styles: Styles, column: str, row: FormRow) -> "Format":
    """What is given is grey and locked; what has to be filled in, the eye should find."""
    if column not in row.open:
        ink = {"font_color": QUIET} if column in ("indicator", LAST) else {}
        return styles.cell(align="left", indent=1, bg_color=GIVEN, **ink)
    kind = "yyyy-mm-dd" if column == "published_on" else "@"
    wanted = {"bg_color": WANTED} if column == "value" or (column == "period" and row.given) else {}
    side = {"align": "right", "bold": True} if column == "value" else {"align": "left"}
    return styles.cell(locked=False, num_format=kind, indent=1, **side, **wanted)


def _width(form: Form, column: str) -> int:
    if column in WIDTHS:
        return WIDTHS[column]
    texts = (form.heading(column), *(row.given.get(column, "") for row in form.rows))
    return min(WIDEST, max(map(width_of, texts)) + 4)


def _offer(sheet: "Worksheet", form: Form, last: int, guide: Guide) -> None:
    """Drop-downs, which let other things be typed (two flags, another publisher); and dates asked for, not enforced."""
    flag, publisher, published = (form.columns.index(name) for name in ("flag", "publisher", "published_on"))
    title, asked = form.heading("flag"), text("form.flag-asked", form.lang)
    flags = {"source": guide.flags, "input_title": title, "input_message": asked}
    sheet.data_validation(1, flag, last, flag, {"validate": "list", "show_error": False, **flags})
    names = {"validate": "list", "show_error": False, "source": guide.publishers}
    sheet.data_validation(1, publisher, last, publisher, names)
    dates = {
        "validate": "date",
        "criteria": ">=",
        "value": datetime(1950, 1, 1),  # noqa: DTZ001  # a day of the calendar, as a cell has it
        "error_type": "warning",
        "error_title": form.heading("published_on"),
        "error_message": text("form.date-asked", form.lang),
    }
    sheet.data_validation(1, published, last, published, dates)


def _arrange(sheet: "Worksheet", form: Form, last: int) -> None:
    """Frozen headings, protection without a password, and a page that prints well."""
    value = form.columns.index("value")
    sheet.set_default_row(HEIGHT)
    sheet.freeze_panes(1, form.columns.index("period"))
    sheet.protect("", {"format_cells": True, "format_columns": True, "format_rows": True})
    sheet.ignore_errors({"number_stored_as_text": f"A1:Z{last + 1}"})
    sheet.set_selection(1, value, 1, value)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.set_footer("&L&A&R&P / &N")

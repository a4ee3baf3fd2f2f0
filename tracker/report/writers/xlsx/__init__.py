"""XLSX: chapters as sheets, numbers as numbers, native charts, and a sheet of all data with its sources.

Nothing anybody typed becomes a formula or a link. The same document gives the same bytes with the same library.
"""

import io

from tracker.domain.bilingual import Lang
from tracker.i18n import text
from tracker.report import glance
from tracker.report.compose import compose
from tracker.report.document import ReportDocument
from tracker.report.writers.packaging import document_date, repacked

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write_xlsx(document: ReportDocument, lang: Lang) -> bytes:
    """The report as a workbook."""
    from xlsxwriter import Workbook  # takes 80 ms, and no other format needs it

    from tracker.report.writers.xlsx.chapters import write_chapters
    from tracker.report.writers.xlsx.data import write_data
    from tracker.report.writers.xlsx.plots import Plots
    from tracker.report.writers.xlsx.styles import Styles

    layout, stream = compose(document, lang), io.BytesIO()
    book = Workbook(stream, OPTIONS)
    made = document_date(document.known_at)
    told = {"title": layout.title, "subject": layout.subtitle, "keywords": glance.line(document), "created": made}
    book.set_properties(told)
    styles = Styles(book, lang)
    plots = Plots(book, styles, lang)
    write_chapters(book, layout, styles, plots)
    write_data(book.add_worksheet(text("report.data", lang)), document, styles, lang)
    plots.write_rows(book.add_worksheet(plots.sheet_name))
    book.close()
    return repacked(stream.getvalue())

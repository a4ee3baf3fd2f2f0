"""A monthly report in all formats and both languages, against the floors of its libraries.

A floor is what the library alone needs for an equal document when everything it says is a constant: the same cells, as
many charts, paragraphs and pictures. Prints both in seconds of the processor, and their ratio (to stay under 2).
"""

import io
import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any
from unittest import mock

import resvg_py
import typst
from docx import Document
from openpyxl import load_workbook
from xlsxwriter import Workbook

from tracker.domain.bilingual import LANGS, Lang
from tracker.domain.period import parse_period
from tracker.report.charts import LARGE, SMALL
from tracker.report.document import ReportDocument
from tracker.report.writers import FORMATS, TERMINAL, pdf, render
from tracker.report.writers.fonts import sans_file
from tracker.report.writers.pictures import figure_svg
from tracker.services.demo import DATABASE, run_demo
from tracker.services.reporting import Order, make, order_report
from tracker.store.database import open_database

FORMS = [form for form in FORMATS if form != TERMINAL]
ROUNDS = 3


def best(work: Callable[[], object]) -> float:
    """The least time of the processor of a few rounds."""
    times = []
    for _ in range(ROUNDS):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def xlsx_floor(document: ReportDocument, lang: Lang) -> Callable[[], object]:
    book = load_workbook(io.BytesIO(render(document, "xlsx", lang)))
    sheets = [(sheet.title, list(sheet.iter_rows(values_only=True))) for sheet in book]
    charts = len(document.targets) + sum(1 for row in document.watched if row.chart)

    def work() -> None:
        made = Workbook(io.BytesIO(), {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
        look = made.add_format({"text_wrap": True, "bottom": 1})
        for title, rows in sheets:
            sheet = made.add_worksheet(title)
            for number, row in enumerate(rows):
                for place, value in enumerate(row):
                    sheet.write(number, place, value if isinstance(value, (int, float)) else str(value or ""), look)
        for number in range(charts):
            chart = made.add_chart({"type": "scatter"})
            for series in range(4):
                ends = [[sheets[-1][0], 1, place, 5 + series, place] for place in (2, 3)]
                chart.add_series({"categories": ends[0], "values": ends[1]})
            made.worksheets()[0].insert_chart(number * 20, 0, chart)
        made.close()

    return work


def docx_floor(document: ReportDocument, lang: Lang) -> Callable[[], object]:
    word: Any = Document(io.BytesIO(render(document, "docx", lang)))
    lines = [paragraph.text for paragraph in word.paragraphs]
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in word.tables]
    drawn = [(figure_svg(page.chart, lang, LARGE)[0], LARGE) for page in document.targets]
    drawn += [(figure_svg(row.chart, lang, SMALL)[0], SMALL) for row in document.watched if row.chart]

    def work() -> None:
        made: Any = Document()
        for line in lines:
            made.add_paragraph(line)
        for rows in tables:
            table = made.add_table(len(rows), len(rows[0]))
            for row, texts in zip(table.rows, rows, strict=True):
                for cell, words in zip(row.cells, texts, strict=True):
                    cell.text = words
        for svg, size in drawn:
            png = resvg_py.svg_to_bytes(
                svg_string=svg, skip_system_fonts=True, font_files=[str(sans_file())], width=2 * size.width
            )
            made.add_picture(io.BytesIO(png))
        made.save(io.BytesIO())

    return work


def pdf_floor(document: ReportDocument, lang: Lang) -> Callable[[], object]:
    held: dict[str, Any] = {}

    def caught(*given: object, **more: object) -> bytes:
        held.update(given=given, more=more)
        return b""

    with mock.patch.object(typst, "compile", caught):
        pdf.write_pdf(document, lang)
    return lambda: typst.compile(*held["given"], **held["more"])


def json_floor(document: ReportDocument, lang: Lang) -> Callable[[], object]:
    held = json.loads(render(document, "json", lang))
    return lambda: json.dumps(held, ensure_ascii=False, indent=1, sort_keys=True)


FLOORS = {"xlsx": xlsx_floor, "docx": docx_floor, "pdf": pdf_floor, "json": json_floor}
"""HTML and Markdown are texts of a few milliseconds; their floor is counted as nothing."""


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        run_demo(Path(name) / "demo", "benchmark")
        with open_database(str(Path(name) / "demo" / DATABASE)) as database, database.read() as reader:
            plan = reader.plans()[0]
            day = parse_period("2023-07-26").start
            order: Order = order_report(reader, plan.code, parse_period("2023-06"), day)
            document = make(reader, order)
            built = best(lambda: make(reader, order))
    floors = {form: sum(best(FLOORS[form](document, lang)) for lang in LANGS) for form in FLOORS}
    written = {form: sum(best(lambda: render(document, form, lang)) for lang in LANGS) for form in FORMS}  # noqa: B023 - called at once
    for form in FORMS:
        print(f"{form:6} {written[form]:6.2f} s   floor {floors.get(form, 0):6.2f} s")
    total, floor = built + sum(written.values()), sum(floors.values())
    print(f"build  {built:6.2f} s")
    print(f"all    {total:6.2f} s   floor {floor:6.2f} s   ratio {total / floor:.2f}")


if __name__ == "__main__":
    main()

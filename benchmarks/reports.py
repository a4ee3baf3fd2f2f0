"""A monthly report in all formats and both languages, against the floors of its libraries.

A floor is what the library alone needs for an equal document when everything it says is a constant: the same cells and
as many charts (xlsxwriter), the same elements read from finished XML with the pictures drawn from finished SVG
(python-docx, resvg), the same blocks laid out (typst), the same tables (rich). Where a format is only text its floor is
counted as nothing: HTML, Markdown and JSON count in full. The whole, with building the document from the database,
is to stay under twice the sum of the floors, for the bundled plan and for 200 targets over 20 tasks; and the time a
target takes must not grow with their number (`--short` leaves these out). Times are of the processor, so that other
work on the machine counts little.
"""

import io
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import process_time
from typing import Any
from unittest import mock

import crowd  # type: ignore[import-not-found]  # it stands beside this script
import resvg_py
import typst
from docx import Document
from docx.oxml import parse_xml
from openpyxl import load_workbook
from rich.console import Console
from rich.table import Table as Grid
from xlsxwriter import Workbook

from tracker.domain.bilingual import LANGS, Lang
from tracker.domain.period import parse_period
from tracker.report.blocks import Table
from tracker.report.charts import LARGE, SMALL
from tracker.report.compose import compose
from tracker.report.document import ReportDocument
from tracker.report.writers import FORMATS, TERMINAL, pdf, render
from tracker.report.writers.fonts import sans_file
from tracker.report.writers.pictures import SHARPNESS, figure_svg
from tracker.report.writers.terminal import print_report
from tracker.services.demo import DATABASE, run_demo
from tracker.services.reporting import Order, make, order_report
from tracker.store.database import Reader, open_database

PERIOD, DAY = parse_period("2023-06"), parse_period("2023-07-26").start
ROUNDS = 3
COUNTS = (25, 50, 100, 200)
WIDTH = 100


def best(work: Callable[[], object], rounds: int) -> float:
    """The least time of the processor of a few rounds."""
    times = []
    for _ in range(rounds):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def written(document: ReportDocument, form: str, lang: Lang) -> Callable[[], object]:
    """Writing a report in one format."""
    if form != TERMINAL:
        return lambda: render(document, form, lang)
    return lambda: print_report(document, lang, _console())


def _console() -> Console:
    return Console(file=io.StringIO(), width=WIDTH, markup=False, highlight=False, emoji=False)


def terminal_floor(document: ReportDocument, lang: Lang) -> Callable[[], object]:
    layout = compose(document, lang)
    blocks = [block for section in layout.sections for block in section.blocks]
    tables = [
        ([one.title for one in block.columns], [[cell.text for cell in row] for row in block.rows])
        for block in blocks
        if isinstance(block, Table)
    ]
    stream = io.StringIO()
    print_report(document, lang, Console(file=stream, width=WIDTH))
    words = stream.getvalue()

    def work() -> None:
        console = _console()
        for heads, rows in tables:
            grid = Grid(*heads)
            for row in rows:
                grid.add_row(*row)
            console.print(grid)
        console.file.write(words)

    return work


def xlsx_floor(document: ReportDocument, lang: Lang) -> Callable[[], object]:
    book = load_workbook(io.BytesIO(render(document, "xlsx", lang)))
    sheets = [(sheet.title, list(sheet.iter_rows(values_only=True))) for sheet in book.worksheets]
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
    body = word.element.body.xml
    drawn = [(figure_svg(page.chart, lang, LARGE)[0], LARGE) for page in document.targets]
    drawn += [(figure_svg(row.chart, lang, SMALL, legend=False)[0], SMALL) for row in document.watched if row.chart]

    def work() -> None:
        made: Any = Document()
        for svg, size in drawn:
            png = resvg_py.svg_to_bytes(
                svg_string=svg,
                skip_system_fonts=True,
                font_files=[str(sans_file())],
                width=SHARPNESS * size.width,
                background="#ffffff",
            )
            made.part.get_or_add_image(io.BytesIO(png))
        made.element.replace(made.element.body, parse_xml(body))
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


FLOORS = {TERMINAL: terminal_floor, "xlsx": xlsx_floor, "docx": docx_floor, "pdf": pdf_floor}


@contextmanager
def demo() -> Iterator[tuple[Reader, str]]:
    """The bundled plan with the figures of its year."""
    with tempfile.TemporaryDirectory() as name:
        run_demo(Path(name) / "demo", "benchmark")
        with open_database(str(Path(name) / "demo" / DATABASE)) as database, database.read() as reader:
            yield reader, reader.plans()[0].code


@contextmanager
def crowded(count: int) -> Iterator[tuple[Reader, str]]:
    """A plan with so many targets."""
    with tempfile.TemporaryDirectory() as name:
        path = str(Path(name) / "crowd.db")
        crowd.fill(path, count, PERIOD)
        with open_database(path) as database, database.read() as reader:
            yield reader, crowd.PLAN


def measured(reader: Reader, plan: str, rounds: int) -> tuple[ReportDocument, dict[str, float]]:
    """The report, and what building it and writing each format in both languages takes."""
    order: Order = order_report(reader, plan, PERIOD, DAY)
    document = make(reader, order)
    times = {"build": best(lambda: make(reader, order), rounds)}
    times |= {form: sum(best(written(document, form, lang), rounds) for lang in LANGS) for form in FORMATS}
    return document, times


def compared(document: ReportDocument, times: dict[str, float], rounds: int) -> None:
    """Print each format beside its floor, and the ratio of the sums."""
    floors = {form: sum(best(FLOORS[form](document, lang), rounds) for lang in LANGS) for form in FLOORS}
    for form, time in times.items():
        print(f"{form:8} {time:6.2f} s   floor {floors.get(form, 0):6.2f} s")
    total, floor = sum(times.values()), sum(floors.values())
    print(f"{'all':8} {total:6.2f} s   floor {floor:6.2f} s   ratio {total / floor:.2f} (to stay under 2)\n")


def main() -> None:
    with demo() as (reader, plan):
        print("The bundled plan:")
        compared(*measured(reader, plan, ROUNDS), ROUNDS)
    each = {}
    for count in COUNTS if "--short" not in sys.argv else ():
        with crowded(count) as (reader, plan):
            document, times = measured(reader, plan, 1)
        each[count] = {form: time / count for form, time in times.items()}
        if count == COUNTS[-1]:
            print(f"{count} targets over {crowd.TASKS} tasks:")
            compared(document, times, 1)
    if each:
        print("Milliseconds a target, by the number of targets:")
        print("".join(["        ", *(f"{count:8}" for count in each)]))
        for form in ("build", *FORMATS):
            print(f"{form:8}" + "".join(f"{1000 * times[form]:8.1f}" for times in each.values()))
        sums = [1000 * sum(times.values()) for times in each.values()]
        print(f"{'all':8}" + "".join(f"{time:8.1f}" for time in sums))


if __name__ == "__main__":
    main()

"""The workbook is read back: every figure is a number, and the same number as in the document."""

import io
import zipfile
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.report.ahead import august
from tests.report.papers import june, may, renamed, review
from tracker.domain.bilingual import Lang
from tracker.report.blocks import Cell
from tracker.report.compose import compose
from tracker.report.document import ReportDocument
from tracker.report.writers.xlsx import write_xlsx
from tracker.report.writers.xlsx.numbers import as_number, plain_format, shown_as


def book(document: ReportDocument, lang: Lang = "zh") -> Any:
    return load_workbook(io.BytesIO(write_xlsx(document, lang)))


def rows(sheet: Any) -> list[dict[str, Any]]:
    heads, *found = sheet.iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in found]


def texts(workbook: Any) -> list[str]:
    return [str(cell) for sheet in workbook for row in sheet.iter_rows(values_only=True) for cell in row if cell]


@pytest.mark.parametrize("document", [may(), june(), review()], ids=["may", "june", "review"])
def test_every_source_is_a_row_with_its_number(document: ReportDocument) -> None:
    found = rows(book(document)["数据"])
    for source, row in zip(document.sources, found, strict=False):
        figure = source.figure
        assert (row["序号"], Decimal(str(row["数值"]))) == (source.number, figure.value)
        assert row["公布表述"] == figure.text.zh
        assert row["起"].date() == figure.period.start
        assert (row["止"].date(), row["发布日期"].date()) == (figure.period.stop, figure.published_on)
        assert (row["代码"], row["出处"]) == (source.indicator, source.source)
    stated = [row for row in found if row["序号"] is None]
    assert {row["代码"] for row in stated} == {"smes", "sales", "share", "output", "volume"}
    assert len(found) == len(document.sources) + len(stated)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("document", [review(), august()], ids=["review", "ahead"])
def test_every_text_of_the_report_is_in_the_workbook(document: ReportDocument, lang: Lang) -> None:
    seen = "\n".join(texts(book(document, lang)))
    for section in compose(document, lang).sections:
        assert section.title in seen or section.anchor == "sources"
    for sentence in document.headlines:
        assert sentence.text.get(lang) in seen
    for page in document.targets:
        for sentence in page.sentences:
            assert sentence.text.get(lang) in seen


def test_exact_figures_are_numbers_with_their_unit_and_bounds_stay_words() -> None:
    overview = book(june())["总览"]
    cells = {cell.value: cell.number_format for row in overview.iter_rows() for cell in row if cell.value is not None}
    assert cells[2940000] == '#,##0"辆"'
    assert cells[0.3266] == "#,##0.00%"
    assert "超过8万家" in cells
    assert 80000 not in cells


def test_a_unit_with_a_scale_of_its_own_loses_none_of_it() -> None:
    """703.4 of 10,000 vehicles are 7.034 million, in English 7,034,000 vehicles and in Chinese 703.4万辆."""
    wanted: dict[Lang, tuple[float, str]] = {"en": (7034000, '#,##0" vehicles"'), "zh": (703.4, '#,##0.0"万辆"')}
    for lang, (number, shown) in wanted.items():
        sheets = book(august(), lang).worksheets
        cells = [cell for sheet in sheets[:2] for row in sheet.iter_rows() for cell in row if cell.value == number]
        assert len(cells) == 2, "in the table and on the target's own page"
        assert {cell.number_format for cell in cells} == {shown}


@pytest.mark.parametrize(
    ("text", "value", "shown"),
    [
        ("294万辆", "2940000", (2940000, '#,##0"辆"')),
        ("98,000 enterprises", "98000", (98000, '#,##0" enterprises"')),
        ("2.94 million vehicles", "2940000", (2940000, '#,##0" vehicles"')),
        ("7.034 million vehicles", "703.4", (7034000, '#,##0" vehicles"')),
        ("-632,700 vehicles", "-63.27", (-632700, '#,##0" vehicles"')),
        ("+49,700 stations", "4.97", (49700, '+#,##0" stations";-#,##0" stations"')),
        ("1.0056 trillion yuan", "10056", (1005600000000, '#,##0" yuan"')),
        ("1.2万亿元", "12000", (12000, '#,##0"亿元"')),
        ("703.4万辆", "703.4", (703.4, '#,##0.0"万辆"')),
        ("75.57万个", "755666.6667", (755666.6667, '#,##0"个"')),
        ("-1.41万个", "-14137.2", (-14137.2, '#,##0"个"')),
        ("11.458 million vehicles", "11458333.3333", (11458333.3333, '#,##0" vehicles"')),
        ("1 million vehicles", "100", (1000000, '#,##0" vehicles"')),
        ("1.5 million tonnes", "1234", None),
        ("0 vehicles", "0", (0, '#,##0" vehicles"')),
        ("3.60%", "3.60", (3.6, '#,##0.00"%"')),
        ("32.6%", "0.3266", (0.3266, "#,##0.00%")),
        ("99.9%", "0.9999", (0.9999, "#,##0.00%")),
        ("0.5%", "0.5", (0.5, '#,##0.0"%"')),
        ("2.51%", "2.5001", (2.5001, '#,##0.0000"%"')),
        ("+1.2个百分点", "1.2", (1.2, '+#,##0.0"个百分点";-#,##0.0"个百分点"')),
        ("-6.9%", "-6.9", (-6.9, '#,##0.0"%"')),
        ("下降6.9%", "-6.9", None),
        ("超过8万家", "80000", None),
        ("12345678901234567890.5", "12345678901234567890.5", None),
        ('5"a"', "5", (5, '#,##0"a"')),
    ],
)
def test_numbers_are_shown_as_the_text_says(text: str, value: str, shown: tuple[float, str] | None) -> None:
    assert shown_as(Cell(text, value=Decimal(value))) == shown


def test_no_digit_is_lost_in_a_number() -> None:
    assert as_number(Decimal("0.000001")) == 1e-6
    assert as_number(Decimal("1000000000000.01")) == 1000000000000.01
    assert as_number(Decimal("1234567890123456789")) is None
    assert plain_format(Decimal("3.60")) == "#,##0.00"


def test_charts_are_native_and_say_what_they_show() -> None:
    package = zipfile.ZipFile(io.BytesIO(write_xlsx(june(), "en")))
    charts = [name for name in package.namelist() if name.startswith("xl/charts/chart")]
    document = june()
    assert len(charts) == len(document.targets) + sum(1 for row in document.watched if row.chart)
    drawings = b"".join(package.read(name) for name in package.namelist() if "drawings/drawing" in name).decode()
    assert drawings.count('descr="') == len(charts)
    assert "'Chart data'!$C$" in package.read(charts[0]).decode()


def test_chart_rows_are_the_points_of_the_document() -> None:
    document = june()
    found = rows(book(document)["图表数据"])
    drawn = {(row["图表"], row["日期"].date(), Decimal(str(row["数值"]))) for row in found if row["日期"]}
    for page in document.targets:
        for point in page.chart.points:
            assert (page.chart.title.zh, point.day, point.figure.value) in drawn


@pytest.mark.parametrize(
    "words", ["=1+1", "@cmd", "+1", "-1", "'x", "http://x.example/", "<script>", "\x00\ufffe\u202ex"]
)
def test_nothing_typed_becomes_a_formula_or_a_link(words: str) -> None:
    content = write_xlsx(renamed(words), "en")
    workbook = load_workbook(io.BytesIO(content))
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert not [cell for cell in cells if cell.hyperlink]
    for name in zipfile.ZipFile(io.BytesIO(content)).namelist():
        assert "externalLink" not in name


def test_very_long_words_are_cut_where_a_cell_ends() -> None:
    longest = max(len(text) for text in texts(book(renamed("长" * 40_000))))
    assert 32_000 <= longest <= 32_767


def test_it_prints_on_a4_with_frozen_heads() -> None:
    workbook = book(june())
    for sheet in workbook:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.freeze_panes
    assert workbook["数据"].print_title_rows == "$1:$1"


def test_the_same_report_is_the_same_bytes_dated_by_what_it_knew() -> None:
    content = write_xlsx(june(), "zh")
    assert content == write_xlsx(june(), "zh")
    package = zipfile.ZipFile(io.BytesIO(content))
    entries = package.infolist()
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert {(entry.date_time, entry.compress_type) for entry in entries} == {((1980, 1, 1, 0, 0, 0), 0)}
    known_at = june().known_at
    assert known_at is not None
    made = load_workbook(io.BytesIO(content)).properties
    assert {made.created, made.modified} == {known_at.replace(microsecond=0, tzinfo=None)}

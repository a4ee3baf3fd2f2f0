"""Forms as workbooks and as CSV: what stands in them, what is locked, and that they are the same every time."""

import io
import zipfile
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tracker.domain.bilingual import Bilingual, Lang
from tracker.exchange.form import COLUMNS, ENTERED, PREFILLED, Form, FormRow
from tracker.exchange.form_csv import csv_form
from tracker.exchange.form_xlsx import SPARE, xlsx_form
from tracker.exchange.reading import rows

OPEN = frozenset((*ENTERED, *PREFILLED))
DUE = FormRow(
    {
        "name": "新能源汽车产量",
        "indicator": "nev-production",
        "period": "2023年6月",
        "last_value": "71.3万辆（2023年5月）",
        "unit": "辆",
        "publisher": "中汽协",
    },
    OPEN,
)
OCCASIONAL = FormRow(
    {"name": "=SUM(A1)", "indicator": "srdi-smes", "unit": "家", "publisher": "工信部"}, OPEN | {"period"}
)
FORM = Form(
    "zh", Bilingual("计划（2023年6月数据）", "Plan, figures about Jun 2023"), date(2023, 7, 16), (DUE, OCCASIONAL),
    (("中汽协", "CAAM"), ("工信部", "MIIT")),
)  # fmt: skip


def opened(form: Form) -> tuple[Worksheet, Worksheet]:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_form(form)))
    return book.worksheets[0], book.worksheets[1]


def place(column: str) -> int:
    return COLUMNS.index(column) + 1


def test_a_row_for_each_figure_as_text() -> None:
    sheet, _ = opened(FORM)
    assert [cell.value for cell in sheet[1]] == [
        "名称", "指标", "期间", "上期数值", "数值", "单位", "标记", "发布机构", "发布日期", "来源", "备注", "修改原因",
    ]  # fmt: skip
    assert sheet.cell(2, place("period")).value == "2023年6月"
    assert sheet.cell(2, place("value")).value is None
    name = sheet.cell(3, 1)
    assert (name.value, name.data_type) == ("=SUM(A1)", "s")
    assert sheet.max_row == 3 + SPARE


def test_given_cells_are_locked_and_the_others_open() -> None:
    sheet, _ = opened(FORM)
    assert sheet.protection.sheet
    assert not sheet.protection.password
    locked = {column for column in COLUMNS if sheet.cell(2, place(column)).protection.locked}
    assert locked == {"name", "indicator", "period", "last_value"}
    assert not sheet.cell(3, place("period")).protection.locked
    assert not any(sheet.cell(4, place(column)).protection.locked for column in COLUMNS)
    assert all(cell.protection.locked for cell in sheet[1])


def test_what_is_typed_stays_as_it_is_typed() -> None:
    sheet, _ = opened(FORM)
    assert sheet.cell(2, place("value")).number_format == "@"
    assert sheet.cell(2, place("period")).number_format == "General"
    assert sheet.cell(2, place("published_on")).number_format == "yyyy-mm-dd"


def test_the_heading_and_the_names_stay_in_sight() -> None:
    sheet, _ = opened(FORM)
    assert sheet.freeze_panes == "C2"
    assert all(sheet.column_dimensions[letter].width > 5 for letter in "ABCDEFGHIJKL")


def test_drop_downs_offer_what_an_import_understands() -> None:
    sheet, guide = opened(FORM)
    offered = {}
    for rule in sheet.data_validations.dataValidation:
        if rule.type == "list":
            cells = rule.formula1.rpartition("!")[2].replace("$", "")
            offered[str(rule.sqref)] = [row[0].value for row in guide[cells]]
            assert not rule.showErrorMessage  # two flags, or another publisher, can be typed
    assert offered == {"G2:G13": list("pefdbinu"), "H2:H13": ["中汽协", "工信部"]}


@pytest.mark.parametrize(("lang", "name"), [("zh", "填写说明"), ("en", "How to fill in")])
def test_the_instructions_are_in_both_languages(lang: Lang, name: str) -> None:
    sheet, guide = opened(replace(FORM, lang=lang))
    assert guide.title == name
    assert sheet.title == {"zh": "填报表", "en": "Figures"}[lang]
    lines = [str(row[0].value) for row in guide.iter_rows() if row[0].value]
    titles = ["计划（2023年6月数据）：填写说明", "How to fill in: Plan, figures about Jun 2023"]
    first, second = titles if lang == "zh" else reversed(titles)
    assert lines[0] == first
    assert lines.index(second) == 11


def test_the_same_form_is_the_same_bytes() -> None:
    assert xlsx_form(FORM) == xlsx_form(FORM)
    assert csv_form(FORM) == csv_form(FORM)
    with zipfile.ZipFile(io.BytesIO(xlsx_form(FORM))) as package:
        assert {info.date_time[0] for info in package.infolist()} == {1980}
        assert b"2023-07-16T00:00:00Z" in package.read("docProps/core.xml")


def test_a_form_is_read_back_by_the_sheet_of_its_figures() -> None:
    header, first, second = rows(io.BytesIO(xlsx_form(FORM)), "x")
    assert header.cells[:5] == ["名称", "指标", "期间", "上期数值", "数值"]
    assert first.cells == [
        "新能源汽车产量",
        "nev-production",
        "2023年6月",
        "71.3万辆（2023年5月）",
        "",
        "辆",
        "",
        "中汽协",
    ]
    assert second.line == 3


def test_a_form_in_csv_opens_in_excel_and_holds_no_formula() -> None:
    content = csv_form(FORM)
    assert content.startswith(b"\xef\xbb\xbf")
    assert "'=SUM(A1),srdi-smes" in content.decode("utf-8-sig")
    assert content.count(b"\r\n") == 3


def test_areas_stand_after_the_name_where_there_are_any() -> None:
    form = replace(FORM, has_areas=True, rows=(replace(DUE, given={**DUE.given, "area": "CN-GD"}),))
    sheet, _ = opened(form)
    assert (sheet["B1"].value, sheet["B2"].value, sheet["D1"].value) == ("地区", "CN-GD", "期间")
    assert sheet.freeze_panes == "D2"

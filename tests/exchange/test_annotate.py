"""A table given back with what is wrong: the same file but for one column."""

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.exchange.workbooks import HEADER, MAIN, by_hand, data, written
from tracker.domain.bilingual import Bilingual
from tracker.errors import FileTrouble
from tracker.exchange.annotate import annotated
from tracker.exchange.form import ENTERED, Form, FormRow
from tracker.exchange.form_xlsx import xlsx_form
from tracker.exchange.reading import rows
from tracker.exchange.xlsx.annotate import column_letters
from tracker.exchange.xlsx.sheet import column_number

TABLE = '指标,期间,数值\n\n产量,2023年5月,abc\n销量,2023年5月,"1,234"\n'
REMARKS = {3: ["错误，数值：不是数值", "错误，期间：x"]}


def again(content: bytes, remarks: dict[int, list[str]], heading: str = "问题") -> bytes:
    return annotated(io.BytesIO(content), "figures", remarks, heading)


def cells(content: bytes) -> list[tuple[int, list[str]]]:
    return [(row.line, row.cells) for row in rows(io.BytesIO(content), "figures")]


def test_a_csv_gains_a_column_and_keeps_its_lines() -> None:
    made = again(TABLE.encode(), REMARKS)
    assert made.decode("utf-8-sig").splitlines() == [
        "指标,期间,数值,问题",
        "",
        "产量,2023年5月,abc,错误，数值：不是数值 | 错误，期间：x",
        '销量,2023年5月,"1,234"',
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_keeps_its_encoding_and_separator(encoding: str, separator: str) -> None:
    table = "指标,期间,数值\n产量,2023年5月,abc\n".replace(",", separator)
    made = again(table.encode(encoding), {2: ["错误"]})
    assert made.decode("utf-8-sig" if encoding == "utf-8" else encoding).splitlines()[1].split(separator)[-1] == "错误"
    assert cells(made)[1] == (2, ["产量", "2023年5月", "abc", "错误"])


@pytest.mark.parametrize("table", [TABLE, "问题,指标,期间,数值\n旧的,a,b,c\n,d,e,f\n"])
def test_old_remarks_make_room_for_new_ones(table: str) -> None:
    once = again(table.encode(), {3: ["first"]})
    twice = again(once, {4: ["second"]})
    text = twice.decode("utf-8-sig")
    assert "first" not in text
    assert "旧的" not in text
    assert text.count("问题") == 1


def test_a_row_with_too_many_cells_is_told_after_them() -> None:
    made = again(b"a,b\n1,2,3\n", {2: ["too many"]})
    assert made.decode("utf-8-sig").splitlines()[1] == "1,2,3,too many"


def test_what_is_wrong_with_the_header_stands_in_the_heading() -> None:
    made = again(b"a,b\n1,2\n", {1: ["no column c"]}, "problem")
    assert made.decode("utf-8-sig").splitlines()[0] == "a,b,problem: no column c"


def test_formulas_in_a_csv_are_neutralised() -> None:
    made = again(b"value,note\n-2.9%,=1+1\n", {2: ["=wrong"]})
    assert made.decode("utf-8-sig").splitlines()[1] == "-2.9%,'=1+1,'=wrong"


def test_a_workbook_gains_a_column() -> None:
    content = written([["指标", "数值"], ["产量", "abc"], ["销量", 5]])
    made = again(content, {2: ["错误 <1> & “2”", "second"]})
    assert cells(made) == [
        (1, ["指标", "数值", "问题"]),
        (2, ["产量", "abc", "错误 <1> & “2”\nsecond"]),
        (3, ["销量", "5"]),
    ]
    sheet = openpyxl.load_workbook(io.BytesIO(made)).active
    assert sheet["C2"].font.color.rgb == "FFB3261E"
    assert sheet["C2"].alignment.wrap_text
    assert sheet.column_dimensions["C"].width == 80


def test_a_workbook_is_otherwise_what_it_was() -> None:
    row = FormRow({"name": "产量", "indicator": "nev", "period": "2023-05", "unit": "辆"}, frozenset(ENTERED))
    content = xlsx_form(Form("zh", Bilingual("表", "form"), date(2023, 7, 16), (row,), (("a", "b"),)))
    made = again(content, {2: ["错误"]})
    before, after = zipfile.ZipFile(io.BytesIO(content)), zipfile.ZipFile(io.BytesIO(made))
    assert after.namelist() == before.namelist()
    changed = [name for name in after.namelist() if after.read(name) != before.read(name)]
    assert changed == ["xl/worksheets/sheet1.xml", "xl/styles.xml"]
    old, new = (package.read("xl/worksheets/sheet1.xml").decode() for package in (before, after))
    new = re.sub(r'<c r="M\d+".*?</c>', "", new)
    new = re.sub(r'<col min="13"[^>]*>', "", new)
    old = re.sub(r"<dimension[^>]*>", "", old)
    assert re.sub(r' spans="[^"]*"', "", new) == re.sub(r' spans="[^"]*"', "", old)


def test_remarks_in_a_workbook_are_renewed_where_they_stand() -> None:
    content = written([["指标", "problem", "数值"], ["产量", "old", "abc"], ["销量", "old", 5], ["出口", None, 6]])
    made = again(content, {3: ["second"], 4: ["third"]}, "problem")
    assert cells(made) == [
        (1, ["指标", "problem", "数值"]),
        (2, ["产量", "", "abc"]),
        (3, ["销量", "second", "5"]),
        (4, ["出口", "third", "6"]),
    ]
    assert cells(again(made, {2: ["last"]}, "problem"))[1:3] == [(2, ["产量", "last", "abc"]), (3, ["销量", "", "5"])]


def test_a_workbook_made_by_another_program(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["指标", "数值"])
    book.active.append(["产量", "abc"])
    book.active.column_dimensions.group("A", "XFD", hidden=False)
    book.save(tmp_path / "x.xlsx")
    made = again((tmp_path / "x.xlsx").read_bytes(), {2: ["错误"]})
    assert openpyxl.load_workbook(io.BytesIO(made)).active["C2"].value == "错误"
    assert cells(made)[1] == (2, ["产量", "abc", "错误"])


def test_cells_that_do_not_say_where_they_are_and_names_with_a_prefix() -> None:
    text = '<x:c t="inlineStr"><x:is><x:t>{}</x:t></x:is></x:c>'
    body = f"<x:row>{text.format('指标')}{text.format('数值')}</x:row><x:row><x:c/><x:c><x:v>5</x:v></x:c></x:row>"
    sheet = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData>{body}</x:sheetData></x:worksheet>'
    made = again(by_hand("", parts={"xl/worksheets/sheet1.xml": sheet}), {2: ["错误"]})
    assert cells(made) == [(1, ["指标", "数值", "问题"]), (2, ["", "5", "错误"])]


def test_empty_elements_and_characters_no_workbook_has() -> None:
    body = data(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"/></row>', '<row r="2"><c r="A2"><v>2</v></c><c r="B2" s="0"/></row>'
    )
    made = again(by_hand(f'<dimension ref="A1"/>{body}'), {2: ["a\x01b"]}, "problem")
    assert cells(made) == [(1, ["1", "problem"]), (2, ["2", "ab"])]


@pytest.mark.parametrize(
    ("place", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")]
)
def test_columns_have_letters(place: int, letters: str) -> None:
    assert column_letters(place) == letters
    assert column_number(letters) == place


def test_a_sheet_in_another_encoding() -> None:
    sheet = f'<?xml version="1.0" encoding="{{}}"?><worksheet xmlns="{MAIN}">{data(HEADER)}</worksheet>'
    latin = by_hand("", parts={"xl/worksheets/sheet1.xml": sheet.format("ISO-8859-1").encode("latin-1")})
    assert cells(again(latin, {})) == [(1, ["indicator", "value", "问题"])]
    wide = by_hand("", parts={"xl/worksheets/sheet1.xml": sheet.format("UTF-16").encode("utf-16")})
    assert cells(wide) == [(1, ["indicator", "value"])]
    with pytest.raises(FileTrouble):
        again(wide, {})

"""Reading workbooks: what a person sees in the cells, and a clear word about what is none."""

import gc
import io
import time
import zipfile
from collections.abc import Generator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.exchange.workbooks import HEADER, MAIN, by_hand, data, written
from tracker.errors import FileTrouble
from tracker.exchange.reading import rows
from tracker.exchange.source import opened
from tracker.exchange.table import Row
from tracker.exchange.xlsx import process
from tracker.exchange.xlsx.styles import Look, look
from tracker.exchange.xlsx.values import digits

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
COLUMNS = ["indicator", "period", "value"]
PATIENCE = 20
"""Seconds a hostile file may take on a machine that does much else; most take a tenth of one."""


def read(content: bytes) -> list[Row]:
    return list(rows(io.BytesIO(content), "figures.xlsx"))


def cells(content: bytes) -> list[list[str]]:
    """The rows below the header."""
    return [row.cells for row in read(content)[1:]]


def trouble(content: bytes) -> dict[str, object]:
    begun = time.monotonic()
    with pytest.raises(FileTrouble) as caught:
        read(content)
    assert time.monotonic() - begun < PATIENCE
    assert caught.value.data.pop("path") == "figures.xlsx"
    return caught.value.data


def test_rows_are_those_of_a_csv() -> None:
    table: list[list[object]] = [
        [*COLUMNS],
        ["srdi-smes", "2023-06-26", " 超过9.5万家 "],
        ["", "", ""],
        ["工业增加值", "2023年1—5月", 3.6],
    ]
    assert read(written(table)) == [
        Row(1, COLUMNS),
        Row(2, ["srdi-smes", "2023-06-26", "超过9.5万家"]),
        Row(4, ["工业增加值", "2023年1—5月", "3.6"]),
    ]


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (98000, "", "98000"),
        (98000, "#,##0", "98000"),
        (0.1 + 0.2, "", "0.3"),
        (2.9e-7, "", "0.00000029"),
        (-2.9, "0.0", "-2.9"),
        (1e30, "", "1000000000000000000000000000000"),
        (0.036, "0.0%", "3.6%"),
        (0.036, "0%", "3.6%"),
        (0.07 * 3, "0.0%", "21%"),
        (-0.029, '0.0%;[Red]-0.0%', "-2.9%"),
        (10, "0%", "1000%"),
        (1e30, "0%", "100000000000000000000000000000000%"),
        (True, "", "TRUE"),
        (False, "", "FALSE"),
        ("=1+1", "", "=1+1"),
        ("@cmd", "", "@cmd"),
        (date(2023, 5, 17), "yyyy-mm-dd", "2023-05-17"),
        (45063.4375, "yyyy-mm-dd hh:mm", "2023-05-17"),
        (date(2023, 5, 1), "mmm-yy", "2023-05"),
        (date(2023, 5, 1), 'yyyy"年"m"月"', "2023-05"),
        (date(2023, 5, 1), "[$-804]yyyy/m;@", "2023-05"),
        (date(2023, 5, 31), "yyyy-mm", "2023-05-31"),
        (date(2023, 5, 1), 'yyyy"年"m"月"d"日"', "2023-05-01"),
        (date(2023, 1, 1), "yyyy", "2023"),
        (date(2023, 6, 15), 'm"月"d"日"', "2023-06-15"),
        (0.5, "hh:mm:ss", "0.5"),
        (-5, "yyyy-mm-dd", "-5"),
        (60, "yyyy-mm-dd", "60"),
        (59, "yyyy-mm-dd", "1900-02-28"),
        (61, "yyyy-mm-dd", "1900-03-01"),
        (3_000_000, "yyyy-mm-dd", "3000000"),
        (5, '0"d"', "5"),
        (5, "[Red]0", "5"),
    ],
)  # fmt: skip
def test_a_cell_is_read_as_a_person_sees_it(value: object, code: str, shown: str) -> None:
    content = written([COLUMNS, ["x", "2023", value]], {(1, 2): code} if code else None)
    assert cells(content) == [["x", "2023", shown]]


@pytest.mark.parametrize("number", [9, 10])
def test_built_in_formats_of_percent(number: int) -> None:
    content = by_hand(
        data(HEADER, '<row r="2"><c r="B2" s="1"><v>0.036</v></c></row>'),
        parts={"xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs>'
               f'<cellXfs><xf numFmtId="0"/><xf numFmtId="{number}"/></cellXfs></styleSheet>'},
    )  # fmt: skip
    assert cells(content) == [["", "3.6%"]]


@pytest.mark.parametrize(
    ("number", "shown"), [(14, "2023-05-01"), (17, "2023-05"), (57, "2023-05"), (31, "2023-05-01")]
)
def test_built_in_formats_of_dates(number: int, shown: str) -> None:
    content = by_hand(
        data(HEADER, '<row r="2"><c r="B2" s="0"><v>45047</v></c></row>'),
        parts={
            "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="{number}"/></cellXfs></styleSheet>'
        },
    )
    assert cells(content) == [["", shown]]


def test_days_counted_from_1904(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    sheet.append(COLUMNS)
    sheet.append(["x", date(2023, 6, 26), 5])
    book.save(tmp_path / "mac.xlsx")
    assert cells((tmp_path / "mac.xlsx").read_bytes()) == [["x", "2023-06-26", "5"]]


def test_text_in_all_the_ways_it_is_kept() -> None:
    strings = (
        f'<sst xmlns="{MAIN}"><si><t>plain</t></si><si><r><t>rich </t></r><r><t>text</t></r><rPh sb="0"><t>reading</t>'
        "</rPh></si><si><t>two_x000D_\nlines</t></si></sst>"
    )
    row = (
        '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c>'
        '<c r="D2" t="str"><f>A1&amp;B1</f><v>worked out</v></c><c r="E2" t="inlineStr"><is><t>in line</t></is></c>'
        '<c r="F2" t="e"><v>#N/A</v></c><c r="G2" t="d"><v>2023-06-26T00:00:00</v></c><c r="H2"><f>1+1</f><v>2</v></c>'
        '<c r="I2"><f>SUM(A1:A9)</f></c></row>'
    )
    content = by_hand(data(HEADER, row), parts={"xl/sharedStrings.xml": strings})
    assert cells(content) == [
        ["plain", "rich text", "two\r\nlines", "worked out", "in line", "#N/A", "2023-06-26", "2", "=SUM(A1:A9)"]
    ]


def test_cells_and_rows_that_do_not_say_where_they_are() -> None:
    row = "<row><c><v>1</v></c><c/><c><v>3</v></c></row>"
    assert read(by_hand(data(row, row))) == [Row(1, ["1", "", "3"]), Row(2, ["1", "", "3"])]


def test_names_with_a_prefix() -> None:
    row = '<x:row r="3"><x:c r="B3"><x:v>7</x:v></x:c></x:row>'
    sheet = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData>{row}</x:sheetData></x:worksheet>'
    assert read(by_hand("", parts={"xl/worksheets/sheet1.xml": sheet})) == [Row(3, ["", "7"])]


def test_a_merged_cell_counts_for_each_of_its_rows(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["指标", "期间", "数值"],
        ["产量", "2023-05", 1],
        [None, "2023-01..05", 2],
        [None, None, None],
        ["销量", "2023-05", 3],
    ):
        sheet.append(row)
    sheet.merge_cells("A2:A4")
    sheet.merge_cells("B5:B6")
    sheet["A6"] = "出口"
    sheet.merge_cells("D1:F1")
    book.save(tmp_path / "merged.xlsx")
    assert cells((tmp_path / "merged.xlsx").read_bytes()) == [
        ["产量", "2023-05", "1"],
        ["产量", "2023-01..05", "2"],
        ["销量", "2023-05", "3"],
        ["出口", "2023-05"],
    ]


def test_which_sheet_is_read() -> None:
    def book(*names: str, hidden: str = "") -> bytes:
        made = openpyxl.Workbook()
        made.remove(made.active)
        for name in names:
            sheet = made.create_sheet(name)
            sheet.append([name])
            sheet.sheet_state = "hidden" if name == hidden else "visible"
        stream = io.BytesIO()
        made.save(stream)
        return stream.getvalue()

    assert read(book("one", "two"))[0].cells == ["one"]
    assert read(book("one", "two", hidden="one"))[0].cells == ["two"]
    assert read(book("说明", "填报表"))[0].cells == ["填报表"]
    assert read(book("Instructions", "Figures"))[0].cells == ["Figures"]


def test_a_cell_in_the_last_place_costs_nothing() -> None:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    content = by_hand(f'<dimension ref="A1:XFD1048576"/>{data(HEADER, far)}')
    assert trouble(content) == {"problem": "many-cells", "line": 1_048_576, "most": 256}
    empty = '<row r="1048576"><c r="XFD1048576" s="0"/><c r="B1048576"><v>1</v></c></row>'
    assert read(by_hand(data(HEADER, empty)))[1:] == [Row(1_048_576, ["", "1"])]


def test_a_million_columns() -> None:
    row = "<row>" + "<c><v>1</v></c>" * 1_000_000 + "</row>"
    content = by_hand(data(row))
    assert trouble(content)["problem"] in ("bomb", "many-cells")


@pytest.mark.parametrize("place", ['<row r="1048577"><c r="A1"><v>1</v></c></row>', '<row r="0"/>', '<row r="x"/>'])
def test_rows_that_no_sheet_has(place: str) -> None:
    assert trouble(by_hand(data(place))) == {"problem": "broken-workbook"}


def test_a_long_cell() -> None:
    row = f'<row r="2"><c r="A2" t="inlineStr"><is><t>{"9" * 40_000}</t></is></c></row>'
    assert trouble(by_hand(data(HEADER, row))) == {"problem": "long-cell", "line": 2, "most": 32_767}


def test_a_zip_bomb_is_seen_by_its_sizes() -> None:
    assert trouble(by_hand("", parts={"xl/media/image1.png": bytes(30_000_000)})) == {"problem": "bomb"}


def test_a_workbook_larger_than_any(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.exchange.xlsx.package.LARGEST", 1000)
    with pytest.raises(FileTrouble) as caught:
        list(process.read(io.BytesIO(by_hand(data(HEADER))), "x"))
    assert caught.value.data["problem"] == "bomb"


def test_a_part_that_lies_about_its_size() -> None:
    content = by_hand(data(HEADER, *("<row><c><v>1</v></c></row>" for _ in range(50_000))))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        size = package.getinfo("xl/worksheets/sheet1.xml").file_size
    lying = content.replace(size.to_bytes(4, "little"), (5000).to_bytes(4, "little"))
    assert lying != content
    assert trouble(lying) == {"problem": "broken-workbook"}


def test_more_parts_than_a_workbook_has() -> None:
    assert trouble(by_hand("", parts={f"part{n}": "" for n in range(5_001)})) == {"problem": "bomb"}


def test_a_deep_document() -> None:
    deep = "".join(f"<a{n}>" for n in range(200_000))
    assert trouble(by_hand(deep)) == {"problem": "broken-workbook"}


def test_entities_are_refused() -> None:
    laughs = "".join(f'<!ENTITY l{n} "&l{n - 1};&l{n - 1};&l{n - 1};&l{n - 1};">' for n in range(1, 20))
    prolog = f'<!DOCTYPE worksheet [<!ENTITY l0 "ha">{laughs}]>'
    row = '<row r="1"><c r="A1" t="inlineStr"><is><t>&l19;</t></is></c></row>'
    assert trouble(by_hand(data(row), prolog=prolog)) == {"problem": "broken-workbook"}


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"PK\x03\x04rest", "broken-workbook"),
        (written([COLUMNS])[:-30], "broken-workbook"),
        (by_hand("<sheetData><row>"), "broken-workbook"),
        (by_hand(data('<row r="1"><c r="A1" t="s"><v>5</v></c></row>')), "broken-workbook"),
        (by_hand(data('<row r="1"><c r="A1"><v>five</v></c></row>')), "broken-workbook"),
        (by_hand("", book='<sheets><sheet name="x" r:id="r9"/></sheets>', parts={
            "xl/_rels/workbook.xml.rels": "<Relationships/>"}), "no-sheet"),
        (by_hand("", parts={"_rels/.rels": "<Relationships/>"}), "other-workbook"),
        (OLD + bytes(600), "old-workbook"),
        (OLD + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "encrypted-workbook"),
        (b"\xef\xbb\xbf\n<html><table>", "web-page"),
        (b'<?xml version="1.0"?><Workbook>', "web-page"),
    ],
)  # fmt: skip
def test_what_is_no_workbook(content: bytes, problem: str) -> None:
    assert trouble(content) == {"problem": problem}


def test_a_zip_of_something_else() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", "<office/>")
    assert trouble(stream.getvalue()) == {"problem": "other-workbook"}


def test_a_part_with_a_password() -> None:
    content = bytearray(by_hand(data(HEADER)))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(mark, at + 4)
    assert trouble(bytes(content)) == {"problem": "encrypted-workbook"}


def test_a_process_that_dies_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.exchange.workbook.START", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    assert trouble(written([COLUMNS])) == {"problem": "broken-workbook"}
    monkeypatch.setattr("tracker.exchange.workbook.START", "import os, signal; os.kill(os.getpid(), signal.SIGXCPU)")
    assert trouble(written([COLUMNS])) == {"problem": "slow-workbook"}


def test_a_process_is_held_to_its_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    begin = "import sys; sys.path.append(sys.argv[1]); from tracker.exchange.xlsx import process; process"
    texts = "".join(f"<si><t>{'text' * 30}{n}</t></si>" for n in range(50_000))
    many = by_hand(data(HEADER), parts={"xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{texts}</sst>'})
    monkeypatch.setattr("tracker.exchange.workbook.START", f"{begin}.MEMORY = 5 << 20; process.main()")
    assert trouble(many) == {"problem": "big-workbook"}
    endless = "process.read = lambda *_: sum(iter(int, 1))"
    monkeypatch.setattr("tracker.exchange.workbook.START", f"{begin}.SECONDS = 1; {endless}; process.main()")
    assert trouble(many) == {"problem": "slow-workbook"}


def test_a_reader_that_is_left_ends_its_process() -> None:
    found = rows(io.BytesIO(written([COLUMNS] * 5_000)), "x")
    next(found)
    assert isinstance(found, Generator)
    found.close()
    gc.collect()  # a process or pipe left behind would be a ResourceWarning, which is an error here


def test_from_a_file_and_from_a_pipe(tmp_path: Path) -> None:
    path = tmp_path / "figures.xlsx"
    path.write_bytes(written([COLUMNS]))
    with opened(str(path), io.BytesIO()) as stream:
        assert list(rows(stream, "x")) == [Row(1, COLUMNS)]
    with opened("-", io.BytesIO(path.read_bytes())) as stream:
        assert list(rows(stream, "x")) == [Row(1, COLUMNS)]


def test_csv_is_still_csv() -> None:
    assert read(b"PKindicator,value\n1,2\n") == [Row(1, ["PKindicator", "value"]), Row(2, ["1", "2"])]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("General", Look.PLAIN),
        ("0.00E+00", Look.PLAIN),
        ('0.0"%"', Look.PLAIN),
        (r"0\%", Look.PLAIN),
        ("0.0_%", Look.PLAIN),
        ("[h]:mm", Look.PLAIN),
        ("mm:ss", Look.PLAIN),
        ("[$-409]d-mmm-yy", Look.DAY),
        ("yyyy/mm", Look.MONTH),
        ("0;-0%", Look.PLAIN),
    ],
)
def test_number_formats(code: str, expected: Look) -> None:
    assert look(code) is expected


@pytest.mark.parametrize(
    ("number", "shift", "text"), [(100.0, 0, "100"), (1e20, 0, "1" + "0" * 20), (0.1, 2, "10"), (1.5, 2, "150")]
)
def test_digits_have_no_exponent(number: float, shift: int, text: str) -> None:
    assert digits(number, shift) == text

"""Workbooks for tests: as people's programs make them, or made by hand where none would make such a thing."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from typing import Any

import xlsxwriter

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TEXT = '<c t="inlineStr"><is><t>{}</t></is></c>'
HEADER = f'<row r="1">{_TEXT.format("indicator")}{_TEXT.format("value")}</row>'


def written(
    rows: Iterable[Iterable[Any]], formats: Mapping[tuple[int, int], str] | None = None, **sheets: Any
) -> bytes:
    """A workbook with these rows; `formats` gives number formats by row and column from 0."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, **sheets})
    sheet = book.add_worksheet("Sheet1")
    made = {key: book.add_format({"num_format": code}) for key, code in (formats or {}).items()}
    for row, cells in enumerate(rows):
        for column, value in enumerate(cells):
            sheet.write(row, column, value, made.get((row, column)))
    book.close()
    return stream.getvalue()


def by_hand(cells: str, book: str = "", parts: Mapping[str, bytes | str] | None = None, prolog: str = "") -> bytes:
    """A workbook of the fewest parts, its sheet's data given as XML; `parts` adds others or takes their place."""
    relation = f'<Relationship Id="r{{}}" Type="{LINKS}/{{}}" Target="{{}}"/>'
    default: dict[str, bytes | str] = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">{relation.format(1, "officeDocument", "xl/workbook.xml")}'
        "</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}">{book}<sheets>'
        '<sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">'
        f"{relation.format(1, 'worksheet', 'worksheets/sheet1.xml')}"
        f"{relation.format(2, 'styles', '/xl/styles.xml')}{relation.format(3, 'sharedStrings', 'sharedStrings.xml')}"
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f'{prolog}<worksheet xmlns="{MAIN}">{cells}</worksheet>',
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in (default | dict(parts or {})).items():
            package.writestr(name, content)
    return stream.getvalue()


def data(*rows: str) -> str:
    """The rows as the data of a sheet."""
    return f"<sheetData>{''.join(rows)}</sheetData>"

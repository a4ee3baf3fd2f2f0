"""The Word document is read back: what the layout says stands in it, in the letterhead of whoever issues it."""

import io
import re
import zipfile
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from tests.report.ahead import august
from tests.report.papers import june, may, renamed, review
from tracker.domain.bilingual import Lang
from tracker.errors import FileTrouble
from tracker.report.blocks import Bullets, Table, Terms
from tracker.report.compose import compose
from tracker.report.writers.columns import kept
from tracker.report.writers.docx import write_docx


def read(content: bytes) -> Any:
    return Document(io.BytesIO(content))


def lines(word: Any) -> list[str]:
    return [paragraph.text for paragraph in word.paragraphs]


def cells(word: Any) -> list[list[list[str]]]:
    """Every table: rows of cells, each its paragraphs joined."""
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in word.tables]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("document", [may(), june(), review(), august()], ids=["may", "june", "review", "ahead"])
def test_paragraphs_and_tables_are_those_of_the_layout(document: Any, lang: Lang) -> None:
    word, layout = read(write_docx(document, lang)), compose(document, lang)
    said, tables = lines(word), cells(word)
    assert said[0] == layout.heading
    for section in layout.sections:
        assert any(line.startswith(section.title) for line in said)
        for block in section.blocks:
            if isinstance(block, Bullets):
                assert {item.text for item in block.items} <= set(said)
            if isinstance(block, Table):
                assert _expected(block) in tables
            if isinstance(block, Terms):
                assert [[name, _line(cell, "  ")] for name, cell in block.pairs] in tables


def _expected(table: Table) -> list[list[str]]:
    places = kept(table)
    heads = [table.columns[place].title for place in places]
    return [heads, *([_line(row[place], "\n") for place in places] for row in table.rows)]


def _line(cell: Any, joint: str) -> str:
    refs = "".join(f"[{number}]" for number in cell.refs)
    return f"{cell.text}{refs}{joint}{cell.note}" if cell.note else f"{cell.text}{refs}"


def test_headings_of_tables_repeat_and_rows_hold_together() -> None:
    word = read(write_docx(june(), "zh"))
    data = [table for table in word.tables if table._tbl.tblPr.find(qn("w:tblBorders")) is not None]
    assert len(data) > 5
    for table in data:
        properties = [row._tr.trPr for row in table.rows]
        assert properties[0].find(qn("w:tblHeader")) is not None
        assert all(one.find(qn("w:cantSplit")) is not None for one in properties)


def test_charts_are_pictures_with_words_for_who_cannot_see_them() -> None:
    document = june()
    word = read(write_docx(document, "zh"))
    pictures = word.element.body.findall(f".//{qn('wp:docPr')}")
    charts = [page.chart for page in document.targets] + [row.chart for row in document.watched if row.chart]
    assert [picture.get("descr") for picture in pictures] == [chart.alternative.zh for chart in charts]
    images = [part.blob for part in word.part.package.iter_parts() if part.partname.endswith(".png")]
    assert images
    assert all(image.startswith(b"\x89PNG") for image in images)


def test_chinese_letters_have_a_chinese_font() -> None:
    word = read(write_docx(june(), "zh"))
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "List Bullet", "Report Cell"):
        fonts = word.styles[name].element.rPr.find(qn("w:rFonts"))
        assert fonts.get(qn("w:eastAsia")) in ("宋体", "黑体")
        assert not [key for key in fonts.keys() if key.endswith("Theme")]  # noqa: SIM118 - an XML element, no mapping


def test_pages_are_numbered_on_a4() -> None:
    word = read(write_docx(june(), "zh"))
    section = word.sections[0]
    assert (round(section.page_width / Cm(1), 1), round(section.page_height / Cm(1), 1)) == (21.0, 29.7)
    fields = section.footer._element.findall(f".//{qn('w:fldSimple')}")
    assert [field.get(qn("w:instr")) for field in fields] == ["PAGE", "NUMPAGES"]


def letterhead(*, footer: str = "电话 010-12345678") -> bytes:
    """An office's own template."""
    word = Document()
    word.styles["Heading 1"].font.size = Pt(31)
    word.sections[0].left_margin = Cm(5)
    word.sections[0].header.paragraphs[0].text = "某某市发展和改革委员会"
    word.sections[0].footer.paragraphs[0].text = footer
    word.add_paragraph("sample words of the template")
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def test_a_template_keeps_its_letterhead_and_styles_but_not_its_words() -> None:
    word = read(write_docx(june(), "zh", letterhead()))
    section = word.sections[0]
    assert section.header.paragraphs[0].text == "某某市发展和改革委员会"
    assert [paragraph.text for paragraph in section.footer.paragraphs] == ["电话 010-12345678"]
    assert section.left_margin == pytest.approx(Cm(5), abs=1000)
    assert word.styles["Heading 1"].font.size == Pt(31)
    assert "sample words of the template" not in lines(word)
    assert lines(word)[0] == compose(june(), "zh").heading


def test_a_template_with_an_empty_footer_gets_page_numbers() -> None:
    word = read(write_docx(june(), "zh", letterhead(footer="")))
    assert word.sections[0].footer._element.findall(f".//{qn('w:fldSimple')}")


def test_a_template_file_of_word_is_taken_too() -> None:
    old, stream = zipfile.ZipFile(io.BytesIO(letterhead())), io.BytesIO()
    with zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b".document.main+xml", b".template.main+xml"))
    assert read(write_docx(june(), "en", stream.getvalue())).sections[0].header.paragraphs[0].text


@pytest.mark.parametrize("content", [b"", b"no zip", letterhead()[:500]])
def test_what_is_no_word_document_is_refused(content: bytes) -> None:
    with pytest.raises(FileTrouble) as caught:
        write_docx(june(), "zh", content)
    assert caught.value.data["problem"] == "not-docx"


@pytest.mark.parametrize("words", ["<w:p>&amp;]]>", "\x00\x0b\ufffe\ud800\u202ex", "🚀" * 3, "长" * 5000])
def test_hostile_words_are_words(words: str) -> None:
    word = read(write_docx(renamed(words), "en"))
    seen = "".join(lines(word))
    kept_words = re.sub("[\x00\x0b\ufffe\ud800\u202e]", "", words)
    assert kept_words in seen


def test_the_same_report_is_the_same_bytes_dated_by_what_it_knew() -> None:
    content = write_docx(june(), "zh")
    assert content == write_docx(june(), "zh")
    entries = zipfile.ZipFile(io.BytesIO(content)).infolist()
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert {(entry.date_time, entry.compress_type) for entry in entries} == {((1980, 1, 1, 0, 0, 0), 0)}
    known_at, about = june().known_at, read(content).core_properties
    assert known_at is not None
    assert (about.created, about.modified) == (known_at.replace(microsecond=0), known_at.replace(microsecond=0))
    assert (about.title, about.last_modified_by) == (compose(june(), "zh").title, "")

"""The PDF is read back: every number and every Chinese name can be found and copied, in fonts it carries itself."""

import io
import re
import sys
from itertools import chain
from typing import Any

import pytest

pytest.importorskip("typst")
from pypdf import PdfReader

from tests.report.ahead import august
from tests.report.papers import june, may, renamed, review
from tracker.domain.bilingual import Lang
from tracker.errors import MissingExtra
from tracker.report.blocks import Table, Terms
from tracker.report.compose import compose
from tracker.report.writers.columns import kept
from tracker.report.writers.pdf import write_pdf


def words(content: bytes) -> str:
    """The text of all pages, without the spaces and breaks that setting it put in."""
    pages = PdfReader(io.BytesIO(content)).pages
    return re.sub(r"[\s\u200b]+", "", "".join(page.extract_text() for page in pages))


def packed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("document", [may(), june(), review(), august()], ids=["may", "june", "review", "ahead"])
def test_every_number_and_name_can_be_found(document: Any, lang: Lang) -> None:
    found, layout = words(write_pdf(document, lang)), compose(document, lang)
    for section in layout.sections:
        assert packed(section.title) in found
        for block in section.blocks:
            cells = _cells(block)
            assert [cell.text for cell in cells if packed(cell.text)[:12] not in found] == []
    for page in document.targets:
        for sentence in page.sentences:
            numbers = re.findall(r"\d[\d,.]*\d", sentence.text.get(lang))
            assert [number for number in numbers if number not in found] == []


def _cells(block: Any) -> list[Any]:
    if isinstance(block, Table):
        return [row[place] for row in block.rows for place in kept(block)]
    return [cell for _, cell in block.pairs] if isinstance(block, Terms) else []


def test_it_is_a4_with_numbered_pages_contents_and_its_own_fonts() -> None:
    reader = PdfReader(io.BytesIO(write_pdf(june(), "zh")))
    assert {(round(float(page.mediabox.width)), round(float(page.mediabox.height))) for page in reader.pages} == {
        (595, 842)
    }
    for number, page in enumerate(reader.pages, 1):
        assert f"{number}/{len(reader.pages)}" in packed(page.extract_text())
    first = packed(reader.pages[0].extract_text())
    assert "目录" in first
    assert [item.title for item in reader.outline if not isinstance(item, list)][:2] == ["要点", "目标完成情况"]
    fonts = list(chain.from_iterable(_fonts(page) for page in reader.pages))
    assert fonts
    assert all(name.endswith(("NotoSansSC-Regular", "NotoSerifSC-Regular")) for name in fonts)


def _fonts(page: Any) -> list[str]:
    return [
        str(font.get_object()["/BaseFont"]).removesuffix("-Identity-H") for font in page["/Resources"]["/Font"].values()
    ]


def test_it_has_no_date_of_its_own_and_is_the_same_bytes_again() -> None:
    content = write_pdf(june(), "zh")
    assert content == write_pdf(june(), "zh")
    about = PdfReader(io.BytesIO(content)).metadata
    assert about is not None
    assert about.title == compose(june(), "zh").title
    assert not {"/CreationDate", "/ModDate"} & about.keys()
    assert not re.search(rb"<xmp:(CreateDate|ModifyDate)>", content)


def test_charts_have_words_for_who_cannot_see_them() -> None:
    document = june()
    reader: Any = PdfReader(io.BytesIO(write_pdf(document, "zh")))
    told = {str(one["/Alt"]) for one in _objects(reader) if isinstance(one, dict) and "/Alt" in one}
    charts = [page.chart for page in document.targets] + [row.chart for row in document.watched if row.chart]
    assert {chart.alternative.zh for chart in charts} <= told
    assert str(reader.trailer["/Root"]["/Lang"]) == "zh-CN"


def _objects(reader: Any) -> list[Any]:
    return [reader.get_object(number) for number in range(1, int(str(reader.trailer["/Size"])))]


@pytest.mark.parametrize(
    "typed",
    ['#panic("x")', "= a $x$ *b* @c <d>", "\\u{0}", "\x00\ufffe\ud800\u202eabc", "[#eval]", '"]; #read("/etc/passwd")'],
)
def test_nothing_typed_is_taken_for_a_command(typed: str) -> None:
    shown = packed(re.sub("[\x00\ufffe\ud800\u202e]", "", typed))
    assert shown in words(write_pdf(renamed(typed), "en"))


def test_what_the_fonts_lack_is_named_and_long_words_stay_on_the_page() -> None:
    found = words(write_pdf(renamed("🚀" + "x" * 300), "en"))
    assert "[U+1F680]" + "x" * 300 in found.replace("-", "")


def test_without_the_typesetter_the_error_names_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtra) as caught:
        write_pdf(june(), "zh")
    assert (caught.value.data["extra"], caught.value.data["needs"]) == ("pdf", "typst")

"""The styles of a Word document: ours, or an office's own where its template has them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from tracker.domain.bilingual import Lang

if TYPE_CHECKING:
    from docx.document import Document

TEXT_FONTS: dict[Lang, tuple[str, str]] = {"zh": ("Times New Roman", "宋体"), "en": ("Calibri", "宋体")}
HEAD_FONTS: dict[Lang, tuple[str, str]] = {"zh": ("Arial", "黑体"), "en": ("Calibri", "黑体")}
"""Fonts that come with Word, for Latin letters and for Chinese."""
ACCENT, SOFT = RGBColor(0x0B, 0x3A, 0x6E), RGBColor(0x51, 0x5B, 0x66)
TITLE, SUBTITLE, BULLET, CAPTION = "Title", "Subtitle", "List Bullet", "Caption"
CELL, ASIDE, TERM = "Report Cell", "Report Aside", "Report Small"
_SAID = ".//w:t[normalize-space()] | .//w:fldSimple | .//w:instrText | .//w:drawing | .//w:pict"
"""What a footer that says something has in it."""
_Look = Callable[[Any, Lang], None]


def dress(word: "Document", lang: Lang, *, own: bool) -> None:
    """Give a document its styles; `own` for ours, page and page numbers included. A template keeps those it has."""
    for name, look in _LOOKS.items():
        style = _found(word, name)
        if style is None or own or name.startswith("Report "):
            look(style if style is not None else _added(word, name), lang)
    for section in word.sections if own else ():
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.2)
        section.top_margin, section.bottom_margin = Cm(2.3), Cm(2.0)
    footer = word.sections[-1].footer
    if own or not footer._element.xpath(_SAID):  # noqa: SLF001 - the library sees no fields or pictures
        _number_pages(footer.paragraphs[0] if footer.paragraphs else footer.add_paragraph())


def set_fonts(style: Any, fonts: tuple[str, str]) -> None:
    """The fonts of a style, the Chinese one for East Asian letters."""
    latin, chinese = fonts
    rfonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        rfonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "cs"):
        rfonts.set(qn(f"w:{name}"), latin)
    rfonts.set(qn("w:eastAsia"), chinese)


def _found(word: "Document", name: str) -> Any:
    return next((style for style in word.styles if style.name is not None and style.name.lower() == name.lower()), None)


def _added(word: "Document", name: str) -> Any:
    style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = _found(word, "Normal")
    return style


def _spaced(style: Any, before: float, after: float, line: float) -> None:
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), line


def _normal(style: Any, lang: Lang) -> None:
    set_fonts(style, TEXT_FONTS[lang])
    style.font.size = Pt(10.5)
    _spaced(style, 0, 4, 1.3 if lang == "zh" else 1.15)
    tongue = OxmlElement("w:lang")
    tongue.set(qn("w:val"), "zh-CN" if lang == "zh" else "en-GB")
    tongue.set(qn("w:eastAsia"), "zh-CN")
    style.element.get_or_add_rPr().append(tongue)


def _heading(size: float, before: float, *, centred: bool = False) -> _Look:
    def look(style: Any, lang: Lang) -> None:
        set_fonts(style, HEAD_FONTS[lang])
        style.font.size, style.font.bold, style.font.italic = Pt(size), True, False
        style.font.color.rgb = ACCENT
        _spaced(style, before, 6, 1.15)
        style.paragraph_format.keep_with_next = True
        if centred:
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        border = style.element.pPr.find(qn("w:pBdr"))
        if border is not None:
            style.element.pPr.remove(border)

    return look


def _small(size: float, *, soft: bool = False, after: float = 0, keep: bool = False, bold: bool = False) -> _Look:
    def look(style: Any, lang: Lang) -> None:
        set_fonts(style, TEXT_FONTS[lang] if not bold else HEAD_FONTS[lang])
        for spread in style.element.rPr.findall(qn("w:spacing")):
            style.element.rPr.remove(spread)
        style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
        if soft:
            style.font.color.rgb = SOFT
        elif bold:
            style.font.color.rgb = RGBColor(0x1B, 0x1F, 0x24)
        _spaced(style, 0, after, 1.1)
        style.paragraph_format.keep_with_next = keep

    return look


def _bullet(style: Any, lang: Lang) -> None:
    set_fonts(style, TEXT_FONTS[lang])
    _spaced(style, 0, 3, 1.25 if lang == "zh" else 1.15)


_LOOKS: dict[str, _Look] = {
    "Normal": _normal,
    TITLE: _heading(20, 0, centred=True),
    SUBTITLE: _small(10.5, soft=True, after=2),
    "Heading 1": _heading(15, 16),
    "Heading 2": _heading(12.5, 12),
    BULLET: _bullet,
    CAPTION: _small(9.5, after=3, keep=True, bold=True),
    CELL: _small(9),
    ASIDE: _small(9.5, soft=True, after=5),
    TERM: _small(9, after=4),
}


def _number_pages(paragraph: Any) -> None:
    """Page numbers in a footer: 3 / 12."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for code, after in (("PAGE", " / "), ("NUMPAGES", "")):
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), code)
        run, words = OxmlElement("w:r"), OxmlElement("w:t")
        words.text = "1"
        run.append(words)
        field.append(run)
        paragraph._p.append(field)  # noqa: SLF001 - the library has no fields
        if after:
            paragraph.add_run(after)

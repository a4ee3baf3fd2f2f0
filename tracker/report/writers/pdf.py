"""PDF: A4 with contents and page numbers, set by typst in the fonts that come with the program.

The layout goes to the typesetter as data, never as markup, so nothing anybody typed can be taken for a command. The
file has no date of its own: the same document gives the same bytes with the same libraries.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.domain.bilingual import Lang
from tracker.errors import MissingExtra
from tracker.i18n import text
from tracker.report import glance
from tracker.report.blocks import (
    NUMBER,
    Block,
    Bullets,
    Cell,
    Fold,
    Gallery,
    Layout,
    Paragraph,
    Picture,
    Section,
    Table,
    Terms,
)
from tracker.report.charts import LARGE, SMALL, Size
from tracker.report.compose import compose
from tracker.report.document import ReportDocument
from tracker.report.phrases import SEMICOLON, aside, legible
from tracker.report.writers.columns import kept, shares
from tracker.report.writers.fonts import SANS, SERIF, drawable, folder
from tracker.report.writers.pictures import figure_svg

if TYPE_CHECKING:
    from types import ModuleType

TEMPLATE = Path(__file__).parent / "templates" / "report.typ"
EXTRA = "pdf"
Data = dict[str, Any]


def write_pdf(document: ReportDocument, lang: Lang) -> bytes:
    """The report as a PDF. Raises MissingExtra without the typesetter."""
    typst = _typesetter()
    layout = compose(document, lang)
    about = {
        "lang": lang,
        "sans": SANS,
        "serif": SERIF,
        "contents": text("report.contents", lang),
        "author": legible(document.plan.publisher.get(lang)),
        "keywords": glance.line(document),
    }
    given = json.dumps(_drawn(about | _layout(layout)), ensure_ascii=False)
    made = typst.compile(
        TEMPLATE.read_bytes(),
        font_paths=[str(folder())],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"report": given},
    )
    assert isinstance(made, bytes)  # noqa: S101 - one document was asked for
    return made


def _typesetter() -> "ModuleType":
    try:
        import typst
    except ImportError as error:
        raise MissingExtra(extra=EXTRA, needs="typst") from error
    return typst


def _drawn(value: Any) -> Any:
    """The data with only such letters as the fonts have; pictures have been seen to."""
    match value:
        case str():
            return value if value.startswith("<svg") else drawable(value)
        case list():
            return [_drawn(item) for item in value]
        case dict():
            return {key: _drawn(item) for key, item in value.items()}
    return value


def _layout(layout: Layout) -> Data:
    sections = [_section(section, layout.lang) for section in layout.sections]
    footer: Data = {
        "title": text("report.footer", layout.lang),
        "depth": 1,
        "fresh": False,
        "whole": True,
        "status": None,
        "blocks": [_terms(layout.footer)],
    }
    return {
        "title": layout.title,
        "heading": layout.heading,
        "subtitle": layout.subtitle,
        "basis": layout.basis,
        "tally": [_cell(cell) for cell in layout.tally],
        "sections": [*sections, footer],
    }


def _section(section: Section, lang: Lang) -> Data:
    words = text(f"status.{section.status}", lang) if section.status else ""
    status = _cell(Cell(words, status=section.status)) if section.status else None
    blocks = [_block(block, section.title, lang) for block in section.blocks]
    return {
        "title": section.title,
        "depth": section.depth,
        "fresh": section.fresh,
        "whole": False,
        "status": status,
        "blocks": blocks,
    }


def _block(block: Block, title: str, lang: Lang) -> Data:
    match block:
        case Paragraph():
            return {"kind": "paragraph", "cell": _inline(block.text, lang), "aside": block.aside}
        case Bullets():
            return {"kind": "bullets", "items": [_inline(item, lang) for item in block.items], "lead": block.lead}
        case Table():
            return _table(block, title)
        case Terms():
            return _terms(block)
        case Picture():
            return {"kind": "picture", **_picture(block, lang, LARGE)}
        case Gallery():
            return {"kind": "gallery", "pictures": [_picture(one, lang, SMALL) for one in block.pictures]}
        case Fold():
            said = [f"{item.text}{aside(item.note, lang)}" for item in block.items]
            return {
                "kind": "fold",
                "summary": block.summary,
                "said": said if block.lines else [SEMICOLON[lang].join(said)],
            }


def _table(block: Table, title: str) -> Data:
    places = kept(block)
    return {
        "kind": "table",
        "caption": "" if block.caption == title else block.caption,
        "heads": [block.columns[place].title for place in places],
        "right": [block.columns[place].align == NUMBER for place in places],
        "shares": shares(block, places),
        "rows": [[_cell(row[place]) for place in places] for row in block.rows],
    }


def _terms(block: Terms) -> Data:
    return {"kind": "terms", "pairs": [[name, _cell(cell)] for name, cell in block.pairs]}


def _picture(picture: Picture, lang: Lang, size: Size) -> Data:
    drawn, _ = figure_svg(picture.chart, lang, size, legend=not picture.small)
    alternative = legible(picture.chart.alternative.get(lang))
    return {"svg": drawn, "caption": picture.caption, "alt": alternative}


def _cell(cell: Cell) -> Data:
    refs = "".join(f"[{number}]" for number in cell.refs)
    return {"text": cell.text, "refs": refs, "note": cell.note, "status": cell.status}


def _inline(cell: Cell, lang: Lang) -> Data:
    """A cell as running text, its note in brackets."""
    return _cell(cell) | {"note": "", "text": f"{cell.text}{aside(cell.note, lang)}"}

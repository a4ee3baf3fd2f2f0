"""Markdown: tables whose columns line up also as plain text, Chinese counted as two columns wide."""

import re
from collections.abc import Iterable, Iterator

from rich.cells import cell_len

from tracker.domain.bilingual import Lang
from tracker.i18n import text
from tracker.report import glance
from tracker.report.blocks import NUMBER, Block, Bullets, Cell, Fold, Gallery, Paragraph, Picture, Section, Table, Terms
from tracker.report.compose import compose
from tracker.report.document import ReportDocument
from tracker.report.phrases import COLON, SEMICOLON, aside, legible

_MARKUP = re.compile(r"[\\`*_\[\]<>|~#]|&(?=[#\w])|(?<=\w)@(?=\w)|(?<=:)//|\$")
"""What Markdown or a common extension of it could take for markup anywhere in a line."""
_LINE_START = re.compile(r"^(\d+)([.)])(?=\s)|^([-+=])(?=[\s=+-]|$)")
"""What it could take for a list or a heading at the start of one."""


def write_markdown(document: ReportDocument, lang: Lang) -> bytes:
    """The report as a Markdown file."""
    layout = compose(document, lang)
    lines = [f"# {escape(layout.heading)}", "", escape(layout.subtitle), "", escape(layout.basis), ""]
    if layout.tally:
        lines += [" · ".join(f"**{escape(cell.text)}**" for cell in layout.tally), ""]
    for section in layout.sections:
        lines += [*_section(section, lang), ""]
    lines += [f"## {text('report.footer', lang)}", "", *_terms(layout.footer, lang)]
    return ("\n".join(lines).rstrip() + f"\n\n<!-- {glance.line(document)} -->\n").encode()


def escape(words: str) -> str:
    """Foreign text that Markdown shows as it is."""
    marked = _MARKUP.sub(lambda found: f"\\{found[0]}" if found[0] != "//" else "/\\/", words)
    return _LINE_START.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", marked)


def _section(section: Section, lang: Lang) -> Iterator[str]:
    status = f" — {text(f'status.{section.status}', lang)}" if section.status else ""
    yield f"{'#' * (section.depth + 1)} {escape(section.title)}{status}"
    for block in section.blocks:
        lines = list(_block(block, section.title, lang))
        yield from ["", *lines] if lines else []


def _block(block: Block, title: str, lang: Lang) -> Iterator[str]:
    match block:
        case Paragraph():
            words = _cell(block.text, lang)
            yield f"*{words}*" if block.aside else words
        case Bullets():
            yield from (f"- {_cell(item, lang)}" for item in block.items)
        case Terms():
            yield from _terms(block, lang)
        case Table():
            if block.caption != title:
                yield f"**{escape(block.caption)}**"
                yield ""
            yield from _table(block, lang)
        case Picture():
            yield f"*{escape(legible(block.caption))}*"
        case Gallery():
            return
        case Fold():
            yield f"**{escape(block.summary)}**"
            yield ""
            said = [_cell(item, lang) for item in block.items]
            yield from (f"- {one}" for one in said) if block.lines else (SEMICOLON[lang].join(said),)


def _terms(block: Terms, lang: Lang) -> Iterator[str]:
    return (f"- {escape(name)}{COLON[lang]}{_cell(cell, lang)}" for name, cell in block.pairs)


def _cell(cell: Cell, lang: Lang) -> str:
    refs = "".join(f"\\[{number}\\]" for number in cell.refs)
    return f"{escape(cell.text)}{refs}{aside(escape(cell.note), lang)}"


def _table(table: Table, lang: Lang) -> Iterator[str]:
    heads = [escape(column.title) for column in table.columns]
    rows = [[_cell(cell, lang) for cell in row] for row in table.rows]
    widths = [max(3, *map(cell_len, column)) for column in zip(heads, *rows, strict=True)]
    right = [column.align == NUMBER for column in table.columns]
    yield _line(heads, widths, right)
    rules = ("-" * (width - 1) + (":" if is_right else "-") for width, is_right in zip(widths, right, strict=True))
    yield f"| {' | '.join(rules)} |"
    for row in rows:
        yield _line(row, widths, right)


def _line(cells: Iterable[str], widths: list[int], right: list[bool]) -> str:
    padded = []
    for words, width, is_right in zip(cells, widths, right, strict=True):
        space = " " * (width - cell_len(words))
        padded.append(f"{space}{words}" if is_right else f"{words}{space}")
    return f"| {' | '.join(padded)} |"

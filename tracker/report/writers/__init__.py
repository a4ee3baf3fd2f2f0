"""One writer per format, each from a report document and a language to what is written."""

from collections.abc import Callable, Mapping
from importlib import import_module

from tracker import __version__
from tracker.domain.bilingual import Lang
from tracker.report.document import ReportDocument

Writer = Callable[[ReportDocument, Lang], bytes]
TERMINAL = "terminal"
_WRITERS = {
    "md": "markdown:write_markdown",
    "html": "html:write_html",
    "xlsx": "xlsx:write_xlsx",
    "docx": "docx:write_docx",
    "pdf": "pdf:write_pdf",
    "json": "json:write_json",
}
"""Formats of files, which are their extensions too, with the writer of each; loaded when used."""
LIBRARIES: Mapping[str, Mapping[str, str]] = {
    "md": {"rich": "rich"},
    "html": {"jinja2": "jinja2"},
    "xlsx": {"xlsxwriter": "xlsxwriter"},
    "docx": {
        "python-docx": "docx",
        "lxml": "lxml.etree",
        "resvg-py": "resvg_py",
        "pylopdf-fonts-zh-cn": "pylopdf_fonts_zh_cn",
    },
    "pdf": {"typst": "typst", "pylopdf-fonts-zh-cn": "pylopdf_fonts_zh_cn"},
    "json": {},
}
"""What the bytes of a format depend on, besides the program: libraries, and the module of each."""
FORMATS = (TERMINAL, *_WRITERS)


def render(document: ReportDocument, form: str, lang: Lang, template: bytes | None = None) -> bytes:
    """The document as a file of a format. `template` is an office's own letterhead, for Word documents alone.

    Raises MissingExtra for a format whose library is not installed, FileTrouble for a template that is none.
    """
    if form == "docx" and template is not None:
        from tracker.report.writers.docx import write_docx

        return write_docx(document, lang, template)
    return writer(form)(document, lang)


def made_with(form: str) -> str:
    """The program and the libraries that make a format, with the versions that are installed."""
    from importlib.metadata import version

    return ", ".join([f"tracker {__version__}", *(f"{name} {version(name)}" for name in LIBRARIES[form])])


def writer(form: str) -> Writer:
    """The writer of a file format."""
    module, _, name = _WRITERS[form].partition(":")
    found: Writer = getattr(import_module(f"{__name__}.{module}"), name)
    return found

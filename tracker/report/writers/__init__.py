"""One writer per format, each from a report document and a language to what is written."""

from collections.abc import Callable
from importlib import import_module

from tracker.domain.bilingual import Lang
from tracker.report.document import ReportDocument

Writer = Callable[[ReportDocument, Lang], bytes]
TERMINAL = "terminal"
_WRITERS = {
    "md": "markdown:write_markdown",
    "html": "html:write_html",
    "xlsx": "xlsx:write_xlsx",
    "json": "json:write_json",
}
"""Formats of files, which are their extensions too, with the writer of each; loaded when used."""
FORMATS = (TERMINAL, *_WRITERS)


def writer(form: str) -> Writer:
    """The writer of a file format."""
    module, _, name = _WRITERS[form].partition(":")
    found: Writer = getattr(import_module(f"{__name__}.{module}"), name)
    return found

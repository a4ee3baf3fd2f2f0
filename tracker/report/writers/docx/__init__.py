"""DOCX: a Word document in the office's own letterhead, or in ours; charts as pictures, headings to navigate by.

The same document with the same template gives the same bytes with the same libraries.
"""

import io
import zipfile
from typing import TYPE_CHECKING

from tracker.domain.bilingual import Lang
from tracker.errors import FileTrouble
from tracker.report import glance
from tracker.report.compose import compose
from tracker.report.document import ReportDocument
from tracker.report.phrases import legible
from tracker.report.writers.packaging import document_date, repacked

if TYPE_CHECKING:
    from docx.document import Document as Word

MOST = 255
"""Letters in a property of the document."""
_TONGUES: dict[Lang, str] = {"zh": "zh-CN", "en": "en-GB"}
_CONTENT_TYPES, _TEMPLATE_TYPE, _DOCUMENT_TYPE = "[Content_Types].xml", b".template.main+xml", b".document.main+xml"


def write_docx(document: ReportDocument, lang: Lang, template: bytes | None = None) -> bytes:
    """The report as a Word document. `template` is an office's own: its styles, header, footer and page are kept, what
    it says is not. Raises FileTrouble (`not-docx`) for one that is no Word document.
    """
    from tracker.report.writers.docx.body import Body
    from tracker.report.writers.docx.styles import dress

    layout, word = compose(document, lang), _opened(template)
    dress(word, lang, own=template is None)
    Body(word, layout).write()
    about = word.core_properties
    about.title, about.subject = layout.title[:MOST], layout.subtitle[:MOST]
    about.author, about.language = legible(document.plan.publisher.get(lang))[:MOST], _TONGUES[lang]
    about.last_modified_by = ""
    about.comments, about.keywords, about.revision = "", glance.line(document), 1
    about.created = about.modified = document_date(document.known_at)
    stream = io.BytesIO()
    word.save(stream)
    return repacked(stream.getvalue())


def require_template(content: bytes, path: str) -> None:
    """Raise FileTrouble (`not-docx`) about `path` for what is no Word document or template."""
    _opened(content, path)


def _opened(template: bytes | None, path: str = "--template") -> "Word":
    """The template without what it says, or an empty document."""
    from docx import Document
    from docx.oxml.ns import qn

    if template is None:
        return Document()
    try:
        word = Document(io.BytesIO(_as_document(template)))
    except Exception as error:  # a broken file fails in ways of zip, XML and the library
        raise FileTrouble(path=path, problem="not-docx") from error
    body = word.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    return word


def _as_document(template: bytes) -> bytes:
    """A Word template (.dotx) as the document that would be made of it; a document stays as it is."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE) if name == _CONTENT_TYPES else content)
    return stream.getvalue()

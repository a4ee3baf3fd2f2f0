"""Letterheads: Word documents or templates of an office, in which reports are written."""

from pathlib import Path

from tracker.errors import FileTrouble
from tracker.files import read_bytes


def read_letterhead(path: Path) -> bytes:
    """A letterhead's bytes. Raises FileTrouble: it cannot be read, or is no Word document (`not-docx`)."""
    from tracker.report.writers.docx import require_template  # loads python-docx

    content = read_bytes(path)
    require_template(content, str(path))
    return content


def trouble_with(path: Path) -> FileTrouble | None:
    """Why a letterhead cannot be used now; None for one that can."""
    try:
        read_letterhead(path)
    except FileTrouble as trouble:
        return trouble
    return None

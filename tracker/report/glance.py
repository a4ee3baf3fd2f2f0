"""What a report's file says of itself to the archive page, without having to be read: its as-of day and the statuses.

A page of HTML carries it as a meta element, a Word document, a workbook and a PDF among their keywords, Markdown as a
comment at its end; JSON has it anyway.
"""

import html
import json
import re
import zipfile
from pathlib import Path
from typing import Any

from tracker.domain.bands import Status
from tracker.report.document import ReportDocument

META = "plan-report"
"""The name of the meta element, and the first word of the line elsewhere."""
HEAD_LENGTH = 4000
"""Characters of a page its meta elements stand within, and bytes of a package's properties."""
_LINE = rb"plan-report (\d{4}-\d\d-\d\d)((?:; [a-z-]+ \d+)*)"
_PLACES = {
    "docx": re.compile(rb"<cp:keywords>" + _LINE + rb"</cp:keywords>"),
    "xlsx": re.compile(rb"<cp:keywords>" + _LINE + rb"</cp:keywords>"),
    "pdf": re.compile(rb"<pdf:Keywords>" + _LINE + rb"</pdf:Keywords>"),
    "md": re.compile(rb"<!-- " + _LINE + rb" -->\s*\Z"),
}
"""Where the line stands in a file, so that nothing anybody typed is taken for it."""


def head(document: ReportDocument) -> dict[str, Any]:
    """What the archive lists of a report."""
    return {
        "as_of": document.as_of.isoformat(),
        "plan": {"en": document.plan.name.get("en"), "zh": document.plan.name.get("zh")},
        "tally": [[tally.status, tally.count] for tally in document.tally if tally.basis == "stated"],
    }


def line(document: ReportDocument) -> str:
    """The same but for the plan's name, in a few words: `plan-report 2023-07-26; achieved 2`."""
    found = head(document)
    return "; ".join([f"{META} {found['as_of']}", *(f"{status} {count}" for status, count in found["tally"])])


def read(path: Path, form: str) -> dict[str, Any] | None:
    """What a report's file says of itself; None for a file that says nothing or is none of ours."""
    try:
        if form == "html":
            return _read_page(path)
        return _read_json(path) if form == "json" else _read_line(path, form)
    except (OSError, ValueError, LookupError, TypeError, RecursionError, zipfile.BadZipFile):
        return None


def _read_page(path: Path) -> dict[str, Any] | None:
    with path.open(encoding="utf-8", errors="replace") as stream:
        found = re.search(f'<meta name="{META}" content="([^"]*)"', stream.read(HEAD_LENGTH))
    if found is None:
        return None
    told = json.loads(html.unescape(found[1]))
    return {"as_of": str(told["as_of"]), "plan": _names(told["plan"]), "tally": _tally(told["tally"])}


def _read_json(path: Path) -> dict[str, Any]:
    told = json.loads(path.read_bytes())
    tally = [(one["status"], one["count"]) for one in told["tally"] if one["basis"] == "stated"]
    return {"as_of": str(told["as_of"]), "plan": _names(told["plan"]["name"]), "tally": _tally(tally)}


def _read_line(path: Path, form: str) -> dict[str, Any] | None:
    found = _PLACES[form].search(_properties(path) if form in ("docx", "xlsx") else path.read_bytes())
    if found is None:
        return None
    tally = [part.split(" ") for part in found[2].decode().split("; ")[1:]]
    return {"as_of": found[1].decode(), "tally": _tally(tally)}


def _properties(path: Path) -> bytes:
    with zipfile.ZipFile(path) as package, package.open("docProps/core.xml") as part:
        return part.read(HEAD_LENGTH)


def _names(plan: Any) -> dict[str, str]:
    return {"en": str(plan["en"]), "zh": str(plan["zh"])}


def _tally(counts: Any) -> list[list[Any]]:
    return [[Status(status).value, int(count)] for status, count in counts]

"""Where reports go, and the page that lists them.

A path is made of plain ASCII names only, so a report never leaves its folder whatever its plan is called. The archive
page is worked out from the files that are there, nothing else, so writing it twice gives the same page.
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from tracker.domain.bilingual import Lang
from tracker.domain.period import Period, parse_period
from tracker.errors import BadPeriod
from tracker.i18n import text
from tracker.report import glance
from tracker.report.document import Edition, Paper, ReportDocument

INDEX = "index.html"
FORMATS = {"html": "HTML", "pdf": "PDF", "docx": "Word", "xlsx": "Excel", "md": "Markdown", "json": "JSON"}
"""What the formats are called, in the order they are listed."""
_QUICKEST = ("html", "docx", "xlsx", "md", "pdf", "json")
"""The formats in the order in which they are asked what they say of themselves."""
_PLAIN = re.compile(r"[a-z0-9](?:[a-z0-9_-]|\.(?=[a-z0-9])){0,79}")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Names one system or another keeps for devices."""
_NAME = re.compile(
    r"(?P<paper>report|review)-(?P<period>[\w.-]+?)(?P<first>-preliminary)?\.(?P<lang>zh|en)\.(?P<form>md|html|xlsx|docx|pdf|json)"
)


def folder_name(code: str) -> str:
    """The folder of a plan: its code, or if that is no plain name what is left of it with a mark that tells it apart.

    >>> folder_name("miit-2023")
    'miit-2023'
    >>> folder_name("../etc")
    'etc-f7f9121f'
    """
    if _PLAIN.fullmatch(code) and not _RESERVED.fullmatch(code):
        return code
    plain = re.sub(r"[^a-z0-9]+", "-", code.lower()).strip("-")[:60] or "plan"
    return f"{plain}-{hashlib.sha256(code.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def report_path(document: ReportDocument, lang: Lang, form: str) -> PurePosixPath:
    """Where a document's file goes, from the reports' folder."""
    year = PurePosixPath(folder_name(document.plan.code), f"{document.period.stop.year:04}")
    if document.paper is Paper.REVIEW:
        first = "-preliminary" if document.edition is Edition.PRELIMINARY else ""
        return year / f"review-{document.period}{first}.{lang}.{form}"
    return year / f"{document.period}" / f"report-{document.period}.{lang}.{form}"


def parsed_name(name: str) -> tuple[Lang, str]:
    """The language and the format of a report's file, from its name. ValueError for one that is no report's."""
    found = _NAME.fullmatch(name)
    if found is None:
        raise ValueError(name)
    return ("zh" if found["lang"] == "zh" else "en"), found["form"]


def length(period: Period) -> str:
    """What a report on the period is called by."""
    if not period.is_whole_months:
        return "other"
    return {1: "month", 3: "quarter", 6: "half", 12: "year"}.get(period.month_count, "other")


@dataclass(frozen=True, slots=True)
class Entry:
    """A report in the archive. `files` are (language, format, path from the archive page); `head` is what one of them
    says of itself (`glance.head`), None where none does."""

    folder: str
    paper: Paper
    period: Period
    preliminary: bool
    files: tuple[tuple[str, str, str], ...]
    head: dict[str, Any] | None

    @property
    def name(self) -> list[tuple[Lang, str]]:
        """What the report is, in Chinese and in English: 2023年6月 月报, Jun 2023, monthly report."""
        kind = "review" if self.paper is Paper.REVIEW else length(self.period)
        first = "-preliminary" * self.preliminary
        return [(lang, text(f"report.archive-{kind}{first}", lang, period=self.period)) for lang in ("zh", "en")]

    @property
    def by_language(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """The files of each language, Chinese first: (format, path), what is read before what is worked on."""
        langs = sorted({lang for lang, _, _ in self.files}, reverse=True)
        files = sorted(self.files, key=lambda file: list(FORMATS).index(file[1]))
        return [(lang, [(form, path) for own, form, path in files if own == lang]) for lang in langs]

    @property
    def plan(self) -> list[tuple[Lang, str]]:
        """The plan's name in both languages; nothing where no file says it."""
        names = (self.head or {}).get("plan")
        return [("zh", names["zh"]), ("en", names["en"])] if names else []

    @property
    def as_of(self) -> str:
        """The report's as-of day, or the end of its period where it does not say."""
        return str(self.head["as_of"]) if self.head else self.period.stop.isoformat()


def found_entries(root: Path) -> list[Entry]:
    """The reports that stand below `root`, newest first: by as-of day, then period, then name."""
    groups: dict[tuple[str, Paper, str, bool], list[tuple[str, str, str]]] = {}
    for path in sorted(root.glob("*/[0-9]*/**/re*")):
        name = _NAME.fullmatch(path.name)
        if name is not None and path.is_file():
            folder = path.relative_to(root).parts[0]
            key = (folder, Paper(name["paper"]), name["period"], bool(name["first"]))
            groups.setdefault(key, []).append((name["lang"], name["form"], path.relative_to(root).as_posix()))
    entries = [entry for key, files in groups.items() if (entry := _entry(root, key, files)) is not None]
    return sorted(entries, key=lambda entry: (entry.as_of, entry.period, entry.paper, entry.folder), reverse=True)


def _entry(root: Path, key: tuple[str, Paper, str, bool], files: list[tuple[str, str, str]]) -> Entry | None:
    folder, paper, period, preliminary = key
    try:
        span = parse_period(period)
    except BadPeriod:
        return None
    quickest = sorted(files, key=lambda file: _QUICKEST.index(file[1]))
    told = (glance.read(root / path, form) for _, form, path in quickest)
    head = next((found for found in told if found is not None), None)
    return Entry(folder, paper, span, preliminary, tuple(sorted(files)), head)

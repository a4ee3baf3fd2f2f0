"""The whole report or review: title, chapters in their order, and the footer that makes it reproducible."""

from datetime import datetime
from zoneinfo import ZoneInfo

from tracker import __version__
from tracker.domain.bilingual import Lang
from tracker.domain.period import label
from tracker.domain.target import Basis
from tracker.i18n import text
from tracker.report.archive import length
from tracker.report.blocks import Cell, Layout, Section, Terms
from tracker.report.canonical import content_hash
from tracker.report.compose.cells import Words
from tracker.report.compose.context import (
    later_chapter,
    quality_chapter,
    sources_chapter,
    tasks_chapter,
    unmeasured_chapter,
    watched_chapter,
)
from tracker.report.compose.ledger import ledger_chapter
from tracker.report.compose.targets import moves_chapter, pages_chapter, targets_chapter
from tracker.report.document import Paper, ReportDocument


def compose(document: ReportDocument, lang: Lang) -> Layout:
    """The report in one language, ready to be written in any format."""
    words = Words(lang)
    return Layout(
        lang=lang,
        title=words.label("titled", heading=_heading(document, words), period=document.period),
        heading=_heading(document, words),
        subtitle=_subtitle(document, words),
        basis=_basis(document, words),
        tally=tuple(_tally(document, words)),
        sections=tuple(_sections(document, words)),
        footer=_footer(document, words),
    )


def _sections(document: ReportDocument, words: Words) -> list[Section]:
    lead = Section(words.label("headlines"), "headlines", (words.bullets(document.headlines, lead=True),))
    first = ledger_chapter if document.review else targets_chapter
    return [
        lead,
        first(document, words),
        *([] if document.review else [moves_chapter(document, words)]),
        *pages_chapter(document, words),
        *watched_chapter(document, words),
        *tasks_chapter(document, words),
        *unmeasured_chapter(document, words),
        quality_chapter(document, words),
        *later_chapter(document, words),
        *sources_chapter(document, words),
    ]


def _heading(document: ReportDocument, words: Words) -> str:
    kind = "review" if document.paper is Paper.REVIEW else length(document.period)
    return words.label(f"title-{kind}", plan=words.get(document.plan.name))


def _subtitle(document: ReportDocument, words: Words) -> str:
    parts = [label(document.period, words.lang)]
    parts += [words.label(f"edition-{document.edition}")] if document.edition else []
    return " · ".join([*parts, words.label("subtitle", as_of=document.as_of)])


def _basis(document: ReportDocument, words: Words) -> str:
    """The document the plan is made of."""
    plan = document.plan
    title, publisher = words.get(plan.title or plan.name), words.get(plan.publisher)
    return words.label("basis-document", title=title, publisher=publisher, published=plan.published_on)


def _tally(document: ReportDocument, words: Words) -> list[Cell]:
    """How many stated targets have which status."""
    return [
        Cell(f"{text(f'status.{tally.status}', words.lang)} {tally.count}", status=tally.status)
        for tally in document.tally
        if tally.basis is Basis.STATED
    ]


def _footer(document: ReportDocument, words: Words) -> Terms:
    pairs = [
        ("footer-plan", words.plain(document.plan.code)),
        ("footer-period", Cell(str(document.period))),
        ("footer-as-of", Cell(document.as_of.isoformat())),
        ("footer-known-at", Cell(_moment(document.known_at, document.plan.zone, words))),
        ("footer-version", Cell(__version__)),
        ("footer-hash", Cell(content_hash(document))),
    ]
    if document.previous is not None:
        before = words.label("previous-report", period=document.previous.period, as_of=document.previous.as_of)
        pairs.insert(4, ("footer-previous", Cell(before)))
    return Terms(tuple((words.label(code), cell) for code, cell in pairs))


def _moment(known_at: datetime | None, zone: str, words: Words) -> str:
    """The last change the report could see, in the plan's time zone."""
    if known_at is None:
        return words.label("nothing-known")
    return known_at.astimezone(ZoneInfo(zone)).isoformat(sep=" ", timespec="microseconds")

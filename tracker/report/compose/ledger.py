"""The ledger of a review: what became of every target."""

from tracker.i18n import text
from tracker.report.blocks import Block, Cell, Paragraph, Section
from tracker.report.compose.cells import Heading, Words, target_anchor
from tracker.report.compose.targets import standing_of
from tracker.report.document import LedgerEntry, Outcome, ReportDocument, TargetPage
from tracker.report.phrases import quoted

_LEDGER: tuple[Heading, ...] = (
    "target", ("baseline", "spare number"), "phrase", ("outcome", "number"), ("gap", "spare number if-any"), "verdict",
    ("first-achieved", "if-any"),
)  # fmt: skip
_STATUS = {Outcome.LOST: "missed", Outcome.OPEN: "pending"}
"""The status whose mark an outcome wears, where it has another name."""


def ledger_chapter(document: ReportDocument, words: Words) -> Section:
    """Target by target: baseline, the document's words, outcome, verdict and first date."""
    pages = {page.code: page for page in document.targets}
    ledger = document.review.ledger if document.review else ()
    blocks: list[Block] = []
    for basis in ("stated", "interpreted"):
        rows = [_row(pages[entry.target], entry, words) for entry in ledger if pages[entry.target].basis == basis]
        if rows:
            blocks.append(words.table(f"{basis}-targets", _LEDGER, rows))
    if document.amendments:
        blocks.append(words.bullets(document.amendments))
    empty = Paragraph(Cell(text("sentences.no-targets", words.lang)), aside=True)
    return Section(words.label("ledger"), "ledger", tuple(blocks) or (empty,))


def _row(page: TargetPage, entry: LedgerEntry, words: Words) -> tuple[Cell, ...]:
    phrase = quoted(page.phrase)
    return (
        Cell(words.get(page.name), note=standing_of(page, words), anchor=target_anchor(page.code)),
        words.figure(page.baseline),
        Cell(words.label("phrase-only", phrase=phrase) if phrase else words.get(page.condition.text)),
        words.figure(page.actual),
        words.amount(entry.missed_by),
        _verdict(entry, words),
        words.day(page.first_achieved if page.says_first else None),
    )


def _verdict(entry: LedgerEntry, words: Words) -> Cell:
    note = words.label("confidence") if entry.provisional else ""
    status = _STATUS.get(entry.outcome, entry.outcome.value)
    return Cell(words.label(f"outcome-{entry.outcome.value}"), status=status, note=note)

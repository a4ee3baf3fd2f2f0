"""The chapters on targets: the tables, what moved, and a page for each."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from tracker.domain.period import Period, label
from tracker.domain.target import Basis
from tracker.i18n import text
from tracker.report.blocks import Block, Cell, Fold, Paragraph, Picture, Section, Table, Terms
from tracker.report.compose.cells import Heading, Words, target_anchor
from tracker.report.document import (
    Figure,
    FigureChange,
    Forecast,
    ForecastCheck,
    LedgerEntry,
    Milestone,
    ReportDocument,
    Sentence,
    TargetPage,
)
from tracker.report.phrases import JOIN, legible, quoted
from tracker.report.sentences import chance

_TABLE: tuple[Heading, ...] = (
    "target", "goal", ("actual", "number"), ("progress", "number if-any"), ("elapsed", "spare number if-any"),
    ("expected", "spare number if-any"), ("gap", "number if-any"), "status",
)  # fmt: skip
_ASIDES = (
    "baseline-bound", "confirmed", "definition-differs", "derived", "path-fell-back", "path-reason",
    "reference-revised", "target-note",
)  # fmt: skip
"""Sentences on how the figures are to be read, beside those that say what they mean."""
_SILENCE = "forecast-"
"""How the codes of sentences begin that say why nothing is forecast, or from what."""
_CHECKS: tuple[Heading, ...] = (
    "made-on", ("forecast", "number"), ("interval", "spare number"), ("chance-of", "number"), "held-heading",
)  # fmt: skip
_CHANGES: tuple[Heading, ...] = ("indicator", "period", ("before", "number"), ("after", "number"), "cause")


def targets_chapter(document: ReportDocument, words: Words) -> Section:
    """The targets in tables, stated and interpreted apart."""
    tables: list[Block] = []
    for basis in Basis:
        pages = [page for page in document.targets if page.basis is basis]
        if pages:
            tables.append(words.table(f"{basis.value}-targets", _TABLE, (_row(page, words) for page in pages)))
    blocks = tables or [Paragraph(Cell(text("sentences.no-targets", words.lang)), aside=True)]
    return Section(words.label("targets"), "targets", tuple(blocks))


def _row(page: TargetPage, words: Words) -> tuple[Cell, ...]:
    return (
        Cell(words.get(page.name), note=standing_of(page, words), anchor=target_anchor(page.code)),
        words.plain(page.condition.text),
        words.figure(page.actual),
        words.amount(page.progress),
        words.amount(page.elapsed),
        words.amount(page.expected),
        words.amount(page.gap),
        words.status(page.status),
    )


def standing_of(page: TargetPage, words: Words) -> str:
    """How strongly and until when a target is set, and whether it came or changed during the year."""
    parts = [text(f"status.{page.commitment}", words.lang), words.due(page.due)]
    last = page.vintages[-1].published_on if page.vintages else page.announced
    if page.added:
        parts.append(words.label("added-on", day=page.announced))
    if last != page.announced:
        parts.append(words.label("changed-on", day=last))
    return " · ".join(parts)


def moves_chapter(document: ReportDocument, words: Words) -> Section:
    """Every status that moved since the previous report, with its cause, and every figure that was replaced."""
    blocks: list[Block] = []
    if document.previous is None:
        blocks.append(Paragraph(Cell(text("sentences.first-report", words.lang)), aside=True))
    elif document.moves:
        rows = (
            (
                Cell(words.get(move.name), anchor=target_anchor(move.target)),
                words.status(move.before),
                words.status(move.after),
                Cell(JOIN[words.lang].join(words.label(f"cause-{cause.value}") for cause in move.causes)),
                words.plain(move.sentence.text),
            )
            for move in document.moves
        )
        blocks.append(words.table("moves", ("target", "before", "after", "cause", ("remark", "spare")), rows))
    else:
        period = document.previous.period
        blocks.append(Paragraph(Cell(text("sentences.no-moves", words.lang, period=period))))
    if document.amendments:
        blocks.append(words.bullets(document.amendments))
    if document.changes:
        blocks.append(changes_table("changes", document.changes, words))
    return Section(words.label("moves"), "moves", tuple(blocks))


def changes_table(caption: str, changes: Iterable[FigureChange], words: Words) -> Table:
    """Figures that were replaced: what stood before, what stands now, and who changed it."""
    rows = (
        (
            words.plain(change.name),
            Cell(label(change.old.period, words.lang)),
            words.figure(change.old, with_period=False),
            words.figure(change.new, with_period=False),
            _cause(change, words),
        )
        for change in changes
    )
    return words.table(caption, _CHANGES, rows)


def _cause(change: FigureChange, words: Words) -> Cell:
    if change.new is None:
        return Cell(words.label("retracted"), note=legible(change.reason))
    return Cell(words.label("correction" if change.correction else "revision"), note=legible(change.reason))


def pages_chapter(document: ReportDocument, words: Words) -> list[Section]:
    """A page for each target, under one chapter heading."""
    if not document.targets:
        return []
    ledger = {entry.target: entry for entry in document.review.ledger} if document.review else {}
    tasks = {task.number: words.get(task.title) for task in document.tasks}
    pages = [_page(page, ledger.get(page.code), tasks, words) for page in document.targets]
    later = (replace(page, fresh=True) for page in pages[1:])
    return [Section(words.label("pages"), "pages", (), fresh=True), pages[0], *later]


def _page(page: TargetPage, entry: LedgerEntry | None, tasks: Mapping[int, str], words: Words) -> Section:
    caption = words.label("chart-caption" if page.chart.expected else "chart-plain", name=words.get(page.name))
    blocks: list[Block] = []
    blocks += _prose(page, entry, words)
    blocks.append(Picture(page.chart, caption))
    blocks.append(Terms(tuple(_terms(page, tasks, words))))
    blocks += _history(page, words)
    if entry is not None:
        blocks += _year(entry, words)
    if page.steps:
        blocks.append(
            Fold(text("show.steps", words.lang), tuple(words.plain(step.text) for step in page.steps), lines=True)
        )
    if page.notes:
        blocks.append(words.table("notes", ("date", "status", "note"), map(words.note, page.notes)))
    return Section(words.get(page.name), target_anchor(page.code), tuple(blocks), depth=2, status=page.status)


def _prose(page: TargetPage, entry: LedgerEntry | None, words: Words) -> Iterator[Block]:
    """What the figures say as a paragraph, and beneath it what to know about them."""
    asides = [one for one in page.sentences if _is_aside(one)]
    verdict = [] if entry is None else [entry.verdict]
    said = [words.get(one.text) for one in (*verdict, *page.sentences) if one not in asides]
    yield Paragraph(Cell(("" if words.lang == "zh" else " ").join(said)))
    if asides:
        yield words.bullets(asides)


def _is_aside(one: Sentence) -> bool:
    return one.code in _ASIDES or one.code.startswith(_SILENCE)


def _terms(page: TargetPage, tasks: Mapping[int, str], words: Words) -> list[tuple[str, Cell]]:
    """The facts of a target, those that are known."""
    commitment = text(f"status.{page.commitment}", words.lang)
    reference = page.reference if page.reference and not _same(page.reference, page.baseline) else None
    pairs = [
        ("goal", Cell(words.get(page.condition.text), note=commitment)),
        ("phrase", _phrase(page, words)),
        ("basis", Cell(text(f"status.{page.basis}", words.lang))),
        ("announced", words.day(page.announced)),
        ("due", words.day(page.due)),
        ("of-task", words.none if page.task is None else Cell(f"{page.task} {tasks.get(page.task, '')}".rstrip())),
        ("baseline", words.figure(page.baseline)),
        ("reference", words.figure(reference)),
        ("actual", words.figure(page.actual)),
        ("outlook", words.figure(page.outlook)),
        ("progress", words.amount(page.progress)),
        ("elapsed", words.amount(page.elapsed)),
        ("expected", words.amount(page.expected)),
        ("gap", words.amount(page.gap)),
        ("needed", _needed(page, words)),
        ("first-achieved", _first(page, words)),
        ("forecast", _forecast(page.forecast, words)),
    ]
    return [(words.label(code), cell) for code, cell in pairs if cell != words.none]


def _same(one: Figure, other: Figure | None) -> bool:
    return other is not None and (one.value, one.bound) == (other.value, other.bound)


def _phrase(page: TargetPage, words: Words) -> Cell:
    phrase = quoted(page.phrase)
    if not phrase:
        return words.none
    if page.paragraph is None:
        return Cell(words.label("phrase-only", phrase=phrase))
    return Cell(words.label("phrase-at", phrase=phrase, paragraph=page.paragraph))


def _needed(page: TargetPage, words: Words) -> Cell:
    """What is still needed: a month, or on average."""
    if page.needed is None:
        return words.none
    return Cell(words.label(f"needed-{page.kind}", needed=words.get(page.needed.text)), value=page.needed.value)


def _first(page: TargetPage, words: Words) -> Cell:
    if not page.says_first or page.known_since is None:
        return words.none
    return Cell(words.label("first-known", day=page.first_achieved, known=page.known_since))


def _forecast(forecast: Forecast | None, words: Words) -> Cell:
    if forecast is None:
        return words.none
    ends = {name: words.get(getattr(forecast, name).text) for name in ("value", "low", "high")}
    return Cell(words.label("forecast-text", **ends, chance=chance(forecast.probability)))


def _history(page: TargetPage, words: Words) -> list[Block]:
    """The vintages of a target that was ever changed."""
    if len(page.vintages) < 2:
        return []
    rows = (
        (
            words.day(vintage.published_on),
            Cell(words.label("withdrawn")) if vintage.withdrawn else words.plain(vintage.condition),
            words.day(vintage.due),
            words.plain(vintage.reason),
        )
        for vintage in page.vintages
    )
    return [words.table("target-vintages", ("announced", "goal", "due", "reason"), rows)]


def _year(entry: LedgerEntry, words: Words) -> list[Block]:
    """The path of the year, the revisions and how forecasts fared."""
    rows = (_stretch(list(same), words) for _, same in groupby(entry.year, _standing))
    headings: tuple[Heading, ...] = (
        "reported", ("as-of", "spare"), ("actual", "number"), ("progress", "number if-any"), "status",
    )  # fmt: skip
    blocks: list[Block] = [words.table("year-path", headings, rows)]
    if entry.revisions:
        blocks.append(changes_table("figure-revisions", entry.revisions, words))
    if entry.forecasts:
        checks = (_check(check, words) for check in entry.forecasts)
        blocks.append(words.table("forecast-checks", _CHECKS, checks))
    return blocks


def _check(check: ForecastCheck, words: Words) -> tuple[Cell, ...]:
    made = check.forecast
    low, high = words.get(made.low.text), words.get(made.high.text)
    return (
        words.day(check.made_on),
        words.amount(made.value),
        Cell(words.label("from-to", first=low, last=high)),
        Cell(words.get(chance(made.probability)), value=made.probability),
        Cell(words.label("held" if check.inside else "not-held")),
    )


def _standing(stone: Milestone) -> tuple[object, ...]:
    """What makes two months' reports say the same; the year's own line stands for itself."""
    return stone.actual, stone.progress, stone.status, stone.period.month_count


def _stretch(stones: list[Milestone], words: Words) -> tuple[Cell, ...]:
    """Reports that said the same, in one line."""
    first, last = stones[0], stones[-1]
    days = [words.day(one.as_of).text for one in (first, last)[: len(stones)]]
    return (
        Cell(label(Period(first.period.start, last.period.stop), words.lang)),
        Cell(words.label("from-to", first=days[0], last=days[-1]) if len(stones) > 1 else days[0]),
        words.figure(last.actual),
        words.amount(last.progress),
        words.status(last.status),
    )

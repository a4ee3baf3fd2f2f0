"""The chapters beside the targets: indicators watched, tasks, quality of the data, later news, sources."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from tracker.domain.bands import Status
from tracker.domain.period import label
from tracker.i18n import text
from tracker.report.blocks import Block, Cell, Fold, Gallery, Paragraph, Picture, Section
from tracker.report.compose.cells import Heading, Words
from tracker.report.document import (
    CommitmentRecord,
    Finding,
    MissingRelease,
    NamedFigure,
    OpenQuestion,
    ReportDocument,
    Source,
    TargetPage,
    TaskRecord,
    Unmeasured,
    Watched,
)
from tracker.report.phrases import SEMICOLON, counted, legible, listed, periods_text, quoted, sentence

_FIGURES: tuple[Heading, ...] = ("indicator", "period", ("value", "number"), "publisher", ("published", "spare"))
_SOURCES: tuple[Heading, ...] = (
    ("number", "number"), "indicator", "period", ("value", "number"), "publisher", "published",
    ("vintage", "spare if-any"), "source",
)  # fmt: skip


def watched_chapter(document: ReportDocument, words: Words) -> list[Section]:
    """Indicators without a target beside their baseline: table, remarks, and a small chart of each."""
    if not document.watched:
        return []
    headings: tuple[Heading, ...] = (
        "indicator", ("baseline", "number"), ("actual", "number"), ("previous", "spare number if-any"),
        ("change", "number"),
    )  # fmt: skip
    blocks: list[Block] = [
        Paragraph(Cell(text("sentences.watched-lead", words.lang)), aside=True),
        words.table("watched", headings, (_watched(row, words) for row in document.watched)),
    ]
    remarks = [remark for row in document.watched for remark in row.remarks]
    silent = [row.name for row in document.watched if row.actual is None]
    if silent:
        remarks.append(sentence("sentences.watched-none", names=listed(silent)))
    if remarks:
        blocks.append(words.bullets(remarks))
    notes = [(words.plain(row.name), *words.note(note)) for row in document.watched for note in row.notes]
    if notes:
        blocks.append(words.table("notes", ("indicator", "date", "status", "note"), notes))
    pictures = [Picture(row.chart, words.get(row.name), small=True) for row in document.watched if row.chart]
    if pictures:
        blocks.append(Gallery(tuple(pictures)))
    return [Section(words.label("watched"), "watched", tuple(blocks))]


def _watched(row: Watched, words: Words) -> tuple[Cell, ...]:
    change = words.amount(row.change)
    if row.ratio is not None:
        change = replace(change, note=words.get(row.ratio.text))
    return (
        words.plain(row.name),
        words.figure(row.baseline),
        words.figure(row.actual),
        words.figure(row.previous),
        change,
    )


def tasks_chapter(document: ReportDocument, words: Words) -> list[Section]:
    """The tasks with their commitments: the latest notes, then all commitments folded away by task."""
    if not document.tasks:
        return []
    noted = [one for task in document.tasks for one in task.commitments if one.notes]
    if noted:
        rows = ((Cell(f"{one.ref} {words.get(one.title)}"), *words.note(one.notes[0])) for one in noted)
        latest: Block = words.table("latest-note", ("commitment", "date", "status", "note"), rows)
    else:
        latest = Paragraph(Cell(text("sentences.no-notes", words.lang)), aside=True)
    targets = {page.code: page for page in document.targets}
    folds = (_fold(task, targets, words, none_noted=not noted) for task in document.tasks)
    return [Section(words.label("tasks"), "tasks", (latest, *folds))]


def _fold(task: TaskRecord, targets: Mapping[str, TargetPage], words: Words, *, none_noted: bool) -> Fold:
    """All commitments of a task, each with its status or the targets that measure it.

    `none_noted`: the chapter says already that no commitment has a note.
    """

    def line(one: CommitmentRecord) -> Cell:
        measured = (
            words.label("measured-by", name=quoted(words.get(targets[code].name)), status=Status(targets[code].status))
            for code in one.targets
            if code in targets
        )
        state = [words.label(one.status)] if one.status else []
        return Cell(f"{one.ref} {words.get(one.title)}", note=SEMICOLON[words.lang].join([*state, *measured]))

    noted = sum(1 for one in task.commitments if one.notes)
    count = len(task.commitments)
    code = "-bare" if count == 0 else "" if noted else "-alone" if none_noted else "-silent"
    summary = words.label(f"task-line{code}", number=task.number, title=words.get(task.title), count=count, noted=noted)
    return Fold(summary, tuple(line(one) for one in task.commitments))


def quality_chapter(document: ReportDocument, words: Words) -> Section:
    """What to know before relying on the figures."""
    quality = document.quality
    blocks: list[Block] = []
    if quality.missing:
        headings: tuple[Heading, ...] = ("indicator", ("number-of", "number"), "periods", ("latest", "spare"))
        blocks.append(words.table("missing", headings, _missing(quality.missing, words)))
    listed: tuple[tuple[str, tuple[NamedFigure, ...]], ...] = (
        ("provisional", quality.provisional),
        ("bounded", quality.bounded),
        ("others", quality.others),
    )
    blocks += [words.table(code, _FIGURES, map(_named(words), figures)) for code, figures in listed if figures]
    if quality.findings:
        found = (
            (words.plain(one.name), words.figure(one.figure), Cell(words.get(one.text), note=_sort(one, words)))
            for one in quality.findings
        )
        blocks.append(words.table("findings", ("indicator", ("value", "number"), "remark"), found))
    if quality.conflicts:
        differing = ((words.plain(one.name), words.plain(one.text)) for one in quality.conflicts)
        blocks.append(words.table("conflicts", ("indicator", "remark"), differing))
    if quality.follow_ups:
        asked = map(_asked(words), quality.follow_ups)
        blocks.append(words.table("follow-ups", ("indicator", ("value", "number"), "question", "asked"), asked))
    if not blocks:
        blocks.append(Paragraph(Cell(text("sentences.quality-clean", words.lang))))
    return Section(words.label("quality"), "quality", tuple(blocks))


def _missing(missing: Iterable[MissingRelease], words: Words) -> Iterator[tuple[Cell, ...]]:
    """One row an indicator: how many of its figures are missing, which, and since when."""
    for name, group in groupby(missing, key=lambda one: one.name):
        releases = list(group)
        periods = periods_text([one.period for one in releases], words.lang)
        count = Cell(str(len(releases)), value=Decimal(len(releases)))
        yield words.plain(name), count, Cell(periods), words.day(min(one.latest for one in releases))


def _asked(words: Words) -> Callable[[OpenQuestion], tuple[Cell, ...]]:
    def row(one: OpenQuestion) -> tuple[Cell, ...]:
        cell = words.figure(one.figure)
        if not one.in_force:
            cell = replace(cell, note=SEMICOLON[words.lang].join((cell.note, words.label("not-in-force"))))
        asked = replace(words.day(one.asked_on), note=legible(one.asked_by))
        return words.plain(one.name), cell, words.plain(one.question), asked

    return row


def _sort(found: Finding, words: Words) -> str:
    return words.label("finding-accepted" if found.accepted else "finding-notice")


def _named(words: Words) -> Callable[[NamedFigure], tuple[Cell, ...]]:
    def row(one: NamedFigure) -> tuple[Cell, ...]:
        return (
            words.plain(one.name),
            Cell(label(one.figure.period, words.lang)),
            words.figure(one.figure, with_period=False),
            words.plain(one.publisher),
            words.day(one.figure.published_on),
        )

    return row


def later_chapter(document: ReportDocument, words: Words) -> list[Section]:
    """Figures that refer to later than the period."""
    if not document.later:
        return []
    lead = Paragraph(Cell(text("sentences.later-lead", words.lang, period=document.period)), aside=True)
    table = words.table("later", _FIGURES, map(_named(words), document.later))
    return [Section(words.label("later"), "later", (lead, table))]


def unmeasured_chapter(document: ReportDocument, words: Words) -> list[Section]:
    """What the plan names and nobody measured in the year, and what to carry over."""
    review = document.review
    if review is None:
        return []
    blocks: list[Block] = []
    for code, things in (("unmeasured-indicators", review.indicators), ("unmeasured-commitments", review.commitments)):
        if things:
            lead = words.get(counted(f"sentences.{code}", len(things)).text)
            blocks.append(Fold(lead, tuple(_things(things, words))))
    if not blocks:
        blocks.append(Paragraph(Cell(text("sentences.all-measured", words.lang))))
    sections = [Section(words.label("unmeasured"), "unmeasured", tuple(blocks))]
    if review.carry_over:
        sections.append(Section(words.label("carry-over"), "carry-over", (words.bullets(review.carry_over),)))
    return sections


def _things(things: Iterable[Unmeasured], words: Words) -> Iterable[Cell]:
    return (Cell(f"{legible(thing.code)} {words.get(thing.name)}") for thing in things)


def sources_chapter(document: ReportDocument, words: Words) -> list[Section]:
    """Every figure used, with who published it when, and where it was taken from."""
    if not document.sources:
        return []
    lead = Paragraph(Cell(text("sentences.sources-lead", words.lang)), aside=True)
    anchors = (source_anchor(source.number) for source in document.sources)
    table = words.table("sources", _SOURCES, (_source(source, words) for source in document.sources), anchors)
    return [Section(words.label("sources"), "sources", (lead, table))]


def source_anchor(number: int) -> str:
    """The name of a source's row."""
    return f"source-{number}"


def _source(source: Source, words: Words) -> tuple[Cell, ...]:
    figure, day = source.figure, words.day(source.figure.published_on)
    cell = words.figure(figure, with_period=False)
    versions = words.label("vintage-of", vintage=source.vintage, vintages=source.vintages)
    return (
        Cell(str(source.number), value=Decimal(source.number)),
        words.plain(source.name),
        Cell(label(figure.period, words.lang)),
        replace(cell, refs=()),
        words.plain(source.publisher),
        day if source.dated else Cell(words.label("recorded-date", day=figure.published_on)),
        Cell(versions if source.vintages > 1 else words.none.text),
        Cell(legible(source.source) or words.none.text, note=legible(source.note)),
    )

"""Building a `ReportDocument`: a pure function from what is known to what the report says."""

from collections.abc import Iterator

from tracker.domain.bilingual import Bilingual
from tracker.domain.plan import Clause, Plan, Progress, Task
from tracker.report.amendments import amendments
from tracker.report.book import Book
from tracker.report.changes import figure_changes, moves
from tracker.report.document import (
    CommitmentRecord,
    CutOff,
    Move,
    Paper,
    PlanHead,
    ReportDocument,
    Sentence,
    TaskRecord,
)
from tracker.report.headlines import headlines, review_headlines, tallies
from tracker.report.ledger import edition, review
from tracker.report.material import Material
from tracker.report.pages import notes_on, target_page
from tracker.report.quality import later_news, quality
from tracker.report.watch import watched


def build(material: Material) -> ReportDocument:
    """The report or review on `material.now.period`."""
    now, before = material.now, material.before
    book = Book(material.plan, material.observations, now.as_of)
    pages = tuple(target_page(one, before.by_code if before else {}, material, book) for one in now.assessments)
    found_moves = tuple(moves(material, book))
    changes = tuple(figure_changes(material, book))
    amended = tuple(_amended(material, book, found_moves))
    rows = tuple(watched(material, book))
    tasks = tuple(_task(task, material) for task in material.plan.tasks)
    checked = quality(material, book)
    if material.paper is Paper.REVIEW:
        stage = edition(now.assessments)
        ledger = review(material, pages, rows, tasks, book)
        said = tuple(review_headlines(material, pages, ledger.ledger, amended, stage, checked.missing))
    else:
        stage, ledger = None, None
        said = tuple(headlines(material, pages, found_moves, amended, changes, checked.missing))
    return ReportDocument(
        paper=material.paper,
        edition=stage,
        plan=_head(material.plan),
        period=now.period,
        as_of=now.as_of,
        known_at=material.known_at,
        previous=None if before is None else CutOff(before.period, before.as_of),
        headlines=said,
        tally=tuple(tallies(pages)),
        targets=pages,
        moves=found_moves,
        amendments=amended,
        changes=changes,
        watched=rows,
        tasks=tasks,
        quality=checked,
        later=tuple(later_news(material, book)),
        sources=book.sources(),
        review=ledger,
    )


def _amended(material: Material, book: Book, found: tuple[Move, ...]) -> Iterator[Sentence]:
    """Targets that came, changed or went: since the report before, in a review since the plan."""
    if material.paper is Paper.REVIEW:
        yield from amendments(material, book, material.plan.published_on)
    elif material.before is not None:
        yield from amendments(material, book, material.before.as_of, [move.target for move in found])


def _head(plan: Plan) -> PlanHead:
    publisher = plan.publishers.get(plan.publisher)
    name = publisher.name if publisher else Bilingual(plan.publisher, plan.publisher)
    return PlanHead(plan.code, plan.name, plan.title, plan.year, name, plan.published_on, plan.zone)


def _task(task: Task, material: Material) -> TaskRecord:
    return TaskRecord(task.number, task.title, tuple(_commitment(clause, material) for clause in task.clauses))


def _commitment(clause: Clause, material: Material) -> CommitmentRecord:
    """A commitment with its notes; its status is that of the latest note that is more than a remark."""
    notes = notes_on({clause.ref}, material.notes)
    statuses = [note.status for note in notes if note.status is not Progress.NOTED]
    return CommitmentRecord(
        ref=clause.ref,
        title=clause.title,
        kind=clause.kind,
        status=statuses[0] if statuses else None,
        notes=notes,
        targets=clause.target_codes,
    )

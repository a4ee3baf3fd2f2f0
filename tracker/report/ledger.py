"""The year's review: what became of every target, what was never measured, what to carry over."""

from collections.abc import Iterable, Iterator

from tracker.domain.assessment import Assessment, Status
from tracker.domain.facts import gather
from tracker.domain.period import add_months
from tracker.domain.replay import outcome
from tracker.domain.target import Op
from tracker.report.book import Book
from tracker.report.changes import revisions
from tracker.report.document import (
    Edition,
    FigureChange,
    ForecastCheck,
    LedgerEntry,
    Milestone,
    Outcome,
    Review,
    Sentence,
    TargetPage,
    TaskRecord,
    Unmeasured,
    Watched,
)
from tracker.report.material import Material
from tracker.report.pages import forecast_record, goal_words, progress_amount
from tracker.report.phrases import both, sentence
from tracker.report.sentences import figure_data, gap_code, gap_data, status_words

_OUTCOMES = {
    Status.ACHIEVED: Outcome.ACHIEVED,
    Status.MISSED: Outcome.MISSED,
    Status.UNDETERMINED: Outcome.UNDETERMINED,
    Status.NOT_ASSESSABLE: Outcome.NOT_ASSESSABLE,
}
_TO_CARRY = {
    Outcome.OPEN: "carry-open",
    Outcome.MISSED: "carry-missed",
    Outcome.LOST: "carry-missed",
    Outcome.UNDETERMINED: "carry-undetermined",
}


def is_settled(assessment: Assessment) -> bool:
    """Whether the figure that decides on a target is in, or the target cannot be judged at all."""
    return assessment.final or assessment.status is Status.NOT_ASSESSABLE


def edition(assessments: Iterable[Assessment]) -> Edition:
    """A review is final once every target is settled."""
    return Edition.FINAL if all(map(is_settled, assessments)) else Edition.PRELIMINARY


def review(
    material: Material,
    pages: tuple[TargetPage, ...],
    watched: tuple[Watched, ...],
    tasks: tuple[TaskRecord, ...],
    book: Book,
) -> Review:
    """The ledger of the year."""
    entries = tuple(
        _entry(assessment, page, material, book)
        for assessment, page in zip(material.now.assessments, pages, strict=True)
    )
    names = {page.code: page.name for page in pages}
    carried = ((names[entry.target], _TO_CARRY.get(entry.outcome)) for entry in entries)
    return Review(
        ledger=entries,
        indicators=tuple(Unmeasured(row.code, row.name) for row in watched if row.actual is None),
        commitments=tuple(
            Unmeasured(one.ref, one.title)
            for task in tasks
            for one in task.commitments
            if not one.notes and not one.targets
        ),
        carry_over=tuple(sentence(f"sentences.{code}", name=name) for name, code in carried if code),
    )


def _entry(assessment: Assessment, page: TargetPage, material: Material, book: Book) -> LedgerEntry:
    outcome = _outcome(assessment)
    provisional = assessment.has("provisional")
    return LedgerEntry(
        target=page.code,
        outcome=outcome,
        provisional=provisional,
        verdict=_verdict(outcome, assessment, page, provisional=provisional),
        missed_by=page.gap if outcome in (Outcome.MISSED, Outcome.LOST) else None,
        year=tuple(_milestones(page.code, material, book)),
        revisions=tuple(_revisions(assessment, material, book)),
        forecasts=tuple(_forecasts(assessment, material)),
    )


def _outcome(assessment: Assessment) -> Outcome:
    if not is_settled(assessment):
        return Outcome.OPEN
    if assessment.status is Status.MISSED and assessment.has("achieved-then-lost"):
        return Outcome.LOST
    return _OUTCOMES[assessment.status]


def _verdict(outcome: Outcome, assessment: Assessment, page: TargetPage, *, provisional: bool) -> Sentence:
    data: dict[str, object] = {"goal": goal_words(assessment.target), "due": page.due, "first": page.first_achieved}
    data |= {"status": status_words(page.status), **figure_data(page)}
    if page.gap is not None and page.expected is not None:
        data["missed"] = both(f"sentences.missed-{missed_code(assessment, page)}", **gap_data(assessment, page))
    said = Sentence(f"review-{outcome}", both(f"sentences.review-{outcome}{_form(outcome, page)}", **data))
    if not provisional:
        return said
    return Sentence(said.code, both("sentences.review-provisional", verdict=said.text))


def _form(outcome: Outcome, page: TargetPage) -> str:
    """Which of the sentences on an outcome fits the page."""
    if outcome is Outcome.ACHIEVED and not page.says_first:
        return "-at-last"
    return "-so-far" if outcome is Outcome.OPEN and page.actual is not None else ""


def missed_code(assessment: Assessment, page: TargetPage) -> str:
    """On which side of its target a figure that missed it is."""
    base, side = gap_code(assessment, page).split("-")[:2]
    if base == "share":
        return f"share-{side}"
    falls = assessment.target.condition.op in (Op.LESS_THAN, Op.AT_MOST)
    return "above" if side == "above" and falls and base == "path" else "equal" if side == "equal" else "below"


def _milestones(code: str, material: Material, book: Book) -> Iterator[Milestone]:
    """Where the target stood in every month's report of the year, and where it stands now if that is later."""
    last = material.months[-1].as_of if material.months else None
    for view in (*material.months, *([material.now] if last is None or last < material.now.as_of else ())):
        for one in view.assessments:
            if one.target.code == code:
                figure = book.figure(one.actual, one.target.indicator.unit)
                yield Milestone(view.period, view.as_of, one.status.value, figure, progress_amount(one))


def _forecasts(assessment: Assessment, material: Material) -> Iterator[ForecastCheck]:
    """What each month's report of the year forecast, against the figure at the due date; nothing before that is in."""
    rows = material.now.history_of(assessment.target)
    came = outcome(gather(assessment.target, rows, material.now.as_of))
    if came is None:
        return
    for view in material.months:
        for one in view.assessments:
            made, record = one.forecast, forecast_record(one)
            if one.target.code == assessment.target.code and made is not None and record is not None:
                yield ForecastCheck(view.as_of, record, made.low <= came.value <= made.high)


def _revisions(assessment: Assessment, material: Material, book: Book) -> Iterator[FigureChange]:
    """The figures of the target's span that were ever replaced."""
    target, since = assessment.target, add_months(assessment.target.start, -12)
    rows = material.now.in_force.get((target.indicator.code, target.area), ())
    yield from revisions((row for row in rows if row.period.stop >= since), book)

"""A target's page: its assessment as a record to print, with chart, sentences, vintages and notes."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from tracker.domain.assessment import Assessment
from tracker.domain.bilingual import Bilingual
from tracker.domain.explanation import explain
from tracker.domain.facts import gather
from tracker.domain.indicator import PERCENT, Unit
from tracker.domain.plan import Note, Plan
from tracker.domain.quantity import Bound
from tracker.domain.rounding import percent, truncated
from tracker.domain.step import Step
from tracker.domain.target import Target
from tracker.i18n.conditions import goal_text
from tracker.i18n.explaining import step_words
from tracker.report.amounts import MIRROR, bounded, points_unit, worked_out
from tracker.report.book import Book
from tracker.report.document import Amount, Condition, Forecast, NoteRecord, Paper, Sentence, TargetPage, TargetVintage
from tracker.report.material import Material
from tracker.report.phrases import amount
from tracker.report.plots import target_chart
from tracker.report.sentences import explanation, told_by_verdict


def target_page(assessment: Assessment, before: Mapping[str, Assessment], material: Material, book: Book) -> TargetPage:
    """All there is to say about a target. `before` are the previous report's assessments by target."""
    target = assessment.target
    indicator, unit = target.indicator, target.indicator.unit
    name, goal = target_name(target, book), goal_words(target)
    facts = gather(target, material.now.history_of(target), material.now.as_of, material.now.on)
    gap, needed = assessment.gap, assessment.needed
    ahead = forecast_record(assessment)
    announced = min(vintage.published_on for vintage in (target, *vintages_of(target.code, material)))
    page = TargetPage(
        code=target.code,
        name=name,
        indicator=indicator.code,
        indicator_name=indicator.name,
        kind=indicator.kind,
        unit=Bilingual(unit.zh, unit.en),
        area=target.area,
        basis=target.basis,
        commitment=target.commitment,
        task=target.task,
        paragraph=target.evidence.paragraph if target.evidence else None,
        phrase=target.evidence.phrase if target.evidence else "",
        condition=_condition(target, goal),
        due=target.due,
        announced=announced,
        added=announced > material.plan.published_on,
        status=assessment.status.value,
        before=before[target.code].status.value if target.code in before else None,
        final=assessment.final,
        provisional=assessment.has("provisional"),
        baseline=book.figure(assessment.baseline, unit),
        reference=book.figure(assessment.reference, unit),
        actual=book.figure(assessment.actual, unit),
        outlook=book.figure(assessment.outlook, unit),
        progress=progress_amount(assessment),
        elapsed=_share(assessment.elapsed),
        expected=None if assessment.expected is None else worked_out(assessment.expected, unit),
        gap=None if gap is None else _gap(gap, assessment, unit),
        needed=None if needed is None else worked_out(needed, unit, enough=True),
        first_achieved=assessment.first_achieved,
        known_since=assessment.known_since,
        assessed_at=assessment.assessed_at,
        forecast=ahead,
        reasons=tuple(dict.fromkeys(reason.code for reason in assessment.reasons)),
        sentences=(),
        steps=worked_steps(target, material),
        vintages=tuple(map(_vintage, vintages_of(target.code, material))),
        notes=notes_on({target.code, indicator.code}, material.notes),
        chart=target_chart(facts, name, goal, book, ahead),
    )
    told = told_by_verdict(assessment) if material.paper is Paper.REVIEW else ()
    return replace(page, sentences=tuple(explanation(assessment, page, material.plan, told)))


def worked_steps(target: Target, material: Material) -> tuple[Sentence, ...]:
    """How the assessment was worked out, step by step, as `show --explain` prints it."""
    now = material.now
    rows = [row for code in target.spoken_for_by for row in now.history.get((code, target.area), ())]
    steps = explain(target, rows, now.as_of, now.on)
    return tuple(Sentence(step.code, step_words(_named(step, material.plan))) for step in steps)


def _named(step: Step, plan: Plan) -> Step:
    """A step that names its publisher and no code."""
    publisher = plan.publishers.get(str(step.data.get("publisher", "")))
    return step if publisher is None else replace(step, data={**step.data, "publisher": publisher.name})


def target_name(target: Target, book: Book) -> Bilingual:
    """The target's own name, else its indicator's, with the area outside the nation."""
    return target.name or book.name(target.indicator.code, target.area)


def goal_words(target: Target) -> Bilingual:
    """The condition in both languages, without its date."""
    return Bilingual(goal_text(target, "zh"), goal_text(target, "en"))


def vintages_of(code: str, material: Material) -> list[Target]:
    """The vintages of a target announced by the report's day, the oldest first."""
    found = [
        vintage for vintage in material.vintages if vintage.code == code and vintage.published_on <= material.now.as_of
    ]
    return sorted(found, key=lambda vintage: (vintage.published_on, vintage.recorded_at))


def notes_on(subjects: set[str], notes: tuple[Note, ...]) -> tuple[NoteRecord, ...]:
    """The notes on any of the subjects, the newest first."""
    found = sorted(
        (note for note in notes if note.subject in subjects), key=lambda note: (note.noted_on, note.id), reverse=True
    )
    return tuple(NoteRecord(note.noted_on, note.status, note.text, note.evidence) for note in found)


def progress_amount(assessment: Assessment) -> Amount | None:
    """The progress, cut to four digits, with the bound of the figure it is computed from."""
    if assessment.progress is None or assessment.actual is None:
        return None
    bound = assessment.actual.quantity.bound
    base = assessment.baseline.quantity.value if assessment.baseline else Decimal(0)
    goal = assessment.target.condition.value or Decimal(0)
    if goal < base:
        bound = MIRROR.get(bound, bound)
    return _share(assessment.progress, bound)


def forecast_record(assessment: Assessment) -> Forecast | None:
    """Where the figure is heading, in words: value and interval never more precise than the forecast."""
    made, unit = assessment.forecast, assessment.target.indicator.unit
    if made is None:
        return None
    value, low, high = (worked_out(number, unit, rough=True) for number in (made.value, made.low, made.high))
    return Forecast(value, low, high, made.probability)


def _gap(gap: Decimal, assessment: Assessment, unit: Unit) -> Amount:
    """The gap with its sign, and with the bound of the figure it is computed from."""
    found = worked_out(gap, points_unit(unit), signed=True)
    return bounded(found, assessment.actual.quantity.bound if assessment.actual else Bound.EXACTLY)


def _share(share: Decimal | None, bound: Bound = Bound.EXACTLY) -> Amount | None:
    if share is None:
        return None
    shown = Decimal(percent(share))
    words = amount(shown, PERCENT, bound if shown >= 0 else Bound.EXACTLY)
    return Amount(Decimal(truncated(share)), words.text)


def _condition(target: Target, words: Bilingual) -> Condition:
    condition = target.condition
    return Condition(condition.op, condition.value, condition.upper, condition.tolerance, words)


def _vintage(target: Target) -> TargetVintage:
    return TargetVintage(target.published_on, goal_words(target), target.due, target.reason, target.withdrawn)

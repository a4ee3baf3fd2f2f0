"""One indicator on a day: its figures with their vintages, its targets, and how each was assessed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tracker.domain.areas import AreaSum, area_sums
from tracker.domain.assessment import Assessment, assess
from tracker.domain.explanation import explain
from tracker.domain.facts import gather
from tracker.domain.indicator import Indicator
from tracker.domain.names import find_indicator
from tracker.domain.next_value import NextValue, next_value
from tracker.domain.observation import NATION, Observation, as_of_view, standing
from tracker.domain.plan import Note, Plan
from tracker.domain.step import Step
from tracker.services.status import PlanReader, Watched, targets_in_force, watch


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in force, and how many vintages of its period had been published by then."""

    row: Observation
    vintages: int


@dataclass(frozen=True, slots=True)
class IndicatorState:
    """An indicator on a day. `figures` are in order of period; `explanations` belong to `assessments`, one each, and
    so do `next_values`: the lowest next figure that keeps the status.

    `sums` hold the figures of all parts of the area against its own, where every part has one.
    """

    plan: Plan
    indicator: Indicator
    area: str
    as_of: date
    watched: Watched
    figures: tuple[Figure, ...]
    assessments: tuple[Assessment, ...]
    explanations: tuple[tuple[Step, ...], ...]
    next_values: tuple[NextValue | None, ...]
    sums: tuple[AreaSum, ...]
    notes: tuple[Note, ...]


def indicator_state(
    reader: PlanReader,
    plan_code: str,
    given: str,
    as_of: date,
    known_at: datetime | None = None,
    area: str = NATION,
) -> IndicatorState:
    """The state of one indicator; raises UnknownCode."""
    plan = reader.plan(plan_code, known_at)
    indicator = find_indicator(plan, given)
    known = reader.observations(filter(None, (indicator.code, indicator.growth_of)), known_at=known_at)
    everywhere = [row for row in known if row.indicator == indicator.code]
    rows = [row for row in everywhere if row.area == area]
    targets = [
        target
        for target in targets_in_force(reader.target_vintages(plan_code, known_at), as_of)
        if target.indicator.code == indicator.code and target.area == area
    ]
    assessments = tuple(assess(target, known, as_of, with_forecast=True) for target in targets)
    subjects = {indicator.code, *(target.code for target in targets)}
    return IndicatorState(
        plan=plan,
        indicator=indicator,
        area=area,
        as_of=as_of,
        watched=next(found for found in watch(plan, rows, as_of, [area]) if found.indicator.code == indicator.code),
        figures=tuple(figures_in_force(rows, as_of)),
        assessments=assessments,
        explanations=tuple(explain(target, known, as_of) for target in targets),
        next_values=tuple(_next_value(assessment, known) for assessment in assessments),
        sums=tuple(found for found in area_sums(as_of_view(everywhere, as_of), indicator) if found.area == area),
        notes=tuple(
            note for note in reader.notes(plan_code, known_at) if note.subject in subjects and note.noted_on <= as_of
        ),
    )


def _next_value(assessment: Assessment, known: Sequence[Observation]) -> NextValue | None:
    """Nothing more can change a target that is finally judged."""
    if assessment.final:
        return None
    return next_value(gather(assessment.target, known, assessment.as_of), assessment.status)


def figures_in_force(rows: Sequence[Observation], as_of: date) -> list[Figure]:
    """The as-of view with the number of vintages behind each figure."""
    counts = Counter((row.series, row.period) for row in standing(rows, as_of))
    return [Figure(row, counts[row.series, row.period]) for row in as_of_view(rows, as_of)]

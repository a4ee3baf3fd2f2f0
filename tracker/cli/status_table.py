"""The table of `tracker status`: two lines a target, made to be read at 80 columns in Chinese and in English.

A status is always a mark and a word, with a colour where there are colours. Cells wrap between words; nothing is ever
cut off.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Decimal

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tracker.cli.app import App
from tracker.cli.cells import (
    NOTHING,
    compact,
    computed,
    short_unit,
    span_text,
    stacked,
    status_text,
    table_of,
    target_name,
)
from tracker.domain.actual import Actual
from tracker.domain.assessment import Assessment, Status
from tracker.domain.bilingual import Lang
from tracker.domain.indicator import Kind, Unit
from tracker.domain.observation import Baseline
from tracker.domain.quantity import EXACT, Bound, Quantity
from tracker.domain.rounding import percent, rounded
from tracker.domain.target import Basis, Target
from tracker.i18n import text
from tracker.i18n.conditions import goal_text
from tracker.services.status import PlanState, Watched, targets_in_force

Columns = Mapping[str, Callable[[Assessment, Lang], Text]]
NARROW = 60
"""Columns below which a table would be all folds: each target stands apart, a line a figure."""
ROOMY = 104
"""Columns from which every number has a column of its own, forecasts among them."""


def print_state(app: App, state: PlanState, *, with_indicators: bool) -> None:
    """Print the plan's name, its targets by basis, and the indicators where asked for."""
    console, lang = app.console(), app.lang
    title = text("status.title", lang, plan=state.plan.name, day=state.as_of)
    console.print(Text(title, style="bold"))
    console.print()
    if state.assessments:
        if app.width < NARROW:
            _print_apart(console, state.assessments, lang)
        else:
            console.print(_targets(state.assessments, lang, app.width))
    else:
        others = targets_in_force(state.vintages, state.as_of)
        console.print(text("status.none-such" if others else "status.no-targets", lang, day=state.as_of))
    if with_indicators:
        console.print()
        console.print(Text(text("status.indicators", lang), style="bold"))
        console.print(_indicators(state.watched, lang))


def _targets(assessments: Sequence[Assessment], lang: Lang, width: int) -> Table:
    """One table, so that the columns of stated and interpreted targets stand under each other; forecasts if there are
    any.
    """
    cells = _columns(any(assessment.forecast for assessment in assessments), width)
    columns = [(name, "left" if name in ("target", "status") else "right") for name in cells]
    table = table_of(lang, *columns)
    for basis in Basis:
        found = [assessment for assessment in assessments if assessment.target.basis is basis]
        if found:
            table.add_row(Text(text(f"status.{basis.value}-targets", lang), style="italic"))
        for assessment in found:
            table.add_row(*(cell(assessment, lang) for cell in cells.values()))
        table.add_section()
    return table


def _print_apart(console: Console, assessments: Iterable[Assessment], lang: Lang) -> None:
    """The cells of each target below each other, with their headings."""
    cells = _columns(any(assessment.forecast for assessment in assessments), ROOMY)
    for assessment in sorted(assessments, key=lambda assessment: list(Basis).index(assessment.target.basis)):
        console.print(Text(text(f"status.{assessment.target.basis.value}-targets", lang), style="italic"))
        for name, cell in cells.items():
            lines = cell(assessment, lang).split("\n")
            if name == "target":
                console.print(Text("\n  ").join(lines))
                continue
            heading = text(f"status.column-{name}", lang)
            console.print(Text.assemble((f"  {heading}  ", "dim"), Text("  ").join(lines)))
        console.print()


def _columns(ahead: bool, width: int) -> Columns:  # noqa: FBT001 - named where used
    """The columns by their heading; where a forecast leaves too little room, progress goes below the actual."""
    if ahead and width < ROOMY:
        return {
            "target": _name,
            "actual-progress": _actual_progress,
            "expected": _expected_time,
            "forecast": _forecast,
            "status": _status,
        }
    first: Columns = {"target": _name, "actual": _actual, "progress": _progress, "expected": _expected}
    return {**first, **({"forecast": _forecast} if ahead else {}), "status": _status}


def _name(assessment: Assessment, lang: Lang) -> Text:
    return stacked(target_name(assessment.target, lang), _condition(assessment.target, lang))


def _actual_progress(assessment: Assessment, lang: Lang) -> Text:
    progress = assessment.progress
    return stacked(_actual(assessment, lang), "" if progress is None else f"{percent(progress)}%")


def _expected_time(assessment: Assessment, lang: Lang) -> Text:
    time = "" if assessment.elapsed is None else text("status.elapsed", lang, percent=percent(assessment.elapsed))
    return stacked(_expected(assessment, lang), time)


def _condition(target: Target, lang: Lang) -> str:
    """The condition as short as it can be said: > 80,000 by the end of 2023."""
    goal = goal_text(target, lang) if lang == "zh" or target.condition.value is None else _signed(target)
    due = target.due
    ends_year = (due.month, due.day) == (12, 31)
    key = "status.condition-year-end" if ends_year else "status.condition"
    return text(key, lang, goal=goal, due=due.isoformat(), year=str(due.year))


def _signed(target: Target) -> str:
    condition, unit = target.condition, short_unit(target.indicator.unit, "en")
    if condition.upper is not None:
        return goal_text(target, "en")
    assert condition.value is not None  # noqa: S101 - asked for by the caller
    return compact(Quantity(condition.value, Bound(condition.op.value)), unit, "en")


def _actual(assessment: Assessment, lang: Lang) -> Text:
    if assessment.actual is None:
        return Text(NOTHING)
    unit = assessment.target.indicator.unit
    return stacked(compact(assessment.actual.quantity, unit, lang), span_text(assessment.actual.period, lang))


def _progress(assessment: Assessment, lang: Lang) -> Text:
    progress = NOTHING if assessment.progress is None else f"{percent(assessment.progress)}%"
    if assessment.elapsed is None:
        return Text(progress)
    return stacked(progress, text("status.elapsed", lang, percent=percent(assessment.elapsed)))


def _expected(assessment: Assessment, lang: Lang) -> Text:
    if assessment.expected is None:
        return Text(NOTHING)
    unit = assessment.target.indicator.unit
    expected = computed(assessment.expected, unit, lang)
    return stacked(expected, "" if assessment.gap is None else gap_text(assessment, lang))


def _forecast(assessment: Assessment, lang: Lang) -> Text:
    """The value expected at the due date and the chance to succeed, in whole percent and never certain."""
    if assessment.forecast is None:
        return Text(NOTHING)
    value = computed(_short_figure(assessment.forecast.value), assessment.target.indicator.unit, lang)
    chance = min(max(assessment.forecast.probability, Decimal("0.01")), Decimal("0.99"))
    return stacked(value, text("status.chance", lang, percent=f"{chance * 100:.0f}"))


def _short_figure(value: Decimal) -> Decimal:
    """Four digits of a forecast are more than enough to look at, and two decimals."""
    digits = max(value.adjusted() - 3, -2)
    short = value.quantize(Decimal(1).scaleb(digits), ROUND_HALF_EVEN, EXACT)
    return short.quantize(Decimal(1).scaleb(min(digits, 0)), context=EXACT)


def gap_text(assessment: Assessment, lang: Lang) -> str:
    """The gap with its sign and unit: percentage points for growth and share."""
    gap, kind = assessment.gap or Decimal(0), assessment.target.indicator.kind
    sign = "+" if gap > 0 else ""
    if kind in (Kind.GROWTH, Kind.SHARE):
        return text("status.points", lang, value=f"{sign}{rounded(gap)}")
    return sign + computed(gap, assessment.target.indicator.unit, lang)


def _status(assessment: Assessment, lang: Lang) -> Text:
    cell = status_text(assessment.status, lang)
    if assessment.status is Status.ACHIEVED and assessment.first_achieved is not None:
        return stacked(cell, text("status.since", lang, day=assessment.first_achieved.isoformat()))
    for code in ("provisional", "overdue", "stale", "awaiting-final", "confirmed", "achieved-then-lost"):
        if assessment.has(code):
            return stacked(cell, text(f"status.remark-{code}", lang))
    return cell


def _indicators(watched: Iterable[Watched], lang: Lang) -> Table:
    table = table_of(lang, ("indicator", "left"), ("baseline", "right"), ("actual", "right"), ("published", "left"))
    for row in watched:
        table.add_row(
            stacked(row.indicator.name.get(lang), row.indicator.code),
            _figure(row.baseline, row.indicator.unit, lang),
            _figure(row.actual, row.indicator.unit, lang),
            Text(NOTHING) if row.actual is None else stacked(row.actual.published_on.isoformat(), row.actual.publisher),
        )
    return table


def _figure(figure: Baseline | Actual | None, unit: Unit, lang: Lang) -> Text:
    if figure is None:
        return Text(NOTHING)
    flag = f" [{figure.flag}]" if figure.flag else ""
    return stacked(compact(figure.quantity, unit, lang) + flag, span_text(figure.period, lang))

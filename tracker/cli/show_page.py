"""The page of `tracker show`: definition, targets with their reasons, and the figures with a bar each as a plot."""

from collections.abc import Iterable

from rich.bar import Bar
from rich.table import Table
from rich.text import Text

from tracker.cli.app import App
from tracker.cli.cells import NOTHING, compact, status_text, table_of, target_name
from tracker.domain.areas import AreaSum
from tracker.domain.bilingual import Lang
from tracker.domain.indicator import Amount, Indicator, Kind
from tracker.domain.period import label
from tracker.domain.plan import Plan
from tracker.domain.wording import quantity_text
from tracker.i18n import text
from tracker.i18n.conditions import condition_text
from tracker.i18n.explaining import step_text
from tracker.i18n.wrap import wrap
from tracker.services.show import Figure, IndicatorState

BAR_WIDTH = 16
LAST_SUMS = 3


def print_indicator(app: App, state: IndicatorState, *, with_steps: bool) -> None:
    """Print the page; the steps of each assessment where asked for."""
    console, lang, indicator = app.console(), app.lang, state.indicator
    console.print(Text(f"{indicator.name.get(lang)}  {indicator.code}", style="bold"))
    for line in head_lines(state, lang):
        console.print(_indented(line, 0, app.width))
    for assessment, steps in zip(state.assessments, state.explanations, strict=True):
        target = assessment.target
        console.print()
        name, goal = target_name(target, lang), condition_text(target, lang)
        heading = Text.assemble((f"{target.code}  ", "bold"), goal if name in goal else f"{name}: {goal}")
        status = status_text(assessment.status, lang)
        fits = heading.cell_len + 2 + status.cell_len <= app.width
        console.print(heading.append("  " if fits else "\n  ").append_text(status))
        for reason in assessment.reasons:
            console.print(_indented(text(f"reasons.{reason.code}", lang, **reason.data), 2, app.width))
        if with_steps:
            console.print(Text.assemble("  ", (text("show.steps", lang), "underline")))
            for step in steps:
                console.print(_indented(step_text(step, lang), 4, app.width, hanging=2))
    console.print()
    if state.figures:
        console.print(_figures(state, lang))
    else:
        console.print(text("show.no-figures", lang, day=state.as_of))
    for found in state.sums[-LAST_SUMS:]:
        console.print(Text(sum_text(found, indicator, lang)))
    for note in state.notes:
        console.print(Text(text("show.note", lang, day=note.noted_on, text=note.text)))


def _indented(words: str, indent: int, width: int, *, hanging: int = 0) -> Text:
    """A paragraph broken where Chinese may be broken, too, its lines after the first `hanging` columns further in."""
    first, *rest = wrap(words, width - indent - hanging) or [""]
    return Text("\n".join([" " * indent + first, *(" " * (indent + hanging) + line for line in rest)]))


def sum_text(found: AreaSum, indicator: Indicator, lang: Lang) -> str:
    """Whether the areas add up to the whole, in a sentence."""
    data = {"count": found.count, "period": found.period, "whole": Amount(found.whole, indicator.unit)}
    if found.total is None or found.difference is None:
        return text("show.areas-open", lang, **data)
    data["total"] = Amount(found.total, indicator.unit)
    if found.agrees:
        return text("show.areas-agree", lang, **data)
    return text("show.areas-differ", lang, difference=found.difference, **data)


def head_lines(state: IndicatorState, lang: Lang) -> Iterable[str]:
    """What is measured, by whom it is published and when, and the baseline."""
    indicator = state.indicator
    kind = text(f"status.{indicator.kind.value}", lang)
    good = text(f"show.{indicator.direction.value}", lang)
    yield text("show.kind", lang, kind=kind, unit=indicator.unit.get(lang), direction=good, day=state.as_of)
    if indicator.definition:
        yield indicator.definition.get(lang)
    names = [publisher_name(state.plan, code, lang) for code in indicator.publishers]
    yield text("show.publishers", lang, names=names)
    yield release_text(indicator, lang)
    baseline = state.watched.baseline
    if baseline is not None:
        value = quantity_text(baseline.quantity, indicator.unit, lang)
        flag = f" [{baseline.flag}]" if baseline.flag else ""
        yield text("show.baseline", lang, value=value + flag, period=baseline.period)


def publisher_name(plan: Plan, code: str, lang: Lang) -> str:
    """A publisher's name, else its code."""
    known = plan.publishers.get(code)
    return known.name.get(lang) if known else code


def release_text(indicator: Indicator, lang: Lang) -> str:
    """The release calendar in a sentence."""
    calendar = indicator.calendar
    if not calendar.is_regular:
        return text("show.irregular", lang)
    frequency = text(f"show.every-{calendar.frequency.value}", lang)
    return text("show.release", lang, frequency=frequency, usual=calendar.usual_lag, latest=calendar.latest_lag)


def _figures(state: IndicatorState, lang: Lang) -> Table:
    """The figures in force; the bars share one scale, those of a flow one for months and one for longer spans."""
    columns = (("period", "left"), ("value", "right"), ("plot", "left"), ("published", "left"))
    table = table_of(lang, *columns)
    for figure in state.figures:
        row = figure.row
        flag = f" [{row.flag}]" if row.flag else ""
        published = row.published_on.isoformat() if row.dated else NOTHING
        again = text("show.vintages", lang, count=figure.vintages) if figure.vintages > 1 else ""
        table.add_row(
            label(row.period, lang),
            compact(row.quantity, state.indicator.unit, lang) + flag,
            _bar(figure, state.figures, state.indicator.kind),
            f"{published} {row.publisher}{again}",
        )
    return table


def _bar(figure: Figure, figures: Iterable[Figure], kind: Kind) -> Bar:
    """A bar from zero to the value, on the scale of the figures it may be compared with."""

    def is_like(other: Figure) -> bool:
        one, two = figure.row.period, other.row.period
        return kind is not Kind.FLOW or (one.month_count == 1) == (two.month_count == 1)

    values = [float(other.row.quantity.value) for other in figures if is_like(other)]
    low, high = min(0.0, *values), max(0.0, *values)  # one value at least: the figure itself
    value = float(figure.row.quantity.value)
    size = (high - low) or 1.0
    begin, end = sorted((0.0 - low, value - low))
    return Bar(size, begin, end, width=BAR_WIDTH)

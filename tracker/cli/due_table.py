"""The tables of `tracker due`, made to be read at 80 columns in Chinese and in English."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from rich.table import Table
from rich.text import Text

from tracker.cli.app import App
from tracker.cli.cells import NOTHING, compact, span_text, table_of
from tracker.cli.follow_up import follow_up_lines
from tracker.domain.bilingual import Lang
from tracker.domain.due import DueCount, DueFigure, DueState
from tracker.domain.indicator import Indicator
from tracker.domain.observation import NATION
from tracker.domain.period import Period
from tracker.domain.rounding import percent
from tracker.i18n import text
from tracker.i18n.wrap import wrap
from tracker.services.due import DueList
from tracker.services.status import Watched

MARKS = {
    DueState.ENTERED: ("✓", "green"),
    DueState.PROVISIONAL: ("~", "green"),
    DueState.EXPECTED: ("…", "cyan"),
    DueState.DUE: ("●", "yellow"),
    DueState.OVERDUE: ("✗", "red"),
    DueState.NOT_PUBLISHED: (NOTHING, ""),
}


def print_due(app: App, due: DueList) -> None:
    """One month with all its figures; of several the counts of each, and what is not entered yet."""
    console, lang = app.console(), app.lang
    console.print(Text(text("due.title", lang, plan=due.plan.name, period=due.span, day=due.as_of), style="bold"))
    console.print()
    shown = due.figures
    if len(due.months) > 1:
        console.print(_months(due, lang))
        console.print()
        console.print(Text(text("due.missing", lang), style="bold"))
        shown = [figure for figure in shown if figure.is_open]
    if shown:
        console.print(_figures(shown, due.as_of, lang, with_values=len(due.months) == 1))
    else:
        console.print(text("due.none" if due.count.expected else "due.nothing", lang, period=due.span))
    console.print()
    if due.occasional and len(due.months) == 1:
        console.print(Text(text("due.no-calendar", lang), style="bold"))
        console.print(_occasional(due.occasional, lang))
        console.print()
    if due.follow_ups:
        console.print(Text(text("follow_up.title", lang), style="bold"))
        for one in due.follow_ups:
            for line in follow_up_lines(app, due.plan, one):
                app.out(line)
        app.out(text("follow_up.hint", lang))
        console.print()
    for line in closing_lines(due, lang):
        for part in wrap(line, app.width):
            app.out(part)


def closing_lines(due: DueList, lang: Lang) -> Iterable[str]:
    """How complete the months are, and what is overdue."""
    count = due.count
    if count.expected:
        key = "due.count" if count.settled else "due.count-none-settled"
        yield text(key, lang, entered=count.entered, expected=count.expected, **_shares(count))
    if count.overdue:
        yield text("due.overdue-count", lang, count=count.overdue)
    if due.earlier:
        stops = [figure.period.stop for figure in due.earlier]
        first = min(stops).replace(day=1)
        months, span = span_text(Period(first, max(stops)), lang), Period(first, due.span.stop)
        yield text("due.earlier", lang, count=len(due.earlier), months=months, span=str(span))


def _shares(count: DueCount) -> dict[str, str]:
    return {
        "complete": _percent(count.completeness),
        "publishing": _percent(count.publishing),
        "entering": _percent(count.entering),
    }


def _percent(share: Decimal | None) -> str:
    return NOTHING if share is None else f"{percent(share)}%"


def _months(due: DueList, lang: Lang) -> Table:
    columns = ("expected", "entered", "overdue", "complete", "on-time", "entered-on-time")
    table = table_of(lang, ("month", "left"), *((name, "right") for name in columns), area="due")
    for month in due.months:
        count = month.count
        numbers = (str(number) for number in (count.expected, count.entered, count.overdue))
        table.add_row(span_text(month.period, lang), *numbers, *_shares(count).values())
    return table


def _figures(figures: Iterable[DueFigure], as_of: date, lang: Lang, *, with_values: bool) -> Table:
    """A row a figure; the name of an indicator stands once, beside the first of its figures."""
    values = (("value", "right"),) if with_values else ()
    columns = (("indicator", "left"), ("period", "left"), *values, ("state", "left"), ("day", "left"))
    table = table_of(lang, *columns, area="due")
    named: tuple[str, str] | None = None
    for figure in figures:
        place = (figure.indicator.code, figure.area)
        name = _name(figure.indicator, figure.area, lang) if place != named else Text()
        mark, colour = MARKS[figure.state]
        state = Text(f"{mark} {state_words(figure, as_of, lang)}", style=colour)
        value = [_value(figure, lang)] if with_values else []
        table.add_row(name, span_text(figure.period, lang), *value, state, _day(figure, lang))
        named = place
    return table


def _name(indicator: Indicator, area: str, lang: Lang) -> Text:
    name = indicator.name.get(lang)
    return Text(name if area == NATION else f"{name} ({area})")


def _value(figure: DueFigure, lang: Lang) -> str:
    row = figure.figure
    return NOTHING if row is None else compact(row.quantity, figure.indicator.unit, lang)


def state_words(figure: DueFigure, as_of: date, lang: Lang) -> str:
    """How far a figure has come, in words."""
    left, release = figure.days_left(as_of), figure.release
    if not figure.is_open or left is None or release is None:
        return text(f"due.{figure.state.value}", lang)
    days = (release.usual - as_of).days if figure.state is DueState.EXPECTED else abs(left)
    if days == 0:
        return text("due.due-today", lang)
    return text(f"due.{figure.state.value}{'-one' if days == 1 else ''}", lang, count=days)


def _day(figure: DueFigure, lang: Lang) -> str:
    """The day it was published, the latest it may be, or what it comes with."""
    if figure.figure is not None:
        return figure.figure.published_on.isoformat()
    if figure.comes_with is not None:
        return text("due.comes-with", lang, period=span_text(figure.comes_with, lang))
    return NOTHING if figure.release is None else text("due.by", lang, latest=figure.release.latest.isoformat())


def _occasional(found: Iterable[Watched], lang: Lang) -> Table:
    table = table_of(lang, ("indicator", "left"), ("latest", "right"), ("period", "left"), area="due")
    for one in found:
        actual = one.actual
        latest = NOTHING if actual is None else compact(actual.quantity, one.indicator.unit, lang)
        period = NOTHING if actual is None else span_text(actual.period, lang)
        table.add_row(_name(one.indicator, one.area, lang), latest, period)
    return table

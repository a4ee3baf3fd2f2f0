"""The pages of `tracker plan list` and `tracker plan show`, made to be read at 80 columns."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from tracker.cli.app import App
from tracker.cli.show_page import publisher_name
from tracker.domain.bilingual import Lang
from tracker.domain.indicator import Indicator
from tracker.domain.plan import Plan
from tracker.i18n import text
from tracker.i18n.conditions import condition_text

if TYPE_CHECKING:
    from tracker.store.records import PlanHead

CODE_WIDTH = 26
"""Room for a code without a break."""


def print_heads(app: App, heads: Iterable["PlanHead"]) -> None:
    """One plan a row."""
    table = _table(app, "plan", "year", "published", "versions")
    for head in heads:
        name = Text.assemble(head.name.get(app.lang), "\n", (head.code, "dim"))
        table.add_row(name, str(head.year), head.published_on.isoformat(), str(head.versions))
    if table.rows:
        app.console().print(table)
    else:
        app.note(text("plans.none", app.lang))


def print_plan(app: App, plan: Plan) -> None:
    """The plan's head, its targets in words, its indicators and its tasks."""
    console, lang = app.console(), app.lang
    console.print(Text(f"{plan.name.get(lang)}  {plan.code}", style="bold"))
    publisher = publisher_name(plan, plan.publisher, lang)
    if plan.title:
        console.print(Text(text("plans.title", lang, title=plan.title, publisher=publisher, day=plan.published_on)))
    console.print(Text(text("plans.settings", lang, zone=plan.zone, day=str(plan.cutoff_day))))
    console.print()
    for target in plan.targets:
        goal = condition_text(target, lang)
        console.print(Text.assemble((target.code, "bold"), "  ", target.indicator.name.get(lang), "  ", goal))
    console.print()
    table = _table(app, "indicator", "unit", "publishers", "release")
    for indicator in plan.indicators.values():
        table.add_row(
            Text.assemble(indicator.name.get(lang), "\n", (indicator.code, "dim")),
            indicator.unit.get(lang),
            ", ".join(indicator.publishers),
            _release(indicator, lang),
        )
    console.print(table)
    if plan.tasks:
        console.print()
        for task in plan.tasks:
            count = len(task.clauses)
            console.print(Text(text("plans.task", lang, number=str(task.number), title=task.title, count=str(count))))


def _release(indicator: Indicator, lang: Lang) -> str:
    """The release calendar in a few words."""
    calendar = indicator.calendar
    key = f"plans.release-{calendar.frequency.value}"
    return text(key, lang, usual=str(calendar.usual_lag), latest=str(calendar.latest_lag))


def _table(app: App, *columns: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), show_edge=False, header_style="bold")
    for column in columns:
        width = CODE_WIDTH if column == "indicator" else None
        table.add_column(text(f"plans.column-{column}", app.lang), overflow="fold", min_width=width)
    return table

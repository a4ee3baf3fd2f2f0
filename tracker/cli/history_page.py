"""The table of `tracker history`: two lines a vintage, made to be read at 80 columns."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from rich import box
from rich.table import Table
from rich.text import Text

from tracker.cli.app import App
from tracker.cli.cells import compact, span_text
from tracker.domain.bilingual import Lang
from tracker.domain.observation import Entry, Observation
from tracker.domain.plan import Plan
from tracker.i18n import text
from tracker.i18n.findings import finding_text
from tracker.services.history import IndicatorHistory, Vintage, VintageKind

COLOURS = {VintageKind.RETRACTED: "red", VintageKind.WITHDRAWN: "red", VintageKind.CORRECTION: "yellow"}


def print_history(app: App, history: IndicatorHistory) -> None:
    """Print the indicator's name and its vintages, period by period."""
    console, lang, indicator = app.console(), app.lang, history.indicator
    area = "" if history.area == "CN" else f" {history.area}"
    console.print(Text(f"{indicator.name.get(lang)}  {indicator.code}{area}", style="bold"))
    console.print()
    if not history.vintages:
        console.print(text("entry.history-none", lang))
        return
    console.print(_table(history, lang))


def _table(history: IndicatorHistory, lang: Lang) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), show_edge=False, header_style="bold")
    for name in ("period", "value", "published", "vintage"):
        table.add_column(text(f"entry.column-{name}", lang), overflow="fold")
    last = None
    for vintage in history.vintages:
        row = vintage.row
        if last is not None and row.period != last:
            table.add_section()
        table.add_row(
            "" if row.period == last else span_text(row.period, lang),
            _value(vintage, history, lang),
            _published(row, history.plan, lang),
            _vintage(vintage, history.plan, lang),
        )
        last = row.period
    return table


def _value(vintage: Vintage, history: IndicatorHistory, lang: Lang) -> Text:
    """The value, struck out where it was taken back, over the number it is called by."""
    row = vintage.row
    flag = f" [{row.flag}]" if row.flag else ""
    style = "strike" if vintage.ended else "bold" if vintage.in_force else ""
    value = compact(row.quantity, history.indicator.unit, lang)
    return Text.assemble((value + flag, style), "\n", (text("entry.number", lang, number=row.id), "dim"))


def _published(row: Observation, plan: Plan, lang: Lang) -> Text:
    """When and by whom it was published, over when and by whom it was recorded."""
    day = row.published_on.isoformat() if row.dated else text("entry.undated", lang)
    recorded = text("entry.recorded", lang, at=_local(row.recorded_at, plan), by=row.recorded_by)
    return Text.assemble(f"{day} {row.publisher}", "\n", (recorded, "dim"))


def _vintage(vintage: Vintage, plan: Plan, lang: Lang) -> Text:
    """What the vintage is, whether it counts, and what was said about it."""
    cell = Text(text(f"entry.{vintage.kind.value}", lang), style=COLOURS.get(vintage.kind, ""))
    if vintage.in_force:
        cell = Text.assemble(cell, " · ", (text("entry.in-force", lang), "green"))
    for line in _remarks(vintage, plan, lang):
        cell.append_text(Text(f"\n{line}", style="dim"))
    return cell


def _remarks(vintage: Vintage, plan: Plan, lang: Lang) -> Iterator[str]:
    row, end = vintage.row, vintage.ended
    if end is not None:
        data = {"at": _local(end.recorded_at, plan), "by": end.recorded_by, "day": end.published_on}
        key = "withdrawal" if end.entry is Entry.WITHDRAWAL else "retraction"
        what = text(f"entry.ended-{key}", lang, number=end.id, **data)
        yield text("entry.ended-for", lang, what=what, reason=end.reason) if end.reason else what
    for finding in vintage.accepted:
        yield text("entry.was-accepted", lang, finding=finding_text(finding.code, finding.data, lang))
    if vintage.notices:
        yield text("entry.was-told", lang, codes=[finding.code for finding in vintage.notices])
    for name in ("reason", "source", "note"):
        if getattr(row, name):
            yield text(f"entry.{name}", lang, text=getattr(row, name))


def _local(moment: datetime, plan: Plan) -> str:
    """A time in the plan's zone, to the minute."""
    return moment.astimezone(ZoneInfo(plan.zone)).strftime("%Y-%m-%d %H:%M")

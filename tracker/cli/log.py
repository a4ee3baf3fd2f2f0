"""`tracker log`: the audit trail."""

from collections.abc import Iterator
from datetime import datetime, time
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from tracker.cli.base import App, command
from tracker.cli.entering import figure_line
from tracker.cli.options import KNOWN_AT, Moment, json_option, list_option
from tracker.domain.observation import Observation
from tracker.domain.plan import DEFAULT_ZONE, Plan
from tracker.i18n import has_text, text
from tracker.i18n.wrap import wrap

if TYPE_CHECKING:
    from tracker.services.log import Logged

SCHEMA = 1
INDENT = "    "
KINDS = (
    "record", "import", "retract", "withdraw", "undo", "follow-up", "plan-load", "target-set", "task-note",
    "schedule-add", "schedule-edit", "schedule-pause", "schedule-resume", "schedule-remove", "run", "rebuild",
)  # fmt: skip
"""What a change may be."""
PLAN_LOAD = "plan-load"


@command(
    "log",
    click.option("--indicator", default="", metavar="CODE"),
    click.option("--by", metavar="NAME"),
    list_option("--kind", choices=KINDS),
    click.option("--since", type=KNOWN_AT, metavar="TIME"),
    click.option("--until", type=KNOWN_AT, metavar="TIME"),
    click.option("--limit", type=click.IntRange(min=1), metavar="COUNT"),
    json_option,
)
def log(
    app: App,
    *,
    indicator: str,
    by: str | None,
    kind: tuple[str, ...],
    since: Moment | None,
    until: Moment | None,
    limit: int | None,
    json: bool,
) -> None:
    """Print the changes asked for, the oldest first."""
    from tracker.services.log import Wanted, plans, trail

    with app.database().read() as reader:
        known = plans(reader)
        zone = known[0].zone if known else DEFAULT_ZONE
        begin = _start(since, zone) if since else None
        end = until.at(zone) if until else None
        logged = trail(reader, Wanted(indicator, by, kind, begin, end, limit))
    if json:
        app.json({"schema": SCHEMA, "changes": [_document(entry) for entry in logged]})
        return
    if not logged:
        app.note(text("entry.log-none", app.lang))
    for entry in logged:
        for line in _lines(app, entry, known, zone):
            app.out(line)


def _start(moment: Moment, zone: str) -> datetime:
    """The moment; for a date its beginning."""
    if moment.day is None:
        return moment.at(zone)
    return datetime.combine(moment.day, time(), ZoneInfo(zone))


def _lines(app: App, entry: "Logged", known: list[Plan], zone: str) -> list[str]:
    """A change in a line, and below it what it brought and why."""
    change, lang = entry.change, app.lang
    at = change.at.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M:%S")
    kind = text(f"entry.kind-{change.kind}", lang) if has_text(f"entry.kind-{change.kind}") else change.kind
    details = list(_details(app, entry, known))
    folded = [line for detail in details for line in wrap(detail, max(20, app.width - len(INDENT)))]
    return [f"{at}  {change.by}  {kind}", *(INDENT + line for line in folded)]


def _details(app: App, entry: "Logged", known: list[Plan]) -> Iterator[str]:
    change, lang = entry.change, app.lang
    if entry.figure is not None:
        yield _figure(app, entry.figure, known)
    elif change.observations:
        yield text("entry.log-figures", lang, count=change.observations, indicators=list(change.indicators))
    elif change.plan and change.subjects and change.kind != PLAN_LOAD:  # of a whole plan the code says enough
        yield text("entry.log-subjects", lang, plan=change.plan, subjects=list(change.subjects))
    elif change.plan:
        yield text("entry.log-plan", lang, plan=change.plan)
    if entry.withdrawn_on is not None:
        yield text("entry.log-withdrawn", lang, day=entry.withdrawn_on)
    if change.reason:
        yield text("entry.reason", lang, text=change.reason)


def _figure(app: App, row: Observation, known: list[Plan]) -> str:
    """The figure a change brought or took back; of an indicator that no plan has any more, in codes."""
    plan = next((plan for plan in known if row.indicator in plan.indicators), None)
    figure = figure_line(app, plan, row) if plan else f"{row.indicator} {row.period}"
    return text("entry.numbered", app.lang, number=row.id, figure=figure)


def _document(entry: "Logged") -> dict[str, Any]:
    from tracker.services.figure_json import figure_document

    change = entry.change
    return {
        "id": change.id,
        "at": change.at.isoformat(),
        "by": change.by,
        "kind": change.kind,
        "plan": change.plan,
        "reason": change.reason,
        "observations": change.observations,
        "indicators": list(change.indicators),
        "subjects": list(change.subjects),
        "figure": None if entry.figure is None else figure_document(entry.figure),
        "withdrawn_on": None if entry.withdrawn_on is None else entry.withdrawn_on.isoformat(),
    }

"""`tracker init`: a database ready for work."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.base import App, command
from tracker.cli.options import FILE, json_option
from tracker.i18n import text

if TYPE_CHECKING:
    from tracker.services.databases import Setup

SCHEMA = 1


@command(
    "init",
    click.option("--plan-file", type=FILE, metavar="FILE"),
    click.option("--with-figures", is_flag=True),
    json_option,
)
def init(app: App, *, plan_file: Path | None, with_figures: bool, json: bool) -> None:
    """Create or upgrade the database and load a plan; say what was done."""
    from tracker.services.databases import Wish
    from tracker.services.databases import init as make_ready

    plan = None
    if plan_file is not None:
        from tracker.exchange.plan_file import read_plan_file

        plan = read_plan_file(str(plan_file), sys.stdin.buffer).plan
    settings = app.settings
    wish = Wish(settings.user, app.now(), plan, settings.plan, with_figures)
    done = make_ready(settings.db, wish)
    if json:
        app.json(_document(done))
        return
    for key, data in _lines(done):
        app.out(text(f"db.{key}", app.lang, **data))
    if done.differs:
        app.note(text("db.plan-differs", app.lang, plan=done.plan.code, file=str(plan_file)))


def _lines(done: "Setup") -> list[tuple[str, dict[str, object]]]:
    """What was done, a line each."""
    database, plan = done.database, done.plan
    state = "created" if not database.before else "upgraded" if database.changed else "current"
    where: dict[str, object] = {"where": database.location, "before": database.before, "after": database.after}
    lines = [(state, where)]
    if database.backup is not None:
        lines.append(("backup-kept", {"path": str(database.backup)}))
    size = {"indicators": len(plan.indicators), "targets": len(plan.targets), "tasks": len(plan.tasks)}
    lines.append(("plan-loaded" if done.loaded else "plan-there", {"plan": plan.code, **size}))
    if done.figures is not None:
        some = done.figures or done.notes
        lines.append(("figures-added" if some else "figures-there", {"figures": done.figures, "notes": done.notes}))
    return lines


def _document(done: "Setup") -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "database": done.database.location,
        "revision": done.database.after,
        "created": not done.database.before,
        "upgraded": bool(done.database.before) and done.database.changed,
        "backup": None if done.database.backup is None else str(done.database.backup),
        "plan": done.plan.code,
        "loaded": done.loaded,
        "differs": done.differs,
        "figures": done.figures,
        "notes": done.notes,
    }

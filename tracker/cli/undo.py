"""`tracker undo`: one's last entry or import taken back as a whole."""

from typing import TYPE_CHECKING, Any

import click

from tracker.cli import terminal
from tracker.cli.base import App, command
from tracker.cli.entering import SHOWN, figure_line
from tracker.cli.options import json_option
from tracker.domain.wording import quantity_text
from tracker.i18n import has_text, text

if TYPE_CHECKING:
    from tracker.services.undoing import Effect, Undoing

SCHEMA = 1


@command(
    "undo",
    click.option("--by", metavar="NAME"),
    click.option("--reason", default="", metavar="TEXT"),
    click.option("--yes", is_flag=True),
    json_option,
)
def undo(app: App, *, by: str | None, reason: str, yes: bool, json: bool) -> None:
    """Show what taking the last entry back means, ask, and do it."""
    from tracker.services import undoing

    database, user = app.database(), app.settings.user
    with database.read() as reader:
        plan_code = app.plan_code(reader)

    def confirm(found: undoing.Undoing) -> bool:
        if not json:
            _show(app, found)
        return yes or (app.interactive and not json and app.confirm(text("undo.sure", app.lang)))

    done = undoing.undo(database, plan_code, undoing.Wish(user, by or user, reason), confirm)
    if json:
        app.json(_document(done))
        return
    counts = {"gone": len(done.gone), "restored": len(done.restored)}
    parts = [text(f"undo.{name}", app.lang, count=count) for name, count in counts.items() if count]
    app.out(text("undo.done", app.lang, parts=parts))


def _show(app: App, found: "Undoing") -> None:
    """What would happen, on stderr, where the question is asked."""
    from zoneinfo import ZoneInfo

    change, lang = found.change, app.lang
    at = change.at.astimezone(ZoneInfo(found.plan.zone)).strftime("%Y-%m-%d %H:%M")
    kind = text(f"entry.kind-{change.kind}", lang) if has_text(f"entry.kind-{change.kind}") else change.kind
    whose = "undo.last-own" if change.by == app.settings.user else "undo.last-other"
    terminal.say(text(whose, lang, at=at, by=change.by, kind=kind, user=app.settings.user))
    for name, effects in (("goes", found.gone), ("stands", found.restored)):
        for effect in effects[:SHOWN]:
            terminal.say("  " + _line(app, found, effect, name))
        if len(effects) > SHOWN:
            terminal.say("  " + text(f"undo.more-{name}", lang, count=len(effects) - SHOWN))
    if found.kept:
        terminal.say(text("undo.kept", lang, count=found.kept))


def _line(app: App, found: "Undoing", effect: "Effect", name: str) -> str:
    """A figure, and what is in force for its period afterwards where that is another one."""
    row, instead = effect.figure, effect.instead
    line = text(f"undo.{name}", app.lang, number=row.id, figure=figure_line(app, found.plan, row))
    if instead is not None and instead.id == row.id:
        return line
    if instead is None:
        return line + text("undo.then-nothing", app.lang)
    value = quantity_text(instead.quantity, found.plan.indicators[row.indicator].unit, app.lang)
    return line + text("undo.then", app.lang, value=value, number=instead.id, published=instead.published_on)


def _document(done: "Undoing") -> dict[str, Any]:
    from tracker.services.figure_json import figure_document

    change = done.change
    return {
        "schema": SCHEMA,
        "plan": done.plan.code,
        "undone": {"id": change.id, "kind": change.kind, "at": change.at.isoformat(), "by": change.by},
        "taken_back": [_effect(effect, figure_document) for effect in done.gone],
        "restored": [_effect(effect, figure_document) for effect in done.restored],
    }


def _effect(effect: "Effect", document: Any) -> dict[str, Any]:
    return {**document(effect.figure), "in_force": None if effect.instead is None else effect.instead.id}

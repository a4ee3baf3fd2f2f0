"""`tracker target`: the plan's targets and their vintages."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.base import App, command
from tracker.cli.codes import target_argument
from tracker.cli.options import DATE, PUBLISHED, Moment, json_option, known_at_option
from tracker.domain.target import Basis, Commitment
from tracker.i18n import text
from tracker.i18n.wrap import wrap

if TYPE_CHECKING:
    from tracker.domain.target import Target

SCHEMA = 1
INDENT = "    "


@command(
    "target list",
    target_argument(required=False),
    click.option("--vintages", "every", is_flag=True),
    known_at_option,
    json_option,
)
def list_(app: App, *, code: str | None, every: bool, known_at: Moment | None, json: bool) -> None:
    """Print the targets in force, or every vintage they had."""
    from tracker.services.targets import vintages

    with app.database().read() as reader:
        plan_code = app.plan_code(reader)
        plan = reader.plan(plan_code)
        found = vintages(reader, plan_code, code or "", known_at.at(plan.zone) if known_at else None)
    last = {target.code: target for target in found}
    shown = found if every else [target for target in last.values() if not target.withdrawn]
    if json:
        app.json({"schema": SCHEMA, "plan": plan_code, "targets": [_document(target) for target in shown]})
        return
    if not shown:
        app.note(text("plans.no-targets", app.lang))
    for target in shown:
        _print(app, target, in_force=target is last[target.code] and not target.withdrawn, every=every)


@command(
    "target set",
    target_argument(),
    click.option("--indicator", default="", metavar="CODE"),
    click.option("--value", default="", metavar="VALUE"),
    click.option("--upper", default="", metavar="VALUE"),
    click.option("--tolerance", default="", metavar="VALUE"),
    click.option("--due", type=DATE, metavar="DATE"),
    click.option("--start", type=DATE, metavar="DATE"),
    click.option("--area", default="", metavar="AREA"),
    click.option("--basis", type=click.Choice([basis.value for basis in Basis]), metavar="WHAT"),
    click.option("--commitment", type=click.Choice([word.value for word in Commitment]), metavar="WHAT"),
    click.option("--task", default="", metavar="NUMBER"),
    click.option("--note", default="", metavar="TEXT"),
    click.option("--withdraw", is_flag=True),
    click.option("--published", type=PUBLISHED, metavar="DATE"),
    click.option("--reason", default="", metavar="TEXT"),
    json_option,
)
def set_(app: App, *, code: str, published: date | None, reason: str, withdraw: bool, json: bool, **given: Any) -> None:
    """Announce a target, or change one."""
    from tracker.services.targets import TargetChange, set_target

    condition = {key: given.pop(key) for key in ("indicator", "value", "upper", "tolerance")}
    fields = {key: value.isoformat() if isinstance(value, date) else value for key, value in given.items() if value}
    database = app.database()
    with database.read() as reader:
        plan_code = app.plan_code(reader)
    wanted = TargetChange(
        code, app.settings.user, app.now(), reason, published, withdrawn=withdraw, fields=fields, **condition
    )
    done = set_target(database, plan_code, wanted)
    if json:
        before = None if done.before is None else _document(done.before)
        app.json({"schema": SCHEMA, "stored": done.stored, "target": _document(done.target), "before": before})
        return
    key = "same-target" if not done.stored else "new-target" if done.before is None else "changed-target"
    key = "gave-up-target" if done.stored and withdraw else key
    app.out(text(f"plans.{key}", app.lang, code=code, day=done.target.published_on))
    if done.stored and done.before is not None:
        app.out(text("plans.before", app.lang, goal=_goal(app, done.before), day=done.before.published_on))
    if not done.target.withdrawn:
        app.out(text("plans.now", app.lang, goal=_goal(app, done.target), day=done.target.published_on))


def _print(app: App, target: "Target", *, in_force: bool, every: bool) -> None:
    """A target with its condition, and what is to be said about it below."""
    mark = "" if in_force or not every else text("plans.given-up" if target.withdrawn else "plans.replaced", app.lang)
    for line in wrap(f"{target.code}  {_goal(app, target)}{mark}", app.width):
        app.out(line)
    for remark in _remarks(app, target):
        for line in wrap(remark, app.width - len(INDENT)):
            app.out(INDENT + line)


def _remarks(app: App, target: "Target") -> Iterator[str]:
    lang, day = app.lang, target.published_on
    basis, commitment = (text(f"status.{word.value}", lang) for word in (target.basis, target.commitment))
    yield text("plans.target-line", lang, basis=basis, commitment=commitment, day=day)
    if target.reason:
        yield text("plans.reason", lang, text=target.reason, by=target.recorded_by)
    if target.path.reason:
        yield text("plans.path", lang, text=target.path.reason)
    if target.note:
        yield target.note.get(lang)


def _goal(app: App, target: "Target") -> str:
    """The indicator and the condition in words."""
    from tracker.cli.cells import target_name
    from tracker.i18n.conditions import condition_text

    name, goal = target_name(target, app.lang), condition_text(target, app.lang)
    return text("plans.goal", app.lang, name=name, goal=goal)


def _document(target: "Target") -> dict[str, Any]:
    from tracker.services.status_json import condition_document

    evidence = target.evidence
    return {
        "target": target.code,
        "indicator": target.indicator.code,
        "area": target.area,
        "condition": condition_document(target.condition),
        "start": target.start.isoformat(),
        "due": target.due.isoformat(),
        "basis": target.basis.value,
        "commitment": target.commitment.value,
        "task": target.task,
        "evidence": None if evidence is None else {"paragraph": evidence.paragraph, "phrase": evidence.phrase},
        "path": target.path.kind.value,
        "published_on": target.published_on.isoformat(),
        "withdrawn": target.withdrawn,
        "recorded_by": target.recorded_by,
        "reason": target.reason,
    }

"""`tracker record`: one published figure."""

from typing import Any

import click

from tracker.cli.base import App, command
from tracker.cli.codes import code_argument
from tracker.cli.entering import Findings, accept_option, dry_run_option, effect_lines, figure_line, told_already
from tracker.cli.options import json_option
from tracker.domain.checks import Outcome
from tracker.domain.draft import Draft
from tracker.i18n import text
from tracker.services.entry import Entered, Entry
from tracker.services.examining import decided, require_accepted

SCHEMA = 1


@command(
    "record",
    code_argument(),
    click.argument("period", metavar="PERIOD"),
    click.argument("value", metavar="VALUE"),
    click.option("--published", metavar="DATE", default=""),
    click.option("--publisher", metavar="PUBLISHER", default=""),
    click.option("--unit", metavar="UNIT", default=""),
    click.option("--flag", metavar="FLAGS", multiple=True),
    click.option("--source", metavar="TEXT", default=""),
    click.option("--note", metavar="TEXT", default=""),
    click.option("--area", metavar="AREA", default=""),
    click.option("--reason", metavar="TEXT", default=""),
    click.option("--follow-up", metavar="TEXT", default=""),
    accept_option,
    dry_run_option,
    json_option,
)
def record(app: App, *, accept: tuple[str, ...], follow_up: str, dry_run: bool, json: bool, **words: Any) -> None:
    """Record a figure, or say what recording it would do."""
    from tracker.services import entry

    wanted = Entry(_draft(words), app.settings.user, app.now(), accept, follow_up)
    findings = Findings(app, json=json)
    database = app.database()
    with database.read() as reader:
        plan_code = app.plan_code(reader)
        entered = entry.try_out(reader, plan_code, wanted) if dry_run else None
    if entered is None:
        entered = entry.record(database, plan_code, wanted, findings.ask)
    _tell(app, entered, findings, json=json)
    if dry_run:
        asked = None if json else told_already
        decided(lambda codes: require_accepted(entered.examined.problems, codes), accept, asked)


def _draft(words: dict[str, Any]) -> Draft:
    """The draft of the words given; `code`, `published` and the repeated flags have other names there."""
    return Draft(
        indicator=words.pop("code"),
        published_on=words.pop("published"),
        flag=",".join(words.pop("flag")),
        **words,
    )


def _tell(app: App, entered: Entered, findings: Findings, *, json: bool) -> None:
    if json:
        app.json(_document(entered, findings))
        return
    findings.show(entered.examined.problems)
    row, effect = entered.examined.figure, entered.examined.effect
    shown = effect.other or row if effect.outcome is Outcome.IDENTICAL else row
    lead = "stored" if entered.stored else "identical" if effect.outcome is Outcome.IDENTICAL else "would-store"
    app.out(text(f"entry.{lead}", app.lang, number=shown.id, figure=figure_line(app, entered.plan, shown)))
    for line in effect_lines(app, entered.plan, row, effect):
        app.out(line)
    if entered.question is not None:
        app.out(text("follow_up.asked", app.lang, number=entered.question))


def _document(entered: Entered, findings: Findings) -> dict[str, Any]:
    from tracker.services.figure_json import brief_document, figure_document

    examined = entered.examined
    is_identical = examined.outcome is Outcome.IDENTICAL
    row = examined.effect.other or examined.figure if is_identical else examined.figure
    return {
        "schema": SCHEMA,
        **figure_document(row),
        "outcome": examined.outcome.value,
        "stored": entered.stored,
        "replaces": None if is_identical else brief_document(examined.effect.other),
        "warnings": findings.documents(examined.warnings),
        "follow_up": entered.question,
        "notices": findings.documents(examined.notices),
    }

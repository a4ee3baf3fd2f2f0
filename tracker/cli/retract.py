"""`tracker retract`: taking a figure back."""

from datetime import date

import click

from tracker.cli.base import App, command
from tracker.cli.entering import figure_line
from tracker.cli.options import PUBLISHED, json_option
from tracker.domain.wording import quantity_text
from tracker.i18n import text

SCHEMA = 1


@command(
    "retract",
    click.argument("number", type=click.IntRange(min=1), metavar="ID"),
    click.option("--reason", required=True, metavar="TEXT"),
    click.option("--published", type=PUBLISHED, metavar="DATE"),
    json_option,
)
def retract(app: App, *, number: int, reason: str, published: date | None, json: bool) -> None:
    """Take a figure back as an entry error, or as withdrawn by its publisher."""
    from tracker.services.figure_json import figure_document
    from tracker.services.retracting import Retraction
    from tracker.services.retracting import retract as take_back

    database = app.database()
    with database.read() as reader:
        plan_code = app.plan_code(reader)
    done = take_back(database, plan_code, Retraction(number, reason, app.settings.user, app.now(), published))
    if json:
        instead = None if done.instead is None else figure_document(done.instead)
        row = {"id": done.row.id, "kind": done.row.entry.value, "published_on": done.row.published_on.isoformat()}
        app.json({"schema": SCHEMA, **row, "figure": figure_document(done.figure), "in_force": instead})
        return
    lang, figure = app.lang, figure_line(app, done.plan, done.figure)
    key = "did-retract" if published is None else "did-withdraw"
    app.out(text(f"entry.{key}", lang, figure=figure, day=published))
    if done.instead is None:
        app.out(text("entry.instead-none", lang))
        return
    value = quantity_text(done.instead.quantity, done.plan.indicators[done.figure.indicator].unit, lang)
    data = {"value": value, "published": done.instead.published_on, "number": done.instead.id}
    app.out(text("entry.instead", lang, **data))

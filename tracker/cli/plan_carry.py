"""`tracker plan carry`: next year's plan file, drafted from the outcomes."""

from pathlib import Path

import click

from tracker.cli.base import App, command
from tracker.cli.options import FILE, PERIOD, STDIO
from tracker.domain.period import Period
from tracker.errors import BadPeriod
from tracker.i18n import text


@command(
    "plan carry",
    click.argument("code", metavar="PLAN", required=False),
    click.option("--to", type=PERIOD, required=True, metavar="YEAR"),
    click.option("-o", "--output", type=FILE, default=STDIO, metavar="FILE"),
)
def carry(app: App, *, code: str | None, to: Period, output: Path) -> None:
    """Write the draft of a plan file. Raises BadPeriod for anything but a later year."""
    from tracker.files import publish
    from tracker.services.carrying import draft_plan

    if to != Period.year(to.start.year):
        raise BadPeriod(text=str(to), problem="not-a-year")
    with app.database().read() as reader:
        chosen = code or app.plan_code(reader)
        today = app.today(reader.plan(chosen).zone)
        draft = draft_plan(reader, chosen, to.start.year, today, app.lang)
    if str(output) == STDIO:
        click.echo(draft.text.encode(), nl=False)
        return
    publish(output, draft.text.encode())
    app.out(str(output))
    app.note(text("carry.done", app.lang, plan=draft.plan.code, file=str(output)))

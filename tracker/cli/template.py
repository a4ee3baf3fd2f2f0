"""`tracker template`: a form to fill in with the figures of a month."""

import sys
from datetime import date
from pathlib import Path

import click

from tracker.cli.base import App, command
from tracker.cli.options import FILE, PERIOD, STDIO, as_of_option
from tracker.domain.period import Period
from tracker.i18n import text


@command(
    "template",
    click.argument("month", metavar="MONTH", type=PERIOD),
    click.option("-o", "--output", type=FILE, metavar="FILE", required=True),
    click.option("--all", "everything", is_flag=True),
    click.option("--force", is_flag=True),
    as_of_option,
)
def template(app: App, *, month: Period, output: Path, everything: bool, force: bool, as_of: date | None) -> None:
    """Write the form, and print where it is; on standard output it is CSV."""
    from tracker.services import template as service

    with app.database().read() as reader:
        code = app.plan_code(reader)
        day = as_of or app.today(reader.plan(code).zone)
        made = service.template(reader, code, month, day, app.lang, everything=everything)
    if str(output) == STDIO:
        sys.stdout.flush()
        sys.stdout.buffer.write(service.form_bytes(made.form))
    else:
        service.write_form(made.form, output, replace=force)
        app.out(str(output))
    if not made.due:
        app.note(text("form.nothing-due", app.lang, period=month))
    if made.left_out:
        key = "form.held-left-out-one" if made.left_out == 1 else "form.held-left-out"
        app.note(text(key, app.lang, count=made.left_out))

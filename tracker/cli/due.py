"""`tracker due`: what is to be entered about a month, and how far it has come."""

from datetime import date

import click

from tracker.cli.base import App, command
from tracker.cli.options import PERIOD, as_of_option, json_option
from tracker.domain.period import Period
from tracker.errors import Overdue


@command(
    "due",
    click.argument("month", metavar="MONTH", type=PERIOD, required=False),
    as_of_option,
    click.option("--strict", is_flag=True),
    json_option,
)
def due(app: App, *, month: Period | None, as_of: date | None, strict: bool, json: bool) -> None:
    """Print the due list, or the document of `--json`."""
    from tracker.services.due import due_list, with_questions

    with app.database().read() as reader:
        code = app.plan_code(reader)
        found = with_questions(reader, due_list(reader, code, month, as_of or app.today(reader.plan(code).zone)))
    if json:
        from tracker.services.due_json import due_document

        app.json(due_document(found))
    else:
        from tracker.cli.due_table import print_due

        print_due(app, found)
    if strict and found.count.overdue:
        raise Overdue(count=found.count.overdue, period=found.span)

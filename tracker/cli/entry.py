"""`tracker entry`: guided entry of what is due."""

import click

from tracker.cli.base import App, command
from tracker.cli.options import PERIOD
from tracker.domain.period import Period
from tracker.errors import NeedsTerminal
from tracker.i18n import text


@command("entry", click.argument("month", metavar="MONTH", type=PERIOD, required=False))
def entry(app: App, *, month: Period | None) -> None:
    """Go through what is due, one figure after the other; each is kept as soon as it is accepted."""
    if not app.interactive:
        raise NeedsTerminal
    from tracker.cli.guide import Guide
    from tracker.services.guiding import work

    with app.database().read() as reader:
        code = app.plan_code(reader)
        found = work(reader, code, month, app.today(reader.plan(code).zone))
    if not found.figures:
        app.out(text("guide.nothing", app.lang, period=found.span))
        return
    guide = Guide(app, found)
    try:
        guide.run()
    finally:  # Ctrl-C too: what was accepted is kept, and it says so
        guide.close()

"""`tracker demo`: see the year of the bundled plan happen."""

import sys
from pathlib import Path

import click

from tracker.cli.base import App, command
from tracker.cli.options import FILE
from tracker.cli.terminal import is_terminal
from tracker.domain.period import Period
from tracker.i18n import text

FOLDER = "tracker-demo"


@command("demo", click.argument("folder", type=FILE, default=FOLDER, metavar="DIR", required=False))
def demo(app: App, *, folder: Path) -> None:
    """Replay the year and name every report written."""
    from tracker.services.demo import run_demo

    def progress(period: Period) -> None:
        if is_terminal(sys.stderr):
            app.note(text("demo.review" if period.month_count == 12 else "demo.month", app.lang, period=period))

    app.note(text("demo.begin", app.lang, folder=str(folder)))
    made = run_demo(folder, app.settings.user, progress)
    for path in made.reports:
        app.out(str(path))
    edition = text(f"demo.{made.review or 'final'}", app.lang)
    app.note(
        text(
            "demo.done",
            app.lang,
            months=made.months,
            edition=edition,
            index=str(made.index),
            database=str(made.database),
        )
    )

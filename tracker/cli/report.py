"""`tracker report`: the report on a month, a quarter or any other period."""

from datetime import date
from functools import partial
from pathlib import Path

import click

from tracker.cli.base import App, command
from tracker.cli.options import PERIOD, Moment
from tracker.cli.papers import OPTIONS, issue
from tracker.domain.bilingual import Lang
from tracker.domain.period import Period


@command("report", click.argument("period", type=PERIOD), *OPTIONS)
def report(
    app: App,
    *,
    period: Period,
    format: tuple[str, ...],  # noqa: A002 - the option's name
    lang: tuple[Lang, ...],
    as_of: date | None,
    known_at: Moment | None,
    output: Path | None,
    template: Path | None,
) -> None:
    """Print the report or write its files."""
    from tracker.services.reporting import order_report

    issue(app, partial(order_report, period=period), format, lang, as_of, known_at, output, template)

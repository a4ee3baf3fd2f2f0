"""`tracker review`: the year's ledger."""

from datetime import date
from functools import partial
from pathlib import Path

import click

from tracker.cli.base import App, command
from tracker.cli.options import PERIOD, Moment
from tracker.cli.papers import OPTIONS, issue
from tracker.domain.bilingual import Lang
from tracker.domain.period import Period
from tracker.errors import BadPeriod


@command("review", click.argument("year", type=PERIOD), *OPTIONS)
def review(
    app: App,
    *,
    year: Period,
    format: tuple[str, ...],  # noqa: A002 - the option's name
    lang: tuple[Lang, ...],
    as_of: date | None,
    known_at: Moment | None,
    output: Path | None,
    template: Path | None,
) -> None:
    """Print the review or write its files. Raises BadPeriod for anything but a year."""
    from tracker.services.reporting import order_review

    if year != Period.year(year.start.year):
        raise BadPeriod(text=str(year), problem="not-a-year")
    issue(app, partial(order_review, year=year), format, lang, as_of, known_at, output, template)

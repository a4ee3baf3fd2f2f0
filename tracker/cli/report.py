"""`tracker report`: the report on a month, a quarter or any other period."""

from datetime import date
from functools import partial
from pathlib import Path

import click

from tracker.cli.base import App, command
from tracker.cli.options import PERIOD, Moment
from tracker.cli.papers import OPTIONS, bring_again, issue
from tracker.cli.usage import Usage
from tracker.domain.bilingual import Lang
from tracker.domain.period import Period


@command(
    "report",
    click.argument("period", type=PERIOD, required=False),
    *OPTIONS,
    click.option("--reissue", metavar="RUN"),
)
def report(
    app: App,
    *,
    period: Period | None,
    format: tuple[str, ...],  # noqa: A002 - the option's name
    lang: tuple[Lang, ...],
    as_of: date | None,
    known_at: Moment | None,
    output: Path | None,
    template: Path | None,
    reissue: str | None,
) -> None:
    """Print the report or write its files, or bring out again one that was issued."""
    if reissue is not None:
        if period is not None or template is not None or as_of or known_at:
            raise Usage("reissue-alone", app.ctx)
        bring_again(app, reissue, format, lang, output)
        return
    if period is None:
        raise click.MissingParameter(ctx=app.ctx, param=app.ctx.command.params[0])
    from tracker.services.reporting import order_report

    issue(app, partial(order_report, period=period), format, lang, as_of, known_at, output, template)

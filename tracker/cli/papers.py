"""What `report` and `review` have in common: options, and where what they make goes."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker.cli import terminal
from tracker.cli.base import App
from tracker.cli.options import FILE, STDIO, Moment, as_of_option, known_at_option, list_option
from tracker.cli.usage import Usage
from tracker.domain.bilingual import LANGS, Lang
from tracker.i18n import text
from tracker.report.writers import FORMATS, TERMINAL

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.report.document import ReportDocument
    from tracker.services.reporting import Order

FOLDER = Path("reports")
MakeOrder = Callable[..., "Order"]
OPTIONS: Sequence[Callable[[Any], Any]] = (
    list_option("--format", choices=FORMATS),
    list_option("--lang", choices=LANGS),
    as_of_option,
    known_at_option,
    click.option("-o", "--output", type=FILE, metavar="DIR"),
    click.option("--template", type=FILE, metavar="FILE"),
)


def issue(
    app: App,
    make_order: MakeOrder,
    forms: tuple[str, ...],
    langs: tuple[Lang, ...],
    as_of: date | None,
    known_at: Moment | None,
    output: Path | None,
    template: Path | None,
) -> None:
    """Make a report and bring it where it was asked for; `make_order` is one of the service's, its period given."""
    letterhead = _letterhead(template)
    to_stdout = output is not None and str(output) == STDIO
    forms = forms or ((TERMINAL,) if output is None or to_stdout else ("html",))
    langs = langs or (app.lang,)
    if to_stdout and len(forms) * len(langs) > 1:
        raise Usage("one-to-stdout", app.ctx)
    order, document = _made(app, make_order, as_of, known_at)
    if TERMINAL in forms:
        from tracker.report.writers.terminal import print_report

        for lang in langs:
            print_report(document, lang, app.console())
    files = [form for form in forms if form != TERMINAL]
    if to_stdout and files:
        from tracker.report.writers import render

        click.echo(render(document, files[0], langs[0], letterhead), nl=False)
    elif files:
        from tracker.services.issuing import Wish, issue

        wish = Wish(output or FOLDER, files, langs, letterhead)
        kept = issue(app.database(), order, document, wish, app.settings.user)
        for path in kept.paths:
            app.out(str(path))
        if kept.number is None:
            app.note(text("reissue.not-kept", app.lang))
        else:
            app.note(text("reissue.kept", app.lang, number=kept.number))


def _letterhead(template: Path | None) -> bytes | None:
    if template is None:
        return None
    from tracker.services.letterheads import read_letterhead

    return read_letterhead(template)


def bring_again(app: App, run: str, forms: tuple[str, ...], langs: tuple[Lang, ...], output: Path | None) -> None:
    """Bring out the kept files of a run, and say how they compare with what would be written now."""
    from tracker.cli.reissue_page import reissue_lines
    from tracker.services.reissuing import Fate, reissue, write_again

    to_stdout = output is not None and str(output) == STDIO
    with app.database().read() as reader:
        found = reissue(reader, run, [form for form in forms if form != TERMINAL], langs)
    if to_stdout and len(found.files) > 1:
        raise Usage("one-to-stdout", app.ctx)
    if to_stdout:
        click.echo(found.files[0].content, nl=False)
    else:
        for path in write_again(found, output or FOLDER):
            app.out(str(path))
    made = found.run
    dates = {"as_of": made.as_of, "known_at": str(found.known_at or "")}
    app.note(text("reissue.run", app.lang, number=made.id, plan=made.plan, period=made.period, **dates))
    for line in reissue_lines(found.files, app.lang):
        terminal.say(line)
    if all(file.fate is Fate.SAME for file in found.files):
        app.note(text("reissue.all-same", app.lang, count=len(found.files)))


def _made(
    app: App, make_order: MakeOrder, as_of: date | None, known_at: Moment | None
) -> tuple["Order", "ReportDocument"]:
    """The order and its document."""
    from tracker.services.reporting import make

    with app.database().read() as reader:
        code = app.plan_code(reader)
        zone = reader.plan(code).zone
        moment: datetime | None = known_at.at(zone) if known_at else None
        order = make_order(reader, code, today=app.today(zone), as_of=as_of, known_at=moment)
        return order, make(reader, order)

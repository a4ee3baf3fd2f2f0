"""`tracker backtest`: how forecasts would have fared on the stored history."""

from tracker.cli import terminal
from tracker.cli.base import App, command
from tracker.cli.options import json_option, list_option
from tracker.domain.indicator import Indicator
from tracker.i18n import text


@command("backtest", list_option("--indicator", metavar="CODE"), json_option)
def backtest(app: App, *, indicator: tuple[str, ...], json: bool) -> None:
    """Print the scores, or the document of `--json`."""
    from tracker.services.backtest import backtest as run

    def progress(current: Indicator) -> None:
        app.note(text("backtest.progress", app.lang, name=current.name))

    with app.database().read() as reader:
        found = run(reader, app.plan_code(reader), indicator, progress if terminal.is_interactive() else None)
    if json:
        from tracker.services.backtest_json import backtest_document

        app.json(backtest_document(found))
        return
    from tracker.cli.backtest_page import print_backtest

    print_backtest(app, found)

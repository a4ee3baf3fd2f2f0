"""`tracker backtest`: how forecasts would have fared on the stored history."""

from tracker.cli.base import App, command
from tracker.cli.options import json_option, list_option


@command("backtest", list_option("--indicator", metavar="CODE"), json_option)
def backtest(app: App, *, indicator: tuple[str, ...], json: bool) -> None:
    """Print the scores, or the document of `--json`."""
    from tracker.cli.progress import Bar
    from tracker.services.backtest import backtest as run

    with app.database().read() as reader, Bar(app, "backtest.progress") as bar:
        found = run(reader, app.plan_code(reader), indicator, bar.fill)
    if json:
        from tracker.services.backtest_json import backtest_document

        app.json(backtest_document(found))
        return
    from tracker.cli.backtest_page import print_backtest

    print_backtest(app, found)

"""`tracker import`: a table of figures, all of its rows or none."""

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

import click

from tracker.cli import terminal
from tracker.cli.base import App, command
from tracker.cli.entering import Findings, accept_option, dry_run_option
from tracker.cli.options import FILE, json_option
from tracker.domain.checks import Outcome
from tracker.domain.problems import Problem
from tracker.i18n import text
from tracker.i18n.wrap import width_of
from tracker.services.examining import Ask, decided, require_accepted

if TYPE_CHECKING:
    from tracker.services.importing import Imported

SCHEMA = 1
PATIENCE = 1.0
"""Seconds after which a person is shown that something happens."""
NAMES = {
    "new": Outcome.STORED,
    "revision": Outcome.REVISION,
    "correction": Outcome.CORRECTION,
    "identical": Outcome.IDENTICAL,
}


@command(
    "import",
    click.argument("file", type=FILE),
    accept_option,
    dry_run_option,
    json_option,
)
def import_(app: App, *, file: Path, accept: tuple[str, ...], dry_run: bool, json: bool) -> None:
    """Import a table, or say what importing it would do."""
    from tracker.exchange.reading import rows
    from tracker.exchange.source import opened
    from tracker.services import importing

    findings, database = Findings(app, json=json), app.database()
    with Ticker(app) as ticker, opened(str(file), sys.stdin.buffer) as stream:
        table = importing.Import(str(file), rows(stream, str(file)), app.settings.user, app.now(), accept, ticker.tick)
        with database.read() as reader:
            plan_code = app.plan_code(reader)
            tried = importing.try_import(reader, plan_code, table) if dry_run else None
        ask = findings.ask
        ask = ticker.before(ask) if ask is not None else None
        imported = tried or importing.import_table(database, plan_code, table, ask)
    _tell(app, imported, findings, "would-import" if dry_run else "imported", json=json)
    if tried is not None:
        importing.require_sound(tried)
        decided(lambda codes: require_accepted(tried.problems, codes), accept, None)


class Ticker:
    """A count of rows on stderr, for a person, once it takes over a second; it leaves its line empty behind it."""

    def __init__(self, app: App) -> None:
        self._lang, self._start, self._shown = app.lang, time.monotonic(), 0
        self._on = terminal.is_terminal(sys.stderr) and not app.settings.quiet

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._clear()

    def tick(self, count: int) -> None:
        """So many rows have been read."""
        if self._on and time.monotonic() - self._start > PATIENCE:
            line = text("entry.progress", self._lang, count=f"{count:,}")
            self._shown = width_of(line)
            terminal.say(f"\r{line}", end="")

    def before(self, ask: Ask) -> Ask:
        """Ask on an empty line."""

        def asked(problems: Sequence[Problem]) -> bool:
            self._clear()
            return ask(problems)

        return asked

    def _clear(self) -> None:
        if self._shown:
            terminal.say("\r" + " " * self._shown + "\r", end="")
            self._shown = 0


def _tell(app: App, imported: "Imported", findings: Findings, lead: str, *, json: bool) -> None:
    counts = {name: imported.outcomes[outcome] for name, outcome in NAMES.items()} | {"refused": imported.refused}
    if json:
        head = {"schema": SCHEMA, "plan": imported.plan.code, "stored": imported.stored, "rows": imported.rows}
        found = {name: findings.documents(getattr(imported, name)) for name in ("errors", "warnings", "notices")}
        app.json({**head, **counts, **found})
        return
    findings.show(imported.problems)
    parts = [text(f"entry.count-{name}", app.lang, count=count) for name, count in counts.items() if count]
    app.out(text(f"entry.{lead}", app.lang, rows=imported.rows, parts=parts))

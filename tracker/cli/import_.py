"""`tracker import`: a table of figures, all of its rows or none."""

import sys
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from tracker.cli.base import App, command
from tracker.cli.entering import Findings, accept_option, dry_run_option, told_already
from tracker.cli.options import FILE, STDIO, json_option
from tracker.cli.progress import Progress
from tracker.domain.checks import Outcome
from tracker.domain.problems import Problem
from tracker.i18n import text
from tracker.services.examining import Ask, decided, require_accepted

if TYPE_CHECKING:
    from tracker.services.importing import Import, Imported
    from tracker.store.database import Database

SCHEMA = 1
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
    click.option("--problems", type=FILE, metavar="FILE"),
    json_option,
)
def import_(app: App, *, file: Path, accept: tuple[str, ...], dry_run: bool, problems: Path | None, json: bool) -> None:
    """Import a table, or say what importing it would do."""
    from tracker.exchange.reading import rows
    from tracker.exchange.source import opened
    from tracker.services import importing

    findings, database, name = Findings(app, json=json), app.database(), str(file)
    with Ticker(app) as ticker, opened(name, sys.stdin.buffer) as stream:

        def table() -> importing.Import:
            return importing.Import(name, rows(stream, name), app.settings.user, app.now(), accept, ticker.tick)

        with database.read() as reader:
            plan_code = app.plan_code(reader)
            tried = importing.try_import(reader, plan_code, table()) if dry_run else None
        explain = Explainer(app, problems, accept, quiet=json).of(stream, name) if problems else None
        ask = findings.ask
        ask = ticker.before(ask) if ask is not None else None
        imported = tried or _imported(database, plan_code, table, ask, explain)
        if tried and explain:
            explain(tried)
    _tell(app, imported, findings, "would-import" if dry_run else "imported", json=json)
    if tried is not None:
        importing.require_sound(tried)
        decided(lambda codes: require_accepted(tried.problems, codes), accept, None if json else told_already)


def _imported(
    database: "Database",
    plan_code: str,
    table: "Callable[[], Import]",
    ask: Ask | None,
    explain: "Callable[[Imported], None] | None",
) -> "Imported":
    from tracker.services.importing import import_table
    from tracker.services.problem_file import import_or_explain

    if explain is None:
        return import_table(database, plan_code, table(), ask)
    return import_or_explain(database, plan_code, table, ask, explain)


class Explainer:
    """Gives a table back with what is wrong in it; says so, unless a document is all that is wanted."""

    def __init__(self, app: App, path: Path, accepted: Collection[str], *, quiet: bool) -> None:
        self._app, self._path, self._accepted, self._quiet = app, path, accepted, quiet

    def of(self, stream: IO[bytes], name: str) -> "Callable[[Imported], None]":
        """How to explain what was found in the table `name`."""
        return lambda found: self._explain(stream, name, found)

    def _explain(self, stream: IO[bytes], name: str, found: "Imported") -> None:
        from tracker.files import publish
        from tracker.services.problem_file import explained

        content = explained(stream, name, found.problems, self._accepted, self._app.lang)
        if content is not None and str(self._path) == STDIO:
            sys.stdout.flush()
            sys.stdout.buffer.write(content)
            return
        if content is not None:
            publish(self._path, content)
        if not self._quiet:
            key = "form.no-problems" if content is None else "form.problems-written"
            self._app.note(text(key, self._app.lang, path=str(self._path)))


class Ticker(Progress):
    """A count of rows."""

    def tick(self, count: int) -> None:
        """So many rows have been read."""
        if self.is_due:
            self.show(text("entry.progress", self.lang, count=f"{count:,}"))

    def before(self, ask: Ask) -> Ask:
        """Ask on an empty line."""

        def asked(problems: Sequence[Problem]) -> bool:
            self.clear()
            return ask(problems)

        return asked


def _tell(app: App, imported: "Imported", findings: Findings, lead: str, *, json: bool) -> None:
    counts = {name: imported.outcomes[outcome] for name, outcome in NAMES.items()}
    counts |= {"refused": imported.refused, "left_empty": imported.left_empty}
    if json:
        head = {"schema": SCHEMA, "plan": imported.plan.code, "stored": imported.stored, "rows": imported.rows}
        found = {name: findings.documents(getattr(imported, name)) for name in ("errors", "warnings", "notices")}
        app.json({**head, **counts, **found})
        return
    findings.show(imported.problems)
    parts = [
        text(f"entry.count-{name}", app.lang, count=count)
        for name, count in counts.items()
        if count or (not imported.rows and name == "new")
    ]
    app.out(text(f"entry.{lead}", app.lang, rows=imported.rows, parts=parts))

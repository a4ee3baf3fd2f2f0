"""`tracker plan`: plan files in and out."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.base import App, command
from tracker.cli.options import FILE, STDIO, json_option
from tracker.i18n import text

if TYPE_CHECKING:
    from tracker.domain.plan import Plan
    from tracker.exchange.plan_file import PlanFile
    from tracker.services.plans import Load

SCHEMA = 1


@command("plan list", json_option)
def list_(app: App, *, json: bool) -> None:
    """Print the loaded plans."""
    with app.database().read() as reader:
        heads = reader.plans()
    if json:
        app.json({"schema": SCHEMA, "plans": [_head(head) for head in heads]})
        return
    from tracker.cli.plan_page import print_heads

    print_heads(app, heads)


@command("plan show", click.argument("code", metavar="PLAN", required=False), json_option)
def show(app: App, *, code: str | None, json: bool) -> None:
    """Print what a plan holds."""
    plan = _plan(app, code)
    if json:
        from tracker.domain.plan_data import plan_data

        app.json({"schema": SCHEMA, **plan_data(plan)})
        return
    from tracker.cli.plan_page import print_plan

    print_plan(app, plan)


@command(
    "plan load",
    click.argument("file", type=FILE),
    click.option("--reason", default="", metavar="TEXT"),
    click.option("--dry-run", is_flag=True),
    json_option,
)
def load(app: App, *, file: Path, reason: str, dry_run: bool, json: bool) -> None:
    """Load a plan file, or say what loading it would change."""
    from tracker.services.plans import load_plan, preview

    plan, database = _read(file).plan, app.database()
    with database.read() as reader:
        found = preview(reader, plan)
    if found.changes and not reason and not dry_run and not json:
        for line in _changes(app, found):
            app.note(line)
    if not dry_run:
        found = load_plan(database, plan, app.settings.user, reason)
    if json:
        app.json(_loaded(found, dry_run=dry_run))
        return
    for line in _changes(app, found):
        app.out(line)
    app.out(_outcome(app, found, dry_run=dry_run))


@command(
    "plan export",
    click.argument("code", metavar="PLAN", required=False),
    click.option("-o", "--output", type=FILE, default=STDIO, metavar="FILE"),
)
def export(app: App, *, code: str | None, output: Path) -> None:
    """Write a plan as a plan file."""
    from tracker.exchange.plan_file import plan_text
    from tracker.files import publish

    content = plan_text(_plan(app, code)).encode()
    if str(output) == STDIO:
        click.echo(content, nl=False)
        return
    publish(output, content)
    app.out(str(output))


@command(
    "plan check",
    click.argument("file", type=FILE),
    click.option("--document", type=FILE, metavar="FILE"),
    json_option,
)
def check(app: App, *, file: Path, document: Path | None, json: bool) -> None:
    """Check a plan file, and its key phrases against the document."""
    from tracker.exchange.document import check_evidence, read_document

    found = _read(file)
    phrases = None
    if document is not None:
        phrases = check_evidence(found, read_document(str(document), sys.stdin.buffer))
    if json:
        app.json({"schema": SCHEMA, "file": str(file), **_counts(found.plan), "phrases": phrases})
        return
    app.out(text("plans.sound", app.lang, file=str(file), **_counts(found.plan)))
    if phrases is not None:
        app.out(text("plans.phrases", app.lang, count=phrases))


def _read(file: Path) -> "PlanFile":
    from tracker.exchange.plan_file import read_plan_file

    return read_plan_file(str(file), sys.stdin.buffer)


def _plan(app: App, code: str | None) -> "Plan":
    """The plan named, else the one meant."""
    with app.database().read() as reader:
        return reader.plan(code or app.plan_code(reader))


def _head(head: Any) -> dict[str, Any]:
    return {
        "plan": head.code,
        "name": {"zh": head.name.zh, "en": head.name.en},
        "year": head.year,
        "publisher": head.publisher,
        "published_on": head.published_on.isoformat(),
        "loaded_at": head.loaded_at.isoformat(),
        "versions": head.versions,
    }


def _counts(plan: "Plan") -> dict[str, Any]:
    return {
        "plan": plan.code,
        "indicators": len(plan.indicators),
        "targets": len(plan.targets),
        "tasks": len(plan.tasks),
        "commitments": len(plan.clauses),
    }


def _changes(app: App, found: "Load") -> list[str]:
    """What differs from the version that is loaded, a part a line."""
    lines = [
        text(
            f"plans.part-{part.fate.value}",
            app.lang,
            what=text(f"errors.what.{part.what}", app.lang),
            code=part.code,
            keys=list(part.keys),
        )
        for part in found.changes
    ]
    return lines + [text("plans.kept", app.lang, code=code) for code in found.kept]


def _outcome(app: App, found: "Load", *, dry_run: bool) -> str:
    if found.first:
        key = "would-load" if dry_run else "loaded"
    elif found.changes:
        key = "would-change" if dry_run else "changed"
    else:
        key = "unchanged"
    return text(f"plans.{key}", app.lang, **_counts(found.plan))


def _loaded(found: "Load", *, dry_run: bool) -> dict[str, Any]:
    changes = [
        {"fate": part.fate.value, "what": part.what, "code": part.code, "keys": list(part.keys)}
        for part in found.changes
    ]
    outcome = "loaded" if found.first else "changed" if changes else "unchanged"
    return {
        "schema": SCHEMA,
        **_counts(found.plan),
        "outcome": outcome,
        "stored": found.says_something and not dry_run,
        "changes": changes,
        "kept": list(found.kept),
    }

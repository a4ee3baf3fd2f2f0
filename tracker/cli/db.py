"""`tracker db`: the database itself, upgraded, checked, backed up, put back, copied to another, counted."""

from pathlib import Path

import click

from tracker.cli.base import App, command
from tracker.cli.options import FILE, json_option
from tracker.errors import DatabaseTrouble
from tracker.i18n import text

SCHEMA = 1


@command("db upgrade", json_option)
def upgrade(app: App, *, json: bool) -> None:
    """Bring the database to the schema of this program, after copying it."""
    from tracker.services.databases import upgrade as bring_up

    done = bring_up(app.settings.db, app.now())
    backup = None if done.backup is None else str(done.backup)
    if json:
        app.json(
            {"schema": SCHEMA, "database": done.location, "before": done.before, "after": done.after, "backup": backup}
        )
        return
    state = "upgraded" if done.changed else "current"
    app.out(text(f"db.{state}", app.lang, where=done.location, before=done.before, after=done.after))
    if backup is not None:
        app.out(text("db.backup-kept", app.lang, path=backup))


@command("db check", click.option("--rebuild", is_flag=True), json_option)
def check(app: App, *, rebuild: bool, json: bool) -> None:
    """Look the database through; say all that is wrong and leave with 25, or that nothing is."""
    from tracker.services.databases import check as look_through

    settings = app.settings
    found = look_through(settings.db, rebuild_by=settings.user if rebuild else None)
    if json:
        defects = [{"code": one.code, "count": one.count, "examples": list(one.examples)} for one in found.defects]
        app.json({"schema": SCHEMA, "database": found.location, "defects": defects})
    else:
        for one in found.defects:
            app.out(text(f"db.defect-{one.code}", app.lang, count=one.count, examples=list(one.examples)))
    if found.defects:
        raise DatabaseTrouble(where=found.location, problem="defects", count=len(found.defects))
    if not json:
        app.out(text("db.sound", app.lang, where=found.location))


@command("db backup", click.argument("target", type=FILE, metavar="FILE", required=False))
def backup(app: App, *, target: Path | None) -> None:
    """Copy the database; the copy's path on stdout."""
    from tracker.services.databases import backup as copy

    app.out(str(copy(app.settings.db, target, app.now())))


@command("db copy", click.argument("target", metavar="TO"), json_option)
def copy(app: App, *, target: str, json: bool) -> None:
    """Copy everything into another database and compare."""
    from tracker.cli.progress import Bar
    from tracker.config import refuse_password
    from tracker.services.databases import copy as copy_all

    refuse_password(target, "TO")
    with Bar(app, "db.copying") as bar:
        done = copy_all(app.settings.db, target, bar.fill)
    if json:
        data = {"from": done.source, "to": done.target, "revision": done.revision, "sha256": done.digest}
        app.json({"schema": SCHEMA, **data, "rows": dict(sorted(done.rows.items()))})
        return
    count = f"{sum(done.rows.values()):,}"
    app.out(text("db.copied", app.lang, where=done.source, to=done.target, count=count))
    app.note(text("db.copied-next", app.lang, to=done.target))


@command("db restore", click.argument("source", type=FILE, metavar="FILE"), json_option)
def restore(app: App, *, source: Path, json: bool) -> None:
    """Put a backup in the database's place, keeping what was there."""
    from tracker.services.databases import restore as put_back

    done = put_back(source, app.settings.db, app.now())
    kept = None if done.kept is None else str(done.kept)
    if json:
        data = {"database": done.location, "source": done.source, "revision": done.revision, "kept": kept}
        app.json({"schema": SCHEMA, **data})
        return
    app.out(text("db.restored", app.lang, where=done.location, source=done.source))
    if kept is not None:
        app.out(text("db.kept", app.lang, path=kept))


@command("db stats", json_option)
def stats(app: App, *, json: bool) -> None:
    """Count what the database holds."""
    from tracker.services.databases import stats as count

    found = count(app.settings.db)
    last = None if found.last_change is None else found.last_change.isoformat()
    if json:
        data = {"database": found.location, "revision": found.revision, "bytes": found.size, "last_change": last}
        app.json({"schema": SCHEMA, **data, "rows": found.rows})
        return
    app.out(text("db.stats", app.lang, where=found.location, revision=found.revision))
    if found.size is not None:
        app.out(text("db.size", app.lang, bytes=f"{found.size:,}"))
    if last is not None:
        app.out(text("db.last-change", app.lang, at=last))
    for table, rows in found.rows.items():
        app.out(f"{rows:>12,}  {table}")

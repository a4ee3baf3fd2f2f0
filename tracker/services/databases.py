"""The life of a database: made ready for work, upgraded, looked through, copied and put back."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tracker.domain.checks import Outcome
from tracker.domain.plan import Note, Plan
from tracker.errors import DatabaseTrouble, PlanConflict
from tracker.exchange.bundle import FIRST, Bundle, bundle
from tracker.services.importing import Import, import_into
from tracker.services.plans import load_plan, preview
from tracker.store import backup as backups
from tracker.store import checkup, migrate
from tracker.store.backup import Restored
from tracker.store.checkup import Defect
from tracker.store.copying import Copied, Progress, copy_database
from tracker.store.database import Change, Database, open_database
from tracker.store.migrate import Upgrade
from tracker.store.place import locate
from tracker.store.reader import Reader
from tracker.store.stats import Stats, stats

__all__ = [
    "Checkup", "Copied", "Defect", "Restored", "Setup", "Stats", "Upgrade", "Wish",
    "backup", "check", "copy", "init", "restore", "stats", "upgrade",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wish:
    """What a database is to hold, by whom and at what time (UTC).

    `plan` is one read from a file, else `code` names one that is loaded or comes with the program; with neither, a
    database without a plan gets the first of those. `figures`: with the figures and notes that come with it.
    """

    by: str
    now: datetime
    plan: Plan | None = None
    code: str | None = None
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Setup:
    """What was done: to the database, whether `plan` was `loaded` now, how many figures and notes were added.

    `differs`: the plan was there already and says something else than the file. The counts are None where nobody
    asked for figures.
    """

    database: Upgrade
    plan: Plan
    loaded: bool
    differs: bool = False
    figures: int | None = None
    notes: int | None = None


def init(location: str, wish: Wish) -> Setup:
    """Make a database ready: created or upgraded, with a plan. A second time nothing changes; a loaded plan never does.

    Raises DatabaseTrouble for what is not ours, and UnknownCode where no plan or no figures of that code come with the
    program; then nothing has been created.
    """
    done, known = _existing(location, wish.now)
    code = _choice(wish, known)
    new = None if code in known else wish.plan or bundle(code).plan_file().plan
    seed = bundle(code) if wish.figures else None
    done = done or migrate.create_database(location, now=wish.now)
    with open_database(location) as database:
        if new is not None:
            load_plan(database, new, wish.by)
        with database.read() as reader:
            plan = reader.plan(code)
            differs = wish.plan is not None and _differs(reader, wish.plan)
        figures, notes = (None, None) if seed is None else _add_figures(database, code, seed, wish)
    return Setup(done, plan, new is not None, differs, figures, notes)


def upgrade(location: str, now: datetime) -> Upgrade:
    """Bring a database to the schema of this program, an SQLite file after a copy of it was made. DatabaseTrouble."""
    return migrate.upgrade(location, now=now)


@dataclass(frozen=True, slots=True)
class Checkup:
    """What looking a database through found. `location` may be printed."""

    location: str
    defects: list[Defect]


def check(location: str, *, rebuild_by: str | None = None) -> Checkup:
    """Everything wrong in a database; with `rebuild_by`, what is derived is made anew first, in that person's name.

    Raises DatabaseTrouble where it cannot be opened.
    """
    if rebuild_by is not None:
        checkup.rebuild(location, rebuild_by)
    return Checkup(locate(location).printed, checkup.check(location))


def backup(location: str, to: Path | None, now: datetime) -> Path:
    """Copy a database to a new file, or into a folder, by default beside it; the copy. DatabaseTrouble, FileTrouble."""
    return backups.backup(location, to, now=now)


def restore(source: Path, location: str, now: datetime) -> Restored:
    """Put a backup in the place of a database, which is kept beside it. DatabaseTrouble, FileTrouble."""
    return backups.restore(source, location, now=now)


def copy(location: str, to: str, progress: Progress | None = None) -> Copied:
    """Copy everything into a new file or an empty database, and compare. DatabaseTrouble, FileTrouble."""
    return copy_database(location, to, progress)


def _existing(location: str, now: datetime) -> tuple[Upgrade | None, list[str]]:
    """A database that is there, brought up to date, and the codes of its plans; None where there is none yet."""
    try:
        done = migrate.upgrade(location, now=now)
    except DatabaseTrouble as trouble:
        if trouble.data["problem"] in {"missing", "empty"}:
            return None, []
        raise
    with open_database(location) as database, database.read() as reader:
        return done, [head.code for head in reader.plans()]


def _choice(wish: Wish, known: list[str]) -> str:
    """The plan that is wished for; nobody who keeps a plan of his own gets the bundled one unasked."""
    if wish.plan is not None:
        return wish.plan.code
    return wish.code or (FIRST if FIRST in known or not known else known[0])


def _differs(reader: Reader, plan: Plan) -> bool:
    try:
        return bool(preview(reader, plan).changes)
    except PlanConflict:
        return True


def _add_figures(database: Database, code: str, seed: Bundle, wish: Wish) -> tuple[int, int]:
    """Add the bundled figures and notes that are not there, together or not at all; how many."""
    with database.write(Change(wish.by, "import", plan=code)) as writer:
        table = Import(str(seed.folder), seed.figures(), wish.by, wish.now)
        outcomes = import_into(writer, code, table).outcomes
        kept = {_said(note) for note in writer.notes(code)}
        missing = [note for note in seed.notes() if _said(note) not in kept]
        for note in missing:
            writer.add_note(code, note)
    return outcomes.total() - outcomes[Outcome.IDENTICAL], len(missing)


def _said(note: Note) -> tuple[object, ...]:
    return (note.subject, note.noted_on, note.status, note.text)

"""What a run makes: the files of a report or a review, a copy of the database, or the digest of a reminder."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from tracker.domain.bilingual import Lang
from tracker.domain.period import parse_period
from tracker.domain.schedule import Run, Schedule, What
from tracker.errors import DatabaseTrouble
from tracker.report.archive import INDEX, folder_name, found_entries, report_path
from tracker.report.canonical import content_hash
from tracker.report.document import Paper, ReportDocument
from tracker.report.writers import FORMATS, TERMINAL, made_with, render
from tracker.services import alerts, reporting
from tracker.services.forecast_keeping import forecasts_of
from tracker.services.letterheads import read_letterhead
from tracker.services.notices import Notice, of_backup, of_digest, of_moves, of_paper
from tracker.services.reminders import digest
from tracker.services.staging import PATTERN, Product, move, staged
from tracker.store import ledger
from tracker.store.database import Database
from tracker.store.forecasts import Kept
from tracker.store.place import locate

FILE_FORMATS = tuple(form for form in FORMATS if form != TERMINAL)


@dataclass(frozen=True, slots=True)
class Made:
    """Files to be put in their places, with the hash of what they say and the forecasts in it; and what to tell people,
    if anything."""

    products: tuple[Product, ...] = ()
    content_hash: str = ""
    notice: Notice | None = None
    forecasts: tuple[Kept, ...] = ()


def make(database: Database, schedule: Schedule, run: Run) -> Made:
    """Work out what a run issues; its files are written when they are staged."""
    match schedule.what:
        case What.REMINDER:
            with database.read() as reader:
                return Made(notice=of_digest(digest(reader, schedule.plan, run.as_of)))
        case What.ALERT:
            return Made(notice=_alert(database, schedule, run))
        case What.BACKUP:
            copy = _backup(database, schedule, run)
            with database.read() as reader:
                return Made((copy,), notice=of_backup(reader.plan(schedule.plan).name, copy.path.name))
        case _:
            return _paper(database, schedule, run)


def leftovers(schedule: Schedule) -> list[Path]:
    """The staged files where a schedule's files go, whoever is writing or has left them."""
    folder = Path(schedule.folder)
    if schedule.what.is_about_a_period:
        return list((folder / folder_name(schedule.plan)).rglob(PATTERN))
    return list(folder.glob(PATTERN))


def write_index(schedule: Schedule, owner: str) -> None:
    """Bring the page that lists the reports of the schedule's folder up to date. Raises FileTrouble.

    For one process at a time: what others have begun is taken away as left behind.
    """
    folder = Path(schedule.folder)
    for path in _unfinished_indexes(folder):
        path.unlink(missing_ok=True)
    with staged([Product(folder / INDEX, partial(_fill_index, folder), kept=False)], owner) as ready:
        move(ready)


def index_is_older(schedule: Schedule, moment: datetime) -> bool:
    """Whether the page that lists the reports was last written before `moment`, or its writing was cut off.

    Not where the folder is gone.
    """
    folder = Path(schedule.folder)
    try:
        return (folder / INDEX).stat().st_mtime < moment.timestamp() or bool(_unfinished_indexes(folder))
    except OSError:
        return folder.is_dir()


def database_file(database: Database) -> Path:
    """The file of a database. Raises DatabaseTrouble (`server`): a server has its own ways to be backed up."""
    place = locate(database.location)
    if place.path is None:
        raise DatabaseTrouble(where=place.printed, problem="server")
    return place.path


def _unfinished_indexes(folder: Path) -> list[Path]:
    return list(folder.glob(f".{INDEX}{PATTERN.removeprefix('.')}"))


def _fill_index(folder: Path, path: Path) -> None:
    from tracker.report.writers.html import write_index as page  # jinja2, which only HTML needs

    path.write_bytes(page(found_entries(folder)))


def _paper(database: Database, schedule: Schedule, run: Run) -> Made:
    order = reporting.Order(
        schedule.plan, Paper(schedule.what.value), parse_period(run.period), run.as_of, run.known_at
    )
    with database.read() as reader:
        document = reporting.make(reader, order)
    letterhead = read_letterhead(Path(schedule.template)) if schedule.template else None
    files = (
        _file(schedule, document, form, lang, letterhead if form == "docx" else None)
        for form in schedule.formats
        for lang in schedule.languages
    )
    return Made(tuple(files), content_hash(document), of_paper(document), tuple(forecasts_of(document)))


def _alert(database: Database, schedule: Schedule, run: Run) -> Notice | None:
    """What became worse since the alert before this one."""
    with database.read() as reader:
        last = alerts.since(schedule, ledger.before(reader, run))
        found = alerts.moved(reader, schedule.plan, last, alerts.moment_of(run))
        return of_moves(reader.plan(schedule.plan).name, alerts.alarming(found))


def _file(schedule: Schedule, document: ReportDocument, form: str, lang: Lang, letterhead: bytes | None) -> Product:
    def write(path: Path) -> None:
        path.write_bytes(render(document, form, lang, letterhead))

    path = Path(schedule.folder, report_path(document, lang, form))
    return Product(path, write, made_with=made_with(form), template=letterhead)


def _backup(database: Database, schedule: Schedule, run: Run) -> Product:
    """A copy of the database, named by when it was due, so that a second attempt puts it in the same place."""
    from tracker.store.backup import copy_sqlite  # needed by this alone

    source = database_file(database)
    due = (run.due or run.started).astimezone(UTC)
    name = f"{source.stem}.backup-{due:%Y%m%dT%H%M%SZ}{source.suffix}"
    return Product(Path(schedule.folder, name), partial(copy_sqlite, source), kept=False)

"""The year of the bundled plan, replayed: figures entered month by month as they came out, and a report of each month.

Everything goes to one folder with its own database. A folder that a demo made is made anew, any other that is not
empty is refused; of a demo's folder only what a demo makes is replaced.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from tracker.domain.bilingual import LANGS
from tracker.domain.period import Period
from tracker.domain.plan import Plan
from tracker.errors import FileTrouble
from tracker.exchange.bundle import Bundle, bundle
from tracker.files import publish, reason
from tracker.report.archive import INDEX
from tracker.report.document import Edition, Paper
from tracker.services.importing import Import, import_table
from tracker.services.issuing import Wish, issue
from tracker.services.reporting import Order, cut_off, make, order_report, order_review
from tracker.store.database import Change, Database, open_database
from tracker.store.migrate import create_database

MARK = ".tracker-demo"
DATABASE = "tracker.db"
REPORTS = "reports"
FORMS = ("html", "md")
REVIEW_FORMS = (*FORMS, "xlsx", "docx")
"""The review is what an office passes on."""
Progress = Callable[[Period], None]


@dataclass(frozen=True, slots=True)
class Demo:
    """What a demo wrote: its database, and the files of the twelve months' reports and of the review."""

    database: Path
    index: Path
    months: int
    reports: tuple[Path, ...]
    review: Edition | None


def run_demo(folder: Path, by: str, progress: Progress | None = None) -> Demo:
    """Replay the year in `folder`. Raises FileTrouble for a folder that holds something else."""
    clear(folder)
    publish(folder / MARK, b"")
    path = folder / DATABASE
    create_database(str(path))
    seed = bundle()
    plan = seed.plan_file().plan
    with open_database(str(path)) as database:
        with database.write(Change(by, "plan-load", plan=plan.code)) as writer:
            writer.add_plan(plan)
        return _Replay(database, seed, plan, by, folder).run(progress or _silent)


def clear(folder: Path) -> None:
    """Make room: a new folder, an empty one, or one a demo made, without what that demo left."""
    try:
        if not folder.exists():
            return
        if not folder.is_dir():
            raise FileTrouble(path=str(folder), problem="not-a-folder")
        if not any(folder.iterdir()):
            return
        if not (folder / MARK).is_file():
            raise FileTrouble(path=str(folder), problem="not-a-demo")
        for made in (*folder.glob(f"{DATABASE}*"), folder / REPORTS):
            if made.is_dir() and not made.is_symlink():
                shutil.rmtree(made)
            else:
                made.unlink(missing_ok=True)
    except OSError as error:
        raise FileTrouble(path=str(folder), problem=reason(error)) from error


class _Replay:
    """The months of the plan's year, one after the other."""

    def __init__(self, database: Database, seed: Bundle, plan: Plan, by: str, folder: Path) -> None:
        self.database, self.seed, self.plan, self.by, self.folder = database, seed, plan, by, folder
        self.now = datetime.now(UTC)
        self.today = self.now.astimezone(ZoneInfo(plan.zone)).date()
        self.paths: list[Path] = []

    def run(self, progress: Progress) -> Demo:
        months = list(Period.year(self.plan.year).each_month())
        entered = date.min
        for month in months:
            progress(month)
            closes = cut_off(self.plan, month)
            self.enter(entered, closes)
            entered = closes + timedelta(days=1)
            with self.database.read() as reader:
                order = order_report(reader, self.plan.code, month, self.today)
            self.write(order)
        year = Period.year(self.plan.year)
        progress(year)
        self.enter(entered, self.today)
        with self.database.read() as reader:
            order = order_review(reader, self.plan.code, year, self.today)
        edition = self.write(order)
        return Demo(self.folder / DATABASE, self.folder / REPORTS / INDEX, len(months), tuple(self.paths), edition)

    def enter(self, first: date, last: date) -> None:
        """Enter what came out from `first` to `last`: figures, and what was said without one."""
        table = Import(str(self.seed.folder), self.seed.figures(first, last), self.by, self.now)
        import_table(self.database, self.plan.code, table)
        notes = [note for note in self.seed.notes() if first <= note.noted_on <= last]
        if notes:
            with self.database.write(Change(self.by, "task-note", plan=self.plan.code)) as writer:
                for note in notes:
                    writer.add_note(self.plan.code, note)

    def write(self, order: Order) -> Edition | None:
        """Write the files of an order; the edition of a review."""
        with self.database.read() as reader:
            document = make(reader, order)
        forms = REVIEW_FORMS if order.paper is Paper.REVIEW else FORMS
        self.paths += issue(self.database, order, document, Wish(self.folder / REPORTS, forms, LANGS), self.by).paths
        return document.edition


def _silent(_month: Period) -> None:
    """Progress that nobody watches."""

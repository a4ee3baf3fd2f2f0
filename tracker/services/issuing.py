"""Reports made by hand: written, and kept in the ledger of runs with their bytes, so that each can come out again, and
with what they forecast.

Keeping a run is no change that a report could see: it moves no known-at.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tracker.domain.bilingual import Lang
from tracker.domain.schedule import Issued, Run, State, What
from tracker.errors import DatabaseTrouble
from tracker.report.archive import parsed_name
from tracker.report.canonical import content_hash
from tracker.report.document import ReportDocument
from tracker.report.writers import made_with
from tracker.services.forecast_keeping import forecasts_of
from tracker.services.reporting import Order, write_report
from tracker.store import ledger
from tracker.store.database import Change, Database, utc_now
from tracker.store.forecasts import Kept as Forecast
from tracker.store.forecasts import keep_forecasts

CANNOT_KEEP = ("read-only",)
"""Troubles of a database that may be read and not written: a report is written all the same, and not kept."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What files a report is wanted as. `template` is an office's letterhead for Word documents."""

    folder: Path
    forms: Sequence[str]
    langs: Sequence[Lang]
    template: bytes | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """The files written, and the number their run is kept under; None where the database takes nothing."""

    paths: tuple[Path, ...]
    number: int | None


def issue(database: Database, order: Order, document: ReportDocument, wish: Wish, by: str) -> Kept:
    """Write a document's files and the archive page, and keep the run. The same report again is the same run.

    Raises FileTrouble, and MissingExtra for a format whose library is not installed; then nothing is written.
    """
    made = write_report(wish.folder, document, wish.forms, wish.langs, wish.template)
    files = tuple(_issued(path, content, wish.template) for path, content in made.items())
    run = _run(order, document, files)
    contents = {file.sha256: content for file, content in zip(files, made.values(), strict=True)}
    if wish.template is not None:
        contents[_sha256(wish.template)] = wish.template
    return Kept(tuple(made), _keep(database, run, contents, tuple(forecasts_of(document)), by))


def _issued(path: Path, content: bytes, template: bytes | None) -> Issued:
    _, form = parsed_name(path.name)
    letterhead = _sha256(template) if template is not None and form == "docx" else ""
    return Issued(str(path), _sha256(content), len(content), made_with(form), letterhead)


def _run(order: Order, document: ReportDocument, files: tuple[Issued, ...]) -> Run:
    now = utc_now()
    return Run(
        id=0,
        schedule_id=None,
        plan=order.plan,
        what=What(order.paper.value),
        period=str(order.period),
        edition=document.edition.value if document.edition else "",
        due=None,
        as_of=order.as_of,
        known_at=order.known_at,
        state=State.DONE,
        owner="",
        not_before=None,
        attempts=1,
        started=now,
        finished=now,
        content_hash=content_hash(document),
        files=files,
        error={},
    )


def _keep(database: Database, run: Run, contents: dict[str, bytes], said: Iterable[Forecast], by: str) -> int | None:
    try:
        with database.write(Change(by, "run", f"{run.what} {run.period}", run.plan)) as writer:
            before = _same(ledger.runs_that_say(writer, run.content_hash), run)
            if before is not None:
                return before.id
            for sha256, content in contents.items():
                ledger.keep_file(writer, sha256, content)
            number = ledger.record(writer, run)
            keep_forecasts(writer, number, said)
            return number
    except DatabaseTrouble as trouble:
        if trouble.data.get("problem") not in CANNOT_KEEP:
            raise
        return None


def _same(runs: Iterable[Run], run: Run) -> Run | None:
    """An earlier run that issued the very same files of the same order."""
    order = (run.plan, run.what, run.period, run.as_of, run.known_at, run.files)
    return next(
        (one for one in runs if (one.plan, one.what, one.period, one.as_of, one.known_at, one.files) == order), None
    )


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()

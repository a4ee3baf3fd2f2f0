"""A report that was issued, brought out again: the bytes that were kept, and how today's program would write it."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import zip_longest
from pathlib import Path, PurePath
from zoneinfo import ZoneInfo

from tracker.domain.period import parse_period
from tracker.domain.schedule import Issued, Run, State
from tracker.errors import TrackerError, UnknownCode
from tracker.files import publish
from tracker.report.archive import parsed_name
from tracker.report.canonical import content_hash
from tracker.report.document import Paper, ReportDocument
from tracker.report.writers import made_with, render
from tracker.services.reporting import Order, make
from tracker.store import ledger
from tracker.store.database import Reader

SHORTEST_HASH = 8
"""Digits of a content hash that are enough to name a report by."""


SHOWN = 5
"""Runs that are named where another was asked for."""


class Fate(StrEnum):
    """How a file compares with what would be written now."""

    SAME = "same"
    VERSION = "version"
    """Other versions of the program or of a library make other bytes of the same content."""
    PROGRAM = "program"
    """The report would say something else, and another version of the program would write it."""
    CONTENT = "content"
    """The report would say something else by the same program: the database no longer holds what it held."""
    OTHER = "other"
    """Other bytes, of the same content, by the same versions."""
    UNKNOWN = "unknown"
    """It cannot be written now."""
    LOST = "lost"
    """The bytes were not kept; what comes out is written anew."""


@dataclass(frozen=True, slots=True)
class Again:
    """A file brought out again. `path` is from the reports' folder; `then` and `now` are the versions it was and would
    be made with; `differs` is the first line that would be another: what was issued, and what would be now."""

    path: PurePath
    content: bytes
    fate: Fate
    then: str
    now: str
    differs: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Reissue:
    """A run with its files. `known_at` is the run's, in the plan's time zone where the plan can be read."""

    run: Run
    known_at: datetime | None
    files: tuple[Again, ...]


def reissue(reader: Reader, given: str, forms: Sequence[str] = (), langs: Sequence[str] = ()) -> Reissue:
    """The kept files of a run, those of the formats and languages asked for, each compared with one written now.

    `given` is the run's number, or the content hash that its report bears or the beginning of it. Raises UnknownCode.
    """
    run = _found(reader, given)
    document = _document(reader, run)
    files = [file for file in run.files if _is_wanted(file, forms, langs)]
    if not files:
        raise UnknownCode(what="run-file", given=",".join((*forms, *langs)) or given, near=_offered(run))
    return Reissue(run, _known_at(run, document), tuple(_again(reader, run, file, document) for file in files))


def write_again(found: Reissue, folder: Path) -> Iterator[Path]:
    """Write the files where reports go; their paths. Raises FileTrouble."""
    for file in found.files:
        publish(folder / file.path, file.content)
        yield folder / file.path


def _found(reader: Reader, given: str) -> Run:
    run = ledger.run_of_number(reader, int(given)) if given.isdecimal() and len(given) < SHORTEST_HASH else None
    if run is None and len(given) >= SHORTEST_HASH:
        run = next(iter(ledger.runs_that_say(reader, given.lower())), None)
    if run is None or run.state is not State.DONE or not run.what.is_about_a_period:
        raise UnknownCode(what="run", given=given, near=_latest(reader))
    return run


def _latest(reader: Reader) -> list[str]:
    """The latest reports that were kept: 7 (2023-06)."""
    issued = [run for run in ledger.runs_that_say(reader, "") if run.what.is_about_a_period]
    return [f"{run.id} ({run.period})" for run in issued[:SHOWN]]


def _is_wanted(file: Issued, forms: Sequence[str], langs: Sequence[str]) -> bool:
    lang, form = parsed_name(PurePath(file.path).name)
    return (not forms or form in forms) and (not langs or lang in langs)


def _offered(run: Run) -> list[str]:
    return [".".join(parsed_name(PurePath(file.path).name)) for file in run.files]


def _document(reader: Reader, run: Run) -> ReportDocument | TrackerError:
    """What the report would say now, or why it cannot be made."""
    order = Order(run.plan, Paper(run.what.value), parse_period(run.period), run.as_of, run.known_at)
    try:
        return make(reader, order)
    except TrackerError as error:
        return error


def _known_at(run: Run, document: ReportDocument | TrackerError) -> datetime | None:
    if run.known_at is None or isinstance(document, TrackerError):
        return run.known_at
    return run.known_at.astimezone(ZoneInfo(document.plan.zone))


def _again(reader: Reader, run: Run, file: Issued, document: ReportDocument | TrackerError) -> Again:
    lang, form = parsed_name(PurePath(file.path).name)
    kept = ledger.kept_file(reader, file.sha256)
    template = ledger.kept_file(reader, file.template) if file.template else None
    path = PurePath(*PurePath(file.path).parts[-_DEPTH[run.what.value] :])
    try:
        if isinstance(document, TrackerError):
            raise document
        written, now = render(document, form, lang, template), made_with(form)
    except TrackerError:
        if kept is None:
            raise
        return Again(path, kept, Fate.UNKNOWN, file.made_with, "")
    if kept is None:
        return Again(path, written, Fate.LOST, file.made_with, now)
    fate = _fate(run, file, document, written, now)
    differs = _first_difference(kept, written) if form == "md" and fate is not Fate.SAME else ("", "")
    return Again(path, kept, fate, file.made_with, now, differs)


def _fate(run: Run, file: Issued, document: ReportDocument, written: bytes, now: str) -> Fate:
    if hashlib.sha256(written).hexdigest() == file.sha256:
        return Fate.SAME
    if content_hash(document) != run.content_hash:
        return Fate.PROGRAM if _program(file.made_with) != _program(now) else Fate.CONTENT
    return Fate.VERSION if file.made_with != now else Fate.OTHER


def _program(versions: str) -> str:
    """The program's own version among those a file is made with."""
    return versions.partition(",")[0]


def _first_difference(kept: bytes, written: bytes) -> tuple[str, str]:
    """The first line of two texts that is not the same in both."""
    lines = zip_longest(kept.decode().splitlines(), written.decode().splitlines(), fillvalue="")
    return next(((old, new) for old, new in lines if old != new), ("", ""))


_DEPTH = {Paper.REPORT.value: 4, Paper.REVIEW.value: 3}
"""Parts of a file's path below the reports' folder."""

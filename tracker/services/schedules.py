"""The schedules of a database: adding, listing, pausing, removing them, and what they will do next."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tracker.domain.bilingual import LANGS
from tracker.domain.cadence import Cycle, parse_cadence
from tracker.domain.nearest import nearest
from tracker.domain.occasions import coming, due, first_period
from tracker.domain.period import Period
from tracker.domain.schedule import CatchUp, Edition, Occasion, Run, Schedule, What
from tracker.errors import BadSchedule, UnknownCode
from tracker.services.letterheads import read_letterhead
from tracker.services.products import FILE_FORMATS, database_file
from tracker.store import deliveries, ledger, schedules
from tracker.store.database import Change, Database, Reader, Writer
from tracker.store.deliveries import Delivery

LONGEST_NAME = 60
DEFAULT_FORMATS = ("html",)
WORD = "docx"
"""The format that letterheads are for."""
FOLDERS = {What.BACKUP: Path("backups")}
DEFAULT_FOLDER = Path("reports")
TARGET_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,40}")


@dataclass(frozen=True, slots=True)
class NewSchedule:
    """What was asked for, as typed; None and empty for what was left out. `plan` is the code of a loaded plan."""

    name: str
    every: str
    what: What
    plan: str
    languages: tuple[str, ...]
    about: Cycle | None = None
    start: Period | None = None
    catch_up: CatchUp = CatchUp.ALL
    formats: tuple[str, ...] = ()
    folder: Path | None = None
    zone: str | None = None
    to: tuple[str, ...] = ()
    template: Path | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """A schedule with its next runs."""

    schedule: Schedule
    following: tuple[Occasion, ...]


def add(database: Database, new: NewSchedule, by: str) -> Schedule:
    """Keep a new schedule. Raises BadCadence, BadSchedule (`name`, `exists`, `zone`, ...), UnknownCode; FileTrouble for
    a letterhead that cannot be used; DatabaseTrouble (`server`) for the backup of a server."""
    if new.what is What.BACKUP:
        database_file(database)
    with database.write(Change(by, "schedule-add", new.name, new.plan)) as writer:
        return add_to(writer, new)


def add_to(writer: Writer, new: NewSchedule) -> Schedule:
    """`add` within a transaction."""
    _check(new)
    if in_use(writer, new.name):
        raise BadSchedule(name=new.name, problem="exists")
    made = _made(new, writer, writer.at)
    _check_letterhead(made)
    return replace(made, id=schedules.add(writer, made))


def edit(database: Database, name: str, changes: Mapping[str, Any], by: str) -> Schedule:
    """Change a schedule: `changes` are fields of NewSchedule by name. What it has made stays made.

    Raises as `add` does, and UnknownCode.
    """

    def change(writer: Writer, found: Schedule) -> None:
        edit_in(writer, found, changes)

    return _changed(database, name, by, "schedule-edit", change)


def edit_in(writer: Writer, found: Schedule, changes: Mapping[str, Any]) -> None:
    """`edit` within a transaction."""
    asked = replace(_as_asked(found), **changes)
    _check(asked)
    made = replace(_made(asked, writer, found.created), paused=found.paused)
    if "template" in changes:
        _check_letterhead(made)
    schedules.replace_with(writer, found.id, made)


def in_use(reader: Reader, name: str) -> Schedule | None:
    """The schedule that has a name now."""
    return next((found for found in schedules.named(reader, name) if found.removed is None), None)


def listed(reader: Reader, now: datetime, name: str | None = None, *, count: int) -> list[Preview]:
    """The schedules in use, or the one of a name, each with its next runs. Raises UnknownCode."""
    wanted = schedules.in_use(reader) if name is None else [find(reader, name)]
    return [preview(reader, schedule, now, count) for schedule in wanted]


def find(reader: Reader, name: str) -> Schedule:
    """The schedule in use under a name. Raises UnknownCode."""
    known = {schedule.name: schedule for schedule in schedules.in_use(reader)}
    if name not in known:
        raise UnknownCode(what="schedule", given=name, near=nearest(name, known))
    return known[name]


def preview(reader: Reader, schedule: Schedule, now: datetime, count: int) -> Preview:
    """The next runs after `now`; none while it is paused, nor once its plan is over."""
    if schedule.paused:
        return Preview(schedule, ())
    settled = {run.period for run in ledger.runs_of(reader, schedule.id) if run.edition == Edition.FINAL}
    end = reader.plan(schedule.plan).end
    following = coming(schedule, ZoneInfo(schedule.zone), now, lambda period: str(period) in settled, end)
    return Preview(schedule, tuple(islice(following, count)))


def periods_due(reader: Reader, schedule: Schedule, now: datetime) -> int:
    """How many periods a new schedule has to catch up with."""
    if not schedule.what.is_about_a_period:
        return 0
    end = reader.plan(schedule.plan).end
    found = due(schedule, ZoneInfo(schedule.zone), now, lambda _: False, end)
    return len({occasion.period for occasion in found})


def remove(database: Database, name: str, by: str) -> Schedule:
    """Take a schedule out of use; what it has issued, and its history, stay. Raises UnknownCode."""
    return _changed(database, name, by, "schedule-remove", lambda writer, found: schedules.remove(writer, found.id))


def pause(database: Database, name: str, by: str) -> Schedule:
    """Make no runs until it is resumed. Raises UnknownCode."""
    return _changed(
        database, name, by, "schedule-pause", lambda writer, found: schedules.set_paused(writer, found.id, paused=True)
    )


def resume(database: Database, name: str, by: str) -> Schedule:
    """Go on, with the runs missed in between as its catch-up says; what had failed for good is tried again."""

    def change(writer: Writer, found: Schedule) -> None:
        schedules.set_paused(writer, found.id, paused=False)
        ledger.retry_failed(writer, found.id)
        deliveries.retry_failed(writer, found.id)

    return _changed(database, name, by, "schedule-resume", change)


def history(reader: Reader, name: str) -> list[tuple[Schedule, Run]]:
    """The runs of every schedule that ever had a name, in order. Raises UnknownCode."""
    had = schedules.named(reader, name) or [find(reader, name)]
    return [(schedule, run) for schedule in had for run in ledger.runs_of(reader, schedule.id)]


def deliveries_of(reader: Reader, name: str) -> dict[int, list[Delivery]]:
    """What was delivered, or is to be, of the runs that `history` gives, by the run."""
    return {
        run: found
        for schedule in schedules.named(reader, name)
        for run, found in deliveries.of_runs(reader, schedule.id).items()
    }


def _changed(database: Database, name: str, by: str, kind: str, change: Callable[[Writer, Schedule], None]) -> Schedule:
    with database.read() as reader:
        plan = find(reader, name).plan
    with database.write(Change(by, kind, name, plan)) as writer:
        change(writer, find(writer, name))
        return schedules.named(writer, name)[-1]


def _check(new: NewSchedule) -> None:
    """What can be told without the database."""
    if not new.name.strip() or new.name != new.name.strip() or len(new.name) > LONGEST_NAME or _has_control(new.name):
        raise BadSchedule(name=new.name, problem="name", longest=LONGEST_NAME)
    if new.what is not What.REPORT and new.about not in (None, Cycle.YEAR if new.what is What.REVIEW else None):
        raise BadSchedule(name=new.name, problem="about", what=new.what.value)
    if not new.what.is_about_a_period and new.formats:
        raise BadSchedule(name=new.name, problem="no-formats", what=new.what.value)
    if new.template is not None:
        _check_template(new)
    for target in new.to:
        if not TARGET_NAME.fullmatch(target):
            raise BadSchedule(name=new.name, problem="bad-target", given=target)
    for kind, given, known in (("format", new.formats, FILE_FORMATS), ("language", new.languages, LANGS)):
        for item in given:
            if item not in known:
                raise BadSchedule(name=new.name, problem=f"bad-{kind}", given=item, known=list(known))


def _check_template(new: NewSchedule) -> None:
    """A letterhead is for what is written as Word documents."""
    if not new.what.is_about_a_period:
        raise BadSchedule(name=new.name, problem="no-template", what=new.what.value)
    if new.formats and WORD not in new.formats:
        raise BadSchedule(name=new.name, problem="no-docx")


def _check_letterhead(made: Schedule) -> None:
    """Raise FileTrouble for a letterhead that cannot be used now."""
    if made.template:
        read_letterhead(Path(made.template))


def _as_asked(found: Schedule) -> NewSchedule:
    """What would have to be asked for to get a schedule as it is.

    The length of its periods follows its cadence where it does so now, and its first period begins where it does.
    """
    own = found.what is What.REPORT and found.about is not found.cadence.cycle
    return NewSchedule(
        name=found.name,
        every=found.cadence.text,
        what=found.what,
        plan=found.plan,
        languages=found.languages,
        about=found.about if own else None,
        start=found.first,
        catch_up=found.catch_up,
        formats=found.formats,
        folder=Path(found.folder),
        zone=found.zone,
        to=found.to,
        template=Path(found.template) if found.template else None,
    )


def _made(new: NewSchedule, reader: Reader, created: datetime) -> Schedule:
    """The schedule with all that was left out filled in."""
    cadence = parse_cadence(new.every)
    zone = new.zone or reader.plan(new.plan).zone
    about = {What.REPORT: new.about or cadence.cycle, What.REVIEW: Cycle.YEAR}.get(new.what, Cycle.DAY)
    folder = new.folder or FOLDERS.get(new.what, DEFAULT_FOLDER)
    return Schedule(
        name=new.name,
        plan=new.plan,
        cadence=cadence,
        zone=zone,
        what=new.what,
        about=about,
        first=first_period(about, created, _zone(new.name, zone), new.start),
        created=created,
        folder=str(folder.expanduser().absolute()),
        catch_up=new.catch_up,
        formats=_formats(new) if new.what.is_about_a_period else (),
        languages=tuple(lang for lang in LANGS if lang in new.languages),
        to=tuple(dict.fromkeys(new.to)),
        template=str(new.template.expanduser().absolute()) if new.template else "",
    )


def _formats(new: NewSchedule) -> tuple[str, ...]:
    """Those asked for; else what suits: Word where there is a letterhead."""
    return new.formats or ((WORD,) if new.template else DEFAULT_FORMATS)


def _zone(name: str, zone: str) -> ZoneInfo:
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BadSchedule(name=name, problem="zone", zone=zone) from None


def _has_control(text: str) -> bool:
    """Whether a character would break a line or a table."""
    return any(unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp") for sign in text)

"""Schedules as rows. A removed one stays, with its runs, and gives its name free."""

from sqlalchemy import RowMapping, insert, select, update

from tracker.domain.bilingual import LANGS
from tracker.domain.cadence import Cycle, parse_cadence
from tracker.domain.period import parse_period
from tracker.domain.schedule import CatchUp, Schedule, What
from tracker.store.reader import Reader
from tracker.store.schema import schedule
from tracker.store.writer import Writer


def in_use(reader: Reader) -> list[Schedule]:
    """The schedules that have not been removed, paused ones included, in order of name."""
    query = select(schedule).where(schedule.c.removed.is_(None)).order_by(schedule.c.name)
    return [_schedule(row) for row in reader.connection.execute(query).mappings()]


def named(reader: Reader, name: str) -> list[Schedule]:
    """Every schedule that ever had a name; the one in use, if there is one, is the last."""
    query = select(schedule).where(schedule.c.name == name).order_by(schedule.c.id)
    return [_schedule(row) for row in reader.connection.execute(query).mappings()]


def add(writer: Writer, new: Schedule) -> int:
    """Keep a new schedule; its id. Its name must not be in use."""
    values = {"name": new.name, "plan": new.plan, "created": new.created, "change_id": writer.change_id}
    added = writer.connection.execute(insert(schedule).values(values | _said(new)).returning(schedule.c.id))
    return int(added.scalar_one())


def replace_with(writer: Writer, key: int, new: Schedule) -> None:
    """Let a schedule say what `new` says; its name, plan and time of creation stay."""
    _change(writer, key, **_said(new))


def _said(new: Schedule) -> dict[str, object]:
    """What of a schedule can be changed."""
    return {
        "cadence": new.cadence.text,
        "zone": new.zone,
        "what": new.what.value,
        "formats": ",".join(new.formats),
        "languages": ",".join(new.languages),
        "folder": new.folder,
        "deliver_to": ",".join(new.to),
        "template": new.template,
        "about": new.about.value,
        "start_period": str(new.first),
        "catch_up": new.catch_up.value,
        "paused": int(new.paused),
    }


def set_paused(writer: Writer, key: int, *, paused: bool) -> None:
    """Pause or resume a schedule."""
    _change(writer, key, paused=int(paused))


def remove(writer: Writer, key: int) -> None:
    """Take a schedule out of use."""
    _change(writer, key, removed=writer.at)


def _change(writer: Writer, key: int, **values: object) -> None:
    values["change_id"] = writer.change_id
    writer.connection.execute(update(schedule).where(schedule.c.id == key).values(values))


def _schedule(row: RowMapping) -> Schedule:
    return Schedule(
        name=row["name"],
        plan=row["plan"],
        cadence=parse_cadence(row["cadence"]),
        zone=row["zone"],
        what=What(row["what"]),
        about=Cycle(row["about"]),
        first=parse_period(row["start_period"]),
        created=row["created"],
        folder=row["folder"],
        catch_up=CatchUp(row["catch_up"]),
        formats=_list(row["formats"]),
        languages=tuple(lang for lang in LANGS if lang in _list(row["languages"])),
        to=_list(row["deliver_to"]),
        template=row["template"],
        paused=bool(row["paused"]),
        removed=row["removed"],
        id=row["id"],
    )


def _list(text: str) -> tuple[str, ...]:
    return tuple(text.split(",")) if text else ()

"""The ledger of runs: who has claimed what, what was issued, what failed.

Every function works inside the transaction of its writer. Writers queue, so what is read here still holds when it is
written, and a claim is unique by the table's key. A claim leaves no change record: it is a lock, not an entry.
"""

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import RowMapping, Select, insert, select, update

from tracker.domain.schedule import Issued, Run, Schedule, State, What
from tracker.store.content import dump, load
from tracker.store.reader import Reader
from tracker.store.schema import report_file, report_run
from tracker.store.writer import Writer


@dataclass(frozen=True, slots=True)
class Claim:
    """A wish to make a run. `owner` is a new token; nobody else may take the run before `until`.

    `after` is the number of the run this one builds on, 0 for none; a first claim is refused once there is a later one.
    `as_of` and `known_at` count for the first claim only: a later attempt keeps what the first one fixed.
    """

    schedule: Schedule
    period: str
    edition: str
    due: datetime | None
    as_of: date
    known_at: datetime | None
    owner: str
    until: datetime
    after: int | None = None


def runs_of(reader: Reader, schedule_id: int) -> list[Run]:
    """The runs of a schedule in order of period, then of start."""
    query = select(report_run).where(report_run.c.schedule_id == schedule_id)
    return _runs(reader, query.order_by(report_run.c.due, report_run.c.id))


def last_finished(reader: Reader, schedule_id: int) -> datetime | None:
    """When the last run of a schedule was done."""
    done = (report_run.c.schedule_id == schedule_id) & (report_run.c.state == State.DONE.value)
    query = select(report_run.c.finished).where(done).order_by(report_run.c.finished.desc()).limit(1)
    return reader.connection.execute(query).scalar()


def owners(reader: Reader, since: datetime) -> set[str]:
    """The tokens of those whose claims, neither finished nor taken over, run or ran out after `since`."""
    mine = (report_run.c.state == State.RUNNING.value) & (report_run.c.lease_until > since)
    return set(reader.connection.execute(select(report_run.c.owner).where(mine)).scalars())


def run(reader: Reader, key: int) -> Run:
    """The run of a number."""
    return _run(reader, key)


def before(reader: Reader, made: Run) -> list[Run]:
    """The run of the same schedule before another one, if there is one."""
    earlier = (report_run.c.schedule_id == made.schedule_id) & (report_run.c.id < made.id)
    return _runs(reader, select(report_run).where(earlier).order_by(report_run.c.id.desc()).limit(1))


def claim(writer: Writer, wish: Claim, now: datetime) -> Run | None:
    """The run, if nobody has made it, is making it or has to wait with it; else None."""
    found = _runs(writer, _same_run(wish))
    if not found:
        return None if _is_overtaken(writer, wish) else _first_claim(writer, wish, now)
    run = found[0]
    if run.state is State.DONE or run.not_before is None or run.not_before > now:
        return None
    values = {"state": State.RUNNING.value, "owner": wish.owner, "lease_until": wish.until}
    _set(writer, run.id, **values, attempts=run.attempts + 1, started=now)
    return _run(writer, run.id)


def still_owns(writer: Writer, run: Run) -> bool:
    """Whether nobody has taken the run over since it was claimed."""
    query = select(report_run.c.owner, report_run.c.state).where(report_run.c.id == run.id)
    return tuple(writer.connection.execute(query).one()) == (run.owner, State.RUNNING.value)


def finish(writer: Writer, run: Run, files: tuple[Issued, ...], content_hash: str) -> None:
    """Mark a run as done, with what it issued."""
    done = {"state": State.DONE.value, "lease_until": None, "finished": writer.at, "error": ""}
    _set(writer, run.id, **done, files=_written(files), content_hash=content_hash)


def fail(writer: Writer, run: Run, error: dict[str, object], again: datetime | None) -> None:
    """Mark a run as failed, to be tried again not before `again`, or never. `error` has a code and its data."""
    failed = {"state": State.FAILED.value, "lease_until": again, "finished": writer.at}
    _set(writer, run.id, **failed, error=dump(error))


def give_back(writer: Writer, owner: str, now: datetime) -> None:
    """Let others take over at once what `owner` has claimed and will not finish."""
    mine = (report_run.c.owner == owner) & (report_run.c.state == State.RUNNING.value)
    writer.connection.execute(update(report_run).where(mine).values(lease_until=now))


def retry_failed(writer: Writer, schedule_id: int) -> None:
    """Let what has failed be tried again at once, from the first attempt."""
    failed = (report_run.c.schedule_id == schedule_id) & (report_run.c.state == State.FAILED.value)
    writer.connection.execute(update(report_run).where(failed).values(lease_until=report_run.c.started, attempts=0))


def keep_file(writer: Writer, sha256: str, content: bytes) -> None:
    """Keep the bytes of an issued file, once."""
    query = select(report_file.c.sha256).where(report_file.c.sha256 == sha256)
    if writer.connection.execute(query).first() is None:
        writer.connection.execute(insert(report_file).values(sha256=sha256, content=content))


def kept_file(reader: Reader, sha256: str) -> bytes | None:
    """The bytes of an issued file."""
    query = select(report_file.c.content).where(report_file.c.sha256 == sha256)
    return reader.connection.execute(query).scalar()


def _is_overtaken(writer: Writer, wish: Claim) -> bool:
    """Whether another run was begun since the one that a wish builds on."""
    if wish.after is None:
        return False
    query = select(report_run.c.id).where(report_run.c.schedule_id == wish.schedule.id)
    last = writer.connection.execute(query.order_by(report_run.c.id.desc()).limit(1)).scalar()
    return (last or 0) != wish.after


def record(writer: Writer, run: Run) -> int:
    """Keep a run that nobody scheduled and that is done; its number. `run.id` is not used."""
    values = {
        "schedule_id": None,
        "plan": run.plan,
        "kind": run.what.value,
        "period": run.period,
        "edition": run.edition,
        "as_of": run.as_of,
        "known_at": run.known_at,
        "state": State.DONE.value,
        "attempts": 1,
        "started": writer.at,
        "finished": writer.at,
        "content_hash": run.content_hash,
        "files": _written(run.files),
    }
    added = writer.connection.execute(insert(report_run).values(values).returning(report_run.c.id))
    return int(added.scalar_one())


def run_of_number(reader: Reader, number: int) -> Run | None:
    """The run of a number."""
    found = _runs(reader, select(report_run).where(report_run.c.id == number))
    return found[0] if found else None


def runs_that_say(reader: Reader, content_hash: str) -> list[Run]:
    """Finished runs whose content hash begins so, the latest first."""
    done = report_run.c.content_hash.startswith(content_hash, autoescape=True)
    query = select(report_run).where(done, report_run.c.state == State.DONE.value)
    return _runs(reader, query.order_by(report_run.c.id.desc()))


def _written(files: tuple[Issued, ...]) -> str:
    return json.dumps([asdict(file) for file in files], ensure_ascii=False)


def _first_claim(writer: Writer, wish: Claim, now: datetime) -> Run:
    values = {
        "schedule_id": wish.schedule.id,
        "plan": wish.schedule.plan,
        "kind": wish.schedule.what.value,
        "period": wish.period,
        "edition": wish.edition,
        "due": wish.due,
        "as_of": wish.as_of,
        "known_at": wish.known_at,
        "state": State.RUNNING.value,
        "owner": wish.owner,
        "lease_until": wish.until,
        "attempts": 1,
        "started": now,
        "files": "[]",
    }
    added = writer.connection.execute(insert(report_run).values(values).returning(report_run.c.id))
    return _run(writer, int(added.scalar_one()))


def _same_run(wish: Claim) -> Select[tuple[object, ...]]:
    return select(report_run).where(
        report_run.c.schedule_id == wish.schedule.id,
        report_run.c.plan == wish.schedule.plan,
        report_run.c.kind == wish.schedule.what.value,
        report_run.c.period == wish.period,
        report_run.c.edition == wish.edition,
    )


def _set(writer: Writer, key: int, **values: object) -> None:
    writer.connection.execute(update(report_run).where(report_run.c.id == key).values(values))


def _run(reader: Reader, key: int) -> Run:
    return _runs(reader, select(report_run).where(report_run.c.id == key))[0]


def _runs(reader: Reader, query: Select[tuple[object, ...]]) -> list[Run]:
    return [_read(row) for row in reader.connection.execute(query).mappings()]


def _read(row: RowMapping) -> Run:
    return Run(
        id=row["id"],
        schedule_id=row["schedule_id"],
        plan=row["plan"],
        what=What(row["kind"]),
        period=row["period"],
        edition=row["edition"],
        due=row["due"],
        as_of=row["as_of"],
        known_at=row["known_at"],
        state=State(row["state"]),
        owner=row["owner"],
        not_before=row["lease_until"],
        attempts=row["attempts"],
        started=row["started"],
        finished=row["finished"],
        content_hash=row["content_hash"],
        files=tuple(Issued(**file) for file in json.loads(row["files"])),
        error=load(row["error"]) if row["error"] else {},
    )

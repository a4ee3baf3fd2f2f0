"""The ledger of deliveries: what of which run goes to whom, how often that was tried, and whether it arrived.

A delivery is written down in the transaction that marks its run as done, so that none is forgotten, and none is made
for a run that was not. It is claimed like a run: by a token, until a time after which another may take it over.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, RowMapping, insert, or_, select, update

from tracker.domain.schedule import Run
from tracker.store.content import dump, load
from tracker.store.reader import Reader
from tracker.store.schema import delivery, report_run
from tracker.store.writer import Writer


class Stage(StrEnum):
    """Where a delivery stands."""

    WAITING = "waiting"
    SENDING = "sending"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Message:
    """What is said to a target. `id` is the same at every attempt, so that a repeat can be told for one."""

    target: str
    id: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """A row of the ledger. `not_before` is the end of the lease of one that is being sent, else the time of the next
    attempt; None when there will be none."""

    id: int
    run_id: int
    message: Message
    stage: Stage
    owner: str
    not_before: datetime | None
    attempts: int
    created: datetime
    finished: datetime | None
    error: dict[str, object]


def enqueue(writer: Writer, run: Run, messages: Iterable[Message], now: datetime) -> None:
    """Write down what is to be delivered of a run, from `now` on."""
    for message in messages:
        values = {
            "run_id": run.id,
            "target": message.target,
            "message_id": message.id,
            "subject": message.subject,
            "body": message.body,
            "state": Stage.WAITING.value,
            "not_before": now,
            "attempts": 0,
            "created": now,
        }
        writer.connection.execute(insert(delivery).values(values))


def waiting(reader: Reader, now: datetime) -> list[int]:
    """The deliveries that may be attempted now, oldest first."""
    query = select(delivery.c.id).where(_open(now)).order_by(delivery.c.id)
    return list(reader.connection.execute(query).scalars())


def of_runs(reader: Reader, schedule_id: int) -> dict[int, list[Delivery]]:
    """The deliveries of a schedule's runs, by the run."""
    query = select(delivery).join(report_run, report_run.c.id == delivery.c.run_id)
    rows = reader.connection.execute(query.where(report_run.c.schedule_id == schedule_id).order_by(delivery.c.id))
    found: dict[int, list[Delivery]] = {}
    for row in rows.mappings():
        found.setdefault(row["run_id"], []).append(_read(row))
    return found


def troubled(reader: Reader) -> list[Delivery]:
    """Those whose last attempt went wrong."""
    wrong = (delivery.c.state != Stage.DONE.value) & (delivery.c.error != "")
    rows = reader.connection.execute(select(delivery).where(wrong).order_by(delivery.c.id))
    return [_read(row) for row in rows.mappings()]


def claim(writer: Writer, key: int, owner: str, until: datetime, now: datetime) -> Delivery | None:
    """The delivery, if it may be attempted now and nobody else is at it."""
    mine = {"state": Stage.SENDING.value, "owner": owner, "not_before": until, "attempts": delivery.c.attempts + 1}
    taken = writer.connection.execute(update(delivery).where(delivery.c.id == key, _open(now)).values(mine))
    if not taken.rowcount:
        return None
    return _read(writer.connection.execute(select(delivery).where(delivery.c.id == key)).mappings().one())


def finish(writer: Writer, sent: Delivery, at: datetime) -> bool:
    """Mark a delivery as done, whoever has claimed it meanwhile: it has arrived. False if it was done already."""
    done = {"state": Stage.DONE.value, "not_before": None, "finished": at, "error": ""}
    open_still = (delivery.c.id == sent.id) & (delivery.c.state != Stage.DONE.value)
    return bool(writer.connection.execute(update(delivery).where(open_still).values(done)).rowcount)


def fail(writer: Writer, tried: Delivery, error: dict[str, object], again: datetime | None, at: datetime) -> bool:
    """Note a failed attempt, to be made again not before `again`, or never. False if another has taken it over."""
    mine = (
        (delivery.c.id == tried.id)
        & (delivery.c.owner == tried.owner)
        & (delivery.c.attempts == tried.attempts)
        & (delivery.c.state == Stage.SENDING.value)
    )
    state = Stage.FAILED if again is None else Stage.WAITING
    failed = {"state": state.value, "not_before": again, "finished": at, "error": dump(error)}
    return bool(writer.connection.execute(update(delivery).where(mine).values(failed)).rowcount)


def retry_failed(writer: Writer, schedule_id: int) -> None:
    """Let what could not be delivered of a schedule be tried again at once, from the first attempt."""
    runs = select(report_run.c.id).where(report_run.c.schedule_id == schedule_id)
    wrong = delivery.c.run_id.in_(runs) & delivery.c.state.in_((Stage.FAILED.value, Stage.WAITING.value))
    again = {"state": Stage.WAITING.value, "not_before": delivery.c.created, "attempts": 0}
    writer.connection.execute(update(delivery).where(wrong).values(again))


def _open(now: datetime) -> ColumnElement[bool]:
    left = or_(delivery.c.state == Stage.WAITING.value, delivery.c.state == Stage.SENDING.value)
    return left & (delivery.c.not_before <= now)


def _read(row: RowMapping) -> Delivery:
    return Delivery(
        id=row["id"],
        run_id=row["run_id"],
        message=Message(row["target"], row["message_id"], row["subject"], row["body"]),
        stage=Stage(row["state"]),
        owner=row["owner"],
        not_before=row["not_before"],
        attempts=row["attempts"],
        created=row["created"],
        finished=row["finished"],
        error=load(row["error"]) if row["error"] else {},
    )

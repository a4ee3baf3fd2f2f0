"""Handing over what runs have made: each delivery at least once, with an identifier by which a repeat can be told.

A delivery is claimed before it is attempted; the claim runs out, so that another process takes over from one that died.
Whoever dies after the other side took the message and before the ledger says so lets it be sent again, under the same
identifier. A failed attempt is made again, later each time, and then given up. The run itself is long done.
"""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid4, uuid5

from tracker.delivery.sending import SECONDS, send
from tracker.delivery.targets import Target, variable_of
from tracker.domain.bilingual import LANGS
from tracker.domain.schedule import Issued, Run, Schedule
from tracker.errors import BadTarget, TrackerError
from tracker.i18n import text
from tracker.services.notices import SEPARATOR, Notice
from tracker.store import deliveries, ledger
from tracker.store.database import Change, Database, Reader, utc_now
from tracker.store.deliveries import Delivery, Message

LEASE = timedelta(seconds=SECONDS) + timedelta(minutes=2)
"""How long a claim holds: longer than an attempt may take."""
BACK_OFF = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720))
"""How long to wait after each failed attempt; after one more, the delivery is given up."""
GIVE_UP = 20
"""Attempts after which one that always takes its process down with it is given up."""
MOST_ATTACHED = 8 << 20
"""Bytes of attachments a message may carry; mail servers commonly refuse more than ten million."""

Find = Callable[[str], Target]
"""The target of a name; raises BadTarget."""


def find_none(name: str) -> Target:
    """Where no target is configured."""
    raise BadTarget(name=name, problem="unknown", variable=variable_of(name), known=[])


@dataclass(frozen=True, slots=True)
class Delivered:
    """What came of an attempt: `error` is None where the message arrived; else when it is tried again, if ever."""

    delivery: Delivery
    error: Exception | None = None
    again: datetime | None = None


def messages(schedule: Schedule, run: Run, notice: Notice) -> Iterator[Message]:
    """What goes to the targets of a schedule about a run; whatever process makes it, the identifiers are the same."""
    for target in schedule.to:
        about = (schedule.plan, schedule.name, schedule.created.isoformat(), run.period, run.edition, target)
        identifier = str(uuid5(NAMESPACE_URL, "tracker:" + "/".join(about)))
        yield Message(target, identifier, notice.title(schedule.languages), notice.body(schedule.languages))


@dataclass(frozen=True, slots=True)
class Postman:
    """Makes deliveries. `clock` is the real one; `stopping` is asked between attempts."""

    database: Database
    by: str
    find: Find
    clock: Callable[[], datetime] = utc_now
    stopping: Callable[[], bool] = lambda: False
    lease: timedelta = LEASE
    seconds: float = SECONDS
    owner: str = field(default_factory=lambda: uuid4().hex[:12])

    def deliver(self) -> Iterator[Delivered]:
        """Attempt all that may be attempted now, each once."""
        with self.database.read() as reader:
            keys = deliveries.waiting(reader, self.clock())
        for key in keys:
            if self.stopping():
                return
            claimed = self._claim(key)
            if claimed is not None:
                yield self._attempt(claimed)

    def _claim(self, key: int) -> Delivery | None:
        now = self.clock()
        with self.database.write(self._change()) as writer:
            return deliveries.claim(writer, key, self.owner, now + self.lease, now)

    def _attempt(self, claimed: Delivery) -> Delivered:
        try:
            if claimed.attempts > GIVE_UP:
                return self._failed(claimed, TimeoutError("interrupted each time"))
            self._send(claimed)
        except Exception as error:  # whatever it is, the report stands and the ledger says what happened
            return self._failed(claimed, error)
        with self.database.write(self._change()) as writer:
            deliveries.finish(writer, claimed, self.clock())
        return Delivered(claimed)

    def _send(self, claimed: Delivery) -> None:
        target, message = self.find(claimed.message.target), claimed.message
        with self.database.read() as reader:
            run = ledger.run(reader, claimed.run_id)
            contents = _contents(reader, run.files) if target.attach else {}
        with tempfile.TemporaryDirectory(prefix="tracker-") as folder:
            attached = [_written(Path(folder, name), content) for name, content in contents.items()]
            body = "\n".join([message.body, *_places(run, target, attached=bool(attached)), _reference(message)])
            send(target, message.id, message.subject, body, attached, self.seconds)

    def _failed(self, claimed: Delivery, error: Exception) -> Delivered:
        wait = BACK_OFF[claimed.attempts - 1] if claimed.attempts <= len(BACK_OFF) else None
        again = None if wait is None else self.clock() + wait
        with self.database.write(self._change()) as writer:
            deliveries.fail(writer, claimed, error_record(error), again, self.clock())
        return Delivered(claimed, error, again)

    def _change(self) -> Change:
        return Change(self.by, "delivery")


def _contents(reader: Reader, files: Iterable[Issued]) -> dict[str, bytes]:
    """The bytes of what a run issued, by file name; nothing where the ledger has no copy or they are too many."""
    found = {Path(file.path).name: ledger.kept_file(reader, file.sha256) for file in files}
    kept = {name: content for name, content in found.items() if content is not None}
    return kept if sum(map(len, kept.values())) <= MOST_ATTACHED else {}


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def _places(run: Run, target: Target, *, attached: bool) -> Iterator[str]:
    """Where to find the files that do not come with the message: links where the target has any, else paths."""
    if attached and not target.link:
        return
    for file in run.files:
        path = Path(file.path)
        if target.link and run.plan in path.parts:
            place = path.parts.index(run.plan)
            yield "/".join([target.link.rstrip("/"), *map(quote, path.parts[place:])])
        else:
            yield file.path


def _reference(message: Message) -> str:
    """The identifier, for people: who gets a message twice sees that it is the same one."""
    return SEPARATOR.join(text("notice.reference", lang, id=message.id[:8]) for lang in LANGS)


def error_record(error: Exception) -> dict[str, object]:
    """An error as the ledgers keep it."""
    if isinstance(error, TrackerError):
        return {"code": error.code, "data": {name: str(value) for name, value in error.data.items()}}
    return {"code": "unexpected", "data": {"kind": type(error).__name__, "detail": " ".join(str(error).split())[:300]}}

"""Making scheduled runs, each exactly once, by however many processes.

A run is claimed in the ledger first; the claim is unique and fixes as-of and known-at, so that every attempt at it
gives the same bytes. Its files are written beside their places. Then, in one write transaction: is the claim still
ours? move the files, mark the run as done. A process that dies leaves a claim that runs out, and another takes it
over; what it left on the disk is swept away. A run that fails is tried again, later each time, and then stays failed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from time import monotonic
from uuid import uuid4
from zoneinfo import ZoneInfo

from tracker.domain.period import Period
from tracker.domain.schedule import Occasion, Run, Schedule, What
from tracker.errors import RunInterrupted
from tracker.services import alerts, products
from tracker.services.delivering import error_record, messages
from tracker.services.notices import Notice
from tracker.services.reporting import is_final
from tracker.services.staging import Staged, move, staged, sweep
from tracker.services.wishes import Desk, HasMoved, IsFinal, Wish, wishes
from tracker.store import deliveries, ledger, schedules
from tracker.store.database import Change, Database, Writer, utc_now
from tracker.store.forecasts import keep_forecasts
from tracker.store.heartbeat import beat

LEASE = timedelta(minutes=2)
"""How long a claim holds if its process is not heard of again. Nothing that is made takes as long."""
REST = 60.0
"""Seconds for which a process leaves a schedule alone that has nothing due: so much later it sees what others failed
to finish, and figures that settle a review."""
BACK_OFF = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240))
"""How long to wait after each failed attempt; after one more, the run has failed for good."""

GIVE_UP = 20
"""Attempts after which a run that always takes its process down with it has failed for good."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a run: the files written and what to tell, or the error and when it is tried again, if ever."""

    schedule: Schedule
    run: Run
    paths: tuple[str, ...] = ()
    notice: Notice | None = None
    error: Exception | None = None
    again: datetime | None = None

    @property
    def said(self) -> list[str]:
        """The lines to print: reminders and alerts that are delivered to nobody."""
        if self.notice is None or self.schedule.to or self.schedule.what not in (What.REMINDER, What.ALERT):
            return []
        return [line for lang in self.schedule.languages for line in self.notice.said(lang)]


@dataclass(frozen=True, slots=True)
class Runner:
    """Makes what is due. `clock` is the real one, which leases go by, whatever the scheduler's clock says.

    `stopping` is asked between runs. `owner` tells this process from every other.
    """

    database: Database
    by: str
    clock: Callable[[], datetime] = utc_now
    lease: timedelta = LEASE
    stopping: Callable[[], bool] = lambda: False
    owner: str = field(default_factory=lambda: uuid4().hex[:12])
    _beats: dict[str, float] = field(default_factory=dict)
    _rests: dict[int, tuple[Schedule, datetime, float]] = field(default_factory=dict)
    _compared: dict[int, tuple[alerts.Moment, alerts.Moment]] = field(default_factory=dict)
    _judged: dict[tuple[str, Period, date, datetime | None], bool] = field(default_factory=dict)

    def tick(self, now: datetime) -> Iterator[Outcome]:
        """Make all that is due at `now`, the scheduler's clock; each run that is made or fails, as soon as it is."""
        self._beat()
        with self.database.read() as reader:
            active = [schedule for schedule in schedules.in_use(reader) if not schedule.paused]
        for schedule in active:
            if self._is_resting(schedule, now):
                continue
            written = False
            for outcome in self._outcomes(schedule, now):
                written = written or bool(outcome.paths)
                yield outcome
            if written:
                self._index(schedule)
            following = next(schedule.cadence.after(now, ZoneInfo(schedule.zone)), now)
            self._rests[schedule.id] = (schedule, following, monotonic() + REST)

    def tidy(self) -> None:
        """Put right what killed processes left: files without a claim, an index without the last report."""
        with self.database.read() as reader:
            active = schedules.in_use(reader)
            last = {schedule.id: ledger.last_finished(reader, schedule.id) for schedule in active}
        sweep([path for schedule in active for path in products.leftovers(schedule)], self._owners)
        for schedule in active:
            finished = last[schedule.id]
            if finished is not None and products.index_is_older(schedule, finished):
                self._index(schedule)

    def give_back(self) -> None:
        """Let others take over at once what this process will not finish."""
        with self.database.write(Change(self.by, "run")) as writer:
            ledger.give_back(writer, self.owner, self.clock())

    def _beat(self) -> None:
        """Say now and then that somebody is at work."""
        if monotonic() >= self._beats.get("next", 0.0):
            with self.database.write(Change(self.by, "run")) as writer:
                beat(writer, self.clock(), self.owner)
            self._beats["next"] = monotonic() + REST

    def _is_resting(self, schedule: Schedule, now: datetime) -> bool:
        """Whether a tick of this process found nothing more to do a moment ago, and nothing has changed since."""
        held, following, until = self._rests.get(schedule.id, (None, now, 0.0))
        return held == schedule and now < following and monotonic() < until

    def _outcomes(self, schedule: Schedule, now: datetime) -> Iterator[Outcome]:
        with self.database.read() as reader:
            begun = ledger.runs_of(reader, schedule.id)
            known_at = reader.last_change(schedule.plan)
            desk = Desk(
                begun,
                reader.plan(schedule.plan).end,
                self._judge(schedule.plan, known_at),
                self._compare(schedule, begun, known_at),
            )
        for wish in wishes(schedule, desk, now, self.clock()):
            if self.stopping():
                return
            outcome = self._attempt(schedule, wish, known_at)
            if outcome is not None:
                yield outcome

    def _index(self, schedule: Schedule) -> None:
        """Write the index of a folder of reports; the write lock keeps two processes from overtaking each other."""
        if schedule.what.is_about_a_period:
            with self.database.write(Change(self.by, "run", plan=schedule.plan)):
                products.write_index(schedule, self.owner)

    def _owners(self) -> set[str]:
        with self.database.read() as reader:
            return ledger.owners(reader, self.clock() - self.lease)

    def _judge(self, plan: str, known_at: datetime | None) -> IsFinal:
        """Whether a review would be final; worked out once for what is known."""

        def judge(year: Period, as_of: date) -> bool:
            key = (plan, year, as_of, known_at)
            if key not in self._judged:
                with self.database.read() as reader:
                    self._judged[key] = is_final(reader, plan, year, as_of, known_at)
            return self._judged[key]

        return judge

    def _compare(self, schedule: Schedule, runs: list[Run], known_at: datetime | None) -> HasMoved:
        """Whether a status has changed since the last alert; a comparison that found nothing is not made again."""

        def compare(look: Occasion) -> bool:
            last, now = alerts.since(schedule, runs), alerts.Moment(look.as_of, known_at)
            if not alerts.is_new(schedule, runs, look, known_at) or self._compared.get(schedule.id) == (last, now):
                return False
            with self.database.read() as reader:
                found = alerts.moved(reader, schedule.plan, last, now)
            if not found:
                self._compared[schedule.id] = (last, now)
            return bool(found)

        return compare

    def _attempt(self, schedule: Schedule, wish: Wish, known_at: datetime | None) -> Outcome | None:
        """Make a run; None where another process has it."""
        run = self._claim(schedule, wish, known_at)
        if run is None:
            return None
        if run.attempts > GIVE_UP:
            return self._fail(schedule, run, RunInterrupted())
        try:
            return self._make(schedule, run)
        except Exception as error:
            return self._fail(schedule, run, error)
        except BaseException:  # interrupted
            self.give_back()
            raise

    def _claim(self, schedule: Schedule, wish: Wish, known_at: datetime | None) -> Run | None:
        now = self.clock()
        with self.database.write(Change(self.by, "run", plan=schedule.plan)) as writer:
            claim = ledger.Claim(
                schedule,
                wish.period,
                wish.edition,
                wish.due,
                wish.as_of,
                known_at,
                self.owner,
                now + self.lease,
                wish.after,
            )
            return ledger.claim(writer, claim, now)

    def _make(self, schedule: Schedule, run: Run) -> Outcome | None:
        made = products.make(self.database, schedule, run)
        with staged(made.products, run.owner) as ready:
            change = Change(self.by, "run", f"{schedule.name} {run.period} {run.edition}".strip(), schedule.plan)
            with self.database.write(change) as writer:
                if not ledger.still_owns(writer, run):
                    return None
                move(ready)
                for item in ready:
                    _keep(writer, item)
                ledger.finish(writer, run, tuple(item.issued for item in ready), made.content_hash)
                keep_forecasts(writer, run.id, made.forecasts)
                if made.notice is not None and schedule.to:
                    deliveries.enqueue(writer, run, messages(schedule, run, made.notice), self.clock())
        return Outcome(schedule, run, tuple(item.issued.path for item in ready), made.notice)

    def _fail(self, schedule: Schedule, run: Run, error: Exception) -> Outcome | None:
        wait = BACK_OFF[run.attempts - 1] if run.attempts <= len(BACK_OFF) else None
        again = None if wait is None else self.clock() + wait
        with self.database.write(Change(self.by, "run", f"{schedule.name} {run.period}", schedule.plan)) as writer:
            if not ledger.still_owns(writer, run):
                return None
            ledger.fail(writer, run, error_record(error), again)
        return Outcome(schedule, run, error=error, again=again)


def _keep(writer: Writer, item: Staged) -> None:
    """Keep a file's bytes, and the letterhead they were written in, so that both can come out again."""
    if item.content is not None:
        ledger.keep_file(writer, item.issued.sha256, item.content)
    if item.product.template is not None:
        ledger.keep_file(writer, item.issued.template, item.product.template)

"""Commitments without a number: where each stands by its dated notes, and taking such a note."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tracker.domain.nearest import nearest
from tracker.domain.plan import Clause, Note, Plan, Progress, Task
from tracker.errors import BadDate, UnknownCode
from tracker.store.database import Change, Database
from tracker.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Standing:
    """A commitment with its notes as of a day, the latest last. `status` is None while no note says one."""

    clause: Clause
    notes: tuple[Note, ...]

    @property
    def status(self) -> Progress | None:
        said = [note.status for note in self.notes if note.status is not Progress.NOTED]
        return said[-1] if said else None


@dataclass(frozen=True, slots=True)
class TaskList:
    """A plan's tasks with the standing of their commitments, in the document's order."""

    plan: Plan
    tasks: tuple[tuple[Task, tuple[Standing, ...]], ...]


@dataclass(frozen=True, slots=True)
class NewNote:
    """A note to keep: on a commitment (9.12), a target or an indicator; by whom, at what time (UTC).

    `noted_on` None means today.
    """

    subject: str
    status: Progress
    text: str
    by: str
    now: datetime
    evidence: str = ""
    noted_on: date | None = None


def task_list(
    reader: Reader, plan_code: str, as_of: date, known_at: datetime | None = None, number: int | None = None
) -> TaskList:
    """Where the commitments stand. `number` picks one task. Raises UnknownCode."""
    plan = reader.plan(plan_code, known_at)
    chosen = [task for task in plan.tasks if number in (None, task.number)]
    if number is not None and not chosen:
        raise UnknownCode(what="task", given=str(number), near=[str(task.number) for task in plan.tasks])
    notes = [note for note in reader.notes(plan_code, known_at) if note.noted_on <= as_of]
    return TaskList(plan, tuple((task, tuple(_standing(clause, notes) for clause in task.clauses)) for task in chosen))


def add_note(database: Database, plan_code: str, wanted: NewNote) -> Note:
    """Keep a note. Raises UnknownCode for an unknown subject, BadDate for a day to come."""
    with database.write(Change(wanted.by, "task-note", plan=plan_code)) as writer:
        plan = writer.plan(plan_code)
        known = [*plan.clauses, *(target.code for target in plan.targets), *plan.indicators]
        if wanted.subject not in known:
            raise UnknownCode(what="commitment", given=wanted.subject, near=nearest(wanted.subject, known))
        today = wanted.now.astimezone(ZoneInfo(plan.zone)).date()
        day = wanted.noted_on or today
        if day > today:
            raise BadDate(text=day.isoformat(), problem="future", today=today)
        note = Note(wanted.subject, wanted.status, day, wanted.text, wanted.evidence)
        writer.add_note(plan_code, note)
        return note


def _standing(clause: Clause, notes: list[Note]) -> Standing:
    return Standing(clause, tuple(note for note in notes if note.subject == clause.ref))

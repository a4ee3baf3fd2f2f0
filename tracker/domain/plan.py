"""A plan: a document with goals, its tasks with their commitments, its indicators and its targets."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from tracker.domain.bilingual import Bilingual
from tracker.domain.indicator import Indicator, Publisher
from tracker.domain.planned import PlannedSchedule
from tracker.domain.target import Evidence, Rules, Target

DEFAULT_ZONE = "Asia/Shanghai"


@dataclass(frozen=True, slots=True)
class Clause:
    """One commitment of a task, in our own short words; `number` counts within the task (9.12 is task 9, clause 12)."""

    task: int
    number: int
    title: Bilingual
    evidence: Evidence | None = None
    kind: str = ""
    target_codes: tuple[str, ...] = ()

    @property
    def ref(self) -> str:
        return f"{self.task}.{self.number}"


@dataclass(frozen=True, slots=True)
class Task:
    """One of the document's numbered priority areas."""

    number: int
    title: Bilingual
    evidence: Evidence | None = None
    clauses: tuple[Clause, ...] = ()


class Progress(StrEnum):
    """Where a commitment without a number stands, as a dated note says."""

    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    DONE = "done"
    DELAYED = "delayed"
    DROPPED = "dropped"
    NOTED = "noted"
    """A remark that changes nothing."""


@dataclass(frozen=True, slots=True)
class Note:
    """A dated status note. `subject` is a commitment (`9.12`), a target's or an indicator's code."""

    subject: str
    status: Progress
    noted_on: date
    text: str
    evidence: str = ""
    id: int = 0
    recorded_at: datetime | None = None
    recorded_by: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as loaded, without its targets' history: `targets` are those of the plan file.

    `zone` is an IANA time zone name; `cutoff_day` is the day of the following month on which a period's report
    closes; `title` is the document's.
    """

    code: str
    name: Bilingual
    year: int
    publisher: str
    published_on: date
    zone: str = DEFAULT_ZONE
    title: Bilingual = field(default_factory=Bilingual)
    cutoff_day: int = 26
    rules: Rules = field(default_factory=Rules)
    publishers: Mapping[str, Publisher] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    tasks: tuple[Task, ...] = ()
    targets: tuple[Target, ...] = ()
    schedules: tuple[PlannedSchedule, ...] = ()

    @property
    def clauses(self) -> dict[str, Clause]:
        """All commitments by their reference (`9.12`)."""
        return {clause.ref: clause for task in self.tasks for clause in task.clauses}

    @property
    def end(self) -> date:
        """The last day it is about: of its year, or the due date of a target that is later."""
        return max(date(self.year, 12, 31), *(target.due for target in self.targets))

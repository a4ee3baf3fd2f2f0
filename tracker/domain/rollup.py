"""Roll-up: how many targets have which status, for the plan and for each task; never an average of unlike things.

Targets the document states and targets an analyst interpreted are counted apart, and commitments without a number
stand beside them with what their notes say.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tracker.domain.assessment import Assessment, Status
from tracker.domain.plan import Note, Plan, Progress, Task
from tracker.domain.target import Basis

Counts = Mapping[Basis, Mapping[Status, int]]


@dataclass(frozen=True, slots=True)
class TaskTally:
    """A task: its targets by basis and status, and its commitments without a number by what their last note says.

    `open` commitments have no note that says a status.
    """

    task: Task
    targets: Counts
    commitments: Mapping[Progress, int]
    open: int


@dataclass(frozen=True, slots=True)
class Rollup:
    """The whole plan and each of its tasks; targets of no task are in the whole only."""

    targets: Counts
    tasks: tuple[TaskTally, ...]


def roll_up(plan: Plan, assessments: Iterable[Assessment], notes: Iterable[Note]) -> Rollup:
    """Count; `notes` are those up to the day of the assessments, oldest first."""
    found = list(assessments)
    said = {note.subject: note.status for note in notes if note.status is not Progress.NOTED}
    tallies = []
    for task in plan.tasks:
        wordy = [clause.ref for clause in task.clauses if not clause.target_codes]
        standing: Counter[Progress] = Counter(said[ref] for ref in wordy if ref in said)
        own = [assessment for assessment in found if assessment.target.task == task.number]
        tallies.append(TaskTally(task, counts(own), standing, len(wordy) - sum(standing.values())))
    return Rollup(counts(found), tuple(tallies))


def counts(assessments: Iterable[Assessment]) -> Counts:
    """Targets by basis and status, in the order statuses are decided."""
    found = Counter((assessment.target.basis, assessment.status) for assessment in assessments)
    return {
        basis: {status: found[basis, status] for status in Status if found[basis, status]}
        for basis in Basis
        if any(kept is basis for kept, _ in found)
    }

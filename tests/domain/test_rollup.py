"""Counts by basis, by task, and commitments without numbers beside them."""

from dataclasses import replace
from datetime import date

from tests.domain.cases import base, fig, indicator, on, target
from tracker.domain.assessment import Status
from tracker.domain.bilingual import Bilingual
from tracker.domain.indicator import Kind
from tracker.domain.plan import Clause, Note, Plan, Progress, Task
from tracker.domain.rollup import roll_up
from tracker.domain.target import Basis

STATED = replace(target(indicator(Kind.STOCK), "more-than", "10000", base("2022-12-31", "8997")), task=9)
GUESSED = replace(STATED, code="y-2023", basis=Basis.INTERPRETED, task=None)
CLAUSES = (
    Clause(9, 1, Bilingual("甲", "A")),
    Clause(9, 2, Bilingual("乙", "B")),
    Clause(9, 3, Bilingual("丙", "C"), target_codes=("x-2023",)),
)
PLAN = Plan(
    "p",
    Bilingual("计划", "Plan"),
    2023,
    "miit",
    date(2023, 1, 11),
    tasks=(Task(9, Bilingual("任务", "Task"), None, CLAUSES),),
)
NOTES = [
    Note("9.1", Progress.IN_PROGRESS, date(2023, 3, 1), "begun"),
    Note("9.1", Progress.DONE, date(2023, 5, 1), "done"),
    Note("9.1", Progress.NOTED, date(2023, 6, 1), "a remark"),
]


def test_stated_and_interpreted_targets_are_never_added_together() -> None:
    rows = [fig("2023-08-01", ">12000", "2023-08-01")]
    assessments = [on("2023-09-01", subject, rows) for subject in (STATED, GUESSED, replace(STATED, code="z"))]
    rolled = roll_up(PLAN, assessments, NOTES)
    assert rolled.targets == {Basis.STATED: {Status.ACHIEVED: 2}, Basis.INTERPRETED: {Status.ACHIEVED: 1}}
    (task,) = rolled.tasks
    assert task.targets == {Basis.STATED: {Status.ACHIEVED: 2}}


def test_commitments_without_a_number_stand_beside() -> None:
    (task,) = roll_up(PLAN, [], NOTES).tasks
    assert (task.commitments, task.open) == ({Progress.DONE: 1}, 1)
    assert task.targets == {}

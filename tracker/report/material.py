"""What a report is built from: plain values of the domain, gathered by the service."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from tracker.domain.assessment import Assessment
from tracker.domain.observation import Observation
from tracker.domain.period import Period
from tracker.domain.plan import Note, Plan
from tracker.domain.problems import Problem
from tracker.domain.target import Target
from tracker.report.document import Paper


@dataclass(frozen=True, slots=True)
class View:
    """The plan as one report sees it: what was published by `as_of`, judged on the day `on`.

    `rows` are all vintages that refer to no later than the period's end.
    """

    period: Period
    as_of: date
    on: date
    assessments: tuple[Assessment, ...]
    rows: tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding kept with an observation: a warning that was accepted, or a notice."""

    problem: Problem
    accepted: bool


@dataclass(frozen=True, slots=True)
class Material:
    """All a report may use.

    `before` is what the previous report saw, `months` what each month's report of the year saw (reviews only),
    `observations` every vintage known, also of later periods, `vintages` every vintage of every target, `remarks` the
    findings by observation.
    """

    paper: Paper
    plan: Plan
    known_at: datetime | None
    now: View
    before: View | None
    observations: tuple[Observation, ...]
    vintages: tuple[Target, ...]
    notes: tuple[Note, ...]
    months: tuple[View, ...] = ()
    remarks: Mapping[int, tuple[Remark, ...]] = field(default_factory=dict)

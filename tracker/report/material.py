"""What a report is built from: plain values of the domain, gathered by the service."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from tracker.domain.assessment import Assessment
from tracker.domain.follow_up import FollowUp
from tracker.domain.observation import Observation, as_of_view
from tracker.domain.period import Period
from tracker.domain.plan import Note, Plan
from tracker.domain.problems import Problem
from tracker.domain.target import Target
from tracker.report.document import Paper

Series = tuple[str, str]
"""An indicator and an area."""


@dataclass(frozen=True)
class View:
    """The plan as one report sees it: what was published by `as_of`, judged on the day `on`.

    `rows` are all vintages that refer to no later than the period's end.
    """

    period: Period
    as_of: date
    on: date
    assessments: tuple[Assessment, ...]
    rows: tuple[Observation, ...]

    @cached_property
    def by_code(self) -> dict[str, Assessment]:
        """The assessments by their target's code."""
        return {one.target.code: one for one in self.assessments}

    @cached_property
    def history(self) -> dict[Series, tuple[Observation, ...]]:
        """The rows of each indicator and area."""
        return _grouped(self.rows)

    @cached_property
    def in_force(self) -> dict[Series, tuple[Observation, ...]]:
        """Of each indicator and area the vintages in force, by period."""
        return _grouped(as_of_view(self.rows, self.as_of))

    def history_of(self, target: Target) -> tuple[Observation, ...]:
        """All vintages a target is judged on."""
        return self.history.get((target.indicator.code, target.area), ())


def _grouped(rows: Iterable[Observation]) -> dict[Series, tuple[Observation, ...]]:
    groups: dict[Series, list[Observation]] = {}
    for row in rows:
        groups.setdefault((row.indicator, row.area), []).append(row)
    return {series: tuple(group) for series, group in groups.items()}


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
    findings by observation, `follow_ups` every question about a figure.
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
    follow_ups: tuple[FollowUp, ...] = ()

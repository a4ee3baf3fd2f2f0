"""Why a status moved between two reports: the change is replayed one cause after the other.

First the target and the rules it is judged by, then time alone, then what replaced or took back known figures, then
the figures that are new. A cause counts where the status changes at its step.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from tracker.domain.assessment import Status, assess
from tracker.domain.observation import Entry, Observation
from tracker.domain.target import Target


class Cause(StrEnum):
    """What can move a status."""

    ADDED = "added"
    """The target itself is new."""
    WITHDRAWN = "withdrawn"
    """The target was given up."""
    TARGET = "target"
    METHOD = "method"
    TIME = "time"
    REVISION = "revision"
    NEW_FIGURE = "new-figure"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a report judged a target on: the target in force, the figures it could use, and the two days of `assess`."""

    target: Target
    rows: tuple[Observation, ...]
    as_of: date
    on: date

    @property
    def status(self) -> Status:
        return assess(self.target, self.rows, self.as_of, self.on).status


def causes(before: Standing, after: Standing) -> tuple[Cause, ...]:
    """The causes of a status that is not what it was, in the order they were replayed."""
    old_rows = _published(before.rows, before.as_of)
    method = replace(before, target=_same_goal(before.target, after.target))
    aim = replace(before, target=after.target)
    time = Standing(after.target, old_rows, after.as_of, after.on)
    revised = replace(time, rows=_with_revisions(old_rows, after.rows))
    steps = (
        (Cause.METHOD, method),
        (Cause.TARGET, aim),
        (Cause.TIME, time),
        (Cause.REVISION, revised),
        (Cause.NEW_FIGURE, after),
    )
    found, status = [], before.status
    for cause, standing in steps:
        following = standing.status
        if following is not status:
            found.append(cause)
        status = following
    return tuple(found)


def _same_goal(old: Target, new: Target) -> Target:
    """The old target judged by the new one's rules."""
    return replace(old, rules=new.rules, path=new.path)


def _published(rows: Iterable[Observation], day: date) -> tuple[Observation, ...]:
    return tuple(row for row in rows if row.published_on <= day)


def _with_revisions(old: Sequence[Observation], new: Iterable[Observation]) -> tuple[Observation, ...]:
    """The old figures, and of the new rows those that replace or end one of them."""
    known = {(*row.series, row.period) for row in old}
    seen, ids = set(old), {row.id for row in old}
    later = (
        row
        for row in new
        if row not in seen and ((*row.series, row.period) in known if row.entry is Entry.VALUE else row.voids in ids)
    )
    return (*old, *later)

"""What the store hands out and takes in beside the domain's own records.

Named tuples: a dataclass takes six times as long to define, which every command would pay.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from tracker.domain.bilingual import Bilingual
from tracker.domain.problems import Severity


class Change(NamedTuple):
    """Who is about to write, and why: the audit record without which nothing is written.

    `kind` names the use case (record, import, retract, plan-load, target-set, task-note, ...); `plan` is the code of
    the plan it is about, "" for none in particular.
    """

    by: str
    kind: str
    reason: str = ""
    plan: str = ""


class ChangeRow(NamedTuple):
    """A change as recorded. `observations` counts the rows it brought, `indicators` names theirs in order of code.

    `subjects` are the targets it set and the commitments, targets or indicators it noted something about.
    """

    id: int
    at: datetime
    by: str
    kind: str
    reason: str
    plan: str
    observations: int = 0
    indicators: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()


class ChangeFilter(NamedTuple):
    """Which changes to list: those that meet every condition given. `since` and `until` are included."""

    by: str | None = None
    kinds: tuple[str, ...] = ()
    plan: str | None = None
    indicator: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    limit: int | None = None
    """At most so many, the latest."""


class PlanHead(NamedTuple):
    """A loaded plan in a line. `loaded_at` dates the version in force, `versions` counts them."""

    code: str
    name: Bilingual
    year: int
    publisher: str
    published_on: date
    loaded_at: datetime
    versions: int


class Finding(NamedTuple):
    """A warning that was accepted, or a notice that was given, when an observation was recorded."""

    severity: Severity
    code: str
    data: Mapping[str, object]
    accepted: bool

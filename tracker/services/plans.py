"""Loading a plan: for the first time, or in place of a version that is there, with a reason and breaking no records.

Targets that are in the database and not in the file stay as they are: they may have been set during the year.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tracker.domain.plan import Plan
from tracker.domain.plan_changes import Fate, PartChange, differences
from tracker.domain.plan_data import read_target, target_data
from tracker.domain.problems import Problem, Severity
from tracker.domain.target import Target
from tracker.errors import NeedsReason, PlanConflict, PlanRefused
from tracker.store.database import Change, Database
from tracker.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Load:
    """What loading a plan changes, or would. `kept` are the targets in force that its file does not have."""

    plan: Plan
    first: bool
    changes: tuple[PartChange, ...] = ()
    kept: tuple[str, ...] = ()

    @property
    def says_something(self) -> bool:
        return self.first or bool(self.changes)


def preview(reader: Reader, plan: Plan) -> Load:
    """What loading `plan` would change. Raises PlanConflict where it would break what is recorded."""
    loaded = plan.code in {head.code for head in reader.plans()}
    problems = list(_elsewhere(reader, plan))
    found = Load(plan, first=not loaded)
    if loaded:
        old, vintages = reader.plan(plan.code), reader.target_vintages(plan.code)
        problems += _breaks(reader, old, plan, vintages)
        made = differences(_as_kept(old, plan, vintages), plan)
        gone = tuple(part.code for part in made if _is_gone_target(part))
        found = replace(found, changes=tuple(part for part in made if not _is_gone_target(part)), kept=gone)
    if problems:
        raise PlanConflict(plan=plan.code, problems=tuple(problems), count=len(problems))
    return found


def load_plan(database: Database, plan: Plan, by: str, reason: str = "") -> Load:
    """Load `plan`; a second time only with a reason, and only what differs. Raises PlanConflict, NeedsReason."""
    with database.write(Change(by, "plan-load", reason, plan.code)) as writer:
        found = preview(writer, plan)
        if found.changes and not reason.strip():
            raise NeedsReason(what="plan", given=plan.code)
        if found.says_something:
            writer.add_plan(plan)
            if plan.schedules:
                from tracker.services.planned import follow  # few plans have any

                follow(writer, plan, found.changes, first=found.first)
        return found


def _is_gone_target(part: PartChange) -> bool:
    return part.what == "target" and part.fate is Fate.REMOVED


def _as_kept(old: Plan, new: Plan, vintages: list[Target]) -> Plan:
    """The old plan with, of each target, the vintage announced on the day the new plan's was, else the last one.

    So a file that is older than a target's last change does not undo it.
    """
    last = {vintage.code: vintage for vintage in vintages}
    by_day = {(vintage.code, vintage.published_on): vintage for vintage in vintages}
    kept = {target.code: target for target in old.targets}
    for target in new.targets:
        if target.code in last:
            kept[target.code] = by_day.get((target.code, target.published_on), last[target.code])
    return replace(old, targets=tuple(kept.values()))


def _elsewhere(reader: Reader, plan: Plan) -> Iterator[Problem]:
    """Indicators that another loaded plan defines otherwise: they share their figures."""
    for head in reader.plans():
        if head.code != plan.code:
            other = reader.plan(head.code)
            for code in sorted(other.indicators.keys() & plan.indicators.keys()):
                if _measure(other, code) != _measure(plan, code):
                    yield _problem("indicators", "defined-elsewhere", text=code, plan=head.code)


def _breaks(reader: Reader, old: Plan, new: Plan, vintages: list[Target]) -> Iterator[Problem]:
    """What is recorded and would lose its meaning: figures, targets, notes."""
    yield from _broken_figures(reader, old, new)
    for vintage in vintages:
        try:
            read_target(target_data(vintage), new)
        except PlanRefused as refused:
            yield _problem("targets", "target-broken", text=vintage.code, day=vintage.published_on)
            yield from refused.data["problems"]  # type: ignore[misc]  # problems by PlanRefused's promise
    subjects = {*new.clauses, *new.indicators, *(vintage.code for vintage in vintages)}
    for subject in {note.subject for note in reader.notes(new.code)} - subjects:
        yield _problem("tasks", "notes-orphaned", text=subject)


def _broken_figures(reader: Reader, old: Plan, new: Plan) -> Iterator[Problem]:
    suspects = [code for code in old.indicators if _measure(old, code) != _measure(new, code)]
    missing = set(old.publishers) - set(new.publishers)
    if not suspects and not missing:
        return
    rows = reader.observations(list(old.indicators))
    for code in suspects:
        count = sum(row.indicator == code for row in rows)
        if count:
            yield _problem("indicators", "figures-orphaned", text=code, count=count)
    for code in sorted(missing & {row.publisher for row in rows}):
        yield _problem("publishers", "publisher-orphaned", text=code)


def _measure(plan: Plan, code: str) -> tuple[object, ...] | None:
    """What gives an indicator's figures their meaning."""
    indicator = plan.indicators.get(code)
    return None if indicator is None else (indicator.kind, indicator.unit.zh)


def _problem(where: str, code: str, **data: object) -> Problem:
    return Problem(Severity.ERROR, code, data, (where,))

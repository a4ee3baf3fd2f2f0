"""A plan and its targets as plain data, and back: dicts, lists and texts, the same in a plan file and in the store.

`read_plan(plan_data(plan)) == plan` and `read_target(target_data(target), plan) == target` for every plan and target
that were read; what the data leave out is filled in by reading, and writing says it. When and by whom a vintage of a
target was recorded, and why, is the store's to keep, not the data's.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from decimal import Decimal
from typing import Any

from tracker.domain.bilingual import Bilingual
from tracker.domain.calendar import ReleaseCalendar
from tracker.domain.indicator import Indicator, Kind, Publisher, Unit
from tracker.domain.observation import Baseline
from tracker.domain.plan import Clause, Plan, Task
from tracker.domain.plan_check import SPAN_KINDS, Known
from tracker.domain.plan_keys import FORMAT, TARGET, UNITS
from tracker.domain.plan_reading import Reader, plan_from
from tracker.domain.planned import PlannedSchedule
from tracker.domain.shape import BROKEN, Findings
from tracker.domain.target import Condition, Evidence, PathSpec, Rules, Target
from tracker.errors import PlanRefused

Data = dict[str, Any]


def read_plan(data: Mapping[str, Any], *, targets_apart: bool = False) -> Plan:
    """The plan. Raises PlanRefused with all its problems. `targets_apart`: the store keeps its targets elsewhere."""
    findings = Findings()
    plan = plan_from(data, findings, targets_apart=targets_apart)
    if plan is None or findings.problems:
        raise PlanRefused(problems=tuple(findings.problems), count=len(findings.problems), file="")
    return plan


def read_target(data: Mapping[str, Any], plan: Plan) -> Target:
    """One target of a plan, new or changed. Raises PlanRefused with all its problems, their paths within the target."""
    return target_reader(plan)(data)


def target_reader(plan: Plan) -> Callable[[Mapping[str, Any]], Target]:
    """`read_target` for many targets of a plan: what they may refer to is worked out once."""
    known = Known.of(plan)

    def read(data: Mapping[str, Any]) -> Target:
        findings = Findings()
        item = TARGET.read(data, (), findings)
        target = None if item is BROKEN else Reader(findings, known).target(item, plan.indicators)
        if target is None or findings.problems:
            raise PlanRefused(problems=tuple(findings.problems), count=len(findings.problems), problem="target")
        return target

    return read


def plan_data(plan: Plan) -> Data:
    """The plan in the canonical form: everything that has a default elsewhere is said, empty parts are left out."""
    return _filled(
        {
            "format": str(FORMAT),
            "plan": plan.code,
            "name": _bilingual(plan.name),
            "title": _bilingual(plan.title),
            "year": str(plan.year),
            "publisher": plan.publisher,
            "published": plan.published_on.isoformat(),
            "timezone": plan.zone,
            "cutoff-day": str(plan.cutoff_day),
            "rules": _rules(plan.rules),
            "publishers": [_publisher(publisher) for publisher in plan.publishers.values()],
            "indicators": [_indicator(indicator) for indicator in plan.indicators.values()],
            "targets": [target_data(target) for target in plan.targets],
            "tasks": [_task(task) for task in plan.tasks],
            "schedules": [_schedule(schedule) for schedule in plan.schedules],
        }
    )


def _schedule(schedule: PlannedSchedule) -> Data:
    return _filled(
        {
            "name": schedule.name,
            "every": schedule.every,
            "what": schedule.what.value,
            "start": "" if schedule.start is None else str(schedule.start),
            "catch-up": schedule.catch_up.value,
            "formats": list(schedule.formats),
            "languages": list(schedule.languages),
            "folder": schedule.folder,
            "template": schedule.template,
            "zone": schedule.zone,
            "about": schedule.about,
            "to": list(schedule.to),
        }
    )


def target_data(target: Target) -> Data:
    """The target; its baseline only where it is not the indicator's."""
    own = target.baseline if target.baseline != target.indicator.baseline_in(target.area) else None
    return _filled(
        {
            "code": target.code,
            "indicator": target.indicator.code,
            "name": _bilingual(target.name),
            "area": target.area,
            "condition": _condition(target.condition),
            "start": target.start.isoformat(),
            "due": target.due.isoformat(),
            "basis": target.basis.value,
            "commitment": target.commitment.value,
            "task": "" if target.task is None else str(target.task),
            "evidence": _evidence(target.evidence),
            "baseline": _baseline(own),
            "path": _path(target.path),
            "published": target.published_on.isoformat(),
            "note": _bilingual(target.note),
            "withdrawn": "true" if target.withdrawn else "",
        }
    )


def _indicator(indicator: Indicator) -> Data:
    return _filled(
        {
            "code": indicator.code,
            "name": _bilingual(indicator.name),
            "aliases": list(indicator.aliases),
            "kind": indicator.kind.value,
            "unit": _unit(indicator.unit),
            "growth-of": indicator.growth_of,
            "direction": indicator.direction.value,
            "publishers": list(indicator.publishers),
            "definition": _bilingual(indicator.definition),
            "calendar": _calendar(indicator.calendar, indicator.kind),
            "baseline": _baseline(indicator.baseline),
        }
    )


def _unit(unit: Unit) -> str | Data:
    if UNITS.get(unit.zh, Unit(unit.zh, unit.zh)) == unit:
        return unit.zh
    return _filled({"zh": unit.zh, "en": unit.en, "aliases": list(unit.aliases), "whole": "true" if unit.whole else ""})


def _calendar(calendar: ReleaseCalendar, kind: Kind) -> Data:
    if not calendar.is_regular:
        return {"frequency": calendar.frequency.value}
    return _filled(
        {
            "frequency": calendar.frequency.value,
            "usual-lag": str(calendar.usual_lag),
            "latest-lag": str(calendar.latest_lag),
            "with-next": [str(month) for month in calendar.with_next],
            "spans": [span.value for span in calendar.spans] if kind in SPAN_KINDS else [],
            "overrides": {str(period): day.isoformat() for period, day in calendar.overrides.items()},
        }
    )


def _baseline(baseline: Baseline | None) -> Data:
    """The number with its bound spelt out, so that reading it back needs no understanding of words."""
    if baseline is None:
        return {}
    quantity, text = baseline.quantity, baseline.as_published
    return _filled(
        {
            "period": str(baseline.period),
            "value": _number(quantity.value),
            "bound": "" if quantity.is_exact else quantity.bound.value,
            "as-published": text,
            "publisher": baseline.publisher,
            "published": baseline.published_on.isoformat(),
            "flag": baseline.flag,
        }
    )


def _condition(condition: Condition) -> Data:
    return _filled(
        {
            "op": condition.op.value,
            "value": _number(condition.value),
            "upper": _number(condition.upper),
            "tolerance": _number(condition.tolerance),
        }
    )


def _path(path: PathSpec) -> Data:
    if path == PathSpec():
        return {}
    points = [{"date": day.isoformat(), "value": _number(value)} for day, value in path.points]
    return _filled({"kind": path.kind.value, "points": points, "reason": _bilingual(path.reason)})


def _rules(rules: Rules) -> Data:
    """Only what differs from the rules of the house."""
    house = Rules()
    changed = {field.name: getattr(rules, field.name) for field in fields(Rules)}
    return {
        name.replace("_", "-"): _number(value) if isinstance(value, Decimal) else str(value)
        for name, value in changed.items()
        if value != getattr(house, name)
    }


def _task(task: Task) -> Data:
    return _filled(
        {
            "number": str(task.number),
            "title": _bilingual(task.title),
            "evidence": _evidence(task.evidence),
            "commitments": [_clause(clause) for clause in task.clauses],
        }
    )


def _clause(clause: Clause) -> Data:
    return _filled(
        {
            "number": str(clause.number),
            "title": _bilingual(clause.title),
            "evidence": _evidence(clause.evidence),
            "kind": str(clause.kind),
            "targets": list(clause.target_codes),
        }
    )


def _publisher(publisher: Publisher) -> Data:
    return _filled({"code": publisher.code, "name": _bilingual(publisher.name), "aliases": list(publisher.aliases)})


def _evidence(evidence: Evidence | None) -> Data:
    return {} if evidence is None else {"paragraph": str(evidence.paragraph), "phrase": evidence.phrase}


def _bilingual(text: Bilingual) -> Data:
    return _filled({"zh": text.zh, "en": text.en})


def _number(value: Decimal | None) -> str:
    """All digits as they are, never an exponent."""
    return "" if value is None else format(value, "f")


def _filled(data: Data) -> Data:
    return {key: value for key, value in data.items() if value not in ("", [], {})}

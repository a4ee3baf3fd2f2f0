"""Drafting next year's plan file from the outcomes of a year."""

from dataclasses import dataclass, replace
from datetime import date

from tracker.domain.assessment import Assessment
from tracker.domain.bilingual import Lang
from tracker.domain.carry import baselines, carried_plan, next_code
from tracker.domain.observation import as_of_view
from tracker.domain.plan import Plan
from tracker.domain.plan_data import target_data
from tracker.domain.target import Op, Target
from tracker.domain.wording import quantity_text
from tracker.errors import BadPeriod
from tracker.exchange import yaml_text
from tracker.exchange.plan_file import plan_text
from tracker.i18n import text
from tracker.i18n.conditions import goal_text
from tracker.services.status import PlanReader, plan_state

OPEN = ("condition", "evidence", "published", "baseline", "path", "task", "note")
"""Parts of a target that next year's document decides."""


NUMBERS = {Op.WITHIN: ("tolerance",), Op.BETWEEN: ("value", "upper")}
"""The numbers of a condition that needs others than one value."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a plan file, the plan it holds, and the indicators that have no figure to start from."""

    plan: Plan
    text: str
    without_baseline: tuple[str, ...]


def draft_plan(reader: PlanReader, code: str, year: int, today: date, lang: Lang) -> Draft:
    """The draft for `year` of the plan called `code`, from what is known today.

    Its targets stand in it as comments, each with what became of it. Raises UnknownCode; BadPeriod (`not-later`) for a
    year that is not after the plan's.
    """
    state = plan_state(reader, code, today)
    if year <= state.plan.year:
        raise BadPeriod(text=str(year), problem="not-later")
    found = baselines(state.plan, as_of_view(reader.observations(list(state.plan.indicators)), today))
    plan = carried_plan(state.plan, year, found)
    missing = tuple(one for one, baseline in found.items() if baseline is None)
    parts = [_head(state.plan, today, missing, lang), plan_text(plan), _targets(state.assessments, year, lang)]
    return Draft(plan, "\n".join(part for part in parts if part), missing)


def _head(plan: Plan, today: date, missing: tuple[str, ...], lang: Lang) -> str:
    lines = [text("carry.head", lang, plan=plan.code, day=today), text("carry.to-set", lang)]
    if missing:
        lines.append(text("carry.no-baseline", lang, year=plan.year, codes=list(missing)))
    return "".join(f"# {line}\n" for line in lines)


def _targets(assessments: tuple[Assessment, ...], year: int, lang: Lang) -> str:
    """The targets as comments to fill in."""
    if not assessments:
        return ""
    lines = [text("carry.targets", lang), "targets:"]
    for one in assessments:
        lines.append(f"  # {_outcome(one, lang)}")
        entry = yaml_text.dump({"targets": [_entry(one.target, year, lang)]}).splitlines()[1:]
        lines += entry
    return "".join(f"# {line}\n" for line in lines)


def _outcome(one: Assessment, lang: Lang) -> str:
    target = one.target
    goal, status = goal_text(target, lang), text(f"status.{one.status}", lang)
    data = {"code": target.code, "goal": goal, "status": status}
    if one.actual is None:
        return text("carry.outcome-none", lang, **data)
    figure = quantity_text(one.actual.quantity, target.indicator.unit, lang)
    return text("carry.outcome", lang, figure=figure, period=one.actual.period, **data)


def _entry(target: Target, year: int, lang: Lang) -> dict[str, object]:
    """A target's part of a plan file moved to `year`, what the document decides left open."""
    old = target.due.year
    moved = replace(
        target,
        code=next_code(target.code, old, year),
        start=target.start.replace(year=target.start.year + year - old, day=1),
        due=target.due.replace(year=year, day=min(target.due.day, 28) if target.due.month == 2 else target.due.day),
    )
    data = {key: value for key, value in target_data(moved).items() if key not in OPEN}
    place = text("carry.open", lang)
    condition = {"op": target.condition.op.value} | dict.fromkeys(NUMBERS.get(target.condition.op, ("value",)), place)
    return {**data, "condition": condition, "evidence": {"paragraph": place, "phrase": place}}

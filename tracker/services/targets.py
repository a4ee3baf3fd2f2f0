"""Setting a target: a new one, or a new vintage of one that is there. What was before is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tracker.domain.indicator import Indicator
from tracker.domain.names import find_indicator
from tracker.domain.nearest import nearest
from tracker.domain.plan import Plan
from tracker.domain.plan_data import Data, read_target, target_data
from tracker.domain.problems import Problem, Severity
from tracker.domain.target import Op, Target
from tracker.domain.wording import parse_quantity
from tracker.errors import BadDate, NeedsReason, PlanRefused, UnknownCode
from tracker.store.database import Change, Database
from tracker.store.reader import Reader


@dataclass(frozen=True, slots=True)
class TargetChange:
    """What to set, in the words of a plan file: `fields` are keys of a target (due, start, area, ...).

    `indicator` may be any of its names. `value` is the condition as people write it (超过8万家) or, with `upper`, the
    lower end of a range; `tolerance` alone means within it of the reference value, with `value` the allowance. "" for
    what stays as it is. `published` None means today. `now` is UTC.
    """

    code: str
    by: str
    now: datetime
    reason: str = ""
    published: date | None = None
    indicator: str = ""
    value: str = ""
    upper: str = ""
    tolerance: str = ""
    withdrawn: bool = False
    fields: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TargetSet:
    """The target as it is now, and the vintage it replaced (None for a new one). Not stored: nothing was different."""

    target: Target
    before: Target | None
    stored: bool


def set_target(database: Database, plan_code: str, wanted: TargetChange) -> TargetSet:
    """Announce a target, or change one. Raises PlanRefused, NeedsReason, BadDate, UnknownCode."""
    with database.write(Change(wanted.by, "target-set", wanted.reason, plan_code)) as writer:
        plan = writer.plan(plan_code)
        day = _announced(plan, wanted)
        versions = writer.target_vintages(plan_code)
        before = _in_force(versions, wanted.code, day)
        if before is None and not wanted.indicator:
            known = {version.code for version in versions}
            raise UnknownCode(what="target", given=wanted.code, near=nearest(wanted.code, known))
        target = read_target(_data(plan, before, wanted) | {"published": day.isoformat()}, plan)
        if before is not None:
            if target_data(target) == target_data(replace(before, published_on=day)) and _says_no_more(before, wanted):
                return TargetSet(before, before, stored=False)
            if not wanted.reason.strip():
                raise NeedsReason(what="target", given=wanted.code)
        writer.add_target(plan_code, replace(target, reason=wanted.reason))
        return TargetSet(target, before, stored=True)


def _announced(plan: Plan, wanted: TargetChange) -> date:
    """The day of the announcement. Raises BadDate for one to come."""
    today = wanted.now.astimezone(ZoneInfo(plan.zone)).date()
    if wanted.published is not None and wanted.published > today:
        raise BadDate(text=wanted.published.isoformat(), problem="future", today=today)
    return wanted.published or today


def _in_force(versions: list[Target], code: str, day: date) -> Target | None:
    """The vintage a change of that day replaces: the last announced by then, else the first there is."""
    found = [version for version in versions if version.code == code]
    by_then = [version for version in found if version.published_on <= day]
    return by_then[-1] if by_then else next(iter(found), None)


def _says_no_more(before: Target, wanted: TargetChange) -> bool:
    """Whether the announcement is no news: no day was given for it, or the day it is known by."""
    return wanted.published in (None, before.published_on)


def vintages(reader: Reader, plan_code: str, code: str = "", known_at: datetime | None = None) -> list[Target]:
    """Every vintage of the plan's targets, or of one. Raises UnknownCode."""
    found = reader.target_vintages(plan_code, known_at)
    known = {target.code for target in found}
    if code and code not in known:
        raise UnknownCode(what="target", given=code, near=nearest(code, known))
    return [target for target in found if code in ("", target.code)]


def _data(plan: Plan, before: Target | None, wanted: TargetChange) -> Data:
    """The target as plain data: what it was, with what is to change."""
    data: Data = {"code": wanted.code} if before is None else target_data(before)
    data["withdrawn"] = "true" if wanted.withdrawn else ""
    if wanted.indicator:
        code = find_indicator(plan, wanted.indicator).code
        if before is not None and code != before.indicator.code:
            raise _refused("indicator", "other-indicator", text=wanted.code, indicator=before.indicator.code)
        data["indicator"] = code
    if wanted.value or wanted.upper or wanted.tolerance:
        data["condition"] = _condition(wanted, plan.indicators.get(str(data.get("indicator", ""))))
    return data | dict(wanted.fields)


def _condition(wanted: TargetChange, indicator: Indicator | None) -> str | Data:
    """The condition's plain data; the parts of a text and an allowance are taken apart here."""
    if wanted.upper:
        return {"op": Op.BETWEEN.value, "value": wanted.value, "upper": wanted.upper}
    if wanted.tolerance and wanted.value and indicator is not None:
        quantity = parse_quantity(wanted.value, indicator.unit)
        number = format(quantity.value, "f")
        return {"op": quantity.bound.value, "value": number, "tolerance": wanted.tolerance}
    if wanted.tolerance:
        return {"op": Op.WITHIN.value, "tolerance": wanted.tolerance}
    return wanted.value


def _refused(where: str, code: str, **data: object) -> PlanRefused:
    problem = Problem(Severity.ERROR, code, data, (where,))
    return PlanRefused(problems=(problem,), count=1, problem="target")

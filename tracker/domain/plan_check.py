"""What in a plan does not go together: references to nothing, dates out of order, conditions that fit no indicator."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from tracker.domain.calendar import Frequency
from tracker.domain.indicator import Indicator, Kind
from tracker.domain.names import plain
from tracker.domain.nearest import nearest
from tracker.domain.observation import Baseline
from tracker.domain.plan import Plan
from tracker.domain.plan_keys import FORMAT, LAST_CUTOFF_DAY
from tracker.domain.shape import BROKEN, Fields, Findings, Path
from tracker.domain.target import Op, PathKind, PathSpec, Rules, Target

SPAN_KINDS = (Kind.GROWTH, Kind.FLOW)
STEPPED = (PathKind.BATCH, PathKind.INTERIM)
ALLOWING = (Op.WITHIN, Op.ABOUT, Op.NEARLY)
"""Conditions that may carry a tolerance."""


class Known(NamedTuple):
    """What the parts of a plan may refer to, and what stands in where they leave something out.

    None for a list that could not be read, or is kept apart from the plan: then nobody can say what is missing from it.
    """

    publisher: str
    published: date
    publishers: frozenset[str] | None
    indicators: frozenset[str] | None
    targets: frozenset[str] | None
    tasks: frozenset[int] | None
    rules: Rules

    @classmethod
    def of(cls, plan: Plan) -> "Known":
        """What a target of a plan may refer to."""
        return cls(
            plan.publisher,
            plan.published_on,
            frozenset(plan.publishers),
            frozenset(plan.indicators),
            frozenset(target.code for target in plan.targets),
            frozenset(task.number for task in plan.tasks),
            plan.rules,
        )


def known_format(version: Any, findings: Findings) -> bool:
    """A file of a later format is not looked at further: its keys would all seem wrong."""
    if version is BROKEN or version <= FORMAT:
        return True
    findings.error(("format",), "newer-format", version=version, known=FORMAT)
    return False


def head(parts: Fields, publishers: Collection[str], findings: Findings) -> None:
    """The plan's own publisher, cut-off day and bands."""
    if parts["publisher"] is not None:
        reference("publisher", parts["publisher"], publishers, ("publisher",), findings)
    day = parts["cutoff-day"]
    if day is not BROKEN and not 1 <= int(day) <= LAST_CUTOFF_DAY:
        findings.error(("cutoff-day",), "bad-day", text=str(day), last=LAST_CUTOFF_DAY)
    rules = parts["rules"]
    if isinstance(rules, dict):
        low, high = rules["on-track-below"], rules["behind-up-to"]
        if low is not None and high is not None and low > high:
            findings.error(("rules", "behind-up-to"), "bands-crossed", low=low, high=high)
        if rules["last-quarter"] is not None and rules["last-quarter"] > 1:
            findings.error(("rules", "last-quarter"), "bad-part", text=str(rules["last-quarter"]))


def unique(found: Iterable[tuple[Path, Fields]], key: str, findings: Findings) -> None:
    """No two items of a list with the same code or number."""
    seen = set()
    for path, item in found:
        if item[key] in seen:
            findings.error((*path, key), "duplicate", text=str(item[key]))
        seen.add(item[key])


def distinct(found: list[tuple[Path, Fields]], findings: Findings) -> None:
    """No code twice, and no name or alias that could mean two of them."""
    unique(found, "code", findings)
    owners: dict[str, str] = {}
    for path, item in found:
        for name in (item["code"], *_names(item["name"]), *item["aliases"]):
            owner = owners.setdefault(plain(name), item["code"])
            if owner != item["code"]:
                findings.error(path, "ambiguous-name", text=name, other=owner)


def _names(name: Any) -> Iterable[str]:
    return filter(None, name.values()) if isinstance(name, dict) else (name,)


def reference(what: str, code: object, known: Collection[Any] | None, path: Path, findings: Findings) -> None:
    """`code` has to be one of the `known` ones."""
    if known is not None and code not in known:
        near = nearest(str(code), map(str, known), 1)
        findings.error(path, "unknown-reference", what=what, text=str(code), near=near, known=sorted(map(str, known)))


def indicator(made: Indicator, known: Known, path: Path, findings: Findings) -> None:
    for place, code in enumerate(made.publishers):
        reference("publisher", code, known.publishers, (*path, "publishers", place), findings)
    if len(set(made.publishers)) < len(made.publishers):
        findings.error((*path, "publishers"), "duplicate", text=", ".join(made.publishers))
    if made.kind in (Kind.GROWTH, Kind.SHARE) and not made.unit.is_percent:
        findings.error((*path, "unit"), "not-percent", kind=made.kind.value, unit=made.unit.zh)


def growths(found: Iterable[tuple[Path, Fields]], made: Mapping[str, Indicator], findings: Findings) -> None:
    """What an indicator is the growth of has to be a level of this plan, and the indicator itself growth."""
    levels = [one.code for one in made.values() if one.is_level]
    for path, item in found:
        code = item["growth-of"]
        if code and item["kind"] is not Kind.GROWTH:
            findings.error((*path, "growth-of"), "growth-alone", kind=item["kind"].value)
        elif code:
            reference("indicator", code, levels, (*path, "growth-of"), findings)


def calendar(item: Fields, kind: Kind, path: Path, findings: Findings) -> bool:
    """Whether the lags are there and in order, and the exceptions fit the frequency."""
    before = len(findings.problems)
    given = [key for key, value in item.items() if key != "frequency" and value not in (None, ())]
    if item["frequency"] is Frequency.IRREGULAR:
        for key in given:
            findings.error((*path, key), "irregular-alone", key=key)
        return not given
    for key in ("usual-lag", "latest-lag"):
        if item[key] is None:
            findings.error(path, "missing-key", key=key)
    if None not in (item["usual-lag"], item["latest-lag"]) and item["usual-lag"] > item["latest-lag"]:
        findings.error((*path, "latest-lag"), "lags-crossed", usual=item["usual-lag"], latest=item["latest-lag"])
    for month in item["with-next"]:
        if item["frequency"] is not Frequency.MONTH or not 1 <= month <= 12:
            findings.error((*path, "with-next"), "bad-with-next", text=str(month))
    if item["spans"] is not None and kind not in SPAN_KINDS:
        findings.error((*path, "spans"), "spans-for-kind", kind=kind.value)
    return len(findings.problems) == before


def baseline(made: Baseline, kind: Kind, known: Known, path: Path, findings: Findings) -> None:
    """A known publisher, whole months, and flag `f` exactly where the value came out before its period ended."""
    reference("publisher", made.publisher, known.publishers, (*path, "publisher"), findings)
    if kind is not Kind.STOCK and not made.period.is_whole_months:
        findings.error((*path, "period"), "bad-period", text=str(made.period), problem="whole-months")
    early = made.published_on < made.period.stop
    if early and "f" not in made.flag:
        findings.error(path, "early-baseline", period=made.period, published=made.published_on)
    if not early and "f" in made.flag:
        findings.error((*path, "flag"), "late-outlook", period=made.period, published=made.published_on)


def references(item: Fields, known: Known, path: Path, findings: Findings) -> None:
    """The indicator and the task a target names."""
    reference("indicator", item["indicator"], known.indicators, (*path, "indicator"), findings)
    if item["task"] is not None:
        reference("task", item["task"], known.tasks, (*path, "task"), findings)


def clause(item: Fields, known: Known, path: Path, findings: Findings) -> None:
    for place, code in enumerate(item["targets"]):
        reference("target", code, known.targets, (*path, "targets", place), findings)


def condition(item: Fields, kind: Kind, path: Path, findings: Findings) -> bool:
    """Whether `op` has just the numbers it needs, and suits the kind of the indicator."""
    op, before = item["op"], len(findings.problems)
    if op is Op.WITHIN and kind is not Kind.SHARE:
        findings.error((*path, "op"), "op-for-kind", op=op.value, kind=kind.value)
    wanted = {
        "value": op is not Op.WITHIN,
        "upper": op is Op.BETWEEN,
        "tolerance": op is Op.WITHIN or (op in ALLOWING and item["tolerance"] is not None),
    }
    for key, needed in wanted.items():
        if needed and item[key] is None:
            findings.error(path, "missing-key", key=key)
        elif item[key] is not None and not needed:
            findings.error((*path, key), "key-for-op", key=key, op=op.value)
    return len(findings.problems) == before


def target(made: Target, path: Path, findings: Findings) -> None:
    """Dates in order, the ends of a condition in order, and a path that fits the span."""
    if made.baseline and made.baseline.period.stop >= made.due:
        findings.error((*path, "due"), "due-before-baseline", due=made.due, period=made.baseline.period)
    elif made.start > made.due:
        findings.error((*path, "start"), "start-after-due", start=made.start, due=made.due)
    if made.published_on > made.due and not made.withdrawn:
        findings.error((*path, "published"), "published-after-due", published=made.published_on, due=made.due)
    _ends(made, (*path, "condition"), findings)
    _path(made, made.path, (*path, "path"), findings)


def _ends(made: Target, path: Path, findings: Findings) -> None:
    value, upper, tolerance = made.condition.value, made.condition.upper, made.condition.tolerance
    if value is not None and upper is not None and value >= upper:
        findings.error((*path, "upper"), "ends-crossed", low=value, high=upper)
    if tolerance is not None and tolerance <= 0:
        findings.error((*path, "tolerance"), "not-positive", text=str(tolerance))
    if made.condition.op is Op.WITHIN and made.baseline is None:
        findings.error(path, "within-nothing", op=Op.WITHIN.value)


def _path(made: Target, spec: PathSpec, path: Path, findings: Findings) -> None:
    """Growth and share have no path; steps have points, in order and inside the span; last year's shape is a flow's."""
    kind = made.indicator.kind
    fits = {PathKind.LINEAR: True, PathKind.LAST_YEAR: kind is Kind.FLOW}.get(
        spec.kind, kind in (Kind.STOCK, Kind.FLOW)
    )
    if not fits:
        findings.error((*path, "kind"), "path-for-kind", path=spec.kind.value, kind=kind.value)
    if spec.kind in STEPPED and not spec.points:
        findings.error(path, "missing-key", key="points")
    if spec.kind not in STEPPED and spec.points:
        findings.error((*path, "points"), "unwanted-points", path=spec.kind.value)
    first = made.start
    for place, (day, _) in enumerate(spec.points):
        if not first <= day <= made.due:
            findings.error((*path, "points", place, "date"), "point-outside", day=day, first=first, last=made.due)
        first = _next(day)


def _next(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)

"""Plain data to the records of a plan, with every mistake collected by its path.

`shape` has checked the forms; here texts become records, and `plan_check` says what does not go together. A part that
cannot be read is left out and the others go on, so that one pass finds all mistakes.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from tracker.domain import plan_check as check
from tracker.domain.bilingual import Bilingual
from tracker.domain.calendar import Frequency, ReleaseCalendar
from tracker.domain.indicator import POINTS, Indicator, Kind, Publisher, Unit
from tracker.domain.observation import Baseline
from tracker.domain.plan import Clause, Plan, Task
from tracker.domain.plan_check import Known
from tracker.domain.plan_keys import PLAN, UNITS, attributes
from tracker.domain.planned import PlannedSchedule
from tracker.domain.quantity import Quantity
from tracker.domain.shape import BROKEN, Fields, Findings, Path
from tracker.domain.target import Condition, Evidence, Op, PathSpec, Rules, Target
from tracker.domain.wording import parse_quantity
from tracker.errors import BadUnit, BadValue

_bare = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,12})?").fullmatch
"""A bare number needs no words to be understood: what the store keeps is read without them, and fast."""
HEAD = ("plan", "name", "year", "publisher", "published", "publishers")
"""What has to be understood before anything else can be."""
OPTIONAL = ("title", "timezone", "cutoff-day")
"""What the rest can be read without."""


def plan_from(data: object, findings: Findings, *, targets_apart: bool = False) -> Plan | None:
    """The plan as far as it can be read; what is wrong is with the findings. None where its head is."""
    parts = PLAN.parts(data, (), findings)
    if parts is None or not check.known_format(parts["format"], findings):
        return None
    publishers = {item["code"]: _publisher(item) for item in whole(parts["publishers"])}
    if not publishers or any(parts[key] is BROKEN for key in HEAD):
        return None
    usable = {key: PLAN.keys[key].default if parts[key] is BROKEN else parts[key] for key in OPTIONAL}
    publisher = parts["publisher"] or next(iter(publishers))
    known = Known(
        publisher=publisher,
        published=parts["published"],
        publishers=_codes(data, "publishers", publisher),
        indicators=_codes(data, "indicators"),
        targets=None if targets_apart else _codes(data, "targets"),
        tasks=_numbers(parts["tasks"]),
        rules=Rules(**attributes(parts["rules"])) if isinstance(parts["rules"], dict) else Rules(),
    )
    return Reader(findings, known).plan({**parts, **usable}, publishers)


class Reader:
    """Makes records out of fields that have the right form."""

    def __init__(self, findings: Findings, known: Known) -> None:
        self.findings = findings
        self.known = known

    def plan(self, parts: Fields, publishers: Mapping[str, Publisher]) -> Plan:
        check.head(parts, publishers, self.findings)
        check.distinct(placed(parts["publishers"], "publishers"), self.findings)
        indicators = self.indicators(parts["indicators"])
        return Plan(
            code=parts["plan"],
            name=self.named(parts["name"], ("name",)),
            year=parts["year"],
            publisher=self.known.publisher,
            published_on=self.known.published,
            zone=parts["timezone"],
            title=bilingual(parts["title"]),
            cutoff_day=parts["cutoff-day"],
            rules=self.known.rules,
            publishers=publishers,
            indicators=indicators,
            targets=self.targets(parts["targets"], indicators),
            tasks=self.tasks(parts["tasks"]),
            schedules=self.schedules(parts["schedules"]),
        )

    def schedules(self, items: Any) -> tuple[PlannedSchedule, ...]:
        found = placed(items, "schedules")
        check.unique(found, "name", self.findings)
        return tuple(PlannedSchedule(**attributes(item)) for _, item in found)

    def indicators(self, items: Any) -> dict[str, Indicator]:
        made: dict[str, Indicator] = {}
        found = placed(items, "indicators")
        check.distinct(found, self.findings)
        for path, item in found:
            indicator = self.indicator(item, path)
            check.indicator(indicator, self.known, path, self.findings)
            made.setdefault(indicator.code, indicator)
        check.growths(found, made, self.findings)
        return {code: _with_levels(indicator, made) for code, indicator in made.items()}

    def indicator(self, item: Fields, path: Path) -> Indicator:
        measure, kind = unit(item["unit"]), item["kind"]
        return Indicator(
            code=item["code"],
            name=self.named(item["name"], (*path, "name")),
            kind=kind,
            unit=measure,
            publishers=item["publishers"] or (self.known.publisher,),
            direction=item["direction"],
            aliases=item["aliases"],
            definition=bilingual(item["definition"]),
            calendar=self.calendar(item["calendar"], kind, (*path, "calendar")),
            baseline=self.baseline(item["baseline"], kind, measure, (*path, "baseline")),
            growth_of=item["growth-of"],
        )

    def calendar(self, item: Fields | None, kind: Kind, path: Path) -> ReleaseCalendar:
        if item is None or not check.calendar(item, kind, path, self.findings):
            return ReleaseCalendar()
        if item["frequency"] is Frequency.IRREGULAR:
            return ReleaseCalendar()
        given = attributes(item)
        given["overrides"] = MappingProxyType(given.get("overrides", {}))
        return ReleaseCalendar(**given)

    def baseline(self, item: Fields | None, kind: Kind, measure: Unit, path: Path) -> Baseline | None:
        """`value` as people write it; or, where `bound` or `as-published` stand beside it, the bare number."""
        if item is None:
            return None
        spelt = item["bound"] is not None or item["as-published"] is not None
        quantity = self.quantity(item["value"], measure, (*path, "value"))
        if quantity is None:
            return None
        if spelt and not quantity.is_exact:
            self.findings.error((*path, "value"), "two-bounds", text=item["value"])
        text = item["as-published"] if spelt else "" if _bare(item["value"]) else item["value"]
        made = Baseline(
            period=item["period"].instant() if kind is Kind.STOCK else item["period"],
            quantity=Quantity(quantity.value, item["bound"]) if item["bound"] else quantity,
            publisher=item["publisher"] or self.known.publisher,
            published_on=item["published"] or self.known.published,
            flag=item["flag"],
            as_published=text or "",
        )
        check.baseline(made, kind, self.known, path, self.findings)
        return made

    def targets(self, items: Any, indicators: Mapping[str, Indicator]) -> tuple[Target, ...]:
        found = placed(items, "targets")
        check.unique(found, "code", self.findings)
        made = [self.target(item, indicators, path) for path, item in found]
        return tuple(target for target in made if target is not None)

    def target(self, item: Fields, indicators: Mapping[str, Indicator], path: Path = ()) -> Target | None:
        """The target; None where it cannot be read, or its indicator cannot."""
        check.references(item, self.known, path, self.findings)
        indicator = indicators.get(item["indicator"])
        if indicator is None:
            return None
        condition = self.condition(item["condition"], indicator, (*path, "condition"))
        if condition is None:
            return None
        own = self.baseline(item["baseline"], indicator.kind, indicator.unit, (*path, "baseline"))
        baseline = own or indicator.baseline_in(item["area"])
        made = Target(
            code=item["code"],
            indicator=indicator,
            condition=condition,
            start=item["start"] or _default_start(indicator.kind, item["due"], baseline),
            due=item["due"],
            published_on=item["published"] or self.known.published,
            area=item["area"],
            basis=item["basis"],
            commitment=item["commitment"],
            name=bilingual(item["name"]),
            task=item["task"],
            evidence=evidence(item["evidence"]),
            baseline=baseline,
            path=self.path(item["path"], indicator, (*path, "path")),
            note=bilingual(item["note"]),
            rules=self.known.rules,
            withdrawn=item["withdrawn"],
        )
        check.target(made, path, self.findings)
        return made

    def condition(self, item: str | Fields, indicator: Indicator, path: Path) -> Condition | None:
        if isinstance(item, str):
            quantity = self.quantity(item, indicator.unit, path)
            if quantity is None:
                return None
            if quantity.is_exact:
                self.findings.error(path, "no-comparator", text=item)
            return Condition(Op(quantity.bound.value), quantity.value)
        if not check.condition(item, indicator.kind, path, self.findings):
            return None
        tolerated = POINTS if indicator.unit.is_percent else indicator.unit
        return Condition(
            item["op"],
            self.number(item["value"], indicator.unit, (*path, "value")),
            self.number(item["upper"], indicator.unit, (*path, "upper")),
            self.number(item["tolerance"], tolerated, (*path, "tolerance")),
        )

    def path(self, item: Fields | None, indicator: Indicator, path: Path) -> PathSpec:
        if item is None:
            return PathSpec()
        points = [
            (point["date"], self.number(point["value"], indicator.unit, (*place, "value")))
            for place, point in placed(item["points"], *path, "points")
        ]
        return PathSpec(
            item["kind"], tuple((day, value) for day, value in points if value is not None), bilingual(item["reason"])
        )

    def tasks(self, items: Any) -> tuple[Task, ...]:
        found = placed(items, "tasks")
        check.unique(found, "number", self.findings)
        return tuple(self.task(item, path) for path, item in found)

    def task(self, item: Fields, path: Path) -> Task:
        found = placed(item["commitments"], *path, "commitments")
        check.unique(found, "number", self.findings)
        for place, clause in found:
            check.clause(clause, self.known, place, self.findings)
        return Task(
            item["number"],
            self.named(item["title"], (*path, "title")),
            evidence(item["evidence"]),
            tuple(
                Clause(
                    item["number"],
                    clause["number"],
                    self.named(clause["title"], (*place, "title")),
                    evidence(clause["evidence"]),
                    clause["kind"],
                    clause["targets"],
                )
                for place, clause in found
            ),
        )

    def named(self, value: str | Fields | Bilingual, path: Path) -> Bilingual:
        """A name, which has to say something in one language at least."""
        name = bilingual(value)
        if not name:
            self.findings.error(path, "empty")
        return name

    def quantity(self, text: str, measure: Unit, path: Path) -> Quantity | None:
        """A quantity as people write it, in the base unit; None after telling what is wrong with it."""
        try:
            if _bare(text) and not (measure.whole and "." in text):
                return Quantity(Decimal(text))
            return parse_quantity(text, measure)
        except (BadValue, BadUnit) as trouble:
            self.findings.error(path, trouble.code, **trouble.data)
            return None

    def number(self, text: str | None, measure: Unit, path: Path) -> Decimal | None:
        """A quantity without a bound."""
        quantity = None if text is None else self.quantity(text, measure, path)
        if quantity is None:
            return None
        if not quantity.is_exact:
            self.findings.error(path, "unwanted-bound", text=text)
        return quantity.value


def bilingual(value: str | Fields | Bilingual) -> Bilingual:
    """A plain text is Chinese when it has a Chinese character in it."""
    if isinstance(value, Bilingual):
        return value
    if isinstance(value, str):
        return Bilingual(zh=value) if any("\u3400" <= char <= "\u9fff" for char in value) else Bilingual(en=value)
    return Bilingual(value["zh"], value["en"])


def unit(value: str | Fields) -> Unit:
    """A well-known unit by its name; any other text is printed as it stands in both languages."""
    if isinstance(value, str):
        return UNITS.get(value) or Unit(value, value)
    return Unit(**value)


def evidence(item: Fields | None) -> Evidence | None:
    return None if item is None else Evidence(item["paragraph"], item["phrase"])


def placed(items: Any, *path: str | int) -> list[tuple[Path, Fields]]:
    """The mappings of a list that could be read, each with its path."""
    found = enumerate(items) if isinstance(items, list) else ()
    return [((*path, place), item) for place, item in found if item is not BROKEN]


def whole(items: Any) -> list[Fields]:
    return [item for _, item in placed(items)]


def _publisher(item: Fields) -> Publisher:
    return Publisher(item["code"], bilingual(item["name"]), item["aliases"])


def _codes(data: Any, key: str, *more: str) -> frozenset[str] | None:
    """The codes in a list, also of what cannot be read otherwise: a broken indicator is not an unknown one."""
    entries = data.get(key) or []
    if not isinstance(entries, list):
        return None
    codes = [entry.get("code") for entry in entries if isinstance(entry, Mapping)]
    return frozenset([*more, *(code for code in codes if isinstance(code, str))])


def _numbers(tasks: Any) -> frozenset[int] | None:
    """The tasks' numbers; None where one of them could not be read."""
    if tasks is BROKEN or BROKEN in tasks:
        return None
    return frozenset(task["number"] for task in tasks)


def _default_start(kind: Kind, due: date, baseline: Baseline | None) -> date:
    """A stock counts from its baseline; everything else from the first day of the due date's year."""
    if kind is Kind.STOCK and baseline is not None:
        return baseline.period.next_day
    return due.replace(month=1, day=1)


def _with_levels(indicator: Indicator, known: Mapping[str, Indicator]) -> Indicator:
    """The indicator with the publishers of the level it is the growth of."""
    level = known.get(indicator.growth_of)
    return indicator if level is None else replace(indicator, growth_from=level.publishers)

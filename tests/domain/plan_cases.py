"""A small plan as plain data, to be spoiled in one place at a time, and random plans that hold together."""

import copy
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

from tracker.domain.bilingual import Bilingual
from tracker.domain.calendar import Frequency, ReleaseCalendar, Span
from tracker.domain.indicator import PERCENT, Direction, Indicator, Kind, Publisher, Unit
from tracker.domain.observation import Baseline
from tracker.domain.period import Period, add_months
from tracker.domain.plan import Clause, Plan, Task
from tracker.domain.plan_keys import UNITS, ClauseKind
from tracker.domain.planned import CatchUp, PlannedSchedule, What
from tracker.domain.quantity import Bound, Quantity
from tracker.domain.target import (
    Basis,
    Commitment,
    Condition,
    ElapsedUnit,
    Evidence,
    Op,
    PathKind,
    PathSpec,
    Rules,
    Target,
)

SMALL: dict[str, Any] = {
    "plan": "harbour-2024",
    "name": "港口2024年工作",
    "year": "2024",
    "published": "2024-01-10",
    "publishers": [{"code": "port", "name": "港务局"}, {"code": "nbs", "name": "国家统计局"}],
    "indicators": [
        {
            "code": "berths",
            "name": "泊位数",
            "kind": "stock",
            "unit": {"zh": "个", "en": "berths", "whole": "true"},
            "baseline": {"period": "2023", "value": "40多个"},
        },
        {"code": "cargo", "name": {"zh": "吞吐量", "en": "Cargo"}, "kind": "flow", "unit": "吨"},
        {"code": "growth", "name": "Growth", "kind": "growth", "unit": "%"},
        {
            "code": "share",
            "name": "铁路占比",
            "kind": "share",
            "unit": "%",
            "baseline": {"period": "2023", "value": "27.7%"},
        },
    ],
    "targets": [{"code": "berths-2024", "indicator": "berths", "condition": "超过50个", "due": "2024-12-31"}],
    "tasks": [
        {
            "number": "1",
            "title": "泊位",
            "commitments": [{"number": "1", "title": "新泊位", "targets": ["berths-2024"]}],
        },
    ],
}


def small(*path: str | int, value: Any) -> dict[str, Any]:
    """The small plan with `value` at `path`."""
    data: Any = copy.deepcopy(SMALL)
    place = data
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return dict(data)


def without(*path: str | int) -> dict[str, Any]:
    """The small plan without what stands at `path`."""
    data: Any = copy.deepcopy(SMALL)
    place = data
    for key in path[:-1]:
        place = place[key]
    del place[path[-1]]
    return dict(data)


words = st.text("abcXYZ 中文吨“”:#-'\"{}[],&*!|>%@`é。，", min_size=1, max_size=20).map(
    lambda text: " ".join(text.split())
).filter(bool)  # fmt: skip
"""Texts with everything YAML gives a meaning to."""
codes = st.from_regex(r"[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
bilinguals = st.builds(Bilingual, words, words) | st.builds(Bilingual, zh=words) | st.builds(Bilingual, en=words)
maybe_bilinguals = st.just(Bilingual()) | bilinguals
dates = st.dates(date(2000, 1, 1), date(2040, 12, 31))
numbers = st.decimals(Decimal("-999999"), Decimal("9999999"), allow_nan=False, places=3)
positives = st.decimals(Decimal("0.001"), Decimal(9999), allow_nan=False, places=3)
evidence = st.none() | st.builds(Evidence, st.integers(0, 999), words.map(lambda text: text[:12].strip() or "字"))
flags = st.sets(st.sampled_from("bdeinpu"), max_size=3).map(lambda found: "".join(sorted(found)))
regular = st.builds(
    ReleaseCalendar,
    st.sampled_from([Frequency.MONTH]),
    st.integers(0, 20),
    st.integers(20, 60),
    st.lists(st.integers(1, 12), unique=True, max_size=2).map(tuple),
    st.sampled_from([(Span.MONTH,), (Span.MONTH, Span.YEAR_TO_DATE)]),
    st.dictionaries(dates.map(lambda day: Period.month(day.year, day.month)), dates, max_size=2).map(MappingProxyType),
)


@st.composite
def baselines(draw: st.DrawFn, kind: Kind, whole: bool) -> Baseline:
    first, months = draw(st.dates(date(2015, 1, 1), date(2019, 12, 31))).replace(day=1), draw(st.integers(1, 12))
    stop = first if kind is Kind.STOCK else add_months(first, months) - timedelta(days=1)
    value = Decimal(draw(st.integers(0, 99999))) if whole else draw(numbers)
    return Baseline(
        Period(first, stop),
        Quantity(value, draw(st.sampled_from(Bound))),
        "first",
        stop + timedelta(days=draw(st.integers(0, 90))),
        draw(flags),
        draw(st.just("") | words),
    )


@st.composite
def indicators(draw: st.DrawFn, code: str) -> Indicator:
    kind = draw(st.sampled_from(Kind))
    whole = kind in (Kind.STOCK, Kind.FLOW) and draw(st.booleans())
    free = st.builds(Unit, words, words, st.lists(words, max_size=2).map(tuple), st.just(whole))
    known = st.sampled_from([unit for unit in UNITS.values() if unit.whole == whole])
    calendar = draw(st.just(ReleaseCalendar()) | regular)
    if kind in (Kind.STOCK, Kind.SHARE):
        calendar = ReleaseCalendar(
            calendar.frequency,
            calendar.usual_lag,
            calendar.latest_lag,
            calendar.with_next,
            overrides=calendar.overrides,
        )
    return Indicator(
        code,
        draw(bilinguals.map(lambda name: Bilingual(f"{name.zh}{code}", name.en and f"{name.en} {code}"))),
        kind,
        PERCENT if kind in (Kind.GROWTH, Kind.SHARE) else draw(free | known),
        draw(st.sampled_from([("first",), ("second", "first")])),
        draw(st.sampled_from(Direction)),
        (f"alias {code}",),
        draw(maybe_bilinguals),
        calendar,
        draw(baselines(kind, whole) | (st.nothing() if kind is Kind.SHARE else st.none())),
    )


@st.composite
def targets(draw: st.DrawFn, code: str, indicator: Indicator, rules: Rules, tasks: list[int]) -> Target:
    kind, whole = indicator.kind, indicator.unit.whole
    due = draw(st.dates(date(2022, 6, 1), date(2030, 12, 31)))
    start = draw(st.dates(date(2021, 1, 1), due - timedelta(days=40)))
    values = st.integers(0, 99999).map(Decimal) if whole else numbers
    steps = sorted(draw(st.lists(st.dates(start, due), unique=True, max_size=3)))
    points = tuple((day, draw(values)) for day in steps) if kind in (Kind.STOCK, Kind.FLOW) else ()
    return Target(
        code,
        indicator,
        draw(conditions(kind, values, whole)),
        start,
        due,
        draw(st.dates(date(2021, 1, 1), due)),
        draw(st.sampled_from(["CN", "CN-GD"])),
        draw(st.sampled_from(Basis)),
        draw(st.sampled_from(Commitment)),
        draw(maybe_bilinguals),
        draw(st.sampled_from([None, *tasks])),
        draw(evidence),
        draw(st.just(indicator.baseline) | baselines(kind, whole)),
        PathSpec(draw(st.sampled_from([PathKind.BATCH, PathKind.INTERIM])) if points else PathKind.LINEAR, points,
                 draw(maybe_bilinguals)),
        draw(maybe_bilinguals),
        rules,
        draw(st.booleans()),
    )  # fmt: skip


@st.composite
def conditions(draw: st.DrawFn, kind: Kind, values: st.SearchStrategy[Decimal], whole: bool) -> Condition:
    ops = [op for op in Op if op is not Op.WITHIN or kind is Kind.SHARE]
    op, value = draw(st.sampled_from(ops)), draw(values)
    spreads = st.integers(1, 999).map(Decimal) if whole else positives
    if op is Op.WITHIN:
        return Condition(op, tolerance=draw(spreads))
    if op is Op.BETWEEN:
        return Condition(op, value, value + draw(spreads))
    return Condition(op, value, tolerance=draw(st.none() | spreads) if op in (Op.ABOUT, Op.NEARLY) else None)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Plans that hold together, with anything in them that a plan may have."""
    rules = draw(
        st.just(Rules())
        | st.builds(
            Rules,
            st.integers(0, 20).map(Decimal),
            st.integers(20, 60).map(Decimal),
            st.just(Decimal("0.50")),
            st.integers(0, 99),
            st.integers(0, 99),
            st.integers(0, 24),
            st.integers(0, 99),
            st.sampled_from(ElapsedUnit),
        )
    )
    codes_used = draw(st.lists(codes, unique=True, min_size=1, max_size=3))
    found = {code: draw(indicators(code)) for code in codes_used}
    numbers_used = draw(st.lists(st.integers(0, 20), unique=True, max_size=2))
    made = tuple(draw(targets(f"{code}-goal", found[code], rules, numbers_used)) for code in codes_used)
    return Plan(
        draw(codes),
        draw(bilinguals),
        draw(st.integers(1990, 2100)),
        draw(st.sampled_from(["first", "second"])),
        draw(dates),
        draw(st.sampled_from(["Asia/Shanghai", "UTC", "America/Argentina/Buenos_Aires"])),
        draw(maybe_bilinguals),
        draw(st.integers(1, 28)),
        rules,
        {"first": Publisher("first", draw(bilinguals), ("one",)), "second": Publisher("second", Bilingual("二"))},
        found,
        tuple(draw(tasks(number, [target.code for target in made])) for number in numbers_used),
        made,
        tuple(draw(schedules(f"schedule {place}")) for place in range(draw(st.integers(0, 2)))),
    )


def schedules(name: str) -> st.SearchStrategy[PlannedSchedule]:
    return st.builds(
        PlannedSchedule,
        st.just(name),
        st.sampled_from(["monthly on day 26 at 09:00", "0 9 26 * *"]),
        st.sampled_from(What),
        st.none() | dates.map(lambda day: Period.month(day.year, day.month)),
        st.sampled_from(CatchUp),
        st.sampled_from([(), ("md", "html")]),
        st.sampled_from([("zh",), ("zh", "en")]),
        st.sampled_from(["", "/srv/reports"]),
        st.sampled_from(["", "UTC"]),
        st.sampled_from(["", "half-year"]),
        st.sampled_from([(), ("office",)]),
    )


@st.composite
def tasks(draw: st.DrawFn, number: int, targets_known: list[str]) -> Task:
    clauses = tuple(
        Clause(
            number,
            clause,
            draw(bilinguals),
            draw(evidence),
            draw(st.sampled_from(["", *ClauseKind])),
            draw(st.sampled_from([(), tuple(targets_known)])),
        )
        for clause in draw(st.lists(st.integers(1, 30), unique=True, max_size=3))
    )
    return Task(number, draw(bilinguals), draw(evidence), clauses)

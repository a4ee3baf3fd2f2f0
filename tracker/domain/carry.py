"""Next year's plan drafted from what became of this one's: the same indicators, started from where they ended.

Targets, commitments and key phrases are another document's words and so are never carried: next year's document
says them. Tasks keep their numbers and titles as a frame to fill in.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from tracker.domain.actual import stock_actual, usable
from tracker.domain.bilingual import Bilingual
from tracker.domain.indicator import Indicator, Kind
from tracker.domain.observation import NATION, Baseline, Observation
from tracker.domain.period import Period
from tracker.domain.plan import Plan

Carried = Mapping[str, Baseline | None]
"""The baselines by indicator; None where there is no figure of the year."""


def baselines(plan: Plan, view: Iterable[Observation]) -> Carried:
    """What each indicator starts from next: of the figures in force, the latest of the plan's year."""
    rows = list(view)
    return {
        indicator.code: _baseline(indicator, rows, Period.year(plan.year)) for indicator in plan.indicators.values()
    }


def carried_plan(plan: Plan, year: int, found: Carried) -> Plan:
    """The draft of a plan for `year`: no targets, commitments or document's title yet, announced on 1 January."""
    old, new = str(plan.year), str(year)
    name = Bilingual(plan.name.zh.replace(old, new), plan.name.en.replace(old, new))
    return replace(
        plan,
        code=next_code(plan.code, plan.year, year),
        name=name,
        title=Bilingual(),
        year=year,
        published_on=date(year, 1, 1),
        indicators={code: _next(indicator, found[code]) for code, indicator in plan.indicators.items()},
        tasks=tuple(replace(task, evidence=None, clauses=()) for task in plan.tasks),
        targets=(),
        schedules=(),
    )


def next_code(code: str, old: int, new: int) -> str:
    """A code with its year replaced, or with the year behind it.

    >>> next_code("miit-2023", 2023, 2024), next_code("harbour", 2023, 2024)
    ('miit-2024', 'harbour-2024')
    """
    return code.replace(str(old), str(new)) if str(old) in code else f"{code}-{new}"


def _next(indicator: Indicator, baseline: Baseline | None) -> Indicator:
    """The indicator with its new baseline; dates that were set for single releases are over."""
    calendar = replace(indicator.calendar, overrides={})
    return replace(indicator, calendar=calendar, baseline=baseline)


def _baseline(indicator: Indicator, view: list[Observation], year: Period) -> Baseline | None:
    rows = [row for row in usable(view, indicator, NATION) if row.period.stop in year]
    row = _level(rows) if indicator.kind is Kind.STOCK else _of_year(rows, year)
    if row is None:
        return None
    return Baseline(row.period, row.quantity, row.publisher, row.published_on, row.flag, row.as_published)


def _level(rows: list[Observation]) -> Observation | None:
    """The year's latest reading, the most exact one where a later one only confirms it."""
    actual = stock_actual(row for row in rows if row.period.is_day)
    return actual.parts[-1] if actual else None


def _of_year(rows: list[Observation], year: Period) -> Observation | None:
    """The year's own figure, or the longest part of the year from its start."""
    return max((row for row in rows if row.period.start == year.start), key=lambda row: row.period.stop, default=None)

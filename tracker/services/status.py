"""Where every target of a plan stands on a day, as known at a moment: what `status`, `show` and the reports read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from tracker.domain.actual import Actual, of_observation, stock_actual, usable, with_stated
from tracker.domain.assessment import Assessment, assess
from tracker.domain.indicator import Indicator, Kind
from tracker.domain.observation import NATION, Baseline, Observation, as_of_view
from tracker.domain.plan import Note, Plan
from tracker.domain.scope import Place, Scope, scopes
from tracker.domain.target import Basis, Target
from tracker.services.unswept import unswept


class PlanReader(Protocol):
    """What of the store's reader is needed here."""

    def plan(self, code: str, known_at: datetime | None = None) -> Plan: ...

    def target_vintages(self, plan_code: str, known_at: datetime | None = None) -> list[Target]: ...

    def observations(
        self,
        indicators: Iterable[str] | None = None,
        area: str | None = None,
        known_at: datetime | None = None,
    ) -> list[Observation]: ...

    def figures(
        self, scopes: Mapping[Place, Scope], as_of: date, known_at: datetime | None = None
    ) -> dict[Place, list[Observation]]: ...

    def notes(self, plan_code: str, known_at: datetime | None = None) -> list[Note]: ...


@dataclass(frozen=True, slots=True)
class Watched:
    """An indicator with the latest figure of its own, beside its baseline; no target, so no judgement."""

    indicator: Indicator
    area: str
    baseline: Baseline | None
    actual: Actual | None


@dataclass(frozen=True, slots=True)
class PlanState:
    """A plan on a day. `known_at` is None for all that is known. `vintages` are those of the targets in force;
    `watched` is empty where indicators were not asked for."""

    plan: Plan
    as_of: date
    known_at: datetime | None
    assessments: tuple[Assessment, ...]
    watched: tuple[Watched, ...]
    vintages: tuple[Target, ...]
    notes: tuple[Note, ...] = ()

    @property
    def by_code(self) -> dict[str, Assessment]:
        return {assessment.target.code: assessment for assessment in self.assessments}


@unswept()
def plan_state(
    reader: PlanReader,
    plan_code: str,
    as_of: date,
    known_at: datetime | None = None,
    *,
    areas: Sequence[str] = (),
    bases: Sequence[Basis] = (),
    with_notes: bool = True,
    with_forecasts: bool = False,
    with_indicators: bool = False,
) -> PlanState:
    """The state of a plan, its targets narrowed to `areas` and `bases` where given."""
    plan = reader.plan(plan_code, known_at)
    vintages = reader.target_vintages(plan_code, known_at)
    targets = [
        target
        for target in targets_in_force(vintages, as_of)
        if (not areas or target.area in areas) and (not bases or target.basis in bases)
    ]
    rows = reader.figures(scopes(targets, as_of, with_forecasts=with_forecasts), as_of, known_at)
    notes = tuple(note for note in reader.notes(plan_code, known_at) if note.noted_on <= as_of) if with_notes else ()
    return PlanState(
        plan=plan,
        as_of=as_of,
        known_at=known_at,
        assessments=tuple(assess_each(targets, rows, as_of, with_forecasts=with_forecasts)),
        watched=_watched(reader, plan, as_of, known_at, areas or (NATION,)) if with_indicators else (),
        vintages=tuple(vintages),
        notes=notes,
    )


def _watched(
    reader: PlanReader, plan: Plan, as_of: date, known_at: datetime | None, areas: Sequence[str]
) -> tuple[Watched, ...]:
    return tuple(watch(plan, reader.observations(list(plan.indicators), known_at=known_at), as_of, areas))


def targets_in_force(vintages: Iterable[Target], as_of: date) -> list[Target]:
    """The vintage of each target that counts on `as_of`, in the order the targets first appeared."""
    latest: dict[str, Target] = {}
    for target in vintages:
        held = latest.get(target.code)
        if target.published_on <= as_of and (held is None or rank(held) <= rank(target)):
            latest[target.code] = target
    return [target for target in latest.values() if not target.withdrawn]


def rank(target: Target) -> tuple[date, datetime]:
    """Vintages of a target in order of precedence: announcement, then recording."""
    return target.published_on, target.recorded_at


def assess_all(
    targets: Iterable[Target],
    observations: Iterable[Observation],
    as_of: date,
    on: date | None = None,
    *,
    with_forecasts: bool = False,
) -> list[Assessment]:
    """Assess every target on its own indicator's figures (`on` as in `assess`)."""
    return assess_each(targets, by_place(observations), as_of, on, with_forecasts=with_forecasts)


def assess_each(
    targets: Iterable[Target],
    rows: Mapping[Place, Sequence[Observation]],
    as_of: date,
    on: date | None = None,
    *,
    with_forecasts: bool = False,
) -> list[Assessment]:
    """`assess_all` with the figures of each place apart."""
    return [
        assess(
            target,
            [row for code in target.spoken_for_by for row in rows.get((code, target.area), ())],
            as_of,
            on,
            with_forecast=with_forecasts,
        )
        for target in targets
    ]


def by_place(observations: Iterable[Observation]) -> dict[Place, list[Observation]]:
    """Figures by indicator and area, in the same order."""
    found: dict[Place, list[Observation]] = {}
    for row in observations:
        found.setdefault((row.indicator, row.area), []).append(row)
    return found


def watch(plan: Plan, observations: Iterable[Observation], as_of: date, areas: Iterable[str]) -> list[Watched]:
    """Every indicator of the plan beside its baseline, in the plan's order."""
    view = by_place(as_of_view(observations, as_of))
    found = []
    for area in areas:
        for indicator in plan.indicators.values():
            baseline = indicator.baseline
            if area != NATION or (baseline is not None and baseline.published_on > as_of):
                baseline = None
            rows = view.get((indicator.code, area), ())
            found.append(Watched(indicator, area, baseline, latest_figure(rows, indicator, area, baseline)))
    return found


def latest_figure(
    view: Sequence[Observation], indicator: Indicator, area: str, baseline: Baseline | None
) -> Actual | None:
    """The latest reading of a stock; of the rest the figure that ends last, the longest of those (year to date)."""
    if indicator.kind is Kind.STOCK:
        stated = None if baseline is None else baseline.reading(indicator.code, area)
        rows = usable(as_of_view([stated, *view] if stated else view, date.max), indicator, area)
        return stock_actual(row for row in with_stated(rows, baseline, indicator, area) if row.period.is_day)
    rows = usable(view, indicator, area)
    if not rows:
        return None
    return of_observation(max(rows, key=lambda row: (row.period.stop, -row.period.start.toordinal())))

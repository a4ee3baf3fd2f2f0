"""The document of ``tracker status --json``: stable, schema 1. Numbers are decimal strings, never an exponent."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from tracker.domain.actual import Actual
from tracker.domain.assessment import Assessment
from tracker.domain.observation import Baseline, Observation
from tracker.domain.rollup import Counts, Rollup, roll_up
from tracker.domain.rounding import PLACES, plain, rounded, truncated
from tracker.domain.target import Condition
from tracker.services.status import PlanState, Watched

if TYPE_CHECKING:
    from tracker.domain.forecast import Forecast
    from tracker.services.panels import Panel

SCHEMA = 1


def status_document(
    state: PlanState, *, with_indicators: bool = False, methods: Sequence["Panel"] | None = None
) -> dict[str, Any]:
    """The state of a plan; `indicators` and the `rollup`, and the `methods` of each target, only where asked for."""
    document: dict[str, Any] = {
        "schema": SCHEMA,
        "plan": state.plan.code,
        "as_of": state.as_of.isoformat(),
        "known_at": None if state.known_at is None else state.known_at.isoformat(),
        "targets": [target_document(assessment) for assessment in state.assessments],
    }
    if methods is not None:
        _add_methods(document["targets"], methods)
    if with_indicators:
        document["indicators"] = [watched_document(watched) for watched in state.watched]
        document["rollup"] = rollup_document(roll_up(state.plan, state.assessments, state.notes))
    return document


def _add_methods(targets: list[dict[str, Any]], methods: Sequence["Panel"]) -> None:
    from tracker.services.panels import methods_document  # decimals to the power: only where asked for

    for target, found in zip(targets, methods, strict=True):
        target["methods"] = methods_document(found)


def target_document(assessment: Assessment) -> dict[str, Any]:
    """One target: what was asked, what is known, and what follows."""
    target = assessment.target
    return {
        "target": target.code,
        "indicator": target.indicator.code,
        "area": target.area,
        "kind": target.indicator.kind.value,
        "condition": condition_document(target.condition),
        "due": target.due.isoformat(),
        "basis": target.basis.value,
        "commitment": target.commitment.value,
        "baseline": figure_document(assessment.baseline),
        "reference": figure_document(assessment.reference),
        "actual": figure_document(assessment.actual),
        "progress": assessment.progress if assessment.progress is None else truncated(assessment.progress),
        "elapsed": assessment.elapsed if assessment.elapsed is None else truncated(assessment.elapsed),
        "expected": assessment.expected if assessment.expected is None else rounded(assessment.expected),
        "gap": assessment.gap if assessment.gap is None else rounded(assessment.gap),
        "status": assessment.status.value,
        "first_achieved": _iso(assessment.first_achieved),
        "known_since": _iso(assessment.known_since),
        "assessed_at": _iso(assessment.assessed_at),
        "needed": assessment.needed if assessment.needed is None else rounded(assessment.needed),
        "forecast": forecast_document(assessment.forecast),
        "reasons": list(dict.fromkeys(reason.code for reason in assessment.reasons)),
    }


def forecast_document(forecast: "Forecast | None") -> dict[str, str] | None:
    """A forecast in numbers; its probability with four digits always. The reasons say why there is none."""
    if forecast is None:
        return None
    return {
        "value": rounded(forecast.value),
        "low": rounded(forecast.low),
        "high": rounded(forecast.high),
        "probability": plain(forecast.probability.quantize(PLACES)),
    }


def rollup_document(rolled: Rollup) -> dict[str, Any]:
    """Counts by basis and status for the plan and each task, commitments without a number beside them."""
    return {
        "targets": _counts(rolled.targets),
        "tasks": [
            {
                "task": tally.task.number,
                "targets": _counts(tally.targets),
                "commitments": {progress.value: count for progress, count in tally.commitments.items()}
                | {"open": tally.open},
            }
            for tally in rolled.tasks
        ],
    }


def _counts(counts: Counts) -> dict[str, dict[str, int]]:
    return {
        basis.value: {status.value: count for status, count in by_status.items()} for basis, by_status in counts.items()
    }


def watched_document(watched: Watched) -> dict[str, Any]:
    indicator = watched.indicator
    return {
        "indicator": indicator.code,
        "kind": indicator.kind.value,
        "unit": indicator.unit.zh,
        "area": watched.area,
        "baseline": figure_document(watched.baseline),
        "actual": figure_document(watched.actual),
    }


def condition_document(condition: Condition) -> dict[str, Any]:
    numbers = {"value": condition.value, "upper": condition.upper, "tolerance": condition.tolerance}
    return {"op": condition.op.value} | {
        name: value if value is None else plain(value) for name, value in numbers.items()
    }


def figure_document(figure: Actual | Baseline | Observation | None) -> dict[str, Any] | None:
    """A published value with its bound, as published."""
    if figure is None:
        return None
    return {
        "value": plain(figure.quantity.value),
        "bound": figure.quantity.bound.value,
        "period": figure.period.by_ends,
        "published_on": figure.published_on.isoformat(),
        "publisher": figure.publisher,
        "flag": figure.flag or None,
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()

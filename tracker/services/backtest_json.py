"""The document of ``tracker backtest --json``: numbers as in `status --json`."""

from decimal import Decimal
from typing import Any

from tracker.domain.replay import Origin, Replay
from tracker.domain.rounding import rounded
from tracker.domain.score import Against, Overall, covers
from tracker.services.backtest import Backtest, Fared, Tested
from tracker.services.status_json import SCHEMA, forecast_document


def backtest_document(found: Backtest) -> dict[str, Any]:
    """Every indicator with its score and every forecast behind it, all together, and what report runs forecast."""
    return {
        "schema": SCHEMA,
        "plan": found.plan,
        "indicators": [_indicator(one) for one in found.tested],
        "untested": [indicator.code for indicator in found.untested],
        "overall": _overall(found.overall),
        "kept": [_fared(one) for one in found.fared],
    }


def _indicator(one: Tested) -> dict[str, Any]:
    score = one.score
    return {
        "indicator": one.indicator.code,
        "area": one.area,
        "kind": one.indicator.kind.value,
        "unit": one.indicator.unit.zh,
        "origins": score.origins,
        "coverage": _number(score.coverage),
        "judged": score.judged,
        "brier": _number(score.brier),
        "mae": _number(score.error),
        "against": {naive.value: _against(found) for naive, found in score.against.items()},
        "spans": [_span(replay) for replay in one.replays],
    }


def _against(found: Against) -> dict[str, Any]:
    return {
        "origins": found.origins,
        "mae": _number(found.naive),
        "forecast_mae": _number(found.forecast),
        "ratio": _number(found.ratio),
    }


def _span(replay: Replay) -> dict[str, Any]:
    return {
        "period": str(replay.span),
        "outcome": rounded(replay.outcome.value),
        "known_on": replay.outcome.known_on.isoformat(),
        "origins": [_origin(origin, replay) for origin in replay.origins],
    }


def _origin(origin: Origin, replay: Replay) -> dict[str, Any]:
    return {
        "as_of": origin.as_of.isoformat(),
        "forecast": forecast_document(origin.forecast),
        "covered": covers(origin, replay.outcome.value),
        "met": origin.met,
        "naive": {naive.value: rounded(value) for naive, value in origin.naive.items()},
    }


def _overall(overall: Overall) -> dict[str, Any]:
    return {
        "origins": overall.origins,
        "coverage": _number(overall.coverage),
        "judged": overall.judged,
        "brier": _number(overall.brier),
        "ratios": {naive.value: _number(ratio) for naive, ratio in overall.ratios.items()},
    }


def _fared(one: Fared) -> dict[str, Any]:
    found = one.record
    return {
        "target": one.target.code,
        "made": one.made,
        "within": found and found.within,
        "judged": found and found.judged,
        "brier": found and _number(found.brier),
    }


def _number(value: Decimal | None) -> str | None:
    return None if value is None else rounded(value)

"""What the published methods say of a plan's targets, beside their status."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tracker.domain.assessment import Assessment
from tracker.domain.facts import gather
from tracker.domain.observation import Observation
from tracker.domain.panel import Reading, disagreement, panel
from tracker.domain.rounding import rounded
from tracker.domain.scope import place_of, scopes
from tracker.services.status import PlanReader, PlanState


@dataclass(frozen=True, slots=True)
class Panel:
    """A target's assessment with the readings of every method, and whether these disagree."""

    assessment: Assessment
    readings: tuple[Reading, ...]
    disagree: bool


def panels(reader: PlanReader, state: PlanState) -> list[Panel]:
    """A panel for each assessment of a plan's state, in its order."""
    targets = [assessment.target for assessment in state.assessments]
    rows = reader.figures(scopes(targets, state.as_of, with_forecasts=True), state.as_of, state.known_at)
    return [_panel(assessment, rows.get(place_of(assessment.target), ())) for assessment in state.assessments]


def methods_document(found: Panel) -> dict[str, Any]:
    """A panel for `status --json`: four decimals, the class in the method's words and on the common scale."""
    return {
        "disagree": found.disagree,
        "readings": [_reading_document(reading) for reading in found.readings],
    }


def _panel(assessment: Assessment, rows: Sequence[Observation]) -> Panel:
    readings = panel(gather(assessment.target, rows, assessment.as_of))
    return Panel(assessment, readings, disagreement(readings))


def _reading_document(reading: Reading) -> dict[str, str | None]:
    return {
        "method": reading.method,
        "value": None if reading.value is None else rounded(reading.value),
        "verdict": reading.verdict,
        "class": None if reading.pace is None else reading.pace.value,
        "refusal": reading.refusal,
    }

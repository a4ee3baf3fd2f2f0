"""What the published methods say of a plan's targets, beside their status."""

from dataclasses import dataclass
from typing import Any

from tracker.domain.assessment import Assessment
from tracker.domain.facts import gather
from tracker.domain.panel import Reading, disagreement, panel
from tracker.domain.rounding import rounded
from tracker.services.status import PlanState


@dataclass(frozen=True, slots=True)
class Panel:
    """A target's assessment with the readings of every method, and whether these disagree."""

    assessment: Assessment
    readings: tuple[Reading, ...]
    disagree: bool


def panels(state: PlanState) -> list[Panel]:
    """A panel for each assessment of a plan's state, in its order."""
    return [_panel(assessment, state) for assessment in state.assessments]


def methods_document(found: Panel) -> dict[str, Any]:
    """A panel for `status --json`: four decimals, the class in the method's words and on the common scale."""
    return {
        "disagree": found.disagree,
        "readings": [_reading_document(reading) for reading in found.readings],
    }


def _panel(assessment: Assessment, state: PlanState) -> Panel:
    target = assessment.target
    readings = panel(gather(target, state.observations, state.as_of))
    return Panel(assessment, readings, disagreement(readings))


def _reading_document(reading: Reading) -> dict[str, str | None]:
    return {
        "method": reading.method,
        "value": None if reading.value is None else rounded(reading.value),
        "verdict": reading.verdict,
        "class": None if reading.pace is None else reading.pace.value,
        "refusal": reading.refusal,
    }

"""The document of ``tracker show --json``."""

from typing import Any

from tracker.domain.areas import AreaSum
from tracker.domain.bilingual import Lang
from tracker.domain.next_value import NextValue
from tracker.domain.rounding import plain, rounded
from tracker.i18n.explaining import step_text
from tracker.services.show import IndicatorState
from tracker.services.status_json import SCHEMA, figure_document, target_document


def indicator_document(state: IndicatorState, lang: Lang, *, with_steps: bool = False) -> dict[str, Any]:
    """An indicator with its figures in force and its targets; explanations in `lang` where asked for."""
    indicator = state.indicator
    targets = []
    for assessment, steps, coming in zip(state.assessments, state.explanations, state.next_values, strict=True):
        document = target_document(assessment)
        weighted = assessment.needed_weighted
        document["needed_weighted"] = None if weighted is None else rounded(weighted)
        document["next_value"] = next_value_document(coming)
        if with_steps:
            document["steps"] = [step_text(step, lang) for step in steps]
        targets.append(document)
    return {
        "schema": SCHEMA,
        "plan": state.plan.code,
        "indicator": indicator.code,
        "name": {"zh": indicator.name.zh, "en": indicator.name.en},
        "kind": indicator.kind.value,
        "unit": indicator.unit.zh,
        "area": state.area,
        "as_of": state.as_of.isoformat(),
        "baseline": figure_document(state.watched.baseline),
        "actual": figure_document(state.watched.actual),
        "figures": [
            {"id": figure.row.id, **(figure_document(figure.row) or {}), "vintages": figure.vintages}
            for figure in state.figures
        ],
        "area_sums": [area_sum_document(found) for found in state.sums],
        "targets": targets,
    }


def next_value_document(coming: NextValue | None) -> dict[str, Any] | None:
    """What the next figure has to be for the status to be no worse."""
    if coming is None:
        return None
    return {
        "period": coming.period.by_ends,
        "value": plain(coming.quantity.value),
        "bound": coming.quantity.bound.value,
        "alone": None if coming.alone is None else rounded(coming.alone),
        "keeps": coming.keeps.value,
    }


def area_sum_document(found: AreaSum) -> dict[str, Any]:
    """The sum of the areas beside the figure of the whole."""
    return {
        "period": found.period.by_ends,
        "publisher": found.publisher,
        "areas": found.count,
        "whole": plain(found.whole.value),
        "sum": None if found.total is None else plain(found.total.value),
        "difference": None if found.difference is None else plain(found.difference),
        "agrees": found.agrees,
    }

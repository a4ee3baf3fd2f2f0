"""The document of ``tracker due --json``: stable, schema 1."""

from decimal import Decimal
from typing import Any

from tracker.domain.due import DueCount, DueFigure
from tracker.domain.rounding import truncated
from tracker.services.due import DueList
from tracker.services.status import Watched
from tracker.services.status_json import figure_document

SCHEMA = 1


def due_document(due: DueList) -> dict[str, Any]:
    """The due list: counts for each month, its figures, and the indicators without a calendar."""
    return {
        "schema": SCHEMA,
        "plan": due.plan.code,
        "period": str(due.span),
        "as_of": due.as_of.isoformat(),
        "count": count_document(due.count),
        "months": [{"month": str(month.period), **count_document(month.count)} for month in due.months],
        "figures": [
            {"month": str(month.period), **due_figure_document(figure, due)}
            for month in due.months
            for figure in month.figures
        ],
        "earlier_overdue": [due_figure_document(figure, due) for figure in due.earlier],
        "follow_ups": [
            {"number": one.id, "figure": one.figure.id, "question": one.question.text} for one in due.follow_ups
        ],
        "no_calendar": [occasional_document(one) for one in due.occasional],
    }


def count_document(count: DueCount) -> dict[str, Any]:
    """How many figures, and the shares of them, to four digits; null where there is nothing to take a share of."""
    return {
        "expected": count.expected,
        "entered": count.entered,
        "provisional": count.provisional,
        "overdue": count.overdue,
        "completeness": _share(count.completeness),
        "on_time": _share(count.publishing),
        "entered_on_time": _share(count.entering),
    }


def due_figure_document(figure: DueFigure, due: DueList) -> dict[str, Any]:
    """One figure: its state, the days it is or was due, and what has been entered.

    `due_in` counts the days to the latest day, `overdue_by` those since; both only while nothing is entered.
    """
    left = figure.days_left(due.as_of) if figure.is_open else None
    release = figure.release
    return {
        "indicator": figure.indicator.code,
        "area": figure.area,
        "period": figure.period.by_ends,
        "state": figure.state.value,
        "usual": None if release is None else release.usual.isoformat(),
        "latest": None if release is None else release.latest.isoformat(),
        "due_in": left if left is not None and left >= 0 else None,
        "overdue_by": -left if left is not None and left < 0 else None,
        "comes_with": None if figure.comes_with is None else figure.comes_with.by_ends,
        "value": figure_document(figure.figure),
    }


def occasional_document(one: Watched) -> dict[str, Any]:
    """An indicator without a calendar, with its latest figure."""
    return {"indicator": one.indicator.code, "area": one.area, "latest": figure_document(one.actual)}


def _share(share: Decimal | None) -> str | None:
    return None if share is None else truncated(share)

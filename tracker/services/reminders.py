"""What is missing: one digest of the figures that are due, overdue or about to come out and have not been entered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from tracker.domain.due import DueFigure, DueState, due_figures, followed
from tracker.domain.observation import Observation
from tracker.domain.period import Period
from tracker.domain.plan import Plan
from tracker.store.database import Reader

AHEAD = timedelta(days=3)
"""How long before its usual day a figure is announced."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A figure that has not been entered; `by` is who entered the last one of its indicator, "" if nobody did."""

    figure: DueFigure
    by: str = ""


@dataclass(frozen=True, slots=True)
class Digest:
    """All that is missing for a plan on a day, the longest overdue first."""

    plan: Plan
    as_of: date
    missing: tuple[Missing, ...]


def digest(reader: Reader, plan_code: str, as_of: date) -> Digest:
    """What should have been entered by `as_of` or is about to be, and is not. Irregular indicators are never due."""
    plan = reader.plan(plan_code)
    rows, zone = reader.observations(list(plan.indicators)), ZoneInfo(plan.zone)
    missing = [
        Missing(figure, _last_recorder(rows, figure))
        for year in _years(plan)
        for indicator, area in followed(plan)
        for figure in due_figures(indicator, area, rows, year, as_of, zone)
        if _is_asked_for(figure, as_of)
    ]
    return Digest(plan, as_of, tuple(sorted(missing, key=_latest)))


def _years(plan: Plan) -> Iterable[Period]:
    return (Period.year(year) for year in range(plan.year, plan.end.year + 1))


def _is_asked_for(figure: DueFigure, as_of: date) -> bool:
    if figure.state is DueState.EXPECTED and figure.release is not None:
        return figure.release.usual - as_of <= AHEAD
    return figure.state in (DueState.DUE, DueState.OVERDUE)


def _last_recorder(rows: Iterable[Observation], figure: DueFigure) -> str:
    mine = [row for row in rows if (row.indicator, row.area) == (figure.indicator.code, figure.area)]
    return max(mine, key=lambda row: row.id).recorded_by if mine else ""


def _latest(item: Missing) -> tuple[date, date]:
    """The last day a figure may come out, then the end of its period."""
    release = item.figure.release
    return (release.latest if release else date.max, item.figure.period.stop)

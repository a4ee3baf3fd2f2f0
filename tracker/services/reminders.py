"""What is missing: one digest of the figures that are due or overdue and have not been entered."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from tracker.domain.due import DueFigure, DueState, due_figures, followed
from tracker.domain.period import Period
from tracker.domain.plan import Plan
from tracker.store.database import Reader


@dataclass(frozen=True, slots=True)
class Digest:
    """All that is missing for a plan's year on a day, the longest overdue first."""

    plan: Plan
    as_of: date
    missing: tuple[DueFigure, ...]


def digest(reader: Reader, plan_code: str, as_of: date) -> Digest:
    """What should have been entered by `as_of` and is not. Irregular indicators are never due."""
    plan = reader.plan(plan_code)
    rows, year, zone = reader.observations(list(plan.indicators)), Period.year(plan.year), ZoneInfo(plan.zone)
    missing = [
        figure
        for indicator, area in followed(plan)
        for figure in due_figures(indicator, area, rows, year, as_of, zone)
        if figure.state in (DueState.DUE, DueState.OVERDUE)
    ]
    return Digest(plan, as_of, tuple(sorted(missing, key=_latest)))


def _latest(figure: DueFigure) -> tuple[date, date]:
    """The last day a figure may come out, then the end of its period."""
    return (figure.release.latest if figure.release else date.max, figure.period.stop)

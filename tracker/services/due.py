"""What is to be entered: the figures the release calendars promise about each month, and how far they have come."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from tracker.domain.due import DueCount, DueFigure, DueState, counted, due_figures, followed
from tracker.domain.follow_up import FollowUp
from tracker.domain.observation import Observation
from tracker.domain.period import Period, add_months
from tracker.domain.plan import Plan
from tracker.errors import BadPeriod
from tracker.services.status import PlanReader, Watched, watch


@dataclass(frozen=True, slots=True)
class Month:
    """What is published about one month."""

    period: Period
    figures: tuple[DueFigure, ...]
    count: DueCount


@dataclass(frozen=True, slots=True)
class DueList:
    """The months of `span` as they stand on `as_of`.

    `occasional` are the indicators without a release calendar, with the latest figure of each; `earlier` is what is
    overdue from the months of the same year before, `follow_ups` the questions about figures that are open now.
    """

    plan: Plan
    span: Period
    as_of: date
    months: tuple[Month, ...]
    occasional: tuple[Watched, ...]
    earlier: tuple[DueFigure, ...]
    follow_ups: tuple[FollowUp, ...] = ()

    @property
    def figures(self) -> list[DueFigure]:
        return [figure for month in self.months for figure in month.figures]

    @property
    def count(self) -> DueCount:
        return counted(self.figures)


class QuestionReader(Protocol):
    """What of the store's reader is needed here."""

    def follow_ups(self, plan_code: str, known_at: datetime | None = None) -> list[FollowUp]: ...


def due_list(reader: PlanReader, plan_code: str, span: Period | None, as_of: date) -> DueList:
    """The due list of the months of `span`, by default the last month complete on `as_of`.

    Raises `BadPeriod` (due-months) for anything but whole months.
    """
    span = span or last_complete_month(as_of)
    if not span.is_whole_months:
        raise BadPeriod(text=str(span), problem="due-months")
    plan = reader.plan(plan_code)
    rows = reader.observations(list(plan.indicators))
    months = [_month(plan, rows, month, as_of) for month in span.each_month()]
    return DueList(plan, span, as_of, tuple(months), _occasional(plan, rows, as_of), _earlier(plan, rows, span, as_of))


def with_questions(reader: QuestionReader, due: DueList) -> DueList:
    """The due list with the questions about figures of its plan that are open now."""
    return replace(due, follow_ups=tuple(one for one in reader.follow_ups(due.plan.code) if one.is_open))


def last_complete_month(day: date) -> Period:
    """The month before the one `day` is in."""
    first = add_months(day.replace(day=1), -1)
    return Period.month(first.year, first.month)


def _month(plan: Plan, rows: Sequence[Observation], month: Period, as_of: date) -> Month:
    figures = _figures(plan, rows, month, as_of)
    return Month(month, tuple(figures), counted(figures))


def _figures(plan: Plan, rows: Sequence[Observation], span: Period, as_of: date) -> list[DueFigure]:
    zone = ZoneInfo(plan.zone)
    return [
        figure for indicator, area in followed(plan) for figure in due_figures(indicator, area, rows, span, as_of, zone)
    ]


def _earlier(plan: Plan, rows: Sequence[Observation], span: Period, as_of: date) -> tuple[DueFigure, ...]:
    """What is overdue from the start of the span's year to its own start."""
    first = date(span.start.year, 1, 1)
    if first == span.start:
        return ()
    before = Period(first, span.start - timedelta(days=1))
    return tuple(figure for figure in _figures(plan, rows, before, as_of) if figure.state is DueState.OVERDUE)


def _occasional(plan: Plan, rows: Sequence[Observation], as_of: date) -> tuple[Watched, ...]:
    """The indicators without a calendar, in the same order."""
    places = [(indicator, area) for indicator, area in followed(plan) if not indicator.calendar.is_regular]
    areas = dict.fromkeys(area for _, area in places)
    found = {(one.indicator.code, one.area): one for one in watch(plan, rows, as_of, areas)}
    return tuple(found[indicator.code, area] for indicator, area in places)

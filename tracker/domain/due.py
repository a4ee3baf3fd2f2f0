"""What is to be entered about a month: each figure its release calendar promises, and how far it has come."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from decimal import Decimal
from enum import StrEnum

from tracker.domain.actual import usable
from tracker.domain.calendar import Release
from tracker.domain.indicator import Indicator
from tracker.domain.observation import NATION, Observation, as_of_view, standing
from tracker.domain.period import Period
from tracker.domain.plan import Plan
from tracker.domain.releases import last_before, release_periods, withheld_periods


class DueState(StrEnum):
    """How far a figure has come."""

    ENTERED = "entered"
    PROVISIONAL = "provisional"
    """Entered with flag e or p: another is to come."""
    EXPECTED = "expected"
    """Not entered, and before the day it usually comes out."""
    DUE = "due"
    """Not entered, from the usual to the latest day."""
    OVERDUE = "overdue"
    NOT_PUBLISHED = "not-published"
    """Comes together with a later month (`comes_with`); counts for nothing."""


HELD = (DueState.ENTERED, DueState.PROVISIONAL)
OPEN = (DueState.EXPECTED, DueState.DUE, DueState.OVERDUE)


@dataclass(frozen=True, slots=True)
class DueFigure:
    """One figure about a month, on a day.

    `release` is None where the calendar has none for the period: a month that is not published on its own, though
    somebody may have entered it. `figure` is the vintage in force, `published` the day the first one came out,
    `recorded` the day it was recorded in the plan's time zone; `last` is the figure before it of the same sort.
    """

    indicator: Indicator
    area: str
    period: Period
    state: DueState
    release: Release | None
    comes_with: Period | None = None
    figure: Observation | None = None
    published: date | None = None
    recorded: date | None = None
    last: Observation | None = None

    @property
    def is_held(self) -> bool:
        return self.state in HELD

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    def days_left(self, as_of: date) -> int | None:
        """Days until the latest day it may come out; negative once overdue. None where nothing is promised."""
        return None if self.release is None else (self.release.latest - as_of).days

    def by_latest(self, day: date | None) -> bool:
        """Whether `day` is one of those the calendar allows."""
        return self.release is not None and day is not None and day <= self.release.latest


@dataclass(frozen=True, slots=True)
class DueCount:
    """Figures counted: those promised, of which are held (some of them provisional) and overdue.

    `settled` counts the ones that are held or overdue: only of them can be said whether they were on time.
    """

    expected: int = 0
    entered: int = 0
    provisional: int = 0
    overdue: int = 0
    published_on_time: int = 0
    entered_on_time: int = 0

    @property
    def settled(self) -> int:
        return self.entered + self.overdue

    @property
    def completeness(self) -> Decimal | None:
        """Share of what is promised that has been entered; None where nothing is."""
        return _share(self.entered, self.expected)

    @property
    def publishing(self) -> Decimal | None:
        """Share of what is settled that came out by its latest day."""
        return _share(self.published_on_time, self.settled)

    @property
    def entering(self) -> Decimal | None:
        """Share of what is settled that was recorded by its latest day."""
        return _share(self.entered_on_time, self.settled)


def _share(part: int, whole: int) -> Decimal | None:
    return Decimal(part) / whole if whole else None


def followed(plan: Plan) -> list[tuple[Indicator, str]]:
    """The plan's indicators with the areas they are followed in: the nation, and wherever there is a target.

    In the order of a desk with press releases on it: by first publisher, then as the plan lists them.
    """
    areas: dict[str, set[str]] = {}
    for target in plan.targets:
        areas.setdefault(target.indicator.code, set()).add(target.area)
    places = list(dict.fromkeys(indicator.publishers[0] for indicator in plan.indicators.values()))
    ordered = sorted(plan.indicators.values(), key=lambda indicator: places.index(indicator.publishers[0]))
    return [
        (indicator, area)
        for indicator in ordered
        for area in (NATION, *sorted(areas.get(indicator.code, set()) - {NATION}))
    ]


def due_figures(
    indicator: Indicator, area: str, rows: Sequence[Observation], span: Period, as_of: date, zone: tzinfo
) -> Iterator[DueFigure]:
    """The figures about the months of `span`, in order; nothing for an irregular calendar.

    `rows` are all vintages known, of whatever indicator and area.
    """
    own = [row for row in rows if row.indicator == indicator.code and row.area == area]
    baseline = indicator.baseline
    stated = [baseline.reading(indicator.code, area)] if baseline is not None and area == NATION else []
    held = usable(as_of_view(own, as_of), indicator, area)
    by_period = {row.period: row for row in held}
    known = usable(as_of_view([*stated, *own], as_of), indicator, area)
    for period, comes_with in _periods(indicator, span):
        release = None if comes_with else indicator.calendar.release(period)
        figure = by_period.get(period)
        published, recorded = _first(own, figure, as_of, zone)
        yield DueFigure(
            indicator, area, period, _state(figure, release, as_of), release, comes_with, figure, published, recorded,
            last_before(indicator, known, period),
        )  # fmt: skip


def _periods(indicator: Indicator, span: Period) -> Iterator[tuple[Period, Period | None]]:
    """The periods about each month of the span, with what they come with where they are not published."""
    for month in span.each_month():
        yield from withheld_periods(indicator, month)
        for period in release_periods(indicator, month):
            yield period, None


def _state(figure: Observation | None, release: Release | None, as_of: date) -> DueState:
    if figure is not None:
        return DueState.PROVISIONAL if figure.is_provisional else DueState.ENTERED
    if release is None:
        return DueState.NOT_PUBLISHED
    if release.overdue_on(as_of):
        return DueState.OVERDUE
    return DueState.EXPECTED if as_of < release.usual else DueState.DUE


def _first(
    own: Iterable[Observation], figure: Observation | None, as_of: date, zone: tzinfo
) -> tuple[date | None, date | None]:
    """When a period's first figure came out, and when the first was recorded."""
    if figure is None:
        return None, None
    vintages = [row for row in standing(own, as_of) if (row.series, row.period) == (figure.series, figure.period)]
    published = min(row.published_on for row in vintages)
    return published, min(row.recorded_at for row in vintages).astimezone(zone).date()


def counted(figures: Iterable[DueFigure]) -> DueCount:
    """What is promised, counted; months that are not published count for nothing."""
    promised = [figure for figure in figures if figure.release is not None]
    held = [figure for figure in promised if figure.is_held]
    return DueCount(
        expected=len(promised),
        entered=len(held),
        provisional=sum(figure.state is DueState.PROVISIONAL for figure in held),
        overdue=sum(figure.state is DueState.OVERDUE for figure in promised),
        published_on_time=sum(figure.by_latest(figure.published) for figure in held),
        entered_on_time=sum(figure.by_latest(figure.recorded) for figure in held),
    )

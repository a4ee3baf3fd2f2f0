"""The facts of one assessment, worked out once: the view, the actual, the reference, the path, what is overdue."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tracker.domain.actual import (
    Actual,
    cumulative,
    of_observation,
    own_period,
    stock_actual,
    stock_readings,
    usable,
    with_stated,
    year_to_date,
)
from tracker.domain.calendar import Release
from tracker.domain.condition import accepted, is_reach, line
from tracker.domain.indicator import Amount, Kind
from tracker.domain.last_year import last_year_path
from tracker.domain.observation import Baseline, Observation, as_of_view
from tracker.domain.path import Clock, clock_of, expected_value
from tracker.domain.period import Period
from tracker.domain.quantity import Answer, Interval, Quantity
from tracker.domain.target import PathKind, PathSpec, Target


@dataclass(frozen=True, slots=True)
class Achievement:
    """What the readings of a reach target say in order: the first and the latest yes, whether a definite no followed,
    and the first yes since then that is neither an estimate nor provisional."""

    first: Actual | None = None
    latest: Actual | None = None
    firm: Actual | None = None
    held: bool = False

    @property
    def lost(self) -> bool:
        return self.first is not None and not self.held


@dataclass(frozen=True, slots=True)
class Facts:
    """What decisions are taken on.

    `on` is the day the target is judged, the as-of day unless a report on an earlier period is made with later
    publications. `day` is the date path and progress are compared on (rules 4 of the method page).

    `history` holds the vintages given of the indicator and area, `view` those in force on `as_of`, `rows` of these the
    ones an assessment may use, `readings` the ones this target may be judged on, by reference date. `goal` is the value
    the path runs to, `accepts` the numbers that satisfy the condition (None while a reference is missing), `start` the
    value the path starts from. `path` is what it follows (of last year's shape the points it gives).
    `path_fell_back`: last year's shape was asked for and not known.
    """

    target: Target
    as_of: date
    on: date
    history: tuple[Observation, ...]
    view: tuple[Observation, ...]
    rows: tuple[Observation, ...]
    readings: tuple[Actual, ...]
    actual: Actual | None
    baseline: Baseline | None
    reference: Observation | None
    clock: Clock
    day: date | None
    start: Decimal | None
    goal: Decimal | None
    accepts: Interval | None
    path: PathSpec
    expected: Fraction | None
    path_fell_back: bool
    missing: tuple[Release, ...]
    reach: bool
    reached: Achievement

    @property
    def kind(self) -> Kind:
        return self.target.indicator.kind

    @property
    def regular(self) -> bool:
        return self.target.indicator.calendar.is_regular

    @property
    def read_in_span(self) -> bool:
        """Whether anything was read since the baseline."""
        if self.actual is None:
            return False
        return self.kind is not Kind.STOCK or self.actual.last_read > self.clock.origin

    @property
    def covered(self) -> tuple[int, int]:
        """How much of the span the actual is for, of how much: months, whatever else time is counted in, as growth over
        the rest is that of the months not in the figure; days where the span is not of whole months."""
        span, period = self.target.span, None if self.actual is None else self.actual.period
        if span.is_whole_months and (period is None or period.is_whole_months):
            return (0 if period is None else period.month_count), span.month_count
        clock = replace(self.clock, in_months=span.is_whole_months)
        return (0 if period is None else clock.at(period.stop)), clock.total

    @property
    def definition_differs(self) -> bool:
        """Whether the baseline follows another definition (flag `d`) and so compares with nothing."""
        return self.baseline is not None and "d" in self.baseline.flag

    def amount(self, quantity: Quantity | Decimal) -> Amount:
        """A number with the indicator's unit, ready to be put into words."""
        return Amount(
            Quantity(quantity) if isinstance(quantity, Decimal) else quantity,
            self.target.indicator.unit,
        )


def gather(target: Target, observations: Iterable[Observation], as_of: date, on: date | None = None) -> Facts:
    """Work out the facts from the vintages known, at least all that matter (`scope`); observations of other indicators
    and areas are ignored."""
    indicator, on = target.indicator, on or as_of
    history = tuple(row for row in observations if row.indicator == indicator.code and row.area == target.area)
    stated = target.baseline or indicator.baseline_in(target.area)
    baseline = stated if stated is not None and stated.published_on <= as_of else None
    view = view_with_baseline(target, history, baseline, as_of)
    rows = tuple(usable(view, indicator, target.area))
    readings = _readings(target, view, rows, baseline)
    actual = (
        stock_actual(r.parts[0] for r in readings)
        if indicator.kind is Kind.STOCK
        else (readings[-1] if readings else None)
    )
    comparable = None if baseline is None or "d" in baseline.flag else baseline
    clock = clock_of(target, comparable.period.stop if comparable else None)
    reference = reference_in(target, view, baseline)
    value = reference_value(reference)
    goal = line(target.condition, indicator.direction, value)
    day = _day(target, actual, on)
    start = Decimal(0) if indicator.kind is Kind.FLOW else (comparable.quantity.value if comparable else None)
    path = _path(target, view, goal, day)
    accepts, reach = accepted(target.condition, indicator.direction, value), is_reach(target)
    return Facts(
        target=target,
        as_of=as_of,
        on=on,
        history=history,
        view=tuple(view),
        rows=rows,
        readings=tuple(readings),
        actual=actual,
        baseline=baseline,
        reference=reference,
        clock=clock,
        day=day,
        start=start,
        goal=goal,
        accepts=accepts,
        path=path or PathSpec(),
        expected=_expected(target, path or PathSpec(), clock, start, goal, value, day),
        path_fell_back=path is None,
        missing=tuple(_missing(target, actual, on)),
        reach=reach,
        reached=_achievement(readings, actual, clock, accepts) if reach and accepts is not None else Achievement(),
    )


def view_with_baseline(
    target: Target, history: Iterable[Observation], baseline: Baseline | None, day: date
) -> list[Observation]:
    """The as-of view, with the stated baseline as a reading that any recorded vintage of its day outranks."""
    rows = list(history)
    if baseline is not None:
        rows.append(baseline.reading(target.indicator.code, target.area))
    return as_of_view(rows, day)


def reference_in(target: Target, view: Sequence[Observation], baseline: Baseline | None) -> Observation | None:
    """The latest vintage of the baseline's period from the publisher in use; never one of another definition."""
    if baseline is None:
        return None
    stated = baseline.reading(target.indicator.code, target.area)
    for publisher in target.indicator.publishers:
        for row in view:
            same = row.period == stated.period and row.publisher == publisher and row.differs == stated.differs
            if same and not row.is_outlook:
                return row
    return stated


def reference_value(reference: Observation | None) -> Decimal | None:
    """The number a tolerance is measured from; none where the definition differs."""
    return None if reference is None or reference.differs else reference.quantity.value


def release_periods(target: Target) -> list[Period]:
    """The periods within the target's span that its indicator's calendar will publish, in order."""
    calendar, span = target.indicator.calendar, target.span
    match target.indicator.kind:
        case Kind.SHARE:
            return [span] if calendar.is_regular else []
        case Kind.STOCK:
            return [Period.day(end) for end in calendar.ends(span)]
        case Kind.GROWTH | Kind.FLOW:
            return [Period(span.start, end) for end in calendar.ends(span)]


def _readings(
    target: Target, view: Sequence[Observation], rows: Sequence[Observation], baseline: Baseline | None
) -> list[Actual]:
    span = target.span
    match target.indicator.kind:
        case Kind.STOCK:
            known = with_stated(rows, baseline, target.indicator, target.area)
            return [of_observation(row) for row in stock_readings(known, span.stop)]
        case Kind.FLOW:
            return cumulative(view, target.indicator, target.area, span)
        case Kind.GROWTH:
            return year_to_date(rows, span)
        case Kind.SHARE:
            own = own_period(rows, span)
            return [own] if own else []


def _achievement(readings: Iterable[Actual], actual: Actual | None, clock: Clock, accepts: Interval) -> Achievement:
    """When the condition was first a definite yes, and whether it has held since.

    What was so before the baseline is history: it neither reached this target nor lost it. Only where nothing newer is
    known does it count.
    """
    first, latest, firm, held = None, None, None, False
    since = clock.origin if actual is None else min(clock.origin, actual.period.stop)
    for reading in readings:
        if reading.period.stop < since:
            continue
        match reading.quantity.inside(accepts):
            case Answer.YES:
                firm = firm or (None if reading.is_provisional else reading)
                first, latest, held = first or reading, reading, True
            case Answer.NO:
                firm, held = None, False
    return Achievement(first, latest, firm, held)


def _day(target: Target, actual: Actual | None, on: date) -> date | None:
    """The actual's own date where releases are regular, so that their lag is never held against a target."""
    if not target.indicator.calendar.is_regular:
        return min(on, target.due)
    return min(actual.period.stop, target.due) if actual else None


def _path(target: Target, view: Sequence[Observation], goal: Decimal | None, day: date | None) -> PathSpec | None:
    """The path to follow; None where last year's shape was asked for and is not known."""
    if target.path.kind is not PathKind.LAST_YEAR or goal is None:
        return target.path
    return last_year_path(view, target, goal, day)


def _expected(
    target: Target,
    path: PathSpec,
    clock: Clock,
    start: Decimal | None,
    goal: Decimal | None,
    reference: Decimal | None,
    day: date | None,
) -> Fraction | None:
    match target.indicator.kind:
        case Kind.SHARE:
            value = goal if reference is None else reference
            return None if value is None else Fraction(value)
        case Kind.GROWTH:
            return None if goal is None else Fraction(goal)
        case _ if start is None or goal is None or day is None:
            return None
        case _:
            return expected_value(path, clock, start, goal, day)


def _missing(target: Target, actual: Actual | None, on: date) -> list[Release]:
    """Releases of the span after the actual that are overdue: never entered, or never out."""
    read = date.min if actual is None else actual.last_read
    since = (period for period in release_periods(target) if period.stop > read)
    releases = (target.indicator.calendar.release(period) for period in since)
    return [release for release in releases if release.overdue_on(on)]

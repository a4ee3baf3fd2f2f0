"""The data of charts: which figures, vintages, path and target a picture shows."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from tracker.domain.actual import Actual, of_observation, stock_actual, usable
from tracker.domain.bands import decimal
from tracker.domain.bilingual import Bilingual
from tracker.domain.facts import Facts
from tracker.domain.fan import fan
from tracker.domain.indicator import Indicator, Kind
from tracker.domain.observation import Baseline, Observation
from tracker.domain.path import expected_value
from tracker.domain.period import Period
from tracker.domain.quantity import EXACT
from tracker.domain.releases import release_periods
from tracker.domain.rounding import PLACES
from tracker.domain.target import Op, PathKind
from tracker.report.book import Book
from tracker.report.document import Chart, ChartPoint, FanPoint, Forecast, Goal, PathPoint, Role
from tracker.report.phrases import both

ONE_DAY = timedelta(days=1)


def target_chart(facts: Facts, name: Bilingual, goal: Bilingual, book: Book, ahead: Forecast | None = None) -> Chart:
    """A target's readings with their vintages, its expected path, its line or band, and the fan of its forecast."""
    target, indicator = facts.target, facts.target.indicator
    first = min(facts.clock.origin, target.due - ONE_DAY)
    readings = [reading for reading in facts.readings if first <= reading.period.stop]
    points = [*_base(facts.baseline, indicator, target.area, first, facts.view, readings, book)]
    points += _points(indicator, readings, first, book)
    if facts.actual is None or facts.actual.period != target.span:
        points += _outlooks(facts, book)
    return Chart(
        title=name,
        alternative=_alternative(name, points, goal, ahead),
        unit=_unit(indicator),
        first=first,
        last=max([target.due, *(point.day for point in points)]),
        points=tuple(sorted(points, key=lambda point: (point.day, point.vintage))),
        expected=tuple(_corners(facts)),
        stepped=target.path.kind is PathKind.BATCH,
        goal=_goal(facts, goal),
        fan=tuple(_fan(facts)) if ahead else (),
    )


def watch_chart(
    indicator: Indicator, area: str, baseline: Baseline | None, view: Sequence[Observation], year: int, book: Book
) -> Chart | None:
    """The year of an indicator without a target beside its baseline; None without a figure of the year."""
    span = Period.year(year)
    rows = [row for row in usable(view, indicator, area) if _belongs(row, indicator, span)]
    if not rows:
        return None
    first = span.start - ONE_DAY
    readings = [of_observation(row) for row in rows]
    points = [
        *_base(baseline, indicator, area, first, view, readings, book),
        *_points(indicator, readings, first, book),
    ]
    return Chart(
        title=indicator.name,
        alternative=_alternative(indicator.name, points),
        unit=_unit(indicator),
        first=first,
        last=span.stop,
        points=tuple(sorted(points, key=lambda point: (point.day, point.vintage))),
    )


def _unit(indicator: Indicator) -> Bilingual:
    return Bilingual(indicator.unit.zh, indicator.unit.en)


def _belongs(row: Observation, indicator: Indicator, span: Period) -> bool:
    """Whether a figure is of the year: a reading in it, or a figure from its start."""
    if indicator.kind is Kind.STOCK:
        return row.period.is_day and row.period.stop in span
    return row.period.start == span.start and row.period.stop <= span.stop


def _base(
    baseline: Baseline | None,
    indicator: Indicator,
    area: str,
    first: date,
    view: Sequence[Observation],
    readings: Sequence[Actual],
    book: Book,
) -> Iterator[ChartPoint]:
    """The baseline at the left edge: its latest vintage, and the stated value where that was another.

    None for a flow, which starts at nothing, for another definition, or where the readings have that day anyway.
    """
    if baseline is None or "d" in baseline.flag or baseline.period.stop != first or indicator.kind is Kind.FLOW:
        return
    if any(reading.period.stop == first for reading in readings):
        return
    stated = baseline.reading(indicator.code, area)
    latest = next((row for row in usable(view, indicator, area) if row.period == baseline.period), stated)
    vintages = book.vintages(latest)
    if latest != stated and all(_says(row) != _says(stated) for row in vintages):
        yield _point(of_observation(stated), Role.SUPERSEDED, indicator, book)
    yield from _superseded(of_observation(latest), indicator, book)
    yield _point(of_observation(latest), Role.BASELINE, indicator, book)


def _says(row: Observation) -> tuple[object, object]:
    return row.quantity.value, row.quantity.bound


def _points(indicator: Indicator, readings: Sequence[Actual], first: date, book: Book) -> list[ChartPoint]:
    """The readings with the vintages they replaced."""
    points: list[ChartPoint] = []
    held: Actual | None = None
    last: date | None = None
    for reading in readings:
        role = _role(reading, held, indicator, first)
        gap = last is not None and _is_gap(indicator, last, reading.period)
        points += _superseded(reading, indicator, book)
        points.append(_point(reading, role, indicator, book, after_gap=gap))
        if role is not Role.CONFIRMATION:
            held = reading
        last = reading.period.stop
    if indicator.kind is not Kind.STOCK and points:
        points[0] = _apart(points[0])
    return points


def _role(reading: Actual, held: Actual | None, indicator: Indicator, first: date) -> Role:
    """A stock's reading of the first day is its baseline; one that says no more than the last only confirms it."""
    if indicator.kind is not Kind.STOCK:
        return Role.ACTUAL
    if reading.period.stop == first:
        return Role.BASELINE
    seen = stock_actual([*held.parts, *reading.parts]) if held else None
    return Role.CONFIRMATION if seen and seen.confirmed_by else Role.ACTUAL


def _apart(point: ChartPoint) -> ChartPoint:
    """A point that no line leads to: last year's growth and this year's are not one series."""
    return replace(point, after_gap=True)


def _is_gap(indicator: Indicator, last: date, period: Period) -> bool:
    """Whether a release between the two is missing."""
    between = Period(min(last + ONE_DAY, period.stop), period.stop)
    return any(release.stop < period.stop for release in release_periods(indicator, between))


def _superseded(reading: Actual, indicator: Indicator, book: Book) -> Iterator[ChartPoint]:
    """Earlier vintages of the reading that said something else."""
    if reading.is_derived:
        return
    for row in book.vintages(reading.parts[0])[:-1]:
        if _says(row) != _says(reading.parts[0]):
            yield _point(of_observation(row), Role.OUTLOOK if row.is_outlook else Role.SUPERSEDED, indicator, book)


def _fan(facts: Facts) -> Iterator[FanPoint]:
    """From the last figure to the forecast, opening; a flow without one starts at nothing."""
    steps = fan(facts)
    actual = facts.actual
    if actual is not None and steps and actual.period.stop < steps[0].day:
        yield FanPoint(actual.period.stop, *[actual.quantity.value] * 3)
    elif actual is None and facts.kind is Kind.FLOW:
        yield FanPoint(facts.clock.origin, *[Decimal(0)] * 3)
    for step in steps:
        yield FanPoint(step.day, step.low, step.value, step.high)


def _outlooks(facts: Facts, book: Book) -> Iterator[ChartPoint]:
    """Publishers' outlooks for the due date."""
    for row in facts.view:
        used = row.publisher in facts.target.indicator.publishers and not row.differs
        if used and row.is_outlook and row.period.stop == facts.target.due:
            yield _point(of_observation(row), Role.OUTLOOK, facts.target.indicator, book)


def _point(reading: Actual, role: Role, indicator: Indicator, book: Book, *, after_gap: bool = False) -> ChartPoint:
    interval = reading.quantity.interval
    ends = [end.value if end.value.is_finite() else None for end in (interval.low, interval.high)]
    vintage, vintages = book.place(reading.parts[-1])
    return ChartPoint(
        day=reading.period.stop,
        role=role,
        figure=book.printed(reading, indicator.unit),
        publisher=book.publisher(reading.publisher),
        low=ends[0],
        high=ends[1],
        vintage=vintage,
        vintages=vintages,
        after_gap=after_gap,
    )


def _corners(facts: Facts) -> Iterator[PathPoint]:
    """The corners of the expected path; growth and share have none, their target line is the path."""
    if facts.kind in (Kind.GROWTH, Kind.SHARE) or facts.start is None or facts.goal is None:
        return
    spec, clock = facts.path, facts.clock
    inner = {day for day, _ in spec.points if clock.origin < day < clock.due}
    for day in sorted({clock.origin, *inner, clock.due}):
        value = decimal(expected_value(spec, clock, facts.start, facts.goal, day))
        yield PathPoint(day, value.quantize(PLACES, context=EXACT))


def _goal(facts: Facts, words: Bilingual) -> Goal | None:
    """The line of a condition, or its band; a tolerance is a band on both sides of the reference."""
    if facts.accepts is None:
        return None
    tolerance = facts.target.condition.tolerance
    if facts.target.condition.op is Op.WITHIN and facts.goal is not None and tolerance is not None:
        return Goal(EXACT.subtract(facts.goal, tolerance), EXACT.add(facts.goal, tolerance), words)
    low, high = facts.accepts.low.value, facts.accepts.high.value
    return Goal(low if low.is_finite() else None, high if high.is_finite() else None, words)


def _alternative(
    name: Bilingual, points: Iterable[ChartPoint], goal: Bilingual | None = None, ahead: Forecast | None = None
) -> Bilingual:
    """The chart in a sentence."""
    shown = [point.figure for point in points if point.role not in (Role.SUPERSEDED, Role.OUTLOOK)]
    if not shown:
        words = both("sentences.alt-empty", name=name)
    elif len(shown) == 1:
        words = both("sentences.alt-point", name=name, first=shown[0].text, first_period=shown[0].period)
    else:
        words = both(
            "sentences.alt-points",
            name=name,
            count=len(shown),
            first=shown[0].text,
            first_period=shown[0].period,
            last=shown[-1].text,
            last_period=shown[-1].period,
        )
    if goal is not None:
        words = both("sentences.alt-goal", alternative=words, goal=goal)
    if ahead is not None:
        value, low, high = ahead.value.text, ahead.low.text, ahead.high.text
        words = both("sentences.alt-forecast", alternative=words, value=value, low=low, high=high)
    return words

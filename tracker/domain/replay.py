"""A forecast made again and again as the figures came out, and what became of it: the score of the method on what is
stored.

Origins use publication dates alone: the figures may all have been recorded yesterday. Nothing published after an
origin is looked at, but for the outcome itself.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from tracker.domain.actual import own_period, stock_readings, usable
from tracker.domain.facts import Facts, gather
from tracker.domain.forecast import Forecast, forecast
from tracker.domain.forecast_basis import Basis, NoForecast, basis_of
from tracker.domain.indicator import Indicator, Kind
from tracker.domain.observation import Observation, as_of_view
from tracker.domain.period import Period, month_number
from tracker.domain.quantity import Answer, Quantity
from tracker.domain.target import Condition, Op, Target
from tracker.domain.verdict import final

ANY = Condition(Op.AT_LEAST, Decimal(0))
"""Stands in where no target is set: the value and interval of a forecast do not depend on it."""


class Naive(StrEnum):
    """Rules a forecast has to beat."""

    LAST_VALUE = "last-value"
    """The last month again and again; a stock's last level; a growth rate's last figure to date, else its last
    month."""
    RUN_RATE = "run-rate"
    """The average month so far again and again; for a stock the average change so far. Not for growth."""
    LAST_YEAR = "last-year"
    """The year before's figure."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The figure a span came to, as revised since, and the day it was first out."""

    value: Decimal
    known_on: date


@dataclass(frozen=True, slots=True)
class Origin:
    """A forecast as it would have been made on a day. `met`: whether the target then in force was met in the end; None
    where none was, or bounds leave it open."""

    as_of: date
    forecast: Forecast
    naive: dict[Naive, Decimal]
    met: bool | None = None


@dataclass(frozen=True, slots=True)
class Replay:
    """One span of one indicator: what it came to and what would have been said before."""

    indicator: Indicator
    area: str
    span: Period
    outcome: Outcome
    origins: tuple[Origin, ...]


def replays(
    indicator: Indicator,
    area: str,
    observations: Sequence[Observation],
    vintages: Iterable[Target],
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Replay]:
    """Every calendar year, and every span of a target, whose figure is out. `vintages` are the indicator's targets.

    `progress` is called before each span with how many are done, of how many.
    """
    rows = [row for row in observations if row.indicator == indicator.code and row.area == area]
    targets = [one for one in vintages if one.indicator.code == indicator.code and one.area == area]
    if indicator.kind is Kind.SHARE or not rows:
        return
    first, last = min(row.period.stop.year for row in rows), max(row.period.stop.year for row in rows)
    spans = {Period.year(year) for year in range(first, last + 1)} | {target.span for target in targets}
    for done, span in enumerate(sorted(spans)):
        if progress is not None:
            progress(done, len(spans))
        own = [target for target in targets if target.span == span]
        stand_in = _stand_in(indicator, area, span)
        came = outcome(gather(stand_in, rows, date.max))
        if came is not None:
            yield Replay(indicator, area, span, came, tuple(_origins(stand_in, own, rows, came)))


def outcome(facts: Facts) -> Outcome | None:
    """What the span came to: the due period's own figure, a stock's reading at its end or at most a month before;
    else all its months added up or, for growth, averaged. A share's parts make no whole: it has its own or none."""
    target = facts.target
    if facts.kind is Kind.STOCK:
        earliest = target.due - timedelta(days=target.rules.closing_window_days)
        closing = [row for row in stock_readings(facts.rows, target.due) if row.period.stop >= earliest]
        return Outcome(closing[-1].quantity.value, _first_out(facts, [closing[-1].period])) if closing else None
    own = own_period(facts.rows, target.span)
    if own is not None:
        return Outcome(own.quantity.value, _first_out(facts, [target.span]))
    if facts.kind is Kind.SHARE:
        return None
    basis = basis_of(facts)
    if isinstance(basis, NoForecast) or basis.series.last != month_number(target.due):
        return None
    periods = {row.period for row in basis.rows if row.period.stop in target.span}
    return Outcome(Decimal(repr(basis.known)), _first_out(facts, periods))


def _first_out(facts: Facts, periods: Iterable[Period]) -> date:
    """The day the last of the periods had a figure, whatever was revised since."""
    indicator, area = facts.target.indicator, facts.target.area
    missing, day = set(periods), date.min
    for day in sorted({row.published_on for row in facts.history if row.period in missing}):
        missing -= {row.period for row in usable(as_of_view(facts.history, day), indicator, area)}
        if not missing:
            break
    return day


def _stand_in(indicator: Indicator, area: str, span: Period) -> Target:
    """A target of no meaning for a span; without the plan's baseline, which may lie beyond it."""
    return Target(indicator.code, replace(indicator, baseline=None), ANY, span.start, span.stop, date.min, area)


def _origins(
    stand_in: Target, targets: Sequence[Target], rows: Sequence[Observation], came: Outcome
) -> Iterator[Origin]:
    """The ends of months at which something new was known, until the outcome was."""
    seen: tuple[float, int] | None = None
    for month in Period(stand_in.start, came.known_on).each_month():
        if month.stop >= came.known_on:
            return
        target = _in_force(targets, month.stop) or stand_in
        facts = gather(target, rows, month.stop)
        basis = basis_of(facts)
        if isinstance(basis, NoForecast) or (basis.known, basis.series.last) == seen:
            continue
        seen = (basis.known, basis.series.last)
        made = forecast(facts, final=False)
        if isinstance(made, Forecast):
            judged = target is not stand_in and final(facts) is None
            met = is_met(facts, came) if judged else None
            yield Origin(month.stop, made, dict(_naive(facts, basis, rows)), met)


def _in_force(targets: Iterable[Target], day: date) -> Target | None:
    """The vintage of a target announced by then; of several targets of one span the first."""
    known = [target for target in targets if target.published_on <= day]
    if not known:
        return None
    own = [target for target in known if target.code == known[0].code]
    latest = max(own, key=lambda target: (target.published_on, target.recorded_at))
    return None if latest.withdrawn else latest


def is_met(facts: Facts, came: Outcome) -> bool | None:
    """Whether the outcome meets the target's condition."""
    if facts.accepts is None:
        return None
    answer = Quantity(came.value).inside(facts.accepts)
    return None if answer is Answer.UNDETERMINED else answer is Answer.YES


def _naive(facts: Facts, basis: Basis, rows: Sequence[Observation]) -> Iterator[tuple[Naive, Decimal]]:
    """What the naive rules say on the same day, each where it can be applied."""
    series, span = basis.series, facts.target.span
    before = _stand_in(facts.target.indicator, facts.target.area, span.shifted(years=-1))
    last_year = outcome(gather(before, rows, facts.as_of))
    if last_year is not None:
        yield Naive.LAST_YEAR, last_year.value
    left = sum(basis.weights)
    if facts.kind is Kind.STOCK:
        yield Naive.LAST_VALUE, _number(series.values[-1])
        passed = series.last - month_number(span.start) + 1
        step = _step_months(basis)
        if passed > 0 and passed // step < len(series.values):
            start = series.values[-1 - passed // step]
            change = (series.values[-1] - start) / passed * series.months_ahead
            yield Naive.RUN_RATE, _number(series.values[-1] + change)
    elif facts.kind is Kind.FLOW:
        yield Naive.LAST_VALUE, _number(basis.known + series.by_month[series.last] * left)
        months = sum(1 for _ in span.each_month())
        if left < months:
            yield Naive.RUN_RATE, _number(basis.known / (months - left) * months)
    elif facts.actual is not None and month_number(facts.actual.period.stop) == series.last:
        yield Naive.LAST_VALUE, facts.actual.quantity.value
    else:
        yield Naive.LAST_VALUE, _number(series.by_month[series.last])


def _step_months(basis: Basis) -> int:
    """Months of one step of a stock's series."""
    return 12 // basis.series.season


def _number(value: float) -> Decimal:
    return Decimal(repr(value))

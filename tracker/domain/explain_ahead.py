"""The steps of an explanation that look ahead: what is needed, what the next figure must be, where it is heading."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from tracker.domain.bands import Status, decimal
from tracker.domain.base_weight import base_levels, weighted_need
from tracker.domain.facts import Facts
from tracker.domain.forecast import Forecast, NoForecast, forecast
from tracker.domain.indicator import Kind
from tracker.domain.need import need_of
from tracker.domain.next_value import next_value
from tracker.domain.observation import Observation
from tracker.domain.quantity import Quantity
from tracker.domain.step import Step


def steps_ahead(facts: Facts, rows: Iterable[Observation], status: Status, *, final: bool) -> Iterator[Step]:
    """The steps; nothing once the target is finally judged."""
    if final:
        return
    yield from _needed(facts)
    yield from _weighted(facts, rows)
    yield from _next(facts, status)
    made = forecast(facts, final=False)
    yield from _none(made) if isinstance(made, NoForecast) else _forecast(facts, made)


def _needed(facts: Facts) -> Iterator[Step]:
    """What the rest of the span has to bring: the growth of its months, or an amount for each."""
    need = need_of(facts)
    if need is None or facts.actual is None:
        return
    data = {"goal": need.goal, "actual": facts.actual.quantity.value, "needed": decimal(need.value)}
    if facts.kind is Kind.GROWTH:
        done, total = facts.covered
        yield Step("growth-needed", data | {"done": done, "total": total, "rest": total - done})
    else:
        yield Step("needed", data | {"rest": need.months})


def _weighted(facts: Facts, rows: Iterable[Observation]) -> Iterator[Step]:
    """Growth needed with the months weighed by the base year's levels."""
    levels, need = base_levels(facts, rows), need_of(facts)
    if levels is None or need is None or facts.actual is None:
        return
    value, weight = facts.actual.quantity.value, Fraction(levels.part) / Fraction(levels.whole)
    needed = weighted_need(need.goal, value, weight)
    if needed is not None:
        data = {"goal": need.goal, "actual": value, "weight": decimal(weight), "needed": decimal(needed)}
        base = {"indicator": levels.indicator, "part": levels.part, "period": levels.elapsed, "whole": levels.whole,
                "span": levels.span, "publisher": levels.publisher}  # fmt: skip
        yield Step("growth-needed-weighted", data | base)


def _next(facts: Facts, status: Status) -> Iterator[Step]:
    found = next_value(facts, status)
    if found is None:
        return
    data = {"period": found.period, "value": facts.amount(found.quantity), "keeps": found.keeps}
    if found.alone is None:
        yield Step("next-value", data)
    else:
        yield Step("next-value-alone", data | {"alone": facts.amount(Quantity(found.alone, found.quantity.bound))})


def _none(made: NoForecast) -> Iterator[Step]:
    yield Step(f"forecast-none-{made.reason}", {"points": made.points, "months": made.months})


def _forecast(facts: Facts, made: Forecast) -> Iterator[Step]:
    unit = facts.amount
    ends = {"low": unit(made.low), "high": unit(made.high)}
    data = {"due": facts.target.due, "value": unit(made.value), "points": made.points, "months": made.months}
    yield Step("forecast", data | ends | {"known": unit(made.known)})
    for share in made.models:
        yield Step(f"forecast-by-{share.model}", {"weight": share.weight, "value": unit(share.value)})
    start, end = ("∞" if end is None else unit(end) for end in (made.meets_from, made.meets_to))
    yield Step("forecast-chance", {"start": start, "end": end, "chance": made.probability})

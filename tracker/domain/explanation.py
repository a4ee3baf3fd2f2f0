"""An assessment step by step: every input with its vintage, every formula with its numbers, the rule that decided.

A step is a code with data; its text, formula and citation stand in `tracker.i18n.texts.explain`. From the steps the
figures can be recomputed by hand.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import localcontext
from fractions import Fraction
from typing import Any

from tracker.domain.actual import Actual
from tracker.domain.bands import Status, decimal
from tracker.domain.explain_ahead import steps_ahead
from tracker.domain.explain_path import path_steps
from tracker.domain.explain_rule import rule_steps
from tracker.domain.facts import Facts, gather, reference_value
from tracker.domain.indicator import Direction, Kind
from tracker.domain.observation import Observation
from tracker.domain.quantity import EXACT, Point
from tracker.domain.step import Step
from tracker.domain.target import Op, Target
from tracker.domain.verdict import Decision, course_of, decide, status_at


def explain(
    target: Target, observations: Iterable[Observation], as_of: date, on: date | None = None
) -> tuple[Step, ...]:
    """The steps of `assess(target, observations, as_of, on)`, in the order they are taken."""
    with localcontext(EXACT):
        rows = tuple(observations)
        facts = gather(target, rows, as_of, on)
        decision = decide(facts)
        steps = (*_inputs(facts), *_condition(facts), *_time(facts), *path_steps(facts), *_numbers(facts))
        ahead = steps_ahead(facts, rows, decision.status, final=decision.final)
        return (*steps, *_ends(facts, decision), *rule_steps(facts), *ahead)


def _inputs(facts: Facts) -> Iterator[Step]:
    baseline, reference, actual = facts.baseline, facts.reference, facts.actual
    if baseline is None:
        yield Step("baseline-none")
    else:
        yield Step("baseline", _source(facts, baseline.reading(facts.target.indicator.code, facts.target.area)))
    if baseline is not None and reference is not None and reference.quantity != baseline.quantity:
        yield Step("reference", _source(facts, reference))
    if actual is None:
        yield Step("actual-none", {"as_of": facts.as_of})
        return
    yield Step("actual-derived" if actual.is_derived else "actual", _source(facts, actual.parts[-1], actual))
    if actual.is_derived:
        yield from (Step("part", _source(facts, part)) for part in actual.parts)
    if actual.confirmed_by is not None:
        yield Step("confirmed-by", _source(facts, actual.confirmed_by))


def _source(facts: Facts, row: Observation, actual: Actual | None = None) -> dict[str, Any]:
    """A figure with where it comes from; `entry` is 0 for a baseline that only the plan states."""
    figure = actual or row
    return {
        "value": facts.amount(figure.quantity),
        "period": figure.period,
        "published": figure.published_on,
        "publisher": figure.publisher,
        "flag": figure.flag,
        "entry": row.id,
        "source": row.source,
    }


def _condition(facts: Facts) -> Iterator[Step]:
    condition, reference = facts.target.condition, reference_value(facts.reference)
    if facts.accepts is None:
        return
    low, high = facts.accepts.low, facts.accepts.high
    opening = "[" if low.tilt == 0 and low.value.is_finite() else "("
    closing = "]" if high.tilt == 0 and high.value.is_finite() else ")"
    yield Step("accepts", {"low": _end(facts, low), "high": _end(facts, high), "opening": opening, "closing": closing})
    if condition.op is Op.WITHIN and reference is not None and condition.tolerance is not None:
        yield Step("tolerance", {"reference": reference, "tolerance": condition.tolerance})


def _end(facts: Facts, point: Point) -> object:
    if point.value.is_infinite():
        return "∞" if point.value > 0 else "-∞"
    return facts.amount(point.value)


def _time(facts: Facts) -> Iterator[Step]:
    if facts.day is None:
        return
    clock, day = facts.clock, facts.day
    data = {"done": clock.at(day), "total": clock.total, "day": day, "share": decimal(clock.elapsed(day))}
    yield Step("elapsed-months" if clock.in_months else "elapsed-days", data)
    yield Step("day-own" if facts.regular else "day-view", {"day": day})


def _numbers(facts: Facts) -> Iterator[Step]:
    start, goal, actual, expected = facts.start, facts.goal, facts.actual, facts.expected
    if actual is None or goal is None or expected is None:
        return
    value = actual.quantity.value
    gap = decimal(Fraction(value) - expected)
    points = facts.kind in (Kind.GROWTH, Kind.SHARE)
    yield Step("gap-points" if points else "gap", {"actual": value, "expected": decimal(expected), "gap": gap})
    if points or start is None or start == goal:
        return
    progress = EXACT.divide(value - start, goal - start)
    yield Step("progress", {"actual": value, "start": start, "goal": goal, "progress": progress})
    course = course_of(facts)
    if course is not None:
        span = abs(goal - start) if course.is_cap else goal - start
        data = {
            "expected": decimal(expected),
            "actual": value,
            "span": span,
            "points": decimal(course.shortfall(value)),
        }
        yield Step("over" if course.is_cap and course.good is Direction.DOWN else "shortfall", data)


def _ends(facts: Facts, decision: Decision) -> Iterator[Step]:
    """The status at both ends of an inexact actual."""
    if facts.actual is None or facts.actual.quantity.is_exact or facts.accepts is None or decision.final:
        return
    interval = facts.actual.quantity.interval
    for code, point in (("end-low", interval.low), ("end-high", interval.high)):
        status: Status = status_at(facts, point)[0]
        yield Step(code, {"end": _end(facts, point), "status": status})

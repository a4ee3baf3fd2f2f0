"""The steps of an explanation about the expected path: which piece of it the day lies on, and its numbers."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from tracker.domain.bands import decimal
from tracker.domain.facts import Facts
from tracker.domain.indicator import Kind
from tracker.domain.last_year import a_year_later, last_year_readings
from tracker.domain.path import last_step, stretch_on
from tracker.domain.step import Step
from tracker.domain.target import PathKind


def path_steps(facts: Facts) -> Iterator[Step]:
    """How the expected value comes about, so that it can be worked out again; nothing for rates."""
    start, goal, expected, day = facts.start, facts.goal, facts.expected, facts.day
    if facts.kind in (Kind.GROWTH, Kind.SHARE) or start is None or goal is None or expected is None or day is None:
        return
    if facts.path_fell_back:
        yield Step("path-fell-back")
    yield _piece(facts, start, goal, day, {"expected": decimal(expected), "goal": goal, "day": day})
    if facts.target.path.reason:
        yield Step("path-reason", {"reason": facts.target.path.reason})


def _piece(facts: Facts, start: Decimal, goal: Decimal, day: date, data: dict[str, Any]) -> Step:
    if day >= facts.target.due:
        return Step("path-due", data)
    if facts.path.kind is PathKind.BATCH:
        step = last_step(facts.path, day)
        if step is None:
            return Step("path-batch-none", data)
        return Step("path-batch", data | {"when": step[0]})
    if facts.target.path.kind is PathKind.LAST_YEAR and not facts.path_fell_back:
        readings = last_year_readings(facts.view, facts.target, day)
        same = next((one for one in readings if a_year_later(one) == day), None)
        if same is not None:
            shape = {"part": same.quantity.value, "period": same.period, "publisher": same.publisher}
            total = {"total": readings[-1].quantity.value, "span": readings[-1].period}
            return Step("path-last-year", data | shape | total)
    piece = stretch_on(facts.path, facts.clock, start, goal, day)
    data |= {"start": decimal(piece.from_value), "end": decimal(piece.to_value)}
    data |= {"done": piece.done, "length": piece.length, "from_day": piece.from_day, "to_day": piece.to_day}
    return Step("path-linear" if facts.path.kind is PathKind.LINEAR else "path-interim", data)

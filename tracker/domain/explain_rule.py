"""The last steps of an explanation: the bands with their borders, the rule that decided, and what it decided."""

from collections.abc import Iterator
from decimal import Decimal

from tracker.domain.bands import best_month
from tracker.domain.condition import good_side
from tracker.domain.facts import Facts, reference_value
from tracker.domain.indicator import Kind
from tracker.domain.quantity import Point
from tracker.domain.step import Step
from tracker.domain.target import Op
from tracker.domain.verdict import Decision, by_bands, course_of, far_end, final, no_data, not_assessable, pending

RULES = {"not-assessable": not_assessable, "final": final, "pending": pending, "no-data": no_data, "bands": by_bands}
"""In the order of rules 7 of the method page; the first that has something to say decides."""


def rule_steps(facts: Facts) -> Iterator[Step]:
    """The rule that decided, preceded by the bands where these did."""
    for number, (name, rule) in enumerate(RULES.items(), start=1):
        decision: Decision | None = rule(facts)
        if decision is not None:
            if name == "bands":
                yield _bands(facts)
            data = {"number": number, "rule": name, "status": decision.status, "because": decision.reasons}
            yield Step("decided", data)
            return


def _bands(facts: Facts) -> Step:
    """The borders between on track, behind and off track that apply to the target."""
    rules, condition = facts.target.rules, facts.target.condition
    value = None if facts.actual is None else Point(facts.actual.quantity.value)
    far = None if value is None else far_end(facts, value)
    if facts.kind is Kind.GROWTH:
        return _growth_bands(facts, far)
    if far is not None and course_of(facts) is not None:
        return Step("bands-range", {"end": far, "limit": rules.behind_up_to})
    if condition.op is Op.WITHIN and reference_value(facts.reference) is not None and condition.tolerance is not None:
        return Step("bands-tolerance", {"tolerance": condition.tolerance, "twice": 2 * condition.tolerance})
    if course_of(facts) is None:
        return Step("bands-condition")
    late = rules.last_quarter * 100
    return Step("bands-schedule", {"low": rules.on_track_below, "high": rules.behind_up_to, "late": late.normalize()})


def _growth_bands(facts: Facts, far: Decimal | None) -> Step:
    """Those of a rate that has to get to its target, or back below the `far` end of a range."""
    months, day, direction = facts.target.rules.history_months, facts.day, facts.target.indicator.direction
    good = good_side(facts.target.condition, direction) if far is None else direction.opposite
    best = None if day is None else best_month(facts.rows, day, good, months)
    if best is None:
        return Step("bands-growth-alone", {"months": months})
    data = {"best": best.quantity.value, "period": best.period, "months": months, "id": best.id}
    return Step("bands-growth", data) if far is None else Step("bands-growth-range", data | {"end": far})

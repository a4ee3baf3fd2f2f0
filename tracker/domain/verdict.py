"""The decision, in this order: not assessable, a final verdict, pending, no data, a band (rules 7 of the method page).

A status is worked out at both ends of the actual's interval; where they differ it is undetermined.
"""

from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal

from tracker.domain.actual import Actual, own_period
from tracker.domain.bands import (
    Band,
    Course,
    Reason,
    Status,
    Verdict,
    best_month,
    beyond_band,
    condition_band,
    growth_band,
    schedule_band,
    tolerance_band,
)
from tracker.domain.condition import accepted, good_side
from tracker.domain.facts import (
    Facts,
    reference_in,
    reference_value,
    release_periods,
    view_with_baseline,
)
from tracker.domain.indicator import Direction, Kind
from tracker.domain.quantity import Answer, Interval, Point, Quantity
from tracker.domain.target import Op

_VERDICTS = {
    Answer.YES: (Status.ACHIEVED, "condition-met"),
    Answer.NO: (Status.MISSED, "condition-failed"),
    Answer.UNDETERMINED: (Status.UNDETERMINED, "bounds-open"),
}
RANGES = (Op.BETWEEN, Op.EXACTLY)
"""Conditions a figure can go beyond."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The status, why, whether only a revision can still change it, and the figure it was taken on."""

    status: Status
    reasons: tuple[Reason, ...]
    final: bool = False
    deciding: Actual | None = None


def decide(facts: Facts) -> Decision:
    """The status of the target with the reasons that decided it; remarks beside them are the assessment's."""
    return not_assessable(facts) or final(facts) or pending(facts) or no_data(facts) or by_bands(facts)


def not_assessable(facts: Facts) -> Decision | None:
    if facts.accepts is None:
        code = "definition-differs" if facts.definition_differs else "no-reference"
        return Decision(Status.NOT_ASSESSABLE, (Reason(code),))
    if facts.actual is None and not facts.regular and not _closed(facts):
        return Decision(Status.NOT_ASSESSABLE, (Reason("no-reading"),))
    return None


def final(facts: Facts) -> Decision | None:
    """The final verdict, where there is one: a reached target at once, the rest on their closing figure."""
    reached = facts.reached
    closing = closing_figure(facts)
    first, latest = reached.first, reached.latest
    if reached.held and first is not None and latest is not None and not (closing and _fails(facts, closing.deciding)):
        remarks = _within_about(facts, latest)
        return Decision(
            Status.ACHIEVED,
            (_met(facts, first), *remarks),
            final=True,
            deciding=reached.firm or latest,
        )
    return closing


def closing_figure(facts: Facts) -> Decision | None:
    """The verdict on the figure that decides for good; None while it is still to come.

    A stock is final on a reading at the due date or, after the wait, on the last one shortly before; growth, share and
    flow only on the due period's own published figure.
    """
    if facts.kind is not Kind.STOCK:
        own = own_period(facts.rows, facts.target.span)
        return None if own is None else _judged(facts, own)
    due, rules = facts.target.due, facts.target.rules
    if facts.actual is not None and facts.actual.last_read == due:
        return _judged(facts, facts.actual)
    if not _closed(facts):
        return None
    if facts.actual is not None and facts.actual.last_read >= due - timedelta(days=rules.closing_window_days):
        return _judged(facts, facts.actual, Reason("closing-reading-early", {"day": facts.actual.last_read}))
    reason = Reason("no-closing-reading", {"due": due, "days": rules.closing_window_days})
    return Decision(Status.UNDETERMINED, (reason,), final=True)


def pending(facts: Facts) -> Decision | None:
    """While no release of the span has been due and nothing was entered."""
    if not facts.regular or facts.read_in_span:
        return None
    calendar = facts.target.indicator.calendar
    releases = [calendar.release(period) for period in release_periods(facts.target)]
    if any(release.overdue_on(facts.on) for release in releases):
        return None
    if not releases:
        return Decision(Status.PENDING, (Reason("no-release"),))
    return Decision(
        Status.PENDING,
        (Reason("nothing-due", {"period": releases[0].period, "day": releases[0].latest}),),
    )


def no_data(facts: Facts) -> Decision | None:
    """If a release was due and none is entered, or two in a row are overdue."""
    if len(facts.missing) > 1 or (facts.missing and not facts.read_in_span):
        first = facts.missing[0]
        data = {"period": first.period, "day": first.latest, "count": len(facts.missing)}
        return Decision(Status.NO_DATA, (Reason("releases-overdue", data),))
    return None


def by_bands(facts: Facts) -> Decision:
    """The status by the bands, if it is the same wherever in its interval the true actual lies."""
    assert facts.actual is not None  # noqa: S101 - without one the target was pending, without data or not assessable
    quantity = facts.actual.quantity
    verdicts = {point: status_at(facts, point) for point in _points(facts, quantity.interval)}
    statuses, place = [status for status, _ in verdicts.values()], _beside(quantity)
    if len(set(statuses)) > 1:
        data = {"low": statuses[0], "high": statuses[-1], "value": facts.amount(quantity)}
        return Decision(Status.UNDETERMINED, (Reason("bounds-open-band", data),))
    status, reason = verdicts[place] if place in verdicts else status_at(facts, place)
    return Decision(status, (reason,))


def band_of(facts: Facts) -> Band:
    """The band function that applies to the target."""
    target, direction = facts.target, facts.target.indicator.direction
    reference, tolerance = reference_value(facts.reference), target.condition.tolerance
    if target.condition.op is Op.WITHIN and reference is not None and tolerance is not None:
        return tolerance_band(reference, tolerance, direction)
    good = good_side(target.condition, direction)
    if facts.kind is Kind.GROWTH and facts.goal is not None and facts.day is not None:
        return growth_towards(facts, facts.goal, good)
    course = course_of(facts)
    if course is not None and facts.day is not None:
        return schedule_band(target.rules, course, facts.clock.elapsed(facts.day))
    return condition_band(lambda point: facts.accepts is not None and point in facts.accepts)


def growth_towards(facts: Facts, goal: Decimal, good: Direction) -> Band:
    """The band of a growth rate that has to get to the `good` side of `goal`."""
    assert facts.day is not None  # noqa: S101 - where there is a rate to judge there is a day it is judged on
    best = best_month(facts.rows, facts.day, good, facts.target.rules.history_months)
    return growth_band(goal, good, facts.covered, best)


def far_end(facts: Facts, point: Point) -> Decimal | None:
    """The far end of a range, or the only value of an exact condition, that `point` has gone beyond; None where it has
    not, and for flows, which never come back."""
    if facts.accepts is None or facts.kind is Kind.FLOW or facts.target.condition.op not in RANGES:
        return None
    if facts.target.indicator.direction is Direction.UP:
        return facts.accepts.high.value if point > facts.accepts.high else None
    return facts.accepts.low.value if point < facts.accepts.low else None


def back_into_range(facts: Facts, far: Decimal) -> Band:
    """The band of a figure beyond its range: a rate by what the rest would have to be, a level by how far it is off."""
    if facts.kind is Kind.GROWTH and facts.day is not None:
        return growth_towards(facts, far, facts.target.indicator.direction.opposite)
    course = course_of(facts)
    return beyond_band(facts.target.rules, course, far) if course is not None else condition_band(lambda _: False)


def course_of(facts: Facts) -> Course | None:
    """The path of a stock or flow on the day; None without one, or where it leads nowhere."""
    start, goal, expected = facts.start, facts.goal, facts.expected
    if facts.kind is Kind.SHARE or start is None or goal is None or expected is None or start == goal:
        return None
    return Course(start, goal, expected, good_side(facts.target.condition, facts.target.indicator.direction))


def status_at(facts: Facts, point: Point) -> Verdict:
    """The status and its reason if the true figure were just `point`.

    A flow only adds up: one past the upper end of its condition cannot come back. Other figures beyond a range can.
    """
    if facts.kind is Kind.FLOW and facts.accepts is not None and point > facts.accepts.high:
        return Status.OFF_TRACK, Reason("limit-passed", {"limit": facts.amount(facts.accepts.high.value)})
    if facts.reach and facts.accepts is not None and point in facts.accepts:
        return Status.ACHIEVED, Reason("condition-holds")
    far = far_end(facts, point)
    return (band_of(facts) if far is None else back_into_range(facts, far))(point)


def _points(facts: Facts, interval: Interval) -> list[Point]:
    """The ends of the interval, and inside it the corners of a range and the places just beside them: another rule
    begins there."""
    condition = facts.target.condition
    values = [value for value in (condition.value, condition.upper) if value is not None]
    corners = [Point(value, tilt) for value in values for tilt in (-1, 0, 1)]
    inside = [point for point in corners if point in interval] if condition.op in RANGES else []
    return sorted({interval.low, interval.high, *inside})


def _beside(quantity: Quantity) -> Point:
    """The printed value, or the place just beside it where the bound leaves the value itself out."""
    beside = (Point(quantity.value, tilt) for tilt in (0, 1, -1))
    return next((point for point in beside if point in quantity.interval), quantity.interval.low)


def _closed(facts: Facts) -> bool:
    """Whether a stock's closing reading is no longer waited for."""
    wait = timedelta(days=facts.target.rules.closing_wait_days)
    return facts.kind is Kind.STOCK and facts.on >= facts.target.due + wait


def _fails(facts: Facts, figure: Actual | None) -> bool:
    return figure is not None and _answer(facts, figure) is Answer.NO


def _answer(facts: Facts, figure: Actual) -> Answer:
    assert facts.accepts is not None  # noqa: S101 - a target without is not assessable
    return figure.quantity.inside(facts.accepts)


def _met(facts: Facts, figure: Actual, code: str = "condition-met") -> Reason:
    value = facts.amount(figure.quantity)
    return Reason(code, {"value": value, "period": figure.period, "published": figure.published_on})


def _judged(facts: Facts, figure: Actual, *remarks: Reason) -> Decision:
    answer = _answer(facts, figure)
    status, code = _VERDICTS[answer]
    reasons = [_met(facts, figure, code), *remarks]
    if answer is Answer.YES:
        reasons += [*_within_about(facts, figure), *_above_band(facts, figure)]
    reasons += _revised_reference(facts, figure, answer)
    return Decision(status, tuple(reasons), final=True, deciding=figure)


def _within_about(facts: Facts, figure: Actual) -> list[Reason]:
    """Reached only by the allowance of an `about`."""
    condition = facts.target.condition
    if condition.op is not Op.ABOUT or condition.value is None:
        return []
    strictly = accepted(replace(condition, tolerance=None), facts.target.indicator.direction, None)
    if strictly is None or figure.quantity.inside(strictly) is Answer.YES:
        return []
    return [Reason("within-about", {"value": facts.amount(condition.value)})]


def _above_band(facts: Facts, figure: Actual) -> list[Reason]:
    """A change for the better beyond the tolerance: achieved, and said so."""
    condition, reference = facts.target.condition, reference_value(facts.reference)
    if condition.op is not Op.WITHIN or reference is None or condition.tolerance is None:
        return []
    band = tolerance_band(reference, condition.tolerance, facts.target.indicator.direction)
    _, reason = band(_beside(figure.quantity))
    return [reason] if reason.code == "above-band" else []


def _revised_reference(facts: Facts, figure: Actual, answer: Answer) -> list[Reason]:
    """A revision of the reference after the verdict was given: said, and said if it changed the verdict."""
    target = facts.target
    if target.condition.op is not Op.WITHIN or facts.reference is None:
        return []
    earlier = view_with_baseline(target, facts.history, facts.baseline, figure.published_on)
    then = reference_in(target, earlier, facts.baseline)
    if then is None or then.quantity == facts.reference.quantity:
        return []
    before = accepted(target.condition, target.indicator.direction, reference_value(then))
    changed = before is not None and figure.quantity.inside(before) is not answer
    data = {"before": facts.amount(then.quantity), "after": facts.amount(facts.reference.quantity)}
    return [Reason("verdict-revised" if changed else "reference-revised", data)]

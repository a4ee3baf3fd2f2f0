"""A target against the figures as of a day: status, numbers and reasons. Pure: no clock, no database."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import TYPE_CHECKING

from tracker.domain.actual import Actual, own_period
from tracker.domain.bands import Reason, Status, decimal
from tracker.domain.base_weight import elapsed_weight, weighted_need
from tracker.domain.calendar import Release
from tracker.domain.facts import Facts, gather
from tracker.domain.indicator import Kind
from tracker.domain.need import need_of
from tracker.domain.observation import Baseline, Observation
from tracker.domain.period import add_months
from tracker.domain.quantity import EXACT
from tracker.domain.target import Target
from tracker.domain.verdict import Decision, decide

if TYPE_CHECKING:
    from tracker.domain.forecast import Forecast

SELF_EVIDENT = ("final", "share", "not-assessable")
"""Why a target has no forecast, where nobody would expect one."""
__all__ = ["Actual", "Assessment", "Reason", "Status", "assess"]


@dataclass(frozen=True, slots=True)
class Assessment:
    """What may be said of a target on a day.

    `progress` and `elapsed` are shares of 1, `expected`, `gap` and `needed` are in the indicator's unit (percentage
    points for gaps of growth and share), all unrounded; `needed` counts the months of a growth rate alike,
    `needed_weighted` by the levels of the base year, where these are known. `assessed_at` is the day progress and
    path are compared on. `first_achieved` is the earliest reference date whose current vintage satisfies the
    condition, `known_since` its publication. `final` says that nothing but a revision can change the status any more.
    `outlook` is the publisher's own forecast while the figure is not out; `missing` are the overdue releases.
    `forecast` is ours, where one was asked for and can be made; where one could be expected, a reason `forecast-...`
    says why there is none.
    """

    target: Target
    as_of: date
    status: Status
    reasons: tuple[Reason, ...]
    final: bool = False
    actual: Actual | None = None
    baseline: Baseline | None = None
    reference: Observation | None = None
    outlook: Observation | None = None
    progress: Decimal | None = None
    elapsed: Decimal | None = None
    expected: Decimal | None = None
    gap: Decimal | None = None
    needed: Decimal | None = None
    needed_weighted: Decimal | None = None
    first_achieved: date | None = None
    known_since: date | None = None
    assessed_at: date | None = None
    missing: tuple[Release, ...] = ()
    forecast: "Forecast | None" = None

    def has(self, code: str) -> bool:
        """Whether a reason of this code is among the reasons."""
        return any(reason.code == code for reason in self.reasons)


def assess(
    target: Target,
    observations: Iterable[Observation],
    as_of: date,
    on: date | None = None,
    *,
    with_forecast: bool = False,
) -> Assessment:
    """Assess `target` on `as_of` from the vintages known, at least all that matter (`scope`); of other indicators only
    the levels that the target's is the growth of are looked at.

    `on` is the day it is judged on where that is another: a report on May made in December with all that was published
    by then judges May by its own cut-off, and does not call June overdue.
    """
    with localcontext(EXACT):
        rows = tuple(observations)
        facts = gather(target, rows, as_of, on)
        found = _weighted(_assessment(facts, decide(facts)), facts, rows)
        return _with_forecast(found, facts) if with_forecast else found


def _weighted(found: Assessment, facts: Facts, rows: tuple[Observation, ...]) -> Assessment:
    """The assessment with the growth needed by base-year weights, where there are any."""
    weight, need = elapsed_weight(facts, rows), need_of(facts)
    if weight is None or found.needed is None or need is None or facts.actual is None:
        return found
    needed = weighted_need(need.goal, facts.actual.quantity.value, weight)
    return found if needed is None else replace(found, needed_weighted=decimal(needed))


def _with_forecast(found: Assessment, facts: Facts) -> Assessment:
    """The assessment with a forecast, and in its reasons why there is none or what to know about it."""
    from tracker.domain.forecast import NoForecast, forecast  # only where one is wanted: it takes its time

    made = forecast(facts, final=found.final)
    if not isinstance(made, NoForecast):
        remarks = (Reason(f"forecast-{remark}") for remark in made.remarks)
        return replace(found, forecast=made, reasons=(*found.reasons, *remarks))
    if made.reason in SELF_EVIDENT:
        return found
    reason = Reason(f"forecast-{made.reason}", {"points": made.points, "months": made.months})
    return replace(found, reasons=(*found.reasons, reason))


def _assessment(facts: Facts, decision: Decision) -> Assessment:
    progress, why_no_progress = _progress(facts)
    first, need = facts.reached.first, need_of(facts)
    if first is None and decision.status is Status.ACHIEVED:
        first = decision.deciding
    return Assessment(
        target=facts.target,
        as_of=facts.as_of,
        status=decision.status,
        reasons=(*decision.reasons, *_remarks(facts, decision), *why_no_progress),
        final=decision.final,
        actual=facts.actual,
        baseline=facts.baseline,
        reference=facts.reference,
        outlook=_outlook(facts),
        progress=progress,
        elapsed=None if facts.day is None else decimal(facts.clock.elapsed(facts.day)),
        expected=None if facts.expected is None else decimal(facts.expected),
        gap=_gap(facts),
        needed=None if decision.final or need is None else decimal(need.value),
        first_achieved=first.period.stop if first else None,
        known_since=first.published_on if first else None,
        assessed_at=facts.day,
        missing=facts.missing,
    )


def _progress(facts: Facts) -> tuple[Decimal | None, tuple[Reason, ...]]:
    """(actual - baseline) / (target - baseline) for a stock, actual / target for a flow; why not, where it has
    none."""
    if facts.kind in (Kind.GROWTH, Kind.SHARE) or facts.actual is None or facts.goal is None:
        return None, ()
    if facts.start is None:
        return None, (Reason("definition-differs" if facts.definition_differs else "no-baseline"),)
    if facts.start == facts.goal:
        return None, (Reason("target-equals-baseline"),)
    return EXACT.divide(facts.actual.quantity.value - facts.start, facts.goal - facts.start), ()


def _gap(facts: Facts) -> Decimal | None:
    """Actual less expected, the sign never flipped."""
    if facts.actual is None or facts.expected is None:
        return None
    return decimal(Fraction(facts.actual.quantity.value) - facts.expected)


def _remarks(facts: Facts, decision: Decision) -> list[Reason]:
    """What a reader has to know beside the rule that decided."""
    remarks = [Reason("path-fell-back")] if facts.path_fell_back else []
    reached, actual = facts.reached, facts.actual
    if reached.lost and reached.first is not None:
        remarks.append(Reason("achieved-then-lost", {"day": reached.first.period.stop}))
    if actual is not None and actual.confirmed_by is not None:
        seen = actual.confirmed_by
        remarks.append(Reason("confirmed", {"day": seen.period.stop, "by": facts.amount(seen.quantity)}))
    if actual is not None and actual.is_derived:
        remarks.append(Reason("derived", {"count": len(actual.parts) - 1}))
    start = facts.reference if facts.kind is Kind.SHARE else facts.baseline
    if start is not None and not start.quantity.is_exact and facts.kind in (Kind.STOCK, Kind.SHARE):
        remarks.append(Reason("baseline-bound", {"value": facts.amount(start.quantity)}))
    return remarks + (_provisional(decision) if decision.final else _waiting(facts))


def _provisional(decision: Decision) -> list[Reason]:
    """The deciding figure is an estimate or provisional, so the verdict is too."""
    figure = decision.deciding
    if figure is None or not figure.is_provisional:
        return []
    return [Reason("provisional", {"flag": figure.flag, "period": figure.period})]


def _waiting(facts: Facts) -> list[Reason]:
    """What a status that is not final is waiting for."""
    remarks = []
    if facts.on > facts.target.due:
        remarks.append(Reason("awaiting-final", {"due": facts.target.due}))
    if len(facts.missing) == 1 and facts.read_in_span:
        release = facts.missing[0]
        remarks.append(Reason("overdue", {"period": release.period, "day": release.latest}))
    if facts.actual is not None and not facts.regular:
        months = facts.target.rules.stale_months
        if add_months(facts.actual.last_read, months) < facts.on:
            remarks.append(Reason("stale", {"day": facts.actual.last_read, "months": months}))
    return remarks


def _outlook(facts: Facts) -> Observation | None:
    """The publisher's own outlook for the target's span, while its figure is not out."""
    if own_period(facts.rows, facts.target.span) is not None:
        return None
    if facts.kind is Kind.STOCK and facts.actual is not None and facts.actual.last_read == facts.target.due:
        return None
    for publisher in facts.target.indicator.publishers:
        for row in facts.view:
            due_period = row.period.stop == facts.target.due and row.publisher == publisher
            if due_period and row.is_outlook and not row.differs:
                return row
    return None

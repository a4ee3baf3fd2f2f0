"""Which figures the assessment of a target can depend on, so that no others have to be read.

Leaving out the rest changes no digit of an assessment: whoever changes what an assessment looks at widens this with it,
and a test holds the two against each other on histories made at random.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tracker.domain.condition import accepted
from tracker.domain.indicator import Kind
from tracker.domain.period import Period, add_months
from tracker.domain.quantity import Interval
from tracker.domain.target import Op, PathKind, Target

Place = tuple[str, str]
"""An indicator and an area: the figures of one are judged together."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What is needed of one indicator in one area: the figures in force that end from `since` to `until`, those of the
    `spans`, and every vintage of the `traced` spans.

    Where `accepts` is given, only the first and the last of a run of exact readings that all lie in it, or all do not,
    and none of the `starts` between them: what was so before a target's start counts otherwise.
    """

    indicator: str
    area: str
    since: date
    until: date
    spans: frozenset[Period] = frozenset()
    traced: frozenset[Period] = frozenset()
    accepts: Interval | None = None
    starts: frozenset[date] = frozenset()

    @property
    def place(self) -> Place:
        return self.indicator, self.area


def place_of(target: Target) -> Place:
    """Where the figures of a target are."""
    return target.indicator.code, target.area


def scopes(targets: Iterable[Target], on: date, *, with_forecasts: bool = False) -> dict[Place, Scope]:
    """What is needed to judge the targets on a day: of every place what any of them needs."""
    found: dict[Place, Scope] = {}
    for target in targets:
        for scope in (_own(target, on, ahead=with_forecasts), *_levels(target)):
            held = found.get(scope.place)
            found[scope.place] = scope if held is None else _together(held, scope)
    return found


def _own(target: Target, on: date, *, ahead: bool) -> Scope:
    """Of the target's own figures. A forecast looks at all of them."""
    indicator = target.indicator
    baseline = target.baseline or indicator.baseline_in(target.area)
    spans = frozenset() if baseline is None else frozenset([baseline.period])
    starts = frozenset([target.start - timedelta(days=1), *(span.stop for span in spans)])
    return Scope(
        indicator.code,
        target.area,
        since=date.min if ahead else _since(target, on),
        until=target.due,
        spans=spans,
        traced=spans if target.condition.op is Op.WITHIN else frozenset(),  # says what the reference was at the verdict
        accepts=None if ahead else _accepts(target),
        starts=starts,
    )


def _since(target: Target, on: date) -> date:
    """The first end of a period that matters: a stock may have been there long ago, a growth rate is held against the
    best month of late, a share counts for its own period only."""
    match target.indicator.kind:
        case Kind.STOCK:
            return date.min
        case Kind.FLOW:
            return target.span.shifted(years=-1).start if target.path.kind is PathKind.LAST_YEAR else target.start
        case Kind.GROWTH:
            return add_months(min(target.start, on).replace(day=1), -target.rules.history_months - 1)
        case Kind.SHARE:
            return target.due


def _accepts(target: Target) -> Interval | None:
    """The numbers that satisfy the condition of a stock, where these do not depend on other figures."""
    if target.indicator.kind is not Kind.STOCK:
        return None
    return accepted(target.condition, target.indicator.direction, None)


def _levels(target: Target) -> list[Scope]:
    """Of the levels a growth rate is the growth of: those of the base year."""
    levels = target.indicator.growth_of
    return [Scope(levels, target.area, target.span.shifted(years=-1).start, target.due)] if levels else []


def _together(one: Scope, other: Scope) -> Scope:
    return replace(
        one,
        since=min(one.since, other.since),
        until=max(one.until, other.until),
        spans=one.spans | other.spans,
        traced=one.traced | other.traced,
        accepts=None,
    )

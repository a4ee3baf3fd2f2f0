"""What is missing: one digest of the figures that are due or overdue and have not been entered."""

from dataclasses import dataclass
from datetime import date

from tracker.domain.actual import usable
from tracker.domain.calendar import Release
from tracker.domain.indicator import Indicator
from tracker.domain.observation import NATION, as_of_view
from tracker.domain.period import Period
from tracker.domain.plan import Plan
from tracker.domain.releases import release_periods
from tracker.store.database import Reader


@dataclass(frozen=True, slots=True)
class Missing:
    """A figure nobody has entered: it is due (its usual day has come), or overdue (its latest day has passed)."""

    indicator: Indicator
    release: Release
    overdue: bool


@dataclass(frozen=True, slots=True)
class Digest:
    """All that is missing for a plan's year on a day, the longest overdue first."""

    plan: Plan
    as_of: date
    missing: tuple[Missing, ...]


def digest(reader: Reader, plan_code: str, as_of: date) -> Digest:
    """What should have been entered by `as_of` and is not. Irregular indicators are never due."""
    plan = reader.plan(plan_code)
    view = as_of_view(reader.observations(list(plan.indicators)), as_of)
    found = []
    for indicator in plan.indicators.values():
        entered = {row.period for row in usable(view, indicator, NATION)}
        for period in release_periods(indicator, Period.year(plan.year)):
            release = indicator.calendar.release(period)
            if period not in entered and release.usual <= as_of:
                found.append(Missing(indicator, release, release.overdue_on(as_of)))
    return Digest(plan, as_of, tuple(sorted(found, key=lambda item: (item.release.latest, item.indicator.code))))

"""Guided entry: what is due about a month, what to know before typing a figure, and what it would change."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from tracker.domain.actual import usable
from tracker.domain.assessment import Assessment
from tracker.domain.bilingual import Bilingual
from tracker.domain.checks.likelihood import likely
from tracker.domain.due import DueFigure
from tracker.domain.observation import Observation, as_of_view
from tracker.domain.period import Period
from tracker.domain.plan import Plan
from tracker.domain.quantity import Quantity
from tracker.domain.releases import last_before
from tracker.services.due import due_list
from tracker.services.examining import Examiner
from tracker.services.status import assess_all, targets_in_force
from tracker.store.reader import Reader

UNKEPT = 1 << 62
"""Stands for the number of a figure that is not kept yet: after all others."""


@dataclass(frozen=True, slots=True)
class Work:
    """The figures of a plan that are to be entered about `span`, in the order of a desk with press releases on it."""

    plan: Plan
    span: Period
    figures: tuple[DueFigure, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What to know before a figure is typed.

    The one that is recorded already, the one before it, that of the same period last year, and the likely range.
    """

    recorded: Observation | None
    last: Observation | None
    year_ago: Observation | None
    likely: tuple[Bilingual, Bilingual] | None


@dataclass(frozen=True, slots=True)
class Shift:
    """A target as it stands and as it would stand with a figure."""

    before: Assessment
    after: Assessment


def work(reader: Reader, plan_code: str, month: Period | None, today: date) -> Work:
    """What has not been entered about the months of `month`, by default the last complete one. Raises `BadPeriod`."""
    due = due_list(reader, plan_code, month, today)
    ended = (figure for figure in due.figures if figure.is_open and figure.period.stop <= today)
    return Work(due.plan, due.span, tuple(ended))


def known(reader: Reader, plan: Plan, wanted: DueFigure, today: date) -> Known:
    """What is known around a figure now."""
    indicator, area, period = wanted.indicator, wanted.area, wanted.period
    rows = reader.observations([indicator.code], area)
    held = {row.period: row for row in usable(as_of_view(rows, today), indicator, area)}
    return Known(
        held.get(period), _last(held, wanted), held.get(period.shifted(years=-1)), _likely(reader, plan, wanted, today)
    )


def _last(held: dict[Period, Observation], wanted: DueFigure) -> Observation | None:
    """The figure before, which may have been entered since the list was made."""
    return last_before(wanted.indicator, held.values(), wanted.period) or wanted.last


def _likely(reader: Reader, plan: Plan, wanted: DueFigure, today: date) -> tuple[Bilingual, Bilingual] | None:
    indicator = wanted.indicator
    if not indicator.publishers:
        return None
    figure = Observation(
        indicator.code, wanted.period, Quantity(Decimal(0)), indicator.publishers[0], today, wanted.area
    )
    case = Examiner(reader, plan, today).case(figure)
    expected = likely(case)
    return None if expected is None or expected.vague else expected.words(case)


def shifts(reader: Reader, plan_code: str, figure: Observation, today: date) -> list[Shift]:
    """The targets that a figure is about, as they stand and as they would stand with it."""
    vintages = targets_in_force(reader.target_vintages(plan_code), today)
    targets = [one for one in vintages if (one.indicator.code, one.area) == (figure.indicator, figure.area)]
    rows = reader.observations([figure.indicator], figure.area) if targets else []
    with_it = [*rows, replace(figure, id=UNKEPT)]
    before, after = assess_all(targets, rows, today), assess_all(targets, with_it, today)
    return [Shift(*pair) for pair in zip(before, after, strict=True)]

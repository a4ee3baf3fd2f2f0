"""Reading a figure as a person or a file wrote it: an observation, or everything that is wrong with it at once.

What the texts mean is settled here (which indicator, which period, which value); whether the figure may be kept is
for the `checks`.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import NamedTuple, TypeVar

from tracker.domain.areas import AREA_FORM
from tracker.domain.indicator import Kind
from tracker.domain.names import indicator_names, publisher_names
from tracker.domain.observation import FLAGS, NATION, Observation
from tracker.domain.period import Period, parse_period, parse_publication
from tracker.domain.plan import Plan
from tracker.domain.problems import Problem, Severity
from tracker.domain.wording import parse_quantity
from tracker.errors import BadArea, BadFlag, BadPeriod, NothingGiven, TrackerError

_area = re.compile(AREA_FORM, re.ASCII).fullmatch
NAMED_SPANS = (1, 3, 6, 12)
"""Months of the spans whose last day a stock is at: month, quarter, half year and year."""
T = TypeVar("T")


class Draft(NamedTuple):
    """A figure in the words it was given in, "" for what was left out. The fields are the columns of an import."""

    indicator: str
    period: str
    value: str
    unit: str = ""
    flag: str = ""
    publisher: str = ""
    published_on: str = ""
    source: str = ""
    note: str = ""
    area: str = ""
    reason: str = ""


REQUIRED = Draft._fields[:3]


class Clerk:
    """Reads drafts for one plan, at one moment, for one person, and remembers the names it has looked up.

    `now` is UTC; `today`, its date in the plan's time zone, stands in for a publication date nobody gave.
    """

    def __init__(self, plan: Plan, now: datetime, today: date, by: str) -> None:
        self.plan, self.now, self.today, self.by = plan, now, today, by
        self._indicators = cache(indicator_names(plan).find)
        self._publishers = cache(publisher_names(plan).find)
        self._areas, self._dates, self._periods = cache(parse_area), cache(parse_publication), cache(period_for)
        self._texts: dict[str, str] = {}

    def read(self, draft: Draft) -> tuple[Observation | None, list[Problem]]:
        """The observation a draft means, or None and all that is wrong with it, each finding with its column."""
        trial = _Trial()
        code = trial.needed("indicator", draft.indicator, self._indicators)
        span = trial.needed("period", draft.period, parse_period)
        flag = trial.given("flag", draft.flag, parse_flag, "")
        area = trial.given("area", draft.area, self._areas, NATION)
        publisher = trial.given("publisher", draft.publisher, self._publishers, "")
        published = trial.given("published_on", draft.published_on, self._dates, self.today)
        if code is None:
            trial.needed("value", draft.value, str)
            return None, trial.problems
        indicator = self.plan.indicators[code]
        value = trial.needed("value", draft.value, lambda text: parse_quantity(text, indicator.unit, draft.unit))
        period = trial.attempt("period", lambda: self._periods(indicator.kind, span)) if span else None
        if trial.problems or value is None or period is None:
            return None, trial.problems
        figure = Observation(
            code, period, value, publisher or indicator.publishers[0], published, area, flag,
            source=self._once(draft.source), note=self._once(draft.note), as_published=as_published(draft),
            dated=bool(draft.published_on), recorded_at=self.now, recorded_by=self.by, reason=draft.reason,
        )  # fmt: skip
        return figure, []

    def _once(self, text: str) -> str:
        """The same text, kept once however many rows say it."""
        return self._texts.setdefault(text, text)


class _Trial:
    """The reading of one draft: what fails is noted with its column, and the rest goes on."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def needed(self, column: str, text: str, read: Callable[[str], T]) -> T | None:
        """What `read` makes of a text that must be there."""
        if text:
            return self.attempt(column, lambda: read(text))
        self.problems.append(Problem(Severity.ERROR, NothingGiven.code, {}, (column,)))
        return None

    def given(self, column: str, text: str, read: Callable[[str], T], otherwise: T) -> T:
        """What `read` makes of a text, `otherwise` where there is none (or none that can be read)."""
        if not text:
            return otherwise
        value = self.attempt(column, lambda: read(text))
        return otherwise if value is None else value

    def attempt(self, column: str, read: Callable[[], T]) -> T | None:
        """What `read` returns, or None and a finding."""
        try:
            return read()
        except TrackerError as error:
            self.problems.append(Problem(Severity.ERROR, error.code, error.data, (column,)))
            return None


def as_published(draft: Draft) -> str:
    """The value as it was written, with the unit that stood beside it."""
    return draft.value if draft.unit in draft.value else f"{draft.value}{draft.unit}"


def period_for(kind: Kind, period: Period) -> Period:
    """What a period means for an indicator: the last day for a stock, whole months for everything else.

    Raises `BadPeriod` (stock-day, whole-months).
    """
    if kind is not Kind.STOCK:
        if not period.is_whole_months:
            raise BadPeriod(text=str(period), problem="whole-months")
        return period
    if not period.is_day and not (period.is_whole_months and _is_named(period)):
        raise BadPeriod(text=str(period), problem="stock-day")
    return period.instant()


def _is_named(period: Period) -> bool:
    """Whether it is one month, quarter, half year or year of the calendar."""
    months = period.month_count
    return months in NAMED_SPANS and (period.start.month - 1) % months == 0


def parse_flag(text: str) -> str:
    """Flags in alphabetical order, from `de`, `d,e` or `E d`. Raises `BadFlag` (unknown, missing for m)."""
    letters = set(re.sub(r"[\s,，、;/+]", "", text).casefold())
    if "m" in letters:
        raise BadFlag(text=text, known=", ".join(FLAGS), problem="missing")
    if not letters <= set(FLAGS):
        raise BadFlag(text=text, known=", ".join(FLAGS), problem="unknown")
    return "".join(sorted(letters))


def parse_area(text: str) -> str:
    """An ISO 3166 code in capitals. Raises `BadArea`."""
    code = text.strip().upper()
    if not _area(code):
        raise BadArea(text=text)
    return code

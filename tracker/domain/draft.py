"""Reading a figure as a person or a file wrote it: an observation, or everything that is wrong with it at once.

What the texts mean is settled here (which indicator, which period, which value); whether the figure may be kept is
for the `checks`.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import cache, partial
from typing import NamedTuple, TypeVar

from tracker.domain.areas import AREA_FORM
from tracker.domain.figure import Figure, Release, Series
from tracker.domain.indicator import Kind, Unit
from tracker.domain.names import indicator_names, publisher_names
from tracker.domain.observation import FLAGS, NATION, Observation
from tracker.domain.period import Period, parse_period, parse_publication
from tracker.domain.plan import Plan
from tracker.domain.problems import Problem, Severity
from tracker.domain.quantity import Bound
from tracker.domain.wording import names_unit, parse_quantity, plain_digits
from tracker.errors import BadArea, BadFlag, BadPeriod, NothingGiven, TrackerError

_area = re.compile(AREA_FORM, re.ASCII).fullmatch
NAMED_SPANS = (1, 3, 6, 12)
"""Months of the spans whose last day a stock is at: month, quarter, half year and year."""
EXACTLY = Bound.EXACTLY
NOTHING_WRONG: list[Problem] = []
T = TypeVar("T")
_figure: Callable[[tuple[object, ...]], Figure] = partial(tuple.__new__, Figure)
"""A figure of all its fields, without looking at each."""


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


class Heading(NamedTuple):
    """What the cells that most rows repeat mean: a series, and how its periods and its plain values are read.

    `unit` is what a value without one was published with.
    """

    series: Series
    releases: dict[tuple[str, str], Release]
    digits: Callable[[str], re.Match[str] | None]
    unit: str


class Clerk:
    """Reads drafts for one plan, at one moment, for one person, and remembers what it has read before.

    `now` is UTC; `today`, its date in the plan's time zone, stands in for a publication date nobody gave.
    """

    def __init__(self, plan: Plan, now: datetime, today: date, by: str) -> None:
        self.plan, self.now, self.today, self.by = plan, now, today, by
        self._indicators = cache(indicator_names(plan).find)
        self._publishers = cache(publisher_names(plan).find)
        self._areas, self._dates, self._periods = cache(parse_area), cache(parse_publication), cache(period_for)
        self._series, self._releases = cache(self._one_of), cache(self._release)
        self._headings: dict[tuple[str, ...], Heading] = {}
        self._instants: dict[tuple[str, str], Release] = {}
        self._spans: dict[tuple[str, str], Release] = {}
        self._texts: dict[str, str] = {}

    def read(self, draft: Draft) -> tuple[Observation | None, list[Problem]]:
        """The observation a draft means, or None and all that is wrong with it, each finding with its column."""
        figure, problems = self.figure(draft)
        return (None if figure is None else self.observation(figure)), problems

    def observation(self, figure: Figure) -> Observation:
        """What a figure means, as recorded now."""
        return figure.observation(self.now, self.by)

    def figure(self, draft: Draft, line: int = 0) -> tuple[Figure | None, list[Problem]]:
        """`read`, with the figure as light as it may be. What was read before is known by its words."""
        indicator, period, value, unit, flag, publisher, published_on, source, note, area, reason = draft
        heading = self._headings.get((indicator, unit, flag, publisher, area))
        release = None if heading is None else heading.releases.get((period, published_on))
        if heading is None or release is None or (digits := heading.digits(value)) is None:
            return self._anew(draft, line)
        source, note = self._texts.setdefault(source, source), self._texts.setdefault(note, note)
        series, written = heading.series, value if unit in value else value + heading.unit
        order = release.order + series.turn
        cells = order, line, series, release, digits[1], EXACTLY, written, source, note, reason
        return _figure(cells), NOTHING_WRONG

    def _anew(self, draft: Draft, line: int) -> tuple[Figure | None, list[Problem]]:
        """Read every cell for its own sake."""
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
        series = self._series(code, area, publisher or indicator.publishers[0], flag)
        release = self._releases(period, published, bool(draft.published_on))
        self._remember(draft, series, release)
        figure = Figure(
            release.order + series.turn, line, series, release, f"{value.value:f}", value.bound,
            as_published(draft, indicator.unit), draft.source, draft.note, draft.reason,
        )  # fmt: skip
        return figure, NOTHING_WRONG

    def _remember(self, draft: Draft, series: Series, release: Release) -> None:
        """Know the words again; those of a period mean something else for a stock."""
        releases = self._instants if series.indicator.kind is Kind.STOCK else self._spans
        releases[draft.period, draft.published_on] = release
        words = (draft.indicator, draft.unit, draft.flag, draft.publisher, draft.area)
        if words not in self._headings:
            self._headings[words] = Heading(
                series, releases, plain_digits(series.indicator.unit, draft.unit), behind_number(draft.unit)
            )

    def _one_of(self, code: str, area: str, publisher: str, flag: str) -> Series:
        return Series(self.plan.indicators[code], area, publisher, flag)

    def _release(self, period: Period, published_on: date, dated: bool) -> Release:  # noqa: FBT001 -- a cache passes it on
        return Release(period, published_on, self.today, dated=dated)


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


def as_published(draft: Draft, unit: Unit) -> str:
    """The value as it was written, with the unit that stood beside it where it names none itself.

    The value must be one that can be read.
    """
    value = draft.value
    return value if draft.unit in value or names_unit(value, unit) else value + behind_number(draft.unit)


def behind_number(unit: str) -> str:
    """A unit as it is written behind a number: 家 at once, `vehicles` after a space."""
    return f" {unit}" if unit[:1].isascii() and unit[:1].isalpha() else unit


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

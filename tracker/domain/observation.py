"""Published figures and their vintages: what was known on a day.

An observation is immutable. A later publication of the same period is another observation, a correction of an entry
error too, and so is taking one back: each is a *vintage* of its series. `as_of_view` gives, for a day, the vintage in
force of every period and publisher (`rules` 1 in the method page).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from tracker.domain.period import Period
from tracker.domain.quantity import Quantity

FLAGS = "bdefinpu"
"""Eurostat's observation flags (list of 27 January 2025) that a value can carry; `m`, missing, has no value."""
NATION = "CN"
BEFORE_RECORDS = datetime(1, 1, 1, tzinfo=UTC)
NO_RANK = (date.min, BEFORE_RECORDS, -1)
"""Below that of every observation."""


class Entry(StrEnum):
    """What a row of the observation table says."""

    VALUE = "value"
    """A figure as published."""
    RETRACTION = "retraction"
    """The entry `voids` was a mistake: it leaves every view known after this was recorded."""
    WITHDRAWAL = "withdrawal"
    """The publisher took the figure `voids` back on `published_on`: it counts until then and not after."""


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure, or the end of one.

    `published_on` is None when the publication date is unknown: the recording date stands in (`effective_on`).
    `flag` holds Eurostat flags in alphabetical order, "" for none. `recorded_at` is UTC. `recorded_on` is the
    recording date in the plan's time zone. `as_published` is the text the value was read from.
    """

    indicator: str
    period: Period
    quantity: Quantity
    publisher: str
    published_on: date
    area: str = NATION
    flag: str = ""
    source: str = ""
    note: str = ""
    as_published: str = ""
    dated: bool = True
    """False when nobody said when it was published and `published_on` is the recording date."""
    id: int = 0
    entry: Entry = Entry.VALUE
    voids: int | None = None
    recorded_at: datetime = BEFORE_RECORDS
    recorded_by: str = ""
    reason: str = ""

    @property
    def differs(self) -> bool:
        """Flag `d`: another definition, a series of its own."""
        return "d" in self.flag

    @property
    def is_outlook(self) -> bool:
        """Flag `f`: published before the period's end; never an actual."""
        return "f" in self.flag

    @property
    def is_provisional(self) -> bool:
        return "e" in self.flag or "p" in self.flag

    @property
    def series(self) -> tuple[str, str, str, bool]:
        """Indicator, area, publisher and whether the definition differs: what vintages are kept within."""
        return (self.indicator, self.area, self.publisher, self.differs)

    @property
    def rank(self) -> tuple[date, datetime, int]:
        """Vintages of one period in order of precedence: publication, then recording."""
        return (self.published_on, self.recorded_at, self.id)

    def same_figure(self, other: "Observation") -> bool:
        """*Identical*: same publisher, publication date, value, bound and flag (of one period): stored once."""
        return (
            self.series == other.series
            and self.period == other.period
            and self.published_on == other.published_on
            and self.quantity.value == other.quantity.value
            and self.quantity.bound == other.quantity.bound
            and self.flag == other.flag
        )


@dataclass(frozen=True, slots=True)
class Baseline:
    """The value a target starts from, as the plan states it, with its own period, bound and flag."""

    period: Period
    quantity: Quantity
    publisher: str
    published_on: date
    flag: str = ""
    as_published: str = ""

    def reading(self, indicator: str, area: str) -> Observation:
        """The baseline as an observation that any recorded vintage of the same day outranks."""
        return Observation(
            indicator, self.period, self.quantity, self.publisher, self.published_on, area, self.flag,
            as_published=self.as_published,
        )  # fmt: skip


def known_at(observations: Iterable[Observation], moment: datetime) -> list[Observation]:
    """Only what had been recorded by `moment`."""
    return [row for row in observations if row.recorded_at <= moment]


def standing(observations: Iterable[Observation], as_of: date) -> list[Observation]:
    """The figures published on or before `as_of` and not taken back by then: all their vintages.

    Taking back can itself be retracted; then the figure stands again. What a withdrawn figure had corrected goes with
    it.
    """
    rows = list(observations)
    void = taken_back(rows, as_of)
    void |= _corrected_by_withdrawn(rows, void, as_of)
    return [
        row
        for row in rows
        if row.entry is Entry.VALUE and row.published_on <= as_of and not (row.id and row.id in void)
    ]


def taken_back(rows: Iterable[Observation], as_of: date = date.max) -> set[int]:
    """The numbers of rows taken back by `as_of`: what takes back counts unless something later takes it back too."""
    void: set[int] = set()
    takers = [row for row in rows if row.entry is not Entry.VALUE]
    for row in sorted(takers, key=lambda row: (row.recorded_at, row.id), reverse=True):
        counts = row.entry is Entry.RETRACTION or row.published_on <= as_of
        if counts and row.id not in void and row.voids is not None:
            void.add(row.voids)
    return void


def _corrected_by_withdrawn(rows: Iterable[Observation], void: set[int], as_of: date) -> set[int]:
    """The entry errors that a withdrawn figure had replaced: its publisher takes the publication back, and a mistake
    in entering it is no earlier vintage to fall back on."""
    ended = {
        row.voids for row in rows if row.entry is Entry.WITHDRAWAL and row.published_on <= as_of and row.id not in void
    }
    if not ended:
        return set()
    last = {(*row.series, row.period, row.published_on): row.rank for row in rows if row.id in ended}
    return {
        row.id
        for row in rows
        if row.entry is Entry.VALUE and row.rank <= last.get((*row.series, row.period, row.published_on), NO_RANK)
    }


def as_of_view(observations: Iterable[Observation], as_of: date) -> list[Observation]:
    """For each series and period the vintage in force on `as_of`, ordered by period."""
    latest: dict[tuple[object, ...], Observation] = {}
    for row in standing(observations, as_of):
        key = (*row.series, row.period)
        held = latest.get(key)
        if held is None or held.rank < row.rank:
            latest[key] = row
    return sorted(latest.values(), key=lambda row: (row.period.stop, row.period.start, row.rank))

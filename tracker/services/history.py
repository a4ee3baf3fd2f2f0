"""Every vintage of an indicator's figures, told apart: first figures, revisions, corrections, what was taken back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby

from tracker.domain.indicator import Indicator, Kind
from tracker.domain.names import find_indicator
from tracker.domain.observation import NATION, Entry, Observation, as_of_view, taken_back
from tracker.domain.period import Period
from tracker.domain.plan import Plan
from tracker.domain.problems import Severity
from tracker.store.reader import Reader
from tracker.store.records import Finding


class VintageKind(StrEnum):
    """What a vintage is to those before it, in the order of publication."""

    FIRST = "first"
    REVISION = "revision"
    """Published later than the one before."""
    CORRECTION = "correction"
    """Of the same publication as the one before: an entry error put right."""
    RETRACTED = "retracted"
    """Taken back as an entry error: in no view any more."""
    WITHDRAWN = "withdrawn"
    """Taken back by its publisher: in no view from then on."""


@dataclass(frozen=True, slots=True)
class Vintage:
    """One figure as recorded. `ended` is the row that took it back; `findings` were kept when it was recorded."""

    row: Observation
    kind: VintageKind
    in_force: bool
    ended: Observation | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def accepted(self) -> list[Finding]:
        """The warnings that were accepted."""
        return [found for found in self.findings if found.severity is Severity.WARNING]

    @property
    def notices(self) -> list[Finding]:
        """The notices that were given."""
        return [found for found in self.findings if found.severity is Severity.NOTICE]


@dataclass(frozen=True, slots=True)
class IndicatorHistory:
    """The vintages of an indicator in one area, by period, publisher and publication, as published by `as_of`."""

    plan: Plan
    indicator: Indicator
    area: str
    as_of: date
    known_at: datetime | None
    vintages: tuple[Vintage, ...]


def indicator_history(
    reader: Reader,
    plan_code: str,
    given: str,
    as_of: date,
    known_at: datetime | None = None,
    *,
    period: Period | None = None,
    area: str = NATION,
) -> IndicatorHistory:
    """The history of the indicator called `given`; of one period where there is one. Raises `UnknownCode`.

    A period that has no figures of its own stands for those within it: 2023-06 for a reading of 26 June.
    """
    plan = reader.plan(plan_code, known_at)
    indicator = find_indicator(plan, given)
    rows = reader.observations([indicator.code], area, known_at)
    found = vintages([row for row in rows if row.published_on <= as_of], as_of)
    if period is not None:
        found = _of_period(found, period, indicator)
    kept = reader.findings(vintage.row.id for vintage in found)
    with_findings = tuple(
        Vintage(one.row, one.kind, one.in_force, one.ended, tuple(kept.get(one.row.id, ()))) for one in found
    )
    return IndicatorHistory(plan, indicator, area, as_of, known_at, with_findings)


def vintages(rows: Iterable[Observation], as_of: date) -> list[Vintage]:
    """The figures among `rows` by period and series, in order of publication, each with what it is."""
    known = list(rows)
    figures = [row for row in known if row.entry is Entry.VALUE]
    void = taken_back(known)
    ended = {row.voids: row for row in known if row.voids is not None and row.id not in void}
    in_force = {row.id for row in as_of_view(known, as_of)}
    found: list[Vintage] = []
    for _, group in groupby(sorted(figures, key=_order), key=lambda row: (row.series, row.period)):
        before: Observation | None = None
        for row in group:
            end = ended.get(row.id)
            found.append(Vintage(row, _kind(row, before, end), row.id in in_force, end))
            if end is None or end.entry is not Entry.RETRACTION:
                before = row
    return found


def _order(row: Observation) -> tuple[object, ...]:
    return (row.period.stop, row.period.start, row.publisher, row.differs, row.rank)


def _kind(row: Observation, before: Observation | None, end: Observation | None) -> VintageKind:
    """What a figure is, `before` being the last vintage before it that was not a mistake."""
    if end is not None:
        return VintageKind.RETRACTED if end.entry is Entry.RETRACTION else VintageKind.WITHDRAWN
    if before is None:
        return VintageKind.FIRST
    same = before.published_on == row.published_on
    return VintageKind.CORRECTION if same else VintageKind.REVISION


def _of_period(found: list[Vintage], period: Period, indicator: Indicator) -> list[Vintage]:
    exact = period.instant() if indicator.kind is Kind.STOCK else period
    own = [vintage for vintage in found if vintage.row.period == exact]
    return own or [vintage for vintage in found if period.covers(vintage.row.period)]

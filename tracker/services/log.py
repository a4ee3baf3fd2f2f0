"""The audit trail: who changed what, when and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tracker.domain.names import find_indicator
from tracker.domain.observation import Entry, Observation
from tracker.domain.plan import Plan
from tracker.errors import UnknownCode
from tracker.store.reader import Reader
from tracker.store.records import ChangeFilter, ChangeRow


@dataclass(frozen=True, slots=True)
class Logged:
    """A change. Where it brought or took back just one figure, `figure` is that, as it was recorded.

    `withdrawn_on` is the day from which its publisher took it back.
    """

    change: ChangeRow
    figure: Observation | None = None
    withdrawn_on: date | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which changes: those that meet every condition given. `indicator` is a code, name or alias."""

    indicator: str = ""
    by: str | None = None
    kinds: Sequence[str] = ()
    since: datetime | None = None
    until: datetime | None = None
    limit: int | None = None


def trail(reader: Reader, wanted: Wanted) -> list[Logged]:
    """The changes asked for, in order of time. Raises `UnknownCode` for an indicator that no loaded plan has."""
    code = _indicator(reader, wanted.indicator) if wanted.indicator else None
    query = ChangeFilter(
        by=wanted.by,
        kinds=tuple(wanted.kinds),
        indicator=code,
        since=wanted.since,
        until=wanted.until,
        limit=wanted.limit,
    )
    return [_logged(reader, change) for change in reader.changes(query)]


def _logged(reader: Reader, change: ChangeRow) -> Logged:
    if change.observations != 1:
        return Logged(change)
    (row,) = reader.brought_by(change.id)
    if row.voids is None:
        return Logged(change, row)
    day = row.published_on if row.entry is Entry.WITHDRAWAL else None
    return Logged(change, reader.observation(row.voids), day)


def plans(reader: Reader) -> list[Plan]:
    """The loaded plans, for the names of what was changed."""
    return [reader.plan(head.code) for head in reader.plans()]


def _indicator(reader: Reader, given: str) -> str:
    error: UnknownCode | None = None
    for plan in plans(reader):
        try:
            return find_indicator(plan, given).code
        except UnknownCode as unknown:
            error = error or unknown
    raise error or UnknownCode(what="indicator", given=given, near=[])

"""Taking a figure back: an entry error leaves every view, a withdrawal by the publisher counts from its own day."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tracker.domain.observation import Entry, Observation, taken_back
from tracker.domain.plan import Plan
from tracker.errors import BadRetraction
from tracker.store.database import Change, Database
from tracker.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Retraction:
    """What to take back: the figure's number, why, by whom, at what time (UTC).

    `published` is the day its publisher withdrew it, None for an entry error.
    """

    id: int
    reason: str
    by: str
    now: datetime
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Retracted:
    """A figure that was taken back, the row that did it, and the vintage that is in force instead."""

    plan: Plan
    figure: Observation
    row: Observation
    instead: Observation | None


def retract(database: Database, plan_code: str, wanted: Retraction) -> Retracted:
    """Take a figure back. Raises `BadRetraction`: no-reason, unknown, not-a-figure, voided, too-early, future."""
    if not wanted.reason.strip():
        raise BadRetraction(id=wanted.id, problem="no-reason")
    kind = "retract" if wanted.published is None else "withdraw"
    with database.write(Change(wanted.by, kind, wanted.reason, plan_code)) as writer:
        plan = writer.plan(plan_code)
        figure = _figure(writer, wanted.id)
        _check_day(figure, wanted, wanted.now.astimezone(ZoneInfo(plan.zone)).date())
        row = replace(
            figure,
            entry=Entry.RETRACTION if wanted.published is None else Entry.WITHDRAWAL,
            published_on=wanted.published or figure.published_on,
            voids=figure.id,
            reason=wanted.reason,
            source="",
            note="",
        )
        kept = replace(row, id=writer.add_observation(row), recorded_at=writer.at, recorded_by=wanted.by)
        instead = [
            one
            for one in writer.current([figure.indicator], figure.area)
            if (one.series, one.period) == (figure.series, figure.period)
        ]
        return Retracted(plan, figure, kept, instead[0] if instead else None)


def _figure(reader: Reader, number: int) -> Observation:
    """The figure numbered `number`, which nobody has taken back yet."""
    row = reader.observation(number)
    if row is None:
        raise BadRetraction(id=number, problem="unknown")
    if row.entry is not Entry.VALUE:
        raise BadRetraction(id=number, problem="not-a-figure")
    known = reader.observations([row.indicator], row.area)
    void = taken_back(known)
    for other in known:
        if other.voids == row.id and other.id not in void:
            day = other.recorded_at.date()
            raise BadRetraction(id=number, problem="voided", by=other.recorded_by, at=day)
    return row


def _check_day(figure: Observation, wanted: Retraction, today: date) -> None:
    """A withdrawal comes after the publication, and not in the future."""
    given = wanted.published
    if given is None:
        return
    if given > today:
        raise BadRetraction(id=figure.id, problem="future", given=given, today=today)
    if given < figure.published_on:
        raise BadRetraction(id=figure.id, problem="too-early", given=given, published=figure.published_on)

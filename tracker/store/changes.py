"""The audit trail: the changes, and the findings kept with what they brought."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, exists, func, insert, select

from tracker.domain.problems import Problem, Severity
from tracker.store.adding import added
from tracker.store.content import dump, load
from tracker.store.records import Change, ChangeFilter, ChangeRow, Finding
from tracker.store.schema import change, finding, observation, series

TICK = timedelta(microseconds=1)
CHUNK = 500
"""Ids asked for in one query."""


def add(connection: Connection, made: Change, now: datetime) -> tuple[int, datetime]:
    """Record a change; its id and its instant, which is later than every other's even where the clock went back."""
    last = connection.execute(select(change.c.at).order_by(change.c.id.desc()).limit(1)).scalar()
    at = now if last is None else max(now, last + TICK)
    values = {"at": at, "by": made.by, "kind": made.kind, "reason": made.reason, "plan": made.plan}
    return added(connection, change, values), at


def last_until(connection: Connection, moment: datetime) -> int:
    """The id of the last change recorded by `moment`; 0 for none."""
    query = select(change.c.id).where(change.c.at <= moment).order_by(change.c.id.desc()).limit(1)
    return connection.execute(query).scalar() or 0


def matching(connection: Connection, wanted: ChangeFilter) -> list[ChangeRow]:
    """The changes that meet the filter, in order, with what they brought."""
    query = select(change).where(*_conditions(wanted)).order_by(change.c.id.desc())
    rows = connection.execute(query.limit(wanted.limit)).all()
    brought = _brought(connection, [row.id for row in rows])
    return [
        ChangeRow(row.id, row.at, row.by, row.kind, row.reason, row.plan, *brought.get(row.id, (0, ())))
        for row in reversed(rows)
    ]


def _conditions(wanted: ChangeFilter) -> Iterable[Any]:
    if wanted.by is not None:
        yield change.c.by == wanted.by
    if wanted.kinds:
        yield change.c.kind.in_(wanted.kinds)
    if wanted.plan is not None:
        yield change.c.plan == wanted.plan
    if wanted.since is not None:
        yield change.c.at >= wanted.since
    if wanted.until is not None:
        yield change.c.at <= wanted.until
    if wanted.indicator is not None:
        yield exists(
            select(1)
            .select_from(observation.join(series))
            .where(observation.c.change_id == change.c.id, series.c.indicator == wanted.indicator)
        )


def _brought(connection: Connection, ids: list[int]) -> dict[int, tuple[int, tuple[str, ...]]]:
    """By change: how many observations it brought and of which indicators."""
    found: dict[int, tuple[int, tuple[str, ...]]] = {}
    for start in range(0, len(ids), CHUNK):
        query = (
            select(observation.c.change_id, series.c.indicator, func.count())
            .join(series)
            .where(observation.c.change_id.in_(ids[start : start + CHUNK]))
            .group_by(observation.c.change_id, series.c.indicator)
            .order_by(observation.c.change_id, series.c.indicator)
        )
        for key, indicator, count in connection.execute(query):
            rows, names = found.get(key, (0, ()))
            found[key] = (rows + count, (*names, indicator))
    return found


def add_findings(
    connection: Connection, observation_id: int, problems: Iterable[Problem], change_id: int, *, accepted: bool
) -> None:
    """Keep what was found about an observation when it was recorded."""
    rows = [
        {
            "observation_id": observation_id,
            "severity": problem.severity.value,
            "code": problem.code,
            "data": dump(problem.data),
            "accepted": int(accepted),
            "change_id": change_id,
        }
        for problem in problems
    ]
    if rows:
        connection.execute(insert(finding), rows)


def findings(connection: Connection, ids: Iterable[int]) -> dict[int, list[Finding]]:
    """The findings of some observations, by observation; those without any are left out."""
    wanted, found = sorted(set(ids)), dict[int, list[Finding]]()
    for start in range(0, len(wanted), CHUNK):
        query = select(finding).where(finding.c.observation_id.in_(wanted[start : start + CHUNK]))
        for row in connection.execute(query.order_by(finding.c.id)):
            kept = Finding(Severity(row.severity), row.code, load(row.data), bool(row.accepted))
            found.setdefault(row.observation_id, []).append(kept)
    return found

"""The audit trail: who changed what, when and why, and what had been found about it."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from tracker.domain.problems import Problem, Severity
from tracker.store.codec import Codec, codec
from tracker.store.content import dump, load
from tracker.store.records import ChangeFilter, ChangeRow, Finding
from tracker.store.rows import added, run, statement

_CHANGES = 'SELECT c.id, c.at, c."by", c.kind, c.reason, c.plan FROM change AS c {where} ORDER BY c.id DESC {limit}'
_OF_INDICATOR = """EXISTS (SELECT 1 FROM observation AS o JOIN series AS s ON s.id = o.series_id
    WHERE o.change_id = c.id AND s.indicator = :indicator)"""
_BROUGHT = """
SELECT o.change_id, s.indicator, count(*) FROM observation AS o JOIN series AS s ON s.id = o.series_id
WHERE o.change_id IN :ids GROUP BY o.change_id, s.indicator ORDER BY o.change_id, s.indicator"""
_ABOUT = """
SELECT v.change_id, t.code FROM target_version AS v JOIN target AS t ON t.id = v.target_id WHERE v.change_id IN :ids
UNION SELECT n.change_id, n.subject FROM note AS n WHERE n.change_id IN :ids ORDER BY 1, 2"""
_FINDINGS = """
SELECT observation_id, severity, code, data, accepted FROM finding WHERE observation_id IN :ids ORDER BY id"""
_ADD_FINDING = """
INSERT INTO finding (observation_id, severity, code, data, accepted, change_id)
VALUES (:observation_id, :severity, :code, :data, :accepted, :change_id)"""
_BATCH = 1_000
_CHUNK = 500
"""Ids asked for in one query."""


def changes(connection: Connection, wanted: ChangeFilter) -> list[ChangeRow]:
    """The changes that meet the filter, in order, with what they brought."""
    ways = codec(connection)
    conditions = dict(_conditions(wanted, ways))
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    sql = _CHANGES.format(where=where, limit="" if wanted.limit is None else f"LIMIT {wanted.limit:d}")
    values = {name: value for pair in conditions.values() for name, value in pair.items()}
    rows = run(connection, sql, *(name for name in values if name == "kinds"), **values).all()
    ids = [row.id for row in rows]
    brought, about = _brought(connection, ids), _about(connection, ids)
    return [
        ChangeRow(
            row.id,
            ways.to_instant(row.at),
            row.by,
            row.kind,
            row.reason,
            row.plan,
            *brought.get(row.id, (0, ())),
            about.get(row.id, ()),
        )
        for row in reversed(rows)
    ]


def _conditions(wanted: ChangeFilter, ways: Codec) -> Iterator[tuple[str, dict[str, Any]]]:
    if wanted.by is not None:
        yield 'c."by" = :by', {"by": wanted.by}
    if wanted.kinds:
        yield "c.kind IN :kinds", {"kinds": list(wanted.kinds)}
    if wanted.plan is not None:
        yield "c.plan = :plan", {"plan": wanted.plan}
    if wanted.since is not None:
        yield "c.at >= :since", {"since": ways.instant(wanted.since)}
    if wanted.until is not None:
        yield "c.at <= :until", {"until": ways.instant(wanted.until)}
    if wanted.indicator is not None:
        yield _OF_INDICATOR, {"indicator": wanted.indicator}


def _brought(connection: Connection, ids: list[int]) -> dict[int, tuple[int, tuple[str, ...]]]:
    """By change: how many observations it brought and of which indicators."""
    found: dict[int, tuple[int, tuple[str, ...]]] = {}
    for part in _chunks(ids):
        for key, indicator, count in run(connection, _BROUGHT, "ids", ids=part):
            rows, names = found.get(key, (0, ()))
            found[key] = (rows + count, (*names, indicator))
    return found


def _about(connection: Connection, ids: list[int]) -> dict[int, tuple[str, ...]]:
    """By change: the targets it set and what its notes are about."""
    found: dict[int, tuple[str, ...]] = {}
    for part in _chunks(ids):
        for key, subject in run(connection, _ABOUT, "ids", ids=part):
            found[key] = (*found.get(key, ()), subject)
    return found


def add_findings(
    connection: Connection, observation_id: int, problems: Iterable[Problem], change_id: int, *, accepted: bool
) -> None:
    """Keep what was found about an observation when it was recorded."""
    for problem in problems:
        values = {
            "observation_id": observation_id,
            "severity": str(problem.severity),
            "code": problem.code,
            "data": dump(problem.data),
            "accepted": int(accepted),
            "change_id": change_id,
        }
        added(connection, "finding", values)


def add_all_findings(connection: Connection, found: Iterable[tuple[int, Iterable[Problem]]], change_id: int) -> None:
    """Keep what was found about many observations, in sets: warnings were accepted, notices given."""
    values = (
        {
            "observation_id": key,
            "severity": str(problem.severity),
            "code": problem.code,
            "data": dump(problem.data),
            "accepted": int(problem.severity is Severity.WARNING),
            "change_id": change_id,
        }
        for key, problems in found
        for problem in problems
    )
    while batch := list(islice(values, _BATCH)):
        connection.execute(statement(_ADD_FINDING), batch)


def findings(connection: Connection, ids: Iterable[int]) -> dict[int, list[Finding]]:
    """The findings of some observations, by observation; those without any are left out."""
    found: dict[int, list[Finding]] = {}
    for part in _chunks(sorted(set(ids))):
        for key, severity, code, data, accepted in run(connection, _FINDINGS, "ids", ids=part):
            found.setdefault(key, []).append(Finding(Severity(severity), code, load(data), bool(accepted)))
    return found


def _chunks(ids: list[int]) -> Iterator[list[int]]:
    return (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))

"""Plans, targets and notes, with every version they had."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

from tracker.domain.bilingual import Bilingual
from tracker.domain.plan import Note, Plan, Progress
from tracker.domain.plan_data import plan_data, read_plan, target_data, target_reader
from tracker.domain.target import Target
from tracker.store.changes import EVER
from tracker.store.codec import codec
from tracker.store.records import PlanHead
from tracker.store.rows import added, run

_HEADS = """
SELECT v.content, c.at, (SELECT count(*) FROM plan_version AS w WHERE w.plan_id = p.id)
FROM plan AS p JOIN plan_version AS v ON v.id = (SELECT max(w.id) FROM plan_version AS w WHERE w.plan_id = p.id)
JOIN change AS c ON c.id = v.change_id ORDER BY p.id"""
_CONTENT = """
SELECT v.content FROM plan_version AS v JOIN plan AS p ON p.id = v.plan_id
WHERE p.code = :code AND v.change_id <= :upto ORDER BY v.id DESC LIMIT 1"""
_VINTAGES = """
SELECT v.content, v.withdrawn, v.reason, c.at, c."by", c.reason AS why
FROM target_version AS v JOIN target AS t ON t.id = v.target_id JOIN plan AS p ON p.id = t.plan_id
JOIN change AS c ON c.id = v.change_id
WHERE p.code = :code AND v.change_id <= :upto ORDER BY v.target_id, v.published_on, v.id"""
_NOTES = """
SELECT n.subject, n.status, n.noted_on, n.text, n.evidence, n.id, c.at, c."by"
FROM note AS n JOIN plan AS p ON p.id = n.plan_id JOIN change AS c ON c.id = n.change_id
WHERE p.code = :code AND n.change_id <= :upto ORDER BY n.noted_on, n.id"""
_SAME_DAY = """
SELECT v.content, v.withdrawn FROM target_version AS v JOIN target AS t ON t.id = v.target_id
JOIN plan AS p ON p.id = t.plan_id
WHERE p.code = :code AND t.code = :target AND v.published_on = :published_on ORDER BY v.id DESC LIMIT 1"""
_TOUCHED = """
SELECT c.at FROM change AS c WHERE c.id <= :upto AND (
    EXISTS (SELECT 1 FROM plan_version AS v JOIN plan AS p ON p.id = v.plan_id
        WHERE v.change_id = c.id AND p.code = :code)
    OR EXISTS (SELECT 1 FROM target_version AS v JOIN target AS t ON t.id = v.target_id
        JOIN plan AS p ON p.id = t.plan_id WHERE v.change_id = c.id AND p.code = :code)
    OR EXISTS (SELECT 1 FROM note AS n JOIN plan AS p ON p.id = n.plan_id
        WHERE n.change_id = c.id AND p.code = :code)
    OR EXISTS (SELECT 1 FROM observation AS o JOIN series AS s ON s.id = o.series_id
        WHERE o.change_id = c.id AND s.indicator IN :indicators)
    OR EXISTS (SELECT 1 FROM follow_up AS f JOIN observation AS o ON o.id = f.observation_id
        JOIN series AS s ON s.id = o.series_id WHERE f.change_id = c.id AND s.indicator IN :indicators)
) ORDER BY c.id DESC LIMIT 1"""


def heads(connection: Connection) -> list[PlanHead]:
    """Every loaded plan, in order of loading."""
    return [_head(connection, *row) for row in run(connection, _HEADS)]


def _head(connection: Connection, content: str, at: Any, versions: int) -> PlanHead:
    data = json.loads(content)
    return PlanHead(
        code=data["plan"],
        name=Bilingual(**data.get("name", {})),
        year=int(data["year"]),
        publisher=data["publisher"],
        published_on=date.fromisoformat(data["published"]),
        loaded_at=codec(connection).to_instant(at),
        versions=versions,
    )


def find(connection: Connection, code: str, upto: int) -> Plan | None:
    """The plan as last loaded, without targets, as of the change `upto`; None where it had not been loaded."""
    content = run(connection, _CONTENT, code=code, upto=upto).scalar()
    return None if content is None else _read(content)


@lru_cache(maxsize=8)
def _read(content: str) -> Plan:
    """A command asks for its plan more than once."""
    return read_plan(json.loads(content), targets_apart=True)


def vintages(connection: Connection, loaded: Plan, upto: int) -> list[Target]:
    """Every vintage of a plan's targets, each target's in order of precedence."""
    to_instant = lru_cache(codec(connection).to_instant)
    read = target_reader(loaded)
    return [
        replace(
            read(json.loads(row.content)),
            withdrawn=bool(row.withdrawn),
            recorded_at=to_instant(row.at),
            recorded_by=row.by,
            reason=row.reason or row.why,
        )
        for row in run(connection, _VINTAGES, code=loaded.code, upto=upto)
    ]


def in_force(versions: Iterable[Target]) -> tuple[Target, ...]:
    """The last vintage of each target, those withdrawn left out."""
    latest = {version.code: version for version in versions}
    return tuple(version for version in latest.values() if not version.withdrawn)


def notes(connection: Connection, code: str, upto: int) -> list[Note]:
    """A plan's notes in order of their dates."""
    ways = codec(connection)
    return [
        Note(subject, Progress(status), ways.to_day(noted_on), text, evidence, key, ways.to_instant(at), by)
        for subject, status, noted_on, text, evidence, key, at, by in run(connection, _NOTES, code=code, upto=upto)
    ]


def last_touched(connection: Connection, loaded: Plan, upto: int) -> Any:
    """When a version of the plan or a target, a note, a figure of its indicators, or a question about one or its answer
    was last recorded."""
    values = {"code": loaded.code, "upto": upto, "indicators": sorted(loaded.indicators)}
    at = run(connection, _TOUCHED, "indicators", **values).scalar()
    return None if at is None else codec(connection).to_instant(at)


def same_version(connection: Connection, loaded: Plan) -> bool:
    """Whether the version in force says the same, targets aside."""
    return bool(run(connection, _CONTENT, code=loaded.code, upto=EVER).scalar() == _plan_text(loaded))


def add_version(connection: Connection, loaded: Plan, change_id: int) -> None:
    """Keep a version of a plan, its targets aside: they have vintages of their own."""
    plan_id = _plan_number(connection, loaded.code)
    if plan_id is None:
        plan_id = added(connection, "plan", {"code": loaded.code, "change_id": change_id})
    added(connection, "plan_version", {"plan_id": plan_id, "content": _plan_text(loaded), "change_id": change_id})


def same_vintage(connection: Connection, plan_code: str, version: Target) -> bool:
    """Whether the last vintage of the same publication date says the same."""
    day = codec(connection).day(version.published_on)
    row = run(connection, _SAME_DAY, code=plan_code, target=version.code, published_on=day).first()
    return row is not None and tuple(row) == (_text(target_data(version)), int(version.withdrawn))


def add_vintage(connection: Connection, plan_code: str, version: Target, change_id: int) -> None:
    """Keep a vintage of a target. KeyError where the plan is not loaded."""
    plan_id = _known(connection, plan_code)
    query = "SELECT id FROM target WHERE plan_id = :plan_id AND code = :code"
    target_id = run(connection, query, plan_id=plan_id, code=version.code).scalar()
    if target_id is None:
        target_id = added(connection, "target", {"plan_id": plan_id, "code": version.code, "change_id": change_id})
    values = {
        "target_id": target_id,
        "content": _text(target_data(version)),
        "published_on": codec(connection).day(version.published_on),
        "withdrawn": int(version.withdrawn),
        "reason": version.reason,
        "change_id": change_id,
    }
    added(connection, "target_version", values)


def add_note(connection: Connection, plan_code: str, item: Note, change_id: int) -> int:
    """Keep a note; its id. KeyError where the plan is not loaded."""
    values = {
        "plan_id": _known(connection, plan_code),
        "subject": item.subject,
        "status": str(item.status),
        "noted_on": codec(connection).day(item.noted_on),
        "text": item.text,
        "evidence": item.evidence,
        "change_id": change_id,
    }
    return added(connection, "note", values)


def _plan_number(connection: Connection, code: str) -> int | None:
    return run(connection, "SELECT id FROM plan WHERE code = :code", code=code).scalar()


def _known(connection: Connection, code: str) -> int:
    found = _plan_number(connection, code)
    if found is None:
        raise KeyError(code)
    return found


def _plan_text(loaded: Plan) -> str:
    """A plan without its targets as it is kept."""
    return _text(plan_data(replace(loaded, targets=())))


def _text(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False)

"""Plans, targets and notes, with every version they had."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, exists, func, or_, select

from tracker.domain.bilingual import Bilingual
from tracker.domain.plan import Note, Plan, Progress
from tracker.domain.plan_data import plan_data, read_plan, read_target, target_data
from tracker.domain.target import Target
from tracker.store.adding import added
from tracker.store.records import PlanHead
from tracker.store.schema import change, note, observation, plan, plan_version, series, target, target_version


def heads(connection: Connection) -> list[PlanHead]:
    """Every loaded plan, in order of loading."""
    newest = select(func.max(plan_version.c.id), func.count()).group_by(plan_version.c.plan_id).subquery()
    latest, count = newest.c
    query = (
        select(plan_version.c.content, change.c.at, count)
        .join(newest, latest == plan_version.c.id)
        .join(change, change.c.id == plan_version.c.change_id)
        .order_by(plan_version.c.plan_id)
    )
    return [_head(*row) for row in connection.execute(query)]


def _head(content: str, at: Any, versions: int) -> PlanHead:
    data = json.loads(content)
    return PlanHead(
        code=data["plan"],
        name=Bilingual(**data.get("name", {})),
        year=int(data["year"]),
        publisher=data["publisher"],
        published_on=date.fromisoformat(data["published"]),
        loaded_at=at,
        versions=versions,
    )


def find(connection: Connection, code: str, upto: int | None) -> Plan | None:
    """The plan as last loaded, without targets, as of the change `upto`; None where it had not been loaded."""
    query = _upto(select(plan_version.c.content).join(plan), plan_version, upto)
    newest = query.where(plan.c.code == code).order_by(plan_version.c.id.desc()).limit(1)
    content = connection.execute(newest).scalar()
    return None if content is None else read_plan(json.loads(content), targets_apart=True)


def vintages(connection: Connection, loaded: Plan, upto: int | None) -> list[Target]:
    """Every vintage of a plan's targets, each target's in order of precedence."""
    query = (
        select(target_version, change.c.at, change.c.by, change.c.reason.label("why"))
        .select_from(target_version.join(target).join(plan).join(change, change.c.id == target_version.c.change_id))
        .where(plan.c.code == loaded.code)
        .order_by(target_version.c.target_id, target_version.c.published_on, target_version.c.id)
    )
    return [_target(row, loaded) for row in connection.execute(_upto(query, target_version, upto))]


def in_force(versions: Iterable[Target]) -> tuple[Target, ...]:
    """The last vintage of each target, those withdrawn left out."""
    latest = {version.code: version for version in versions}
    return tuple(version for version in latest.values() if not version.withdrawn)


def _target(row: Row[Any], loaded: Plan) -> Target:
    return replace(
        read_target(json.loads(row.content), loaded),
        withdrawn=bool(row.withdrawn),
        recorded_at=row.at,
        recorded_by=row.by,
        reason=row.reason or row.why,
    )


def notes(connection: Connection, code: str, upto: int | None) -> list[Note]:
    """A plan's notes in order of their dates."""
    query = (
        select(note, change.c.at, change.c.by)
        .select_from(note.join(plan).join(change, change.c.id == note.c.change_id))
        .where(plan.c.code == code)
        .order_by(note.c.noted_on, note.c.id)
    )
    return [
        Note(row.subject, Progress(row.status), row.noted_on, row.text, row.evidence, row.id, row.at, row.by)
        for row in connection.execute(_upto(query, note, upto))
    ]


def add_version(connection: Connection, loaded: Plan, change_id: int) -> None:
    """Keep a version of a plan, its targets aside: they have vintages of their own."""
    plan_id = _number(connection, loaded.code)
    if plan_id is None:
        plan_id = added(connection, plan, {"code": loaded.code, "change_id": change_id})
    added(connection, plan_version, {"plan_id": plan_id, "content": plan_text(loaded), "change_id": change_id})


def last_version(connection: Connection, code: str) -> str | None:
    """The text of the version in force."""
    query = select(plan_version.c.content).join(plan).where(plan.c.code == code)
    return connection.execute(query.order_by(plan_version.c.id.desc()).limit(1)).scalar()


def add_vintage(connection: Connection, plan_code: str, version: Target, change_id: int) -> None:
    """Keep a vintage of a target. KeyError where the plan is not loaded."""
    target_id = _target_number(connection, plan_code, version.code)
    if target_id is None:
        plan_id = _known_number(connection, plan_code)
        target_id = added(connection, target, {"plan_id": plan_id, "code": version.code, "change_id": change_id})
    values = {
        "target_id": target_id,
        "content": _text(target_data(version)),
        "published_on": version.published_on,
        "withdrawn": int(version.withdrawn),
        "reason": version.reason,
        "change_id": change_id,
    }
    added(connection, target_version, values)


def has_vintage(connection: Connection, plan_code: str, version: Target) -> bool:
    """Whether the last vintage of the same publication date says the same."""
    query = (
        select(target_version.c.content, target_version.c.withdrawn)
        .where(
            target_version.c.target_id == _target_number(connection, plan_code, version.code),
            target_version.c.published_on == version.published_on,
        )
        .order_by(target_version.c.id.desc())
    )
    row = connection.execute(query.limit(1)).first()
    return row is not None and tuple(row) == (_text(target_data(version)), int(version.withdrawn))


def add_note(connection: Connection, plan_code: str, item: Note, change_id: int) -> int:
    """Keep a note; its id. KeyError where the plan is not loaded."""
    values = {
        "plan_id": _known_number(connection, plan_code),
        "subject": item.subject,
        "status": item.status.value,
        "noted_on": item.noted_on,
        "text": item.text,
        "evidence": item.evidence,
        "change_id": change_id,
    }
    return added(connection, note, values)


def touching(loaded: Plan) -> Any:
    """A condition on `change`: it brought a version of the plan or a target, a note, or a figure of an indicator."""
    watched = series.c.indicator.in_(sorted(loaded.indicators))
    of_plan = plan.c.code == loaded.code
    brought = change.c.id
    return or_(
        exists(select(1).select_from(plan_version.join(plan)).where(plan_version.c.change_id == brought, of_plan)),
        exists(
            select(1)
            .select_from(target_version.join(target).join(plan, plan.c.id == target.c.plan_id))
            .where(target_version.c.change_id == brought, of_plan)
        ),
        exists(select(1).select_from(note.join(plan)).where(note.c.change_id == brought, of_plan)),
        exists(
            select(1).select_from(observation.join(series)).where(and_(observation.c.change_id == brought, watched))
        ),
    )


def _number(connection: Connection, code: str) -> int | None:
    return connection.execute(select(plan.c.id).where(plan.c.code == code)).scalar()


def plan_text(loaded: Plan) -> str:
    """A plan without its targets as it is kept."""
    return _text(plan_data(replace(loaded, targets=())))


def _known_number(connection: Connection, code: str) -> int:
    found = _number(connection, code)
    if found is None:
        raise KeyError(code)
    return found


def _target_number(connection: Connection, plan_code: str, code: str) -> int | None:
    query = select(target.c.id).join(plan).where(plan.c.code == plan_code, target.c.code == code)
    return connection.execute(query).scalar()


def _upto(query: Select[Any], table: Any, upto: int | None) -> Select[Any]:
    return query if upto is None else query.where(table.c.change_id <= upto)


def _text(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False)

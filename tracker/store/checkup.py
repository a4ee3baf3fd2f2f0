"""Looking a database through: is the file sound, is history still guarded, does everything derived agree?"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, Text, select, text, type_coerce

from tracker.domain.plan_data import read_plan
from tracker.errors import BadValue, PlanRefused
from tracker.store import current
from tracker.store.codec import exact_text
from tracker.store.content import load
from tracker.store.database import open_database
from tracker.store.reader import Reader
from tracker.store.records import Change
from tracker.store.schema import APPEND_ONLY, finding, observation, plan_version

EXAMPLES = 5
"""How many ids a finding names."""


@dataclass(frozen=True, slots=True)
class Defect:
    """Something wrong in a database: a stable code, how often, and what or which rows for example."""

    code: str
    count: int
    examples: tuple[str, ...] = ()


def check(location: str, *, briefly: bool = False) -> list[Defect]:
    """Everything wrong in a database, or `briefly` what can be seen without reading every row on its own.

    Changes nothing. Raises DatabaseTrouble where it cannot be opened.
    """
    with open_database(location) as database, database.read() as reader:
        damage = list(file_is_sound(reader.connection, "quick_check" if briefly else "integrity_check"))
        if damage:  # what stands on damaged pages says nothing
            return damage
        return [defect for look in (BRIEF if briefly else CHECKS) for defect in look(reader.connection)]


def rebuild(location: str, by: str) -> None:
    """Make the derived table anew, with a change record. Raises DatabaseTrouble."""
    with open_database(location) as database, database.write(Change(by, "rebuild")) as writer:
        writer.record()
        current.rebuild(writer.connection)


def file_is_sound(connection: Connection, own_check: str) -> Iterator[Defect]:
    """SQLite's own check of every page (and index), and of references; a server does this itself."""
    if connection.dialect.name == "sqlite":
        lines = [row[0] for row in connection.exec_driver_sql(f"PRAGMA {own_check}")]
        yield from _defect("damaged", [] if lines == ["ok"] else lines)
        broken = [f"{row[0]} {row[1]}" for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
        yield from _defect("broken-reference", broken)


def history_is_guarded(connection: Connection) -> Iterator[Defect]:
    """Every append-only table has its triggers; rebuilding a table loses them."""
    if connection.dialect.name == "sqlite":
        found = "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%append-only%'"
        events = ("insert", "update", "delete")
    else:
        found = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
        events = ("update", "delete", "truncate")
    present = set(connection.execute(text(found)).scalars())
    wanted = [f"{table}_no_{event}" for table in APPEND_ONLY for event in events]
    yield from _defect("missing-trigger", [name for name in wanted if name not in present])


def current_is_right(connection: Connection) -> Iterator[Defect]:
    """The derived table holds what the observations say."""
    held = "SELECT series_id, start, stop, observation_id, published_on FROM observation_current"
    for one, other in ((held, current.STANDING), (current.STANDING, held)):
        rows = connection.execute(text(f"{one} EXCEPT {other}")).all()
        yield from _defect("stale-current", [str(row[3]) for row in rows])


def values_are_exact(connection: Connection) -> Iterator[Defect]:
    """Every number is a plain decimal of at most 30 digits."""
    columns: list[ColumnElement[Any]] = [observation.c.value, observation.c.spread]
    if connection.dialect.name == "sqlite":
        columns = [type_coerce(column, Text) for column in columns]
    rows = connection.execute(select(observation.c.id, *columns))
    wrong = [str(key) for key, *numbers in rows if not all(map(_is_exact, numbers))]
    yield from _defect("bad-number", wrong)


def days_are_days(connection: Connection) -> Iterator[Defect]:
    """Every date is a date; a server's types see to it."""
    if connection.dialect.name == "sqlite":
        rows = connection.execute(text("SELECT id, start, stop, published_on FROM observation"))
        yield from _defect("bad-date", [str(key) for key, *days in rows if not all(map(_is_day, days))])


def time_runs_forward(connection: Connection) -> Iterator[Defect]:
    """Changes were recorded in the order of their times, and observations in the order of their changes."""
    for code, column, table in (("time-runs-back", "at", "change"), ("order-broken", "change_id", "observation")):
        step = "<=" if table == "change" else "<"
        rows = connection.execute(
            text(
                f"SELECT id FROM (SELECT id, {column} AS now, lag({column}) OVER (ORDER BY id) AS before FROM {table})"  # noqa: S608 - our own names
                f" AS steps WHERE now {step} before"
            )
        )
        yield from _defect(code, [str(key) for key in rows.scalars()])


def takings_match(connection: Connection) -> Iterator[Defect]:
    """What takes a figure back is of the same series and period."""
    rows = connection.execute(
        text(
            "SELECT v.id FROM observation AS v JOIN observation AS o ON o.id = v.voids_id "
            "WHERE v.series_id <> o.series_id OR v.start <> o.start OR v.stop <> o.stop OR v.id <= o.id"
        )
    )
    yield from _defect("wrong-taking", [str(key) for key in rows.scalars()])


def contents_can_be_read(connection: Connection) -> Iterator[Defect]:
    """Every version of a plan, every vintage of a target and every finding can be read."""
    yield from _defect(
        "unreadable-plan",
        _unreadable(connection, plan_version, lambda it: read_plan(json.loads(it), targets_apart=True)),
    )
    yield from _defect("unreadable-finding", _unreadable(connection, finding, load, "data"))
    reader, wrong = Reader(connection), []
    for code in connection.execute(text("SELECT code FROM plan ORDER BY id")).scalars():
        try:
            reader.target_vintages(code)
        except (PlanRefused, ValueError, KeyError):
            wrong.append(code)
    yield from _defect("unreadable-target", wrong)


CHECKS = (
    history_is_guarded,
    values_are_exact,
    days_are_days,
    current_is_right,
    takings_match,
    time_runs_forward,
    contents_can_be_read,
)
BRIEF = (history_is_guarded, current_is_right)


def _unreadable(
    connection: Connection, table: Table, read: Callable[[str], object], column: str = "content"
) -> list[str]:
    wrong = []
    for key, content in connection.execute(select(table.c.id, table.c[column])):
        try:
            read(content)
        except (PlanRefused, ValueError, KeyError, TypeError):
            wrong.append(str(key))
    return wrong


def _is_exact(number: Any) -> bool:
    if number is None:
        return True
    try:
        value = Decimal(number)
        return exact_text(value) == str(number) or not isinstance(number, str)
    except (ArithmeticError, BadValue):
        return False


@lru_cache(maxsize=10_000)
def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _defect(code: str, which: list[str]) -> Iterator[Defect]:
    if which:
        yield Defect(code, len(which), tuple(which[:EXAMPLES]))

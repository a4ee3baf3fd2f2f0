"""Nobody changes history, neither our code nor a hand at the database."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from tests.domain.plan_cases import SMALL
from tests.store.clockwork import RECORD, figure
from tests.store.forecasting import a_run, said
from tracker.domain.plan import Note, Progress
from tracker.domain.plan_data import read_plan
from tracker.domain.problems import Problem, Severity
from tracker.store.database import Database, open_database
from tracker.store.forecasts import keep_forecasts
from tracker.store.schema import APPEND_ONLY, metadata

CHANGES = {
    "update": "UPDATE {table} SET id = id WHERE id = 1",
    "delete": "DELETE FROM {table} WHERE id = 1",
    "delete all": "DELETE FROM {table}",
}


@pytest.fixture
def filled(database: Database) -> Database:
    """A database with a row in every append-only table."""
    return fill(database)


@pytest.fixture
def filled_file(path: Path) -> Iterator[Database]:
    """The same, an SQLite file."""
    with open_database(str(path)) as database:
        yield fill(database)


def fill(database: Database) -> Database:
    with database.write(RECORD) as writer:
        key = writer.add_observation(figure("2023-05", "71.7", "2023-06-10"))
        writer.add_findings(key, [Problem(Severity.NOTICE, "no-date")], accepted=False)
        writer.add_follow_up(key, "is it final?")
        plan = read_plan(SMALL)
        writer.add_plan(plan)
        writer.add_note(plan.code, Note("1.1", Progress.DONE, plan.published_on, "done"))
        keep_forecasts(writer, a_run(writer), [said("berths-2024")])
    return database


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize("how", CHANGES)
def test_a_row_is_neither_changed_nor_deleted(filled: Database, table: str, how: str) -> None:
    refused(filled, CHANGES[how].format(table=table))


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize("verb", ["INSERT", "INSERT OR REPLACE", "INSERT OR IGNORE", "REPLACE"])
def test_a_row_is_not_replaced(filled_file: Database, table: str, verb: str) -> None:
    refused(filled_file, f"{verb} INTO {table} SELECT * FROM {table} WHERE id = 1")


@pytest.mark.parametrize(
    ("table", "columns"),
    [("series", "indicator, area, publisher"), ("plan", "code, change_id"), ("target", "plan_id, code, change_id")],
)
def test_a_row_is_not_replaced_through_what_else_makes_it_unique(
    filled_file: Database, table: str, columns: str
) -> None:
    refused(filled_file, f"INSERT OR REPLACE INTO {table} ({columns}) SELECT {columns} FROM {table} WHERE id = 1")


def test_an_upsert_is_refused(filled: Database) -> None:
    columns = ", ".join(f'"{column.name}"' for column in metadata.tables["change"].columns)
    refused(
        filled,
        f"INSERT INTO change ({columns}) SELECT {columns} FROM change WHERE id = 1 "
        "ON CONFLICT (id) DO UPDATE SET reason = 'another'",
    )


def test_a_server_does_not_truncate(server: str) -> None:
    with open_database(server) as database:
        refused(fill(database), "TRUNCATE observation CASCADE")


def refused(database: Database, sql: str) -> None:
    """The statement fails for the right reason and leaves every row."""
    before = contents(database)
    with database.write(RECORD) as writer, pytest.raises(DBAPIError, match="append-only"):
        writer.connection.exec_driver_sql(sql)
    assert contents(database) == before
    assert all(before.values())


def contents(database: Database) -> dict[str, list[tuple[object, ...]]]:
    with database.read() as reader:
        return {
            table: [tuple(row) for row in reader.connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY id")]
            for table in APPEND_ONLY
        }

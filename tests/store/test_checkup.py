"""The checkup finds what is wrong, names it, and finds nothing else."""

import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from tests.domain.plan_cases import SMALL
from tests.store.clockwork import RECORD, figure, taken_back
from tracker.domain.plan_data import read_plan
from tracker.domain.problems import Problem, Severity
from tracker.store import checkup
from tracker.store.checkup import Defect, check
from tracker.store.database import open_database
from tracker.store.stats import stats


@pytest.fixture
def filled(location: str) -> str:
    return fill(location)


@pytest.fixture
def file(path: Path) -> str:
    return fill(str(path))


def fill(location: str) -> str:
    """Two figures, the second retracted, a notice and a plan."""
    with open_database(location) as database:
        with database.write(RECORD) as writer:
            first, second = writer.add_observations(
                [figure("2023-05", "1.50", "2023-06-10"), figure("2023-06", "2", "2023-07-10")]
            )
            writer.add_findings(first, [Problem(Severity.NOTICE, "no-date")], accepted=False)
            writer.add_plan(read_plan(SMALL))
        with database.write(RECORD) as writer:
            row = writer.observation(second)
            assert row is not None
            writer.add_observation(taken_back(row))
    return location


def test_a_sound_database_has_no_defects(filled: str) -> None:
    assert check(filled) == []


@pytest.mark.parametrize(
    ("tampering", "found"),
    [
        ("DELETE FROM observation_current", Defect("stale-current", 1, ("1",))),
        ("UPDATE observation_current SET observation_id = 2", Defect("stale-current", 1, ("2",))),
        ("UPDATE change SET at = '2001-01-01T00:00:00.000000+00:00' WHERE id = 2", Defect("time-runs-back", 1, ("2",))),
        ("UPDATE observation SET change_id = 2 WHERE id = 1", Defect("order-broken", 1, ("2",))),
        ("UPDATE observation SET voids_id = 1 WHERE id = 3", Defect("wrong-taking", 1, ("3",))),
        ("UPDATE plan_version SET content = 'x' WHERE id = 1", Defect("unreadable-plan", 1, ("1",))),
        ("UPDATE finding SET data = '[' WHERE id = 1", Defect("unreadable-finding", 1, ("1",))),
        ("UPDATE target_version SET content = '{}'", Defect("unreadable-target", 1, ("harbour-2024",))),
    ],
)
def test_what_a_hand_at_the_database_did_is_found(filled: str, tampering: str, found: Defect) -> None:
    tamper(filled, tampering)
    assert found in check(filled)


@pytest.mark.parametrize("value", ["1,5", "1e3", "NaN", "", "１", "1_0", "-", "+1", "9" * 31])
def test_a_number_that_is_none_is_found(file: str, value: str) -> None:
    tamper(file, f"UPDATE observation SET value = '{value}' WHERE id = 1")
    assert Defect("bad-number", 1, ("1",)) in check(file)


@pytest.mark.parametrize("day", ["2023-6-10", "2023-02-30", "20230610", ""])
def test_a_date_that_is_none_is_found(file: str, day: str) -> None:
    tamper(file, f"UPDATE observation SET published_on = '{day}' WHERE id = 1")
    assert Defect("bad-date", 1, ("1",)) in check(file)


def test_a_not_a_number_on_a_server_is_found(server: str) -> None:
    with open_database(server) as database, database.write(RECORD) as writer:
        writer.add_observation(figure("2023-05", "1", "2023-06-10"))
    tamper(server, "UPDATE observation SET value = 'NaN'")
    assert check(server) == [Defect("bad-number", 1, ("1",))]


def test_lost_guards_are_found(filled: str) -> None:
    on_table = " ON note" if "://" in filled else ""
    for event in ("delete", "update"):
        execute(filled, f"DROP TRIGGER note_no_{event}{on_table}")
    assert check(filled) == [Defect("missing-trigger", 2, ("note_no_update", "note_no_delete"))]


def test_a_damaged_index_is_found(file: str) -> None:
    other = "(SELECT rootpage FROM sqlite_schema WHERE name = 'note_plan_id_ix')"
    execute(
        file, "PRAGMA writable_schema = ON", f"UPDATE sqlite_schema SET rootpage = {other} WHERE name LIKE '%span_ix'"
    )
    assert "damaged" in {defect.code for defect in check(file)}


def test_a_row_without_what_it_refers_to_is_found(file: str) -> None:
    tamper(file, "UPDATE finding SET observation_id = 77")
    assert check(file) == [Defect("broken-reference", 1, ("finding 1",))]


def test_the_derived_table_is_repaired(filled: str) -> None:
    tamper(filled, "DELETE FROM observation_current")
    checkup.rebuild(filled, "li")
    assert check(filled) == []
    with open_database(filled) as database, database.read() as reader:
        assert [(row.by, row.kind) for row in reader.changes()][-1] == ("li", "rebuild")


def test_what_a_database_holds_is_counted(filled: str) -> None:
    counted = stats(filled)
    assert counted.rows["observation"] == 3
    assert counted.rows["observation_current"] == 1
    assert counted.rows["change"] == 2
    assert counted.rows["report_run"] == 0
    assert (counted.size is None) == ("://" in filled)
    with open_database(filled) as database, database.read() as reader:
        assert counted.last_change == reader.changes()[-1].at


def tamper(location: str, sql: str) -> None:
    """What somebody with all rights could do, guards and references set aside for the moment."""
    if "://" in location:
        execute(location, "SET session_replication_role = replica", sql)
        return
    with closing(sqlite3.connect(location)) as connection:
        guards = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    execute(location, *(f"DROP TRIGGER {name}" for name, _ in guards), sql, *(guard for _, guard in guards))


def execute(location: str, *statements: str) -> None:
    if "://" in location:
        with psycopg.connect(location) as server:
            for sql in statements:
                server.execute(sql.encode())
    else:
        with closing(sqlite3.connect(location)) as connection, connection:
            for sql in statements:
                connection.execute(sql)

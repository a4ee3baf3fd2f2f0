"""Migrations make the schema the code describes, whole or not at all, and keep every row."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from tests.store.clockwork import RECORD, START, figure
from tracker.errors import DatabaseTrouble, FileTrouble
from tracker.files import bundled
from tracker.store import backup, migrate, version
from tracker.store.checkup import check
from tracker.store.database import Database, open_database
from tracker.store.engine import make_engine, writing
from tracker.store.migrate import Upgrade, create_database, upgrade
from tracker.store.place import locate
from tracker.store.schema import metadata

TODAY = version.SCHEMA
TOMORROW = f"{int(TODAY) + 1:04}"
NEXT = f"""
import sqlalchemy as sa
from alembic import op
revision, down_revision = "{TOMORROW}", "{TODAY}"
def upgrade():
    op.add_column("report_run", sa.Column("extra", sa.Text(), nullable=False, server_default="x"))
    with op.batch_alter_table("schedule") as batch:
        batch.alter_column("folder", nullable=True)
    {{more}}
"""


@pytest.fixture
def tomorrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program of tomorrow, with one more migration."""
    folder = tmp_path / "50% more" / "migrations"
    shutil.copytree(bundled("migrations"), folder, ignore=shutil.ignore_patterns("__pycache__"))
    file = folder / "versions" / f"{TOMORROW}_tomorrow.py"
    file.write_text(NEXT.format(more=""))
    monkeypatch.setattr(migrate, "bundled", lambda name: tmp_path / "50% more" / name)
    for module in (migrate, version, backup):
        monkeypatch.setattr(module, "SCHEMA", TOMORROW)
    return file


def test_the_newest_migration_is_the_one_the_code_knows() -> None:
    assert ScriptDirectory.from_config(migrate.config()).get_current_head() == version.SCHEMA


def test_migrations_make_what_the_code_describes(location: str) -> None:
    with open_database(location) as database, database.read() as reader:
        context = MigrationContext.configure(reader.connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_every_table_is_strict(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        loose = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'"
        assert connection.execute(loose).fetchall() == [("alembic_version",)]


def test_creating_twice_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    assert not create_database(str(path)).changed
    assert path.read_bytes() == before


def test_an_empty_file_and_a_new_folder_become_a_database(tmp_path: Path) -> None:
    empty, new = tmp_path / "empty.db", tmp_path / "a" / "b" / "new.db"
    empty.touch()
    for file in (empty, new):
        assert create_database(str(file)) == Upgrade(str(file), "", version.SCHEMA)
        assert check(str(file)) == []


def test_an_empty_database_on_a_server_becomes_ours(bare_server: str) -> None:
    assert create_database(bare_server).changed
    assert not create_database(bare_server).changed
    assert check(bare_server) == []


def test_what_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    theirs, text = tmp_path / "theirs.db", tmp_path / "notes.txt"
    with closing(sqlite3.connect(theirs)) as connection:
        connection.execute("CREATE TABLE something (id)")
    text.write_text("not a database at all, and long enough to be looked at as one" * 20)
    for file in (theirs, text):
        before = file.read_bytes()
        assert problem(file) == "foreign"
        assert file.read_bytes() == before
    assert problem(tmp_path) == "is-folder"
    assert sorted(tmp_path.iterdir()) == [text, theirs]


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileTrouble):
        create_database(str(tmp_path / "file" / "below" / "new.db"))


def test_upgrading_makes_nothing_new(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    for name, expected in (("none.db", "missing"), ("empty.db", "empty")):
        with pytest.raises(DatabaseTrouble) as raised:
            upgrade(str(tmp_path / name))
        assert raised.value.data["problem"] == expected
    assert (tmp_path / "empty.db").stat().st_size == 0


def test_two_at_once_make_one(tmp_path: Path) -> None:
    script = "import sys; from tracker.store.migrate import create_database; create_database(sys.argv[1])"
    file = str(tmp_path / "new.db")
    processes = [subprocess.Popen([sys.executable, "-c", script, file]) for _ in range(3)]
    assert [process.wait(60) for process in processes] == [0, 0, 0]
    assert check(file) == []


def test_there_is_no_way_back_behind_the_first(path: Path) -> None:
    settings, engine = migrate.config(), make_engine(locate(str(path)))
    with writing(engine) as connection:
        settings.attributes["connection"] = connection
        with pytest.raises(NotImplementedError):
            command.downgrade(settings, "base")
    engine.dispose()
    assert check(str(path)) == []


def test_an_upgrade_keeps_every_row_and_a_copy_of_what_was(location: str, tomorrow: Path) -> None:
    before = fill(location)
    with pytest.raises(DatabaseTrouble) as raised:
        open_database(location)
    assert (raised.value.data["problem"], raised.value.data["found"]) == ("older", TODAY)
    done = upgrade(location, now=START)
    assert (done.before, done.after) == (TODAY, TOMORROW)
    with open_database(location) as database:
        assert rows(database) == before
        assert extra(database) == ["x"]
    if "://" not in location:
        assert done.backup == Path(location).with_name(f"tracker.before-{TOMORROW}-20230701T010203Z.db")
        assert table(done.backup, "observation") == table(Path(location), "observation")
        assert "extra" not in columns(done.backup, "report_run")
    assert not upgrade(location).changed


def test_an_upgrade_that_fails_leaves_everything_and_can_be_tried_again(location: str, tomorrow: Path) -> None:
    before = fill(location)
    tomorrow.write_text(NEXT.format(more="raise RuntimeError('half way')"))
    with pytest.raises(RuntimeError):
        upgrade(location)
    with pytest.MonkeyPatch.context() as today:
        today.setattr(version, "SCHEMA", TODAY)
        with open_database(location) as database:
            assert rows(database) == before
    tomorrow.write_text(NEXT.format(more="pass"))
    assert upgrade(location).changed
    with open_database(location) as database:
        assert rows(database) == before


def test_an_upgrade_that_breaks_references_is_taken_back(path: Path, tomorrow: Path) -> None:
    before = fill(str(path))
    tomorrow.write_text(NEXT.format(more="op.execute('UPDATE report_run SET schedule_id = 99')"))
    assert problem(path) == "broken-references"
    with pytest.MonkeyPatch.context() as today:
        today.setattr(version, "SCHEMA", TODAY)
        with open_database(str(path)) as database:
            assert rows(database) == before


def problem(location: object) -> object:
    with pytest.raises(DatabaseTrouble) as raised:
        create_database(str(location))
    return raised.value.data["problem"]


def fill(location: str) -> list[object]:
    """A figure, a schedule and a run of it, in today's schema; what `rows` says of them."""
    with pytest.MonkeyPatch.context() as today:
        today.setattr(version, "SCHEMA", TODAY)
        with open_database(location) as database:
            with database.write(RECORD) as writer:
                writer.add_observation(figure("2023-05", "71.70", "2023-06-10"))
                for sql in SCHEDULED:
                    writer.connection.exec_driver_sql(sql.format(now=instant(START)))
            return rows(database)


SCHEDULED = (
    "INSERT INTO schedule (name, plan, cadence, zone, what, formats, languages, folder, about, start_period, catch_up, "
    "paused, created, change_id) VALUES ('m', 'p', 'monthly', 'UTC', 'report', 'md', 'zh', '.', 'month', '2023-05', "
    "'all', 0, '{now}', 1)",
    "INSERT INTO report_run (schedule_id, plan, kind, period, as_of, state, attempts, started, files) "
    "VALUES (1, 'p', 'report', '2023-05', '2023-06-26', 'done', 1, '{now}', '[]')",
)


def instant(moment: datetime) -> str:
    return moment.isoformat(timespec="microseconds")


def rows(database: Database) -> list[object]:
    with database.read() as reader:
        run = reader.connection.exec_driver_sql
        return [
            reader.observations(),
            reader.current(),
            run("SELECT id, name, folder, created FROM schedule").all(),
            run("SELECT id, schedule_id, period, started FROM report_run").all(),
        ]


def extra(database: Database) -> list[str]:
    with database.read() as reader:
        return list(reader.connection.exec_driver_sql("SELECT extra FROM report_run").scalars())


def table(file: Path, name: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(f"SELECT * FROM {name}").fetchall()


def columns(file: Path, name: str) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]


def test_a_file_without_tables_or_log_becomes_a_database_with_one(tmp_path: Path) -> None:
    """Another program made the file, or an earlier attempt was killed, and nothing was ever put in."""
    file = tmp_path / "bare.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript("CREATE TABLE t (x); DROP TABLE t; VACUUM")
    assert create_database(str(file)).changed
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)

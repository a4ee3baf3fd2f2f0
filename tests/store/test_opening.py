"""Opening a database: what is not one, not ours, not of today or not to be had is said, and nothing is changed."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import pytest

from tests.store.clockwork import RECORD, figure
from tracker.errors import DatabaseTrouble, MissingExtra
from tracker.store import engine
from tracker.store.database import Database, open_database

NOBODY = 65534
DYING = (
    "import os, sys; from tracker.store.database import *; from tests.store.clockwork import *\n"
    "database = open_database(sys.argv[1])\n"
    "with database.write(RECORD) as writer: writer.add_observation(figure('2023-05', '1', '2023-06-10'))\n"
    "os._exit(0)"
)
"""A writer that dies after its commit."""
NEVER = "postgresql://someone:secret@127.0.0.1:9/nothing"


def test_what_is_missing_stays_missing(tmp_path: Path) -> None:
    assert problem(tmp_path / "none.db") == "missing"
    assert problem(tmp_path / "no" / "folder" / "none.db") == "missing"
    assert list(tmp_path.iterdir()) == []


def test_a_folder(tmp_path: Path) -> None:
    assert problem(tmp_path) == "is-folder"


def test_a_pipe_does_not_make_it_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert problem(tmp_path / "pipe") == "not-a-file"


def test_a_connection_whose_settings_fail_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "text.db"
    path.write_text("no database" * 100)
    connection = engine.sqlite_connection(path, 0, "rw")
    with pytest.raises(sqlite3.DatabaseError):
        engine.with_settings(connection, "synchronous = FULL")
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        connection.execute("SELECT 1")


@pytest.mark.parametrize("content", [b"not a database", b"SQLite format 3\0" + bytes(84), bytes(range(256)) * 32])
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes(content)
    assert problem(file) in {"foreign", "damaged"}
    assert file.read_bytes() == content
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TABLE observation (id)",
        "CREATE TABLE alembic_version (version_num); INSERT INTO alembic_version VALUES ('0001')",
        "PRAGMA application_id = 252006673",
        "PRAGMA application_id = 1414679378; CREATE TABLE alembic_version (version_num)",
    ],
)
def test_a_database_of_somebody_else(tmp_path: Path, script: str) -> None:
    file = tmp_path / "theirs.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(script)
    before = file.read_bytes()
    assert problem(file) == "foreign"
    assert file.read_bytes() == before


def test_an_empty_file_is_a_database_not_yet_made(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    assert problem(tmp_path / "empty.db") == "empty"


@pytest.mark.parametrize(("revision", "expected"), [("0000", "older"), ("9999", "newer"), ("a3f9", "foreign")])
def test_another_revision(path: Path, revision: str, expected: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    assert problem(path) == expected


def test_a_damaged_file(path: Path) -> None:
    with open_database(str(path)) as database, database.write(RECORD) as writer:
        writer.add_observations([figure("2023-05", str(n), "2023-06-10") for n in range(2000)])
    content = bytearray(path.read_bytes())
    content[4096:] = bytes(index % 251 for index in range(len(content) - 4096))
    path.write_bytes(content)
    assert problem(path) == "damaged"


def test_a_writer_gives_up_after_the_timeout(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with open_database(str(path), timeout=0.05) as database:
            with database.read() as reader:
                assert reader.observations() == []
            with pytest.raises(DatabaseTrouble) as raised, database.write(RECORD) as writer:
                writer.add_observation(figure("2023-05", "1", "2023-06-10"))
    assert raised.value.data["problem"] == "locked"


def test_a_server_s_writer_gives_up_after_the_timeout(server: str) -> None:
    with (
        open_database(server) as first,
        open_database(server, timeout=0.05) as second,
        first.write(RECORD) as holding,
    ):
        holding.record()
        with pytest.raises(DatabaseTrouble) as raised, second.write(RECORD) as writer:
            writer.record()
    assert raised.value.data["problem"] == "locked"


def test_a_database_locked_as_a_whole(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseTrouble) as raised:
            open_database(str(path), timeout=0.05)
    assert raised.value.data["problem"] == "locked"


def test_a_full_disk(path: Path) -> None:
    with open_database(str(path)) as database:
        keep(database, "1")
        with database.read() as reader:
            [pages] = reader.connection.exec_driver_sql("PRAGMA page_count").one()
            reader.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(DatabaseTrouble) as raised, database.write(RECORD) as writer:
            writer.add_observations([figure("2023-05", "1", "2023-06-10", note="x" * 5000)] * 100)
        assert raised.value.data["problem"] == "disk-full"
        with database.read() as reader:
            assert len(reader.observations()) == 1


def test_what_may_only_be_read_is_read(reachable: Path) -> None:
    with open_database(str(reachable)) as database:
        keep(database, "1")
    reachable.chmod(0o444)
    with unprivileged(reachable.parent, 0o777):
        read_but_not_write(reachable)
    with unprivileged(reachable.parent, 0o555):
        read_but_not_write(reachable)


def test_a_folder_that_may_only_be_read_and_a_log_that_was_left(reachable: Path) -> None:
    """The last change is still in the write-ahead log when its writer dies; a reader without rights sees it too."""
    subprocess.run([sys.executable, "-c", DYING, str(reachable)], check=True)
    for file in reachable.parent.iterdir():
        file.chmod(0o444)
    assert reachable.with_name("tracker.db-wal").stat().st_size > 0
    with unprivileged(reachable.parent, 0o555):
        read_but_not_write(reachable)


def test_a_log_that_cannot_be_read_is_not_passed_over(reachable: Path) -> None:
    """Without its index the log cannot be read in such a folder, and the file alone would lack the last change."""
    subprocess.run([sys.executable, "-c", DYING, str(reachable)], check=True)
    reachable.with_name("tracker.db-shm").unlink()
    with unprivileged(reachable.parent, 0o555):
        assert problem(reachable) in {"read-only", "unreadable"}


def test_what_may_not_be_read(reachable: Path) -> None:
    reachable.chmod(0o000)
    with unprivileged(reachable.parent, 0o777):
        assert problem(reachable) == "unreadable"


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("mysql://host/db", "unsupported"),
        ("://", "bad-url"),
        ("sqlite://", "in-memory"),
        ("sqlite:///:memory:", "in-memory"),
        ("sqlite:////nowhere/none.db", "missing"),
        (NEVER, "unreachable"),
    ],
)
def test_a_url_that_leads_nowhere(location: str, expected: str) -> None:
    with pytest.raises(DatabaseTrouble) as raised:
        open_database(location, timeout=0.05)
    assert raised.value.data["problem"] == expected
    assert "secret" not in str(raised.value)


def test_a_server_without_that_database(server: str) -> None:
    assert problem(f"{server}_none") == "absent"


def test_a_server_s_database_that_is_empty_or_of_somebody_else(bare_server: str) -> None:
    assert problem(bare_server) == "empty"
    with psycopg.connect(bare_server) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num text)")
    assert problem(bare_server) == "foreign"


def test_a_url_to_a_file_is_a_path(path: Path) -> None:
    with open_database(f"sqlite:///{path}") as database:
        keep(database, "1")
        assert database.location == str(path)


def test_passwords_are_not_printed(server: str) -> None:
    user, _, rest = server.partition("@")
    with open_database(f"{user}:s3cret@{rest}?application_name=tracker") as database:
        assert "s3cret" not in database.location
        assert "tracker" in database.location


def test_a_missing_driver_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(MissingExtra) as raised:
        open_database(NEVER)
    assert raised.value.data["extra"] == "postgres"


def test_too_old_a_library_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "OLDEST_SQLITE", (99, 0))
    assert problem(path) == "old-sqlite"


def test_connections_keep_figures_safe(path: Path) -> None:
    with open_database(str(path)) as database, database.read() as reader:
        found = {
            name: reader.connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000}


def test_what_goes_wrong_inside_is_told_in_our_words(database: Database) -> None:
    with pytest.raises(DatabaseTrouble) as raised, database.read() as reader:
        reader.connection.exec_driver_sql("SELECT nonsense")
    assert raised.value.data["problem"] == "failed"
    assert "nonsense" in str(raised.value.data["detail"])


def test_reading_and_writing_load_no_alembic_and_no_table_definitions(path: Path) -> None:
    script = (
        "import sys; from tracker.store.database import *; from tests.store.clockwork import *\n"
        "with open_database(sys.argv[1]) as database:\n"
        "    with database.write(RECORD) as writer: writer.add_observation(figure('2023-05', '1', '2023-06-10'))\n"
        "    with database.read() as reader: print(len(reader.observations()), reader.plans())\n"
        "print([name for name in sys.modules if name in {'alembic', 'sqlalchemy.orm', 'tracker.store.schema'}\n"
        "    or name.startswith('sqlalchemy.dialects.postgresql')])"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], check=True, capture_output=True, text=True)
    assert done.stdout == "1 []\n[]\n"


def problem(location: object) -> object:
    """Why a database cannot be opened."""
    with pytest.raises(DatabaseTrouble) as raised:
        open_database(str(location), timeout=1)
    return raised.value.data["problem"]


def keep(database: Database, value: str) -> None:
    with database.write(RECORD) as writer:
        writer.add_observation(figure("2023-05", value, "2023-06-10"))


def read_but_not_write(path: Path) -> None:
    with open_database(str(path)) as database:
        with database.read() as reader:
            assert len(reader.observations()) == 1
        with pytest.raises(DatabaseTrouble) as raised:
            keep(database, "2")
    assert raised.value.data["problem"] == "read-only"


@pytest.fixture
def reachable(template: Path) -> Iterator[Path]:
    """A fresh database in a folder that everybody can reach, unlike the folders of tests."""
    with TemporaryDirectory() as folder:
        yield Path(shutil.copy(template, f"{folder}/tracker.db"))


@contextmanager
def unprivileged(folder: Path, mode: int) -> Iterator[None]:
    """Without the rights of an administrator, for which a mode means nothing, and a folder of that mode."""
    is_root = os.geteuid() == 0
    folder.chmod(mode)
    try:
        if is_root:
            os.seteuid(NOBODY)
        yield
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(0o755)

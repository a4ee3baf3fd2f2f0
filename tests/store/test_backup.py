"""Backups lose nothing, and putting one back never loses what was there."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.clockwork import RECORD, START, figure
from tracker.errors import DatabaseTrouble, FileTrouble
from tracker.store import backup as module
from tracker.store.backup import Restored, backup, restore
from tracker.store.checkup import check
from tracker.store.database import open_database
from tracker.store.version import SCHEMA

LATER = "import os, sys; from tests.store.clockwork import *; from tracker.store.database import open_database\n" + (
    "database = open_database(sys.argv[1])\n"
    "with database.write(RECORD) as writer: writer.add_observation(figure('2023-06', '2', '2023-07-10'))\n"
    "os._exit(0)"
)


def test_a_copy_has_what_is_still_in_the_log(path: Path, tmp_path: Path) -> None:
    keep(path, "1")
    subprocess.run([sys.executable, "-c", LATER, str(path)], check=True)
    assert path.with_name("tracker.db-wal").stat().st_size > 0
    copy = backup(str(path), tmp_path / "copy.db")
    assert values(copy) == ["1", "2"]
    assert check(str(copy)) == []


def test_a_copy_stands_alone(path: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    copy = backup(str(path), tmp_path / "elsewhere" / "copy.db")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert list((tmp_path / "elsewhere").iterdir()) == [copy]


def test_a_copy_is_named_after_its_time(path: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    names = [backup(str(path), to, now=START) for to in (None, None, tmp_path / "folder")]
    assert [str(name.relative_to(tmp_path)) for name in names] == [
        "tracker.backup-20230701T010203Z.db",
        "tracker.backup-20230701T010203Z-2.db",
        "folder/tracker.backup-20230701T010203Z.db",
    ]


def test_a_copy_overwrites_nothing(path: Path, tmp_path: Path) -> None:
    (tmp_path / "taken.db").write_text("mine")
    with pytest.raises(FileTrouble) as raised:
        backup(str(path), tmp_path / "taken.db")
    assert raised.value.data["problem"] == "exists"
    with pytest.raises(FileTrouble):
        backup(str(path), tmp_path / "no" / "folder" / "copy.db")
    assert (tmp_path / "taken.db").read_text() == "mine"


def test_only_a_database_of_ours_is_copied(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "theirs.db")) as connection:
        connection.execute("CREATE TABLE something (id)")
    for name, expected in (("theirs.db", "foreign"), ("none.db", "missing")):
        with pytest.raises(DatabaseTrouble) as raised:
            backup(str(tmp_path / name), tmp_path / "copy.db")
        assert raised.value.data["problem"] == expected
    assert not (tmp_path / "copy.db").exists()


def test_a_server_is_backed_up_with_its_own_tools(server: str, tmp_path: Path) -> None:
    with pytest.raises(DatabaseTrouble) as raised:
        backup(server, tmp_path / "copy.db")
    assert raised.value.data["problem"] == "server"


def test_a_database_is_put_back_and_the_one_before_is_kept(path: Path) -> None:
    keep(path, "1")
    copy = backup(str(path), now=START)
    keep(path, "2")
    with open_database(str(path)) as other, other.read() as before:
        assert len(before.observations()) == 2
        done = restore(copy, str(path), now=START)
        assert len(before.observations()) == 2
    aside = path.with_name("tracker.before-restore-20230701T010203Z.db")
    assert done == Restored(str(path), str(copy), SCHEMA, aside)
    assert values(path) == ["1"]
    assert values(aside) == ["1", "2"]
    keep(path, "3")
    assert values(path) == ["1", "3"]
    assert check(str(path)) == []


def test_who_has_it_open_goes_on_with_what_was_put_back(path: Path) -> None:
    keep(path, "1")
    copy = backup(str(path))
    with open_database(str(path)) as other:
        keep(path, "2")
        restore(copy, str(path))
        with other.write(RECORD) as writer:
            assert [str(row.quantity.value) for row in writer.observations()] == ["1"]
            writer.add_observation(figure("2023-05", "3", "2023-06-10"))
    assert values(path) == ["1", "3"]


def test_a_lost_database_comes_back(path: Path, tmp_path: Path) -> None:
    keep(path, "1")
    copy = backup(str(path))
    for lost in (tmp_path / "lost.db", path):
        lost.unlink(missing_ok=True)
        assert restore(copy, str(lost)).kept is None
        assert values(lost) == ["1"]


def test_a_damaged_database_is_moved_aside(path: Path) -> None:
    keep(path, "1", times=2000)
    copy = backup(str(path))
    content = path.read_bytes()[:4096] + b"\x07" * (path.stat().st_size - 4096)
    path.write_bytes(content)
    done = restore(copy, str(path))
    assert len(values(path)) == 2000
    assert done.kept is not None
    assert done.kept.read_bytes() == content


def test_what_is_not_a_sound_backup_is_not_put_back(path: Path, tmp_path: Path) -> None:
    keep(path, "1", times=2000)
    theirs, empty, damaged, newer = (tmp_path / name for name in ("theirs.db", "empty.db", "damaged.db", "newer.db"))
    with closing(sqlite3.connect(theirs)) as connection:
        connection.execute("CREATE TABLE something (id)")
    empty.touch()
    backup(str(path), damaged)
    with damaged.open("r+b") as file:
        file.seek(damaged.stat().st_size - 8192)
        file.write(b"\x07" * 8192)
    backup(str(path), newer)
    with closing(sqlite3.connect(newer)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    expected = {
        theirs: "foreign",
        empty: "empty",
        damaged: "damaged",
        newer: "newer",
        tmp_path / "none": "missing",
        path: "same-file",
    }
    for source, problem in expected.items():
        with pytest.raises(DatabaseTrouble) as raised:
            restore(source, str(path))
        assert raised.value.data["problem"] == problem
    assert len(values(path)) == 2000
    assert list(tmp_path.glob("*before*")) == []


def test_nothing_is_put_over_what_is_not_ours(path: Path, tmp_path: Path) -> None:
    copy = backup(str(path))
    notes = tmp_path / "notes.txt"
    notes.write_text("my notes" * 1000)
    with pytest.raises(DatabaseTrouble) as raised:
        restore(copy, str(notes))
    assert raised.value.data["problem"] == "foreign"
    assert notes.read_text() == "my notes" * 1000


def test_a_locked_database_is_not_overwritten(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = backup(str(path))
    monkeypatch.setattr(module, "TIMEOUT", 0.1)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseTrouble) as raised:
            restore(copy, str(path))
    assert raised.value.data["problem"] == "locked"


def test_no_part_of_a_copy_stays_when_the_disk_is_full(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(path, "1", times=2000)

    def cramped(file: Path, timeout: float, mode: str) -> sqlite3.Connection:
        connection = sqlite3.connect(file, isolation_level=None)
        connection.execute("PRAGMA max_page_count = 10")
        return connection

    monkeypatch.setattr(module, "sqlite_connection", cramped)
    (tmp_path / "small").mkdir()
    with pytest.raises(DatabaseTrouble) as raised:
        backup(str(path), tmp_path / "small" / "copy.db")
    assert raised.value.data["problem"] == "disk-full"
    assert list((tmp_path / "small").iterdir()) == []


def test_copies_of_a_plain_file_would_have_lost_it(path: Path, tmp_path: Path) -> None:
    """Why all this: what a plain copy misses is what `backup` keeps."""
    subprocess.run([sys.executable, "-c", LATER, str(path)], check=True)
    plain = Path(shutil.copy(path, tmp_path / "plain.db"))
    assert (values(plain), values(backup(str(path)))) == ([], ["2"])


def keep(path: Path, value: str, times: int = 1) -> None:
    with open_database(str(path)) as database, database.write(RECORD) as writer:
        writer.add_observations([figure("2023-05", value, "2023-06-10")] * times)


def values(path: Path) -> list[str]:
    with open_database(str(path)) as database, database.read() as reader:
        return [str(row.quantity.value) for row in reader.observations()]

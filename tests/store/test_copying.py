"""A copy in another database, of either kind, says what the first one says, or there is none."""

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select

from tests.store.clockwork import RECORD, figure, taken_back
from tracker.errors import DatabaseTrouble, FileTrouble
from tracker.store import copying, version
from tracker.store.checkup import check
from tracker.store.copying import copy_database
from tracker.store.database import open_database
from tracker.store.engine import make_engine
from tracker.store.place import locate
from tracker.store.schema import APPEND_ONLY, metadata
from tracker.store.stats import stats

MOMENT = datetime(2023, 6, 26, 1, 2, 3, 4, tzinfo=UTC)
DAY = date(2023, 6, 26)
LONGEST = Decimal("1234567890123456789012345678.90")
ROWS: dict[str, dict[str, Any]] = {
    "change": {"id": 9, "at": MOMENT, "by": "王", "kind": "record"},
    "series": {"id": 6, "indicator": "x", "area": "CN", "publisher": "nbs"},
    "observation": {
        "id": 7, "series_id": 6, "start": date(2023, 1, 1), "stop": date(2023, 5, 31), "value": Decimal("3.10"),
        "bound": "about", "spread": LONGEST, "published_on": DAY, "dated": 1, "kind": "value", "change_id": 9,
    },
    "observation_current": {
        "series_id": 6, "start": date(2023, 1, 1), "stop": date(2023, 5, 31), "observation_id": 7, "published_on": DAY,
    },
    "finding": {
        "observation_id": 7, "severity": "notice", "code": "no-date", "data": "{}", "accepted": 0, "change_id": 9,
    },
    "follow_up": {"id": 3, "observation_id": 7, "text": "对吗？\n第二行", "change_id": 9},
    "plan": {"id": 2, "code": "small-2023", "change_id": 9},
    "plan_version": {"plan_id": 2, "content": "{}", "change_id": 9},
    "target": {"plan_id": 2, "code": "ev-2023", "change_id": 9},
    "target_version": {"target_id": 1, "content": "{}", "published_on": DAY, "withdrawn": 0, "change_id": 9},
    "note": {"plan_id": 2, "subject": "1.1", "status": "done", "noted_on": DAY, "change_id": 9},
    "schedule": {
        "id": 4, "name": "月报", "plan": "small-2023", "cadence": "monthly", "zone": "Asia/Shanghai", "what": "report",
        "formats": "docx", "languages": "zh", "folder": ".", "about": "month", "start_period": "2023-05",
        "catch_up": "all", "paused": 0, "created": MOMENT, "change_id": 9,
    },
    "report_run": {
        "id": 5, "schedule_id": 4, "plan": "small-2023", "kind": "report", "period": "2023-05", "as_of": DAY,
        "due": MOMENT, "state": "done", "attempts": 1, "started": MOMENT, "files": "[]",
    },
    "forecast": {
        "run_id": 5, "target": "ev-2023", "as_of": DAY, "due": DAY, "value": Decimal("3.10"), "low": Decimal("-0.50"),
        "high": LONGEST, "probability": Decimal("0.00"),
    },
    "report_file": {"sha256": "ab" * 32, "content": bytes(range(256)) * 40},
    "delivery": {
        "run_id": 5, "target": "chat", "message_id": "<1@office>", "subject": "s", "body": "b", "state": "waiting",
        "attempts": 0, "created": MOMENT,
    },
    "heartbeat": {"at": MOMENT, "owner": "me"},
}  # fmt: skip
"""A row of every table, in an order in which what is referred to comes first."""
KINDS = [("path", "new"), ("path", "bare_server"), ("server", "new"), ("server", "bare_server")]


@pytest.fixture
def new(tmp_path: Path) -> str:
    """A file that is not there yet, in a folder of its own."""
    (tmp_path / "copies").mkdir()
    return str(tmp_path / "copies" / "copy.db")


@pytest.fixture
def full(path: Path) -> str:
    """A file with something in every table."""
    return fill(str(path))


def fill(location: str) -> str:
    """Put something into every table, under ids with gaps, as after years."""
    with open_database(location) as database, database.write(RECORD) as writer:
        for name, values in ROWS.items():
            writer.connection.execute(insert(metadata.tables[name]).values(values))
    assert all(count for count in stats(location).rows.values())
    return location


def content(location: str) -> dict[str, list[str]]:
    """All rows as text, so that 3.10 is not 3.1."""
    with open_database(location) as database, database.read() as reader:
        run = reader.connection.execute
        return {
            name: [str([_said(value) for value in row]) for row in run(select(table).order_by(*table.primary_key))]
            for name, table in metadata.tables.items()
        }


def _said(value: Any) -> Any:
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value


@pytest.mark.parametrize(("one", "other"), KINDS, ids=lambda kind: str(kind).split("_")[-1])
def test_a_copy_says_the_same(one: str, other: str, request: pytest.FixtureRequest) -> None:
    source, target = fill(str(request.getfixturevalue(one))), str(request.getfixturevalue(other))
    done = copy_database(source, target)
    assert content(target) == content(source)
    assert done.rows == stats(source).rows == stats(target).rows
    assert (done.revision, len(done.digest)) == (version.SCHEMA, 64)
    kept = content(target)["observation"][0]
    assert f"Decimal('3.10'), 'about', Decimal('{LONGEST}')" in kept


@pytest.mark.parametrize(("one", "other"), KINDS, ids=lambda kind: str(kind).split("_")[-1])
def test_work_goes_on_in_a_copy(one: str, other: str, request: pytest.FixtureRequest) -> None:
    source, target = str(request.getfixturevalue(one)), str(request.getfixturevalue(other))
    with open_database(source) as database:
        with database.write(RECORD) as writer:
            writer.add_observations([figure("2023-05", "1.50", "2023-06-10"), figure("2023-06", "2", "2023-07-10")])
        with database.write(RECORD) as writer:
            row = writer.observation(2)
            assert row is not None
            writer.add_observation(taken_back(row))
    copy_database(source, target)
    assert check(target) == []
    with open_database(target) as database:
        with database.write(RECORD) as writer:
            assert (writer.change_id, writer.add_observation(figure("2023-06", "3", "2023-07-11"))) == (3, 4)
        with database.read() as reader:
            assert [str(row.quantity.value) for row in reader.current()] == ["1.50", "3"]
    assert check(target) == []


def test_files_and_servers_agree_on_what_was_copied(full: str, bare_server: str, new: str) -> None:
    there, back = copy_database(full, bare_server), copy_database(bare_server, new)
    assert (there.digest, there.rows) == (back.digest, back.rows)


def test_a_new_file_stands_alone_and_may_be_read_as_any_new_one(full: str, new: str) -> None:
    copy_database(full, new)
    assert list(Path(new).parent.iterdir()) == [Path(new)]
    ordinary = Path(new).with_name("ordinary")
    ordinary.touch()
    assert Path(new).stat().st_mode == ordinary.stat().st_mode
    with closing(sqlite3.connect(new)) as connection:
        triggers = connection.execute("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'").fetchone()
    assert triggers == (3 * len(APPEND_ONLY),)


def test_an_empty_file_is_filled(full: str, new: str) -> None:
    Path(new).touch()
    copy_database(full, new)
    assert content(new) == content(full)


def test_what_holds_something_is_refused(full: str, new: str, tmp_path: Path) -> None:
    theirs, notes, ours = (tmp_path / name for name in ("theirs.db", "notes.txt", "ours.db"))
    with closing(sqlite3.connect(theirs)) as connection:
        connection.execute("CREATE TABLE something (id)")
    notes.write_text("my notes" * 1000)
    copy_database(full, str(ours))
    for taken in (theirs, notes, ours, Path(full)):
        before = taken.read_bytes()
        assert problem(full, str(taken)) == "not-empty"
        assert taken.read_bytes() == before
    assert problem(full, str(tmp_path)) == "is-folder"
    with pytest.raises(FileTrouble) as raised:
        copy_database(full, str(tmp_path / "no" / "folder.db"))
    assert raised.value.data["problem"] == "missing"


def test_a_server_that_holds_something_is_refused(full: str, server: str, bare_server: str) -> None:
    before = content(server)
    assert problem(full, server) == "not-empty"
    assert content(server) == before
    engine = make_engine(locate(bare_server))
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE theirs (id integer)")
    engine.dispose()
    assert problem(full, bare_server) == "not-empty"


def test_the_copy_is_of_one_moment(full: str, new: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = content(full)
    written: list[int] = []

    def meanwhile(done: int, total: int) -> None:
        if not written:
            with open_database(full) as database, database.write(RECORD) as writer:
                written.append(writer.add_observation(figure("2023-06", "1", "2023-07-10")))

    monkeypatch.setattr(copying, "BATCH", 1)
    copy_database(full, new, meanwhile)
    assert written
    assert content(new) == before


def test_progress_ends_where_all_is_copied_and_compared(full: str, new: str, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[tuple[int, int]] = []
    monkeypatch.setattr(copying, "BATCH", 1)
    done = copy_database(full, new, lambda *step: steps.append(step))
    total = 2 * sum(done.rows.values())
    assert steps == [(count, total) for count in range(1, total + 1)]


def test_nothing_stays_of_a_file_when_the_disk_is_full(full: str, new: str, monkeypatch: pytest.MonkeyPatch) -> None:
    put = copying._put

    def cramped(connection: Any, table: Any, rows: Any, where: str) -> None:
        if table.name == "report_file":
            connection.exec_driver_sql("PRAGMA max_page_count = 10")
        put(connection, table, rows, where)

    monkeypatch.setattr(copying, "_put", cramped)
    assert problem(full, new) == "disk-full"
    assert list(Path(new).parent.iterdir()) == []


def test_an_interrupt_leaves_nothing_of_a_file(full: str, new: str) -> None:
    script = (
        "import sys; from tracker.store import copying; put = copying._put\n"
        "def slow(connection, table, rows, where):\n"
        "    if table.name == 'report_file':\n"
        "        print('now', flush=True); sys.stdin.read()\n"
        "    put(connection, table, rows, where)\n"
        "copying._put = slow; copying.copy_database(*sys.argv[1:])"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, full, new], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"now\n"
        assert len(list(Path(new).parent.iterdir())) == 1
        process.send_signal(signal.SIGINT)
        process.wait(60)
    assert list(Path(new).parent.iterdir()) == []


def test_nothing_stays_on_a_server_that_refuses_a_row(path: Path, bare_server: str, new: str) -> None:
    with open_database(str(path)) as database, database.write(RECORD) as writer:
        writer.add_observation(figure("2023-05", "1", "2023-06-10", note="no \0 there"))
    with pytest.raises(DatabaseTrouble) as raised:
        copy_database(str(path), bare_server)
    assert (raised.value.data["problem"], "NUL" in str(raised.value.data["detail"])) == ("failed", True)
    with pytest.raises(DatabaseTrouble) as raised, open_database(bare_server):
        pass
    assert raised.value.data["problem"] == "empty"
    copy_database(str(path), new)
    assert content(new) == content(str(path))


@pytest.mark.parametrize("other", ["new", "bare_server"])
def test_what_arrived_otherwise_is_taken_back(
    full: str, other: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    target, put = str(request.getfixturevalue(other)), copying._put

    def careless(connection: Any, table: Any, rows: Any, where: str) -> None:
        changed = (tuple(Decimal("3.1") if str(value) == "3.10" else value for value in row) for row in rows)
        put(connection, table, changed, where)

    monkeypatch.setattr(copying, "_put", careless)
    assert problem(full, target) == "unlike"
    assert problem(target, full + "2") == ("missing" if other == "new" else "empty")


def test_only_a_database_of_this_schema_is_copied(full: str, new: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(version, "SCHEMA", "9999")
    assert problem(full, new) == "older"
    assert not Path(new).exists()


def problem(source: str, target: str) -> object:
    with pytest.raises(DatabaseTrouble) as raised:
        copy_database(source, target)
    return raised.value.data["problem"]

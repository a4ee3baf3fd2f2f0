"""`tracker doctor` finds what is broken, says what to do, hides nothing behind it, and gives no secret away."""

import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.store.conftest import SERVER, address, server_database
from tracker.cli.doctor_page import message, size_text
from tracker.i18n import LANGS
from tracker.services import doctor
from tracker.services.doctor import Result, State
from tracker.store import premises as premises_module
from tracker.store.migrate import create_database
from tracker.store.premises import premises

AREAS = ["program", "settings", "database", "time", "reports", "schedules", "delivery", "terminal"]
SECRET = "hemlig-4711"  # noqa: S105  # what must not be printed
Find = Callable[..., list[dict[str, Any]]]


@pytest.fixture(autouse=True)
def _ordinary(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A locale that every computer has, room on the disk, and no network drive, whatever this computer is like."""
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=10**10))
    monkeypatch.setattr(premises_module, "MOUNTS", tmp_path / "no-mounts")


@pytest.fixture
def db(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    path = tmp_path / "office" / "tracker.db"
    monkeypatch.setenv("TRACKER_DB", str(path))
    assert run("init").exit_code == 0
    return path


@pytest.fixture
def find(run: Run) -> Find:
    """The checks of a code, and that the lines say the same in both languages."""

    def found(code: str, *, state: str, exit_code: int = 0) -> list[dict[str, Any]]:
        done = run("doctor", "--json")
        checks = [check for check in json.loads(done.stdout)["checks"] if check["code"] == code]
        assert [check["state"] for check in checks] == [state] * len(checks)
        assert checks, f"{code} is not among {done.stdout}"
        assert done.exit_code == exit_code
        for lang in LANGS:
            assert "{" not in run("doctor", "--lang", lang).stdout
        return checks

    return found


def test_all_is_well(db: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", _no_network)
    before, names = db.read_bytes(), sorted(db.parent.iterdir())
    done = run("doctor", "--json")
    document = json.loads(done.stdout)
    assert (done.exit_code, done.stderr) == (0, "")
    assert {check["state"] for check in document["checks"]} == {"ok"}
    assert (document["schema"], document["outcome"], document["broken"]) == (1, "ok", 0)
    assert list(dict.fromkeys(check["area"] for check in document["checks"])) == AREAS
    assert (db.read_bytes(), sorted(db.parent.iterdir())) == (before, names)


def test_the_page_has_a_line_for_every_finding(db: Path, run: Run) -> None:
    document = json.loads(run("doctor", "--json").stdout)
    english, chinese = run("doctor").stdout.splitlines(), run("doctor", "--lang", "zh").stdout.splitlines()
    assert len(english) == len(chinese) == len(document["checks"]) + len(AREAS) + 1
    assert f"  ok         {db} can be opened, its schema is current" in english
    assert f"  正常  {db} 可以打开，结构为最新" in chinese
    assert english[-1] == f"ok {document['ok']}, attention 0, broken 0"
    assert chinese[-1] == f"正常{document['ok']}项，注意0项，故障0项"


def test_a_missing_database_is_broken_and_the_rest_is_looked_at(run: Run, home: Path) -> None:
    done = run("doctor", "--json")
    document = json.loads(done.stdout)
    wrong = [check for check in document["checks"] if check["state"] != "ok"]
    assert (done.exit_code, document["outcome"]) == (33, "broken")
    assert [(check["area"], check["code"], check["data"]["problem"]) for check in wrong] == [
        ("database", "database-trouble", "missing")
    ]
    assert "tracker init" in wrong[0]["message"]
    assert json.loads(done.stderr)["error"]["code"] == "unwell"
    assert list(home.iterdir()) == []
    text = run("doctor")
    assert (text.exit_code, text.stderr) == (33, "error unwell: broken: 1; what to do is said above\n")


@pytest.mark.parametrize("content", ["lang = ", "colour = 'never'\n", "lang = 'fr'\n", "db = 7\n"])
def test_wrong_settings_hide_nothing_else(home: Path, run: Run, find: Find, content: str) -> None:
    folder = home / ".config" / "plan-tracker"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text(content, "utf-8")
    (wrong,) = find("bad-setting", state="broken", exit_code=33)
    assert str(folder) in wrong["message"]
    assert json.loads(run("doctor", "--json").stdout)["checks"][-1]["area"] == "terminal"


def test_every_setting_says_where_it_comes_from(
    db: Path, home: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = home / ".config" / "plan-tracker" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text('user = "li"\n', "utf-8")
    document = json.loads(run("doctor", "--json", "--color", "never").stdout)
    origins = {
        check["data"]["name"]: (check["data"]["value"], check["data"]["origin"])
        for check in document["checks"]
        if check["code"].startswith("setting")
    }
    assert origins == {
        "db": (str(db), "TRACKER_DB"),
        "plan": (None, ""),
        "lang": ("en", ""),
        "user": ("li", str(file)),
        "color": ("never", "--color"),
        "debug": ("false", ""),
        "quiet": ("false", ""),
    }


def test_a_misspelt_variable_is_noticed(db: Path, find: Find, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_LAGN", "zh")
    (found,) = find("variable-unknown", state="attention")
    assert found["data"] == {"name": "TRACKER_LAGN", "near": ["TRACKER_LANG"]}
    monkeypatch.setenv("TRACKER_XYZZY", "1")
    find("variable-unknown-far", state="attention")


def test_no_secret_is_given_away(db: Path, home: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    file = home / ".config" / "plan-tracker" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text(f'[delivery.mail]\nurl = "mailtos://li:{SECRET}@host"\n[delivery.odd]\nkey = "{SECRET}"\n', "utf-8")
    file.chmod(0o600)
    monkeypatch.setenv("TRACKER_DELIVERY_CHAT", f"dingtalk://{SECRET}")
    for location in (str(db), f"postgresql://li:{SECRET}@127.0.0.1:1/x", f"mysql://li:{SECRET}@h/x", f"x:{SECRET}@://"):
        monkeypatch.setenv("TRACKER_DB", location)
        for args in (["--json"], [], ["--debug"]):
            done = run("doctor", *args)
            assert done.exit_code == 33
            assert SECRET not in done.stdout + done.stderr
    targets = [line for line in run("doctor").stdout.splitlines() if "its address comes from" in line]
    assert [line.split()[1:3] for line in targets] == [["chat", "(dingtalk):"], ["mail", "(mailtos):"]]


def test_a_target_others_can_read_is_broken(db: Path, home: Path, find: Find) -> None:
    file = home / ".config" / "plan-tracker" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text('[delivery.mail]\nurl = "mailtos://li:x@host"\n', "utf-8")
    file.chmod(0o644)
    (found,) = find("bad-target", state="broken", exit_code=33)
    assert f"chmod 600 {file}" in found["message"]


@pytest.mark.parametrize(
    ("tampering", "code"),
    [
        ("DROP TRIGGER change_no_update", "defect-missing-trigger"),
        (
            "INSERT INTO observation_current VALUES (1, '2023-01-01', '2023-01-31', 1, '2023-02-01')",
            "defect-stale-current",
        ),
        ("UPDATE alembic_version SET version_num = '0000'", "database-trouble"),
    ],
)
def test_a_database_that_is_not_sound_is_broken(db: Path, run: Run, find: Find, tampering: str, code: str) -> None:
    run("init", "--with-figures")
    with closing(sqlite3.connect(db)) as connection, connection:
        connection.execute(tampering)
    find(code, state="broken", exit_code=33)


def test_a_damaged_file_is_broken(db: Path, run: Run, find: Find) -> None:
    run("init", "--with-figures")
    with closing(sqlite3.connect(db)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.write_bytes(db.read_bytes()[:8192] + b"\x07" * (db.stat().st_size - 8192))
    (found,) = [
        check
        for check in json.loads(run("doctor", "--json").stdout)["checks"]
        if check["area"] == "database" and check["state"] == "broken"
    ]
    assert "db restore" in found["message"]


def test_a_database_without_a_plan_is_broken(
    run: Run, find: Find, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create_database(str(tmp_path / "bare.db"))
    monkeypatch.setenv("TRACKER_DB", str(tmp_path / "bare.db"))
    find("no-plan", state="broken", exit_code=33)


def test_a_plan_that_is_not_loaded_is_broken(db: Path, find: Find, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_PLAN", "miit-2032")
    (found,) = find("unknown-code", state="broken", exit_code=33)
    assert found["data"]["near"] == ["miit-2023"]


def test_a_clock_that_was_set_back_is_noticed(db: Path, find: Find) -> None:
    with closing(sqlite3.connect(db)) as connection, connection:
        connection.execute(
            "INSERT INTO change (at, by, kind, reason, plan) "
            "VALUES ('2999-01-01T00:00:00.000000+00:00', 'x', 'record', '', '')"
        )
    find("clock-behind", state="attention")


@pytest.mark.parametrize(
    ("free", "code", "state"),
    [(600_000_000, "room", "ok"), (100_000_000, "little-room", "attention"), (1_000_000, "no-room", "broken")],
)
def test_room_on_the_disk(
    db: Path, find: Find, monkeypatch: pytest.MonkeyPatch, free: int, code: str, state: str
) -> None:
    usage = shutil.disk_usage(db.parent)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=free))
    (found,) = find(code, state=state, exit_code=33 if state == "broken" else 0)
    assert found["data"]["free"] == free


def test_a_long_log_and_a_file_that_may_only_be_read(db: Path, find: Find, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(premises_module, "_size", lambda _path: 300_000_000)
    monkeypatch.setattr(os, "access", lambda *_asked: False)
    (found,) = find("long-log", state="attention")
    assert "300.0 MB" in found["message"]
    find("not-writable", state="attention")


def test_a_network_drive_is_noticed(db: Path, find: Find, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mounts"
    share = str(db.parent.parent).replace(" ", "\\040")
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\n//server/share {share} cifs rw 0 0\n/dev/sdb /elsewhere nfs4 rw 0 0\n")
    monkeypatch.setattr(premises_module, "MOUNTS", mounts)
    assert find("network-drive", state="attention")[0]["data"]["kind"] == "cifs"
    mounts.write_text(f"//server/share / cifs rw 0 0\n/dev/sda1 {share} ext4 rw 0 0\n")
    found = premises(str(db))
    assert found is not None
    assert found.drive == ""


def test_schedules_nobody_looks_after_are_broken(db: Path, run: Run, find: Find, tmp_path: Path) -> None:
    add = ["schedule", "add", "monthly", "--every", "monthly on day 26 at 09:00", "--what", "report", "--format", "md"]
    assert run(*add, "-o", str(tmp_path / "out")).exit_code == 0
    (found,) = find("unwatched", state="broken", exit_code=33)
    assert found["data"] == {"count": 1, "age": None}
    assert run("schedule", "tick").exit_code == 0
    (found,) = find("watched", state="ok")
    assert found["data"]["age"] < 60
    run("schedule", "pause", "monthly")
    find("schedules-paused", state="ok")


def test_a_folder_a_schedule_cannot_write_into_is_broken(db: Path, run: Run, find: Find, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    add = ["schedule", "add", "monthly", "--every", "monthly on day 26 at 09:00", "--what", "report", "--format", "md"]
    assert run(*add, "-o", str(tmp_path / "out" / "below")).exit_code == 0
    (tmp_path / "out").rmdir()
    (tmp_path / "out").write_text("a file")
    run("schedule", "tick")
    (found,) = find("folder-not-writable", state="broken", exit_code=33)
    assert found["data"]["folder"] == str(tmp_path / "out" / "below")


def test_a_letterhead_that_has_gone_is_broken(db: Path, run: Run, find: Find, tmp_path: Path) -> None:
    from docx import Document

    letterhead = tmp_path / "letterhead.docx"
    Document().save(str(letterhead))
    add = [
        "schedule",
        "add",
        "monthly",
        "--every",
        "monthly on day 26 at 09:00",
        "--what",
        "report",
        "--format",
        "docx",
    ]
    assert run(*add, "-o", str(tmp_path / "out"), "--template", str(letterhead)).exit_code == 0
    run("schedule", "tick")
    letterhead.unlink()
    (found,) = find("file-trouble", state="broken", exit_code=33)
    assert found["data"] == {"path": str(letterhead), "problem": "missing"}


def test_formats_that_cannot_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("typst", "docx"):
        monkeypatch.setitem(sys.modules, module, None)
    plain, wanted = (
        {str(item.data.get("format", item.code)): item for item in doctor.examine_papers(forms)}
        for forms in ((), ("pdf",))
    )
    assert (plain["pdf"].code, plain["pdf"].state) == ("format-absent", State.OK)
    assert (wanted["missing-extra"].state, wanted["missing-extra"].data["extra"]) == (State.BROKEN, "pdf")
    assert (plain["docx"].code, plain["docx"].state) == ("format-broken", State.BROKEN)
    assert plain["xlsx"].state is State.OK
    for lang in LANGS:
        assert "python-docx" in message(plain["docx"], lang)


def test_missing_fonts_are_broken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from tracker.services.doctor import papers

    monkeypatch.setattr(papers, "files", lambda: [tmp_path / "gone.otf"])
    assert list(doctor.examine_papers(()))[-1] == Result(
        "fonts-missing", State.BROKEN, {"files": [str(tmp_path / "gone.otf")]}
    )


def test_libraries_are_held_against_what_the_package_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib.metadata import PackageNotFoundError

    from tracker.services.doctor import program

    there = {"click": "8.0", "sqlalchemy": "2.2.0", "rich": "15.0.0", "typst": "0.13.7"}

    def version(name: str) -> str:
        if name not in there:
            raise PackageNotFoundError(name)
        return there[name]

    needs: Sequence[str] = [
        "click>=8.2",
        "sqlalchemy<2.2,>=2.1",
        "rich>=13.9",
        "jinja2>=3.1",
        "typst>=0.13.7; extra == 'pdf'",
        'psycopg[binary]>=3.2; extra == "postgres"',
        "mypy>=1; extra == 'dev'",
    ]
    monkeypatch.setattr(program, "version", version)
    monkeypatch.setattr(program, "requires", lambda _name: needs)
    found = {
        (item.code, str(item.data.get("name", item.data.get("extra", "")))): item for item in program.examine_program()
    }
    assert {key for key, item in found.items() if item.state is State.BROKEN} == {
        ("library-unfit", "click"),
        ("library-unfit", "sqlalchemy"),
        ("library-absent", "jinja2"),
    }
    assert found["libraries", ""].data["libraries"] == ["rich 15.0.0"]
    assert found["extra", "pdf"].data["libraries"] == ["typst 0.13.7"]
    assert {key for key in found if key[0].startswith("extra-absent")} == {
        ("extra-absent-postgres", "postgres"),
        ("extra-absent-delivery", "delivery"),
    }
    assert all(message(item, lang) for item in found.values() for lang in LANGS)


def test_a_package_that_is_not_installed_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    from tracker.services.doctor import program

    monkeypatch.setattr(program, "DISTRIBUTION", "no-such-package")
    assert list(program.examine_program())[-1].code == "not-installed"


def test_a_time_zone_that_is_unknown_is_broken() -> None:
    from datetime import UTC, datetime

    found = list(doctor.examine_time(datetime(2023, 6, 30, 20, tzinfo=UTC), ["Asia/Shanghai", "Asia/Nowhere", "../x"]))
    assert [(item.code, item.state) for item in found[-3:]] == [
        ("zone", State.OK),
        ("zone-unknown", State.BROKEN),
        ("zone-unknown", State.BROKEN),
    ]
    assert "1 Jul 2023" in message(found[-3], "en")


def test_what_cannot_be_looked_at_is_broken_and_stops_nothing() -> None:
    def look() -> Iterator[Result]:
        yield Result("sound", State.OK)
        raise RuntimeError("half\nway")

    first, second = doctor.guarded(look)
    assert (first.code, second.code, second.state) == ("sound", "unexpected", State.BROKEN)
    assert "RuntimeError: half way" in message(second, "en")


def test_an_encoding_without_chinese_is_noticed(db: Path) -> None:
    found = whole(PYTHONIOENCODING="ascii", LC_ALL="xx_XX")
    assert found["encoding-poor"]["state"] == found["locale-absent"]["state"] == "attention"
    assert whole(NO_COLOR="1")["encoding"]["state"] == "ok"


def whole(**environment: str) -> dict[str, dict[str, Any]]:
    """The checks of a process of its own, by code."""
    command = [sys.executable, "-m", "tracker", "doctor", "--json"]
    done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, **environment})
    assert done.returncode == 0
    return {check["code"]: check for check in json.loads(done.stdout)["checks"]}


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 B"), (999, "999 B"), (6_676_480, "6.7 MB"), (78_800_000_000, "78.8 GB"), (2e15, "2000.0 TB")],
)
def test_sizes_as_people_read_them(size: int, words: str) -> None:
    assert size_text(size) == words


@pytest.mark.skipif(not SERVER, reason="no PostgreSQL server: TRACKER_TEST_POSTGRES names none")
@pytest.mark.parametrize(("encoding", "code", "exit_code"), [("UTF8", "server", 0), ("LATIN1", "server-encoding", 33)])
def test_a_database_on_a_server(
    run: Run, monkeypatch: pytest.MonkeyPatch, encoding: str, code: str, exit_code: int
) -> None:
    options = f"template0 ENCODING '{encoding}' LC_COLLATE 'C' LC_CTYPE 'C'"
    with server_database(options) as name:
        monkeypatch.setenv("TRACKER_DB", address(name))
        create_database(address(name))
        if encoding == "UTF8":
            assert run("init").exit_code == 0
        done = run("doctor", "--json")
        checks = {check["code"]: check for check in json.loads(done.stdout)["checks"] if check["area"] == "database"}
    assert (done.exit_code, checks[code]["data"]["encoding"]) == (exit_code, encoding)


def _no_network(*_args: object, **_more: object) -> None:
    raise AssertionError("nothing here may go over the network")

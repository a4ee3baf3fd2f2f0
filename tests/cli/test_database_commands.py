"""`tracker init` and `tracker db`: what they print, where, and how they leave."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tracker.store.version import SCHEMA


@pytest.fixture
def db(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "office" / "tracker.db"
    monkeypatch.setenv("TRACKER_DB", str(path))
    return path


@pytest.fixture
def made(db: Path, run: Run) -> Path:
    assert run("init").exit_code == 0
    return db


def test_init_says_what_it_did(db: Path, run: Run) -> None:
    first, second = run("init", "--with-figures"), run("init", "--with-figures", "--lang", "zh")
    assert first.stdout.splitlines()[0] == f"created the database {db}"
    assert first.stdout.splitlines()[1] == "loaded the plan miit-2023: 14 indicators, 3 targets, 13 tasks"
    assert first.stdout.splitlines()[2].startswith("added 1")
    assert second.stdout.splitlines() == [
        f"数据库 {db} 已是最新结构",
        "计划 miit-2023 此前已加载：指标14项，目标3项，任务13项",
        "已发布数据此前均已录入",
    ]
    assert (first.stderr, second.stderr, first.exit_code, second.exit_code) == ("", "", 0, 0)


def test_init_as_json(db: Path, run: Run) -> None:
    assert json.loads(run("init", "--json").stdout) == {
        "schema": 1,
        "database": str(db),
        "revision": SCHEMA,
        "created": True,
        "upgraded": False,
        "backup": None,
        "plan": "miit-2023",
        "loaded": True,
        "differs": False,
        "figures": None,
        "notes": None,
    }


def test_init_with_another_plan(db: Path, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(
        "plan: harbour-2024\nname: 港口\nyear: 2024\npublished: 2024-01-10\npublishers: [{code: port, name: 港务局}]\n"
        "indicators: [{code: berths, name: 泊位数, kind: stock, unit: 个}]\n",
        "utf-8",
    )
    done = run("init", "--plan-file", str(file))
    assert done.stdout.splitlines()[1] == "loaded the plan harbour-2024: 1 indicators, 0 targets, 0 tasks"
    file.write_text(file.read_text("utf-8").replace("港口", "港口工作"), "utf-8")
    again = run("init", "--plan-file", str(file))
    assert (again.exit_code, again.stdout.splitlines()[1][:30]) == (0, "the plan harbour-2024 is loade")
    assert f"tracker plan load {file} --reason" in again.stderr


@pytest.mark.parametrize("content", ["plan: [", "year: 2024\n", ""])
def test_a_broken_plan_file_makes_no_database(db: Path, run: Run, tmp_path: Path, content: str) -> None:
    (tmp_path / "plan.yaml").write_text(content)
    done = run("init", "--plan-file", str(tmp_path / "plan.yaml"))
    assert (done.exit_code, done.stdout) == (26, "")
    assert done.stderr.startswith("error ")
    assert not db.exists()


def test_what_is_missing_is_told_with_what_to_do(db: Path, run: Run) -> None:
    for command in (["status"], ["db", "check"], ["db", "upgrade"], ["db", "backup"], ["db", "stats"]):
        done = run(*command)
        assert (done.exit_code, done.stdout) == (25, "")
        assert done.stderr.startswith(
            f"error database-trouble: there is no database {db}; make one with `tracker init`"
        )
    assert not db.parent.exists()


def test_what_is_foreign_is_told_as_json(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "theirs.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE theirs (id)")
    done = run("init", "--db", str(file), "--json")
    assert (done.exit_code, done.stdout) == (25, "")
    error = json.loads(done.stderr)["error"]
    assert (error["code"], error["exit_code"]) == ("database-trouble", 25)
    assert error["data"] == {"where": str(file), "problem": "foreign"}


def test_an_older_database_is_upgraded_by_nobody_but_upgrade_and_init(made: Path, run: Run) -> None:
    revise(made, "0000")
    done = run("status")
    assert (done.exit_code, done.stdout) == (25, "")
    assert "tracker db upgrade" in done.stderr


def test_upgrade_of_what_is_up_to_date(made: Path, run: Run) -> None:
    done = run("db", "upgrade")
    assert (done.stdout, done.stderr, done.exit_code) == (f"the database {made} is up to date\n", "", 0)
    document = json.loads(run("db", "upgrade", "--json").stdout)
    assert document == {"schema": 1, "database": str(made), "before": SCHEMA, "after": SCHEMA, "backup": None}


def test_a_sound_database(made: Path, run: Run) -> None:
    done = run("db", "check")
    assert (done.stdout, done.stderr, done.exit_code) == (f"the database {made} is sound\n", "", 0)
    assert json.loads(run("db", "check", "--json").stdout)["defects"] == []


def test_defects_are_named_and_leave_with_25(made: Path, run: Run) -> None:
    with closing(sqlite3.connect(made)) as connection, connection:
        connection.execute("DROP TRIGGER observation_no_update")
    done = run("db", "check", "--lang", "zh")
    assert done.stdout == "历史数据失去保护，缺少1个触发器（observation_no_update）\n"
    assert done.stderr == f"错误 database-trouble：{made}：发现1类问题，详见上文\n"
    assert done.exit_code == 25
    done = run("db", "check", "--json")
    assert json.loads(done.stdout)["defects"] == [
        {"code": "missing-trigger", "count": 1, "examples": ["observation_no_update"]}
    ]
    assert (json.loads(done.stderr)["error"]["exit_code"], done.exit_code) == (25, 25)


def test_current_figures_are_mended(made: Path, run: Run) -> None:
    run("init", "--with-figures")
    with closing(sqlite3.connect(made)) as connection, connection:
        connection.execute("DELETE FROM observation_current")
    assert "tracker db check --rebuild" in run("db", "check").stdout
    assert run("db", "check", "--rebuild").exit_code == 0


def test_a_backup_is_named_and_put_back(made: Path, run: Run) -> None:
    copied = run("db", "backup")
    [copy] = copied.stdout.splitlines()
    assert (Path(copy).parent, copied.stderr, copied.exit_code) == (made.parent, "", 0)
    run("init", "--with-figures")
    done = run("db", "restore", copy)
    kept = next(made.parent.glob("*before-restore*"))
    assert done.stdout == f"put {copy} back into {made}\nwhat was there before is kept: {kept}\n"
    assert json.loads(run("db", "stats", "--json").stdout)["rows"]["observation"] == 0
    assert json.loads(run("db", "stats", "--json", "--db", str(kept)).stdout)["rows"]["observation"] > 0


def test_a_backup_overwrites_nothing(made: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine")
    done = run("db", "backup", str(tmp_path / "taken"))
    assert (done.exit_code, done.stdout) == (24, "")
    assert (tmp_path / "taken").read_text() == "mine"


def test_only_a_sound_backup_is_put_back(made: Path, run: Run, tmp_path: Path) -> None:
    before = made.read_bytes()
    (tmp_path / "notes").write_text("notes " * 1000)
    for source in (tmp_path / "none", tmp_path / "notes", made):
        done = run("db", "restore", str(source))
        assert (done.exit_code, done.stdout) == (25, "")
        assert str(source) in done.stderr
    assert made.read_bytes() == before


def test_copy_says_what_it_copied(made: Path, run: Run, tmp_path: Path) -> None:
    run("init", "--with-figures")
    copy, second = tmp_path / "copy.db", tmp_path / "second.db"
    done = run("db", "copy", str(copy))
    count = sum(json.loads(run("db", "stats", "--json").stdout)["rows"].values())
    assert (done.exit_code, done.stdout) == (0, f"copied {made} to {copy}: {count} rows, compared one by one\n")
    assert done.stderr.startswith(f"To work with the copy, name {copy} in TRACKER_DB")
    document = json.loads(run("db", "copy", str(second), "--json", "--db", str(copy)).stdout)
    assert (document["schema"], document["from"], document["to"]) == (1, str(copy), str(second))
    assert document["rows"] == json.loads(run("db", "stats", "--json").stdout)["rows"]
    assert len(document["sha256"]) == 64
    assert run("status", "--json").stdout == run("status", "--json", "--db", str(second)).stdout


def test_a_copy_goes_over_nothing(made: Path, run: Run) -> None:
    before = made.read_bytes()
    done = run("db", "copy", str(made), "--json")
    error = json.loads(done.stderr)["error"]
    assert (done.exit_code, done.stdout, error["data"]["problem"]) == (25, "", "not-empty")
    assert made.read_bytes() == before


@pytest.mark.parametrize("url", ["postgresql://li:secret@host/name", "postgresql://li@host/name?password=secret"])
def test_where_a_copy_goes_holds_no_password(made: Path, run: Run, url: str) -> None:
    done = run("db", "copy", url)
    assert (done.exit_code, done.stdout) == (32, "")
    assert "PGPASSWORD" in done.stderr
    assert "secret" not in done.stderr


def test_stats(made: Path, run: Run) -> None:
    lines = run("db", "stats").stdout.splitlines()
    assert lines[0] == f"database {made}, schema {SCHEMA}"
    assert "           1  plan" in lines


def revise(path: Path, revision: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))

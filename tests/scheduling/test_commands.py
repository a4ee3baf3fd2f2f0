"""`tracker schedule` as a user has it: stdout, stderr and exit code apart."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.scheduling.office import PLAN, local
from tracker.cli.app import App
from tracker.cli.root import root

Run = Callable[..., Result]
NOW = local("2023-05-01T12:00")


@pytest.fixture
def run(location: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `tracker schedule ...` in a folder of its own, in English."""
    for name in [name for name in os.environ if name.startswith(("TRACKER_", "LC_", "XDG_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TRACKER_DB", str(location))
    monkeypatch.setattr(App, "now", lambda _: NOW)
    monkeypatch.chdir(tmp_path)

    def call(*args: str) -> Result:
        return CliRunner().invoke(root, ["schedule", *args], catch_exceptions=False)

    return call


@pytest.fixture
def monthly(run: Run) -> Result:
    result = run("add", "monthly", "--every", "monthly on day 26 at 09:00", "--what", "report", "--from", "2023-01")
    assert result.exit_code == 0, result.stderr
    return result


def test_adding_shows_the_next_five_runs_and_what_waits(monthly: Result) -> None:
    heading, *following = monthly.stdout.splitlines()
    assert heading == "The next runs of monthly, monthly on day 26 at 09:00 (Asia/Shanghai):"
    assert len(following) == 5
    assert all(" 26 " in line and "09:00  report for " in line for line in following)
    assert "schedule monthly added" in monthly.stderr
    assert "run(s) due already" in monthly.stderr


def test_a_tick_prints_the_paths_written_and_nothing_the_second_time(run: Run, monthly: Result, tmp_path: Path) -> None:
    first = run("tick", "--now", "2023-04-26")
    assert first.exit_code == 0
    assert first.stderr == ""
    assert first.stdout.splitlines() == [
        str(tmp_path / f"reports/{PLAN}/2023/{period}/report-{period}.en.html")
        for period in ("2023-01", "2023-02", "2023-03")
    ]
    assert all(Path(line).is_file() for line in first.stdout.splitlines())
    second = run("tick", "--now", "2023-04-26")
    assert (second.exit_code, second.stdout, second.stderr) == (0, "", "")


def test_a_time_without_offset_is_in_the_plans_zone(run: Run, monthly: Result) -> None:
    assert run("tick", "--now", "2023-02-26T08:59").stdout == ""
    assert "2023-01" in run("tick", "--now", "2023-02-26T01:00+00:00").stdout


def test_the_list_tells_all_about_a_schedule(run: Run, monthly: Result, tmp_path: Path) -> None:
    lines = run("list").stdout.splitlines()
    assert lines[0] == "monthly"
    assert lines[1] == "  report, monthly on day 26 at 09:00 (Asia/Shanghai)"
    assert lines[2].startswith("  next: ")
    assert lines[3] == "  from Jan 2023 on; all missed runs are made"
    assert lines[4] == f"  html in English, to {tmp_path / 'reports'}"
    [found] = json.loads(run("list", "--json").stdout)["schedules"]
    assert (found["name"], found["every"], found["from"], found["paused"]) == (
        "monthly",
        "monthly on day 26 at 09:00",
        "2023-01",
        False,
    )
    assert len(found["next"]) == 1


def test_the_list_in_chinese(run: Run) -> None:
    run(
        "add",
        "评估",
        "--every",
        "每年1月26日",
        "--what",
        "review",
        "--from",
        "2023",
        "--lang",
        "zh,en",
        "--format",
        "md",
    )
    lines = run("list", "--lang", "zh").stdout.splitlines()
    assert lines[0] == "评估"
    assert lines[1] == "  年度评估，每年1月26日09:00（Asia/Shanghai）"
    assert lines[2].startswith("  下次：")
    assert lines[3] == "  自2023年起；错过的逐一补做"
    assert lines[4].startswith("  md，中文、英文，存入 ")


def test_without_schedules_the_list_is_empty_and_says_what_to_do(run: Run) -> None:
    result = run("list")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "tracker schedule add --help" in result.stderr
    assert json.loads(run("next", "--json").stdout) == {"schema": 1, "schedules": []}
    assert (run("tick").exit_code, run("tick").stdout) == (0, "")


def test_next_shows_one_or_all(run: Run, monthly: Result) -> None:
    run("add", "nightly", "--every", "daily at 02:00", "--what", "backup")
    assert len(run("next", "nightly").stdout.splitlines()) == 6
    assert len(run("next").stdout.splitlines()) == 12
    [found] = json.loads(run("next", "monthly", "--json").stdout)["schedules"]
    assert [entry["at"][8:] for entry in found["next"]] == ["26T09:00:00+08:00"] * 5


def test_a_schedule_of_a_plan_that_is_over_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(App, "now", lambda _: local("2026-05-01T12:00"))
    result = run("add", "late", "--every", "monthly", "--what", "report")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1] == "  late: no more runs"
    assert "the plan is over" in result.stderr
    assert run("tick").stdout == ""
    run("add", "past", "--every", "monthly", "--what", "report", "--from", "2023-01", "--format", "md")
    assert len(run("tick").stdout.splitlines()) == 12


def test_pausing_resuming_removing(run: Run, monthly: Result) -> None:
    assert "paused" in run("pause", "monthly").stderr
    assert "tracker schedule resume monthly" in run("next", "monthly").stdout
    assert run("tick", "--now", "2023-04-26").stdout == ""
    assert "resumed" in run("resume", "monthly").stderr
    assert len(run("tick", "--now", "2023-04-26").stdout.splitlines()) == 3
    assert "removed" in run("remove", "monthly").stderr
    assert run("list").stdout == ""
    assert len(run("history", "monthly").stdout.splitlines()) == 6


def test_history_tells_what_was_done_and_what_failed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    run("add", "m", "--every", "monthly", "--what", "report", "--from", "2023-01", "-o", "file")
    assert "has not run yet" in run("history", "m").stderr
    failed = run("tick", "--now", "2023-02-26")
    assert failed.exit_code == 28
    assert failed.stdout == ""
    first, last = failed.stderr.splitlines()
    assert first.startswith("error run-failed: m, Jan 2023: ")
    assert "tried again after" in first
    assert last.startswith("error runs-failed: 1 run(s) failed")
    assert "failed 1 time(s), tried again after" in run("history", "m").stdout
    [entry] = json.loads(run("history", "m", "--json").stdout)["runs"]
    assert (entry["state"], entry["attempts"], entry["error"]["code"]) == ("failed", 1, "file-trouble")
    assert "部分" in run("history", "m", "--lang", "zh").stdout or "路径" in run("history", "m", "--lang", "zh").stdout


def test_editions_of_a_review_are_told_apart(run: Run) -> None:
    run("add", "r", "--every", "yearly on Jan 26", "--what", "review", "--from", "2023")
    paths = run("tick", "--now", "2024-12-01").stdout.splitlines()
    assert [Path(path).name for path in paths] == ["review-2023-preliminary.en.html", "review-2023.en.html"]
    told = run("history", "r").stdout.splitlines()
    assert told[0].startswith("2023, preliminary edition  as of 26 Jan 2024  done ")
    assert told[2].startswith("2023, final edition  as of 26 Jul 2024  done ")


def test_a_reminder_lists_what_is_missing_and_is_silent_when_all_is_in(run: Run) -> None:
    run("add", "r", "--every", "monthly on day 20", "--what", "reminder", "--from", "2023-04", "--lang", "zh,en")
    told = run("tick", "--now", "2023-04-20").stdout.splitlines()
    assert told[0] == "小计划：截至2023年4月20日尚未录入的数据"
    assert "  已逾期（最迟2023年4月18日）：增速，2023年3月（上次由li录入）" in told
    assert "Small plan: figures missing on 20 Apr 2023" in told
    assert run("tick", "--now", "2023-04-20").stdout == ""
    run("add", "early", "--every", "monthly on day 20", "--what", "reminder", "--from", "2023-01")
    assert run("tick", "--now", "2023-01-20").stdout == ""


def test_backups_are_made(run: Run, tmp_path: Path) -> None:
    run("add", "b", "--every", "daily at 02:00", "--what", "backup", "--from", "2023-06", "-o", "safe")
    [path] = run("tick", "--now", "2023-06-26T02:00").stdout.splitlines()
    assert Path(path) == tmp_path / "safe" / "tracker.backup-20230625T180000Z.db"
    assert Path(path).read_bytes()[:15] == b"SQLite format 3"


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (["add", "x", "--every", "now", "--what", "report"], 28, "“now” is not understood"),
        (["add", "x", "--every", "0 9 31 2 *", "--what", "report"], 28, "never comes"),
        (["add", "x", "--every", "monthly", "--what", "report", "--zone", "Moon"], 28, "time zone “Moon”"),
        (["add", "x", "--every", "monthly", "--what", "report", "--from", "soon"], 22, "“soon”"),
        (["add", "x", "--every", "monthly", "--what", "report", "--format", "wav"], 2, "--format has to be one of"),
        (["add", "x", "--every", "monthly", "--what", "report", "--lang", "fr"], 2, "--lang has to be one of"),
        (["add", "x", "--every", "monthly", "--what", "party"], 2, "--what has to be one of"),
        (["add", "x", "--every", "monthly"], 2, "option --what is missing"),
        (["add", "x", "--every", "monthly", "--what", "backup", "--format", "md"], 28, "no file formats"),
        (["next", "x"], 21, "no schedule “x”"),
        (["remove", "x"], 21, "no schedule “x”"),
        (["history", "x"], 21, "no schedule “x”"),
        (["tick", "--now", "soon"], 23, "“soon”"),
        (["run", "--interval", "0"], 2, "--interval"),
    ],
)
def test_mistakes_are_told_on_stderr(run: Run, args: list[str], code: int, words: str) -> None:
    result = run(*args)
    assert (result.exit_code, result.stdout) == (code, "")
    assert words in result.stderr


def test_mistakes_in_json(run: Run) -> None:
    error = json.loads(run("next", "x", "--json").stderr)["error"]
    assert (error["code"], error["exit_code"], error["data"]["given"]) == ("unknown-code", 21, "x")

"""`schedule edit` and `health`, the log of the service, and the schedules of a plan file."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import Result

from tests.scheduling.office import PLAN, Office, small_plan
from tracker.domain.planned import CatchUp, PlannedSchedule, What
from tracker.errors import BadSchedule
from tracker.services import schedules
from tracker.services.health import health
from tracker.services.plans import load_plan
from tracker.store import schedules as rows
from tracker.store.database import open_database

Run = Callable[..., Result]


@pytest.fixture
def monthly(run: Run) -> Result:
    return run("add", "m", "--every", "monthly", "--what", "report", "--from", "2023-01", "--format", "md")


def listed(run: Run) -> dict[str, object]:
    [found] = json.loads(run("list", "--json").stdout)["schedules"]
    return dict(found)


def test_an_edit_changes_what_is_named_and_nothing_else(run: Run, monthly: Result) -> None:
    before = listed(run)
    result = run("edit", "m", "--every", "每月10日08:30", "--lang", "en,zh")
    assert (result.exit_code, "schedule m changed" in result.stderr) == (0, True)
    assert result.stdout.startswith("The next runs of m, monthly on day 10 at 08:30 (Asia/Shanghai):")
    assert listed(run) == {**before, "every": "monthly on day 10 at 08:30", "languages": ["zh", "en"]}


def test_an_edited_cadence_takes_its_length_along_unless_it_was_chosen(run: Run, monthly: Result) -> None:
    run("edit", "m", "--every", "quarterly on day 28")
    assert (listed(run)["about"], listed(run)["from"]) == ("quarter", "2023-Q1")
    run("edit", "m", "--about", "month", "--from", "2023-06")
    run("edit", "m", "--every", "weekly on mon")
    assert (listed(run)["about"], listed(run)["from"]) == ("month", "2023-06")


def test_what_was_made_before_an_edit_is_not_made_again(run: Run, monthly: Result) -> None:
    assert len(run("tick", "--now", "2023-04-01").stdout.splitlines()) == 2
    run("edit", "m", "--every", "monthly on day 5", "--format", "md,json")
    assert [Path(line).name for line in run("tick", "--now", "2023-05-01").stdout.splitlines()] == [
        "report-2023-03.en.md",
        "report-2023-03.en.json",
    ]


def test_a_paused_schedule_stays_paused(run: Run, monthly: Result) -> None:
    run("pause", "m")
    run("edit", "m", "--catch-up", "latest")
    assert (listed(run)["paused"], listed(run)["catch_up"]) == (True, "latest")


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (["m"], 2, "say what to change"),
        (["x", "--every", "monthly"], 21, "no schedule “x”"),
        (["m", "--every", "now"], 28, "not understood"),
        (["m", "--zone", "Moon"], 28, "time zone “Moon”"),
        (["m", "--to", "office"], 32, "no delivery target “office”"),
    ],
)
def test_mistakes_of_an_edit(run: Run, monthly: Result, args: list[str], code: int, words: str) -> None:
    result = run("edit", *args)
    assert (result.exit_code, result.stdout) == (code, "")
    assert words in result.stderr


def test_health_is_about_the_last_tick_and_what_failed(run: Run, tmp_path: Path) -> None:
    assert "no schedules to look after" in run("health").stdout
    (tmp_path / "file").write_text("in the way")
    run("add", "m", "--every", "monthly", "--what", "report", "--from", "2023-01", "-o", "file")
    never = run("health")
    assert (never.exit_code, "last tick never" in never.stdout) == (28, True)
    assert never.stderr.startswith("error unhealthy: ")
    assert run("tick", "--now", "2023-02-01").exit_code == 0
    well = run("health", "--json")
    told = json.loads(well.stdout)
    assert (well.exit_code, told["healthy"], told["stale"], told["failed"]) == (0, True, False, [])
    assert 0 <= told["age_seconds"] < 60
    assert run("tick", "--now", "2023-03-01").exit_code == 28
    ill = run("health", "--json")
    assert (ill.exit_code, json.loads(ill.stderr)["error"]["code"]) == (28, "unhealthy")
    [failed] = json.loads(ill.stdout)["failed"]
    assert (failed["schedule"], failed["period"], failed["error"]["code"]) == ("m", "2023-01", "file-trouble")
    assert "m: Jan 2023" in run("health").stdout


def test_a_tick_too_long_ago_is_ill_and_a_clock_set_back_is_not(office: Office) -> None:
    office.schedule("monthly")
    office.tick("2023-01-05T00:00")
    with office.database.read() as reader:
        assert health(reader, office.clock + timedelta(minutes=15)).is_well
        assert health(reader, office.clock + timedelta(minutes=16)).is_stale
        assert health(reader, office.clock + timedelta(minutes=16), timedelta(hours=1)).is_well
        assert health(reader, office.clock - timedelta(days=1)).age == timedelta(0)


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_service_logs_every_event(location: Path, tmp_path: Path, office: Office, form: str) -> None:
    office.schedule("hourly", start="2023-12-31")
    (tmp_path / "in the way").write_text("")
    environment = {**os.environ, "TRACKER_DB": str(location), "LANG": "C.UTF-8", "HOME": str(tmp_path)}
    command = [sys.executable, "-m", "tracker", "schedule", "run", "--interval", "0.2", "--log-format", form]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, env=environment, stdout=pipe, stderr=pipe, text=True)
    try:
        assert process.stdout is not None
        path = process.stdout.readline().strip()
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=30)
    finally:
        process.kill()
    lines = errors.splitlines()
    if form == "json":
        events = [json.loads(line) for line in lines]
        assert [event["event"] for event in events] == ["service-serving", "run-done", "service-stopped"]
        made = events[1]
        assert (made["level"], made["schedule"], made["period"], made["paths"]) == ("info", "s", "2023-12-31", [path])
        assert datetime.fromisoformat(made["at"]).tzinfo is UTC
    else:
        assert [line.split()[1:3] for line in lines] == [
            ["info", "service-serving"],
            ["info", "run-done"],
            ["info", "service-stopped"],
        ]
        assert f"paths={path}" in lines[1]


PLANNED = PlannedSchedule("月报", "monthly on day 26 at 09:00", What.REPORT, languages=("zh", "en"), to=("office",))


def planned(office: Office) -> dict[str, str]:
    with office.database.read() as reader:
        return {found.name: found.cadence.text for found in rows.in_use(reader)}


def test_a_plans_schedules_come_with_it_once(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(office.folder.parent)
    review = PlannedSchedule("评估", "yearly on Jan 30 at 09:00", What.REVIEW, catch_up=CatchUp.LATEST)
    plan = replace(small_plan(), schedules=(PLANNED, review))
    for _ in range(2):
        load_plan(office.database, plan, "li", "schedules")
    assert planned(office) == {"月报": "monthly on day 26 at 09:00", "评估": "yearly on Jan 30 at 09:00"}
    with office.database.read() as reader:
        kept = schedules.find(reader, "月报")
    assert (kept.plan, kept.to, kept.languages, kept.folder) == (
        PLAN,
        ("office",),
        ("zh", "en"),
        str(office.folder.parent / "reports"),
    )


def test_only_a_changed_entry_changes_a_schedule_and_none_comes_back(office: Office) -> None:
    plan = replace(small_plan(), schedules=(PLANNED,))
    load_plan(office.database, plan, "li", "schedules")
    schedules.edit(office.database, "月报", {"every": "monthly on day 20"}, "li")
    load_plan(office.database, replace(plan, cutoff_day=20), "li", "cut-off")
    assert planned(office) == {"月报": "monthly on day 20 at 09:00"}
    changed = replace(PLANNED, every="monthly on day 21 at 09:00")
    load_plan(office.database, replace(plan, schedules=(changed,)), "li", "day 21")
    assert planned(office) == {"月报": "monthly on day 21 at 09:00"}
    schedules.remove(office.database, "月报", "li")
    load_plan(office.database, replace(plan, schedules=(PLANNED,)), "li", "day 26")
    assert planned(office) == {}


def test_a_name_in_other_use_is_refused_and_nothing_is_loaded(office: Office) -> None:
    office.schedule("monthly", What.REMINDER, name="月报", start=None)
    with pytest.raises(BadSchedule):
        load_plan(office.database, replace(small_plan(), schedules=(PLANNED,), cutoff_day=9), "li", "schedules")
    with office.database.read() as reader:
        assert reader.plan(PLAN).cutoff_day == 26


def test_a_new_database_gets_the_schedules_of_its_plan(office: Office, tmp_path: Path, filled: Path) -> None:
    shutil.copy(filled, tmp_path / "other.db")
    with open_database(str(tmp_path / "other.db")) as other:
        load_plan(other, replace(small_plan(), code="other-2023", schedules=(PLANNED,)), "li")
        with other.read() as reader:
            [found] = rows.in_use(reader)
            assert (found.name, found.plan) == ("月报", "other-2023")

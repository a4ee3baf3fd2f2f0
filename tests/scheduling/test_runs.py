"""Runs against a real database with a clock set by hand."""

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest

from tests.scheduling.office import FIGURES, PLAN, Office, local
from tracker.domain.cadence import Cycle
from tracker.domain.schedule import CatchUp, Run, Schedule, State, What
from tracker.errors import FileTrouble
from tracker.services import products, runs, schedules
from tracker.services.products import Made, make
from tracker.services.runs import BACK_OFF, LEASE
from tracker.store import ledger
from tracker.store.database import open_database

YEAR = [(f"2023-{month:02}", "", f"{2023 + month // 12}-{month % 12 + 1:02}-26") for month in range(1, 13)]


def runs_of(office: Office, schedule: Schedule) -> list[Run]:
    with office.database.read() as reader:
        return [run for _, run in schedules.history(reader, schedule.name)]


# --- reports ---


def test_a_year_is_replayed_month_by_month_and_never_again(office: Office) -> None:
    office.schedule("monthly on day 26 at 09:00", start="2023-01")
    assert office.reported("2024-01-26T08:59") == YEAR[:11]
    assert office.reported("2024-01-26T09:00") == YEAR[11:]
    assert office.reported("2024-02-20T09:00") == []
    assert office.files() == [f"{PLAN}/2023/{period}/report-{period}.en.md" for period, _, _ in YEAR]


def test_a_week_of_downtime_is_caught_up_with_the_dates_that_were_missed(office: Office) -> None:
    office.schedule("weekly on mon at 08:00", start="2023-06-05")
    assert office.reported("2023-06-13T00:00") == [("2023-06-05..2023-06-11", "", "2023-06-12")]
    assert office.reported("2023-06-27T00:00") == [
        ("2023-06-12..2023-06-18", "", "2023-06-19"),
        ("2023-06-19..2023-06-25", "", "2023-06-26"),
    ]


def test_the_ledger_knows_every_file_and_keeps_its_bytes(office: Office) -> None:
    schedule = office.schedule("quarterly", formats=("md", "json"), languages=("zh", "en"), start="2023")
    [outcome] = office.tick("2023-05-01T00:00")
    assert len(outcome.paths) == 4
    [run] = runs_of(office, schedule)
    assert run.state is State.DONE
    assert len(run.content_hash) == 64
    assert [file.path for file in run.files] == list(outcome.paths)
    for file in run.files:
        content = Path(file.path).read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (file.sha256, file.size)
        with office.database.read() as reader:
            assert ledger.kept_file(reader, file.sha256) == content


def test_a_report_sees_only_what_was_published_by_its_date(office: Office) -> None:
    office.schedule("monthly", start="2023-05")
    office.tick("2023-07-26T09:00")
    may = (office.folder / PLAN / "2023/2023-05/report-2023-05.en.md").read_text("utf-8")
    june = (office.folder / PLAN / "2023/2023-06/report-2023-06.en.md").read_text("utf-8")
    assert "2023-06-26" in may
    assert "4.44" in june
    assert "4.44" not in may


def test_the_index_lists_what_was_written(office: Office) -> None:
    office.schedule("monthly", formats=("html",), start="2023-05")
    office.tick("2023-07-26T09:00")
    index = (office.folder / "index.html").read_text("utf-8")
    assert all(f"report-{period}.en.html" in index for period in ("2023-05", "2023-06"))


def test_an_index_left_behind_is_brought_up_to_date(office: Office) -> None:
    office.schedule("monthly", formats=("html",), start="2023-05")
    office.tick("2023-06-26T09:00")
    index = office.folder / "index.html"
    index.unlink()
    office.runner().tidy()
    assert "report-2023-05.en.html" in index.read_text("utf-8")
    written = index.stat().st_mtime_ns
    office.runner().tidy()
    assert index.stat().st_mtime_ns == written
    (office.folder / ".index.html.dead.run.tmp").write_text("half")
    office.runner().tidy()
    assert index.stat().st_mtime_ns > written
    assert not list(office.folder.glob(".*"))


def test_several_schedules_do_not_disturb_each_other(office: Office) -> None:
    office.schedule("monthly", name="a", start="2023-11")
    office.schedule("quarterly", name="b", start="2023-Q4")
    office.schedule("monthly", name="c", start="2023-12", languages=("zh",))
    made = office.tick("2024-01-26T09:00")
    assert [(one.schedule.name, one.run.period) for one in made] == [
        ("a", "2023-11"),
        ("a", "2023-12"),
        ("b", "2023-Q4"),
        ("c", "2023-12"),
    ]


# --- catching up ---


def test_latest_makes_the_latest_and_no_older_one_later(office: Office) -> None:
    office.schedule("monthly", catch_up=CatchUp.LATEST)
    assert office.reported("2023-06-01T00:00") == [YEAR[3]]
    assert office.reported("2023-06-20T00:00") == []
    assert office.reported("2023-06-26T09:00") == [YEAR[4]]


def test_none_makes_no_missed_run(office: Office) -> None:
    office.schedule("monthly", catch_up=CatchUp.NONE)
    assert office.reported("2023-06-01T00:00") == []
    assert office.reported("2023-06-26T12:00") == [YEAR[4]]


def test_a_failed_run_is_made_later_even_when_it_is_no_longer_the_latest(office: Office) -> None:
    office.schedule("monthly", catch_up=CatchUp.LATEST)
    office.folder.write_text("in the way")
    [failed] = office.tick("2023-06-01T00:00")
    assert failed.error is not None
    office.folder.unlink()
    office.pass_time(timedelta(hours=1))
    assert office.reported("2023-07-01T00:00") == [YEAR[3], YEAR[4]]


def test_paused_schedules_rest_and_catch_up_when_resumed(office: Office) -> None:
    office.schedule("monthly", start="2023-03")
    schedules.pause(office.database, "s", "li")
    assert office.tick("2023-05-26T09:00") == []
    schedules.resume(office.database, "s", "li")
    assert office.reported("2023-05-26T09:00") == YEAR[2:4]


def test_removed_schedules_do_nothing_and_a_new_one_of_the_name_starts_afresh(office: Office) -> None:
    office.schedule("monthly", start="2023-03")
    assert office.reported("2023-04-26T09:00") == [YEAR[2]]
    schedules.remove(office.database, "s", "li")
    assert office.tick("2023-05-26T09:00") == []
    again = office.schedule("monthly", start="2023-04")
    assert office.reported("2023-05-26T09:00") == [YEAR[3]]
    assert [run.period for run in runs_of(office, again)] == ["2023-03", "2023-04"]


# --- reviews ---


def test_a_review_is_issued_preliminary_and_then_final(office: Office) -> None:
    office.schedule("yearly on Jan 26", What.REVIEW, start="2023")
    assert office.reported("2024-01-26T09:00") == [("2023", "preliminary", "2024-01-26")]
    assert office.reported("2024-07-04T00:00") == []
    assert office.reported("2024-12-31T00:00") == [("2023", "final", "2024-07-26")]
    assert office.reported("2025-01-01T00:00") == []
    assert office.files() == [f"{PLAN}/2023/review-2023-preliminary.en.md", f"{PLAN}/2023/review-2023.en.md"]


def test_both_editions_are_caught_up_in_one_go(office: Office) -> None:
    office.schedule("monthly on day 1", What.REVIEW, start="2023")
    assert office.reported("2024-12-31T00:00") == [
        ("2023", "preliminary", "2024-01-01"),
        ("2023", "final", "2024-08-01"),
    ]


def test_a_review_with_all_figures_in_is_final_at_once(office: Office) -> None:
    office.schedule("yearly on Aug 1", What.REVIEW, start="2023")
    assert office.reported("2024-12-31T00:00") == [("2023", "final", "2024-08-01")]


def test_a_review_waits_for_a_figure_that_is_entered_late(office: Office) -> None:
    office.retract("share", "2023")
    office.schedule("yearly on Jan 26", What.REVIEW, start="2023")
    assert office.reported("2024-12-31T00:00") == [("2023", "preliminary", "2024-01-26")]
    office.record(("share", "2023", "26.2", "2024-07-05"))
    assert office.reported("2025-01-01T00:00") == [("2023", "final", "2024-07-26")]


# --- attempts ---


def test_a_claim_of_a_living_process_is_respected(office: Office) -> None:
    schedule = office.schedule("monthly", start="2023-05")
    _claimed(office, schedule, "another")
    assert office.tick("2023-06-26T09:00") == []
    office.pass_time(LEASE - timedelta(seconds=1))
    assert office.tick("2023-06-26T09:00") == []


def test_a_dead_process_is_followed_by_another_with_the_same_as_of_and_known_at(office: Office) -> None:
    schedule = office.schedule("monthly", start="2023-05")
    first = _claimed(office, schedule, "another")
    office.record(("growth", "2023-01..2023-05", "9.9", "2023-06-15"))
    office.pass_time(LEASE)
    [outcome] = office.tick("2023-12-31T00:00")[:1]
    assert (outcome.run.id, outcome.run.attempts) == (first.id, 2)
    assert (outcome.run.as_of, outcome.run.known_at) == (first.as_of, first.known_at)
    assert "9.9" not in Path(outcome.paths[0]).read_text("utf-8")


def test_what_a_killed_process_left_is_swept_away_and_nothing_else(office: Office) -> None:
    schedule = office.schedule("monthly", start="2023-05")
    _claimed(office, schedule, "alive")
    folder = office.folder / PLAN / "2023" / "2023-05"
    folder.mkdir(parents=True)
    for name in (".report.md.dead.run.tmp", ".report.md.alive.run.tmp", ".report.md.dead.run.tmp.x1.tmp", "mine.tmp"):
        (folder / name).write_text("half")
    office.runner().tidy()
    assert sorted(path.name for path in folder.iterdir()) == [".report.md.alive.run.tmp", "mine.tmp"]


def test_a_slow_process_that_lost_its_claim_changes_nothing(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.schedule("monthly", start="2023-05")
    other = office.runner()
    slow = office.runner()
    overtaken: list[runs.Outcome] = []

    def make_slowly(*given: object) -> Made:
        monkeypatch.setattr(products, "make", make)
        office.pass_time(LEASE)
        overtaken.extend(other.tick(local("2023-06-26T09:00")))
        return make(*given)  # type: ignore[arg-type]  # passed through

    monkeypatch.setattr(products, "make", make_slowly)
    assert list(slow.tick(local("2023-06-26T09:00"))) == []
    [outcome] = overtaken
    assert outcome.run.owner == other.owner
    assert Path(outcome.paths[0]).exists()
    assert not list(office.folder.rglob(".*"))


def test_a_crash_after_the_files_were_moved_gives_the_same_bytes_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    schedule = office.schedule("monthly", start="2023-05")

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(ledger, "finish", crash)
        with pytest.raises(KeyboardInterrupt):
            office.tick("2023-06-26T09:00")
    path = office.folder / PLAN / "2023/2023-05/report-2023-05.en.md"
    before = path.read_bytes()
    assert runs_of(office, schedule)[0].state is State.RUNNING
    office.record(("growth", "2023-01..2023-05", "9.9", "2023-06-15"))
    [outcome] = office.tick("2023-06-26T09:00")
    assert outcome.run.attempts == 2
    assert path.read_bytes() == before
    assert not list(office.folder.rglob(".*"))


def test_a_failure_is_tried_again_later_each_time_and_then_given_up(office: Office) -> None:
    schedule = office.schedule("monthly", start="2023-05")
    office.folder.write_text("in the way")
    for number, wait in enumerate(BACK_OFF, 1):
        [outcome] = office.tick("2023-06-26T09:00")
        assert isinstance(outcome.error, FileTrouble)
        assert outcome.again == office.clock + wait
        assert runs_of(office, schedule)[0].attempts == number
        office.pass_time(wait - timedelta(seconds=1))
        assert office.tick("2023-06-26T09:00") == []
        office.pass_time(timedelta(seconds=1))
    [last] = office.tick("2023-06-26T09:00")
    assert last.again is None
    office.folder.unlink()
    office.pass_time(timedelta(days=365))
    assert office.tick("2023-06-26T09:00") == []
    [run] = runs_of(office, schedule)
    assert (run.state, run.not_before, run.error["code"]) == (State.FAILED, None, "file-trouble")


def test_resuming_tries_again_what_was_given_up(office: Office) -> None:
    office.schedule("monthly", start="2023-05")
    office.folder.write_text("in the way")
    for wait in (*BACK_OFF, timedelta(0)):
        office.tick("2023-06-26T09:00")
        office.pass_time(wait)
    office.folder.unlink()
    schedules.resume(office.database, "s", "li")
    assert [one[0] for one in office.reported("2023-06-26T09:00")] == ["2023-05"]


def test_a_failed_period_does_not_hold_up_the_others(office: Office) -> None:
    office.schedule("monthly", start="2023-05")
    (office.folder / PLAN / "2023").mkdir(parents=True)
    (office.folder / PLAN / "2023" / "2023-05").write_text("in the way")
    made = office.tick("2023-08-26T09:00")
    assert [(one.run.period, one.error is None) for one in made] == [
        ("2023-05", False),
        ("2023-06", True),
        ("2023-07", True),
    ]


def test_a_run_that_always_kills_its_process_is_given_up(office: Office) -> None:
    schedule = office.schedule("monthly", start="2023-05")
    for _ in range(runs.GIVE_UP):
        _claimed(office, schedule, "dies")
        office.pass_time(LEASE)
    [outcome] = office.tick("2023-06-26T09:00")
    assert outcome.error is not None
    assert outcome.again is None
    assert runs_of(office, schedule)[0].error["code"] == "run-interrupted"


def test_what_is_given_back_is_taken_up_at_once(office: Office) -> None:
    schedule = office.schedule("monthly", start="2023-05")
    leaving = office.runner()
    _claimed(office, schedule, leaving.owner)
    assert office.tick("2023-06-26T09:00") == []
    leaving.give_back()
    assert [one[0] for one in office.reported("2023-06-26T09:00")] == ["2023-05"]


def test_a_stop_is_heeded_between_runs(office: Office) -> None:
    office.schedule("monthly")
    answers = iter([False, False, True])
    runner = runs.Runner(office.database, "scheduler", stopping=lambda: next(answers))
    assert len(list(runner.tick(local("2024-01-26T09:00")))) == 2
    assert len(office.tick("2024-01-26T09:00")) == 10


# --- backups and reminders ---


def test_a_backup_is_a_database_and_made_once_for_its_time(office: Office) -> None:
    office.schedule("daily at 02:00", What.BACKUP, start="2023-06-01")
    [outcome] = office.tick("2023-06-26T09:00")
    assert [Path(path).name for path in outcome.paths] == ["tracker.backup-20230625T180000Z.db"]
    with open_database(outcome.paths[0]) as copy, copy.read() as reader:
        assert len(reader.observations()) == len(FIGURES)
    assert office.tick("2023-06-26T10:00") == []
    assert len(office.tick("2023-06-27T02:00")) == 1
    assert office.files() == ["tracker.backup-20230625T180000Z.db", "tracker.backup-20230626T180000Z.db"]


def test_a_reminder_lists_what_is_due_and_overdue_once(office: Office) -> None:
    office.schedule("monthly on day 16", What.REMINDER, start="2023-05")
    [outcome] = office.tick("2023-06-16T09:00")
    assert outcome.said[0] == "Small plan: figures missing on 16 Jun 2023"
    assert "  overdue, was due by 18 May 2023: Growth, Apr 2023 (last entered by li)" in outcome.said
    assert "  due by 18 Jun 2023: Growth, May 2023 (last entered by li)" in outcome.said
    assert not [line for line in outcome.said if "Jan–Mar" in line or "Jun 2023 (" in line]
    assert office.tick("2023-06-16T10:00") == []


def test_a_laptop_that_slept_for_a_week(office: Office) -> None:
    office.schedule("weekly on mon at 08:00", name="weekly", start="2023-06-05")
    office.schedule("daily at 02:00", What.BACKUP, name="backup", start="2023-06-01")
    office.schedule("daily at 08:30", What.REMINDER, name="reminder", start="2023-06-01")
    runner = office.runner()  # the same process sleeps and wakes
    assert len(list(runner.tick(local("2023-06-19T09:00")))) == 4
    woken = [(one.schedule.name, str(one.run.as_of)) for one in runner.tick(local("2023-07-03T09:00"))]
    assert woken == [
        ("backup", "2023-07-03"),
        ("reminder", "2023-07-03"),
        ("weekly", "2023-06-26"),
        ("weekly", "2023-07-03"),
    ]
    assert list(runner.tick(local("2023-07-03T09:05"))) == []


def test_a_clock_set_back_makes_nothing_twice(office: Office) -> None:
    office.schedule("daily at 02:00", What.BACKUP, name="backup", start="2023-06-01")
    office.schedule("monthly on day 26", name="monthly", start="2023-05")
    assert len(office.tick("2023-06-26T09:00")) == 2
    office.pass_time(-timedelta(days=40))
    assert [one.schedule.name for one in office.tick("2023-06-25T09:00")] == ["backup"]
    assert office.tick("2023-06-26T09:00") == []


def test_a_reminder_comes_before_a_release_and_falls_silent_when_all_is_in(office: Office) -> None:
    office.record(*(("growth", f"2023-{month:02}", "3", "2023-07-17") for month in (1, 2, 3, 4, 5)))
    office.record(("growth", "2023-01..2023-04", "3", "2023-05-17"), ("growth", "2023-01..2023-05", "3", "2023-06-17"))
    office.record(("growth", "2023-06", "4", "2023-07-17"))
    office.schedule("daily at 09:00", What.REMINDER, start="2023-08-01")
    assert {
        day: [line[:20] for line in office.tick(f"2023-08-{day}T09:00")[0].said[1:]] for day in (11, 12, 16, 19)
    } == {
        11: [],
        12: ["  usually out on 15 "] * 2,
        16: ["  due by 18 Aug 2023"] * 2,
        19: ["  overdue, was due b"] * 2,
    }
    office.record(("growth", "2023-07", "4", "2023-08-18"), ("growth", "2023-01..2023-07", "4", "2023-08-18"))
    assert office.tick("2023-08-20T09:00")[0].said == []


def test_the_period_may_be_chosen(office: Office) -> None:
    office.schedule("monthly on day 26", about=Cycle.QUARTER, start="2023")
    assert office.reported("2023-10-01T00:00") == [("2023-Q1", "", "2023-04-26"), ("2023-Q2", "", "2023-07-26")]


def _claimed(office: Office, schedule: Schedule, owner: str) -> Run:
    """The claim of another process on the run for May."""
    with office.database.write(office.write()) as writer:
        kept = schedules.find(writer, schedule.name)
        claim = ledger.Claim(
            kept,
            "2023-05",
            "",
            local("2023-06-26T09:00"),
            local("2023-06-26T09:00").date(),
            writer.last_change(PLAN),
            owner,
            office.clock + LEASE,
        )
        run = ledger.claim(writer, claim, office.clock)
    assert run is not None
    return run

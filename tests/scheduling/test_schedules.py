"""Schedules in the database: what may be added, what is filled in, pausing and removing."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.scheduling.office import PLAN, Office, local
from tracker.domain.cadence import Cycle
from tracker.domain.period import parse_period
from tracker.domain.schedule import CatchUp, What
from tracker.errors import BadCadence, BadSchedule, TrackerError, UnknownCode
from tracker.i18n import has_text
from tracker.services import schedules
from tracker.services.schedules import NewSchedule
from tracker.store.records import ChangeFilter

NEW = NewSchedule("monthly", "每月26日", What.REPORT, PLAN, ("zh",))


def test_what_is_left_out_is_filled_in_and_kept(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(office.folder.parent)
    office.clock = datetime(2051, 3, 31, 16, 30, tzinfo=UTC)  # already April where the plan is
    made = schedules.add(office.database, NEW, "li")
    with office.database.read() as reader:
        kept = schedules.find(reader, "monthly")
    assert kept == made
    assert kept.cadence.text == "monthly on day 26 at 09:00"
    assert (kept.zone, kept.about, kept.first) == ("Asia/Shanghai", Cycle.MONTH, parse_period("2051-04"))
    assert (kept.formats, kept.languages, kept.catch_up) == (("html",), ("zh",), CatchUp.ALL)
    assert kept.folder == str(office.folder.parent / "reports")
    assert not kept.paused


@pytest.mark.parametrize(
    ("what", "every", "about", "first", "formats", "folder"),
    [
        (What.REPORT, "quarterly", Cycle.QUARTER, "2051-Q1", ("html",), "reports"),
        (What.REPORT, "weekly", Cycle.WEEK, "2051-03-27..2051-04-02", ("html",), "reports"),
        (What.REVIEW, "monthly", Cycle.YEAR, "2051", ("html",), "reports"),
        (What.REMINDER, "monthly", Cycle.DAY, "2051-03-31", (), "reports"),
        (What.BACKUP, "daily", Cycle.DAY, "2051-03-31", (), "backups"),
    ],
)
def test_every_kind_has_its_own_defaults(
    office: Office,
    monkeypatch: pytest.MonkeyPatch,
    what: What,
    every: str,
    about: Cycle,
    first: str,
    formats: tuple[str, ...],
    folder: str,
) -> None:
    monkeypatch.chdir(office.folder.parent)
    office.clock = local("2051-03-31T12:00").astimezone(UTC)
    made = schedules.add(office.database, replace(NEW, what=what, every=every), "li")
    assert (made.about, made.first, made.formats) == (about, parse_period(first), formats)
    assert Path(made.folder) == office.folder.parent / folder


def test_a_start_in_the_middle_of_a_period_means_that_period(office: Office) -> None:
    made = schedules.add(office.database, replace(NEW, every="quarterly", start=parse_period("2023-05")), "li")
    assert made.first == parse_period("2023-Q2")


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"name": ""}, "name"),
        ({"name": " a"}, "name"),
        ({"name": "a\nb"}, "name"),
        ({"name": "x" * 61}, "name"),
        ({"name": "a\u202eb"}, "name"),
        ({"zone": "Mars/One"}, "zone"),
        ({"zone": "../etc/passwd"}, "zone"),
        ({"zone": "/etc/passwd"}, "zone"),
        ({"formats": ("md", "pdf2")}, "bad-format"),
        ({"languages": ("fr",)}, "bad-language"),
        ({"what": What.BACKUP, "formats": ("md",)}, "no-formats"),
        ({"what": What.REVIEW, "about": Cycle.MONTH}, "about"),
        ({"what": What.REMINDER, "about": Cycle.DAY}, "about"),
    ],
)
def test_what_cannot_be_added(office: Office, change: dict[str, object], problem: str) -> None:
    with pytest.raises(BadSchedule) as caught:
        schedules.add(office.database, replace(NEW, **change), "li")  # type: ignore[arg-type]  # by name
    assert caught.value.data["problem"] == problem
    assert has_text(f"errors.bad-schedule.{problem}")
    with office.database.read() as reader:
        assert schedules.listed(reader, office.clock, count=1) == []
        assert reader.changes(ChangeFilter(kinds=("schedule-add",))) == []


@pytest.mark.parametrize(
    ("change", "error"),
    [({"every": "now and then"}, BadCadence), ({"plan": "no-such-plan"}, UnknownCode)],
)
def test_errors_of_others_pass_through(office: Office, change: dict[str, str], error: type[TrackerError]) -> None:
    with pytest.raises(error):
        schedules.add(office.database, replace(NEW, **change), "li")  # type: ignore[arg-type]  # by name


def test_a_name_is_unique_while_it_is_in_use(office: Office) -> None:
    schedules.add(office.database, NEW, "li")
    with pytest.raises(BadSchedule):
        schedules.add(office.database, NEW, "li")
    schedules.remove(office.database, "monthly", "li")
    assert schedules.add(office.database, NEW, "li").name == "monthly"


def test_an_unknown_name_is_told_with_the_nearest(office: Office) -> None:
    schedules.add(office.database, NEW, "li")
    for use in (schedules.remove, schedules.pause, schedules.resume):
        with pytest.raises(UnknownCode) as caught:
            use(office.database, "montly", "li")
        assert caught.value.data["near"] == ["monthly"]


def test_previews_show_the_next_runs_and_none_while_paused(office: Office) -> None:
    made = schedules.add(office.database, replace(NEW, start=parse_period("2023-01")), "li")
    paused = schedules.pause(office.database, "monthly", "li")
    with office.database.read() as reader:
        found = schedules.preview(reader, made, local("2023-06-26T09:00"), 5)
        assert schedules.preview(reader, paused, local("2023-06-26T09:00"), 5).following == ()
    assert [str(one.period) for one in found.following] == ["2023-06", "2023-07", "2023-08", "2023-09", "2023-10"]


def test_periods_waiting_are_counted_once(office: Office) -> None:
    review = replace(NEW, what=What.REVIEW, every="monthly", start=parse_period("2022"))
    made = schedules.add(office.database, review, "li")
    backup = schedules.add(office.database, replace(NEW, name="b", what=What.BACKUP, every="daily"), "li")
    with office.database.read() as reader:
        assert schedules.periods_due(reader, made, local("2024-06-01T00:00")) == 2
        assert schedules.periods_due(reader, backup, local("2060-06-01T00:00")) == 0


def test_every_change_of_a_schedule_is_in_the_log(office: Office) -> None:
    schedules.add(office.database, NEW, "li")
    schedules.pause(office.database, "monthly", "wang")
    schedules.resume(office.database, "monthly", "wang")
    schedules.remove(office.database, "monthly", "zhao")
    with office.database.read() as reader:
        found = [(row.kind, row.by, row.reason, row.plan) for row in reader.changes()]
    assert found[-4:] == [
        ("schedule-add", "li", "monthly", PLAN),
        ("schedule-pause", "wang", "monthly", PLAN),
        ("schedule-resume", "wang", "monthly", PLAN),
        ("schedule-remove", "zhao", "monthly", PLAN),
    ]


def test_a_schedule_is_no_change_that_a_report_could_see(office: Office) -> None:
    with office.database.read() as reader:
        before = reader.last_change(PLAN)
    office.schedule("monthly", start="2023-05")
    office.tick("2023-06-26T09:00")
    with office.database.read() as reader:
        assert reader.last_change(PLAN) == before

"""Which runs are due and to come: a year of each cadence, what was missed, what was done already."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.domain.cadence import Cycle, parse_cadence
from tracker.domain.occasions import coming, due, first_period
from tracker.domain.period import Period, parse_period
from tracker.domain.schedule import CatchUp, Occasion, Schedule, What

ZONE = ZoneInfo("Asia/Shanghai")
END = datetime(2023, 12, 31, tzinfo=UTC).date()
CREATED = datetime(2023, 1, 5, 4, tzinfo=UTC)


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def make(every: str, what: What = What.REPORT, start: str = "", catch_up: CatchUp = CatchUp.ALL) -> Schedule:
    cadence = parse_cadence(every)
    about = {What.REPORT: cadence.cycle, What.REVIEW: Cycle.YEAR}.get(what, Cycle.DAY)
    asked = parse_period(start) if start else None
    return Schedule(
        name="s",
        plan="miit-2023",
        cadence=cadence,
        zone="Asia/Shanghai",
        what=what,
        about=about,
        first=first_period(about, CREATED, ZONE, asked),
        created=CREATED,
        folder="/x",
        catch_up=catch_up,
    )


def nothing(_: Period) -> bool:
    return False


def told(found: list[Occasion]) -> list[tuple[str, str]]:
    return [(str(occasion.period), str(occasion.as_of)) for occasion in found]


def due_at(schedule: Schedule, now: str) -> list[tuple[str, str]]:
    return told(due(schedule, ZONE, local(now), nothing))


def test_a_year_of_monthly_reports() -> None:
    schedule = make("monthly on day 26 at 09:00", start="2023-01")
    expected = [(f"2023-{month:02}", f"2023-{month + 1:02}-26") for month in range(1, 12)]
    assert due_at(schedule, "2024-01-26T08:59") == expected
    assert due_at(schedule, "2024-01-26T09:00") == [*expected, ("2023-12", "2024-01-26")]


def test_quarterly_and_yearly_reports() -> None:
    assert due_at(make("quarterly", start="2023"), "2024-02-01T00:00") == [
        ("2023-Q1", "2023-04-26"),
        ("2023-Q2", "2023-07-26"),
        ("2023-Q3", "2023-10-26"),
        ("2023-Q4", "2024-01-26"),
    ]
    assert due_at(make("yearly on Jan 20", start="2022-07"), "2024-01-20T09:00") == [
        ("2022", "2023-01-20"),
        ("2023", "2024-01-20"),
    ]


def test_without_a_start_it_begins_with_the_period_that_ends_next() -> None:
    assert due_at(make("monthly"), "2023-03-26T09:00") == [("2023-01", "2023-02-26"), ("2023-02", "2023-03-26")]
    assert due_at(make("monthly"), "2023-01-31T23:00") == []


def test_a_start_within_a_period_begins_with_that_period() -> None:
    assert due_at(make("quarterly", start="2023-05"), "2023-07-26T09:00") == [("2023-Q2", "2023-07-26")]


def test_a_period_is_reported_by_the_first_run_that_falls_to_it() -> None:
    schedule = replace(make("weekly on mon", start="2023-01"), about=Cycle.MONTH, first=parse_period("2023-01"))
    assert due_at(schedule, "2023-03-31T00:00") == [("2023-01", "2023-02-06"), ("2023-02", "2023-03-06")]


def test_a_cadence_rarer_than_its_periods_leaves_some_out() -> None:
    schedule = replace(make("yearly on Jan 20", start="2022"), about=Cycle.MONTH, first=parse_period("2022-01"))
    assert due_at(schedule, "2024-01-31T00:00") == [("2022-12", "2023-01-20"), ("2023-12", "2024-01-20")]


def test_a_run_at_midnight_of_the_first_is_about_the_month_that_just_ended() -> None:
    assert due_at(make("@monthly", start="2023-01"), "2023-02-01T00:00") == [("2023-01", "2023-02-01")]


def test_done_periods_are_passed_over() -> None:
    found = due(
        make("monthly", start="2023-01"), ZONE, local("2023-05-01T00:00"), lambda period: str(period) != "2023-02"
    )
    assert told(found) == [("2023-02", "2023-03-26")]


def test_latest_makes_one_of_those_missed() -> None:
    schedule = make("monthly", start="2023-01", catch_up=CatchUp.LATEST)
    assert due_at(schedule, "2023-06-01T00:00") == [("2023-04", "2023-05-26")]
    assert due(schedule, ZONE, local("2023-06-01T00:00"), lambda period: str(period) == "2023-04") == []


def test_none_makes_only_what_is_not_a_day_late() -> None:
    schedule = make("monthly", start="2023-01", catch_up=CatchUp.NONE)
    assert due_at(schedule, "2023-05-27T09:00") == [("2023-04", "2023-05-26")]
    assert due_at(schedule, "2023-05-27T09:01") == []


def test_a_yearly_review_is_looked_at_each_month_of_the_next_year() -> None:
    found = due_at(make("yearly on Jan 20", What.REVIEW, "2022"), "2024-02-20T09:00")
    assert [day for year, day in found if year == "2022"] == [f"2023-{month:02}-20" for month in range(1, 13)]
    assert [day for year, day in found if year == "2023"] == ["2024-01-20", "2024-02-20"]


def test_reports_stop_with_the_plan() -> None:
    schedule, now = make("monthly", start="2023-01"), local("2026-11-23T00:00")
    assert len(due(schedule, ZONE, now, nothing, END)) == 12
    assert told(due(replace(schedule, catch_up=CatchUp.LATEST), ZONE, now, nothing, END)) == [("2023-12", "2024-01-26")]
    assert told(list(coming(schedule, ZONE, local("2023-12-20T00:00"), nothing, END))) == [
        ("2023-11", "2023-12-26"),
        ("2023-12", "2024-01-26"),
    ]
    assert list(coming(schedule, ZONE, now, nothing, END)) == []


def test_a_period_that_begins_by_the_plans_end_is_reported() -> None:
    schedule = make("quarterly", start="2023-01")
    found = due(schedule, ZONE, local("2026-01-01T00:00"), nothing, datetime(2024, 4, 1, tzinfo=UTC).date())
    assert str(found[-1].period) == "2024-Q2"


def test_the_last_review_is_looked_at_until_it_is_final() -> None:
    schedule = make("yearly on Jan 20", What.REVIEW, "2023")
    found = due(schedule, ZONE, local("2025-02-20T09:00"), nothing, END)
    assert told(found) == [
        ("2023", f"{year}-{month:02}-20") for year, months in ((2024, 12), (2025, 2)) for month in range(1, months + 1)
    ]
    following = coming(schedule, ZONE, local("2025-02-20T09:00"), nothing, END)
    assert told(list(islice(following, 2))) == [("2023", "2025-03-20"), ("2023", "2025-04-20")]
    assert list(coming(schedule, ZONE, local("2025-02-20T09:00"), lambda _: True, END)) == []


def test_a_yearly_review_late_in_the_year_is_not_looked_at_before_its_day() -> None:
    found = due_at(make("0 9 1 10 *", What.REVIEW, "2022"), "2024-01-31T00:00")
    assert found == [("2022", "2023-10-01"), ("2022", "2023-11-01"), ("2022", "2023-12-01")]


def test_backups_and_reminders_are_made_once_for_all_that_were_missed() -> None:
    schedule = make("daily at 03:00, 15:00", What.BACKUP)
    found = due(schedule, ZONE, local("2023-02-01T16:00"), nothing)
    assert [(str(item.period), item.slot) for item in found] == [("2023-02-01", "15:00+0800")]
    assert due_at(schedule, "2023-01-05T14:59") == []
    assert due_at(make("daily at 03:00", What.BACKUP, catch_up=CatchUp.NONE), "2023-02-02T02:59") == [
        ("2023-02-01", "2023-02-01")
    ]


def test_a_reminder_with_a_start_begins_there() -> None:
    schedule = make("monthly on day 10", What.REMINDER, "2023-03")
    assert due_at(schedule, "2023-03-01T00:00") == []
    assert due_at(schedule, "2023-03-10T09:00") == [("2023-03-10", "2023-03-10")]


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        (make("monthly"), [("2023-02", "2023-03-26"), ("2023-03", "2023-04-26")]),
        (make("monthly", start="2023-06"), [("2023-06", "2023-07-26"), ("2023-07", "2023-08-26")]),
        (make("monthly on days 10, 20"), [("2023-02", "2023-03-10"), ("2023-03", "2023-04-10")]),
        (make("quarterly"), [("2023-Q1", "2023-04-26"), ("2023-Q2", "2023-07-26")]),
        (make("yearly on Jan 20", What.REVIEW), [("2023", "2024-01-20"), ("2023", "2024-02-20")]),
        (make("daily at 20:00", What.BACKUP), [("2023-02-26", "2023-02-26"), ("2023-02-27", "2023-02-27")]),
        (
            make("weekly on mon", start="2023-02"),
            [("2023-02-20..2023-02-26", "2023-02-27"), ("2023-02-27..2023-03-05", "2023-03-06")],
        ),
    ],
)
def test_what_is_to_come(schedule: Schedule, expected: list[tuple[str, str]]) -> None:
    assert told(list(islice(coming(schedule, ZONE, local("2023-02-26T10:00")), 2))) == expected


whats = st.sampled_from([What.REPORT, What.REVIEW])
cadences = st.sampled_from(
    ["monthly on day 26", "monthly on the last day", "quarterly", "yearly on Jan 20", "weekly on mon", "0 0 1 * *"]
)
moments = st.datetimes(datetime(2023, 1, 6), datetime(2026, 6, 1), timezones=st.just(UTC))  # noqa: DTZ001 -- the strategy adds the zone


@settings(max_examples=60, deadline=None)
@given(cadences, whats, moments)
def test_what_is_to_come_is_what_will_be_due(every: str, what: What, now: datetime) -> None:
    schedule = make(every, what, "2023")
    following = list(islice(coming(schedule, ZONE, now), 3))
    for occasion in following:
        assert occasion in due(schedule, ZONE, occasion.at, nothing)
        assert occasion not in due(schedule, ZONE, occasion.at - timedelta(seconds=1), nothing)


@settings(max_examples=60, deadline=None)
@given(cadences, whats, moments, st.timedeltas(timedelta(0), timedelta(days=400)))
def test_as_time_passes_runs_are_added_and_never_change(
    every: str, what: What, now: datetime, later: timedelta
) -> None:
    schedule = make(every, what, "2023")
    before = due(schedule, ZONE, now, nothing)
    after = due(schedule, ZONE, now + later, nothing)
    assert after[: len(before)] == before
    assert all(now < occasion.at <= now + later for occasion in after[len(before) :])
    assert all(occasion.period.stop < occasion.as_of for occasion in after)
    if what is What.REPORT:
        assert len({occasion.period for occasion in after}) == len(after)

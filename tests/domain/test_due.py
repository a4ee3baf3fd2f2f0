"""What is to be entered about a month, from the release calendar, and how far it has come."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from tests.domain.cases import MONTHLY, VEHICLES, YEARLY, base, fig, indicator, q, retracted, target
from tracker.domain.bilingual import Bilingual
from tracker.domain.calendar import Frequency, ReleaseCalendar, Span
from tracker.domain.due import DueFigure, DueState, counted, due_figures, followed
from tracker.domain.indicator import Indicator, Kind
from tracker.domain.observation import Observation
from tracker.domain.period import Period, parse_period
from tracker.domain.plan import Plan
from tracker.domain.releases import last_before, withheld_periods

SHANGHAI = ZoneInfo("Asia/Shanghai")
GROWTH = indicator(Kind.GROWTH, MONTHLY)
FLOW = indicator(Kind.FLOW, ReleaseCalendar(Frequency.MONTH, 10, 15), unit=VEHICLES)
STOCK = indicator(Kind.STOCK, MONTHLY)
SHARE = indicator(Kind.SHARE, YEARLY)


def due(one: Indicator, month: str, *rows: Observation, on: str = "2023-07-16", area: str = "CN") -> list[DueFigure]:
    return list(due_figures(one, area, rows, parse_period(month), date.fromisoformat(on), SHANGHAI))


def periods(one: Indicator, month: str) -> list[str]:
    return [str(figure.period) for figure in due(one, month)]


@pytest.mark.parametrize(
    ("one", "month", "expected"),
    [
        (GROWTH, "2023-06", ["2023-06", "2023-H1"]),
        (GROWTH, "2023-02", ["2023-01..2023-02"]),
        (FLOW, "2023-01", ["2023-01"]),
        (FLOW, "2023-02", ["2023-02", "2023-01..2023-02"]),
        (STOCK, "2023-06", ["2023-06-30"]),
        (SHARE, "2023-06", []),
        (SHARE, "2023-12", ["2023"]),
        (indicator(Kind.GROWTH, replace(MONTHLY, spans=(Span.YEAR_TO_DATE,))), "2023-06", ["2023-H1"]),
        (indicator(Kind.FLOW, ReleaseCalendar(Frequency.QUARTER, 20, 25)), "2023-06", ["2023-Q2", "2023-H1"]),
        (indicator(Kind.FLOW, ReleaseCalendar(Frequency.QUARTER, 20, 25)), "2023-05", []),
        (indicator(Kind.STOCK), "2023-06", []),
        (GROWTH, "2023-Q1", ["2023-01", "2023-01..2023-02", "2023-03", "2023-Q1"]),
    ],
)
def test_what_is_published_about_a_month(one: Indicator, month: str, expected: list[str]) -> None:
    assert periods(one, month) == expected


@pytest.mark.parametrize(
    ("on", "state", "left"),
    [
        ("2023-07-14", DueState.EXPECTED, 4),
        ("2023-07-15", DueState.DUE, 3),
        ("2023-07-18", DueState.DUE, 0),
        ("2023-07-19", DueState.OVERDUE, -1),
    ],
)
def test_a_figure_that_is_not_there(on: str, state: DueState, left: int) -> None:
    figure = due(GROWTH, "2023-06", on=on)[0]
    assert (figure.state, figure.days_left(date.fromisoformat(on))) == (state, left)


def test_january_that_comes_with_february_counts_for_nothing() -> None:
    [january] = due(GROWTH, "2023-01", on="2024-01-01")
    assert january.state is DueState.NOT_PUBLISHED
    assert (str(january.period), str(january.comes_with)) == ("2023-01", "2023-01..2023-02")
    assert january.days_left(date(2024, 1, 1)) is None
    assert counted([january]).expected == 0
    assert counted([january]).completeness is None


def test_two_withheld_months_come_with_the_third() -> None:
    one = indicator(Kind.STOCK, replace(MONTHLY, with_next=(1, 2)))
    assert [(str(a), str(b)) for a, b in withheld_periods(one, Period.year(2023))] == [
        ("2023-01-31", "2023-03-31"),
        ("2023-02-28", "2023-03-31"),
    ]


def test_a_january_entered_all_the_same_is_shown_and_not_counted() -> None:
    [january] = due(GROWTH, "2023-01", fig("2023-01", "3", "2023-02-20"))
    assert january.state is DueState.ENTERED
    assert counted([january]).entered == 0


@pytest.mark.parametrize(
    ("flag", "state"),
    [("", DueState.ENTERED), ("p", DueState.PROVISIONAL), ("e", DueState.PROVISIONAL), ("b", DueState.ENTERED)],
)
def test_what_is_entered(flag: str, state: DueState) -> None:
    month, year = due(GROWTH, "2023-06", fig("2023-06", "4.4", "2023-07-15", flag=flag))
    assert (month.state, month.figure and month.figure.quantity) == (state, q("4.4"))
    assert year.state is DueState.DUE


@pytest.mark.parametrize(
    "row",
    [
        fig("2023-06", "4.4", "2023-07-15", flag="d"),
        fig("2023-06", "4.4", "2023-06-15", flag="f"),
        fig("2023-06", "4.4", "2023-07-15", "world-bank"),
        fig("2023-06", "4.4", "2023-07-17"),
        fig("2023-06", "4.4", "2023-07-15", area="CN-GD"),
    ],
    ids=["definition", "outlook", "unlisted publisher", "published later", "another area"],
)
def test_what_does_not_count_as_entered(row: Observation) -> None:
    assert due(GROWTH, "2023-06", row)[0].state is DueState.DUE


def test_a_retracted_figure_is_due_again() -> None:
    row = fig("2023-06", "4.4", "2023-07-15")
    assert due(GROWTH, "2023-06", row, retracted(row))[0].state is DueState.DUE


def test_on_time_is_judged_on_the_first_vintage_and_its_recording() -> None:
    first = fig("2023-06", "4.4", "2023-07-18", recorded_at=datetime(2023, 7, 18, 15, 59, tzinfo=UTC))
    again = fig("2023-06", "4.5", "2023-09-18", recorded_at=datetime(2023, 9, 18, tzinfo=UTC))
    late = fig("2023-H1", "3.8", "2023-07-17", recorded_at=datetime(2023, 7, 18, 16, 0, tzinfo=UTC))
    count = counted(due(GROWTH, "2023-06", first, again, late, on="2023-10-01"))
    assert (count.expected, count.entered, count.overdue) == (2, 2, 0)
    assert (count.published_on_time, count.entered_on_time) == (2, 1)  # 16:00 UTC is the next day in Shanghai
    assert (count.publishing, count.entering) == (Decimal(1), Decimal("0.5"))


def test_what_is_overdue_was_not_on_time_and_what_is_due_is_not_judged() -> None:
    row = fig("2023-06", "4.4", "2023-07-17")
    before = counted(due(GROWTH, "2023-06", row, on="2023-07-18"))
    after = counted(due(GROWTH, "2023-06", row, on="2023-07-19"))
    assert (before.publishing, after.publishing) == (Decimal(1), Decimal("0.5"))
    assert before.completeness == after.completeness == Decimal("0.5")


@pytest.mark.parametrize(
    ("one", "period", "last"),
    [
        (GROWTH, "2023-03", "2023-01..2023-02"),
        (GROWTH, "2023-Q1", "2023-01..2023-02"),
        (GROWTH, "2023-06", "2023-05"),
        (GROWTH, "2023-H1", "2023-01..2023-05"),
        (GROWTH, "2023-01..2023-02", "2022-12"),
        (FLOW, "2023-01..2023-02", "2022"),
        (FLOW, "2023-01", "2022-12"),
        (indicator(Kind.GROWTH), "2023", "2023-01..2023-05"),
        (GROWTH, "2022-12", None),
    ],
)
def test_the_figure_before_is_of_the_same_sort(one: Indicator, period: str, last: str | None) -> None:
    rows = [fig(text, "1", "2023-12-31") for text in ("2022-12", "2022", "2023-01..2023-02", "2023-05")]
    rows.append(fig("2023-01..2023-05", "1", "2023-12-31"))
    found = last_before(one, rows, parse_period(period))
    assert (found and str(found.period)) == last


def test_a_stock_goes_on_from_its_baseline() -> None:
    one = indicator(Kind.STOCK, MONTHLY, baseline=base("2022-12-31", ">2310000"))
    last = due(one, "2023-02")[0].last
    assert last is not None
    assert last.quantity == q(">2310000")
    assert due(one, "2023-02", area="CN-GD")[0].last is None


def test_indicators_are_followed_by_press_release_and_where_there_is_a_target() -> None:
    one, two = replace(GROWTH, code="a", publishers=("nbs",)), replace(STOCK, code="b")
    three = replace(GROWTH, code="c", publishers=("nbs", "miit"))
    local = replace(target(two, "more-than", "5"), area="CN-GD")
    plan = Plan(
        "p", Bilingual("计划"), 2023, "miit", date(2023, 1, 1),
        indicators={each.code: each for each in (one, two, three)}, targets=(local,),
    )  # fmt: skip
    assert [(each.code, area) for each, area in followed(plan)] == [
        ("a", "CN"),
        ("c", "CN"),
        ("b", "CN"),
        ("b", "CN-GD"),
    ]

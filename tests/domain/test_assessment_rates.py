"""Flows, growth rates and shares: what is the actual, what is final, what is needed, and the bands."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.domain.cases import MONTHLY, VEHICLES, YEARLY, base, fig, indicator, on, q, target
from tracker.domain.assessment import Status
from tracker.domain.indicator import Direction, Kind
from tracker.domain.rounding import rounded, truncated
from tracker.domain.target import ElapsedUnit, PathKind, PathSpec, Rules

SHARE = target(indicator(Kind.SHARE, YEARLY), "within", None, base("2022", "28", flag="e"), tolerance="0.5")
REVISED = fig("2022", "27.7", "2023-01-18")
GROWTH = target(indicator(Kind.GROWTH, MONTHLY, publishers=("nbs", "miit")), "at-least", "4.5")
INDUSTRY = [
    fig("2022-09", "6.3", "2022-10-24", "nbs"),
    fig("2022-12", "1.3", "2023-01-17", "nbs"),
    fig("2023-01..2023-02", "2.4", "2023-03-15", "nbs"),
    fig("2023-03", "3.9", "2023-04-18", "nbs"),
    fig("2023-Q1", "3.0", "2023-04-18", "nbs"),
    fig("2023-04", "5.6", "2023-05-16", "nbs"),
    fig("2023-01..2023-04", "3.6", "2023-05-16", "nbs"),
    fig("2023-01..2023-09", "4.0", "2023-10-18", "nbs"),
    fig("2023-01..2023-10", "4.1", "2023-11-15", "nbs"),
    fig("2023", "+4.3", "2023-12-21", "miit", flag="f"),
    fig("2023", "4.6", "2024-01-17", "nbs", flag="p"),
]
CARS = target(indicator(Kind.FLOW, MONTHLY, unit=VEHICLES, publishers=("caam", "nbs")), "about", "9000000")


def test_basically_stable_waits_then_lacks_its_figure_then_is_judged_against_the_revised_value() -> None:
    rows = [REVISED, fig("2023", "26.2", "2024-07-05")]
    january, december, march = (on(day, SHARE, rows) for day in ("2023-01-17", "2023-12-31", "2024-03-31"))
    assert january.reference is not None
    assert january.reference.quantity == q("28")
    assert (december.status, march.status) == (Status.PENDING, Status.NO_DATA)
    latest = SHARE.indicator.calendar.release(SHARE.span).latest
    at_last, late = (on(str(latest + timedelta(days=days)), SHARE, rows) for days in (0, 1))
    assert (at_last.status, late.status) == (Status.PENDING, Status.NO_DATA)
    assert december.baseline is not None
    assert december.baseline.quantity == q("28")
    assert december.reference is not None
    assert december.reference.quantity == q("27.7")
    judged = on("2024-07-05", SHARE, rows)
    assert (judged.status, judged.gap, judged.expected) == (Status.MISSED, Decimal("-1.5"), Decimal("27.7"))
    assert judged.final
    assert judged.progress is None


@pytest.mark.parametrize(
    ("value", "status", "reason"),
    [
        ("27.3", Status.ACHIEVED, "condition-met"),
        ("27.2", Status.MISSED, "condition-failed"),  # a change of 0.5 is a change
        ("28.1", Status.ACHIEVED, "condition-met"),
        ("28.2", Status.ACHIEVED, "above-band"),
        ("~27.5", Status.ACHIEVED, "condition-met"),
        ("~27.3", Status.UNDETERMINED, "bounds-open"),
    ],
)
def test_the_edges_of_basically_stable(value: str, status: Status, reason: str) -> None:
    found = on("2024-07-05", SHARE, [REVISED, fig("2023", value, "2024-07-05")])
    assert found.status is status
    assert found.has(reason)


def test_a_reference_revised_after_the_verdict_is_said_to_change_it() -> None:
    rows = [REVISED, fig("2023", "27.3", "2024-07-05")]
    assert on("2024-08-01", SHARE, rows).status is Status.ACHIEVED
    later = on("2024-12-31", SHARE, [*rows, fig("2022", "27.9", "2024-12-27")])
    assert later.status is Status.MISSED
    assert later.has("verdict-revised")
    harmless = on("2024-12-31", SHARE, [*rows, fig("2022", "27.6", "2024-12-27")])
    assert (harmless.status, harmless.has("reference-revised")) == (Status.ACHIEVED, True)


def test_a_tolerance_without_a_baseline_cannot_be_assessed() -> None:
    bare = target(indicator(Kind.SHARE, YEARLY), "within", None, tolerance="0.5")
    found = on("2024-07-05", bare, [])
    assert found.status is Status.NOT_ASSESSABLE
    assert found.has("no-reference")


def test_a_baseline_of_another_definition_is_compared_with_nothing() -> None:
    other = target(indicator(Kind.SHARE, YEARLY), "within", None, base("2022", "28", flag="de"), tolerance="0.5")
    found = on("2024-07-05", other, [REVISED])
    assert (found.status, found.has("definition-differs")) == (Status.NOT_ASSESSABLE, True)


def test_growth_takes_the_year_to_date_that_ends_last_and_never_a_month() -> None:
    found = on("2023-05-20", GROWTH, INDUSTRY)
    assert found.actual is not None
    assert (str(found.actual.period), found.actual.quantity) == ("2023-01..2023-04", q("3.6"))
    assert (found.progress, found.expected, found.gap) == (None, Decimal("4.5"), Decimal("-0.9"))
    assert found.elapsed is not None
    assert truncated(found.elapsed) == "0.3333"


def test_growth_is_behind_while_the_rest_can_be_made_up() -> None:
    found = on("2023-05-20", GROWTH, INDUSTRY)
    assert found.needed is not None
    assert rounded(found.needed) == "4.95"  # (12 * 4.5 - 4 * 3.6) / 8
    assert found.status is Status.BEHIND
    assert found.has("needed-within-best")  # 6.3 in September 2022
    beyond = on("2023-11-20", GROWTH, INDUSTRY)
    assert beyond.needed is not None
    assert rounded(beyond.needed) == "6.5"  # (54 - 41) / 2
    assert (beyond.status, beyond.has("needed-above-best")) == (Status.OFF_TRACK, True)


def test_january_and_february_count_as_two_months() -> None:
    found = on("2023-03-20", GROWTH, INDUSTRY)
    assert found.needed is not None
    assert rounded(found.needed) == "4.92"  # (54 - 2 * 2.4) / 10
    assert found.status is Status.BEHIND


@pytest.mark.parametrize(
    ("value", "status"), [("3", Status.BEHIND), ("-3", Status.OFF_TRACK), ("4.5", Status.ON_TRACK)]
)
def test_growth_without_months_to_compare(value: str, status: Status) -> None:
    assert on("2023-07-20", GROWTH, [fig("2023-H1", value, "2023-07-17", "nbs")]).status is status


def test_an_outlook_is_never_the_actual_and_never_final() -> None:
    found = on("2023-12-31", GROWTH, INDUSTRY)
    assert found.actual is not None
    assert str(found.actual.period) == "2023-01..2023-10"
    assert found.outlook is not None
    assert found.outlook.quantity == q("+4.3")
    assert not found.final


def test_growth_is_final_on_the_year_and_provisional_while_flagged() -> None:
    waiting, judged = on("2024-01-10", GROWTH, INDUSTRY), on("2024-01-17", GROWTH, INDUSTRY)
    assert not waiting.final
    assert waiting.has("awaiting-final")
    assert (judged.status, judged.final, judged.needed) == (Status.ACHIEVED, True, None)
    assert judged.has("provisional")
    assert judged.first_achieved == date(2023, 12, 31)
    assert judged.known_since == date(2024, 1, 17)


def test_growth_that_has_to_fall_keeps_its_sign() -> None:
    tariff = target(indicator(Kind.GROWTH, YEARLY, direction=Direction.DOWN), "less-than", "-10")
    assert on("2024-02-01", tariff, [fig("2023", "<-10", "2024-01-21")]).status is Status.ACHIEVED
    assert on("2024-02-01", tariff, [fig("2023", "-10", "2024-01-21")]).status is Status.MISSED
    assert on("2024-02-01", tariff, [fig("2023", "-8", "2024-01-21")]).gap == 2


def test_a_flow_counts_completed_months() -> None:
    found = on("2023-10-20", CARS, [fig("2023-01..2023-09", "6278000", "2023-10-11", "caam")])
    assert found.elapsed is not None
    assert truncated(found.elapsed) == "0.7500"
    assert found.expected == 6750000
    assert found.progress is not None
    assert truncated(found.progress) == "0.6975"
    assert found.gap == -472000
    assert found.needed is not None
    assert rounded(found.needed) == "907333.3333"
    assert found.status is Status.ON_TRACK


def test_published_year_to_date_wins_and_later_months_are_added() -> None:
    rows = [
        fig("2023-01", "408000", "2023-02-10", "caam"),
        fig("2023-02", "525000", "2023-03-10", "caam"),
        fig("2023-01..2023-02", "933001", "2023-03-10", "caam"),
        fig("2023-03", "653000", "2023-04-11", "caam"),
        fig("2023-04", ">600000", "2023-05-11", "caam"),
    ]
    published, derived = on("2023-03-11", CARS, rows), on("2023-05-12", CARS, rows)
    assert published.actual is not None
    assert published.actual.quantity == q("933001")
    assert derived.actual is not None
    assert derived.actual.quantity == q(">2186001")
    assert str(derived.actual.period) == "2023-01..2023-04"
    assert derived.has("derived")


def test_months_alone_count_only_unbroken_and_within_one_publisher() -> None:
    months = [fig(f"2023-{month:02}", "500000", "2023-08-01", "caam") for month in (1, 2, 3, 5)]
    other = [fig("2023-04", "500000", "2023-08-01", "nbs")]
    found = on("2023-08-02", CARS, [*months, *other])
    assert found.actual is not None
    assert str(found.actual.period) == "2023-Q1"
    assert on("2023-08-02", CARS, months[1:]).actual is None


def test_months_added_up_never_close_the_year() -> None:
    months = [fig(f"2023-{month:02}", "740000", "2024-01-11", "caam") for month in range(1, 13)]
    found = on("2024-01-12", CARS, months)
    assert (found.final, found.has("awaiting-final"), found.has("derived")) == (False, True, True)
    judged = on("2024-01-12", CARS, [*months, fig("2023", "9495000", "2024-01-11", "caam")])
    assert (judged.status, judged.final) == (Status.ACHIEVED, True)
    assert judged.first_achieved == date(2023, 12, 31)


def test_a_flow_reaches_its_target_before_the_year_is_over() -> None:
    rows = [fig("2023-01..2023-11", "9001000", "2023-12-11", "caam"), fig("2023", "9495000", "2024-01-11", "caam")]
    found = on("2023-12-12", CARS, rows)
    assert (found.status, found.first_achieved, found.known_since) == (
        Status.ACHIEVED,
        date(2023, 11, 30),
        date(2023, 12, 11),
    )


@pytest.mark.parametrize(("allowance", "status"), [(None, Status.MISSED), ("50000", Status.ACHIEVED)])
def test_about_is_reached_short_of_its_value_only_within_an_allowance(allowance: str | None, status: Status) -> None:
    measured = indicator(Kind.FLOW, MONTHLY, unit=VEHICLES)
    found = on(
        "2024-01-12",
        target(measured, "about", "9000000", tolerance=allowance),
        [fig("2023", "8950000", "2024-01-11")],
    )
    assert found.status is status
    assert found.has("within-about") is (allowance is not None)


def test_a_cap_on_a_flow_is_judged_at_the_end_only() -> None:
    cap = target(indicator(Kind.FLOW, MONTHLY, direction=Direction.DOWN), "at-most", "1200")
    assert on("2023-04-20", cap, [fig("2023-Q1", "300", "2023-04-18")]).status is not Status.ACHIEVED
    assert on("2024-01-20", cap, [fig("2023", "1200", "2024-01-18")]).status is Status.ACHIEVED
    assert on("2024-01-20", cap, [fig("2023", "1201", "2024-01-18")]).status is Status.MISSED


@pytest.mark.parametrize(
    ("half", "status", "reason"),
    [
        ("400", Status.ON_TRACK, "within-path"),
        ("500", Status.ON_TRACK, "within-path"),
        ("599", Status.ON_TRACK, "over-small"),
        ("600", Status.BEHIND, "over"),
        ("800", Status.BEHIND, "over"),
        ("801", Status.OFF_TRACK, "over-large"),
        ("1001", Status.OFF_TRACK, "limit-passed"),
    ],
)
@pytest.mark.parametrize("direction", Direction)
def test_less_of_a_cap_is_better(direction: Direction, half: str, status: Status, reason: str) -> None:
    """Half of 1,000 may be used up by the middle of the year; gap and progress keep their signs."""
    cap = target(indicator(Kind.FLOW, MONTHLY, direction=direction), "at-most", "1000")
    found = on("2023-07-18", cap, [fig("2023-H1", half, "2023-07-17")])
    assert (found.status, found.reasons[0].code) == (status, reason)
    assert (found.expected, found.gap) == (Decimal(500), Decimal(half) - 500)
    assert found.progress == Decimal(half) / 1000


def test_any_excess_over_a_cap_counts_in_the_last_quarter() -> None:
    cap = target(indicator(Kind.FLOW, MONTHLY, direction=Direction.DOWN), "at-most", "1200")
    found = on("2023-11-16", cap, [fig("2023-01..2023-10", "1001", "2023-11-15")])
    assert (found.status, found.reasons[0].code) == (Status.BEHIND, "over-last-quarter")


def test_a_range_that_a_flow_has_passed_is_off_track() -> None:
    between = target(indicator(Kind.FLOW, MONTHLY), "between", "900", upper="1000")
    inside, above = ([fig("2023-01..2023-11", value, "2023-12-15")] for value in ("950", "1001"))
    assert on("2023-12-16", between, inside).status is Status.ON_TRACK
    assert on("2023-12-16", between, above).status is Status.OFF_TRACK


@pytest.mark.parametrize("direction", Direction)
def test_a_cap_on_growth_is_kept_from_below(direction: Direction) -> None:
    cap = target(indicator(Kind.GROWTH, MONTHLY, direction=direction), "at-most", "3")
    assert on("2023-07-18", cap, [fig("2023-H1", "2.5", "2023-07-17")]).status is Status.ON_TRACK
    half = fig("2023-H1", "3.5", "2023-07-17")
    assert on("2023-07-18", cap, [half]).status is Status.BEHIND  # positive, and no month to compare with
    low, high = fig("2023-05", "2.4", "2023-06-16"), fig("2023-05", "2.6", "2023-06-16")
    assert on("2023-07-18", cap, [half, low]).status is Status.BEHIND  # the rest needs 2.5
    assert on("2023-07-18", cap, [half, high]).status is Status.OFF_TRACK


def test_a_range_is_met_inside_it() -> None:
    between = target(indicator(Kind.GROWTH, MONTHLY), "between", "4", upper="5")
    year = [fig("2023", value, "2024-01-17") for value in ("3.9", "4", "5", "5.1")]
    statuses = [on("2024-01-18", between, [row]).status for row in year]
    assert statuses == [Status.MISSED, Status.ACHIEVED, Status.ACHIEVED, Status.MISSED]
    assert on("2024-01-18", between, [fig("2023", "~4.5", "2024-01-17")]).status is Status.ACHIEVED


def test_interim_targets_bend_the_path() -> None:
    path = PathSpec(PathKind.INTERIM, ((date(2023, 6, 30), Decimal(3000000)),))
    bent = target(indicator(Kind.FLOW, MONTHLY, unit=VEHICLES), "at-least", "9000000", path=path)
    assert on("2023-04-20", bent, [fig("2023-Q1", "1000000", "2023-04-18")]).expected == 1500000
    assert on("2023-10-20", bent, [fig("2023-01..2023-09", "1000000", "2023-10-18")]).expected == 6000000


def test_last_years_shape_and_its_fall_back() -> None:
    shaped = target(
        indicator(Kind.FLOW, MONTHLY, unit=VEHICLES), "at-least", "9000000", path=PathSpec(PathKind.LAST_YEAR)
    )
    last_year = [fig("2022-Q1", "1200000", "2022-04-11"), fig("2022", "6000000", "2023-01-11")]
    now = fig("2023-Q1", "1600000", "2023-04-11")
    found = on("2023-04-20", shaped, [*last_year, now])
    assert found.expected == 1800000  # a fifth of the year's target
    fallen = on("2023-04-20", shaped, [last_year[1], now])
    assert (fallen.expected, fallen.has("path-fell-back")) == (Decimal(2250000), True)


def test_figures_of_another_definition_never_count() -> None:
    found = on("2023-05-20", GROWTH, [fig("2023-01..2023-04", "9", "2023-05-16", "nbs", flag="d")])
    assert found.actual is None
    assert found.status is Status.NO_DATA


@pytest.mark.parametrize("day", ["2023-07-20", "2023-10-20", "2024-01-05"])
def test_growth_over_the_rest_is_that_of_the_months_not_in_the_figure(day: str) -> None:
    """However late an irregular figure is looked at: half a year at -8 leaves -12 for the other half."""
    tariff = target(indicator(Kind.GROWTH, direction=Direction.DOWN), "less-than", "-10")
    found = on(day, tariff, [fig("2023-01..2023-06", "-8", "2023-07-20")])
    assert found.needed == -12


def test_months_weigh_alike_in_growth_whatever_time_is_counted_in() -> None:
    by_days = replace(GROWTH, rules=Rules(elapsed=ElapsedUnit.DAYS))
    found = on("2023-10-20", by_days, [fig("2023-01..2023-09", "4.0", "2023-10-18", "nbs")])
    assert found.elapsed is not None
    assert (truncated(found.elapsed), found.needed) == ("0.7479", Decimal(6))  # 273 of 365 days; (54 - 36) / 3


@pytest.mark.parametrize(
    ("month", "as_of", "counts"),
    [("2020-02", "2022-03-16", False), ("2020-03", "2022-03-16", True), ("2022-02", "2022-03-16", True)],
)
def test_the_best_month_is_looked_for_in_whole_months(month: str, as_of: str, counts: bool) -> None:
    """Of the 24 months up to February 2022 the first is March 2020, though February 2020 had a 29th."""
    year = target(indicator(Kind.GROWTH, MONTHLY), "at-least", "5", start="2022-01-01", due="2022-12-31")
    rows = [fig(month, "9", "2022-03-15"), fig("2022-01..2022-02", "4", "2022-03-15")]
    found = on(as_of, year, rows)
    assert found.status is (Status.BEHIND if counts else Status.OFF_TRACK)


def test_a_bounded_reference_counts_at_its_printed_value() -> None:
    around = target(indicator(Kind.SHARE, YEARLY), "within", None, base("2022", "~28"), tolerance="0.5")
    found = on("2024-01-20", around, [fig("2023", "27.6", "2024-01-18")])
    assert (found.status, found.gap) == (Status.ACHIEVED, Decimal("-0.4"))
    assert found.has("baseline-bound")
    revised = on("2024-01-20", around, [REVISED, fig("2023", "27.6", "2024-01-18")])
    assert not revised.has("baseline-bound")


def test_a_figure_of_a_part_of_a_month_covers_no_month_whatever_time_is_counted_in() -> None:
    for unit in ElapsedUnit:
        rate = replace(target(indicator(Kind.GROWTH), "at-least", "5"), rules=Rules(elapsed=unit))
        assert on("2023-01-15", rate, [fig("2023-01-01..2023-01-10", "4", "2023-01-12")]).needed == 5

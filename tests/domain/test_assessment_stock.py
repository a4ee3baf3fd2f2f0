"""Stocks: the readings that count, bounds, the path, the verdict. Figures are the published ones of 2022 and 2023."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.domain.cases import MONTHLY, base, fig, indicator, on, q, retracted, target
from tracker.domain.assessment import Status
from tracker.domain.indicator import Direction, Kind
from tracker.domain.rounding import rounded, truncated
from tracker.domain.target import PathKind, PathSpec

SMES = target(indicator(Kind.STOCK), "more-than", "80000", base("2022-12-31", ">70000"))
GIANTS = target(indicator(Kind.STOCK), "more-than", "10000", base("2022-12-31", "8997"))
BATCH = PathSpec(PathKind.BATCH, ((date(2023, 9, 30), Decimal(10000)),))
GIANTS_BY_BATCH = target(indicator(Kind.STOCK), "more-than", "10000", base("2022-12-31", "8997"), path=BATCH)
SME_FIGURES = [
    fig("2022-09-08", ">50000", "2022-09-08"),
    fig("2023-03-19", ">70000", "2023-03-19"),
    fig("2023-06-26", ">80000", "2023-06-26"),
    fig("2023-09-21", ">98000", "2023-09-21"),
    fig("2023-12-21", "103000", "2023-12-21"),
]
GIANT_FIGURES = [
    fig("2022-09-08", "8997", "2022-09-08"),
    fig("2023-06-26", "^9000", "2023-06-26"),
    fig("2023-07-31", ">12000", "2023-08-01"),
    fig("2023-12-21", "12000", "2023-12-21"),
]


@pytest.mark.parametrize("day", ["2023-01-31", "2023-04-01", "2023-06-25"])
def test_more_than_seventy_thousand_leaves_eighty_thousand_open(day: str) -> None:
    found = on(day, SMES, SME_FIGURES)
    assert found.status is Status.UNDETERMINED
    assert found.has("bounds-open-band")
    assert found.has("baseline-bound")
    assert found.progress == 0
    assert not found.final


def test_a_bound_at_the_target_itself_reaches_more_than_it() -> None:
    found = on("2023-07-01", SMES, SME_FIGURES)
    assert (found.status, found.first_achieved, found.known_since) == (
        Status.ACHIEVED,
        date(2023, 6, 26),
        date(2023, 6, 26),
    )
    assert found.final
    assert found.needed is None


def test_at_least_the_target_does_not_reach_more_than_it() -> None:
    found = on("2023-07-01", SMES, [fig("2023-06-26", "+80000", "2023-06-26")])
    assert found.status is Status.UNDETERMINED
    assert found.first_achieved is None


def test_a_figure_published_later_does_not_show_earlier() -> None:
    before, after = (on(day, GIANTS, GIANT_FIGURES) for day in ("2023-07-31", "2023-08-01"))
    assert before.actual is not None
    assert before.actual.quantity == q("8997")
    assert (after.status, after.first_achieved, after.known_since) == (
        Status.ACHIEVED,
        date(2023, 7, 31),
        date(2023, 8, 1),
    )


def test_nearly_nine_thousand_confirms_8997() -> None:
    found = on("2023-07-01", GIANTS, GIANT_FIGURES)
    assert found.actual is not None
    assert (found.actual.quantity, str(found.actual.period)) == (q("8997"), "2022-12-31")
    assert found.has("confirmed")
    assert found.status is not Status.ACHIEVED


def test_a_weaker_bound_after_a_stronger_one_confirms_it() -> None:
    found = on("2023-11-01", SMES, [*SME_FIGURES[:4], fig("2023-10-20", ">70000", "2023-10-20")])
    assert found.actual is not None
    assert found.actual.quantity == q(">98000")
    assert found.has("confirmed")


def test_the_path_of_an_irregular_stock_runs_to_the_day_of_the_view() -> None:
    found = on("2023-07-01", GIANTS, GIANT_FIGURES)
    assert found.assessed_at == date(2023, 7, 1)
    assert found.elapsed is not None
    assert truncated(found.elapsed) == "0.4986"  # 182 of 365 days
    assert found.expected is not None
    assert rounded(found.expected) == "9497.126"  # 8997 + 1003 * 182 / 365, half-even
    assert found.gap is not None
    assert rounded(found.gap) == "-500.126"
    assert found.status is Status.OFF_TRACK  # 49.86 points behind a linear path


def test_a_batch_path_does_not_turn_the_same_stock_red_before_its_batch() -> None:
    found = on("2023-07-01", GIANTS_BY_BATCH, GIANT_FIGURES)
    assert (found.status, found.expected, found.gap) == (Status.ON_TRACK, Decimal(8997), Decimal(0))
    late = on("2023-10-01", GIANTS_BY_BATCH, GIANT_FIGURES[:2])
    assert (late.status, late.expected) == (Status.OFF_TRACK, Decimal(10000))


def test_needed_is_the_next_whole_one_over_the_months_left() -> None:
    found = on("2023-11-30", GIANTS, [])
    assert found.needed == Decimal(1004)
    found = on("2023-01-31", GIANTS, [])
    assert found.needed is not None
    assert rounded(found.needed) == "91.2727"  # 1004 / 11


def test_progress_is_cut_and_never_rounded_up_to_the_target() -> None:
    nearly_there = target(indicator(Kind.STOCK), "at-least", "80000", base("2022-12-31", "0"))
    found = on("2023-12-01", nearly_there, [fig("2023-11-30", "79999", "2023-12-01")])
    assert found.progress is not None
    assert truncated(found.progress) == "0.9999"


@pytest.mark.parametrize(
    ("actual", "status"),
    [
        ("3801", Status.ON_TRACK),  # 9.99 points behind 4800 of 10000
        ("3800", Status.BEHIND),  # exactly 10
        ("1800", Status.BEHIND),  # exactly 30
        ("1799", Status.OFF_TRACK),
        ("4800", Status.ON_TRACK),
    ],
)
def test_the_edges_of_the_bands(actual: str, status: Status) -> None:
    even = target(
        indicator(Kind.STOCK), "at-least", "10000", base("2022-12-31", "0"), due="2023-04-10", start="2023-01-01"
    )  # a span of 100 days
    assert on("2023-02-17", even, [fig("2023-02-17", actual, "2023-02-17")]).status is status


@pytest.mark.parametrize(("actual", "status"), [(">1800", Status.UNDETERMINED), ("<1800", Status.OFF_TRACK)])
def test_an_open_end_is_beside_the_edge_of_a_band(actual: str, status: Status) -> None:
    even = target(indicator(Kind.STOCK), "at-least", "10000", base("2022-12-31", "0"), due="2023-04-10")
    assert on("2023-02-17", even, [fig("2023-02-17", actual, "2023-02-17")]).status is status


def test_in_the_last_quarter_any_shortfall_is_behind() -> None:
    rows = [fig("2023-11-30", "9900", "2023-12-01")]
    linear = target(indicator(Kind.STOCK), "at-least", "10000", base("2022-12-31", "0"))
    found = on("2023-12-30", linear, rows)
    assert found.status is Status.BEHIND
    assert found.has("last-quarter")


def test_a_regular_stock_is_compared_on_its_own_date() -> None:
    bases = target(indicator(Kind.STOCK, MONTHLY), "at-least", "2900000", base("2022-12-31", ">2300000"))
    found = on("2023-04-15", bases, [fig("2023-02-28", "2384000", "2023-03-14")])
    assert found.assessed_at == date(2023, 2, 28)
    assert found.elapsed is not None
    assert truncated(found.elapsed) == "0.1616"  # 59 of 365 days


def test_a_regular_stock_is_pending_then_without_data() -> None:
    bases = target(indicator(Kind.STOCK, MONTHLY), "at-least", "2900000", base("2022-12-31", ">2300000"))
    assert on("2023-03-18", bases, []).status is Status.PENDING
    assert on("2023-03-19", bases, []).status is Status.NO_DATA


def test_one_overdue_release_is_remarked_two_are_no_data() -> None:
    bases = target(indicator(Kind.STOCK, MONTHLY), "at-least", "2900000", base("2022-12-31", ">2300000"))
    rows = [fig("2023-02-28", "2384000", "2023-03-14")]
    once = on("2023-04-20", bases, rows)
    assert once.status is Status.ON_TRACK
    assert once.has("overdue")
    assert on("2023-05-19", bases, rows).status is Status.NO_DATA


def test_an_irregular_indicator_goes_stale_after_six_months() -> None:
    assert not on("2023-06-30", GIANTS, []).has("stale")
    assert on("2023-07-01", GIANTS, []).has("stale")


def test_achieved_then_lost() -> None:
    rows = [fig("2023-06-26", "10200", "2023-06-26"), fig("2023-08-01", "9800", "2023-08-01")]
    found = on("2023-09-01", GIANTS, rows)
    assert found.status is Status.ON_TRACK
    assert found.has("achieved-then-lost")
    assert found.first_achieved == date(2023, 6, 26)


def test_a_doubtful_reading_after_a_yes_does_not_lose_it() -> None:
    rows = [fig("2023-06-26", "10200", "2023-06-26"), fig("2023-08-01", ">9000", "2023-08-01")]
    assert on("2023-09-01", GIANTS, rows).status is Status.ACHIEVED


@pytest.mark.parametrize(
    ("reading", "as_of", "status", "reason"),
    [
        (("2023-12-31", "9999"), "2024-01-02", Status.MISSED, "condition-failed"),
        (("2023-12-31", ">9500"), "2024-01-02", Status.UNDETERMINED, "bounds-open"),
        (("2023-12-10", "9999"), "2024-01-15", Status.BEHIND, "awaiting-final"),
        (("2023-12-10", "9999"), "2024-02-29", Status.MISSED, "closing-reading-early"),
        (("2023-11-29", "9999"), "2024-02-29", Status.UNDETERMINED, "no-closing-reading"),
    ],
)
def test_the_last_word_on_a_stock(reading: tuple[str, str], as_of: str, status: Status, reason: str) -> None:
    period, value = reading
    found = on(as_of, GIANTS, [fig(period, value, "2024-01-01")])
    assert found.status is status
    assert found.has(reason)


def test_an_estimate_decides_provisionally() -> None:
    found = on("2024-01-02", GIANTS, [fig("2023-12-31", "9999", "2024-01-01", flag="e")])
    assert found.status is Status.MISSED
    assert found.has("provisional")


def test_an_entry_error_vanishes_and_a_withdrawal_counts_from_its_date() -> None:
    wrong = fig("2023-03-31", "99970", "2023-04-01")
    assert on("2023-05-01", GIANTS, [wrong]).status is Status.ACHIEVED
    assert on("2023-05-01", GIANTS, [wrong, retracted(wrong)]).status is not Status.ACHIEVED
    withdrawn = [wrong, retracted(wrong, "2023-06-01")]
    assert on("2023-05-31", GIANTS, withdrawn).status is Status.ACHIEVED
    assert on("2023-06-01", GIANTS, withdrawn).status is not Status.ACHIEVED


def test_a_withdrawal_takes_the_mistakes_along_that_the_figure_had_corrected() -> None:
    wrong, right = fig("2023-03-31", "99970", "2023-04-01"), fig("2023-03-31", "9997", "2023-04-01")
    rows = [wrong, right, retracted(right, "2023-06-01")]
    before, after = on("2023-05-31", GIANTS, rows), on("2023-06-01", GIANTS, rows)
    assert before.actual is not None
    assert before.actual.quantity == q("9997")
    assert after.actual is not None
    assert after.actual.quantity == q("8997")
    older = fig("2023-03-31", "9990", "2023-03-31")
    fallback = on("2023-06-01", GIANTS, [older, *rows])
    assert fallback.actual is not None
    assert fallback.actual.quantity == q("9990")


def test_a_province_does_not_start_from_the_baseline_of_the_nation() -> None:
    measured = indicator(Kind.STOCK, baseline=base("2022-12-31", "8997"))
    province = replace(target(measured, "more-than", "2000"), area="CN-GD")
    alone = on("2023-07-01", province, [])
    assert (alone.status, alone.baseline, alone.actual) == (Status.NOT_ASSESSABLE, None, None)
    found = on("2023-07-10", province, [fig("2023-06-30", "1500", "2023-07-05", area="CN-GD")])
    assert (found.status, found.progress) == (Status.BEHIND, None)
    assert found.has("no-baseline")
    own = replace(province, baseline=base("2022-12-31", "1000"))
    assert on("2023-07-10", own, [fig("2023-06-30", "1500", "2023-07-05", area="CN-GD")]).progress == Decimal("0.5")


def test_a_floor_that_is_no_longer_kept_is_off_track() -> None:
    floor = target(indicator(Kind.STOCK), "at-least", "8500", base("2022-12-31", "9000"))
    assert on("2023-06-01", floor, []).status is Status.ACHIEVED
    found = on("2023-07-10", floor, [fig("2023-06-30", "8400", "2023-07-05")])
    assert (found.status, found.has("achieved-then-lost")) == (Status.OFF_TRACK, True)


def test_the_order_of_publishers_decides_and_strangers_never_count() -> None:
    listed = target(indicator(Kind.STOCK, publishers=("miit", "nbs")), "more-than", "10000", base("2022-12-31", "8997"))
    rows = [fig("2023-06-30", "9100", "2023-07-02"), fig("2023-06-30", "10500", "2023-07-05", "nbs")]
    found = on("2023-08-01", listed, [*rows, fig("2023-07-30", "20000", "2023-07-31", "world-bank")])
    assert found.actual is not None
    assert found.actual.quantity == q("9100")


def test_a_target_equal_to_its_baseline_is_judged_by_its_condition() -> None:
    hold = target(indicator(Kind.STOCK), "at-least", "45", base("2022-12-31", "45"))
    found = on("2023-06-01", hold, [])
    assert (found.status, found.progress) == (Status.ACHIEVED, None)
    assert found.has("target-equals-baseline")


def test_without_a_baseline_there_is_no_progress() -> None:
    bare = target(indicator(Kind.STOCK), "more-than", "10000")
    found = on("2023-06-01", bare, [fig("2023-05-31", "9000", "2023-06-01")])
    assert (found.status, found.progress, found.expected) == (Status.BEHIND, None, None)
    assert found.has("no-baseline")
    assert on("2023-06-01", bare, []).status is Status.NOT_ASSESSABLE


def test_a_stock_that_has_to_fall() -> None:
    fewer = indicator(Kind.STOCK, direction=Direction.DOWN)
    falling = target(fewer, "less-than", "100", base("2022-12-31", "200"))
    found = on("2023-07-01", falling, [fig("2023-06-30", "160", "2023-07-01")])
    assert (found.progress, found.status) == (Decimal("0.4"), Status.ON_TRACK)
    assert found.needed is not None
    assert rounded(found.needed) == "-10.1667"  # from 160 to 99 in six months
    reached = on("2023-08-01", falling, [fig("2023-07-31", "99", "2023-08-01")])
    assert reached.status is Status.ACHIEVED


def test_a_retraction_that_is_taken_back_lets_the_figure_stand_again() -> None:
    right = fig("2023-06-30", "10500", "2023-07-01")
    mistaken = retracted(right)
    assert on("2023-08-01", GIANTS, [right, mistaken]).status is not Status.ACHIEVED
    restored = retracted(mistaken)
    assert on("2023-08-01", GIANTS, [right, mistaken, restored]).status is Status.ACHIEVED
    assert on("2023-08-01", GIANTS, [right, mistaken, restored, retracted(restored)]).status is not Status.ACHIEVED


@pytest.mark.parametrize(("actual", "printed"), [("8996.9", "0.0000"), ("8996", "-0.0009"), ("8997.1", "0.0000")])
def test_nothing_of_the_way_has_no_sign(actual: str, printed: str) -> None:
    found = on("2023-07-01", GIANTS, [fig("2023-06-30", actual, "2023-07-01")])
    assert found.progress is not None
    assert truncated(found.progress) == printed


def test_the_allowance_is_said_of_the_figure_that_needs_it() -> None:
    roughly = target(indicator(Kind.STOCK), "about", "10000", base("2022-12-31", "8997"), tolerance="100")
    above, short = fig("2023-06-26", "10200", "2023-06-26"), fig("2023-08-01", "9950", "2023-08-01")
    assert not on("2023-07-01", roughly, [above]).has("within-about")
    found = on("2023-09-01", roughly, [above, short])
    assert (found.status, found.has("within-about"), found.first_achieved) == (Status.ACHIEVED, True, date(2023, 6, 26))


def test_the_plan_s_baseline_is_a_reading_whoever_it_is_from() -> None:
    """Figures come from an association, the plan's 8,997 from the ministry; the association's own outranks it."""
    counted = target(indicator(Kind.STOCK, publishers=("caam",)), "more-than", "10000", base("2022-12-31", "8997"))
    alone = on("2023-02-01", counted, [fig("2022-12-31", "9000", "2023-01-12", "miit")])
    assert alone.actual is not None
    assert (alone.status, alone.progress, alone.actual.quantity) == (Status.ON_TRACK, Decimal(0), q("8997"))
    own = on("2023-02-01", counted, [fig("2022-12-31", "9010", "2023-01-05", "caam")])
    assert own.actual is not None
    assert own.actual.quantity == q("9010")


def test_a_verdict_is_provisional_until_a_firm_figure_says_so_too() -> None:
    early, firm = fig("2023-06-30", "10200", "2023-07-01", flag="p"), fig("2023-09-30", "10300", "2023-10-01")
    assert on("2023-07-01", GIANTS, [early]).has("provisional")
    found = on("2023-10-01", GIANTS, [early, firm])
    assert not found.has("provisional")
    assert (found.first_achieved, found.known_since) == (date(2023, 6, 30), date(2023, 7, 1))
    lost = fig("2023-10-31", "9900", "2023-11-01")
    again = fig("2023-11-30", "10100", "2023-12-01", flag="e")
    for before in ([early, firm], [firm]):
        assert on("2023-12-01", GIANTS, [*before, lost, again]).has("provisional")


def test_a_verdict_that_no_figure_decided_is_not_provisional() -> None:
    found = on("2024-03-01", GIANTS, [fig("2023-06-30", "9500", "2023-07-01", flag="e")])
    assert (found.status, found.final, found.has("provisional")) == (Status.UNDETERMINED, True, False)


def test_what_was_so_before_the_baseline_neither_reaches_a_target_nor_loses_it() -> None:
    more = fig("2022-06-30", "10500", "2022-07-01")
    found = on("2023-02-01", GIANTS, [more])
    assert (found.status, found.first_achieved, found.has("achieved-then-lost")) == (Status.ON_TRACK, None, False)
    bare = target(indicator(Kind.STOCK), "more-than", "10000")
    last_known = on("2023-02-01", bare, [more])
    assert (last_known.status, last_known.first_achieved) == (Status.ACHIEVED, date(2022, 6, 30))


def test_a_bound_that_reaches_past_the_only_value_is_judged_just_past_it_too() -> None:
    """From 3 to exactly 0 where more is better: 0 is off the path, a little more has only to come back."""
    nothing = target(indicator(Kind.STOCK), "exactly", "0", base("2022-12-31", "3"))
    around, at_it, past_it = (
        on("2023-01-31", nothing, [fig("2023-01-31", said, "2023-01-31")]) for said in ("~0", "0", "0.1")
    )
    assert (at_it.status, past_it.status) == (Status.OFF_TRACK, Status.BEHIND)
    assert around.status is Status.UNDETERMINED


def test_no_outlook_is_shown_beside_the_closing_reading() -> None:
    counted = target(indicator(Kind.STOCK, publishers=("miit", "nbs")), "more-than", "10000")
    outlook = fig("2023-12-31", "+12000", "2023-11-30", "nbs", flag="f")
    earlier = fig("2023-11-30", "9500", "2023-12-02")
    shown = on("2023-12-20", counted, [earlier, outlook]).outlook
    assert shown is not None
    assert shown.quantity == q("+12000")
    assert on("2024-01-05", counted, [outlook, fig("2023-12-31", "9800", "2024-01-04")]).outlook is None


def test_a_baseline_of_another_definition_is_no_reading_whoever_it_is_from() -> None:
    start = base("2022-12-31", "8997", flag="d")
    for publishers in (("miit",), ("caam",)):
        counted = target(indicator(Kind.STOCK, publishers=publishers), "more-than", "10000", start)
        assert on("2023-02-01", counted, []).actual is None

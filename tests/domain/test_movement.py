"""Why a status moved: one cause at a time is replayed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from tests.domain.cases import MONTHLY, YEARLY, base, fig, indicator, retracted, target
from tracker.domain.indicator import Kind
from tracker.domain.movement import Cause, Standing, causes
from tracker.domain.observation import Observation
from tracker.domain.target import Condition, Op, Rules, Target

STOCK = target(indicator(Kind.STOCK), "more-than", "80000", base("2022-12-31", ">70000"))
FLOW = target(indicator(Kind.FLOW, MONTHLY), "at-least", "1200", start="2023-01-01")


def standing(subject: Target, day: str, *rows: Observation, on: str = "") -> Standing:
    return Standing(subject, rows, date.fromisoformat(day), date.fromisoformat(on or day))


def test_a_new_figure() -> None:
    before = standing(STOCK, "2023-05-26", fig("2023-03-19", ">70000", "2023-03-19"))
    after = standing(STOCK, "2023-07-26", *before.rows, fig("2023-06-26", ">80000", "2023-06-26"))
    assert causes(before, after) == (Cause.NEW_FIGURE,)


def test_a_revision_of_a_figure_that_was_known() -> None:
    first = fig("2023-01..06", "500", "2023-07-10")
    before = standing(FLOW, "2023-07-26", first)
    after = standing(FLOW, "2023-08-10", first, fig("2023-01..06", "600", "2023-08-01"))
    assert (before.status, after.status) == ("on-track", "on-track")
    low = fig("2023-01..06", "300", "2023-08-02")
    assert causes(before, standing(FLOW, "2023-08-10", first, low)) == (Cause.REVISION,)


def test_a_figure_taken_back() -> None:
    reached = fig("2023-06-26", ">80000", "2023-06-26")
    early = fig("2023-03-19", ">70000", "2023-03-19")
    before = standing(STOCK, "2023-07-26", early, reached)
    after = standing(STOCK, "2023-08-26", early, reached, retracted(reached, "2023-08-01"))
    assert causes(before, after) == (Cause.REVISION,)


def test_time_alone() -> None:
    share = target(indicator(Kind.SHARE, YEARLY), "within", None, base("2022", "28"), tolerance="0.5")
    before, after = standing(share, "2024-01-20"), standing(share, "2024-03-01")
    assert (before.status, after.status) == ("pending", "no-data")
    assert causes(before, after) == (Cause.TIME,)


def test_a_target_that_was_changed() -> None:
    row = fig("2023-06-26", ">80000", "2023-06-26")
    raised = replace(STOCK, condition=Condition(Op.MORE_THAN, Decimal(120000)))
    found = causes(standing(STOCK, "2023-07-26", row), standing(raised, "2023-07-26", row))
    assert found == (Cause.TARGET,)


def test_rules_that_were_changed() -> None:
    row = fig("2023-01..06", "450", "2023-07-10")
    stricter = replace(FLOW, rules=Rules(on_track_below=Decimal(5), behind_up_to=Decimal(10)))
    before, after = standing(FLOW, "2023-07-26", row), standing(stricter, "2023-07-26", row)
    assert (before.status, after.status) == ("behind", "off-track")
    assert causes(before, after) == (Cause.METHOD,)


def test_several_causes_in_the_order_of_the_replay() -> None:
    early = fig("2023-01..06", "600", "2023-07-10")
    before = standing(FLOW, "2023-07-26", early)
    rows = (early, fig("2023-01..06", "300", "2023-08-01"), fig("2023-01..07", "690", "2023-08-12"))
    harder = replace(FLOW, condition=Condition(Op.AT_LEAST, Decimal(1700)))
    after = standing(harder, "2023-08-26", *rows)
    assert (before.status, after.status) == ("on-track", "behind")
    assert causes(before, after) == (Cause.TARGET, Cause.REVISION, Cause.NEW_FIGURE)


def test_what_did_not_move_has_no_cause() -> None:
    row = fig("2023-01..06", "600", "2023-07-10")
    assert causes(standing(FLOW, "2023-07-26", row), standing(FLOW, "2023-07-27", row)) == ()

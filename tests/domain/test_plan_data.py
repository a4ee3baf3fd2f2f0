"""Plans as plain data: nothing is lost either way, and every mistake is found with its place."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.domain.plan_cases import SMALL, plans, small, without
from tracker.domain.bilingual import Bilingual
from tracker.domain.period import Period
from tracker.domain.plan import Plan
from tracker.domain.plan_data import plan_data, read_plan, read_target, target_data
from tracker.domain.quantity import Bound, Quantity
from tracker.domain.shape import MOST
from tracker.domain.target import Basis, Commitment, Condition, Op, PathKind, Rules
from tracker.errors import BAD_PLAN, PlanRefused


def problems(data: dict[str, Any]) -> set[tuple[str, tuple[str | int, ...]]]:
    """Code and place of everything wrong with a plan's data."""
    with pytest.raises(PlanRefused) as refused:
        read_plan(data)
    assert refused.value.exit_code == BAD_PLAN
    found: Any = refused.value.data["problems"]
    assert refused.value.data["count"] == len(found)
    return {(problem.code, problem.where) for problem in found}


def texts_only(data: object) -> bool:
    match data:
        case dict():
            return all(isinstance(key, str) and texts_only(value) for key, value in data.items())
        case list():
            return all(map(texts_only, data))
        case _:
            return type(data) is str and data != ""


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(plans())
def test_writing_and_reading_a_plan_gives_the_same_plan(plan: Plan) -> None:
    data = plan_data(plan)
    assert texts_only(data)
    assert read_plan(data) == plan
    assert plan_data(read_plan(data)) == data
    for target in plan.targets:
        assert read_target(target_data(target), plan) == target


def test_published_zeros_are_kept() -> None:
    plan = read_plan(small("indicators", 3, "baseline", "value", value="8.50"))
    again = read_plan(plan_data(plan)).indicators["share"].baseline
    assert again is not None
    assert str(again.quantity.value) == "8.50"


def test_what_is_left_out_is_filled_in() -> None:
    plan = read_plan(SMALL)
    assert plan.publisher == "port"
    assert plan.zone == "Asia/Shanghai"
    assert plan.cutoff_day == 26
    assert plan.rules == Rules()
    assert plan.name == Bilingual(zh="港口2024年工作")
    assert plan.indicators["growth"].name == Bilingual(en="Growth")
    berths = plan.indicators["berths"]
    assert berths.publishers == ("port",)
    assert not berths.calendar.is_regular
    assert berths.baseline is not None
    assert berths.baseline.period == Period.day(date(2023, 12, 31))
    assert berths.baseline.quantity == Quantity(Decimal(40), Bound.MORE_THAN)
    assert berths.baseline.as_published == "40多个"
    assert (berths.baseline.publisher, berths.baseline.published_on) == ("port", date(2024, 1, 10))
    [target] = plan.targets
    assert target.condition == Condition(Op.MORE_THAN, Decimal(50))
    assert target.start == date(2024, 1, 1)
    assert (target.basis, target.commitment) == (Basis.STATED, Commitment.DIRECTIONAL)
    assert target.baseline == berths.baseline
    assert target.published_on == date(2024, 1, 10)


def test_a_flow_starts_with_the_year_it_is_due_in() -> None:
    flow = {"code": "cargo-2025", "indicator": "cargo", "condition": ">= 9万吨", "due": "2025-12-31"}
    assert read_target(flow, read_plan(SMALL)).start == date(2025, 1, 1)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("超过8万吨", Condition(Op.MORE_THAN, Decimal(80000))),
        ("8万吨以上", Condition(Op.AT_LEAST, Decimal(80000))),
        ("不超过500吨", Condition(Op.AT_MOST, Decimal(500))),
        ("2700万吨左右", Condition(Op.ABOUT, Decimal(27000000))),
        ({"op": "at-least", "value": "8万"}, Condition(Op.AT_LEAST, Decimal(80000))),
        ({"op": "between", "value": "10", "upper": "20吨"}, Condition(Op.BETWEEN, Decimal(10), Decimal(20))),
        ({"op": "about", "value": "10", "tolerance": "2"}, Condition(Op.ABOUT, Decimal(10), None, Decimal(2))),
    ],
)
def test_conditions_as_people_write_them(text: Any, condition: Condition) -> None:
    data = {"code": "x", "indicator": "cargo", "condition": text, "due": "2024-12-31"}
    assert read_target(data, read_plan(SMALL)).condition == condition


def test_a_tolerance_of_a_share_is_in_percentage_points() -> None:
    data = {
        "code": "x",
        "indicator": "share",
        "condition": {"op": "within", "tolerance": "0.5个百分点"},
        "due": "2024-12-31",
    }
    assert read_target(data, read_plan(SMALL)).condition == Condition(Op.WITHIN, tolerance=Decimal("0.5"))


def test_a_withdrawn_target_stays_withdrawn() -> None:
    plan = read_plan(SMALL)
    gone = replace(plan.targets[0], withdrawn=True)
    assert read_target(target_data(gone), plan).withdrawn


BERTHS, TARGET = ("indicators", 0), ("targets", 0)
CONDITION = (*TARGET, "condition")


@pytest.mark.parametrize(
    ("path", "value", "code", "where"),
    [
        (("yaer",), "2024", "unknown-key", ("yaer",)),
        ((*BERTHS, "pubishers"), ["port"], "unknown-key", (*BERTHS, "pubishers")),
        (CONDITION, {"op": "about", "value": "1", "valeu": "1"}, "unknown-key", (*CONDITION, "valeu")),
        (("plan",), "Hafen 24", "bad-code", ("plan",)),
        (("year",), "24", "bad-year", ("year",)),
        (("published",), "2024-13-10", "bad-date", ("published",)),
        (("timezone",), "+8", "bad-zone", ("timezone",)),
        (("cutoff-day",), "31", "bad-day", ("cutoff-day",)),
        (("format",), "2", "newer-format", ("format",)),
        (("publisher",), "prot", "unknown-reference", ("publisher",)),
        (("publishers", 1, "code"), "port", "duplicate", ("publishers", 1, "code")),
        (("name",), {}, "empty", ("name",)),
        (("name",), ["a"], "expected-mapping", ("name",)),
        (("indicators",), {"berths": {}}, "expected-list", ("indicators",)),
        (("indicators", 1), "cargo", "expected-mapping", ("indicators", 1)),
        ((*BERTHS, "aliases"), "Berths", "expected-list", (*BERTHS, "aliases")),
        ((*BERTHS, "aliases"), [["x"]], "expected-text", (*BERTHS, "aliases", 0)),
        ((*BERTHS, "aliases"), ["吞吐量"], "ambiguous-name", ("indicators", 1)),
        ((*BERTHS, "aliases"), ["a\u200bb"], "unprintable", (*BERTHS, "aliases", 0)),
        ((*BERTHS, "aliases"), ["x" * 1001], "too-long", (*BERTHS, "aliases", 0)),
        ((*BERTHS, "kind"), "stok", "bad-choice", (*BERTHS, "kind")),
        (("indicators", 1, "code"), "berths", "duplicate", ("indicators", 1, "code")),
        ((*BERTHS, "publishers"), ["port", "port"], "duplicate", (*BERTHS, "publishers")),
        ((*BERTHS, "publishers"), ["prot"], "unknown-reference", (*BERTHS, "publishers", 0)),
        (("indicators", 2, "unit"), "吨", "not-percent", ("indicators", 2, "unit")),
        ((*BERTHS, "baseline", "value"), "40吨", "bad-unit", (*BERTHS, "baseline", "value")),
        ((*BERTHS, "baseline", "value"), "some", "bad-value", (*BERTHS, "baseline", "value")),
        ((*BERTHS, "baseline", "period"), "2023-00", "bad-period", (*BERTHS, "baseline", "period")),
        ((*BERTHS, "baseline", "flag"), "x", "bad-flag", (*BERTHS, "baseline", "flag")),
        ((*BERTHS, "baseline", "flag"), "f", "late-outlook", (*BERTHS, "baseline", "flag")),
        ((*BERTHS, "baseline", "bound"), "about", "two-bounds", (*BERTHS, "baseline", "value")),
        ((*BERTHS, "baseline", "published"), "2023-11-30", "early-baseline", (*BERTHS, "baseline")),
        ((*BERTHS, "baseline", "publisher"), "x", "unknown-reference", (*BERTHS, "baseline", "publisher")),
        ((*BERTHS, "calendar"), {"frequency": "month"}, "missing-key", (*BERTHS, "calendar")),
        (
            (*BERTHS, "calendar"),
            {"frequency": "irregular", "usual-lag": "3"},
            "irregular-alone",
            (*BERTHS, "calendar", "usual-lag"),
        ),
        (
            (*BERTHS, "calendar"),
            {"frequency": "month", "usual-lag": "9", "latest-lag": "8"},
            "lags-crossed",
            (*BERTHS, "calendar", "latest-lag"),
        ),
        (
            (*BERTHS, "calendar"),
            {"frequency": "month", "usual-lag": "9", "latest-lag": "9", "with-next": ["13"]},
            "bad-with-next",
            (*BERTHS, "calendar", "with-next"),
        ),
        (
            (*BERTHS, "calendar"),
            {"frequency": "month", "usual-lag": "9", "latest-lag": "9", "spans": ["month"]},
            "spans-for-kind",
            (*BERTHS, "calendar", "spans"),
        ),
        (
            ("indicators", 3, "baseline", "period"),
            "2023-01-05..2023-12-31",
            "bad-period",
            ("indicators", 3, "baseline", "period"),
        ),
        (("title",), ["Harbour"], "expected-mapping", ("title",)),
        (("timezone",), "近9000", "bad-zone", ("timezone",)),
        (("cutoff-day",), "day 26", "bad-whole", ("cutoff-day",)),
        (("rules",), {"on-track-below": "40", "behind-up-to": "30"}, "bands-crossed", ("rules", "behind-up-to")),
        (("rules",), {"last-quarter": "75"}, "bad-part", ("rules", "last-quarter")),
        (("rules",), {"stale-months": "-1"}, "bad-whole", ("rules", "stale-months")),
        ((*TARGET, "indicator"), "berth", "unknown-reference", (*TARGET, "indicator")),
        ((*TARGET, "task"), "7", "unknown-reference", (*TARGET, "task")),
        ((*TARGET, "area"), "China", "bad-area", (*TARGET, "area")),
        (CONDITION, {"op": "at-least", "value": "50.5"}, "bad-value", (*CONDITION, "value")),
        (
            (*TARGET, "baseline"),
            {"period": "2024-12-31", "value": "45", "published": "2025-01-10"},
            "due-before-baseline",
            (*TARGET, "due"),
        ),
        ((*TARGET, "start"), "2025-01-01", "start-after-due", (*TARGET, "start")),
        ((*TARGET, "published"), "2025-01-01", "published-after-due", (*TARGET, "published")),
        (CONDITION, "50个", "no-comparator", CONDITION),
        (CONDITION, "超过50.5个", "bad-value", CONDITION),
        (CONDITION, {"op": "more-than"}, "missing-key", CONDITION),
        (CONDITION, {"op": "more-than", "value": "超过50个"}, "unwanted-bound", (*CONDITION, "value")),
        (CONDITION, {"op": "more-than", "value": "50", "upper": "60"}, "key-for-op", (*CONDITION, "upper")),
        (CONDITION, {"op": "more-than", "value": "50", "tolerance": "1"}, "key-for-op", (*CONDITION, "tolerance")),
        (CONDITION, {"op": "between", "value": "50", "upper": "50"}, "ends-crossed", (*CONDITION, "upper")),
        (CONDITION, {"op": "about", "value": "50", "tolerance": "0"}, "not-positive", (*CONDITION, "tolerance")),
        (CONDITION, {"op": "within", "tolerance": "5"}, "op-for-kind", (*CONDITION, "op")),
        ((*TARGET, "path"), {"kind": "batch"}, "missing-key", (*TARGET, "path")),
        ((*TARGET, "path"), {"kind": "last-year"}, "path-for-kind", (*TARGET, "path", "kind")),
        (
            (*TARGET, "path"),
            {"points": [{"date": "2024-06-30", "value": "45"}]},
            "unwanted-points",
            (*TARGET, "path", "points"),
        ),
        (
            (*TARGET, "path"),
            {"kind": "batch", "points": [{"date": "2025-06-30", "value": "45"}]},
            "point-outside",
            (*TARGET, "path", "points", 0, "date"),
        ),
        (
            (*TARGET, "path"),
            {
                "kind": "interim",
                "points": [{"date": "2024-06-30", "value": "45"}, {"date": "2024-06-30", "value": "46"}],
            },
            "point-outside",
            (*TARGET, "path", "points", 1, "date"),
        ),
        (
            (*TARGET, "evidence"),
            {"paragraph": "1", "phrase": "一二三四五六七八九十一二三"},
            "bad-phrase",
            (*TARGET, "evidence", "phrase"),
        ),
        (
            ("tasks", 0, "commitments", 0, "targets"),
            ["nothing"],
            "unknown-reference",
            ("tasks", 0, "commitments", 0, "targets", 0),
        ),
        (("tasks", 0, "commitments", 0, "kind"), "whim", "bad-choice", ("tasks", 0, "commitments", 0, "kind")),
    ],
)
def test_one_mistake_is_told_with_its_place(
    path: tuple[str | int, ...], value: object, code: str, where: tuple[str | int, ...]
) -> None:
    assert problems(small(*path, value=value)) == {(code, where)}


@pytest.mark.parametrize("key", ["plan", "name", "year", "published", "publishers"])
def test_what_a_plan_cannot_be_without(key: str) -> None:
    assert problems(without(key)) == {("missing-key", ())}


def test_a_share_cannot_stay_within_a_tolerance_of_nothing() -> None:
    data = without("indicators", 3, "baseline")
    data["targets"] = [
        {"code": "s", "indicator": "share", "condition": {"op": "within", "tolerance": "1"}, "due": "2024-12-31"}
    ]
    data["tasks"] = []
    assert problems(data) == {("within-nothing", ("targets", 0, "condition"))}


def test_growth_has_no_path() -> None:
    data = {
        "code": "g",
        "indicator": "growth",
        "condition": "5%以上",
        "due": "2024-12-31",
        "path": {"kind": "interim", "points": [{"date": "2024-06-30", "value": "4"}]},
    }
    with pytest.raises(PlanRefused) as refused:
        read_target(data, read_plan(SMALL))
    found: Any = refused.value.data["problems"]
    assert [(problem.code, problem.where) for problem in found] == [("path-for-kind", ("path", "kind"))]


def test_all_mistakes_are_told_at_once_and_a_broken_part_makes_no_others() -> None:
    data = small("indicators", 0, "kind", value="stok")
    data["cutoff-day"] = "0"
    data["targets"][0]["due"] = "soon"
    data["tasks"][0]["commitments"][0]["evidence"] = {"paragraph": "one"}
    assert problems(data) == {
        ("bad-choice", ("indicators", 0, "kind")),
        ("bad-day", ("cutoff-day",)),
        ("bad-date", ("targets", 0, "due")),
        ("bad-whole", ("tasks", 0, "commitments", 0, "evidence", "paragraph")),
        ("missing-key", ("tasks", 0, "commitments", 0, "evidence")),
    }


def test_the_nearest_key_and_code_are_suggested() -> None:
    with pytest.raises(PlanRefused) as refused:
        read_plan({**SMALL, "indicaters": [], "publisher": "prot"})
    found: Any = refused.value.data["problems"]
    assert {problem.code: problem.data["near"] for problem in found} == {
        "unknown-key": ["indicators"],
        "unknown-reference": ["port"],
    }


def test_another_kind_of_data_is_not_told_a_thousand_times() -> None:
    assert len(problems({f"k{n}": "v" for n in range(5000)})) == MOST
    assert problems({"plan": "x"}) == {("missing-key", ())}


def test_a_path_by_steps_or_by_last_year() -> None:
    flow = {
        "code": "c", "indicator": "cargo", "condition": "超过9万吨", "due": "2024-12-31",
        "path": {"kind": "last-year", "reason": "Seasonal"},
    }  # fmt: skip
    target = read_target(flow, read_plan(SMALL))
    assert target.path.kind is PathKind.LAST_YEAR
    assert target.path.reason == Bilingual(en="Seasonal")


def test_a_growth_rate_knows_who_publishes_its_level() -> None:
    plan = read_plan(
        small(
            "indicators",
            value=[
                {"code": "growth", "name": "增速", "kind": "growth", "unit": "%", "growth-of": "cargo"},
                {"code": "cargo", "name": "吞吐量", "kind": "flow", "unit": "吨", "publishers": ["nbs", "port"]},
                SMALL["indicators"][0],
            ],
        )
    )
    found = plan.indicators
    assert (found["growth"].growth_from, found["cargo"].growth_from) == (("nbs", "port"), ())
    assert read_plan(plan_data(plan)) == plan

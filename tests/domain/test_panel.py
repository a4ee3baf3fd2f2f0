"""The panel of methods: anchors of their published scales, a five-year plan, and when a method does not apply."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.cases import MONTHLY, VEHICLES, YEARLY, base, fig, indicator, target
from tracker.domain.calendar import Frequency, ReleaseCalendar
from tracker.domain.facts import gather
from tracker.domain.indicator import Kind
from tracker.domain.observation import Observation
from tracker.domain.panel import METHODS, Course, Pace, Reading, disagreement, growth_ratio, panel, years
from tracker.domain.rounding import rounded
from tracker.domain.target import Target

LEVELS = indicator(Kind.STOCK, YEARLY)
DOUBLE = target(
    LEVELS, "at-least", "161.051", base("2015-12-31", "100", "2016-01-20"), due="2020-12-31", start="2016-01-01"
)
"""A five-year plan to grow by 10 % a year: 100 to 161.051."""


def course(actual: str, *, goal: str = "161.051", passed: int = 2, sign: int = 1) -> Course:
    """From 100 in five years."""
    return Course(
        base=Decimal(100),
        actual=Decimal(actual),
        goal=Decimal(goal),
        passed=Fraction(passed),
        span=Fraction(5),
        elapsed=Decimal(passed) / 5,
        values=(Decimal(actual),),
        accumulates=False,
        sign=sign,
        met=False,
        bands=(Decimal(10), Decimal(30)),
    )


def by_ratio(ratio: str) -> Course:
    """A course whose observed growth is `ratio` times the required 10 % a year, after one year."""
    return course(str(100 + 10 * Decimal(ratio)), passed=1)


def readings(subject: Target, rows: list[Observation], day: str) -> dict[str, Reading]:
    return {one.method: one for one in panel(gather(subject, rows, date.fromisoformat(day)))}


def annual(*values: str, first: int = 2016) -> list[Observation]:
    return [fig(f"{year}-12-31", value, f"{year + 1}-01-20") for year, value in enumerate(values, first)]


# --- the published scales ---


@pytest.mark.parametrize(
    ("ratio", "open_sdg", "eurostat", "verdict"),
    [
        ("1.3", "5", "5", "on-track"),
        ("2", "5", "5", "on-track"),
        ("1", "2.8572", "2.8571", "on-track"),
        ("0.95", "2.5001", "2.5", "on-track"),
        ("0.94", "2.4286", "2.4286", "acceleration-needed"),
        ("0.6", "0", "0", "acceleration-needed"),
        ("0.5", "-0.4166", "-0.4167", "limited"),
        ("0", "-2.5", "-2.5", "limited"),
        ("-0.3", "-3.75", "-3.75", "deterioration"),
        ("-0.6", "-5", "-5", "deterioration"),
        ("-2", "-5", "-5", "deterioration"),
    ],
)
def test_scores_meet_the_borders_of_the_published_classes(
    ratio: str, open_sdg: str, eurostat: str, verdict: str
) -> None:
    """Both scales give 5 from R = 1.3, 2.5 at 0.95, 0 at 0.6, -2.5 at 0 and -5 up to -0.6; Open SDG prints its
    coefficients with four decimals."""
    found = {name: METHODS[name](by_ratio(ratio)) for name in ("open-sdg", "eurostat")}
    values = {name: one.value for name, one in found.items()}
    assert values["open-sdg"] is not None
    assert values["eurostat"] is not None
    assert (rounded(values["open-sdg"]), rounded(values["eurostat"])) == (open_sdg, eurostat)
    assert {one.verdict for one in found.values()} == {verdict}


def test_the_growth_ratio_compares_observed_with_required_growth() -> None:
    assert rounded(Decimal(growth_ratio(course("121")))) == "1"
    assert rounded(Decimal(growth_ratio(course("110.25")))) == "0.5"  # 5 % a year where 10 % are needed
    assert rounded(Decimal(growth_ratio(course("81", goal="59.049", sign=-1)))) == "1"
    assert rounded(Decimal(growth_ratio(course("110.25", goal="59.049", sign=-1)))) == "-0.5"


def test_extrapolation_goes_on_at_the_observed_growth() -> None:
    on_track = METHODS["unsd"](course("121"))
    assert (on_track.value and rounded(on_track.value), on_track.verdict) == ("1", "on-track")
    slow = METHODS["unsd"](course("110.25"))  # 100 x 1.05^5 = 127.6281...: 27.6282 of 61.051
    assert (slow.value and rounded(slow.value), slow.verdict) == ("0.4525", "accelerate")
    still = METHODS["unsd"](course("100.5"))
    assert still.verdict == "stagnation"


def test_the_current_status_index_is_ten_for_the_whole_way() -> None:
    half = METHODS["escap"](course("130.5255"))
    assert (half.value and rounded(half.value), half.verdict) == ("5", "as-fast-as-needed")
    back = METHODS["escap"](course("90"))
    assert (back.value and rounded(back.value), back.verdict) == ("-1.638", "regression")
    down = METHODS["escap"](course("70", goal="50", sign=-1))
    assert down.value == 6


def test_the_schedule_is_the_shortfall_against_elapsed_time() -> None:
    """An inspection report: by the end of the third quarter 75 % of the time, 60 % of the way."""
    found = METHODS["schedule"](replace(course("160", goal="200"), elapsed=Decimal("0.75")))
    assert found.value == 15
    assert found.verdict == "behind"
    assert METHODS["schedule"](replace(course("166", goal="200"), elapsed=Decimal("0.75"))).verdict == "on-track"
    assert METHODS["schedule"](replace(course("144", goal="200"), elapsed=Decimal("0.75"))).verdict == "off-track"


@pytest.mark.parametrize(
    ("actual", "sign", "verdict"),
    [
        ("119", 1, "short-of-target"),
        ("120", 1, "on-target"),
        ("161", 1, "on-target"),
        ("162", 1, "ahead-of-target"),
        ("162", -1, "short-of-target"),
        ("119", -1, "ahead-of-target"),
    ],
)
def test_the_ratio_band_flips_with_the_direction(actual: str, sign: int, verdict: str) -> None:
    """140 expected: 0.85 of it are 119, 1.15 of it 161."""
    found = METHODS["ratio"](course(actual, goal="200", sign=sign))
    border = {"119": "on-target"}.get(actual)
    assert found.verdict == (border or verdict)


# --- a plan of five years, from its figures ---


def test_a_five_year_plan_on_its_way() -> None:
    found = readings(DOUBLE, annual("110", "121"), "2018-02-01")
    values = {name: one.value and rounded(one.value) for name, one in found.items()}
    assert values == {
        "schedule": "5.6135",  # 731 of 1,827 days, 21 of 61.051
        "ratio": "0.9725",
        "open-sdg": "2.8572",
        "eurostat": "2.8571",
        "unsd": "1",
        "escap": "3.4397",
    }
    assert {one.pace for one in found.values() if one.method != "escap"} == {Pace.ON_TRACK}
    assert disagreement(tuple(found.values()))  # a straight line asks for more so early than steady growth does


def test_a_plan_that_slows_down_is_told_by_all_the_speeds() -> None:
    found = readings(DOUBLE, annual("104", "108"), "2018-02-01")
    assert found["open-sdg"].verdict == "limited"
    assert found["unsd"].verdict == "accelerate"
    assert found["escap"].verdict == "too-slow"


def test_methods_that_agree_do_not_disagree() -> None:
    found = readings(DOUBLE, annual("125", "150"), "2018-02-01")
    assert {one.pace for one in found.values()} == {Pace.ON_TRACK}
    assert not disagreement(tuple(found.values()))


def test_a_target_that_is_met_overrides_its_speed() -> None:
    found = readings(DOUBLE, annual("170", "165"), "2018-02-01")
    assert found["open-sdg"].value == 5
    assert found["open-sdg"].verdict == "target-met"
    assert found["unsd"].pace is Pace.ON_TRACK


def test_a_share_is_taken_year_by_year() -> None:
    share = target(
        indicator(Kind.SHARE, YEARLY),
        "at-least",
        "30",
        base("2020", "26.2", "2021-01-20"),
        due="2025-12-31",
        start="2021-01-01",
    )
    rows = [fig("2021", "27.4", "2022-01-20"), fig("2022", "27.7", "2023-01-20"), fig("2023", "26.2", "2024-01-20")]
    two, three = readings(share, rows, "2023-02-01"), readings(share, rows, "2024-02-01")
    assert two["escap"].value and rounded(two["escap"].value) == "3.9474"  # 10 x 1.5 / 3.8
    assert three["open-sdg"].value == Decimal("-2.5")
    assert three["open-sdg"].verdict == "limited"
    assert three["escap"].pace is Pace.AWAY


def test_a_share_has_come_from_its_baseline_not_from_the_start_of_its_own_year() -> None:
    """From 15.9 % to 20 in five years: after two of them 40 % of the time has gone, and 1.6 of 4.1 points."""
    share = target(
        indicator(Kind.SHARE, YEARLY),
        "at-least",
        "20",
        base("2020", "15.9", "2021-01-20"),
        due="2025-12-31",
        start="2025-01-01",
    )
    rows = [fig("2021", "16.7", "2022-01-20"), fig("2022", "17.5", "2023-01-20")]
    found = readings(share, rows, "2023-02-01")
    assert found["schedule"].value and rounded(found["schedule"].value) == "0.9756"
    assert found["ratio"].value and rounded(found["ratio"].value) == "0.9977"
    assert (found["escap"].value and rounded(found["escap"].value), found["escap"].pace) == ("3.9024", Pace.SLOW)
    assert found["open-sdg"].value and rounded(found["open-sdg"].value) == "3.1854"


# --- when a method does not apply ---


def test_nothing_here_may_be_done_to_a_growth_rate() -> None:
    growth = target(indicator(Kind.GROWTH, MONTHLY), "at-least", "4.5")
    found = readings(growth, [fig("2023-01..2023-09", "4.0", "2023-10-18")], "2023-10-20")
    assert {one.refusal for one in found.values()} == {"growth"}
    assert not disagreement(tuple(found.values()))


def test_a_flow_has_a_schedule_but_no_growth() -> None:
    cars = target(indicator(Kind.FLOW, ReleaseCalendar(Frequency.MONTH, 10, 15), unit=VEHICLES), "at-least", "9000000")
    found = readings(cars, [fig("2023-01..2023-09", "6278000", "2023-10-11")], "2023-10-12")
    refused = {name for name, one in found.items() if one.refusal == "accumulates"}
    assert refused == {"open-sdg", "eurostat", "unsd"}
    assert found["schedule"].value and rounded(found["schedule"].value) == "5.2444"


@pytest.mark.parametrize(
    ("rows", "day", "refusal"),
    [
        (annual("0"), "2017-02-01", "zero"),
        (annual("-5", "110"), "2018-02-01", "sign-changing"),
        ([fig("2016-06-30", "110", "2016-07-20")], "2016-08-01", "under-a-year"),
    ],
)
def test_speeds_are_refused_with_the_reason(rows: list[Observation], day: str, refusal: str) -> None:
    found = readings(DOUBLE, rows, day)
    assert {found[name].refusal for name in ("open-sdg", "eurostat", "unsd")} == {refusal}
    assert found["escap"].refusal is None


@pytest.mark.parametrize(
    ("subject", "rows", "refusal"),
    [
        (replace(DOUBLE, baseline=None), annual("110"), "no-baseline"),
        (replace(DOUBLE, baseline=replace(base("2015-12-31", "100", "2016-01-20"), flag="d")), annual("110"),
         "definition-differs"),
        (DOUBLE, [], "no-reading"),
        (replace(DOUBLE, baseline=base("2015-12-31", "161.051", "2016-01-20")), annual("110"),
         "target-equals-baseline"),
    ],
)  # fmt: skip
def test_without_a_start_or_a_way_to_go_no_method_applies(
    subject: Target, rows: list[Observation], refusal: str
) -> None:
    assert {one.refusal for one in readings(subject, rows, "2017-02-01").values()} == {refusal}


def test_negative_values_grow_the_other_way_round() -> None:
    """A deficit of 100 that shrinks to 81 in two years, 59.049 wanted in five: exactly the pace."""
    found = growth_ratio(replace(course("-81", goal="-59.049"), base=Decimal(-100), values=(Decimal(-81),)))
    assert rounded(Decimal(found)) == "1"


def test_years_are_counted_in_whole_months() -> None:
    assert years(date(2015, 12, 31), date(2020, 12, 31)) == 5
    assert years(date(2020, 2, 29), date(2021, 2, 28)) == 1
    assert years(date(2022, 12, 31), date(2023, 6, 30)) == Fraction(1, 2)
    assert years(date(2022, 12, 31), date(2023, 1, 10)) == Fraction(10, 365)


@given(st.integers(101, 400), st.integers(101, 400), st.integers(1, 4))
def test_faster_never_scores_worse(one: int, other: int, passed: int) -> None:
    slow, fast = sorted((one, other))
    for name, method in METHODS.items():
        worse, better = method(course(str(slow), passed=passed)), method(course(str(fast), passed=passed))
        assert worse.value is not None
        assert better.value is not None
        if name == "schedule":
            assert better.value <= worse.value
        else:
            assert better.value >= worse.value

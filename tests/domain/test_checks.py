"""The checks, each alone, and all of them on figures as they were really published."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.domain.cases import base, fig, indicator
from tests.domain.true_series import FLOWS, GROWTH, KINDS, SHARES, STOCKS
from tracker.domain.checks import RULES, Case, History, check
from tracker.domain.indicator import Direction, Indicator, Kind
from tracker.domain.observation import Observation
from tracker.domain.problems import Severity, warnings
from tracker.domain.quantity import Quantity
from tracker.errors import TrackerError
from tracker.i18n import LANGS, has_text, text

TODAY = date(2025, 1, 1)
BY_CODE = {rule.code: rule for rule in RULES}


def case(figure: Observation, *known: Observation, kind: Kind = Kind.STOCK, **more: Any) -> Case:
    measured = indicator(kind, **more)
    baseline = measured.baseline.reading("x", "CN") if measured.baseline else None
    return Case(figure, measured, History(known, baseline), TODAY)


def finds(code: str, figure: Observation, *known: Observation, kind: Kind = Kind.STOCK, **more: Any) -> bool:
    return BY_CODE[code].look(case(figure, *known, kind=kind, **more)) is not None


def codes(figure: Observation, *known: Observation, kind: Kind = Kind.STOCK, **more: Any) -> list[str]:
    return [problem.code for problem in check(case(figure, *known, kind=kind, **more))]


def as_written(row: Observation, written: str) -> Observation:
    return replace(row, as_published=written)


# The list ------------------------------------------------------------------------------------------------------------


def test_codes_are_unique_and_every_rule_says_what_it_is_for() -> None:
    assert len(BY_CODE) == len(RULES)
    assert all(rule.doc for rule in RULES)
    assert {code for rule in RULES for code in rule.explains} <= set(BY_CODE)


def test_no_rule_is_called_like_an_error() -> None:
    assert not {kind.code for kind in TrackerError.__subclasses__()} & set(BY_CODE)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_its_text(rule: Any) -> None:
    assert has_text(f"problems.{rule.code}")


def test_all_errors_are_found_not_only_the_first() -> None:
    known = fig("2024-06-30", "12000", "2026-01-01")
    assert codes(fig("2024-06-30", "13000", "2026-01-01"), known) == ["published-in-future", "correction-needs-reason"]


# Errors --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("published", "found"), [("2025-01-01", False), ("2025-01-02", True)])
def test_published_in_future(published: str, found: bool) -> None:
    assert finds("published-in-future", fig("2024-06-30", "1", published)) is found


@pytest.mark.parametrize(
    ("published", "flag", "found"),
    [
        ("2023-06-25", "", "before-end"),
        ("2023-06-25", "e", "before-end"),
        ("2023-06-25", "f", ""),
        ("2023-06-26", "", ""),
        ("2023-06-26", "f", ""),
        ("2023-06-27", "ef", "outlook-after-end"),
        ("2023-06-27", "e", ""),
    ],
)
def test_outlooks_are_published_before_the_end_and_say_so(published: str, flag: str, found: str) -> None:
    assert codes(fig("2023-06-26", "9000", published, flag=flag)) == ([found] if found else [])


def test_an_outlook_without_a_date_is_believed() -> None:
    assert not finds("outlook-after-end", fig("2023", "4.3", "2024-06-01", flag="f", dated=False), kind=Kind.GROWTH)


def test_a_correction_needs_a_reason() -> None:
    known = fig("2023-06-30", "9000", "2023-07-05")
    assert finds("correction-needs-reason", fig("2023-06-30", "9100", "2023-07-05"), known)
    assert not finds("correction-needs-reason", fig("2023-06-30", "9100", "2023-07-05", reason="typing error"), known)
    assert not finds("correction-needs-reason", fig("2023-06-30", "9100", "2023-07-06"), known)
    assert not finds("correction-needs-reason", fig("2023-06-30", "9100", "2023-07-05", "nbs"), known)


# Warnings: size ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "factor"),
    [("1.2", "10000"), ("120000000", "10000"), ("120", "100"), ("1200000", "100"), ("0.00012", "100000000")],
)
def test_slips_of_a_stock(value: str, factor: str) -> None:
    problem = BY_CODE["slip"].look(
        case(fig("2023-07-31", value, "2023-08-01"), fig("2022-12-31", "8997", "2023-01-11"))
    )
    assert problem is not None
    assert problem.data["factor"] == factor
    assert "12,000 enterprises" in text("problems.slip", "en", **problem.data)


def test_the_baseline_of_the_plan_is_enough_to_see_a_slip() -> None:
    assert codes(fig("2023-07-31", "1.2", "2023-08-01"), baseline=base("2022-12-31", "8997")) == ["slip"]


def test_a_slip_explains_the_fall_that_comes_with_it() -> None:
    known = fig("2022-12-31", "8997", "2023-01-11")
    assert finds("stock-falls", fig("2023-07-31", "1.2", "2023-08-01"), known)
    assert codes(fig("2023-07-31", "1.2", "2023-08-01"), known) == ["slip"]


def test_the_first_year_to_date_is_compared_per_month() -> None:
    sales = fig("2023", "9495000", "2024-01-11")
    assert not finds("slip", fig("2024-01", "729000", "2024-02-08"), sales, kind=Kind.FLOW)
    assert finds("slip", fig("2024-01", "73", "2024-02-08"), sales, kind=Kind.FLOW)


@pytest.mark.parametrize(
    ("value", "found"), [("0.036", True), ("0.04", True), ("0.1", False), ("0.0", False), ("360", True), ("36", False)]
)
def test_growth_as_a_fraction_or_a_multiple(value: str, found: bool) -> None:
    known = [fig(f"2022-{month:02}", str(3 + month / 10), f"2022-{month + 1:02}-16") for month in range(3, 9)]
    assert finds("slip", fig("2022-09", value, "2022-10-16"), *known, kind=Kind.GROWTH) is found


def test_another_publisher_shows_the_size_where_the_own_series_is_new() -> None:
    known = fig("2022", "27.7", "2023-01-18")
    assert finds("slip", fig("2022", "0.2598", "2023-06-01", "world-bank"), known, kind=Kind.SHARE)
    assert not finds("slip", fig("2022", "25.98", "2023-06-01", "world-bank"), known, kind=Kind.SHARE)


def test_a_series_of_another_definition_shows_nothing() -> None:
    known = fig("2022", "8997", "2023-01-18", flag="d")
    assert codes(fig("2022-12-31", "1", "2023-06-01"), known) == []


def test_putting_a_slip_right_is_no_slip() -> None:
    right = fig("2022-12-31", "8997", "2023-01-11")
    wrong = fig("2023-07-31", "1.2", "2023-08-01")
    assert codes(fig("2023-07-31", "12000", "2023-08-01", reason="万 left out"), right, wrong) == []


# Warnings: sign ------------------------------------------------------------------------------------------------------


def test_a_tariff_that_always_fell() -> None:
    fell = base("2022", "<-10")
    assert finds("sign", fig("2023", "10", "2024-01-20"), kind=Kind.GROWTH, baseline=fell)
    assert not finds("sign", fig("2023", "<-10", "2024-01-20"), kind=Kind.GROWTH, baseline=fell)
    assert not finds("sign", fig("2023", "2", "2024-01-20"), kind=Kind.GROWTH, baseline=fell)


def test_no_stock_is_below_nothing() -> None:
    known = fig("2022-12-31", "8997", "2023-01-11")
    assert codes(fig("2023-07-31", "-12000", "2023-08-01"), known)[0] == "sign"


# Warnings: order -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "falls"),
    [
        ("8997", "8990", True),
        ("8997", "8997", False),
        (">12000", "12000", False),
        (">12000", "11999", True),
        ("8997", "^9000", False),
        ("8997", "<8997", False),
        ("8997", "<8990", True),
        (">98000", ">80000", False),
        ("~110000", "100000", False),
        ("~110000", "^90000", True),
    ],
)
def test_a_stock_falls_only_beyond_doubt(before: str, after: str, falls: bool) -> None:
    known = fig("2022-12-31", before, "2023-01-11")
    assert finds("stock-falls", fig("2023-07-31", after, "2023-08-01"), known) is falls


@pytest.mark.parametrize(
    ("before", "after", "falls"),
    [
        (("12668", "12668"), ("12000", "1.2万"), False),
        (("12668", "12668"), ("11000", "1.1万家"), True),
        (("3189000", "318.9万个"), ("3188000", "318.8万个"), True),
        (("3377000", "337.7万"), ("3370000", "337万"), False),
        (("3377000", "3,377,000"), ("3370000", "3,370,000"), True),
    ],
)
def test_rounding_makes_no_fall(before: tuple[str, str], after: tuple[str, str], falls: bool) -> None:
    known = as_written(fig("2023-09-30", before[0], "2023-10-20"), before[1])
    later = as_written(fig("2023-10-31", after[0], "2023-11-20"), after[1])
    assert finds("stock-falls", later, known) is falls


def test_a_late_entry_is_held_against_what_comes_after_it() -> None:
    known = fig("2023-12-31", "9000", "2024-01-11")
    assert finds("stock-falls", fig("2023-06-30", "9100", "2023-07-11"), known)


def test_a_revision_of_the_same_day_may_be_lower_and_so_may_one_that_should_fall() -> None:
    known = fig("2023-12-31", "9100", "2024-01-11")
    assert not finds("stock-falls", fig("2023-12-31", "9000", "2024-02-11"), known)
    assert not finds("stock-falls", fig("2024-03-31", "9000", "2024-04-11"), known, direction=Direction.DOWN)


def test_an_outlook_is_no_reading_to_fall_from() -> None:
    known = fig("2023-12-31", ">100000", "2023-06-01", flag="f")
    assert not finds("stock-falls", fig("2024-03-31", "99000", "2024-04-11"), known)
    assert not finds("stock-falls", fig("2023-06-30", "101000", "2023-07-11"), known)


def test_year_to_date_only_grows() -> None:
    known = fig("2023-01..2023-05", "2940000", "2023-06-09")
    assert finds("ytd-below", fig("2023-01..2023-06", "2840000", "2023-07-11"), known, kind=Kind.FLOW)
    assert finds("ytd-below", fig("2023-01..2023-04", "2990000", "2023-07-11"), known, kind=Kind.FLOW)
    assert not finds("ytd-below", fig("2023-06", "806000", "2023-07-11"), known, kind=Kind.FLOW)
    assert not finds("ytd-below", fig("2024-01..2024-06", "2840000", "2024-07-11"), known, kind=Kind.FLOW)


# Notices -------------------------------------------------------------------------------------------------------------


def test_nearly_9000_adds_nothing_to_8997() -> None:
    known = fig("2022-12-31", "8997", "2023-01-11")
    assert codes(fig("2023-06-26", "^9000", "2023-06-26"), known) == ["adds-nothing"]
    assert codes(fig("2023-06-26", ">12000", "2023-06-26"), known) == []
    assert codes(fig("2023-06-26", "8997", "2023-06-26"), known) == []


def test_a_weaker_bound_adds_nothing_to_a_stronger_one() -> None:
    known = [fig("2022-10-31", "2250000", "2022-11-21"), fig("2022-12-31", ">2300000", "2023-01-11")]
    assert finds("adds-nothing", fig("2022-12-29", ">2220000", "2022-12-29"), *known)
    assert finds("adds-nothing", fig("2022-12-31", ">2200000", "2023-02-11"), *known)
    assert not finds("adds-nothing", fig("2022-12-31", ">2310000", "2023-02-11"), *known)


def test_growth_of_another_period_says_nothing_about_this_one() -> None:
    known = fig("2022-01..2022-11", "3.8", "2022-12-15")
    assert not finds("adds-nothing", fig("2022", "~3.8", "2023-01-11"), known, kind=Kind.GROWTH)


def test_a_later_publication_with_an_older_value() -> None:
    known = [fig("2022", "28", "2023-01-11"), fig("2022", "27.7", "2023-01-18")]
    assert finds("older-value", fig("2022", "28", "2023-02-28"), *known, kind=Kind.SHARE)
    assert not finds("older-value", fig("2022", "27.7", "2023-02-28"), *known, kind=Kind.SHARE)
    assert not finds("older-value", fig("2022", "27.6", "2023-02-28"), *known, kind=Kind.SHARE)


def test_what_else_is_told() -> None:
    assert codes(fig("2022-12-31", "1", "2023-01-11", "world-bank")) == ["unlisted-publisher"]
    assert codes(fig("2022-12-31", "1", "2023-01-11", dated=False)) == ["no-date"]
    assert codes(fig("2022-12-31", "1", "2023-01-11", flag="d")) == ["definition-differs"]


# True figures --------------------------------------------------------------------------------------------------------

TRUE = [(kind, rows) for kind, series in KINDS for rows in series]


def replay(rows: list[Observation], measured: Indicator) -> list[tuple[Case, list[str]]]:
    """Enter a series as it came out; what each figure was warned about."""
    history, seen = History(), []
    for row in rows:
        current = Case(row, measured, history, TODAY)
        seen.append((current, [problem.code for problem in warnings(check(current))]))
        history.add(row)
    return seen


@pytest.mark.parametrize(("kind", "rows"), TRUE)
def test_true_figures_raise_no_warning(kind: Kind, rows: list[Observation]) -> None:
    seen = replay(rows, indicator(kind, publishers=("nbs",)))
    assert [(str(each.figure.period), found) for each, found in seen if found] == []


@pytest.mark.parametrize(("kind", "rows"), TRUE)
def test_true_figures_raise_no_warning_when_the_year_is_entered_backwards(kind: Kind, rows: list[Observation]) -> None:
    seen = replay(rows[::-1], indicator(kind, publishers=("nbs",)))
    assert [(str(each.figure.period), found) for each, found in seen if found] == []


def slipped(rows: list[Observation], factor: str, kind: Kind) -> list[str]:
    """The periods whose figures would pass if they were entered `factor` times too large after all those before."""
    measured, history, passed = indicator(kind, publishers=("nbs",)), History(rows[:1]), []
    for row in rows[1:]:
        wrong = replace(row, quantity=Quantity(row.quantity.value * Decimal(factor)))
        found = {problem.code for problem in check(Case(wrong, measured, history, TODAY))}
        if not found & {"slip", "sign"}:
            passed.append(str(row.period))
        history.add(row)
    return passed


@pytest.mark.parametrize("factor", ["100", "0.01", "10000", "0.0001", "100000000", "0.00000001", "-1"])
@pytest.mark.parametrize(("kind", "rows"), [(kind, rows) for kind, rows in TRUE if kind is not Kind.GROWTH])
def test_every_slip_of_a_level_is_caught(kind: Kind, rows: list[Observation], factor: str) -> None:
    assert slipped(rows, factor, kind) == []


def test_slips_of_steady_growth_are_caught() -> None:
    telecom = GROWTH[-1]
    assert all(slipped(telecom, factor, Kind.GROWTH) == [] for factor in ("100", "0.01", "10000", "-1"))


def test_the_series_are_long_enough_to_mean_something() -> None:
    assert sum(len(rows) for rows in [*GROWTH, *FLOWS, *STOCKS, *SHARES]) > 180


@pytest.mark.parametrize("lang", LANGS)
def test_findings_read_well(lang: Any) -> None:
    known = fig("2022-12-31", "8997", "2023-01-11")
    (found,) = check(case(fig("2023-07-31", "1.2", "2023-08-01"), known))
    assert found.severity is Severity.WARNING
    wanted = {
        "en": "1.2 enterprises looks 10000 times too small (31 Dec 2022: 8,997 enterprises); "
        "is 12,000 enterprises meant?",
        "zh": "1.2家疑似偏小10000倍（2022年12月31日为8,997家），是否应为1.2万家？",
    }
    assert text("problems.slip", lang, **found.data) == wanted[lang]

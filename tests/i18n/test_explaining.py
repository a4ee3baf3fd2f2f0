"""An explanation in words: every figure in it can be worked out again from the line it stands in."""

import ast
import operator
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.arbitrary import days, figures, targets
from tests.domain.cases import MONTHLY, YEARLY, base, fig, indicator, target
from tracker.domain.assessment import assess
from tracker.domain.bilingual import Lang
from tracker.domain.explanation import explain
from tracker.domain.indicator import Direction, Kind
from tracker.domain.observation import Observation
from tracker.domain.target import PathKind, PathSpec, Target
from tracker.i18n import text
from tracker.i18n.explaining import step_text

FORMULA = re.compile(r"(?:^|[:=] )([-(\d][-\d.()×/+ ]*) = (-?\d[\d.]*)")
OPERATORS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
WORKED_OUT = ("path-linear", "path-interim", "path-last-year", "gap", "gap-points", "progress", "shortfall", "over",
              "needed", "growth-needed", "growth-needed-weighted", "elapsed-months", "elapsed-days")  # fmt: skip


def lines(subject: Target, rows: list[Observation], day: str, lang: Lang = "en") -> dict[str, str]:
    return {step.code: step_text(step, lang) for step in explain(subject, rows, date.fromisoformat(day))}


def value(formula: str) -> Fraction:
    """What a sum of numbers comes to."""

    def of(node: ast.expr) -> Fraction:
        if isinstance(node, ast.BinOp):
            return OPERATORS[type(node.op)](of(node.left), of(node.right))
        if isinstance(node, ast.UnaryOp):
            return -of(node.operand)
        assert isinstance(node, ast.Constant), formula
        return Fraction(str(node.value))

    return of(ast.parse(formula.replace("×", "*").strip(), mode="eval").body)


@given(st.data(), targets(), days)
def test_every_formula_comes_to_what_it_says(data: st.DataObject, subject: Target, day: date) -> None:
    """To the four decimals its own numbers are printed with."""
    rows = data.draw(figures(subject))
    for step in explain(subject, rows, day):
        line = step_text(step, "en")
        found = FORMULA.findall(line)
        assert found or step.code not in WORKED_OUT, line
        for formula, printed in found:
            worth = value(formula)
            slack = Fraction(1, 1000) * max(abs(worth), Fraction(1))
            short = formula.count("/") and abs(worth) > 1  # a quotient of rounded numbers
            assert abs(worth - Fraction(printed)) <= (slack if short else Fraction(1, 5000)), line


@given(st.data(), targets(), days)
def test_the_last_rule_named_is_the_one_that_gave_the_status(data: st.DataObject, subject: Target, day: date) -> None:
    rows = data.draw(figures(subject))
    found = assess(subject, rows, day)
    decided = [step for step in explain(subject, rows, day) if step.code == "decided"]
    assert [step.data["status"] for step in decided] == [found.status]
    assert decided[0].data["because"] == found.reasons[: len(decided[0].data["because"])]
    assert text(f"status.{found.status.value}", "zh") in step_text(decided[0], "zh")


def test_a_stock_can_be_worked_out_again() -> None:
    path = PathSpec(PathKind.INTERIM, ((date(2023, 6, 30), Decimal(9200)),))
    giants = target(indicator(Kind.STOCK), "more-than", "10000", base("2022-12-31", "8997"), path=path)
    found = lines(giants, [fig("2023-08-20", "9300", "2023-08-21", id=7, source="Notice")], "2023-09-01")
    assert found["actual"].startswith(
        "Actual: 9,300 enterprises for 20 Aug 2023 (miit, published 21 Aug 2023, entry 7; "
    )
    assert "; Notice)" in found["actual"]
    assert found["elapsed-days"].endswith("= 244 / 365 = 0.6685 [method 4]")
    assert "9200 + (10000 - 9200) × 63 / 184 = 9473.913 [method 5]" in found["path-interim"]
    assert "9300 - 9473.913 = -173.913" in found["gap"]
    assert "(9300 - 8997) / (10000 - 8997) = 0.3021" in found["progress"]
    assert "(9473.913 - 9300) / 1003 × 100 = 17.3393 points" in found["shortfall"]
    assert "under 10 on track, up to 30 behind" in found["bands-schedule"]
    assert found["decided"].startswith("Decided by rule 5, the bands: behind. ")
    assert "(10001 - 9300) / 4 = 175.25" in found["needed"]


def test_flag_and_source_are_named_where_there_are_any() -> None:
    giants = target(indicator(Kind.STOCK), "more-than", "10000", base("2022-12-31", "8997"))
    estimate = lines(giants, [fig("2023-08-20", "9300", "2023-08-21", id=7, flag="e")], "2023-09-01")
    assert "(miit, published 21 Aug 2023, flag e, entry 7)" in estimate["actual"]
    assert "(miit, published 11 Jan 2023, stated in the plan)" in lines(giants, [], "2023-02-01")["actual"]


def test_a_flow_by_last_year_s_shape_can_be_worked_out_again() -> None:
    cars = target(indicator(Kind.FLOW, MONTHLY), "at-least", "900", path=PathSpec(PathKind.LAST_YEAR))
    rows = [
        fig("2022-01..2022-05", "200", "2022-06-15"),
        fig("2022", "600", "2023-01-15"),
        fig("2023-01..2023-04", "250", "2023-05-16"),
        fig("2023-05", "40", "2023-06-16"),
    ]
    found = lines(cars, rows, "2023-06-17")
    assert "(miit: 200 for Jan–May 2022 of 600 for 2022): 900 × 200 / 600 = 300" in found["path-last-year"]
    assert "290 - 300 = -10" in found["gap"]
    assert "(900 - 290) / 7 = 87.1429" in found["needed"]


def test_a_growth_rate_can_be_worked_out_again() -> None:
    rate = target(indicator(Kind.GROWTH, MONTHLY), "at-least", "4.5")
    rows = [fig("2022-12", "5.6", "2023-01-17", id=3), fig("2023-01..2023-09", "4.4", "2023-10-18")]
    found = lines(rate, rows, "2023-10-19")
    assert "4.4 - 4.5 = -0.1 percentage points" in found["gap-points"]
    assert "(12 × 4.5 - 9 × 4.4) / 3 = 4.8 %" in found["growth-needed"]
    assert "of the last 24 months, 5.6 % for Dec 2022 (entry 3)" in found["bands-growth"]
    assert "Decided by rule 5, the bands: behind" in found["decided"]


@pytest.mark.parametrize(
    ("direction", "value", "end", "best"), [("up", "3.1", "3", "0.5"), ("down", "1.9", "2", "4.1")]
)
def test_a_growth_rate_beyond_its_range_is_held_against_the_month_that_decides(
    direction: str, value: str, end: str, best: str
) -> None:
    measured = indicator(Kind.GROWTH, MONTHLY, direction=Direction(direction))
    prices = target(measured, "between", "2", upper="3")
    rows = [
        fig("2022-11", "4.1", "2022-12-15"),
        fig("2022-12", "0.5", "2023-01-15"),
        fig("2023-01..2023-09", value, "2023-10-15"),
    ]
    found = lines(prices, rows, "2023-10-15")
    assert found["bands-growth-range"].startswith(f"Bands: beyond the end {end} % of the range behind")
    assert f"{best} % for" in found["bands-growth-range"]
    assert f"({best} % in" in found["decided"]


@pytest.mark.parametrize(("day", "number", "status"), [("2023-06-01", 3, "pending"), ("2024-02-01", 4, "no-data")])
def test_the_rule_is_named_where_there_is_no_figure(day: str, number: int, status: str) -> None:
    share = target(indicator(Kind.SHARE, YEARLY), "within", None, base("2022", "28"), tolerance="0.5")
    found = lines(share, [], day, "zh")
    assert found["decided"].startswith(f"判定依据为第{number}条（")
    assert text(f"status.{status}", "zh") in found["decided"]

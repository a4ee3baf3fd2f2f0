"""What is likely, on figures as they were really published and on slips planted in them; the rates are printed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.domain import vehicle_series as vehicle
from tests.domain.cases import VEHICLES, fig, indicator
from tests.domain.true_series import KINDS, flow
from tracker.domain.checks import RULES, Case, History, check, relations
from tracker.domain.checks.likelihood import Likely, likely
from tracker.domain.indicator import Indicator, Kind
from tracker.domain.observation import Observation
from tracker.domain.period import Period
from tracker.domain.problems import warnings
from tracker.domain.quantity import Quantity
from tracker.i18n import text

TODAY = date(2026, 1, 1)
BY_CODE = {rule.code: rule for rule in RULES}
KNOWN_FIRST = 4
UNIT: dict[Kind, Any] = {kind: {"unit": VEHICLES} for kind in (Kind.FLOW, Kind.STOCK)}
SALES = vehicle.vehicles(vehicle.SALES, vehicle.SALES_TO_DATE)
MADE = vehicle.vehicles(vehicle.MADE, vehicle.MADE_TO_DATE)
MONTHS_ONLY = [flow(years, to_date=False) for years in (vehicle.SALES, vehicle.MADE)]
TO_DATE_ONLY = [flow(years, to_date=True) for years in (vehicle.SALES_TO_DATE, vehicle.MADE_TO_DATE)]
GROWTH = [
    vehicle.growth(vehicle.SALES_GROWTH, to_date=False),
    vehicle.growth(vehicle.SALES_GROWTH_TO_DATE, to_date=True),
]
LEVELS = [SALES, MADE, *MONTHS_ONLY, *TO_DATE_ONLY]
TRUE = [
    *((Kind.FLOW, rows) for rows in LEVELS),
    *((Kind.GROWTH, rows) for rows in GROWTH),
    *((kind, rows) for kind, series in KINDS for rows in series),
]
Slip = Callable[[Observation, dict[Period, Observation]], Iterator[Quantity]]


def measured(kind: Kind) -> Indicator:
    return replace(indicator(kind, publishers=("caam", "nbs")), **UNIT.get(kind, {}))


def codes(figure: Observation, history: History, kind: Kind, related: History | None = None) -> list[str]:
    case = Case(figure, measured(kind), history, TODAY, related)
    return [problem.code for problem in warnings(check(case))]


def missed(rows: list[Observation], kind: Kind, slip: Slip) -> tuple[int, list[str]]:
    """How many slips can be made in a series, and which of them nobody would be asked about."""
    history, by_period = History(rows[:KNOWN_FIRST]), {row.period: row for row in rows}
    count, passed = 0, list[str]()
    for row in rows[KNOWN_FIRST:]:
        for wrong in slip(row, by_period):
            count += 1
            if not codes(replace(row, quantity=wrong, as_published=""), history, kind):
                passed.append(f"{row.period}: {wrong.value} for {row.quantity.value}")
        history.add(row)
    return count, passed


# True figures --------------------------------------------------------------------------------------------------------


def test_at_most_one_true_figure_in_fifty_is_asked_about(capsys: pytest.CaptureFixture[str]) -> None:
    asked, count = [], 0
    for kind, rows in TRUE:
        for ordered in (rows, rows[::-1]):
            history = History()
            for row in ordered:
                count += 1
                asked += [f"{row.period} {row.quantity.value} {code}" for code in codes(row, history, kind)]
                history.add(row)
    with capsys.disabled():
        print(f"\ntrue figures asked about: {len(asked)} of {count}")  # noqa: T201 -- the rate is what one wants to see
    assert count > 1000
    assert len(asked) * 50 <= count, asked


def test_true_figures_entered_as_they_came_out_raise_no_warning() -> None:
    for kind, rows in TRUE[:6]:
        history = History()
        for row in rows:
            assert codes(row, history, kind) == [], str(row.period)
            history.add(row)


# Planted slips -------------------------------------------------------------------------------------------------------


def times(factor: str) -> Slip:
    return lambda row, _: iter((Quantity(row.quantity.value * Decimal(factor)),))


def of_the_other_span(row: Observation, known: dict[Period, Observation]) -> Iterator[Quantity]:
    """The year to date in place of the month, and the reverse."""
    year, month = row.period.stop.year, row.period.stop.month
    spans = (Period.month(year, month), Period.months(year, 1, month))
    other = known.get(spans[0] if row.period == spans[1] else spans[1])
    if month > 1 and other is not None:
        yield other.quantity


def swapped(row: Observation, known: dict[Period, Observation]) -> Iterator[Quantity]:
    """Two neighbouring digits changed over, beyond all months of the two years before by half."""
    written = format(row.quantity.value, "f")
    about = [one for period, one in known.items() if period.month_count == 1 and period.stop < row.period.stop]
    months = [one.quantity.value for one in about][-24:]
    for place in range(len(written) - 1):
        digits = written[:place] + written[place + 1] + written[place] + written[place + 2 :]
        if "." in written[place : place + 2] or row.period.month_count > 1:
            continue
        value = Decimal(digits)
        if value > max(months) * Decimal("1.5") or value * Decimal("1.5") < min(months):
            yield Quantity(value)


UNITS = ("100", "0.01", "10000", "0.0001", "100000000", "0.00000001")
FACTORS = ("5", "0.2", "10", "0.1")
SLIPS: dict[str, Slip] = {
    **{f"unit, times {factor}": times(factor) for factor in UNITS},
    **{f"times {factor}": times(factor) for factor in FACTORS},
    "sign": times("-1"),
    "month for year to date and the reverse": of_the_other_span,
    "swapped digits": swapped,
}


@pytest.mark.parametrize("name", SLIPS)
def test_every_slip_in_a_flow_is_caught(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    count, passed = 0, list[str]()
    for rows in LEVELS[:4]:
        more, found = missed(rows, Kind.FLOW, SLIPS[name])
        count, passed = count + more, passed + found
    with capsys.disabled():
        print(f"\n{name}: {count - len(passed)} of {count} caught")  # noqa: T201 -- likewise
    assert count > 20
    assert passed == []


@pytest.mark.parametrize("factor", [*UNITS, *FACTORS, "-1"])
@pytest.mark.parametrize("rows", TO_DATE_ONLY)
def test_every_slip_in_years_to_date_alone_is_caught(rows: list[Observation], factor: str) -> None:
    assert missed(rows, Kind.FLOW, times(factor))[1] == []


@pytest.mark.parametrize(
    ("shown", "wrong", "since"),
    [(vehicle.SALES, vehicle.SALES_TO_DATE, 2022), (vehicle.SALES_TO_DATE, vehicle.SALES, 2022)],
)
def test_the_other_span_is_caught_where_only_one_is_known(
    shown: dict[int, str], wrong: dict[int, str], since: int
) -> None:
    history, passed = History(), []
    for row in flow(shown, to_date=shown is vehicle.SALES_TO_DATE):
        year, month = row.period.stop.year, row.period.stop.month
        slip = replace(row, quantity=Quantity(Decimal(wrong[year].split()[month - 1])))
        if year >= since and month > 1 and not codes(slip, history, Kind.FLOW):
            passed.append(str(row.period))
        history.add(row)
    assert passed == []


@pytest.mark.parametrize(("factor", "least"), [("-1", 24), ("5", 23), ("10", 24), ("0.1", 23), ("1", 0)])
@pytest.mark.parametrize("rows", GROWTH)
def test_growth_is_held_against_its_levels(rows: list[Observation], factor: str, least: int) -> None:
    """Growth crosses zero and doubles in earnest; the levels tell, but of -1.4 % five times as much may be true."""
    levels, history, caught = History(SALES), History(), 0
    for row in rows:
        slip = replace(row, quantity=Quantity(row.quantity.value * Decimal(factor)))
        caught += bool(codes(slip, history, Kind.GROWTH, levels))
        history.add(row)
    assert caught >= least
    if factor == "1":
        assert caught == 0


@pytest.mark.parametrize("known", [("408000", "525000"), ("408000", "525000", "653000")])
def test_a_month_a_tenth_of_the_others_is_caught_early(known: tuple[str, ...]) -> None:
    history = History(fig(f"2023-{month:02}", value, "2023-06-01") for month, value in enumerate(known, start=1))
    wrong = fig(f"2023-{len(known) + 1:02}", "65300", "2023-06-01")
    assert codes(wrong, history, Kind.FLOW) == ["unlikely"]


# One at a time -------------------------------------------------------------------------------------------------------


def finds(code: str, figure: Observation, *known: Observation, kind: Kind = Kind.FLOW) -> bool:
    return BY_CODE[code].look(Case(figure, measured(kind), History(known), TODAY)) is not None


def test_months_that_do_not_sum_to_the_year_to_date() -> None:
    months = [fig(f"2023-{month:02}", "787000", "2024-01-11") for month in range(1, 13)]
    assert not finds("months-differ", fig("2023", "9495000", "2024-01-11"), *months)
    assert finds("months-differ", fig("2023", "9945000", "2024-01-11"), *months)
    assert not finds("months-differ", fig("2023", ">9945000", "2024-01-11"), *months)


def test_a_month_is_held_against_the_step_of_the_years_to_date() -> None:
    known = [fig("2023-01..2023-05", "2940000", "2023-06-09"), fig("2023-01..2023-06", "3747000", "2023-07-11")]
    assert not finds("months-differ", fig("2023-06", "806000", "2023-07-11"), *known)
    assert not finds("months-differ", fig("2023-06", "860000", "2023-07-11"), *known)
    assert finds("months-differ", fig("2023-06", "608000", "2023-07-11"), *known)


def test_january_and_february_that_come_together_are_a_month_of_the_sum() -> None:
    known = [fig("2023-01..2023-02", "930000", "2023-03-11"), fig("2023-03", "650000", "2023-04-11")]
    assert not finds("months-differ", fig("2023-01..2023-03", "1586000", "2023-04-11"), *known)
    assert finds("months-differ", fig("2023-01..2023-03", "1856000", "2023-04-11"), *known)


def test_a_coarse_year_to_date_may_differ_by_its_rounding() -> None:
    known = [fig("2023-01", "40800", "2023-02-11"), fig("2023-02", "52500", "2023-03-11")]
    coarse = replace(fig("2023-01..2023-02", "100000", "2023-03-11"), as_published="10万辆")
    assert not finds("months-differ", coarse, *known)
    assert finds("months-differ", replace(coarse, as_published="100000辆"), *known)


STEADY = [fig(f"2023-{month:02}-28", str(10_000 + 100 * month), "2024-01-01") for month in range(1, 9)]


@pytest.mark.parametrize(("value", "found"), [("11000", False), ("11800", False), ("19010", True), ("13000", True)])
def test_a_stock_is_judged_by_its_changes(value: str, found: bool) -> None:
    assert finds("unlikely", fig("2023-09-28", value, "2024-01-01"), *STEADY, kind=Kind.STOCK) is found


@pytest.mark.parametrize(("value", "found"), [("26.2", False), ("72.6", True), ("2.62", True)])
def test_a_share_is_judged_by_its_level(value: str, found: bool) -> None:
    known = [fig(str(year), value, f"{year + 1}-01-18") for year, value in ((2020, "26.2"), (2021, "27.4"))]
    more = fig("2022", "27.7", "2023-01-18")
    assert finds("unlikely", fig("2023", value, "2024-07-05"), *known, more, kind=Kind.SHARE) is found


def test_growth_may_rebound_by_what_it_fell() -> None:
    known = [fig(f"2022-{month:02}", value, "2023-01-01") for month, value in ((3, "-5"), (4, "-48"), (5, "-12"))]
    assert not finds("unlikely", fig("2023-04", "91", "2023-05-11"), *known, kind=Kind.GROWTH)
    assert finds("unlikely", fig("2023-04", "191", "2023-05-11"), *known, kind=Kind.GROWTH)


def test_an_outlook_makes_nothing_likely() -> None:
    known = [fig("2023", ">90000000", "2023-06-01", flag="f"), fig("2023-01..2023-11", "8300000", "2023-12-11")]
    figure = fig("2023", "9495000", "2024-01-11")
    assert likely(Case(figure, measured(Kind.FLOW), History(known[:1]), TODAY)) is None
    assert not finds("unlikely", figure, *known)


def test_the_range_is_put_into_words() -> None:
    history = History(fig(f"2023-0{month}", "500000", "2023-06-01") for month in (1, 2, 3))
    (found,) = warnings(check(Case(fig("2023-04", "50000", "2023-06-01"), measured(Kind.FLOW), history, TODAY)))
    assert text("problems.unlikely", "zh", **found.data) == (
        "5万辆与其他数据相差过大，按已有数据推算应在21.8万辆至115万辆之间"
    )


@pytest.mark.parametrize(
    ("kind", "low", "high", "words"),
    [
        (Kind.GROWTH, -12.07, 16.68, ("-12%", "16.6%")),
        (Kind.GROWTH, -12.13, 0.4567, ("-12.1%", "0.456%")),
        (Kind.FLOW, 217391.3, 1_151_000.0, ("218,000 vehicles", "1.15 million vehicles")),
        (Kind.FLOW, 1.2, 1.8, ("1 vehicle", "2 vehicles")),
    ],
)
def test_a_figure_outside_the_range_never_reads_as_if_it_were_within(
    kind: Kind, low: float, high: float, words: tuple[str, str]
) -> None:
    told = Likely(low, high).words(Case(fig("2023", "1", "2024-01-11"), measured(kind), History(), TODAY))
    assert tuple(one.en for one in told) == words


def test_which_indicators_belong_together() -> None:
    level, growth = indicator(Kind.FLOW, unit=VEHICLES), indicator(Kind.GROWTH)
    named = {"sales": level, "g": replace(growth, code="g", growth_of="sales")}
    assert relations({code: replace(one, code=code) for code, one in named.items()}) == {"g": "sales", "sales": "g"}
    alike = {"sales": level, "sales-growth": growth}
    assert relations({code: replace(one, code=code) for code, one in alike.items()})["sales-growth"] == "sales"
    assert relations({"x": growth}) == {}


def test_a_revised_base_is_no_reason_to_ask() -> None:
    """Industrial profits of 2023: 7,685.8 billion yuan, -2.3 % as published, where the year before had 8,403.9."""
    levels = History([fig("2022", "84039", "2023-01-31"), fig("2023", "76858", "2024-01-27")])
    published = fig("2023", "-2.3", "2024-01-27")
    assert codes(published, History(), Kind.GROWTH, levels) == []
    assert codes(fig("2023", "23", "2024-01-27"), History(), Kind.GROWTH, levels) == ["growth-differs"]


def test_a_level_is_held_against_its_growth_too() -> None:
    growth, known = History([fig("2023", "12", "2024-01-11")]), History([fig("2022", "26864000", "2023-01-12")])
    assert codes(fig("2023", "30094000", "2024-01-11"), known, Kind.FLOW, growth) == []
    assert codes(fig("2023", "39004000", "2024-01-11"), known, Kind.FLOW, growth) == ["growth-differs"]


def test_the_same_value_for_a_month_and_for_the_year_to_date() -> None:
    known = fig("2023-01..2023-06", "3747000", "2023-07-11")
    assert finds("to-date-as-month", fig("2023-06", "3747000", "2023-07-11"), known)
    assert finds(
        "month-as-to-date", fig("2023-01..2023-06", "806000", "2023-07-11"), fig("2023-06", "806000", "2023-07-11")
    )
    assert not finds("to-date-as-month", fig("2023-01", "408000", "2023-07-11"))

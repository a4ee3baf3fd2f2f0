"""The quick look settles nothing that a rule has something to say about, and most of what is ordinary."""

import math
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.domain import vehicle_series as vehicle
from tests.domain.cases import VEHICLES, indicator
from tests.domain.true_series import KINDS, flow
from tracker.domain.checks import Case, History, Outcome, check, remarks
from tracker.domain.checks.screens import QuickLook
from tracker.domain.figure import Figure, Release, Series
from tracker.domain.indicator import Direction, Indicator, Kind
from tracker.domain.observation import Observation
from tracker.domain.period import Period
from tracker.domain.quantity import Bound

TODAY, NOW = date(2026, 1, 1), datetime(2026, 1, 1, tzinfo=UTC)
UNIT: dict[Kind, Any] = {kind: {"unit": VEHICLES} for kind in (Kind.FLOW, Kind.STOCK)}
SEEDS, FIRST = (*range(80), 5811), 5
FACTORS = ("100", "0.01", "-1", "0", "5", "0.2", "1.3", "0.7", "2", "2.15", "2.3", "39", "41")
"""What a few figures are off by."""
Row = tuple[Period, str, date, dict[str, Any]]
"""A period, a value, its publication, and how the figure differs from a plain one."""


def measured(kind: Kind, direction: Direction = Direction.UP) -> Indicator:
    return replace(indicator(kind, publishers=("caam", "nbs"), direction=direction), **UNIT.get(kind, {}))


class Desk:
    """Looks at figures twice: quickly, and with every rule; the two histories know the same."""

    def __init__(self, measured: Indicator) -> None:
        self.measured = measured
        self.quick, self.thorough = History(made_of=made), History()
        self.look, self.settled = QuickLook(lambda _: (self.quick, None)), 0

    def take(self, row: Row) -> bool:
        """Whether the figure was settled; then no rule finds anything."""
        figure = self.figure(*row)
        case = Case(made(figure), self.measured, self.thorough, TODAY)
        settled = self.look.settles(figure)
        if settled:
            self.settled += 1
            assert check(case) == remarks(case), row
            assert figure.speaks is bool(remarks(case))
            assert case.effect.outcome is Outcome.STORED
        elif case.effect.outcome is not Outcome.IDENTICAL:
            self.quick.add(made(figure))
        if case.effect.outcome is not Outcome.IDENTICAL:
            self.thorough.add(made(figure))
        return settled

    def figure(self, period: Period, value: str, published: date, more: dict[str, Any]) -> Figure:
        series = Series(self.measured, "CN", more.get("publisher", "caam"), more.get("flag", ""))
        dated = more.get("dated", True)
        release = Release(period, published if dated else TODAY, TODAY, dated=dated)
        bound = more.get("bound", Bound.EXACTLY)
        return Figure(release.order, 1, series, release, value, bound, value, "", "", "a reason")


def made(figure: Figure) -> Any:
    return figure.observation(NOW, "li")


def months(start: int = 2018, count: int = 60) -> Iterator[tuple[int, int]]:
    return ((start + number // 12, number % 12 + 1) for number in range(count))


def after(period: Period, days: int = 12) -> date:
    return period.stop + timedelta(days)


def disturbed(chance: random.Random, rows: list[Row], kind: Kind) -> list[Row]:
    """The rows with a few that are out of the ordinary: slips, signs, vintages, gaps, bounds, flags, publishers."""
    found: list[Row] = []
    for period, value, published, more in rows:
        row = (period, value, published, more)
        dice = chance.random()
        size = Decimal(value)
        if dice < 0.02:
            continue
        if dice < (0.06 if len(found) > FIRST else 0.3):
            factor = Decimal(chance.choice(FACTORS))
            row = (period, f"{size * factor:.4f}".rstrip("0").rstrip(".") or "0", published, more)
        elif dice < 0.08:
            row = (period, value, published, {"bound": chance.choice(list(Bound))})
        elif dice < 0.10:
            row = (period, value, published, {"flag": chance.choice("defp")})
        elif dice < 0.12:
            row = (period, value, published, {"publisher": chance.choice(["nbs", "miit"])})
        elif dice < 0.13:
            row = (period, value, published, {"dated": False})
        elif dice < 0.15 and found:
            row = (*chance.choice(found)[:2], published, more)
        elif dice < 0.17:
            row = (period, value, published + timedelta(chance.choice([-60, 40, 400])), more)
        elif dice < 0.19 and kind is not Kind.STOCK:
            year, month = period.stop.year, period.stop.month
            row = (Period.months(year, chance.randint(1, month), month), value, published, more)
        found.append(row)
    if chance.random() < 0.3:
        place = chance.randrange(len(found))
        found[place:] = chance.sample(found[place:], len(found) - place)
    return found


def levels(chance: random.Random, *, to_date: bool) -> list[Row]:
    level, spread = chance.uniform(-5, 12), chance.choice([0.3, 1, 3, 6])
    rows: list[Row] = []
    for year, month in months():
        period = Period.months(year, 1, month) if to_date else Period.month(year, month)
        rows.append((period, f"{level + chance.uniform(-spread, spread):.1f}", after(period), {}))
        level += chance.uniform(-spread, spread) / 3
    return rows


def stocks(chance: random.Random) -> list[Row]:
    size, step = chance.uniform(10, 10**6), chance.choice([0.01, 0.05, 0.12, 0.3])
    rows: list[Row] = []
    for year, month in months():
        period = Period.month(year, month).instant()
        rows.append((period, f"{size:.0f}", after(period), {}))
        size *= 1 + chance.uniform(-step / 4, step)
    return rows


def flows(chance: random.Random) -> list[Row]:
    """Months, years to date, or both in either order; January alone, with February, or as two figures."""
    mode, together = chance.choice(["months", "to-date", "both", "both-later"]), chance.random() < 0.4
    size, spread, season = (
        chance.uniform(50, 10**6),
        chance.choice([0.02, 0.1, 0.25]),
        chance.choice([0, 0.1, 0.3, 0.7]),
    )
    shape = [math.exp(chance.gauss(0, season)) for _ in range(12)]
    off = chance.choice([0.0, 0.0, 0.01, 0.05])
    rows: list[Row] = []
    total = Decimal(0)
    for year, month in months():
        pace = size * shape[month - 1] * (1 + chance.uniform(-spread, spread))
        value = Decimal(round(pace))
        total = value if month == 1 else total + value
        single, whole = Period.month(year, month), Period.months(year, 1, month)
        told = round(total * Decimal(1 + chance.uniform(-off, off)))
        pair: list[Row] = [(whole, str(told), after(whole), {}), (single, str(value), after(single), {})]
        if month == 1:
            pair = [] if together else pair[1:]
        elif month == 2 and together:
            pair = pair[:1]
        elif mode == "months":
            pair = pair[1:]
        elif mode == "to-date":
            pair = pair[:1]
        rows += pair[::-1] if mode == "both-later" else pair
        size *= 1 + chance.uniform(-0.02, 0.03)
    return rows


def series(kind: Kind, chance: random.Random) -> list[Row]:
    if kind is Kind.FLOW:
        return flows(chance)
    return stocks(chance) if kind is Kind.STOCK else levels(chance, to_date=chance.random() < 0.5)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kind", list(Kind))
def test_nothing_settled_is_worth_a_word(kind: Kind, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- figures, not secrets
    desk = Desk(measured(kind, chance.choice(list(Direction))))
    for row in disturbed(chance, series(kind, chance), kind):
        desk.take(row)


TRUE: list[tuple[Kind, list[Observation]]] = [
    (Kind.FLOW, flow(vehicle.SALES, to_date=False)),
    (Kind.FLOW, flow(vehicle.SALES_TO_DATE, to_date=True)),
    (Kind.FLOW, vehicle.vehicles(vehicle.MADE, vehicle.MADE_TO_DATE)),
    (Kind.GROWTH, vehicle.growth(vehicle.SALES_GROWTH, to_date=True)),
    *((kind, rows) for kind, every in KINDS for rows in every),
]


def test_most_true_figures_are_settled() -> None:
    settled = count = 0
    for kind, rows in TRUE:
        desk = Desk(measured(kind))
        for row in rows:
            value = f"{row.quantity.value:f}"
            desk.take((row.period, value, row.published_on, {"bound": row.quantity.bound, "flag": row.flag}))
        settled, count = settled + desk.settled, count + len(rows)
    assert settled > count * 0.6


@pytest.mark.parametrize("to_date", [False, True])
def test_of_growth_in_step_nothing_goes_to_the_rules(to_date: bool) -> None:
    chance, desk, year = random.Random(1), Desk(measured(Kind.GROWTH)), list[float]()  # noqa: S311 -- figures, not secrets
    for period, _, published, more in levels(chance, to_date=to_date):
        year = [*(year if period.stop.month > 1 else []), chance.uniform(4, 6)]
        value = sum(year) / len(year) if to_date else year[-1]
        assert desk.take((period, f"{value:.1f}", published, more)), period


def test_a_series_with_a_growth_or_a_level_beside_it_goes_to_the_rules() -> None:
    beside = History()
    look = QuickLook(lambda _: (History(made_of=made), beside))
    figures = [Desk(measured(Kind.GROWTH)).figure(*row) for row in levels(random.Random(2), to_date=False)]  # noqa: S311 -- figures, not secrets
    assert look.settles(figures[0])
    beside.add(made(figures[0]))
    look = QuickLook(lambda _: (History(made_of=made), beside))
    assert not look.settles(figures[1])


def test_growth_below_all_there_is_goes_to_the_rules() -> None:
    desk = Desk(measured(Kind.GROWTH))
    values = ["-98.0", "-97.5", "-98.5", "-98.2", "-101.0"]
    taken = [desk.take((Period.month(2023, month), value, date(2023, month + 1, 20), {}))
             for month, value in enumerate(values, start=1)]  # fmt: skip
    assert taken == [True, True, True, True, False]


def test_two_numbers_that_are_one_float_are_told_apart() -> None:
    desk = Desk(measured(Kind.STOCK))
    days = [Period.month(2023, month).instant() for month in (1, 2, 3)]
    values = ["90000000000000001", "90000000000000001", "90000000000000000"]
    assert len(set(map(float, values))) == 1
    taken = [desk.take((day, value, after(day), {})) for day, value in zip(days, values, strict=True)]
    assert taken == [True, True, False]

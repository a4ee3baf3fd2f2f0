"""Assessing what is needed gives what assessing everything gives, on histories made at random."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.store.clockwork import RECORD, Clock, taken_back
from tracker.domain.assessment import Assessment
from tracker.domain.bilingual import Bilingual
from tracker.domain.calendar import Frequency, ReleaseCalendar
from tracker.domain.indicator import PERCENT, Direction, Indicator, Kind, Unit
from tracker.domain.observation import NATION, Baseline, Entry, Observation
from tracker.domain.period import Period, parse_period
from tracker.domain.quantity import Bound, Interval, Point, Quantity
from tracker.domain.scope import scopes
from tracker.domain.target import Condition, ElapsedUnit, Op, PathKind, PathSpec, Rules, Target
from tracker.services.status import assess_all, assess_each
from tracker.store.database import Database
from tracker.store.scoped import thinned

HOUSES = Unit("家", "enterprises", whole=True)
MONTHLY, QUARTERLY = (
    ReleaseCalendar(Frequency.MONTH, 15, 18, with_next=(1,)),
    ReleaseCalendar(Frequency.QUARTER, 20, 25),
)
CALENDARS = (MONTHLY, QUARTERLY, ReleaseCalendar())
PUBLISHERS = ("nbs", "caam", "blog")
"""The last is listed by no indicator."""
AREAS = (NATION, "CN-GD")
BOUNDS = (*[Bound.EXACTLY] * 12, Bound.ABOUT, Bound.MORE_THAN, Bound.AT_LEAST, Bound.LESS_THAN, Bound.NEARLY)
FLAGS = (*[""] * 12, "p", "e", "d", "f")
KINDS = {"stock": Kind.STOCK, "flow": Kind.FLOW, "growth": Kind.GROWTH, "share": Kind.SHARE}
OPS = {
    Kind.STOCK: (Op.MORE_THAN, Op.AT_LEAST, Op.ABOUT, Op.AT_MOST, Op.BETWEEN, Op.NEARLY, Op.EXACTLY),
    Kind.FLOW: (Op.MORE_THAN, Op.ABOUT, Op.AT_MOST, Op.BETWEEN),
    Kind.GROWTH: (Op.AT_LEAST, Op.ABOUT, Op.LESS_THAN, Op.BETWEEN),
    Kind.SHARE: (Op.WITHIN, Op.WITHIN, Op.AT_LEAST),
}
DAYS = tuple(date(2023, 1, 20) + timedelta(days=47 * step) for step in range(14))
SEEDS = range(12)


class Chance(random.Random):
    """What may have been published, and what may be wanted of it; at times many exact levels by one publisher only."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        several = seed % 2 == 0
        self.sources = (*PUBLISHERS, "nbs", "nbs") if several else ("nbs",)
        self.flags, self.bounds = (FLAGS, BOUNDS) if several else (FLAGS[:14], BOUNDS[:13])
        self.codes = (*KINDS,) if several else (*KINDS, "stock", "stock", "stock", "stock")

    def indicators(self) -> dict[str, Indicator]:
        return {code: self.indicator(code, kind) for code, kind in KINDS.items()}

    def indicator(self, code: str, kind: Kind) -> Indicator:
        unit = PERCENT if kind in (Kind.GROWTH, Kind.SHARE) else HOUSES
        return Indicator(
            code, Bilingual(code, code), kind, unit, self.choice((("nbs",), ("caam", "nbs"))),
            direction=self.choice(list(Direction)), calendar=self.choice(CALENDARS),
            growth_of="flow" if kind is Kind.GROWTH else "", growth_from=("nbs", "caam"),
        )  # fmt: skip

    def target(self, measured: Indicator, number: int) -> Target:
        due = self.choice((date(2023, 12, 31), date(2023, 12, 31), date(2024, 6, 30)))
        kind = measured.kind
        path = PathKind.LAST_YEAR if kind is Kind.FLOW and self.random() < 0.5 else PathKind.LINEAR
        op = self.choice(OPS[kind])
        return Target(
            f"{measured.code}-{number}", measured, self.condition(op), date(2023, 1, 1), due, date(2023, 1, 5),
            self.choice(AREAS), baseline=self.baseline(kind, needed=op is Op.WITHIN), path=PathSpec(path),
            rules=Rules(history_months=self.choice((6, 24)), elapsed=self.choice(list(ElapsedUnit))),
        )  # fmt: skip

    def condition(self, op: Op) -> Condition:
        if op is Op.WITHIN:
            return Condition(op, tolerance=Decimal(self.randint(1, 5)))
        value = Decimal(self.randint(8, 30))
        return Condition(op, value, value + 5 if op is Op.BETWEEN else None)

    def baseline(self, kind: Kind, *, needed: bool) -> Baseline | None:
        if not needed and self.random() < 0.3:
            return None
        year = Period.year(2022)
        return Baseline(
            year.instant() if kind is Kind.STOCK else year, self.quantity(), self.choice(PUBLISHERS[:2]),
            self.choice((date(2023, 1, 5), date(2023, 5, 5))), self.choice(("", "", "", "d")),
        )  # fmt: skip

    def quantity(self) -> Quantity:
        return Quantity(Decimal(self.randint(1, 30)), self.choice(self.bounds))

    def figure(self, code: str) -> Observation:
        period = self.period(KINDS[code])
        flag, lag = self.choice(self.flags), self.randint(1, 60)
        told = period.stop + timedelta(days=-lag if "f" in flag else lag)
        return Observation(code, period, self.quantity(), self.choice(self.sources), told, self.choice(AREAS), flag)

    def period(self, kind: Kind) -> Period:
        year, month = self.randint(2020, 2024), self.randint(1, 12)
        if kind is Kind.STOCK:
            return self.choice((Period.month(year, month).instant(), parse_period("2022-12-31")))
        if kind is Kind.SHARE:
            return self.choice((Period.year(year), Period.year(2022), Period.year(2023), Period.month(year, month)))
        return Period.months(year, self.choice((1, month)), month)

    def end(self, rows: list[Observation]) -> Iterator[Observation]:
        """The end of one of the rows before, where it can be ended."""
        row = self.choice(rows)
        by_id = {one.id: one for one in rows}
        if row.entry is Entry.VALUE:
            entry = self.choice((Entry.RETRACTION, Entry.WITHDRAWAL))
            yield taken_back(row, entry, str(row.published_on + timedelta(days=self.randint(0, 90))))
        elif by_id[row.voids or 0].entry is Entry.VALUE:
            yield taken_back(row)


def filled(database: Database, clock: Clock, chance: Chance) -> list[datetime]:
    """A history of some hundred rows in a dozen writes; when each was."""
    moments = []
    for _ in range(12):
        with database.write(RECORD) as writing:
            before = writing.observations()
            ends = [row for _ in range(12 if before else 0) for row in chance.end(before)]
            figures = [chance.figure(chance.choice(chance.codes)) for _ in range(40)]
            again = [replace(row, quantity=chance.quantity(), id=0) for row in chance.choices(figures, k=10)]
            writing.add_observations([*figures, *again, *ends])
        moments.append(clock.now)
    return moments


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_needed_says_what_everything_says(database: Database, clock: Clock, seed: int) -> None:
    chance = Chance(seed)
    moments = filled(database, clock, chance)
    measured = list(chance.indicators().values())
    targets = [chance.target(chance.choice(measured), number) for number in range(24)]
    seen: set[str] = set()
    with database.read() as reader:
        for day in DAYS:
            known_at, ahead = chance.choice((None, None, *moments)), chance.random() < 0.3
            rows = reader.figures(scopes(targets, day, with_forecasts=ahead), day, known_at)
            lean = assess_each(targets, rows, day, with_forecasts=ahead)
            whole = assess_all(targets, reader.observations(known_at=known_at), day, with_forecasts=ahead)
            assert [compared(one) for one in lean] == [compared(one) for one in whole]
            seen |= {one.status.value for one in whole}
    assert len(seen) > 4


def compared(one: Assessment) -> tuple[object, ...]:
    """An assessment, what it stands on told apart, so that a difference is found at once."""
    return one.target.code, one.status, one.actual, one.reference, one.outlook, one


def told(code: str, period: str, value: str, published: str, publisher: str = "nbs") -> Observation:
    return Observation(
        code, parse_period(period), Quantity(Decimal(value)), publisher, date.fromisoformat(published), NATION
    )


def measured(code: str, **more: Any) -> Indicator:
    return replace(Chance(0).indicator(code, KINDS[code]), publishers=("nbs", "caam"), direction=Direction.UP, **more)


def wanted(one: Indicator, op: Op, value: str | None, tolerance: str | None = None, **more: Any) -> Target:
    numbers = [None if text is None else Decimal(text) for text in (value, None, tolerance)]
    made = Target("x", one, Condition(op, *numbers), date(2023, 1, 1), date(2023, 12, 31), date(2023, 1, 5))
    return replace(made, **more)


def both(database: Database, target: Target, day: date) -> Assessment:
    """The assessment, which is the same on what is needed and on everything."""
    with database.read() as reader:
        [whole] = assess_all([target], reader.observations(), day)
        [lean] = assess_each([target], reader.figures(scopes([target], day), day), day)
    assert compared(lean) == compared(whole)
    return whole


def test_the_reference_at_the_time_of_the_verdict_is_needed(database: Database) -> None:
    stated = Baseline(Period.year(2022), Quantity(Decimal(28)), "nbs", date(2023, 1, 11))
    with database.write(RECORD) as writing:
        writing.add_observations(
            [
                told("share", "2022", "27.7", "2023-01-18"),
                told("share", "2023", "27.4", "2024-01-18"),
                told("share", "2022", "27.5", "2024-06-30"),
            ]
        )
    goal = wanted(measured("share"), Op.WITHIN, None, "0.5", baseline=stated)
    assert both(database, goal, date(2024, 7, 1)).has("reference-revised")


def test_of_two_targets_of_one_place_the_references_of_both_are_needed(database: Database) -> None:
    with database.write(RECORD) as writing:
        writing.add_observations(
            [
                told("share", "2021", "27.4", "2023-01-18"),
                told("share", "2022", "27.7", "2023-01-18"),
                told("share", "2023", "27.4", "2024-01-18"),
                told("share", "2021", "27.2", "2024-06-30"),
                told("share", "2022", "27.5", "2024-06-30"),
            ]
        )
    starts = (Baseline(Period.year(year), Quantity(Decimal(28)), "nbs", date(2023, 1, 5)) for year in (2021, 2022))
    goals = [wanted(measured("share"), Op.WITHIN, None, "0.5", baseline=start) for start in starts]
    day = date(2024, 7, 1)
    with database.read() as reader:
        lean = assess_each(goals, reader.figures(scopes(goals, day), day), day)
    assert [one.has("reference-revised") for one in lean] == [True, True]
    assert [one.reference.quantity.value for one in lean if one.reference] == [Decimal("27.2"), Decimal("27.5")]


def test_of_two_targets_of_one_place_both_baselines_are_looked_up(database: Database) -> None:
    with database.write(RECORD) as writing:
        writing.add_observations(
            told("growth", year, value, "2023-03-01") for year, value in (("2015", "6"), ("2016", "7"))
        )
    starts = (Baseline(Period.year(year), Quantity(Decimal(5)), "nbs", date(2023, 1, 5)) for year in (2015, 2016))
    goals = [wanted(measured("growth"), Op.AT_LEAST, "5", baseline=start) for start in starts]
    day = date(2023, 4, 1)
    with database.read() as reader:
        lean = assess_each(goals, reader.figures(scopes(goals, day), day), day)
    assert [one.reference.quantity.value for one in lean if one.reference] == [6, 7]


def test_the_one_firm_reading_among_provisional_ones_is_needed(database: Database) -> None:
    flags = ("p", "p", "", "p", "p")
    with database.write(RECORD) as writing:
        writing.add_observations(
            replace(told("stock", f"2023-0{month}-28", "99", "2023-06-01"), flag=flag)
            for month, flag in enumerate(flags, start=1)
        )
    assert not both(database, wanted(measured("stock"), Op.MORE_THAN, "80"), date(2023, 7, 1)).has("provisional")


def test_the_first_of_the_months_a_rate_is_held_against_is_needed(database: Database) -> None:
    with database.write(RECORD) as writing:
        writing.add_observations(
            [
                told("growth", "2021-01", "35.1", "2021-02-15"),
                told("growth", "2023-01-01..2023-01-10", "4", "2023-01-12"),
            ]
        )
    rate = measured("growth", calendar=ReleaseCalendar())
    found = both(database, wanted(rate, Op.AT_LEAST, "5"), date(2023, 1, 15))
    assert found.has("needed-within-best")


def test_the_levels_of_the_base_year_are_needed(database: Database) -> None:
    with database.write(RECORD) as writing:
        writing.add_observations(
            [
                told("growth", "2023-01..2023-06", "4", "2023-07-15"),
                told("flow", "2022-01..2022-06", "40", "2022-07-15"),
                told("flow", "2022", "100", "2023-01-15"),
            ]
        )
    found = both(database, wanted(measured("growth"), Op.AT_LEAST, "5"), date(2023, 8, 1))
    assert found.needed_weighted is not None
    assert round(found.needed_weighted, 4) == Decimal("5.6667")


def test_the_reading_on_the_day_of_the_baseline_is_needed(database: Database) -> None:
    with database.write(RECORD) as writing:
        days = ("2022-10-31", "2022-11-30", "2022-12-31", "2023-01-31", "2023-02-28")
        writing.add_observations(told("stock", day, "5", "2023-03-01") for day in days)
    stated = Baseline(parse_period("2022-12-31"), Quantity(Decimal(4)), "nbs", date(2023, 1, 11))
    found = both(database, wanted(measured("stock"), Op.MORE_THAN, "80", baseline=stated), date(2023, 7, 1))
    assert found.reference is not None
    assert found.reference.quantity.value == 5


def test_no_reading_is_left_out_that_stands_before_that_of_another_publisher(database: Database) -> None:
    with database.write(RECORD) as writing:
        writing.add_observations(told("stock", f"2023-0{month}-28", "5", "2023-06-01") for month in (2, 3, 4, 5))
        writing.add_observation(told("stock", "2023-03-28", "99", "2023-06-01", "caam"))
    found = both(database, wanted(measured("stock"), Op.MORE_THAN, "80"), date(2023, 7, 1))
    assert found.first_achieved is None


@pytest.mark.parametrize("eve", [(), ("2022-12-31",)])
def test_the_first_reading_since_the_baseline_is_needed_whatever_was_before_it(
    database: Database, eve: tuple[str, ...]
) -> None:
    with database.write(RECORD) as writing:
        days = ("2022-03-31", "2022-06-30", *eve, "2023-02-28", "2023-03-31", "2023-04-30")
        writing.add_observations(told("stock", day, "99", "2023-06-01") for day in days)
    stated = Baseline(Period.day(date(2022, 12, 31)), Quantity(Decimal(50)), "nbs", date(2023, 1, 5))
    found = both(database, wanted(measured("stock"), Op.MORE_THAN, "80", baseline=stated), date(2023, 7, 1))
    assert found.first_achieved == date.fromisoformat(days[2])
    bare = both(database, wanted(measured("stock"), Op.MORE_THAN, "80"), date(2023, 7, 1))
    assert bare.first_achieved == date.fromisoformat(days[2])


def test_a_figure_that_is_not_needed_is_not_read(database: Database) -> None:
    chance = Chance(1)
    flow = replace(chance.indicator("flow", Kind.FLOW), publishers=("nbs",))
    made = [
        Observation("flow", Period.month(year, 5), Quantity(Decimal(year)), "nbs", date(year, 6, 10))
        for year in range(2018, 2024)
    ]
    with database.write(RECORD) as writing:
        writing.add_observations(made)
    goal = Target("x", flow, Condition(Op.AT_LEAST, Decimal(9)), date(2023, 1, 1), date(2023, 12, 31), date(2023, 1, 5))
    with database.read() as reader:
        rows = reader.figures(scopes([goal], date(2023, 7, 1)), date(2023, 7, 1))
        assert [str(row.period) for row in rows["flow", NATION]] == ["2023-05"]
        last_year = replace(goal, path=PathSpec(PathKind.LAST_YEAR))
        rows = reader.figures(scopes([goal, last_year], date(2023, 7, 1)), date(2023, 7, 1))
        assert [str(row.period) for row in rows["flow", NATION]] == ["2022-05", "2023-05"]
        everything = reader.figures(scopes([goal], date(2023, 7, 1), with_forecasts=True), date(2023, 7, 1))
        assert len(everything["flow", NATION]) == len(made)


@pytest.mark.parametrize(
    ("low", "high", "kept"),
    [
        (Point(Decimal(3), 1), Point(Decimal("Infinity")), "1 3 4 8 2 3 9 ~5 9 9"),
        (Point(Decimal(3)), Point(Decimal("Infinity")), "1 2 3 8 2 3 9 ~5 9 9"),
        (Point(Decimal("-Infinity")), Point(Decimal(8), -1), "1 6 8 2 3 9 ~5 9 9"),
        (Point(Decimal("-Infinity")), Point(Decimal(8)), "1 3 9 ~5 9 9"),
    ],
)
def test_of_a_run_of_readings_the_first_and_the_last_are_kept(low: Point, high: Point, kept: str) -> None:
    values = ["1", "2", "3", "4", "6", "8", "2", "3", "9", "~5", "9", "9", "9"]
    rows = [(1, day, day, value.lstrip("~"), value[0] != "~", day) for day, value in enumerate(values)]
    found = thinned(rows, Interval(low, high), Decimal)
    assert " ".join(values[row[1]] for row in found) == kept

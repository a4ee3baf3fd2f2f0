"""A plan with many targets over twenty tasks, each on an indicator of its own with monthly figures of some two years.

Flows, growth rates and stocks in turn; a third of the targets is forecast, and every series differs from the others, so
that no chart is drawn twice.
"""

from datetime import date, timedelta
from decimal import Decimal

from tracker.domain.bilingual import Bilingual
from tracker.domain.calendar import Frequency, ReleaseCalendar
from tracker.domain.indicator import PERCENT, Indicator, Kind, Publisher, Unit
from tracker.domain.observation import Baseline, Observation
from tracker.domain.period import Period
from tracker.domain.plan import Clause, Plan, Task
from tracker.domain.quantity import Quantity
from tracker.domain.target import Condition, Evidence, Op, Target
from tracker.store.database import Change, open_database
from tracker.store.migrate import create_database

PLAN, TASKS, YEAR = "crowd-2023", 20, 2023
KINDS = (Kind.FLOW, Kind.GROWTH, Kind.STOCK)
ANNOUNCED = date(YEAR, 1, 11)
MONTHLY = ReleaseCalendar(Frequency.MONTH, 15, 18)
THINGS = Unit("台", "machines", whole=True)


def fill(path: str, count: int, last: Period) -> None:
    """A new database with a plan of so many targets and their figures up to the month `last`."""
    create_database(path)
    indicators = [_indicator(number) for number in range(count)]
    with open_database(path) as database:
        with database.write(Change("benchmark", "plan-load", plan=PLAN)) as writer:
            writer.add_plan(_plan(indicators))
        with database.write(Change("benchmark", "record", plan=PLAN)) as writer:
            writer.add_observations([row for one in indicators for row in _figures(one, last)])


def _indicator(number: int) -> Indicator:
    kind = KINDS[number % len(KINDS)]
    unit = PERCENT if kind is Kind.GROWTH else THINGS
    stands = Period.year(YEAR - 1) if kind is not Kind.STOCK else Period.day(date(YEAR - 1, 12, 31))
    base = Baseline(stands, Quantity(_value(kind, number, 12)), "nbs", ANNOUNCED)
    name = Bilingual(f"指标{number}", f"Indicator {number}")
    return Indicator(f"i-{number}", name, kind, unit, ("nbs",), calendar=MONTHLY, baseline=base)


def _value(kind: Kind, number: int, month: int) -> Decimal:
    """The figure of a month, counted from the beginning of the year before; for a flow that of the month alone."""
    if kind is Kind.GROWTH:
        return Decimal(40 + number % 17 + (month * 7 + number) % 11).scaleb(-1)
    steady = 1000 + 13 * number
    return Decimal(steady + (month * 37 + number * 11) % 97 + (15 * month if kind is Kind.FLOW else 40 * month))


def _plan(indicators: list[Indicator]) -> Plan:
    targets = tuple(_target(number, one) for number, one in enumerate(indicators))
    return Plan(
        code=PLAN,
        name=Bilingual(f"{YEAR}年工作", f"Work of {YEAR}"),
        year=YEAR,
        publisher="nbs",
        published_on=ANNOUNCED,
        publishers={"nbs": Publisher("nbs", Bilingual("国家统计局", "Statistics"))},
        indicators={one.code: one for one in indicators},
        tasks=tuple(_task(number, targets) for number in range(1, TASKS + 1)),
        targets=targets,
    )


def _task(number: int, targets: tuple[Target, ...]) -> Task:
    codes = tuple(target.code for target in targets if target.task == number)
    clause = Clause(number, 1, Bilingual("数量目标", "Numbers"), kind="target", target_codes=codes)
    return Task(number, Bilingual(f"任务{number}", f"Task {number}"), clauses=(clause,))


def _target(number: int, indicator: Indicator) -> Target:
    high = {
        Kind.GROWTH: Decimal("4.5"),
        Kind.STOCK: Decimal(2000 + 13 * number),
        Kind.FLOW: Decimal(16000 + 156 * number),
    }
    return Target(
        f"t-{number}", indicator, Condition(Op.AT_LEAST, high[indicator.kind]), date(YEAR, 1, 1), date(YEAR, 12, 31),
        ANNOUNCED, evidence=Evidence(3, "完成全年目标"), baseline=indicator.baseline, task=number % TASKS + 1,
    )  # fmt: skip


def _figures(indicator: Indicator, last: Period) -> list[Observation]:
    """The months from the year before on (of every third indicator only this year's), and the year to date."""
    number, rows = int(indicator.code.partition("-")[2]), []
    months = [month for year in (YEAR - 1, YEAR) for month in Period.year(year).each_month() if month.stop <= last.stop]
    for place, month in enumerate(months, 1):
        span = month.instant() if indicator.kind is Kind.STOCK else month
        if place > 12 or number % 2:
            rows.append(_row(indicator, span, _value(indicator.kind, number, place)))
        if place > 13 and indicator.kind is not Kind.STOCK:
            rows.append(_row(indicator, Period(date(YEAR, 1, 1), month.stop), _to_date(indicator.kind, number, place)))
    return rows


def _to_date(kind: Kind, number: int, place: int) -> Decimal:
    values = [_value(kind, number, month) for month in range(13, place + 1)]
    total = sum(values, start=Decimal(0))
    return total if kind is Kind.FLOW else round(total / len(values), 1)


def _row(indicator: Indicator, period: Period, value: Decimal) -> Observation:
    source = f"https://example.org/{indicator.code}/{period}"
    return Observation(indicator.code, period, Quantity(value), "nbs", period.stop + timedelta(days=16), source=source)

"""A plan whose targets can be forecast, on real monthly figures: a flow, a growth rate and a stock of 2024.

Vehicles as summed up from the published months; industry to date as the National Bureau of Statistics gave it.
"""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count

from tests.domain.official_series import FLOWS, GROWTHS, STOCKS, published
from tests.report.papers import MONTHLY, PLAN
from tracker.domain.assessment import assess
from tracker.domain.bilingual import Bilingual
from tracker.domain.calendar import Frequency, ReleaseCalendar
from tracker.domain.indicator import PERCENT, Indicator, Kind, Unit
from tracker.domain.observation import Baseline, Observation
from tracker.domain.period import Period, parse_period
from tracker.domain.plan import Plan, Task
from tracker.domain.quantity import Quantity
from tracker.domain.target import Commitment, Condition, Evidence, Op, Target
from tracker.report.build import build
from tracker.report.document import Paper, ReportDocument
from tracker.report.material import Material, View

ANNOUNCED = date(2024, 1, 15)
EVERY_MONTH = ReleaseCalendar(Frequency.MONTH, 16, 25)
STATIONS = Unit("万个", "10,000 stations")
VEHICLES = Unit("万辆", "10,000 vehicles")


def _base(value: str, period: str) -> Baseline:
    return Baseline(parse_period(period), Quantity(Decimal(value)), "miit", ANNOUNCED)


SALES = Indicator(
    "nev-sales", Bilingual("新能源汽车销量", "New-energy vehicles sold"), Kind.FLOW, VEHICLES, ("miit",),
    calendar=EVERY_MONTH, baseline=_base("944.8", "2023"),
)  # fmt: skip
INDUSTRY = Indicator(
    "industry", Bilingual("规模以上工业增加值增速", "Industrial value added, growth"), Kind.GROWTH, PERCENT, ("miit",),
    calendar=MONTHLY, baseline=_base("4.6", "2023"),
)  # fmt: skip
NETWORK = Indicator(
    "5g", Bilingual("5G基站数", "5G base stations"), Kind.STOCK, STATIONS, ("miit",),
    calendar=EVERY_MONTH, baseline=_base("337.7", "2023-12-31"),
)  # fmt: skip
TO_DATE = "7.0 6.1 6.3 6.2 6.0 5.9 5.8 5.8 5.8 5.8 5.8"
"""Growth of industry in 2024, January to February first."""


def _target(indicator: Indicator, op: Op, value: str) -> Target:
    return Target(
        f"{indicator.code}-2024", indicator, Condition(op, Decimal(value)), date(2024, 1, 1), date(2024, 12, 31),
        ANNOUNCED, commitment=Commitment.STRIVE, evidence=Evidence(3, "力争完成全年目标"),
        baseline=indicator.baseline, task=1,
    )  # fmt: skip


TARGETS = (
    _target(SALES, Op.AT_LEAST, "1150"),
    _target(INDUSTRY, Op.AT_LEAST, "4.6"),
    _target(NETWORK, Op.MORE_THAN, "430"),
)
AHEAD = Plan(
    code="plan-2024",
    name=Bilingual("2024年工作", "Work of 2024"),
    year=2024,
    publisher="miit",
    published_on=ANNOUNCED,
    title=Bilingual("2024年会议", "Conference of 2024"),
    publishers=PLAN.publishers,
    indicators={one.code: one for one in (SALES, INDUSTRY, NETWORK)},
    tasks=(Task(1, Bilingual("稳增长", "Steady growth")),),
    targets=TARGETS,
)


def figures() -> tuple[Observation, ...]:
    """All that was published, in order of publication; one figure revised, one a bound, one provisional."""
    rows = [*_months(SALES, FLOWS["new-energy vehicles"]), *_months(INDUSTRY, GROWTHS["industry"])]
    rows += _months(NETWORK, STOCKS["5g base stations"])
    rows += [*_sums(2024), *_to_date()]
    numbers = count(1)
    return tuple(
        replace(
            row,
            id=next(numbers),
            source=f"{row.indicator} {row.period}",
            recorded_at=datetime(*row.published_on.timetuple()[:3], 4, tzinfo=UTC),
        )
        for row in sorted(rows, key=lambda row: (row.published_on, row.indicator, row.period))
    )


def _months(indicator: Indicator, years: dict[int, str]) -> list[Observation]:
    found = published(indicator.kind, years)
    return [replace(row, indicator=indicator.code, publisher="miit") for row in found]


def _sums(year: int) -> list[Observation]:
    """Vehicles to date: the sums of the months; the first quarter was 0.3 lower at first."""
    total, rows = Decimal(0), []
    for month, value in enumerate(FLOWS["new-energy vehicles"][year].split(), 1):
        total += Decimal(value)
        span = Period.months(year, 1, month)
        row = Observation(SALES.code, span, Quantity(total), "miit", date(year + month // 12, month % 12 + 1, 11))
        if month == 3:
            rows.append(replace(row, quantity=Quantity(total - Decimal("0.3"))))
            row = replace(row, published_on=date(year, 5, 2))
        rows.append(replace(row, flag="p" if month == 7 else ""))
    return rows[1:]


def _to_date() -> list[Observation]:
    spans = [Period.months(2024, 1, month) for month in range(2, 13)]
    return [
        Observation(INDUSTRY.code, span, Quantity(Decimal(value)), "miit", date.fromordinal(span.stop.toordinal() + 16))
        for span, value in zip(spans, TO_DATE.split(), strict=True)
    ]


def looked_at(period: str, day: str, rows: tuple[Observation, ...], plan: Plan = AHEAD) -> View:
    """What a report sees, forecasts included."""
    span, as_of = parse_period(period), date.fromisoformat(day)
    kept = tuple(row for row in rows if row.period.stop <= span.stop)
    found = tuple(assess(one, kept, as_of, with_forecast=True) for one in plan.targets)
    return View(span, as_of, as_of, found, kept)


def august(plan: Plan = AHEAD, rows: tuple[Observation, ...] = ()) -> ReportDocument:
    """The report on August 2024, with a forecast of every target."""
    given = rows or figures()
    now, before = looked_at("2024-08", "2024-09-26", given, plan), looked_at("2024-07", "2024-08-26", given, plan)
    known = datetime(2024, 9, 26, 4, tzinfo=UTC)
    return build(Material(Paper.REPORT, plan, known, now, before, given, plan.targets, ()))

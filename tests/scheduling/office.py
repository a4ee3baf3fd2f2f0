"""A small office for these tests: a plan with two targets, its figures of the year, a clock set by hand."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

from tracker.domain.bilingual import Bilingual, Lang
from tracker.domain.cadence import Cycle
from tracker.domain.calendar import Frequency, ReleaseCalendar
from tracker.domain.indicator import PERCENT, Indicator, Kind, Publisher
from tracker.domain.observation import Baseline, Entry, Observation
from tracker.domain.period import parse_period
from tracker.domain.plan import Plan
from tracker.domain.quantity import Quantity
from tracker.domain.schedule import CatchUp, Schedule, What
from tracker.domain.target import Condition, Op, Target
from tracker.services import schedules
from tracker.services.runs import LEASE, Outcome, Runner
from tracker.store.database import Change, Database

PLAN = "small-2023"
ZONE = ZoneInfo("Asia/Shanghai")
GROWTH = Indicator(
    "growth",
    Bilingual("增速", "Growth"),
    Kind.GROWTH,
    PERCENT,
    ("nbs",),
    calendar=ReleaseCalendar(Frequency.MONTH, 15, 18, with_next=(1,)),
)
SHARE = Indicator(
    "share",
    Bilingual("比重", "Share"),
    Kind.SHARE,
    PERCENT,
    ("nbs",),
    calendar=ReleaseCalendar(Frequency.YEAR, 18, 200),
    baseline=Baseline(parse_period("2022"), Quantity(Decimal("27.7")), "nbs", date(2023, 1, 11)),
)
FIGURES = [
    ("growth", "2023-01..2023-02", "2.4", "2023-03-15"),
    ("growth", "2023-01..2023-03", "3.0", "2023-04-18"),
    ("growth", "2023-01..2023-06", "4.44", "2023-07-17"),
    ("growth", "2023", "4.6", "2024-01-17"),
    ("share", "2023", "26.2", "2024-07-05"),
]


def _target(indicator: Indicator, condition: Condition) -> Target:
    return Target(
        f"{indicator.code}-2023",
        indicator,
        condition,
        date(2023, 1, 1),
        date(2023, 12, 31),
        date(2023, 1, 11),
        baseline=indicator.baseline,
    )


def small_plan() -> Plan:
    """Growth of at least 3.6 %, known in January; a share within 0.5 points, known in July of the next year."""
    return Plan(
        PLAN,
        Bilingual("小计划", "Small plan"),
        2023,
        "nbs",
        date(2023, 1, 11),
        publishers={"nbs": Publisher("nbs", Bilingual("国家统计局", "Statistics"))},
        indicators={"growth": GROWTH, "share": SHARE},
        targets=(
            _target(GROWTH, Condition(Op.AT_LEAST, Decimal("3.6"))),
            _target(SHARE, Condition(Op.WITHIN, tolerance=Decimal("0.5"))),
        ),
    )


def figure(indicator: str, period: str, value: str, published: str) -> Observation:
    return Observation(indicator, parse_period(period), Quantity(Decimal(value)), "nbs", date.fromisoformat(published))


def local(text: str) -> datetime:
    """A time in the plan's zone."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def fill(database: Database) -> None:
    """Load the plan and record the figures of the year."""
    with database.write(Change("li", "plan-load", plan=PLAN)) as writer:
        writer.add_plan(small_plan())
    with database.write(Change("li", "record", plan=PLAN)) as writer:
        writer.add_observations([figure(*one) for one in FIGURES])


@dataclass
class Office:
    """A database with the plan in it and a folder for reports. `clock` is the real clock as far as anybody can tell."""

    database: Database
    folder: Path
    clock: datetime = field(default_factory=lambda: datetime.now(UTC))

    def pass_time(self, span: timedelta) -> None:
        self.clock += span

    def record(self, *figures: tuple[str, str, str, str]) -> None:
        with self.database.write(Change("li", "record", plan=PLAN)) as writer:
            writer.add_observations([figure(*one) for one in figures])

    def retract(self, indicator: str, period: str) -> None:
        """Take back an entry as a mistake."""
        with self.database.write(Change("li", "retract", "typo", PLAN)) as writer:
            [row] = [row for row in writer.observations([indicator]) if str(row.period) == period]
            writer.add_observation(replace(row, entry=Entry.RETRACTION, voids=row.id))

    def schedule(
        self,
        every: str,
        what: What = What.REPORT,
        *,
        name: str = "s",
        start: str | None = "2023-01",
        catch_up: CatchUp = CatchUp.ALL,
        formats: tuple[str, ...] = ("md",),
        languages: tuple[Lang, ...] = ("en",),
        about: Cycle | None = None,
    ) -> Schedule:
        new = schedules.NewSchedule(
            name=name,
            every=every,
            what=what,
            plan=PLAN,
            languages=languages,
            about=about,
            start=parse_period(start) if start else None,
            catch_up=catch_up,
            formats=formats if what.is_about_a_period else (),
            folder=self.folder,
        )
        return schedules.add(self.database, new, "li")

    def runner(self, lease: timedelta = LEASE) -> Runner:
        return Runner(self.database, "scheduler", clock=lambda: self.clock, lease=lease)

    def tick(self, now: str) -> list[Outcome]:
        return list(self.runner().tick(local(now)))

    def reported(self, now: str) -> list[tuple[str, str, str]]:
        """Period, edition and as-of of what one tick makes."""
        return [(one.run.period, one.run.edition, str(one.run.as_of)) for one in self.tick(now)]

    def files(self) -> list[str]:
        """Everything in the folder but the index."""
        found = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file())
        return sorted(name for name in found if name != "index.html")

    def write(self, kind: str = "run") -> Change:
        return Change("scheduler", kind)

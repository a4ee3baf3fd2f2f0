"""A plan with one indicator of each kind, and a database that has it."""

from datetime import UTC, date, datetime
from pathlib import Path

from tests.domain.cases import ENTERPRISES, VEHICLES, base
from tracker.domain.bilingual import Bilingual
from tracker.domain.indicator import PERCENT, Indicator, Kind, Publisher
from tracker.domain.plan import Plan
from tracker.store.database import Change, open_database
from tracker.store.migrate import create_database

NOW = datetime(2024, 8, 1, 2, tzinfo=UTC)
CODE = "small-2023"


def _indicator(code: str, zh: str, kind: Kind, publishers: tuple[str, ...], baseline: str = "") -> Indicator:
    unit = {Kind.STOCK: ENTERPRISES, Kind.FLOW: VEHICLES}.get(kind, PERCENT)
    start = base("2022-12-31" if kind is Kind.STOCK else "2022", baseline) if baseline else None
    return Indicator(code, Bilingual(zh, code), kind, unit, publishers, aliases=(f"{zh}数",), baseline=start)


PLAN = Plan(
    CODE,
    Bilingual("小计划", "Small plan"),
    2023,
    "miit",
    date(2023, 1, 11),
    publishers={
        "miit": Publisher("miit", Bilingual("工业和信息化部", "MIIT"), ("工信部",)),
        "nbs": Publisher("nbs", Bilingual("国家统计局", "NBS")),
        "caam": Publisher("caam", Bilingual("中国汽车工业协会", "CAAM"), ("中汽协",)),
    },
    indicators={
        one.code: one
        for one in (
            _indicator("giants", "小巨人", Kind.STOCK, ("miit",), "8997"),
            _indicator("sales", "销量", Kind.FLOW, ("caam",)),
            _indicator("industry", "工业", Kind.GROWTH, ("nbs", "miit"), "3.6"),
            _indicator("share", "比重", Kind.SHARE, ("miit",), "28"),
        )
    },
)


def make_database(path: Path) -> None:
    """A database with the plan and no figures."""
    create_database(str(path))
    with open_database(str(path)) as database, database.write(Change("test", "plan-load", plan=CODE)) as writer:
        writer.add_plan(PLAN)

"""A run in the ledger and what it forecast."""

from datetime import date
from decimal import Decimal

from sqlalchemy import insert

from tracker.store.database import Writer
from tracker.store.forecasts import Kept
from tracker.store.schema import report_run


def a_run(writer: Writer, plan: str = "harbour-2024", period: str = "2024-05") -> int:
    """The id of a report run that is done."""
    values = {
        "plan": plan,
        "kind": "report",
        "period": period,
        "as_of": date(2024, 6, 26),
        "state": "done",
        "attempts": 1,
        "started": writer.at,
        "files": "[]",
    }
    return int(writer.connection.execute(insert(report_run).values(values).returning(report_run.c.id)).scalar_one())


def said(target: str, day: str = "2024-06-26", value: str = "51.20") -> Kept:
    """A forecast of a target made on a day."""
    return Kept(
        target,
        date.fromisoformat(day),
        date(2024, 12, 31),
        Decimal(value),
        Decimal("49.8"),
        Decimal("52.6"),
        Decimal("0.8125"),
    )

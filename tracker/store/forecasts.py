"""The forecasts report runs made, kept as they were said: nothing that comes out later changes them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import insert, select

from tracker.store.codec import exact
from tracker.store.reader import Reader
from tracker.store.schema import forecast, report_run
from tracker.store.writer import Writer


@dataclass(frozen=True, slots=True)
class Kept:
    """What was forecast of a target on a day: the value at its due date, the 80 % interval, the chance to succeed."""

    target: str
    as_of: date
    due: date
    value: Decimal
    low: Decimal
    high: Decimal
    probability: Decimal


def keep_forecasts(writer: Writer, run_id: int, made: Iterable[Kept]) -> None:
    """Keep what a run forecast, in the transaction that marks it as done."""
    rows = [
        {
            "run_id": run_id,
            "target": one.target,
            "as_of": one.as_of,
            "due": one.due,
            "value": exact(one.value),
            "low": exact(one.low),
            "high": exact(one.high),
            "probability": exact(one.probability),
        }
        for one in made
    ]
    if rows:
        writer.connection.execute(insert(forecast), rows)


def kept_forecasts(reader: Reader, plan_code: str) -> list[Kept]:
    """Every forecast kept for a plan, by day and target; what two runs said of a day, twice."""
    c = forecast.c
    query = select(c.target, c.as_of, c.due, c.value, c.low, c.high, c.probability)
    joined = query.join(report_run, report_run.c.id == c.run_id).where(report_run.c.plan == plan_code)
    return [Kept(*row) for row in reader.connection.execute(joined.order_by(c.as_of, c.target, c.id))]

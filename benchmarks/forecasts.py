"""What forecasts cost `status`: the bundled plan with and without them, and a plan whose every target has one.

Prints milliseconds and the ratio, which is to stay under 1.5 for the bundled plan.
"""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.domain.cases import indicator, target
from tests.domain.vehicle_series import SALES, SALES_TO_DATE, vehicles
from tracker.domain.assessment import assess
from tracker.domain.indicator import Kind
from tracker.services.databases import Wish, init
from tracker.services.status import plan_state
from tracker.store.database import open_database

ROUNDS = 40
DAYS = (date(2023, 3, 1), date(2023, 6, 1), date(2023, 12, 1))


def best(call: Callable[[], object]) -> float:
    """Milliseconds of the fastest of some runs."""
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        call()
        times.append(perf_counter() - start)
    return min(times) * 1000


def main() -> None:
    """Measure both and print them."""
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder, "tracker.db"))
        init(path, Wish("benchmark", datetime(2024, 8, 1, tzinfo=UTC), figures=True))
        with open_database(path) as database, database.read() as reader:
            for day in DAYS:

                def status(day: date = day, *, ahead: bool) -> object:
                    return plan_state(reader, "miit-2023", day, with_notes=False, with_forecasts=ahead)

                without, with_them = best(lambda: status(ahead=False)), best(lambda: status(ahead=True))
                print(f"bundled plan, {day}: {without:.1f} ms, with forecasts {with_them:.1f} ms, "
                      f"{with_them / without:.2f} times")  # fmt: skip
    cars = indicator(Kind.FLOW, publishers=("caam",))
    subject = replace(target(cars, "at-least", "99000000"), published_on=date(2023, 1, 1))
    rows, day = vehicles(SALES, SALES_TO_DATE), date(2023, 8, 20)
    without = best(lambda: assess(subject, rows, day))
    with_one = best(lambda: assess(subject, rows, day, with_forecast=True))
    print(f"a target with three years of months: {without:.1f} ms, with its forecast {with_one:.1f} ms")


if __name__ == "__main__":
    main()

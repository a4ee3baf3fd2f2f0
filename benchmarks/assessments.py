"""10,000 targets with 120 monthly figures each, assessed, against reading those rows through SQLAlchemy Core.

`python benchmarks/assessments.py [TARGETS]` prints seconds of the processor, the ratio to the floor measured in the
same run, and the largest memory of a process. Each run is a process of its own; the best of three counts. The floor
fetches the columns an assessment needs and makes nothing of them; ours is what `tracker status --no-forecast`
does: today, as of some months ago, and as known before the last figures were recorded. Measured once for a plan
of as many indicators and once for fewer indicators in many areas.
"""

import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tracker.domain.indicator import Indicator
    from tracker.domain.target import Target

ROOT = Path(__file__).parents[1]
TARGETS, MONTHS, ROUNDS = 10_000, 120, 3
PROVINCES = tuple("BJ TJ HE SX NM LN JL HL SH JS ZJ AH FJ JX SD HA HB HN GD GX HI CQ SC GZ YN".split(" "))  # noqa: SIM905 -- quoted names read worse
ALLOWED_RATIO = 2.0
DAY, LAST_MONTH = date(2024, 9, 20), (2024, 8)
CHANGES = (1_000_000, 1_000_001)
"""The last month came in a change of its own."""
FLOOR = """
SELECT s.indicator, s.area, s.publisher, o.start, o.stop, o.value, o.bound, o.published_on, o.flag
FROM observation AS o JOIN series AS s ON s.id = o.series_id"""
INSERT = "INSERT INTO observation VALUES (?, ?, ?, ?, ?, 'exactly', NULL, ?, '', ?, 1, '', '', '', 'value', NULL, ?)"


def months() -> list[tuple[date, date]]:
    """First and last day of each month, oldest first."""
    number = LAST_MONTH[0] * 12 + LAST_MONTH[1]
    firsts = [date((count - 1) // 12, (count - 1) % 12 + 1, 1) for count in range(number - MONTHS + 1, number + 2)]
    return [(first, after - timedelta(days=1)) for first, after in pairwise(firsts)]


def figures(turn: int) -> Iterator[tuple[date, date, str]]:
    """120 monthly figures of a series of the kind that comes in this turn."""
    for number, (first, last) in enumerate(months()):
        wave = (turn * 7 + number * 13) % 29
        match turn % 6:
            case 0 | 1:  # a stock that grows, the second irregularly published
                yield last, last, str(10_000 + turn + number * 90 + wave)
            case 2:  # a flow by months
                yield first, last, str(800 + wave * 10)
            case 3:  # a flow to date
                yield first.replace(month=1), last, str(first.month * 900 + wave)
            case 4:  # growth to date
                yield first.replace(month=1), last, f"{3 + wave / 10:.1f}"
            case _:  # a share
                yield first, last, f"{27 + wave / 20:.2f}"


def indicator(code: str, turn: int) -> "Indicator":
    """What a series of this turn measures."""
    from tracker.domain.bilingual import Bilingual
    from tracker.domain.calendar import Frequency, ReleaseCalendar
    from tracker.domain.indicator import PERCENT, Indicator, Kind, Unit

    kind = (Kind.STOCK, Kind.STOCK, Kind.FLOW, Kind.FLOW, Kind.GROWTH, Kind.SHARE)[turn % 6]
    unit = PERCENT if kind in (Kind.GROWTH, Kind.SHARE) else Unit("家", "enterprises", whole=True)
    regular = ReleaseCalendar(Frequency.MONTH, 15, 18)
    calendar = ReleaseCalendar() if turn % 6 == 1 else regular
    return Indicator(code, Bilingual(f"指标{code}", f"Measure {code}"), kind, unit, ("nbs",), calendar=calendar)


def target(code: str, measured: "Indicator", area: str, turn: int) -> "Target":
    """What a series of this turn is to reach by the end of 2024."""
    from tracker.domain.observation import Baseline
    from tracker.domain.period import Period
    from tracker.domain.quantity import Quantity
    from tracker.domain.target import Condition, Op, Target

    start, due, told = date(2024, 1, 1), date(2024, 12, 31), date(2024, 1, 15)
    condition = (
        Condition(Op.AT_LEAST, Decimal(21_200 + turn)),
        Condition(Op.MORE_THAN, Decimal(30_000 + turn)),
        Condition(Op.AT_LEAST, Decimal(11_000 + turn % 900)),
        Condition(Op.ABOUT, Decimal(11_000)),
        Condition(Op.AT_LEAST, Decimal(5)),
        Condition(Op.WITHIN, tolerance=Decimal("0.5")),
    )[turn % 6]
    spans = {5: Period.year(2023)}
    begins = spans.get(turn % 6, Period.day(date(2023, 12, 31)))
    value = Decimal("27.5") if turn % 6 == 5 else Decimal(19_000 + turn)
    baseline = Baseline(begins, Quantity(value), "nbs", told) if turn % 6 in (0, 1, 5) else None
    return Target(code, measured, condition, start, due, told, area, baseline=baseline)


def places(count: int, *, apart: bool) -> Iterator[tuple[str, str]]:
    """Indicator and area of each series: every series an indicator of its own, or many areas to an indicator."""
    for number in range(count):
        if apart:
            yield f"measure-{number}", "CN"
        else:
            yield f"measure-{number // len(PROVINCES)}", f"CN-{PROVINCES[number % len(PROVINCES)]}"


def prepare(database: Path, count: int, *, apart: bool) -> None:
    """A database with the plan and all figures."""
    from tracker.domain.bilingual import Bilingual
    from tracker.domain.indicator import Publisher
    from tracker.domain.plan import Plan
    from tracker.store.database import Change, open_database
    from tracker.store.migrate import create_database

    indicators: dict[str, Any] = {}
    targets, turns = [], []
    for number, (code, area) in enumerate(places(count, apart=apart)):
        turn = number if apart else number // len(PROVINCES)
        measured = indicators.setdefault(code, indicator(code, turn))
        targets.append(target(f"target-{number}", measured, area, turn))
        turns.append((number + 1, code, area, turn))
    publishers = {"nbs": Publisher("nbs", Bilingual("国家统计局", "NBS"))}
    told, then = date(2024, 1, 15), datetime(2024, 9, 1, tzinfo=UTC)
    plan = Plan(
        "bench", Bilingual("计划", "Plan"), 2024, "nbs", told, publishers=publishers, indicators=indicators,
        targets=tuple(targets),
    )  # fmt: skip
    create_database(str(database))
    change = Change("b", "plan-load", plan="bench")
    with open_database(str(database), clock=lambda: then) as opened, opened.write(change) as writer:
        writer.add_plan(plan)
    insert(database, turns)


def insert(database: Path, turns: list[tuple[int, str, str, int]]) -> None:
    """The figures, month by month as they would have come out, and the table of those in force."""
    connection = sqlite3.connect(database)
    connection.executemany(
        "INSERT INTO change (id, at, \"by\", kind) VALUES (?, ?, 'b', 'import')",
        zip(CHANGES, ("2024-09-02T00:00:00.000000+00:00", "2024-09-17T00:00:00.000000+00:00"), strict=True),
    )
    connection.executemany(
        "INSERT INTO series VALUES (?, ?, ?, 'nbs', '')", ((key, code, area) for key, code, area, _ in turns)
    )
    by_kind = {turn: list(figures(turn)) for turn in {turn for *_, turn in turns}}
    number = 0
    for place in range(MONTHS):
        rows = []
        for key, _, _, turn in turns:
            first, last, value = by_kind[turn][place]
            number += 1
            told = (last + timedelta(days=16)).isoformat()
            change = CHANGES[place == MONTHS - 1]
            rows.append((number, key, first.isoformat(), last.isoformat(), value, value, told, change))
        connection.executemany(INSERT, rows)
    connection.execute(
        "INSERT INTO observation_current SELECT series_id, start, stop, id, published_on FROM observation"
    )
    connection.commit()
    connection.close()


def floor(database: Path) -> int:
    """Every row fetched through Core."""
    from sqlalchemy import create_engine, text

    with create_engine(f"sqlite:///{database}").connect() as connection:
        return len(connection.execute(text(FLOOR)).all())


def service(database: Path, day: date = DAY, known_at: datetime | None = None) -> int:
    """The state of the plan as `status` works it out."""
    from tracker.services.status import plan_state
    from tracker.store.database import open_database

    with open_database(str(database)) as opened, opened.read() as reader:
        return len(plan_state(reader, "bench", day, known_at, with_notes=False).assessments)


RUNS: dict[str, Callable[[Path], int]] = {
    "floor": floor,
    "today": service,
    "in March": lambda database: service(database, DAY.replace(month=3)),
    "as known": lambda database: service(database, DAY, datetime(2024, 9, 10, tzinfo=UTC)),
}


def measured(name: str, database: Path) -> tuple[float, float]:
    """Seconds and MiB of one run in a process of its own."""
    seconds, memory = json.loads(call("--run", name, str(database)))
    return seconds, memory


def call(*words: str) -> str:
    """What this script prints when it is called with some words."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(Path(__file__)), *words]
    return subprocess.run(command, env=env, check=True, stdout=subprocess.PIPE, text=True).stdout


def run_one(name: str, database: Path) -> None:
    """One measured run, in the process it is alone in."""
    start = time.process_time()
    found = RUNS[name](database)
    seconds = time.process_time() - start
    assert found, name
    print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))


def main() -> None:
    """Measure and print."""
    if sys.argv[1:2] == ["--run"]:
        run_one(sys.argv[2], Path(sys.argv[3]))
        return
    if sys.argv[1:2] == ["--prepare"]:
        prepare(Path(sys.argv[2]), int(sys.argv[3]), apart=sys.argv[4] == "apart")
        return
    count = int(sys.argv[1]) if sys.argv[1:] else TARGETS
    for apart in (True, False):
        with tempfile.TemporaryDirectory() as folder:
            database = Path(folder, "tracker.db")
            call("--prepare", str(database), str(count), "apart" if apart else "areas")  # its memory is not ours
            print(f"{count} targets, {'an indicator each' if apart else f'{len(PROVINCES)} areas to an indicator'}; "
                  f"today within {ALLOWED_RATIO} times")  # fmt: skip
            floor_seconds = 0.0
            for name in RUNS:
                runs = [measured(name, database) for _ in range(ROUNDS)]
                best, memory = min(seconds for seconds, _ in runs), max(memory for _, memory in runs)
                floor_seconds = floor_seconds or best
                print(f"{name:>11} {best:7.2f} s {best / floor_seconds:6.2f} times {memory:6.0f} MiB")


if __name__ == "__main__":
    main()

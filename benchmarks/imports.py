"""An import of 100,000 rows with full checks against the least that could be done: csv.reader and executemany.

`python benchmarks/imports.py [ROWS]` prints seconds of the processor, the ratio to the floor measured in the same run,
and the largest memory of a process: of the import itself, of the whole command `tracker import`, of the same rows
again, and of a workbook with them, which a process of its own reads. Each run is a process on a fresh database; the
best of three counts.
"""

import csv
import json
import os
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROWS, ROUNDS, BATCH = 100_000, 3, 1_000
AREAS = tuple("BJ TJ HE SX NM LN JL HL SH JS ZJ AH FJ JX SD HA HB HN GD GX HI CQ SC GZ YN XZ SN GS QH NX".split(" "))  # noqa: SIM905 -- thirty quoted names read worse
FIRST_YEAR = 1930
HEADER = ("indicator", "area", "period", "value", "published_on", "publisher", "source")
ALLOWED_RATIO, ALLOWED_MIB = 2.5, 150
INSERT = "INSERT INTO observation VALUES (?, ?, ?, ?, ?, ?, NULL, ?, '', ?, 1, ?, '', '', 'value', NULL, 2)"


def rows(count: int) -> Iterator[tuple[str, ...]]:
    """Monthly growth, flows and stocks of provinces as they might be published, shuffled by release."""
    chance = random.Random(2023)  # noqa: S311 -- figures, not secrets
    months = count // (len(AREAS) * 3) + 1
    for number in range(months):
        year, month = FIRST_YEAR + number // 12, number % 12 + 1
        first = date(year, month, 1)
        published = first + timedelta(days=46)
        for rank, area in enumerate(AREAS, start=1):
            size = 1_000 * rank
            flow = int(size * (1 + 0.2 * chance.random()))
            stock = size * 100 + number * size // 20
            growth = f"{5 + 3 * chance.random():.1f}"
            for indicator, value in (("flow", str(flow)), ("stock", str(stock)), ("growth", growth)):
                code = f"CN-{area}"
                yield (indicator, code, f"{year}-{month:02}", value, published.isoformat(), "nbs", "monthly release")


def write_table(path: Path, count: int) -> None:
    """The CSV to import."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEADER)
        for number, row in enumerate(rows(count)):
            if number == count:
                break
            writer.writerow(row)


def write_workbook(path: Path, table: Path) -> None:
    """The same rows as a workbook, dates as dates and values as numbers."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet, day = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd"})
    with table.open(encoding="utf-8", newline="") as stream:
        for number, cells in enumerate(csv.reader(stream)):
            sheet.write_row(number, 0, cells)
            if number:
                sheet.write_number(number, HEADER.index("value"), float(cells[HEADER.index("value")]))
                place = HEADER.index("published_on")
                sheet.write_datetime(number, place, date.fromisoformat(cells[place]), day)
    book.close()


def floor(table: Path, database: Path) -> None:
    """csv.reader and executemany into the same table with the same indexes, and the rows of the current table."""
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(
        "INSERT INTO change (id, at, \"by\", kind) VALUES (2, '2999-01-01T00:00:00.000000Z', 'b', 'import')"
    )
    series: dict[tuple[str, str], int] = {}
    with table.open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream)
        next(reader)
        batch: list[tuple[object, ...]] = []
        for key, (indicator, area, period, value, published, publisher, source) in enumerate(reader, start=1):
            place = (indicator, area)
            if place not in series:
                series[place] = len(series) + 1
                connection.execute(
                    "INSERT INTO series VALUES (?, ?, ?, ?, '')", (series[place], indicator, area, publisher)
                )
            batch.append(
                (key, series[place], f"{period}-01", f"{period}-28", value, "exactly", value, published, source)
            )
            if len(batch) == BATCH:
                connection.executemany(INSERT, batch)
                batch.clear()
        connection.executemany(INSERT, batch)
    connection.execute(
        "INSERT INTO observation_current SELECT series_id, start, stop, id, published_on FROM observation"
    )
    connection.commit()
    connection.close()


def ours(table: Path, database: Path) -> None:
    """The import as `tracker import` does it, every check made."""
    from datetime import UTC, datetime

    from tracker.exchange.reading import rows as read
    from tracker.services.importing import Import, import_table
    from tracker.store.database import open_database

    now = datetime(2100, 1, 1, tzinfo=UTC)
    with open_database(str(database)) as opened, table.open("rb") as stream:
        done = import_table(opened, "bench", Import(table.name, read(stream, table.name), "b", now, ("all",)))
    assert done.stored and not done.refused, done


def prepare(database: Path) -> None:
    """A database with a plan of three indicators."""
    from tracker.domain.bilingual import Bilingual
    from tracker.domain.indicator import PERCENT, Indicator, Kind, Publisher, Unit
    from tracker.domain.plan import Plan
    from tracker.store.database import Change, open_database
    from tracker.store.migrate import create_database

    unit = Unit("辆", "vehicles", whole=True)
    kinds = {"flow": (Kind.FLOW, unit), "stock": (Kind.STOCK, unit), "growth": (Kind.GROWTH, PERCENT)}
    indicators = {
        code: Indicator(code, Bilingual(code, code), kind, measure, ("nbs",)) for code, (kind, measure) in kinds.items()
    }
    publishers = {"nbs": Publisher("nbs", Bilingual("国家统计局", "NBS"))}
    plan = Plan(
        "bench", Bilingual("b", "b"), 2023, "nbs", date(2023, 1, 1), publishers=publishers, indicators=indicators
    )
    create_database(str(database))
    with open_database(str(database)) as opened, opened.write(Change("b", "plan-load", plan="bench")) as writer:
        writer.add_plan(plan)


RUNS: dict[str, Callable[[Path, Path], None]] = {"floor": floor, "ours": ours}


def measured(name: str, table: Path, empty: Path) -> tuple[float, float]:
    """Seconds and MiB of one run in a process of its own on a copy of `empty`."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "tracker.db"
        database.write_bytes(empty.read_bytes())
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, str(Path(__file__)), "--run", name, str(table), str(database)]
        told = subprocess.run(command, env=env, check=True, capture_output=True, text=True).stdout
        seconds, memory = json.loads(told)
        return seconds, memory


def run_one(name: str, table: Path, database: Path) -> None:
    """One measured run, in the process it is alone in."""
    start = time.process_time()
    RUNS[name](table, database)
    seconds = time.process_time() - start
    print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))


def commanded(table: Path, empty: Path, times: int = 1) -> tuple[float, float]:
    """Seconds and MiB of the whole command, with every process it starts; of the last one of several `times`."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "tracker.db"
        database.write_bytes(empty.read_bytes())
        command = [sys.executable, "-m", "tracker", "--db", str(database), "--user", "b", "import", str(table)]
        for _ in range(times):
            process = subprocess.Popen([*command, "--accept", "all"], cwd=ROOT, stdout=subprocess.DEVNULL)
            _, status, used = os.wait4(process.pid, 0)
            assert os.waitstatus_to_exitcode(status) == 0
        return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    if sys.argv[1:2] == ["--run"]:
        run_one(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
        return
    count = int(sys.argv[1]) if sys.argv[1:] else ROWS
    with tempfile.TemporaryDirectory() as folder:
        table, empty = Path(folder) / "rows.csv", Path(folder) / "empty.db"
        write_table(table, count)
        prepare(empty)
        best = {name: min(measured(name, table, empty) for _ in range(ROUNDS)) for name in RUNS}
        best["command"] = min(commanded(table, empty) for _ in range(ROUNDS))
        best["again"] = commanded(table, empty, times=2)
        workbook = Path(folder) / "rows.xlsx"
        write_workbook(workbook, table)
        best["workbook"] = commanded(workbook, empty)
    for name, (seconds, memory) in best.items():
        print(f"{name:9} {seconds:6.2f} s {1e6 * seconds / count:7.1f} us a row {memory:6.0f} MiB")
    ratio = best["ours"][0] / best["floor"][0]
    print(f"ratio {ratio:.1f} (aim {ALLOWED_RATIO}), memory {best['ours'][1]:.0f} MiB (aim {ALLOWED_MIB})")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()

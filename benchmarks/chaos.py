"""Put the scheduler through it: three processes, over 500 periods due at once, SIGKILL at random, one report each.

    python benchmarks/chaos.py [--periods 540] [--kills 60] [--server postgresql://...]

Ends with a line of figures, or with an assertion that says what was doubled, torn or lost. On a server it makes a
database of its own and drops it. The scheduler's clock is set so that all periods are due; leases last a second.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
os.environ.setdefault("TRACKER_TEST_POSTGRES", "")


@contextmanager
def place(server: str, folder: Path) -> Iterator[str]:
    """A new database, migrated and empty."""
    from tracker.store.migrate import create_database

    if not server:
        create_database(str(folder / "tracker.db"))
        yield str(folder / "tracker.db")
        return
    os.environ["TRACKER_TEST_POSTGRES"] = server
    from tests.store.conftest import address, server_database

    with server_database("template0") as name:
        create_database(address(name))
        yield address(name)


def main() -> None:
    """Run the ordeal and print how it went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--periods", type=int, default=540)
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--server", default="")
    given = parser.parse_args()
    from tests.scheduling.office import Office, fill
    from tests.scheduling.turmoil import Ordeal, endure, runs_of, verify
    from tracker.store.database import open_database

    names = [f"s{number}" for number in range(3)]
    years = -(-given.periods // len(names) // 12)
    ordeal = Ordeal(names, years * 12 * len(names), given.kills, seconds=1800, calm=(0.05, 0.5))
    with (
        tempfile.TemporaryDirectory() as temporary,
        place(given.server, Path(temporary)) as location,
        open_database(location) as database,
    ):
        office = Office(database, Path(temporary) / "reports")
        fill(database)
        for name, form in zip(names, ("md", "json", "html"), strict=True):
            office.schedule("monthly on day 26", name=name, start=f"{2024 - years}-01", formats=(form,))
        started = time.monotonic()
        kills = endure(office, location, ordeal)
        spent = time.monotonic() - started
        contents = verify(office, ordeal)
        attempts = sum(run.attempts for name in names for run in runs_of(office, name))
    assert kills == given.kills, "all was done before the kills were"
    print(
        f"{ordeal.periods} periods, {kills} kills, {attempts} attempts, {len(contents)} reports, "
        f"none twice, none torn, {spent:.0f} s"
    )


if __name__ == "__main__":
    main()

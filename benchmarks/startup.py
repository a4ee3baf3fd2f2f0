"""How much longer our commands take than toys that do the bare minimum: `python benchmarks/startup.py [ROUNDS]`.

Whole processes, ours and the toy in turn; medians; a database of the bundled figures. The ratio is that of processor
time, which a busy machine spoils less; by the clock it is printed too.
"""

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

TOP = Path(__file__).parents[1]
ROUNDS = 15
OURS = "from tracker.__main__ import main; main()"
TOY = "from benchmarks.toys.{} import main; main()"


class Case(NamedTuple):
    """A command beside its toy. `ours` and `toy` give the arguments of the round's run."""

    name: str
    ours: Callable[[int], list[str]]
    toy_module: str
    toy: Callable[[int], list[str]]
    limit: float


def cases(folder: Path) -> list[Case]:
    """The commands that are typed most. A record stores another figure each round."""
    ours, toys = str(folder / "ours.db"), str(folder / "toys.db")
    figure = ["srdi-smes", "2023-06-26", "--published", "2023-06-27"]
    return [
        Case("tracker --help", lambda _: ["--help"], "lazy_root", lambda _: ["--help"], 1.3),
        Case(
            "tracker status",
            lambda _: ["status", "--db", ours, "--as-of", "2023-07-01"],
            "status",
            lambda _: ["--db", ours, "--as-of", "2023-07-01"],
            1.2,
        ),
        Case(
            "tracker record",
            lambda turn: ["record", *figure, str(98000 + turn), "--reason", "r", "--accept", "all", "--db", ours],
            "record",
            lambda turn: ["--db", toys, *figure[:2], str(98000 + turn)],
            1.2,
        ),
    ]


def prepare(folder: Path) -> None:
    """Both databases: ours with the bundled figures, the toys' with their two tables."""
    run(OURS, ["init", "--with-figures", "--db", str(folder / "ours.db")])
    make = f"from benchmarks.toys.record import *; metadata.create_all(create_engine('sqlite:///{folder / 'toys.db'}'))"
    run(make, [])


class Spent(NamedTuple):
    """Seconds of one whole process, by the clock and of the processor."""

    clock: float
    processor: float


def environment() -> dict[str, str]:
    """Ours, with compiled modules kept aside as an installation has them; the warm-up round compiles."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    cache = str(Path(tempfile.gettempdir(), "tracker-benchmark-pyc"))
    return {**kept, "PYTHONPATH": str(TOP), "PYTHONPYCACHEPREFIX": cache, "LC_ALL": "C.UTF-8"}


def run(code: str, args: list[str]) -> Spent:
    """Run a process to its end."""
    began, before = perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    result = subprocess.run(
        [sys.executable, "-c", code, *args],
        cwd=TOP,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    after, ended = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    if result.returncode != 0:
        sys.exit(f"{' '.join(args)}: {result.stderr}")
    return Spent(ended - began, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def measure(case: Case, rounds: int) -> tuple[Spent, Spent]:
    """Medians of ours and of the toy; a first round of each warms the disk."""
    ours, toys = [], []
    for turn in range(rounds + 1):
        ours.append(run(OURS, case.ours(turn)))
        toys.append(run(TOY.format(case.toy_module), case.toy(turn)))
    return middle(ours[1:]), middle(toys[1:])


def middle(spent: list[Spent]) -> Spent:
    return Spent(median(item.clock for item in spent), median(item.processor for item in spent))


def main() -> None:
    """Print the ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder))
        print(f"{'command':<16} {'ours ms':>8} {'toy ms':>8} {'ratio':>6} {'limit':>6} {'by the clock':>13}")
        for case in cases(Path(folder)):
            ours, toy = measure(case, rounds)
            milliseconds = f"{ours.processor * 1000:>8.0f} {toy.processor * 1000:>8.0f}"
            ratios = f"{ours.processor / toy.processor:>6.2f} {case.limit:>6} {ours.clock / toy.clock:>13.2f}"
            print(f"{case.name:<16} {milliseconds} {ratios}")


if __name__ == "__main__":
    main()

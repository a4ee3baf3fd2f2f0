"""How much longer our commands take than toys that do the bare minimum: `python benchmarks/startup.py [ROUNDS]`.

Whole processes, ours and the toy in turn, so that a busy moment hits both; medians; a database of the bundled figures.
"""

import os
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


def run(code: str, args: list[str]) -> float:
    """Seconds of one whole process."""
    began = perf_counter()
    result = subprocess.run(
        [sys.executable, "-c", code, *args],
        cwd=TOP,
        env={**os.environ, "PYTHONPATH": str(TOP), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    seconds = perf_counter() - began
    if result.returncode != 0:
        sys.exit(f"{' '.join(args)}: {result.stderr}")
    return seconds


def measure(case: Case, rounds: int) -> tuple[float, float]:
    """Median milliseconds of ours and of the toy; a first round of each warms the disk."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(rounds + 1):
        pair = (run(OURS, case.ours(turn)), run(TOY.format(case.toy_module), case.toy(turn)))
        if turn:
            times[0].append(pair[0])
            times[1].append(pair[1])
    return median(times[0]) * 1000, median(times[1]) * 1000


def main() -> None:
    """Print the ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder))
        print(f"{'command':<16} {'ours ms':>8} {'toy ms':>8} {'ratio':>6} {'limit':>6}")
        for case in cases(Path(folder)):
            ours, toy = measure(case, rounds)
            print(f"{case.name:<16} {ours:>8.0f} {toy:>8.0f} {ours / toy:>6.2f} {case.limit:>6}")


if __name__ == "__main__":
    main()

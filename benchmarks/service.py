"""What the running service costs: memory and processor time while idle, and how long it takes to start.

    python benchmarks/service.py [--seconds 60]

Limits: below 60 MiB and 0.1 % of a core idle, and a start in under twice the import of the libraries it uses. The
service looks at the clock every ten seconds, as by default, and has three schedules with nothing due.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TOP = Path(__file__).parents[1]
LIBRARIES = "import click, sqlalchemy, sqlite3, apscheduler.schedulers.background, zoneinfo, json, logging, signal"
MIB, PERCENT, RATIO = 60.0, 0.1, 2.0
SETTLE = 15.0
"""Seconds until the first ticks are over."""
REPEATS = 5


def main() -> None:
    """Measure, print, and fail where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    seconds = parser.parse_args().seconds
    with tempfile.TemporaryDirectory() as folder:
        environment = _prepare(Path(folder))
        memory, share = _idle(environment, seconds)
        libraries = min(_processor_time([sys.executable, "-c", LIBRARIES], environment) for _ in range(REPEATS))
        start = min(_start(environment) for _ in range(REPEATS))
    print(f"idle: {memory:.1f} MiB (limit {MIB:.0f}), {share:.3f} % of a core (limit {PERCENT})")
    times = start / libraries
    print(f"start: {start * 1000:.0f} ms of processor time, {times:.2f} times its libraries (limit {RATIO:.0f})")
    if memory >= MIB or share >= PERCENT or start >= RATIO * libraries:
        sys.exit("a limit is passed")


def _prepare(folder: Path) -> dict[str, str]:
    environment = {**os.environ, "TRACKER_DB": str(folder / "tracker.db"), "HOME": str(folder), "LANG": "C.UTF-8"}
    _tracker(environment, "init", "--with-figures")
    for what, every in (("report", "monthly"), ("review", "yearly on Jan 26"), ("backup", "yearly on Jan 1")):
        _tracker(environment, "schedule", "add", what, "--every", every, "--what", what, "-o", str(folder))
    return environment


def _tracker(environment: dict[str, str], *args: str) -> None:
    subprocess.run([sys.executable, "-m", "tracker", *args], env=environment, cwd=TOP, check=True, capture_output=True)


def _serve(environment: dict[str, str]) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "tracker", "schedule", "run", "--log-format", "text"]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, env=environment, cwd=TOP, stdout=subprocess.DEVNULL, stderr=pipe)


def _idle(environment: dict[str, str], seconds: float) -> tuple[float, float]:
    """MiB held at the end, and per cent of a core used meanwhile."""
    process = _serve(environment)
    try:
        time.sleep(SETTLE)
        before = _used(process.pid)
        time.sleep(seconds)
        share = (_used(process.pid) - before) / seconds * 100
        status = Path(f"/proc/{process.pid}/status").read_text("ascii")
    finally:
        process.terminate()
        process.communicate()
    [held] = [line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")]
    return int(held) / 1024, share


def _used(pid: int) -> float:
    """Seconds of processor time that the threads of a process have had, to the nanosecond."""
    found = [path.read_text("ascii") for path in Path(f"/proc/{pid}/task").glob("*/schedstat")]
    return sum(int(line.split()[0]) for line in found) / 1e9


def _start(environment: dict[str, str]) -> float:
    """Seconds of processor time until the service says that it runs."""
    process = _serve(environment)
    try:
        assert process.stderr is not None
        process.stderr.readline()
        return _used(process.pid)
    finally:
        process.terminate()
        process.communicate()


def _processor_time(command: list[str], environment: dict[str, str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=environment, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


if __name__ == "__main__":
    main()

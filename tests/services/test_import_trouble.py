"""Imports when things go wrong: a kill at any moment, two at once, a full disk, and files made to do harm."""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.services.small_plan import make_database
from tracker.store.database import open_database

ROOT = Path(__file__).parents[2]
AREAS = ("BJ", "TJ", "HE", "SX", "NM", "LN", "JL", "HL", "SH", "JS", "ZJ", "AH", "FJ", "JX", "SD", "HA")
ROWS, KILLS = 1_600, 5
DONE = 0


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "tracker.db"
    make_database(made)
    return made


def months(path: Path, start: int, rows: int = ROWS) -> Path:
    """A table of monthly sales of provinces."""
    lines = ["indicator,period,value,published_on,area"]
    for number in range(rows):
        year, month = divmod(start * 12 + number // len(AREAS), 12)
        area = AREAS[number % len(AREAS)]
        lines.append(f"sales,{year}-{month + 1:02},{100_000 + number % 7},2024-02-11,CN-{area}")
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def command(database: Path, *args: str) -> list[str]:
    return [sys.executable, "-m", "tracker", "--db", str(database), "--user", "li", "--lang", "en", *args]


def start(database: Path, table: Path, **more: object) -> "subprocess.Popen[str]":
    line = command(database, "import", str(table), "--accept", "all")
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]  # options of one test
        line, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more
    )


def finished(running: "subprocess.Popen[str]") -> tuple[int, str]:
    """The exit code and what was said on stderr."""
    told = running.communicate(timeout=60)[1]
    return running.returncode, told


def count(database: Path) -> int:
    with open_database(str(database)) as opened, opened.read() as reader:
        rows, current = len(reader.observations()), len(reader.current())
        assert rows == current
        return rows


def test_a_kill_at_any_moment_leaves_all_or_nothing(path: Path, tmp_path: Path) -> None:
    table, chance = months(tmp_path / "t.csv", 2001), random.Random(7)  # noqa: S311 -- moments, not secrets
    begun = time.monotonic()
    whole = Path(shutil.copy(path, tmp_path / "whole.db"))
    assert finished(start(whole, table))[0] == DONE
    took = time.monotonic() - begun
    for number in range(KILLS):
        database = Path(shutil.copy(path, tmp_path / f"{number}.db"))
        running = start(database, table)
        time.sleep(took * chance.uniform(0.3, 1.1))
        running.send_signal(signal.SIGKILL)
        running.communicate()
        assert count(database) in (0, ROWS)
        assert finished(start(database, table))[0] == DONE
        assert count(database) == ROWS


def test_two_imports_at_once_both_end_right_or_one_says_it_waited(path: Path, tmp_path: Path) -> None:
    tables = [months(tmp_path / "a.csv", 2001, 1500), months(tmp_path / "b.csv", 2012, 1500)]
    running = [start(path, table) for table in tables]
    ended = [finished(one) for one in running]
    right = sum(code == DONE for code, _ in ended)
    assert right >= 1
    assert all(code == DONE or (code == 25 and "is in use by another program" in told) for code, told in ended)
    assert count(path) == 1500 * right


def test_a_full_disk_says_so_and_loses_nothing(path: Path, tmp_path: Path) -> None:
    assert finished(start(path, months(tmp_path / "a.csv", 2001, 24)))[0] == DONE
    most = path.stat().st_size + 20_000

    def limit() -> None:
        """A file that may not grow stands for a disk that is full; the signal is ignored, so the write fails."""
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    running = start(path, months(tmp_path / "b.csv", 2012, ROWS), preexec_fn=limit)
    out, told = running.communicate()
    assert (running.returncode, out) == (25, "")
    assert told.startswith("error database-trouble: ")
    assert "unexpected" not in told
    assert count(path) == 24
    assert finished(start(path, tmp_path / "b.csv"))[0] == DONE


HEADER = b"indicator,period,value\n"
HOSTILE = {
    "unclosed quote": (HEADER + b'sales,2023-01,"1\n' + b"sales,2023-02,2\n" * 1000, 24),
    "nul": (HEADER + b"sales,2023-01,1\x002\n", 24),
    "formula": (HEADER + b"sales,2023-01,=1+1\n", 20),
    "a million columns": (b"indicator,period,value" + b"," * 1_000_000 + b"\n", 24),
    "10^30": (HEADER + b"sales,2023-01,1e30\n", 20),
    "thirty-one digits": (HEADER + b"sales,2023-01," + b"9" * 31 + b"\n", 20),
    "infinity": (HEADER + b"sales,2023-01,Infinity\n", 20),
    "not a number": (HEADER + b"sales,2023-01,NaN\n", 20),
    "wrong encoding": (HEADER + b"sales,2023-01,1,\xff\xfe\xfd\n", 24),
    "one endless line": (b"a" * 30_000_000, 24),
    "nothing": (b"", 24),
    "only a header": (HEADER, 0),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_tables_end_in_a_clear_error_soon(path: Path, tmp_path: Path, name: str) -> None:
    content, code = HOSTILE[name]
    table = tmp_path / "t.csv"
    table.write_bytes(content)
    begun = time.monotonic()
    running = start(path, table)
    _, told = running.communicate(timeout=60)
    assert running.returncode == code, told
    assert time.monotonic() - begun < 30
    assert ("error " in told) is (code != 0)
    assert "Traceback" not in told
    assert "unexpected" not in told
    assert count(path) == 0


@pytest.mark.parametrize("name", [".", "/dev/zero", "missing.csv"])
def test_what_is_no_file_is_refused(path: Path, name: str) -> None:
    running = start(path, Path(name))
    out, told = running.communicate(timeout=60)
    assert (running.returncode, out) == (24, "")
    assert told.startswith("error file-trouble: ")

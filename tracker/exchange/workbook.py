"""Reading the figures of an Excel workbook, in a process of its own that may run out of memory or time.

The rows are those the CSV reader would give, so that an import knows no difference; a row's line is its row number.
"""

import io
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from typing import IO

import tracker
from tracker.errors import FileTrouble
from tracker.exchange.table import Row
from tracker.exchange.xlsx import END

START = "import sys; sys.path.append(sys.argv[1]); from tracker.exchange.xlsx.process import main; main()"
KILLED_FOR_TIME = -24
"""Exit status of a process that used up its processor time (SIGXCPU)."""


def rows(source: IO[bytes], name: str) -> Iterator[Row]:
    """The rows of the workbook in `source` (seekable) that have anything in them.

    Raises `FileTrouble` with the `line` where there is one: bomb, big-workbook, slow-workbook, broken-workbook,
    encrypted-workbook, other-workbook, no-sheet, many-cells, long-cell.
    """
    with _on_disk(source) as file, _reading(file) as process:
        for line in _lines(process):
            said = json.loads(line)
            if isinstance(said, list):
                yield Row(*said)
            elif isinstance(said, dict):
                raise FileTrouble(path=name, **said)
            elif said == END:
                return
        timed_out = process.wait() == KILLED_FOR_TIME
        raise FileTrouble(path=name, problem="slow-workbook" if timed_out else "broken-workbook")


@contextmanager
def _reading(file: IO[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    """The process that reads; it does not outlive whoever wants its rows."""
    folder = Path(tracker.__file__).parent.parent
    file.seek(0)
    process = subprocess.Popen(  # noqa: S603  # our own program, and no shell
        [sys.executable, "-I", "-S", "-c", START, str(folder)],
        stdin=file,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.kill()
        _lines(process).close()
        process.wait()


def _lines(process: subprocess.Popen[bytes]) -> IO[bytes]:
    if process.stdout is None:
        raise AssertionError("the process was given a pipe")
    return process.stdout


@contextmanager
def _on_disk(source: IO[bytes]) -> Iterator[IO[bytes]]:
    """The source as a file that another process can read."""
    try:
        source.fileno()
    except io.UnsupportedOperation:
        with tempfile.TemporaryFile() as copy:
            source.seek(0)
            copyfileobj(source, copy)
            copy.flush()
            yield copy
    else:
        yield source

"""The process that reads a workbook: what it may use is limited, and it hands over rows or one reason why not.

It is given the file as its standard input and writes a line of JSON for each row; the last line is the word `end`, or
an object with the `problem`. Without such a line it came to a bad end.
"""

import contextlib
import json
import sys
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from xml.parsers.expat import ExpatError

from tracker.errors import FileTrouble
from tracker.exchange.xlsx import END, package, sheet
from tracker.exchange.xlsx.markup import MarkupError
from tracker.exchange.xlsx.styles import looks
from tracker.exchange.xlsx.values import Values

MEMORY = 128 << 20
"""Bytes beyond what the interpreter takes; a sheet of 100,000 figures needs 20 MiB."""
SECONDS = 120
"""Of processor time; such a sheet needs four."""
NO_MEMORY = 1
"""What expat calls having no memory left."""


def main() -> None:
    """Read the workbook on standard input."""
    _limit()
    try:
        for row in read(sys.stdin.buffer, ""):
            _say(row)
    except FileTrouble as trouble:
        _say({key: value for key, value in trouble.data.items() if key != "path"})
    except MemoryError:
        _say({"problem": "big-workbook"})
    except ExpatError as error:
        _say({"problem": "big-workbook" if error.code == NO_MEMORY else "broken-workbook"})
    except (MarkupError, zipfile.BadZipFile, KeyError, IndexError, ValueError, EOFError, OSError, zlib.error):
        _say({"problem": "broken-workbook"})
    else:
        _say(END)
    sys.stdout.flush()


def read(stream: IO[bytes], name: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of the workbook in `stream` that have anything in them, each with its number.

    Raises `FileTrouble`, and of what is no sound workbook many other things.
    """
    with package.opened(stream, name) as parts:
        plan = package.plan(parts, name)
        values = _values(parts, plan)
        with parts.open(plan.sheet) as cells:
            filled = sheet.merged(cells)
        with parts.open(plan.sheet) as cells:
            yield from sheet.rows(cells, values, filled, name)


def _values(parts: zipfile.ZipFile, plan: package.Plan) -> Values:
    strings: list[str] = []
    if plan.strings in parts.NameToInfo:
        with parts.open(plan.strings) as stream:
            strings = sheet.shared_strings(stream)
    styles = []
    if plan.styles in parts.NameToInfo:
        with parts.open(plan.styles) as stream:
            styles = looks(stream)
    return Values(strings, styles, from_1904=plan.from_1904)


def _limit() -> None:
    """Take no more memory and time than a sound workbook needs, where the system can hold a process to it."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))  # beyond the second: killed without a word
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        space = pages * resource.getpagesize() + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (space, space))


def _say(what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")

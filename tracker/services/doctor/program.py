"""The program itself: which one runs, on what, and whether the libraries it needs are there."""

import platform
import re
import sqlite3
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import NamedTuple

import tracker
from tracker.services.doctor.results import Result, attention, broken, ok
from tracker.store.engine import OLDEST_SQLITE

DISTRIBUTION = "plan-tracker"
EXTRAS = ("pdf", "postgres", "delivery")
"""What a user may add; other extras are for those who work on the program."""
_REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)(\[[^\]]*\])?(?P<limits>[^;]*)(;.*extra *== *['\"](?P<extra>\w+)['\"])?")


class Library(NamedTuple):
    """A library that is needed, as the package says: `limits` such as >=2.1,<2.2; `found` is "" where it is absent."""

    name: str
    limits: str
    extra: str
    found: str

    @property
    def fits(self) -> bool:
        return bool(self.found) and all(map(self._keeps, filter(None, self.limits.split(","))))

    def _keeps(self, limit: str) -> bool:
        sign, wanted = limit.strip()[:1], _numbers(limit)
        return _numbers(self.found) < wanted if sign == "<" else _numbers(self.found) >= wanted


def examine_program() -> Iterator[Result]:
    """Which program this is, and what it stands on."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    yield ok("version", version=tracker.__version__, folder=str(Path(tracker.__file__).parent))
    yield ok("python", version=python, path=sys.executable, system=platform.platform(terse=True))
    yield _sqlite()
    try:
        needed = [_library(line) for line in requires(DISTRIBUTION) or ()]
    except PackageNotFoundError:
        yield attention("not-installed")
        return
    yield from _libraries([library for library in needed if not library.extra])
    for extra in EXTRAS:
        parts = [library for library in needed if library.extra == extra]
        if any(library.found for library in parts):
            yield from _libraries(parts, extra)
        else:
            yield ok(f"extra-absent-{extra}", extra=extra)


def _sqlite() -> Result:
    fits = sqlite3.sqlite_version_info >= OLDEST_SQLITE
    make = ok if fits else broken
    return make("sqlite" if fits else "sqlite-old", version=sqlite3.sqlite_version)


def _libraries(libraries: list[Library], extra: str = "") -> Iterator[Result]:
    for library in libraries:
        if not library.fits:
            code = "library-unfit" if library.found else "library-absent"
            whole = f"{DISTRIBUTION}[{extra}]" if extra else DISTRIBUTION
            yield broken(code, name=library.name, found=library.found, limits=library.limits, package=whole)
    if fit := [f"{library.name} {library.found}" for library in libraries if library.fits]:
        yield ok("extra" if extra else "libraries", libraries=fit, extra=extra)


def _library(line: str) -> Library:
    read = _REQUIREMENT.match(line)
    name = read["name"] if read else line
    try:
        found = version(name)
    except PackageNotFoundError:
        found = ""
    return Library(name, read["limits"].strip() if read else "", (read["extra"] if read else "") or "", found)


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", text.split("+")[0])[:3]))

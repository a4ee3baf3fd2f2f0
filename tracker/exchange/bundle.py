"""What comes with the program: for each plan a folder with its plan file, published figures and dated statements."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tracker.domain.period import parse_date
from tracker.domain.plan import Note, Progress
from tracker.errors import UnknownCode
from tracker.exchange.plan_file import PlanFile, parse_plan
from tracker.exchange.table import Row, rows
from tracker.files import bundled

FIRST = "miit-2023"
"""The plan loaded when nobody names another."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """The folder of one bundled plan."""

    folder: Path

    def plan_file(self) -> PlanFile:
        """The plan. Raises PlanRefused, as for any other file."""
        path = self.folder / "plan.yaml"
        return parse_plan(path.read_bytes(), str(path))

    def figures(self, first: date = date.min, last: date = date.max) -> Iterator[Row]:
        """The header and the rows published from `first` to `last`, as a table to import, in order of publication."""
        header, *found = self._table("observations.csv")
        place = header.cells.index("published_on")
        yield header
        yield from (row for row in found if first <= parse_date(row.cells[place]) <= last)

    def notes(self) -> list[Note]:
        """What publishers said in words only, by date."""
        return [_note(*row.cells) for row in self._table("notes.csv")[1:]]

    def _table(self, name: str) -> list[Row]:
        path = self.folder / name
        with path.open("rb") as source:
            return list(rows(source, str(path)))


def bundle(code: str = FIRST) -> Bundle:
    """The bundled plan `code`. Raises UnknownCode."""
    known = codes()
    if code not in known:
        raise UnknownCode(what="plan", given=code, near=known)
    return Bundle(bundled("seeds") / code)


def codes() -> list[str]:
    """The codes of the bundled plans."""
    return sorted(path.parent.name for path in bundled("seeds").glob("*/plan.yaml"))


def _note(subject: str, status: str, noted_on: str, text: str, evidence: str) -> Note:
    return Note(subject, Progress(status), parse_date(noted_on), text, evidence)

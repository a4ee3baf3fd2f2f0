"""The columns of an import: which they are by the names in the header, and the drafts their rows are."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from operator import itemgetter

from tracker.domain.draft import REQUIRED, Draft
from tracker.domain.nearest import nearest
from tracker.domain.problems import Problem, Severity
from tracker.exchange.form import ENTERED, LAST, NAME, PROBLEM
from tracker.exchange.neutral import restored
from tracker.exchange.table import Row

NAMES = {
    "indicator": ("指标", "指标名称", "指标代码"),
    "period": ("期间", "时期", "报告期"),
    "value": ("数值", "值"),
    "unit": ("单位", "计量单位"),
    "flag": ("标记", "flags"),
    "publisher": ("发布机构", "发布单位"),
    "published_on": ("发布日期", "published"),
    "source": ("来源", "数据来源"),
    "note": ("备注", "notes"),
    "area": ("地区",),
    "reason": ("修改原因", "原因"),
}
"""The fields of a draft with what else their columns may be called."""
FOR_PEOPLE = {NAME: ("名称",), LAST: ("上期数值",), PROBLEM: ("问题",)}
"""Columns that are there to be read, with what else they may be called: nothing in them is imported."""
_READ = {name: column for column, names in FOR_PEOPLE.items() for name in (column, *names)}
_FIELDS = {name: field for field, names in NAMES.items() for name in (field, *names)}
Pick = Callable[[list[str]], tuple[str, ...]]


class Columns:
    """The columns of one table. `problems` says what is wrong with its header; with errors there, rows mean nothing.

    `left_empty` counts the rows of a form (`tracker template`) that nobody filled in and that were passed over.
    """

    def __init__(self, header: Row) -> None:
        self.problems: list[Problem] = []
        self.left_empty = 0
        self._width = len(header.cells)
        self._for_people: set[str] = set()
        found = self._found(header)
        for field in REQUIRED:
            if field not in found:
                self._note(header.line, field, "column-missing")
        absent = self._width
        self._pick: Pick = itemgetter(*(found.get(field, absent) for field in Draft._fields))
        self._filled_in = [found[field] for field in ENTERED if field in found]

    def drafts(self, rows: Iterable[Row]) -> Iterator[tuple[int, Draft | Problem]]:
        """The rows as drafts, each with its line; a row with more cells than the header is a problem."""
        width, pick, make = self._width, self._pick, partial(tuple.__new__, Draft)
        if self._for_people:
            rows = self._ours(rows)
        for line, cells in rows:
            missing = width - len(cells)
            if missing < 0 and any(cells[width:]):
                yield line, Problem(Severity.ERROR, "too-many-cells", {"most": str(width)}, (line, "row"))
            else:
                yield line, make(pick([*cells[:width], *[""] * (missing + 1)] if missing else [*cells, ""]))

    def _ours(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows of a file that this program wrote: apostrophes it put before text are taken off again."""
        for line, cells in rows:
            row = Row(line, [restored(cell) for cell in cells])
            filled_in = any(row.cells[place] for place in self._filled_in if place < len(row.cells))
            if LAST in self._for_people and not filled_in:
                self.left_empty += 1
            else:
                yield row

    def _found(self, header: Row) -> dict[str, int]:
        """The place of each column that is there."""
        found: dict[str, int] = {}
        for place, name in enumerate(header.cells):
            plain = _plain(name)
            field = _FIELDS.get(plain)
            for_people = _READ.get(plain.partition(":")[0])
            if for_people:
                self._for_people.add(for_people)
            elif field in found:
                self._note(header.line, field, "column-twice", name=name)
            elif field:
                found[field] = place
            elif name:
                self._note(header.line, "row", "column-unknown", name=name, near=nearest(plain, _FIELDS))
        return found

    def _note(self, line: int, column: str, code: str, **data: object) -> None:
        if data.get("near") == []:
            code, data = f"{code}-far", {"name": data["name"]}
        self.problems.append(Problem(Severity.ERROR, code, data, (line, column)))


def _plain(name: str) -> str:
    return "_".join(unicodedata.normalize("NFKC", name).casefold().replace("-", " ").split())


def problem_place(header: Row) -> int | None:
    """The place of the column that says what is wrong, if the table has one."""
    names = (_plain(name).partition(":")[0] for name in header.cells)
    return next((place for place, name in enumerate(names) if _READ.get(name) == PROBLEM), None)

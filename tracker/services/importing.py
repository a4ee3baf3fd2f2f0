"""Importing a table of figures: all of its rows or none, in one transaction, with every problem by row and column.

Rows are held against what is recorded and against each other in the order they were published in, so that the order of
the rows in the file means nothing. Rows that are there already are skipped, which makes importing twice harmless.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from operator import itemgetter
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tracker.domain.checks import Outcome
from tracker.domain.draft import Clerk
from tracker.domain.figure import Figure
from tracker.domain.plan import Plan
from tracker.domain.problems import Problem, Severity, errors, warnings
from tracker.errors import EntryRefused, FileTrouble
from tracker.exchange.columns import Columns
from tracker.exchange.table import Row
from tracker.services.examining import Ask, Examiner, decided, exit_code, require_accepted, unaccepted
from tracker.services.unswept import unswept
from tracker.store.database import Change, Database
from tracker.store.reader import Reader
from tracker.store.writer import Writer

MOST_PROBLEMS = 10_000
"""Errors after which no more rows are looked at."""
STEP = 1_000
"""Rows from one sign of progress to the next."""
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Import:
    """A table to import: the rows of `name`, by whom, at what time (UTC), and the warnings accepted beforehand."""

    name: str
    rows: Iterator[Row]
    by: str
    now: datetime
    accepted: Collection[str] = ()
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a table: its rows by outcome, how many were refused, and everything that was found.

    `left_empty` counts the rows of a form that nobody filled in; they are not among its rows.

    The place of a finding is its line and its column.
    """

    plan: Plan
    rows: int
    outcomes: Counter[Outcome]
    refused: int
    problems: tuple[Problem, ...]
    left_empty: int = 0
    stored: bool = False

    @property
    def errors(self) -> list[Problem]:
        return errors(self.problems)

    @property
    def warnings(self) -> list[Problem]:
        return warnings(self.problems)

    @property
    def notices(self) -> list[Problem]:
        return [problem for problem in self.problems if problem.severity is Severity.NOTICE]


def import_table(database: Database, plan_code: str, table: Import, ask: Ask | None = None) -> Imported:
    """Store every row of a table that is not there already, or none.

    Raises `EntryRefused` with all that is wrong, `Unaccepted`, or `FileTrouble` for what is no table.
    """
    with database.read() as reader:
        draft = _Reading(reader.plan(plan_code), table)

    def attempt(accepted: Collection[str]) -> Imported:
        with database.write(Change(table.by, "import", plan=plan_code)) as writer:
            return _take(writer, draft, accepted)

    return decided(attempt, table.accepted, ask)


def import_into(writer: Writer, plan_code: str, table: Import) -> Imported:
    """`import_table` as part of a greater write; nobody is asked."""
    return _take(writer, _Reading(writer.plan(plan_code), table), table.accepted)


def try_import(reader: Reader, plan_code: str, table: Import) -> Imported:
    """What `import_table` would do; errors and warnings are in what is returned. Raises `FileTrouble`."""
    found, _ = _Reading(reader.plan(plan_code), table).examined(reader, table.accepted)
    return found


def require_sound(found: Imported) -> None:
    """Raise `EntryRefused` with all errors of a table, if it has any."""
    wrong = found.errors
    if wrong:
        raise EntryRefused(exit_code(wrong[0]), problems=wrong, count=len(wrong))


class _Kept(NamedTuple):
    """The figures of a table that there are to store, and by their places what was found about some of them."""

    figures: list[Figure]
    problems: dict[int, tuple[Problem, ...]]


class _Reading:
    """A table that has been read: its figures in the order of their publication, and what could not be read.

    Of one day's publications levels come first, then growth and shares; both in the order of their periods, then as
    they stand in the file.
    """

    @unswept()
    def __init__(self, plan: Plan, table: Import) -> None:
        self.plan, self.table = plan, table
        self.today = table.now.astimezone(ZoneInfo(plan.zone)).date()
        self.clerk = Clerk(plan, table.now, self.today, table.by)
        self.problems: list[Problem] = []
        self.rows = self.refused = self.left_empty = 0
        self.figures = sorted(self._figures(), key=itemgetter(0))

    @unswept()
    def examined(self, reader: Reader, accepted: Collection[str]) -> tuple[Imported, "_Kept"]:
        """What storing the table would do, and the figures there are to store, where warnings are `accepted`."""
        examination = _Examination(reader, self, accepted)
        examination.run()
        ordered = sorted(examination.problems, key=lambda problem: int(problem.where[0]))
        found = Imported(
            self.plan, self.rows, examination.outcomes, examination.refused, tuple(ordered), self.left_empty
        )
        return found, examination.kept

    def tell(self) -> None:
        """Give a sign of life: so many rows have been read."""
        if self.table.progress:
            self.table.progress(self.rows)

    def _figures(self) -> Iterator[Figure]:
        """The figures of the table; what is no figure goes to the problems."""
        header = next(self.table.rows, None)
        if header is None:
            raise FileTrouble(path=self.table.name, problem="empty")
        columns = Columns(header)
        self.problems += columns.problems
        if columns.problems:
            return
        read = self.clerk.figure
        for number, draft in columns.drafts(self.table.rows):
            self.rows += 1
            figure, problems = (None, [draft]) if isinstance(draft, Problem) else read(draft, number)
            if figure is not None:
                yield figure
            else:
                self.refused += 1
                self.problems += [_placed(problem, number) for problem in problems]
            if self.rows % STEP == 0:
                self.tell()
            if len(self.problems) > MOST_PROBLEMS:
                self.problems.append(_too_many(number))
                break
        self.left_empty = columns.left_empty


class _Examination:
    """Holds the figures of a table against what is recorded and against each other."""

    def __init__(self, reader: Reader, table: _Reading, accepted: Collection[str]) -> None:
        self._table, self._accepted = table, accepted
        self._there = reader.recorded(table.figures)
        self._examiner = Examiner(reader, table.plan, table.today, table.clerk.observation)
        self.outcomes: Counter[Outcome] = Counter()
        self.kept = _Kept([], {})
        self.problems, self.refused = list(table.problems), table.refused
        self._mistakes = len(self.problems)

    def run(self) -> None:
        """Look at each; the rules are asked only where a quick look does not settle it."""
        settles, keep, settled = self._examiner.settles, self.kept.figures.append, 0
        for number, figure in enumerate(self._not_there()):
            if number % STEP == 0:
                self._table.tell()
            if settles(figure):
                settled += 1
                if figure.speaks:
                    self._note(figure, self._examiner.remarks(figure))
                keep(figure)
            else:
                self._examine(figure)
                if self._mistakes > MOST_PROBLEMS:
                    self.problems.append(_too_many(figure.line))
                    break
        if settled:
            self.outcomes[Outcome.STORED] += settled

    def _not_there(self) -> Iterable[Figure]:
        """The figures but for those that are recorded already."""
        figures, there = self._table.figures, self._there
        if not there:
            return figures
        self.outcomes[Outcome.IDENTICAL] += len(there)
        return (figure for place, figure in enumerate(figures) if place not in there)

    def _examine(self, figure: Figure) -> None:
        """Ask every rule."""
        examined = self._examiner.examine(self._table.clerk.observation(figure))
        if wrong := errors(examined.problems):
            self.problems += [_placed(problem, figure.line) for problem in examined.problems]
            self.refused, self._mistakes = self.refused + 1, self._mistakes + len(wrong)
            return
        self.outcomes[examined.outcome] += 1
        if examined.outcome is not Outcome.IDENTICAL:
            self._examiner.take(examined.figure, doubted=bool(unaccepted(examined.problems, self._accepted)))
            self._note(figure, examined.problems)
            self.kept.figures.append(figure)

    def _note(self, figure: Figure, problems: tuple[Problem, ...]) -> None:
        """Remember what was found about the figure that is kept next."""
        if problems:
            self.problems += [_placed(problem, figure.line) for problem in problems]
            self.kept.problems[len(self.kept.figures)] = problems


def _too_many(line: int) -> Problem:
    return Problem(Severity.ERROR, "too-many-problems", {}, (line, "row"))


def _placed(problem: Problem, line: int) -> Problem:
    """The problem with its line in front of its column."""
    return problem if isinstance(problem.where[0], int) else replace(problem, where=(line, *problem.where))


def _take(writer: Writer, draft: _Reading, accepted: Collection[str]) -> Imported:
    """Store the figures of a table that has been read, or raise what is wrong with it."""
    found, kept = draft.examined(writer, accepted)
    require_sound(found)
    require_accepted(found.problems, accepted)
    _store(writer, kept)
    return replace(found, stored=bool(kept.figures))


def _store(writer: Writer, kept: _Kept) -> None:
    """Add the figures and what was found about them."""
    if not kept.figures:
        return
    keys = writer.add_figures(kept.figures)
    writer.add_all_findings((keys[place], problems) for place, problems in kept.problems.items())

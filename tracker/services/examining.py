"""Holding figures against what is known of them before they are kept: used for one figure and for a whole file."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from tracker.domain.checks import Case, Effect, History, Outcome, QuickLook, check, relations, remarks
from tracker.domain.figure import Figure, Release, Series
from tracker.domain.observation import NATION, Observation
from tracker.domain.plan import Plan
from tracker.domain.problems import Problem, Severity, errors, warnings
from tracker.errors import (
    BAD_DATE,
    REFUSED,
    BadArea,
    BadDate,
    BadFlag,
    BadPeriod,
    BadUnit,
    BadValue,
    EntryRefused,
    NothingGiven,
    TrackerError,
    Unaccepted,
    UnknownCode,
)

T = TypeVar("T")
Place = tuple[str, str]
"""An indicator's code and an area."""
Ask = Callable[[Sequence[Problem]], bool]
"""Shows warnings to a person and says whether they are accepted."""
ALL = "all"
"""Accepts every warning."""
PARSERS: dict[str, type[TrackerError]] = {
    kind.code: kind for kind in (UnknownCode, BadPeriod, BadValue, BadUnit, BadFlag, BadArea, BadDate, NothingGiven)
}
"""The errors that reading a draft can note."""
EXIT_CODES = {"published-in-future": BAD_DATE, "before-end": BAD_DATE, "outlook-after-end": BAD_DATE}
"""Exit codes of the rules that are errors; of any other, refused."""


class Figures(Protocol):
    """What of the store's reader is needed here."""

    def observations(self, indicators: Iterable[str] | None = None, area: str | None = None) -> list[Observation]: ...

    def places(self) -> set[tuple[str, str]]: ...


@dataclass(frozen=True, slots=True)
class Examined:
    """A figure with what keeping it would do and all that was found about it."""

    figure: Observation
    effect: Effect
    problems: tuple[Problem, ...] = ()

    @property
    def outcome(self) -> Outcome:
        return self.effect.outcome

    @property
    def warnings(self) -> list[Problem]:
        return warnings(self.problems)

    @property
    def notices(self) -> list[Problem]:
        return [problem for problem in self.problems if problem.severity is Severity.NOTICE]


class Examiner:
    """Examines figures of one plan, one after the other; reads the history of each indicator and area once.

    `made_of` makes observations of the light figures of a table.
    """

    def __init__(
        self, reader: Figures, plan: Plan, today: date, made_of: Callable[[Figure], Observation] | None = None
    ) -> None:
        self._reader, self._plan, self._today, self._made_of = reader, plan, today, made_of
        self._histories: dict[Place, History] = {}
        self._doubted: dict[Place, list[Observation]] = {}
        self._relations = relations(plan.indicators)
        self._places: set[Place] | None = None
        self.settles = QuickLook(self._around).settles
        """Whether no more can be found about a figure than its `remarks`; then it is taken too. False says nothing."""
        self._remarks: dict[tuple[Series, Release], tuple[Problem, ...]] = {}

    def examine(self, figure: Observation) -> Examined:
        """What keeping `figure` would do. Of a figure that is there already nothing else is said."""
        doubted = self._near(figure) if self._doubted else []
        if any((one.series, one.period) == (figure.series, figure.period) for one in doubted):
            self._admit(doubted)
            doubted = []
        case = self.case(figure)
        if case.effect.outcome is Outcome.IDENTICAL:
            return Examined(figure, case.effect)
        found = check(case)
        if doubted and warnings(found):
            found = self._together(figure, doubted, found)
        return Examined(figure, case.effect, tuple(found))

    def _near(self, figure: Observation) -> list[Observation]:
        """The figures in doubt of the indicator, its level and its growth."""
        codes = (figure.indicator, self._relations.get(figure.indicator, ""))
        return [row for code in codes for row in self._doubted.get((code, figure.area), ())]

    def _together(self, figure: Observation, doubted: list[Observation], alone: list[Problem]) -> list[Problem]:
        """What is found about a figure with those in doubt, who then are no more; `alone` where it has warnings too."""
        self._admit(doubted)
        found = check(self.case(figure))
        if not warnings(found):
            return found
        for row in doubted:
            self._history(row.indicator, row.area).drop(row)
            self.take(row, doubted=True)
        return alone

    def _admit(self, doubted: list[Observation]) -> None:
        for row in doubted:
            self._doubted.pop((row.indicator, row.area), None)
            self.take(row)

    def case(self, figure: Observation) -> Case:
        """A figure with what is known around it."""
        history, related = self._histories_of(figure.indicator, figure.area)
        return Case(figure, self._plan.indicators[figure.indicator], history, self._today, related)

    def remarks(self, figure: Figure) -> tuple[Problem, ...]:
        """What there is to notice about a figure that was settled."""
        said = self._remarks.get((figure.series, figure.release))
        if said is None and self._made_of is not None:
            said = tuple(remarks(self.case(self._made_of(figure))))
            self._remarks[figure.series, figure.release] = said
        return said or ()

    def take(self, figure: Observation, *, doubted: bool = False) -> None:
        """Let the figures that follow be held against this one too, or only with it where it is in doubt."""
        place = (figure.indicator, figure.area)
        if doubted:
            self._doubted.setdefault(place, []).append(figure)
        else:
            self._history(*place).add(figure)

    def _around(self, series: Series) -> tuple[History, History | None]:
        return self._histories_of(series.indicator.code, series.area)

    def _histories_of(self, code: str, area: str) -> tuple[History, History | None]:
        """What is known of an indicator, and of its growth or of the level it is the growth of."""
        other = self._relations.get(code)
        return self._history(code, area), None if other is None else self._history(other, area)

    def _history(self, code: str, area: str) -> History:
        found = self._histories.get((code, area))
        if found is None:
            baseline = self._plan.indicators[code].baseline
            reading = None if baseline is None or area != NATION else baseline.reading(code, area)
            found = self._histories[code, area] = History(self._recorded(code, area), reading, self._made_of)
        return found

    def _recorded(self, code: str, area: str) -> list[Observation]:
        """What is stored; nothing is asked about a place of which nothing is."""
        if self._places is None:
            self._places = self._reader.places()
        return self._reader.observations([code], area) if (code, area) in self._places else []


class UndecidedError(Exception):
    """A write stopped at `problems`, warnings nobody has accepted; nothing of it was kept."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems)
        self.problems = problems


def require_accepted(problems: Iterable[Problem], accepted: Collection[str]) -> None:
    """Raise `UndecidedError` for the warnings accepted neither by their code nor by `all`."""
    left = unaccepted(problems, accepted)
    if left:
        raise UndecidedError(left)


def unaccepted(problems: Iterable[Problem], accepted: Collection[str]) -> list[Problem]:
    """The warnings accepted neither by their code nor by `all`."""
    return [problem for problem in warnings(problems) if not {ALL, problem.code} & set(accepted)]


def decided(attempt: Callable[[Collection[str]], T], accepted: Collection[str], ask: Ask | None) -> T:
    """What `attempt` returns, given the codes of the accepted warnings.

    Where it stops at warnings, `ask` is shown them; if it says yes, the attempt is made again. Raises `Unaccepted`,
    with the warnings where nobody has seen them yet.
    """
    while True:
        try:
            return attempt(accepted)
        except UndecidedError as stop:
            codes = list(dict.fromkeys(problem.code for problem in stop.problems))
            if ask is None:
                raise Unaccepted(problems=stop.problems, codes=",".join(codes)) from None
            if not ask(stop.problems):
                raise Unaccepted(problems=[], codes=",".join(codes)) from None
            accepted = {*accepted, *codes}


def require_sound(problems: Iterable[Problem]) -> None:
    """Raise what the errors among `problems` call for: the parser's own error if it is alone, else `EntryRefused`.

    What was left out only its place can say, and that is told with the findings.
    """
    found = errors(problems)
    if not found:
        return
    first = found[0]
    if len(found) == 1 and first.code in PARSERS and first.code != NothingGiven.code:
        raise PARSERS[first.code](**first.data)
    raise EntryRefused(exit_code(first), problems=found)


def exit_code(problem: Problem) -> int:
    """The exit code of an error: its parser's, or its rule's."""
    parser = PARSERS.get(problem.code)
    return parser.exit_code if parser else EXIT_CODES.get(problem.code, REFUSED)

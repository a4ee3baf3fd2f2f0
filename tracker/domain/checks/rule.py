"""What a check is: a code, a severity and a function that looks at one figure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from tracker.domain.bilingual import Bilingual
from tracker.domain.checks.history import History, Line
from tracker.domain.checks.outcome import Effect, effect
from tracker.domain.checks.words import spelled
from tracker.domain.indicator import Indicator, Kind
from tracker.domain.observation import Observation
from tracker.domain.problems import Problem, Severity
from tracker.domain.quantity import Quantity

Data = Mapping[str, object]
"""What the text of a finding needs: quantities in words (`Case.words`), periods, dates, codes."""


@dataclass(frozen=True)
class Case:
    """A figure about to be kept, with all that a rule may look at. `today` is in the plan's time zone.

    `related` is what is known of the level an indicator is the growth of, or of the growth of a level.
    """

    figure: Observation
    indicator: Indicator
    history: History
    today: date
    related: History | None = None

    @property
    def kind(self) -> Kind:
        return self.indicator.kind

    @cached_property
    def line(self) -> Line:
        """What is known of the figure's own series."""
        return self.history.line(self.figure.series)

    @cached_property
    def effect(self) -> Effect:
        """What keeping the figure would do."""
        return effect(self.figure, self.line)

    def words(self, quantity: Quantity | Decimal) -> Bilingual:
        """A quantity of this indicator, for a finding's data."""
        return spelled(quantity, self.indicator.unit)


Find = Callable[[Case], Data | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One check. `find` gives the data of its text when the figure breaks it; `doc` says what it looks for and why.

    `explains` names the rules whose findings this one makes superfluous: a figure 10,000 times too small also falls.
    `where` is the column of an import that the finding is about.
    """

    code: str
    severity: Severity
    find: Find
    where: str
    explains: frozenset[str] = frozenset()

    @property
    def doc(self) -> str:
        return self.find.__doc__ or ""

    def look(self, case: Case) -> Problem | None:
        """The finding, if there is one."""
        data = self.find(case)
        if data is None:
            return None
        return Problem(self.severity, self.code, data, (self.where,))


def rule(code: str, severity: Severity, where: str, explains: tuple[str, ...] = ()) -> Callable[[Find], Rule]:
    """Make a rule of a function."""
    return lambda find: Rule(code, severity, find, where, frozenset(explains))

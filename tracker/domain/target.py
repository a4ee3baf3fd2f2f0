"""What a plan wants an indicator to reach, and how the tool may judge it."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum

from tracker.domain.bilingual import Bilingual
from tracker.domain.indicator import Indicator
from tracker.domain.observation import NATION, Baseline
from tracker.domain.period import Period


class Op(StrEnum):
    """How the figure has to stand to the value, in the document's own comparator: 超过 (>) is not 以上 (>=)."""

    EXACTLY = "exactly"
    ABOUT = "about"
    MORE_THAN = "more-than"
    AT_LEAST = "at-least"
    LESS_THAN = "less-than"
    AT_MOST = "at-most"
    NEARLY = "nearly"
    BETWEEN = "between"
    WITHIN = "within"


@dataclass(frozen=True, slots=True)
class Condition:
    """`value` in the base unit (None for `within`), `upper` for `between`; `tolerance` (in pp for growth and share) for
    `within` a tolerance of the reference value, or the allowance of an `about`."""

    op: Op
    value: Decimal | None = None
    upper: Decimal | None = None
    tolerance: Decimal | None = None


class Basis(StrEnum):
    """Where the number comes from."""

    STATED = "stated"
    INTERPRETED = "interpreted"


class Commitment(StrEnum):
    """How strongly the document commits itself: 确保, 力争, or a direction only."""

    ENSURE = "ensure"
    STRIVE = "strive"
    DIRECTIONAL = "directional"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where in the document: paragraph number (0 is its title) and a key phrase of a dozen characters at most."""

    paragraph: int
    phrase: str


class PathKind(StrEnum):
    LINEAR = "linear"
    BATCH = "batch"
    INTERIM = "interim"
    LAST_YEAR = "last-year"


@dataclass(frozen=True, slots=True)
class PathSpec:
    """How the expected value runs from the baseline to the target.

    `points` are (date, value in the base unit): the steps of a batch path, the interim targets of an interim one.
    `reason` says why this path was chosen.
    """

    kind: PathKind = PathKind.LINEAR
    points: tuple[tuple[date, Decimal], ...] = ()
    reason: Bilingual = field(default_factory=Bilingual)


class ElapsedUnit(StrEnum):
    """What time is counted in: `natural` is months for flows and growth, days for stocks."""

    NATURAL = "natural"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Rules:
    """The decisions of assessment a plan may take otherwise (the method page gives their reasons).

    Bands are shortfalls in percentage points of progress. Day and month counts are whole.
    """

    on_track_below: Decimal = Decimal(10)
    behind_up_to: Decimal = Decimal(30)
    last_quarter: Decimal = Decimal("0.75")
    closing_wait_days: int = 60
    closing_window_days: int = 31
    stale_months: int = 6
    history_months: int = 24
    elapsed: ElapsedUnit = ElapsedUnit.NATURAL


@dataclass(frozen=True, slots=True)
class Target:
    """One vintage of a target, with all that its assessment needs to know.

    `start` is where the span of a flow, growth or share target begins. `published_on` is when the target was announced;
    `reason` says why this vintage replaced the one before.
    """

    code: str
    indicator: Indicator
    condition: Condition
    start: date
    due: date
    published_on: date
    area: str = NATION
    basis: Basis = Basis.STATED
    commitment: Commitment = Commitment.DIRECTIONAL
    name: Bilingual = field(default_factory=Bilingual)
    task: int | None = None
    evidence: Evidence | None = None
    baseline: Baseline | None = None
    path: PathSpec = field(default_factory=PathSpec)
    note: Bilingual = field(default_factory=Bilingual)
    rules: Rules = field(default_factory=Rules)
    withdrawn: bool = False
    recorded_at: datetime = datetime(1, 1, 1, tzinfo=UTC)
    recorded_by: str = ""
    reason: str = ""

    @property
    def span(self) -> Period:
        return Period(self.start, self.due)

    @property
    def spoken_for_by(self) -> tuple[str, ...]:
        """The indicators whose figures speak for it: its own, and the levels it is the growth of."""
        return tuple(code for code in (self.indicator.code, self.indicator.growth_of) if code)

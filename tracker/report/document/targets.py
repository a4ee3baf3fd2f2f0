"""What a report says of its targets."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tracker.domain.bilingual import Bilingual
from tracker.domain.indicator import Kind
from tracker.domain.movement import Cause
from tracker.domain.target import Basis, Commitment, Op
from tracker.report.document.charts import Chart
from tracker.report.document.figures import Amount, Figure, NoteRecord, Sentence


@dataclass(frozen=True, slots=True)
class Condition:
    """A target's condition in numbers and in words."""

    op: Op
    value: Decimal | None
    upper: Decimal | None
    tolerance: Decimal | None
    text: Bilingual


@dataclass(frozen=True, slots=True)
class TargetVintage:
    """A target as it was set at one time."""

    published_on: date
    condition: Bilingual
    due: date
    reason: str = ""
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Forecast:
    """Where the figure is heading: value and interval at the due date, and the chance of reaching the target."""

    value: Amount
    low: Amount
    high: Amount
    probability: Decimal


@dataclass(frozen=True, slots=True)
class TargetPage:
    """All a report says of one target. `before` is its status in the previous report; `added`: announced after the plan
    and not in its document."""

    code: str
    name: Bilingual
    indicator: str
    indicator_name: Bilingual
    kind: Kind
    unit: Bilingual
    area: str
    basis: Basis
    commitment: Commitment
    task: int | None
    paragraph: int | None
    phrase: str
    condition: Condition
    due: date
    announced: date
    added: bool
    status: str
    before: str | None
    final: bool
    provisional: bool
    baseline: Figure | None
    reference: Figure | None
    actual: Figure | None
    outlook: Figure | None
    progress: Amount | None
    elapsed: Amount | None
    expected: Amount | None
    gap: Amount | None
    needed: Amount | None
    first_achieved: date | None
    known_since: date | None
    assessed_at: date | None
    forecast: Forecast | None
    reasons: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    steps: tuple[Sentence, ...]
    vintages: tuple[TargetVintage, ...]
    notes: tuple[NoteRecord, ...]
    chart: Chart

    @property
    def figure_name(self) -> Bilingual:
        """What the figure is of: a target with a name of its own is called otherwise than what it measures."""
        return self.name if self.indicator_name.zh in self.name.zh else self.indicator_name

    @property
    def says_first(self) -> bool:
        """Whether the day it was first reached says more than that its span is over: a rate of a year has none."""
        return self.first_achieved is not None and self.kind in (Kind.STOCK, Kind.FLOW)


@dataclass(frozen=True, slots=True)
class Move:
    """A target whose status changed since the previous report, and why. `before` is None for a new target, `after` for
    one that was given up."""

    target: str
    name: Bilingual
    before: str | None
    after: str | None
    causes: tuple[Cause, ...]
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Tally:
    """How many targets of a basis have a status."""

    basis: Basis
    status: str
    count: int

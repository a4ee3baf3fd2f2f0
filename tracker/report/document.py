"""What a report says, before anything decides how it looks: frozen records from which every format is written.

A `ReportDocument` is built once (`build`), holds each figure with its words in both languages, and knows no language,
clock, user, path or run. Its canonical JSON is hashed (`canonical`), so two reports that say the same have one hash.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from tracker.domain.bilingual import Bilingual
from tracker.domain.indicator import Direction, Kind
from tracker.domain.movement import Cause
from tracker.domain.period import Period
from tracker.domain.plan import Progress
from tracker.domain.quantity import Bound
from tracker.domain.target import Basis, Commitment, Op

SCHEMA = 1


class Paper(StrEnum):
    """What is written: a report on a period, or the year's review."""

    REPORT = "report"
    REVIEW = "review"


class Edition(StrEnum):
    """A review is preliminary until every due-period figure is in; a report has no editions."""

    PRELIMINARY = "preliminary"
    FINAL = "final"


class Role(StrEnum):
    """What a point of a chart is."""

    ACTUAL = "actual"
    BASELINE = "baseline"
    CONFIRMATION = "confirmation"
    """An inexact figure that says no more than an exact one before it."""
    SUPERSEDED = "superseded"
    OUTLOOK = "outlook"


class Outcome(StrEnum):
    """The verdict of a review."""

    ACHIEVED = "achieved"
    LOST = "achieved-then-lost"
    MISSED = "missed"
    UNDETERMINED = "undetermined"
    OPEN = "open"
    """No final verdict yet: the due period's own figure has not come out."""
    NOT_ASSESSABLE = "not-assessable"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the stable code of what it says."""

    code: str
    text: Bilingual


@dataclass(frozen=True, slots=True)
class Amount:
    """A number the tool worked out, in the unit its words name."""

    value: Decimal
    text: Bilingual


@dataclass(frozen=True, slots=True)
class Figure:
    """A published figure. `source` is its number in the list of sources; a plan's own baseline has none.

    `derived`: added up from published parts.
    """

    value: Decimal
    bound: Bound
    text: Bilingual
    period: Period
    published_on: date
    publisher: str
    flag: str = ""
    derived: bool = False
    source: int | None = None


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """A figure at its place in time. `low` and `high` are the ends of what a bound leaves open, None where it is open.

    `vintage` of `vintages`: which publication of its period this is. `after_gap`: a release due between the point
    before and this one is missing from the data.
    """

    day: date
    role: Role
    figure: Figure
    publisher: Bilingual
    low: Decimal | None
    high: Decimal | None
    vintage: int = 1
    vintages: int = 1
    after_gap: bool = False


@dataclass(frozen=True, slots=True)
class PathPoint:
    """A corner of the expected path."""

    day: date
    value: Decimal


@dataclass(frozen=True, slots=True)
class FanPoint:
    """The forecast for a day: the middle and the interval around it."""

    day: date
    low: Decimal
    middle: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Goal:
    """The target in a chart: a line (`low` equals `high`), a band, or a half plane (one end None)."""

    low: Decimal | None
    high: Decimal | None
    text: Bilingual


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart draws. `stepped`: the expected path jumps at its corners instead of running through them."""

    title: Bilingual
    alternative: Bilingual
    unit: Bilingual
    first: date
    last: date
    points: tuple[ChartPoint, ...]
    expected: tuple[PathPoint, ...] = ()
    stepped: bool = False
    goal: Goal | None = None
    fan: tuple[FanPoint, ...] = ()


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
class NoteRecord:
    """A dated status note with its evidence."""

    noted_on: date
    status: Progress
    text: str
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Forecast:
    """Where the figure is heading: value and interval at the due date, and the chance of reaching the target."""

    value: Amount
    low: Amount
    high: Amount
    probability: Decimal


@dataclass(frozen=True, slots=True)
class TargetPage:
    """All a report says of one target. `before` is its status in the previous report."""

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
    vintages: tuple[TargetVintage, ...]
    notes: tuple[NoteRecord, ...]
    chart: Chart


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
class FigureChange:
    """A figure published again with another value, or corrected in the books (`correction`), since the previous report.

    `new` is None for a figure taken back.
    """

    indicator: str
    name: Bilingual
    old: Figure
    new: Figure | None
    correction: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Watched:
    """An indicator without a target, held against its baseline (its latest vintage, `reference`)."""

    code: str
    name: Bilingual
    kind: Kind
    unit: Bilingual
    direction: Direction
    baseline: Figure | None
    reference: Figure | None
    actual: Figure | None
    previous: Figure | None
    change: Amount | None
    ratio: Amount | None
    remarks: tuple[Sentence, ...]
    notes: tuple[NoteRecord, ...]
    chart: Chart | None


@dataclass(frozen=True, slots=True)
class CommitmentRecord:
    """One commitment of a task, with its latest notes, newest first; `targets` are the targets that measure it."""

    ref: str
    title: Bilingual
    kind: str
    status: Progress | None
    notes: tuple[NoteRecord, ...]
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TaskRecord:
    """One numbered priority area with its commitments."""

    number: int
    title: Bilingual
    commitments: tuple[CommitmentRecord, ...]


@dataclass(frozen=True, slots=True)
class MissingRelease:
    """A figure that was due and is not in the data. `overdue` is False while its latest date is still to come."""

    indicator: str
    name: Bilingual
    period: Period
    latest: date


@dataclass(frozen=True, slots=True)
class NamedFigure:
    """A figure with its indicator, and why it is listed."""

    indicator: str
    name: Bilingual
    figure: Figure
    publisher: Bilingual
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A warning that was accepted when a figure was entered, or a notice kept with it."""

    indicator: str
    name: Bilingual
    figure: Figure
    code: str
    accepted: bool
    text: Bilingual


@dataclass(frozen=True, slots=True)
class Conflict:
    """Figures of one indicator that measure different things, and so are never joined."""

    indicator: str
    name: Bilingual
    text: Bilingual


@dataclass(frozen=True, slots=True)
class Quality:
    """What to know before relying on the figures."""

    missing: tuple[MissingRelease, ...] = ()
    provisional: tuple[NamedFigure, ...] = ()
    bounded: tuple[NamedFigure, ...] = ()
    findings: tuple[Finding, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    others: tuple[NamedFigure, ...] = ()
    """Figures of publishers the indicator does not use: shown, never assessed."""
    follow_ups: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure comes from. `number` is what figures refer to. `dated` is False where the recording date stands
    in for an unknown publication date; `kept` is False for a vintage replaced since."""

    number: int
    indicator: str
    name: Bilingual
    figure: Figure
    publisher: Bilingual
    vintage: int
    vintages: int
    kept: bool
    dated: bool
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class Milestone:
    """Where a target stood in one month's report."""

    period: Period
    as_of: date
    status: str
    actual: Figure | None
    progress: Amount | None


@dataclass(frozen=True, slots=True)
class ForecastCheck:
    """A forecast made during the year beside what came out."""

    made_on: date
    forecast: Forecast
    inside: bool


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """What became of one target."""

    target: str
    outcome: Outcome
    provisional: bool
    verdict: Sentence
    missed_by: Amount | None
    year: tuple[Milestone, ...]
    revisions: tuple[FigureChange, ...]
    forecasts: tuple[ForecastCheck, ...] = ()


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """Something the plan names that got no figure or note in the year."""

    code: str
    name: Bilingual


@dataclass(frozen=True, slots=True)
class Review:
    """The year's ledger."""

    ledger: tuple[LedgerEntry, ...]
    indicators: tuple[Unmeasured, ...]
    commitments: tuple[Unmeasured, ...]
    carry_over: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """How many targets of a basis have a status."""

    basis: Basis
    status: str
    count: int


@dataclass(frozen=True, slots=True)
class PlanHead:
    """The plan a report is about."""

    code: str
    name: Bilingual
    title: Bilingual
    year: int
    publisher: Bilingual
    published_on: date
    zone: str


@dataclass(frozen=True, slots=True)
class CutOff:
    """The report a report compares itself with."""

    period: Period
    as_of: date


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """A report or review. `known_at` is the last change it could see, None for a database without one.

    `later` are figures that refer to later than the period and so stay out of its tables.
    """

    paper: Paper
    edition: Edition | None
    plan: PlanHead
    period: Period
    as_of: date
    known_at: datetime | None
    previous: CutOff | None
    headlines: tuple[Sentence, ...]
    tally: tuple[Tally, ...]
    targets: tuple[TargetPage, ...]
    moves: tuple[Move, ...]
    changes: tuple[FigureChange, ...]
    watched: tuple[Watched, ...]
    tasks: tuple[TaskRecord, ...]
    quality: Quality
    later: tuple[NamedFigure, ...]
    sources: tuple[Source, ...]
    review: Review | None = None
    schema: int = SCHEMA

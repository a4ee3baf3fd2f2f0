"""What a review says of the year."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.domain.bilingual import Bilingual
from tracker.domain.period import Period
from tracker.report.document.figures import Amount, Figure, FigureChange, Sentence
from tracker.report.document.targets import Forecast


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

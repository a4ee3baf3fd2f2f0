"""The document itself."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from tracker.domain.bilingual import Bilingual
from tracker.domain.period import Period
from tracker.report.document.context import Quality, TaskRecord, Watched
from tracker.report.document.figures import FigureChange, NamedFigure, Sentence, Source
from tracker.report.document.ledger import Review
from tracker.report.document.targets import Move, Tally, TargetPage

SCHEMA = 1


class Paper(StrEnum):
    """What is written: a report on a period, or the year's review."""

    REPORT = "report"
    REVIEW = "review"


class Edition(StrEnum):
    """A review is preliminary until every due-period figure is in; a report has no editions."""

    PRELIMINARY = "preliminary"
    FINAL = "final"


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

    `amendments` are targets that were set, changed or given up since the previous report, in a review since the plan.
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
    amendments: tuple[Sentence, ...]
    changes: tuple[FigureChange, ...]
    watched: tuple[Watched, ...]
    tasks: tuple[TaskRecord, ...]
    quality: Quality
    later: tuple[NamedFigure, ...]
    sources: tuple[Source, ...]
    review: Review | None = None
    schema: int = SCHEMA

"""What a report says, before anything decides how it looks: frozen records from which every format is written.

A `ReportDocument` is built once (`build`), holds each figure with its words in both languages, and knows no language,
clock, user, path or run. Its canonical JSON is hashed (`canonical`), so two reports that say the same have one hash.
"""

from tracker.report.document.charts import Chart, ChartPoint, FanPoint, Goal, PathPoint, Role
from tracker.report.document.context import (
    CommitmentRecord,
    Conflict,
    Finding,
    MissingRelease,
    OpenQuestion,
    Quality,
    TaskRecord,
    Watched,
)
from tracker.report.document.figures import Amount, Figure, FigureChange, NamedFigure, NoteRecord, Sentence, Source
from tracker.report.document.ledger import ForecastCheck, LedgerEntry, Milestone, Outcome, Review, Unmeasured
from tracker.report.document.targets import Condition, Forecast, Move, Tally, TargetPage, TargetVintage
from tracker.report.document.whole import SCHEMA, CutOff, Edition, Paper, PlanHead, ReportDocument

__all__ = [
    "SCHEMA",
    "Amount",
    "Chart",
    "ChartPoint",
    "CommitmentRecord",
    "Condition",
    "Conflict",
    "CutOff",
    "Edition",
    "FanPoint",
    "Figure",
    "FigureChange",
    "Finding",
    "Forecast",
    "ForecastCheck",
    "Goal",
    "LedgerEntry",
    "Milestone",
    "MissingRelease",
    "Move",
    "NamedFigure",
    "NoteRecord",
    "OpenQuestion",
    "Outcome",
    "Paper",
    "PathPoint",
    "PlanHead",
    "Quality",
    "ReportDocument",
    "Review",
    "Role",
    "Sentence",
    "Source",
    "Tally",
    "TargetPage",
    "TargetVintage",
    "TaskRecord",
    "Unmeasured",
    "Watched",
]

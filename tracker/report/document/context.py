"""What a report says beside its targets: indicators watched, tasks, the quality of the data."""

from dataclasses import dataclass
from datetime import date

from tracker.domain.bilingual import Bilingual
from tracker.domain.indicator import Direction, Kind
from tracker.domain.period import Period
from tracker.domain.plan import Progress
from tracker.report.document.charts import Chart
from tracker.report.document.figures import Amount, Figure, NamedFigure, NoteRecord, Sentence


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
class OpenQuestion:
    """A question about a figure that nobody has answered: by whom, and on which day in the plan's time zone.

    `in_force` is False for a figure that was replaced or taken back after it was asked about.
    """

    indicator: str
    name: Bilingual
    figure: Figure
    in_force: bool
    question: str
    asked_by: str
    asked_on: date


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
    follow_ups: tuple[OpenQuestion, ...] = ()

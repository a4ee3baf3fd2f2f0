"""What entering a figure does to its series: a first figure, the same again, a revision or a correction."""

from dataclasses import dataclass
from enum import StrEnum

from tracker.domain.checks.history import Line
from tracker.domain.observation import Observation


class Outcome(StrEnum):
    """The four ways an entry can end (`outcome` in JSON)."""

    STORED = "stored"
    """The first figure, or one published before all that are known."""
    IDENTICAL = "identical"
    """The same publisher, publication date, value, bound and flag: nothing to store."""
    REVISION = "revision"
    """Published later than what is known of the period."""
    CORRECTION = "correction"
    """The same publication, entered again with something else: an entry error put right."""


@dataclass(frozen=True, slots=True)
class Effect:
    """The outcome and the vintage it is about: the identical one, or the one revised or corrected.

    `superseded` is the vintage that stays in force because it was published later than the figure.
    """

    outcome: Outcome
    other: Observation | None = None
    superseded: Observation | None = None


def effect(figure: Observation, line: Line) -> Effect:
    """What storing `figure` would do. A figure its publisher withdrew counts as known when entered again."""
    for gone in line.withdrawn(figure.period):
        if gone.same_figure(figure):
            return Effect(Outcome.IDENTICAL, gone)
    vintages = line.vintages(figure.period)
    if not vintages:
        return Effect(Outcome.STORED)
    latest = vintages[-1]
    if not figure.dated and _same_value(figure, latest):
        return Effect(Outcome.IDENTICAL, latest)
    earlier = [row for row in vintages if row.published_on <= figure.published_on]
    superseded = latest if latest.published_on > figure.published_on else None
    if not earlier:
        return Effect(Outcome.STORED, None, superseded)
    before = earlier[-1]
    if before.published_on < figure.published_on:
        return Effect(Outcome.REVISION, before, superseded)
    outcome = Outcome.IDENTICAL if before.same_figure(figure) else Outcome.CORRECTION
    return Effect(outcome, before, superseded)


def _same_value(figure: Observation, other: Observation) -> bool:
    return (figure.quantity.value, figure.quantity.bound, figure.flag) == (
        other.quantity.value,
        other.quantity.bound,
        other.flag,
    )

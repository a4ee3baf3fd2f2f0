"""The readings a figure is held against: those like it, the nearest in time first."""

from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import chain

from tracker.domain.checks.history import Line
from tracker.domain.checks.rule import Case
from tracker.domain.observation import Observation
from tracker.domain.period import Period
from tracker.domain.rhythm import Rhythm, rhythms

MAD_TO_SIGMA = 1.4826
"""Median absolute deviation to standard deviation, for a normal distribution (Rousseeuw and Croux 1993)."""


def median(values: Iterable[float]) -> float:
    """The middle value, or the mean of the two middle ones. (The statistics module takes 8 ms to import.)"""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def deviation(values: Iterable[float], middle: float = 0.0) -> float:
    """The robust standard deviation of values about `middle`."""
    return MAD_TO_SIGMA * median(abs(one - middle) for one in values)


def nearest(case: Case) -> Iterator[Observation]:
    """The readings of the figure's series; where there are none, with other spans, or of other publishers."""
    figure = case.figure
    for line in case.history.lines(figure.series):
        for rhythm in _other_second(rhythms(figure.period)[0]):
            peers = alike(line, figure, rhythm)
            first = next(peers, None)
            if first is not None:
                return chain((first,), peers)
    return iter(())


def published_before(case: Case) -> Iterator[Observation]:
    """Readings like the figure that were out when it was published: what made it look ordinary or not."""
    figure = case.figure
    found = alike(case.line, figure, rhythms(figure.period)[0])
    return (row for row in found if row.published_on <= figure.published_on)


def alike(line: Line, figure: Observation, rhythm: Rhythm) -> Iterator[Observation]:
    """The readings of `line` with spans of `rhythm`, nearest in time first; of the period itself, an older vintage."""
    same = [row for row in line.vintages(figure.period) if row.published_on < figure.published_on]
    both = merge(
        line.before(figure.period, rhythm),
        line.after(figure.period, rhythm),
        key=lambda row: abs(row.period.stop - figure.period.stop),
    )
    return chain(same[-1:], both)


def own_first(period: Period) -> tuple[Rhythm, Rhythm]:
    """Single months before years to date for a month, January and January with February; else the reverse."""
    return _other_second(Rhythm.SINGLE if Rhythm.SINGLE in rhythms(period) else Rhythm.TO_DATE)


def _other_second(own: Rhythm) -> tuple[Rhythm, Rhythm]:
    return (Rhythm.SINGLE, Rhythm.TO_DATE) if own is Rhythm.SINGLE else (Rhythm.TO_DATE, Rhythm.SINGLE)

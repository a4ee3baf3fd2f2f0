"""What is known of one indicator in one area, arranged so that a figure to come finds its neighbours at once.

A `Line` is one series: one publisher, one definition. For every period it keeps the vintages in order of precedence;
the last is the one in force. Looking up neighbours takes logarithmic time and adding a figure little more, so that an
import of many rows can check each against the history and the rows before it.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from tracker.domain.figure import Figure
from tracker.domain.observation import Entry, Observation
from tracker.domain.period import Period
from tracker.domain.rhythm import Rhythm, rhythms

SeriesKey = tuple[str, str, str, bool]
Place = tuple[date, date]
"""Stop and start of a period: the order of readings in time."""


def place(period: Period) -> Place:
    return (period.stop, period.start)


class Line:
    """The vintages of one series, by period."""

    def __init__(self) -> None:
        self._vintages: dict[Place, list[Observation]] = {}
        self._withdrawn: dict[Place, list[Observation]] = defaultdict(list)
        self._baseline: Observation | None = None
        self._places: dict[Rhythm, list[Place]] = {rhythm: [] for rhythm in Rhythm}
        self._since: dict[date, list[Place]] = defaultdict(list)

    def add(self, row: Observation) -> None:
        """Take in a figure; vintages may come in any order."""
        at = place(row.period)
        held = self._vintages.get(at)
        if held is None:
            self._vintages[at] = [row]
            for rhythm in rhythms(row.period):
                insort(self._places[rhythm], at)
            insort(self._since[row.period.start], at)
        else:
            insort(held, row, key=lambda one: one.rank)

    def drop(self, row: Observation) -> None:
        """Take out a figure that `add` took in."""
        at = place(row.period)
        self._vintages[at].remove(row)
        if not self._vintages[at]:
            del self._vintages[at]
            for rhythm in rhythms(row.period):
                self._places[rhythm].remove(at)
            self._since[row.period.start].remove(at)

    def add_withdrawn(self, row: Observation) -> None:
        """Remember a figure its publisher took back, so that entering it again does not revive it."""
        self._withdrawn[place(row.period)].append(row)

    def add_baseline(self, reading: Observation) -> None:
        """The plan's baseline is a reading to compare with; nobody recorded it, so it is no vintage."""
        self._baseline = reading
        self.add(reading)

    def vintages(self, period: Period) -> list[Observation]:
        """The recorded vintages of `period` that stand, the one in force last."""
        held = self._vintages.get(place(period), ())
        return [row for row in held if row is not self._baseline]

    @property
    def has_withdrawn(self) -> bool:
        """Whether a publisher took back any of its figures."""
        return bool(self._withdrawn)

    def withdrawn(self, period: Period) -> list[Observation]:
        """The figures of `period` that their publisher took back."""
        return self._withdrawn.get(place(period), [])

    def before(self, period: Period, rhythm: Rhythm = Rhythm.SINGLE) -> Iterator[Observation]:
        """The readings in force of earlier periods, the nearest first."""
        places = self._places[rhythm]
        return (self._in_force(at) for at in _backwards(places, place(period)))

    def after(self, period: Period, rhythm: Rhythm = Rhythm.SINGLE) -> Iterator[Observation]:
        """The readings in force of later periods, the nearest first."""
        places = self._places[rhythm]
        return (self._in_force(at) for at in _forwards(places, place(period)))

    def shorter(self, period: Period) -> Iterator[Observation]:
        """The readings in force that start with `period` and end before it, the longest first."""
        places = self._since.get(period.start, [])
        return (self._in_force(at) for at in _backwards(places, place(period)))

    def longer(self, period: Period) -> Iterator[Observation]:
        """The readings in force that start with `period` and end after it, the shortest first."""
        places = self._since.get(period.start, [])
        return (self._in_force(at) for at in _forwards(places, place(period)))

    def last(self, rhythm: Rhythm, count: int) -> list[Observation]:
        """The last readings in force of one rhythm, the latest last."""
        return [self._vintages[at][-1] for at in self._places[rhythm][-count:]]

    def count(self, rhythm: Rhythm) -> int:
        """How many periods of one rhythm are known."""
        return len(self._places[rhythm])

    def in_force(self, at: Place) -> Observation | None:
        """The vintage in force of the period at a place."""
        held = self._vintages.get(at)
        return held[-1] if held else None

    def _in_force(self, at: Place) -> Observation:
        return self._vintages[at][-1]


class History:
    """The lines of one indicator in one area.

    Retracted entries are left out as if they had never been made; so is a retraction that was itself retracted.
    `made_of` makes observations of the figures that are only `added_later`: when somebody looks.
    """

    def __init__(
        self,
        observations: Iterable[Observation] = (),
        baseline: Observation | None = None,
        made_of: Callable[[Figure], Observation] | None = None,
    ) -> None:
        self._known: dict[SeriesKey, Line] = {}
        self._later: list[Figure] = []
        self._made_of = made_of
        self.added = 0
        """Goes up with every figure that is not added later."""
        rows = list(observations)
        taken_back = {row.voids for row in rows}
        ended = {row.voids: row.entry for row in rows if row.voids and row.id not in taken_back}
        for row in rows:
            if row.entry is not Entry.VALUE:
                continue
            match ended.get(row.id):
                case None:
                    self.add(row)
                case Entry.WITHDRAWAL:
                    self._open(row.series).add_withdrawn(row)
        if baseline is not None:
            self._open(baseline.series).add_baseline(baseline)

    def add(self, row: Observation) -> None:
        """Take in a figure that was accepted."""
        self.added += 1
        self._open(row.series).add(row)

    def add_later(self, figure: Figure) -> None:
        """Take in a figure that was accepted, of which nobody may ever want to know more."""
        self._later.append(figure)

    @property
    def is_empty(self) -> bool:
        return not self._known and not self._later

    def drop(self, row: Observation) -> None:
        """Take out a figure that `add` took in."""
        self.added += 1
        self._lines[row.series].drop(row)

    def line(self, series: SeriesKey) -> Line:
        """The vintages of `series`; an empty line where nothing is known of it."""
        return self._lines.get(series) or Line()

    def lines(self, series: SeriesKey) -> list[Line]:
        """The line of `series` and those of other publishers with the same definition."""
        own = self._lines.get(series)
        return [*([own] if own else []), *self.others(series)]

    def like(self, publisher: str, *, differs: bool) -> list[Line]:
        """The lines of one definition, that of `publisher` first."""
        keys = [key for key in self._lines if key[3] == differs]
        return [self._lines[key] for key in sorted(keys, key=lambda key: key[2] != publisher)]

    def others(self, series: SeriesKey) -> list[Line]:
        """The lines of other publishers with the same definition."""
        return [line for key, line in self._lines.items() if key[3] == series[3] and key != series]

    @property
    def _lines(self) -> dict[SeriesKey, Line]:
        """All that is known, also what was to be added later."""
        if self._later and self._made_of is not None:
            figures, self._later = self._later, []
            for figure in figures:
                self._open(figure.series.key).add(self._made_of(figure))
        return self._known

    def _open(self, series: SeriesKey) -> Line:
        lines = self._lines
        line = lines.get(series)
        if line is None:
            line = lines[series] = Line()
        return line


def _backwards(places: list[Place], end: Place) -> Iterator[Place]:
    for index in range(bisect_left(places, end) - 1, -1, -1):
        yield places[index]


def _forwards(places: list[Place], start: Place) -> Iterator[Place]:
    first = bisect_left(places, start)
    for index in range(first, len(places)):
        if places[index] != start:
            yield places[index]

"""A quick look at the figures of a table, one after the other, that settles most of them.

A figure is settled if it is the next of its series and in step with the few before it: then no rule has anything to say
about it, and it is the first of its period. The reverse does not hold: what is not settled goes to the rules. The
limits lie within the least room that any rule leaves, whatever else is known; `tests/domain` holds them against the
rules themselves. Sizes are floats, so no limit may be met exactly.
"""

from collections.abc import Sequence

from tracker.domain.checks.history import History, Line
from tracker.domain.figure import Figure, Release, Series, place_number
from tracker.domain.indicator import Direction
from tracker.domain.observation import Observation
from tracker.domain.quantity import Bound
from tracker.domain.rhythm import Rhythm

RECENT = 3
"""Readings a figure is held against; the rules look at these and at more, which only widens what they let pass."""
COMPARABLE = 30.0
"""Times that two readings may differ: `slip` begins at 39 times."""
STOCK_ABOVE, STOCK_BELOW = 1.09, 0.91
"""Times the last reading; `unlikely` leaves 10 per cent of it."""
FEW_STOCKS, FEW_ABOVE = 4, 2.1
"""With so few readings there are too few changes to judge by, and `unlikely` leaves 2.2 times the last one."""


class Lane:
    """The last readings of one rhythm in a series: how large they were, and the last one's place and publication."""

    __slots__ = ("count", "place", "published", "sizes")

    def __init__(self, rows: Sequence[Observation] = (), count: int = 0, sizes: Sequence[float] = ()) -> None:
        self.count = count
        self.place = place_number(rows[-1].period) if rows else 0
        self.published = max((row.published_on.toordinal() for row in rows), default=0)
        self.sizes = tuple(sizes)

    def push(self, release: Release, size: float) -> None:
        """Take in the next reading."""
        self.count += 1
        self.place, self.published = release.place, max(self.published, release.published)
        self.sizes = (*self.sizes[1 - RECENT :], size)


class Screen:
    """The quick look at one series. `related` is what is known of its growth or of the level it is the growth of."""

    exact_only = True
    """Whether a bound makes a difference to any rule."""
    monthly = False
    """Whether sizes are compared by what they are a month."""

    def __init__(self, series: Series, history: History, related: History | None) -> None:
        self.indicator, self._key = series.indicator, series.key
        self._history, self._related = history, related
        self._added = -1
        self.lanes = [Lane() for _ in Rhythm]
        self._is_open = True

    def settles(self, figure: Figure) -> bool:
        """Whether no more can be found about a figure than what it says by itself; then it is in the history.

        False says nothing.
        """
        release, history = figure.release, self._history
        if not release.is_timely or (self.exact_only and figure.bound is not Bound.EXACTLY):
            return False
        if self._added != history.added:
            self._look_again()
        lanes, rhythms, place = self.lanes, release.rhythms, release.place
        own = lanes[rhythms[0]]
        if place <= own.place or place <= lanes[rhythms[-1]].place or release.published < own.published:
            return False
        size = float(figure.digits)
        amount = size / release.month_count if self.monthly else size
        if not (self._is_open and (self.fits(figure, size, amount, own) if own.count else self._begins(figure, size))):
            return False
        for rhythm in rhythms:
            lanes[rhythm].push(release, amount)
        history.add_later(figure)
        return True

    def fits(self, figure: Figure, size: float, amount: float, lane: Lane) -> bool:
        """Whether a figure is in step with those before it. `amount` is what the sizes in `lane` are compared with."""
        raise NotImplementedError

    def starts(self, figure: Figure, size: float) -> bool:  # noqa: ARG002 -- the digits matter for some kinds
        """Whether a figure is nothing special where nothing else is known."""
        return size >= 0

    def look(self, line: Line) -> bool:
        """Look at the series as it is known; whether it is simple enough for a quick look."""
        return not line.has_withdrawn

    def _begins(self, figure: Figure, size: float) -> bool:
        """Whether nothing at all is known, or it fits what is known of the other rhythm."""
        if self._history.is_empty:
            self._added = -1  # what it starts is looked at when it is there
            return self.starts(figure, size)
        other = next((lane for lane in self.lanes if lane.count), None)
        if other is None or figure.release.place <= other.place:
            return False
        return self.fits(figure, size, size / figure.release.month_count if self.monthly else size, other)

    def _look_again(self) -> None:
        """Something else was added to the history."""
        line = self._history.line(self._key)
        for rhythm in Rhythm:
            rows = line.last(rhythm, RECENT)
            self.lanes[rhythm] = Lane(rows, line.count(rhythm), [self._amount(row) for row in rows])
        self._is_open = self.look(line) and (self._related is None or self._related.is_empty)
        self._added = self._history.added

    def _amount(self, row: Observation) -> float:
        size = float(row.quantity.value)
        return size / row.period.month_count if self.monthly else size


class StockScreen(Screen):
    """Stocks: as much as the last reading or a little more; a little less where less is meant."""

    _last = ""
    """The digits of the last reading: two floats may be equal where the numbers are not."""

    def look(self, line: Line) -> bool:
        rows = line.last(Rhythm.SINGLE, RECENT)
        self._last = f"{rows[-1].quantity.value:f}" if rows else ""
        return super().look(line) and not any(row.is_outlook for row in rows)

    def fits(self, figure: Figure, size: float, amount: float, lane: Lane) -> bool:  # noqa: ARG002 -- as for every kind
        known, last = lane.sizes, lane.sizes[-1]
        most = FEW_ABOVE if lane.count <= FEW_STOCKS else STOCK_ABOVE
        if not 0 < size < last * most or not (min(known) * COMPARABLE > size and size * COMPARABLE > max(known)):
            return False
        falls = size <= last and figure.digits != self._last
        if falls and not (self.indicator.direction is Direction.DOWN and size > last * STOCK_BELOW):
            return False
        self._last = figure.digits
        return True


def comparable(size: float, other: float) -> bool:
    """Whether neither is so many times the other; nothing is compared with zero."""
    size, other = abs(size), abs(other)
    return not size or not other or (size < other * COMPARABLE and other < size * COMPARABLE)

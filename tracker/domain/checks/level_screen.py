"""The quick look at growth and shares: near the readings before, of one sign with one of them, and no fraction."""

from collections.abc import Sequence

from tracker.domain.checks.growth import ALL_THERE_IS, ALONE, step
from tracker.domain.checks.history import Line
from tracker.domain.checks.likelihood import SHARE_ALONE
from tracker.domain.checks.screen import RECENT, Lane, Screen, comparable
from tracker.domain.figure import DAYS, Figure, Release
from tracker.domain.rhythm import YEAR, Rhythm

GROWTH_ROOM, SHARE_ROOM, SHARE_FACTOR = 4.99, 2.99, 2.49
"""Percentage points beyond the readings before (`unlikely` leaves 5 and 3), and times that a share may be smaller."""
GROWTH_SPREAD, SHARE_SPREAD = 1.24, 1.32
"""Room by the spread of the three before, where that is more; `unlikely` leaves that of a year 1.25 and 1.33 times."""
FEW_PLACES, FRACTION_PLACES = 1, 2
"""Growth of more decimal places may have its point in the wrong place, a percentage below one of more be a fraction."""
POINT_MOVED = 6.0
"""Times that growth of more places may be smaller: `slip` begins at 6.3 times."""
SMALL_GROWTH = 50.0
"""Growth below this is never taken for a slip upwards, nor any with few places for one downwards."""


def places(digits: str) -> int:
    """The decimal places a number is written with."""
    return len(digits.partition(".")[2])


class RateScreen(Screen):
    """What growth and shares have in common."""

    exact_only = False
    first: tuple[float, float]

    def starts(self, figure: Figure, size: float) -> bool:
        return self.first[0] < size < self.first[1] and not _may_be_fraction(figure.digits, size)

    def is_like(self, figure: Figure, size: float, known: Sequence[float]) -> bool:
        """Whether a figure has the sign of one of those before it, and is no fraction."""
        return not _may_be_fraction(figure.digits, size) and any(one * size >= 0 for one in known)


def _is_near(size: float, known: Sequence[float], least: float, by_spread: float) -> bool:
    """Whether a size lies no further from the known ones than their spread, or the least room, allows."""
    low, high = min(known), max(known)
    room = max(least, by_spread * (high - low)) if len(known) == RECENT else least
    return low - room < size < high + room


class ShareScreen(RateScreen):
    """Shares: by their levels."""

    first = (SHARE_ALONE.low, SHARE_ALONE.high)

    def fits(self, figure: Figure, size: float, amount: float, lane: Lane) -> bool:  # noqa: ARG002 -- as for every kind
        known, low = lane.sizes, min(lane.sizes)
        if not _is_near(size, known, SHARE_ROOM, SHARE_SPREAD) or (low > 0 and size * SHARE_FACTOR < low):
            return False
        return self.is_like(figure, size, known) and all(comparable(size, one) for one in known)


class GrowthScreen(RateScreen):
    """Growth: that of a month by the months before, from January on by what the last month adds to the one before."""

    first = ALONE
    _steps: list[tuple[float, ...]]
    """By rhythm, the growth of the months that the last readings added."""
    _before: tuple[int, int, float] = (-1, 0, 0.0)
    """The year of the last growth from January on, its months, and how much it was."""

    def look(self, line: Line) -> bool:
        rows = [line.last(rhythm, RECENT) for rhythm in Rhythm]
        self._steps = [tuple(step(line, row) for row in some) for some in rows]
        for row in rows[Rhythm.TO_DATE][-1:]:
            self._before = (row.period.start.year, row.period.month_count, float(row.quantity.value))
        return super().look(line) and not any(row.is_outlook for some in rows for row in some)

    def fits(self, figure: Figure, size: float, amount: float, lane: Lane) -> bool:  # noqa: ARG002 -- as for every kind
        release = figure.release
        known = self._steps[release.rhythms[-1]]
        if not known or not self._is_last_of_all(release):
            return False
        added = self._added_by(release, size)
        if added <= ALL_THERE_IS or not _is_near(added, known, GROWTH_ROOM, GROWTH_SPREAD):
            return False
        if not self.is_like(figure, size, lane.sizes) or not self._is_no_slip(figure, size, lane.sizes):
            return False
        for rhythm in release.rhythms:
            self._steps[rhythm] = (*self._steps[rhythm][1 - RECENT :], added)
        if release.rhythms[0] is Rhythm.TO_DATE:
            self._before = (release.months[0] // YEAR, release.month_count, size)
        return True

    def _is_no_slip(self, figure: Figure, size: float, known: Sequence[float]) -> bool:
        """Whether its point cannot be in the wrong place."""
        if places(figure.digits) <= FEW_PLACES and abs(size) < SMALL_GROWTH:
            return True
        return abs(size) * POINT_MOVED > max(map(abs, known)) and all(comparable(size, one) for one in known)

    def _is_last_of_all(self, release: Release) -> bool:
        """Whether nothing is known of its last month or a later one, nor was published later."""
        stop = release.place // DAYS
        return all(lane.place // DAYS < stop and lane.published <= release.published for lane in self.lanes)

    def _added_by(self, release: Release, size: float) -> float:
        """The growth of the months a figure adds to the longest one from January on before it in its year."""
        year, known, before = self._before
        count = release.month_count
        if release.rhythms[0] is Rhythm.SINGLE or release.months[0] // YEAR != year:
            return size
        return (size * count - before * known) / (count - known)


def _may_be_fraction(digits: str, size: float) -> bool:
    return abs(size) < 1 and places(digits) > FRACTION_PLACES

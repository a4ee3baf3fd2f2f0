"""The quick look at a flow: single months, years to date, or both, each the next one and in step with those before."""

from collections.abc import Sequence

from tracker.domain.checks.history import Line
from tracker.domain.checks.pace import Paces, to_date
from tracker.domain.checks.screen import COMPARABLE, RECENT, Lane, Screen
from tracker.domain.figure import Figure
from tracker.domain.observation import Observation
from tracker.domain.rhythm import YEAR, Months, Rhythm, months_of

BELOW, ABOVE = 1.39, 1.24
"""Times that a month may be below or above the three before it; `unlikely` leaves 1.4 and 1.25 of more of them."""
STEP_ROOM, SUM_ROOM = 0.149, 0.029
"""Part that a month may differ by from the step of the year to date, and this from the sum of the months; `months-
differ` leaves 0.15 and 0.03, and the rounding."""
CLEARLY = 0.999
"""Two sums of floats that differ by more than the rest do differ."""
MONTHS_KEPT, MOST_KEPT = 14, 60
NOTHING_LEFT_OUT: Months = (-1, -1)


class FlowScreen(Screen):
    """What is known of the months up to the last one, and of the last one's year."""

    monthly = True
    _last = -1
    """The last month that anything is known of, counted from the year 0."""
    _run: list[float]
    """What flowed in the months up to it, without a gap, as `Paces.pace` has it."""
    _whole: float | None = None
    """The year to date at the last month, and the month before it. January is its own."""
    _part: float | None = None
    _has_month = False
    """Whether the last month is known, not only the year to date with it."""
    _total: float | None = None
    """The months from January on up to the last that is known, where none is missing."""
    _to_date_seen = False
    """Whether any year to date beyond January is known of this year."""
    _all_exact = True

    def fits(self, figure: Figure, size: float, amount: float, lane: Lane) -> bool:
        first, last = figure.release.months
        known = lane.sizes
        if not 0 < amount < min(known) * COMPARABLE or max(known) > amount * COMPARABLE:
            return False
        if first == last:
            return self._month_after(last, size) if last == self._last + 1 else self._month_beside(last, size)
        if first % YEAR or first // YEAR != last // YEAR or not self._all_exact:
            return False
        if last == self._last + 1:
            return self._to_date_after(last, size)
        return self._to_date_beside(size) if last == self._last else self._both_after(last, size)

    def look(self, line: Line) -> bool:
        ends = [months_of(row.period)[1] for rhythm in Rhythm for row in line.last(rhythm, 1)]
        if ends:
            self._look_at(Paces(line, NOTHING_LEFT_OUT), max(ends))
        return super().look(line)

    def _look_at(self, paces: Paces, last: int) -> None:
        january = last - last % YEAR
        months = [paces.reading((month, month)) for month in range(january, last + 1)]
        wholes = [months[0], *(paces.reading(to_date(month)) for month in range(january + 1, last + 1))]
        both = wholes[1] if last > january and months[0] is None else None
        self._last, self._run = last, _run(paces, last)
        self._whole, self._part = _value(wholes[-1]), _value(wholes[-2]) if last > january else None
        self._has_month = months[-1] is not None or (both is not None and last == january + 1)
        known = [both, *months[2:]] if both is not None else months
        self._total = _total(known if self._has_month else known[:-1])
        self._to_date_seen = any(wholes[1:])
        self._all_exact = all(row.quantity.is_exact for row in (*months, *wholes) if row is not None)

    def _month_after(self, month: int, size: float) -> bool:
        """The next month, of which no year to date is known."""
        if not _in_step(self._run[-RECENT:], size) or (month % YEAR and not self._is_no_to_date(month, size)):
            return False
        is_january = month % YEAR == 0
        if is_january:
            self._total = size
        else:
            self._total = self._total + size if self._total is not None and self._has_month else None
        self._part, self._whole = (None, size) if is_january else (self._whole, None)
        if is_january:
            self._to_date_seen, self._all_exact = False, True
        self._append(month, size, has_month=True)
        return True

    def _is_no_to_date(self, month: int, size: float) -> bool:
        """Whether a month cannot be a year to date: it is no more than that was before, so no month would be left."""
        run = self._run
        if self._whole is not None and size <= self._whole:
            return True
        if month % YEAR == 1:
            return self._whole is None or self._leaves_little(size - self._whole)
        return not self._to_date_seen and self._whole is None and len(run) > 1 and size < CLEARLY * (run[-1] + run[-2])

    def _leaves_little(self, rest: float) -> bool:
        """Whether a February less January is far below what a month is likely to be, by the last ones and last year."""
        run = self._run
        if len(run) <= YEAR:
            return False
        likely = min(*run[-RECENT:], run[-YEAR] * run[-1] / run[-YEAR - 1])
        return rest < CLEARLY * likely / 2

    def _month_beside(self, month: int, size: float) -> bool:
        """The last month itself, of which the year to date is known."""
        if month != self._last or self._has_month or self._whole is None or self._part is None or not self._all_exact:
            return False
        step, total = self._run[-1:], None if self._total is None else self._total + size
        if not step or not _in_step(self._run[-RECENT - 1 : -1], size) or size > CLEARLY * self._whole:
            return False
        if not _close(size, self._whole - self._part, STEP_ROOM):
            return False
        if total is not None and not _close(total, self._whole, SUM_ROOM):
            return False
        self._run[-1], self._total, self._has_month = size, total, True
        return True

    def _to_date_after(self, month: int, size: float) -> bool:
        """The next year to date, of whose last month nothing else is known."""
        if self._whole is None or not self._is_likely_step(self._run, size, self._whole):
            return False
        step = size - self._whole
        self._part, self._whole = self._whole, size
        self._total = self._total if self._has_month else None
        self._to_date_seen = True
        self._append(month, step, has_month=False)
        return True

    def _to_date_beside(self, size: float) -> bool:
        """The year to date with the last month, which is known."""
        if self._whole is not None or self._part is None or not self._has_month or not self._run:
            return False
        single = self._run[-1]
        if size * CLEARLY < single or not self._is_likely_step(self._run[:-1], size, self._part):
            return False
        if not _close(size - self._part, single, STEP_ROOM):
            return False
        if self._total is not None and not _close(self._total, size, SUM_ROOM):
            return False
        self._whole, self._to_date_seen = size, True
        return True

    def _both_after(self, month: int, size: float) -> bool:
        """January with February, where January did not come out alone."""
        if month % YEAR != 1 or month != self._last + 2 or not _in_step(self._run[-RECENT:], size / 2):
            return False
        self._append(month - 1, size / 2, has_month=True)
        self._append(month, size / 2, has_month=True)
        self._part, self._whole, self._total, self._to_date_seen = None, size, size, True
        return True

    def _is_likely_step(self, run: Sequence[float], size: float, base: float) -> bool:
        """Whether a year to date adds a likely month to the one before, and cannot be that month itself.

        What is typical lies among the last three months where there are so many: one more reading is no majority.
        """
        recent, step = run[-RECENT:], size - base
        if len(recent) < RECENT or step <= 0 or not _in_step(recent, step):
            return False
        most = max(recent)
        return (size / most) ** 3 * CLEARLY > most / step

    def _append(self, month: int, size: float, *, has_month: bool) -> None:
        self._last, self._has_month = month, has_month
        self._run.append(size)
        if len(self._run) > MOST_KEPT:
            del self._run[:-MONTHS_KEPT]


def _in_step(known: Sequence[float], size: float) -> bool:
    """Whether a month is like those before it."""
    return bool(known) and min(known) < size * BELOW and size < max(known) * ABOVE


def _close(one: float, other: float, room: float) -> bool:
    return abs(one - other) < room * max(abs(one), abs(other))


def _run(paces: Paces, last: int) -> list[float]:
    run: list[float] = []
    for month in range(last, last - MONTHS_KEPT, -1):
        pace = paces.pace((month, month))
        if pace is None:
            break
        run.append(pace)
    return run[::-1]


def _value(row: Observation | None) -> float | None:
    return None if row is None else float(row.quantity.value)


def _total(rows: Sequence[Observation | None]) -> float | None:
    """The sum of readings, None where one is missing."""
    values = [_value(row) for row in rows]
    return None if None in values else sum(value for value in values if value is not None)

"""Published figures as a series in equal steps: what a forecast reads.

A flow's or growth rate's figures are pieces of time: a month, or January with February, as published, else the
difference of two year-to-date figures. A stock's are levels, the last reading of each month. The series ends with the
last piece known and goes back as far as it is unbroken, at most three years. One publisher's figures only: two
publishers' make a step that neither measured. Flag `d` and outlooks never join.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import pairwise
from math import gcd

from tracker.domain.calendar import ReleaseCalendar
from tracker.domain.indicator import Kind
from tracker.domain.observation import Observation
from tracker.domain.period import Period, month_number

MONTHS = {Kind.FLOW: 36, Kind.STOCK: 36, Kind.GROWTH: 24}
"""How far back a series goes: of growth, what is older tells less than it misleads (measured; forecast page)."""
DENSE = 2 / 3
"""The part of a stock's months that need a reading, for the rest to be filled in between."""
STEPS = (1, 3, 6)
"""Months of a step: monthly, quarterly and half-yearly figures."""


@dataclass(frozen=True, slots=True)
class Series:
    """Values by step, oldest first: per month for a flow, levels for a stock.

    `points` are the published figures behind them. `season` is the number of steps in a year. Months are counted as
    `month_number` does: `last` is the last one known, `ahead` those of each step to come, up to the due date,
    `by_month` the values of single months (of a flow or growth rate).
    """

    values: tuple[float, ...]
    points: int
    season: int
    last: int
    ahead: tuple[tuple[int, ...], ...]
    by_month: Mapping[int, float] = field(default_factory=dict)

    @property
    def months_ahead(self) -> int:
        return self.ahead[-1][-1] - self.last if self.ahead else 0


@dataclass(frozen=True, slots=True)
class Piece:
    """The value per month over the months `first` to `last`: the average of a flow, the rate of a growth."""

    first: int
    last: int
    value: float
    published: bool

    @property
    def length(self) -> int:
        return self.last - self.first + 1


def flow_series(rows: Sequence[Observation], kind: Kind, calendar: ReleaseCalendar, due: date) -> Series | None:
    """A flow's or growth rate's series from one publisher's rows; None where none of them is a step."""
    pieces = _chosen(list(_pieces(rows, kind)))
    step = _usual_step(pieces)
    longest = 2 if step == 1 else step
    run = _unbroken([piece for piece in pieces if step <= piece.length <= longest])
    if not run:
        return None
    run = [piece for piece in run if piece.first > run[-1].last - MONTHS[kind]]
    joint = {month - 1 for month in calendar.with_next} if step == 1 else set()
    if any(piece.length > step and piece.first % 12 == 0 for piece in run):
        joint.add(0)
    by_month = {month: piece.value for piece in run for month in range(piece.first, piece.last + 1)}
    known = _cells(by_month, step, joint, run[0].first)
    whole = [months for start, months in known.items() if len(months) == _length(start, step, joint)]
    ahead = _cells(range(run[-1].last + 1, month_number(due) + 1), step, joint, run[0].first)
    return Series(
        values=tuple(sum(by_month[month] for month in months) / len(months) for months in whole),
        points=len(run),
        season=12 // step - len(joint),
        last=run[-1].last,
        ahead=tuple(tuple(months) for months in ahead.values()),
        by_month=by_month,
    )


def stock_series(rows: Iterable[Observation], due: date) -> Series | None:
    """A stock's series of levels; None where there is no reading, or readings come too far between.

    A month between two readings gets its share of the way from one to the other.
    """
    levels = {
        month_number(row.period.stop): float(row.quantity.value) for row in rows
    }  # the month's last reading stays
    if not levels:
        return None
    months = [month for month in sorted(levels) if month > max(levels) - MONTHS[Kind.STOCK]]
    step = gcd(*(after - before for before, after in pairwise(months))) or 1
    count = (months[-1] - months[0]) // step + 1
    if 12 % step or len(months) < DENSE * count:
        return None
    values = [levels[months[0]]]
    for before, after in pairwise(months):
        parts = (after - before) // step
        values += [levels[before] + (levels[after] - levels[before]) * n / parts for n in range(1, parts + 1)]
    last, end = months[-1], month_number(due)
    ahead = range(last + step, max(end, last + 1) + step, step)
    return Series(tuple(values), len(months), 12 // step, last, tuple((month,) for month in ahead))


def slippage(rows: Iterable[Observation], kind: Kind) -> float:
    """The variance, per month, of what year-to-date figures moved by beyond the figures published for the same months:
    quiet revisions, and for growth the months' unequal weights. 0 where not both are published.
    """
    figures = {row.period: row for row in rows if row.period.is_whole_months}
    chains = list(_slips(figures, kind))
    months = sum(months for _, months in chains)
    return sum(slip * slip for slip, _ in chains) / months if months else 0.0


def _slips(figures: Mapping[Period, Observation], kind: Kind) -> Iterator[tuple[float, int]]:
    """For each unbroken chain of year-to-date figures what its ends differ by beyond its months, and how many these
    are."""
    slip, months = 0.0, 0
    for before, after in pairwise(sorted(figures)):
        between = Period(before.next_day, after.stop) if after.start == before.start else None
        if between is None or between not in figures:
            yield slip, months
            slip, months = 0.0, 0
            continue
        count = between.month_count
        beyond = _difference(figures[before], figures[after], kind) - figures[between].quantity.value
        slip += float(beyond) * (1 if kind is Kind.FLOW else count)
        months += count
    yield slip, months


def _pieces(rows: Iterable[Observation], kind: Kind) -> Iterator[Piece]:
    """Every stretch a value is known for: published ones, and what lies between two figures from one start."""
    held: Observation | None = None
    for row in sorted((row for row in rows if row.period.is_whole_months), key=lambda row: row.period):
        yield _piece(row.period, row.quantity.value, kind, published=True)
        if held is not None and held.period.start == row.period.start:
            between = Period(held.period.next_day, row.period.stop)
            yield _piece(between, _difference(held, row, kind), kind, published=False)
        held = row


def _difference(before: Observation, after: Observation, kind: Kind) -> Decimal:
    """What the months between two year-to-date figures brought; for growth with months of equal weight."""
    if kind is Kind.FLOW:
        return after.quantity.value - before.quantity.value
    short, long = before.period.month_count, after.period.month_count
    return (long * after.quantity.value - short * before.quantity.value) / (long - short)


def _piece(period: Period, value: Decimal, kind: Kind, *, published: bool) -> Piece:
    per_month = value / period.month_count if kind is Kind.FLOW else value
    return Piece(month_number(period.start), month_number(period.stop), float(per_month), published)


def _chosen(pieces: list[Piece]) -> list[Piece]:
    """Pieces that do not overlap, in order: the shortest first, and of those the published before the worked out."""
    taken: set[int] = set()
    chosen = []
    for piece in sorted(pieces, key=lambda piece: (piece.length, not piece.published)):
        months = range(piece.first, piece.last + 1)
        if taken.isdisjoint(months):
            taken.update(months)
            chosen.append(piece)
    return sorted(chosen, key=lambda piece: piece.first)


def _usual_step(pieces: Iterable[Piece]) -> int:
    """The commonest length that can be a step, the shorter of two."""
    counts = Counter(piece.length for piece in pieces if piece.length in STEPS)
    return max(STEPS, key=lambda step: (counts[step], -step))


def _unbroken(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces from the last gap on."""
    run: list[Piece] = []
    for piece in pieces:
        if run and run[-1].last + 1 != piece.first:
            run = []
        run.append(piece)
    return run


def _cells(months: Iterable[int], step: int, joint: Collection[int], anchor: int) -> dict[int, list[int]]:
    """Months by the step they belong to; `joint` are those (0 for January) that make one step with the next."""
    cells: dict[int, list[int]] = {}
    for month in months:
        start = month - 1 if (month - 1) % 12 in joint else month
        cells.setdefault(start if step == 1 else month - (month - anchor) % step, []).append(month)
    return cells


def _length(start: int, step: int, joint: Collection[int]) -> int:
    return 2 if step == 1 and start % 12 in joint else step

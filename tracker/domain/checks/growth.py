"""What growth is likely to be where no level tells, and growth from January on held against the month it takes in.

Growth from January on is an average: late in the year a month hardly moves it. So it is judged by the growth that the
months it adds to the one before must have had, each month counted alike; that of one month by its own.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice

from tracker.domain.checks.history import Line
from tracker.domain.checks.pace import Paces, to_date
from tracker.domain.checks.peers import alike, own_first
from tracker.domain.checks.rule import Case, Data, rule
from tracker.domain.indicator import Kind
from tracker.domain.observation import Observation
from tracker.domain.problems import Severity
from tracker.domain.rhythm import YEAR, Rhythm, months_of, rhythms

ENOUGH = 3
"""So many readings say how much growth varies; fewer only how large it is."""
LEAST_ROOM, ROOM_AMONG_FEW = 5.0, (70.0, 35.0)
"""Percentage points beyond what is known that are never unusual; where one reading is known (it may be a January, that
has New Year in it or not), and where two are."""
SIZE_AMONG_FEW, SIZE_AMONG_MORE, SPREAD_AMONG_MORE = 2.0, 2.2, 3.0
"""Room by the size of what is known and by its spread; the latter two lose weight as readings are added."""
ALL_THERE_IS = -100.0
ALONE = (ALL_THERE_IS, 400.0)
"""Growth of anything of which nothing at all is known (new-energy vehicles, January to February 2021: 319 %)."""
ROUNDING = 0.05
OF_THE_MONTH = Decimal(3)
"""A month may weigh so many times the others in the base year."""
STEP_ROOM = Decimal("0.8")
"""Percentage points that growth to date may lie beyond; 112 published ones lay beyond by 0.1 at most."""


def step(line: Line, row: Observation, value: float | None = None) -> float:
    """The growth of the months that a reading adds to the longest one before it in its year; `value` in its place."""
    own = float(row.quantity.value) if value is None else value
    count, (known, total) = row.period.month_count, _known(line, row)
    return own if not known else (own * count - total) / (count - known)


def _known(line: Line, row: Observation) -> tuple[int, float]:
    """How many months of a growth from January on are known without the rest, and their growth times their number."""
    if Rhythm.TO_DATE not in rhythms(row.period):
        return 0, 0.0
    before = next((one for one in line.shorter(row.period) if not one.is_outlook), None)
    if before is None:
        return 0, 0.0
    count = before.period.month_count
    return count, count * float(before.quantity.value)


def steps(case: Case) -> list[float]:
    """The growth of single months that was known when the figure was published, the nearest first.

    Spans like the figure's own tell it, where there are enough of them; else the others too.
    """
    rows: list[Observation] = []
    for rhythm in own_first(case.figure.period):
        if len(rows) < ENOUGH:
            told = {row.period.stop for row in rows}
            rows += [row for row in islice(_known_before(case, rhythm), YEAR) if row.period.stop not in told]
    return [step(case.line, row) for row in rows[:YEAR]]


def _known_before(case: Case, rhythm: Rhythm) -> Iterator[Observation]:
    published = case.figure.published_on
    found = alike(case.line, case.figure, rhythm)
    return (row for row in found if row.published_on <= published and not row.is_outlook)


def likely_growth(case: Case) -> tuple[float, float]:
    """From where to where growth is likely to be, by the growth of the months before and that of a year ago.

    Nothing falls by more than all there is, but what can be negative, such as profits.
    """
    known = steps(case)
    if not known:
        return ALONE
    room = _room(known)
    ends = [*known, *_rebound(case)] if len(known) >= ENOUGH else known
    least = min(ends) - room
    if min(known) >= ALL_THERE_IS:
        least = max(least, ALL_THERE_IS)
    count, (before, total) = case.figure.period.month_count, _known(case.line, case.figure)
    low, high = ((total + (count - before) * end) / count if before else end for end in (least, max(ends) + room))
    return low - ROUNDING, high + ROUNDING


def _room(known: Sequence[float]) -> float:
    count, size = len(known), max(map(abs, known))
    if count < ENOUGH:
        return max(ROOM_AMONG_FEW[count - 1], SIZE_AMONG_FEW * size)
    spread = (max(known) - min(known)) * (1 + SPREAD_AMONG_MORE / count)
    return max(LEAST_ROOM * max(1.0, YEAR / 2 / count), spread, SIZE_AMONG_MORE / count * size)


def _rebound(case: Case) -> list[float]:
    """The growth that would make up for last year's: after a fall by half, a rise by 100 per cent."""
    first, last = months_of(case.figure.period)
    row = Paces(case.line, (first, last)).reading((first - YEAR, last - YEAR))
    growth = None if row is None else step(case.line, row)
    return [] if growth is None or growth <= ALL_THERE_IS else [10_000 / (100 + growth) - 100]


@rule("growth-steps", Severity.WARNING, where="value", explains=("unlikely",))
def growth_steps(case: Case) -> Data | None:
    """Growth from January on that its last month cannot have brought about.

    It moves from the one to a month before towards that of the month, by what the month weighs in the base year: not
    away from it, and not by more than three times an average month's weight.
    """
    if case.kind is not Kind.GROWTH or not case.figure.quantity.is_exact:
        return None
    months = months_of(case.figure.period)
    ends = (months[1], months[1] + 1) if months[0] % YEAR == 0 else (months[1],) if months[0] == months[1] else ()
    return next((found for last in ends if (found := _torn(case, last)) is not None), None)


def _torn(case: Case, last: int) -> Data | None:
    """The finding about growth to the month `last`, that to the month before and that of the month."""
    if last % YEAR == 0:
        return None
    paces = Paces(case.line, months_of(case.figure.period))
    spans = to_date(last), to_date(last - 1), (last, last)
    rows = [case.figure if span == months_of(case.figure.period) else paces.reading(span) for span in spans]
    if not all(row is not None and row.quantity.is_exact for row in rows):
        return None
    whole, part, month = (row.quantity.value for row in rows if row is not None)
    moved, most = whole - part, (month - part) * OF_THE_MONTH / (last % YEAR + 1)
    if min(Decimal(0), most) - STEP_ROOM <= moved <= max(Decimal(0), most) + STEP_ROOM:
        return None
    return {"growth": f"{whole}%", "period": _period(rows[0]), "before": f"{part}%", "month": f"{month}%"}


def _period(row: Observation | None) -> object:
    return None if row is None else row.period


RULES = (growth_steps,)

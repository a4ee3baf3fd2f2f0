"""Targets of every kind, way and condition, and figures for them, for the properties of assessment."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from tests.domain.cases import ENTERPRISES, fig, indicator, retracted
from tracker.domain.calendar import Frequency, ReleaseCalendar
from tracker.domain.indicator import Direction, Kind
from tracker.domain.observation import Baseline, Observation
from tracker.domain.period import Period, parse_period
from tracker.domain.quantity import Bound, Quantity
from tracker.domain.target import Condition, ElapsedUnit, Op, PathKind, PathSpec, Rules, Target

START, DUE = date(2023, 1, 1), date(2023, 12, 31)
SPAN = Period(START, DUE)
PUBLISHERS = ("miit", "nbs", "stranger")
CALENDARS = (
    ReleaseCalendar(),
    ReleaseCalendar(Frequency.MONTH, 15, 18, with_next=(1,)),
    ReleaseCalendar(Frequency.MONTH, 5, 10),
    ReleaseCalendar(Frequency.QUARTER, 15, 30),
    ReleaseCalendar(Frequency.YEAR, 18, 31),
)
ONE_WAY = (Op.MORE_THAN, Op.AT_LEAST, Op.ABOUT, Op.NEARLY)
CAPS = (Op.LESS_THAN, Op.AT_MOST)
days = st.dates(date(2023, 1, 12), date(2024, 4, 30))
numbers = st.one_of(st.integers(-40, 400), st.integers(-400, 4000).map(lambda n: Decimal(n) / 10)).map(Decimal)
bounds = st.sampled_from(list(Bound))
quantities = st.builds(Quantity, numbers, bounds)
exactly = st.builds(Quantity, numbers)
rays = st.builds(
    Quantity,
    numbers,
    st.sampled_from([Bound.EXACTLY, Bound.MORE_THAN, Bound.AT_LEAST, Bound.LESS_THAN, Bound.AT_MOST]),
)


@st.composite
def conditions(draw: st.DrawFn, kind: Kind, ops: tuple[Op, ...]) -> Condition:
    op = draw(st.sampled_from([op for op in ops if op is not Op.WITHIN or kind is Kind.SHARE]))
    value, more = draw(numbers), Decimal(draw(st.integers(1, 60)))
    if op is Op.WITHIN:
        return Condition(op, tolerance=more / 10)
    if op is Op.BETWEEN:
        return Condition(op, value, value + more)
    allowance = draw(st.sampled_from([None, more])) if op in (Op.ABOUT, Op.NEARLY) else None
    return Condition(op, value, tolerance=allowance)


@st.composite
def paths(draw: st.DrawFn, kind: Kind) -> PathSpec:
    if kind not in (Kind.STOCK, Kind.FLOW):
        return PathSpec()
    chosen = draw(st.sampled_from(PathKind))
    if chosen is PathKind.LAST_YEAR:
        return PathSpec(chosen if kind is Kind.FLOW else PathKind.LINEAR)
    if chosen is PathKind.LINEAR:
        return PathSpec()
    when = sorted(set(draw(st.lists(st.dates(START, DUE), min_size=1, max_size=3))))
    return PathSpec(chosen, tuple((day, draw(numbers)) for day in when))


@st.composite
def targets(draw: st.DrawFn, *, ops: tuple[Op, ...] = tuple(Op), kinds: tuple[Kind, ...] = tuple(Kind)) -> Target:
    """A target for 2023 of any kind, with the baseline it may have."""
    kind = draw(st.sampled_from(kinds))
    more = {} if kind in (Kind.GROWTH, Kind.SHARE) else {"unit": replace(ENTERPRISES, whole=draw(st.booleans()))}
    measured = indicator(
        kind,
        draw(st.sampled_from(CALENDARS)),
        publishers=PUBLISHERS[:2],
        direction=draw(st.sampled_from(Direction)),
        **more,
    )
    condition = draw(conditions(kind, ops))
    period = parse_period("2022-12-31" if kind is Kind.STOCK else "2022")
    flag = draw(st.sampled_from(["", "", "", "d", "e"]))
    start = Baseline(period, draw(quantities), "miit", date(2023, 1, 11), flag)
    needed = condition.op is Op.WITHIN or draw(st.booleans())
    rules = Rules(elapsed=draw(st.sampled_from(ElapsedUnit)))
    return Target("x-2023", measured, condition, START, DUE, date(2023, 1, 11), baseline=start if needed else None,
                  path=draw(paths(kind)), rules=rules)  # fmt: skip


def periods(kind: Kind) -> st.SearchStrategy[Period]:
    """What a figure of the kind may be for: last year or this one."""
    if kind is Kind.STOCK:
        return st.dates(date(2022, 6, 1), DUE).map(Period.day)
    years = st.sampled_from([2022, 2023, 2023])
    if kind is Kind.SHARE:
        return years.map(Period.year)
    to_date = st.builds(lambda year, last: Period.months(year, 1, last), years, st.integers(1, 12))
    return st.one_of(to_date, to_date, st.builds(Period.month, years, st.integers(1, 12)))


@st.composite
def figures(
    draw: st.DrawFn, subject: Target, said: st.SearchStrategy[Quantity] = quantities, *, ends: bool = True
) -> list[Observation]:
    """Figures of a target's indicator: revised, of several publishers, flagged and, with `ends`, taken back."""
    found: list[Observation] = []
    for period in draw(st.lists(periods(subject.indicator.kind), max_size=7)):
        published = period.stop + timedelta(days=draw(st.integers(0, 60)))
        flag = draw(st.sampled_from(["", "", "", "", "d", "e", "p", "f"]))
        publisher = draw(st.sampled_from([*PUBLISHERS, "miit", "miit"]))
        row = fig("2023", "0", published.isoformat(), publisher, flag=flag)
        found.append(replace(row, period=period, quantity=draw(said)))
    if ends and found and draw(st.booleans()):
        gone = draw(st.sampled_from(found))
        later = (gone.published_on + timedelta(days=draw(st.integers(0, 90)))).isoformat()
        end = replace(retracted(gone, draw(st.sampled_from([None, later]))), period=gone.period)
        found.append(end)
        if draw(st.booleans()):
            found.append(replace(retracted(end), period=gone.period))
    return found


def entered_in_another_order(rows: list[Observation], order: list[int]) -> list[Observation]:
    """The same figures with other numbers and times of recording, as if entered in `order`; what takes back keeps
    following what it takes back."""
    numbers = {row.id: place + 1 for row, place in zip(rows, order, strict=True)}
    return [
        replace(
            row,
            id=numbers[row.id],
            recorded_at=datetime.fromtimestamp(numbers[row.id], UTC),
            voids=None if row.voids is None else numbers[row.voids],
        )
        for row in rows
    ]

"""What holds for every target and every set of figures."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.cases import MONTHLY, base, fig, indicator, target
from tracker.domain.assessment import Status, assess
from tracker.domain.indicator import Direction, Kind
from tracker.domain.observation import Observation, as_of_view
from tracker.domain.quantity import Point, Quantity
from tracker.domain.target import Target

RANK = {
    Status.MISSED: 0,
    Status.OFF_TRACK: 1,
    Status.BEHIND: 2,
    Status.ON_TRACK: 3,
    Status.ACHIEVED: 4,
}
days = st.dates(date(2023, 1, 12), date(2024, 4, 30))
values = st.integers(0, 30000).map(str)
signs = st.sampled_from(["", ">", "<", "~", "+", "^"])


def stock(op: str, value: str, direction: Direction) -> Target:
    return target(indicator(Kind.STOCK, direction=direction), op, value, base("2022-12-31", "8997"))


stocks = st.one_of(
    st.builds(stock, st.sampled_from(["more-than", "at-least"]), values, st.just(Direction.UP)),
    st.builds(stock, st.sampled_from(["less-than", "at-most"]), values, st.just(Direction.DOWN)),
)
growths = st.builds(
    lambda value: target(indicator(Kind.GROWTH, MONTHLY), "at-least", value), st.integers(-5, 12).map(str)
)


@st.composite
def stock_figures(draw: st.DrawFn, bounds: st.SearchStrategy[str] = signs) -> list[Observation]:
    """Readings of 2023, each published within 40 days of its date."""
    found = []
    for day in draw(st.lists(st.dates(date(2023, 1, 1), date(2023, 12, 31)), max_size=8)):
        published = day + timedelta(days=draw(st.integers(0, 40)))
        sign, value = draw(bounds), draw(st.integers(1, 30000))
        found.append(fig(day.isoformat(), f"{sign}{value}", published.isoformat()))
    return found


@given(stocks, stock_figures(), days, st.randoms(use_true_random=False))
def test_the_order_of_entry_does_not_matter(
    subject: Target, rows: list[Observation], day: date, random: Random
) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert assess(subject, rows, day) == assess(subject, shuffled, day)


@given(stocks, stock_figures(st.just("")), days, st.integers(1, 5000))
@settings(max_examples=200)
def test_a_better_figure_never_worsens_a_status(subject: Target, rows: list[Observation], day: date, more: int) -> None:
    sign = 1 if subject.indicator.direction is Direction.UP else -1
    worse = assess(subject, rows, day)
    if worse.actual is None or worse.actual.parts[0].id == 0:
        return
    last = worse.actual.parts[0]
    better = [_moved(row, sign * more) if row.id == last.id else row for row in rows]
    found = assess(subject, better, day)
    if worse.status in RANK and found.status in RANK:
        assert RANK[found.status] >= RANK[worse.status]


def _moved(row: Observation, by: int) -> Observation:
    return replace(row, quantity=Quantity(row.quantity.value + Decimal(by)))


@given(growths, st.integers(1, 11), st.integers(-50, 150), st.integers(1, 50))
def test_more_growth_never_worsens_a_status(subject: Target, months: int, tenths: int, more: int) -> None:
    period = f"2023-01..2023-{months:02}"

    def status(value: int) -> Status:
        rows = [fig(period, str(Decimal(value) / 10), "2023-12-20"), fig("2022-06", "3.9", "2022-07-15")]
        return assess(subject, rows, date(2023, 12, 20)).status

    before, after = status(tenths), status(tenths + more)
    if before in RANK and after in RANK:
        assert RANK[after] >= RANK[before]


@given(stocks, stock_figures(st.just("")), days, st.integers(0, 400))
def test_time_passing_without_news_never_changes_progress(
    subject: Target, rows: list[Observation], day: date, later: int
) -> None:
    known = [row for row in rows if row.published_on <= day]
    first, second = assess(subject, known, day), assess(subject, known, day + timedelta(days=later))
    assert first.progress == second.progress
    assert first.actual == second.actual


@given(stocks, st.dates(date(2023, 1, 1), date(2023, 12, 31)), st.integers(1, 30000), signs, days)
@settings(max_examples=200)
def test_a_bound_only_opens_a_verdict_and_never_turns_it(
    subject: Target, when: date, value: int, sign: str, day: date
) -> None:
    """Whatever a bound allows, the exact figures it allows are judged alike, or the verdict is undetermined.

    Left out: targets that the baseline meets already, which only a definite no can lose.
    """
    inexact = fig(when.isoformat(), f"{sign}{value}", when.isoformat())
    if inexact.published_on > day:
        return
    found = assess(subject, [inexact], day)
    if found.status is Status.UNDETERMINED or found.actual is None or found.actual.parts[0].id != inexact.id:
        return
    if found.first_achieved == date(2022, 12, 31):
        return
    for inside in _inside(inexact.quantity):
        exact = fig(when.isoformat(), str(inside), when.isoformat())
        assert assess(subject, [exact], day).status is found.status


def _inside(quantity: Quantity) -> list[Decimal]:
    """Some exact values the quantity allows."""
    step = Decimal("0.5")
    around = [quantity.value + step * n for n in (-4000, -1, 0, 1, 4000)]
    return [value for value in around if Point(value) in quantity.interval]


@given(stocks, stock_figures(), days, st.integers(0, 200))
def test_as_of_views_only_ever_learn(subject: Target, rows: list[Observation], day: date, later: int) -> None:
    early, late = as_of_view(rows, day), as_of_view(rows, day + timedelta(days=later))
    assert {row.period for row in early} <= {row.period for row in late}
    assert all(row.published_on <= day for row in early)


@given(stocks, stock_figures(), days)
def test_what_is_published_later_never_shows(subject: Target, rows: list[Observation], day: date) -> None:
    known = [row for row in rows if row.published_on <= day]
    assert assess(subject, rows, day) == assess(subject, known, day)

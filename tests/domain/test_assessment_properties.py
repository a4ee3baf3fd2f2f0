"""What holds for every target and every set of figures (issue: an assessment that experts trust)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.domain.arbitrary import (
    CAPS,
    DUE,
    ONE_WAY,
    days,
    entered_in_another_order,
    exactly,
    figures,
    quantities,
    rays,
    targets,
)
from tests.domain.cases import fig
from tracker.domain.assessment import Assessment, Status, assess
from tracker.domain.condition import good_side
from tracker.domain.facts import release_periods
from tracker.domain.indicator import Direction, Kind
from tracker.domain.observation import Entry, Observation, as_of_view, known_at
from tracker.domain.period import Period
from tracker.domain.quantity import Point, Quantity
from tracker.domain.target import Op, Target

RANK = {
    Status.MISSED: 0,
    Status.OFF_TRACK: 1,
    Status.BEHIND: 2,
    Status.ON_TRACK: 3,
    Status.ACHIEVED: 4,
}


# --- the order of entry does not matter ---


@given(st.data(), targets(), days, st.randoms(use_true_random=False))
def test_the_order_rows_are_read_in_does_not_matter(
    data: st.DataObject, subject: Target, day: date, random: Random
) -> None:
    rows = data.draw(figures(subject))
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert assess(subject, rows, day) == assess(subject, shuffled, day)


@given(st.data(), targets(), days)
def test_the_order_figures_are_entered_in_does_not_matter(data: st.DataObject, subject: Target, day: date) -> None:
    """Of different figures; a second one of the same publication is a correction, which the order makes."""
    rows = data.draw(figures(subject, ends=False))
    assume(len({(row.series, row.period, row.published_on) for row in rows}) == len(rows))
    order = data.draw(st.permutations(range(len(rows))))
    assert _said(assess(subject, rows, day)) == _said(assess(subject, entered_in_another_order(rows, list(order)), day))


def _said(found: Assessment) -> Assessment:
    """An assessment without the numbers its figures happen to have."""
    bare = None if found.actual is None else replace(found.actual, parts=(), confirmed_by=None)
    kept = None if found.reference is None else replace(found.reference, id=0, recorded_at=date.min)  # type: ignore[arg-type]  # only compared
    seen = None if found.outlook is None else replace(found.outlook, id=0, recorded_at=date.min)  # type: ignore[arg-type]  # only compared
    return replace(found, actual=bare, reference=kept, outlook=seen)


# --- a better figure never worsens a status ---


@given(st.data(), targets(ops=(*ONE_WAY, *CAPS, Op.WITHIN)), days, st.integers(1, 400))
@settings(max_examples=300)
def test_a_better_figure_never_worsens_a_status(data: st.DataObject, subject: Target, day: date, tenths: int) -> None:
    """Exact or bounded on one side, the latest figure that counts, moved the way the condition wants it."""
    rows = data.draw(figures(subject, rays))
    worse = assess(subject, rows, day)
    assume(worse.actual is not None and worse.actual.parts[-1].id)
    assert worse.actual is not None
    up = good_side(subject.condition, subject.indicator.direction) is Direction.UP
    moved = Decimal(tenths if up else -tenths) / 10
    last = worse.actual.confirmed_by or worse.actual.parts[-1]
    found = assess(subject, [_moved(row, moved) if row.id == last.id else row for row in rows], day)
    if worse.status in RANK and found.status in RANK:
        assert RANK[found.status] >= RANK[worse.status]


def _moved(row: Observation, by: Decimal) -> Observation:
    return replace(row, quantity=replace(row.quantity, value=row.quantity.value + by))


# --- time passing without a due release never changes progress ---


@given(st.data(), targets(), days, st.integers(0, 400))
def test_time_passing_without_news_never_changes_progress(
    data: st.DataObject, subject: Target, day: date, later: int
) -> None:
    known = [row for row in data.draw(figures(subject)) if row.published_on <= day]
    first, second = assess(subject, known, day), assess(subject, known, day + timedelta(days=later))
    assert first.progress == second.progress
    assert first.actual == second.actual


@given(st.data(), targets(), days, st.integers(0, 60))
def test_time_passing_before_the_next_release_changes_nothing_at_all(
    data: st.DataObject, subject: Target, day: date, later: int
) -> None:
    """Where releases are regular, and until the next one is overdue or the span is over."""
    calendar, then = subject.indicator.calendar, day + timedelta(days=later)
    assume(calendar.is_regular and then <= DUE)
    latest = [calendar.release(period).latest for period in release_periods(subject)]
    assume(not any(day <= one < then for one in latest))
    known = [row for row in data.draw(figures(subject)) if row.published_on <= day]
    first, second = assess(subject, known, day), assess(subject, known, then)
    assert replace(first, as_of=then) == second


# --- bounds only open a verdict, they never turn it ---


@given(st.data(), targets(), quantities, st.integers(0, 100))
@settings(max_examples=400)
def test_a_bound_only_opens_a_verdict_and_never_turns_it(
    data: st.DataObject, subject: Target, said: Quantity, later: int
) -> None:
    """Whatever a bound allows, the exact figures it allows are judged alike, or the verdict is undetermined.

    Left out: a reading that says nothing new (it confirms the baseline), and targets that the baseline meets already,
    which only a definite no can lose.
    """
    last = data.draw(st.sampled_from(_spans(subject)))
    inexact = replace(fig("2023", "0", str(last.stop)), period=last, quantity=said)
    rows = [row for row in data.draw(figures(subject, exactly, ends=False)) if row.period.stop < subject.start]
    before = [] if subject.indicator.kind is Kind.STOCK else rows
    day = last.stop + timedelta(days=later)
    found = assess(subject, [*before, inexact], day)
    is_it = found.actual is not None and found.actual.parts[-1].id == inexact.id
    if not is_it or found.status not in RANK or found.first_achieved == date(2022, 12, 31):
        return
    for inside in _inside(said):
        assert assess(subject, [*before, replace(inexact, quantity=Quantity(inside))], day).status is found.status


def _spans(subject: Target) -> list[Period]:
    """What the latest figure of a target may be for."""
    ends = [month.stop for month in subject.span.each_month()]
    match subject.indicator.kind:
        case Kind.STOCK:
            return [Period.day(end) for end in ends]
        case Kind.SHARE:
            return [subject.span]
        case _:
            return [Period(subject.start, end) for end in ends]


def _inside(said: Quantity) -> Iterable[Decimal]:
    """Some exact values the quantity allows, some of them just inside its ends."""
    near = [Decimal(n) / 1000 for n in (1, 100, 500, 900, 2000, 50_000, 900_000)]
    around = [said.value + sign * step for step in (Decimal(0), *near) for sign in (1, -1)]
    low, high = said.interval.low.value, said.interval.high.value
    around += [end for end in (low, high) if end.is_finite()]
    return [value for value in around if Point(value) in said.interval]


# --- views as of a day are monotone in what they know ---


@given(st.data(), targets(), days)
def test_what_is_published_later_never_shows(data: st.DataObject, subject: Target, day: date) -> None:
    rows = data.draw(figures(subject))
    known = [row for row in rows if row.published_on <= day or row.entry is Entry.RETRACTION]
    assert assess(subject, rows, day) == assess(subject, known, day)


@given(st.data(), targets(), days, st.integers(0, 200))
def test_as_of_views_only_ever_learn(data: st.DataObject, subject: Target, day: date, later: int) -> None:
    """The vintage in force is never an older one later, and none goes, unless its publisher took it back meanwhile."""
    rows, then = data.draw(figures(subject)), day + timedelta(days=later)
    early, late = ({(*row.series, row.period): row for row in as_of_view(rows, on)} for on in (day, then))
    ends = {row.voids for row in rows if row.entry is Entry.WITHDRAWAL and day < row.published_on <= then}
    assert all(row.published_on <= day for row in early.values())
    for key, row in early.items():
        if row.id not in ends:
            assert late[key].rank >= row.rank


@given(st.data(), targets(), days)
def test_views_as_known_at_a_moment_only_ever_learn(data: st.DataObject, subject: Target, day: date) -> None:
    """What is recorded later replaces a figure only by a later vintage, or by an entry that takes it back."""
    rows = data.draw(figures(subject))
    moments = sorted({row.recorded_at for row in rows})
    for moment in moments[:-1]:
        early = {(*row.series, row.period): row for row in as_of_view(known_at(rows, moment), day)}
        late = {(*row.series, row.period): row for row in as_of_view(rows, day)}
        ends = {row.voids for row in rows if row.recorded_at > moment}
        assert all(row.recorded_at <= moment for row in early.values())
        for key, row in early.items():
            if row.id not in ends:
                assert late[key].rank >= row.rank

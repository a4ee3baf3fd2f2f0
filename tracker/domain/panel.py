"""Published ways to judge progress towards a target, side by side: a panel, whose disagreement is a warning in itself.

Each method takes the same `Course` and returns a `Reading` with its own number and its own class, or the code of why
it does not apply. They are shown beside the status and never change it (method page, long horizons). Numbers are
exact to 80 digits.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, localcontext
from enum import StrEnum
from fractions import Fraction

from tracker.domain.bands import decimal
from tracker.domain.facts import Facts
from tracker.domain.indicator import Direction, Kind
from tracker.domain.period import add_months
from tracker.domain.quantity import EXACT, Answer, Quantity

ON_TRACK, SLOW = Decimal("0.95"), Decimal("0.60")
"""Borders of the ratio of observed to required growth (Eurostat; Open SDG)."""
STAGNANT = Decimal("0.10")
"""Below this part of the way nothing moves (UNSD 2023)."""
ABOVE, BELOW = Decimal("1.15"), Decimal("0.85")
"""Borders of actual over expected (TolaData)."""


class Pace(StrEnum):
    """The classes of all methods on one scale, for comparing them."""

    ON_TRACK = "on-track"
    SLOW = "slow"
    """Moving the right way, not fast enough."""
    AWAY = "away"
    """Not moving, or moving the wrong way."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a method says: its `value`, its class in its own words (`verdict`), and that class on the common scale; or
    `refusal`, why it does not apply."""

    method: str
    value: Decimal | None = None
    verdict: str | None = None
    pace: Pace | None = None
    refusal: str | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """From where to where, and how far: values in the unit, times in years. `elapsed` is the part of the span that
    has passed, as the status counts it; of a share, whose own span is its last year, since the baseline. `sign` is +1
    where more is better, else -1.

    `expected` is the straight line at the actual's own time, `values` all readings on the way; `accumulates` marks a
    flow. `met`: whether the condition holds. `bands` are the shortfalls, in points of progress, up to which a target
    is on track and behind.
    """

    base: Decimal
    actual: Decimal
    goal: Decimal
    passed: Fraction
    span: Fraction
    elapsed: Decimal
    values: tuple[Decimal, ...]
    accumulates: bool
    sign: int
    met: bool
    bands: tuple[Decimal, Decimal]

    @property
    def expected(self) -> Decimal:
        return self.base + (self.goal - self.base) * self.elapsed

    @property
    def progress(self) -> Decimal:
        return (self.actual - self.base) / (self.goal - self.base)


Method = Callable[[Course], Reading]


def panel(facts: Facts) -> tuple[Reading, ...]:
    """Every method's reading of a target, always in the same order."""
    with localcontext(EXACT):
        course = course_of(facts)
        if isinstance(course, str):
            return tuple(Reading(name, refusal=course) for name in METHODS)
        return tuple(method(course) for method in METHODS.values())


def disagreement(readings: tuple[Reading, ...]) -> bool:
    """Whether methods that apply put the target into different classes of the common scale."""
    return len({reading.pace for reading in readings if reading.pace is not None}) > 1


def course_of(facts: Facts) -> Course | str:
    """What the methods are computed from; the code of the refusal where none of them can be.

    A stock or share starts from its baseline, a flow from zero on the first day of its span. Nothing here may be done
    to a growth rate.
    """
    if facts.kind is Kind.GROWTH:
        return "growth"
    if facts.start is None or facts.goal is None:
        return "definition-differs" if facts.definition_differs else "no-baseline"
    origin = facts.clock.origin if facts.baseline is None or facts.kind is Kind.FLOW else facts.baseline.period.stop
    since = _readings(facts, origin)
    if not since:
        return "no-reading"
    if facts.start == facts.goal:
        return "target-equals-baseline"
    rules, (last, when) = facts.target.rules, since[-1]
    passed, span = years(origin, when), years(origin, facts.target.due)
    return Course(
        base=facts.start,
        actual=last.value,
        goal=facts.goal,
        passed=passed,
        span=span,
        elapsed=decimal(passed / span if facts.kind is Kind.SHARE else facts.clock.elapsed(when)),
        values=tuple(quantity.value for quantity, _ in since),
        accumulates=facts.kind is Kind.FLOW,
        sign=1 if facts.target.indicator.direction is Direction.UP else -1,
        met=facts.accepts is not None and last.inside(facts.accepts) is Answer.YES,
        bands=(rules.on_track_below, rules.behind_up_to),
    )


def _readings(facts: Facts, origin: date) -> list[tuple[Quantity, date]]:
    """The figures after the start, with the day each is for: of a share every period's own."""
    if facts.kind is Kind.SHARE:
        rows = [row for row in facts.rows if origin < row.period.stop <= facts.target.due]
        return [(row.quantity, row.period.stop) for row in rows]
    return [(one.quantity, one.period.stop) for one in facts.readings if one.period.stop > origin]


def years(start: date, end: date) -> Fraction:
    """Years from one day to another: whole months exactly, the days left over as parts of 365."""
    months = (end.year - start.year) * 12 + end.month - start.month
    while add_months(start, months) > end:
        months -= 1
    return Fraction(months, 12) + Fraction((end - add_months(start, months)).days, 365)


def schedule(course: Course) -> Reading:
    """序时进度, as inspection reports print it: the shortfall of progress against elapsed time, in percentage points.

    Classes of Yinchuan 2025 (10 to 30 points behind yellow, more red); below 10, which it leaves open, on track.
    """
    shortfall = (course.elapsed - course.progress) * 100
    on_track, behind = course.bands
    if course.met or shortfall < on_track:
        return Reading("schedule", shortfall, "on-track", Pace.ON_TRACK)
    pace = Pace.SLOW if course.progress > 0 else Pace.AWAY
    return Reading("schedule", shortfall, "behind" if shortfall <= behind else "off-track", pace)


def ratio_band(course: Course) -> Reading:
    """TolaData: actual over the target of the closed periods; above 1.15 above target, below 0.85 below, else on
    target; where less is better the other way round."""
    if course.expected <= 0 or course.actual < 0:
        return Reading("ratio", refusal="sign-changing" if course.expected else "zero")
    ratio = course.actual / course.expected
    good = course.sign * (ratio - 1)
    if -(1 - BELOW) <= good <= ABOVE - 1:
        return Reading("ratio", ratio, "on-target", Pace.ON_TRACK)
    ahead = good > 0
    return Reading(
        "ratio", ratio, "ahead-of-target" if ahead else "short-of-target", Pace.ON_TRACK if ahead else Pace.SLOW
    )


def open_sdg(course: Course) -> Reading:
    """Open SDG and Statistics Canada (*Progress measurement methodology*): observed over required compound growth, as
    a score: R >= 0.6: min(7.1429 R - 4.2857, 5), else max(4.1667 R - 2.5, -5). A target that is met scores 5.
    """
    ratio = growth_ratio(course)
    if isinstance(ratio, str):
        return Reading("open-sdg", refusal=ratio)
    if course.met:
        return Reading("open-sdg", Decimal(5), "target-met", Pace.ON_TRACK)
    if ratio >= SLOW:
        score = min(Decimal("7.1429") * ratio - Decimal("4.2857"), Decimal(5))
    else:
        score = max(Decimal("4.1667") * ratio - Decimal("2.5"), Decimal(-5))
    return Reading("open-sdg", score, *_by_ratio(ratio))


def eurostat(course: Course) -> Reading:
    """Eurostat's growth ratio as EUSTAT scores it: R kept within [-0.6, 1.3]; R >= 0.6: 5/0.7 (R - 0.6), else 5/1.2
    (R + 0.6) - 5."""
    ratio = growth_ratio(course)
    if isinstance(ratio, str):
        return Reading("eurostat", refusal=ratio)
    kept = min(max(ratio, -SLOW), Decimal("1.3"))
    upper, lower = 5 / Decimal("0.7") * (kept - SLOW), 5 / Decimal("1.2") * (kept + SLOW) - 5
    return Reading("eurostat", upper if kept >= SLOW else lower, *_by_ratio(ratio))


def unsd(course: Course) -> Reading:
    """UN Statistics Division 2023: the value the observed compound growth leads to at the due date, as a part p of
    the way: v_T = v_t (1 + CAGR)^(T - t), p = (v_T - v_b) / (v* - v_b)."""
    refusal = not_growing(course)
    if refusal is not None:
        return Reading("unsd", refusal=refusal)
    left = decimal(course.span - course.passed)
    ahead = course.actual * _per_year(course.actual / course.base, course.passed) ** left
    part = (ahead - course.base) / (course.goal - course.base)
    if course.met or part >= ON_TRACK:
        return Reading("unsd", part, "on-track", Pace.ON_TRACK)
    moving = part >= STAGNANT
    return Reading("unsd", part, "accelerate" if moving else "stagnation", Pace.SLOW if moving else Pace.AWAY)


def escap(course: Course) -> Reading:
    """UN ESCAP, current status index: 10 D (I_cv - I_0) / |TV - I_0|, 10 being the whole way.

    ESCAP compares it with the part of the time that has passed; so do the classes here (d).
    """
    index = 10 * course.sign * (course.actual - course.base) / abs(course.goal - course.base)
    if course.met or index >= 10 * course.elapsed:
        return Reading("escap", index, "as-fast-as-needed", Pace.ON_TRACK)
    moving = index > 0
    return Reading("escap", index, "too-slow" if moving else "regression", Pace.SLOW if moving else Pace.AWAY)


METHODS: dict[str, Method] = {
    "schedule": schedule,
    "ratio": ratio_band,
    "open-sdg": open_sdg,
    "eurostat": eurostat,
    "unsd": unsd,
    "escap": escap,
}


def growth_ratio(course: Course) -> Decimal | str:
    """R = d x observed / |required| compound annual growth (Eurostat, annex on methods): observed (y_t / y_0)^(1/(t -
    t0)) - 1, required (y* / y_0)^(1/(T - t0)) - 1; where all values are negative, more of them is less, and d turns
    round.
    """
    refusal = not_growing(course)
    if refusal is not None:
        return refusal
    observed = _per_year(course.actual / course.base, course.passed) - 1
    required = _per_year(course.goal / course.base, course.span) - 1
    turned = 1 if course.base > 0 else -1
    return course.sign * turned * observed / abs(required)


def not_growing(course: Course) -> str | None:
    """Why compound growth means nothing here: a sum that starts at nothing, a zero or a change of sign on the way, or
    less than a year of data."""
    if course.accumulates:
        return "accumulates"
    values = (course.base, course.goal, *course.values)
    if not all(values):
        return "zero"
    if len({value > 0 for value in values}) > 1:
        return "sign-changing"
    return "under-a-year" if course.passed < 1 else None


def _per_year(ratio: Decimal, passed: Fraction) -> Decimal:
    return ratio ** decimal(1 / passed)


def _by_ratio(ratio: Decimal) -> tuple[str, Pace]:
    if ratio >= ON_TRACK:
        return "on-track", Pace.ON_TRACK
    if ratio >= SLOW:
        return "acceleration-needed", Pace.SLOW
    return ("limited", Pace.SLOW) if ratio >= 0 else ("deterioration", Pace.AWAY)

"""Indicators without a target, held against the baseline the document gives."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from tracker.domain.actual import Actual, of_observation, stock_actual, usable
from tracker.domain.bilingual import Bilingual
from tracker.domain.indicator import PERCENT, Indicator, Kind
from tracker.domain.observation import NATION, Baseline, Observation
from tracker.domain.quantity import EXACT, Bound, Quantity
from tracker.domain.rounding import percent, truncated
from tracker.report.amounts import MIRROR, bounded, points_unit, worked_out
from tracker.report.book import Book
from tracker.report.document import Amount, Sentence, Watched
from tracker.report.material import Material
from tracker.report.pages import notes_on
from tracker.report.phrases import amount, both, quantity, sentence
from tracker.report.plots import watch_chart


def watched(material: Material, book: Book) -> Iterator[Watched]:
    """The plan's indicators that no target measures, in the plan's order."""
    measured = {one.target.indicator.code for one in material.now.assessments if one.target.area == NATION}
    for indicator in material.plan.indicators.values():
        if indicator.code not in measured:
            yield _watched(indicator, material.now.in_force.get((indicator.code, NATION), ()), material, book)


def _watched(indicator: Indicator, view: Sequence[Observation], material: Material, book: Book) -> Watched:
    stated, unit = indicator.baseline, indicator.unit
    baseline = stated if stated and stated.published_on <= material.now.as_of else None
    rows = usable(view, indicator, NATION)
    reference = _revised(baseline, rows)
    actual, previous = _latest(rows, indicator, baseline)
    change, ratio = _change(indicator, reference or baseline, actual)
    return Watched(
        code=indicator.code,
        name=indicator.name,
        kind=indicator.kind,
        unit=Bilingual(unit.zh, unit.en),
        direction=indicator.direction,
        baseline=book.figure(baseline, unit),
        reference=book.figure(reference, unit),
        actual=book.figure(actual, unit),
        previous=book.figure(previous, unit),
        change=change,
        ratio=ratio,
        remarks=tuple(_remarks(indicator, baseline, reference)),
        notes=notes_on({indicator.code}, material.notes),
        chart=watch_chart(indicator, NATION, baseline, view, material.plan.year, book),
    )


def _revised(baseline: Baseline | None, rows: Sequence[Observation]) -> Observation | None:
    """The recorded figure of the baseline's period, where it says something else than the document."""
    if baseline is None or "d" in baseline.flag:
        return None
    for row in rows:
        same = row.period == baseline.period
        if same and (row.quantity.value, row.quantity.bound) != (baseline.quantity.value, baseline.quantity.bound):
            return row
    return None


def _latest(
    rows: Sequence[Observation], indicator: Indicator, baseline: Baseline | None
) -> tuple[Actual | None, Actual | None]:
    """The latest figure since the baseline and the one before it: readings of a stock, else the year to date."""
    since = [row for row in rows if baseline is None or row.period.stop > baseline.period.stop]
    if indicator.kind is Kind.STOCK:
        days = [row for row in since if row.period.is_day]
        latest = stock_actual(days)
        earlier = [row for row in days if latest and row.period.stop < latest.period.stop]
        return latest, stock_actual(earlier)
    to_date = [row for row in since if row.period.start == date(row.period.stop.year, 1, 1)]
    since = to_date or since  # a single month says less about a year than the year so far
    if not since:
        return None, None
    last = max(since, key=lambda row: (row.period.stop, -row.period.start.toordinal()))
    before = [row for row in since if row.period.start == last.period.start and row.period.stop < last.period.stop]
    return of_observation(last), of_observation(before[-1]) if before else None


def _change(
    indicator: Indicator, base: Baseline | Observation | None, actual: Actual | None
) -> tuple[Amount | None, Amount | None]:
    """The difference from the baseline, and its ratio where there is one; neither across definitions."""
    if base is None or actual is None or "d" in base.flag:
        return None, None
    if indicator.kind is Kind.FLOW:
        return None, _ratio("ratio-flow", actual, base)
    difference = _difference(actual.quantity, base.quantity)
    if difference is None:
        return None, None
    unit = points_unit(indicator.unit)
    change = bounded(worked_out(difference.value, unit, signed=True), difference.bound)
    if indicator.kind is not Kind.STOCK or base.quantity.value <= 0:
        return change, None
    share = EXACT.divide(difference.value, base.quantity.value)
    return change, _worded("ratio-stock", share, difference.bound, signed=True)


def _difference(actual: Quantity, base: Quantity) -> Quantity | None:
    """actual - base with the bound it has; None where the bounds leave nothing to say."""
    mirrored = Quantity(-base.value, MIRROR.get(base.bound, base.bound), base.spread)
    return actual.plus(mirrored)


def _ratio(code: str, actual: Actual, base: Baseline | Observation) -> Amount | None:
    """actual / base with the bound it has; None where the bounds pull apart or there is nothing to divide by."""
    if base.quantity.value <= 0:
        return None
    share = EXACT.divide(actual.quantity.value, base.quantity.value)
    bounds = {actual.quantity.bound, MIRROR.get(base.quantity.bound, base.quantity.bound)} - {Bound.EXACTLY}
    if len(bounds) > 1:
        return None
    return _worded(code, share, bounds.pop() if bounds else Bound.EXACTLY, signed=False)


def _worded(code: str, share: Decimal, bound: Bound, *, signed: bool) -> Amount:
    shown = amount(Decimal(percent(share)), PERCENT).text
    sign = "+" if signed and share > 0 else ""
    words = both(f"sentences.{code}", ratio=Bilingual(f"{sign}{shown.zh}", f"{sign}{shown.en}"))
    if bound is not Bound.EXACTLY:
        words = both(f"report.bound-{bound}", value=words)
    return Amount(Decimal(truncated(share)), words)


def _remarks(indicator: Indicator, baseline: Baseline | None, reference: Observation | None) -> Iterator[Sentence]:
    """What keeps the figure and the baseline from being compared at face value."""
    name = indicator.name
    if baseline is not None and "d" in baseline.flag:
        yield sentence("sentences.watched-differs", name=name)
    elif baseline is not None and indicator.kind is not Kind.STOCK and _is_part(baseline):
        yield sentence("sentences.watched-part-year", name=name, period=baseline.period)
    if reference is not None:
        yield sentence("sentences.watched-revised", name=name, reference=quantity(reference.quantity, indicator.unit))


def _is_part(baseline: Baseline) -> bool:
    """Whether a baseline covers only part of its year."""
    period = baseline.period
    return (period.start.month, period.start.day, period.stop.month, period.stop.day) != (1, 1, 12, 31)

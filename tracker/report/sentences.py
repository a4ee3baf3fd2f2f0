"""Sentences on a target, from its numbers and reason codes, as an official reader would write them."""

from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, ROUND_UP, Decimal

from tracker.domain.assessment import Assessment
from tracker.domain.bilingual import Bilingual
from tracker.domain.indicator import POINTS, Kind, Unit
from tracker.domain.observation import Observation
from tracker.domain.plan import Plan
from tracker.domain.quantity import EXACT, Bound
from tracker.domain.rounding import rounded
from tracker.i18n import text
from tracker.report.document import Amount, Sentence, TargetPage
from tracker.report.phrases import amount, both, quantity, sentence, when

_OWN_VERB = ("超过", "不足", "不超过", "近", "低于", "高于", "不低于", "下降")
"""How a Chinese quantity begins that needs no 为 before it."""
MIRROR = {
    Bound.MORE_THAN: Bound.LESS_THAN,
    Bound.AT_LEAST: Bound.AT_MOST,
    Bound.LESS_THAN: Bound.MORE_THAN,
    Bound.AT_MOST: Bound.AT_LEAST,
}
"""The bound of a number's opposite."""


def stating(figure: Bilingual) -> Bilingual:
    """A figure as a predicate: 为8,997家, but 超过9.8万家."""
    zh = figure.zh if figure.zh.startswith(_OWN_VERB) else f"为{figure.zh}"
    return Bilingual(zh, figure.en)


def points_unit(unit: Unit) -> Unit:
    """What a difference of two such values is counted in."""
    return POINTS if unit.is_percent else unit


def worked_out(value: Decimal, unit: Unit, *, signed: bool = False, enough: bool = False) -> Amount:
    """A computed number: four decimals in the data; in words whole things whole, others to two decimals.

    `enough`: it is what something takes, and so is never rounded down.
    """
    exact = Decimal(rounded(value))
    places = Decimal(1) if unit.whole else Decimal("0.01")
    shown = exact.quantize(places, ROUND_UP if enough else ROUND_HALF_EVEN, EXACT)
    shown = Decimal(f"{shown:f}".rstrip("0").rstrip(".")) if not unit.whole else shown
    words = amount(abs(shown) if shown == 0 else shown, unit).text
    sign = "+" if signed and shown > 0 else ""
    return Amount(exact, Bilingual(f"{sign}{words.zh}", f"{sign}{words.en}"))


def explanation(assessment: Assessment, page: TargetPage, plan: Plan) -> Iterator[Sentence]:
    """The paragraph of a target's page: the figure, how far it is, why the status, what it would take."""
    if page.actual is None:
        yield sentence("sentences.no-actual")
    else:
        publisher = plan.publishers.get(page.actual.publisher)
        yield sentence(
            "sentences.actual",
            figure=page.actual.text,
            is_figure=stating(page.actual.text),
            period=page.actual.period,
            when=when(page.actual.period),
            publisher=publisher.name if publisher else page.actual.publisher,
            published=page.actual.published_on,
        )
    if page.progress is not None and page.elapsed is not None:
        bound = "-bound" if assessment.actual and not assessment.actual.quantity.is_exact else ""
        yield sentence(f"sentences.progress-{page.kind}{bound}", progress=page.progress.text, elapsed=page.elapsed.text)
    yield from _gap(page)
    for reason in assessment.reasons:
        yield Sentence(reason.code, both(f"reasons.{reason.code}", **reason.data))
    if page.needed is not None and page.kind is not Kind.SHARE:
        yield sentence(f"sentences.needed-{page.kind}", needed=page.needed.text)
    if assessment.outlook is not None:
        yield _outlook(assessment.outlook, assessment.target.indicator.unit, plan)
    if page.announced > plan.published_on:
        yield sentence("sentences.announced-later", announced=page.announced)
    for code, words in (("path-reason", assessment.target.path.reason), ("target-note", assessment.target.note)):
        if words:
            yield Sentence(code, words)


def _gap(page: TargetPage) -> Iterator[Sentence]:
    if page.gap is None or page.expected is None:
        return
    base = {Kind.GROWTH: "growth", Kind.SHARE: "share"}.get(page.kind, "path")
    side = "above" if page.gap.value > 0 else "below" if page.gap.value < 0 else "equal"
    size = Bilingual(page.gap.text.zh.lstrip("+-"), page.gap.text.en.lstrip("+-"))
    yield sentence(f"sentences.gap-{base}-{side}", gap=size, expected=page.expected.text)


def _outlook(row: Observation, unit: Unit, plan: Plan) -> Sentence:
    words = quantity(row.quantity, unit)
    publisher = plan.publishers.get(row.publisher)
    return sentence(
        "sentences.outlook",
        publisher=publisher.name if publisher else row.publisher,
        published=row.published_on,
        period=row.period,
        figure=words,
        is_figure=stating(words),
    )


def status_words(status: str | None) -> Bilingual:
    """A status in both languages."""
    return both(f"status.{status}") if status else Bilingual(text("report.none", "zh"), text("report.none", "en"))

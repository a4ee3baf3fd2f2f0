"""Sentences on a target, from its numbers and reason codes, as an official reader would write them."""

from collections.abc import Iterator
from decimal import Decimal

from tracker.domain.assessment import Assessment, Reason, Status
from tracker.domain.bilingual import Bilingual
from tracker.domain.indicator import Direction, Kind, Unit
from tracker.domain.observation import Observation
from tracker.domain.plan import Plan
from tracker.domain.quantity import EXACT, Bound
from tracker.i18n import has_text, text
from tracker.report.amounts import MIRROR, points_unit, worked_out
from tracker.report.document import Forecast, Sentence, TargetPage
from tracker.report.phrases import both, quantity, sentence, when

_OWN_VERB = ("超过", "不足", "不超过", "近", "低于", "高于", "不低于", "下降")
"""How a Chinese quantity begins that needs no 为 before it."""
_SAID_BY_GAP = {"on-schedule", "within-path", "at-target"}
"""Reasons that say no more than the sentence on the gap does."""
_SAY_NEEDED = {"needed-within-best", "needed-above-best"}
"""Reasons that say what is still needed."""


def stating(figure: Bilingual) -> Bilingual:
    """A figure as a predicate: 为8,997家, but 超过9.8万家, and 下降3.2% for a growth of -3.2%."""
    if figure.zh.startswith("-") and figure.zh.endswith("%"):
        return Bilingual(f"下降{figure.zh[1:]}", figure.en)
    zh = figure.zh if figure.zh.startswith(_OWN_VERB) else f"为{figure.zh}"
    return Bilingual(zh, figure.en)


def explanation(assessment: Assessment, page: TargetPage, plan: Plan, told: tuple[str, ...] = ()) -> Iterator[Sentence]:
    """What a target's page says: the figure, how far it is, why the status, what it would take, where it is heading.

    `told` is how the codes begin of what stands before it already, in a verdict.
    """
    yield from (one for one in _explained(assessment, page, plan) if not one.code.startswith(told))


def told_by_verdict(assessment: Assessment) -> tuple[str, ...]:
    """What a review's verdict says of a target: how the codes of the sentences begin that would say it again."""
    if not assessment.final:
        return ("awaiting-final", "actual") if assessment.actual is not None else ("awaiting-final",)
    said = ("actual", "condition-met", "condition-failed", "provisional")
    return {Status.ACHIEVED: said, Status.MISSED: (*said, "gap-")}.get(assessment.status, ())


def _explained(assessment: Assessment, page: TargetPage, plan: Plan) -> Iterator[Sentence]:
    yield _actual(page, plan)
    if page.progress is not None and page.elapsed is not None:
        bound = "-bound" if assessment.actual and not assessment.actual.quantity.is_exact else ""
        yield sentence(f"sentences.progress-{page.kind}{bound}", progress=page.progress.text, elapsed=page.elapsed.text)
    if page.gap is not None and page.expected is not None:
        yield sentence(f"sentences.gap-{gap_code(assessment, page)}", **gap_data(assessment, page))
    for reason in assessment.reasons:
        if page.gap is None or reason.code not in _SAID_BY_GAP:
            yield _reason(reason, page)
    said = {reason.code for reason in assessment.reasons}
    if page.needed is not None and page.kind is not Kind.SHARE and not said & _SAY_NEEDED:
        needed = stating_needed(page.needed.text) if page.kind is Kind.GROWTH else page.needed.text
        yield sentence(f"sentences.needed-{page.kind}", needed=needed)
    if page.forecast is not None:
        yield sentence("sentences.forecast", **forecast_data(page.forecast), due=page.due)
    if assessment.outlook is not None:
        yield _outlook(assessment.outlook, assessment.target.indicator.unit, plan)
    if page.added:
        yield sentence("sentences.announced-later", announced=page.announced)
    for code, words in (("path-reason", assessment.target.path.reason), ("target-note", assessment.target.note)):
        if words:
            yield sentence(
                f"sentences.{code}", words=Bilingual(words.get("zh").rstrip("。"), words.get("en").rstrip("."))
            )


def _actual(page: TargetPage, plan: Plan) -> Sentence:
    if page.actual is None:
        return sentence("sentences.no-actual")
    publisher = plan.publishers.get(page.actual.publisher)
    return sentence(
        "sentences.actual",
        name=page.figure_name,
        **figure_data(page),
        publisher=publisher.name if publisher else page.actual.publisher,
        published=page.actual.published_on,
    )


def figure_data(page: TargetPage) -> dict[str, object]:
    """What a sentence on the figure a target is judged by needs; nothing without one."""
    if page.actual is None:
        return {}
    figure, period = page.actual.text, page.actual.period
    return {"figure": figure, "is_figure": stating(figure), "period": period, "when": when(period)}


def gap_code(assessment: Assessment, page: TargetPage) -> str:
    """Against what the figure is held, and on which side of it it is: path-above, growth-below-good."""
    base = {Kind.GROWTH: "growth", Kind.SHARE: "share"}.get(page.kind, "path")
    gap = page.gap.value if page.gap else Decimal(0)
    side = "above" if gap > 0 else "below" if gap < 0 else "equal"
    falls = base == "growth" and assessment.target.indicator.direction is Direction.DOWN and gap != 0
    return f"{base}-{side}{'-falling' if falls else ''}"


def gap_data(assessment: Assessment, page: TargetPage) -> dict[str, object]:
    """The size of the gap without its sign, with the bound the figure gives it, and what it is measured from."""
    assert page.gap is not None  # noqa: S101 - the caller checked
    assert page.expected is not None  # noqa: S101 - the caller checked
    size = worked_out(abs(page.gap.value), points_unit(assessment.target.indicator.unit)).text
    bound = assessment.actual.quantity.bound if assessment.actual else Bound.EXACTLY
    if page.gap.value < 0:
        bound = MIRROR.get(bound, bound)
    if bound is not Bound.EXACTLY:
        size = both(f"sentences.size-{bound}", size=size)
    return {"gap": size, "expected": page.expected.text, "goal": page.condition.text}


def stating_needed(growth: Bilingual) -> Bilingual:
    """What growth has to be, as a predicate: 达到5.3%, 下降4.4%."""
    return Bilingual(f"下降{growth.zh[1:]}" if growth.zh.startswith("-") else f"达到{growth.zh}", growth.en)


def _reason(reason: Reason, page: TargetPage) -> Sentence:
    """A reason in words; what the page has said already is not said again."""
    data = {name: _short(value) for name, value in reason.data.items()}
    now = page.actual is not None and reason.data.get("period") == page.actual.period
    for form in (f"sentences.{reason.code}-now",) * now + (f"sentences.{reason.code}",):
        if has_text(form):
            return Sentence(reason.code, both(form, **data, goal=page.condition.text))
    return Sentence(reason.code, both(f"reasons.{reason.code}", **data))


def _short(value: object) -> object:
    """A number worked out to more than two decimals, to one: in prose nobody reads the rest."""
    if not isinstance(value, Decimal):
        return value
    exponent = value.as_tuple().exponent
    return value.quantize(Decimal("0.1"), context=EXACT) if isinstance(exponent, int) and exponent < -2 else value


def forecast_data(made: Forecast) -> dict[str, object]:
    """What a sentence on a forecast needs."""
    return {name: getattr(made, name).text for name in ("value", "low", "high")} | {"chance": chance(made.probability)}


def chance(probability: Decimal) -> Bilingual:
    """A chance in per cent, and never a certainty: 不足1%, more than 99 %."""
    whole = f"{probability * 100:.0f}"
    code = {"0": "chance-least", "100": "chance-most"}.get(whole, "chance")
    return both(f"sentences.{code}", chance=whole)


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

"""A target's condition in words: 年底超过8万家, more than 80,000 enterprises by 31 Dec 2023."""

from tracker.domain.bilingual import Lang
from tracker.domain.indicator import POINTS, Kind
from tracker.domain.quantity import Bound, Quantity
from tracker.domain.target import Op, Target
from tracker.domain.wording import number_text, quantity_text
from tracker.i18n import text


def condition_text(target: Target, lang: Lang) -> str:
    """The condition with its due date, in the document's own comparator."""
    key = "condition.year" if target.indicator.kind is not Kind.STOCK else "condition.by"
    return text(key, lang, goal=goal_text(target, lang), due=target.due, span=target.span)


def goal_text(target: Target, lang: Lang) -> str:
    """The condition without its date."""
    condition, unit = target.condition, target.indicator.unit
    if condition.op is Op.WITHIN:
        points = POINTS if unit.is_percent else unit
        assert condition.tolerance is not None  # noqa: S101 - a within has one
        return text("condition.within", lang, tolerance=number_text(condition.tolerance, points, lang))
    assert condition.value is not None  # noqa: S101 - only a within has no value
    if condition.op is Op.BETWEEN:
        assert condition.upper is not None  # noqa: S101 - a between has both
        return text(
            "condition.between",
            lang,
            low=number_text(condition.value, unit, lang),
            high=number_text(condition.upper, unit, lang),
        )
    return quantity_text(Quantity(condition.value, Bound(condition.op.value)), unit, lang)

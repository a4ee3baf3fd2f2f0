"""A datum as it stands in a sentence: periods, amounts, statuses, numbers and lists in the language asked for."""

from datetime import date, datetime
from decimal import Decimal

from tracker.domain.bands import Status
from tracker.domain.bilingual import Bilingual, Lang
from tracker.domain.indicator import Amount
from tracker.domain.period import Period, label
from tracker.domain.rounding import shown
from tracker.domain.wording import quantity_text
from tracker.i18n import text


def words(value: object, lang: Lang) -> object:
    """`value` in words; what needs none (text, whole numbers) is returned as it is."""
    match value:
        case Period():
            return label(value, lang)
        case datetime():
            return value.isoformat(timespec="seconds")
        case date():
            return label(Period.day(value), lang)
        case Amount():
            return quantity_text(value.quantity, value.unit, lang)
        case Decimal():
            return shown(value)
        case Bilingual():
            return value.get(lang)
        case Status():
            return text(f"status.{value.value}", lang)
        case list() | tuple():
            return ("、" if lang == "zh" else ", ").join(str(words(item, lang)) for item in value)
        case None:
            return ""
        case _:
            return value

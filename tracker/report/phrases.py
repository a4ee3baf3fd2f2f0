"""Small helpers for putting a report into words: texts in both languages at once, and foreign text made legible."""

import unicodedata
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from itertools import groupby

from tracker.domain.bilingual import Bilingual, Lang
from tracker.domain.indicator import Unit
from tracker.domain.period import Period, label
from tracker.domain.quantity import Bound, Quantity
from tracker.domain.wording import quantity_text
from tracker.i18n import has_text, text
from tracker.report.document import Amount, Sentence

_JOINERS = "\u200d\ufe0f"
"""Format characters that belong to emoji."""
JOIN: dict[Lang, str] = {"zh": "、", "en": ", "}
COLON: dict[Lang, str] = {"zh": "：", "en": ": "}
SEMICOLON: dict[Lang, str] = {"zh": "；", "en": "; "}
_BRACKETS: dict[Lang, str] = {"zh": "（{}）", "en": " ({})"}
_INNER = str.maketrans("“”", "‘’")
"""Quotation marks inside quotation marks, in both languages."""


def both(key: str, /, **data: object) -> Bilingual:
    """The text of `key` in both languages."""
    return Bilingual(text(key, "zh", **data), text(key, "en", **data))


def sentence(key: str, /, **data: object) -> Sentence:
    """The sentence `key`, coded by what follows its area."""
    return Sentence(key.partition(".")[2], both(key, **data))


def counted(key: str, count: int, /, **data: object) -> Sentence:
    """The sentence `key` about so many things; English has another (`key`-one) for one."""
    form = f"{key}-one" if count == 1 and has_text(f"{key}-one") else key
    return Sentence(key.partition(".")[2], both(form, count=count, **data))


def when(period: Period) -> Bilingual:
    """A figure's period as it stands in a sentence: on 26 Jun 2023, for Jan–May 2023."""
    english = label(period, "en")
    return Bilingual(label(period, "zh"), f"on {english}" if period.is_day else f"for {english}")


def aside(words: str, lang: Lang) -> str:
    """Words in brackets, to be put behind others; nothing for none."""
    return _BRACKETS[lang].format(words) if words else ""


def quoted(phrase: str) -> str:
    """A phrase as it stands between quotation marks."""
    return legible(phrase).translate(_INNER)


def listed(parts: Iterable[Bilingual], by: dict[Lang, str] | None = None) -> Bilingual:
    """Several texts as an enumeration."""
    joint, items = by or JOIN, list(parts)
    return Bilingual(joint["zh"].join(part.zh for part in items), joint["en"].join(part.en for part in items))


def quantity(value: Quantity, unit: Unit) -> Bilingual:
    """A published quantity in both languages."""
    return Bilingual(quantity_text(value, unit, "zh"), quantity_text(value, unit, "en"))


def amount(value: Decimal, unit: Unit, bound: Bound = Bound.EXACTLY) -> Amount:
    """A number the tool worked out, already rounded, with its unit."""
    return Amount(value, quantity(Quantity(value, bound), unit))


def day_text(day: date, lang: Lang) -> str:
    """A date in words."""
    return label(Period.day(day), lang)


def periods_text(periods: Iterable[Period], lang: Lang) -> str:
    """Periods as an enumeration that names each year once: 2023年：1—2月、一季度、全年."""
    years = [(year, list(own)) for year, own in groupby(periods, key=lambda one: one.stop.year)]
    return SEMICOLON[lang].join(_of_year(year, own, lang) for year, own in years)


def _of_year(year: int, periods: list[Period], lang: Lang) -> str:
    full = [label(period, lang) for period in periods]
    stem = f"{year}年" if lang == "zh" else f" {year}"
    short = [words.removeprefix(stem) if lang == "zh" else words.removesuffix(stem) for words in full]
    if len(full) == 1 or any(one.start.year != year for one in periods):
        return JOIN[lang].join(full)
    return text("report.of-year", lang, year=str(year), periods=JOIN[lang].join(map(_whole_year(year, lang), short)))


def _whole_year(year: int, lang: Lang) -> Callable[[str], str]:
    """What is left of a year's own name among its parts."""
    return lambda words: text("report.whole-year", lang) if words in ("", str(year)) else words


def legible(foreign: str) -> str:
    """Text that somebody typed, as one line without invisible characters.

    Controls (terminal escapes among them), marks that turn the reading direction and lone surrogates are dropped, white
    space counts as one space; letters of any script and emoji stay.
    """
    if foreign.isprintable():  # nothing of the kind in it, as mostly
        return " ".join(foreign.split())
    kept = (letter if _is_seen(letter) else " " if letter.isspace() else "" for letter in foreign)
    return " ".join("".join(kept).split())


def _is_seen(letter: str) -> bool:
    if ord(letter) & 0xFFFE == 0xFFFE:  # no character, and XML refuses it
        return False
    return letter in _JOINERS or unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Zl", "Zp")
